"""Layouts of the tables of measures: which facts stand in which column, as data (layouts/*.yaml)."""

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Literal

from prongsai.errors import InputError, InvalidFramework, Problem
from prongsai.files import Strict, read_yaml, validate
from prongsai.framework import Bilingual
from prongsai.words import Words

Field = Literal[
    "number", "title", "answers", "analysis", "steps", "period", "responsible", "follow_up", "success", "budget",
    "status", "done", "outcome", "evidence", "obstacles", "suggestions",
]  # fmt: skip


class LayoutColumn(Strict):
    """A column: its head, the facts in its cells (several stand below each other), its share of the width."""

    head: Bilingual
    fields: tuple[Field, ...]
    width: int


class Layout(Strict):
    """The column order of an office; without `progress` the progress report uses our own."""

    name: Bilingual
    reference: str | None = None
    measures: tuple[LayoutColumn, ...]
    progress: tuple[LayoutColumn, ...] = ()


def layouts() -> tuple[str, ...]:
    """The names of the layouts that ship."""
    return tuple(sorted(path.stem for path in _folder().glob("*.yaml")))


@cache
def load_layout(name: str) -> Layout:
    """A layout by name; raises InputError where there is none, InvalidFramework where its file is faulty."""
    if name not in layouts():
        known = ", ".join(layouts())
        what = Words(f"ไม่มีรูปแบบตาราง “{name}”", f"there is no layout '{name}'")
        raise InputError(Problem("unknown-layout", what, "--layout", mend=Words(f"ใช้ {known}", f"use {known}")))
    layout, problems = validate(Layout, read_yaml(_folder() / f"{name}.yaml"), f"layouts/{name}.yaml")
    if layout is None:
        raise InvalidFramework(problems)
    return layout


def _folder() -> Path:
    return Path(str(files("prongsai.report"))) / "layouts"

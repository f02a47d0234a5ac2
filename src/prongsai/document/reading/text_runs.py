"""Runs of text made tidy: spaces where they belong, neighbours in one style as one."""

from collections.abc import Iterable
from dataclasses import replace

from prongsai.document.model import Run


def tidy(runs: Iterable[Run]) -> tuple[Run, ...]:
    """The runs without spaces at their ends, around line breaks and twice in a row over a seam; neighbours in one style are one run."""
    tidied: list[Run] = []
    for run in runs:
        text = _without_spaces_at_breaks(run.text)
        if not tidied:
            text = text.lstrip()
        elif tidied[-1].text[-1] in " \n":
            text = text.lstrip(" ")
        if text.startswith("\n"):
            _strip_end(tidied, " ")
        if not text:
            continue
        if tidied and _style(tidied[-1]) == _style(run):
            tidied[-1] = replace(run, text=tidied[-1].text + text)
        else:
            tidied.append(replace(run, text=text))
    _strip_end(tidied, None)
    return tuple(tidied)


def plain(runs: Iterable[Run]) -> str:
    """The text of the runs on one line."""
    return " ".join("".join(run.text for run in runs).split())


def _without_spaces_at_breaks(text: str) -> str:
    first, *rest = text.split("\n")
    if not rest:
        return text
    return "\n".join([first.rstrip(" "), *(line.strip(" ") for line in rest[:-1]), rest[-1].lstrip(" ")])


def _strip_end(runs: list[Run], signs: str | None) -> None:
    while runs:
        text = runs[-1].text.rstrip(signs)
        if text:
            runs[-1] = replace(runs[-1], text=text)
            return
        runs.pop()


def _style(run: Run) -> tuple[bool, bool, str | None]:
    return run.bold, run.italic, run.href

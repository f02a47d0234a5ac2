"""Printing: tables for people, JSON for programs, errors on standard error."""

import json
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from prongsai.cli.language import LANGUAGE
from prongsai.errors import ProngsaiError

if TYPE_CHECKING:
    from rich.console import Console


def console(*, errors: bool = False) -> "Console":
    """A console as wide as the terminal; a pipe gets 120 columns so that nothing is cut. Rich is loaded when it is first needed."""
    from rich.console import Console

    stream = sys.stderr if errors else sys.stdout
    return Console(file=stream, width=None if stream.isatty() else 120, highlight=False, soft_wrap=False)


def print_json(answer: Any) -> None:
    """One JSON value, Thai as it is."""
    print(json.dumps(answer, ensure_ascii=False, indent=1))


def print_table(title: str, heads: Sequence[str], rows: Iterable[Sequence[str]], *, numbers: frozenset[int] = frozenset()) -> None:
    """A table; the columns of `numbers` are right-aligned."""
    from rich.markup import escape
    from rich.table import Table

    shown = Table(title=title, title_justify="left", title_style="bold", header_style="bold")
    for place, head in enumerate(heads):
        shown.add_column(head, justify="right" if place in numbers else "left", overflow="fold")
    for row in rows:
        shown.add_row(*(escape(entry) for entry in row))
    console().print(shown)


def print_line(text: str = "", style: str = "") -> None:
    """A line of plain text in a style; the terminal wraps it, so that a path can be copied whole."""
    console().print(text, style=style or None, markup=False, soft_wrap=True)


def print_error(error: ProngsaiError) -> None:
    """Every fault of an error on standard error, in the language of the reader."""
    console(errors=True).print(error.to(LANGUAGE), style="red", markup=False, soft_wrap=True)

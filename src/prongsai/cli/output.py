"""Printing: tables for people, JSON for programs, errors on standard error."""

import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from prongsai.cli.language import LANGUAGE
from prongsai.errors import ProngsaiError
from prongsai.thai import cluster_length

if TYPE_CHECKING:
    from rich.console import Console


_NARROWEST = 20


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


def print_text(text: str = "", style: str = "", *, indent: int = 0, hang: int = 0) -> None:
    """Prose: in a terminal broken at blanks with its indent kept, whole where it goes to a file or another program."""
    shown = console()
    width = (shown.width - indent - hang) if sys.stdout.isatty() else 0
    lines = list(broken(text, width)) if width > _NARROWEST else [text]
    for number, line in enumerate(lines):
        shown.print(" " * (indent + (hang if number else 0)) + line, style=style or None, markup=False, soft_wrap=True)


def broken(text: str, width: int) -> Iterator[str]:
    """Lines of at most `width` cells, broken at blanks; a longer stretch of Thai between two letters that keep their marks."""
    line = ""
    for word in text.split():
        joined = f"{line} {word}" if line else word
        if cluster_length(joined) <= width:
            line = joined
            continue
        if line:
            yield line
        *full, line = _chopped(word, width)
        yield from full
    yield line


def _chopped(word: str, width: int) -> list[str]:
    pieces = [""]
    for letter in re.findall(r"[เ-ไ]?.[\u0e31\u0e33-\u0e3a\u0e47-\u0e4e]*", word, re.DOTALL):
        if pieces[-1] and cluster_length(pieces[-1] + letter) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def print_error(error: ProngsaiError) -> None:
    """Every fault of an error on standard error, in the language of the reader."""
    console(errors=True).print(error.to(LANGUAGE), style="red", markup=False, soft_wrap=True)

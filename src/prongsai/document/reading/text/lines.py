"""The lines of a text file, and those that belong together because a tag or a quotation mark is still open."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from prongsai.document.model import Place
from prongsai.document.reading.text.inline import TAG
from prongsai.document.reading.text_decoding import MANY_LINES, Beyond

_MOST_LINES = 500_000
_LONGEST_CELL = 60
_PAIRED = re.compile("p|u|b|i|em|strong|ul|ol|li|div|span|s|del|ins|mark|font|a|center|blockquote|h[1-6]|dl|figure", re.IGNORECASE)
_TABLE_TAG = re.compile(r"<(/?)table(?=[\s>])", re.IGNORECASE)
_COMMENT, _COMMENT_END = "<!--", "-->"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the file: `number` counts from 1, so does `page`, which is None in a file without form feeds."""

    text: str
    number: int
    page: int | None = None

    @property
    def place(self) -> Place:
        """Where the line stands."""
        return Place(self.page, anchor=f"line:{self.number}")

    @property
    def is_blank(self) -> bool:
        """Whether it holds nothing to read."""
        return not self.text.strip()


def lines_of(text: str) -> list[Line]:
    """The lines of the text; a form feed begins a page, and leaves a blank line so that nothing goes on over it. Raises Beyond where there are too many."""
    if text.count("\n") + text.count("\f") > _MOST_LINES:
        raise Beyond("file-too-large", MANY_LINES)
    paged = "\f" in text
    lines: list[Line] = []
    page = 1
    for number, whole in enumerate(_without_comments(text).split("\n"), 1):
        for place, piece in enumerate(whole.split("\f")):
            if place:
                page += 1
                lines.append(Line("", number, page))
            lines.append(Line(piece, number, page if paged else None))
    return lines


def whole_line(lines: Sequence[Line], start: int, *, most_tabs: int | None = None) -> tuple[str, int]:
    """The line with those that it needs until its tags close, and the index after them; a line whose tags do not close stays alone.

    `most_tabs` is given for the row of a table: how many tabs it has at most, 0 where that is not known. There quotation marks that open a cell close too.
    """
    parts = [lines[start].text]
    depth, tabs = _depth(parts[0]), parts[0].count("\t")
    quotes = parts[0].count('"') if most_tabs is not None and f"\t{parts[0]}".count('\t"') else 0
    if depth <= 0 and quotes % 2 == 0:
        return parts[0], start + 1
    for place in range(start + 1, min(start + _LONGEST_CELL, len(lines))):
        parts.append(lines[place].text)
        depth += _depth(parts[-1])
        tabs += parts[-1].count("\t")
        quotes += parts[-1].count('"') if quotes else 0
        if lines[place].page != lines[start].page or (most_tabs and tabs > most_tabs):
            break
        if depth <= 0 and quotes % 2 == 0:
            return "\n".join(parts), place + 1
    return parts[0], start + 1


def table_ends(lines: Sequence[Line]) -> dict[int, int]:
    """For the index of every line that opens a table in tags, the index of the line that closes it; without those that nothing closes."""
    opened: list[int] = []
    ends: dict[int, int] = {}
    for place, line in enumerate(lines):
        for match in _TABLE_TAG.finditer(line.text) if "<" in line.text else ():
            if not match[1]:
                opened.append(place)
            elif opened:
                ends[opened.pop()] = place
    return ends


def joined(lines: Sequence[Line], start: int, last: int | None) -> tuple[str, int]:
    """The lines from one to another, or to the next blank line where the last is None, and the index after them."""
    end = next((place for place in range(start + 1, len(lines)) if lines[place].is_blank), len(lines)) if last is None else last + 1
    return "\n".join(line.text for line in lines[start:end]), end


@lru_cache(maxsize=256)
def _depth(text: str) -> int:
    """How many tags the text opens more than it closes."""
    if "<" not in text:
        return 0
    return sum(-1 if match[1] else 1 for match in TAG.finditer(text) if _PAIRED.fullmatch(match[2]) and not match[4])


def _without_comments(text: str) -> str:
    """The text without comments of the web; its lines keep their numbers."""
    parts: list[str] = []
    end = 0
    while (start := text.find(_COMMENT, end)) >= 0 and (close := text.find(_COMMENT_END, start)) >= 0:
        parts += [text[end:start], "\n" * text.count("\n", start, close)]
        end = close + len(_COMMENT_END)
    return "".join([*parts, text[end:]])

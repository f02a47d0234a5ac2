"""How wide the columns of a table are and how high its rows become, in points."""

import re
from collections.abc import Sequence
from functools import lru_cache
from math import ceil

from prongsai.document.grid import Spot
from prongsai.document.model import Cell, Column
from prongsai.document.writing.pdf.typst_text import LONGEST_THAI_WORD, places

_CELL_LIMIT = 14
_PADDING = 8.0
_SIZES = (9.5, 8.5, 7.5)
# Measured on Sarabun: a Thai consonant is 0.555 em wide, a letter of an address 0.48 em; bold is a little wider.
_EM = 0.58
_LINE = 1.36
_WORDS = re.compile(r"([\u0e00-\u0e7f]+)|[^\s\u0e00-\u0e7f]+")


def column_widths(columns: Sequence[Column], rows: Sequence[Sequence[Spot]], line: float) -> tuple[list[float], float]:
    """Widths that add up to the line, and the size of the text.

    The shares count, yet no column gets less than its longest word; a smaller size is taken where the words would not fit.
    """
    longest = _longest_words(rows, len(columns))
    for size in _SIZES:
        least = [_PADDING + max(word, 1) * size * _EM for word in longest]
        if sum(least) <= line:
            return _shared([max(column.width, 0.01) for column in columns], least, line), size
    return [width * line / sum(least) for width in least], size


def room(width: float, size: float) -> int:
    """How many letters at most stand in a line of a cell before it must break."""
    return min(_CELL_LIMIT, max(int((width - _PADDING) / (size * _EM) + 0.01), 1))


def row_height(row: Sequence[Spot], widths: Sequence[float], size: float) -> float:
    """About how high a row becomes, by its highest cell that does not reach into other rows."""
    heights = (_cell_height(spot.cell, sum(widths[spot.column : spot.column + spot.columns]), size) for spot in row)
    return max(heights, default=0.0)


def _cell_height(cell: Cell, width: float, size: float) -> float:
    if cell.rows > 1:
        return 0.0
    inner = max(width - _PADDING, size)
    lines = (ceil(max(places(line), 1) * size * _EM / inner) for paragraph in cell.paragraphs for line in paragraph.text.split("\n"))
    return sum(lines) * size * _LINE + _PADDING


def _longest_words(rows: Sequence[Sequence[Spot]], count: int) -> list[int]:
    longest = [1] * count
    for spot in (spot for row in rows for spot in row if spot.first and spot.columns == 1):
        longest[spot.column] = max(longest[spot.column], _longest_word(spot.cell))
    return longest


@lru_cache(maxsize=8192)
def _longest_word(cell: Cell) -> int:
    """How many places the longest word takes; a Thai stretch without spaces holds at most one long word at a time."""
    entry = 3 if any(paragraph.role in {"bullet", "number"} for paragraph in cell.paragraphs) else 0
    words = _WORDS.finditer(cell.text)
    return entry + max((min(places(word.group()), LONGEST_THAI_WORD if word.group(1) else _CELL_LIMIT) for word in words), default=0)


def _shared(shares: Sequence[float], least: Sequence[float], line: float) -> list[float]:
    """The line by shares, with columns that would get too little held at their least."""
    held: set[int] = set()
    while True:
        free = line - sum(least[index] for index in held)
        total = sum(share for index, share in enumerate(shares) if index not in held) or 1.0
        widths = [least[index] if index in held else share * free / total for index, share in enumerate(shares)]
        short = {index for index, width in enumerate(widths) if index not in held and width < least[index]}
        if not short:
            return widths
        held |= short

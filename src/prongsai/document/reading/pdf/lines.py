"""Lines of text from the letters of a page: what stands on one baseline, with spaces where the file or a gap has one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from prongsai.document.reading.pdf.glyphs import Glyph

_SAME_BASELINE = 0.34
_PIECE_GAP = 1.0
_DOUBLED = 0.3


class Piece(NamedTuple):
    """A part of a line that a wide gap parts from the next one; `order` is the reader's number of a letter in its midst."""

    left: float
    right: float
    text: str
    order: int


@dataclass(slots=True)
class Line:
    """A line of text: `y` is its baseline, `size` that of most letters; `spaced_end` that a space ended it in the file, `drawn` that it belongs to a chart.

    `zone` is 0, or 1 and 2 for the left and the right column of prose in two.
    """

    left: float
    right: float
    y: float
    size: float
    pieces: list[Piece]
    spaced_end: bool = False
    bold: bool = False
    drawn: bool = False
    zone: int = 0

    @property
    def text(self) -> str:
        """The whole line, a space where a wide gap is."""
        return " ".join(piece.text for piece in self.pieces)

    @property
    def top(self) -> float:
        """About where the letters begin."""
        return self.y - self.size


def lines_of(glyphs: Iterable[Glyph], space: float) -> list[Line]:
    """The lines from top to bottom; a gap of `space` times the size parts two words.

    Letters that only repeat the one they lie on (bold made by printing twice) are left out."""
    return [line for row in _rows(sorted(glyphs, key=_by_baseline)) if (line := _line(row, space)) is not None]


def _by_baseline(glyph: Glyph) -> float:
    return glyph.y


def _rows(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    rows: list[list[Glyph]] = []
    y = size = 0.0
    for glyph in glyphs:
        if not rows or glyph.y - y > _SAME_BASELINE * max(min(size, glyph.size), 4.0):
            rows.append([])
            y, size = glyph.y, glyph.size
        rows[-1].append(glyph)
    return rows


def _line(row: list[Glyph], space: float) -> Line | None:
    row.sort(key=lambda glyph: (glyph.left, glyph.order))
    letters = _once([glyph for glyph in row if glyph.text != " "])
    if not letters:
        return None
    spaces = [glyph.left for glyph in row if glyph.text == " "]
    size = median(glyph.size for glyph in letters)
    last = letters[-1]
    return Line(
        letters[0].left,
        max(glyph.right for glyph in letters[-3:]),
        median(glyph.y for glyph in letters),
        size,
        _pieces(letters, spaces, size, space=space),
        spaced_end=bool(spaces) and spaces[-1] > last.left,
    )


def _once(letters: list[Glyph]) -> list[Glyph]:
    kept: list[Glyph] = []
    for glyph in letters:
        before = kept[-1] if kept else None
        if before is None or glyph.text != before.text or glyph.left - before.left > _DOUBLED * (before.right - before.left):
            kept.append(glyph)
    return kept


def _pieces(letters: list[Glyph], spaces: list[float], size: float, *, space: float) -> list[Piece]:
    gaps = [after.left - before.right for before, after in pairwise(letters)]
    usual = max(0.0, sorted(gaps)[len(gaps) // 2]) if len(gaps) > 3 else 0.0
    pieces: list[Piece] = []
    text = [letters[0].text]
    first = at = 0
    for number, (gap, before, glyph) in enumerate(zip(gaps, letters, letters[1:], strict=False), 1):
        spaced = False
        while at < len(spaces) and spaces[at] <= glyph.left:
            spaced = spaced or spaces[at] >= before.left
            at += 1
        if gap > usual + _PIECE_GAP * size:
            pieces.append(_piece(letters[first:number], text))
            first, text = number, []
        elif spaced or gap > usual + space * size:
            text.append(" ")
        text.append(glyph.text)
    pieces.append(_piece(letters[first:], text))
    return pieces


def _piece(letters: list[Glyph], text: list[str]) -> Piece:
    return Piece(letters[0].left, letters[-1].right, "".join(text), letters[len(letters) // 2].order)

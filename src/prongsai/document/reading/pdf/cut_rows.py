"""Rows of a table that the end of a page cut in two, made whole again."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import count, pairwise

from prongsai.document.reading.pdf.blocks import PageBlocks
from prongsai.document.reading.pdf.lines import Line
from prongsai.document.reading.pdf.paragraphs import Passage, is_list_item
from prongsai.document.reading.pdf.tables import PdfTable
from prongsai.thai import to_arabic_digits

_SAME_WIDTH = 4.0
# Below the last line of a cell that goes on: its descenders, the padding and, where no line may stay alone, two lines more.
_FILLED = 3.7
_FULL = 4.0
_SEVERAL = 3
_MISREAD = 0.25
_LONGEST_HEADS = 400
_DIGIT = re.compile(r"[0-9๐-๙]")
_FIGURE = re.compile(r"[-+–]?\d+(?:[.,]\d+)*\s*%?")
_ENTRY = re.compile(r"(?:^|[\s(])(\d{1,2})[.)](?!\d)")
Side = tuple[int, int]
Cells = dict[Side, list[Passage]]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A row, or a part of one, as it stands on a page: its cells by their first column and how many they span."""

    table: PdfTable
    row: int
    cells: Cells

    def is_filled(self, side: Side) -> bool:
        """Whether the text of a cell reaches down to where the row ends."""
        lines = _lines(self.cells[side])
        return bool(lines) and self.table.grid.ys[self.row + 1] - lines[-1].y <= _FILLED * lines[-1].size

    def is_full(self, side: Side) -> bool:
        """Whether the last line of a cell leaves no room for a word more."""
        lines = _lines(self.cells[side])
        return bool(lines) and self.table.grid.xs[sum(side)] - lines[-1].right <= _FULL * lines[-1].size


def join_cut_rows(pages: Sequence[PageBlocks]) -> None:
    """Puts the second part of each row that goes on over a page into its first part, and numbers the tables that are left from 1.

    A row goes on where the table ends one page and begins the next in the same columns, and where every cell that has more text there had filled its own to the
    row's end; a number of a list in the first column, or a figure, begins a row.
    """
    firsts: dict[int, PdfTable] = {}
    owners: dict[int, _Piece] = {}
    for earlier, page in pairwise(pages):
        found = _meeting(earlier, page)
        if found is None:
            continue
        before, after = found
        firsts[id(after)] = firsts.get(id(before), before)
        heads = _repeated_heads(firsts[id(after)], after)
        piece, rest = _last_row(before), _row(after, heads)
        if rest is None or not _goes_on(piece, rest):
            continue
        whole = owners[id(before)] if piece.row == before.moved else piece
        _move(whole, piece, rest)
        owners[id(after)] = whole
    _number(pages)


def _meeting(earlier: PageBlocks, page: PageBlocks) -> tuple[PdfTable, PdfTable] | None:
    """The last table of a page and the first of the next, where nothing stands between them and their columns are as wide."""
    if not earlier.tables or not page.tables:
        return None
    before, after = max(earlier.tables, key=lambda table: table.grid.ys[-1]), min(page.tables, key=lambda table: table.grid.ys[0])
    if any(line.y > before.grid.ys[-1] for line in earlier.lines) or any(line.y < after.grid.ys[0] for line in page.lines):
        return None
    return (before, after) if _widths_agree(before, after) else None


def _widths_agree(before: PdfTable, after: PdfTable) -> bool:
    xs, others = before.grid.xs, after.grid.xs
    shift = others[0] - xs[0]
    return len(xs) == len(others) and all(abs(other - x - shift) <= _SAME_WIDTH for x, other in zip(xs, others, strict=True))


def _repeated_heads(first: PdfTable, after: PdfTable) -> int:
    """How many rows on top of a continuation repeat those of the table's first part, a letter misread or so."""
    rows = min(len(first.grid.ys), len(after.grid.ys)) - 1
    return next((row for row in range(rows) if not _alike(_row_text(first, row), _row_text(after, row))), rows)


def _alike(text: str, other: str) -> bool:
    if text == other:
        return True
    return abs(len(text) - len(other)) <= _MISREAD * len(text) and SequenceMatcher(None, text, other).ratio() > 1 - _MISREAD and not _DIGIT.search(text + other)


def _row_text(table: PdfTable, row: int) -> str:
    cells = sorted((area, found) for area, found in table.cells.items() if area.row == row)
    return "\t".join("".join(passage.text for passage in found) for _, found in cells)[:_LONGEST_HEADS]


def _last_row(table: PdfTable) -> _Piece:
    end = len(table.grid.ys) - 1
    return _Piece(table, end - 1, {(area.column, area.columns): found for area, found in table.cells.items() if area.row + area.rows == end})


def _row(table: PdfTable, row: int) -> _Piece | None:
    """The row of the table; None where there is none."""
    if row >= len(table.grid.ys) - 1:
        return None
    return _Piece(table, row, {(area.column, area.columns): found for area, found in table.cells.items() if area.row == row})


def _goes_on(piece: _Piece, rest: _Piece) -> bool:
    """Whether `rest`, the first row of the next page, is the second part of `piece`, the last one of a page."""
    sides = [side for side, found in rest.cells.items() if _lines(found)]
    if not sides or piece.cells.keys() != rest.cells.keys() or not all(piece.is_filled(side) for side in sides):
        return False
    texts = {side: _text(rest.cells[side]) for side in sides}
    if any(_FIGURE.fullmatch(text) for text in texts.values()):
        return False
    first = min(rest.cells)
    if first in texts and (is_list_item(texts[first]) or not (piece.is_full(first) or len(_lines(piece.cells[first])) >= _SEVERAL)):
        return False
    is_partial = any(found and _lines(found) and side not in sides for side, found in piece.cells.items())
    evidence = [piece.is_full(side) or _counts_on(_text(piece.cells[side]), texts[side]) for side in sides]
    if not is_partial:
        return all(evidence)
    return any(evidence) or any(len(_lines(piece.cells[side])) >= _SEVERAL for side in sides)


def _counts_on(before: str, after: str) -> bool:
    """Whether a text begins with the number that follows the last one of a list."""
    counted, number = _ENTRY.findall(before), _ENTRY.match(after)
    return bool(counted) and number is not None and int(number[1]) == int(counted[-1]) + 1


def _move(whole: _Piece, piece: _Piece, rest: _Piece) -> None:
    """Moves the texts of `rest` to the row they belong to, whose last part is `piece`; a paragraph that was cut is one again."""
    for side, found in rest.cells.items():
        taken = whole.cells[side]
        if found and taken and piece.is_full(side) and not is_list_item(found[0].text):
            taken[-1].lines.extend(found[0].lines)
            taken.extend(found[1:])
        else:
            taken.extend(found)
    rest.table.moved = rest.row


def _number(pages: Sequence[PageBlocks]) -> None:
    """Leaves out what is only repeated heads now, and numbers the others."""
    numbers = count(1)
    for page in pages:
        page.tables = [table for table in page.tables if not (table.moved is not None and table.moved == len(table.grid.ys) - 2)]
        for table in page.tables:
            table.place = replace(table.place, table=next(numbers))


def _lines(found: Sequence[Passage]) -> list[Line]:
    return [line for passage in found for line in passage.lines]


def _text(found: Sequence[Passage]) -> str:
    return to_arabic_digits(" ".join(passage.text for passage in found)).strip()

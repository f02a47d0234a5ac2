"""An Excel file as a document: a heading a sheet, a table a block of cells."""

import io
import warnings
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from pathlib import Path

import openpyxl
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from prongsai.document.archive import check_package
from prongsai.document.model import Block, Cell, Column, Document, Heading, Paragraph, Place, Reading, Row, Run, Section, Table
from prongsai.document.reading.excel.layout import Layout, layouts
from prongsai.document.reading.excel.read_xlsx import WORKBOOK_FAULTS
from prongsai.document.reading.excel.text import shown
from prongsai.document.reading.text_decoding import MANY_CELLS, Beyond, refused, visible
from prongsai.document.workbook import cell_address
from prongsai.thai import thai_ratio
from prongsai.words import Words

_MOST_CELLS = 200_000
_MOST_PLACES = 1_500_000
_NAMED = 5
_LEAST_THAI = 0.3
_Filled = dict[int, dict[int, str]]
_Range = tuple[int, int, int, int]


def read_sheets(path: Path) -> Reading:
    """The visible sheets, each a heading with its name; every block of rows up to a blank one is a table, lines of a single cell above it are paragraphs.

    Anchors are `Sheet!B7`. Formulas count as their stored values and are never computed; hidden sheets, rows and columns are left out: notes say so.
    Raises UnreadableFile: missing, empty, encrypted, broken, not an .xlsx, over 20 MB unpacked or 200,000 cells, or without a value.
    """
    try:
        check_package(path, member="xl/workbook.xml")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _reading(path)
    except Beyond as error:
        raise refused(path, error.code, error.texts) from error
    except WORKBOOK_FAULTS as error:
        raise refused(path, "broken-file", _BROKEN) from error


def _reading(path: Path) -> Reading:
    data = path.read_bytes()
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    known = layouts(data)
    seen = _Seen()
    blocks: list[Block] = []
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            seen.hidden_sheets.append(sheet.title)
        elif isinstance(sheet, ReadOnlyWorksheet):
            blocks += _Sheet(sheet.title, known.get(sheet.title, Layout()), seen).blocks(sheet)
    if not any(isinstance(block, Table | Paragraph) for block in blocks):
        raise Beyond("empty-file", _EMPTY)
    return Reading(_document(book, blocks), "xlsx", notes=tuple(seen.notes()))


def _document(book: Workbook, blocks: list[Block]) -> Document:
    properties = book.properties
    title = properties.title or next(block.text for block in blocks if isinstance(block, Heading))
    thai = thai_ratio(" ".join(_texts(blocks))) >= _LEAST_THAI
    created = (properties.created or datetime.min).date()
    return Document(visible(title), (Section(tuple(blocks)),), "th" if thai else "en", author=visible(properties.creator or ""), created=created)


def _texts(blocks: list[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Heading | Paragraph):
            yield block.text
        elif isinstance(block, Table):
            yield from (cell.text for row in block.rows[:200] for cell in row)


class _Seen:
    """What is counted over all sheets, and what the notes will say."""

    def __init__(self) -> None:
        self.tables = 0
        self.hidden_sheets: list[str] = []
        self.hidden_places: list[str] = []
        self.without_value: list[str] = []
        self.errors: list[str] = []
        self._filled = self._built = self._places = 0

    def count(self, *, filled: int = 0, built: int = 0, places: int = 0) -> None:
        """Cells that hold something, cells of tables and places looked at; raises Beyond where the file has too many."""
        self._filled += filled
        self._built += built
        self._places += places
        if max(self._filled, self._built) > _MOST_CELLS or self._places > _MOST_PLACES:
            raise Beyond("file-too-large", MANY_CELLS)

    def notes(self) -> Iterator[Words]:
        """A note for each kind of thing that was seen and left out."""
        for places, (thai, english) in (
            (self.hidden_sheets, _HIDDEN_SHEETS),
            (self.hidden_places, _HIDDEN_PLACES),
            (self.without_value, _WITHOUT_VALUE),
            (self.errors, _ERRORS),
        ):
            if places:
                named = ", ".join(places[:_NAMED]) + (" …" if len(places) > _NAMED else "")
                yield Words(f"{thai} ({len(places)}): {named}", f"{english} ({len(places)}): {named}")


@dataclass(frozen=True, slots=True)
class _Block:
    """The rows and columns of a block, and which places a merged cell takes: the first with its span, the others not at all."""

    rows: Sequence[int]
    columns: Sequence[int]
    spans: dict[tuple[int, int], tuple[int, int]]
    covered: set[tuple[int, int]]


class _Sheet:
    """One sheet on its way to blocks."""

    def __init__(self, name: str, layout: Layout, seen: _Seen) -> None:
        self._name = visible(name)
        self._layout = layout
        self._seen = seen
        self._filled: _Filled = {}
        self._merged: dict[int, list[_Range]] = {}

    def blocks(self, sheet: ReadOnlyWorksheet) -> Iterator[Block]:
        """The heading, then what stands below it; nothing for an empty sheet."""
        sheet.reset_dimensions()
        for number, row in enumerate(sheet.rows, 1):
            self._seen.count(places=len(row) + 1)
            cells = {column: shown(cell.value, cell.number_format) for column, cell in enumerate(row, 1) if cell.value is not None}
            self._take(number, {column: visible(text) for column, text in cells.items() if text})
            self._seen.errors += [self._anchor(number, column) for column, cell in enumerate(row, 1) if cell.data_type == "e"]
        self._seen.without_value += [f"{self._name}!{address}" for address in self._layout.without_value]
        if self._filled:
            self._merged = self._shown_ranges()
            yield Heading(self._name, place=Place(anchor=f"{self._name}!A1"))
            for rows in self._row_groups():
                yield from self._group(rows)

    def _take(self, number: int, cells: dict[int, str]) -> None:
        hidden = self._layout.hidden_columns & cells.keys()
        if number in self._layout.hidden_rows and cells:
            self._seen.hidden_places.append(f"{self._name}!{number}")
            return
        if hidden:
            self._seen.hidden_places.append(self._anchor(number, min(hidden)))
        kept = {column: text for column, text in cells.items() if column not in hidden}
        self._seen.count(filled=len(kept))
        if kept:
            self._filled[number] = kept

    def _row_groups(self) -> Iterator[list[int]]:
        """Rows that no blank one parts; a cell that is merged over a row bridges it."""
        bridged = {row for ranges in self._merged.values() for first, _, last, _ in ranges for row in range(first + 1, last + 1)}
        hidden = self._layout.hidden_rows
        numbers = sorted(self._filled)
        group = numbers[:1]
        for before, number in pairwise(numbers):
            between = range(before + 1, number)
            if any(row not in bridged and row not in hidden for row in between):
                yield group
                group = []
            else:
                group += [row for row in between if row not in hidden]
            group.append(number)
        yield group

    def _shown_ranges(self) -> dict[int, list[_Range]]:
        """The merged ranges that show something, by their first row, down to the last row that is filled."""
        deepest = max(self._filled)
        ranges: dict[int, list[_Range]] = {}
        for (row, column), (last_row, last_column) in self._layout.merged.items():
            if column in self._filled.get(row, {}) and last_row >= row and last_column >= column:
                last = min(last_row, deepest)
                self._seen.count(places=last - row)
                ranges.setdefault(row, []).append((row, column, last, last_column))
        return ranges

    def _group(self, rows: list[int]) -> Iterator[Block]:
        """Lines of a single cell as paragraphs until the first row of a table."""
        for place, row in enumerate(rows):
            cells = self._filled.get(row, {})
            if len(cells) != 1 or any(last > row for _, _, last, _ in self._merged.get(row, [])):
                yield self._table(rows[place:])
                return
            for column, text in cells.items():
                yield from self._lines(text, Place(anchor=self._anchor(row, column)))

    def _table(self, rows: list[int]) -> Table:
        self._seen.tables += 1
        columns = sorted({column for row in rows for column in self._filled.get(row, {})})
        self._seen.count(built=len(rows) * len(columns))
        block = self._block(rows, columns)
        built = tuple(self._row(block, row, number) for number, row in enumerate(rows, 1))
        place = Place(table=self._seen.tables, anchor=self._anchor(rows[0], columns[0]))
        return Table((Column(),) * len(columns), (), built, place=place)

    def _block(self, rows: list[int], columns: list[int]) -> _Block:
        spans: dict[tuple[int, int], tuple[int, int]] = {}
        covered: set[tuple[int, int]] = set()
        for first, left, last, right in (found for row in rows for found in self._merged.get(row, [])):
            high = rows[bisect_left(rows, first) : bisect_right(rows, last)]
            wide = columns[bisect_left(columns, left) : bisect_right(columns, right)]
            self._seen.count(places=len(high) * len(wide))
            places = {(row, column) for row in high for column in wide}
            if not places & covered:
                spans[first, left] = (len(high), len(wide))
                covered |= places
        return _Block(rows, columns, spans, covered - spans.keys())

    def _row(self, block: _Block, row: int, number: int) -> Row:
        cells: list[Cell] = []
        for order, column in enumerate(block.columns, 1):
            if (row, column) in block.covered:
                continue
            high, wide = block.spans.get((row, column), (1, 1))
            place = Place(table=self._seen.tables, row=number, column=order, anchor=self._anchor(row, column))
            text = self._filled.get(row, {}).get(column, "")
            cells.append(Cell(tuple(self._lines(text, place)), columns=wide, rows=high, place=place))
        return tuple(cells)

    def _lines(self, text: str, place: Place) -> Iterator[Paragraph]:
        for line in filter(str.strip, text.split("\n")):
            yield Paragraph((Run(line.strip()),), place=place)

    def _anchor(self, row: int, column: int) -> str:
        return f"{self._name}!{cell_address(row, column)}"


_BROKEN = (
    Words("อ่านไฟล์ Excel ไม่ได้ เพราะโครงสร้างภายในไฟล์ไม่ถูกต้อง", "the Excel file cannot be read: its parts do not fit together"),
    Words("เปิดด้วย Excel หรือ LibreOffice แล้วบันทึกใหม่เป็น .xlsx", "open it in Excel or LibreOffice and save it again as .xlsx"),
)
_EMPTY = (Words("ไฟล์ไม่มีเซลล์ที่มีข้อมูล", "no cell of the file holds a value"), Words("เลือกไฟล์ที่มีข้อมูล", "choose a file that holds something"))
_HIDDEN_SHEETS = ("ไม่ได้อ่านแผ่นงานที่ซ่อนไว้", "hidden sheets were not read")
_HIDDEN_PLACES = ("ไม่ได้อ่านแถวหรือคอลัมน์ที่ซ่อนไว้", "hidden rows or columns were not read")
_WITHOUT_VALUE = ("เซลล์เป็นสูตรที่ยังไม่มีผลลัพธ์", "formulas without a stored value")
_ERRORS = ("เซลล์เป็นค่าผิดพลาดของ Excel", "cells with an error of Excel")

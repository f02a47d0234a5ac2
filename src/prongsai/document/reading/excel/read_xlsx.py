"""The plain values of an Excel file; formulas are never evaluated."""

import io
import warnings
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path

import openpyxl
from openpyxl.cell import Cell, MergedCell
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from prongsai.document.archive import PACKAGE_FAULTS, check_package
from prongsai.document.workbook import Sheet, Value, Workbook, cell_address
from prongsai.errors import Problem, UnreadableFile
from prongsai.words import Words

_MOST_CELLS = 100_000
_MOST_PLACES = 1_500_000
_MOST_PROBLEMS = 20
# What openpyxl raises at a package whose parts contradict each other; XML faults are SyntaxErrors.
WORKBOOK_FAULTS = (*PACKAGE_FAULTS, InvalidFileException, TypeError, AttributeError, SyntaxError)
_SeenCell = Cell | MergedCell


def read_xlsx(path: Path) -> Workbook:
    """The visible sheets as rows of values; `rows[r - 1][c - 1]` stands at `cell_address(r, c)`, a formula counts as its stored value.

    Raises UnreadableFile: missing, empty, encrypted, broken, not an .xlsx, over 20 MB unpacked or 100,000 cells, or with a formula
    that holds no value or an error; every such cell is named.
    """
    check_package(path, member="xl/workbook.xml")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _read(path)
    except WORKBOOK_FAULTS as error:
        why = Words("โครงสร้างภายในไฟล์ไม่ถูกต้อง", "the parts of the file do not fit together")
        what = Words("อ่านไฟล์ Excel ไม่ได้", "the Excel file cannot be read")
        mend = Words("เปิดด้วย Excel หรือ LibreOffice แล้วบันทึกใหม่เป็น .xlsx", "open it in Excel or LibreOffice and save it again as .xlsx")
        raise UnreadableFile(Problem("broken-file", what, path.name, why, mend)) from error


def _read(path: Path) -> Workbook:
    data = path.read_bytes()
    values = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    formulas = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
    reader = _Reader(path)
    sheets = tuple(
        reader.sheet(sheet, formulas[sheet.title]) for sheet in values.worksheets if isinstance(sheet, ReadOnlyWorksheet) and sheet.sheet_state == "visible"
    )
    if reader.problems:
        raise UnreadableFile(reader.problems)
    properties = values.properties
    return Workbook(sheets, properties.title or "", properties.creator or "", (properties.created or datetime.min).date())


class _Reader:
    """Reads sheet after sheet, counts what it has seen and keeps what is wrong."""

    def __init__(self, path: Path) -> None:
        self.problems: list[Problem] = []
        self._path = path
        self._cells = 0
        self._places = 0

    def sheet(self, values: ReadOnlyWorksheet, formulas: ReadOnlyWorksheet) -> Sheet:
        rows = [self._row(number, seen, written, values.title) for number, (seen, written) in enumerate(_both(values, formulas), 1)]
        while rows and not rows[-1]:
            rows.pop()
        return Sheet(values.title, tuple(rows))

    def _row(self, number: int, seen: tuple[_SeenCell, ...], written: tuple[_SeenCell, ...], sheet: str) -> tuple[Value, ...]:
        self._count(seen)
        row: list[Value] = []
        for column, (value, formula) in enumerate(zip(seen, written, strict=True), 1):
            if value.value is None and formula.data_type == "f":
                self._note(_NO_VALUE, "formula-without-value", f"{sheet}!{cell_address(number, column)}")
            elif value.data_type == "e":
                self._note(_ERROR, "error-value", f"{sheet}!{cell_address(number, column)}")
            row.append(_plain(value.value))
        while row and row[-1] is None:
            row.pop()
        return tuple(row)

    def _count(self, seen: tuple[_SeenCell, ...]) -> None:
        self._places += len(seen) + 1
        self._cells += sum(cell.value is not None for cell in seen)
        if self._cells > _MOST_CELLS or self._places > _MOST_PLACES:
            what, mend = _LARGE
            raise UnreadableFile(Problem("file-too-large", what, self._path.name, mend=mend))

    def _note(self, texts: tuple[Words, Words], code: str, place: str) -> None:
        if len(self.problems) < _MOST_PROBLEMS:
            self.problems.append(Problem(code, texts[0], f"{self._path.name} › {place}", mend=texts[1]))


def _both(values: ReadOnlyWorksheet, formulas: ReadOnlyWorksheet) -> Iterator[tuple[tuple[_SeenCell, ...], tuple[_SeenCell, ...]]]:
    """The rows from A1 on, as values and as written; a size that the file only claims is not believed."""
    for sheet in (values, formulas):
        sheet.reset_dimensions()
    yield from zip(values.rows, formulas.rows, strict=True)


def _plain(value: object) -> Value:
    if isinstance(value, datetime):
        return value.date() if value.time() == time() else value
    if isinstance(value, str):
        return value if value.strip() else None
    if value is None or isinstance(value, bool | int | float | Decimal | date):
        return value
    return str(value) if isinstance(value, time | timedelta) else None


_NO_VALUE = (
    Words("เซลล์เป็นสูตรที่ยังไม่มีผลลัพธ์", "the cell is a formula without a stored value"),
    Words("เปิดไฟล์ใน Excel แล้วบันทึก หรือพิมพ์ค่าแทนสูตร", "open the file in Excel and save it, or type the value in place of the formula"),
)
_ERROR = (
    Words("เซลล์เป็นค่าผิดพลาดของ Excel", "the cell holds an Excel error"),
    Words("แก้สูตรหรือพิมพ์ค่าที่ถูกต้อง", "mend the formula or type the right value"),
)
_LARGE = (
    Words("ไฟล์มีเซลล์มากเกินไป (เกิน 100,000 เซลล์)", "the file has too many cells (over 100,000)"),
    Words("ลบแถวหรือแผ่นงานที่ไม่ใช้", "remove rows or sheets that are not needed"),
)

"""A workbook as an Excel file in which no text ever becomes a formula."""

import io
import re
from collections.abc import Iterator
from datetime import datetime, time
from errno import ENOSPC
from math import ceil
from pathlib import Path
from typing import BinaryIO
from zipfile import ZipFile

import openpyxl
from lxml import etree
from openpyxl.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from prongsai.document.archive import steady_zip
from prongsai.document.safe import printable
from prongsai.document.workbook import Sheet, Value, Workbook
from prongsai.document.writing.fonts import FAMILY, advance
from prongsai.words import Words

_LISTS = "_lists"
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_CORE = "docProps/core.xml"
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
_SIZE = 11
_LINE_HEIGHT = 17
# Points of one unit of a column's width.
_CHARACTER = 5.25
_FONT = Font(name=FAMILY, size=_SIZE, color="1C1C1A")
_HEAD_FONT = Font(name=FAMILY, size=_SIZE, bold=True, color="1C1C1A")
_HEAD_FILL = PatternFill("solid", start_color="E9F0EF")
_OPEN_FILL = PatternFill("solid", start_color="FFFDF3")
_LINE = Side(style="thin", color="B9C4C2")
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_BODY = Alignment(vertical="top", wrap_text=True)
_HEAD = Alignment(horizontal="center", vertical="center", wrap_text=True)
_NOT_IN_LIST = Words("กรุณาเลือกจากรายการ", "please choose from the list")
_NOT_IN_LIMITS = Words("กรุณากรอกตัวเลขตั้งแต่ {} ถึง {}", "please enter a number from {} to {}")


def write_xlsx(workbook: Workbook, target: Path | BinaryIO) -> None:
    """Write the workbook as .xlsx; the same workbook gives the same bytes.

    Every text is stored as text, also where it begins like a formula. Raises ValueError for a sheet name that Excel does not allow.
    """
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for sheet in workbook.sheets:
        _Writer(book, sheet).write()
    lists = book[_LISTS] if _LISTS in book.sheetnames else None
    if lists is not None:
        book.move_sheet(lists, len(book.worksheets))
    data = _steady(book, workbook)
    if isinstance(target, Path):
        target.write_bytes(data)
    else:
        target.write(data)


class _Writer:
    """Fills one sheet."""

    def __init__(self, book: openpyxl.Workbook, sheet: Sheet) -> None:
        self._book = book
        self._sheet = sheet
        self._target: Worksheet = book.create_sheet(sheet.name)

    def write(self) -> None:
        """Values first, then what lies over them."""
        for row, values in enumerate(self._sheet.rows, 1):
            for column, value in enumerate(values, 1):
                _put(self._target.cell(row, column), value, head=row <= self._sheet.head_rows)
            self._target.row_dimensions[row].height = self._row_height(row)
        for column, width in enumerate(self._sheet.widths, 1):
            self._target.column_dimensions[get_column_letter(column)].width = width
        if self._sheet.head_rows or self._sheet.head_columns:
            self._target.freeze_panes = self._target.cell(self._sheet.head_rows + 1, self._sheet.head_columns + 1).coordinate
        self._format()
        self._protect()
        self._validate()
        self._print_setup()

    def _row_height(self, row: int) -> float:
        """Points for the wrapped texts of a row: not every program works that out when it opens the file."""
        values = enumerate(zip(self._sheet.rows[row - 1], self._sheet.widths, strict=False), 1)
        merged = {range_boundaries(span)[:2] for span in self._sheet.merged}
        texts = ((text, width) for column, (text, width) in values if isinstance(text, str) and (column, row) not in merged)
        lines = (sum(ceil(advance(line, _SIZE) / (_CHARACTER * width)) or 1 for line in text.split("\n")) for text, width in texts)
        return 4 + _LINE_HEIGHT * max(lines, default=1)

    def _format(self) -> None:
        for span, code in self._sheet.formats.items():
            for cell in self._cells(span):
                cell.number_format = code
        for address, text in self._sheet.notes.items():
            comment = Comment(printable(text), printable(self._book.properties.creator or FAMILY))
            comment.width, comment.height = 320, 40 + 22 * (1 + len(text) // 34 + text.count("\n"))
            self._target[address].comment = comment
        for span in self._sheet.merged:
            self._target.merge_cells(span)

    def _protect(self) -> None:
        if self._sheet.open_cells is None:
            return
        protection = self._target.protection
        protection.sheet = True
        protection.formatColumns = protection.formatRows = False
        for span in self._sheet.open_cells:
            for cell in self._cells(span):
                cell.protection = Protection(locked=False)
                cell.fill = _OPEN_FILL
                cell.border = _BOX
                cell.font = _FONT
                cell.alignment = _BODY

    def _validate(self) -> None:
        for span, texts in self._sheet.choices.items():
            rule = DataValidation(type="list", formula1=self._list(texts), allow_blank=True)
            _refuse(rule, _NOT_IN_LIST.th)
            self._add(rule, span)
        for span, (least, greatest) in self._sheet.limits.items():
            rule = DataValidation(type="decimal", operator="between", formula1=f"{least:g}", formula2=f"{greatest:g}", allow_blank=True)
            _refuse(rule, _NOT_IN_LIMITS.th.format(f"{least:g}", f"{greatest:g}"))
            self._add(rule, span)

    def _add(self, rule: DataValidation, span: str) -> None:
        rule.add(span)
        self._target.add_data_validation(rule)

    def _list(self, texts: tuple[str, ...]) -> str:
        """The allowed texts in a column of a hidden sheet: within the rule itself Excel takes 255 characters and no commas."""
        lists = self._book[_LISTS] if _LISTS in self._book.sheetnames else self._book.create_sheet(_LISTS)
        lists.sheet_state = "hidden"
        lists.protection.sheet = True
        column = lists.max_column + 1 if lists["A1"].value is not None else 1
        for row, text in enumerate(texts, 1):
            _put(lists.cell(row, column), text, head=False)
        letter = get_column_letter(column)
        return f"{_LISTS}!${letter}$1:${letter}${max(len(texts), 1)}"

    def _cells(self, span: str) -> Iterator[Cell]:
        left, top, right, bottom = (int(edge or 1) for edge in range_boundaries(span))
        for row in self._target.iter_rows(top, bottom, left, right):
            yield from (cell for cell in row if not isinstance(cell, MergedCell))

    def _print_setup(self) -> None:
        self._target.page_setup.orientation = "landscape"
        self._target.page_setup.paperSize = 9
        self._target.page_setup.fitToWidth, self._target.page_setup.fitToHeight = 1, 0
        self._target.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        if self._sheet.head_rows:
            self._target.print_title_rows = f"1:{self._sheet.head_rows}"


def _put(cell: Cell | MergedCell, value: Value, *, head: bool) -> None:
    if isinstance(cell, MergedCell):
        return
    cell.value = printable(value) if isinstance(value, str) else value
    cell.font, cell.alignment = (_HEAD_FONT, _HEAD) if head else (_FONT, _BODY)
    if head:
        cell.fill, cell.border = _HEAD_FILL, _BOX
    if isinstance(value, str):
        cell.data_type = "s"
        if value.startswith(_FORMULA_STARTS):
            cell.quotePrefix = True


def _refuse(rule: DataValidation, message: str) -> None:
    rule.showErrorMessage = True
    rule.showInputMessage = True
    rule.errorStyle = "stop"
    rule.error = message


def _steady(book: openpyxl.Workbook, workbook: Workbook) -> bytes:
    moment = datetime.combine(workbook.created, time())
    book.properties.title = printable(workbook.title)
    book.properties.creator = printable(workbook.author)
    book.properties.created = moment
    target = io.BytesIO()
    try:
        book.save(target)
    except etree.SerialisationError as error:
        # Sheets are first written to the folder for temporary files.
        raise OSError(ENOSPC, f"temporary files: {error}") from error
    with ZipFile(target) as package:
        core = package.read(_CORE)
    stamp = moment.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    return steady_zip(target.getvalue(), workbook.created, {_CORE: _MODIFIED.sub(rb"\g<1>" + stamp, core)})

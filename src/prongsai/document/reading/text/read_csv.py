"""Comma-separated rows as a document: one table, each cell with its place."""

import csv
import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from prongsai.document.model import Cell, Column, Document, Paragraph, Place, Reading, Row, Run, Section, Table
from prongsai.document.reading.text_decoding import decode, read_bytes, refused
from prongsai.thai import repair
from prongsai.words import Words

_MOST_CELLS = 200_000
_SEPARATORS = ",;\t|"


def read_csv(path: Path) -> Reading:
    """The rows of the file as a table; the separator is the one of comma, semicolon, tab and bar that its first lines have most of.

    Raises UnreadableFile: missing, empty, over 20 MB or 200,000 cells, no text, or broken quotes.
    """
    found = decode(read_bytes(path), path)
    head = "\n".join(found.text.split("\n", 5)[:5])
    written = csv.reader(io.StringIO(found.text, newline=""), delimiter=max(_SEPARATORS, key=head.count))
    try:
        rows = [row for row in written if any(value.strip() for value in row)]
    except csv.Error as error:
        raise refused(path, "broken-file", _BROKEN) from error
    width = max(map(len, rows), default=0)
    if width * len(rows) > _MOST_CELLS:
        raise refused(path, "file-too-large", _LARGE)
    cells = tuple(_row(values, number, width) for number, values in enumerate(rows, 1))
    table = Table(tuple(Column() for _ in range(width)), (), cells, place=Place(table=1))
    document = Document(path.stem, (Section((table,)),), created=date.fromtimestamp(path.stat().st_mtime))
    return Reading(document, "text", quality=found.quality, notes=found.notes)


def _row(values: Sequence[str], number: int, width: int) -> Row:
    return tuple(_cell(values[column - 1] if column <= len(values) else "", Place(table=1, row=number, column=column)) for column in range(1, width + 1))


def _cell(text: str, place: Place) -> Cell:
    return Cell((Paragraph((Run(repair(text).strip()),), place=place),), place=place)


_LARGE = (
    Words("ไฟล์มีเซลล์มากเกินไป (เกิน 200,000 เซลล์)", "the file has too many cells (over 200,000)"),
    Words("ลบแถวหรือคอลัมน์ที่ไม่ใช้ หรือแบ่งเป็นหลายไฟล์", "remove rows or columns that are not needed, or split the file"),
)
_BROKEN = (
    Words("อ่านแถวของไฟล์ CSV ไม่ได้", "the rows of the CSV file cannot be read"),
    Words("เปิดด้วย Excel หรือ LibreOffice แล้วบันทึกใหม่เป็น .xlsx", "open it in Excel or LibreOffice and save it again as .xlsx"),
)

"""Comma-separated rows as a document: tables, each cell with its place, and the lines above them."""

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import takewhile
from pathlib import Path

from prongsai.document.model import Block, Cell, Column, Document, Paragraph, Place, Reading, Row, Run, Section, Table
from prongsai.document.reading.text_decoding import decode, read_bytes, refused
from prongsai.thai import repair
from prongsai.words import Words

_MOST_CELLS = 200_000
_SEPARATORS = ",;\t|"
_SHORT = 60


def read_csv(path: Path) -> Reading:
    """The rows of the file as tables, which blank rows part, and lines of a single cell above a table as paragraphs.

    The separator is the one of comma, semicolon, tab and bar that the first lines have most of.

    Raises UnreadableFile: missing, empty, over 20 MB or 200,000 cells, no text, or broken quotes.
    """
    found = decode(read_bytes(path), path)
    head = "\n".join(found.text.split("\n", 5)[:5])
    written = csv.reader(io.StringIO(found.text, newline=""), delimiter=max(_SEPARATORS, key=head.count))
    try:
        rows = list(written)
    except csv.Error as error:
        raise refused(path, "broken-file", _BROKEN) from error
    if max(map(len, rows), default=0) * len(rows) > _MOST_CELLS:
        raise refused(path, "file-too-large", _LARGE)
    document = Document(path.stem, (Section(tuple(_blocks(rows))),), created=date.fromtimestamp(path.stat().st_mtime))
    return Reading(document, "text", quality=found.quality, notes=found.notes)


def _blocks(rows: Sequence[Sequence[str]]) -> Iterator[Block]:
    tables = 0
    for group in _groups(rows):
        lines = list(takewhile(_is_line, group))
        for line in lines:
            yield Paragraph((Run(repair("".join(line)).strip()),))
        rest = group[len(lines) :]
        if rest:
            tables += 1
            width = max(_filled(row)[-1] for row in rest) + 1
            cells = tuple(_row(values, number, width, table=tables) for number, values in enumerate(rest, 1))
            yield Table(tuple(Column() for _ in range(width)), (), cells, place=Place(table=tables))


def _groups(rows: Sequence[Sequence[str]]) -> Iterator[list[Sequence[str]]]:
    """Rows that follow each other; a long line of a single cell begins a group too, a short one behind a blank row is the end of the table."""
    group: list[Sequence[str]] = []
    parted = in_table = False
    for row in rows:
        if not _filled(row):
            parted = True
            continue
        is_line = _is_line(row)
        is_long = is_line and len("".join(row).strip()) > _SHORT
        if group and (is_long if is_line and in_table else parted):
            yield group
            group, in_table = [], False
        group.append(row)
        in_table = in_table or not is_line
        parted = False
    if group:
        yield group


def _filled(row: Sequence[str]) -> list[int]:
    return [column for column, value in enumerate(row) if value.strip()]


def _is_line(row: Sequence[str]) -> bool:
    return _filled(row) == [0]


def _row(values: Sequence[str], number: int, width: int, *, table: int) -> Row:
    return tuple(_cell(values[column - 1] if column <= len(values) else "", Place(table=table, row=number, column=column)) for column in range(1, width + 1))


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

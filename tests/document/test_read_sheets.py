"""A workbook comes out as headings and tables as Excel shows them, and nothing of it is computed."""

import zipfile
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from prongsai.document.grid import laid_out
from prongsai.document.model import Block, Heading, Paragraph, Reading, Table
from prongsai.document.reading.excel.read_sheets import read_sheets
from prongsai.document.reading.excel.text import shown
from prongsai.errors import UnreadableFile

Fill = Callable[[Worksheet], object]
ANY_FILE = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)


def test_a_sheet_is_a_heading_with_a_table_a_block(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        for row in (["ที่", "ตัวชี้วัด", "คะแนน"], [1, "การปฏิบัติหน้าที่", 95.5], [], [None, "ก", "ข"], [None, "ค\nง", date(2025, 4, 30)]):
            sheet.append(row)

    heading, first, second = read(tmp_path, fill).blocks

    assert isinstance(heading, Heading)
    assert (heading.text, heading.level) == ("คะแนน 2568", 1)
    assert isinstance(first, Table)
    assert isinstance(second, Table)
    assert grid(first) == [["ที่", "ตัวชี้วัด", "คะแนน"], ["1", "การปฏิบัติหน้าที่", "95.5"]]
    assert grid(second) == [["ก", "ข"], ["ค\nง", "2025-04-30"]]
    place = second.rows[1][0].place
    assert place
    assert (place.table, place.row, place.column, place.anchor) == (2, 2, 1, "คะแนน 2568!B5")


def test_lines_of_one_cell_above_a_table_are_paragraphs(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        for row in (["ผลการประเมินของเทศบาลตำบลตัวอย่าง"], ["ปี 2568"], ["ที่", "คะแนน"], [1, 95], ["หมายเหตุ"]):
            sheet.append(row)
        sheet.merge_cells("A1:B1")

    _, *lines, table = read(tmp_path, fill).blocks

    assert [line.text for line in lines if isinstance(line, Paragraph)] == ["ผลการประเมินของเทศบาลตำบลตัวอย่าง", "ปี 2568"]
    assert [line.place.anchor for line in lines if line.place] == ["คะแนน 2568!A1", "คะแนน 2568!A2"]
    assert isinstance(table, Table)
    assert grid(table) == [["ที่", "คะแนน"], ["1", "95"], ["หมายเหตุ", ""]]


def test_merged_cells_span_also_over_a_row_that_is_blank_but_for_them(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"], sheet["B1"], sheet["B2"], sheet["C2"] = "ที่", "คะแนน", "2567", "2568"
        sheet["A3"], sheet["B3"], sheet["C3"], sheet["A5"], sheet["B5"] = 1, 99, 95, 2, 98
        for merged in ("A1:A2", "B1:C1", "A3:A4"):
            sheet.merge_cells(merged)

    (table,) = read(tmp_path, fill).tables

    assert [[(cell.text, cell.columns, cell.rows) for cell in row] for row in table.rows[:2]] == [
        [("ที่", 1, 2), ("คะแนน", 2, 1)],
        [("2567", 1, 1), ("2568", 1, 1)],
    ]
    assert table.rows[2][0].rows == 2
    assert len(table.rows) == 5
    assert [len(spots) for spots in laid_out(table.rows, 3)] == [2, 3, 3, 3, 3]


def test_what_is_hidden_is_left_out_with_a_note(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        for row in (["ก", "ข", "ค"], ["ซ่อน1", "ซ่อน2", "ซ่อน3"], ["ง", "จ", "ฉ"]):
            sheet.append(row)
        sheet.row_dimensions[2].hidden = True
        sheet.column_dimensions["B"].hidden = True
        book = sheet.parent
        assert book
        other = book.create_sheet("ลับ")
        other["A1"] = "ลับ"
        other.sheet_state = "hidden"

    found = read(tmp_path, fill)

    assert [grid(table) for table in found.tables] == [[["ก", "ค"], ["ง", "ฉ"]]]
    assert [note.en for note in found.reading.notes] == [
        "hidden sheets were not read (1): ลับ",
        "hidden rows or columns were not read (3): คะแนน 2568!B1, คะแนน 2568!2, คะแนน 2568!B3",
    ]


def test_a_formula_counts_as_its_stored_value_or_is_noted(tmp_path: Path) -> None:
    path = written(tmp_path, lambda sheet: sheet.append(["รวม", "=1+1", "=REPT(1,9)"]))
    change(path, '<c r="B1"><f>1+1</f><v></v></c>', '<c r="B1"><f>1+1</f><v>87.149999999999991</v></c>')

    found = Read(read_sheets(path))

    assert grid(found.tables[0]) == [["รวม", "87.15"]]
    assert [note.en for note in found.reading.notes] == ["formulas without a stored value (1): คะแนน 2568!C1"]


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (95.5, "General", "95.5"),
        (95.0, "General", "95"),
        (0.1 + 0.2, "General", "0.3"),
        (95, "0.00", "95.00"),
        (84.985, "0.00", "84.99"),
        (1234567.5, "#,##0.00", "1,234,567.50"),
        (0.875, "0.0%", "87.5%"),
        (0.5, "0%", "50%"),
        (12, '"ข้อ" 0', "12"),
        (10**20, "0", "1E+20"),
        (True, "General", "TRUE"),
        (Decimal("87.15"), "General", "87.15"),
        (datetime(2025, 4, 30), "yyyy-mm-dd", "2025-04-30"),
        (datetime(2025, 4, 30, 9, 5), "General", "2025-04-30 09:05"),
        (time(9, 5), "General", "09:05:00"),
        ("ก_x000D_\nข ", "@", "ก\nข"),
        (float("inf"), "0.00", "Infinity"),
        (None, "General", ""),
    ],
)
def test_a_value_is_shown_as_excel_shows_it(value: object, number_format: str, text: str) -> None:
    assert shown(value, number_format) == text


def test_a_sheet_that_claims_to_be_merged_whole_is_read(tmp_path: Path) -> None:
    path = written(tmp_path, lambda sheet: (sheet.append(["ก", "ข"]), sheet.append(["ค", "ง"]), sheet.merge_cells("A1:B1")))
    change(path, "A1:B1", "A1:XFD1048576")

    (table,) = Read(read_sheets(path)).tables

    assert [[(cell.text, cell.columns, cell.rows) for cell in row] for row in table.rows] == [[("ก", 2, 2)], []]


@pytest.mark.parametrize(
    ("fill", "code"),
    [
        (lambda sheet: None, "empty-file"),
        (lambda sheet: sheet.append(["=1+1"]), "empty-file"),
        (lambda sheet: [sheet.cell(1, 1, "ก"), sheet.cell(1, 16_000, "ข"), *(sheet.cell(row, row, "ค") for row in range(1, 200))], ""),
        (lambda sheet: [sheet.cell(row, 16_384, 1) for row in range(1, 101)], "file-too-large"),
        (lambda sheet: [sheet.cell(row, column, "ก") for row in range(1, 700) for column in (row, row + 1)], "file-too-large"),
    ],
)
def test_a_workbook_with_nothing_or_too_much_is_refused(tmp_path: Path, fill: Fill, code: str) -> None:
    path = written(tmp_path, fill)

    assert refusal(path) == code


def test_what_is_no_workbook_is_refused(tmp_path: Path) -> None:
    broken = written(tmp_path, lambda sheet: sheet.append([1]))
    change(broken, "<sheetData>", "<sheetData><row r='x'><c")
    text = tmp_path / "text.xlsx"
    text.write_text("ก")

    assert refusal(broken) == "broken-file"
    assert refusal(text) == "broken-file"
    assert refusal(tmp_path / "ไม่มี.xlsx") == "missing-file"


@ANY_FILE
@given(
    st.integers(2, 5).flatmap(
        lambda width: st.lists(st.lists(st.text("กขคง 123.", min_size=1).filter(str.strip), min_size=width, max_size=width), min_size=1, max_size=6)
    )
)
def test_texts_come_back_as_they_stood(tmp_path: Path, rows: list[list[str]]) -> None:
    (table,) = read(tmp_path, lambda sheet: [sheet.append(row) for row in rows]).tables

    assert grid(table) == [[text.strip() for text in row] for row in rows]


@ANY_FILE
@given(
    st.lists(st.tuples(st.integers(1, 8), st.integers(1, 8), st.integers(0, 4), st.integers(0, 4)), max_size=6),
    st.sets(st.tuples(st.integers(1, 8), st.integers(1, 8)), min_size=1),
)
def test_any_merged_cells_give_tables_that_hold_together(tmp_path: Path, merged: list[tuple[int, int, int, int]], filled: set[tuple[int, int]]) -> None:
    path = written(tmp_path, lambda sheet: [sheet.cell(row, column, f"{row}/{column}") for row, column in filled])
    ranges = "".join(f'<mergeCell ref="{address(row, column)}:{address(row + high, column + wide)}"/>' for row, column, high, wide in merged)
    change(path, "</sheetData>", f"</sheetData><mergeCells>{ranges}</mergeCells>")

    found = Read(read_sheets(path))

    assert found.blocks
    for table in found.tables:
        assert len(list(laid_out(table.rows, len(table.columns)))) == len(table.rows)


class Read:
    """A reading with its blocks at hand."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.blocks: list[Block] = list(reading.document.sections[0].blocks)
        self.tables = [block for block in self.blocks if isinstance(block, Table)]


def read(folder: Path, fill: Fill) -> Read:
    return Read(read_sheets(written(folder, fill)))


def written(folder: Path, fill: Fill) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "คะแนน 2568"
    fill(sheet)
    path = folder / "book.xlsx"
    book.save(path)
    return path


def change(path: Path, old: str, new: str) -> None:
    """Replaces a piece of the first sheet's XML."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"].decode()
    empty = sheet.replace("<v/>", "<v></v>").replace("<v />", "<v></v>")
    assert old in empty
    parts["xl/worksheets/sheet1.xml"] = empty.replace(old, new, 1).encode()
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)


def refusal(path: Path) -> str:
    """The code of the error, empty where the file is read."""
    try:
        read_sheets(path)
    except UnreadableFile as error:
        return error.problems[0].code
    return ""


def address(row: int, column: int) -> str:
    return f"{chr(ord('A') + column - 1)}{row}"


def grid(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]

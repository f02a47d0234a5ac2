"""A workbook comes back as it went out, no text becomes a formula, and a bad file is refused with its reason."""

import io
import zipfile
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils import get_column_letter

from prongsai.document.reading.excel.read_xlsx import read_xlsx
from prongsai.document.workbook import Sheet, Workbook, cell_address
from prongsai.document.writing.write_xlsx import write_xlsx
from prongsai.errors import UnreadableFile

_LEVELS = ("ผ่านดีเยี่ยม", "ผ่านดี", "ผ่าน", "ต้องปรับปรุง, เร่งด่วน")
_FORMULAS = ("=1+1", "+1", "-ลบ", "@cmd", "\tแท็บ", '=HYPERLINK("http://x.example")')


def test_values_come_back_where_they_stood(tmp_path: Path) -> None:
    rows = (("รหัส", "คะแนน", "วันที่"), ("o9", 69.0, date(2025, 4, 30)), (), (None, Decimal("87.15"), True), ("ท้าย", 5))
    path = _written(tmp_path, Sheet("ผล", rows))

    read = read_xlsx(path).sheets[0]

    assert read.name == "ผล"
    assert read.rows == (("รหัส", "คะแนน", "วันที่"), ("o9", 69, date(2025, 4, 30)), (), (None, 87.15, True), ("ท้าย", 5))


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip))
def test_any_text_stays_a_text(text: str) -> None:
    target = io.BytesIO()
    write_xlsx(Workbook((Sheet("ก", (("=" + text,),)),)), target)

    cell = openpyxl.load_workbook(target).worksheets[0]["A1"]

    assert (cell.data_type, cell.value) == ("s", "=" + text)


@pytest.mark.parametrize("text", _FORMULAS)
def test_a_text_like_a_formula_is_marked_as_text(tmp_path: Path, text: str) -> None:
    path = _written(tmp_path, Sheet("ก", ((text,),), choices={"B1": (text,)}))

    book = openpyxl.load_workbook(path)

    for sheet in book.worksheets:
        assert (sheet["A1"].value, sheet["A1"].data_type, sheet["A1"].quotePrefix) == (text, "s", True)
    with zipfile.ZipFile(path) as package:
        assert not any(b"<f>" in package.read(name) for name in package.namelist() if name.startswith("xl/worksheets/"))


def test_long_lists_of_choices_stand_in_a_hidden_sheet(tmp_path: Path) -> None:
    many = tuple(f"ตัวเลือกที่ {number} ซึ่งมีข้อความยาว" for number in range(60))
    path = _written(tmp_path, Sheet("ก", (("ระดับ", "ข้อ"),), choices={"A2:A9": _LEVELS, "B2:B9": many}))

    book = openpyxl.load_workbook(path)

    rules = {str(rule.sqref): rule.formula1 for rule in book["ก"].data_validations.dataValidation}
    assert rules == {"A2:A9": "_lists!$A$1:$A$4", "B2:B9": "_lists!$B$1:$B$60"}
    assert book["_lists"].sheet_state == "hidden"
    assert [cell.value for cell in book["_lists"]["A"]][:4] == list(_LEVELS)
    assert [sheet.name for sheet in read_xlsx(path).sheets] == ["ก"]


def test_only_open_cells_can_be_edited_and_heads_stay_in_sight(tmp_path: Path) -> None:
    sheet = Sheet("ก", (("หัว", "ค่า"), ("ชื่อ", None)), (20, 12), head_rows=1, head_columns=1, open_cells=("B2:B4",), notes={"B1": "กรอก 0–100"})
    path = _written(tmp_path, sheet)

    seen = openpyxl.load_workbook(path)["ก"]

    assert seen.protection.sheet
    assert not seen.protection.password
    assert [seen[address].protection.locked for address in ("A1", "A2", "B1", "B2", "B4")] == [True, True, True, False, False]
    assert seen.freeze_panes == "B2"
    assert (seen["A1"].font.bold, seen["A1"].font.name, seen["B2"].font.name) == (True, "Sarabun", "Sarabun")
    assert seen["B1"].comment.text == "กรอก 0–100"
    assert seen.column_dimensions["A"].width == 20


def test_rows_are_tall_enough_for_wrapped_texts_but_not_for_merged_ones(tmp_path: Path) -> None:
    long = "ข้อมูลพื้นฐานของหน่วยงานและโครงสร้างการแบ่งส่วนราชการ " * 3
    path = _written(tmp_path, Sheet("ก", (("สั้น",), (long,), (long, None)), (30, 80), merged=("A3:B3",)))

    seen = openpyxl.load_workbook(path)["ก"]

    first, second, third = (seen.row_dimensions[row].height for row in (1, 2, 3))
    assert first == third == 21
    assert second > 3 * first


def test_limits_formats_and_merged_cells_are_kept(tmp_path: Path) -> None:
    sheet = Sheet("ก", (("คำชี้แจง", None), (95.5, None)), limits={"A2": (0, 100)}, formats={"A2": "0.00"}, merged=("A1:B1",))
    path = _written(tmp_path, sheet)

    seen = openpyxl.load_workbook(path)["ก"]

    rule = seen.data_validations.dataValidation[0]
    assert (rule.type, rule.formula1, rule.formula2) == ("decimal", "0", "100")
    assert seen["A2"].number_format == "0.00"
    assert [str(span) for span in seen.merged_cells.ranges] == ["A1:B1"]


def test_the_same_workbook_gives_the_same_bytes() -> None:
    book = Workbook((Sheet("ก", (("ก", 1),), notes={"A1": "ข"}, choices={"A2": _LEVELS}),), "ชื่อ", "หน่วยงาน", date(2025, 4, 30))
    first, second = io.BytesIO(), io.BytesIO()

    write_xlsx(book, first)
    write_xlsx(book, second)

    assert first.getvalue() == second.getvalue()
    assert openpyxl.load_workbook(first).properties.modified == datetime(2025, 4, 30)


@given(st.integers(1, 18_000), st.integers(1, 1_000_000))
def test_addresses_are_those_of_excel(column: int, row: int) -> None:
    assert cell_address(row, column) == f"{get_column_letter(column)}{row}"


def test_a_formula_without_a_value_is_named_with_its_cell(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].title = "ผล"
    book.worksheets[0]["B3"] = "=SUM(A1:A2)"
    book.worksheets[0]["C4"] = "=1/0"
    book.save(tmp_path / "a.xlsx")

    with pytest.raises(UnreadableFile) as caught:
        read_xlsx(tmp_path / "a.xlsx")

    assert [(problem.code, problem.where) for problem in caught.value.problems] == [
        ("formula-without-value", "a.xlsx › ผล!B3"),
        ("formula-without-value", "a.xlsx › ผล!C4"),
    ]


def test_a_formula_with_a_stored_value_counts_as_that_value(tmp_path: Path) -> None:
    path = _written(tmp_path, Sheet("ก", ((12,),)))
    _replace(path, "xl/worksheets/sheet1.xml", b"<v>12</v>", b"<f>SUM(6,6)</f><v>12</v>")

    assert read_xlsx(path).sheets[0].rows == ((12,),)


def test_an_error_value_is_named_with_its_cell(tmp_path: Path) -> None:
    path = _written(tmp_path, Sheet("ก", ((12,),)))
    _replace(path, "xl/worksheets/sheet1.xml", b't="n"><v>12</v>', b't="e"><v>#REF!</v>')

    assert _refusal(path) == "error-value"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty-file"),
        (b"not a package", "broken-file"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "encrypted-file"),
        (b"PK\x03\x04" + bytes(100), "broken-file"),
    ],
)
def test_what_is_no_workbook_is_refused(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)

    assert _refusal(path) == code


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    assert _refusal(tmp_path / "none.xlsx") == "missing-file"
    assert _refusal(tmp_path) == "missing-file"


def test_another_kind_of_package_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as package:
        package.writestr("word/document.xml", "<a/>")

    assert _refusal(tmp_path / "a.xlsx") == "wrong-kind"


def test_a_small_file_that_unpacks_to_much_is_refused(tmp_path: Path) -> None:
    path = _written(tmp_path, Sheet("ก", ((1,),)))
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/media/zeros.bin", bytes(21 * 1024 * 1024))

    assert path.stat().st_size < 100_000
    assert _refusal(path) == "file-too-large"


def test_declared_entities_are_refused(tmp_path: Path) -> None:
    path = _written(tmp_path, Sheet("ก", ((1,),)))
    _replace(path, "xl/worksheets/sheet1.xml", b"<worksheet", b'<!DOCTYPE a [<!ENTITY b "c">]><worksheet')

    assert _refusal(path) == "xml-entities"


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml", "[Content_Types].xml", "xl/_rels/workbook.xml.rels"])
@pytest.mark.parametrize("content", [b"", b"<a", b"<a/>"])
def test_a_broken_part_never_ends_in_another_error(tmp_path: Path, part: str, content: bytes) -> None:
    path = _written(tmp_path, Sheet("ก", (("ก", 1),)))
    _swap(path, part, content)

    assert _outcome(path) in {"read", "broken-file"}


def test_a_lonely_cell_beyond_all_rows_is_refused(tmp_path: Path) -> None:
    path = _written(tmp_path, Sheet("ก", ((1,), (2,))))
    _replace(path, "xl/worksheets/sheet1.xml", b'<row r="2"', b'<row r="99999999"')

    assert _refusal(path) == "file-too-large"


def test_too_many_cells_are_refused(tmp_path: Path) -> None:
    path = _written(tmp_path, Sheet("ก", ((1,),)))
    rows = b"".join(b'<row r="%d">%s</row>' % (row, b"<c><v>1</v></c>" * 400) for row in range(2, 260))
    _replace(path, "xl/worksheets/sheet1.xml", b"</sheetData>", rows + b"</sheetData>")

    assert _refusal(path) == "file-too-large"


def _written(folder: Path, *sheets: Sheet) -> Path:
    path = folder / "a.xlsx"
    write_xlsx(Workbook(sheets, created=date(2025, 4, 30)), path)
    return path


def _refusal(path: Path) -> str:
    with pytest.raises(UnreadableFile) as caught:
        read_xlsx(path)
    assert path.name in caught.value.to("th")
    return caught.value.problems[0].code


def _outcome(path: Path) -> str:
    try:
        read_xlsx(path)
    except UnreadableFile as error:
        return error.problems[0].code
    return "read"


def _replace(path: Path, part: str, old: bytes, new: bytes) -> None:
    with zipfile.ZipFile(path) as package:
        content = package.read(part)
    assert old in content
    _swap(path, part, content.replace(old, new))


def _swap(path: Path, part: str, content: bytes) -> None:
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in (parts | {part: content}).items():
            package.writestr(name, data)

"""`prongsai template`: an Excel file that is filled in and read back as results."""

from pathlib import Path

import openpyxl
import pytest

from cli.running import Command, tree


@pytest.mark.parametrize("year", range(2562, 2570))
def test_every_year_has_a_template(command: Command, tmp_path: Path, year: int) -> None:
    ran = command("template", str(year), "-o", str(tmp_path / "form.xlsx"), "--json")

    assert ran.code == 0
    assert ran.json == {"year": year, "file": str(tmp_path / "form.xlsx")}
    assert tree(tmp_path) == ["form.xlsx"]


def test_a_filled_template_is_scored_and_reported_like_a_results_file(command: Command, tmp_path: Path) -> None:
    form = tmp_path / "form.xlsx"
    command("template", "2568", "-o", str(form))
    book = openpyxl.load_workbook(form)
    book["หน่วยงาน"]["C2"] = "เทศบาลตำบลตัวอย่าง"
    scores: list[float | str] = [95.24, 95.83, 99.31, "๙๓.๓๘", 93.82, 96.03, 95.47, 95.48, 69, 80]
    for row, score in enumerate(scores, 2):
        book["คะแนน"].cell(row, 3, score)
    book["ข้อ OIT"]["C2"] = "ไม่ได้คะแนน"
    book["มาตรการ"]["B2"], book["มาตรการ"]["C2"], book["มาตรการ"]["F2"] = "จัดทำโครงสร้าง", "๐1", "ต.ค. 68"
    book.save(form)

    scored = command("score", str(form), "--json")
    reported = command("report", str(form), "--format", "html", "--out", str(tmp_path / "out"), "--json")

    assert (scored.code, scored.json["total"], scored.json["level"]["code"]) == (0, 87.15, "ผ่าน")
    assert [Path(file).stem for file in reported.json[0]["files"]] == ["analysis", "measures", "progress"]
    assert "จัดทำโครงสร้าง" in (tmp_path / "out" / "form" / "measures.html").read_text(encoding="utf-8")


def test_an_untouched_template_lacks_only_the_agency(command: Command, tmp_path: Path) -> None:
    command("template", "2568", "-o", str(tmp_path / "form.xlsx"))

    ran = command("score", str(tmp_path / "form.xlsx"))

    assert ran.code == 2
    assert "agency" in ran.err
    assert "วิธีแก้" in ran.err


def test_a_fault_in_a_template_is_named_by_its_sheet_and_cell(command: Command, tmp_path: Path) -> None:
    form = tmp_path / "form.xlsx"
    command("template", "2568", "-o", str(form))
    book = openpyxl.load_workbook(form)
    book["หน่วยงาน"]["C2"] = "เทศบาลตำบลตัวอย่าง"
    book["คะแนน"]["C4"] = 101
    book["ข้อ IIT และ EIT"]["C3"] = "95,24"
    book.save(form)

    ran = command("score", str(form))

    assert ran.code == 2
    assert "(คะแนน!C4)" in ran.err
    assert "(ข้อ IIT และ EIT!C3)" in ran.err
    assert "95.24" in ran.err


def test_a_template_of_another_year_is_refused_with_the_cell_and_the_way_out(command: Command, tmp_path: Path) -> None:
    form = tmp_path / "form.xlsx"
    command("template", "2568", "-o", str(form))
    book = openpyxl.load_workbook(form)
    sheet = book["หน่วยงาน"]
    place = next(row for row in range(2, sheet.max_row + 1) if sheet.cell(row, 1).value == "year")
    sheet["C2"] = "เทศบาลตำบลตัวอย่าง"
    sheet.cell(place, 3, 2567)
    book.save(form)

    ran = command("score", str(form))

    assert ran.code == 2
    assert "[template-of-another-year]" in ran.err
    assert "prongsai template 2567" in ran.err


def test_an_excel_file_that_is_no_template_is_refused(command: Command, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.save(tmp_path / "budget.xlsx")

    ran = command("score", str(tmp_path / "budget.xlsx"))

    assert ran.code == 2
    assert "[not-a-template]" in ran.err
    assert "prongsai template" in ran.err


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(("2568", "-o", "form.ods"), "not-xlsx"), (("2570", "-o", "form.xlsx"), "unknown-year"), (("2568", "-o", "file/form.xlsx"), "cannot-write")],
)
def test_a_template_that_cannot_be_made_is_refused_and_nothing_is_left(command: Command, tmp_path: Path, arguments: tuple[str, str, str], code: str) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    year, option, name = arguments

    ran = command("template", year, option, str(tmp_path / name))

    assert ran.code == 2
    assert f"[{code}]" in ran.err
    assert tree(tmp_path) == ["file"]

"""`prongsai check`: remarks on anybody's document, for people, for programs, on a page and in Word."""

import json
import zipfile
from pathlib import Path

import pytest

from cli.running import MAE_SOT, Command, run_apart, tree
from folders import SHARED

_GOOD = """มาตรการส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. 2569

เทศบาลตำบลตัวอย่าง อำเภอสมมติ จังหวัดสมมติ

จากผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2568 ข้อที่ไม่ได้คะแนน ได้แก่ o9

มาตรการ\tขั้นตอน\tระยะเวลา\tผู้รับผิดชอบ\tการติดตาม
จัดทำคู่มือ (ข้อ o9)\t1) ทบทวน 2) เผยแพร่\tต.ค. 68 – มี.ค. 69\tกองคลัง\tรายงานทุกไตรมาส
"""


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """A short document without a fault."""
    path = tmp_path / "ดี.txt"
    path.write_text(_GOOD, encoding="utf-8")
    return path


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    """The same without an owner."""
    path = tmp_path / "ผิด.txt"
    path.write_text(_GOOD.replace("กองคลัง", ""), encoding="utf-8")
    return path


def test_a_document_without_a_fault_ends_with_0(command: Command, good: Path) -> None:
    ran = command("check", str(good), "--json")

    assert ran.code == 0
    assert (ran.json["kind"], ran.json["agency"], ran.json["year"]) == ("measures", "เทศบาลตำบลตัวอย่าง", 2568)
    assert [remark for remark in ran.json["remarks"] if remark["severity"] != "note"] == []


def test_an_error_ends_with_1_and_says_what_where_and_how_to_mend(command: Command, bad: Path) -> None:
    ran = command("check", str(bad), "--json")

    remark = next(remark for remark in ran.json["remarks"] if remark["rule"] == "measure-owner")
    assert ran.code == 1
    assert remark["severity"] == "error"
    assert (remark["where"]["table"], remark["where"]["row"]) == (1, 2)
    assert remark["message"]
    assert remark["mend"]
    assert 0 < remark["confidence"] <= 1


def test_people_read_the_same_by_place(command: Command, bad: Path) -> None:
    thai, english = command("check", str(bad)), run_apart("check", str(bad), "--lang", "en")

    assert "ต้องแก้ 1: มาตรการไม่มีผู้รับผิดชอบ (1)" in thai.out
    assert "ต้องแก้: มาตรการไม่มีผู้รับผิดชอบ [measure-owner]" in thai.out
    assert "วิธีแก้" in thai.out
    assert "to mend: a measure without an owner [measure-owner]" in english.out


def test_rules_are_chosen_and_left_out_by_name(command: Command, bad: Path) -> None:
    chosen = command("check", str(bad), "--rules", "total-mismatch", "--json")
    skipped = command("check", str(bad), "--skip", "measure-owner", "--json")
    unknown = command("check", str(bad), "--rules", "measure-owners")

    assert chosen.json["remarks"] == []
    assert "measure-owner" not in {remark["rule"] for remark in skipped.json["remarks"]}
    assert unknown.code == 2
    assert "measure-owner" in unknown.err


def test_a_document_is_held_against_the_agencys_own_results(command: Command, tmp_path: Path) -> None:
    document = tmp_path / "รายงาน.txt"
    document.write_text(
        "รายงานการวิเคราะห์ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2568\n\nเทศบาลนครแม่สอด\n\nตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ ได้คะแนน 39.38\n", encoding="utf-8"
    )

    ran = command("check", str(document), "--results", MAE_SOT, "--rules", "results-mismatch", "--json")

    assert ran.code == 1
    assert "93.38" in ran.json["remarks"][0]["message"]


def test_a_folder_gives_one_table_and_a_bad_file_stops_none(command: Command, good: Path, bad: Path) -> None:
    (good.parent / "ว่าง.pdf").touch()
    (good.parent / "อื่น.xyz").write_text("ไม่ใช่เอกสาร", encoding="utf-8")

    shown, answered = command("check", str(good.parent)), command("check", str(good.parent), "--json")

    assert shown.code == answered.code == 2
    assert all(name in shown.out for name in ("ดี.txt", "ผิด.txt", "ว่าง.pdf"))
    assert "[empty-file]" in shown.err
    assert [Path(entry["document"]).name for entry in answered.json] == ["ดี.txt", "ผิด.txt", "ว่าง.pdf"]
    assert "อื่น.xyz" in shown.out
    assert [problem["code"] for problem in answered.json[2]["problems"]] == ["empty-file"]


def test_documents_of_one_name_in_several_folders_keep_their_own_pages_and_an_overview_leads_to_them(command: Command, good: Path, tmp_path: Path) -> None:
    for name in ("ก", "ข"):
        (tmp_path / "in" / name).mkdir(parents=True)
        (tmp_path / "in" / name / "รายงาน.txt").write_bytes(good.read_bytes())

    for _ in range(2):
        command("check", str(tmp_path / "in"), "--out", str(tmp_path / "in"))

    page = (tmp_path / "in" / "index.html").read_text(encoding="utf-8")
    assert tree(tmp_path / "in") == [
        "index.csv",
        "index.html",
        "ก/รายงาน.txt",
        "ก/รายงาน.txt.remarks.html",
        "ข/รายงาน.txt",
        "ข/รายงาน.txt.remarks.html",
    ]
    assert 'href="ก/รายงาน.txt.remarks.html"' in page
    assert (tmp_path / "in" / "index.csv").read_text(encoding="utf-8-sig").count("\n") == 3


def test_old_word_files_in_a_folder_are_named_and_not_passed_over(command: Command, good: Path) -> None:
    (good.parent / "เก่า.doc").write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600) + "WordDocument".encode("utf-16-le"))

    ran = command("check", str(good.parent))

    assert ran.code == 2
    assert "เก่า.doc" in ran.out
    assert "[old-format]" in ran.err


@pytest.mark.parametrize(("given", "code"), [("68", 0), ("2025", 0), ("2568", 0), ("1", 2), ("9999", 2)])
def test_a_year_is_taken_in_either_era_and_nothing_else_is(command: Command, good: Path, given: str, code: int) -> None:
    ran = command("check", str(good), "--year", given, "--json")

    assert ran.code == code
    assert code or ran.json["year"] == 2568


def test_a_year_that_is_not_the_documents_is_told(command: Command, good: Path) -> None:
    ran = command("check", str(good), "--year", "2566", "--json")

    assert any("2568" in note for note in ran.json["notes"])


def test_a_folder_without_documents_says_what_to_put_in(command: Command, tmp_path: Path) -> None:
    ran = command("check", str(tmp_path))

    assert ran.code == 2
    assert "[no-documents]" in ran.err
    assert ".docx" in ran.err


def test_a_page_shows_the_remarks_beside_the_passages(command: Command, bad: Path, tmp_path: Path) -> None:
    command("check", str(bad), "--out", str(tmp_path / "out"))

    page = (tmp_path / "out" / "ผิด.txt.remarks.html").read_text(encoding="utf-8")
    assert page.count('id="remark-1"') == 1
    assert 'href="#remark-1"' in page
    assert 'id="passage-1"' in page
    assert "<script" not in page
    assert "จัดทำคู่มือ" in page


def test_a_word_file_gets_the_remarks_as_comments(command: Command, tmp_path: Path) -> None:
    command("report", MAE_SOT, "--kind", "measures", "--format", "docx", "--out", str(tmp_path))

    command("check", str(tmp_path / "mae-sot-2568" / "measures.docx"), "--out", str(tmp_path / "out"))

    assert tree(tmp_path / "out") == ["measures.docx.remarks.html", "measures.remarks.docx"]
    with zipfile.ZipFile(tmp_path / "out" / "measures.remarks.docx") as package:
        assert "วิธีแก้" in package.read("word/comments.xml").decode()


def test_a_document_that_is_no_ita_report_gets_no_remarks_and_a_word_of_explanation(command: Command, tmp_path: Path) -> None:
    document = tmp_path / "ประกาศ.txt"
    document.write_text("ประกาศกำหนดวันหยุด\n\nสำนักงานปิดทำการวันที่ 1 มกราคม\n", encoding="utf-8")

    ran = command("check", str(document), "--json")

    assert ran.code == 0
    assert (ran.json["kind"], ran.json["checked"], ran.json["remarks"]) == ("unknown", False, [])
    assert ran.json["notes"]
    assert "ยังไม่ได้ตรวจ" in command("check", str(document)).out


@pytest.mark.skipif(not SHARED.is_dir(), reason="the real reports are not beside the repository")
def test_the_real_analysis_shows_what_has_no_measure_and_no_fault_in_its_figures(command: Command) -> None:
    ran = command("check", str(SHARED / "cases" / "mae-sot-2569.txt"), "--json")

    found = {remark["rule"] for remark in ran.json["remarks"]}
    uncovered = " ".join(remark["message"] for remark in ran.json["remarks"] if remark["rule"] == "uncovered-weakness")
    assert all(f"ข้อ {code} " in uncovered for code in ("o1", "o2", "o4", "o7", "o12"))
    assert not any(f"ข้อ {code} " in uncovered for code in ("o9", "o16", "o27"))
    assert found <= {"uncovered-weakness", "measure-follow-up"}


@pytest.mark.skipif(not SHARED.is_dir(), reason="the real reports are not beside the repository")
def test_the_real_progress_report_shows_what_it_copied_and_left_open(command: Command) -> None:
    ran = command("check", str(SHARED / "cases" / "chum-saeng-2566.txt"), "--json")

    remarks = ran.json["remarks"]
    texts = json.dumps(remarks, ensure_ascii=False)
    assert {"indicator-title", "agency-type", "vague-owner", "vague-period", "result-is-wish", "copied-row", "uncovered-weakness"} <= {
        one["rule"] for one in remarks
    }
    assert all(f"ตัวชี้วัดที่ {number} คือ" in texts for number in (2, 3, 4, 5, 9))
    assert all(f"ตัวชี้วัดที่ {number} " in texts for number in (1, 7, 10))

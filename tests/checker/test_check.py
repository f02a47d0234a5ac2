"""Checking a whole document: remarks by place, what poor reading does to them, and what could not be checked."""

from dataclasses import replace

import pytest

from checker.facts_by_hand import AGENCY, INDICATORS
from prongsai.checker.check import check
from prongsai.checker.rules.registry import RULES
from prongsai.document import Block, Column, Document, Heading, Reading, Section, Table, cell, head_row, paragraph
from prongsai.errors import InputError
from prongsai.results import Agency, Results, Scores

_TITLES = ("การปฏิบัติหน้าที่", "การใช้งบประมาณ", "การใช้อำนาจ", "การใช้ทรัพย์สินของราชการ", "การแก้ไขปัญหาการทุจริต", "คุณภาพการดำเนินงาน", "ประสิทธิภาพการสื่อสาร")
_TITLES += ("การปรับปรุงการทำงาน", "การเปิดเผยข้อมูล", "การป้องกันการทุจริต")


def _table(**changed: str) -> Table:
    figures = {**INDICATORS, **{int(name[1:]): value for name, value in changed.items()}}
    rows = tuple((cell(f"ตัวชี้วัดที่ {number} {_TITLES[number - 1]}"), cell(value)) for number, value in figures.items())
    return Table((Column(), Column()), (head_row("ตัวชี้วัด", "คะแนน"),), rows)


def _document(*blocks: Block, year: int = 2568, agency: str = AGENCY.full) -> Document:
    opening = (
        paragraph(f"รายงานการวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใส (ITA) ประจำปีงบประมาณ พ.ศ. {year}", "title"),
        paragraph(agency, "title"),
        Heading("ผลการประเมิน"),
    )
    closing = (Heading("จุดแข็งและจุดอ่อน"), paragraph("หน่วยงานควรปรับปรุงการเปิดเผยข้อมูล"))
    return Document("", (Section((*opening, *blocks, *closing)),))


def _whole(total: str = "87.15", **changed: str) -> Document:
    return _document(_table(**changed), paragraph(f"คะแนนรวม {total} คะแนน อยู่ในระดับผ่าน"))


def test_a_document_without_fault_gets_no_remark_and_no_note() -> None:
    found = check(_whole())

    assert found.remarks == ()
    assert found.notes == ()
    assert found.framework is not None
    assert found.framework.year == 2568


def test_remarks_stand_in_the_order_of_the_document_with_place_and_words() -> None:
    source = _document(paragraph("เทศบาลตำบลสมมติดีจัดทำรายงานฉบับนี้"), _table(), paragraph("คะแนนรวม 86.15 คะแนน อยู่ในระดับผ่าน"))

    found = check(source)

    assert [(remark.rule, remark.severity) for remark in found.remarks] == [("agency-mismatch", "error"), ("total-mismatch", "error")]
    assert found.remarks[1].text == "คะแนนรวม 86.15 คะแนน อยู่ในระดับผ่าน"
    assert 0 < found.remarks[1].confidence <= 1


def test_rules_are_chosen_and_left_out_by_name() -> None:
    source = _whole("86.15")

    assert [remark.rule for remark in check(source, rules=["total-mismatch"]).remarks] == ["total-mismatch"]
    assert check(source, rules=["level-table"]).remarks == ()
    assert check(source, skip=["total-mismatch"]).remarks == ()


def test_a_rule_that_there_is_not_is_refused_with_the_nearest_one() -> None:
    with pytest.raises(InputError) as refused:
        check(_whole(), rules=["total-mismach"], skip=["xyz"])

    first, second = refused.value.problems
    assert "total-mismatch" in first.mend.en
    assert "foreign-text" in first.why.en
    assert all(name in second.mend.th for name in RULES)


def test_a_document_that_could_hardly_be_read_gets_warnings_at_most() -> None:
    found = check(Reading(_whole("87.18"), "pdf", quality=0.4, scanned=True))

    assert [remark.severity for remark in found.remarks] == ["warning"]
    assert "สแกน" in found.remarks[0].message.th
    assert found.remarks[0].confidence <= 0.4
    assert len(found.notes) == 1


def test_a_scan_that_was_read_well_tells_the_digit_that_would_explain_it() -> None:
    clean = check(_whole("87.18")).remarks[0]
    scanned = check(Reading(_whole("87.18"), "pdf", quality=0.95, scanned=True)).remarks[0]

    assert scanned.severity == "error"
    assert scanned.message.th.startswith(clean.message.th)
    assert "อ่านผิดหนึ่งหลัก" in scanned.message.th
    assert "อ่านผิด" not in clean.message.th


def test_the_year_given_counts_more_than_the_documents_own() -> None:
    assert check(_whole(), year=2567).facts.assessed == 2567


def test_the_agencys_results_are_held_against_the_document() -> None:
    results = Results(Agency(AGENCY.full), replace(Scores(2568), published_total=None, no_points=None))

    assert check(_whole(), results=results).remarks == ()
    assert [remark.rule for remark in check(_whole(), results=replace(results, agency=Agency("เทศบาลนครอื่น"))).remarks] == ["results-mismatch"]


@pytest.mark.parametrize(
    ("source", "told"),
    [
        (_document(_table(), year=2571), "ไม่มีหลักเกณฑ์ของปีงบประมาณ 2571"),
        (_document(_table(), year=2569), "ยังไม่ทราบน้ำหนักของปี 2569"),
        (_document(_table(), agency="รายงานภายใน"), "ไม่พบชื่อเต็มของหน่วยงาน"),
        (_document(Heading("รายงานของเทศบาลนครสมมติดี"), _table()), "มากกว่าหนึ่งแห่ง"),
        (Document("", (Section((paragraph("ผลการประเมินคุณธรรมและความโปร่งใส (ITA)", "title"), _table())),)), "ไม่พบปีงบประมาณ"),
    ],
    ids=["a year without rules", "a year without weights", "no agency", "two agencies", "no year"],
)
def test_what_could_not_be_checked_is_said(source: Document, told: str) -> None:
    assert any(told in note.th for note in check(source).notes)


def test_results_of_another_year_are_said_to_be_so() -> None:
    notes = check(_whole(), results=Results(Agency(AGENCY.full), Scores(2567))).notes

    assert any("2567" in note.th for note in notes)


def test_a_document_that_is_no_report_of_the_ita_gets_one_note_and_no_remark() -> None:
    source = Document("", (Section((paragraph("ประกาศรับสมัครงาน 漢字"), paragraph("คะแนนรวม 86.15 คะแนน"))),))

    found = check(source)

    assert found.facts.kind == "unknown"
    assert found.remarks == ()
    assert len(found.notes) == 1


def test_a_document_in_english_is_said_to_be_so() -> None:
    title = paragraph("Analysis of the Integrity and Transparency Assessment (ITA), fiscal year 2568", "title")
    rows = tuple((cell(f"Indicator {number}"), cell(value)) for number, value in INDICATORS.items())
    source = Document("", (Section((title, Table((Column(), Column()), (head_row("Indicator", "Score"),), rows))),), language="en")

    assert any("English" in note.en for note in check(source).notes)

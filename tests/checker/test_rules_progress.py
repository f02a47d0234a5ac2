"""Results that are wishes, proof, copied rows, characters that do not belong, and the agency's own results."""

from dataclasses import replace
from decimal import Decimal

import pytest

from checker.facts_by_hand import AGENCY, agency, facts, found, inquiry, lost, measure, passage, report, scores, severities, whole
from prongsai.checker.fact import LevelFact
from prongsai.checker.outline import Outline
from prongsai.checker.rules.registry import RULES
from prongsai.results import Agency, Results, Scores
from prongsai.thai import parse_agency

_LONG = "ประชุมชี้แจงหลักเกณฑ์และขั้นตอนให้บุคลากรทุกระดับเข้าใจตรงกันแล้ว เมื่อวันที่ 5 มกราคม 2569"


@pytest.mark.parametrize(
    "text",
    [
        "1. ควรเผยแพร่ข้อมูลให้มากขึ้น 2. ควรเปิดโอกาสให้มีส่วนร่วม",
        "1. เพื่อให้เกิดความโปร่งใส 2. สามารถตรวจสอบได้",
        "1.การเปิดเผยข้อมูล 2.ควรเปิดเผยข้อมูลให้ประชาชนทราบ 3.การมีส่วนร่วม",
        "จะดำเนินการจัดอบรมในปีถัดไป",
    ],
)
@pytest.mark.parametrize("field", ["done", "outcome"])
def test_a_cell_of_wishes_is_an_error(field: str, text: str) -> None:
    findings = found("result-is-wish", kind="progress", measures=(report(**{field: text}),))

    assert severities("result-is-wish", findings) == ["error"]


def test_a_cell_of_bare_matters_is_a_warning() -> None:
    findings = found("result-is-wish", kind="progress", measures=(report(done="1. การเปิดเผยข้อมูล 2. การมีส่วนร่วมของประชาชน"),))

    assert severities("result-is-wish", findings) == ["warning"]


@pytest.mark.parametrize(
    "text",
    [
        "จัดอบรม 2 ครั้ง ผู้เข้าอบรม 120 คน",
        "ไม่พบข้อร้องเรียน",
        "อยู่ระหว่างดำเนินการ",
        "ปรับปรุงคู่มือการปฏิบัติงาน เพื่อให้เกิดความสะดวก",
        "1. ควรเพิ่มช่องทาง 2. เผยแพร่คู่มือบนเว็บไซต์แล้ว",
        "การจัดทำคู่มือแล้วเสร็จ",
        "ร้อยละ 92 พึงพอใจ",
        "เพื่อให้บุคลากรเข้าใจตรงกัน ได้จัดประชุมชี้แจงแล้ว",
        "ยังไม่ได้ดำเนินการ",
        "",
    ],
)
def test_what_was_done_is_none(text: str) -> None:
    assert found("result-is-wish", kind="progress", measures=(report(done=text, outcome=text),)) == []


def test_rows_without_any_proof_are_one_warning() -> None:
    rows = (report(2, done="จัดอบรมบุคลากร"), report(3, done="ปรับปรุงคู่มือ"))

    findings = found("no-evidence", kind="progress", measures=rows)

    assert len(findings) == 1
    assert "2 มาตรการ" in findings[0].message.th


def test_a_row_without_proof_among_others_is_named() -> None:
    rows = (report(2, done="จัดอบรมบุคลากร", evidence="https://example.go.th/1"), report(3, done="ปรับปรุงคู่มือ", evidence=""))

    findings = found("no-evidence", kind="progress", measures=rows)

    assert [finding.about.passage.place.row for finding in findings] == [3]


@pytest.mark.parametrize(
    "text",
    [
        "แต่งตั้งคณะทำงานตามคำสั่งที่ 12/2569",
        "เผยแพร่ที่ www.example.go.th",
        "ประชุมเมื่อวันที่ 5 มกราคม 2569",
        "ตามภาพถ่ายแนบท้าย",
        "บันทึกข้อความ ที่ ตก 52001/15",
        "อบรม 5 ม.ค. 69",
    ],
)
def test_a_row_that_points_to_proof_is_none(text: str) -> None:
    assert found("no-evidence", kind="progress", measures=(report(done=text),)) == []


def test_an_order_without_its_number_is_no_proof() -> None:
    rows = (report(2, done="ทำแล้ว", evidence="https://example.go.th/1"), report(3, done="ออกคำสั่งมอบหมายเจ้าหน้าที่", evidence=""))

    assert [finding.about for finding in found("no-evidence", kind="progress", measures=rows)] == [rows[1]]


def test_what_has_not_begun_needs_no_proof() -> None:
    waiting = replace(report(done="ยังไม่ได้ดำเนินการ"), status="not_started")

    assert found("no-evidence", kind="progress", measures=(waiting, report(3, done=""), measure())) == []


def test_an_annex_of_photos_is_proof_for_all() -> None:
    stated = facts(kind="progress", measures=(report(done="จัดอบรมบุคลากร"),), outline=Outline((passage("ภาคผนวก ภาพกิจกรรม", "heading"),)))

    assert list(RULES["no-evidence"].apply(inquiry(stated))) == []


def test_rows_of_different_matters_with_one_text_are_a_warning_a_group() -> None:
    rows = (report(2, ("6",), done=_LONG), report(3, ("8",), done=_LONG.replace("ขั้นตอน", "ขันตอน")), report(4, ("9",), done=f"1. {_LONG}"))

    findings = found("copied-row", kind="progress", measures=rows)

    assert len(findings) == 1
    assert "3 แถว" in findings[0].message.th


@pytest.mark.parametrize(
    "rows",
    [
        (report(2, ("6",), done=_LONG), report(3, ("6",), done=_LONG)),
        (report(2, ("6",), done="จัดอบรมแล้ว"), report(3, ("8",), done="จัดอบรมแล้ว")),
        (report(2, ("6",), done=_LONG), report(3, ("8",), done="เผยแพร่คู่มือประชาชนทุกงานบริการบนหน้าแรกของเว็บไซต์หน่วยงาน เมื่อวันที่ 9 มีนาคม 2569")),
        (measure(2, ("6",), follow_up=_LONG), measure(3, ("8",), follow_up=_LONG)),
        (measure(2, ("6",), steps=_LONG), report(3, ("6",), done=_LONG)),
    ],
    ids=["one matter", "short", "different", "follow-up", "plan and report"],
)
def test_rows_that_may_share_a_text_are_none(rows: tuple[object, ...]) -> None:
    assert found("copied-row", kind="progress", measures=rows) == []


@pytest.mark.parametrize("text", ["การประเมิน 漢字 ผิด", "ตัวชี้วัด Привет", "คำ \ufffd หาย", "คะแนนrวมของหน่วยงาน", "ัการประเมิน"])
def test_characters_that_do_not_belong_are_a_note(text: str) -> None:
    findings = list(RULES["foreign-text"].apply(inquiry(facts(outline=Outline((passage(text), passage("ปกติ")))))))

    assert severities("foreign-text", findings) == ["note"]


@pytest.mark.parametrize("text", ["E-Service และ No Gift Policy", "ข้อ o9ของปี", "www.example.go.thและ", "น้ำหนัก ½ × 30% ± 0.01", "☑ ดำเนินการแล้ว ■"])
def test_usual_characters_are_none(text: str) -> None:
    assert list(RULES["foreign-text"].apply(inquiry(facts(outline=Outline((passage(text),)))))) == []


def test_ten_places_are_named_and_the_rest_counted() -> None:
    many = Outline(tuple(passage(f"{number} 漢字") for number in range(14)))

    findings = list(RULES["foreign-text"].apply(inquiry(facts(outline=many))))

    assert len(findings) == 10
    assert "4" in findings[-1].message.th.rpartition("อีก")[2]


def test_every_score_that_differs_from_the_results_is_an_error() -> None:
    results = Results(Agency(AGENCY.full), Scores(2568, {4: Decimal("93.38"), 9: Decimal("69")}, published_total=Decimal("87.15")))

    findings = found("results-mismatch", results, scores=scores({4: "93.88", 9: "69.00", "total": "86.15"}))

    assert [finding.about.passage.text for finding in findings] == ["93.88", "86.15"]
    assert findings[0].misread is not None


def test_lost_items_level_and_agency_are_held_against_the_results() -> None:
    results = Results(Agency("เทศบาลนครอื่น"), Scores(2568, no_points=("o1", "o2"), published_level="ผ่าน"))
    level = LevelFact(passage("ระดับผ่านดี"), "ผ่านดี", 2568)

    findings = found("results-mismatch", results, lost=lost("o1", "o3"), levels=(level,), agencies=(agency(AGENCY.full),))

    assert len(findings) == 4
    assert "เทศบาลนครอื่น" in findings[0].message.th


@pytest.mark.parametrize(
    "results",
    [
        None,
        Results(Agency(AGENCY.full), Scores(2568, {4: Decimal("93.38")}, no_points=("o1",), published_total=Decimal("87.15"), published_level="ผ่าน")),
        Results(Agency("ทต.ตัวอย่าง"), Scores(2567, {4: Decimal("67.41")})),
    ],
    ids=["none given", "the same", "of another year, short name"],
)
def test_a_document_that_agrees_is_none(results: Results | None) -> None:
    level = LevelFact(passage("ระดับผ่าน"), "ผ่าน", 2568)

    assert found("results-mismatch", results, scores=whole(), lost=lost("o1"), levels=(level,)) == []


def test_a_name_one_letter_away_from_the_results_is_a_warning() -> None:
    own = parse_agency("เทศบาลตำบลตัวอยาง")

    findings = found("results-mismatch", Results(Agency(AGENCY.full), Scores(2568)), agency=own, agencies=(agency(own.full),))

    assert severities("results-mismatch", findings) == ["warning"]

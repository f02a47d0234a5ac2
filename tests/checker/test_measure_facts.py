"""Measures and progress out of tables and prose, whatever their form."""

from datetime import date
from pathlib import Path

import pytest

from checker.laid_out import outline, table
from folders import ROOT
from prongsai.checker.columns import fields_of, fields_under
from prongsai.checker.fact import MeasureFact
from prongsai.checker.facts.measures.measure_facts import MeasureFacts, measure_facts
from prongsai.checker.outline import outline_of
from prongsai.document import Block, Column, Digits, Table, cell, read_document
from prongsai.report import build, layouts, possible_kinds
from prongsai.report.layout import load_layout
from prongsai.results import Measure
from prongsai.words import Language
from report.made_up import NAMES, way

CASES = ROOT.parent / "shared" / "cases"
HEAD = ("มาตรการ", "ขั้นตอน", "ระยะเวลา", "ผู้รับผิดชอบ")
ROW = ("มาตรการตัวอย่าง ก", "1. สำรวจ 2. สรุป", "ต.ค. 68 - ก.ย. 69", "สำนักปลัด")
WHOLE = (date(2025, 10, 1), date(2026, 9, 30))
TOLD_BY_SIGNS = "signs with a meaning"


def facts_in(*blocks: Block | str) -> MeasureFacts:
    return measure_facts(outline(*blocks), 2568, 2569)


def only(*blocks: Block | str) -> MeasureFact:
    (fact,) = facts_in(*blocks).measures
    return fact


def test_every_head_of_every_layout_names_the_fields_below_it() -> None:
    for name in layouts():
        for column in (*load_layout(name).measures, *load_layout(name).progress):
            for head in column.head.words:
                found = fields_under(head)
                assert set(found) <= set(column.fields), (name, head)
                assert found


@pytest.mark.parametrize(
    ("head", "fields"),
    [
        ("ผู้รับผิดชอบโครงการ/กิจกรรม", ("responsible",)),
        ("การติดตามและรายงานผลการดำเนินการ", ("follow_up",)),
        ("สรุปผลการดำเนินการตามมาตรการหรือกิจกรรม", ("done",)),
        ("ปัญหา อุปสรรค และข้อเสนอแนะ", ("obstacles", "suggestions")),
        ("มาตรการ | ตัวชี้วัด", ("title", "indicator")),
        ("ตลอดปีงบประมาณ", ()),
        ("จำนวน", ()),
    ],
)
def test_a_head_is_what_it_begins_with(head: str, fields: tuple[str, ...]) -> None:
    assert fields_under(head) == fields


def test_a_table_of_measures_is_read_in_any_order_of_columns() -> None:
    fact = only(table(HEAD[::-1], ROW[::-1]))

    assert (fact.title, fact.steps, fact.responsible, fact.period) == ("มาตรการตัวอย่าง ก", ("สำรวจ", "สรุป"), "สำนักปลัด", WHOLE)
    assert set(fact.cells) == {"title", "steps", "period", "responsible"}
    assert (fact.reports, fact.table) == (False, 1)


def test_a_head_below_a_title_row_of_the_table_is_found() -> None:
    titled = ("ตารางมาตรการ",) * 4

    assert only(table(titled, HEAD, ROW, head=0)).title == "มาตรการตัวอย่าง ก"


def test_an_analysis_beside_scores_is_no_measure() -> None:
    analysis = table(("ตัวชี้วัดของการประเมิน ITA", "ประเด็นที่ต้องแก้ไข/ปรับปรุง"), ("1. การปฏิบัติหน้าที่ 95.24", "ควรปรับปรุงคู่มือ"))

    assert facts_in(analysis) == MeasureFacts()


def test_a_row_whose_key_cells_are_empty_goes_on_with_the_row_above() -> None:
    fact = only(table(HEAD, ROW, ("", "3. เผยแพร่", "", "สำนักปลัด")))

    assert fact.steps == ("สำรวจ", "สรุป", "เผยแพร่")
    assert fact.responsible == "สำนักปลัด"


def test_a_measure_goes_on_in_the_next_table_although_words_stand_between() -> None:
    with_head = facts_in(table(HEAD, ROW), "หน้า 2", table(HEAD, ("", "3. เผยแพร่", "", "")))
    without = facts_in(table(HEAD, ROW), "หน้า 2", table(("", "3. เผยแพร่", "", ""), head=0))

    assert [fact.steps for fact in with_head.measures] == [("สำรวจ", "สรุป", "เผยแพร่")]
    assert [fact.steps for fact in without.measures] == [("สำรวจ", "สรุป", "เผยแพร่")]


def test_a_repeated_head_is_no_measure() -> None:
    facts = facts_in(table(HEAD, ROW, HEAD, ("มาตรการตัวอย่าง ข", *ROW[1:])))

    assert [fact.title for fact in facts.measures] == ["มาตรการตัวอย่าง ก", "มาตรการตัวอย่าง ข"]


def test_a_title_that_spans_rows_is_one_measure_and_an_indicator_that_spans_rows_several() -> None:
    head = tuple(cell(text) for text in ("ตัวชี้วัด", *HEAD))
    rows = (
        (cell("ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล", rows=3), cell("มาตรการตัวอย่าง ก", rows=2), cell("1. สำรวจ"), cell("ต.ค. 68"), cell("กอง ก")),
        (cell("2. สรุป"), cell("พ.ย. 68"), cell("กอง ข")),
        (cell("มาตรการตัวอย่าง ข"), cell("ประชุม"), cell("ธ.ค. 68"), cell("กอง ค")),
    )

    facts = facts_in(Table((Column(),) * 5, (head,), rows)).measures

    assert [(fact.title, fact.steps, fact.answers) for fact in facts] == [
        ("มาตรการตัวอย่าง ก", ("สำรวจ", "สรุป"), ("9",)),
        ("มาตรการตัวอย่าง ข", ("ประชุม",), ("9",)),
    ]
    assert facts[0].period == (date(2025, 10, 1), date(2025, 11, 30))


def test_a_row_over_several_measures_says_what_they_answer() -> None:
    group = Table((Column(),) * 4, (tuple(cell(text) for text in HEAD),), ((cell("ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ", columns=4),), tuple(map(cell, ROW))))

    assert only(group).answers == ("4",)
    assert only(table(HEAD, ("แบบวัด OIT ตัวชี้วัดที่ 9", "", "", ""), ROW)).answers == ("9",)


def test_a_success_indicator_beside_a_title_answers_nothing() -> None:
    fact = only(table((*HEAD, "ตัวชี้วัด"), (*ROW, "ร้อยละ 80 ของประชาชนพอใจ")))

    assert fact.answers == ()
    assert fact.text("success") == "ร้อยละ 80 ของประชาชนพอใจ"


def test_answers_stand_in_title_indicator_or_analysis_and_not_in_citations() -> None:
    head = ("มาตรการ", "ผลการวิเคราะห์", *HEAD[1:])

    fact = only(table(head, (ROW[0], "ข้อ ๐16 ประมวลจริยธรรม หน่วยงานควรเผยแพร่ (อ้างอิงจาก o15)", *ROW[1:])))

    assert fact.answers == ("o16",)


def test_an_empty_cell_is_empty_and_a_column_that_is_not_there_is_none() -> None:
    fact = only(table(HEAD, (ROW[0], "-", "(ยังไม่กำหนด)", "")))

    assert (fact.steps, fact.period, fact.responsible) == ((), (None, None), "")
    assert {name: bool(passage) for name, passage in fact.cells.items()} == {"title": True, "steps": False, "period": False, "responsible": False}
    assert fact.cells["responsible"].place.column == 4


def test_progress_has_status_day_outcome_and_proof() -> None:
    head = ("มาตรการ", "สถานะ", "ผลการดำเนินการ", "ผลลัพธ์", "หลักฐาน")
    fact = only(table(head, ("มาตรการตัวอย่าง ก", "☑ ดำเนินการแล้ว\n☐ ยังไม่ดำเนินการ\nณ 31 มีนาคม 2569", "ทบทวนแล้ว", "คู่มือครบ", "https://example.go.th/1\n- บันทึก 12")))

    assert (fact.reports, fact.status, fact.day) == (True, "done", date(2026, 3, 31))
    assert (fact.text("done"), fact.text("outcome"), fact.evidence) == ("ทบทวนแล้ว", "คู่มือครบ", ("https://example.go.th/1", "บันทึก 12"))


def test_a_status_is_ticked_in_one_of_several_columns() -> None:
    head = ("มาตรการ", "ผู้รับผิดชอบ", "ดำเนินการแล้วเสร็จ", "อยู่ระหว่างดำเนินการ", "ยังไม่ดำเนินการ")

    facts = facts_in(table(head, ("มาตรการตัวอย่าง ก", "กอง ก", "", "/", ""), ("มาตรการตัวอย่าง ข", "กอง ข", "✓", "", ""))).measures

    assert [fact.status for fact in facts] == ["in_progress", "done"]


def test_an_address_in_the_outcome_is_proof() -> None:
    fact = only(table(("มาตรการ", "ผู้รับผิดชอบ", "ผลลัพธ์"), ("มาตรการตัวอย่าง ก", "กอง ก", "คู่มือครบ\nhttps://example.go.th/1")))

    assert (fact.text("outcome"), fact.evidence) == ("คู่มือครบ", ("https://example.go.th/1",))


def test_a_plan_and_a_report_on_it_are_two_facts() -> None:
    facts = facts_in(table(HEAD, ROW), "ผลการดำเนินการ", table(("มาตรการ", "ผลการดำเนินการ", "ผู้รับผิดชอบ"), (ROW[0], "สรุปแล้ว", ROW[3]))).measures

    assert [(fact.title, fact.reports) for fact in facts] == [("มาตรการตัวอย่าง ก", False), ("มาตรการตัวอย่าง ก", True)]


def test_a_table_with_labels_in_its_first_column_is_one_measure() -> None:
    labels = [("มาตรการ", ROW[0]), ("ตัวชี้วัด", "ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล"), ("ขั้นตอน", ROW[1]), ("ระยะเวลา", ROW[2]), ("ผู้รับผิดชอบ", ROW[3])]

    fact = only(table(*labels, head=0))

    assert (fact.title, fact.answers, fact.steps, fact.period, fact.responsible) == (ROW[0], ("9",), ("สำรวจ", "สรุป"), WHOLE, ROW[3])


def test_measures_in_prose_have_labels() -> None:
    facts = facts_in(
        "# มาตรการที่ 1 มาตรการตัวอย่าง ก",
        "ขั้นตอน: 1) สำรวจ 2) สรุป",
        "ผู้รับผิดชอบ: สำนักปลัด",
        "ระยะเวลา: ต.ค. 68 - ก.ย. 69",
        "# มาตรการที่ 2 มาตรการตัวอย่าง ข (o9)",
        "ขั้นตอน:",
        "1) ประชุม",
        "2) รายงาน",
        "ผู้รับผิดชอบ: กองคลัง",
        "# บทสรุป",
        "ผู้รับผิดชอบ: ทุกคน",
    ).measures

    assert [(fact.title, fact.steps, fact.responsible) for fact in facts] == [
        ("มาตรการตัวอย่าง ก", ("สำรวจ", "สรุป"), "สำนักปลัด"),
        ("มาตรการตัวอย่าง ข (o9)", ("ประชุม", "รายงาน"), "กองคลัง"),
    ]
    assert facts[1].answers == ("o9",)


def test_prose_about_measures_is_none() -> None:
    assert facts_in("มาตรการที่ 1 ใช้เวลานาน", "หมายเหตุ: ควรเร่งรัด", "ผู้รับผิดชอบ: สำนักปลัด").measures == ()


def test_a_column_that_is_not_understood_is_listed() -> None:
    facts = facts_in(table((*HEAD, "หมวด"), (*ROW, "ก")))

    assert [oddity.passage.text for oddity in facts.oddities] == ["หมวด"]


def test_a_proposal_is_marked_as_one() -> None:
    assert only("ข้อเสนอมาตรการเพิ่มเติม", table(HEAD, ROW)).proposed
    assert not only("มาตรการของหน่วยงาน", table(HEAD, ROW)).proposed


def printed(layout: str, kind: str) -> set[str]:
    """The fields that a layout prints."""
    columns = load_layout(layout).measures if kind == "measures" else load_layout(layout).progress or load_layout("own").progress
    return {field for column in columns for field in column.fields}


@pytest.mark.parametrize("layout", layouts())
@pytest.mark.parametrize("digits", ["thai", "arabic"])
@pytest.mark.parametrize("language", ["th", "en"])
def test_our_own_reports_state_the_measures_they_were_made_from(layout: str, digits: Digits, language: Language) -> None:
    for name in NAMES:
        made = way(name, language)
        for kind in ("measures", "progress"):
            if name == TOLD_BY_SIGNS or kind not in possible_kinds(made):
                continue
            facts = measure_facts(outline_of(build(made, kind, language=language, digits=digits, layout=layout)), made.results.year, made.results.plan_year)

            columns = printed(layout, kind)
            assert facts.oddities == ()
            assert len(facts.measures) == len(made.results.measures)
            for fact, measure in zip(facts.measures, made.results.measures, strict=True):
                assert stated(fact) == told(measure, columns), (name, kind)


def stated(fact: MeasureFact) -> dict[str, object]:
    """What a fact says, by field."""
    texts = {name: fact.text(name) for name in ("follow_up", "success", "done", "outcome", "obstacles", "suggestions")}
    return {
        "title": fact.title,
        "answers": fact.answers,
        "steps": fact.steps,
        "responsible": fact.responsible,
        "period": fact.period,
        "status": fact.status,
        "day": fact.day,
        "evidence": fact.evidence,
        **texts,
    }


def told(measure: Measure, columns: set[str]) -> dict[str, object]:
    """What a report that prints these fields says of a measure."""
    report = measure.latest if "status" in columns else None
    steps = tuple(step.strip() for step in measure.steps)
    return {
        "title": measure.title.strip(),
        "answers": measure.answers if columns & {"answers", "analysis"} else (),
        "steps": steps if "steps" in columns else (),
        "responsible": measure.responsible,
        "period": (measure.start, measure.end) if measure.end else (None, None),
        "status": report.status if report else None,
        "day": report.date if report else None,
        "evidence": report.evidence if report else (),
        "follow_up": measure.follow_up if "follow_up" in columns else "",
        "success": measure.success if "success" in columns else "",
        **{name: getattr(report, name) if report else "" for name in ("done", "outcome", "obstacles", "suggestions")},
    }


@pytest.fixture(scope="module")
def case() -> Path:
    if not CASES.exists():
        pytest.skip("the real reports are not part of the repository")
    return CASES


def test_the_real_measures_of_mae_sot_are_read(case: Path) -> None:
    facts = measure_facts(outline_of(read_document(case / "mae-sot-2569.txt")), 2568, 2569)

    assert [fact.answers for fact in facts.measures] == [("o9",), ("o16",), ("o27",)]
    assert [fact.period for fact in facts.measures] == [WHOLE, (None, date(2026, 5, 31)), (None, date(2026, 3, 31))]
    assert [len(fact.steps) for fact in facts.measures] == [3, 4, 4]
    assert facts.measures[1].responsible == "กองการเจ้าหน้าที่"
    assert not any(fact.reports for fact in facts.measures)
    assert facts.oddities == ()


def test_the_real_measures_and_progress_of_chum_saeng_are_read(case: Path) -> None:
    facts = measure_facts(outline_of(read_document(case / "chum-saeng-2566.txt")), 2565, 2566).measures

    planned, reported = facts[:7], facts[7:]
    assert [fact.answers[0] for fact in planned] == ["2", "3", "4", "5", "6", "8", "9"]
    assert [fact.answers[0] for fact in reported] == ["2", "3", "4", "5", "6", "8", "9"]
    assert [fact.reports for fact in facts] == [False] * 7 + [True] * 7
    assert [len(fact.steps) for fact in planned] == [3, 5, 3, 3, 5, 6, 6]
    assert [len(fact.steps) for fact in reported] == [1, 5, 3, 5, 6, 4, 7]
    assert planned[6].answers == ("9", "9.2", "o12", "o13", "o14", "o15", "o19", "9.5", "o27", "o30")
    assert all(fact.period == (date(2022, 10, 1), date(2023, 9, 30)) for fact in facts)
    assert all(fact.text("done") and fact.text("outcome") for fact in reported)
    assert all(fact.status is None for fact in facts)


def test_headings_of_scores_are_still_those_of_scores() -> None:
    assert fields_of(("ตัวชี้วัดที่", "ผลคะแนนปี 2567", "ผลคะแนนปี 2568", "ผลต่าง")) == {"indicator": 0, "score": 1, "change": 3}


def test_weak_points_and_why_are_no_measure() -> None:
    weak = (("ข้อ o4 แผนยุทธศาสตร์หรือแผนพัฒนาหน่วยงาน", "ไม่ได้คะแนน"), ("ข้อ o23 สรุปผลการดำเนินการ", "ไม่ได้คะแนน"), ("ตัวชี้วัดที่ 9", "69.00 ต่ำกว่าค่าเป้าหมาย 85"))
    upright = (("มาตรการ", "จัดทำคู่มือ"), ("ขั้นตอน", "ทบทวนคู่มือเดิม"), ("ผู้รับผิดชอบ", "กองคลัง"))

    assert facts_in(table(("จุดอ่อน", "เหตุ"), *weak)).measures == ()
    assert len(facts_in(table(*upright, head=0)).measures) == 1

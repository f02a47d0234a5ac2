"""Coverage of weak points, and what every measure must have."""

from dataclasses import replace
from decimal import Decimal

import pytest

from checker.facts_by_hand import cell, cited, facts, found, inquiry, lost, measure, passage, report, scores, severities, whole
from prongsai.checker.fact import MeasureFact, PartFact
from prongsai.checker.outline import Grid, Outline, Passage
from prongsai.checker.rules.registry import RULES
from prongsai.results import Agency, Results, Scores


def test_every_lost_item_without_a_measure_is_an_error_of_its_own() -> None:
    findings = found("uncovered-weakness", scores=whole(), lost=lost("o1", "o9", "o12"), measures=(measure(answers=("o9",)),))

    named = [finding.message.th.split(" (")[0] for finding in findings]
    assert [name[:7].strip() for name in named] == ["ข้อ o1", "ข้อ o12", "ตัวชี้ว"]
    assert severities("uncovered-weakness", findings) == ["error"] * 3


def test_a_weak_indicator_without_known_items_is_an_error() -> None:
    findings = found("uncovered-weakness", scores=whole(), measures=(measure(answers=("10",)),))

    assert len(findings) == 1
    assert "ตัวชี้วัดที่ 9" in findings[0].message.th


def test_the_agencys_own_results_say_what_is_weak() -> None:
    results = Results(Agency("เทศบาลตำบลตัวอย่าง"), Scores(2568, no_points=("o3",)))

    findings = found("uncovered-weakness", results, measures=(measure(answers=("o9",)),))

    assert [finding.message.en.partition(" ข้อ")[0][:7] for finding in findings] == ["item o3"]


@pytest.mark.parametrize(
    "measures",
    [
        (),
        (measure(answers=("o1",)),),
        (measure(answers=("9.1",)),),
        (measure(answers=("9",)),),
        (measure(answers=("o9",), title="ปรับปรุงโครงสร้างและอำนาจหน้าที่บนเว็บไซต์"),),
        (measure(answers=("o9",)), replace(measure(3, ("o2",)), proposed=True), measure(4, ("o1",))),
    ],
    ids=["no measures", "named", "by its sub-indicator", "by its indicator", "by its title", "beside a proposal"],
)
def test_a_weak_point_with_a_measure_is_none(measures: tuple[MeasureFact, ...]) -> None:
    assert found("uncovered-weakness", lost=lost("o1"), measures=measures) == []


def test_a_document_that_says_itself_what_has_no_measure_gets_a_note() -> None:
    told = passage("จุดอ่อนที่ยังไม่มีมาตรการ 1 รายการ ได้แก่ o1")
    stated = facts(lost=lost("o1"), measures=(measure(),), cited=(replace(cited("o1")[0], passage=told),))

    findings = list(RULES["uncovered-weakness"].apply(inquiry(replace(stated, outline=Outline((told,))))))

    assert severities("uncovered-weakness", findings) == ["note"]


def test_a_measure_that_answers_nothing_makes_it_unsure() -> None:
    findings = found("uncovered-weakness", lost=lost("o1"), measures=(measure(answers=()),))

    assert severities("uncovered-weakness", findings) == ["warning"]


def test_indicators_left_out_of_measures_by_indicator_are_a_warning_each() -> None:
    measures = tuple(measure(row, (str(row),)) for row in (2, 3, 4, 5, 6, 8, 9))

    findings = found("uncovered-weakness", measures=measures)

    assert [finding.message.th.split()[1] for finding in findings] == ["1", "7", "10"]
    assert set(severities("uncovered-weakness", findings)) == {"warning"}


def test_measures_by_item_leave_no_indicator_out() -> None:
    assert found("uncovered-weakness", measures=(measure(2, ("o9",)), measure(3, ("o16",)), measure(4, ("3",)))) == []


_RULES = {"measure-owner": "responsible", "measure-period": "period", "measure-steps": "steps", "measure-follow-up": "follow_up"}


@pytest.mark.parametrize(("rule", "field"), _RULES.items())
def test_a_table_without_the_column_is_one_error(rule: str, field: str) -> None:
    findings = found(rule, measures=tuple(measure(row, **{field: None}) for row in (2, 3, 4)))

    assert severities(rule, findings) == ["error"]
    assert "3 มาตรการ" in findings[0].message.th


@pytest.mark.parametrize(("rule", "field"), _RULES.items())
def test_an_empty_cell_is_an_error_of_its_row(rule: str, field: str) -> None:
    findings = found(rule, measures=(measure(2), measure(3, **{field: ""})))

    assert [finding.about.passage.place.row for finding in findings] == [3]
    assert "มาตรการที่ 2" in findings[0].message.th


@pytest.mark.parametrize(("rule", "field"), _RULES.items())
def test_what_is_there_or_said_elsewhere_is_none(rule: str, field: str) -> None:
    elsewhere = "ผู้รับผิดชอบ: กองคลัง ภายในเดือนมีนาคม 2569 ขั้นตอน: ทบทวน และรายงานผลต่อปลัด"

    assert found(rule, measures=(measure(2), measure(3))) == []
    assert found(rule, measures=(measure(2, **{field: None, "success": elsewhere}),)) == []
    assert found(rule, measures=(replace(measure(2, **{field: ""}), proposed=True),)) == []
    assert found(rule, kind="analysis", measures=(measure(2, steps=None, follow_up=None),)) == []


def test_a_progress_report_needs_no_plan_of_follow_up() -> None:
    assert found("measure-follow-up", kind="progress", measures=(report(done="จัดอบรมแล้ว"),)) == []


def test_a_cell_that_says_that_nothing_is_set_yet_is_a_note() -> None:
    empty = measure(2, responsible="")
    said = replace(cell("(ยังไม่ระบุ)"), place=empty.cells["responsible"].place)
    stated = replace(facts(measures=(empty,)), outline=Outline((Grid(((said,),)),)))

    findings = list(RULES["measure-owner"].apply(inquiry(stated)))

    assert severities("measure-owner", findings) == ["note"]


def test_everyone_is_nobody() -> None:
    findings = found("vague-owner", measures=(measure(2, responsible="ทุก ๆ กอง/สำนัก"), measure(3, responsible="ทุกๆกอง / สำนัก"), measure(4)))

    assert len(findings) == 1
    assert "1, 2" in findings[0].message.th


def test_staff_in_general_are_nobody_either() -> None:
    assert len(found("vague-owner", measures=(measure(2, responsible="บุคลากรทุกคน"),))) == 1


@pytest.mark.parametrize("owner", ["สำนักปลัด", "กองคลัง และกองช่าง", "ทุกกองที่ให้บริการ ได้แก่ กองคลัง กองช่าง", "ทุกฝ่ายที่ให้บริการ - งานทะเบียน - งานสวัสดิการ", ""])
def test_units_by_name_are_somebody(owner: str) -> None:
    assert found("vague-owner", measures=(measure(2, responsible=owner),)) == []


@pytest.mark.parametrize("period", ["ตลอดปีงบประมาณ", "ตลอด ปีงบประมาณ พ.ศ. 2569"])
def test_the_same_whole_year_for_all_is_one_warning(period: str) -> None:
    findings = found("vague-period", measures=tuple(measure(row, period=period) for row in (2, 3, 4)))

    assert len(findings) == 1


@pytest.mark.parametrize("periods", [("ตลอดปีงบประมาณ",), ("ตลอดปีงบประมาณ", "มี.ค. 2569"), ("ต.ค. 2568", "ต.ค. 2568"), ("ตลอดปีงบประมาณ", "")])
def test_other_periods_are_none(periods: tuple[str, ...]) -> None:
    assert found("vague-period", measures=tuple(measure(row, period=period) for row, period in enumerate(periods, 2))) == []


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("title", "จัดอบรม งบประมาณ 50,000 บาท"),
        ("period", "กองคลัง"),
        ("responsible", "ตลอดปีงบประมาณ"),
        ("steps", "ทบทวนคู่มือ\nผู้รับผิดชอบ: กองคลัง"),
        ("steps", "สำนักปลัด กองคลัง"),
        ("steps", "1) ทบทวนคู่มือ 2) เผยแพร่ ผู้รับผิดชอบ : กองคลัง"),
    ],
)
def test_what_belongs_to_another_column_is_a_warning(field: str, text: str) -> None:
    findings = found("cell-misplaced", measures=(measure(2, **{field: text}),))

    assert [finding.about.passage.text for finding in findings] == [text]


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("steps", "1) กองคลังทบทวนคู่มือ 2) สำนักปลัดเผยแพร่ภายในเดือนมีนาคม"),
        ("title", "จัดทำคู่มือการใช้งบประมาณ"),
        ("responsible", "กองการเจ้าหน้าที่"),
        ("period", "ทุกไตรมาส โดยกองคลัง"),
        ("follow_up", "กองคลังรายงานทุกเดือน"),
    ],
)
def test_what_only_mentions_another_column_is_none(field: str, text: str) -> None:
    assert found("cell-misplaced", measures=(measure(2, **{field: text}),)) == []


def test_an_owner_at_the_end_of_the_steps_is_one_where_its_own_cell_is_empty() -> None:
    text = "1) ทบทวนคู่มือ 2) แจ้งผู้รับผิดชอบ กองคลัง"

    assert len(found("cell-misplaced", measures=(measure(2, steps=text, responsible=""),))) == 1
    assert found("cell-misplaced", measures=(measure(2, steps=text),)) == []


def test_a_measure_outside_the_year_of_the_plan_is_a_warning() -> None:
    early = measure(4)
    start, end = early.period
    assert start is not None
    assert end is not None
    early = replace(early, period=(start.replace(year=2023), end.replace(year=2024)))

    findings = found("measure-period", measures=(measure(2), measure(3), early))

    assert severities("measure-period", findings) == ["warning"]
    assert found("measure-period", measures=(early,)) == []


def test_a_kind_without_its_parts_is_warned_of_each() -> None:
    assert len(found("missing-section", kind="analysis", scores=(), lost=None)) == 3
    assert len(found("missing-section", kind="measures")) == 2
    assert len(found("missing-section", kind="progress", measures=(measure(),))) == 1


def test_a_kind_with_its_parts_is_not() -> None:
    weak = passage("จุดแข็งและจุดอ่อน หน่วยงานควรปรับปรุงคู่มือ")

    assert found("missing-section", kind="analysis", scores=(*whole(), *scores({"i1": "91.03"})), cited=(replace(cited("o1")[0], passage=weak),)) == []
    assert found("missing-section", kind="measures", lost=lost("o1"), measures=(measure(),)) == []
    assert found("missing-section", kind="progress", measures=(report(done="จัดอบรมแล้ว"),)) == []
    assert found("missing-section", kind="unknown") == []


def test_a_score_below_the_mark_is_told_with_its_figure() -> None:
    results = Results(Agency("เทศบาลตำบลตัวอย่าง"), Scores(2568, items={"i10": Decimal("80.5")}))

    findings = found("uncovered-weakness", results, measures=(measure(answers=("o9",)),))

    assert "80.50" in findings[0].message.th


def test_a_numbered_heading_with_nothing_under_it_is_a_warning() -> None:
    first, second = passage("3. จุดแข็ง", "heading"), passage("4. ข้อเสนอแนะ หน่วยงานควรปรับปรุง", "heading")
    stated = facts(kind="analysis", scores=whole(), parts=(PartFact(first, "strengths", empty=True),))

    findings = list(RULES["missing-section"].apply(inquiry(replace(stated, outline=Outline((first, second))))))

    assert [finding.about.passage.text for finding in findings] == ["3. จุดแข็ง"]


@pytest.mark.parametrize(("level", "told"), [(1, ["จุดที่ต้องพัฒนา"]), (2, [])], ids=["of the same rank", "below it"])
def test_a_heading_without_number_and_text_before_another_parts_is_a_warning(level: int, told: list[str]) -> None:
    first, second = Passage("จุดที่ต้องพัฒนา", kind="heading", level=1), Passage("ข้อเสนอแนะ", kind="heading", level=level)
    parts = (PartFact(first, "weaknesses", empty=True), PartFact(second, "recommendations"))
    stated = facts(kind="analysis", scores=whole(), parts=parts, outline=Outline((first, second, passage("ควรทบทวนคู่มือ"))))

    assert [finding.about.passage.text for finding in RULES["missing-section"].apply(inquiry(stated)) if finding.about in parts] == told


@pytest.mark.parametrize(("text", "excused"), [("ต้องปรับปรุง", False), ("อยู่ในระดับ ต้องปรับปรุง", False), ("เรื่องที่ต้องปรับปรุงมีดังนี้", True)])
def test_the_name_of_a_level_is_no_weak_point(text: str, excused: bool) -> None:
    advice = passage(f"ควรทบทวนคู่มือ\n{text}") if excused else passage("ควรทบทวนคู่มือ")
    stated = facts(kind="analysis", scores=whole(), outline=Outline((advice, passage(text))))

    assert (list(RULES["missing-section"].apply(inquiry(stated))) == []) == excused

"""From what a document states to results."""

from datetime import date
from decimal import Decimal

import pytest

from checker.laid_out import document, table
from folders import ROOT
from prongsai.checker import Harvest, Taken, facts_of, harvest
from prongsai.document import Block, read_document
from prongsai.errors import InputError, UnknownYear
from prongsai.report import build
from report.made_up import EXAMPLES, NAMES, way

CASES = ROOT.parent / "shared" / "cases"
TITLE = "รายงานการวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใส (ITA) ประจำปีงบประมาณ พ.ศ. 2568"
AGENCY = "เทศบาลตำบลตัวอย่าง อำเภอเมือง จังหวัดตาก"
SCORES = table(("ตัวชี้วัด", "คะแนนปี 2567", "คะแนนปี 2568"), ("ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", "90.00", "95.24"), ("ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล", "80.00", "69.00"))
PLAN = ("มาตรการ", "ตัวชี้วัด", "ขั้นตอน", "ระยะเวลา", "งบประมาณ", "ผู้รับผิดชอบ")
PLANNED = ("มาตรการตัวอย่าง ก", "ข้อ o9", "1. สำรวจ 2. สรุป", "ต.ค. 68 - มี.ค. 69", "12,500 บาท", "สำนักปลัด")
PROGRESS = ("มาตรการ", "ผลการดำเนินการ", "ผลลัพธ์", "หลักฐาน")
REPORTED = ("มาตรการตัวอย่าง ก", "แล้วเสร็จ\nณ 31 มีนาคม 2569\nทบทวนแล้ว", "คู่มือครบ", "https://example.go.th/1")
NAMELESS = ("signs with a meaning", "very long texts")


def taken_from(*blocks: Block | str) -> Harvest:
    return harvest(facts_of(document(f"# {TITLE}", f"# {AGENCY}", *blocks)))


def one(found: Harvest, *key: str | int) -> Taken:
    return next(taken for taken in found.taken if taken.key == key)


def test_the_agency_and_the_scores_of_both_years_are_taken_with_their_places() -> None:
    found = taken_from(SCORES)

    assert (found.results.agency.name, found.results.agency.district, found.results.agency.province) == ("เทศบาลตำบลตัวอย่าง", "เมือง", "ตาก")
    assert found.results.scores.indicators == {1: Decimal("95.24"), 9: Decimal("69.00")}
    assert found.results.previous is not None
    assert found.results.previous.indicators == {1: Decimal("90.00"), 9: Decimal("80.00")}
    assert (one(found, "indicators", 9).place.table, one(found, "indicators", 9).place.row) == (1, 3)
    assert found.doubtful == ()


def test_of_two_statements_the_first_table_wins_and_the_other_is_listed() -> None:
    again = table(("ตัวชี้วัด", "คะแนนปี 2568"), ("ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล", "68.00"), ("ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", "95.24"))

    found = taken_from(SCORES, "ตารางสรุป", again)

    assert found.results.scores.indicators[9] == Decimal("69.00")
    assert [taken.key for taken in found.doubtful] == [("indicators", 9)]
    assert [(other.value, other.place.table) for other in one(found, "indicators", 9).others] == [(Decimal("68.00"), 2)]


def test_a_measure_and_the_report_on_it_become_one() -> None:
    found = taken_from(table(PLAN, PLANNED), "ผลการดำเนินการ", table(PROGRESS, REPORTED))

    (measure,) = found.results.measures
    assert (measure.title, measure.answers, measure.steps) == ("มาตรการตัวอย่าง ก", ("o9",), ("สำรวจ", "สรุป"))
    assert (measure.start, measure.end, measure.budget) == (date(2025, 10, 1), date(2026, 3, 31), Decimal(12500))
    (report,) = measure.progress
    assert (report.date, report.status, report.done) == (date(2026, 3, 31), "done", "ทบทวนแล้ว")
    assert (report.outcome, report.evidence) == ("คู่มือครบ", ("https://example.go.th/1",))
    assert one(found, "measures", 1, "progress", 1, "done").place.table == 2


def test_a_report_under_another_title_belongs_to_the_measure_with_the_same_answers() -> None:
    plan = table(("มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ"), ("ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ", "สำรวจ", "กองคลัง"), ("ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล", "สรุป", "กองคลัง"))
    report = table(("มาตรการ", "ผลการดำเนินการ", "ผลลัพธ์"), ("ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล\n1. มาตรการตัวอย่าง ก", "เผยแพร่แล้ว", "ดีขึ้น"))

    found = taken_from(plan, "ผลการดำเนินการ", report)

    assert [measure.title for measure in found.results.measures] == ["การใช้ทรัพย์สินของราชการ", "มาตรการตัวอย่าง ก"]
    assert [len(measure.progress) for measure in found.results.measures] == [0, 1]


def test_measures_of_one_table_stay_apart_although_they_answer_the_same() -> None:
    found = taken_from(table(PLAN, PLANNED, ("มาตรการตัวอย่าง ข", *PLANNED[1:])))

    assert [measure.title for measure in found.results.measures] == ["มาตรการตัวอย่าง ก", "มาตรการตัวอย่าง ข"]


def test_a_report_without_day_and_status_gets_the_end_of_the_year_and_is_marked() -> None:
    found = taken_from(table(PROGRESS, ("มาตรการตัวอย่าง ก", "จัดประชุมชี้แจง", "ทราบทั่วกัน", "")))

    (report,) = found.results.measures[0].progress
    assert (report.date, report.status) == (date(2026, 9, 30), "in_progress")
    assert {taken.key[-1] for taken in found.doubtful} == {"date", "status"}
    assert all(taken.note.th and taken.note.en for taken in found.doubtful)


def test_the_day_that_the_text_names_is_the_day_of_reports_without_one() -> None:
    found = taken_from("ข้อมูล ณ วันที่ 31 มีนาคม 2569", table(PROGRESS, ("มาตรการตัวอย่าง ก", "จัดประชุมชี้แจง", "ทราบทั่วกัน", "")))

    assert found.results.measures[0].progress[0].date == date(2026, 3, 31)
    assert one(found, "measures", 1, "progress", 1, "date").doubtful


def test_a_row_that_reports_nothing_is_no_report() -> None:
    found = taken_from(table(PROGRESS, ("มาตรการตัวอย่าง ก", "ยังไม่รายงาน", "", "-")))

    assert found.results.measures[0].progress == ()


def test_what_the_year_does_not_have_is_left_out_with_the_reason() -> None:
    found = taken_from(table(PLAN, ("มาตรการตัวอย่าง ก", "ข้อ o9, o77", *PLANNED[2:])))

    assert found.results.measures[0].answers == ("o9",)
    assert [(left.text, "o77" in left.reason.en) for left in found.not_understood] == [("มาตรการตัวอย่าง ก: o77", True)]


def test_a_period_and_an_amount_that_cannot_be_read_are_listed() -> None:
    found = taken_from(table(PLAN, (*PLANNED[:3], "ภายใน 30 วัน", "ระหว่าง 1,000 ถึง 2,000 บาท", PLANNED[5])))

    assert (found.results.measures[0].end, found.results.measures[0].budget) == (None, None)
    assert {left.text for left in found.not_understood} == {"ภายใน 30 วัน", "ระหว่าง 1,000 ถึง 2,000 บาท"}


def test_a_period_that_ends_before_it_begins_keeps_its_end() -> None:
    found = taken_from(table(PLAN, (*PLANNED[:3], "1/3/2569 - 31/12/2568", *PLANNED[4:])))

    assert (found.results.measures[0].start, found.results.measures[0].end) == (None, date(2025, 12, 31))


def test_a_proposal_is_not_taken_as_a_measure() -> None:
    found = taken_from("ข้อเสนอมาตรการเพิ่มเติม", table(PLAN, PLANNED))

    assert found.results.measures == ()
    assert [left.text for left in found.not_understood] == ["มาตรการตัวอย่าง ก"]


def test_a_column_that_was_not_understood_is_listed() -> None:
    found = taken_from(table((*PLAN, "หมวด"), (*PLANNED, "ก")))

    assert ["หมวด" in left.text for left in found.not_understood] == [True]


def test_a_document_that_could_not_be_read_cleanly_leaves_everything_in_doubt() -> None:
    facts = facts_of(document(f"# {TITLE}", f"# {AGENCY}", SCORES))

    found = harvest(type(facts)(**{**facts.__dict__, "quality": 0.4}))

    assert found.doubtful == found.taken


def test_without_agency_or_year_there_are_no_results() -> None:
    with pytest.raises(InputError, match="no-year"):
        harvest(facts_of(document(f"# {AGENCY}")))
    with pytest.raises(InputError, match="no-agency"):
        harvest(facts_of(document(f"# {TITLE}"), 2568))
    with pytest.raises(UnknownYear):
        harvest(facts_of(document(f"# {AGENCY}"), 2550))


def test_measures_of_our_own_reports_come_back() -> None:
    for name in NAMES:
        made = way(name)
        if name in NAMELESS or not made.results.measures:
            continue

        found = harvest(facts_of(build(made, "measures"), made.results.year)).results

        assert [measure.title for measure in found.measures] == [measure.title.strip() for measure in made.results.measures]
        for got, want in zip(found.measures, made.results.measures, strict=True):
            steps = tuple(step.strip() for step in want.steps)
            period = (want.start, want.end) if want.end else (None, None)
            assert (got.answers, got.steps, (got.start, got.end)) == (want.answers, steps, period)
            assert (got.responsible, got.follow_up, got.success) == (want.responsible.strip(), want.follow_up.strip(), want.success.strip())


def test_progress_of_our_own_reports_comes_back() -> None:
    for name in (*EXAMPLES, "measures with progress"):
        made = way(name)

        found = harvest(facts_of(build(made, "progress"), made.results.year)).results

        assert [measure.progress for measure in found.measures] == [(measure.latest,) if measure.latest else () for measure in made.results.measures]


@pytest.mark.skipif(not CASES.exists(), reason="the real reports are not part of the repository")
def test_the_real_report_of_mae_sot_gives_ten_scores_of_both_years_and_three_measures() -> None:
    found = harvest(facts_of(read_document(CASES / "mae-sot-2569.txt")))

    made = way("mae-sot-2568").results
    assert found.results.scores.indicators == made.scores.indicators
    assert found.results.previous is not None
    assert made.previous is not None
    assert found.results.previous.indicators == made.previous.indicators
    assert (found.results.scores.published_total, found.results.scores.published_level) == (Decimal("87.15"), "ผ่าน")
    assert found.results.scores.no_points == ("o1", "o2", "o4", "o7", "o9", "o12", "o16", "o27")
    assert [measure.answers for measure in found.results.measures] == [("o9",), ("o16",), ("o27",)]


@pytest.mark.skipif(not CASES.exists(), reason="the real reports are not part of the repository")
def test_the_real_report_of_chum_saeng_gives_seven_measures_with_progress() -> None:
    found = harvest(facts_of(read_document(CASES / "chum-saeng-2566.txt")))

    assert [measure.answers[0] for measure in found.results.measures] == ["2", "3", "4", "5", "6", "8", "9"]
    assert all(len(measure.progress) == 1 and measure.progress[0].done for measure in found.results.measures)
    assert {taken.key[-1] for taken in found.doubtful} == {"year", "date", "status"}

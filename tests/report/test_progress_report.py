"""The progress report says what became of each measure, and never fills in what nobody reported."""

import pytest

from prongsai.document import Figure, Run
from prongsai.pipeline import Way
from prongsai.report import build
from report.made_up import built, measure, report, way_of
from report.reading import all_of, table_texts, table_with, text

_NOT_REPORTED = ["ยังไม่รายงาน", "(ยังไม่รายงาน)", "(ยังไม่ระบุ)", "(ยังไม่ระบุ)", "(ยังไม่ระบุ)"]


def _rows(way: Way) -> list[list[str]]:
    return table_texts(table_with(build(way, "progress"), "สิ่งที่ดำเนินการ"))[1:]


def _totals(way: Way) -> dict[str, tuple[str, str]]:
    rows = table_texts(table_with(build(way, "progress"), "สถานะ"))[1:]
    return {name: (half, year) for name, half, year in rows}


def test_a_measure_without_progress_stands_as_not_reported_yet() -> None:
    rows = table_texts(table_with(built("mae-sot-2568", "progress"), "สิ่งที่ดำเนินการ"))

    assert [row[3:] for row in rows[1:]] == [_NOT_REPORTED] * 3
    assert "ยังไม่มีมาตรการใดรายงานความก้าวหน้า" in text(built("mae-sot-2568", "progress"))


def test_the_same_is_said_in_english() -> None:
    said = text(built("mae-sot-2568", "progress", "en"))

    assert said.count("(not reported yet)") == 3
    assert "No measure has reported progress yet." in said


@pytest.mark.parametrize("layout", ["own", "mae-sot", "chum-saeng"])
def test_every_layout_shows_that_nothing_was_reported(layout: str) -> None:
    said = text(built("mae-sot-2568", "progress", layout=layout))

    assert said.count("(ยังไม่รายงาน)") == 3


def test_totals_are_counted_at_the_end_of_march_and_of_the_year() -> None:
    measures = [
        measure(1, progress=[report("2569-03-31", "done")]),
        measure(2, progress=[report("2569-03-31", "in_progress"), report("2569-09-30", "done")]),
        measure(3, progress=[report("2569-04-01", "cancelled")]),
        measure(4, progress=[report("2568-10-01", "not_started")]),
        measure(5),
    ]

    totals = _totals(way_of(measures=measures))

    assert totals == {
        "แล้วเสร็จ": ("1", "2"),
        "อยู่ระหว่างดำเนินการ": ("1", "0"),
        "ยังไม่เริ่ม": ("1", "1"),
        "ยกเลิก": ("0", "1"),
        "ยังไม่รายงาน": ("2", "1"),
        "รวม": ("5", "5"),
    }


def test_the_totals_say_up_to_which_day_they_count() -> None:
    heads = table_texts(table_with(built("measures with progress", "progress"), "สถานะ"))[0]

    assert heads == ["สถานะ", "รอบ 6 เดือน (ถึง 31 มีนาคม 2569)", "ทั้งปี (ถึง 30 กันยายน 2569)"]


def test_the_newest_report_counts_whatever_the_order_in_the_file() -> None:
    newest = report("2569-06-30", "done", done="ทำครบแล้ว")
    oldest = report("2569-01-31", "in_progress", done="เริ่มแล้ว")

    rows = [_rows(way_of(measures=[measure(1, progress=reports)]))[0] for reports in ([newest, oldest], [oldest, newest])]

    assert rows[0] == rows[1]
    assert rows[0][3:5] == ["แล้วเสร็จ\nณ 30 มิถุนายน 2569", "ทำครบแล้ว"]


def test_outcome_evidence_obstacles_and_suggestions_stand_in_their_columns() -> None:
    first, second, third = table_texts(table_with(built("measures with progress", "progress"), "สิ่งที่ดำเนินการ"))[1:]

    assert first[3:] == ["แล้วเสร็จ\nณ 31 มีนาคม 2569", "ทบทวนแล้ว", "คู่มือครบ", "https://example.go.th/1\nบันทึก 12/2569", "(ยังไม่ระบุ)"]
    assert second[3:] == ["ยกเลิก\nณ 1 พฤษภาคม 2569", "ทบทวนแล้ว", "(ยังไม่ระบุ)", "(ยังไม่ระบุ)", "ขาดคน\nจ้างเพิ่ม"]
    assert third[3:] == _NOT_REPORTED


def test_only_addresses_become_links() -> None:
    table = table_with(built("measures with progress", "progress"), "หลักฐาน")

    runs: list[Run] = [run for row in table.rows for cell in row for paragraph in cell.paragraphs for run in paragraph.runs]

    assert [(run.text, run.href) for run in runs if run.href] == [("https://example.go.th/1", "https://example.go.th/1")]


@pytest.mark.parametrize("layout", ["own", "chum-saeng"])
def test_obstacles_and_suggestions_are_also_told_where_a_layout_has_no_column_for_them(layout: str) -> None:
    said = text(built("measures with progress", "progress", layout=layout))

    assert "มาตรการที่ 2 อุปสรรค: ขาดคน ข้อเสนอแนะ: จ้างเพิ่ม" in said


def test_where_nobody_wrote_of_obstacles_the_report_says_so() -> None:
    assert "ยังไม่มีการรายงานอุปสรรคและข้อเสนอแนะ" in text(built("chum-saeng-2566", "progress"))


def test_chum_saeng_has_seven_measures_under_way_at_the_end_of_its_year() -> None:
    rows = table_texts(table_with(built("chum-saeng-2566", "progress"), "สถานะ"))

    assert ["อยู่ระหว่างดำเนินการ", "0", "7"] in rows
    assert ["ยังไม่รายงาน", "7", "0"] in rows
    assert "มีรายงานแล้ว 7 มาตรการ แล้วเสร็จ 0 มาตรการ" in text(built("chum-saeng-2566", "progress"))


def test_the_status_chart_stands_at_the_day_of_the_newest_report() -> None:
    figure = all_of(built("measures with progress", "progress"), Figure)[0]

    assert figure.caption == "สถานะของมาตรการ ณ 1 พฤษภาคม 2569"
    assert figure.alt.endswith("แล้วเสร็จ 1, อยู่ระหว่างดำเนินการ 0, ยังไม่เริ่ม 0, ยกเลิก 1, ยังไม่รายงาน 1")

"""Layouts are data: each office has its own order of columns, and the same facts stand in all of them."""

import pytest

from prongsai.errors import InputError
from prongsai.report import layouts
from prongsai.report.layout import load_layout
from report.made_up import built, way
from report.reading import table_texts, table_with, text

_MEASURES = {
    "own": ["ที่", "มาตรการ", "จุดอ่อนที่ตอบ", "ขั้นตอน", "ระยะเวลา", "ผู้รับผิดชอบ", "การติดตาม", "ตัวบ่งชี้ความสำเร็จ"],
    "mae-sot": ["มาตรการ/โครงการ/กิจกรรม", "ผลการวิเคราะห์ตามตัวชี้วัด", "ขั้นตอน/วิธีการปฏิบัติ", "ระยะเวลาในการดำเนินการ", "ผู้รับผิดชอบ", "การกำกับติดตาม"],
    "chum-saeng": ["มาตรการ/แนวทาง", "วิธีการดำเนินการ", "ระยะเวลาดำเนินการ", "การติดตามผลการดำเนินการ", "ผู้รับผิดชอบ"],
}
_PROGRESS = {
    "own": ["ที่", "มาตรการ", "ระยะเวลา / ผู้รับผิดชอบ", "สถานะ", "สิ่งที่ดำเนินการ", "ผลที่เกิดขึ้น", "หลักฐาน", "อุปสรรคและข้อเสนอแนะ"],
    "mae-sot": ["ที่", "มาตรการ", "ระยะเวลา / ผู้รับผิดชอบ", "สถานะ", "สิ่งที่ดำเนินการ", "ผลที่เกิดขึ้น", "หลักฐาน", "อุปสรรคและข้อเสนอแนะ"],
    "chum-saeng": ["มาตรการ/แนวทาง", "วิธีการดำเนินการ", "ระยะเวลาดำเนินการ", "สรุปผลการดำเนินการ", "ผลลัพธ์หรือความสำเร็จ", "ผู้รับผิดชอบ"],
}


def test_three_layouts_ship() -> None:
    assert set(layouts()) == set(_MEASURES)


@pytest.mark.parametrize("layout", _MEASURES)
def test_the_measures_stand_in_the_column_order_of_the_layout(layout: str) -> None:
    document = built("mae-sot-2568", "measures", layout=layout)

    table = table_with(document, _MEASURES[layout][1])

    assert table_texts(table)[0] == _MEASURES[layout]
    assert len(table.rows) == len(way("mae-sot-2568").results.measures)


@pytest.mark.parametrize("layout", _PROGRESS)
def test_the_progress_stands_in_the_column_order_of_the_layout_or_in_our_own(layout: str) -> None:
    document = built("chum-saeng-2566", "progress", layout=layout)

    table = table_with(document, _PROGRESS[layout][2])

    assert table_texts(table)[0] == _PROGRESS[layout]
    assert len(table.rows) == 7


@pytest.mark.parametrize("layout", _MEASURES)
def test_no_fact_of_a_measure_is_lost_that_the_layout_has_a_column_for(layout: str) -> None:
    names = {field for column in load_layout(layout).measures for field in column.fields}
    measures = way("mae-sot-2568").results.measures

    shown = text(built("mae-sot-2568", "measures", layout=layout))

    for measure in measures:
        for field in names & {"title", "responsible"}:
            assert getattr(measure, field) in shown
        assert all(step in shown for step in measure.steps)


def test_the_layout_of_mae_sot_says_what_the_analysis_found_on_each_weak_point() -> None:
    rows = table_texts(table_with(built("mae-sot-2568", "measures", layout="mae-sot"), "ผลการวิเคราะห์ตามตัวชี้วัด"))

    assert "ให้มีคู่มือขอรับบริการครบทุกงาน" in rows[1][1]
    assert rows[1][1].startswith("ข้อ o9 ")


@pytest.mark.parametrize("layout", _MEASURES)
def test_widths_are_shares_of_the_table_in_the_order_of_the_columns(layout: str) -> None:
    table = table_with(built("mae-sot-2568", "measures", layout=layout), _MEASURES[layout][1])

    assert [column.width for column in table.columns] == [column.width for column in load_layout(layout).measures]


def test_an_unknown_layout_is_refused_with_the_names_there_are() -> None:
    with pytest.raises(InputError, match="no layout 'โรงเรียน'") as caught:
        load_layout("โรงเรียน")

    assert all(name in caught.value.problems[0].mend.en for name in layouts())

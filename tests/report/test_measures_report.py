"""The measures report shows what will be done, by whom and when, and which weak points nobody answers."""

from itertools import pairwise

import pytest

from prongsai.document import Figure, Heading, Table
from prongsai.report import build
from prongsai.report.voice import Voice
from report.made_up import built, measure, way, way_of
from report.reading import all_of, svg_texts, table_texts, table_with, text

_WITH_MEASURES = ["mae-sot-2568", "measures with progress", "measures that answer nothing", "thirty measures", "very long texts", "signs with a meaning"]


def _matrix(name: str) -> Table:
    tables = all_of(built(name, "measures"), Table)
    return next(table for table in tables if table.head and table.head[0][0].text == "จุดอ่อน" and table.head[0][-1].text == "ผล")


def _node(shown: str) -> str:
    """The id of a weak point as a report writes it."""
    words = shown.split()
    if words[0] == "EIT":
        return f"EIT-{words[2]}/{words[4]}"
    return words[1]


def _marked(columns: list[str]) -> tuple[int, ...]:
    """The numbers of the marked measures: a mark in the column of each, or all numbers in one column."""
    if "■" in columns:
        return tuple(number for number, mark in enumerate(columns, 1) if mark == "■")
    return tuple(int(number) for column in columns for number in column.split(", ") if number)


@pytest.mark.parametrize("name", _WITH_MEASURES)
def test_the_marks_of_the_matrix_are_the_coverage(name: str) -> None:
    coverage = way(name).coverage

    rows = [[cell.text for cell in row] for row in _matrix(name).rows]

    assert [_node(row[0]) for row in rows] == list(coverage.weak)
    for node, row in zip(coverage.weak, rows, strict=True):
        by = coverage.answered_by[node]
        assert _marked(row[1:-1]) == by
        assert row[-1] == "มีมาตรการ" if by else row[-1] == "ยังไม่มีมาตรการ" or (node.isdigit() and row[-1].startswith("บางส่วน"))


def test_an_indicator_with_measures_for_some_of_its_weak_items_is_answered_in_part() -> None:
    states = {row[0].text: row[-1].text for row in _matrix("mae-sot-2568").rows}

    assert states["ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล"] == "บางส่วน (2 จาก 7 ข้อ)"
    assert states["ตัวชี้วัดที่ 10 การป้องกันการทุจริต"] == "มีมาตรการ"


@pytest.mark.parametrize("name", _WITH_MEASURES)
def test_every_weak_point_without_a_measure_is_named_below_the_matrix(name: str) -> None:
    uncovered = way(name).coverage.uncovered

    said = text(built(name, "measures"))

    assert f"จุดอ่อนที่ยังไม่มีมาตรการ {len(uncovered)} รายการ ได้แก่ {', '.join(map(Voice('th', way(name).framework).code, uncovered))}" in said


def test_thirty_measures_stand_by_their_numbers_in_one_column() -> None:
    matrix = _matrix("thirty measures")

    row = next(row for row in matrix.rows if row[0].text.startswith("ข้อ o9 "))

    assert [cell.text for cell in matrix.head[0]] == ["จุดอ่อน", "มาตรการที่", "ผล"]
    assert row[1].text == ", ".join(str(number) for number in range(1, 31))
    assert len(table_with(built("thirty measures", "measures"), "มาตรการ").rows) == 30


def test_without_weak_points_the_matrix_lists_what_each_measure_answers() -> None:
    rows = table_texts(table_with(built("chum-saeng-2566", "measures"), "ตอบจุดอ่อน"))

    assert len(rows) == 1 + 7
    assert rows[1][2] == "ตัวชี้วัดที่ 2 การใช้งบประมาณ"
    assert rows[7][2].count("ข้อ o") == 7
    assert "จึงยังบอกไม่ได้ว่ามีจุดอ่อนใด" in text(built("chum-saeng-2566", "measures"))


def test_scores_without_a_weak_point_are_not_called_missing() -> None:
    best = way_of(indicators=dict.fromkeys(range(1, 11), 97.5), no_points=[], measures=[measure(1, answers=[])])

    said = text(build(best, "measures"))

    assert "ข้อมูลที่ให้มาไม่แสดงจุดอ่อนที่ต้องกำหนดมาตรการ" in said
    assert "ข้อมูลที่ให้มาไม่มีคะแนน" not in said


def test_what_a_measure_does_not_say_is_shown_as_not_given() -> None:
    row = table_texts(table_with(built("measures that answer nothing", "measures"), "ตัวบ่งชี้ความสำเร็จ"))[1]

    assert row == ["1", "จัดอบรม", "(ยังไม่ระบุ)", "(ยังไม่ระบุ)", "(ยังไม่กำหนด)", "(ยังไม่ระบุ)", "(ยังไม่ระบุ)", "(ยังไม่ระบุ)"]


def test_a_measure_without_a_start_is_due_by_its_end() -> None:
    rows = table_texts(table_with(built("mae-sot-2568", "measures"), "ตัวบ่งชี้ความสำเร็จ"))

    assert [row[4] for row in rows[1:]] == ["ตลอดปีงบประมาณ พ.ศ. 2569", "ภายในเดือนพฤษภาคม 2569", "ภายในเดือนมีนาคม 2569"]


def test_the_measures_are_those_of_the_year_after_unless_the_file_says_otherwise() -> None:
    following, same_year = (text(built(name, "measures")) for name in ("mae-sot-2568", "chum-saeng-2566"))

    assert "ประจำปีงบประมาณ พ.ศ. 2569 จำนวน 3 มาตรการ" in following
    assert "ประจำปีงบประมาณ พ.ศ. 2566 จำนวน 7 มาตรการ" in same_year


def test_the_timeline_follows_the_fiscal_year_of_the_measures() -> None:
    figures = all_of(built("mae-sot-2568", "measures"), Figure)

    assert len(figures) == 1
    assert {"2568", "2569", "มาตรการที่ 3"} <= set(svg_texts(figures[0]))


@pytest.mark.parametrize("kind", ["measures", "progress"])
def test_three_people_sign_at_the_end(kind: str) -> None:
    document = built("mae-sot-2568", "measures" if kind == "measures" else "progress")

    last_heading = all_of(document, Heading)[-1]
    signers = all_of(document, Table)[-1].rows[0]

    assert last_heading.text == ("5." if kind == "measures" else "4.") + " การเสนอและให้ความเห็นชอบ"
    assert [cell.paragraphs[0].text for cell in signers] == ["ผู้จัดทำ", "ผู้ตรวจสอบ", "ผู้เห็นชอบ"]


def test_chapters_are_numbered_without_a_gap() -> None:
    numbers = [int(heading.text.partition(".")[0]) for heading in all_of(built("mae-sot-2568", "measures"), Heading) if heading.text[0].isdigit()]

    assert all(later == earlier + 1 for earlier, later in pairwise(numbers))

"""The analysis says what a result means, and says plainly what the data do not hold."""

import pytest

from prongsai.document import Heading, Paragraph, Table
from prongsai.report import build
from prongsai.report.voice import Voice
from report.made_up import INDICATORS, built, way, way_of
from report.reading import all_of, table_texts, table_with, text

_CHAPTERS = [
    "1. หลักการและวิธีการประเมิน",
    "2. ผลการประเมิน",
    "3. เปรียบเทียบกับปีที่ผ่านมา",
    "4. วิเคราะห์รายตัวชี้วัด",
    "5. ข้อ OIT ที่ไม่ได้คะแนน",
    "6. ประเด็นการรับรู้ที่เชื่อมโยงกับข้อ OIT",
    "7. คะแนนที่ยังเพิ่มได้",
    "8. แนวทางสู่ระดับถัดไป",
    "9. สิ่งที่ควรรักษาไว้",
    "10. มาตรการโดยสรุปและความครอบคลุม",
]
_LOST = ["o1", "o2", "o4", "o7", "o9", "o12", "o16", "o27"]


def _said(name: str, language: str = "th") -> str:
    return text(built(name, "analysis", "th" if language == "th" else "en"))


def _chapter(name: str, number: int) -> str:
    """The paragraphs of one chapter."""
    said = [block.text for block in all_of(built(name, "analysis"), Heading) if block.level == 1]
    start, end = said[number + 1], said[number + 2]
    return _said(name).rpartition(f"\n{start}\n")[2].partition(f"\n{end}\n")[0]


@pytest.mark.parametrize("name", ["mae-sot-2568", "nothing but a total", "a year with gaps"])
def test_the_ten_chapters_and_the_annex_stand_in_order_even_where_data_lack(name: str) -> None:
    headings = [heading.text for heading in all_of(built(name, "analysis"), Heading) if heading.level == 1]

    assert headings[0] == "คำนำ"
    assert headings[1:11] == _CHAPTERS
    assert headings[11].startswith("ภาคผนวก")


def test_total_and_level_of_mae_sot_are_told_with_what_decided_the_level() -> None:
    callouts = [block.text for block in all_of(built("mae-sot-2568", "analysis"), Paragraph) if block.role == "callout"]

    assert callouts[0] == "คะแนนรวม 87.15 คะแนน ระดับผ่าน"
    assert "OIT ได้ 74.50 ต่ำกว่า 85" in _said("mae-sot-2568")
    assert "คะแนนรวมที่คำนวณได้ตรงกับที่ประกาศ" in _said("mae-sot-2568")


def test_each_lost_item_of_mae_sot_has_a_part_with_the_note_of_the_assessor_and_how_to_mend_it() -> None:
    document = built("mae-sot-2568", "analysis")
    notes = way("mae-sot-2568").results.assessor_notes

    tables = {rows[1][1]: rows for rows in map(table_texts, all_of(document, Table)) if rows[0][0] == "สิ่งที่ต้องมี"}

    assert list(tables) == [notes[code] for code in _LOST]
    for rows in tables.values():
        assert [row[0] for row in rows[2:]] == ["สาเหตุที่พบบ่อย", "วิธีแก้ไข", "ผู้รับผิดชอบที่เหมาะสม", "หลักฐานที่ควรมี"]
        assert all(row[1].strip() for row in rows)


def test_the_survey_item_i10_of_mae_sot_leans_on_o8() -> None:
    rows = table_texts(table_with(built("mae-sot-2568", "analysis"), "อาศัยข้อ OIT"))

    leaning = {row[0].split()[1]: row[2] for row in rows[1:]}

    assert leaning["i10"].startswith("o8 ")


def test_what_a_survey_item_leans_on_is_told_with_its_state() -> None:
    with_list = way_of(indicators=INDICATORS, items={"i1": 60}, no_points=["o9"])
    without = way_of(indicators=INDICATORS, items={"i1": 60})

    known, unknown = (table_texts(table_with(build(one, "analysis"), "สถานะของข้อ OIT"))[1] for one in (with_list, without))

    assert known[3] == "ไม่ได้คะแนน: o9"
    assert unknown[3] == "–"


def test_every_weak_point_of_mae_sot_is_named_as_covered_or_open() -> None:
    chapter = _chapter("mae-sot-2568", 9)
    coverage = way("mae-sot-2568").coverage

    assert f"ตอบจุดอ่อน {len(coverage.covered)} จาก {len(coverage.weak)} รายการ" in chapter
    assert f"จุดอ่อนที่ยังไม่มีมาตรการ: {', '.join(map(Voice('th', way('mae-sot-2568').framework).code, coverage.uncovered))}" in chapter
    assert {"o9", "o16", "o27"} <= set(coverage.covered)


def test_the_way_to_the_next_level_lifts_disclosure_to_85() -> None:
    rows = table_texts(table_with(built("mae-sot-2568", "analysis"), "ผลต่อคะแนนรวม"))

    assert {row[0].split()[1] for row in rows[1:]} <= {"9", "10"}
    assert "EIT-1 และ EIT-2 ต้องได้ตั้งแต่ 85.00 คะแนนขึ้นไปด้วย" in _chapter("mae-sot-2568", 7)


def test_the_best_level_needs_no_way() -> None:
    assert "หน่วยงานอยู่ในระดับสูงสุดแล้ว" in _chapter("the best level", 7)


def test_an_agency_with_nothing_but_a_total_reads_what_is_missing_and_no_false_comfort() -> None:
    said = _said("nothing but a total")

    assert "ระดับผ่านดี (ยังไม่แน่นอน)" in said
    assert said.count("ระดับผ่านดี (ยังไม่แน่นอน)") == 2
    assert "ข้อมูลที่ให้มาไม่มีคะแนนรายตัวชี้วัด จึงวิเคราะห์รายตัวชี้วัดไม่ได้" in said
    assert "ข้อมูลที่ให้มาไม่ได้ระบุข้อที่ไม่ได้คะแนน" in said
    assert _chapter("nothing but a total", 9) == "ข้อมูลที่ให้มาไม่มีคะแนนรายตัวชี้วัดหรือรายข้อ จึงยังบอกไม่ได้ว่ามีจุดอ่อนใด"
    assert _chapter("nothing but a total", 8) == "ไม่มีคะแนนรายตัวชี้วัดในข้อมูลที่ให้มา"


def test_the_published_level_is_taken_where_the_scores_that_decide_are_missing() -> None:
    said = _said("a total and a level")

    assert "ระดับผ่าน (ยังไม่แน่นอน)" in said
    assert "ระดับที่ประกาศคือ ผ่าน" in said


def test_a_total_that_does_not_follow_is_pointed_out() -> None:
    said = _said("a total that does not follow")

    assert "คะแนนรวมที่ประกาศ 88.15 ไม่ตรงกับที่คำนวณจากตัวชี้วัด 87.15" in said


def test_an_empty_list_of_lost_items_differs_from_no_list() -> None:
    assert "ทุกข้อได้คะแนน ไม่มีข้อที่ต้องแก้ไข" in _chapter("every item got points", 4)
    assert "ไม่ได้ระบุข้อที่ไม่ได้คะแนน" in _chapter("nothing said about items", 4)


def test_without_last_year_nothing_is_compared() -> None:
    assert _chapter("no last year", 2) == "ข้อมูลที่ให้มาไม่มีคะแนนของปีก่อน จึงยังเปรียบเทียบไม่ได้"


def test_the_total_of_last_year_that_was_computed_is_told_as_such() -> None:
    assert "คะแนนรวมของปี 2567 คำนวณจากตัวชี้วัด" in _chapter("mae-sot-2568", 2)
    assert "92.07" in _chapter("mae-sot-2568", 2)


def test_lost_items_of_two_years_are_followed_through_their_topics() -> None:
    rows = table_texts(table_with(built("items lost in both years", "analysis"), "รหัสปีก่อน"))

    assert {row[3] for row in rows[1:]} <= {"ยังไม่ได้คะแนน", "แก้ไขได้แล้ว", "เพิ่งไม่ได้คะแนนปีนี้", "ข้อใหม่ของปีนี้"}
    assert ["o1", "o1", "ยังไม่ได้คะแนน"] in [row[1:] for row in rows]


def test_a_year_with_gaps_in_its_rules_says_so_and_claims_no_total_and_no_weight() -> None:
    said = _said("a year with gaps")

    assert "น้ำหนักของปีนี้ยังไม่ทราบ" in said
    assert "ยังสรุปคะแนนรวมไม่ได้" in said
    rows = table_texts(table_with(built("a year with gaps", "analysis"), "น้ำหนัก"))
    assert [row[1] for row in rows[1:]] == ["–", "–", "–", "–"]


def test_sub_indicators_of_2564_give_the_disclosure_indicators() -> None:
    sheet = way("items of 2564").sheet

    said = _said("items of 2564")

    assert sheet.nodes["9"].shown is not None
    assert f"{sheet.nodes['9'].shown:.2f}" in said
    assert "ข้อที่ไม่ได้คะแนน" in said
    headings = [heading.text for heading in all_of(built("items of 2564", "analysis"), Heading)]
    assert [heading.split()[1] for heading in headings if heading.startswith("ข้อ o")] == ["o1", "o9", "o43"]


def test_what_is_not_known_of_the_rules_stands_in_the_annex() -> None:
    annex = _said("mae-sot-2568").rpartition("ค. สิ่งที่ยังไม่ทราบ")[2]

    for _, reason in way("mae-sot-2568").framework.unknowns():
        assert reason.th in annex
    assert "EIT-1, EIT-2: " in annex


def test_the_sources_of_the_rules_and_of_the_data_are_named() -> None:
    said = _said("mae-sot-2568")

    assert "\nM69: " in said
    assert f"ข้อมูลของหน่วยงาน: {way('mae-sot-2568').results.source}" in said

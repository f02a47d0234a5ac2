"""Levels claimed for the agency's total, and tables and lists of levels."""

from decimal import Decimal

import pytest

from checker.stated import SURE, stated, table
from prongsai.checker.facts.scores.levels import range_in

_CLAIMS = {
    "มีผลคะแนน 87.15 อยู่ในระดับผ่าน ดังนี้": ("ผ่าน", 2568),
    "หน่วยงานมีผลการประเมินประจำปีงบประมาณ พ.ศ. 2567 อยู่ในระดับผ่านดีเยี่ยม": ("ผ่านดีเยี่ยม", 2567),
    "คะแนนรวม 88.41 คะแนน ระดับ A": ("A", 2568),
    "ผลการประเมิน ITA ได้ระดับ AA": ("AA", 2568),
    "คะแนนรวม 72.00 คะแนน อยู่ในระดับต้องปรับปรุง": ("ต้องปรับปรุง", 2568),
    "คะแนนรวม 60.00 คะแนน อยู่ในระดับต้องปรับปรุงโดยด่วน": ("ต้องปรับปรุงโดยด่วน", 2568),
    "ระดับที่ประกาศคือ ผ่านดี": ("ผ่านดี", 2568),
    "Total 87.15, level 'Passed': the total is at least 85.": ("Passed", 2568),
    "Total 90.00, level: Passed, good": ("Passed, good", 2568),
    "the published level is ผ่าน.": ("ผ่าน", 2568),
}

_NO_CLAIMS = [
    "หน่วยงานที่ได้ 85 คะแนนขึ้นไปอยู่ในระดับผ่าน",
    "ระดับ A หมายถึง 85.00 – 94.99 คะแนน",
    "การจะได้ระดับผ่านดี ต้องเพิ่มคะแนนอย่างน้อยดังนี้",
    "ยังคำนวณเส้นทางสู่ระดับผ่านดีไม่ได้",
    "เพื่อยกระดับผลการประเมินให้อยู่ในระดับผ่านดีเยี่ยม",
    "ตัวชี้วัดที่ 9 ได้ 69.00 คะแนน อยู่ในระดับ C",
    "ระดับผ่านดี (ยังไม่แน่นอน)",
    "อยู่ในระดับดี",
    "เผยแพร่ในระดับผ่านเว็บไซต์ของหน่วยงาน",
    "หากได้คะแนนรวม 95.00 คะแนน จะอยู่ในระดับผ่านดีเยี่ยม",
]


@pytest.mark.parametrize(("text", "expected"), _CLAIMS.items())
def test_a_level_is_claimed_for_the_total_of_a_year(text: str, expected: tuple[str, int]) -> None:
    assert [(fact.level, fact.year) for fact in stated(text).levels if fact.confidence >= SURE] == [expected]


@pytest.mark.parametrize("text", _NO_CLAIMS)
def test_explanations_aims_and_levels_of_single_indicators_are_no_claims(text: str) -> None:
    assert [fact.level for fact in stated(text).levels if fact.confidence >= SURE] == []


def test_the_row_of_the_total_gives_its_level() -> None:
    made = table(("เครื่องมือ", "คะแนน", "ระดับ"), ("IIT", "95.52", "AA"), ("คะแนนรวม", "87.15", "ผ่าน"))

    assert [fact.level for fact in stated(made).levels] == ["ผ่าน"]


def test_a_table_of_levels_has_inclusive_bounds() -> None:
    made = table(("คะแนน", "ระดับ"), ("95.00 – 100", "AA"), ("๘๕.๐๐ - ๙๔.๙๙", "A"), ("ต่ำกว่า 85", "B"))

    (found,) = stated(made).level_tables

    assert [(entry.level, entry.low, entry.high) for entry in found.ranges] == [
        ("AA", Decimal("95.00"), Decimal(100)),
        ("A", Decimal("85.00"), Decimal("94.99")),
        ("B", None, Decimal("84.99")),
    ]
    assert found.complete


def test_a_table_with_conditions_on_instruments_is_not_complete() -> None:
    made = table(
        ("ระดับ", "คะแนนรวม", "เงื่อนไข"),
        ("ผ่านดีเยี่ยม", "95 คะแนนขึ้นไป", "ทุกเครื่องมือ 95 ขึ้นไป"),
        ("ผ่านดี", "ตั้งแต่ 85 ขึ้นไป", "ทุกเครื่องมือ 85 ขึ้นไป"),
        ("ผ่าน", "85 or more", ""),
    )

    (found,) = stated(made).level_tables

    assert [(entry.level, str(entry.low), entry.high) for entry in found.ranges] == [("ผ่านดีเยี่ยม", "95", None), ("ผ่านดี", "85", None), ("ผ่าน", "85", None)]
    assert not found.complete


def test_a_condition_behind_the_range_in_one_cell_is_no_part_of_it() -> None:
    made = table(("ระดับ", "ช่วงคะแนน"), ("ผ่านดี", "85.00 คะแนนขึ้นไป และทุกเครื่องมือไม่ต่ำกว่า 85"), ("ผ่าน", "85 ขึ้นไป แต่มีเครื่องมือต่ำกว่าเกณฑ์"))

    (found,) = stated(made).level_tables

    assert [(entry.level, str(entry.low), entry.high) for entry in found.ranges] == [("ผ่านดี", "85.00", None), ("ผ่าน", "85", None)]
    assert not found.complete


def test_a_table_of_levels_states_no_scores() -> None:
    made = table(("ระดับ", "คะแนนรวม"), ("AA", "95.00"), ("A", "85.00 ขึ้นไป"), ("B", "75.00 ขึ้นไป"))

    assert stated(made).scores == ()


def test_a_list_of_levels_in_paragraphs_is_a_table() -> None:
    (found,) = stated("ระดับ AA 95.00 – 100 คะแนน", "ระดับ A 85.00 – 94.99 คะแนน", "ระดับ B 75.00 – 84.99 คะแนน", "จบ").level_tables

    assert [entry.level for entry in found.ranges] == ["AA", "A", "B"]
    assert stated("ระดับ AA 95.00 – 100 คะแนน", "ระดับ A 85.00 – 94.99 คะแนน", "ระดับ B 75.00 – 84.99 คะแนน").levels == ()


def test_a_list_of_levels_in_one_paragraph_is_a_table() -> None:
    (found,) = stated("ระดับผลการประเมิน ได้แก่ AA (95.00-100) A (85.00-94.99) B (75.00-84.99) C (65.00-74.99)").level_tables

    assert [(entry.level, str(entry.low)) for entry in found.ranges] == [("AA", "95.00"), ("A", "85.00"), ("B", "75.00"), ("C", "65.00")]


def test_two_ranges_in_prose_are_no_table() -> None:
    assert stated("ระดับผ่าน 85 คะแนนขึ้นไป", "ระดับไม่ผ่าน ต่ำกว่า 85 คะแนน").level_tables == ()


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("85 ขึ้นไป", "85", None),
        ("ตั้งแต่ 95.00 ขึ้นไป", "95.00", None),
        ("85 or more", "85", None),
        ("ต่ำกว่า 55", None, "54.99"),
        ("น้อยกว่า 50 คะแนน", None, "49.99"),
        ("ไม่เกิน 49.99", None, "49.99"),
        ("มากกว่า 95", "95.01", None),
        ("100 – 95", "95", "100"),
        ("50.00 ถึง 54.99", "50.00", "54.99"),
        ("ไม่น้อยกว่า 85", "85", None),
    ],
)
def test_a_range_has_the_bounds_that_its_words_say(text: str, low: str | None, high: str | None) -> None:
    assert range_in(text) == (low and Decimal(low), high and Decimal(high))


def test_what_is_no_range_has_no_bounds() -> None:
    assert range_in("ปี 2568") is None


def test_a_row_may_be_labelled_as_the_level() -> None:
    made = table(("รายการ", "ผล"), ("คะแนนรวม", "87.15"), ("ระดับผลการประเมิน", "ผ่าน"))

    assert [fact.level for fact in stated(made).levels] == ["ผ่าน"]


def test_a_row_of_levels_over_years_gives_each_its_year() -> None:
    made = table(("รายการ", "ปี 2567", "ปี 2568"), ("คะแนน ITA", "92.07", "87.15"), ("ระดับ", "ผ่านดี", "ผ่าน"))

    assert [(fact.level, fact.year) for fact in stated(made).levels] == [("ผ่านดี", 2567), ("ผ่าน", 2568)]

"""Claims of highest and lowest: of which node, among what, and which sentences claim nothing."""

import pytest

from checker.stated import extremes, stated, table
from prongsai.document import cell

_CLAIMS = {
    "ตัวชี้วัดที่ 3 การใช้อำนาจ มีคะแนนสูงสุด ควรรักษามาตรฐานไว้": ["highest 3"],
    "ตัวชี้วัดที่ ๓ การใช้อำนาจ โดยมีคะแนนสูงที่สุดในบรรดาทุกตัวชี้วัด": ["highest 3"],
    "ตัวชี้วัดที่ได้คะแนนสูงสุด คือ ตัวชี้วัดที่ 3 การใช้อำนาจ (99.31)": ["highest 3=99.31"],
    "ตัวชี้วัดที่มีคะแนนน้อยที่สุด ได้แก่ การเปิดเผยข้อมูล ได้ 69.00 คะแนน": ["lowest 9=69.00"],
    "จุดแข็งที่สุดคือ ตัวชี้วัดที่ 3 (99.31) จุดที่ต้องปรับปรุงที่สุดคือ ตัวชี้วัดที่ 9 (69.00)": ["highest 3=99.31", "lowest 9=69.00"],
    "คะแนนสูงสุด 99.31 (การใช้อำนาจ)": ["highest 3"],
    "ผลคะแนนตัวชี้วัดที่ 6 ลดลงจากปีก่อน 1.95 คะแนน โดยมีคะแนนสูงสุดในด้านการประเมินตามแบบวัด (EIT)": ["highest 6 in EIT"],
    "คะแนนสูงสุดของแบบวัด IIT คือ ตัวชี้วัดที่ 3 การใช้อำนาจ": ["highest 3 in IIT"],
    "ในส่วนของ OIT ตัวชี้วัดที่ได้คะแนนต่ำสุด คือ การเปิดเผยข้อมูล": ["lowest 9 in OIT"],
    "ตัวชี้วัดที่มีคะแนนสูงสุด คือ ตัวชี้วัดการปฏิบัติหน้าที่ ได้ร้อยละ 96.42": ["highest 1=96.42"],
    "ตัวชี้วัดที่ 9 ได้คะแนนต่ำสุด 69.00 คะแนน": ["lowest 9=69.00"],
    "สูงสุด ได้แก่ ตัวชี้วัดที่ 3 การใช้อำนาจ ต่ำสุด ได้แก่ ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล ซึ่งจะนำไปกำหนดมาตรการต่อไป": ["highest 3", "lowest 9"],
    "เครื่องมือที่ได้คะแนนสูงสุด คือ EIT": ["highest EIT"],
    "ข้อที่ได้คะแนนต่ำสุด คือ i10 (88.38)": ["lowest i10=88.38 in IIT"],
    "The highest score is that of Indicator 3 Use of power with 99.31 points; the lowest that of Indicator 9 with 69.00.": [
        "highest 3=99.31",
        "lowest 9=69.00",
    ],
    "Strongest: Indicator 3 Use of power (99.31); weakest: Indicator 9 (69.00).": ["highest 3=99.31", "lowest 9=69.00"],
    "ตัวชี้วัดที่ 3 มีคะแนนสูงสุด และควรพัฒนาและปรับปรุงการดำเนินการตามตัวชี้วัดที่ 4": ["highest 3"],
}

_NO_CLAIMS = [
    "คะแนนสูงสุดรายตัวชี้วัด",
    "ตัวชี้วัดที่มีคะแนนสูงสุด 3 อันดับแรก ได้แก่ ตัวชี้วัดที่ 3 ตัวชี้วัดที่ 6 และตัวชี้วัดที่ 2",
    "รายการที่เพิ่มคะแนนรวมได้มากที่สุดคือ ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล",
    "เพิ่มมากที่สุดคือ ตัวชี้วัดที่ 4 (+25.97)",
    "หน่วยงานอยู่ในระดับสูงสุดแล้ว",
    "เกิดประโยชน์สูงสุดต่อประชาชน ตามตัวชี้วัดที่ 2",
    "ผู้บริหารสูงสุดของหน่วยงานกำกับตัวชี้วัดที่ 10",
    "คะแนนรวมสูงสุดเท่าที่หน่วยงานเคยได้",
    "ตัวชี้วัดที่ 9 ต้องปรับปรุง ขณะที่คะแนนสูงสุดยังรักษาไว้ได้",
    "จัดลำดับข้อที่ได้คะแนนต่ำสุดจากแบบสอบถามความพึงพอใจ",
    "Most points for the total: Indicator 9 Disclosure of information, up to 6.20.",
    "The agency has the highest level.",
]


@pytest.mark.parametrize(("text", "expected"), _CLAIMS.items())
def test_a_sentence_claims_an_extreme_of_a_node(text: str, expected: list[str]) -> None:
    assert extremes(text) == expected


@pytest.mark.parametrize("text", _NO_CLAIMS)
def test_ranks_rises_headings_and_other_superlatives_claim_nothing(text: str) -> None:
    assert extremes(text) == []


def test_the_heading_above_limits_a_claim_to_its_instrument() -> None:
    found = extremes(
        "# ข้อเสนอแนะสำหรับแบบวัด IIT",
        "หน่วยงานดำเนินการตามตัวชี้วัดที่ 3 การใช้อำนาจ โดยมีคะแนนสูงสุด",
        "# ข้อเสนอแนะสำหรับแบบวัด EIT",
        "หน่วยงานดำเนินการตามตัวชี้วัดที่ 6 คุณภาพการดำเนินงาน โดยมีคะแนนสูงสุด",
        "# สรุป",
        "ตัวชี้วัดที่ 3 มีคะแนนสูงสุด",
    )

    assert found == ["highest 3 in IIT", "highest 6 in EIT", "highest 3"]


def test_a_claim_in_so_many_words_of_all_is_not_limited_by_its_heading() -> None:
    assert extremes("# แบบวัด IIT", "ตัวชี้วัดที่ 3 มีคะแนนสูงสุดจากทั้งหมด") == ["highest 3"]


def test_the_group_of_a_table_limits_a_claim() -> None:
    made = table(
        ("ตัวชี้วัด", "ประเด็น"),
        (cell("แบบวัดการรับรู้ของผู้มีส่วนได้เสียภายนอก (EIT)", columns=2),),
        ("1. คุณภาพการดำเนินงาน 96.03", "ตัวชี้วัดที่ 6 คุณภาพการดำเนินงาน มีคะแนนสูงสุด ควรรักษามาตรฐานไว้"),
    )

    assert extremes(made) == ["highest 6 in EIT"]


def test_a_row_of_a_table_states_the_highest_and_lowest_value() -> None:
    made = table(
        ("อันดับ", "ตัวชี้วัด", "คะแนน", ""),
        ("1", "การใช้อำนาจ", "99.31", ""),
        ("2", "การเปิดเผยข้อมูล", "69.00", ""),
        ("คะแนนสูงสุด", "99.31", "คะแนนต่ำสุด", "69.00"),
    )

    assert extremes(made) == ["highest =99.31", "lowest =69.00"]
    assert len(stated(made).scores) == 2


def test_a_table_of_one_instrument_limits_its_extremes() -> None:
    made = table(("ตัวชี้วัด", "คะแนน"), ("การใช้อำนาจ", "99.31"), ("การใช้งบประมาณ", "95.83"), ("คะแนนต่ำสุด", "95.83"))

    assert extremes(made) == ["lowest =95.83 in IIT"]


def test_a_value_alone_in_a_table_of_items_claims_nothing() -> None:
    made = table(("ข้อ", "คะแนน"), ("i10", "88.38"), ("i1", "91.03"), ("คะแนนต่ำสุด", "88.38"))

    assert extremes(made) == []


def test_a_remark_in_a_row_is_about_its_node() -> None:
    assert extremes(table(("ตัวชี้วัด", "คะแนน", "หมายเหตุ"), ("การใช้อำนาจ", "99.31", "คะแนนสูงสุด"))) == ["highest 3"]


def test_several_named_at_once_are_unsure_and_know_each_other() -> None:
    text = "ตัวชี้วัดที่ได้คะแนนสูงสุด คือ ตัวชี้วัดที่ 3 การใช้อำนาจ และตัวชี้วัดที่ 6 คุณภาพการดำเนินงาน"

    found = stated(text).extremes

    assert [(fact.node, fact.beside, fact.confidence < 0.5) for fact in found] == [("3", ("6",), True), ("6", ("3",), True)]


def test_a_claim_is_of_the_year_its_sentence_names() -> None:
    assert [fact.year for fact in stated("ในปี 2567 ตัวชี้วัดที่ 5 มีคะแนนสูงสุด").extremes] == [2567]

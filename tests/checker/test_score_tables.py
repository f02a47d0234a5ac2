"""Scores, differences, weights and targets in tables of any layout."""

import pytest

from checker.stated import changes, scores, stated, table
from prongsai.document import cell

_TITLES = {1: "การปฏิบัติหน้าที่", 3: "การใช้อำนาจ", 9: "การเปิดเผยข้อมูล"}


def test_a_row_stands_for_an_indicator_and_columns_for_years() -> None:
    made = table(
        ("ตัวชี้วัดที่", "ผลคะแนนปี 2567", "ผลคะแนนปี 2568", "ผลต่าง"),
        ("ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", "99.95", "95.24", "-4.71"),
        ("ตัวชี้วัดที่ ๔ การใช้ทรัพย์สินของราชการ", "๖๗.๔๑", "๙๓.๓๘", "+๒๕.๙๗"),
    )

    assert scores(made) == ["1=99.95 2567", "1=95.24 2568", "4=67.41 2567", "4=93.38 2568"]
    assert changes(made) == ["1:-4.71 2567-2568", "4:+25.97 2567-2568"]


def test_the_title_decides_and_not_the_rank() -> None:
    made = table(("อันดับ", "ตัวชี้วัด", "คะแนน"), ("1", "การใช้อำนาจ", "99.31"), ("2", "คุณภาพการดำเนินงาน", "96.03"))

    assert scores(made) == ["3=99.31 2568", "6=96.03 2568"]


def test_the_number_in_a_group_is_no_number_of_an_indicator() -> None:
    made = table(
        ("ตัวชี้วัด", "ประเด็นที่ต้องปรับปรุง"),
        (cell("แบบวัดการรับรู้ของผู้มีส่วนได้เสียภายนอก (EIT)", columns=2),),
        ("1. คุณภาพการดำเนินงาน 96.03", "รักษาระดับ"),
        ("2. ประสิทธิภาพการสื่อสาร 95.47", ""),
    )

    assert scores(made) == ["6=96.03 2568", "7=95.47 2568"]


def test_the_instrument_beside_an_indicator_is_not_the_one_scored() -> None:
    made = table(("ที่", "ตัวชี้วัด", "เครื่องมือ", "คะแนน", "อันดับ"), ("9", "การเปิดเผยข้อมูล", "OIT", "69.00", "10"))

    assert scores(made) == ["9=69.00 2568"]


def test_instruments_and_the_total_have_scores_and_weights() -> None:
    made = table(
        ("เครื่องมือ", "น้ำหนัก (ร้อยละ)", "คะแนน"),
        ("แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน (IIT)", "30", "95.52"),
        ("EIT ส่วนที่ 1", "15", "84.99"),
        ("คะแนนรวม", "100", "87.15"),
    )

    found = stated(made)

    assert scores(made) == ["IIT=95.52 2568", "EIT-1=84.99 2568", "total=87.15 2568"]
    assert [(fact.node, str(fact.value)) for fact in found.weights] == [("IIT", "30"), ("EIT-1", "15")]


@pytest.mark.parametrize("label", ["คะแนนรวม", "ภาพรวม", "รวม", "คะแนนรวม ITA", "Total"])
def test_a_row_of_the_whole_is_the_total(label: str) -> None:
    made = table(("เครื่องมือ", "คะแนน"), ("IIT", "95.52"), ("EIT", "95.66"), ("OIT", "74.50"), (label, "87.15"))

    assert scores(made)[-1] == "total=87.15 2568"


def test_a_mean_of_rows_is_no_sure_total() -> None:
    made = table(("ตัวชี้วัด", "คะแนน"), ("การใช้อำนาจ", "99.31"), ("การเปิดเผยข้อมูล", "69.00"), ("เฉลี่ย", "84.16"))

    assert scores(made) == ["3=99.31 2568", "9=69.00 2568"]


def test_a_sum_inside_a_group_is_the_groups() -> None:
    made = table(
        ("ตัวชี้วัด", "คะแนน"),
        (cell("แบบวัด IIT", columns=2),),
        ("การใช้อำนาจ", "99.31"),
        ("เฉลี่ย", "95.52"),
        (cell("แบบวัด OIT", columns=2),),
        ("การเปิดเผยข้อมูล", "69.00"),
        ("เฉลี่ย", "74.50"),
    )

    assert scores(made) == ["3=99.31 2568", "IIT=95.52 2568", "9=69.00 2568"]


def test_indicators_may_stand_over_the_columns_and_years_before_the_rows() -> None:
    made = table(("ปี", "ตัวชี้วัดที่ 1", "ตัวชี้วัดที่ 2"), ("2567", "99.95", "99.70"), ("ปีงบประมาณ พ.ศ. 2568", "95.24", "95.83"))

    assert scores(made) == ["1=99.95 2567", "2=99.70 2567", "1=95.24 2568", "2=95.83 2568"]


def test_columns_may_be_headed_by_bare_numbers_of_indicators() -> None:
    made = table(("ตัวชี้วัดที่", "1", "2", "10"), ("คะแนน", "95.24", "95.83", "80.00"), ("ผลต่าง", "-4.71", "-3.87", "-20.00"))

    assert scores(made) == ["1=95.24 2568", "2=95.83 2568", "10=80.00 2568"]
    assert changes(made) == ["1:-4.71 2567-2568", "2:-3.87 2567-2568", "10:-20.00 2567-2568"]


def test_a_table_over_many_years_gives_each_its_scores_and_levels() -> None:
    made = table(
        ("ปีงบประมาณ", "IIT", "EIT", "OIT", "คะแนนรวม", "ระดับ"),
        ("2565", "90.10", "88.20", "76.00", "83.89", "B"),
        ("2566", "91.10", "89.20", "86.00", "88.49", "ผ่านดี"),
    )

    assert scores(made)[-4:] == ["IIT=91.10 2566", "EIT=89.20 2566", "OIT=86.00 2566", "total=88.49 2566"]


def test_the_rows_of_other_agencies_are_not_read() -> None:
    made = table(("หน่วยงาน", "IIT", "EIT", "OIT"), ("เทศบาลตำบลตัวอย่าง ก", "90.10", "88.20", "76.00"), ("เทศบาลตำบลตัวอย่าง ข", "91.10", "89.20", "86.00"))

    assert scores(made) == []


def test_two_head_rows_are_joined() -> None:
    made = table(
        (cell("ตัวชี้วัด", rows=2), cell("ผลคะแนน", columns=2), cell("เพิ่ม/ลด", rows=2)),
        ("2567", "2568"),
        ("การใช้อำนาจ", "100.00", "99.31", "▼ 0.69"),
        head=2,
    )

    assert scores(made) == ["3=100.00 2567", "3=99.31 2568"]
    assert changes(made) == ["3:-0.69 2567-2568"]


def test_heads_are_found_where_the_reader_knows_none() -> None:
    made = table(("ตัวชี้วัด", "ปี 2567", "ปี 2568"), ("การใช้อำนาจ", "100.00", "99.31"), head=0)

    assert scores(made) == ["3=100.00 2567", "3=99.31 2568"]


def test_rows_that_a_reader_took_for_heads_are_read() -> None:
    made = table(("ตัวชี้วัด", "คะแนน"), ("การใช้อำนาจ", "99.31"), ("การเปิดเผยข้อมูล", "69.00"), head=2)

    assert scores(made) == ["3=99.31 2568", "9=69.00 2568"]


def test_a_table_without_heads_has_scores_where_one_column_has_figures() -> None:
    made = table(("การใช้อำนาจ", "99.31"), ("การเปิดเผยข้อมูล", "69.00"), head=0)

    assert scores(made) == ["3=99.31 2568", "9=69.00 2568"]


def test_two_columns_of_unknown_figures_are_an_oddity() -> None:
    made = table(("ตัวชี้วัด", "ก", "ข"), ("การใช้อำนาจ", "99.31", "12.50"), ("การเปิดเผยข้อมูล", "69.00", "13.50"))

    found = stated(made)

    assert (found.scores, len(found.oddities)) == ((), 1)


@pytest.mark.parametrize("head", ["ค่าเป้าหมาย", "ห่างจากเป้าหมาย", "คะแนนที่ขาด", "น้ำหนัก", "คะแนนเฉลี่ยระดับประเทศ", "คะแนนรวมที่เพิ่มได้", "คะแนนถ่วงน้ำหนัก", "อันดับ"])
def test_columns_of_targets_gaps_weights_and_others_are_no_scores(head: str) -> None:
    made = table(("ตัวชี้วัด", "คะแนน", head), ("การเปิดเผยข้อมูล", "69.00", "85.00"))

    assert scores(made) == ["9=69.00 2568"]


def test_scores_out_of_other_full_marks_are_no_scores() -> None:
    made = table(("เครื่องมือ", "คะแนนเต็ม", "คะแนนที่ได้"), ("IIT", "30", "28.66"), ("OIT", "100", "74.50"))

    assert scores(made) == ["OIT=74.50 2568"]


def test_a_remark_in_brackets_does_not_make_a_column_another() -> None:
    assert scores(table(("ตัวชี้วัด", "คะแนนที่ได้ (คะแนนเต็ม 100)"), ("การเปิดเผยข้อมูล", "69.00"))) == ["9=69.00 2568"]


def test_the_caption_gives_the_year() -> None:
    made = table(("ตัวชี้วัด", "คะแนน"), ("การเปิดเผยข้อมูล", "78.57"))

    assert scores("ผลการประเมินประจำปีงบประมาณ พ.ศ. 2567", made) == ["9=78.57 2567"]


def test_the_title_of_an_item_with_a_year_gives_none() -> None:
    made = table(("ตัวชี้วัด", "คะแนน"), ("การเปิดเผยข้อมูล", "69.00"))

    assert scores("ข้อ o7 รายงานผลการดำเนินงานประจำปี พ.ศ. 2567 คะแนน", made) == ["9=69.00 2568"]


def test_the_year_before_needs_no_number() -> None:
    made = table(("ตัวชี้วัด", "คะแนนปีที่ผ่านมา", "คะแนน", "เพิ่ม/ลด"), ("การเปิดเผยข้อมูล", "78.57", "69.00", "ลดลง 9.57"))

    assert scores(made) == ["9=78.57 2567", "9=69.00 2568"]
    assert changes(made) == ["9:-9.57 2567-2568"]


@pytest.mark.parametrize(
    ("heads", "cells"),
    [
        (("ผลต่าง",), ("-9.57",)),
        (("ผลต่าง",), ("(9.57) ลดลง",)),
        (("ผลต่าง",), ("↓ 9.57",)),
        (("ผลต่าง",), ("9.57",)),
        (("ผลต่าง", "แนวโน้ม"), ("9.57", "ลดลง")),
        (("เพิ่มขึ้น", "ลดลง"), ("", "9.57")),
        (("เพิ่มขึ้น", "ลดลง"), ("-", "9.57")),
    ],
)
def test_a_fall_is_a_fall_however_it_is_printed(heads: tuple[str, ...], cells: tuple[str, ...]) -> None:
    made = table(("ตัวชี้วัด", "ปี 2567", "ปี 2568", *heads), ("การเปิดเผยข้อมูล", "78.57", "69.00", *cells))

    assert changes(made) == ["9:-9.57 2567-2568"]


def test_a_word_against_the_sign_beside_it_is_another_difference() -> None:
    made = table(("ตัวชี้วัด", "ปี 2567", "ปี 2568", "ผลต่าง", "ทิศทาง"), ("การเปิดเผยข้อมูล", "78.57", "69.00", "-9.57", "เพิ่มขึ้น"))

    assert changes(made) == ["9:-9.57 2567-2568", "9:+9.57 2567-2568"]


def test_items_have_scores_with_the_part_of_their_group() -> None:
    made = table(
        ("ข้อ", "ประเด็น", "คะแนน"),
        ("i10", "การขอยืมทรัพย์สิน", "88.38"),
        (cell("EIT ส่วนที่ 2", columns=3),),
        ("e3", "การเรียกรับสินบน", "60.50"),
        (cell("แบบวัด OIT", columns=3),),
        ("๐๘", "คู่มือ", "100"),
        ("o9", "คู่มือ", "0"),
    )

    assert scores(made) == ["i10=88.38 2568", "EIT-2/e3=60.50 2568", "o8=100 2568", "o9=0 2568"]


def test_sub_indicators_have_scores() -> None:
    assert scores(table(("ตัวชี้วัดย่อย", "คะแนน"), ("9.1 ข้อมูลพื้นฐาน", "94.44"), ("ตัวชี้วัดย่อยที่ 9.2 การบริหารงาน", "66.67")), assessed=2564)[-1] == "9.2=66.67 2564"


def test_nodes_may_stand_side_by_side() -> None:
    made = table(("ตัวชี้วัด", "คะแนน", "ตัวชี้วัด", "คะแนน"), ("การใช้อำนาจ", "99.31", "การเปิดเผยข้อมูล", "69.00"))

    assert scores(made) == ["3=99.31 2568", "9=69.00 2568"]


def test_a_score_that_spans_the_rows_of_an_instrument_is_the_instruments() -> None:
    made = table(
        ("เครื่องมือ", "ตัวชี้วัด", "คะแนนตัวชี้วัด", "คะแนนเครื่องมือ"),
        (cell("OIT", rows=2), "การเปิดเผยข้อมูล", "69.00", cell("74.50", rows=2)),
        ("การป้องกันการทุจริต", "80.00"),
    )

    assert [fact for fact in scores(made) if "74.50" in fact] in ([], ["OIT=74.50 2568"])


def test_a_row_may_say_itself_that_its_figure_is_a_weight_or_the_target() -> None:
    found = stated(table(("หลักเกณฑ์", "ค่า"), ("น้ำหนัก IIT", "30"), ("ค่าเป้าหมาย", "85")))

    assert [(fact.node, str(fact.value)) for fact in found.weights] == [("IIT", "30")]
    assert [(fact.node, str(fact.value)) for fact in found.targets] == [("total", "85")]


def test_a_column_of_targets_belongs_to_the_rows() -> None:
    found = stated(table(("ตัวชี้วัด", "คะแนน", "ค่าเป้าหมาย"), ("การเปิดเผยข้อมูล", "69.00", "85"), ("คะแนนรวม", "87.15", "85 คะแนนขึ้นไป")))

    assert [(fact.node, str(fact.value)) for fact in found.targets] == [("9", "85"), ("total", "85")]


def test_a_table_of_measures_states_aims_and_no_scores() -> None:
    made = table(
        ("มาตรการ", "ขั้นตอน", "ระยะเวลา", "เป้าหมาย", "ผู้รับผิดชอบ"),
        ("พัฒนาคู่มือ", "จัดทำ", "ต.ค. 68", "คะแนนตัวชี้วัดที่ 9 เพิ่มขึ้นเป็น 90.00 คะแนน", "สำนักปลัด"),
    )

    assert scores(made) == []


def test_an_explanation_in_a_row_is_about_its_indicator() -> None:
    made = table(("ตัวชี้วัด", "คะแนน", "คำอธิบาย"), ("การเปิดเผยข้อมูล", "69.00", "ลดลงจากปีก่อน 9.57 คะแนน"))

    assert changes(made) == ["9:-9.57 2567-2568"]


def test_a_cell_that_spans_columns_is_read_once() -> None:
    made = table(("ตัวชี้วัด", "คะแนน", "คะแนน"), ("การใช้อำนาจ", cell("99.31", columns=2)))

    assert len(stated(made).scores) == 1


def test_a_figure_that_a_cell_holds_against_the_mark_is_the_rows_score() -> None:
    made = table(
        ("จุดอ่อน", "เหตุที่นับเป็นจุดอ่อน"),
        ("ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล", "69.00 ต่ำกว่าค่าเป้าหมาย 85"),
        ("ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", "2.50 ล้านบาท"),
        ("ข้อ o1 โครงสร้าง", "ไม่ได้คะแนน"),
    )

    assert scores(made) == ["9=69.00 2568"]


_SUBS = ("ตัวชี้วัด", "ตัวชี้วัดย่อย", "คะแนน")


@pytest.mark.parametrize(("word", "sure"), [("รวม", True), ("เฉลี่ย", True), ("คะแนนรวม", False)])
def test_a_sum_under_sub_indicators_is_the_indicators_and_never_the_total(word: str, sure: bool) -> None:
    made = table(_SUBS, ("9 การเปิดเผยข้อมูล", "9.1 ข้อมูลพื้นฐาน", "60.00"), ("", "9.2 การบริหารงาน", "78.00"), ("", word, "69.00"))

    assert scores(made) == ["9.1=60.00 2568", "9.2=78.00 2568", *(["9=69.00 2568"] if sure else [])]


def test_the_sums_of_two_indicators_are_told_from_the_total_below_them() -> None:
    rows = (("9.1 ข้อมูลพื้นฐาน", "60.00"), ("9.2 การบริหารงาน", "78.00"), ("รวม", "69.00"), ("10.1 แผน", "90.00"), ("10.2 มาตรการ", "70.00"), ("รวม", "80.00"))

    assert [one for one in scores(table(("ตัวชี้วัด", "คะแนน"), *rows, ("คะแนนรวม", "74.50"))) if "." not in one.partition("=")[0]] == [
        "9=69.00 2568",
        "10=80.00 2568",
        "total=74.50 2568",
    ]


def test_a_sum_below_indicators_with_scores_of_their_own_is_the_total() -> None:
    made = table(("ตัวชี้วัด", "คะแนน"), ("10 การป้องกันการทุจริต", "80.00"), ("10.1 แผน", "90.00"), ("10.2 มาตรการ", "70.00"), ("รวม", "87.15"))

    assert scores(made)[-1] == "total=87.15 2568"


@pytest.mark.parametrize(
    "rows",
    [
        (("9.1 ข้อมูลพื้นฐาน", "60.00"), ("9.2 การบริหารงาน", "78.00"), ("10.1 แผน", "90.00"), ("10.2 มาตรการ", "70.00"), ("รวม", "74.50")),
        (("1 การปฏิบัติหน้าที่", "95.24"), ("10.1 แผน", "90.00"), ("10.2 มาตรการ", "70.00"), ("รวม", "87.15")),
        (("1 การปฏิบัติหน้าที่", "95.24"), ("9.5 ความโปร่งใส", "78.00"), ("รวม", "87.15")),
    ],
    ids=["of two", "the end of a longer table", "under one alone"],
)
def test_a_sum_that_may_be_of_several_is_nobodys(rows: tuple[tuple[str, str], ...]) -> None:
    assert not any(one.startswith(("total", "9=", "10=")) for one in scores(table(("ตัวชี้วัด", "คะแนน"), *rows)))


def test_a_figure_that_spans_the_sub_indicators_is_the_indicators() -> None:
    made = table(_SUBS, (cell("9 การเปิดเผยข้อมูล", rows=2), "9.1 ข้อมูลพื้นฐาน", cell("69.00", rows=2)), ("9.2 การบริหารงาน",))

    assert scores(made) == ["9=69.00 2568"]

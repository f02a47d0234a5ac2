"""What measures are called, and which nodes they answer."""

import pytest

from prongsai.checker.facts.measures.names import answers_of, every_node, named_by
from prongsai.checker.nodes import Names

NAMES = Names.of(2568)
O9 = "คู่มือหรือแนวทางการขอรับบริการสำหรับผู้รับบริการหรือผู้มาติดต่อ"


@pytest.mark.parametrize(
    ("cell", "nodes", "title"),
    [
        ("1. จัดทำคู่มือของ\nเทศบาล", [], "จัดทำคู่มือของ เทศบาล"),
        ("ตัวชี้วัดที่ 2 2. การใช้งบประมาณ", ["2"], "การใช้งบประมาณ"),
        ("ตัวชี้วัดที่ 6\n6. คุณภาพการดำเนินงาน", ["6"], "คุณภาพการดำเนินงาน"),
        ("ตัวชี้วัดที่ 3 การใช้อำนาจ\n1. มาตรการตัวอย่าง ก\n2. มาตรการตัวอย่าง ข", ["3"], "1. มาตรการตัวอย่าง ก 2. มาตรการตัวอย่าง ข"),
        ("ตัวชี้วัดที่ 3 การใช้อำนาจ 1. มาตรการตัวอย่าง ก 2. มาตรการตัวอย่าง ข", ["3"], "1. มาตรการตัวอย่าง ก 2. มาตรการตัวอย่าง ข"),
        ("ตัวชี้วัดที่ 6\nคุณภาพการดำเนินงาน\n1.มาตรการตัวอย่าง ก", ["6"], "มาตรการตัวอย่าง ก"),
        (f"ข้อ o9 {O9}\nมาตรการตัวอย่าง ก", ["o9"], "มาตรการตัวอย่าง ก"),
        (f"มาตรการตัวอย่าง ก\nข้อ o9 {O9}", ["o9"], "มาตรการตัวอย่าง ก"),
        ("o1, o2, ตัวชี้วัดที่ 9, EIT ส่วนที่ 1 ข้อ e7\nมาตรการตัวอย่าง ก", ["o1", "o2", "9", "EIT-1/e7"], "มาตรการตัวอย่าง ก"),
        ("EIT part 1 item e7 “openness”\nHold a forum", ["EIT-1/e7"], "Hold a forum"),
        ("Sub-indicator 9.1 Basic information\nIndicator 4 Use of property\nMake a plan", ["9.1", "4"], "Make a plan"),
    ],
)
def test_nodes_and_words_of_a_title_cell_are_told_apart(cell: str, nodes: list[str], title: str) -> None:
    found = named_by(cell, NAMES)

    assert found.nodes == nodes
    assert found.title == title


def test_a_cell_that_lists_sub_indicators_and_items_names_all_of_them() -> None:
    cell = "ตัวชี้วัดที่ 9\nการเปิดเผยข้อมูล\nการเปิดเผยทางเว็บไซต์ (Open Data : OIT)\nตัวชี้วัดย่อยที่ 9.2 การบริหารงาน\n012 รายงาน\n013 รายงาน"

    found = named_by(cell, NAMES)

    assert found.nodes == ["9", "9.2", "o12", "o13"]
    assert found.title == "การเปิดเผยข้อมูล"


@pytest.mark.parametrize("cell", [f"มาตรการตัวอย่าง กข้อ o9 {O9}", f"ข้อ o9 {O9}มาตรการตัวอย่าง ก", f"ข้อ o9 {O9.replace('ขอ', 'ข อ')} มาตรการตัวอย่าง ก"])
def test_a_title_that_a_reader_ran_together_with_its_item_is_found(cell: str) -> None:
    found = named_by(cell, NAMES)

    assert (found.nodes, found.title) == (["o9"], "มาตรการตัวอย่าง ก")


def test_a_title_that_speaks_of_an_item_keeps_it() -> None:
    found = named_by("ปรับปรุงคู่มือตามข้อ o9 ให้ครบ", NAMES)

    assert (found.nodes, found.title) == ([], "ปรับปรุงคู่มือตามข้อ o9 ให้ครบ")


def test_what_is_only_cited_is_not_answered() -> None:
    assert answers_of("ข้อ o9 คู่มือ หน่วยงานควรทบทวน (อ้างอิงจาก o8)", NAMES) == ["o9"]
    assert answers_of("ควรปรับปรุง o16 (อ้างอิงจาก o8)", NAMES) == ["o16"]


def test_ranges_and_lists_of_codes_are_answered_whole() -> None:
    assert answers_of("หัวข้อ การจัดซื้อจัดจ้าง (o12 – o13) รายการ", NAMES) == ["o12", "o13"]
    assert every_node("9, o9, EIT-1/e4, 9.1", NAMES) == ["9", "o9", "EIT-1/e4", "9.1"]
    assert every_node("–", NAMES) == []


def test_a_title_run_together_with_a_list_of_codes_is_found() -> None:
    found = named_by("มาตรการตัวอย่าง กตัวชี้วัดที่ 9, o9, o12", NAMES)

    assert (found.nodes, found.title) == (["9", "o9", "o12"], "มาตรการตัวอย่าง ก")


def test_an_item_with_its_title_inside_an_analysis_is_answered_too() -> None:
    text = f"ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล มักเกิดจากข้อมูลไม่ครบข้อ o9 {O9} มักเกิดจากคู่มือเก่า ดู o8 ด้วย"

    assert answers_of(text, NAMES) == ["9", "o9"]


def test_a_code_that_cannot_be_is_no_node() -> None:
    assert named_by("e0 ตัวอย่าง", NAMES).nodes == []
    assert answers_of("ข้อ 00 ตัวอย่าง", NAMES) == []

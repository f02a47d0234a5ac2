"""Nodes that a text names, in the ways people name them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.checker.nodes import Names, mentions
from prongsai.checker.outline import folded

_NAMES = Names.of(2568)


def _found(text: str) -> list[tuple[str, str, str]]:
    return [(one.node, one.by, one.titled) for one in mentions(folded(text), _NAMES)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ตัวชี้วัดที่ ๖ คุณภาพการดำเนินงาน มีระดับคะแนนที่ ๙๖.๐๓", [("6", "number", "6")]),
        ("ตัวชี้วัดที่ 6 มีคะแนน 96.03", [("6", "number", "")]),
        ("ตัวชี้วัดที่ ๒ ๒. การใช้งบประมาณ", [("2", "number", "2")]),
        ("ตัวชี้วัดที่ 4\n4.การใช้ทรัพย์สินของทางราชการ", [("4", "number", "4")]),
        ("ตัวชี้วัดที่ 3 การปรับปรุงระบบการทำงาน ที่พบว่า", [("3", "number", "8")]),
        ("ตัวชี้วัดที่ 1, 2 และ 10", [("1", "number", ""), ("2", "number", ""), ("10", "number", "")]),
        ("ตัวชี้วัดที่ 1 - 3", [("1", "number", ""), ("2", "number", ""), ("3", "number", "")]),
        ("อ้างอิงจากตัวชี้วัด 9.1, 9.2", [("9.1", "number", ""), ("9.2", "number", "")]),
        ("ตัวชี้วัดย่อยที่ ๙.๔ การบริหารและพัฒนาทรัพยากรบุคคล", [("9.4", "number", "9.4")]),
        ("1. คุณภาพการดำเนินงาน 96.03", [("6", "title", "6")]),
        ("ข้อ ๐9 คู่มือหรือแนวทาง", [("o9", "code", "")]),
        ("หัวข้อ ข้อมูลพื้นฐาน (๐1 – ๐4)", [("o1", "code", ""), ("o2", "code", ""), ("o3", "code", ""), ("o4", "code", "")]),
        ("e4 และ e5 ประเด็น", [("e4", "code", ""), ("e5", "code", "")]),
        ("IIT, EIT ส่วนที่ 1, EIT ส่วนที่ 2 และ OIT", [("IIT", "word", ""), ("EIT-1", "word", ""), ("EIT-2", "word", ""), ("OIT", "word", "")]),
        ("แบบวัดการรับรู้ของผู้มีส่วนได้เสียภายใน (IIT)", [("IIT", "word", ""), ("IIT", "word", "")]),
        ("มีคะแนนรวม 87.15", [("total", "word", "")]),
        ("Indicator 4 scored 93.38", [("4", "number", "")]),
    ],
)
def test_a_node_is_found_however_it_is_named(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert _found(text) == expected


@pytest.mark.parametrize("text", ["10 ตัวชี้วัด", "ตัวชี้วัด 95.24", "ตัวชี้วัดที่ 12", "ตัวชี้วัดความสำเร็จ 3 ข้อ", "วันที่ 6 คุณภาพ", "ปี 2568"])
def test_other_numbers_are_no_indicators(text: str) -> None:
    assert [one for one in mentions(folded(text), _NAMES) if one.by == "number"] == []


@given(st.text(alphabet="ตัวชี้วัดที่ 0123456789.,-oOe๐ขอคณภา\n", max_size=80))
def test_mentions_stand_in_order_inside_the_text_and_never_overlap(text: str) -> None:
    found = mentions(text, _NAMES)

    assert all(0 <= one.start <= one.end <= len(text) for one in found)
    assert all(before.end <= after.start for before, after in pairwise(found))


def test_the_instrument_of_a_node_follows_from_its_code_or_the_years_rules() -> None:
    nodes = ("3", "6", "9.2", "i4", "EIT-1/e7", "e2", "o9", "EIT-2", "OIT", "total")

    found = {node: _NAMES.instrument_of(node) for node in nodes}

    assert found == {
        "3": "IIT", "6": "EIT", "9.2": "OIT", "i4": "IIT", "EIT-1/e7": "EIT", "e2": "EIT", "o9": "OIT", "EIT-2": "EIT", "OIT": "OIT", "total": None,
    }  # fmt: skip

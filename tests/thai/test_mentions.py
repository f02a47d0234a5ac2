"""Codes are found in prose, and what only looks like a code is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.thai import find_items, find_ranges, parse_item


def _codes(text: str) -> list[str]:
    return [str(found.item) for found in find_items(text)]


def _ranges(text: str) -> list[tuple[str, str]]:
    return [(str(found.first), str(found.last)) for found in find_ranges(text)]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("(อ้างอิงจาก ๐8) พร้อมทั้งประชาสัมพันธ์", ["o8"]),
        ("ข้อ ๐27 มาตรการส่งเสริม", ["o27"]),
        ("๐๑๒ รายงานการกำกับ", ["o12"]),
        ("-๐๘ คู่มือ", ["o8"]),
        ("1.o12 แผน", ["o12"]),
        ("ตามข้อo9และo10", ["o9", "o10"]),
        ("Ｏ１２", ["o12"]),
        ("O-12 กับ o 3", ["o12", "o3"]),
        ("o1, o2, o4, o7", ["o1", "o2", "o4", "o7"]),
        ("o1/o2", ["o1", "o2"]),
        ("๐1,๐2, ๐4 และ ๐7", ["o1", "o2", "o4", "o7"]),
        ("๐1 ๐2", ["o1", "o2"]),
        ("o12\n๐13", ["o12", "o13"]),
        ("ข้อ 08 และ 09", ["o8", "o9"]),
        ("o12, 05/10/2568", ["o12"]),
        ("IIT i3 และ i10", ["i3", "i10"]),
        ("OIT-o9", ["o9"]),
        ("EIT-1/e4", ["EIT-1/e4"]),
        ("EIT ส่วนที่ 2 e3 ครับ", ["EIT-2/e3"]),
        ("e4 ส่วนที่ 1 และ e5 ส่วนที่ 2", ["EIT-1/e4", "EIT-2/e5"]),
        ("EIT-1/e4, e5", ["EIT-1/e4", "EIT-1/e5"]),
        ("e4 ได้คะแนนต่ำ", ["e4"]),
    ],
)
def test_codes_are_found(text: str, codes: list[str]) -> None:
    assert _codes(text) == codes


@pytest.mark.parametrize(
    "text",
    [
        "วันที่ ๐๕/๐๓/๒๕๖๘",
        "๐๕-๐๓-๒๕๖๘",
        "๐๕ ตุลาคม ๒๕๖๘",
        "๐๕ ต.ค. ๖๘",
        "วันที่ ๐๕",
        "05/10/2568",
        "05",
        "(อ 02-123-4567)",
        "โทร. ๐๘๑-๒๓๔-๕๖๗๘",
        "๐๘๑ ๒๓๔ ๕๖๗๘",
        "๐๒ ๐๑๒ ๓๔๕๖",
        "โทร ๐๙",
        "เวลา ๐๘.๓๐ น.",
        "๐๘:๓๐",
        "๐๙ น.",
        "ร้อยละ ๐๕",
        "๑๐๐.๐๐ ๘๐.๐๕ 100.00",
        "๐.๕๐ และ 0.5",
        "ข้อ ๐๑.๒",
        "๐๐",
        "o0",
        "o1.5",
        "CO2 H2O NO2",
        "ISO 9001",
        "พ.ศ. 2560",
        "ปี ๒๕๖๐",
        "https://a.go.th/o12?i=i3#e4 www.o4.com e4@a.go.th",
        "ไฟล์ o12.pdf",
        "Core i5 และ i7-8400",
        "แก๊สโซฮอล์ E10 น้ำมัน E20 E85",
        "o123",
        "",
    ],
)
def test_what_only_looks_like_a_code_is_left_alone(text: str) -> None:
    assert _codes(text) == []


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("(๐1 – ๐4)", ("o1", "o4")),
        ("(๐5-๐11)", ("o5", "o11")),
        ("(o12 – 013)", ("o12", "o13")),
        ("ข้อ o1 ถึง ข้อ o4", ("o1", "o4")),
        ("๐๑—๐๔", ("o1", "o4")),
        ("EIT-1/e1 – e3", ("EIT-1/e1", "EIT-1/e3")),
        ("e1 ถึง e3 ส่วนที่ 1", ("EIT-1/e1", "EIT-1/e3")),
    ],
)
def test_a_range_is_found_by_its_ends(text: str, ends: tuple[str, str]) -> None:
    assert _ranges(text) == [ends]
    assert _codes(text) == list(ends)


@pytest.mark.parametrize("text", ["o1, o4", "o1 และ o4", "o4 – o1", "i1 – o4", "EIT-1/e1 – EIT-2/e3", "o1 o4"])
def test_two_codes_are_not_always_a_range(text: str) -> None:
    assert _ranges(text) == []


def test_a_range_knows_all_its_items() -> None:
    (found,) = find_ranges("หมวดการใช้จ่าย (๐5 – ๐7) มี")

    assert [str(item) for item in found.items] == ["o5", "o6", "o7"]


def test_places_point_into_the_text_as_given() -> None:
    text = "ดู EIT-1/e4 และข้อ ๐๙ กับ (๐1 – ๐4)"

    items, (span,) = find_items(text), find_ranges(text)

    assert [text[found.start : found.end] for found in items] == ["EIT-1/e4", "๐๙", "๐1", "๐4"]
    assert text[span.start : span.end] == "๐1 – ๐4"


@given(st.text(st.sampled_from("oie0๐123๑๒ -–,./()EIT:ข้อถึงส่วนที่\n")))
def test_whatever_is_found_is_a_code_by_itself(text: str) -> None:
    for found in find_items(text):
        assert parse_item(text[found.start : found.end]).number == found.item.number

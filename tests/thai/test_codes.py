"""Codes of items and indicators are read however they are written."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.errors import UnreadableCode
from prongsai.thai import Instrument, ItemCode, parse_item, parse_node, to_thai_digits

_INSTRUMENTS: list[Instrument] = ["IIT", "EIT", "OIT"]


@st.composite
def _items(draw: st.DrawFn) -> ItemCode:
    instrument = draw(st.sampled_from(_INSTRUMENTS))
    part = draw(st.sampled_from([None, "EIT-1", "EIT-2"])) if instrument == "EIT" else None
    return ItemCode(instrument, draw(st.integers(1, 99)), part)


@pytest.mark.parametrize(
    "text",
    [
        "o8",
        "O8",
        "o08",
        "O-8",
        "o 8",
        "o – 8",
        "๐8",
        "๐๘",
        "o๘",
        "0๘",
        "08",
        "๐ 8",
        "ข้อ o8",
        "ข้อ ๐8",
        "ข้อที่ O8",
        " ｏ８ ",
        "Ｏ－８",
        "OIT o8",
    ],
)
def test_an_item_of_the_disclosure_list_is_read(text: str) -> None:
    assert parse_item(text) == ItemCode("OIT", 8)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("๐12", "o12"),
        ("012", "o12"),
        ("0๑๒", "o12"),
        ("๐๑๐", "o10"),
        ("ข้อ ๐27", "o27"),
        ("I10", "i10"),
        ("i 10", "i10"),
        ("IIT i๕", "i5"),
        ("e4", "e4"),
        ("EIT e4", "e4"),
        ("EIT-1/e4", "EIT-1/e4"),
        ("eit-2/E04", "EIT-2/e4"),
        ("EIT 1/e4", "EIT-1/e4"),
        ("EIT1/e4", "EIT-1/e4"),
        ("EIT ส่วนที่ 2 e3", "EIT-2/e3"),
        ("EIT ส่วนที่ ๒ ข้อ e๓", "EIT-2/e3"),
        ("EIT part 2 e3", "EIT-2/e3"),
        ("e4 ส่วนที่ 1", "EIT-1/e4"),
        ("e4 (EIT-1)", "EIT-1/e4"),
        ("EIT-1/e4 ส่วนที่ 1", "EIT-1/e4"),
    ],
)
def test_a_code_has_one_canonical_form(text: str, code: str) -> None:
    assert str(parse_item(text)) == code


@pytest.mark.parametrize(
    "text",
    [
        "",
        "o",
        "8",
        "0",
        "00",
        "o0",
        "๐๐",
        "o1.5",
        "x3",
        "o100",
        "0.8",
        "0-8",
        "0 8",
        "IIT o9",
        "OIT-1/o3",
        "o4 ส่วนที่ 1",
        "EIT-1/e4 ส่วนที่ 2",
        "ข้อ 12",
        "CO2",
        8,
        None,
    ],
)
def test_what_is_no_code_is_refused(text: object) -> None:
    with pytest.raises(UnreadableCode) as caught:
        parse_item(text, "no_points[2]")

    assert caught.value.problems[0].where == "no_points[2]"
    assert "o8" in caught.value.problems[0].mend.th


def test_items_stand_in_the_order_of_instruments_parts_and_numbers() -> None:
    codes = ["i2", "i10", "e1", "EIT-1/e1", "EIT-1/e9", "EIT-2/e1", "o2", "o10"]

    items = [parse_item(code) for code in codes]

    shuffled = items[::-1]
    shuffled.sort()

    assert shuffled == items
    assert all(first < second and second >= first for first, second in pairwise(items))


def test_an_item_is_not_compared_with_a_text() -> None:
    assert parse_item("o1").__lt__("o2") is NotImplemented


@pytest.mark.parametrize(("instrument", "number", "part"), [("OIT", 0, None), ("OIT", 100, None), ("OIT", 1, "OIT-1")])
def test_an_item_that_cannot_be_is_not_made(instrument: Instrument, number: int, part: str | None) -> None:
    with pytest.raises(ValueError, match=r"not the number|has no parts"):
        ItemCode(instrument, number, part)


@given(_items())
def test_every_item_is_read_from_its_own_code(item: ItemCode) -> None:
    code = str(item)

    assert parse_item(code) == item
    assert parse_item(code.upper()) == item
    assert parse_item(f"ข้อ {to_thai_digits(code)}") == item
    assert parse_node(code) == code


@given(st.integers(1, 99))
def test_a_zero_in_front_stands_for_the_letter_o(number: int) -> None:
    assert parse_item(f"๐{number}") == parse_item(f"0{number}") == parse_item(to_thai_digits(f"0{number}")) == ItemCode("OIT", number)


@pytest.mark.parametrize(
    ("given_value", "code"),
    [
        (4, "4"),
        ("4", "4"),
        ("๔", "4"),
        ("๑๐", "10"),
        ("ตัวชี้วัดที่ 4", "4"),
        ("ตัวชี้วัด ๑๐", "10"),
        ("Indicator 4", "4"),
        (9.1, "9.1"),
        ("9.1", "9.1"),
        ("๙.๒", "9.2"),
        ("ตัวชี้วัดย่อยที่ 10.2", "10.2"),
        ("o9", "o9"),
        ("๐๙", "o9"),
        ("EIT ส่วนที่ 1 e4", "EIT-1/e4"),
    ],
)
def test_a_measure_may_answer_items_indicators_and_sub_indicators(given_value: object, code: str) -> None:
    assert parse_node(given_value) == code


@pytest.mark.parametrize("given_value", [0, -4, 104, 4.0, 9.15 * 100, "0", "104", "9.0", "9.1.1", "ข้อ 4", "", None, True, []])
def test_nothing_else_can_be_answered(given_value: object) -> None:
    with pytest.raises(UnreadableCode):
        parse_node(given_value)


@given(st.text(max_size=20))
def test_any_text_is_a_code_or_is_refused(text: str) -> None:
    try:
        found = parse_item(text)
    except UnreadableCode as error:
        refused = error.problems[0].code
    else:
        refused = "" if parse_item(str(found)) == found else "another code"

    assert refused in ("", "unreadable-code")

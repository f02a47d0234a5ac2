"""Numbers in Thai and Arabic digits are read exactly and written half up."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.errors import UnreadableNumber
from prongsai.thai import format_number, parse_number, to_arabic_digits, to_thai_digits

_VALUES = st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**12), max_value=10**12)


def test_digits_are_exchanged_and_nothing_else() -> None:
    assert to_thai_digits("ปี 2568 ได้ 87.15") == "ปี ๒๕๖๘ ได้ ๘๗.๑๕"
    assert to_arabic_digits("ปี ๒๕๖๘ ได้ ๘๗.๑๕") == "ปี 2568 ได้ 87.15"


@given(st.text(st.characters(exclude_characters="๐๑๒๓๔๕๖๗๘๙")))
def test_any_text_survives_the_way_to_thai_digits_and_back(text: str) -> None:
    assert to_arabic_digits(to_thai_digits(text)) == text


@given(st.text(st.characters(exclude_characters="0123456789")))
def test_any_text_survives_the_way_to_arabic_digits_and_back(text: str) -> None:
    assert to_thai_digits(to_arabic_digits(text)) == text


@pytest.mark.parametrize(
    ("given_value", "value"),
    [
        ("95.24", "95.24"),
        ("๙๕.๒๔", "95.24"),
        ("  69.00\u00a0", "69.00"),
        ("1,234.50", "1234.50"),
        ("๑,๒๓๔,๕๖๗", "1234567"),
        ("-4.71", "-4.71"),
        ("\N{MINUS SIGN}4.71", "-4.71"),
        ("+25.97", "25.97"),
        ("007", "7"),
        (80, "80"),
        (84.985, "84.985"),
        (0.1, "0.1"),
        (1e-7, "0.0000001"),
        (Decimal("84.985"), "84.985"),
    ],
)
def test_a_number_is_read_exactly(given_value: object, value: str) -> None:
    assert parse_number(given_value) == Decimal(value)


def test_the_decimals_that_were_written_are_kept() -> None:
    assert str(parse_number("69.00")) == "69.00"


@pytest.mark.parametrize(
    "given_value",
    [
        "",
        " ",
        "ไม่มี",
        "95.",
        ".5",
        "1.2.3",
        "1e5",
        "--1",
        "99%",
        "๙๕,๒๔",
        "12,34,567",
        "²",
        True,
        False,
        None,
        [],
        float("nan"),
        float("inf"),
    ],
)
def test_what_is_no_number_is_refused(given_value: object) -> None:
    with pytest.raises(UnreadableNumber):
        parse_number(given_value)


@pytest.mark.parametrize("text", ["NaN", "sNaN", "Infinity"])
def test_a_decimal_that_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(UnreadableNumber):
        parse_number(Decimal(text))


@pytest.mark.parametrize(
    ("text", "likely"),
    [("95,24", "95.24"), ("๙๕,๒๔", "95.24"), ("0,123", "0.123"), ("1.234,56", "1234.56"), ("1,23,456", "123456"), ("12,34.5", "1234.5")],
)
def test_misplaced_commas_are_mended_to_what_was_probably_meant(text: str, likely: str) -> None:
    with pytest.raises(UnreadableNumber) as caught:
        parse_number(text, "แถว 3")

    problem = caught.value.problems[0]
    assert likely in problem.mend.th
    assert likely in problem.mend.en
    assert problem.where == "แถว 3"


@pytest.mark.parametrize("text", ["", "a,b", "95.24 คะแนน"])
def test_where_nothing_can_be_guessed_an_example_shows_the_form(text: str) -> None:
    with pytest.raises(UnreadableNumber) as caught:
        parse_number(text)

    assert "1,234.50" in caught.value.problems[0].mend.en


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("84.985", "84.99"),
        ("84.9849", "84.98"),
        ("-84.985", "-84.99"),
        ("0", "0.00"),
        ("-0.001", "0.00"),
        ("5", "5.00"),
        ("1E+3", "1000.00"),
    ],
)
def test_a_number_is_rounded_half_up(value: str, text: str) -> None:
    assert format_number(Decimal(value)) == text


@pytest.mark.parametrize(("value", "text"), [("25.97", "+25.97"), ("-4.71", "-4.71"), ("0", "0.00"), ("0.004", "0.00"), ("-0.004", "0.00")])
def test_a_change_carries_its_sign_unless_it_is_zero(value: str, text: str) -> None:
    assert format_number(Decimal(value), sign=True) == text


def test_places_and_grouping_can_be_chosen() -> None:
    assert format_number(Decimal("1234567.5"), grouping=True) == "1,234,567.50"
    assert format_number(Decimal("2.5"), 0) == "3"
    assert format_number(Decimal("1250"), sign=True, grouping=True) == "+1,250.00"


def test_more_digits_than_usual_are_kept_exactly() -> None:
    assert format_number(Decimal("9" * 40 + ".999")) == "1" + "0" * 40 + ".00"


@pytest.mark.parametrize("text", ["NaN", "Infinity"])
def test_nothing_but_a_number_is_written(text: str) -> None:
    with pytest.raises(ValueError, match="not a finite number"):
        format_number(Decimal(text))


@given(_VALUES, st.booleans(), st.booleans())
def test_what_is_written_can_be_read(value: Decimal, sign: bool, grouping: bool) -> None:
    text = format_number(value, 4, sign=sign, grouping=grouping)

    assert parse_number(text) == value
    assert parse_number(to_thai_digits(text)) == value


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_float_is_the_digits_that_it_prints(value: float) -> None:
    assert float(parse_number(value)) == value

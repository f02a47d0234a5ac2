"""Dates and periods read naturally in both languages."""

import datetime

import pytest

from prongsai.thai import DateStyle, format_date, format_period
from prongsai.words import Language

_DAY = datetime.date(2025, 10, 1)


@pytest.mark.parametrize(
    ("style", "language", "text"),
    [
        ("long", "th", "1 ตุลาคม 2568"),
        ("short", "th", "1 ต.ค. 68"),
        ("month", "th", "ตุลาคม 2568"),
        ("month_short", "th", "ต.ค. 68"),
        ("long", "en", "1 October 2025 (B.E. 2568)"),
        ("short", "en", "1 Oct 2025"),
        ("month", "en", "October 2025 (B.E. 2568)"),
        ("month_short", "en", "Oct 2025"),
    ],
)
def test_each_style_has_its_form(style: DateStyle, language: Language, text: str) -> None:
    assert format_date(_DAY, style, language) == text


def test_a_short_year_of_another_century_has_four_digits() -> None:
    assert format_date(datetime.date(1956, 12, 31), "short") == "31 ธ.ค. 2499"
    assert format_date(datetime.date(1957, 1, 1), "short") == "1 ม.ค. 00"


@pytest.mark.parametrize(
    ("start", "end", "thai", "english"),
    [
        ((2025, 10, 1), (2026, 9, 30), "ตุลาคม 2568 – กันยายน 2569", "October 2025 – September 2026"),
        ((2026, 1, 1), (2026, 3, 31), "มกราคม – มีนาคม 2569", "January – March 2026"),
        ((2025, 10, 1), (2026, 10, 31), "ตุลาคม 2568 – ตุลาคม 2569", "October 2025 – October 2026"),
        ((2025, 10, 1), (2025, 10, 31), "ตุลาคม 2568", "October 2025"),
        ((2025, 10, 1), (2025, 10, 15), "1 – 15 ตุลาคม 2568", "1 – 15 October 2025"),
        ((2025, 10, 1), (2025, 12, 15), "1 ตุลาคม – 15 ธันวาคม 2568", "1 October – 15 December 2025"),
        ((2025, 10, 15), (2026, 9, 30), "15 ตุลาคม 2568 – 30 กันยายน 2569", "15 October 2025 – 30 September 2026"),
        ((2025, 10, 5), (2025, 10, 5), "5 ตุลาคม 2568", "5 October 2025"),
        ((2025, 10, 1), (2026, 10, 1), "1 ตุลาคม 2568 – 1 ตุลาคม 2569", "1 October 2025 – 1 October 2026"),
    ],
)
def test_a_period_says_what_both_ends_share_once(start: tuple[int, int, int], end: tuple[int, int, int], thai: str, english: str) -> None:
    first, last = datetime.date(*start), datetime.date(*end)

    assert format_period(first, last) == thai
    assert format_period(first, last, "en") == english


def test_a_period_cannot_end_before_it_starts() -> None:
    with pytest.raises(ValueError, match="before it starts"):
        format_period(_DAY, _DAY - datetime.timedelta(days=1))

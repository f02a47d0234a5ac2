"""Dates and periods written out for readers: B.E. in Thai, C.E. in English."""

import datetime
from typing import Literal

from prongsai.thai.months import BUDDHIST_OFFSET, MonthStyle, last_day, month_name
from prongsai.words import Language

DateStyle = Literal["long", "short", "month", "month_short"]


def format_date(date: datetime.date, style: DateStyle = "long", language: Language = "th") -> str:
    """A C.E. date as 1 ตุลาคม 2568, 1 ต.ค. 68, ตุลาคม 2568 or ต.ค. 68.

    English has the C.E. year, and with a month in full the Buddhist year too: 1 October 2025 (B.E. 2568), 1 Oct 2025.
    A short Thai year has two digits only within B.E. 2500..2599.
    """
    month_style: MonthStyle = "long" if style in ("long", "month") else "short"
    month = month_name(date.month, month_style, language)
    day = f"{date.day} " if style in ("long", "short") else ""
    return f"{day}{month} {_year(date.year, month_style, language)}"


def format_period(start: datetime.date, end: datetime.date, language: Language = "th") -> str:
    """The period from `start` to `end`, both included, as one would say it.

    Whole months stand without days (ตุลาคม 2568 – กันยายน 2569), and what both ends share stands once (1 – 15 ตุลาคม 2568).
    English has the C.E. year alone. Raises ValueError when `end` is before `start`.
    """
    if end < start:
        raise ValueError(f"a period cannot end ({end}) before it starts ({start})")
    whole = start.day == 1 and end == last_day(end.year, end.month)
    first, last = _fields(start, whole, language), _fields(end, whole, language)
    if first == last:
        return " ".join(last)
    while first[-1] == last[len(first) - 1]:
        first.pop()
    return f"{' '.join(first)} – {' '.join(last)}"


def _fields(date: datetime.date, whole: bool, language: Language) -> list[str]:
    """Day (unless the month is whole), month and year, from the smallest to the largest."""
    year = date.year if language == "en" else date.year + BUDDHIST_OFFSET
    return [*([] if whole else [str(date.day)]), month_name(date.month, language=language), str(year)]


def _year(year: int, style: MonthStyle, language: Language) -> str:
    buddhist = year + BUDDHIST_OFFSET
    if language == "en":
        return f"{year} (B.E. {buddhist})" if style == "long" else str(year)
    return f"{buddhist % 100:02}" if style == "short" and 2500 <= buddhist <= 2599 else str(buddhist)

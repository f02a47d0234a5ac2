"""Dates as people in Thai offices write them, read into calendar dates (C.E.)."""

import datetime
import re
from functools import cache
from typing import Literal, NamedTuple

from prongsai.errors import Problem, UnreadableDate
from prongsai.thai.months import BUDDHIST_OFFSET, bare, last_day, month_numbers
from prongsai.thai.numerals import to_arabic_digits
from prongsai.words import Words

Edge = Literal["start", "end"]

_FIRST_BUDDHIST = 2400
_EARLIEST, _LATEST = 1900, 2199
_LONGEST = 80

_BUDDHIST = r"(?:พ ?\.? ?ศ ?\.?|(?<![a-z])b\.? ?e(?![a-z])\.?)"
_CHRISTIAN = r"(?:ค ?\.? ?ศ ?\.?|(?<![a-z])(?:c\.? ?e|a\.? ?d)(?![a-z])\.?)"
_WEEKDAY = r"(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|ศุกร์|เสาร์|อาทิตย์)"
_LEAD = rf"(?:(?:ภายใน|ตั้งแต่|ประจำ|ณ|สิ้น|วัน{_WEEKDAY} ?ที่|วันที่|วัน|เดือน|(?:by|on|in)(?= )) ?)*"
_ERA = rf"(?:ปี ?)?(?:(?P<be>{_BUDDHIST})|(?P<ce>{_CHRISTIAN}))? ?"
_YEAR = rf"{_ERA}(?P<year>[0-9]+)(?: (?P<be_after>{_BUDDHIST})| (?P<ce_after>{_CHRISTIAN}))?"
_NAME = r"(?P<name>[^\W\d_](?:[^\W\d_]|[ .\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])*?)"
_GAP = r"[ ./,-]*"
_SHAPES = (
    r"(?P<year>[0-9]{4}) ?(?P<mark>[-/.]) ?(?P<month>[0-9]{1,2})(?: ?(?P=mark) ?(?P<day>[0-9]{1,2})(?:[t ][0-9:.]+(?:z|[+-][0-9:]+)?)?)?",
    rf"{_LEAD}(?P<day>[0-9]{{1,2}}) ?(?P<mark>[-/.]) ?(?P<month>[0-9]{{1,2}}) ?(?P=mark) ?{_YEAR}",
    rf"{_LEAD}(?P<month>[0-9]{{1,2}}) ?[-/] ?(?P<day>){_ERA}(?P<year>[0-9]{{4}})",
    rf"{_LEAD}(?:(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?{_GAP})?(?:เดือน ?)?{_NAME}{_GAP}{_YEAR}",
    rf"{_LEAD}{_NAME}{_GAP}(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?(?:, ?| ){_YEAR}",
)
_OTHER_ERA = rf" ?\( ?(?:(?P<be>{_BUDDHIST})|(?P<ce>{_CHRISTIAN})) ?(?P<year>[0-9]+) ?\)"
_INVISIBLE = {ord(mark): None for mark in "\u200b\ufeff\u00ad"}

_MEND = Words("พิมพ์เช่น 1 ตุลาคม 2568, 1 ต.ค. 68, 1/10/2568 หรือ ต.ค. 68", "write it as in 1 Oct 2025, 1/10/2568 or 2025-10-01")


class _Fault(Exception):
    """Why a date cannot be read and how to mend it; never leaves this module."""

    def __init__(self, why: Words, mend: Words = _MEND) -> None:
        super().__init__(why.en)
        self.why, self.mend = why, mend


class _Parts(NamedTuple):
    """A date as written, with its C.E. year; without a day it means the whole month."""

    year: int
    month: int
    day: int | None


def parse_date(value: object, *, edge: Edge = "start", where: str = "") -> datetime.date:
    """The C.E. date of a date object or of a text such as 1 ต.ค. 68, ตุลาคม 2568, 31/3/2569, 2568-10-01 or Oct 2025.

    Years from 2400 on are B.E. (in date objects too, as YAML gives them), two-digit years are B.E. 25xx. A month alone is its
    first or its last day by `edge`. Raises UnreadableDate with the way to mend it.
    """
    try:
        if isinstance(value, datetime.date):
            return _on_calendar(_Parts(_christian(f"{value.year:04}"), value.month, value.day), edge)
        if not isinstance(value, str):
            raise _Fault(Words("ไม่ใช่วันที่หรือข้อความ", "it is neither a date nor a text"))
        return _from_text(_folded(value), edge)
    except _Fault as fault:
        what = Words(f"อ่าน “{value}” เป็นวันที่ไม่ได้", f"cannot read “{value}” as a date")
        raise UnreadableDate(Problem("unreadable-date", what, where, fault.why, fault.mend)) from None


def _folded(text: str) -> str:
    """The text in Arabic digits and small letters, single-spaced, without a closing full stop."""
    plain = to_arabic_digits(text).translate(_INVISIBLE).lower()
    return " ".join(plain.split()).rstrip(" ,")


def _from_text(text: str, edge: Edge) -> datetime.date:
    other = re.search(_OTHER_ERA + "$", text)
    date = _on_calendar(_parts(text[: other.start()] if other else text), "end" if "สิ้นเดือน" in text else edge)
    if other and _year_of(other) != date.year:
        raise _Fault(Words("ปี พ.ศ. กับปี ค.ศ. ไม่ตรงกัน", "the years of the two eras are not the same year"))
    return date


@cache
def _shapes() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(shape + " ?[.]?") for shape in _SHAPES)


def _parts(text: str) -> _Parts:
    for shape in _shapes() if len(text) <= _LONGEST else ():
        if match := shape.fullmatch(text):
            found = match.groupdict()
            month = int(found["month"]) if "month" in found else _month(found["name"])
            return _Parts(_year_of(match), month, int(found["day"]) if found["day"] else None)
    raise _Fault(Words("ไม่พบวัน เดือน และปีในรูปแบบที่รู้จัก", "no day, month and year in a known form"))


def _month(name: str) -> int:
    number = month_numbers().get(bare(name))
    if number is None:
        raise _Fault(
            Words(f"ไม่มีเดือนชื่อ “{name}”", f"there is no month “{name}”"),
            Words("พิมพ์ชื่อเดือนเต็มหรือย่อ เช่น ตุลาคม หรือ ต.ค.", "write the month's full or short name, as in October or Oct"),
        )
    return number


def _year_of(match: re.Match[str]) -> int:
    found = match.groupdict()
    era = "be" if found.get("be") or found.get("be_after") else "ce" if found.get("ce") or found.get("ce_after") else None
    return _christian(found["year"], era)


def _christian(digits: str, era: str | None = None) -> int:
    """The C.E. year of a year as written; the era it names must fit it."""
    if len(digits) == 2 and era != "ce":
        return 2500 + int(digits) - BUDDHIST_OFFSET
    written = int(digits[:5])
    buddhist = written >= _FIRST_BUDDHIST
    year = written - BUDDHIST_OFFSET if buddhist else written
    if not _EARLIEST <= year <= _LATEST:
        raise _Fault(
            Words(f"ปี {digits} ไม่อยู่ในช่วงที่ใช้ได้", f"the year {digits} is out of range"),
            Words("พิมพ์ปี พ.ศ. สี่หลัก เช่น 2568 หรือสองหลัก เช่น 68", "write a B.E. year as in 2568 or 68, or a C.E. year as in 2025"),
        )
    if era and buddhist != (era == "be"):
        raise _Fault(
            Words(f"ปี {digits} ไม่ตรงกับศักราชที่เขียนไว้", f"the year {digits} is not of the era that stands before it"),
            Words(f"พิมพ์เป็น พ.ศ. {year + BUDDHIST_OFFSET} หรือ ค.ศ. {year}", f"write B.E. {year + BUDDHIST_OFFSET} or C.E. {year}"),
        )
    return year


def _on_calendar(parts: _Parts, edge: Edge) -> datetime.date:
    year, month, day = parts
    if not 1 <= month <= 12:
        raise _Fault(
            Words(f"ไม่มีเดือนที่ {month}", f"there is no month {month}"),
            Words("พิมพ์วัน/เดือน/ปี ตามลำดับ เช่น 31/12/2568", "write day/month/year in this order, as in 31/12/2025"),
        )
    last = last_day(year, month)
    if day is None:
        return last if edge == "end" else last.replace(day=1)
    if not 1 <= day <= last.day:
        raise _Fault(
            Words(f"เดือนนั้นมีวันที่ 1 ถึง {last.day}", f"that month has the days 1 to {last.day}"),
            Words(f"แก้วันที่ให้อยู่ระหว่าง 1 ถึง {last.day}", f"write a day from 1 to {last.day}"),
        )
    return datetime.date(year, month, day)

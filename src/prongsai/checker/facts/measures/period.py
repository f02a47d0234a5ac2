"""Periods as measures state them: from a month to a month, by a day, a quarter, the whole fiscal year."""

import re
from datetime import date
from functools import cache
from typing import NamedTuple

from prongsai.errors import UnreadableDate
from prongsai.thai import FiscalYear, MonthStyle, month_name, parse_date

Period = tuple[date | None, date | None]

_YEAR = r"(?:25|26)\d\d|20\d\d"
_ERA = r"(?:ปี ?)?(?:พ ?\. ?ศ ?\.? ?|ค ?\. ?ศ ?\.? ?)?"
_OTHER_ERA = re.compile(r"\(\s*(?:B\.?E\.?|พ\.?ศ\.?)\s*\d{4}\s*\)", re.IGNORECASE)
_FISCAL = re.compile(rf"(?:ปี(?:งบประมาณ)?|fiscal year) ?(?:พ ?\. ?ศ ?\.? ?)?(?P<year>{_YEAR})", re.IGNORECASE)
_WHOLE = re.compile(r"ตลอด(?:ทั้ง)? ?ปี|ทั้งปี|ทุกเดือนตลอด|whole (?:of )?(?:the )?(?:fiscal )?year|all year", re.IGNORECASE)
_QUARTER = re.compile(r"(?:ไตรมาส(?:ที่)?|quarter) ?(?P<first>[1-4])(?: ?(?:[-–—,]|ถึง|และ|to) ?(?:ไตรมาส(?:ที่)? ?)?(?P<last>[1-4])(?![\d/]))?", re.IGNORECASE)
_HALF = re.compile(r"(?:6 เดือน|ครึ่งปี) ?(?P<which>แรก|หลัง)")
_UNTIL = re.compile(r"ภายใน|ไม่เกิน|ก่อน|แล้วเสร็จ|สิ้นสุด|ถึง|\b(?:by|until|before)\b", re.IGNORECASE)
_FROM = re.compile(r"ตั้งแต่|เริ่ม|เป็นต้นไป|\b(?:from|since)\b", re.IGNORECASE)
_SHORT_YEARS = range(60, 100)
_SHORTEST_NAME = 3
_LONGEST_LEAD = 20


class _Point(NamedTuple):
    """A day or month as written; the year is None where it stands only with another."""

    day: int | None
    month: str
    year: str | None
    start: int


def period_of(text: str, plan: int | None) -> Period:
    """First and last day of a period in a folded text; None for an end that it does not say. `plan` is the fiscal year of months without a year."""
    line = _OTHER_ERA.sub("", " ".join(text.split()))
    points = _points(line)
    if points:
        return _between(line, points, plan)
    return _part_of_year(line, _fiscal(line, plan))


def cut_period(line: str) -> tuple[str, str]:
    """A line that begins with a period, cut behind it; an empty first part where it does not."""
    ends = [match.end() for pattern in (_pattern(), _FISCAL, _WHOLE, _QUARTER, _HALF, _OTHER_ERA) for match in pattern.finditer(line)]
    starts = [match.start() for pattern in (_pattern(), _FISCAL, _WHOLE, _QUARTER, _HALF) if (match := pattern.search(line))]
    if not starts or min(starts) > _LONGEST_LEAD:
        return "", line
    return line[: max(ends)].strip(), line[max(ends) :].strip(" /:,-–")


def day_of(text: str) -> date | None:
    """The last day, month or date that a text names with its year; None where it names none."""
    points = [point for point in _points(_OTHER_ERA.sub("", " ".join(text.split()))) if point.year]
    return _day(points[-1], None, last=True) if points else None


def _fiscal(line: str, plan: int | None) -> FiscalYear | None:
    match = _FISCAL.search(line)
    year = int(match["year"]) if match else plan
    if year is None:
        return None
    return FiscalYear(year if year > 2400 else year + 543)


def _part_of_year(line: str, year: FiscalYear | None) -> Period:
    if year is None:
        return None, None
    if quarter := _QUARTER.search(line):
        first, last = int(quarter["first"]), int(quarter["last"] or quarter["first"])
        return _months(year, 3 * first - 3, 3 * last - 1) if first <= last else (None, None)
    if half := _HALF.search(line):
        return _months(year, 0, 5) if half["which"] == "แรก" else _months(year, 6, 11)
    if _WHOLE.search(line) or ((match := _FISCAL.search(line)) and _UNTIL.search(line, 0, match.start()) is None):
        return year.start, year.end
    return (None, year.end) if _FISCAL.search(line) else (None, None)


def _months(year: FiscalYear, first: int, last: int) -> Period:
    """From one month of the fiscal year to another, each counted from 0."""
    (start_year, start), (end_year, end) = year.months[first], year.months[last]
    return parse_date(f"{start}/{start_year}"), parse_date(f"{end}/{end_year}", edge="end")


def _between(line: str, points: list[_Point], plan: int | None) -> Period:
    """The first and last of the dates named; of one alone what the words before it say."""
    points = _with_years(points)
    if len(points) > 1:
        days = [_day(points[0], plan, last=False), _day(points[-1], plan, last=True)]
        return (days[0], days[1]) if None not in days and str(days[0]) <= str(days[1]) else (None, days[1])
    before = line[: points[0].start]
    if _UNTIL.search(before):
        return None, _day(points[0], plan, last=True)
    if _FROM.search(line):
        return _day(points[0], plan, last=False), None
    return _day(points[0], plan, last=False), _day(points[0], plan, last=True)


def _with_years(points: list[_Point]) -> list[_Point]:
    """Each date without a year takes that of the next one, or the year before where its month comes later."""
    filled: list[_Point] = []
    following: _Point | None = None
    for point in reversed(points):
        if point.year is None and following is not None and following.year is not None:
            month, next_month = _number(point.month), _number(following.month)
            short = len(following.year) == 2
            year = int(following.year) - (month > next_month)
            point = point._replace(year=f"{year:02}" if short else str(year))
        filled.insert(0, point)
        following = point
    return filled


def _day(point: _Point, plan: int | None, *, last: bool) -> date | None:
    year = point.year
    if year is None:
        if plan is None:
            return None
        year = str(plan - (_number(point.month) >= 10))
    try:
        day = f"{point.day}/" if point.day else ""
        return parse_date(f"{day}{_number(point.month)}/{year if len(year) == 4 else 2500 + int(year)}", edge="end" if last else "start")
    except UnreadableDate:
        return None


def _points(line: str) -> list[_Point]:
    found = []
    for match in _pattern().finditer(line):
        year = match["year"] or match["slash_year"] or match["iso_year"]
        if year and len(year) == 2 and int(year) not in _SHORT_YEARS:
            year = None
        month = match["name"] or match["slash_month"] or match["iso_month"]
        day = match["day"] or match["slash_day"] or match["iso_day"]
        if match["first_day"]:
            found.append(_Point(int(match["first_day"]), month, year, match.start()))
        found.append(_Point(int(day) if day else None, month, year, match.start()))
    return found


def _number(name: str) -> int:
    return int(name) if name.isdigit() else _names()[_bare(name)]


def _bare(name: str) -> str:
    return re.sub(r"[ .]", "", name).lower()


@cache
def _names() -> dict[str, int]:
    styles: tuple[MonthStyle, ...] = ("long", "short")
    names = {_bare(month_name(month, style, language)): month for month in range(1, 13) for style in styles for language in ("th", "en")}
    return names | {"sept": 9}


@cache
def _pattern() -> re.Pattern[str]:
    """Dates in words, with strokes, and as a machine writes them; a short name of a month may have lost its dots or have blanks."""
    long = [re.escape(month_name(month)) for month in range(1, 13)]
    short = [r" ?\.? ?".join(_letters(month_name(month, "short"))) + r"\b ?\.?" for month in range(1, 13)]
    english = [rf"{month_name(month, 'short', 'en')}(?:{month_name(month, 'long', 'en')[_SHORTEST_NAME:]})?\b\.?" for month in range(1, 13)]
    names = "|".join([*long, *(rf"(?<![ก-๛]){name}(?![ก-๛])|(?<=เดือน){name}(?![ก-๛])" for name in short), *(rf"\b{name}" for name in english), r"\bSept\.?"])
    return re.compile(
        rf"(?:(?:(?P<first_day>\d{{1,2}}) ?[-–—] ?)?(?P<day>(?<!\d)[1-3]?\d) ?)?(?:เดือน ?)?(?P<name>{names}) ?,? ?{_ERA}(?P<year>(?:{_YEAR}|[6-9]\d)(?!\d))?"
        rf"|(?<![\d/])(?P<slash_day>\d{{1,2}}) ?/ ?(?P<slash_month>\d{{1,2}}) ?/ ?(?P<slash_year>{_YEAR}|[6-9]\d)(?!\d)"
        rf"|(?<!\d)(?P<iso_year>{_YEAR})-(?P<iso_month>\d\d)-(?P<iso_day>\d\d)(?!\d)",
        re.IGNORECASE,
    )


def _letters(short: str) -> list[str]:
    """The letters of a short name of a month between its dots: ต.ค. is ต and ค."""
    return [re.escape(letters) for letters in short.rstrip(".").split(".")]

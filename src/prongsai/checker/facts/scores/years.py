"""The fiscal year that a score in a sentence, a column or a chapter is of."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from prongsai.thai import MonthStyle, find_items, month_name

_CHRISTIAN = 543
_OLDEST_BUDDHIST = 2400
_STYLES: tuple[MonthStyle, ...] = ("long", "short")
_YEAR = r"(?<!\d)(?:25[5-8]\d|20[12]\d)(?!\d|[./]\d)"
_BEFORE = re.compile(r"ปีก่อน(?:หน้า)?|ปีที่แล้ว|ปีที่ผ่านมา|ปีงบประมาณที่ผ่านมา|(?:last|previous) (?:fiscal )?year", re.IGNORECASE)
_NAMED = re.compile(
    rf"(?:ปี(?:ที่)? ?(?:งบ ?ประมาณ)? ?(?:พ ?\. ?ศ ?\.)? ?|พ ?\. ?ศ ?\. ?|fiscal year |\b(?:in|of|for|from) (?:FY ?)?|\bFY ?)(?P<year>{_YEAR})", re.IGNORECASE
)
_BARE = re.compile(_YEAR)
_MONTHS = "|".join(re.escape(month_name(month, style)) for style in _STYLES for month in range(1, 13))
_NOT_FISCAL = re.compile(
    r"(?:พระราชบัญญัติ|พ\.ร\.บ\.|พรบ|ระเบียบ|ประกาศ(?!ผล)|กฎ|หลักเกณฑ์)[^\d]{0,80}$|(?:รายงาน(?:ผล)?การดำเนินงาน|จัดซื้อจัดจ้าง|การจัดหาพัสดุ|แผน)[^\d]{0,30}$"
    rf"|(?:{_MONTHS})\.? (?:พ\.ศ\. ?)?$"
)
_ABOUT_SCORES = re.compile(r"คะแนน|ผลการประเมิน|ผลประเมิน|\bITA\b|score|result|assess", re.IGNORECASE)
_BEHIND = re.compile(r"[\s(]*(?:คะแนน|points?)?[\s(]*(?:ใน|ของ|เมื่อ|สำหรับ|in|of|for|\()\s*$", re.IGNORECASE)
_COMPARED = re.compile(r"(?:เทียบ(?:กับ)?|จาก|กว่า|against|than|with|from)\s*(?:ผล(?:การประเมิน|คะแนน)?|คะแนน)?\s*(?:ของ|ใน)?\s*$", re.IGNORECASE)
_OF_COMPARED = re.compile(r"[\s(]*(?:ซึ่ง|ที่)?(?:มี|ได้|ได้รับ|อยู่ที่|เท่ากับ|ผล|คะแนน|รวม|ที่|when it was|which was|[:=])*[\s(]*", re.IGNORECASE)
_FARTHEST_BEHIND = 24
_LONGEST_CAPTION = 220


@dataclass(frozen=True, slots=True)
class YearMark:
    """A fiscal year (B.E.) named at text[start:end]; None for "last year" of a document whose year is not known.

    `compared` tells the year that something is held against ("ลดลงจากปี 2567") from the year that something is of.
    """

    year: int | None
    start: int
    end: int
    compared: bool = False


@lru_cache(maxsize=2048)
def year_marks(text: str, assessed: int | None) -> tuple[YearMark, ...]:
    """Every fiscal year that a text names, in order; years of acts, plans and dates are none."""
    named = [match for match in _NAMED.finditer(text) if not _NOT_FISCAL.search(text[: match.start("year")][-100:])]
    found = [YearMark(_buddhist(match["year"]), match.start(), match.end(), _is_compared(text, match)) for match in named]
    found += [YearMark(assessed - 1 if assessed else None, match.start(), match.end(), _is_compared(text, match)) for match in _BEFORE.finditer(text)]
    return tuple(sorted(found, key=lambda mark: mark.start))


def year_of_head(text: str, assessed: int | None) -> int | None:
    """The one year that the head of a column, a row's label or a cell names, with or without the word year; None for none or several."""
    years = {_buddhist(match[0]) for match in _BARE.finditer(text)}
    if not years and _BEFORE.search(text) and assessed:
        years = {assessed - 1}
    return next(iter(years)) if len(years) == 1 else None


def year_of_caption(text: str, assessed: int | None) -> int | None:
    """The one year of a heading or caption about scores; None for none, several, the year of the plan, or an item's title with a year in it."""
    if len(text) > _LONGEST_CAPTION or not _ABOUT_SCORES.search(text) or find_items(text):
        return None
    years = {mark.year for mark in year_marks(text, assessed) if not mark.compared and not _BEFORE.fullmatch(text, mark.start, mark.end)}
    others = {_buddhist(match[0]) for match in _BARE.finditer(text)} - years
    year = next(iter(years)) if len(years) == 1 and not others else None
    return None if year and assessed and year > assessed else year


def year_of_figure(text: str, figure: tuple[int, int], marks: Sequence[YearMark], *, since: int) -> YearMark | None:
    """The year that a figure at text[start:end] is of: named before it and after `since`, or right behind it ("95.24 in 2568")."""
    start, end = figure
    before = [mark for mark in marks if since <= mark.start and mark.end <= start and (not mark.compared or _OF_COMPARED.fullmatch(text, mark.end, start))]
    if before:
        return before[-1]
    for mark in marks:
        if 0 <= mark.start - end <= _FARTHEST_BEHIND and _BEHIND.fullmatch(_between(text, end, mark)):
            return mark
    return None


def _between(text: str, end: int, mark: YearMark) -> str:
    """What stands between the figure and the year, with an English preposition that the mark itself may begin with."""
    named = text[mark.start : mark.end]
    lead = re.match(r"(?:in|of|for)\b", named, re.IGNORECASE)
    return text[end : mark.start] + (lead[0] if lead else "")


def _is_compared(text: str, match: re.Match[str]) -> bool:
    return match[0].casefold().startswith("from") or bool(_COMPARED.search(text[max(0, match.start() - 40) : match.start()]))


def _buddhist(digits: str) -> int:
    year = int(digits)
    return year if year > _OLDEST_BUDDHIST else year + _CHRISTIAN

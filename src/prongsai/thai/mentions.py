"""Codes of items inside prose: which are meant, where they stand, and which two are the ends of a range."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from prongsai.thai.codes import PART, ItemCode, fold, item_from
from prongsai.thai.months import MonthStyle, month_name

_DIGIT = "[0-9๐]"
_STYLES: tuple[MonthStyle, ...] = ("long", "short")
_MONTHS = "|".join(re.escape(month_name(month, style)) for style in _STYLES for month in range(1, 13))

_FRONT = rf"(?:(?:eit[ -]?{PART}(?P<before>[1-9])|[ieo]it)(?: ?[/:-] ?| )(?:ข้อ ?)?)?"
_BACK = rf"(?: ?\(?(?:eit[ -]?|ส่วน ?(?:ที่)? ?)(?P<after>[1-9])\)?(?!{_DIGIT}))?"
_CODE = rf"{_FRONT}(?P<letter>[ieo0๐])[ -]?(?P<number>{_DIGIT}{{1,2}}){_BACK}"
_FUEL = r"(?<=e)(?:20|85)"

# A code with its letter is certain. A Thai zero may be a letter o or a digit: what stands around it decides.
# An Arabic zero is a letter o only after a word that announces a code, or in a row with a certain one.
_CERTAIN = re.sub(
    r"\?P<\w+>",
    "",
    rf"{_FRONT}(?:o[ -]?|[ie])(?!{_FUEL}){_DIGIT}{{1,2}}(?![a-z0-9๐_@])(?!\.[a-z0-9๐])(?!-{_DIGIT}{{3}}){_BACK}",
)
_ZERO = rf"[0๐]{_DIGIT}{{1,2}}"
_END = rf"(?! ?[-–]? ?{_DIGIT})(?![.,:/]{_DIGIT})(?! ?(?:น\.|นาฬิกา|%|บาท|คะแนน|{_MONTHS}))"
_JOIN = r"(?: ?[,/–—-] ?| ?(?:และ|หรือ|ถึง) ?)(?:ข้อ(?:ที่)? ?)?"
_ROWS = (
    rf"(?<![a-z0-9๐_/@=&?#%+])(?<![a-z_]\.)(?<![a-z0-9๐]-){_CERTAIN}(?:{_JOIN}(?:{_CERTAIN}|{_ZERO}{_END}))*",
    rf"(?:ข้อ(?:ที่)?|อ้างอิง(?:จาก)?|oit) ?\(?{_ZERO}(?:{_JOIN}(?:{_CERTAIN}|{_ZERO}))*+{_END}",
    rf"(?<![a-z0-9๐])(?<!{_DIGIT}[.,:/-])๐{_DIGIT}{{1,2}}(?:(?:{_JOIN}| )(?:{_CERTAIN}|๐{_DIGIT}{{1,2}}))*+{_END}",
)
_NOT_AFTER = (
    r"(?:core|gasohol|แก๊สโซฮอล์?|วันที่|เวลา|โทร|โทรศัพท์|โทรสาร|tel|fax|หมู่|หมู่ที่|(?<![ก-๛])ม\.|เลขที่|ลำดับ|ลำดับที่|ครั้งที่"
    r"|จำนวน|รหัส|รหัสไปรษณีย์|หน้า|ร้อยละ|ถนน|ซอย|ห้อง|ชั้น)[ .:]*$"
)
_RANGE = r" ?(?:[-–—]|ถึง) ?(?:ข้อ(?:ที่)? ?)?"
_LONGEST_WORD = 20


class FoundItem(NamedTuple):
    """An item named in a text, and the place of its code: text[start:end]."""

    item: ItemCode
    start: int
    end: int


class FoundRange(NamedTuple):
    """A row of items named by its two ends, and its place: text[start:end]."""

    first: ItemCode
    last: ItemCode
    start: int
    end: int

    @property
    def items(self) -> tuple[ItemCode, ...]:
        """Every item from the first to the last."""
        numbers = range(self.first.number, self.last.number + 1)
        return tuple(ItemCode(self.first.instrument, number, self.first.part) for number in numbers)


def find_items(text: str) -> list[FoundItem]:
    """Every code in the text, in order; of a range both ends. Dates, times, telephone numbers and CO2 are none."""
    return [found for row in _rows(fold(text)) for found in row]


def find_ranges(text: str) -> list[FoundRange]:
    """Every range of codes in the text, in order: ๐1 – ๐4, o12-o13, e1 ถึง e3."""
    folded = fold(text)
    return [
        FoundRange(first.item, last.item, first.start, last.end)
        for row in _rows(folded)
        for first, last in pairwise(row)
        if _is_range(first, last, folded[first.end : last.start])
    ]


def _is_range(first: FoundItem, last: FoundItem, between: str) -> bool:
    alike = (first.item.instrument, first.item.part) == (last.item.instrument, last.item.part)
    return alike and first.item.number < last.item.number and bool(_pattern(_RANGE).fullmatch(between))


def _rows(folded: str) -> Iterator[list[FoundItem]]:
    """Codes that stand together; a part of EIT that one of a row names holds for its neighbours without one."""
    for match in _pattern("|".join(_ROWS)).finditer(folded):
        before = folded[max(0, match.start() - _LONGEST_WORD) : match.start()]
        if not _pattern(_NOT_AFTER).search(before):
            yield _codes(folded, match.start(), match.end())


def _codes(folded: str, start: int, end: int) -> list[FoundItem]:
    matches = list(_pattern(_CODE).finditer(folded, start, end))
    parts = _filled([match["before"] or match["after"] for match in matches])
    found = []
    for match, part in zip(matches, parts, strict=True):
        letter = match["letter"].replace("๐", "0")
        item = item_from(letter, match["number"].replace("๐", "0"), part if letter == "e" else None)
        if item:
            found.append(FoundItem(item, match.start(), match.end()))
    return found


def _filled(parts: list[str | None]) -> list[str | None]:
    """Each missing part from the nearest before it, or else after it."""
    for order in (range(1, len(parts)), range(len(parts) - 2, -1, -1)):
        step = -order.step
        for place in order:
            parts[place] = parts[place] or parts[place + step]
    return parts


@cache
def _pattern(source: str) -> re.Pattern[str]:
    return re.compile(source)

"""Codes of items and indicators as people write them: o8, O8, ๐8, ๐๘, ข้อ o08, EIT-1/e4, 9.1."""

import re
from dataclasses import dataclass
from functools import cache, total_ordering
from typing import Literal

from prongsai.errors import Problem, UnreadableCode
from prongsai.words import Words

Instrument = Literal["IIT", "EIT", "OIT"]

_LETTERS: dict[Instrument, str] = {"IIT": "i", "EIT": "e", "OIT": "o"}
_INSTRUMENTS: dict[str, Instrument] = {"i": "IIT", "e": "EIT", "o": "OIT", "0": "OIT"}

_FULL_WIDTH = {code: chr(code - 0xFEE0).lower() for code in range(0xFF01, 0xFF5F)}
_CAPITALS = {ord(letter): letter.lower() for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
_THAI_DIGITS = {ord(digit): str(value) for value, digit in enumerate("๑๒๓๔๕๖๗๘๙", 1)}
_FOLD = _THAI_DIGITS | _FULL_WIDTH | _CAPITALS | {0xA0: " ", 0x3000: " "}
_TIDY = {ord("๐"): "0"} | dict.fromkeys((0x2010, 0x2011, 0x2013), "-")

PART = r"(?:ส่วน ?(?:ที่)? ?|part ?)?"
_ITEM = (
    r"(?:ข้อ(?:คำถาม)? ?(?:ที่)? ?|item )?"
    rf"(?:(?P<instrument>iit|eit|oit)(?:[ -]?{PART}(?P<before>[1-9]))?(?: ?[/:-] ?| )(?:ข้อ ?)?)?"
    r"(?P<letter>[ieo0])(?P<gap> ?-? ?)(?P<number>[0-9]{1,2})"
    rf"(?: ?\(?(?:eit[ -]?{PART}|ส่วน ?(?:ที่)? ?|part ?)(?P<after>[1-9])\)?)?"
)
_INDICATOR = r"(?:(?:ตัวชี้วัด(?:ย่อย)? ?(?:ที่)?|(?:sub-?)?indicator) ?)?(?P<code>[1-9][0-9]?(?:\.[1-9][0-9]?)?)"


@total_ordering
@dataclass(frozen=True)
class ItemCode:
    """One item: its instrument, its number from 1 to 99 and, where EIT has parts, the part's code ("EIT-1").

    Sorted by instrument (IIT, EIT, OIT), part and number. Raises ValueError for a number or part that cannot be.
    """

    instrument: Instrument
    number: int
    part: str | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.number <= 99:
            raise ValueError(f"not the number of an item: {self.number}")
        if self.part is not None and self.instrument != "EIT":
            raise ValueError(f"{self.instrument} has no parts: {self.part}")

    def __str__(self) -> str:
        code = f"{_LETTERS[self.instrument]}{self.number}"
        return f"{self.part}/{code}" if self.part else code

    def __lt__(self, other: object) -> bool:
        return self._rank < other._rank if isinstance(other, ItemCode) else NotImplemented

    @property
    def _rank(self) -> tuple[int, str, int]:
        return list(_LETTERS).index(self.instrument), self.part or "", self.number


def fold(text: str) -> str:
    """The text in Arabic digits, small letters and usual width, character for character; ๐ stays, as it may be a letter o."""
    return text.translate(_FOLD)


def parse_item(text: object, where: str = "") -> ItemCode:
    """The item that a code names; a zero in front stands for the letter o when digits follow it (๐8, 012).

    Raises UnreadableCode for anything else: o0, o1.5, x3.
    """
    item = _item(text) if isinstance(text, str) else None
    if item is None:
        raise _unreadable(text, where, Words("พิมพ์รหัสข้อ เช่น o8, i10 หรือ EIT-1/e4", "write an item's code, as in o8, i10 or EIT-1/e4"))
    return item


def parse_node(text: object, where: str = "") -> str:
    """What a measure may answer, as its canonical code: an item ("o9"), an indicator ("4") or a sub-indicator ("9.1").

    An int is an indicator and a float a sub-indicator, as YAML gives them. Raises UnreadableCode for anything else.
    """
    numeric = isinstance(text, int | float) and not isinstance(text, bool)
    written = repr(text) if numeric else text
    if isinstance(written, str):
        if match := _pattern(_INDICATOR).fullmatch(_tidy(written)):
            return match["code"]
        if not numeric and (item := _item(written)):
            return str(item)
    mend = Words("พิมพ์รหัสข้อหรือตัวชี้วัด เช่น o9, 4 หรือ 9.1", "write the code of an item or indicator, as in o9, 4 or 9.1")
    raise _unreadable(text, where, mend)


def item_from(letter: str, number: str, part: str | None) -> ItemCode | None:
    """The item of a letter (or the zero that stands for o), digits, and the number of an EIT part; None if there is none."""
    instrument = _INSTRUMENTS[letter]
    if int(number) == 0 or (part and instrument != "EIT"):
        return None
    return ItemCode(instrument, int(number), f"EIT-{part}" if part else None)


def _item(text: str) -> ItemCode | None:
    match = _pattern(_ITEM).fullmatch(_tidy(text))
    if match is None or (match["letter"] == "0" and match["gap"] and "๐" not in text):
        return None
    parts = {part for part in (match["before"], match["after"]) if part}
    item = item_from(match["letter"], match["number"], min(parts, default=None)) if len(parts) < 2 else None
    agrees = item is not None and match["instrument"] in (None, item.instrument.lower())
    return item if agrees else None


@cache
def _pattern(source: str) -> re.Pattern[str]:
    return re.compile(source)


def _tidy(text: str) -> str:
    """Folded, single-spaced, with plain hyphens and no Thai zero left."""
    return " ".join(fold(text).translate(_TIDY).split())


def _unreadable(given: object, where: str, mend: Words) -> UnreadableCode:
    what = Words(f"อ่าน “{given}” เป็นรหัสไม่ได้", f"cannot read “{given}” as a code")
    why = Words("รหัสคือ i, e หรือ o ตามด้วยเลขข้อ", "a code is i, e or o followed by the number of the item")
    return UnreadableCode(Problem("unreadable-code", what, where, why, mend))

"""The twelve months: their names in Thai and English, their lengths, and the two eras."""

import datetime
from functools import cache
from typing import Literal

from prongsai.words import Language, Words

MonthStyle = Literal["long", "short"]

BUDDHIST_OFFSET = 543

_LONG = (
    Words("มกราคม", "January"),
    Words("กุมภาพันธ์", "February"),
    Words("มีนาคม", "March"),
    Words("เมษายน", "April"),
    Words("พฤษภาคม", "May"),
    Words("มิถุนายน", "June"),
    Words("กรกฎาคม", "July"),
    Words("สิงหาคม", "August"),
    Words("กันยายน", "September"),
    Words("ตุลาคม", "October"),
    Words("พฤศจิกายน", "November"),
    Words("ธันวาคม", "December"),
)
_SHORT_TH = ("ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.")
_SHORT = tuple(Words(short, long.en[:3]) for short, long in zip(_SHORT_TH, _LONG, strict=True))


def month_name(month: int, style: MonthStyle = "long", language: Language = "th") -> str:
    """The name of month 1..12: ตุลาคม, ต.ค., October or Oct. Raises ValueError outside 1..12."""
    if not 1 <= month <= 12:
        raise ValueError(f"no such month: {month}")
    names = _LONG if style == "long" else _SHORT
    return names[month - 1].to(language)


def bare(name: str) -> str:
    """A name of a month without dots, spaces and capitals, as it is looked up."""
    return name.replace(".", "").replace(" ", "").lower()


@cache
def month_numbers() -> dict[str, int]:
    """Every bare name of a month, long and short, Thai and English, with its number."""
    numbers = {bare(name): number for names in (_LONG, _SHORT) for number, words in enumerate(names, 1) for name in words}
    return numbers | {"sept": 9}


def last_day(year: int, month: int) -> datetime.date:
    """The last day of a month of a C.E. year."""
    first_of_next = datetime.date(year + month // 12, month % 12 + 1, 1)
    return first_of_next - datetime.timedelta(days=1)

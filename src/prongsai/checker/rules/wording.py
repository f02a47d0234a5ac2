"""Words that the rules share: nodes, figures and places as an official document names them."""

import re
from collections.abc import Iterable
from decimal import Decimal

from prongsai.checker.fact import Fact
from prongsai.checker.outline import Passage
from prongsai.checker.rules.nearness import one_digit_apart
from prongsai.framework import Framework
from prongsai.thai import format_number
from prongsai.words import Words, same

_LONGEST_QUOTE = 60
_SOURCES = re.compile(r"อ้างอิง|บรรณานุกรม|ที่มาของ|แหล่ง|references|sources|bibliography", re.IGNORECASE)
_SOURCE = re.compile(r"^\W*(?:[A-Z]{1,3}\d{1,3}|\[\d+\]) ?[:.]|^\W*(?:ที่มา|อ้างอิง|source) ?[:：]", re.IGNORECASE)
TOTAL = Words("คะแนนรวม", "the total")


def figure(value: Decimal, *, sign: bool = False) -> str:
    """A score as it is printed: two decimals."""
    return format_number(value, sign=sign)


def named(node: str, framework: Framework | None = None) -> Words:
    """What a node is called: ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ, ข้อ o9, EIT ส่วนที่ 1 ข้อ e7, คะแนนรวม."""
    if node == "total":
        return TOTAL
    part, _, code = node.rpartition("/")
    if code[:1] in "ieo" and code[1:].isdigit():
        number = part.partition("-")[2]
        return Words(f"EIT ส่วนที่ {number} ข้อ {code}", f"item {code} of EIT part {number}") if part else Words(f"ข้อ {code}", f"item {code}")
    if code.isdigit():
        return _indicator(code, framework)
    if "." in code:
        return Words(f"ตัวชี้วัดย่อย {code}", f"sub-indicator {code}")
    if "-" in code:
        number = code.partition("-")[2]
        return Words(f"EIT ส่วนที่ {number}", f"EIT part {number}")
    return Words(f"แบบวัด {code}", code)


def titled(node: str, framework: Framework | None) -> Words:
    """The node with its title where the year's rules tell it: ข้อ o9 คู่มือ…"""
    item = framework.item(node) if framework else None
    name = named(node, framework)
    return Words(f"{name.th} {item.title}", f"{name.en} {item.title}") if item and item.title else name


def _indicator(code: str, framework: Framework | None) -> Words:
    rule = framework.indicators.get(int(code)) if framework else None
    return Words(f"ตัวชี้วัดที่ {code} {rule.name.th}", f"indicator {code} {rule.name.en}") if rule else Words(f"ตัวชี้วัดที่ {code}", f"indicator {code}")


def digit_fault(printed: Decimal, right: Decimal) -> Words | None:
    """The fault of a scan that would explain a figure, where it is one digit away from what would be right."""
    if not one_digit_apart(printed, right):
        return None
    return Words(
        f"{figure(printed)} ต่างจาก {figure(right)} เพียงหลักเดียว อาจอ่านผิด",
        f"{figure(printed)} is one digit away from {figure(right)} and may have been misread",
    )


def of_year(year: int | None) -> Words:
    """ปี 2568, with the blank before it; nothing where no year is known."""
    return Words(f" ปี {year}", f" of {year}") if year is not None else Words("", "")


def quoted(text: str) -> str:
    """A passage inside a message: one line, shortened at a blank where there is one."""
    line = " ".join(text.split())
    if len(line) <= _LONGEST_QUOTE:
        return line
    cut = line.rfind(" ", _LONGEST_QUOTE // 2, _LONGEST_QUOTE)
    return f"{line[:cut]}…" if cut > 0 else f"{whole_clusters(line, _LONGEST_QUOTE)}…"


def whole_clusters(text: str, length: int) -> str:
    """The first letters of a text, at most so many, that end with a whole Thai cluster."""
    end = min(length, len(text))
    while 0 < end < len(text) and (is_mark(text[end]) or text[end - 1] in _LEADING):
        end -= 1
    return text[:end]


_LEADING = "เแโใไ"


def is_mark(char: str) -> bool:
    """Whether a character hangs on the one before it: a vowel or tone above or below, sara a, sara aa or sara am."""
    return char in "ะาำๅ" or "\u0e31" <= char <= "\u0e3a" or "\u0e47" <= char <= "\u0e4e"


def where(fact: Fact) -> Words:
    """Where a statement stands: หน้า 2 ตารางที่ 1 แถวที่ 5; its own words where the place is not known."""
    place = fact.passage.place
    thai = [f"{name} {number}" for name, number in (("หน้า", place.page), ("ตารางที่", place.table), ("แถวที่", place.row)) if number is not None]
    english = [f"{name} {number}" for name, number in (("page", place.page), ("table", place.table), ("row", place.row)) if number is not None]
    if thai:
        return Words(" ".join(thai), ", ".join(english))
    return same(f"“{quoted(around(fact))}”")


def around(fact: Fact) -> str:
    """The words just around what a statement was read from."""
    text = fact.passage.text
    if fact.span is None or len(text) <= _LONGEST_QUOTE:
        return text
    start = text.rfind("\n", 0, fact.span[0]) + 1
    start = max(start, text.rfind(" ", start, max(start, fact.span[0] - 20)) + 1)
    return text[start:]


def is_source(passage: Passage) -> bool:
    """Whether a passage stands in a list of sources, which names other papers, their years and whose they are."""
    return bool(_SOURCES.search(passage.chapter) or _SOURCE.match(passage.text))


def listed(texts: Iterable[str]) -> str:
    """Codes and numbers in a row."""
    return ", ".join(texts)


def both(pieces: Iterable[Words], thai: str = " และ ", english: str = " and ") -> Words:
    """Several pieces as one."""
    kept = list(pieces)
    return Words(thai.join(piece.th for piece in kept), english.join(piece.en for piece in kept))

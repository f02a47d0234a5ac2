"""Which indicators, items, parts and instruments a text speaks of, in whatever way it names them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from prongsai.framework import Framework, known_years, load_framework
from prongsai.thai import find_items, find_ranges

By = Literal["number", "code", "title", "word"]
_RANKS: dict[By, int] = {"number": 0, "code": 1, "word": 2, "title": 3}
_STANDARD_YEAR = 2568

_NUMBER = r"\d{1,2}(?:\.\d)?(?!\d|[.,]\d)"
_JOIN = r"(?: ?, ?(?:และ ?)?| ?และ(?:ตัวชี้วัด)?(?:ที่)? ?| ?[-–—] ?| ?ถึง ?)"
_ANNOUNCED = re.compile(rf"(?:ตัวชี้วัด(?:ย่อย)? ?(?:ที่|ข้อที่|ลำดับที่)? ?:? ?|\bindicators? (?:no\.? ?)?)(?P<numbers>{_NUMBER}(?:{_JOIN}{_NUMBER})*)", re.IGNORECASE)
_SECOND_NUMBER = r"(?:[\s:.)(–-]*(?P<again>\d{1,2}(?:\.\d)?)?[\s:.)(–\"“-]*)"
_RANGE = re.compile(r"\s*(?:[-–—]|ถึง)\s*")
_WORDS: tuple[tuple[str, str], ...] = (
    ("EIT-1", r"\bEIT[ -]*\(?(?:ส่วน(?:ที่)? ?|part ?)?1\b|\bEIT ?\(?Public\b|แบบวัด[^\n]{0,60}?ภายนอก[^\n]{0,12}?ส่วนที่ ?1"),
    ("EIT-2", r"\bEIT[ -]*\(?(?:ส่วน(?:ที่)? ?|part ?)?2\b|\bEIT ?\(?Survey\b|แบบวัด[^\n]{0,60}?ภายนอก[^\n]{0,12}?ส่วนที่ ?2"),
    ("IIT", r"\bIIT\b|แบบวัดการรับรู้(?:ของ)?ผู้มีส่วนได้(?:ส่วน)?เสียภายใน"),
    ("EIT", r"\bEIT\b|แบบวัดการรับรู้(?:ของ)?ผู้มีส่วนได้(?:ส่วน)?เสียภายนอก"),
    ("OIT", r"\bOIT\b|แบบ(?:วัด|ตรวจ)?การเปิดเผยข้อมูลสาธารณะ"),
    ("total", r"คะแนน(?:เฉลี่ย)?(?:โดย)?รวม|(?:ใน)?ภาพรวม|คะแนนเฉลี่ย|รวมทุกตัวชี้วัด|\b(?:total|overall)(?: score)?\b|\bITA score\b"),
)
_ANY_WORD = re.compile("|".join(f"(?P<w{place}>{pattern})" for place, (_, pattern) in enumerate(_WORDS)), re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mention:
    """A node named at text[start:end]; `title` is the known title that stands with it (its own or another's), `titled` the node that title belongs to."""

    node: str
    start: int
    end: int
    by: By
    title: str = ""
    titled: str = ""


@dataclass(frozen=True)
class Names:
    """The titles that a year gives its indicators and sub-indicators, as patterns that bear the usual ways of writing them."""

    year: int
    titles: tuple[tuple[str, re.Pattern[str]], ...]
    instruments: dict[str, str]

    @classmethod
    def of(cls, year: int | None) -> "Names":
        """The names of a fiscal year; of a year without rules, or None, those that hold for most years."""
        return _names(year if year in known_years() else _STANDARD_YEAR)

    def titled(self, text: str, start: int = 0) -> tuple[str, int] | None:
        """The node whose title begins at `start` of the text and where it ends; the longest of several."""
        found = [(match.end(), node) for node, pattern in self.titles if (match := pattern.match(text, start))]
        return (max(found)[1], max(found)[0]) if found else None

    def instrument_of(self, node: str) -> str | None:
        """The instrument of an indicator, sub-indicator, part, item or instrument; None for the total."""
        if node[:1] in "ieo" and node[1:2].isdigit():
            return {"i": "IIT", "e": "EIT", "o": "OIT"}[node[0]]
        return self.instruments.get(node.partition("/")[0].partition(".")[0])


def mentions(text: str, names: Names) -> tuple[Mention, ...]:
    """Every node that a folded text names, in order and without overlaps; announced numbers before codes, those before words and bare titles."""
    return _mentions(text, names.year)


@lru_cache(maxsize=4096)
def _mentions(text: str, year: int) -> tuple[Mention, ...]:
    names = _names(year)
    found = [*_numbers(text, names), *_codes(text), *_words(text), *_bare_titles(text, names)]
    taken: list[Mention] = []
    for mention in sorted(found, key=lambda one: (_RANKS[one.by], one.start, -one.end)):
        at = bisect_left(taken, mention.start, key=lambda one: one.start)
        neighbours = taken[max(0, at - 1) : at + 1]
        if all(mention.end <= other.start or mention.start >= other.end for other in neighbours):
            taken.insert(bisect_right(taken, mention.start, key=lambda one: one.start), mention)
    return tuple(taken)


def _numbers(text: str, names: Names) -> Iterator[Mention]:
    for match in _ANNOUNCED.finditer(text):
        numbers = list(re.finditer(_NUMBER, match["numbers"]))
        offset = match.start("numbers")
        nodes = list(_listed(match["numbers"], numbers))
        for node, start, end in nodes[:-1]:
            yield Mention(node, offset + start, offset + end, "number")
        if nodes:
            node, start, end = nodes[-1]
            first = match.start() if len(nodes) == 1 else offset + start
            yield _with_title(text, Mention(node, first, offset + end, "number"), names)


def _listed(text: str, numbers: list[re.Match[str]]) -> Iterator[tuple[str, int, int]]:
    """The nodes of a list of numbers; a range stands for all between its ends."""
    last: re.Match[str] | None = None
    for number in numbers:
        if not _is_node(number[0]):
            continue
        if last is not None and _RANGE.fullmatch(text, last.end(), number.start()) and "." not in last[0] + number[0]:
            between = range(int(last[0]) + 1, int(number[0]))
            yield from ((str(node), last.end(), number.start()) for node in between)
        yield str(number[0]).lstrip("0"), number.start(), number.end()
        last = number


def _is_node(number: str) -> bool:
    whole = int(number.partition(".")[0])
    return whole in (9, 10) if "." in number else 1 <= whole <= 10


def _with_title(text: str, mention: Mention, names: Names) -> Mention:
    """The mention with the title behind it, over a list number written twice ("ตัวชี้วัดที่ 2 2. การใช้งบประมาณ")."""
    between = re.compile(_SECOND_NUMBER).match(text, mention.end)
    start = between.end() if between else mention.end
    found = names.titled(text, start)
    if found is None:
        return mention
    node, end = found
    return Mention(mention.node, mention.start, end, "number", text[start:end], node)


def _codes(text: str) -> Iterator[Mention]:
    ranges = {found.start: found for found in find_ranges(text)}
    for item in find_items(text):
        yield Mention(str(item.item), item.start, item.end, "code")
        if item.start in ranges:
            inner = ranges[item.start].items[1:-1]
            yield from (Mention(str(one), item.end, item.end, "code") for one in inner)


def _words(text: str) -> Iterator[Mention]:
    for match in _ANY_WORD.finditer(text):
        place = int(str(match.lastgroup)[1:])
        yield Mention(_WORDS[place][0], match.start(), match.end(), "word")


def _bare_titles(text: str, names: Names) -> Iterator[Mention]:
    for node, pattern in names.titles:
        if "." not in node:
            yield from (Mention(node, match.start(), match.end(), "title", match[0], node) for match in pattern.finditer(text))


@cache
def _names(year: int) -> Names:
    framework = load_framework(year)
    titles = [(str(number), indicator.name) for number, indicator in framework.indicators.items()]
    titles += [(code, sub.name) for code, sub in framework.sub_indicators.items()]
    patterns = tuple((node, _loose(name.th, name.en)) for node, name in titles)
    return Names(year, patterns, _instruments(framework))


def _instruments(framework: Framework) -> dict[str, str]:
    named = {str(number): indicator.instrument for number, indicator in framework.indicators.items()}
    parts = {part.code: code for code, instrument in framework.instruments.items() for part in instrument.parts}
    return {**named, **parts, **{code: code for code in framework.instruments}}


def _loose(thai: str, english: str | None) -> re.Pattern[str]:
    """A title with blanks anywhere between Thai words left to the writer, and the small words that offices put in or leave out."""
    loose = "".join(re.escape(char) + (" ?" if "\u0e01" <= char <= "\u0e5b" else "") for char in thai[:-1]) + re.escape(thai[-1:])
    for small in ("ทาง", "ระบบ"):
        loose = loose.replace("".join(f"{char} ?" for char in small), "")
    optional = {"ของ": "ของ(?:ทาง)?", "ปรับปรุง": "ปรับปรุง(?:ระบบ)?"}
    for word, wider in optional.items():
        loose = loose.replace("".join(f"{char} ?" for char in word), f"{wider} ?")
    return re.compile(loose + (f"|{re.escape(english)}" if english else ""), re.IGNORECASE)

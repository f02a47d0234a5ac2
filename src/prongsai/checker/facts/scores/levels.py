"""Levels that a document claims for its agency's total, and the tables and lists of levels that it prints."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal

from prongsai.checker.fact import LevelFact, LevelRange, LevelTable
from prongsai.checker.facts.scores.level_names import LEVEL, level_named
from prongsai.checker.facts.scores.sentences import Setting, sentences
from prongsai.checker.facts.scores.subjects import named_in
from prongsai.checker.facts.scores.years import year_marks, year_of_figure
from prongsai.checker.outline import Grid, Passage

_CLAIM = re.compile(
    rf"(?:(?:ระดับ|เกรด)(?:ที่ประกาศ|ผลการประเมิน)?|(?i:\b(?:level|grade|rating)(?: is| was| of)?))\s*:?\s*(?:คือ|เป็น|is)?\s*[\"“'‘]?(?P<level>{LEVEL})"
)
_ABOUT_LEVEL = re.compile(r"ระดับ|เกรด|level|grade|rating", re.IGNORECASE)
_GENERAL = re.compile(
    r"ขึ้นไป|หมายถึง|หมายความ|หน่วยงานที่(?:ได้|มี)|กรณี|ต่ำกว่า \d+ คะแนน|ระหว่าง|ร้อยละของหน่วยงาน|หน่วยงานภาครัฐที่|จำนวน \d+ หน่วยงาน|means|agencies (?:that|with)",
    re.IGNORECASE,
)
_WISH = re.compile(
    r"(?<!ญ)หาก(?![\u0e30-\u0e3a])|ถ้า|จะ(?!เห็น|พบ)|ต้อง(?:ได้|เพิ่ม)|ให้(?:ได้|อยู่|ถึง)|เพื่อ|สู่|ถัดไป|ตั้งเป้า|เป้าหมาย(?!ตาม)|คาด|ยกระดับ"
    r"|would|must|to reach|target|goal|way to",
    re.IGNORECASE,
)
_DOUBTED = re.compile(r"\s*['’\"”]?\s*\((?:ยังไม่แน่นอน|not certain)|\s*(?:หรือ|/|or\b)")
_EXPLAINED = re.compile(r"\s*(?:หมายถึง|means|(?:คือ|:|=|\()?\s*(?:ช่วง)?(?:คะแนน)?\s*(?:ตั้งแต่|\d+(?:\.\d+)?\s*(?:คะแนน)?\s*(?:[-–—]|ถึง|ขึ้นไป)))")
_RANGE = re.compile(r"(?<![\d.])(?P<low>\d{1,3}(?:\.\d{1,2})?)\s*(?:คะแนน)?\s*(?:[-–—]|ถึง|to)\s*(?P<high>\d{1,3}(?:\.\d{1,2})?)(?![\d.]\d)", re.IGNORECASE)
_FROM = re.compile(
    r"(?:ตั้งแต่|ไม่ต่ำกว่า|ไม่น้อยกว่า|at least|≥)\s*(?P<low>\d{1,3}(?:\.\d{1,2})?)"
    r"|(?<![\d.])(?P<up>\d{1,3}(?:\.\d{1,2})?)\s*(?:คะแนน)?\s*(?:ขึ้นไป|หรือมากกว่า|or more|or above)",
    re.IGNORECASE,
)
_OVER = re.compile(r"(?:(?<!ไม่)มากกว่า|(?<!ไม่)สูงกว่า|(?<!ไม่)เกิน(?:กว่า)?|above|over|more than|>)\s*(?P<low>\d{1,3}(?:\.\d{1,2})?)", re.IGNORECASE)
_UNDER = re.compile(r"(?:(?<!ไม่)ต่ำกว่า|(?<!ไม่)น้อยกว่า|below|under|less than|<)\s*(?P<high>\d{1,3}(?:\.\d{1,2})?)", re.IGNORECASE)
_UP_TO = re.compile(r"(?:ไม่เกิน|ไม่มากกว่า|up to|at most|≤)\s*(?P<high>\d{1,3}(?:\.\d{1,2})?)", re.IGNORECASE)
_CONDITION = re.compile(r"ทุก(?:คะแนน|เครื่องมือ|แบบวัด)|เครื่องมือ|แต่ละ|รายการ|แบบวัด|\bIIT\b|\bEIT\b|\bOIT\b|every|each|at least one", re.IGNORECASE)
_BESIDES = re.compile(r"และ|(?<!ตั้ง)แต่(?!ละ)|โดย|,|\n|\b(?:and|but)\b")
_LEVEL_IN_LINE = re.compile(rf"(?P<level>{LEVEL})")
_HUNDREDTH = Decimal("0.01")
_LEAST_LEVELS, _LEAST_LINES = 2, 3
_LONGEST_LINE = 160


def levels_in(passage: Passage, setting: Setting) -> Iterator[LevelFact]:
    """The levels that the sentences of a passage claim for the agency's total; explanations of levels and levels to be reached are none."""
    if not _ABOUT_LEVEL.search(passage.text):
        return
    for offset, sentence in sentences(passage.text):
        matches = list(_CLAIM.finditer(sentence))
        if len({match["level"] for match in matches}) > 1 and any(range_in(sentence[match.end() : match.end() + 40]) for match in matches):
            continue
        yield from (fact for match in matches if (fact := _claimed(passage, setting, sentence, match, offset=offset)))


def _claimed(passage: Passage, setting: Setting, text: str, match: re.Match[str], *, offset: int) -> LevelFact | None:
    before = text[max(0, match.start() - 70) : match.start("level")]
    if _WISH.search(before) or _GENERAL.search(before) or _EXPLAINED.match(text, match.end()):
        return None
    named = named_in(text, setting.names)
    named = named[: bisect_right(named, match.start(), key=lambda mention: mention.end)][-1:]
    if named and named[-1].node != "total":
        return None
    if not named and setting.scope.node not in (None, "total"):
        return None
    if not named and setting.scope.instrument is not None and not re.search(r"ผลการประเมิน|\bITA\b|result", before):
        return None
    mark = year_of_figure(text, match.span(), year_marks(text, setting.assessed), since=0)
    year = mark.year if mark and mark.year and (not setting.assessed or mark.year <= setting.assessed) else setting.year
    confidence = 0.4 if _DOUBTED.match(text, match.end()) else 0.9
    return LevelFact(passage, match["level"], year, span=(offset + match.start("level"), offset + match.end("level")), confidence=confidence)


def level_table(grid: Grid) -> LevelTable | None:
    """The table of levels that a grid is: at least two rows with the name of a level and a range of the total; None for any other."""
    found = [(_level_of(row), _range_of(row)) for row in grid.body]
    rows = [(level, span) for level, span in found if level and span]
    if len(rows) < _LEAST_LEVELS or len({level.text for level, _ in rows}) < _LEAST_LEVELS:
        return None
    ranges = tuple(_level_range(level, level_named(level.text) or level.text, span) for level, span in rows)
    mixed = any(_CONDITION.search(cell.text) for row in grid.rows for cell in row)
    return LevelTable(rows[0][0], ranges, not mixed and _apart(ranges))


def level_lists(passages: Sequence[Passage]) -> Iterator[LevelTable]:
    """Lists of levels in paragraphs that follow each other, or in one paragraph: at least three names, each with its range."""
    run: list[LevelRange] = []
    for passage in (*passages, Passage("")):
        found = list(_in_line(passage)) if passage and len(passage.text) <= _LONGEST_LINE * 4 else []
        if found and (passage.kind in ("paragraph", "heading")):
            run += found
            continue
        if len({entry.level for entry in run}) >= _LEAST_LINES:
            yield LevelTable(run[0].passage, tuple(run), _apart(run) and not any(_CONDITION.search(entry.passage.text) for entry in run))
        run = []


def range_in(text: str) -> tuple[Decimal | None, Decimal | None] | None:
    """The inclusive bounds that a text states; a bound that is excluded moves by a hundredth. None where it states none."""
    if match := _RANGE.search(text):
        low, high = sorted((Decimal(match["low"]), Decimal(match["high"])))
        return (low, high) if high <= 100 else None
    if match := _FROM.search(text):
        return Decimal(match["low"] or match["up"]), None
    if match := _OVER.search(text):
        return Decimal(match["low"]) + _HUNDREDTH, None
    if match := _UNDER.search(text):
        return None, Decimal(match["high"]) - _HUNDREDTH
    if match := _UP_TO.search(text):
        return None, Decimal(match["high"])
    return None


def _level_of(row: Sequence[Passage]) -> Passage | None:
    return next((cell for cell in row if level_named(cell.text)), None)


def _range_of(row: Sequence[Passage]) -> tuple[Passage, tuple[Decimal | None, Decimal | None]] | None:
    for cell in row:
        total = _BESIDES.split(cell.text, maxsplit=1)[0]
        if len(cell.text) <= _LONGEST_LINE and not _CONDITION.search(total) and (bounds := range_in(total)):
            return cell, bounds
    return None


def _level_range(level: Passage, name: str, span: tuple[Passage, tuple[Decimal | None, Decimal | None]]) -> LevelRange:
    cell, (low, high) = span
    return LevelRange(cell, name, low, high, span=(0, len(cell.text)))


def _in_line(passage: Passage) -> Iterator[LevelRange]:
    """The names of levels of a line, each with the range behind or before it."""
    names = list(_LEVEL_IN_LINE.finditer(passage.text))
    if len(names) == 1 and (bounds := range_in(passage.text)):
        yield LevelRange(passage, names[0]["level"], *bounds, span=(0, len(passage.text)))
    elif len(names) >= _LEAST_LINES:
        ends = [*(match.start() for match in names[1:]), len(passage.text)]
        for match, end in zip(names, ends, strict=True):
            if bounds := range_in(passage.text[match.end() : end]):
                yield LevelRange(passage, match["level"], *bounds, span=(match.start(), end))


def _apart(ranges: Sequence[LevelRange]) -> bool:
    """Whether every level has its own range; levels that share one differ by something else than the total."""
    return len({(entry.low, entry.high) for entry in ranges}) == len(ranges)

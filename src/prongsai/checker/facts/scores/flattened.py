"""Rows of tables that became lines of text: several figures in a row behind one name, under a line of column heads."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from prongsai.checker.fact import ChangeFact, ScoreFact
from prongsai.checker.facts.scores.years import year_of_head
from prongsai.checker.nodes import Mention
from prongsai.checker.outline import Passage

Heads = tuple[int | None, ...]
"""What the columns with figures hold, from left to right: the scores of a fiscal year (B.E.), or None for the difference between years."""

_RUN = re.compile(r"[\s|:]*(?P<cells>(?:[+\-−–▲▼↑↓]\s?)?\d{1,3}\.\d{1,2}(?:[ |]+(?:[+\-−–▲▼↑↓]\s?)?\d{1,3}\.\d{1,2})+)(?![\d.]|\s?%)")
_CELL = re.compile(r"(?P<sign>[+\-−–▲▼↑↓])?\s?(?P<digits>\d{1,3}\.\d{1,2})")
_HEAD = re.compile(
    r"(?P<change>ผลต่าง|ส่วนต่าง|ความแตกต่าง|เพิ่ม(?:ขึ้น)? ?/ ?ลด(?:ลง)?|เปลี่ยนแปลง|\bdifference|\bchange)"
    r"[ :()]*(?:ปี)?[ (]*(?:\d{2,4} ?[-–/] ?\d{2,4})?|(?<!\d)2[05]\d\d(?!\d)",
    re.I,
)
_BETWEEN = re.compile(r"(?:[\s|()/.:]|ผล|การ|ประเมิน|คะแนน|เฉลี่ย|ที่|ได้|ร้อยละ|ประจำ|ปี|งบ|ประมาณ|พ\.ศ\.|score|fiscal|year|\bFY|\bin)*", re.IGNORECASE)
_ABOUT_SCORES = re.compile(r"คะแนน|ตัวชี้วัด|ผลการประเมิน|เครื่องมือ|score|indicator|\bITA\b", re.IGNORECASE)
_LONGEST_HEADS = 160
_LONGEST_BETWEEN = 130
_LEAST_COLUMNS = 2
_UP = "+▲↑"
_FULL = 100


@dataclass(frozen=True, slots=True)
class FlatCell:
    """A figure at text[start:end] without its sign; `sign` is what is printed before it: 1, -1 or 0 for nothing."""

    value: Decimal
    start: int
    end: int
    sign: int = 0


@dataclass(frozen=True, slots=True)
class FlatRow:
    """The figures at text[start:end] that stand behind the name of a node with nothing between them."""

    node: str
    cells: tuple[FlatCell, ...]

    @property
    def start(self) -> int:
        """Where the first figure begins."""
        return self.cells[0].start

    @property
    def end(self) -> int:
        """Where the last figure ends."""
        return self.cells[-1].end

    def fits(self, heads: Heads) -> bool:
        """Whether each figure can be what the head of its column says: as many as heads, signs on differences alone."""
        if len(heads) != len(self.cells):
            return False
        return all(cell.value <= _FULL and (head is None or not cell.sign) for head, cell in zip(heads, self.cells, strict=True))


def flat_rows(text: str, named: Sequence[Mention]) -> Iterator[FlatRow]:
    """The rows of a line: at least two figures with decimals right behind a mention and with nothing but blanks between them."""
    for mention in named:
        run = _RUN.match(text, mention.end)
        if run is not None:
            yield FlatRow(mention.node, tuple(_cells(text, run.start("cells"), run.end("cells"))))


def row_facts(row: FlatRow, heads: Heads, *, node: str, passage: Passage, offset: int) -> Iterator[ScoreFact | ChangeFact]:
    """What a row of a node states, its line at `offset` of the passage; nothing where the heads do not fit it."""
    if not row.fits(heads):
        return
    scores = {head: cell.value for head, cell in zip(heads, row.cells, strict=True) if head is not None}
    for head, cell in zip(heads, row.cells, strict=True):
        span = (offset + cell.start, offset + cell.end)
        if head is not None:
            yield ScoreFact(passage, node, cell.value, head, span=span, confidence=0.85)
        elif len(scores) == _LEAST_COLUMNS:
            since, year = sorted(scores)
            sign, sure = (cell.sign, 0.85) if cell.sign else (1 if scores[year] >= scores[since] else -1, 0.6)
            yield ChangeFact(passage, node, cell.value * sign, year, since, span=span, confidence=sure)


def heads_of(line: str) -> Heads:
    """The columns that a line of heads names, at least two, the difference behind its years; empty for any other line."""
    if len(line) > _LONGEST_HEADS or not _ABOUT_SCORES.search(line) or re.search(r"\d\.\d", line):
        return ()
    found = list(_HEAD.finditer(line))
    if any(not _BETWEEN.fullmatch(line, first.end(), second.start()) for first, second in pairwise(found)):
        return ()
    heads = tuple(None if match["change"] else year_of_head(match[0], None) for match in found)
    years = [head for head in heads if head is not None]
    orderly = len(set(years)) == len(years) and heads.count(None) <= 1 and (None not in heads or heads[-1] is None)
    return heads if len(heads) >= _LEAST_COLUMNS and len(years) >= 1 and orderly else ()


def heads_below(text: str, heads: Heads) -> Heads:
    """The heads that hold for what follows a passage: those of its last line of heads, none behind a long one without figures in rows."""
    for line in text.split("\n"):
        if found := heads_of(line):
            heads = found
        elif len(line) > _LONGEST_BETWEEN and not _RUN.search(line):
            heads = ()
    return heads


def _cells(text: str, start: int, end: int) -> Iterator[FlatCell]:
    for match in _CELL.finditer(text, start, end):
        sign = 0 if not match["sign"] else 1 if match["sign"] in _UP else -1
        yield FlatCell(Decimal(match["digits"]), match.start("digits"), match.end("digits"), sign)

"""Writes figures, names and cells of a made-up agency with their marks, in the manner of one style."""

import random
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from corpus.agencies import Case
from corpus.marks import mark
from prongsai.document import Block, Cell, Column, Heading, Row, Table, cell, head_row
from prongsai.document import paragraph as plain
from prongsai.results import Measure
from prongsai.thai import find_type, format_date, format_number, format_period

Where = Literal["table", "prose"]
Period = Literal["month", "short", "day", "within", "quarter"]


@dataclass(frozen=True)
class Pen:
    """Writes for one case. `letter` is what stands before the number of a disclosure item, `period` how periods are written."""

    case: Case
    chance: random.Random
    letter: str = "o"
    period: Period = "month"
    year_word: str = "ปีงบประมาณ พ.ศ. "

    def score(self, node: str, *, where: Where = "prose", before: bool = False) -> str:
        """A score of the year, or of the year before."""
        scores, year = (self.case.before, self.case.year - 1) if before else (self.case.scores, self.case.year)
        return mark(format_number(scores[node]), "total" if node == "total" else "score", node, year, where)

    def change(self, node: str, *, signed: bool = True, where: Where = "table") -> str:
        """The difference to the year before, with its sign or without."""
        value = self.case.change(node)
        return mark(format_number(value, sign=True) if signed else format_number(abs(value)), "change", node, where)

    def way(self, node: str) -> str:
        """The word for a rise or a fall."""
        return mark("เพิ่มขึ้น" if self.case.change(node) > 0 else "ลดลง", "way", node)

    def title(self, node: str) -> str:
        """The bare title of an indicator."""
        return self.case.way.framework.indicators[int(node)].name.th

    def indicator(self, node: str, word: str = "ตัวชี้วัดที่ ") -> str:
        """An indicator by number and title."""
        return f"{word}{node} {mark(self.title(node), 'title', node)}"

    def extreme(self, end: Literal["high", "low"], among: list[str], scope: str) -> str:
        """The indicator with the highest or lowest score, by number and title."""
        node = self.case.highest(among) if end == "high" else self.case.lowest(among)
        return mark(f"ตัวชี้วัดที่ {node} {self.title(node)}", end, node, scope)

    def extreme_value(self, end: Literal["high", "low"], among: list[str]) -> str:
        """The highest or lowest score itself."""
        node = self.case.highest(among) if end == "high" else self.case.lowest(among)
        return mark(format_number(self.case.scores[node]), f"{end}-value", node)

    def code(self, code: str) -> str:
        """The code of an item as this style writes it."""
        return mark(self.letter + code[1:] if code.startswith("o") else code, "code", code)

    def item(self, code: str, word: str = "ข้อ ") -> str:
        """A disclosure item by code and title."""
        item = self.case.way.framework.item(code)
        title = (item.title if item else None) or ""
        return f"{word}{self.code(code)} {mark(title, 'item', code)}"

    def node(self, node: str) -> str:
        """A node as measures name it."""
        return self.indicator(node) if node.isdigit() else self.item(node)

    def level(self) -> str:
        """The level of the year."""
        return mark(self.case.level, "level")

    def target(self) -> str:
        """The pass mark."""
        return mark("85", "target")

    def year(self, role: Literal["assessed", "plan", "previous"], word: str | None = None) -> str:
        """A fiscal year in words."""
        number = {"assessed": self.case.year, "plan": self.case.plan, "previous": self.case.year - 1}[role]
        kind = "column" if word == "ปี " else "year"
        return f"{self.year_word if word is None else word}{mark(str(number), kind, role)}"

    def agency(self) -> str:
        """The full name of the agency."""
        return mark(self.case.results.agency.name, "agency")

    def own(self) -> str:
        """What the agency calls itself by its type alone."""
        return mark(own_word(self.case.type, short=False), "type")

    def place(self) -> str:
        """District and province."""
        agency = self.case.results.agency
        return f"อำเภอ{mark(agency.district or '', 'district')} จังหวัด{mark(agency.province or '', 'province')}"

    def weight(self, instrument: str) -> str:
        """The weight of an instrument in percent."""
        value = self.case.way.framework.instruments[instrument].weight.value
        return mark("" if value is None else f"{value.normalize():f}", "weight", instrument)

    def part(self, name: str, text: str, level: int = 1) -> Heading:
        """A heading that opens a part of the document."""
        return Heading(mark("", "part", name) + text, level)

    def written_period(self, measure: Measure) -> str:
        """The period of a measure in the manner of the style."""
        start, end = measure.start, measure.end
        if start is None or end is None:
            return ""
        match self.period:
            case "short":
                return f"{format_date(start, 'month_short')} - {format_date(end, 'month_short')}"
            case "day":
                return f"{format_date(start, 'short')} ถึง {format_date(end, 'short')}"
            case "within":
                return f"ภายในเดือน{format_date(end, 'month')}"
            case "quarter":
                return f"ไตรมาสที่ {_quarter(start)} - {_quarter(end)}" if _quarter(start) < _quarter(end) else f"ไตรมาสที่ {_quarter(end)}"
        return format_period(start, end)

    def cell(self, field: str, number: int, *lines: str) -> Cell:
        """A cell of a measure that knows its field and its measure."""
        texts = [line for line in lines if line] or [""]
        return cell([plain(mark("", "cell", field, number) + texts[0]), *(plain(line) for line in texts[1:])])


def own_word(kind: str, *, short: bool) -> str:
    """The word by which people call an agency of this type."""
    found = find_type(kind)
    if found is not None and found.family:
        return found.family
    return found.short if short and found is not None else kind


def grid(heads: list[str], rows: list[list[str | Cell]], widths: list[float] | None = None, *, caption: str = "") -> Table:
    """A table from texts and cells under one row of heads."""
    columns = tuple(Column(width) for width in widths or [1.0] * len(rows[0]))
    head: tuple[Row, ...] = (head_row(*heads),) if heads else ()
    return Table(columns, head, tuple(tuple(entry if isinstance(entry, Cell) else cell(entry) for entry in row) for row in rows), caption)


def over_pages(table: Table, size: int, *, repeat: bool) -> list[Block]:
    """A table broken into parts of `size` rows, as it stands on several pages, with its head on each or on the first only."""
    parts = [table.rows[first : first + size] for first in range(0, len(table.rows), size)]
    return [Table(table.columns, table.head if repeat or not place else (), rows, table.caption if not place else "") for place, rows in enumerate(parts)]


def amount(value: Decimal | None) -> str:
    """A budget in words."""
    return f"{format_number(value, grouping=True)} บาท" if value is not None else "ไม่ใช้งบประมาณ"


def day(value: date) -> str:
    """A day, short."""
    return format_date(value, "short")


def _quarter(value: date) -> int:
    return ((value.month - 10) % 12) // 3 + 1

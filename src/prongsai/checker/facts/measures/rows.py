"""Rows of tables of measures as records: which passage holds which field, rows that go on put together."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from prongsai.checker.columns import fields_of, fields_under
from prongsai.checker.facts.measures.status import is_mark, status_of
from prongsai.checker.outline import Grid, Passage
from prongsai.results import Status

Row = tuple[Passage, ...]
_NAMING = ("title", "indicator")
_KEYS = ("number", "title", "indicator")
_PLANS = ("steps", "period", "responsible")
_REPORTS = ("status", "done", "outcome")
_LOWEST_HEAD = 3
_LONGEST_LABEL = 60
_LEAST_LABELS = 3
_SURE, _SURE_VERTICAL = 0.95, 0.85
_GROUP = re.compile(r"^\W*(?:\d{1,2}[.)] ?)?(?:ตัวชี้วัด|แบบวัด|indicator|IIT|EIT|OIT)", re.IGNORECASE)
_NODE = re.compile(r"(?<![A-Za-z])[oO] ?\d{1,2}(?!\d)|(?:ตัวชี้วัดที่|indicator) ?\d", re.IGNORECASE)
_EMPTY = re.compile(r"^(?:[-–—.\s]*|\((?:ยังไม่ระบุ|not given|ยังไม่กำหนด|not set|ยังไม่รายงาน|not reported yet)\))$")


@dataclass
class Record:
    """A measure as it stands in a table or in prose: passages by field, each once; `group` is the row over several measures that it stands under."""

    cells: dict[str, list[Passage]] = field(default_factory=dict)
    group: Passage | None = None
    marked: Status | None = None
    columns: tuple[str, ...] = ()
    sure: float = _SURE

    def add(self, name: str, passage: Passage) -> None:
        """Puts a passage to a field; one that is empty keeps its place only until another comes, one that is there already changes nothing."""
        there = self.cells.setdefault(name, [])
        if there and not there[0] and passage:
            there.clear()
        if not there or (passage and all(passage is not other and passage.text != other.text for other in there)):
            there.append(passage)

    def has(self, name: str) -> bool:
        """Whether anything stands in a field."""
        return any(self.cells.get(name, ()))

    def holds(self, name: str, cell: Passage) -> bool:
        """Whether a cell is already there, as one that spans rows is."""
        return any(cell is other for other in self.cells.get(name, ()))

    def joined(self) -> dict[str, Passage]:
        """One passage a field, those of several rows below each other."""
        return {name: _joined(found) for name, found in self.cells.items()}


@dataclass(frozen=True)
class Columns:
    """Fields of each column, and columns that say a status by a tick."""

    fields: tuple[tuple[str, ...], ...]
    ticks: dict[int, Status] = field(default_factory=dict)
    head: int = 0

    @property
    def names(self) -> tuple[str, ...]:
        """All fields, each once."""
        return tuple(dict.fromkeys(name for names in self.fields for name in names))

    @property
    def reports(self) -> bool:
        """Whether the table reports progress."""
        return bool(self.ticks) or any(name in _REPORTS for name in self.names)

    @property
    def holds_measures(self) -> bool:
        """Whether this is a table of measures: it names them and says how, when, by whom, or what became of them."""
        names = self.names
        planned = any(name in _PLANS for name in names)
        return any(name in _NAMING for name in names) and (planned or (self.reports and "title" in names))


def columns_of(grid: Grid) -> Columns | None:
    """The columns of a table of measures; None for other tables. A head under a title row of the table is found too."""
    found = _columns(grid.heads, grid.head) if grid.head else None
    if found is not None and found.holds_measures:
        return found
    for place, row in enumerate(grid.rows[:_LOWEST_HEAD]):
        found = _columns([cell.text for cell in row], place + 1)
        if found is not None and found.holds_measures and len(found.names) >= _LEAST_LABELS:
            return found
    return None


def records_of(grid: Grid, columns: Columns, last: Record | None = None) -> list[Record]:
    """The measures of a table; rows that go on with `last`, the record before the table, are added to it."""
    records: list[Record] = []
    current, group = last, None
    for row in grid.rows[columns.head :]:
        if not any(row) or _is_head(row, columns):
            continue
        if len({id(cell) for cell in row}) == 1 and len(row) > 1:
            group = row[0]
            continue
        if current is None or not _goes_on(row, columns, current):
            current = Record({"+".join(names): [] for names in columns.fields if names}, group, columns=columns.names)
            records.append(current)
        _fill(current, row, columns)
    return _grouped(records)


def vertical_records(grid: Grid) -> list[Record]:
    """The measures of a table with labels in its first column and what they label in the next; empty for other tables."""
    if any(len({id(cell) for cell in row}) > 2 for row in grid.rows):
        return []
    labelled = [(fields_under(row[0].text) if _may_label(row[0].text) else (), row) for row in grid.rows if len(row) > 1]
    names = {name for names, _ in labelled for name in names}
    if len(names) < _LEAST_LABELS or not names & set(_PLANS) or not names & set(_NAMING) or sum(bool(names) for names, _ in labelled) * 2 < len(labelled):
        return []
    records: list[Record] = []
    for found, row in labelled:
        value = next((cell for cell in row[1:] if cell is not row[0]), Passage("", row[0].place, "cell", row[0].chapter))
        name = found[0] if found else None
        if not records or (name in _NAMING and name in records[-1].cells):
            records.append(Record(sure=_SURE_VERTICAL))
        if name is not None:
            records[-1].cells.setdefault(name, [])
            records[-1].add(name, _filled(value))
    return [record for record in records if any(record.has(name) for name in _NAMING)]


def _may_label(text: str) -> bool:
    """Whether a text may say what stands beside it: short, and no item or indicator by its number."""
    return len(text) <= _LONGEST_LABEL and not _NODE.search(text)


def _grouped(records: list[Record]) -> list[Record]:
    """Without rows that only name the indicator or instrument that the next ones are about."""
    kept: list[Record] = []
    group: Passage | None = None
    for record, following in zip_longest(records, records[1:]):
        passages = [passage for found in record.cells.values() for passage in found if passage]
        if following is not None and len(passages) == 1 and _GROUP.match(passages[0].text):
            group = passages[0]
            continue
        record.group = record.group or group
        kept.append(record)
    return kept


def _columns(heads: Sequence[str], head: int) -> Columns | None:
    if not fields_of(heads, "measures"):
        return None
    ticks = {place: status for place, text in enumerate(heads) if len(text) <= _LONGEST_LABEL and (status := status_of(text))}
    ticks = ticks if len(set(ticks.values())) > 1 else {}
    fields = [() if place in ticks else fields_under(text) for place, text in enumerate(heads)]
    titled = [place for place, names in enumerate(fields) if names == ("title",)]
    if len(titled) > 1 and not any("steps" in names for names in fields):
        fields[titled[1]] = ("steps",)
    return Columns(tuple(fields), ticks, head)


def _is_head(row: Row, columns: Columns) -> bool:
    """Whether a row repeats the heads: its cells name the fields of their own columns."""
    named = [(fields_under(cell.text), names) for cell, names in zip(row, columns.fields, strict=True) if names and len(cell.text) <= _LONGEST_LABEL and cell]
    return len(named) >= _LEAST_LABELS - 1 and len(named) * 2 > len(columns.names) and all(found == names for found, names in named)


def _goes_on(row: Row, columns: Columns, current: Record) -> bool:
    """Whether a row goes on with the measure above: what would name another is empty or spans from there."""
    of = {name: [cell for cell, names in zip(row, columns.fields, strict=True) if name in names] for name in (*_KEYS, *_PLANS)}
    titles = of["title"] or of["indicator"]
    if any(cell and current.holds(_field(columns, cell, row), cell) for cell in titles):
        return True
    fresh = [cell for name in _NAMING for cell in of[name] if cell and not current.holds(_field(columns, cell, row), cell)]
    numbers = [cell for cell in of["number"] if cell and not current.holds("number", cell)]
    if not fresh:
        return not numbers
    return bool(of["number"]) and not numbers and current.has("number") and not any(of["period"] + of["responsible"])


def _field(columns: Columns, cell: Passage, row: Row) -> str:
    """The name under which a record keeps the cell of a column."""
    return "+".join(columns.fields[next(place for place, other in enumerate(row) if other is cell)])


def _fill(record: Record, row: Row, columns: Columns) -> None:
    for place, (cell, names) in enumerate(zip(row, columns.fields, strict=True)):
        if place in columns.ticks and is_mark(cell.text):
            record.marked = record.marked or columns.ticks[place]
        if names:
            record.add("+".join(names), _filled(cell))


def _filled(cell: Passage) -> Passage:
    """The cell; one that only says that nothing stands in it is empty."""
    return replace(cell, text="") if _EMPTY.match(cell.text) else cell


def _joined(passages: list[Passage]) -> Passage:
    if not passages:
        return Passage("", kind="cell")
    return passages[0] if len(passages) == 1 else replace(passages[0], text="\n".join(passage.text for passage in passages))

"""The measures that a document states, and what it reports of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from prongsai.checker.fact import MeasureFact, Oddity
from prongsai.checker.facts.measures.cells import evidence_of, sorted_cells
from prongsai.checker.facts.measures.names import Named, answers_of, every_node, named_by, named_inside, nodes_at_start
from prongsai.checker.facts.measures.period import day_of, period_of
from prongsai.checker.facts.measures.prose import prose_records, remarks_by_number
from prongsai.checker.facts.measures.rows import Columns, Record, columns_of, records_of, vertical_records
from prongsai.checker.facts.measures.status import status_of
from prongsai.checker.facts.measures.steps import steps_of
from prongsai.checker.nodes import Names, mentions
from prongsai.checker.outline import Grid, Outline, Passage

_REPORTING = ("status", "done", "outcome")
_PROPOSED = re.compile(r"^(?:ข้อเสนอมาตรการ|proposed measures)", re.IGNORECASE)
_NOTHING = Passage("")
_FEW_FIELDS, _FEW_SURE = 3, 0.7
_TITLE_WORTH = ("number", "code", "title")


@dataclass(frozen=True)
class MeasureFacts:
    """The measures in order of reading, one for each table that states it, and what was seen and not understood."""

    measures: tuple[MeasureFact, ...] = ()
    oddities: tuple[Oddity, ...] = ()


def measure_facts(outline: Outline, assessed: int | None, plan: int | None) -> MeasureFacts:
    """Measures in tables of any column order, in tables of one measure each, and in prose; `plan` is the fiscal year they are carried out in."""
    names = Names.of(assessed)
    tables = _tables(outline)
    facts = [_fact(record, table.grid, names, plan) for table in tables for record in table.records]
    facts += [_fact(record, None, names, plan) for record in prose_records(outline)]
    oddities = [oddity for table in tables for oddity in _unknown_columns(table)]
    return MeasureFacts(_with_remarks(facts, remarks_by_number(outline)), tuple(oddities))


@dataclass
class _Table:
    """A table of measures with its columns (None where labels stand in its first column) and the measures that begin in it."""

    grid: Grid
    columns: Columns | None
    records: list[Record]


def _tables(outline: Outline) -> list[_Table]:
    found: list[_Table] = []
    for grid in outline.grids:
        if records := vertical_records(grid):
            found.append(_Table(grid, None, records))
            continue
        last = next((table for table in reversed(found) if table.columns and table.records), None)
        columns = columns_of(grid) or _without_head(grid, last)
        if columns is not None:
            goes_on = last is not None and last.columns is not None and last.columns.fields == columns.fields
            found.append(_Table(grid, columns, records_of(grid, columns, last.records[-1] if last and goes_on else None)))
    return found


def _without_head(grid: Grid, last: _Table | None) -> Columns | None:
    """The columns of the table before, where a table without head goes on with it: its first row has no title of its own but a text beside it."""
    if last is None or last.columns is None or grid.head or grid.width != last.grid.width or not grid.rows:
        return None
    cells = list(zip(grid.rows[0], last.columns.fields, strict=True))
    named = any(cell for cell, names in cells if "title" in names or "indicator" in names)
    dated = any(period_of(cell.text, 2500) != (None, None) for cell, names in cells if "period" in names)
    return replace(last.columns, head=0) if dated or not named else None


def _fact(record: Record, grid: Grid | None, names: Names, plan: int | None) -> MeasureFact:
    cells = sorted_cells(record)
    text = {name: passage.text for name, passage in cells.items()}
    named = named_by(text.get("title", ""), names)
    nodes = _nodes(record, cells, named, names)
    status = record.marked or status_of(text.get("status", "")) or (None if "status" in text else status_of(text.get("done", "").split("\n")[0]))
    first = next((cells[name] for name in ("title", "indicator", "number", *cells) if cells.get(name)), _NOTHING)
    return MeasureFact(
        first,
        named.title or named_by(text.get("indicator", ""), names).title or first.text.split("\n")[0],
        cells,
        tuple(nodes),
        steps_of(text.get("steps", "")),
        " ".join(text.get("responsible", "").split("\n")),
        period_of(text.get("period", ""), plan),
        status,
        any(name in cells for name in _REPORTING) or record.marked is not None,
        first.place.table,
        day_of(text.get("date", "")),
        evidence_of(cells),
        grid is not None and bool(_PROPOSED.match(grid.before.text)),
        confidence=record.sure if len(cells) >= _FEW_FIELDS else _FEW_SURE,
    )


def _nodes(record: Record, cells: dict[str, Passage], named: Named, names: Names) -> list[str]:
    """What a measure answers: as a column of answers says, else as title, indicator and analysis do, else the row or heading above it."""
    if cells.get("answers"):
        return every_node(cells["answers"].text, names)
    found = [*_indicator_nodes(cells, names), *named.nodes]
    if "analysis" in cells:
        found += answers_of(cells["analysis"].text, names)
    if not found and "title" in cells:
        found = [mention.node for mention in named_inside(cells["title"].text, names)]
    if not found and record.group is not None:
        found = [mention.node for mention in mentions(record.group.text, names) if mention.by in _TITLE_WORTH]
    if not found:
        chapter = next((passage.chapter for passage in cells.values() if passage.chapter), "")
        found = [mention.node for mention in nodes_at_start(chapter, names)]
    return list(dict.fromkeys(found))


def _indicator_nodes(cells: dict[str, Passage], names: Names) -> list[str]:
    """The nodes in a column of indicators; one that names none beside a title says what will show success."""
    indicator = cells.get("indicator")
    if not indicator:
        return []
    found = answers_of(indicator.text, names) or [mention.node for mention in mentions(indicator.text, names) if mention.by == "title"]
    if not found and "title" in cells and "success" not in cells:
        cells["success"] = cells.pop("indicator")
    return found


def _with_remarks(facts: list[MeasureFact], remarks: dict[int, dict[str, Passage]]) -> tuple[MeasureFact, ...]:
    """The facts with the obstacles and suggestions that a list gives by number; it says which is which where a shared column does not."""
    reported = [place for place, fact in enumerate(facts) if fact.reports]
    for number, cells in remarks.items():
        if 1 <= number <= len(reported):
            place = reported[number - 1]
            facts[place] = replace(facts[place], cells={**facts[place].cells, **cells})
    return tuple(facts)


def _unknown_columns(table: _Table) -> Iterator[Oddity]:
    if table.columns is None or not table.columns.head:
        return
    for place, names in enumerate(table.columns.fields):
        head = table.grid.rows[table.columns.head - 1][place]
        if not names and place not in table.columns.ticks and head and any(row[place] for row in table.grid.rows[table.columns.head :]):
            yield Oddity(head, f"คอลัมน์ “{head.text}” ในตารางมาตรการ")

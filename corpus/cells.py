"""The cells of measures in a marked document: reading them, changing them, leaving out rows and columns."""

from collections.abc import Callable
from dataclasses import replace

from corpus.marks import bare, mark, marks_in, with_blocks, with_tables
from prongsai.document import Block, Cell, Document, Heading, Row, Table, cell, paragraph

Address = tuple[str, int]


def address(one: Cell) -> Address | None:
    """The field and the number of the measure that a cell belongs to, None for other cells."""
    found = next((entry for entry in marks_in(one) if entry.kind == "cell"), None)
    return (found.about[0], int(found.about[1])) if found else None


def cells(document: Document) -> dict[Address, Cell]:
    """Every cell of a measure, the first of two with one address."""
    found: dict[Address, Cell] = {}
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, Table):
                for row in block.rows:
                    found |= {place: one for one in row if (place := address(one)) is not None and place not in found}
    return found


def said(one: Cell) -> str:
    """What a cell says."""
    return bare(one.text)


def lines(place: Address, *texts: str) -> Cell:
    """A cell of a measure with other lines."""
    return cell([paragraph(mark("", "cell", *place) + (texts[0] if texts else "")), *(paragraph(text) for text in texts[1:])])


def with_cells(document: Document, change: Callable[[Address, Cell], Cell]) -> Document:
    """The document with the cells of measures changed."""

    def changed(one: Cell) -> Cell:
        place = address(one)
        if place is None:
            return one
        new = change(place, one)
        return replace(new, align=one.align, columns=one.columns, rows=one.rows)

    return with_tables(document, lambda table: replace(table, rows=tuple(tuple(changed(one) for one in row) for row in table.rows)))


def without_field(document: Document, field: str) -> Document:
    """The document without the column, or in upright tables the row, of a field."""
    return with_tables(document, lambda table: _narrowed(table, field))


def without_measure(document: Document, number: int) -> Document:
    """The document without a measure: its row, or its upright table with the heading above."""
    return with_blocks(document, lambda blocks: _shortened(blocks, number))


def _narrowed(table: Table, field: str) -> Table:
    if _is_upright(table):
        return replace(table, rows=tuple(row for row in table.rows if not _has(row, field)))
    column = next((place for row in table.rows for place, one in enumerate(row) if (address(one) or ("", 0))[0] == field), None)
    if column is None:
        return table
    rows = tuple(row[:column] + row[column + 1 :] for row in table.rows)
    head = tuple(row[:column] + row[column + 1 :] for row in table.head)
    return replace(table, columns=table.columns[:column] + table.columns[column + 1 :], head=head, rows=rows)


def _is_upright(table: Table) -> bool:
    return not table.head and len(table.columns) == 2


def _has(row: Row, field: str) -> bool:
    return any((address(one) or ("", 0))[0] == field for one in row)


def _numbers(row: Row) -> set[int]:
    return {place[1] for one in row if (place := address(one)) is not None}


def _shortened(blocks: list[Block], number: int) -> list[Block]:
    kept: list[Block] = []
    for block in blocks:
        if isinstance(block, Table) and any(number in _numbers(row) for row in block.rows):
            rows = tuple(row for row in block.rows if number not in _numbers(row))
            if rows and not _is_upright(block):
                kept.append(replace(block, rows=rows))
            elif _is_upright(block) and kept and isinstance(kept[-1], Heading):
                kept.pop()
        else:
            kept.append(block)
    return kept

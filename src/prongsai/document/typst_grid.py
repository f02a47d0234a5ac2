"""The cells of a table on their places: every row whole, every span inside the table."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from prongsai.document.model import Cell, Column, Row, Table

_EMPTY = Cell(())


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell and the column that it starts in, counted from 0."""

    cell: Cell
    column: int


PlacedRow = tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table in which each place belongs to exactly one cell; a column that rows need and the table does not name is added."""

    columns: tuple[Column, ...]
    head: tuple[PlacedRow, ...]
    rows: tuple[PlacedRow, ...]


def grid(table: Table) -> Grid:
    """The table with short rows filled up and spans cut at its edges."""
    count = max([len(table.columns), *(sum(cell.columns for cell in row) for row in (*table.head, *table.rows))])
    columns = table.columns + (Column(),) * (count - len(table.columns))
    return Grid(columns, tuple(_placed(table.head, count)), tuple(_placed(table.rows, count)))


def _placed(rows: Sequence[Row], count: int) -> Iterator[PlacedRow]:
    reach = [0] * count
    for number, row in enumerate(rows):
        placed = tuple(_filled(row, reach, len(rows) - number))
        for place in placed:
            reach[place.column : place.column + place.cell.columns] = [place.cell.rows] * place.cell.columns
        reach = [max(left - 1, 0) for left in reach]
        yield placed


def _filled(row: Row, reach: Sequence[int], below: int) -> Iterator[Placed]:
    """The cells of one row at the places that no cell above reaches into; left over places get empty cells."""
    cells = iter(row)
    column = 0
    while column < len(reach):
        if reach[column]:
            column += 1
            continue
        cell = next(cells, _EMPTY)
        free = next((width for width, taken in enumerate(reach[column:]) if taken), len(reach) - column)
        cell = replace(cell, columns=min(max(cell.columns, 1), free), rows=min(max(cell.rows, 1), below))
        yield Placed(cell, column)
        column += cell.columns

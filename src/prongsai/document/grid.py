"""Where the cells of a table stand once those that span have taken their places."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from prongsai.document.model import Cell, Row, Table

_EMPTY = Cell(())


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell at its column, `columns` wide; `first` is false in the rows that it reaches down to."""

    cell: Cell
    column: int
    columns: int
    first: bool = True


def laid_out(rows: tuple[Row, ...], width: int) -> Iterator[tuple[Spot, ...]]:
    """Each row with every one of its `width` columns taken exactly once; what a row lacks is empty.

    Raises ValueError where a row holds more than fits.
    """
    reaching: dict[int, tuple[Spot, int]] = {}
    for number, row in enumerate(rows):
        spots = _place_row(row, width, reaching)
        yield spots
        rows_left = len(rows) - number - 1
        reaching = _reaching(spots, reaching, rows_left)


def table_width(table: Table) -> int:
    """The least number of columns in which every row of the table finds room, at least those it names."""
    rows = (*table.head, *table.rows)
    width = max([len(table.columns), *(sum(cell.columns for cell in row) for row in rows)])
    while not _fits(rows, width):
        width += 1
    return width


def _fits(rows: tuple[Row, ...], width: int) -> bool:
    try:
        deque(laid_out(rows, width), maxlen=0)
    except ValueError:
        return False
    return True


def _place_row(row: Row, width: int, reaching: dict[int, tuple[Spot, int]]) -> tuple[Spot, ...]:
    waiting = list(row)
    spots: list[Spot] = []
    column = 0
    while column < width:
        if column in reaching:
            above = reaching[column][0]
            spot = Spot(above.cell, column, above.columns, first=False)
        else:
            cell = waiting.pop(0) if waiting else _EMPTY
            spot = Spot(cell, column, max(1, min(cell.columns, _room(column, width, reaching))))
        spots.append(spot)
        column += spot.columns
    if waiting:
        raise ValueError(f"a row holds {len(waiting)} cells more than its table has columns: {waiting[0].text[:40]!r}")
    return tuple(spots)


def _room(column: int, width: int, reaching: dict[int, tuple[Spot, int]]) -> int:
    return min((taken for taken in reaching if taken > column), default=width) - column


def _reaching(spots: tuple[Spot, ...], before: dict[int, tuple[Spot, int]], rows_left: int) -> dict[int, tuple[Spot, int]]:
    """The spots that reach into the next row, by column, with how many rows they still reach."""
    after: dict[int, tuple[Spot, int]] = {}
    for spot in spots:
        rows = min(spot.cell.rows - 1, rows_left) if spot.first else before[spot.column][1] - 1
        if rows > 0:
            after[spot.column] = (spot, rows)
    return after

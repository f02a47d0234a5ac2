"""Tables of the web as tables of the document model: every cell takes its place, however it spans."""

from dataclasses import dataclass, field, replace
from itertools import groupby, takewhile

from prongsai.document.model import Cell, Column, Paragraph, Place, Role, Run, Table
from prongsai.document.reading.text_decoding import MANY_CELLS, Beyond

_WIDEST_SPAN, _TALLEST_SPAN, _WIDEST_TABLE = 200, 5000, 1000


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph before its table is whole: only its own address is known."""

    runs: tuple[Run, ...]
    role: Role
    level: int
    anchor: str


@dataclass(slots=True)
class OpenCell:
    """A cell as written: `columns` and `rows` are what it asks for."""

    anchor: str
    head: bool = False
    columns: int = 1
    rows: int = 1
    passages: list[Passage] = field(default_factory=list)


@dataclass(slots=True)
class _OpenRow:
    group: int
    head: bool
    cells: list[OpenCell] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Laid:
    cell: OpenCell
    column: int
    columns: int
    rows: int


class Grid:
    """Gathers the rows of one table at its place."""

    def __init__(self, place: Place) -> None:
        self.caption: list[str] = []
        self.cell: OpenCell | None = None
        self._place = place
        self._rows: list[_OpenRow] = []
        self._group = 0
        self._in_head = False

    def open_group(self, *, head: bool) -> None:
        """A thead, tbody or tfoot begins or ends; no cell reaches over its edge."""
        self._group += 1
        self._in_head = head

    def open_row(self) -> None:
        """A row begins."""
        self.cell = None
        self._rows.append(_OpenRow(self._group, self._in_head))

    def open_cell(self, cell: OpenCell) -> None:
        """A cell begins, in a row of its own where none is open."""
        if not self._rows:
            self.open_row()
        self._rows[-1].cells.append(cell)
        self.cell = cell

    def lines(self) -> list[str]:
        """The rows as lines of text, for a table inside a cell."""
        rows = (" ".join("".join(run.text for run in passage.runs) for cell in row.cells for passage in cell.passages) for row in self._rows)
        return [line for line in rows if line.strip()]

    def table(self, number: int) -> Table | None:
        """The whole table as the `number`th of the document; None where no cell holds text. Raises Beyond where it is too wide."""
        if not self.lines():
            return None
        rows = [row for row in self._rows if row.cells]
        heads = _head_rows(rows)
        for row in rows[:heads]:
            row.group = -1
        laid = _lay(rows)
        self._place = replace(self._place, table=number)
        width = max(spot.column + spot.columns for row in laid for spot in row)
        built = tuple(tuple(self._cell(spot, row_number) for spot in row) for row_number, row in enumerate(laid, 1))
        return Table((Column(),) * width, built[:heads], built[heads:], " ".join(self.caption), self._place)

    def _cell(self, spot: _Laid, row: int) -> Cell:
        cell = spot.cell
        paragraphs = tuple(Paragraph(each.runs, each.role, each.level, self._at(row, spot.column + 1, each.anchor)) for each in cell.passages)
        place = self._at(row, spot.column + 1, cell.anchor)
        return Cell(paragraphs, columns=spot.columns, rows=spot.rows, tone="head" if cell.head else "plain", place=place)

    def _at(self, row: int, column: int, anchor: str) -> Place:
        return replace(self._place, row=row, column=column, anchor=anchor)


def span(text: str | None, *, widest: int = _WIDEST_SPAN) -> int:
    """How far a cell spans by its attribute; 1 where that is no sensible number."""
    digits = (text or "").strip()
    return max(1, min(int(digits[:6]), widest)) if digits.isascii() and digits.isdigit() else 1


def row_span(text: str | None) -> int:
    """How many rows a cell spans; 0 stands for all that are left of its group."""
    return _TALLEST_SPAN if (text or "").strip() == "0" else span(text, widest=_TALLEST_SPAN)


def _lay(rows: list[_OpenRow]) -> list[tuple[_Laid, ...]]:
    """Each row with the columns that its cells take; one that reaches down keeps its columns taken."""
    reaching: dict[int, tuple[int, int]] = {}
    laid: list[tuple[_Laid, ...]] = []
    for row, left in zip(rows, _rows_left(rows), strict=True):
        spots, column = [], 0
        for cell in row.cells:
            while column in reaching:
                column += reaching[column][0]
            room = min((taken for taken in reaching if taken > column), default=column + cell.columns) - column
            spots.append(_Laid(cell, column, min(cell.columns, room), min(cell.rows, left)))
            column += spots[-1].columns
            if column > _WIDEST_TABLE:
                raise Beyond("file-too-large", MANY_CELLS)
        laid.append(tuple(spots))
        reaching = {start: (wide, high - 1) for start, (wide, high) in reaching.items() if high > 1}
        reaching |= {spot.column: (spot.columns, spot.rows - 1) for spot in spots if spot.rows > 1}
    return laid


def _rows_left(rows: list[_OpenRow]) -> list[int]:
    """How many rows of its group are left at each row, itself included."""
    sizes = [len(list(group)) for _, group in groupby(rows, lambda row: row.group)]
    return [left for size in sizes for left in range(size, 0, -1)]


def _head_rows(rows: list[_OpenRow]) -> int:
    """The rows of the thead, or those above the first row that holds more than head cells."""
    marked = sum(1 for _ in takewhile(lambda row: row.head, rows))
    heads = marked or sum(1 for _ in takewhile(lambda row: all(cell.head for cell in row.cells), rows))
    return heads if heads < len(rows) else 0

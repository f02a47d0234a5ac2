"""A table as Typst code: head rows that repeat and short rows that stay on one page."""

from dataclasses import dataclass

from prongsai.document.model import Table
from prongsai.document.typst_grid import Placed, PlacedRow, grid
from prongsai.document.typst_paragraphs import in_cell
from prongsai.document.typst_text import literal
from prongsai.document.typst_widths import CELL_LIMIT, column_widths, row_height


@dataclass(frozen=True, slots=True)
class Space:
    """Width and height of the text of a page, in points."""

    width: float
    height: float


def table_source(table: Table, space: Space) -> str:
    """The call of the template's `grid-of`, each row on a line of its own; nothing for a table without columns."""
    placed = grid(table)
    if not placed.columns or not (placed.head or placed.rows):
        return ""
    widths, size = column_widths(placed, space.width)
    points = "".join(f"{width:.1f}pt," for width in widths)
    sides = "".join(f'"{column.align[0]}",' for column in placed.columns)
    head = "".join(_row(row, keep=True) for row in placed.head)
    rows = [_row(row, keep=row_height(row, widths, size) < space.height / 2) for row in placed.rows]
    return "\n".join([f"grid-of(({points}),({sides}),{size}pt,{literal(table.caption)},({head}),(", *rows, "))"])


def _row(row: PlacedRow, *, keep: bool) -> str:
    return "".join(_cell(place, keep=keep) for place in row)


def _cell(place: Placed, *, keep: bool) -> str:
    cell = place.cell
    call = "k" if keep and cell.rows == 1 else "K"
    options = [
        f',tone:"{cell.tone}"' if cell.tone != "plain" else "",
        f',side:"{cell.align[0]}"' if cell.align else "",
        f",x:{cell.columns}" if cell.columns > 1 else "",
        f",y:{cell.rows}" if cell.rows > 1 else "",
    ]
    return f"{call}({in_cell(cell.paragraphs, CELL_LIMIT)}{''.join(options)}),"

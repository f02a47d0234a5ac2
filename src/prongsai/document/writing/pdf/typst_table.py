"""A table as Typst code: head rows that repeat and short rows that stay on one page."""

from collections.abc import Sequence
from dataclasses import dataclass

from prongsai.document.grid import Spot, laid_out
from prongsai.document.model import Table
from prongsai.document.writing.pdf.typst_paragraphs import in_cell
from prongsai.document.writing.pdf.typst_text import literal
from prongsai.document.writing.pdf.typst_widths import column_widths, room, row_height


@dataclass(frozen=True, slots=True)
class Space:
    """Width and height of the text of a page, in points."""

    width: float
    height: float


def table_source(table: Table, space: Space) -> str:
    """The call of the template's `grid-of`, each row on a line of its own; nothing for a table without cells.

    Raises ValueError where a row holds more cells than the table has columns.
    """
    if not table.columns or not (table.head or table.rows):
        return ""
    head, rows = (tuple(laid_out(part, len(table.columns))) for part in (table.head, table.rows))
    widths, size = column_widths(table.columns, (*head, *rows), space.width)
    points = "".join(f"{width:.1f}pt," for width in widths)
    sides = "".join(f'"{column.align[0]}",' for column in table.columns)
    layout = _Layout(tuple(widths), size, space.height / 2)
    heads = "".join(_row(row, layout, [0.0] * (len(head) - number)) for number, row in enumerate(head))
    heights = [row_height(row, widths, size) for row in rows]
    lines = [_row(row, layout, heights[number:]) for number, row in enumerate(rows)]
    return "\n".join([f"grid-of(({points}),({sides}),{size}pt,{literal(table.caption)},({heads}),(", *lines, "))"])


@dataclass(frozen=True, slots=True)
class _Layout:
    """Widths of the columns, size of the text, and up to which height rows stay on one page."""

    widths: tuple[float, ...]
    size: float
    most: float

    def room(self, spot: Spot) -> int:
        return room(sum(self.widths[spot.column : spot.column + spot.columns]), self.size)


def _row(row: tuple[Spot, ...], layout: _Layout, heights: Sequence[float]) -> str:
    """The cells that begin in a row; `heights` are those of the row and of all below it."""
    return "".join(_cell(spot, layout, heights[: spot.cell.rows]) for spot in row if spot.first)


def _cell(spot: Spot, layout: _Layout, heights: Sequence[float]) -> str:
    cell = spot.cell
    call = "k" if sum(heights) < layout.most else "K"
    options = [
        f',tone:"{cell.tone}"' if cell.tone != "plain" else "",
        f',side:"{cell.align[0]}"' if cell.align else "",
        f",x:{spot.columns}" if spot.columns > 1 else "",
        f",y:{len(heights)}" if len(heights) > 1 else "",
    ]
    return f"{call}({in_cell(cell.paragraphs, layout.room(spot))}{''.join(options)}),"

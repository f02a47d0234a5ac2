"""Grids filled with the letters of the page: tables of the document."""

from dataclasses import replace

from prongsai.document.model import Cell, Column, Paragraph, Place, Run, Table
from prongsai.document.reading.pdf.glyphs import Glyph
from prongsai.document.reading.pdf.grid import Area, Grid
from prongsai.document.reading.pdf.lines import Line, lines_of
from prongsai.document.reading.pdf.paragraphs import listed, passages

_SHORT_IN_CELL = 0.4
Cells = dict[Area, list[Glyph]]


def filled(grids: list[Grid], glyphs: list[Glyph]) -> tuple[list[tuple[Grid, Cells]], list[Glyph]]:
    """Each grid with the letters of its cells, and the letters outside all of them; a grid without letters is a drawing and left out.

    Where a grid lies in another one the inner one takes the letters.
    """
    inner_first = sorted(grids, key=lambda grid: (grid.box.right - grid.box.left) * (grid.box.bottom - grid.box.top))
    places = [{place: area for area in grid.areas for place in _covered(area)} for grid in inner_first]
    cells: list[Cells] = [{} for _ in inner_first]
    outside: list[Glyph] = []
    for glyph in glyphs:
        x, y = (glyph.left + glyph.right) / 2, glyph.y - 0.3 * glyph.size
        for number, grid in enumerate(inner_first):
            place = grid.at(x, y)
            if place is not None:
                cells[number].setdefault(places[number][place], []).append(glyph)
                break
        else:
            outside.append(glyph)
    return [
        (grid, inside) for grid, inside in zip(inner_first, cells, strict=True) if any(glyph.text != " " for each in inside.values() for glyph in each)
    ], outside


def put_turned(tables: list[tuple[Grid, Cells]], line: Line, x: float, y: float) -> bool:
    """Puts a turned line, whose middle is shown at (x, y), into the cell it stands in, as letters that stand there upright; False where there is none."""
    for grid, cells in tables:
        place = grid.at(x, y)
        if place is not None:
            area = next(area for area in grid.areas if place in _covered(area))
            taken = cells.setdefault(area, [])
            below = max((glyph.y for glyph in taken), default=grid.ys[area.row]) + 1.5 * line.size
            taken.append(Glyph(grid.xs[area.column], grid.xs[area.column + area.columns], below, line.size, line.text, line.pieces[0].order))
            return True
    return False


def table(grid: Grid, cells: Cells, place: Place, space: float) -> Table:
    """The table, each cell with its place; `space` as for `lines_of`."""
    columns = tuple(Column(right - left) for left, right in zip(grid.xs, grid.xs[1:], strict=False))
    rows: list[list[Cell]] = [[] for _ in grid.ys[1:]]
    for area in grid.areas:
        rows[area.row].append(_cell(grid, area, cells.get(area, []), place=place, space=space))
    return Table(columns, (), tuple(tuple(row) for row in rows), place=place)


def _covered(area: Area) -> list[tuple[int, int]]:
    return [(row, column) for row in range(area.row, area.row + area.rows) for column in range(area.column, area.column + area.columns)]


def _cell(grid: Grid, area: Area, glyphs: list[Glyph], *, place: Place, space: float) -> Cell:
    left, right = grid.xs[area.column], grid.xs[area.column + area.columns]
    place = replace(place, row=area.row + 1, column=area.column + 1, anchor=f"p{place.page}:y{grid.ys[area.row]:.0f}")
    found = passages(lines_of(glyphs, space), left=left, right=right, short_share=_SHORT_IN_CELL)
    texts = [listed(text) for passage in found if (text := passage.text)]
    paragraphs = tuple(Paragraph((Run(text),), role, place=place) for role, text in texts)
    return Cell(paragraphs or (Paragraph((Run(""),), place=place),), columns=area.columns, rows=area.rows, place=place)

"""Grids filled with the letters of the page: tables of the document."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from prongsai.document.model import Cell, Column, Paragraph, Place, Run, Table
from prongsai.document.reading.pdf.glyphs import Glyph
from prongsai.document.reading.pdf.grid import Area, Grid
from prongsai.document.reading.pdf.lines import Line, lines_of
from prongsai.document.reading.pdf.paragraphs import Passage, listed, passages

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


@dataclass
class PdfTable:
    """A table as it stands on its page: the paragraphs of each cell; `moved` is a row, from 0, that belongs to the table on the page before."""

    grid: Grid
    cells: dict[Area, list[Passage]]
    place: Place
    moved: int | None = None

    @property
    def top(self) -> float:
        """Where it begins on the page."""
        return self.grid.ys[0]

    def made(self) -> Table:
        """The table of the document, each cell with its place."""
        columns = tuple(Column(right - left) for left, right in pairwise(self.grid.xs))
        rows: list[list[Cell]] = [[] for _ in self.grid.ys[1:]]
        for area, found in self.cells.items():
            if area.row != self.moved:
                rows[area.row].append(_cell(area, found, self._place(area)))
            elif area.rows > 1:
                rows[area.row + 1].insert(0, _cell(area._replace(rows=area.rows - 1), [], self._place(area)))
        return Table(columns, (), tuple(tuple(row) for number, row in enumerate(rows) if number != self.moved), place=self.place)

    def _place(self, area: Area) -> Place:
        row = area.row + 1 - (self.moved is not None and area.row > self.moved)
        return replace(self.place, row=row, column=area.column + 1, anchor=f"p{self.place.page}:y{self.grid.ys[area.row]:.0f}")


def page_tables(found: Iterable[tuple[Grid, Cells]], page: int, space: float) -> list[PdfTable]:
    """The tables of a page from top to bottom; `space` as for `lines_of`."""
    ordered = sorted(found, key=lambda each: (each[0].ys[0], each[0].xs[0]))
    return [
        PdfTable(grid, {area: _passages(grid, area, cells.get(area, []), space) for area in grid.areas}, Place(page, anchor=f"p{page}:y{grid.ys[0]:.0f}"))
        for grid, cells in ordered
    ]


def _covered(area: Area) -> list[tuple[int, int]]:
    return [(row, column) for row in range(area.row, area.row + area.rows) for column in range(area.column, area.column + area.columns)]


def _passages(grid: Grid, area: Area, glyphs: list[Glyph], space: float) -> list[Passage]:
    left, right = grid.xs[area.column], grid.xs[area.column + area.columns]
    return [found for found in passages(lines_of(glyphs, space), left=left, right=right, short_share=_SHORT_IN_CELL) if found.text]


def _cell(area: Area, found: list[Passage], place: Place) -> Cell:
    paragraphs = tuple(Paragraph((Run(text),), role, place=place) for role, text in (listed(passage.text) for passage in found))
    return Cell(paragraphs or (Paragraph((Run(""),), place=place),), columns=area.columns, rows=area.rows, place=place)

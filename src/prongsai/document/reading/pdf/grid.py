"""Tables that rules draw: from lines of a page to cells, joined ones across and down."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from prongsai.document.reading.pdf.rules import Box, Drawing, Rule

_TOUCH = 4.0
_SAME = 3.0
_COVER = 0.6
_OVERHANG = 8.0
_LEAST_CELL = 4.0
_MOST_CELLS = 40_000

Place = tuple[int, int]


class Area(NamedTuple):
    """A cell of a grid: from row and column (counted from 0), over so many rows and columns."""

    row: int
    column: int
    rows: int
    columns: int


class Grid(NamedTuple):
    """A ruled table: where its columns and rows end (`xs`, `ys`), and its cells, row by row."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    areas: tuple[Area, ...]

    @property
    def box(self) -> Box:
        """What the outer rules enclose."""
        return Box(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    def at(self, x: float, y: float) -> Place | None:
        """Row and column of the smallest part of the grid that holds a point; None outside."""
        if not (self.xs[0] <= x <= self.xs[-1] and self.ys[0] <= y <= self.ys[-1]):
            return None
        return min(bisect_right(self.ys, y), len(self.ys) - 1) - 1, min(bisect_right(self.xs, x), len(self.xs) - 1) - 1


def grids(drawing: Drawing) -> list[Grid]:
    """The grids of a page from top to bottom; a frame of one cell is none."""
    found = []
    for lying, standing in _connected(drawing.lying, drawing.standing):
        grid = _grid(lying, standing)
        if grid is not None:
            found.append(grid)
    found.sort(key=lambda grid: (grid.ys[0], grid.xs[0]))
    return found


def _connected(lying: list[Rule], standing: list[Rule]) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Rules that cross or touch each other, group by group."""
    parents = list(range(len(lying) + len(standing)))
    for number, rule in enumerate(lying):
        for other, crossing in enumerate(standing, len(lying)):
            if rule.start - _TOUCH <= crossing.at <= rule.end + _TOUCH and crossing.start - _TOUCH <= rule.at <= crossing.end + _TOUCH:
                _unite(parents, number, other)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = defaultdict(lambda: ([], []))
    for number, rule in enumerate(lying):
        groups[_root(parents, number)][0].append(rule)
    for number, rule in enumerate(standing, len(lying)):
        groups[_root(parents, number)][1].append(rule)
    yield from groups.values()


def _grid(lying: list[Rule], standing: list[Rule]) -> Grid | None:
    if not lying or not standing:
        return None
    xs = _lines([rule.at for rule in standing], [rule.start for rule in lying], [rule.end for rule in lying])
    ys = _lines([rule.at for rule in lying], [rule.start for rule in standing], [rule.end for rule in standing])
    if len(xs) < 2 or len(ys) < 2 or (len(xs) - 1) * (len(ys) - 1) > _MOST_CELLS:
        return None
    areas = tuple(sorted(_areas(_joined_cells(xs, ys, lying, standing))))
    return Grid(tuple(xs), tuple(ys), areas) if len(areas) > 1 else None


def _lines(places: list[float], starts: list[float], ends: list[float]) -> list[float]:
    """Where rules stand, each once; where the crossing ones reach over the outermost, the table is open there and ends with them."""
    first, last = min(places), max(places)
    if first - min(starts) > _OVERHANG:
        places = [*places, min(starts)]
    if max(ends) - last > _OVERHANG:
        places = [*places, max(ends)]
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _LEAST_CELL:
            found.append(place)
    return found


def _joined_cells(xs: list[float], ys: list[float], lying: list[Rule], standing: list[Rule]) -> dict[int, list[Place]]:
    """The smallest parts of the grid, those that no rule divides together."""
    columns, rows = len(xs) - 1, len(ys) - 1
    parents = list(range(columns * rows))
    across, down = _Fence(standing), _Fence(lying)
    for row in range(rows):
        for column in range(columns):
            if column and not across.divides(xs[column], ys[row], ys[row + 1]):
                _unite(parents, row * columns + column, row * columns + column - 1)
            if row and not down.divides(ys[row], xs[column], xs[column + 1]):
                _unite(parents, row * columns + column, (row - 1) * columns + column)
    groups: dict[int, list[Place]] = defaultdict(list)
    for number in range(columns * rows):
        groups[_root(parents, number)].append(divmod(number, columns))
    return groups


class _Fence:
    """Rules of one direction, asked whether one of them runs along a stretch."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = sorted(rules)
        self._places = [rule.at for rule in self._rules]

    def divides(self, at: float, start: float, end: float) -> bool:
        near = self._rules[bisect_right(self._places, at - _LEAST_CELL) : bisect_right(self._places, at + _LEAST_CELL)]
        return sum(max(0.0, min(end, rule.end) - max(start, rule.start)) for rule in near) >= _COVER * (end - start)


def _areas(groups: dict[int, list[Place]]) -> Iterator[Area]:
    """Each group as the rectangles it is made of: mostly one."""
    for places in groups.values():
        runs: list[Area] = []
        for row, column, columns in _runs(places):
            above = next((run for run in runs if (run.column, run.columns, run.row + run.rows) == (column, columns, row)), None)
            if above is not None:
                runs.remove(above)
                runs.append(above._replace(rows=above.rows + 1))
            else:
                runs.append(Area(row, column, 1, columns))
        yield from runs


def _runs(places: list[Place]) -> Iterator[tuple[int, int, int]]:
    """Row, first column and number of the columns that stand side by side."""
    rows: dict[int, list[int]] = defaultdict(list)
    for row, column in places:
        rows[row].append(column)
    for row, columns in sorted(rows.items()):
        columns.sort()
        start = 0
        for end in range(1, len(columns) + 1):
            if end == len(columns) or columns[end] != columns[end - 1] + 1:
                yield row, columns[start], end - start
                start = end


def _root(parents: list[int], number: int) -> int:
    while parents[number] != number:
        parents[number] = parents[parents[number]]
        number = parents[number]
    return number


def _unite(parents: list[int], one: int, other: int) -> None:
    parents[_root(parents, one)] = _root(parents, other)

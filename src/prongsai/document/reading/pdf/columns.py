"""Tables without standing rules: rows of short pieces that stand in the same columns."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import mean, median

from prongsai.document.reading.pdf.grid import Area, Grid
from prongsai.document.reading.pdf.lines import Line, Piece
from prongsai.document.reading.pdf.paragraphs import LEADER, is_marker
from prongsai.document.reading.pdf.rules import Rule

_LEAST_ROWS, _MOST_LINES = 3, 500
_LEAST_GAP = 0.8
_FARTHEST = 4.0
_TIGHT = 1.2
_MOST_SINGLES = 3
_CROSSING = 0.1
_FIGURES = 0.6
_SHORT_TEXT = 34
_ALIKE = 0.6
_FILLED = 0.62
_NUMBER = re.compile(r"[-–—+±]?\s?[0-9๐-๙][0-9๐-๙.,/%-]*\s?%?|[-–—]")


def guessed_grids(lines: Sequence[Line], lying: Sequence[Rule]) -> list[Grid]:
    """Grids that the places of the pieces imply; `lying` are the rules that no other table uses, which then part the rows.

    Prose in two columns and lists are none; on a page of very many lines nothing is guessed.
    """
    if len(lines) > _MOST_LINES:
        return []
    return [grid for run in _runs(lines) for grid in _found(run, lying)]


def _runs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines that may make a table: most of several pieces, none far below the one before."""
    run: list[Line] = []
    singles = 0
    for line in lines:
        several = len(_pieces(line)) > 1
        near = bool(run) and line.y - run[-1].y <= _FARTHEST * max(line.size, run[-1].size)
        if run and (not near or singles >= _MOST_SINGLES):
            yield run
            run = []
        if several or run:
            run.append(line)
            singles = 0 if several else singles + 1
    if run:
        yield run


def _found(run: list[Line], lying: Sequence[Rule]) -> Iterator[Grid]:
    """The tables of a run: the whole, or those on both sides of where it is most likely cut."""
    waiting = [run]
    while waiting:
        part = waiting.pop()
        while part and len(_pieces(part[0])) < 2:
            part = part[1:]
        if sum(len(_pieces(line)) > 1 for line in part) < _LEAST_ROWS:
            continue
        grid = None if _goes_through(part) else _grid(part, lying)
        if grid is not None:
            yield grid
        else:
            cut = _cut(part)
            waiting += [part[cut:], part[:cut]]


def _goes_through(lines: Sequence[Line]) -> bool:
    """Whether a line of one piece goes through the gaps of the columns."""
    columns = _columns(lines)
    return any(len(_pieces(line)) < 2 and sum(start < line.right and line.left < end for start, end in columns) > 1 for line in lines)


def _cut(lines: Sequence[Line]) -> int:
    """Before which line to cut: where there is a line of one piece or a change of size, and there where the gap above is widest."""

    def weight(at: int) -> tuple[bool, float]:
        before, line = lines[at - 1], lines[at]
        changes = (len(_pieces(line)) < 2) != (len(_pieces(before)) < 2) or abs(line.size - before.size) > 0.5
        return changes, (line.y - before.y) / line.size

    return max(range(1, len(lines)), key=weight)


def _pieces(line: Line) -> list[Piece]:
    """The pieces of a line, the marker of a list with what it marks; none of a line with leaders."""
    if LEADER.search(line.text):
        return []
    pieces = list(line.pieces)
    if len(pieces) > 1 and is_marker(pieces[0].text):
        first = pieces.pop(0)
        pieces[0] = pieces[0]._replace(left=first.left, text=f"{first.text} {pieces[0].text}")
    return pieces


def _parts(run: list[Line]) -> Iterator[list[Line]]:
    """The run cut where a line goes through the gaps of the columns."""
    columns = _columns(run)
    part: list[Line] = []
    for line in run:
        pieces = _pieces(line)
        through = len(pieces) < 2 and sum(column[0] < line.right and line.left < column[1] for column in columns) > 1
        if through and part:
            yield part
            part = []
        elif not through:
            part.append(line)
    if part:
        yield part


def _columns(lines: Sequence[Line]) -> list[tuple[float, float]]:
    """From where to where the columns reach: what all but few rows leave free lies between them."""
    rows = [pieces for line in lines if len(pieces := _pieces(line)) > 1]
    if not rows:
        return []
    size = median(line.size for line in lines)
    changes = sorted((x, step) for pieces in rows for piece in pieces for x, step in ((piece.left, 1), (piece.right, -1)))
    most = int(_CROSSING * len(rows))
    found: list[tuple[float, float]] = []
    covered = 0
    start = changes[0][0]
    for x, step in changes:
        before, covered = covered, covered + step
        if before <= most < covered:
            start = x
        elif covered <= most < before:
            if found and start - found[-1][1] < _LEAST_GAP * size:
                found[-1] = (found[-1][0], x)
            else:
                found.append((start, x))
    return found


def _grid(lines: list[Line], lying: Sequence[Rule]) -> Grid | None:
    rows = [line for line in lines if len(_pieces(line)) > 1]
    columns = _columns(lines)
    if len(rows) < _LEAST_ROWS or len(columns) < 2 or not _is_table(rows, columns):
        return None
    lines = _without_loose_ends(lines, columns)
    left, right = min(line.left for line in lines) - 2, max(line.right for line in lines) + 2
    xs = [left, *((one[1] + other[0]) / 2 for one, other in pairwise(columns)), right]
    ys = _row_ends(lines, columns, [rule.at for rule in lying if rule.start < columns[0][1] and rule.end > columns[-1][0]])
    return Grid(tuple(xs), tuple(ys), tuple(_areas(lines, xs, ys)))


def _is_table(rows: Sequence[Line], columns: Sequence[tuple[float, float]]) -> bool:
    """Whether the columns hold figures, or short texts that leave their columns half empty; long texts that fill them are prose."""
    texts: list[list[Piece]] = [[] for _ in columns]
    starts = [column[0] for column in columns]
    for row in rows:
        for piece in _pieces(row):
            texts[max(0, bisect_right(starts, piece.left + 1) - 1)].append(piece)
    filled = [column for column in texts if column]
    if any(sum(_NUMBER.fullmatch(piece.text) is not None for piece in column) >= _FIGURES * len(rows) for column in filled[1:]):
        return True
    alike = sum(len(_pieces(row)) == len(columns) for row in rows) >= _ALIKE * len(rows)
    short = sum(mean(len(piece.text) for piece in column) <= _SHORT_TEXT for column in filled) >= len(filled) - 1
    loose = [mean(piece.right - piece.left for piece in cells) / max(end - start, 1.0) for cells, (start, end) in zip(texts, columns, strict=True) if cells]
    return alike and short and (len(columns) > 2 or min(loose) < _FILLED)


def _without_loose_ends(lines: list[Line], columns: Sequence[tuple[float, float]]) -> list[Line]:
    """The lines without those after the last row that are not the rest of one of its cells."""
    lines = list(lines)
    pitch = min((after.y - before.y for before, after in pairwise(lines)), default=0.0)
    last = max(at for at, line in enumerate(lines) if len(_pieces(line)) > 1)
    end = last + 1
    while end < len(lines) and lines[end].y - lines[end - 1].y <= _TIGHT * pitch and lines[end].left > columns[0][1]:
        end += 1
    return lines[:end]


def _row_ends(lines: Sequence[Line], columns: Sequence[tuple[float, float]], rules: Sequence[float]) -> list[float]:
    """Where rows part: at rules where there are enough, else above each line that begins a row."""
    middles = [line.y - 0.3 * line.size for line in lines]
    top, bottom = lines[0].y - 1.2 * lines[0].size, lines[-1].y + 0.5 * lines[-1].size
    inside = [rule for rule in sorted(rules) if middles[0] < rule < middles[-1]]
    rows = sum(len(_pieces(line)) > 1 for line in lines)
    if len(inside) >= max(2, rows // 3):
        return [top, *inside, bottom]
    steps = [after.y - before.y for before, after in pairwise(lines)]
    tight = _TIGHT * min(steps)
    ends = [top]
    for number, line in enumerate(lines[1:], 1):
        goes_on = steps[number - 1] <= tight and line.left > columns[0][1]
        if not goes_on:
            ends.append((middles[number - 1] + middles[number]) / 2)
    return [*ends, bottom]


def _areas(lines: Sequence[Line], xs: Sequence[float], ys: Sequence[float]) -> Iterator[Area]:
    """A cell for each row and column; where a piece reaches over several columns, one cell for them."""
    over: dict[int, set[int]] = {}
    for line in lines:
        row = min(max(bisect_right(ys, line.y - 0.3 * line.size) - 1, 0), len(ys) - 2)
        crossed = {at for piece in _pieces(line) for at in range(1, len(xs) - 1) if piece.left + line.size < xs[at] < piece.right - line.size}
        over.setdefault(row, set()).update(crossed)
    for row in range(len(ys) - 1):
        column = 0
        while column < len(xs) - 1:
            end = column + 1
            while end in over.get(row, ()):
                end += 1
            yield Area(row, column, 1, end - column)
            column = end

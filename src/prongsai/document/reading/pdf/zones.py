"""Prose in two columns: the lines of the left one come before those of the right one."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import mean

from prongsai.document.reading.pdf.lines import Line

_LEAST_LINES = 6
_STEP, _TRIES = 8.0, 3
_FARTHEST = 3.0
_FILLED = 0.75
_NARROWEST = 0.25


def split_columns(lines: Sequence[Line], width: float) -> list[Line]:
    """The lines with those that two columns share cut in two: zone 1 is the left column, zone 2 the right one, zone 0 what is in none."""
    found = _gutter(lines, width)
    if found is None:
        return list(lines)
    gutter, first, last = found
    cut = [half for line in lines[first : last + 1] for half in _halves(line, gutter)]
    return [*lines[:first], *cut, *lines[last + 1 :]]


def _gutter(lines: Sequence[Line], width: float) -> tuple[float, int, int] | None:
    """The middle of the gap between two columns, with its first and last line; None where there are none, or where they hold no running text."""
    gaps = Counter(round((before.right + after.left) / 2 / _STEP) for line in lines for before, after in pairwise(line.pieces))
    for place, count in gaps.most_common(_TRIES):
        middle = place * _STEP
        if count >= _LEAST_LINES // 2 and _NARROWEST * width < middle < (1 - _NARROWEST) * width:
            stretch = max(_stretches(lines, middle), key=len, default=[])
            halves = [half for at in stretch if len(half := _halves(lines[at], middle)) == 2]
            if len(halves) >= _LEAST_LINES and all(_is_filled([half[side] for half in halves]) for side in (0, 1)):
                return middle, stretch[0], stretch[-1]
    return None


def _stretches(lines: Sequence[Line], x: float) -> Iterator[list[int]]:
    """Numbers of lines that follow each other, leave x free and are of one size."""
    stretch: list[int] = []
    for at, line in enumerate(lines):
        if stretch and (not _leaves_free(line, x) or abs(line.size - lines[stretch[-1]].size) > 1 or line.y - lines[stretch[-1]].y > _FARTHEST * line.size):
            yield stretch
            stretch = []
        if _leaves_free(line, x) and not line.drawn:
            stretch.append(at)
    yield stretch


def _is_filled(lines: Sequence[Line]) -> bool:
    widths = [line.right - line.left for line in lines]
    return mean(widths) >= _FILLED * max(widths)


def _leaves_free(line: Line, x: float) -> bool:
    return not any(piece.left < x < piece.right for piece in line.pieces)


def _halves(line: Line, x: float) -> list[Line]:
    """The parts of a line left and right of x, each in its zone; a line that crosses x stays whole."""
    if not _leaves_free(line, x):
        return [line]
    found = []
    for zone, pieces in ((1, [piece for piece in line.pieces if piece.right <= x]), (2, [piece for piece in line.pieces if piece.right > x])):
        if pieces:
            found.append(replace(line, left=pieces[0].left, right=pieces[-1].right, pieces=pieces, zone=zone, spaced_end=zone == 2 and line.spaced_end))
    return found

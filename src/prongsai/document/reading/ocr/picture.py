"""A page as a picture in grey, and the long thin lines on it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

_DARK = 150
_LIGHTER = 22
_STRETCH, _SHORTEST, _GAP, _THICK = 0.15, 0.3, 0.012, 0.03
_MOST_RUNS = 40_000
_SAMPLE = 97


class Run(NamedTuple):
    """A stretch of ink in one row, from pixel `start` to before `end`."""

    row: int
    start: int
    end: int


@dataclass(slots=True)
class Stroke:
    """A line as its runs, row below row; `left` and `right` are the ones that reach furthest."""

    runs: list[Run]
    left: Run
    right: Run

    @classmethod
    def begun(cls, run: Run) -> "Stroke":
        """A line of one run."""
        return cls([run], run, run)

    def take(self, run: Run) -> None:
        """Adds a run and lets the line reach as far as it does."""
        self.runs.append(run)
        self.left = min(self.left, run, key=lambda one: one.start)
        self.right = max(self.right, run, key=lambda one: one.end)

    @property
    def length(self) -> int:
        """From end to end, in pixels."""
        return self.right.end - self.left.start

    @property
    def thickness(self) -> float:
        """How many rows of ink there are at a place of the line, on the average."""
        return sum(run.end - run.start for run in self.runs) / self.length

    @property
    def middle(self) -> float:
        """The row in the middle."""
        return (self.runs[0].row + self.runs[-1].row + 1) / 2


@dataclass(frozen=True)
class Picture:
    """One byte of grey a pixel, row by row, 0 is black; `dpi` is how many pixels make an inch."""

    width: int
    height: int
    grey: bytes
    dpi: int

    @cached_property
    def paper(self) -> int:
        """The grey that most of the picture has."""
        sample = self.grey[::_SAMPLE]
        return max(range(256), key=sample.count)

    def mirrored(self) -> "Picture":
        """The picture along its diagonal: its columns become rows."""
        return Picture(self.height, self.width, b"".join(self.grey[column :: self.width] for column in range(self.width)), self.dpi)

    def turned(self, quarters: int) -> "Picture":
        """The picture turned clockwise by so many quarters."""
        picture = self
        for _ in range(quarters % 4):
            rows = picture.height
            picture = picture.mirrored()
            picture = Picture(picture.width, picture.height, b"".join(picture.grey[at : at + rows][::-1] for at in range(0, len(picture.grey), rows)), self.dpi)
        return picture

    def without(self, strokes: Iterable[Stroke]) -> "Picture":
        """The picture with lines wiped out, which a recogniser would take for letters."""
        grey = bytearray(self.grey)
        for run in {grown for stroke in strokes for inked in stroke.runs for grown in _grown(inked, self.height)}:
            at = run.row * self.width
            grey[at + run.start : at + run.end] = bytes([self.paper]) * (run.end - run.start)
        return Picture(self.width, self.height, bytes(grey), self.dpi)

    def pgm(self) -> bytes:
        """The picture as a file of the plainest kind."""
        return b"P5 %d %d 255\n" % (self.width, self.height) + self.grey


def lying_strokes(picture: Picture) -> list[Stroke]:
    """The lines from left to right that are longer than a third of an inch and thin, whether dark or pale; a slight slant is followed from row to row."""
    found: list[Stroke] = []
    for darkest in (_DARK, picture.paper - _LIGHTER):
        found += _thin(_followed(_runs(picture, darkest), max(2, int(_GAP * picture.dpi))), picture.dpi)
    return found


def _runs(picture: Picture, darkest: int) -> list[Run]:
    """Every long stretch of pixels that are darker; none where there are as many as in a photograph."""
    ink = picture.grey.translate(bytes(grey < darkest for grey in range(256)))
    width = picture.width
    runs: list[Run] = []
    for match in re.finditer(b"\x01{%d,}" % max(8, int(_STRETCH * picture.dpi)), ink):
        start, end = match.span()
        row = start // width
        runs.append(Run(row, start - row * width, min(end - row * width, width)))
        if len(runs) > _MOST_RUNS:
            return []
    return runs


def _followed(runs: Iterable[Run], gap: int) -> Iterator[Stroke]:
    """Runs put together to lines: each to one that ended hardly above it and lies where it lies."""
    going: list[Stroke] = []
    for run in runs:
        ended = [stroke for stroke in going if run.row - stroke.runs[-1].row > gap]
        if ended:
            yield from ended
            going = [stroke for stroke in going if run.row - stroke.runs[-1].row <= gap]
        touched = next((stroke for stroke in going if run.start <= stroke.right.end + gap and run.end >= stroke.left.start - gap), None)
        if touched is None:
            going.append(Stroke.begun(run))
        else:
            touched.take(run)
    yield from going


def _thin(strokes: Iterable[Stroke], dpi: int) -> Iterator[Stroke]:
    return (stroke for stroke in strokes if stroke.length >= _SHORTEST * dpi and stroke.thickness <= max(3.0, _THICK * dpi))


def _grown(run: Run, height: int) -> Iterator[Run]:
    """The run and its neighbours above and below, where the edge of a line is grey."""
    return (Run(row, run.start, run.end) for row in range(max(0, run.row - 1), min(height, run.row + 2)))

"""A recognised page in the terms of a page with text: letters with baselines, and rules, in points from its top left."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from statistics import median
from time import monotonic
from unicodedata import category

from prongsai.document.reading.ocr.cells import Cut, blanked, stacked
from prongsai.document.reading.ocr.engine import CELLS, PROSE, Recogniser, Word
from prongsai.document.reading.ocr.level import Level
from prongsai.document.reading.ocr.picture import Picture, lying_strokes
from prongsai.document.reading.pdf.glyphs import Glyph
from prongsai.document.reading.pdf.grid import grids
from prongsai.document.reading.pdf.rules import Drawing, joined

_DOUBTFUL = 0.6
_WORTH = 12
_BODY, _OF_ALL = 0.57, 0.7
_SAME_SIZE = 0.2
_SPECK = 0.55
_PLAIN = frozenset("กขคฆงจฉชซณดตถทธนบผพภมยรลวสหอaceimnorsuvwxz")


@dataclass(frozen=True, slots=True)
class RecognisedPage:
    """Letters and rules of a page of `width` x `height` points, how many letters they are, and how sure the recogniser is of them, 0..1."""

    width: float
    height: float
    glyphs: list[Glyph]
    drawing: Drawing
    letters: int
    confidence: float


def recognised_page(picture: Picture, recogniser: Recogniser, seconds: float) -> RecognisedPage | None:
    """The page, turned until it can be read best; None where the recogniser fails or takes longer than that."""
    deadline = monotonic() + seconds
    best = _recognised(picture, recogniser, deadline)
    for quarters in (1, 3, 2):
        if best is None or best.confidence >= _DOUBTFUL or best.letters < _WORTH:
            break
        other = _recognised(picture.turned(quarters), recogniser, deadline)
        best = max(best, other or best, key=_weight)
    return best


def _weight(page: RecognisedPage) -> float:
    return page.confidence**2 * page.letters


def _recognised(picture: Picture, recogniser: Recogniser, deadline: float) -> RecognisedPage | None:
    """Prose and the cells of tables are recognised apart from each other."""
    lying, standing = lying_strokes(picture), lying_strokes(picture.mirrored())
    level = Level.of(lying, picture.dpi)
    drawing = Drawing(joined(level.lying(stroke) for stroke in lying), joined(level.standing(stroke) for stroke in standing))
    clean = picture.without(lying)
    clean = clean.mirrored().without(standing).mirrored() if standing else clean
    cuts = [cut for cut in _cells(drawing, level, picture) if cut.right > cut.left and cut.bottom > cut.top]
    words = recogniser.words(blanked(clean, cuts), PROSE, deadline - monotonic())
    if words is not None and cuts:
        stack = stacked(clean, cuts)
        inside = recogniser.words(stack.picture, CELLS, deadline - monotonic()) if stack.shelves else []
        words = None if inside is None else [*words, *stack.back(inside)]
    if words is None:
        return None
    letters = sum(len(word.text) for word in words)
    confidence = sum(word.confidence * len(word.text) for word in words) / letters if letters else 0.0
    return RecognisedPage(level.length(picture.width), level.length(picture.height), list(_glyphs(words, level)), drawing, letters, confidence)


def _cells(drawing: Drawing, level: Level, picture: Picture) -> Iterator[Cut]:
    for grid in grids(drawing):
        for area in grid.areas:
            left, top = level.pixel(grid.xs[area.column], grid.ys[area.row])
            right, bottom = level.pixel(grid.xs[area.column + area.columns], grid.ys[area.row + area.rows])
            yield Cut(max(0, left + 1), max(0, top + 1), min(picture.width, right - 1), min(picture.height, bottom - 1))


def _glyphs(words: Sequence[Word], level: Level) -> Iterable[Glyph]:
    """A letter or word each, on the baseline of its line; a sign that stands over a letter is part of it, specks are left out."""
    lines = [list(line) for _, line in groupby(words, key=attrgetter("line"))]
    sizes = [_size(line, level) for line in lines]
    usual = median(size for line, size in zip(lines, sizes, strict=True) for _ in line) if sizes else 0.0
    for line, size in zip(lines, sizes, strict=True):
        if size < _SPECK * usual and _mean(line) < _DOUBTFUL:
            continue
        yield from _on_line(line, usual if abs(size - usual) <= _SAME_SIZE * usual else size, level)


def _on_line(line: Sequence[Word], size: float, level: Level) -> list[Glyph]:
    y = median(level.point(word.left, word.bottom)[1] for word in line)
    glyphs: list[Glyph] = []
    for index, word in enumerate(line):
        left, right = level.point(word.left, word.bottom)[0], level.point(word.right, word.bottom)[0]
        if glyphs and category(word.text[0]) == "Mn":
            last = glyphs[-1]
            glyphs[-1] = last._replace(text=last.text + word.text, right=max(last.right, right))
        else:
            glyphs.append(Glyph(left, right, y, size, word.text, index))
    return glyphs


def _mean(line: Sequence[Word]) -> float:
    return sum(word.confidence for word in line) / len(line)


def _size(line: Sequence[Word], level: Level) -> float:
    """The size of the letters, from those without signs above or below."""
    plain = [float(word.bottom - word.top) for word in line if set(word.text) <= _PLAIN]
    heights = plain or [_OF_ALL * (word.bottom - word.top) for word in line]
    return level.length(median(heights)) / _BODY

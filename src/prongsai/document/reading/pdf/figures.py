"""Charts that a page draws, and bullets that it draws in place of letters."""

from collections.abc import Iterable, Iterator, Sequence

from prongsai.document.reading.pdf.glyphs import Glyph
from prongsai.document.reading.pdf.grid import Grid
from prongsai.document.reading.pdf.lines import Line
from prongsai.document.reading.pdf.rules import Box, Drawing, Rule

_APART = 45.0
_LEAST_SHAPES = 5
_LEAST_HEIGHT = 50.0
_ABOVE, _BELOW = 18.0, 26.0
_LONG_LINE, _SHORT_LINE = 0.72, 0.25
_NEAR = 6.0
_BULLET = "•"


def drawn_bullets(drawing: Drawing, glyphs: Sequence[Glyph]) -> list[Glyph]:
    """The dots that stand right before the first letter of a line, as letters."""
    found = []
    for dot in drawing.dots:
        middle = (dot.top + dot.bottom) / 2
        row = [glyph for glyph in glyphs if glyph.y - glyph.size < middle < glyph.y + 0.1 * glyph.size]
        after = min((glyph for glyph in row if glyph.left >= dot.right), key=lambda glyph: glyph.left, default=None)
        if after is None or after.left - dot.right > 2 * after.size or dot.right - dot.left > 0.7 * after.size:
            continue
        if not any(after.left - 6 * after.size < glyph.right <= dot.left + 1 and glyph.text != " " for glyph in row):
            found.append(Glyph(dot.left, dot.right, after.y, after.size, _BULLET, after.order))
            drawing.dots = [other for other in drawing.dots if other is not dot]
    return found


def without_charts(grids: Sequence[Grid], drawing: Drawing, glyphs: Sequence[Glyph]) -> list[Grid]:
    """The grids without those that are the lines of a chart: most of their rules end in the open, or shapes stand in them that fit no cell."""
    shapes = (*drawing.shapes, *drawing.dots)
    return [grid for grid in grids if not _has_open_ends(grid, drawing.lying) and sum(_is_foreign(shape, grid, glyphs) for shape in shapes) < _LEAST_SHAPES]


def _has_open_ends(grid: Grid, lying: Iterable[Rule]) -> bool:
    rules = [rule for rule in lying if _in_grid(Box(rule.start, rule.at, rule.end, rule.at), [grid])]
    closed = [rule for rule in rules if _near(rule.start, grid.xs) and _near(rule.end, grid.xs)]
    return 2 * len(closed) < len(rules)


def _is_foreign(shape: Box, grid: Grid, glyphs: Iterable[Glyph]) -> bool:
    """Whether a shape inside a grid is neither the ground of a cell nor of a text."""
    if not _in_grid(shape, [grid]) or (_near(shape.left, grid.xs) and _near(shape.right, grid.xs)):
        return False
    return not any(shape.left <= (glyph.left + glyph.right) / 2 <= shape.right and shape.top <= glyph.y - 0.3 * glyph.size <= shape.bottom for glyph in glyphs)


def _near(place: float, others: Iterable[float]) -> bool:
    return any(abs(place - other) <= _NEAR for other in others)


def mark_figures(lines: Iterable[Line], drawing: Drawing, grids: Sequence[Grid], width: float) -> None:
    """Marks the lines that stand beside the shapes of a chart; long ones are prose nevertheless."""
    shapes = [box for box in (*drawing.shapes, *drawing.dots) if not _in_grid(box, grids)]
    shapes += [Box(rule.at, rule.start, rule.at, rule.end) for rule in drawing.standing if not _in_grid(Box(rule.at, rule.start, rule.at, rule.end), grids)]
    bands = list(_bands([shape for shape in shapes if shape.bottom - shape.top < 0.9 * shape.bottom]))
    for line in lines:
        length = (line.right - line.left) / width
        for top, bottom in bands:
            inside = top < line.y < bottom + line.size and (length < _LONG_LINE or len(line.pieces) > 1)
            line.drawn = line.drawn or inside or (top - _ABOVE < line.y < bottom + _BELOW and length < _SHORT_LINE)


def _bands(shapes: Iterable[Box]) -> Iterator[tuple[float, float]]:
    """From where to where many shapes stand close below each other."""
    top = bottom = 0.0
    count = 0
    for shape in sorted(shapes, key=lambda box: box.top):
        if count and shape.top - bottom > _APART:
            if count >= _LEAST_SHAPES and bottom - top >= _LEAST_HEIGHT:
                yield top, bottom
            count = 0
        top, bottom = (top, max(bottom, shape.bottom)) if count else (shape.top, shape.bottom)
        count += 1
    if count >= _LEAST_SHAPES and bottom - top >= _LEAST_HEIGHT:
        yield top, bottom


def _in_grid(box: Box, grids: Sequence[Grid]) -> bool:
    x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    return any(grid.box.left - 4 <= x <= grid.box.right + 4 and grid.box.top - 4 <= y <= grid.box.bottom + 4 for grid in grids)

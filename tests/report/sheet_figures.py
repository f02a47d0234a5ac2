"""Every figure with two decimals that the reports of an agency's year may show."""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from prongsai.analysis import next_level, way_to_level
from prongsai.framework import Framework
from prongsai.pipeline import Way
from prongsai.scoring import Sheet

_HUNDREDTH = Decimal("0.01")


def allowed_figures(way: Way) -> set[str]:
    """Scores of both years, their differences, the points at stake, the way to the next level, and the bounds of the year's levels."""
    return {f"{abs(figure):.2f}" for figure in _figures(way) if figure is not None}


def _figures(way: Way) -> Iterator[Decimal | None]:
    yield from _of_sheet(way.sheet)
    if way.earlier:
        yield from _of_sheet(way.earlier)
        for code, node in way.sheet.nodes.items():
            before = way.earlier.nodes.get(code)
            if before is not None and before.shown is not None and node.shown is not None:
                yield node.shown - before.shown
    yield from _of_next_level(way.sheet)
    yield from _bounds(way.framework)
    scored = [node.score for node in way.sheet.indicators if node.score is not None]
    if scored:
        own = sum(scored, Fraction(0)) / len(scored)
        yield (Decimal(own.numerator) / Decimal(own.denominator)).quantize(_HUNDREDTH, ROUND_HALF_UP)


def _of_sheet(sheet: Sheet) -> Iterator[Decimal | None]:
    yield sheet.scores.published_total
    for node in sheet.nodes.values():
        yield from (node.shown, node.stake, node.given)
        if node.computed is not None:
            yield Decimal(node.computed.numerator) / Decimal(node.computed.denominator)


def _of_next_level(sheet: Sheet) -> Iterator[Decimal | None]:
    step = next_level(sheet)
    if step is not None:
        way = way_to_level(sheet, step.code)
        yield way.total_after
        for one in way.changes:
            yield from (one.before, one.after, one.points)


def _bounds(framework: Framework) -> Iterator[Decimal | None]:
    yield Decimal(100)
    if framework.levels is not None:
        yield framework.levels.pass_mark.value
        for step in framework.levels.steps:
            yield from (step.total_from, step.total_from - _HUNDREDTH, step.each_from)

"""Tables that only lying rules draw: each row between two rules, the columns where all rows leave a gap."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from prongsai.document.reading.pdf.glyphs import Glyph
from prongsai.document.reading.pdf.grid import Area, Grid
from prongsai.document.reading.pdf.rules import Rule

_SAME_END = 4.0
_LEAST_BANDS = 3
_LEAST_GAP = 0.6
_HIGHEST = 320.0
Band = tuple[float, float, list[Glyph]]


def banded_grids(glyphs: Sequence[Glyph], lying: Sequence[Rule]) -> list[Grid]:
    """Grids of at least three rows between rules as long as each other; `glyphs` are the letters and `lying` the rules that no other table uses."""
    return [grid for rules in _alike(lying) for run in _runs(_bands(glyphs, rules)) if (grid := _grid(run, rules[0])) is not None]


def _alike(lying: Sequence[Rule]) -> Iterator[list[Rule]]:
    """Rules that begin and end at the same places."""
    groups: dict[int, list[Rule]] = defaultdict(list)
    starts: list[Rule] = []
    for rule in sorted(lying):
        number = next(
            (at for at, first in enumerate(starts) if abs(first.start - rule.start) <= _SAME_END and abs(first.end - rule.end) <= _SAME_END), len(starts)
        )
        if number == len(starts):
            starts.append(rule)
        groups[number].append(rule)
    yield from (rules for rules in groups.values() if len(rules) > _LEAST_BANDS)


def _bands(glyphs: Sequence[Glyph], rules: Sequence[Rule]) -> list[Band]:
    """What stands between each rule and the next."""
    left, right = rules[0].start - _SAME_END, rules[0].end + _SAME_END
    inside = [glyph for glyph in glyphs if glyph.text != " " and left <= glyph.left and glyph.right <= right]
    return [(top.at, bottom.at, [glyph for glyph in inside if top.at < glyph.y - 0.3 * glyph.size < bottom.at]) for top, bottom in pairwise(rules)]


def _runs(bands: Sequence[Band]) -> Iterator[list[Band]]:
    """Bands that follow each other, hold text, and leave gaps alike."""
    run: list[Band] = []
    for band in bands:
        fits = bool(band[2]) and band[1] - band[0] < _HIGHEST and bool(_gaps([band]))
        if not fits or (run and not _gaps([*run, band])):
            yield run
            run = []
        if fits:
            run.append(band)
    yield run


def _gaps(bands: Sequence[Band]) -> list[float]:
    """The middles of the gaps that no letter of the bands stands in."""
    letters = sorted((glyph for _, _, inside in bands for glyph in inside), key=lambda glyph: glyph.left)
    found = []
    end = letters[0].right
    for glyph in letters:
        if glyph.left - end > _LEAST_GAP * glyph.size:
            found.append((end + glyph.left) / 2)
        end = max(end, glyph.right)
    return found


def _grid(bands: Sequence[Band], rule: Rule) -> Grid | None:
    if len(bands) < _LEAST_BANDS:
        return None
    xs = (rule.start - 1, *_gaps(bands), rule.end + 1)
    areas = tuple(Area(row, column, 1, 1) for row in range(len(bands)) for column in range(len(xs) - 1))
    return Grid(xs, (*(top for top, _, _ in bands), bands[-1][1]), areas)

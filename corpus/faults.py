"""The clean documents of a seed, and the faults planted in them: as many of each rule as asked, spread over planters, styles and kinds."""

import random
from collections.abc import Iterator, Sequence

from corpus import plant_figures, plant_measures, plant_names, plant_parts
from corpus.agencies import made_up
from corpus.planting import PLANTERS, Planted, Planter
from corpus.styles import NAMES, Written, kinds_of, written

MODULES = (plant_figures, plant_measures, plant_names, plant_parts)
RULES = tuple(dict.fromkeys(planter.rule for planter in PLANTERS))


def clean(seed: int, agencies: int) -> list[Written]:
    """Every style and kind of every agency."""
    cases = [made_up(number, seed) for number in range(agencies)]
    return [written(case, style, kind) for case in cases for style in NAMES for kind in kinds_of(style)]


def planted(documents: Sequence[Written], seed: int, each: int, rules: Sequence[str] = RULES) -> list[Planted]:
    """`each` faults of every rule, fewer where the documents have no more places; no document twice for one way of planting."""
    return [fault for rule in rules for fault in _of_rule(documents, rule, seed, each)]


def _of_rule(documents: Sequence[Written], rule: str, seed: int, each: int) -> list[Planted]:
    ways = [_faults(documents, planter, seed) for planter in PLANTERS if planter.rule == rule]
    found: list[Planted] = []
    while ways and len(found) < each:
        for way in list(ways):
            fault = next(way, None)
            if fault is None:
                ways.remove(way)
            elif len(found) < each:
                found.append(fault)
    return found


def _faults(documents: Sequence[Written], planter: Planter, seed: int) -> Iterator[Planted]:
    chance = random.Random(f"{seed}-{planter.rule}-{planter.how}")
    for document in chance.sample(documents, len(documents)):
        fault = planter(document, chance)
        if fault is not None:
            yield fault

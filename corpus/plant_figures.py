"""Faults in figures: totals, scores, differences, highest and lowest, levels, weights, targets."""

import random
from dataclasses import replace
from decimal import Decimal

from corpus.marks import Mark
from corpus.planting import Fault, changed, has_all_indicators, of_kind, other_digit, planter, swapped_digits
from corpus.styles import Written
from prongsai.framework import Levels

_TARGETS = ("80", "75", "90", "70")
_WITH_A_SCORE = ("total-mismatch", "change-mismatch", "extreme-mismatch", "level-mismatch", "level-table", "uncovered-weakness")


@planter("total-mismatch", "one digit of the total", "level-mismatch", "change-mismatch")
def total_digit(written: Written, chance: random.Random) -> Fault | None:
    """Every mention of the total has the same wrong digit."""
    return _total(written, lambda text: other_digit(text, chance))


@planter("total-mismatch", "two digits of the total swapped", "level-mismatch", "change-mismatch")
def total_swapped(written: Written, chance: random.Random) -> Fault | None:
    """Every mention of the total has the same two digits swapped."""
    return _total(written, lambda text: swapped_digits(text, chance))


@planter("total-mismatch", "one digit of an indicator", "indicator-mismatch", "level-mismatch", "uncovered-weakness")
def total_from_indicator(written: Written, chance: random.Random) -> Fault | None:
    """An indicator that stands in the document with one score has a wrong one."""
    totals = of_kind(written, "total")
    if not totals or not has_all_indicators(written) or of_kind(written, "change"):
        return None
    case = written.case
    shown = {one.about[0] for end in ("high", "low", "high-value", "low-value") for one in of_kind(written, end)}
    nodes = [node for node in case.indicators if node not in shown and case.scores[node] > 86]
    chance.shuffle(nodes)
    for node in nodes:
        places = _scores(written, node)
        new = other_digit(places[0].text, chance)
        if _keeps_order(written, node, Decimal(new)):
            return Fault(changed(written, places, new), (new, totals[0].text), (node,))
    return None


def _total(written: Written, wrong: object) -> Fault | None:
    totals = of_kind(written, "total", "total", str(written.case.year))
    if not totals or not has_all_indicators(written):
        return None
    assert callable(wrong)
    new = wrong(totals[0].text)
    return Fault(changed(written, totals, new), (new,)) if new and _same_level(written, Decimal(new)) else None


def _same_level(written: Written, total: Decimal) -> bool:
    """Whether the wrong total stays on its side of every bound, so that level and target still fit it."""
    levels = written.case.way.framework.levels
    real = written.case.scores["total"]
    return levels is None or all((step.total_from <= total) == (step.total_from <= real) for step in levels.steps)


def _keeps_order(written: Written, node: str, score: Decimal) -> bool:
    case = written.case
    others = [case.scores[one] for one in case.indicators if one != node]
    group = [case.scores[one] for one in case.of(case.way.framework.indicators[int(node)].instrument) if one != node]
    inside = min(others) < score < max(others) and min(group) <= score <= max(group)
    return inside and score > 85 and abs(score - case.scores[node]) > Decimal("0.3")


def _scores(written: Written, node: str) -> list[Mark]:
    return of_kind(written, "score", node, str(written.case.year))


@planter("indicator-mismatch", "one digit where it is repeated", *_WITH_A_SCORE)
def score_digit(written: Written, chance: random.Random) -> Fault | None:
    """One of several mentions of a score has a wrong digit."""
    return _repeated(written, chance, other_digit)


@planter("indicator-mismatch", "two digits swapped where it is repeated", *_WITH_A_SCORE)
def score_swapped(written: Written, chance: random.Random) -> Fault | None:
    """One of several mentions of a score has two digits swapped."""
    return _repeated(written, chance, swapped_digits)


@planter("indicator-mismatch", "two totals", *_WITH_A_SCORE)
def two_totals(written: Written, chance: random.Random) -> Fault | None:
    """One of two mentions of the total has a wrong digit."""
    totals = of_kind(written, "total", "total", str(written.case.year))
    if len(totals) < 2:
        return None
    one = chance.choice(totals)
    new = other_digit(one.text, chance)
    return Fault(changed(written, [one], new), (new, one.text))


def _repeated(written: Written, chance: random.Random, wrong: object) -> Fault | None:
    nodes = [node for node in written.case.indicators if len(_scores(written, node)) > 1]
    if not nodes:
        return None
    assert callable(wrong)
    node = chance.choice(nodes)
    one = chance.choice(_scores(written, node))
    new = wrong(one.text, chance)
    return Fault(changed(written, [one], new), (new, one.text), (node,)) if new else None


@planter("change-mismatch", "one digit of a difference")
def change_digit(written: Written, chance: random.Random) -> Fault | None:
    """One printed difference has a wrong digit."""
    places = of_kind(written, "change")
    if not places:
        return None
    one = chance.choice(places)
    sign = one.text[0] if one.text[0] in "+-" else ""
    figure = one.text.removeprefix(sign)
    new = sign + _other_difference(figure, chance)
    return Fault(changed(written, [one], new), (new,), (one.about[0],))


@planter("change-mismatch", "the sign of a difference")
def change_sign(written: Written, chance: random.Random) -> Fault | None:
    """A rise is printed as a fall, or the reverse."""
    places = [one for one in of_kind(written, "change") if one.text[0] in "+-"]
    if not places:
        return None
    one = chance.choice(places)
    new = ("-" if one.text[0] == "+" else "+") + one.text[1:]
    return Fault(changed(written, [one], new), (new,), (one.about[0],))


@planter("change-mismatch", "the word for a difference")
def change_word(written: Written, chance: random.Random) -> Fault | None:
    """The word says that a score rose where it fell, or the reverse."""
    places = of_kind(written, "way")
    if not places:
        return None
    one = chance.choice(places)
    new = "ลดลง" if one.text == "เพิ่มขึ้น" else "เพิ่มขึ้น"
    return Fault(changed(written, [one], new), (new,), (one.about[0],))


def _other_difference(figure: str, chance: random.Random) -> str:
    place = chance.choice([number for number, letter in enumerate(figure[:-1]) if letter.isdigit()])
    return figure[:place] + chance.choice([one for one in "123456789" if one != figure[place]]) + figure[place + 1 :]


@planter("extreme-mismatch", "another indicator as the highest", "indicator-mismatch", "total-mismatch")
def highest(written: Written, chance: random.Random) -> Fault | None:
    """The highest is said to be one that is not."""
    return _extreme(written, chance, "high")


@planter("extreme-mismatch", "another indicator as the lowest", "indicator-mismatch", "total-mismatch")
def lowest(written: Written, chance: random.Random) -> Fault | None:
    """The lowest is said to be one that is not."""
    return _extreme(written, chance, "low")


@planter("extreme-mismatch", "another score as the highest or lowest", "indicator-mismatch")
def extreme_value(written: Written, chance: random.Random) -> Fault | None:
    """The highest or lowest score is given with another indicator's figure."""
    places = [*of_kind(written, "high-value"), *of_kind(written, "low-value")]
    if not places or not has_all_indicators(written):
        return None
    one = chance.choice(places)
    node = chance.choice([other for other in written.case.indicators if other not in _extremes_of_any(written)])
    new = f"{written.case.scores[node]:.2f}"
    return Fault(changed(written, [one], new), (new,), (one.about[0],))


def _extreme(written: Written, chance: random.Random, end: str) -> Fault | None:
    places = of_kind(written, end)
    if not places:
        return None
    case, one = written.case, chance.choice(places)
    among = case.indicators if one.about[1] == "all" else case.of(one.about[1])
    node = chance.choice([other for other in among if other not in _extremes_of_any(written)])
    new = f"ตัวชี้วัดที่ {node} {case.way.framework.indicators[int(node)].name.th}"
    return Fault(changed(written, [one], new), (new,), (node,))


def _extremes_of_any(written: Written) -> set[str]:
    """The indicators that are the highest or the lowest of all, or of their own instrument, which a claim could mean."""
    case = written.case
    groups = [case.indicators, *(case.of(instrument) for instrument in ("IIT", "EIT", "OIT"))]
    return {pick(group) for group in groups for pick in (case.highest, case.lowest)}


@planter("level-mismatch", "another level")
def level(written: Written, chance: random.Random) -> Fault | None:
    """The level is one that the printed total excludes."""
    places, levels = of_kind(written, "level"), written.case.way.framework.levels
    if not places or levels is None:
        return None
    new = chance.choice(_impossible(levels, written.case.scores["total"]))
    return Fault(changed(written, places, new), (new,))


def _impossible(levels: Levels, total: Decimal) -> list[str]:
    """The levels whose totals are others than this one's."""
    reached = [step.total_from for step in levels.steps if step.total_from <= total]
    passing = {step.code for step in levels.steps if step.passed}
    lowest_pass = min(step.total_from for step in levels.steps if step.passed)
    return [
        step.code
        for step in levels.steps
        if step.total_from > total
        or (step.total_from < max(reached) and not (step.code in passing and step.total_from == lowest_pass and step.each_from is None))
    ]


@planter("level-table", "a bound of the table", "target-mismatch")
def band(written: Written, chance: random.Random) -> Fault | None:
    """A bound of a level is another one: a gap, an overlap, or not the year's."""
    places = [one for one in of_kind(written, "band") if one.text not in ("100.00", "0.00")]
    if not places:
        return None
    one = chance.choice(places)
    new = f"{float(one.text) + chance.choice((-5, -2, 3)):.2f}"
    return Fault(changed(written, [one], new), ())


@planter("weight-mismatch", "one weight")
def weight(written: Written, chance: random.Random) -> Fault | None:
    """One weight is another, and the weights no longer add up to 100."""
    places = of_kind(written, "weight")
    if not places:
        return None
    one = chance.choice(places)
    new = chance.choice([text for text in ("20", "25", "35", "50") if text != one.text])
    return Fault(changed(written, [one], new))


@planter("weight-mismatch", "two weights swapped")
def weights_swapped(written: Written, chance: random.Random) -> Fault | None:
    """Two instruments have each other's weight."""
    places = {one.about[0]: one for one in of_kind(written, "weight")}
    if len(places) < 3:
        return None
    first, second = places[chance.choice(("IIT", "EIT"))], places["OIT"]
    document = changed(replace(written, marked=changed(written, [first], second.text)), [second], first.text)
    return Fault(document)


@planter("target-mismatch", "another target")
def target(written: Written, chance: random.Random) -> Fault | None:
    """The target is stated with another value in one place."""
    places = of_kind(written, "target")
    if not places:
        return None
    one = chance.choice(places)
    return Fault(changed(written, [one], chance.choice(_TARGETS)))


@planter("results-mismatch", "one indicator of the results", "uncovered-weakness")
def results(written: Written, chance: random.Random) -> Fault | None:
    """The agency's own results hold another score than the document."""
    if not has_all_indicators(written):
        return None
    case = written.case
    node = chance.choice(case.indicators)
    new = Decimal(other_digit(f"{case.scores[node]:.2f}", chance))
    scores = replace(case.results.scores, indicators={**case.results.scores.indicators, int(node): new})
    return Fault(written.marked, (f"{new}", f"{case.scores[node]:.2f}"), (node,), replace(case.results, scores=scores))

"""The level: the first of the year's ordered conditions that holds, and how certain that is."""

from dataclasses import dataclass
from decimal import Decimal

from prongsai.framework import Framework, LevelStep
from prongsai.scoring.bounds import total_bounds
from prongsai.scoring.node import Node
from prongsai.scoring.rounding import rounded
from prongsai.words import Words

_NO_TOTAL = Words("ยังไม่มีคะแนนรวม", "there is no total yet")
_NO_LEVELS = Words("ยังไม่พบเกณฑ์ระดับของปีนี้", "the levels of this year are not known")


@dataclass(frozen=True)
class Level:
    """A level with what decided it.

    `certain` is False where a missing score could change it: then `code` is the published level if what is known allows it, else
    the best that what is known allows, `possible` are all that it allows and `undecided` the scores that would decide.
    """

    code: str | None
    name: Words | None
    passed: bool | None
    certain: bool
    because: Words
    possible: tuple[str, ...] = ()
    undecided: tuple[str, ...] = ()


def level_of(framework: Framework, nodes: dict[str, Node], published: str | None = None) -> Level:
    """The level that the scores of a sheet give."""
    if framework.levels is None:
        return Level(published, None, None, False, _NO_LEVELS)
    total = nodes["total"].shown
    if total is None:
        return _without_total(framework, nodes, published)
    possible, undecided = _possible(framework, nodes, total)
    certain = len(possible) == 1
    steps = {step.code: step for step in framework.levels.steps}
    chosen = steps[published] if published in {step.code for step in possible} and published else possible[0]
    because = _because(framework, nodes, chosen, total) if certain else _uncertain(possible, undecided, total, published)
    return Level(chosen.code, chosen.name.words, chosen.passed, certain, because, tuple(step.code for step in possible), undecided)


def compared_scores(framework: Framework, nodes: dict[str, Node]) -> dict[str, Decimal | None]:
    """The scores that a level compares one by one, as printed; a part without score stands in with its instrument where that is lower."""
    fact = framework.levels.compared if framework.levels else None
    return {code: nodes[code].shown for code in (fact.value if fact and fact.value else ())}


def below(framework: Framework, nodes: dict[str, Node], mark: Decimal) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The compared scores below a mark, and those that are unknown.

    Parts of an instrument whose whole is below the mark cannot all reach it, so the whole counts in their place.
    """
    failing: list[str] = []
    unknown: list[str] = []
    for code, score in compared_scores(framework, nodes).items():
        whole = code.partition("-")[0]
        known = score if score is not None else nodes[whole].shown
        if known is not None and known < mark:
            failing.append(code if score is not None else whole)
        elif score is None:
            unknown.append(code)
    return tuple(dict.fromkeys(failing)), tuple(unknown)


def _possible(framework: Framework, nodes: dict[str, Node], total: Decimal) -> tuple[list[LevelStep], tuple[str, ...]]:
    """Every level that what is known allows, best first, and the unknown scores that stand between them."""
    possible: list[LevelStep] = []
    undecided: list[str] = []
    for step in framework.levels.steps if framework.levels else ():
        if total < step.total_from:
            continue
        failing, unknown = below(framework, nodes, step.each_from) if step.each_from is not None else ((), ())
        if failing:
            continue
        possible.append(step)
        undecided += [code for code in unknown if code not in undecided]
        if not unknown:
            break
    return possible, tuple(undecided)


def _without_total(framework: Framework, nodes: dict[str, Node], published: str | None) -> Level:
    """The levels that the known scores leave open, where the total itself is missing."""
    steps = framework.levels.steps if framework.levels else ()
    low, high = (rounded(bound) for bound in total_bounds(framework, nodes["total"]))
    possible: list[LevelStep] = []
    for step in steps:
        failing, unknown = below(framework, nodes, step.each_from) if step.each_from is not None else ((), ())
        if high < step.total_from or failing:
            continue
        possible.append(step)
        if low >= step.total_from and not unknown:
            break
    known = any(node.score is not None for node in nodes.values())
    missing = tuple(node.id for node in nodes.values() if node.kind in ("indicator", "instrument") and "/" not in node.id and node.score is None)
    names, codes = ", ".join(missing), " / ".join(step.code for step in possible)
    if not known or not possible:
        return Level(published, *_named(framework, published), False, _NO_TOTAL, tuple(step.code for step in steps), missing)
    chosen = next((step for step in possible if step.code == published), possible[0])
    because = Words(
        f"ยังไม่มีคะแนนรวม เพราะขาดคะแนน {names} คะแนนรวมอยู่ระหว่าง {low} ถึง {high} จึงเป็นได้ {codes}",
        f"there is no total, for {names} is missing; it lies between {low} and {high}, so {codes} is possible",
    )
    certain = len(possible) == 1
    return Level(chosen.code, chosen.name.words, chosen.passed, certain, because, tuple(step.code for step in possible), missing)


def _because(framework: Framework, nodes: dict[str, Node], step: LevelStep, total: Decimal) -> Words:
    """What decided a certain level: the total, and the scores that kept the next level away."""
    steps = framework.levels.steps if framework.levels else ()
    th, en = f"คะแนนรวม {total} ไม่ต่ำกว่า {step.total_from}", f"the total {total} is at least {step.total_from}"
    if step.each_from is not None:
        names = ", ".join(compared_scores(framework, nodes))
        th, en = f"{th} และ {names} ทุกคะแนนไม่ต่ำกว่า {step.each_from}", f"{en} and {names} are each at least {step.each_from}"
    better = steps[: steps.index(step)]
    if not better:
        return Words(th, en)
    blocking = better[-1]
    if total < blocking.total_from:
        return Words(f"{th} แต่ไม่ถึง {blocking.total_from}", f"{en} but below {blocking.total_from}")
    failing, _ = below(framework, nodes, blocking.each_from or Decimal(0))
    shown = [(code, nodes[code].shown) for code in failing]
    scores_th = " และ ".join(f"{code} ได้ {score}" for code, score in shown)
    scores_en = " and ".join(f"{code} has {score}" for code, score in shown)
    return Words(f"{th} แต่ {scores_th} ต่ำกว่า {blocking.each_from}", f"{en} but {scores_en}, below {blocking.each_from}")


def _uncertain(possible: list[LevelStep], undecided: tuple[str, ...], total: Decimal, published: str | None) -> Words:
    names, codes = ", ".join(undecided), " / ".join(step.code for step in possible)
    th = f"คะแนนรวม {total} แต่ไม่มีคะแนน {names} จึงเป็นได้ทั้ง {codes}"
    en = f"the total is {total}, but {names} is missing and would decide between {codes}"
    if published in {step.code for step in possible}:
        return Words(f"{th} ระดับที่ประกาศคือ {published}", f"{en}; the published level is {published}")
    return Words(th, en)


def _named(framework: Framework, code: str | None) -> tuple[Words | None, bool | None]:
    step = next((step for step in (framework.levels.steps if framework.levels else ()) if step.code == code), None)
    return (step.name.words, step.passed) if step else (None, None)

"""The least that must change to reach a level or a total, without the help of rounding."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import partial

from prongsai.errors import InputError, Problem
from prongsai.framework import LevelStep
from prongsai.results import Scores
from prongsai.scoring import Level, Node, Sheet, level_of, mean, rounded, score_sheet
from prongsai.words import Words


@dataclass(frozen=True, slots=True)
class Raise:
    """A score that must rise: from, to (two decimals, rounded up) and the points that the total gains, None where its weight is unknown."""

    node: str
    name: Words
    before: Decimal
    after: Decimal
    points: Decimal | None


@dataclass(frozen=True)
class Way:
    """A way to a target. `unknown` are scores without value that the target also asks for."""

    reachable: bool
    total_after: Decimal | None
    level_after: Level
    changes: tuple[Raise, ...]
    unknown: tuple[str, ...] = ()
    because: Words | None = None


def way_to_total(sheet: Sheet, total: Decimal) -> Way:
    """The smallest sum of rises after which the total is at least `total` (0..100); raises InputError outside that."""
    if not 0 <= total <= 100:
        what = Words(f"คะแนนเป้าหมาย {total} อยู่นอกช่วง 0 ถึง 100", f"the target {total} lies outside 0 to 100")
        raise InputError(Problem("target-out-of-range", what, "--total", mend=Words("ระบุคะแนน 0 ถึง 100", "give a total from 0 to 100")))
    return _way(sheet, total, None)


def way_to_level(sheet: Sheet, code: str) -> Way:
    """The smallest sum of rises that fulfils a level's conditions; raises InputError where the year has no such level."""
    steps = {step.code: step for step in (sheet.framework.levels.steps if sheet.framework.levels else ())}
    if code not in steps:
        what = Words(f"ปี {sheet.framework.year} ไม่มีระดับ “{code}”", f"{sheet.framework.year} has no level '{code}'")
        names = ", ".join(steps)
        mend = Words(f"ใช้ {names}", f"use {names}") if names else Words("ยังไม่ทราบเกณฑ์ระดับของปีนี้ ใช้ --total แทน", "this year's levels are unknown; use --total")
        raise InputError(Problem("unknown-level", what, "--level", mend=mend))
    return _way(sheet, steps[code].total_from, steps[code])


def next_level(sheet: Sheet) -> LevelStep | None:
    """The level above the present one; None at the best, or where the level is unknown."""
    levels = sheet.framework.levels
    present = level_of(sheet.framework, sheet.nodes, sheet.scores.published_level).code
    if levels is None or present is None:
        return None
    place = next((index for index, step in enumerate(levels.steps) if step.code == present), 0)
    return levels.steps[place - 1] if place else None


def _way(sheet: Sheet, total: Decimal, step: LevelStep | None) -> Way:
    if sheet.total.computed is None:
        reason = Words("ต้องมีคะแนนตัวชี้วัดหรือเครื่องมือครบ", "all indicators or instruments must be known")
        return Way(False, sheet.total.shown, level_of(sheet.framework, sheet.nodes, sheet.scores.published_level), (), (), sheet.total.reason or reason)
    leaves = _Leaves(sheet)
    unknown: tuple[str, ...] = ()
    if step is not None and step.each_from is not None:
        unknown = leaves.lift_compared(Fraction(step.each_from))
    leaves.lift_total(Fraction(total))
    return leaves.way(unknown)


class _Leaves:
    """The lowest scores that the total is computed from, and how far each has been raised.

    The total grows most where the share is largest, and inside one instrument all shares are alike: first what a level demands of
    single instruments, then the largest shares, gives the least sum of rises. Among equals the lowest score rises first.
    """

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._nodes = [node for instrument in sheet.instruments for node in _leaves(instrument)]
        self._now = {node.id: node.score or Fraction(0) for node in self._nodes}
        self._parts: list[tuple[Node, Fraction]] = []

    def lift_compared(self, mark: Fraction) -> tuple[str, ...]:
        """Raises every instrument to the mark; names the parts whose scores nobody knows."""
        fact = self._sheet.framework.levels.compared if self._sheet.framework.levels else None
        codes = fact.value if fact and fact.value else ()
        for code in dict.fromkeys(code.partition("-")[0] for code in codes):
            if _reached(self._sheet.nodes[code], mark):
                continue
            nodes = _leaves(self._sheet.nodes[code])
            self._lift(nodes, partial(self._lacking, nodes, mark), Fraction(1, len(nodes)))
        parts = [node for code in codes if (node := self._sheet.nodes[code]).kind == "part"]
        self._parts = [(node, mark) for node in parts if node.score is not None and not _reached(node, mark)]
        return tuple(code for code in codes if self._sheet.nodes[code].score is None)

    def lift_total(self, total: Fraction) -> None:
        """Raises the largest shares until the total is reached, as it is printed."""
        if rounded(self._total()) >= total:
            return
        groups: dict[Fraction, list[Node]] = {}
        for node in self._nodes:
            groups.setdefault(node.share or Fraction(0), []).append(node)
        for share in sorted(groups, reverse=True):
            self._lift(groups[share], lambda: total - self._total(), share)

    def way(self, unknown: tuple[str, ...]) -> Way:
        """The rises in figures, and the total and level after them."""
        after = {node.id: _up(self._now[node.id]) for node in self._nodes}
        raised = tuple(
            Raise(
                node.id,
                node.name,
                rounded(node.score or Fraction(0)),
                after[node.id],
                rounded((node.share or 0) * (Fraction(after[node.id]) - (node.score or 0))),
            )
            for node in self._nodes
            if self._now[node.id] > (node.score or 0)
        )
        raised += tuple(_raised_part(node, mark) for node, mark in self._parts)
        sheet = score_sheet(self._sheet.framework, self._scores_after({one.node: one.after for one in raised}))
        return Way(True, sheet.total.shown, level_of(sheet.framework, sheet.nodes), raised, unknown)

    def _lift(self, nodes: list[Node], lacking: Callable[[], Fraction], worth: Fraction) -> None:
        for node in sorted(nodes, key=lambda one: self._now[one.id]):
            need = lacking()
            if need <= 0 or worth == 0:
                return
            self._now[node.id] = min(Fraction(100), self._now[node.id] + need / worth)

    def _lacking(self, nodes: list[Node], mark: Fraction) -> Fraction:
        return mark - mean([self._now[node.id] for node in nodes])

    def _total(self) -> Fraction:
        return sum(((node.share or Fraction(0)) * self._now[node.id] for node in self._nodes), Fraction(0))

    def _scores_after(self, raised: dict[str, Decimal]) -> Scores:
        scores = self._sheet.scores
        indicators = {**scores.indicators, **{int(code): score for code, score in raised.items() if code.isdigit()}}
        touched = {self._sheet.framework.indicators[int(code)].instrument for code in raised if code.isdigit()}
        instruments = {code: score for code, score in scores.instruments.items() if code not in touched}
        instruments |= {code: score for code, score in raised.items() if code in self._sheet.framework.instruments}
        parts = {**scores.parts, **{code: score for code, score in raised.items() if code in self._sheet.framework.parts}}
        return replace(scores, indicators=indicators, parts=parts, instruments=instruments, published_total=None, published_level=None)


def _leaves(instrument: Node) -> list[Node]:
    """The indicators of an instrument if its score follows from them, else the instrument itself."""
    indicators = [child for child in instrument.children if child.kind == "indicator"]
    known = bool(indicators) and all(child.score is not None and child.share is not None for child in indicators)
    return indicators if known and instrument.basis == "computed" else [instrument]


def _reached(node: Node, mark: Fraction) -> bool:
    """Whether a score, as it is printed, is at least the mark."""
    return node.shown is not None and node.shown >= mark


def _raised_part(node: Node, mark: Fraction) -> Raise:
    """A part that must reach the mark by itself; what it adds to the total is known only with its weight."""
    points = None if node.share is None else rounded(node.share * (mark - (node.score or 0)))
    return Raise(node.id, node.name, node.shown or Decimal(0), _up(mark), points)


def _up(score: Fraction) -> Decimal:
    """Rounded up to two decimals, so that the target is surely reached."""
    shown = rounded(score)
    return shown if Fraction(shown) >= score else shown + Decimal("0.01")

"""Single digits that would mend a published total: which figure was misread or mistyped."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from prongsai.framework import Framework
from prongsai.results import Scores
from prongsai.scoring.sheet import Sheet, score_sheet

_TOLERANCE = Decimal("0.01")
_NEAR = Fraction(5, 100)


@dataclass(frozen=True, slots=True)
class Misprint:
    """One figure with one digit changed; `indicator` is None where the figure is the total itself (node "total")."""

    node: str
    printed: Decimal
    would_be: Decimal
    off: Decimal

    @property
    def indicator(self) -> int | None:
        """The number of the indicator, if the figure is one."""
        return int(self.node) if self.node.isdigit() else None


def total_agrees(sheet: Sheet) -> bool | None:
    """Whether the published total follows from the scores to within 0.01; None where either is missing."""
    published, computed = sheet.scores.published_total, sheet.computed_total
    return None if published is None or computed is None else abs(published - computed) <= _TOLERANCE


def misprints(framework: Framework, scores: Scores) -> tuple[Misprint, ...]:
    """Every change of one digit of one indicator, or of the total, after which the total follows; the closest first.

    Empty where the total agrees or cannot be computed.
    """
    sheet = score_sheet(framework, scores)
    if total_agrees(sheet) is not False or scores.published_total is None or sheet.computed_total is None:
        return ()
    found = [
        Misprint("total", scores.published_total, other, abs(other - sheet.computed_total))
        for other in _neighbours(scores.published_total)
        if abs(other - sheet.computed_total) <= _TOLERANCE
    ]
    lacking = Fraction(scores.published_total - sheet.computed_total)
    for number, printed in scores.indicators.items():
        share = sheet.nodes[str(number)].share or Fraction(0)
        for other in _neighbours(printed):
            if abs(share * Fraction(other - printed) - lacking) > _NEAR:
                continue
            changed = score_sheet(framework, replace(scores, indicators={**scores.indicators, number: other})).computed_total
            if changed is not None and abs(changed - scores.published_total) <= _TOLERANCE:
                found.append(Misprint(str(number), printed, other, abs(changed - scores.published_total)))
    return tuple(sorted(found, key=lambda one: (one.off, one.node == "total")))


def _neighbours(figure: Decimal) -> Iterator[Decimal]:
    """The figures 0..100 that differ from this one in exactly one printed digit."""
    text = f"{figure:05.2f}"
    for place, digit in enumerate(text):
        if digit == ".":
            continue
        for other in "0123456789":
            changed = text[:place] + other + text[place + 1 :]
            if other != digit and not (len(changed) > 5 and changed[0] == "0") and Decimal(changed) <= 100:
                yield Decimal(changed)

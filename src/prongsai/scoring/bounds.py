"""Between which scores a node must lie when some of those below it are missing: every missing score is 0 to 100."""

from decimal import Decimal
from fractions import Fraction

from prongsai.framework import Framework
from prongsai.scoring.node import Node
from prongsai.scoring.rounding import rounded

_ANY = (Fraction(0), Fraction(100))

Bounds = tuple[Fraction, Fraction]


def total_bounds(framework: Framework, total: Node) -> Bounds:
    """The least and the greatest total that the known scores allow; 0 to 100 where a weight is unknown."""
    low = high = Fraction(0)
    for rule in framework.rules.instruments:
        node = next(child for child in total.children if child.id == rule.code)
        if rule.weight.value is None:
            return _ANY
        share = Fraction(rule.weight.value) / 100
        least, most = _bounds(node, averaged=rule.combine.value is not None)
        low, high = low + share * least, high + share * most
    return low, high


def possible_total(framework: Framework, total: Node, published: Decimal) -> bool:
    """Whether a published total lies within what the known scores allow, to 0.01."""
    low, high = total_bounds(framework, total)
    return rounded(low) - Decimal("0.01") <= published <= rounded(high) + Decimal("0.01")


def _bounds(node: Node, *, averaged: bool) -> Bounds:
    if node.score is not None:
        return node.score, node.score
    below = [child for child in node.children if child.kind == "indicator"]
    if not averaged or not below:
        return _ANY
    known = [child.score for child in below if child.score is not None]
    missing = len(below) - len(known)
    total = sum(known, Fraction(0))
    return total / len(below), (total + 100 * missing) / len(below)

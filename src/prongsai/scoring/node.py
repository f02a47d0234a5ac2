"""A node of the score sheet: total, instrument, part, indicator, sub-indicator or item."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from prongsai.scoring.rounding import rounded
from prongsai.words import Words

Kind = Literal["total", "instrument", "part", "indicator", "sub_indicator", "item"]
Basis = Literal["published", "computed"]


@dataclass(frozen=True, slots=True)
class Node:
    """One score of the sheet with where it comes from.

    `score` is exact (0..100) or None with `reason`. `basis` says whether the assessor published it or it was computed from
    below. `given` and `computed` keep both where both are known. `share` is what the total gains when this score gains one
    point, None with `share_reason` where a rule in between is unknown.
    """

    id: str
    kind: Kind
    name: Words
    score: Fraction | None = None
    basis: Basis | None = None
    reason: Words | None = None
    given: Decimal | None = None
    computed: Fraction | None = None
    share: Fraction | None = None
    share_reason: Words | None = None
    children: tuple["Node", ...] = ()

    @property
    def shown(self) -> Decimal | None:
        """The score as printed: two decimals, rounded once."""
        return None if self.score is None else rounded(self.score)

    @property
    def stake(self) -> Decimal | None:
        """What the total gains when this score reaches 100, to two decimals; None where score or share is unknown."""
        if self.score is None or self.share is None:
            return None
        return rounded(self.share * (100 - self.score))

    @property
    def disagrees(self) -> bool:
        """Whether the published score does not follow from the scores below by more than 0.01."""
        return self.given is not None and self.computed is not None and abs(rounded(self.computed) - self.given) > Decimal("0.01")

    def walk(self) -> Iterator["Node"]:
        """This node and all below it, top down."""
        yield self
        for child in self.children:
            yield from child.walk()

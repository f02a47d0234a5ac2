"""Points at stake: what the total gains when a score reaches 100."""

from dataclasses import dataclass
from decimal import Decimal

from prongsai.scoring import Sheet
from prongsai.words import Words


@dataclass(frozen=True, slots=True)
class Stake:
    """A node with its score and the points it would add to the total."""

    node: str
    kind: str
    name: Words
    score: Decimal
    points: Decimal


def stakes(sheet: Sheet) -> tuple[Stake, ...]:
    """Every node below the total whose score and share are known, the most points first."""
    found = [
        Stake(node.id, node.kind, node.name, node.shown, node.stake)
        for node in sheet.total.walk()
        if node.kind != "total" and node.shown is not None and node.stake is not None
    ]
    return tuple(sorted(found, key=lambda one: -one.points))

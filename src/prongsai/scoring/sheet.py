"""The score sheet of an agency's year as a tree that can start at any level."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from prongsai.framework import Framework
from prongsai.results import Scores
from prongsai.scoring.grow import grow
from prongsai.scoring.node import Node
from prongsai.scoring.rounding import rounded
from prongsai.words import Words


@dataclass(frozen=True)
class Sheet:
    """The tree of scores with the rules and the figures it was grown from."""

    framework: Framework
    scores: Scores
    total: Node

    @cached_property
    def nodes(self) -> dict[str, Node]:
        """Every node by its id: total, IIT, EIT-1, 4, 9.1, o12, EIT-2/e3."""
        return {node.id: node for node in self.total.walk()}

    @property
    def indicators(self) -> tuple[Node, ...]:
        """The indicators in order, with or without score."""
        return tuple(self.nodes[str(number)] for number in self.framework.indicators)

    @property
    def instruments(self) -> tuple[Node, ...]:
        """The instruments in order."""
        return tuple(self.nodes[code] for code in self.framework.instruments)

    @property
    def parts(self) -> tuple[Node, ...]:
        """The parts of instruments in order."""
        return tuple(self.nodes[code] for code in self.framework.parts)

    @property
    def missing(self) -> tuple[tuple[str, Words], ...]:
        """Nodes above the items that have no score, with the reason."""
        return tuple((node.id, node.reason) for node in self.total.walk() if node.score is None and node.reason and node.kind != "item" and "/" not in node.id)

    @property
    def missing_by_reason(self) -> dict[Words, list[str]]:
        """The same, gathered by reason."""
        found: dict[Words, list[str]] = {}
        for node, reason in self.missing:
            found.setdefault(reason, []).append(node)
        return found

    @property
    def disagreements(self) -> tuple[Node, ...]:
        """Nodes whose published score does not follow from the scores below."""
        return tuple(node for node in self.total.walk() if node.disagrees and node.kind != "total")

    @property
    def computed_total(self) -> Decimal | None:
        """The total that follows from the scores below, rounded once; None where it does not follow."""
        return None if self.total.computed is None else rounded(self.total.computed)


def score_sheet(framework: Framework, scores: Scores) -> Sheet:
    """The sheet of one agency's year: published scores are taken, the rest is computed where the rules are known."""
    return Sheet(framework, scores, grow(framework, scores))

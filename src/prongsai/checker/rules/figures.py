"""The scores that a document prints for one fiscal year, node by node, and what follows from them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from prongsai.checker.fact import Facts, ScoreFact
from prongsai.checker.rules.nearness import half_unit, places_of, same_figure
from prongsai.framework import Framework
from prongsai.results import Scores

_SURE = 0.5
_BOUND = re.compile(r"(?:เป้าหมาย|เกณฑ์|แผนแม่บท|ไม่ต่ำกว่า|ไม่น้อยกว่า|มากกว่า|สูงกว่า|ต่ำกว่า|น้อยกว่า|ตั้งแต่|at least|below|above|target of)[^\d\n]{0,30}$", re.IGNORECASE)
_TWO_PLACES = Decimal("0.01")


@dataclass(frozen=True)
class Figures:
    """What is printed for a year (B.E.; None in a document without years): for each node every statement that was read surely enough, in order of reading."""

    year: int | None
    facts: dict[str, tuple[ScoreFact, ...]] = field(default_factory=dict)

    def fact(self, node: str) -> ScoreFact | None:
        """The statement that counts: the first in a table, else the first."""
        return min(self.facts.get(node, ()), key=lambda fact: not fact.table, default=None)

    def value(self, node: str) -> Decimal | None:
        """The score that counts, None where none is printed."""
        fact = self.fact(node)
        return fact.value if fact else None

    def values(self, node: str) -> tuple[Decimal, ...]:
        """Every score printed for the node that is not the same figure in another rounding, the one that counts first."""
        found: list[Decimal] = []
        for fact in sorted(self.facts.get(node, ()), key=lambda fact: not fact.table):
            if not any(same_figure(fact.value, other) for other in found):
                found.append(fact.value)
        return tuple(found)

    @cached_property
    def indicators(self) -> dict[str, Decimal]:
        """The scores of the indicators that are printed."""
        return {node: fact.value for node in self.facts if node.isdigit() and (fact := self.fact(node))}

    def slack(self, nodes: dict[str, Decimal]) -> Decimal:
        """How far a mean of these figures may be off because they were printed with fewer than two decimals."""
        places = max((places_of(value) for value in nodes.values()), default=2)
        return _TWO_PLACES if places >= 2 else _TWO_PLACES + half_unit(Decimal(1).scaleb(-places))

    def scores(self, framework: Framework, changed: dict[str, Decimal] | None = None) -> Scores:
        """The scores as a sheet takes them; `changed` puts other values in for nodes, a node without rules is left out."""
        values = {node: fact.value for node in self.facts if (fact := self.fact(node))} | (changed or {})
        return Scores(
            framework.year,
            indicators={int(node): value for node, value in values.items() if node.isdigit() and int(node) in framework.indicators},
            parts={node: value for node, value in values.items() if node in framework.parts},
            instruments={node: value for node, value in values.items() if node in framework.instruments},
            items={node: value for node, value in values.items() if _is_item(framework, node)},
            published_total=values.get("total"),
        )


def figures_of(facts: Facts) -> dict[int | None, Figures]:
    """The figures by year. A score without a year counts for the year assessed where the document prints those of no other year, and is left out elsewhere."""
    stated = [fact for fact in facts.scores if fact.confidence >= _SURE and not _is_bound(fact)]
    years = {fact.year for fact in stated} - {None}
    found: dict[int | None, dict[str, list[ScoreFact]]] = {}
    for fact in stated:
        year = fact.year if fact.year is not None else facts.assessed
        if fact.year is not None or years <= {facts.assessed}:
            found.setdefault(year, {}).setdefault(fact.node, []).append(fact)
    return {year: Figures(year, {node: tuple(entries) for node, entries in nodes.items()}) for year, nodes in found.items()}


def readings(figures: Figures, nodes: tuple[str, ...]) -> Iterator[dict[str, Decimal]]:
    """What to put in for nodes that are printed with several scores: first nothing, then each other score of one node at a time."""
    yield {}
    for node in nodes:
        yield from ({node: value} for value in figures.values(node)[1:])


def _is_bound(fact: ScoreFact) -> bool:
    """Whether a sentence compares with the figure rather than states it (สูงกว่าค่าเป้าหมาย 85 คะแนน), or it is the number of a heading."""
    if fact.table or fact.span is None:
        return False
    before = fact.passage.text[: fact.span[0]]
    none = not fact.value and not fact.node[0].islower()
    return none or (not before and fact.passage.kind == "heading") or bool(_BOUND.search(before))


def _is_item(framework: Framework, node: str) -> bool:
    """Whether it is an item as results write it: an EIT item with its part where the year has parts."""
    part, _, code = node.rpartition("/")
    return code in framework.items and (part in framework.parts if part else code[0] != "e" or not framework.parts)

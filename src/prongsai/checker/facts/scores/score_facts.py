"""Everything that a document states about scores: scores, differences, extremes, levels, weights and targets."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from prongsai.checker.fact import ChangeFact, ExtremeFact, Fact, LevelFact, LevelTable, Oddity, ScoreFact, TargetFact, WeightFact
from prongsai.checker.facts.scores.flattened import Heads, heads_below
from prongsai.checker.facts.scores.levels import level_lists, level_table
from prongsai.checker.facts.scores.scopes import scoped
from prongsai.checker.facts.scores.sentences import Setting
from prongsai.checker.facts.scores.statements import statements_in
from prongsai.checker.facts.scores.tables import facts_in_table
from prongsai.checker.nodes import Names
from prongsai.checker.outline import Outline, Passage

_Kind = TypeVar("_Kind", bound=Fact)


@dataclass(frozen=True)
class ScoreFacts:
    """The statements about scores by their kind, each in the order of reading."""

    scores: tuple[ScoreFact, ...] = ()
    changes: tuple[ChangeFact, ...] = ()
    extremes: tuple[ExtremeFact, ...] = ()
    levels: tuple[LevelFact, ...] = ()
    level_tables: tuple[LevelTable, ...] = ()
    weights: tuple[WeightFact, ...] = ()
    targets: tuple[TargetFact, ...] = ()
    oddities: tuple[Oddity, ...] = ()


def score_facts(outline: Outline, assessed: int | None) -> ScoreFacts:
    """What a document states about scores; figures whose own words, table or chapter name no year are of the year `assessed` (B.E.)."""
    found = [*_all(outline, Names.of(assessed), assessed), *level_lists(outline.prose)]
    return ScoreFacts(
        _of(found, ScoreFact),
        _of(found, ChangeFact),
        _of(found, ExtremeFact),
        _of(found, LevelFact),
        _of(found, LevelTable),
        _of(found, WeightFact),
        _of(found, TargetFact),
        _of(found, Oddity),
    )


def _all(outline: Outline, names: Names, assessed: int | None) -> Iterator[Fact]:
    heads: Heads = ()
    for part, scope in scoped(outline, names, assessed):
        setting = Setting(names, assessed, scope, heads=heads)
        heads = heads_below(part.text, heads) if isinstance(part, Passage) else ()
        if isinstance(part, Passage):
            yield from statements_in(part, setting)
        elif levels := level_table(part):
            yield levels
        else:
            yield from facts_in_table(part, setting)


def _of(found: Iterable[Fact], kind: type[_Kind]) -> tuple[_Kind, ...]:
    return tuple(fact for fact in found if isinstance(fact, kind))

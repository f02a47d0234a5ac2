"""All statements about scores in one passage, whatever their kind."""

from collections.abc import Iterator

from prongsai.checker.fact import Fact
from prongsai.checker.facts.scores.extremes import extremes_in
from prongsai.checker.facts.scores.levels import levels_in
from prongsai.checker.facts.scores.sentences import Setting, scores_in
from prongsai.checker.facts.scores.weights import targets_in, weights_in
from prongsai.checker.outline import Passage


def statements_in(passage: Passage, setting: Setting) -> Iterator[Fact]:
    """Scores, differences, extremes, levels, weights and targets that the sentences of a passage state."""
    yield from scores_in(passage, setting)
    yield from extremes_in(passage, setting)
    yield from levels_in(passage, setting)
    yield from weights_in(passage, setting)
    yield from targets_in(passage, setting)

"""Which statements are about the same measure: tables of a plan, of its summary and of its progress name it again."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from prongsai.checker.fact import MeasureFact

_NOT_LETTERS = re.compile(r"[\W\d_]+")


@dataclass
class Same:
    """Facts about one measure, in order of reading."""

    facts: list[MeasureFact]

    @property
    def reports(self) -> list[MeasureFact]:
        """Those that report on it."""
        return [fact for fact in self.facts if fact.reports]


def together(facts: Iterable[MeasureFact]) -> list[Same]:
    """Each measure once: facts of the same title in other tables, and reports on what exactly one measure before them answers."""
    found: list[Same] = []
    for fact in facts:
        same = _like(fact, found)
        if same is None:
            found.append(Same([fact]))
        else:
            same.facts.append(fact)
    return found


def _like(fact: MeasureFact, found: list[Same]) -> Same | None:
    elsewhere = [same for same in found if all(one.table is None or one.table != fact.table for one in same.facts)]
    if titled := [same for same in elsewhere if _same_title(fact, same.facts[0])]:
        return titled[0]
    planned = [same for same in elsewhere if fact.reports and not same.reports]
    tests: tuple[Callable[[MeasureFact, MeasureFact], bool], ...] = (_same_answers, _same_first)
    for test in tests:
        alike = [same for same in planned if test(fact, same.facts[0])]
        if len(alike) == 1:
            return alike[0]
    return None


def _same_title(fact: MeasureFact, other: MeasureFact) -> bool:
    bare = _NOT_LETTERS.sub("", fact.title)
    return bool(bare) and bare == _NOT_LETTERS.sub("", other.title) and (not fact.answers or not other.answers or bool(set(fact.answers) & set(other.answers)))


def _same_answers(fact: MeasureFact, other: MeasureFact) -> bool:
    return bool(fact.answers) and set(fact.answers) == set(other.answers)


def _same_first(fact: MeasureFact, other: MeasureFact) -> bool:
    return fact.answers[:1] == other.answers[:1] != ()

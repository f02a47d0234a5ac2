"""What a planted fault is, and the planters of every rule."""

import random
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Literal

from corpus.marks import Mark, bare, marks, rewritten
from corpus.styles import Written
from prongsai.document import Document
from prongsai.results import Results

Form = Literal["docx", "pdf", "txt", "html", "model"]
_NUMBER = re.compile(r"[0-9]+\.[0-9]{2}")


@dataclass(frozen=True)
class Planted:
    """A document with exactly one fault.

    A remark of `rule` counts as found where its passage or message shares one of `texts` or names one of `nodes`; where both are empty, anywhere.
    `allowed` are rules that the same fault may break too. `results` are the agency's own, where the fault is to differ from them. `lost_in` are forms that
    cannot show the fault: our PDF has no Chinese letters.
    """

    rule: str
    how: str
    written: Written
    texts: tuple[str, ...] = ()
    nodes: tuple[str, ...] = ()
    allowed: frozenset[str] = frozenset()
    results: Results | None = None
    lost_in: frozenset[Form] = frozenset()


@dataclass(frozen=True)
class Fault:
    """What a planter did: the marked document with the fault, and by what it can be known again."""

    document: Document
    texts: tuple[str, ...] = ()
    nodes: tuple[str, ...] = ()
    results: Results | None = None
    lost_in: frozenset[Form] = frozenset()


Plant = Callable[[Written, random.Random], Fault | None]


@dataclass(frozen=True)
class Planter:
    """One way to break a rule; `plant` gives None where a document has no place for it."""

    rule: str
    how: str
    plant: Plant
    allowed: frozenset[str] = field(default_factory=frozenset)

    def __call__(self, written: Written, chance: random.Random) -> Planted | None:
        """The document with the fault, or None."""
        fault = self.plant(written, chance)
        if fault is None:
            return None
        texts = tuple(bare(text) for text in fault.texts)
        return Planted(self.rule, self.how, replace(written, marked=fault.document), texts, fault.nodes, self.allowed, fault.results, fault.lost_in)


PLANTERS: list[Planter] = []


def planter(rule: str, how: str, *allowed: str) -> Callable[[Plant], Plant]:
    """Enters a function as a way to break a rule; `allowed` are rules that break along with it."""

    def entered(plant: Plant) -> Plant:
        PLANTERS.append(Planter(rule, how, plant, frozenset(allowed)))
        return plant

    return entered


def of_kind(written: Written, kind: str, *about: str) -> list[Mark]:
    """The marks of a kind whose first words about them are these."""
    return [one for one in marks(written.marked) if one.kind == kind and one.about[: len(about)] == about]


def changed(written: Written, places: Iterable[Mark], text: str) -> Document:
    """The document with the texts of these marks replaced."""
    return rewritten(written.marked, {one.place: text for one in places})


def has_all_indicators(written: Written) -> bool:
    """Whether the document prints the ten scores of the year assessed."""
    year = str(written.case.year)
    return set(written.case.indicators) <= {one.about[0] for one in of_kind(written, "score") if one.about[1] == year}


def other_digit(text: str, chance: random.Random) -> str:
    """The number with another digit, still a score."""
    for _ in range(50):
        place = chance.choice([number for number, letter in enumerate(text) if letter.isdigit()])
        digit = chance.choice([one for one in "0123456789" if one != text[place]])
        new = text[:place] + digit + text[place + 1 :]
        if _is_score(new) and abs(float(new) - float(text)) > 0.015:
            return new
    raise ValueError(f"no other digit makes a score of {text}")


def swapped_digits(text: str, chance: random.Random) -> str | None:
    """The number with two neighbouring digits in each other's place, None where that makes no other score."""
    bare_digits = [place for place, letter in enumerate(text) if letter.isdigit()]
    pairs = [(one, other) for one, other in pairwise(bare_digits) if text[one] != text[other]]
    made = [text[:one] + text[other] + text[one + 1 : other] + text[one] + text[other + 1 :] for one, other in pairs]
    fit = [new for new in made if _is_score(new) and abs(float(new) - float(text)) > 0.015]
    return chance.choice(fit) if fit else None


def _is_score(text: str) -> bool:
    return bool(_NUMBER.fullmatch(text)) and text[0] != "0" and float(text) <= 100

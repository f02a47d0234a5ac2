"""The remarks of a page by number and by passage: what links to what. Ids and addresses are made of numbers only, never of somebody's text."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from html import escape
from typing import NamedTuple

from prongsai.checker.kinds import SEVERITY_NAMES
from prongsai.checker.places import Places
from prongsai.checker.remark import DocumentRemark
from prongsai.document import Place
from prongsai.plan import Severity
from prongsai.words import Language, Words

ORDER: tuple[Severity, ...] = ("error", "warning", "note")
_BADGE = Words("ข้อสังเกตที่", "Remark")


class Numbered(NamedTuple):
    """A remark with its number on the page."""

    number: int
    remark: DocumentRemark


class Marks:
    """The remarks numbered from 1, errors first and then in the order of the document, and the passages that carry them.

    `shown` are the places that the page shows; remarks on others are `loose`. A place is marked once: `taken` gives its remarks to the first that asks.
    """

    def __init__(self, remarks: Sequence[DocumentRemark], places: Places, language: Language) -> None:
        ranked = sorted(remarks, key=lambda remark: ORDER.index(remark.severity))
        self.numbered = [Numbered(number, remark) for number, remark in enumerate(ranked, 1)]
        self.places = places
        self.language = language
        self._by_place: dict[Place, list[Numbered]] = defaultdict(list)
        for one in self.numbered:
            self._by_place[one.remark.place].append(one)
        self._passages: dict[Place, int] = {}
        self._given: set[Place] = set()

    def show(self, places: Iterable[Place]) -> bool:
        """Registers the places of a block; whether one of them has remarks and was in no block before."""
        new = [place for place in places if place in self._by_place and place not in self._passages and place != Place()]
        for place in new:
            self._passages[place] = len(self._passages) + 1
        return bool(new)

    @property
    def loose(self) -> list[Numbered]:
        """The remarks that no passage on the page carries."""
        return [one for one in self.numbered if one.remark.place not in self._passages]

    def passage_of(self, one: Numbered) -> int | None:
        """The number of the passage that carries a remark."""
        return self._passages.get(one.remark.place)

    def taken(self, place: Place) -> list[Numbered]:
        """The remarks on a place, the first time it is asked for."""
        if place not in self._passages or place in self._given:
            return []
        self._given.add(place)
        return self._by_place[place]

    def attributes(self, found: Sequence[Numbered], classes: Sequence[str] = ()) -> str:
        """The attributes of an element, with the id of the passage and the severities on it where it has remarks."""
        if not found:
            return f' class="{" ".join(classes)}"' if classes else ""
        severities = [severity for severity in ORDER if any(one.remark.severity == severity for one in found)]
        return f' class="{" ".join((*classes, "said", *severities))}" id="passage-{self.passage_of(found[0])}" tabindex="-1"'

    def badges(self, found: Sequence[Numbered]) -> str:
        """The links from a passage to its cards."""
        return "".join(
            f' <a class="badge remark {one.remark.severity}" href="#remark-{one.number}" aria-label="{self._named(one)}">{one.number}</a>' for one in found
        )

    def _named(self, one: Numbered) -> str:
        return escape(f"{_BADGE.to(self.language)} {one.number} {SEVERITY_NAMES[one.remark.severity].to(self.language)}")

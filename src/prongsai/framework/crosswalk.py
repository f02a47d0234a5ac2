"""Which items stay, move, merge, appear or end between two years, by their topics."""

from dataclasses import dataclass
from typing import Literal

from prongsai.framework.model import Framework, Item

Fate = Literal["stays", "moves", "merges", "splits", "appears", "ends", "unknown"]


@dataclass(frozen=True)
class Step:
    """What becomes of items from the earlier year (`before`) to the later (`after`), codes in the order of the manual."""

    fate: Fate
    before: tuple[str, ...]
    after: tuple[str, ...]
    topic: str | None


def crosswalk(earlier: Framework, later: Framework) -> tuple[Step, ...]:
    """The fate of every item, instrument by instrument.

    An item is followed by its main topic, else by its other ones; where another item took its topic in (`also`), it merges. An item whose matter no
    source shows, or whose year has an incomplete list on the other side, is `unknown` rather than ended or new.
    """
    steps: list[Step] = []
    for item in earlier.items.values():
        steps.append(_fate(item, later))
    reached = {code for step in steps for code in step.after}
    for item in later.items.values():
        if item.code not in reached:
            known = item.topics and earlier.list_is_complete(item.instrument)
            steps.append(Step("appears" if known else "unknown", (), (item.code,), item.topics[0] if item.topics else None))
    return tuple(steps)


def successors(item: Item, later: Framework) -> tuple[Item, ...]:
    """The items of the later year that carry on the item: by its main topic, else by the first of its other topics that goes on."""
    others = [other for other in later.items.values() if other.instrument == item.instrument]
    for topic in item.topics:
        same = [other for other in others if topic in other.topics]
        if same:
            return tuple([other for other in same if other.topics[0] == topic] or same)
    return ()


def _fate(item: Item, later: Framework) -> Step:
    topic = item.topics[0] if item.topics else None
    after = successors(item, later)
    codes = tuple(other.code for other in after)
    if topic is None or (not after and not later.list_is_complete(item.instrument)):
        return Step("unknown", (item.code,), (), topic)
    if not after:
        return Step("ends", (item.code,), (), topic)
    if len(after) > 1:
        return Step("splits", (item.code,), codes, topic)
    if after[0].topics[0] not in item.topics:
        return Step("merges", (item.code,), codes, topic)
    return Step("stays" if after[0].code == item.code else "moves", (item.code,), codes, topic)

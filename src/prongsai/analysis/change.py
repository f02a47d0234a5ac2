"""What changed between two years: scores by indicator and instrument, disclosure items through their topics."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from prongsai.framework import successors
from prongsai.scoring import Sheet
from prongsai.words import Words


@dataclass(frozen=True, slots=True)
class Change:
    """A score of last year beside this year's; `difference` is between the printed figures."""

    node: str
    name: Words
    before: Decimal
    after: Decimal

    @property
    def difference(self) -> Decimal:
        """This year minus last year."""
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class ItemChange:
    """What became of a disclosure item that lost its points in one of the two years; `before` or `after` is None where it has no counterpart."""

    topic: str
    before: str | None
    after: str | None
    fate: Literal["still_lost", "mended", "newly_lost", "new_item", "ended"]


def changes(earlier: Sheet, later: Sheet) -> tuple[Change, ...]:
    """Indicators, instruments and the total that have a score in both years, in the order of the manual."""
    found = []
    for node in (*later.indicators, *later.instruments, later.total):
        before = earlier.nodes.get(node.id)
        if before is not None and before.shown is not None and node.shown is not None:
            found.append(Change(node.id, node.name, before.shown, node.shown))
    return tuple(found)


def item_changes(earlier: Sheet, later: Sheet) -> tuple[ItemChange, ...]:
    """Disclosure items without points in either year, followed by their topics; empty where a year's list is not given."""
    lost_before, lost_after = earlier.scores.no_points, later.scores.no_points
    if lost_before is None or lost_after is None:
        return ()
    found: list[ItemChange] = []
    carried: set[str] = set()
    for item in earlier.framework.items.values():
        if item.instrument != "OIT":
            continue
        heirs = successors(item, later.framework)
        if not heirs and item.code in lost_before and later.framework.list_is_complete("OIT"):
            found.append(ItemChange(item.topics[0], item.code, None, "ended"))
        for heir in heirs:
            carried.add(heir.code)
            was, is_now = item.code in lost_before, heir.code in lost_after
            if was or is_now:
                found.append(ItemChange(item.topics[0], item.code, heir.code, "still_lost" if was and is_now else "mended" if was else "newly_lost"))
    fresh = [later.framework.items[code] for code in lost_after if code in later.framework.items and code not in carried]
    return (*found, *(ItemChange(item.topics[0], None, item.code, "new_item") for item in fresh))

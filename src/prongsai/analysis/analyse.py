"""The analysis of a year's result: strong and weak, change, gaps, stakes."""

from dataclasses import dataclass

from prongsai.analysis.change import Change, ItemChange, changes, item_changes
from prongsai.analysis.gaps import Gap, gaps, weak_nodes
from prongsai.analysis.stakes import Stake, stakes
from prongsai.scoring import Node, Sheet

_FEW = 3


@dataclass(frozen=True)
class Analysis:
    """What a result means; `earlier` is last year's sheet where it is given."""

    sheet: Sheet
    earlier: Sheet | None
    strongest: tuple[Node, ...]
    weakest: tuple[Node, ...]
    changes: tuple[Change, ...]
    item_changes: tuple[ItemChange, ...]
    gaps: tuple[Gap, ...]
    stakes: tuple[Stake, ...]

    @property
    def weak(self) -> tuple[str, ...]:
        """The nodes that measures must answer."""
        return weak_nodes(self.gaps)

    def gaps_of(self, node: str) -> tuple[Gap, ...]:
        """The reasons why a node is weak."""
        return tuple(gap for gap in self.gaps if gap.node == node)


def analyse(sheet: Sheet, earlier: Sheet | None = None, notes: dict[str, str] | None = None) -> Analysis:
    """The analysis of a sheet, beside last year's sheet and the assessor's notes where they are given."""
    ranked = sorted((node for node in sheet.indicators if node.score is not None), key=lambda node: -(node.score or 0))
    few = min(_FEW, (len(ranked) + 1) // 2)
    changed = changes(earlier, sheet) if earlier else ()
    items = item_changes(earlier, sheet) if earlier else ()
    return Analysis(sheet, earlier, tuple(ranked[:few]), tuple(reversed(ranked))[:few], changed, items, gaps(sheet, changed, notes or {}), stakes(sheet))

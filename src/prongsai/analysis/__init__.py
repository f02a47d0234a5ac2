"""What a result means: strong and weak points, change, points at stake, and the way to a target."""

from prongsai.analysis.analyse import Analysis, analyse
from prongsai.analysis.change import Change, ItemChange, changes, item_changes
from prongsai.analysis.gaps import Gap, Why, gaps, name_of, target_of, weak_nodes
from prongsai.analysis.stakes import Stake, stakes
from prongsai.analysis.target import Raise, Way, next_level, way_to_level, way_to_total

__all__ = [
    "Analysis",
    "Change",
    "Gap",
    "ItemChange",
    "Raise",
    "Stake",
    "Way",
    "Why",
    "analyse",
    "changes",
    "gaps",
    "item_changes",
    "name_of",
    "next_level",
    "stakes",
    "target_of",
    "way_to_level",
    "way_to_total",
    "weak_nodes",
]

"""From scores to the score sheet: tree, level, misprints, explanation; exact until one rounding at the end."""

from prongsai.scoring.bounds import possible_total, total_bounds
from prongsai.scoring.cases import Outcome, run_cases
from prongsai.scoring.explain import explain
from prongsai.scoring.levels import Level, below, compared_scores, level_of
from prongsai.scoring.misprints import Misprint, misprints, total_agrees
from prongsai.scoring.node import Basis, Kind, Node
from prongsai.scoring.rounding import mean, rounded
from prongsai.scoring.sheet import Sheet, score_sheet

__all__ = [
    "Basis",
    "Kind",
    "Level",
    "Misprint",
    "Node",
    "Outcome",
    "Sheet",
    "below",
    "compared_scores",
    "explain",
    "level_of",
    "mean",
    "misprints",
    "possible_total",
    "rounded",
    "run_cases",
    "score_sheet",
    "total_agrees",
    "total_bounds",
]

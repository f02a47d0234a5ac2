"""What an agency holds of a year, and the file it stands in."""

from prongsai.results.model import Agency, Measure, Progress, Results, Scores, Status
from prongsai.results.read import read_results, results_from
from prongsai.results.template import template
from prongsai.results.write import BuddhistDay, data_of, data_of_measure, in_buddhist_era, write_results

__all__ = [
    "Agency",
    "BuddhistDay",
    "Measure",
    "Progress",
    "Results",
    "Scores",
    "Status",
    "data_of",
    "data_of_measure",
    "in_buddhist_era",
    "read_results",
    "results_from",
    "template",
    "write_results",
]

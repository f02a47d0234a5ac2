"""What an agency holds of a year, and the file it stands in."""

from prongsai.results.model import Agency, Measure, Progress, Results, Scores, Status
from prongsai.results.read import read_results, results_from

__all__ = ["Agency", "Measure", "Progress", "Results", "Scores", "Status", "read_results", "results_from"]

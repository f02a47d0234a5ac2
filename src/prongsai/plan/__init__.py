"""Measures: what they must have, which weak points they answer, proposals, and what became of them."""

from prongsai.plan.coverage import Coverage, coverage, uncovered_remarks
from prongsai.plan.measure import is_vague_owner, remarks_on
from prongsai.plan.progress import STATUS_NAMES, Standing, half_and_year, report_by, standing, status_of
from prongsai.plan.propose import propose, topic_of
from prongsai.plan.remark import Remark, Severity

__all__ = [
    "STATUS_NAMES",
    "Coverage",
    "Remark",
    "Severity",
    "Standing",
    "coverage",
    "half_and_year",
    "is_vague_owner",
    "propose",
    "remarks_on",
    "report_by",
    "standing",
    "status_of",
    "topic_of",
    "uncovered_remarks",
]

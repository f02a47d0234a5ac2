"""What a report is told: one agency's year, worked out by the packages below."""

from typing import Protocol

from prongsai.analysis import Analysis
from prongsai.framework import Advice, Framework
from prongsai.plan import Coverage, Remark
from prongsai.results import Measure, Results
from prongsai.scoring import Level, Sheet


class Brief(Protocol):
    """The pipeline's way fulfils it; a report only reads."""

    @property
    def results(self) -> Results:
        """What the agency holds."""

    @property
    def framework(self) -> Framework:
        """The rules of the year assessed."""

    @property
    def advice(self) -> Advice:
        """Topics and bundles."""

    @property
    def sheet(self) -> Sheet:
        """The score sheet."""

    @property
    def earlier(self) -> Sheet | None:
        """Last year's sheet."""

    @property
    def level(self) -> Level:
        """The level."""

    @property
    def analysis(self) -> Analysis:
        """What the result means."""

    @property
    def coverage(self) -> Coverage:
        """Which weak points the agency's measures answer."""

    @property
    def additions(self) -> tuple[Measure, ...]:
        """Measures proposed for what is left open."""

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """Findings on the agency's measures."""

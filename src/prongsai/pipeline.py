"""The whole way on one page: load, score, analyse, propose."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from prongsai.analysis import Analysis, analyse
from prongsai.framework import Advice, Framework, load_advice, load_framework
from prongsai.plan import Coverage, Remark, coverage, propose, remarks_on, uncovered_remarks
from prongsai.results import Measure, Results, read_results
from prongsai.scoring import Level, Sheet, level_of, score_sheet
from prongsai.words import Language


@dataclass(frozen=True)
class Way:
    """One agency's year from its results to its measures; each step is taken when it is asked for.

    `overlay` is a folder laid over the years that ship.
    """

    results: Results
    overlay: Path | None = None
    language: Language = "th"

    @cached_property
    def framework(self) -> Framework:
        """The rules of the year assessed."""
        return load_framework(self.results.year, self.overlay)

    @cached_property
    def advice(self) -> Advice:
        """The topics and bundles."""
        return load_advice(self.overlay)

    @cached_property
    def sheet(self) -> Sheet:
        """The score sheet of the year."""
        return score_sheet(self.framework, self.results.scores)

    @cached_property
    def earlier(self) -> Sheet | None:
        """Last year's sheet, where its scores are given."""
        previous = self.results.previous
        return score_sheet(load_framework(previous.year, self.overlay), previous) if previous else None

    @cached_property
    def level(self) -> Level:
        """The level of the year."""
        return level_of(self.framework, self.sheet.nodes, self.results.scores.published_level)

    @cached_property
    def analysis(self) -> Analysis:
        """What the result means."""
        return analyse(self.sheet, self.earlier, self.results.assessor_notes)

    @cached_property
    def coverage(self) -> Coverage:
        """Which weak points the agency's own measures answer."""
        return coverage(self.framework, self.analysis.weak, self.results.measures)

    @cached_property
    def proposals(self) -> tuple[Measure, ...]:
        """Measures proposed for every weak point."""
        return propose(self.analysis, self.advice, self.results.plan_year, language=self.language)

    @cached_property
    def additions(self) -> tuple[Measure, ...]:
        """Measures proposed for the weak points that the agency's own measures leave open."""
        return propose(self.analysis, self.advice, self.results.plan_year, nodes=self.coverage.uncovered, language=self.language)

    @cached_property
    def remarks(self) -> tuple[Remark, ...]:
        """Findings on the agency's own measures."""
        own = self.results.measures
        return (*remarks_on(own, self.results.plan_year), *(uncovered_remarks(self.analysis, self.coverage) if own else ()))


def start(path: Path, overlay: Path | None = None, language: Language = "th") -> Way:
    """The way of the results in a file; raises InputError or FrameworkError."""
    return Way(read_results(path, overlay), overlay, language)

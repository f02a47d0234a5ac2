"""The keys of a results file; values are checked against the year's rules afterwards."""

from typing import Any, Literal

from prongsai.files import Strict

Text = str | int


class AgencyEntry(Strict):
    """agency: who was assessed."""

    name: str
    type: str | None = None
    district: str | None = None
    province: str | None = None
    website: str | None = None


class PublishedEntry(Strict):
    """published: what the assessor announced."""

    total: Any = None
    level: str | None = None


class ScoresEntry(Strict):
    """The scores of a year: `previous:` has these keys, and the file itself has them at its top."""

    year: Any
    indicators: dict[Any, Any] | None = None
    parts: dict[Any, Any] | None = None
    instruments: dict[Any, Any] | None = None
    items: dict[Any, Any] | None = None
    no_points: list[Any] | None = None
    published: PublishedEntry | None = None


class ProgressEntry(Strict):
    """progress: one report on a measure."""

    date: Any
    status: Literal["not_started", "in_progress", "done", "cancelled"]
    done: str | None = None
    outcome: str | None = None
    evidence: list[str] | None = None
    obstacles: str | None = None
    suggestions: str | None = None


class MeasureEntry(Strict):
    """measures: one measure and its progress."""

    title: str
    answers: list[Any] | None = None
    steps: list[str] | None = None
    responsible: str | None = None
    start: Any = None
    end: Any = None
    follow_up: str | None = None
    success: str | None = None
    budget: Any = None
    progress: list[ProgressEntry] | None = None


class ResultsFile(ScoresEntry):
    """A results file as a whole."""

    agency: AgencyEntry
    assessor_notes: dict[Any, str] | None = None
    previous: ScoresEntry | None = None
    measures: list[MeasureEntry] | None = None
    source: str | None = None
    plan_year: Any = None

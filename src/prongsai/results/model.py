"""What an agency holds of a year: its scores, what the assessor wrote, its measures and their progress."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

Status = Literal["not_started", "in_progress", "done", "cancelled"]


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency by name; `type` is the full Thai form (เทศบาลนคร)."""

    name: str
    type: str | None = None
    district: str | None = None
    province: str | None = None
    website: str | None = None


@dataclass(frozen=True, slots=True)
class Scores:
    """The scores of one fiscal year (B.E.), each 0..100, as printed.

    `indicators` by number; `parts` and `instruments` by code; `items` by code, EIT items with their part where the year has parts
    (EIT-2/e3). `no_points` are the disclosure items without points: None when nothing is said, empty when every item got points.
    """

    year: int
    indicators: dict[int, Decimal] = field(default_factory=dict)
    parts: dict[str, Decimal] = field(default_factory=dict)
    instruments: dict[str, Decimal] = field(default_factory=dict)
    items: dict[str, Decimal] = field(default_factory=dict)
    no_points: tuple[str, ...] | None = None
    published_total: Decimal | None = None
    published_level: str | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """A report on a measure at a day: what was done, what came of it, and what proves it."""

    date: date
    status: Status
    done: str = ""
    outcome: str = ""
    evidence: tuple[str, ...] = ()
    obstacles: str = ""
    suggestions: str = ""


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure that answers weak points. `answers` are item codes, indicator numbers and sub-indicator codes as text."""

    title: str
    answers: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    responsible: str = ""
    start: date | None = None
    end: date | None = None
    follow_up: str = ""
    success: str = ""
    budget: Decimal | None = None
    progress: tuple[Progress, ...] = ()

    @property
    def latest(self) -> Progress | None:
        """The newest report on it, or None."""
        return max(self.progress, key=lambda report: report.date, default=None)


@dataclass(frozen=True, slots=True)
class Results:
    """Everything of one agency and one year; `source` says where the figures come from, `plan` the year of the measures."""

    agency: Agency
    scores: Scores
    assessor_notes: dict[str, str] = field(default_factory=dict)
    previous: Scores | None = None
    measures: tuple[Measure, ...] = ()
    source: str | None = None
    plan: int | None = None

    @property
    def year(self) -> int:
        """The fiscal year assessed, B.E."""
        return self.scores.year

    @property
    def plan_year(self) -> int:
        """The fiscal year the measures are carried out in: the one after the year assessed, unless the file says otherwise."""
        return self.plan if self.plan is not None else self.year + 1

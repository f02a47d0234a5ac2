"""What a document states, each statement with the passage it stands in and how sure the reading is."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from prongsai.checker.outline import Outline, Passage
from prongsai.thai import AgencyName

Kind = Literal["analysis", "measures", "progress", "unknown"]
YearRole = Literal["assessed", "plan", "previous", "unclear"]
End = Literal["highest", "lowest"]


@dataclass(frozen=True, slots=True)
class Fact:
    """A statement: `passage` is where it stands, `span` the characters of it in the passage's text, `confidence` 0..1 how surely it was understood."""

    passage: Passage
    span: tuple[int, int] | None = field(default=None, kw_only=True)
    confidence: float = field(default=1.0, kw_only=True)


@dataclass(frozen=True, slots=True)
class ScoreFact(Fact):
    """A score of a node (an indicator "4", item "i10" or "EIT-1/e7", sub-indicator "9.1", part "EIT-1", instrument "IIT" or "total") for a fiscal year.

    `year` is None where the document does not say which. `table` tells figures of tables from figures in sentences.
    """

    node: str
    value: Decimal
    year: int | None = None
    table: bool = False


@dataclass(frozen=True, slots=True)
class ChangeFact(Fact):
    """A printed difference between two years, signed: minus where the text says it fell. `since` and `year` are the two years where known."""

    node: str
    value: Decimal
    year: int | None = None
    since: int | None = None


@dataclass(frozen=True, slots=True)
class ExtremeFact(Fact):
    """A claim of highest or lowest: of the node named, or only of a value. `among` is an instrument's code, or None for all indicators.

    `beside` are the other nodes named as such in the same breath ("… และ …").
    """

    end: End
    node: str | None = None
    value: Decimal | None = None
    among: str | None = None
    year: int | None = None
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LevelFact(Fact):
    """A level claimed for the total of a year, as printed (ผ่าน, A)."""

    level: str
    year: int | None = None


@dataclass(frozen=True, slots=True)
class LevelRange(Fact):
    """A row of a printed table of levels; `low` and `high` are inclusive bounds of the total, None where open or not stated."""

    level: str
    low: Decimal | None
    high: Decimal | None


@dataclass(frozen=True, slots=True)
class LevelTable(Fact):
    """A printed table of levels, highest first or last as printed. `complete` is false where conditions other than the total are mixed in."""

    ranges: tuple[LevelRange, ...] = ()
    complete: bool = True


@dataclass(frozen=True, slots=True)
class WeightFact(Fact):
    """A printed weight in percent of a node (an instrument, part or indicator)."""

    node: str
    value: Decimal


@dataclass(frozen=True, slots=True)
class TargetFact(Fact):
    """A pass mark or target that the document names (85 คะแนนขึ้นไป), of the total or of a single instrument or indicator."""

    value: Decimal
    year: int | None = None
    node: str = "total"


@dataclass(frozen=True, slots=True)
class LostFact(Fact):
    """A disclosure item said to have got no points."""

    code: str


@dataclass(frozen=True, slots=True)
class TitleFact(Fact):
    """The title that stands with the number of an indicator ("4") or the code of an item ("o9", "9.1"); empty where the code stands alone."""

    node: str
    title: str


@dataclass(frozen=True, slots=True)
class AgencyFact(Fact):
    """A full name of an agency, with its type (เทศบาลนครแม่สอด). `own` is false for names of others: neighbours, ministries, the assessor."""

    name: AgencyName
    own: bool = True


@dataclass(frozen=True, slots=True)
class TypeFact(Fact):
    """A type word that stands for the agency without its name (เทศบาลฯ, อบต., องค์การบริหารส่วนตำบล); `type` in its full Thai form."""

    type: str


@dataclass(frozen=True, slots=True)
class PlaceFact(Fact):
    """A district or province in the agency's address."""

    kind: Literal["district", "province"]
    name: str


@dataclass(frozen=True, slots=True)
class YearFact(Fact):
    """A fiscal year (B.E.) and what it is the year of, where the words around it say."""

    year: int
    role: YearRole = "unclear"


@dataclass(frozen=True, slots=True)
class PartFact(Fact):
    """A part of the document: scores, strengths, weaknesses, change, measures, progress, follow_up, conclusion…; `empty` where nothing stands under it."""

    part: str
    empty: bool = False


@dataclass(frozen=True, slots=True)
class MeasureFact(Fact):
    """A row (or rows) of a table of measures, or a measure in prose.

    `cells` are the passages by field (title, indicator, analysis, steps, period, responsible, follow_up, success, budget, status, done, outcome,
    evidence, obstacles, suggestions, date), only fields whose column the table has; an empty passage is an empty cell. The other attributes are what was
    understood of them: `answers` are nodes, `period` the dates.
    """

    title: str
    cells: dict[str, Passage] = field(default_factory=dict)
    answers: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    responsible: str = ""
    period: tuple[date | None, date | None] = (None, None)
    status: str | None = None
    reports: bool = False
    table: int | None = None
    day: date | None = None
    evidence: tuple[str, ...] = ()
    proposed: bool = False

    def text(self, name: str) -> str:
        """What the cell of a field says; empty where the cell or the column is."""
        passage = self.cells.get(name)
        return passage.text if passage is not None else ""


@dataclass(frozen=True, slots=True)
class CitedFact(Fact):
    """A claim that cites an indicator or item (อ้างอิงจาก o8)."""

    node: str


@dataclass(frozen=True, slots=True)
class Oddity(Fact):
    """Something that was seen and not understood: a table with scores in columns without known heads, a date that is none."""

    what: str


@dataclass(frozen=True)
class Facts:
    """Everything a document states. `assessed` and `plan` are the fiscal years it is about, None where it does not say; `scores` are in order of reading."""

    outline: Outline
    kind: Kind = "unknown"
    agency: AgencyName | None = None
    district: str | None = None
    province: str | None = None
    assessed: int | None = None
    plan: int | None = None
    language: Literal["th", "en"] = "th"
    quality: float = 1.0
    scanned: bool = False
    agencies: tuple[AgencyFact, ...] = ()
    types: tuple[TypeFact, ...] = ()
    places: tuple[PlaceFact, ...] = ()
    years: tuple[YearFact, ...] = ()
    scores: tuple[ScoreFact, ...] = ()
    changes: tuple[ChangeFact, ...] = ()
    extremes: tuple[ExtremeFact, ...] = ()
    levels: tuple[LevelFact, ...] = ()
    level_tables: tuple[LevelTable, ...] = ()
    weights: tuple[WeightFact, ...] = ()
    targets: tuple[TargetFact, ...] = ()
    lost: tuple[LostFact, ...] | None = None
    titles: tuple[TitleFact, ...] = ()
    parts: tuple[PartFact, ...] = ()
    measures: tuple[MeasureFact, ...] = ()
    cited: tuple[CitedFact, ...] = ()
    oddities: tuple[Oddity, ...] = ()

    def score(self, node: str, year: int | None) -> ScoreFact | None:
        """The first statement of a node's score for a year, tables before sentences."""
        found = [fact for fact in self.scores if fact.node == node and fact.year == year]
        return min(found, key=lambda fact: not fact.table, default=None)

"""What the files of a year's folder may say, key by key (docs/framework-files.md)."""

from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag

from prongsai.files import Strict
from prongsai.framework.fact import Bilingual, Fact, Sourced

InstrumentCode = Literal["IIT", "EIT", "OIT"]
Percent = Annotated[Decimal, Field(ge=0, le=100)]


class Part(Sourced):
    """A part of an instrument with its own respondents: EIT-1, EIT-2."""

    code: str
    name: Bilingual
    weight: Fact[Percent]


class Instrument(Strict):
    """One of the three instruments and its weight in the total, in percent."""

    code: InstrumentCode
    name: Bilingual
    weight: Fact[Percent]
    combine: Fact[Literal["mean_of_indicators"]]
    parts: tuple[Part, ...] = ()


class SubIndicator(Sourced):
    """A group of items inside a disclosure indicator, such as 9.1."""

    code: str
    name: Bilingual
    topic: str


class Indicator(Sourced):
    """One of the ten indicators and how its score comes from below."""

    number: int
    name: Bilingual
    instrument: InstrumentCode
    topic: str
    combine: Fact[Literal["mean_of_items", "mean_of_sub_indicators", "weighted_items"]]
    sub_indicators: tuple[SubIndicator, ...] = ()


class KnownSum(Sourced):
    """What some items weigh together inside an indicator, in percent, where single weights are unknown."""

    indicator: int
    items: tuple[str, ...]
    percent: Percent


class Scale(Sourced):
    """The points of the answers, first answer first."""

    points: tuple[int, ...]
    labels: tuple[str, ...] = ()


class LevelStep(Sourced):
    """One level: the total it starts at, and what every compared score must reach."""

    code: str
    name: Bilingual
    total_from: Percent
    each_from: Percent | None = None
    passed: bool


class Levels(Strict):
    """Levels from best to worst; the first whose conditions hold is the level."""

    pass_mark: Fact[Percent]
    compared: Fact[tuple[str, ...]] | None = None
    steps: tuple[LevelStep, ...]
    note: str | None = None


def _levels_kind(given: Any) -> str:
    """A mapping with `value` says that the levels are not known, any other one lists them."""
    return "unknown" if isinstance(given, Fact) or (isinstance(given, dict) and "value" in given) else "known"


LevelsOrReason = Annotated[Annotated[Levels, Tag("known")] | Annotated[Fact[Literal["unknown"]], Tag("unknown")], Discriminator(_levels_kind)]


class Rounding(Strict):
    """Decimal places of a published score and the way of rounding."""

    places: int
    mode: Literal["half_up"]


class CalendarStep(Sourced):
    """A dated step of the year's round; dates are those of the sources, C.E. or B.E. years as written."""

    step: Bilingual
    start: str | None = None
    end: str | None = None


class Target(Sourced):
    """A published target over all agencies."""

    name: Bilingual
    share_percent: Percent


class Sample(Sourced):
    """Who answers an instrument and how many answers are required."""

    instrument: InstrumentCode
    part: str | None = None
    who: Bilingual
    agencies: int | None = None
    required: Fact[str]


class Figure(Sourced):
    """A published figure that has no field of its own: of a group of agencies, of a channel, of a year's change."""

    name: Bilingual
    value: Decimal


class National(Strict):
    """National figures of the year; `more` are those of groups and channels."""

    agencies: Fact[int] | None = None
    respondents: Fact[int] | None = None
    respondents_more_than: Fact[int] | None = None
    public_respondents: Fact[int] | None = None
    mean: Fact[Decimal] | None = None
    passed: Fact[int] | None = None
    passed_percent: Fact[Decimal] | None = None
    more: tuple[Figure, ...] = ()


class FrameworkFile(Sourced):
    """framework.yaml: instruments, indicators, scales, levels and what is known about the year."""

    year: int
    instruments: tuple[Instrument, ...]
    indicators: tuple[Indicator, ...]
    scales: dict[str, Scale] = Field(default_factory=dict)
    disclosure_points: Fact[tuple[int, ...]]
    known_sums: tuple[KnownSum, ...] = ()
    rounding: Fact[Rounding]
    levels: LevelsOrReason
    national: National | None = None
    calendar: tuple[CalendarStep, ...] = ()
    targets: tuple[Target, ...] = ()
    samples: tuple[Sample, ...] = ()


class Question(Strict):
    """One answer that a respondent gives; an item with several averages them first."""

    text: str | None = None
    scale: str
    reversed: bool = False


class Answers(Sourced):
    """The answers of an item as its source prints them, and which end is best (null with a reason where no source shows it)."""

    scale: str
    labels: tuple[str, ...]
    best: Literal["first", "last"] | None
    best_reason: Bilingual | None = None


class SurveyItem(Strict):
    """An item of IIT or EIT. `text` is the official wording; `matter` is what it is about in other words."""

    code: str
    indicator: int
    topic: str | None = None
    topic_reason: Bilingual | None = None
    topic_note: str | None = None
    text: Fact[str] | None = None
    matter: Fact[str] | None = None
    questions: tuple[Question, ...] = ()
    answers: Answers | None = None
    hints: tuple[str, ...] = ()


class SurveyFile(Strict):
    """iit.yaml and eit.yaml; `unknown_text` is the reason that stands for every item without `text`."""

    instrument: Literal["IIT", "EIT"]
    count: Fact[int]
    unknown_text: Bilingual
    items: tuple[SurveyItem, ...]


class DisclosureItem(Strict):
    """An item of OIT; `also` are further topics that it took in, `seen` what one agency published for it."""

    code: str
    indicator: int | None = None
    sub_indicator: str | None = None
    topic: str
    also: tuple[str, ...] = ()
    title: Fact[str]
    group: str | None = None
    weight: Fact[Percent] | None = None
    points: Fact[tuple[int, ...]] | None = None
    elements: Fact[tuple[str, ...]] | None = None
    fields: Fact[tuple[str, ...]] | None = None
    seen: Fact[tuple[str, ...]] | None = None


class DisclosureFile(Strict):
    """oit.yaml; the `unknown_…` texts are the reasons that stand for every item without that key."""

    instrument: Literal["OIT"]
    count: Fact[int]
    unknown_elements: Bilingual
    unknown_indicator: Bilingual | None = None
    uncoded: Fact[tuple[str, ...]] | None = None
    items: tuple[DisclosureItem, ...]


class Source(Strict):
    """Where facts come from: an id, what it is, where it stands; `th` is what it is in Thai, for reports."""

    id: str
    th: str | None = None
    what: str
    where: str

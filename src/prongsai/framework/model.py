"""The rules of one fiscal year, ready to be asked."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from prongsai.framework.fact import Fact
from prongsai.framework.schema import (
    DisclosureFile,
    DisclosureItem,
    FrameworkFile,
    Indicator,
    Instrument,
    InstrumentCode,
    Levels,
    Part,
    SubIndicator,
    SurveyFile,
    SurveyItem,
)
from prongsai.words import Words

_PREFIX: dict[InstrumentCode, str] = {"IIT": "i", "EIT": "e", "OIT": "o"}


@dataclass(frozen=True)
class Item:
    """An item of any instrument. `detail` is the entry of the year's file it comes from."""

    code: str
    instrument: InstrumentCode
    indicator: int | None
    detail: SurveyItem | DisclosureItem
    sub_indicator: str | None = None

    @property
    def number(self) -> int:
        """The number behind the letter of the code."""
        return int(self.code[1:])

    @property
    def topics(self) -> tuple[str, ...]:
        """Ids of its topics, the main one first; empty where no source shows what it is about."""
        if isinstance(self.detail, DisclosureItem):
            return (self.detail.topic, *self.detail.also)
        return (self.detail.topic,) if self.detail.topic else ()

    @property
    def title(self) -> str | None:
        """The official title or wording, else the known matter, else None."""
        if isinstance(self.detail, DisclosureItem):
            return self.detail.title.value or self.detail.title.probable
        known: tuple[Fact[str] | None, ...] = (self.detail.text, self.detail.matter)
        return next((fact.value for fact in known if fact is not None and fact.value), None)

    @property
    def title_is_official(self) -> bool:
        """False where the title is a matter in other words, or probable only."""
        fact = self.detail.title if isinstance(self.detail, DisclosureItem) else self.detail.text
        return fact is not None and fact.value is not None

    @property
    def elements(self) -> tuple[str, ...] | None:
        """What the item must show, where a source says so; None otherwise."""
        elements = self.detail.elements if isinstance(self.detail, DisclosureItem) else None
        return elements.value if elements else None


@dataclass(frozen=True)
class Framework:
    """A year's rules. `overlay` names the folder that was laid over them, if any."""

    rules: FrameworkFile
    surveys: dict[str, SurveyFile] = field(repr=False)
    disclosure: DisclosureFile = field(repr=False)
    overlay: str | None = None

    @property
    def year(self) -> int:
        """Fiscal year, Buddhist era."""
        return self.rules.year

    @property
    def levels(self) -> Levels | None:
        """The year's levels, or None where they are unknown."""
        return self.rules.levels if isinstance(self.rules.levels, Levels) else None

    @cached_property
    def items(self) -> dict[str, Item]:
        """Every known item by its code, in the order of the manual."""
        found = [Item(entry.code, code, entry.indicator, entry) for code in ("IIT", "EIT") for entry in self.surveys[code].items] + [
            Item(entry.code, "OIT", entry.indicator, entry, entry.sub_indicator) for entry in self.disclosure.items
        ]
        return {item.code: item for item in found}

    @cached_property
    def indicators(self) -> dict[int, Indicator]:
        """The indicators by number."""
        return {indicator.number: indicator for indicator in self.rules.indicators}

    @cached_property
    def instruments(self) -> dict[str, Instrument]:
        """The instruments by code."""
        return {instrument.code: instrument for instrument in self.rules.instruments}

    @cached_property
    def parts(self) -> dict[str, Part]:
        """The parts of instruments by code (EIT-1, EIT-2); empty in years without."""
        return {part.code: part for instrument in self.rules.instruments for part in instrument.parts}

    @cached_property
    def sub_indicators(self) -> dict[str, SubIndicator]:
        """The sub-indicators by code (9.1)."""
        return {sub.code: sub for indicator in self.rules.indicators for sub in indicator.sub_indicators}

    @property
    def files(self) -> tuple[SurveyFile | DisclosureFile, ...]:
        """The files of the items: IIT, EIT, OIT."""
        return (*self.surveys.values(), self.disclosure)

    @property
    def weights_known(self) -> bool:
        """Whether every instrument has a weight."""
        return all(instrument.weight.value is not None for instrument in self.rules.instruments)

    def item(self, node: str) -> Item | None:
        """The item of a code as results write it, with or without its part (o9, EIT-1/e7); None for another node."""
        return self.items.get(node.rpartition("/")[2])

    def indicator_of(self, node: str) -> int | None:
        """The indicator that an item belongs to; None for another node, or where no source says it."""
        item = self.item(node)
        return item.indicator if item else None

    def items_of(self, indicator: int) -> tuple[Item, ...]:
        """The known items of an indicator."""
        return tuple(item for item in self.items.values() if item.indicator == indicator)

    def items_under(self, sub_indicator: str) -> tuple[Item, ...]:
        """The known items of a sub-indicator."""
        return tuple(item for item in self.items.values() if item.sub_indicator == sub_indicator)

    def items_about(self, topic: str, instrument: InstrumentCode = "OIT") -> tuple[Item, ...]:
        """The items of an instrument that a topic speaks of, main topic or not; for a sub-indicator's topic all its items."""
        direct = tuple(item for item in self.items.values() if item.instrument == instrument and topic in item.topics)
        return direct or tuple(item for sub in self.rules_about(topic) for item in self.items_under(sub.code))

    def rules_about(self, topic: str) -> tuple[SubIndicator, ...]:
        """The sub-indicators with this topic."""
        return tuple(sub for sub in self.sub_indicators.values() if sub.topic == topic)

    def list_is_complete(self, instrument: InstrumentCode) -> bool:
        """Whether every item of the instrument is known by code."""
        count = self.count_of(instrument).value
        return count is not None and count == sum(item.instrument == instrument for item in self.items.values())

    def count_of(self, instrument: InstrumentCode) -> Fact[int]:
        """How many items the instrument has."""
        return self.disclosure.count if instrument == "OIT" else self.surveys[instrument].count

    def can_have(self, instrument: InstrumentCode, number: int) -> bool:
        """Whether the year has, or may have, an item of this number: unknown lists refuse nothing they cannot."""
        if f"{_PREFIX[instrument]}{number}" in self.items:
            return True
        count = self.count_of(instrument).value
        return not self.list_is_complete(instrument) and (count is None or 1 <= number <= count)

    def unknowns(self) -> Iterator[tuple[str, Words]]:
        """What the sources do not say: place in the rules and reason."""
        yield from _unknown_rules(self)
        for file in self.files:
            if file.count.reason:
                yield f"{file.instrument}.count", file.count.reason.words
        for code, survey in self.surveys.items():
            if any(item.text is None for item in survey.items) or not survey.items:
                yield f"{code}.text", survey.unknown_text.words
        for item in self.disclosure.items:
            if item.title.reason:
                yield f"{item.code}.title", item.title.reason.words
        if self.disclosure.unknown_indicator:
            yield "OIT.indicator", self.disclosure.unknown_indicator.words


def _unknown_rules(framework: Framework) -> Iterator[tuple[str, Words]]:
    rules = framework.rules
    reasons = {"rounding": rules.rounding.reason, "disclosure_points": rules.disclosure_points.reason}
    yield from ((place, reason.words) for place, reason in reasons.items() if reason)
    if isinstance(rules.levels, Fact) and rules.levels.reason:
        yield "levels", rules.levels.reason.words
    for instrument in rules.instruments:
        if instrument.weight.reason:
            yield f"{instrument.code}.weight", instrument.weight.reason.words
        yield from ((f"{part.code}.weight", part.weight.reason.words) for part in instrument.parts if part.weight.reason)
    for indicator in rules.indicators:
        if indicator.combine.reason:
            yield f"{indicator.number}.combine", indicator.combine.reason.words

"""Proposals of measures from the topics, merged where one measure mends several weak points."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from prongsai.analysis import Analysis
from prongsai.framework import Advice, Bundle, Framework, Topic
from prongsai.results import Measure
from prongsai.thai import FiscalYear
from prongsai.words import Language

_BUDDHIST_ERA = 543
_STEPS_OF_ONE, _STEPS_OF_TWO, _STEPS_OF_MANY = 5, 3, 2


@dataclass(frozen=True, slots=True)
class _Weakness:
    node: str
    topic: Topic


def propose(analysis: Analysis, advice: Advice, plan_year: int, *, nodes: tuple[str, ...] | None = None, language: Language = "th") -> tuple[Measure, ...]:
    """Measures for the weak nodes (all of them unless `nodes` says which), the gravest first.

    Weak points whose topics share a bundle become one measure. An indicator gets one of its own only where none of its items is
    weak; a node without a topic gets the advice of its indicator.
    """
    framework = analysis.sheet.framework
    weak = analysis.weak if nodes is None else nodes
    groups: dict[str, list[_Weakness]] = {}
    for node in weak:
        if node.isdigit() and any(framework.indicator_of(other) == int(node) for other in weak if other != node):
            continue
        topic = topic_of(framework, advice, node)
        if topic is not None:
            groups.setdefault(topic.bundle or f"{topic.kind}/{topic.id}", []).append(_Weakness(node, topic))
    return tuple(_measure(group, advice.bundles.get(name), FiscalYear(plan_year), language) for name, group in groups.items())


def topic_of(framework: Framework, advice: Advice, node: str) -> Topic | None:
    """The topic that a node is about: its own, else its indicator's."""
    if node in framework.sub_indicators:
        return advice.about("sub-indicator", framework.sub_indicators[node].topic)
    item = framework.item(node)
    if item is not None and item.topics:
        own = advice.about("disclosure" if item.instrument == "OIT" else "perception", item.topics[0])
        if own is not None:
            return own
    number = int(node) if node.isdigit() else item.indicator if item else None
    return advice.about("indicator", framework.indicators[number].topic) if number in framework.indicators else None


def _measure(group: list[_Weakness], bundle: Bundle | None, year: FiscalYear, language: Language) -> Measure:
    topics = list(dict.fromkeys(weakness.topic.id for weakness in group))
    kept = [next(one.topic for one in group if one.topic.id == topic) for topic in topics]
    answers = tuple(dict.fromkeys(weakness.node for weakness in group))
    lead: Bundle | Topic = bundle if bundle is not None and len(kept) > 1 else kept[0]
    start, end = _period(kept, year)
    return Measure(
        lead.measure.words.to(language),
        answers,
        _steps(kept, bundle, language),
        lead.unit.words.to(language),
        start,
        end,
        lead.follow_up.words.to(language),
        lead.success.words.to(language),
    )


def _steps(topics: list[Topic], bundle: Bundle | None, language: Language) -> tuple[str, ...]:
    most = {1: _STEPS_OF_ONE, 2: _STEPS_OF_TWO}.get(len(topics), _STEPS_OF_MANY)
    steps = [step.words.to(language) for topic in topics for step in topic.steps[:most]]
    if bundle is not None and len(topics) > 1:
        steps = [bundle.first.words.to(language), *steps, bundle.last.words.to(language)]
    return tuple(dict.fromkeys(steps))


def _period(topics: list[Topic], year: FiscalYear) -> tuple[date, date]:
    """From the first day of the earliest advised month to the last day of the latest, inside the fiscal year."""
    order = [month for _, month in year.months]
    first = min(order.index(topic.months[0]) for topic in topics)
    last = max(order.index(topic.months[1]) for topic in topics)
    (first_year, first_month), (last_year, last_month) = year.months[first], year.months[last]
    days = monthrange(last_year - _BUDDHIST_ERA, last_month)[1]
    return date(first_year - _BUDDHIST_ERA, first_month, 1), date(last_year - _BUDDHIST_ERA, last_month, days)

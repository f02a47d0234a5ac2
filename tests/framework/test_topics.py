"""Advice: every matter that a year names is described, in both languages."""

from itertools import chain

import pytest

from folders import Laid
from prongsai.errors import InvalidFramework
from prongsai.framework import Bilingual, Bundle, Topic, known_years, load_advice, load_framework, topics_missing
from prongsai.thai import FiscalYear, is_thai

_ADVICE = load_advice()
_TOPICS = sorted(_ADVICE.topics.values(), key=lambda topic: (topic.kind, topic.id))
_BUNDLES = list(_ADVICE.bundles.values())
_ENTRY = """
- id: {id}
  kind: disclosure
  name: {{th: ก, en: a}}
  weakness: {{th: ก, en: a}}
  measure: {{th: มาตรการของเราเอง, en: a measure of our own}}
  steps: [{{th: ก, en: a}}]
  unit: {{th: ก, en: a}}
  proof: []
  follow_up: {{th: ก, en: a}}
  success: {{th: ก, en: a}}
  months: [10, 12]
  {more}
"""


def _texts(entry: Topic | Bundle) -> list[Bilingual]:
    values = chain.from_iterable(value if isinstance(value, tuple) else (value,) for _, value in entry)
    return [value for value in values if isinstance(value, Bilingual)]


@pytest.mark.parametrize("year", known_years())
def test_every_topic_of_the_year_exists(year: int) -> None:
    assert topics_missing(load_framework(year), _ADVICE) == []


@pytest.mark.parametrize("entry", [*_TOPICS, *_BUNDLES], ids=lambda entry: entry.id)
def test_no_text_of_the_advice_is_empty(entry: Topic | Bundle) -> None:
    texts = _texts(entry)

    assert len(texts) >= 6
    assert [text for text in texts if not is_thai(text.th) or not text.en.strip() or is_thai(text.en)] == []


@pytest.mark.parametrize("topic", _TOPICS, ids=lambda topic: f"{topic.kind}/{topic.id}")
def test_the_months_of_a_topic_follow_each_other_in_the_fiscal_year(topic: Topic) -> None:
    order = [month for _, month in FiscalYear(2569).months]

    assert order.index(topic.months[0]) <= order.index(topic.months[1])


def test_every_bundle_has_topics_of_its_own() -> None:
    used = {topic.bundle for topic in _TOPICS}

    assert {bundle.id for bundle in _BUNDLES} <= used


@pytest.mark.parametrize("topic", [topic for topic in _TOPICS if topic.leans_on], ids=lambda topic: topic.id)
def test_what_perception_leans_on_exists_in_some_year(topic: Topic) -> None:
    years = [load_framework(year) for year in known_years()]

    assert all(any(framework.items_about(link.topic) for framework in years) for link in topic.leans_on)


def test_the_loan_of_state_property_leans_on_the_work_manual() -> None:
    framework = load_framework(2568)
    topic = _ADVICE.about("perception", framework.items["i10"].topics[0])

    assert topic is not None
    assert "o8" in {item.code for link in topic.leans_on for item in framework.items_about(link.topic)}


def test_a_missing_topic_is_named(laid: Laid) -> None:
    framework = load_framework(2568, laid({"2568/oit.yaml": "items: [{code: o1, topic: nobody-knows}]"}))

    problems = topics_missing(framework, _ADVICE)

    assert [(problem.code, problem.where) for problem in problems] == [("unknown-topic", "2568")]
    assert "nobody-knows" in problems[0].what.en


def test_a_user_may_write_a_topic_of_his_own(laid: Laid) -> None:
    advice = load_advice(laid({"topics/mine.yaml": _ENTRY.format(id="news", more="")}))

    topic = advice.about("disclosure", "news")
    assert topic is not None
    assert topic.measure.th == "มาตรการของเราเอง"
    assert len(advice.topics) == len(_ADVICE.topics)


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ("bundle: nobody-knows", "unknown-topic"),
        ("leans_on: [{topic: nobody-knows, confidence: inferred}]", "unknown-topic"),
        ("colour: red", "unknown-key"),
        ("keep: {th: ก}", "missing-key"),
    ],
)
def test_a_fault_in_a_topic_is_named(laid: Laid, more: str, code: str) -> None:
    folder = laid({"topics/mine.yaml": _ENTRY.format(id="mine", more=more)})

    with pytest.raises(InvalidFramework) as caught:
        load_advice(folder)

    assert [problem.code for problem in caught.value.problems] == [code]


def test_nothing_is_advised_on_an_unknown_matter() -> None:
    assert _ADVICE.about("disclosure", "nobody-knows") is None

"""A fiscal year is added with a folder alone, as CONTRIBUTING says."""

from decimal import Decimal
from pathlib import Path

import pytest

from folders import lay
from prongsai.framework import crosswalk, known_years, load_advice, load_framework, topics_missing
from prongsai.pipeline import Way
from prongsai.results import results_from
from prongsai.scoring import run_cases, score_sheet

_SOURCED = "reference: [H70], confidence: one_source"
_INSTRUMENT = "- {{code: {}, name: {{th: {}, en: {}}}, weight: {{value: {}, " + _SOURCED + "}}, combine: {{value: mean_of_indicators, " + _SOURCED + "}}}}\n"
_INDICATOR = (
    "- {{number: {}, name: {{th: ตัวชี้วัด {}, en: Indicator {}}}, instrument: {}, topic: {}, " + _SOURCED + ", combine: {{value: {}, " + _SOURCED + "}}}}\n"
)
_LEVEL = "  - {{code: {}, name: {{th: {}, en: {}}}, total_from: {}, passed: {}, " + _SOURCED + "}}\n"
_SURVEY = "instrument: {}\ncount: {{value: 2, " + _SOURCED + "}}\nunknown_text: {{th: ยังไม่พบ, en: not found}}\nitems:\n{}"
_TOPICS = {1: "duty-performance", 2: "operation-quality", 3: "disclosure"}
_FRAMEWORK = (
    f"year: 2570\n{_SOURCED.replace(', ', chr(10))}\ninstruments:\n"
    + _INSTRUMENT.format("IIT", "ภายใน", "internal", 20)
    + _INSTRUMENT.format("EIT", "ภายนอก", "external", 20)
    + _INSTRUMENT.format("OIT", "เปิดเผย", "disclosure", 60)
    + "indicators:\n"
    + _INDICATOR.format(1, 1, 1, "IIT", _TOPICS[1], "mean_of_items")
    + _INDICATOR.format(2, 2, 2, "EIT", _TOPICS[2], "mean_of_items")
    + _INDICATOR.format(3, 3, 3, "OIT", _TOPICS[3], "weighted_items")
    + f"disclosure_points: {{value: [0, 50, 100], {_SOURCED}}}\nrounding: {{value: {{places: 2, mode: half_up}}, {_SOURCED}}}\n"
    + f"levels:\n  pass_mark: {{value: 80, {_SOURCED}}}\n  steps:\n"
    + _LEVEL.format("เขียว", "เขียว", "green", 80, "true")
    + _LEVEL.format("แดง", "แดง", "red", 0, "false")
)
_DISCLOSURE = (
    f"instrument: OIT\ncount: {{value: 2, {_SOURCED}}}\nunknown_elements: {{th: ยังไม่พบ, en: not found}}\nitems:\n"
    + f"- {{code: o1, indicator: 3, topic: news, title: {{value: ข่าว, {_SOURCED}}}, weight: {{value: 75, {_SOURCED}}}}}\n"
    + f"- {{code: o2, indicator: 3, topic: service-manual, title: {{value: คู่มือ, {_SOURCED}}}, weight: {{value: 25, {_SOURCED}}}}}\n"
)
_CASE = "name: หนึ่งข้อที่ไม่ได้คะแนน\nreference: [H70]\ngiven: {indicators: {1: 90.00, 2: 90.00}, no_points: [o1]}\nexpected: {total: 51.00, level: แดง}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The whole of a year that nobody has rules for yet."""
    items = {letter: "".join(f"- {{code: {letter}{number}, indicator: {place}}}\n" for number in (1, 2)) for letter, place in (("i", 1), ("e", 2))}
    return lay(
        tmp_path,
        {
            "sources.yaml": "- {id: H70, what: handbook of 2570, where: made up for this test}\n",
            "2570/framework.yaml": _FRAMEWORK,
            "2570/iit.yaml": _SURVEY.format("IIT", items["i"]),
            "2570/eit.yaml": _SURVEY.format("EIT", items["e"]),
            "2570/oit.yaml": _DISCLOSURE,
            "2570/cases/lost.yaml": _CASE,
        },
    )


def test_the_new_year_loads_and_stands_among_the_years(folder: Path) -> None:
    framework = load_framework(2570, folder)

    assert framework.year == known_years(folder)[-1] == 2570
    assert 2570 not in known_years()
    assert topics_missing(framework, load_advice(folder)) == []
    assert dict(framework.unknowns()).keys() == {"IIT.text", "EIT.text"}


def test_the_cases_of_the_new_year_are_recomputed(folder: Path) -> None:
    outcomes = run_cases(load_framework(2570, folder), folder)

    assert [(outcome.case.name, outcome.differences) for outcome in outcomes] == [("หนึ่งข้อที่ไม่ได้คะแนน", ())]


def test_the_whole_way_goes_through_the_new_year(folder: Path) -> None:
    data = {
        "agency": {"name": "เทศบาลตำบลทดสอบ"},
        "year": 2570,
        "indicators": {1: 90, 2: 90},
        "no_points": ["o1"],
        "previous": {"year": 2568, "no_points": ["o4", "o9"], "indicators": {1: 80}},
    }

    way = Way(results_from(data, "results.yaml", folder), folder)

    assert str(way.sheet.total.shown) == "51.00"
    assert (way.level.code, way.level.passed, way.level.certain) == ("แดง", False, True)
    assert way.analysis.weak == ("o1", "3")
    assert [(one.topic, one.fate) for one in way.analysis.item_changes] == [("news", "still_lost"), ("service-manual", "mended")]
    assert [measure.answers for measure in way.proposals] == [("o1",)]
    assert way.results.plan_year == 2571


def test_items_are_followed_into_the_new_year(folder: Path) -> None:
    steps = crosswalk(load_framework(2569), load_framework(2570, folder))

    assert ("moves", ("o4",), ("o1",)) in [(step.fate, step.before, step.after) for step in steps]


def test_the_sheet_of_the_new_year_uses_its_weights(folder: Path) -> None:
    scores = results_from({"agency": {"name": "x"}, "year": 2570, "indicators": {1: 100, 2: 100, 3: 0}}, "results.yaml", folder).scores

    sheet = score_sheet(load_framework(2570, folder), scores)

    assert sheet.total.shown == Decimal(40)
    assert str(sheet.nodes["3"].stake) == "60.00"

"""The answers of the contract: plain values, in two languages, for whole results and for almost none."""

import json
import math
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from prongsai.analysis import way_to_level, way_to_total
from prongsai.answers import Answer, agrees, analyse_answer, framework_answer, plan_answer, remark_answer, score_answer, step_answer, target_answer
from prongsai.framework import crosswalk, load_framework
from prongsai.pipeline import Way
from prongsai.plan import Remark
from prongsai.results import results_from
from prongsai.thai import is_thai
from prongsai.words import Language, Words

_INDICATORS = {"1": 95.24, "2": 95.83, "3": 99.31, "4": 93.38, "5": 93.82, "6": 96.03, "7": 95.47, "8": 95.48, "9": 69.0, "10": 80.0}
_ANSWERS: tuple[Callable[[Way, Language], Answer], ...] = (score_answer, analyse_answer, plan_answer)
_DATA: dict[str, dict[str, Any]] = {
    "nothing": {},
    "a total": {"published": {"total": 87.15}},
    "a year with gaps": {"year": 2569, "indicators": _INDICATORS},
    "items of 2564": {"year": 2564, "indicators": {"1": 90}, "items": {"i1": 80.25}, "no_points": ["o1"]},
    "measures": {"indicators": _INDICATORS, "measures": [{"title": "จัดอบรม", "budget": 1250.5}], "no_points": []},
}


def _way(**data: Any) -> Way:
    return Way(results_from({"agency": {"name": "เทศบาลตำบลตัวอย่าง"}, "year": 2568, **data}, "made-up.yaml"))


def _values(value: Any) -> Iterator[Any]:
    if isinstance(value, dict | list):
        for entry in value.values() if isinstance(value, dict) else value:
            yield from _values(entry)
    else:
        yield value


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("name", _DATA)
def test_every_answer_is_plain_values_with_scores_of_at_most_two_decimals(name: str, language: Language) -> None:
    way = _way(**_DATA[name])

    for answer in (made(way, language) for made in _ANSWERS):
        assert json.loads(json.dumps(answer, ensure_ascii=False)) == answer
        for value in _values(answer):
            assert value is None or isinstance(value, str | int | float)
            assert not isinstance(value, float) or (math.isfinite(value) and round(value, 4) == value)


def test_the_score_answer_of_mae_sot_is_that_of_the_contract(mae_sot: Way) -> None:
    answer = score_answer(mae_sot)

    assert {key: answer[key] for key in ("year", "agency", "indicators", "instruments", "total", "misprints")} == {
        "year": 2568,
        "agency": "เทศบาลนครแม่สอด",
        "indicators": _INDICATORS,
        "instruments": {"IIT": 95.52, "EIT": 95.66, "OIT": 74.5},
        "total": 87.15,
        "misprints": [],
    }
    assert {key: answer["level"][key] for key in ("code", "passed", "certain")} == {"code": "ผ่าน", "passed": True, "certain": True}
    assert answer["published"] == {"total": 87.15, "level": "ผ่าน", "agrees": True}


def test_an_answer_in_english_has_no_thai_but_codes_and_titles(mae_sot: Way) -> None:
    answer = score_answer(mae_sot, "en")

    reasons = [answer["level"]["because"], answer["level"]["name"], *(entry["reason"] for entry in answer["missing"])]
    assert not [text for text in reasons if is_thai(text)]
    assert not [child for child in answer["tree"]["children"] if is_thai(child["name"])]


def test_scores_that_are_not_known_are_null_and_never_nothing() -> None:
    answer = score_answer(_way(indicators={"9": 0}))

    assert answer["total"] is None
    assert answer["indicators"]["9"] == 0.0
    assert answer["indicators"]["10"] is None
    assert "10" in {entry["node"] for entry in answer["missing"]}


@pytest.mark.parametrize(
    ("published", "answer"),
    [
        ({"total": 87.15, "level": "ผ่าน"}, True),
        ({"total": 87.14}, True),
        ({"total": 87.17}, False),
        ({"level": "ผ่าน"}, True),
        ({"level": "ผ่านดี"}, False),
        ({"total": 87.15, "level": "ผ่านดี"}, False),
        ({}, None),
    ],
)
def test_what_was_published_agrees_differs_or_cannot_be_held_against_anything(published: dict[str, Any], answer: bool | None) -> None:
    assert agrees(_way(indicators=_INDICATORS, published=published)) is answer


def test_a_published_total_alone_agrees_with_nothing() -> None:
    assert agrees(_way(published={"total": 87.15})) is None


def test_the_analysis_answer_separates_indicators_from_totals(mae_sot: Way) -> None:
    answer = analyse_answer(mae_sot)

    assert [entry["indicator"] for entry in answer["change"]] == list(range(1, 11))
    assert {entry["node"] for entry in answer["totals"]} == {"IIT", "EIT", "OIT", "total"}
    assert answer["totals"][-1] == {"node": "total", "from": 92.07, "to": 87.15, "change": -4.92}


def test_the_target_answer_says_what_cannot_be_told(mae_sot: Way) -> None:
    reached, unknown = target_answer(way_to_level(mae_sot.sheet, "ผ่านดี")), target_answer(way_to_total(_way().sheet, Decimal(90)))

    assert set(reached) >= {"reachable", "total_after", "level_after", "changes"}
    assert all(set(change) >= {"node", "from", "to", "points"} for change in reached["changes"])
    assert (reached["reachable"], reached["because"]) == (True, None)
    assert (unknown["reachable"], unknown["changes"]) == (False, [])
    assert unknown["because"]


def test_the_plan_answer_says_which_weak_points_of_a_proposal_are_answered_already(mae_sot: Way) -> None:
    answer = plan_answer(mae_sot)

    already = {node for proposal in answer["proposals"] for node in proposal["already"]}
    assert {"o9", "o16", "o27"} <= already <= set(answer["coverage"]["covered"])
    assert answer["plan_year"] == 2569


def test_proposals_are_in_the_language_of_the_way(mae_sot: Way) -> None:
    english = plan_answer(replace(mae_sot, language="en"), "en")

    assert not [proposal for proposal in english["proposals"] if is_thai(proposal["title"])]


def test_a_remark_is_told_in_one_language() -> None:
    remark = Remark("measure-owner", "error", "measures.1", Words("ไม่มี", "none"), Words("ใส่", "give"))

    assert remark_answer(remark, "en") == {"rule": "measure-owner", "severity": "error", "where": "measures.1", "message": "none", "mend": "give"}


@pytest.mark.parametrize("year", range(2562, 2570))
def test_the_rules_of_a_year_are_plain_values_with_what_is_unknown(year: int) -> None:
    answer = framework_answer(load_framework(year))

    assert json.loads(json.dumps(answer)) == answer
    assert (answer["year"], len(answer["indicators"]), len(answer["instruments"])) == (year, 10, 3)
    assert all(entry["what"] and entry["reason"] for entry in answer["unknown"])


def test_a_step_between_two_years_names_both_codes_and_the_topic() -> None:
    steps = [step_answer(step) for step in crosswalk(load_framework(2567), load_framework(2568))]

    assert steps
    assert all(list(step) == ["fate", "from", "to", "topic"] for step in steps)

"""The cases of every year hold, and a wrong one is found."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from folders import ROOT, Laid
from prongsai.framework import known_years, load_framework
from prongsai.results import results_from
from prongsai.scoring import level_of, run_cases, score_sheet

_PUBLISHED = ROOT.parent / "shared" / "cases" / "scores.json"
_CASE = """
name: a case made for this test
reference: [M69]
given:
  instruments: {{IIT: 90.00, EIT: 90.00, OIT: 90.00}}
  published: {{total: {published}}}
expected: {{total: {total}, level: {level}, certain: {certain}, instruments: {{IIT: {iit}}}}}
"""


@pytest.mark.parametrize("year", known_years())
def test_every_case_of_the_year_holds(year: int) -> None:
    outcomes = run_cases(load_framework(year))

    assert [(outcome.case.name, outcome.differences) for outcome in outcomes if not outcome.holds] == []


def test_every_year_with_published_results_has_a_case() -> None:
    assert all(run_cases(load_framework(year)) for year in range(2562, 2569))


@pytest.mark.parametrize(
    ("planted", "difference"),
    [
        ({}, ()),
        ({"total": "90.01"}, ()),
        ({"total": "90.02"}, (("total", "90.02", "90.00"),)),
        ({"iit": "90.01"}, (("instruments.IIT", "90.01", "90.00"),)),
        ({"level": "B"}, (("level", "B", "A"),)),
        ({"certain": "false"}, (("certain", "False", "True"),)),
    ],
)
def test_a_planted_wrong_expectation_is_found(laid: Laid, planted: dict[str, str], difference: tuple[tuple[str, str, str], ...]) -> None:
    values = {"published": "90.00", "total": "90.00", "level": "A", "certain": "true", "iit": "90.00", **planted}
    folder = laid({"2564/cases/planted.yaml": _CASE.format(**values)})

    outcome = run_cases(load_framework(2564, folder), folder)[-1]

    assert outcome.case.name == "a case made for this test"
    assert outcome.differences == difference
    assert outcome.holds == (not difference)


def _published() -> list[dict[str, Any]]:
    if not _PUBLISHED.is_file():
        return []
    data = json.loads(_PUBLISHED.read_text(encoding="utf-8"))
    return [*data["complete"], *data["levels"]]


@pytest.mark.skipif(not _PUBLISHED.is_file(), reason="the published scores are not beside this repository")
@pytest.mark.parametrize("real", _published(), ids=lambda real: str(real["id"]))
def test_real_published_results_come_out_as_published(real: dict[str, Any]) -> None:
    published = {"total": real["published_total"], "level": real.get("published_level")}
    data = {"agency": {"name": real["agency"]}, "year": real["year_be"], "indicators": real.get("scores"), "published": published}

    results = results_from(data, real["id"])
    framework = load_framework(results.year)
    sheet = score_sheet(framework, results.scores)

    assert sheet.total.shown is not None
    assert abs(sheet.total.shown - Decimal(real["published_total"])) <= Decimal("0.01")
    if published["level"]:
        assert level_of(framework, sheet.nodes, results.scores.published_level).code == published["level"]


def test_examples_stand_in_the_repository() -> None:
    assert sorted(path.name for path in Path(ROOT / "examples").glob("*.yaml")) == ["chum-saeng-2566.yaml", "mae-sot-2568.yaml"]

"""CONTRIBUTING.md: who follows it adds a year with a folder alone, and the files that it names are there."""

import re
import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from prongsai.framework import crosswalk, load_advice, load_framework, shipped, topics_missing
from prongsai.results import results_from
from prongsai.scoring import level_of, run_cases, score_sheet

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
PRESENT = "\n".join(line for line in TEXT.splitlines() if "comes later" not in line)
CASE = """\
name: หน่วยงานหนึ่งได้ 87.15 ระดับผ่าน
reference: [H70]
given:
  indicators: {1: 95.24, 2: 95.83, 3: 99.31, 4: 93.38, 5: 93.82, 6: 96.03, 7: 95.47, 8: 95.48, 9: 69.00, 10: 80.00}
expected: {total: 87.15, level: ผ่าน, certain: true}
"""


@pytest.fixture
def own_rules(tmp_path: Path) -> Path:
    """A folder made by the recipe: the nearest complete year copied, its year mended, a source and a case added."""
    year = tmp_path / "2570"
    shutil.copytree(shipped() / "years" / "2568", year, ignore=shutil.ignore_patterns("cases"))
    rules = (year / "framework.yaml").read_text(encoding="utf-8")
    (year / "framework.yaml").write_text(rules.replace("\nyear: 2568\n", "\nyear: 2570\n").replace("[M69, ", "[H70, M69, "), encoding="utf-8")
    (tmp_path / "sources.yaml").write_text("- {id: H70, what: a handbook of 2570, where: at hand}\n", encoding="utf-8")
    (year / "cases").mkdir()
    (year / "cases" / "one.yaml").write_text(CASE, encoding="utf-8")
    return tmp_path


def test_a_new_year_holds_its_case_and_names_no_unknown_topic(own_rules: Path) -> None:
    framework = load_framework(2570, own_rules)

    outcomes = run_cases(framework, own_rules)

    assert [outcome.holds for outcome in outcomes] == [True]
    assert not topics_missing(framework, load_advice(own_rules))


def test_a_new_year_scores_results(own_rules: Path) -> None:
    data = {"agency": {"name": "เทศบาลเมืองหนึ่ง"}, "year": 2570, "instruments": {"IIT": 90, "EIT": 90, "OIT": 90}, "parts": {"EIT-1": 86, "EIT-2": 94}}
    results = results_from(data, "results.yaml", own_rules)

    sheet = score_sheet(load_framework(2570, own_rules), results.scores)

    assert sheet.total.shown == Decimal(90)
    assert level_of(sheet.framework, sheet.nodes).code == "ผ่านดี"


def test_a_new_year_is_followed_from_the_year_before(own_rules: Path) -> None:
    steps = crosswalk(load_framework(2569), load_framework(2570, own_rules))

    assert {"stays", "moves"} <= {step.fate for step in steps}


@pytest.mark.parametrize("path", sorted(set(re.findall(r"`((?:src|docs|tests|examples)/[^`*]*)\*?[^`]*`", PRESENT))))
def test_every_file_that_the_recipes_name_is_there(path: str) -> None:
    known = path.replace("2570", "2568").replace("YEAR", "2568").replace("NAME", "own").replace("x_report", "analysis_report")

    assert (ROOT / known).exists()

"""A folder of rules for a year that does not ship serves every command, from the template to the reports."""

import shutil
from pathlib import Path

import openpyxl
import pytest

from cli.running import Command, Saved, tree
from prongsai.framework import shipped

INDICATORS = {"1": 95.24, "2": 95.83, "3": 99.31, "4": 93.38, "5": 93.82, "6": 96.03, "7": 95.47, "8": 95.48, "9": 69.0, "10": 80.0}


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The rules of 2568 under the name of 2570, with a weight and the pass mark changed."""
    folder = tmp_path_factory.mktemp("rules")
    shutil.copytree(shipped() / "years" / "2568", folder / "2570")
    path = folder / "2570" / "framework.yaml"
    text = path.read_text(encoding="utf-8").replace("year: 2568", "year: 2570", 1)
    assert text.count("weight: {value: 30, ") == 2
    text = text.replace("weight: {value: 30, ", "weight: {value: 20, ").replace("weight: {value: 40, ", "weight: {value: 60, ")
    path.write_text(text, encoding="utf-8")
    shutil.rmtree(folder / "2570" / "cases")
    return str(folder)


def test_the_year_is_listed_shown_and_checked(command: Command, rules: str) -> None:
    asked = (("list",), ("show", "2570"), ("check", "2570"))

    listed, shown, checked = (command("framework", *arguments, "--framework", rules, "--json") for arguments in asked)

    assert listed.json[-1]["year"] == 2570
    assert [entry["weight"]["value"] for entry in shown.json["instruments"]] in ([20, 20, 60], ["20", "20", "60"])
    assert (checked.code, checked.json[0]["faults"]) == (0, [])


def test_every_item_of_the_copied_year_stays(command: Command, rules: str) -> None:
    steps = command("framework", "diff", "2568", "2570", "--framework", rules, "--json").json["steps"]

    assert {step["fate"] for step in steps if step["topic"]} == {"stays"}
    assert all(step["from"] == step["to"] for step in steps if step["topic"])


def test_results_are_scored_by_the_rules_of_the_folder(command: Command, saved: Saved, rules: str) -> None:
    file = saved(year=2570, indicators=INDICATORS, previous={"year": 2568, "indicators": INDICATORS})

    ran = command("score", file, "--framework", rules, "--json")

    assert ran.code == 0
    assert ran.json["total"] == 82.94
    assert ran.json["year"] == 2570


def test_analysis_target_and_plan_follow_the_folder(command: Command, saved: Saved, rules: str, tmp_path: Path) -> None:
    file, planned = saved(year=2570, indicators=INDICATORS, no_points=["o9"]), str(tmp_path / "planned.yaml")

    analysed = command("analyse", file, "--framework", rules, "--json")
    aimed = command("target", file, "--total", "90", "--framework", rules, "--json")
    plan = command("plan", file, "-o", planned, "--framework", rules, "--json")
    again = command("plan", planned, "--framework", rules, "--json")

    assert {entry["node"]: entry["points"] for entry in analysed.json["stakes"]}["10"] == 6.0
    assert aimed.json["reachable"] is True
    assert plan.json["plan_year"] == 2571
    assert again.json["coverage"]["uncovered"] == []


def test_reports_and_template_are_written_for_the_year(command: Command, saved: Saved, rules: str, tmp_path: Path) -> None:
    file, form = saved(year=2570, indicators=INDICATORS, no_points=["o9"]), tmp_path / "form.xlsx"

    reported = command("report", file, "--format", "html", "--out", str(tmp_path / "out"), "--framework", rules)
    made = command("template", "2570", "-o", str(form), "--framework", rules)
    book = openpyxl.load_workbook(form)
    book["หน่วยงาน"]["C2"], book["คะแนน"]["C10"] = "เทศบาลตำบลตัวอย่าง", 69
    book.save(form)
    read_back = command("score", str(form), "--framework", rules, "--json")

    page = (tmp_path / "out" / "results" / "analysis.html").read_text(encoding="utf-8")
    assert (reported.code, made.code, read_back.code) == (0, 0, 0)
    assert "82.94" in page
    assert "2570" in page
    assert tree(tmp_path / "out") == ["results/analysis.html"]
    assert read_back.json["indicators"]["9"] == 69.0


def test_without_the_folder_the_year_is_refused(command: Command, saved: Saved) -> None:
    ran = command("score", saved(year=2570, indicators=INDICATORS))

    assert ran.code == 2
    assert "[unknown-year]" in ran.err
    assert "--framework" in ran.err

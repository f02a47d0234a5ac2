"""`prongsai framework`: the years there are, what is unknown in them, their cases, and what changed."""

from pathlib import Path

import pytest

from cli.running import Command
from folders import lay

_YEARS = list(range(2562, 2570))


def test_every_year_is_listed_with_what_is_known_and_unknown(command: Command) -> None:
    ran = command("framework", "list", "--json")

    rows = {row["year"]: row for row in ran.json}
    assert ran.code == 0
    assert list(rows) == _YEARS
    assert rows[2568]["weights"] is True
    assert rows[2569]["weights"] is False
    assert all(entry["what"] and entry["reason"] for row in ran.json for entry in row["unknown"])


def test_people_read_one_line_a_year(command: Command) -> None:
    out = command("framework", "list").out

    assert all(f" {year} " in out for year in _YEARS)


@pytest.mark.parametrize("year", _YEARS)
def test_a_year_is_shown_as_a_tree_and_as_data(command: Command, year: int) -> None:
    shown, data = command("framework", "show", str(year)), command("framework", "show", str(year), "--json")

    assert (shown.code, data.code) == (0, 0)
    assert data.json["year"] == year
    assert [entry["code"] for entry in data.json["instruments"]] == ["IIT", "EIT", "OIT"]
    assert [entry["number"] for entry in data.json["indicators"]] == list(range(1, 11))
    assert all({"code", "instrument", "indicator", "title", "topics"} <= set(entry) for entry in data.json["items"])
    assert all(name in shown.out for name in ("IIT", "EIT", "OIT"))


def test_all_cases_of_all_years_hold(command: Command) -> None:
    ran = command("framework", "check", "--json")

    assert ran.code == 0
    assert [entry["year"] for entry in ran.json] == _YEARS
    assert not [entry for entry in ran.json if entry["faults"] or not all(case["holds"] for case in entry["cases"])]
    assert {entry["year"] for entry in ran.json if entry["cases"]} >= {2562, 2564, 2566, 2567, 2568}


def test_a_case_that_fails_is_named_with_both_figures_and_ends_with_1(command: Command, tmp_path: Path) -> None:
    case = "name: คะแนนผิด\nreference: [M69]\ngiven: {indicators: {1: 90}}\nexpected: {total: 12.34}\n"
    folder = lay(tmp_path, {"2568/cases/wrong.yaml": case})

    ran, told = (command("framework", "check", "2568", "--framework", str(folder), *extra) for extra in (("--json",), ()))

    failing = [case for case in ran.json[0]["cases"] if not case["holds"]]
    assert (ran.code, told.code) == (1, 1)
    assert [case["name"] for case in failing] == ["คะแนนผิด"]
    assert "12.34" in told.out


def test_a_faulty_folder_is_told_with_all_of_its_faults_and_ends_with_1(command: Command, tmp_path: Path) -> None:
    folder = lay(tmp_path, {"2568/framework.yaml": "colour: red\ninstruments:\n- {code: IIT, wieght: 3}\n"})

    checked, used = (
        command("framework", "check", "2568", "--framework", str(folder), "--json"),
        command("framework", "show", "2568", "--framework", str(folder)),
    )

    faults = "\n".join(checked.json[0]["faults"])
    assert checked.code == 1
    assert "colour" in faults
    assert "wieght" in faults
    assert used.code == 2
    assert "[unknown-key]" in used.err


def test_the_difference_of_two_years_follows_every_item_once(command: Command) -> None:
    ran = command("framework", "diff", "2567", "2568", "--json")

    steps = ran.json["steps"]
    before = [code for step in steps for code in step["from"]]
    assert (ran.json["from"], ran.json["to"]) == (2567, 2568)
    assert {step["fate"] for step in steps} <= {"stays", "moves", "merges", "splits", "appears", "ends", "unknown"}
    assert set(before) >= {"o1", "o2"}
    assert all(set(step) == {"fate", "from", "to", "topic"} for step in steps)


def test_people_read_the_difference_with_titles(command: Command) -> None:
    out = command("framework", "diff", "2566", "2568").out

    assert "ปี 2566 → 2568" in out
    assert "เปลี่ยนรหัส" in out


@pytest.mark.parametrize("arguments", [("show", "2570"), ("check", "2570"), ("diff", "2568", "2570"), ("diff", "2561", "2568")])
def test_a_year_without_rules_is_refused_with_the_years_there_are(command: Command, arguments: tuple[str, ...]) -> None:
    ran = command("framework", *arguments)

    assert ran.code == 2
    assert "[unknown-year]" in ran.err
    assert "2562" in ran.err
    assert "--framework" in ran.err


def test_a_folder_that_is_not_there_is_refused(command: Command, tmp_path: Path) -> None:
    ran = command("framework", "list", "--framework", str(tmp_path / "nowhere"))

    assert ran.code == 2
    assert "[no-such-folder]" in ran.err

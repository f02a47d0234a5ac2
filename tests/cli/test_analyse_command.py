"""`prongsai analyse` and `prongsai target`: what a result means and the way to a better one."""

import pytest

from cli.running import CHUM_SAENG, MAE_SOT, Command, Saved

_CHANGES = [-4.71, -3.87, -0.69, 25.97, -6.18, -1.95, -0.22, 5.78, -9.57, -20.0]


def test_the_analysis_has_the_shape_of_the_contract(command: Command) -> None:
    ran = command("analyse", MAE_SOT, "--json")

    answer = ran.json
    assert ran.code == 0
    assert {"strongest", "weakest", "change", "gaps", "stakes"} <= set(answer)
    assert all({"indicator", "score"} <= set(entry) for entry in (*answer["strongest"], *answer["weakest"]))
    assert all({"indicator", "from", "to", "change"} <= set(entry) for entry in answer["change"])
    assert all({"node", "score", "why"} <= set(entry) for entry in answer["gaps"])
    assert all({"node", "score", "points"} <= set(entry) for entry in answer["stakes"])


def test_strongest_and_weakest_of_mae_sot(command: Command) -> None:
    answer = command("analyse", MAE_SOT, "--json").json

    assert answer["strongest"][0] == {"indicator": 3, "name": "การใช้อำนาจ", "score": 99.31}
    assert [entry["indicator"] for entry in answer["weakest"]] == [9, 10, 4]


def test_the_ten_differences_are_those_of_the_agencys_own_report(command: Command) -> None:
    change = command("analyse", MAE_SOT, "--json").json["change"]

    assert [entry["change"] for entry in change] == _CHANGES
    assert [entry["indicator"] for entry in change] == list(range(1, 11))


def test_four_points_are_at_stake_at_indicator_ten_and_the_largest_stake_is_first(command: Command) -> None:
    stakes = command("analyse", MAE_SOT, "--json").json["stakes"]

    points = [entry["points"] for entry in stakes]
    assert {(entry["node"], entry["score"], entry["points"]) for entry in stakes} >= {("10", 80.0, 4.0), ("9", 69.0, 6.2)}
    assert points == sorted(points, reverse=True)


def test_all_eight_lost_items_are_gaps(command: Command) -> None:
    gaps = command("analyse", MAE_SOT, "--json").json["gaps"]

    assert [gap["node"] for gap in gaps if gap["why"] == "no_points"] == ["o1", "o2", "o4", "o7", "o9", "o12", "o16", "o27"]


def test_people_read_the_change_with_its_sign(command: Command) -> None:
    out = command("analyse", MAE_SOT).out

    assert "+25.97" in out
    assert "-20.00" in out
    assert "จุดแข็ง: 3 การใช้อำนาจ 99.31" in out


@pytest.mark.parametrize("file", [CHUM_SAENG])
def test_results_without_scores_have_an_empty_analysis_and_no_fault(command: Command, file: str) -> None:
    ran, shown = command("analyse", file, "--json"), command("analyse", file)

    assert (ran.code, shown.code) == (0, 0)
    assert ran.json["strongest"] == ran.json["change"] == ran.json["stakes"] == []


def test_the_least_that_must_change_for_the_next_level(command: Command) -> None:
    ran = command("target", MAE_SOT, "--level", "ผ่านดี", "--json")

    answer = ran.json
    assert ran.code == 0
    assert answer["reachable"] is True
    assert answer["total_after"] == 91.35
    assert [(change["node"], change["from"], change["to"], change["points"]) for change in answer["changes"]] == [("9", 69.0, 90.0, 4.2)]
    assert answer["unknown"] == ["EIT-1", "EIT-2"]


@pytest.mark.parametrize("total", ["90", "90.00", "๙๐"])
def test_the_least_that_must_change_for_a_total(command: Command, total: str) -> None:
    answer = command("target", MAE_SOT, "--total", total, "--json").json

    assert answer["reachable"] is True
    assert 90 <= answer["total_after"] <= 90.01
    assert sum(change["points"] for change in answer["changes"]) == pytest.approx(90 - 87.15, abs=0.011)


def test_a_target_that_is_reached_needs_no_change(command: Command) -> None:
    ran = command("target", MAE_SOT, "--total", "80", "--json")

    assert (ran.code, ran.json["changes"], ran.json["total_after"]) == (0, [], 87.15)


def test_people_read_the_way_to_the_target(command: Command) -> None:
    out = command("target", MAE_SOT, "--level", "ผ่านดี").out

    assert "91.35" in out
    assert "EIT-1, EIT-2" in out


def test_a_target_that_cannot_be_worked_out_says_why_and_ends_with_1(command: Command, saved: Saved) -> None:
    ran, told = (command("target", saved(published={"total": 80}), "--total", "90", *extra) for extra in (("--json",), ()))

    assert (ran.code, told.code) == (1, 1)
    assert ran.json["reachable"] is False
    assert ran.json["because"]
    assert ran.json["because"] in told.out


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ((), "one-target"),
        (("--level", "ผ่าน", "--total", "90"), "one-target"),
        (("--level", "เก่งมาก"), "unknown-level"),
        (("--total", "101"), "target-out-of-range"),
        (("--total", "-1"), "target-out-of-range"),
        (("--total", "มาก"), "unreadable-number"),
        (("--total", "95,24"), "unreadable-number"),
    ],
)
def test_a_target_that_makes_no_sense_is_refused(command: Command, options: tuple[str, ...], code: str) -> None:
    ran = command("target", MAE_SOT, *options)

    assert ran.code == 2
    assert f"[{code}]" in ran.err
    assert "วิธีแก้" in ran.err
    assert ran.out == ""

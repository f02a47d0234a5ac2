"""`prongsai plan`: proposals for every weak point, and a results file with them filled in."""

from pathlib import Path

import pytest

from cli.running import CHUM_SAENG, MAE_SOT, Command, Saved, tree

_LOST = ["o1", "o2", "o4", "o7", "o9", "o12", "o16", "o27"]
_KEYS = {"title", "answers", "steps", "responsible", "start", "end", "follow_up", "success"}


def test_the_plan_has_the_shape_of_the_contract_and_ends_with_1_for_measures_with_errors(command: Command) -> None:
    ran = command("plan", MAE_SOT, "--json")

    answer = ran.json
    assert ran.code == 1
    assert {"proposals", "coverage", "remarks"} <= set(answer)
    assert list(answer["coverage"]) == ["weak", "covered", "uncovered"]
    assert all(set(proposal) >= _KEYS for proposal in answer["proposals"])
    assert all({"rule", "severity", "where", "message", "mend"} == set(remark) for remark in answer["remarks"])


def test_all_lost_items_of_mae_sot_are_weak_and_the_proposals_answer_every_weak_point(command: Command) -> None:
    answer = command("plan", MAE_SOT, "--json").json

    weak = set(answer["coverage"]["weak"])
    answered = {node for proposal in answer["proposals"] for node in proposal["answers"]}
    assert set(_LOST) <= weak
    assert {"o9", "o16", "o27"} <= set(answer["coverage"]["covered"])
    assert weak - answered <= {"9", "10"}
    assert sorted(answer["coverage"]["covered"] + answer["coverage"]["uncovered"]) == sorted(weak)


def test_a_written_plan_reads_back_and_leaves_no_weak_point_open(command: Command, tmp_path: Path) -> None:
    planned = tmp_path / "planned.yaml"

    wrote = command("plan", MAE_SOT, "-o", str(planned), "--json")
    again = command("plan", str(planned), "--json")

    assert wrote.code == 1
    assert again.json["coverage"]["uncovered"] == []
    assert again.json["coverage"]["weak"] == wrote.json["coverage"]["weak"]
    assert tree(tmp_path) == ["planned.yaml"]


@pytest.mark.parametrize("name", ["planned.yaml", "planned.json", "planned.xlsx"])
def test_a_plan_without_own_measures_is_written_read_back_and_reported(command: Command, saved: Saved, tmp_path: Path, name: str) -> None:
    bare = saved(indicators={"9": 69, "10": 80}, no_points=_LOST)
    planned, out = tmp_path / name, tmp_path / "out"

    wrote = command("plan", bare, "-o", str(planned))
    again = command("plan", str(planned), "--json")
    reported = command("report", str(planned), "--format", "html", "--out", str(out), "--json")

    assert (wrote.code, again.code, reported.code) == (0, 0, 0)
    assert again.json["coverage"]["uncovered"] == []
    assert not [remark for remark in again.json["remarks"] if remark["severity"] == "error"]
    assert [Path(file).name for file in reported.json[0]["files"]] == ["analysis.html", "measures.html", "progress.html"]
    measures = (out / "planned" / "measures.html").read_text(encoding="utf-8")
    assert again.json["proposals"][0]["steps"][0] in measures


def test_people_read_proposals_with_owner_period_and_success(command: Command, saved: Saved) -> None:
    out = command("plan", saved(no_points=["o9"])).out

    assert "ยังไม่มีมาตรการ: o9" in out
    assert all(label in out for label in ("ข้อเสนอที่ 1: ", "ผู้รับผิดชอบ ", "เวลา ", "ติดตาม ", "ความสำเร็จ "))


def test_results_that_show_no_weak_point_need_no_plan(command: Command) -> None:
    ran = command("plan", CHUM_SAENG, "--json")

    assert ran.json["coverage"] == {"weak": [], "covered": [], "uncovered": []}
    assert ran.json["proposals"] == []


def test_a_measure_that_answers_nothing_is_an_error_among_the_remarks(command: Command, saved: Saved) -> None:
    ran = command("plan", saved(no_points=["o9"], measures=[{"title": "จัดอบรม"}]), "--json")

    rules = {remark["rule"] for remark in ran.json["remarks"] if remark["severity"] == "error"}
    assert ran.code == 1
    assert {"measure-answers", "measure-owner", "measure-steps", "measure-period", "measure-follow-up", "uncovered-weakness"} <= rules


@pytest.mark.parametrize("name", ["planned.doc", "planned"])
def test_a_plan_in_an_unknown_format_is_refused_and_nothing_is_written(command: Command, tmp_path: Path, name: str) -> None:
    ran = command("plan", MAE_SOT, "-o", str(tmp_path / name))

    assert ran.code == 2
    assert "[unknown-format]" in ran.err
    assert tree(tmp_path) == []

"""`prongsai score`: the sheet, and exit 1 where what was published does not follow."""

import re

import pytest

from cli.running import MAE_SOT, Command, Saved

INDICATORS = {"1": 95.24, "2": 95.83, "3": 99.31, "4": 93.38, "5": 93.82, "6": 96.03, "7": 95.47, "8": 95.48, "9": 69.0, "10": 80.0}


def test_the_sheet_of_mae_sot_has_the_shape_and_the_figures_of_the_contract(command: Command) -> None:
    ran = command("score", MAE_SOT, "--json")

    answer = ran.json
    assert ran.code == 0
    assert list(answer)[:8] == ["year", "agency", "indicators", "parts", "instruments", "total", "level", "published"]
    assert (answer["year"], answer["agency"], answer["total"]) == (2568, "เทศบาลนครแม่สอด", 87.15)
    assert answer["indicators"] == INDICATORS
    assert answer["instruments"] == {"IIT": 95.52, "EIT": 95.66, "OIT": 74.5}
    assert answer["parts"] == {"EIT-1": None, "EIT-2": None}
    assert answer["published"] == {"total": 87.15, "level": "ผ่าน", "agrees": True}
    assert answer["misprints"] == []


def test_the_level_of_mae_sot_is_certain_because_disclosure_is_below_85(command: Command) -> None:
    level = command("score", MAE_SOT, "--json").json["level"]

    assert (level["code"], level["passed"], level["certain"]) == ("ผ่าน", True, True)
    assert "OIT" in level["because"]
    assert "85" in level["because"]


def test_what_is_missing_is_named_with_its_reason(command: Command) -> None:
    missing = command("score", MAE_SOT, "--json").json["missing"]

    assert {entry["node"] for entry in missing} == {"EIT-1", "EIT-2"}
    assert all(entry["reason"].strip() for entry in missing)


def test_the_tree_leads_from_the_total_to_the_items(command: Command) -> None:
    tree = command("score", MAE_SOT, "--json").json["tree"]

    assert (tree["id"], tree["score"], tree["share"]) == ("total", 87.15, 100)
    assert [child["id"] for child in tree["children"]] == ["IIT", "EIT", "OIT"]
    assert set(tree) == {"id", "kind", "name", "score", "basis", "reason", "share", "share_reason", "points", "children"}


def test_no_score_has_more_than_two_decimals(command: Command, saved: Saved) -> None:
    thirds = saved(indicators={"1": 1.11, "2": 2.22, "3": 3.34, "4": 1, "5": 1, "6": 1.01, "7": 2, "8": 2, "9": 33.33, "10": 33.34})

    out = command("score", thirds, "--json").out

    scores = re.findall(r'"(?:score|total|points)": (\d+(?:\.\d+)?)', out)
    assert len(scores) > 20
    assert not [score for score in scores if len(score.partition(".")[2]) > 2]


@pytest.mark.parametrize(("indicator", "wrong"), [("1", 85.24), ("4", 93.88), ("9", 68.0), ("10", 90.0)])
def test_a_misread_figure_is_among_the_misprints_and_the_run_ends_with_1(command: Command, saved: Saved, indicator: str, wrong: float) -> None:
    file = saved(indicators={**INDICATORS, indicator: wrong}, published={"total": 87.15, "level": "ผ่าน"})

    ran = command("score", file, "--json")

    right = {"indicator": int(indicator), "node": indicator, "printed": wrong, "would_be": INDICATORS[indicator]}
    assert ran.code == 1
    assert ran.json["published"]["agrees"] is False
    assert right in ran.json["misprints"]


def test_a_misread_figure_is_told_to_people_too(command: Command, saved: Saved) -> None:
    file = saved(indicators={**INDICATORS, "9": 68.0}, published={"total": 87.15})

    ran = command("score", file)

    assert ran.code == 1
    assert "ไม่ตรงกับที่ประกาศ: 87.15" in ran.out
    assert "ตัวชี้วัดที่ 9 พิมพ์ผิดหนึ่งหลัก: 68.0 → 69.00" in ran.out or "ตัวชี้วัดที่ 9 พิมพ์ผิดหนึ่งหลัก: 68.00 → 69.00" in ran.out


def test_a_published_level_that_the_scores_do_not_allow_ends_with_1(command: Command, saved: Saved) -> None:
    ran = command("score", saved(indicators=INDICATORS, published={"total": 87.15, "level": "ผ่านดี"}), "--json")

    assert ran.code == 1
    assert ran.json["published"]["agrees"] is False


def test_a_missing_score_leaves_the_best_level_that_is_allowed_and_says_what_would_decide(command: Command, saved: Saved) -> None:
    ran = command("score", saved(published={"total": 87.15}), "--json")

    level = ran.json["level"]
    assert ran.code == 0
    assert (level["code"], level["certain"], level["possible"]) == ("ผ่านดี", False, ["ผ่านดี", "ผ่าน"])
    assert all(code in level["because"] for code in ("IIT", "EIT-1", "EIT-2", "OIT"))


def test_last_years_scores_of_mae_sot_give_92_07(command: Command, saved: Saved) -> None:
    before = {"1": 99.95, "2": 99.70, "3": 100, "4": 67.41, "5": 100, "6": 97.98, "7": 95.69, "8": 89.70, "9": 78.57, "10": 100}

    assert command("score", saved(year=2567, indicators=before), "--json").json["total"] == 92.07


def test_a_citizen_is_told_how_a_score_came_about(command: Command) -> None:
    told, plain = command("score", MAE_SOT, "--explain", "OIT", "--json"), command("score", MAE_SOT, "--explain", "total")

    assert told.json["node"] == "OIT"
    assert any("(69.00 + 80.00) ÷ 2 = 74.50" in sentence for sentence in told.json["explanation"])
    assert "IIT 95.52 × 30%" in plain.out


def test_an_unknown_node_to_explain_is_refused_with_some_that_there_are(command: Command) -> None:
    ran = command("score", MAE_SOT, "--explain", "99")

    assert ran.code == 2
    assert "[unknown-node]" in ran.err
    assert "IIT" in ran.err


def test_people_read_a_table_total_level_and_reason(command: Command) -> None:
    out = command("score", MAE_SOT).out

    assert "คะแนนรวม 87.15  ระดับ ผ่าน" in out
    assert "เพราะ คะแนนรวม 87.15" in out
    assert "การเปิดเผยข้อมูล" in out


def test_scores_that_contradict_the_scores_below_end_with_1(command: Command, saved: Saved) -> None:
    ran = command("score", saved(indicators=INDICATORS, instruments={"OIT": 90}), "--json")

    assert ran.code == 1
    assert ran.json["disagreements"] == [{"node": "OIT", "published": 90.0, "computed": 74.5}]

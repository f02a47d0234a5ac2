"""Every year loads, and a folder with faults tells all of them at once."""

from pathlib import Path

import pytest

from folders import Laid, lay
from prongsai.errors import InvalidFramework, Problem, UnknownYear
from prongsai.framework import known_years, load_framework, load_sources, shipped


def _faults(folder: Path, year: int) -> dict[str, Problem]:
    with pytest.raises(InvalidFramework) as caught:
        load_framework(year, folder)
    assert all(problem.what.th and problem.mend.th for problem in caught.value.problems)
    return {problem.where.replace(str(folder) + "/", ""): problem for problem in caught.value.problems}


@pytest.mark.parametrize("year", range(2562, 2570))
def test_every_year_that_ships_loads(year: int) -> None:
    framework = load_framework(year)

    assert framework.year == year
    assert list(framework.instruments) == ["IIT", "EIT", "OIT"]
    assert list(framework.indicators) == list(range(1, 11))
    assert [indicator.instrument for indicator in framework.indicators.values()] == ["IIT"] * 5 + ["EIT"] * 3 + ["OIT"] * 2


def test_the_years_are_told_in_order() -> None:
    assert known_years() == tuple(range(2562, 2570))


@pytest.mark.parametrize("year", range(2562, 2569))
def test_weights_are_thirty_thirty_forty(year: int) -> None:
    assert [int(rule.weight.value or 0) for rule in load_framework(year).rules.instruments] == [30, 30, 40]


@pytest.mark.parametrize("year", [0, 2561, 2570, 2025])
def test_an_unknown_year_is_refused_with_the_known_ones(year: int) -> None:
    with pytest.raises(UnknownYear) as caught:
        load_framework(year)

    assert str(year) in caught.value.problems[0].what.th
    assert "2562, 2563, 2564, 2565, 2566, 2567, 2568, 2569" in caught.value.problems[0].mend.en


def test_an_unknown_key_names_the_file_the_key_and_the_allowed_keys(laid: Laid) -> None:
    folder = laid(
        {"2568/framework.yaml": "rounding: {value: null, resaon: {th: x, en: x}}\ncolour: red\n", "2568/oit.yaml": "items: [{code: o1, colour: red}]"}
    )

    faults = _faults(folder, 2568)

    assert faults["2568/framework.yaml › colour"].code == "unknown-key"
    assert "instruments" in faults["2568/framework.yaml › colour"].mend.en
    assert faults["2568/framework.yaml › rounding.resaon"].mend.en == "allowed keys: value, reference, confidence, reason, probable, note"
    assert "elements" in faults["2568/oit.yaml › items.o1.colour"].mend.en


def test_an_unknown_key_inside_the_levels_is_told_with_the_keys_of_a_level(laid: Laid) -> None:
    faults = _faults(laid({"2568/framework.yaml": "levels: {steps: [{code: ผ่าน, colour: red}]}"}), 2568)

    assert list(faults) == ["2568/framework.yaml › levels.steps.ผ่าน.colour"]
    assert "total_from, each_from, passed" in faults["2568/framework.yaml › levels.steps.ผ่าน.colour"].mend.en


@pytest.mark.parametrize(
    ("fact", "code"),
    [
        ("{value: null}", "null-without-reason"),
        ("{value: 30}", "no-confidence"),
        ("{value: 30, confidence: confirmed, reason: {th: x, en: x}}", "reason-with-value"),
        ("{value: 130, confidence: confirmed}", "wrong-value"),
        ("{value: 30, confidence: sure}", "wrong-value"),
        ("{confidence: confirmed}", "missing-key"),
    ],
)
def test_a_fact_must_have_its_source_or_its_reason(laid: Laid, fact: str, code: str) -> None:
    faults = _faults(laid({"2568/framework.yaml": f"instruments: [{{code: IIT, weight: {fact}}}]"}), 2568)

    assert [fault.code for fault in faults.values()] == [code]
    assert all(place.startswith("2568/framework.yaml › instruments.IIT.weight") for place in faults)


def test_contradictions_between_the_files_are_told_together(laid: Laid) -> None:
    folder = laid(
        {
            "2568/framework.yaml": """
instruments: [{code: IIT, weight: {value: 31, reference: [NOBODY], confidence: confirmed}}]
known_sums: [{indicator: 9, items: [o99], percent: 5, confidence: inferred}]
levels:
  compared: {value: [IIT, XYZ], confidence: inferred}
  steps: [{code: ผ่าน, total_from: 99}]
""",
            "2568/iit.yaml": "items: [{code: i1, indicator: 12}, {code: i2, answers: {scale: ten_steps, labels: [], best: last, confidence: inferred}}]",
            "2568/eit.yaml": "count: {value: 8, confidence: inferred}",
            "2568/oit.yaml": "items: [{code: o1, sub_indicator: '9.9'}, {code: o2, indicator: 4}, "
            "{code: x1, topic: news, title: {value: x, confidence: inferred}}]",
        }
    )

    with pytest.raises(InvalidFramework) as caught:
        load_framework(2568, folder)

    codes = [problem.code for problem in caught.value.problems]
    assert sorted(set(codes)) == [
        "bad-code",
        "levels-unordered",
        "too-many-items",
        "unknown-indicator",
        "unknown-item",
        "unknown-scale",
        "unknown-score",
        "unknown-source",
        "unknown-sub-indicator",
        "weights-not-100",
    ]
    assert codes.count("unknown-indicator") == 2
    assert f"{len(codes)} faults found" in str(caught.value)


def test_a_code_that_stands_twice_is_named(tmp_path: Path) -> None:
    text = (shipped() / "years" / "2568" / "iit.yaml").read_text(encoding="utf-8")
    folder = lay(
        tmp_path, {f"2575/{name}.yaml": (shipped() / "years" / "2568" / f"{name}.yaml").read_text(encoding="utf-8") for name in ("framework", "eit", "oit")}
    )
    lay(tmp_path, {"2575/iit.yaml": text.replace("code: i2\n", "code: i1\n", 1)})

    with pytest.raises(InvalidFramework) as caught:
        load_framework(2575, folder)

    assert {(problem.code, problem.what.en) for problem in caught.value.problems} == {
        ("code-twice", "i1 stands twice"),
        ("year-mismatch", "the file says 2568"),
    }


@pytest.mark.parametrize(
    ("text", "place", "total"),
    [
        ("{code: OIT, weight: {value: 39, confidence: inferred}}", "instruments", 99),
        (
            "{code: EIT, parts: [{code: EIT-1, weight: {value: 30, confidence: inferred}}, {code: EIT-2, weight: {value: 60, confidence: inferred}}]}",
            "instruments.EIT.parts",
            90,
        ),
    ],
)
def test_known_weights_must_add_up_to_a_hundred(laid: Laid, text: str, place: str, total: int) -> None:
    faults = _faults(laid({"2568/framework.yaml": f"instruments: [{text}]"}), 2568)

    assert {where.rpartition("› ")[2]: (fault.code, fault.what.en) for where, fault in faults.items()} == {
        place: ("weights-not-100", f"the weights add up to {total}")
    }


def test_weights_of_items_must_add_up_to_a_hundred(laid: Laid) -> None:
    fact = "{value: 10, confidence: inferred}"
    items = ", ".join(f"{{code: o{number}, weight: {fact}}}" for number in range(21, 29))
    text = "indicators: [{number: 10, combine: {value: weighted_items, confidence: inferred}}]"

    faults = _faults(laid({"2568/framework.yaml": text, "2568/oit.yaml": f"items: [{items}]"}), 2568)

    assert [(fault.code, fault.what.en) for fault in faults.values()] == [("weights-not-100", "the weights add up to 80")]


def test_a_missing_file_of_a_new_year_is_named(laid: Laid) -> None:
    folder = laid({"2575/framework.yaml": "year: 2575"})

    faults = _faults(folder, 2575)

    assert {where: fault.code for where, fault in faults.items() if fault.code == "file-missing"} == {
        f"2575/{name}.yaml": "file-missing" for name in ("iit", "eit", "oit")
    }
    assert "missing-key" in {fault.code for fault in faults.values()}


def test_a_file_that_is_no_yaml_is_told_beside_the_other_faults(laid: Laid) -> None:
    faults = _faults(laid({"2568/iit.yaml": "items: [", "2568/oit.yaml": "colour: red"}), 2568)

    assert sorted(fault.code for fault in faults.values()) == ["bad-yaml", "unknown-key"]


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InvalidFramework) as caught:
        load_framework(2568, tmp_path / "nowhere")

    assert caught.value.problems[0].code == "no-such-folder"


@pytest.mark.parametrize(
    "name", ["2568/framework.yaml", "framework.yaml"], ids=["a folder named after the year inside the folder", "the folder itself, whose file names the year"]
)
def test_a_folder_may_be_given_in_two_ways(laid: Laid, name: str) -> None:
    folder = laid({name: "year: 2568\ninstruments: [{code: IIT, name: {th: ไอไอที}}]"})

    framework = load_framework(2568, folder)

    assert framework.instruments["IIT"].name.th == "ไอไอที"
    assert framework.instruments["IIT"].name.en == load_framework(2568).instruments["IIT"].name.en
    assert framework.overlay == str(folder)


def test_a_folder_named_after_its_year_may_be_given_itself(laid: Laid) -> None:
    folder = laid({"2568/oit.yaml": "items: [{code: o1, group: กลุ่มใหม่}]"}) / "2568"

    assert load_framework(2568, folder).disclosure.items[0].group == "กลุ่มใหม่"


def test_a_folder_laid_over_one_year_leaves_the_others_alone(laid: Laid) -> None:
    folder = laid({"2568/framework.yaml": "note: mine"})

    assert load_framework(2567, folder).overlay is None
    assert load_framework(2568, folder).rules.note == "mine"


def test_a_user_may_bring_sources_of_his_own(laid: Laid) -> None:
    folder = laid(
        {
            "sources.yaml": "- {id: H68, what: handbook of 2568, where: my shelf}",
            "2568/framework.yaml": "indicators: [{number: 9, combine: {value: weighted_items, reference: [H68], confidence: one_source}}]",
        }
    )

    assert load_framework(2568, folder).indicators[9].combine.reference == ("H68",)
    assert "H68" in {source.id for source in load_sources(folder)}


def test_every_source_is_told_once() -> None:
    sources = [source.id for source in load_sources()]

    assert len(sources) == len(set(sources)) > 50
    assert all(source.what and source.where for source in load_sources())

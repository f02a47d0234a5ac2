"""A results file is read, or refused with every fault and its place."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from folders import ROOT
from prongsai.errors import InvalidResults, Problem, UnknownYear, UnreadableFile
from prongsai.files import read_yaml
from prongsai.results import Results, read_results, results_from

_EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))


def _data(**more: object) -> dict[str, Any]:
    return {"agency": {"name": "เทศบาลนครแม่สอด"}, "year": 2568, **more}


def _faults(data: object) -> dict[str, Problem]:
    with pytest.raises(InvalidResults) as caught:
        results_from(data, "results.yaml")
    assert all(problem.what.th and problem.where.startswith("results.yaml") for problem in caught.value.problems)
    return {problem.where.removeprefix("results.yaml › "): problem for problem in caught.value.problems}


def test_mae_sot_is_read_as_it_stands_in_the_example() -> None:
    results = read_results(ROOT / "examples" / "mae-sot-2568.yaml")

    assert (results.agency.name, results.agency.type, results.agency.province) == ("เทศบาลนครแม่สอด", "เทศบาลนคร", "ตาก")
    assert (results.year, results.plan_year) == (2568, 2569)
    assert [str(score) for score in results.scores.indicators.values()][-2:] == ["69.00", "80.00"]
    assert results.scores.items["i10"] == Decimal("88.38")
    assert results.scores.no_points == ("o1", "o2", "o4", "o7", "o9", "o12", "o16", "o27")
    assert "EIT-2/e3" in results.assessor_notes
    assert (results.scores.published_total, results.scores.published_level) == (Decimal("87.15"), "ผ่าน")
    assert results.previous is not None
    assert (results.previous.year, results.previous.indicators[4], results.previous.published_total) == (2567, Decimal("67.41"), None)
    assert [measure.answers for measure in results.measures] == [("o9",), ("o16",), ("o27",)]
    assert (results.measures[0].start, results.measures[0].end) == (date(2025, 10, 1), date(2026, 9, 30))
    assert (results.measures[2].start, results.measures[2].end) == (None, date(2026, 3, 31))


def test_chum_saeng_has_measures_with_progress_and_no_scores() -> None:
    results = read_results(ROOT / "examples" / "chum-saeng-2566.yaml")

    assert results.plan_year == results.year == 2566
    assert results.scores.indicators == {}
    assert results.scores.no_points is None
    assert len(results.measures) == 7
    assert results.measures[0].latest is not None
    assert results.measures[0].latest.date == date(2023, 9, 30)
    assert (results.measures[0].start, results.measures[0].end) == (date(2022, 10, 1), date(2023, 9, 30))


@pytest.mark.parametrize("example", _EXAMPLES, ids=lambda path: path.stem)
def test_json_gives_the_same_as_yaml(example: Path, tmp_path: Path) -> None:
    def plain(value: object) -> object:
        return str(value) if isinstance(value, Decimal) else value

    file = tmp_path / "results.json"
    file.write_text(json.dumps(read_yaml(example), default=plain, ensure_ascii=False), encoding="utf-8")

    assert read_results(file) == read_results(example)


def test_numbers_of_json_keep_their_digits(tmp_path: Path) -> None:
    file = tmp_path / "results.json"
    file.write_text('{"agency": {"name": "x"}, "year": 2568, "indicators": {"1": 95.10, "๒": 100}}', encoding="utf-8")

    assert [str(score) for score in read_results(file).scores.indicators.values()] == ["95.10", "100"]


def test_agency_and_year_are_enough() -> None:
    results = results_from(_data(), "results.yaml")

    assert results == Results(results.agency, results.scores)
    assert results.scores.no_points is None


def test_no_item_without_points_differs_from_nothing_said() -> None:
    assert results_from(_data(no_points=[]), "results.yaml").scores.no_points == ()


@pytest.mark.parametrize("name", ["results.txt", "results", "results.yaml.bak"])
def test_a_file_of_another_kind_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_results(tmp_path / name)

    assert caught.value.problems[0].code == "unknown-file-kind"
    assert ".xlsx" in caught.value.problems[0].mend.th


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_results(tmp_path / "none.yaml")

    assert caught.value.problems[0].code == "file-missing"


@pytest.mark.parametrize("data", [None, [], "text", 3])
def test_a_file_that_is_no_mapping_is_refused(data: object) -> None:
    assert [fault.code for fault in _faults(data).values()] == ["not-a-mapping"]


def test_unknown_keys_are_named_with_the_allowed_ones() -> None:
    faults = _faults({**_data(colour="red", measures=[{"title": "x", "color": 1}], previous={"year": 2567, "agency": 1}), "agency": {"name": "x", "size": 3}})

    assert {place: fault.code for place, fault in faults.items()} == dict.fromkeys(
        ("colour", "measures.1.color", "previous.agency", "agency.size"), "unknown-key"
    )
    assert faults["agency.size"].mend.en == "allowed keys: name, type, district, province, website"
    assert "no_points" in faults["previous.agency"].mend.en
    assert "responsible" in faults["measures.1.color"].mend.en
    assert "assessor_notes" in faults["colour"].mend.en


@pytest.mark.parametrize("missing", ["agency", "year"])
def test_agency_and_year_must_be_there(missing: str) -> None:
    data = {key: value for key, value in _data().items() if key != missing}

    assert {place: fault.code for place, fault in _faults(data).items()} == {missing: "missing-key"}


@pytest.mark.parametrize("year", [2570, "๒๕๗๐", 2561])
def test_a_year_without_rules_is_unknown(year: object) -> None:
    with pytest.raises(UnknownYear) as caught:
        results_from(_data(year=year), "results.yaml")

    assert caught.value.problems[0].where == "results.yaml › year"
    assert "--framework" in caught.value.problems[0].mend.th


def test_a_previous_year_without_rules_is_told_with_its_place() -> None:
    with pytest.raises(UnknownYear) as caught:
        results_from(_data(previous={"year": 2555}), "results.yaml")

    assert caught.value.problems[0].where == "results.yaml › previous › year"


@pytest.mark.parametrize(
    ("year", "code"), [(2025, "bad-year"), ("2568.5", "bad-year"), (20, "bad-year"), ("ปีนี้", "unreadable-number"), (True, "unreadable-number")]
)
def test_what_is_no_fiscal_year_is_refused(year: object, code: str) -> None:
    assert {place: fault.code for place, fault in _faults(_data(year=year)).items()} == {"year": code}


@pytest.mark.parametrize("year", [2568, "2568", "๒๕๖๘", Decimal(2568)])
def test_a_year_may_be_written_in_many_ways(year: object) -> None:
    assert results_from(_data(year=year), "results.yaml").year == 2568


@pytest.mark.parametrize("year", [2568, 2569])
def test_the_previous_year_must_be_earlier(year: int) -> None:
    assert {place: fault.code for place, fault in _faults(_data(previous={"year": year})).items()} == {"previous.year": "previous-not-earlier"}


def test_an_agency_must_have_a_name() -> None:
    assert {place: fault.code for place, fault in _faults({"agency": {"name": " "}, "year": 2568}).items()} == {"agency.name": "no-name"}


def test_all_faults_of_a_file_are_told_at_once() -> None:
    data = _data(
        indicators={1: 101, 11: 90, "2": "95,24", "a": 3},
        items={"o44": 0, "e4": 90, "i1": -1},
        no_points=["o99", "i1"],
        published={"total": "abc", "level": "ดีมาก"},
        previous={"year": 2567, "indicators": {1: 200}},
        assessor_notes={"o77": "x"},
        measures=[{"title": " ", "answers": ["o50"], "start": "2569-13-01", "end": "วันหนึ่ง", "progress": [{"date": None, "status": "done"}]}],
    )

    faults = _faults(data)

    assert {place: fault.code for place, fault in faults.items()} == {
        "indicators.1": "score-out-of-range",
        "indicators.11": "unknown-indicator",
        "indicators.2": "unreadable-number",
        "indicators.a": "unreadable-code",
        "items.o44": "unknown-item",
        "items.e4": "part-missing",
        "items.i1": "score-out-of-range",
        "no_points": "not-a-disclosure-item",
        "published.total": "unreadable-number",
        "published.level": "unknown-level",
        "previous.indicators.1": "score-out-of-range",
        "assessor_notes.o77": "unknown-item",
        "measures.1.title": "no-name",
        "measures.1.answers": "unknown-item",
        "measures.1.start": "unreadable-date",
        "measures.1.end": "unreadable-date",
        "measures.1.progress.1.date": "no-date",
    }
    assert all(fault.mend.th for fault in faults.values())


@pytest.mark.parametrize("year", [68, "๖๘", "พ.ศ. 2568", "ปีงบประมาณ พ.ศ. ๒๕๖๘"])
def test_a_fiscal_year_is_read_as_people_write_it(year: object) -> None:
    results = results_from({"agency": {"name": "เทศบาลตำบลตัวอย่าง"}, "year": year}, "results.yaml")

    assert results.year == 2568


def test_texts_are_spelt_as_they_should_be_and_hold_nothing_invisible() -> None:
    results = results_from({"agency": {"name": "เทศบาลต\u0e4d\u0e32บลแม่ปะ\u202e\u0000", "type": "เทศบาลตำบล"}, "year": 2568}, "results.yaml")

    assert results.agency.name == "เทศบาลตำบลแม่ปะ"

"""Numbers and codes are accepted however they are written, and refused where they cannot be."""

from contextlib import suppress
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.errors import InvalidResults, Problem
from prongsai.results import Results, results_from
from prongsai.thai import to_thai_digits


def _read(year: int = 2568, **more: Any) -> Results:
    data: dict[str, Any] = {"agency": {"name": "เทศบาลนครแม่สอด"}, "year": year, **more}
    return results_from(data, "results.yaml")


def _fault(year: int = 2568, **more: Any) -> Problem:
    with pytest.raises(InvalidResults) as caught:
        _read(year, **more)
    assert len(caught.value.problems) == 1
    return caught.value.problems[0]


@pytest.mark.parametrize("code", ["o8", "O8", "o08", "๐8", "๐๘", "08", "o๘", "ข้อ o8"])
def test_a_disclosure_item_may_be_written_in_many_ways_everywhere(code: str) -> None:
    results = _read(items={code: 0}, no_points=[code], assessor_notes={code: "x"}, measures=[{"title": "x", "answers": [code]}])

    assert list(results.scores.items) == list(results.scores.no_points or ()) == list(results.assessor_notes) == ["o8"]
    assert results.measures[0].answers == ("o8",)


@pytest.mark.parametrize("code", ["EIT-2/e3", "eit-2/E03", "EIT ส่วนที่ ๒ e๓", "e3 ส่วนที่ 2"])
def test_an_item_of_a_part_may_be_written_in_many_ways(code: str) -> None:
    assert list(_read(items={code: 90}).scores.items) == ["EIT-2/e3"]


@given(score=st.decimals(0, 100, places=2))
def test_every_score_may_be_written_in_thai_digits(score: Decimal) -> None:
    results = _read(indicators={"๑": to_thai_digits(str(score)), 2: str(score), "3": score}, published={"total": to_thai_digits(str(score))})

    assert results.scores.indicators == dict.fromkeys((1, 2, 3), score)
    assert results.scores.published_total == score


@pytest.mark.parametrize("code", ["EIT-1", "eit-1", " EIT-๑ "])
def test_a_part_may_be_written_in_many_ways(code: str) -> None:
    assert _read(parts={code: 90}).scores.parts == {"EIT-1": Decimal(90)}


@pytest.mark.parametrize(("level", "year", "code"), [("ผ่าน", 2568, "ผ่าน"), (" ผ่านดี ", 2568, "ผ่านดี"), ("aa", 2564, "AA"), ("ระดับ A", 2564, "A")])
def test_a_level_may_be_written_by_code_or_name(level: str, year: int, code: str) -> None:
    assert _read(year, published={"level": level}).scores.published_level == code


def test_a_level_of_a_year_without_known_levels_is_taken_as_it_is() -> None:
    assert _read(2569, published={"level": "ผ่าน"}).scores.published_level == "ผ่าน"


@pytest.mark.parametrize("score", [101, "100.01", "-0.01", Decimal("1000")])
def test_a_score_outside_the_bounds_is_refused(score: object) -> None:
    problem = _fault(indicators={4: score})

    assert (problem.code, problem.where) == ("score-out-of-range", "results.yaml › indicators.4")


def test_a_decimal_comma_is_refused_with_what_was_meant() -> None:
    problem = _fault(indicators={4: "95,24"})

    assert (problem.code, problem.where) == ("unreadable-number", "results.yaml › indicators.4")
    assert problem.mend.en == "write 95.24"


@pytest.mark.parametrize("score", [0, 100, "0.00", "100.00"])
def test_the_bounds_themselves_are_scores(score: object) -> None:
    assert _read(indicators={4: score}).scores.indicators[4] in (0, 100)


@pytest.mark.parametrize(
    ("entry", "code", "where"),
    [
        ({"indicators": {11: 90}}, "unknown-indicator", "indicators.11"),
        ({"indicators": {"9.1": 90}}, "unknown-indicator", "indicators.9.1"),
        ({"indicators": {"o9": 90}}, "unknown-indicator", "indicators.o9"),
        ({"items": {"o44": 0}}, "unknown-item", "items.o44"),
        ({"items": {"i16": 90}}, "unknown-item", "items.i16"),
        ({"items": {"4": 90}}, "unreadable-code", "items.4"),
        ({"items": {"e4": 90}}, "part-missing", "items.e4"),
        ({"items": {"EIT-3/e4": 90}}, "unknown-part", "items.EIT-3/e4"),
        ({"parts": {"EIT-3": 90}}, "unknown-score", "parts.EIT-3"),
        ({"instruments": {"XIT": 90}}, "unknown-score", "instruments.XIT"),
        ({"no_points": ["o44"]}, "unknown-item", "no_points"),
        ({"no_points": ["i1"]}, "not-a-disclosure-item", "no_points"),
        ({"published": {"level": "A"}}, "unknown-level", "published.level"),
        ({"assessor_notes": {"11": "x"}}, "unknown-node", "assessor_notes.11"),
        ({"measures": [{"title": "x", "answers": ["9.9"]}]}, "unknown-node", "measures.1.answers"),
    ],
)
def test_a_code_that_the_year_does_not_have_is_refused(entry: dict[str, Any], code: str, where: str) -> None:
    problem = _fault(**entry)

    assert (problem.code, problem.where) == (code, f"results.yaml › {where}")
    assert problem.mend.th


def test_what_the_year_has_is_named() -> None:
    assert _fault(items={"o44": 0}).mend.en == "use o1-o28"
    assert _fault(items={"e4": 0}).mend.en == "name the part: EIT-1/e4 / EIT-2/e4"
    assert _fault(parts={"EIT-3": 0}).mend.en == "use EIT-1, EIT-2"


def test_a_year_without_parts_takes_an_item_without_part_and_no_other() -> None:
    assert list(_read(2564, items={"e4": 90}).scores.items) == ["e4"]
    assert _fault(2564, items={"EIT-1/e4": 90}).code == "unknown-part"


@pytest.mark.parametrize(
    "entry",
    [
        {"indicators": {4: 90, "๔": 91}},
        {"items": {"o8": 0, "๐8": 100}},
        {"items": {"EIT-1/e4": 90, "eit 1/e4": 90}},
        {"parts": {"EIT-1": 90, "eit-1": 80}},
        {"items": {"o8": 50}, "no_points": ["๐8"]},
        {"assessor_notes": {"o8": "x", "๐8": "y"}},
    ],
)
def test_two_values_for_one_thing_are_refused(entry: dict[str, Any]) -> None:
    assert _fault(**entry).code == "two-values"


def test_an_item_without_points_may_have_the_score_zero() -> None:
    assert _read(items={"o8": 0}, no_points=["o8"]).scores.items == {"o8": Decimal(0)}


def test_an_item_named_twice_without_points_counts_once() -> None:
    assert _read(no_points=["o8", "๐8"]).scores.no_points == ("o8",)


def test_an_empty_score_is_no_score() -> None:
    assert _read(indicators={1: None, 2: 90}).scores.indicators == {2: Decimal(90)}


@given(st.dictionaries(st.text(max_size=6) | st.integers(-5, 50), st.text(max_size=6) | st.integers(-200, 200) | st.none() | st.booleans(), max_size=4))
def test_any_mapping_is_read_or_refused(entries: dict[Any, Any]) -> None:
    for key in ("indicators", "items", "parts", "instruments"):
        with suppress(InvalidResults):
            _read(2568, **{key: entries})

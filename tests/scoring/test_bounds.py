"""What the known scores allow where some are missing."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.framework import load_framework
from prongsai.results import Scores
from prongsai.scoring import level_of, possible_total, score_sheet, total_bounds

_SCORE = st.decimals(0, 100, places=2)


@given(st.fixed_dictionaries(dict.fromkeys(range(1, 11), _SCORE)), st.sets(st.integers(1, 10), max_size=9))
def test_the_total_lies_between_its_bounds_whatever_the_missing_scores_are(indicators: dict[int, Decimal], missing: set[int]) -> None:
    framework = load_framework(2564)
    known = {number: score for number, score in indicators.items() if number not in missing}

    low, high = total_bounds(framework, score_sheet(framework, Scores(2564, known)).total)

    total = score_sheet(framework, Scores(2564, indicators)).total.score
    assert total is not None
    assert low <= total <= high


def test_with_everything_known_both_bounds_are_the_total() -> None:
    framework = load_framework(2568)
    total = score_sheet(framework, Scores(2568, dict.fromkeys(range(1, 11), Decimal(90)))).total

    assert total_bounds(framework, total) == (Fraction(90), Fraction(90))


def test_where_weights_are_unknown_any_total_is_possible() -> None:
    framework = load_framework(2569)

    assert total_bounds(framework, score_sheet(framework, Scores(2569)).total) == (0, 100)


def test_a_level_without_a_total_is_the_best_that_the_known_scores_allow() -> None:
    framework = load_framework(2568)
    scores = Scores(2568, dict.fromkeys(range(2, 11), Decimal(90)), parts={"EIT-1": Decimal(80), "EIT-2": Decimal(99)})

    level = level_of(framework, score_sheet(framework, scores).nodes)

    assert (level.code, level.certain) == ("ผ่าน", False)
    assert level.possible == ("ผ่าน", "ต้องปรับปรุง")
    assert "IIT" in level.because.th
    assert "1" in level.undecided


def test_one_missing_indicator_of_2564_leaves_two_levels_open() -> None:
    framework = load_framework(2564)

    level = level_of(framework, score_sheet(framework, Scores(2564, dict.fromkeys(range(2, 11), Decimal(90)))).nodes)

    assert level.possible == ("A", "B")


@pytest.mark.parametrize(("total", "possible"), [("96.87", False), ("73.00", True), ("3.00", True), ("2.90", False)])
def test_a_published_total_outside_of_what_is_known_is_impossible(total: str, possible: bool) -> None:
    framework = load_framework(2564)
    root = score_sheet(framework, Scores(2564, dict.fromkeys(range(1, 6), Decimal(10)))).total

    assert possible_total(framework, root, Decimal(total)) is possible

"""A misread figure is found."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from prongsai.framework import load_framework
from prongsai.pipeline import Way
from prongsai.results import Scores
from prongsai.scoring import Misprint, misprints, score_sheet, total_agrees

_INDICATORS = {1: "95.24", 2: "95.83", 3: "99.31", 4: "93.38", 5: "93.82", 6: "96.03", 7: "95.47", 8: "95.48", 9: "69.00", 10: "80.00"}
_MAE_SOT = Scores(2568, {number: Decimal(score) for number, score in _INDICATORS.items()}, published_total=Decimal("87.15"))


def _misread(number: int, printed: str) -> Scores:
    return replace(_MAE_SOT, indicators={**_MAE_SOT.indicators, number: Decimal(printed)})


@settings(max_examples=40)
@given(number=st.integers(1, 10), place=st.sampled_from([0, 1, 3, 4]), digit=st.sampled_from("0123456789"))
def test_an_indicator_with_one_wrong_digit_is_among_the_misprints(number: int, place: int, digit: str) -> None:
    right = _INDICATORS[number]
    wrong = right[:place] + digit + right[place + 1 :]
    assume(digit != right[place] and not wrong.startswith("0"))
    scores = _misread(number, wrong)
    sheet = score_sheet(load_framework(2568), scores)
    assume(not total_agrees(sheet))

    found = misprints(load_framework(2568), scores)

    assert (number, Decimal(wrong), Decimal(right)) in [(one.indicator, one.printed, one.would_be) for one in found]


def test_the_wrong_digit_that_mends_the_total_best_comes_first() -> None:
    found = misprints(load_framework(2568), _misread(4, "63.38"))

    assert found[0] == Misprint("4", Decimal("63.38"), Decimal("93.38"), Decimal(0))
    assert found[0].indicator == 4


def test_every_misprint_mends_the_total() -> None:
    scores = _misread(9, "64.00")

    found = misprints(load_framework(2568), scores)

    assert found
    for one in found:
        if one.indicator is None:
            mended = replace(scores, published_total=one.would_be)
        else:
            mended = replace(scores, indicators={**scores.indicators, one.indicator: one.would_be})
        assert total_agrees(score_sheet(load_framework(2568), mended))


def test_a_misread_total_is_found_as_well() -> None:
    found = misprints(load_framework(2568), replace(_MAE_SOT, published_total=Decimal("81.15")))

    assert Misprint("total", Decimal("81.15"), Decimal("87.15"), Decimal(0)) in found
    assert found[[one.node for one in found].index("total")].indicator is None


@pytest.mark.parametrize("total", ["87.14", "87.15", "87.16"])
def test_a_total_within_a_hundredth_agrees(total: str) -> None:
    scores = replace(_MAE_SOT, published_total=Decimal(total))

    assert total_agrees(score_sheet(load_framework(2568), scores)) is True
    assert misprints(load_framework(2568), scores) == ()


@pytest.mark.parametrize("total", ["87.13", "87.17"])
def test_a_total_further_away_does_not_agree(total: str) -> None:
    assert total_agrees(score_sheet(load_framework(2568), replace(_MAE_SOT, published_total=Decimal(total)))) is False


def test_nothing_is_compared_where_a_figure_is_missing(mae_sot: Way) -> None:
    unpublished = replace(_MAE_SOT, published_total=None)
    incomplete = replace(_MAE_SOT, indicators={1: Decimal(90)})

    assert total_agrees(score_sheet(mae_sot.framework, unpublished)) is None
    assert total_agrees(score_sheet(mae_sot.framework, incomplete)) is None
    assert misprints(mae_sot.framework, unpublished) == misprints(mae_sot.framework, incomplete) == ()


def test_the_example_as_published_has_no_misprints(mae_sot: Way) -> None:
    assert total_agrees(mae_sot.sheet) is True
    assert misprints(mae_sot.framework, mae_sot.results.scores) == ()


def test_no_figure_above_a_hundred_is_proposed() -> None:
    scores = Scores(2568, dict.fromkeys(range(1, 11), Decimal(100)), published_total=Decimal("90.00"))

    found = misprints(load_framework(2568), scores)

    assert [(one.node, one.would_be) for one in found] == []


def test_a_lost_leading_digit_is_found() -> None:
    framework = load_framework(2568)
    figures = ["95.24", "95.83", "99.31", "93.38", "3.82", "96.03", "95.47", "95.48", "69.00", "80.00"]
    scores = Scores(2568, {number: Decimal(figure) for number, figure in enumerate(figures, 1)}, published_total=Decimal("87.15"))

    found = misprints(framework, scores)

    assert (5, Decimal("93.82")) in {(one.indicator, one.would_be) for one in found}

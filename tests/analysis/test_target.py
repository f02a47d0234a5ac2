"""The least that must change to reach a level or a total."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import oracle
from prongsai.analysis import Way, next_level, way_to_level, way_to_total
from prongsai.errors import InputError
from prongsai.framework import load_framework
from prongsai.pipeline import Way as WholeWay
from prongsai.results import Scores
from prongsai.scoring import Sheet, score_sheet

_SCORE = st.decimals(30, 100, places=2)
_TEN = st.fixed_dictionaries(dict.fromkeys(range(1, 11), _SCORE))
_MARKS = {"ผ่านดีเยี่ยม": 95, "ผ่านดี": 85, "ผ่าน": None}
_ROUNDED_UP = Fraction(10, 100)


def _sheet(indicators: Mapping[int, Decimal]) -> Sheet:
    return score_sheet(load_framework(2568), Scores(2568, dict(indicators)))


def _risen(way: Way) -> Fraction:
    return sum((Fraction(one.after) - Fraction(one.before) for one in way.changes), Fraction(0))


def _least(indicators: Mapping[int, Decimal], total: Fraction, mark: int | None) -> Fraction:
    """The least sum of rises: the best corner of what the rules allow, found by trying every corner."""
    share = {code: Fraction(oracle.WEIGHTS[code], 100 * len(numbers)) for code, numbers in oracle.INDICATORS.items()}
    means = oracle.instruments_of(indicators)
    size = {code: len(numbers) for code, numbers in oracle.INDICATORS.items()}
    low = {code: max(Fraction(0), (mark or 0) - means[code]) * size[code] for code in size}
    high = {code: (100 - means[code]) * size[code] for code in size}
    lacking = total - oracle.total_of(means)
    corners = [dict(zip(size, corner, strict=True)) for corner in product(*((low[code], high[code]) for code in size))]
    corners += [
        {**corner, free: (lacking - sum(share[code] * corner[code] for code in size if code != free)) / share[free]} for corner in corners for free in size
    ]
    allowed = [
        corner
        for corner in corners
        if all(low[code] <= corner[code] <= high[code] for code in size) and sum(share[code] * corner[code] for code in size) >= lacking
    ]
    return min(sum(corner.values(), Fraction(0)) for corner in allowed)


@given(indicators=_TEN, total=st.integers(40, 100).map(Decimal))
def test_the_way_to_a_total_reaches_it_with_the_least_rise(indicators: dict[int, Decimal], total: Decimal) -> None:
    way = way_to_total(_sheet(indicators), total)

    assert way.reachable
    assert way.total_after is not None
    assert way.total_after >= total
    assert _risen(way) <= _least(indicators, Fraction(total), None) + _ROUNDED_UP
    assert all(one.before < one.after <= 100 for one in way.changes)


@given(indicators=_TEN, code=st.sampled_from(list(_MARKS)))
def test_the_way_to_a_level_fulfils_it_with_the_least_rise(indicators: dict[int, Decimal], code: str) -> None:
    sheet = _sheet(indicators)

    way = way_to_level(sheet, code)

    after = oracle.instruments_of({**indicators, **{int(one.node): one.after for one in way.changes}})
    mark = _MARKS[code]
    assert oracle.half_up(oracle.total_of(after)) == way.total_after
    assert way.total_after >= (mark or 85)
    assert mark is None or all(oracle.half_up(score) >= mark for score in after.values())
    assert _risen(way) <= _least(indicators, Fraction(mark or 85), mark) + _ROUNDED_UP
    assert code in way.level_after.possible or way.level_after.code in list(_MARKS)[: list(_MARKS).index(code)]


@given(indicators=_TEN, code=st.sampled_from(list(_MARKS)))
def test_a_level_that_is_reached_asks_for_nothing(indicators: dict[int, Decimal], code: str) -> None:
    first = way_to_level(_sheet(indicators), code)
    assume(first.changes)

    again = way_to_level(_sheet({**indicators, **{int(one.node): one.after for one in first.changes}}), code)

    assert again.changes == ()


def test_mae_sot_needs_disclosure_at_85_for_the_next_level(mae_sot: WholeWay) -> None:
    step = next_level(mae_sot.sheet)

    way = way_to_level(mae_sot.sheet, "ผ่านดี")

    assert step is not None
    assert step.code == "ผ่านดี"
    assert [(one.node, str(one.before), str(one.after), str(one.points)) for one in way.changes] == [("9", "69.00", "90.00", "4.20")]
    assert (str(way.total_after), way.level_after.code, way.level_after.certain) == ("91.35", "ผ่านดี", False)
    assert way.unknown == ("EIT-1", "EIT-2")


def test_the_points_of_the_changes_are_what_the_total_gains(mae_sot: WholeWay) -> None:
    way = way_to_total(mae_sot.sheet, Decimal(96))

    assert way.total_after is not None
    gained = sum((one.points or Decimal(0) for one in way.changes), Decimal(0))
    assert abs(gained - (way.total_after - (mae_sot.sheet.total.shown or 0))) <= Decimal("0.02")


@pytest.mark.parametrize("total", ["0", "87.15"])
def test_a_total_that_is_reached_asks_for_nothing(mae_sot: WholeWay, total: str) -> None:
    assert way_to_total(mae_sot.sheet, Decimal(total)).changes == ()


def test_a_total_that_is_reached_as_it_is_printed_asks_for_nothing() -> None:
    sheet = score_sheet(load_framework(2568), Scores(2568, instruments={"IIT": Decimal("84.99"), "EIT": Decimal(85), "OIT": Decimal(85)}))

    assert str(sheet.total.shown) == "85.00"
    assert way_to_total(sheet, Decimal(85)).changes == ()


@pytest.mark.parametrize("total", ["-1", "100.01"])
def test_a_total_that_cannot_be_is_refused(mae_sot: WholeWay, total: str) -> None:
    with pytest.raises(InputError) as caught:
        way_to_total(mae_sot.sheet, Decimal(total))

    assert caught.value.problems[0].code == "target-out-of-range"


def test_a_level_that_the_year_does_not_have_is_refused_with_its_levels(mae_sot: WholeWay) -> None:
    with pytest.raises(InputError) as caught:
        way_to_level(mae_sot.sheet, "AA")

    assert caught.value.problems[0].code == "unknown-level"
    assert "ผ่านดีเยี่ยม, ผ่านดี, ผ่าน" in caught.value.problems[0].mend.th


def test_a_year_without_levels_offers_a_total_instead() -> None:
    with pytest.raises(InputError) as caught:
        way_to_level(score_sheet(load_framework(2569), Scores(2569)), "ผ่าน")

    assert "--total" in caught.value.problems[0].mend.en


@pytest.mark.parametrize("scores", [Scores(2568), Scores(2568, {1: Decimal(90)}), Scores(2568, published_total=Decimal(80))])
def test_without_the_scores_below_no_way_can_be_told(scores: Scores) -> None:
    sheet = score_sheet(load_framework(2568), scores)

    way = way_to_level(sheet, "ผ่าน")

    assert (way.reachable, way.changes, way.total_after) == (False, (), sheet.total.shown)
    assert way.because is not None
    assert way.because.th


def test_instruments_rise_where_their_indicators_are_not_known() -> None:
    sheet = score_sheet(load_framework(2568), Scores(2568, instruments={"IIT": Decimal(90), "EIT": Decimal(80), "OIT": Decimal(90)}))

    way = way_to_level(sheet, "ผ่านดี")

    assert [(one.node, one.after, one.points) for one in way.changes] == [("EIT", Decimal("85.00"), Decimal("1.50"))]


def test_a_published_instrument_rises_where_it_does_not_follow_from_its_indicators(mae_sot: WholeWay) -> None:
    indicators = mae_sot.results.scores.indicators
    sheet = score_sheet(mae_sot.framework, Scores(2568, indicators, instruments={"IIT": Decimal(50)}))

    way = way_to_level(sheet, "ผ่าน")

    assert way.total_after is not None
    assert way.total_after >= 85


def test_a_part_below_the_mark_must_rise_by_itself(mae_sot: WholeWay) -> None:
    scores = Scores(2568, {**mae_sot.results.scores.indicators, 9: Decimal(90), 10: Decimal(90)}, parts={"EIT-1": Decimal(80), "EIT-2": Decimal(97)})

    way = way_to_level(score_sheet(mae_sot.framework, scores), "ผ่านดี")

    assert [(one.node, one.before, one.after, one.points) for one in way.changes] == [("EIT-1", Decimal(80), Decimal(85), None)]
    assert (way.level_after.code, way.level_after.certain) == ("ผ่านดี", True)


@pytest.mark.parametrize(("total", "upper"), [("96", None), ("94.99", "AA"), ("84.99", "A"), ("10", "E")])
def test_the_next_level_is_the_one_above(total: str, upper: str | None) -> None:
    step = next_level(score_sheet(load_framework(2564), Scores(2564, published_total=Decimal(total))))

    assert (step.code if step else None) == upper


def test_without_a_level_there_is_no_next_one() -> None:
    assert next_level(score_sheet(load_framework(2568), Scores(2568))) is None
    assert next_level(score_sheet(load_framework(2569), Scores(2569))) is None

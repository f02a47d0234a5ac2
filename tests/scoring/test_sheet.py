"""The score sheet against the oracle: whatever is known at the start, the rest follows exactly."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import oracle
from prongsai.framework import load_framework
from prongsai.pipeline import Way
from prongsai.results import Scores
from prongsai.scoring import rounded, score_sheet

_SCORE = st.decimals(0, 100, places=2)
_TEN = st.fixed_dictionaries(dict.fromkeys(range(1, 11), _SCORE))
_THREE = st.fixed_dictionaries(dict.fromkeys(oracle.WEIGHTS, _SCORE))
_YEARS = st.sampled_from([2562, 2563, 2564, 2565, 2566, 2567, 2568])


@given(year=_YEARS, indicators=_TEN)
def test_ten_indicators_give_instruments_and_total(year: int, indicators: dict[int, Decimal]) -> None:
    expected = oracle.instruments_of(indicators)

    sheet = score_sheet(load_framework(year), Scores(year, indicators))

    assert {node.id: node.score for node in sheet.instruments} == expected
    assert {node.id: node.shown for node in sheet.instruments} == {code: oracle.half_up(score) for code, score in expected.items()}
    assert sheet.total.score == oracle.total_of(expected)
    assert sheet.total.shown == sheet.computed_total == oracle.half_up(oracle.total_of(expected))


@given(year=_YEARS, instruments=_THREE)
@example(year=2568, instruments={"IIT": Decimal("84.95"), "EIT": Decimal(85), "OIT": Decimal(85)})
@example(year=2564, instruments={"IIT": Decimal(75), "EIT": Decimal("74.75"), "OIT": Decimal("75.05")})
@example(year=2566, instruments={"IIT": Decimal("87.15"), "EIT": Decimal("87.20"), "OIT": Decimal("87.10")})
def test_a_sheet_may_start_at_the_instruments(year: int, instruments: dict[str, Decimal]) -> None:
    sheet = score_sheet(load_framework(year), Scores(year, instruments=instruments))

    assert sheet.total.shown == oracle.half_up(oracle.total_of(instruments))
    assert sheet.total.basis == "computed"
    assert all(node.basis == "published" for node in sheet.instruments)
    assert all(node.score is None and node.reason for node in sheet.indicators)


@pytest.mark.parametrize(
    ("instruments", "total"),
    [(("84.95", "85", "85"), "84.99"), (("75", "74.75", "75.05"), "74.95"), (("87.15", "87.20", "87.10"), "87.15")],
)
def test_a_total_in_the_middle_of_two_cents_goes_up(instruments: tuple[str, str, str], total: str) -> None:
    scores = dict(zip(oracle.WEIGHTS, map(Decimal, instruments), strict=True))

    sheet = score_sheet(load_framework(2568), Scores(2568, instruments=scores))

    assert sheet.total.score == Fraction(total) - Fraction(1, 200)
    assert str(sheet.total.shown) == total


@given(st.lists(_SCORE, min_size=30, max_size=30))
def test_a_sheet_may_start_at_the_items_of_a_survey(points: list[Decimal]) -> None:
    items = {f"i{number}": score for number, score in enumerate(points, 1)}
    expected = {number: oracle.mean(points[6 * number - 6 : 6 * number]) for number in range(1, 6)}

    sheet = score_sheet(load_framework(2564), Scores(2564, items=items))

    assert {int(node.id): node.score for node in sheet.indicators[:5]} == expected
    assert sheet.nodes["IIT"].score == oracle.mean(expected.values())
    assert sheet.nodes["IIT"].basis == sheet.nodes["1"].basis == "computed"
    assert sheet.total.score is None
    assert sheet.total.reason is not None
    assert "EIT, OIT" in sheet.total.reason.en


@given(st.sets(st.integers(1, 43)))
@example({1, 2, 9, 10, 11, 12, 19, 22, 24, 27, 28, 35, 38, 43})
def test_disclosure_of_2564_is_the_mean_of_sub_indicators(lost: set[int]) -> None:
    expected = oracle.disclosure_2564(lost)

    sheet = score_sheet(load_framework(2564), Scores(2564, no_points=tuple(f"o{number}" for number in sorted(lost))))

    assert {number: sheet.nodes[str(number)].score for number in (9, 10)} == expected
    assert sheet.nodes["OIT"].score == oracle.mean(expected.values())


def test_fourteen_lost_items_of_2564_give_the_published_indicators() -> None:
    lost = ("o1", "o2", "o9", "o10", "o11", "o12", "o19", "o22", "o24", "o27", "o28", "o35", "o38", "o43")

    sheet = score_sheet(load_framework(2564), Scores(2564, no_points=lost))

    assert (str(sheet.nodes["9"].shown), str(sheet.nodes["10"].shown)) == ("67.26", "62.50")
    assert sheet.nodes["9.1"].score == Fraction(200, 3)


def test_a_sheet_may_hold_a_published_total_only() -> None:
    sheet = score_sheet(load_framework(2564), Scores(2564, published_total=Decimal("95.62")))

    assert str(sheet.total.shown) == "95.62"
    assert sheet.total.basis == "published"
    assert sheet.computed_total is None
    assert {"IIT", "EIT", "OIT", "1", "10"} <= {node for node, _ in sheet.missing}


def test_an_empty_sheet_says_of_everything_why_it_is_missing() -> None:
    sheet = score_sheet(load_framework(2568), Scores(2568))

    missing = dict(sheet.missing)

    assert set(missing) >= {"total", "IIT", "EIT", "EIT-1", "EIT-2", "OIT", *map(str, range(1, 11))}
    assert all(reason.th and reason.en for reason in missing.values())


def test_missing_scores_are_gathered_by_their_reason(mae_sot: Way) -> None:
    gathered = mae_sot.sheet.missing_by_reason

    assert ["EIT-1", "EIT-2"] in gathered.values()
    assert [(node, reason) for reason, nodes in gathered.items() for node in nodes] == list(mae_sot.sheet.missing)


def test_one_missing_indicator_leaves_its_instrument_and_the_total_open(mae_sot: Way) -> None:
    indicators = {number: score for number, score in mae_sot.results.scores.indicators.items() if number != 7}

    sheet = score_sheet(mae_sot.framework, Scores(2568, indicators))

    assert sheet.nodes["EIT"].score is None
    assert sheet.nodes["EIT"].reason is not None
    assert "7" in sheet.nodes["EIT"].reason.en
    assert sheet.total.score is None
    assert sheet.nodes["IIT"].shown == Decimal("95.52")


def test_disclosure_of_2568_does_not_follow_from_its_items_and_says_why() -> None:
    sheet = score_sheet(load_framework(2568), Scores(2568, no_points=("o1", "o2")))

    nine = sheet.nodes["9"]

    assert nine.score is None
    assert nine.reason is not None
    assert "น้ำหนัก" in nine.reason.th
    assert "weigh" in nine.reason.en
    assert sheet.nodes["o1"].shown == Decimal(0)
    assert sheet.nodes["o3"].score is None
    assert sheet.nodes["o1"].share is None


def test_parts_of_2568_are_unknown_with_a_reason(mae_sot: Way) -> None:
    missing = dict(mae_sot.sheet.missing)

    assert [node.id for node in mae_sot.sheet.parts] == ["EIT-1", "EIT-2"]
    assert missing["EIT-1"].en
    assert mae_sot.sheet.nodes["EIT-1"].share is None
    assert mae_sot.sheet.nodes["EIT-1"].share_reason is not None


def test_parts_of_unknown_weight_do_not_give_their_instrument() -> None:
    scores = Scores(2568, parts={"EIT-1": Decimal(90), "EIT-2": Decimal(80)})

    sheet = score_sheet(load_framework(2568), scores)

    assert sheet.nodes["EIT"].score is None
    assert [str(node.shown) for node in sheet.parts] == ["90.00", "80.00"]


def test_a_year_without_weights_has_no_total() -> None:
    sheet = score_sheet(load_framework(2569), Scores(2569, {number: Decimal(90) for number in range(1, 11)}))

    assert sheet.total.score is None
    assert sheet.total.reason is not None
    assert "2569" in sheet.total.reason.en


def test_a_published_score_stands_over_a_different_computed_one(mae_sot: Way) -> None:
    scores = Scores(2568, mae_sot.results.scores.indicators, instruments={"IIT": Decimal("95.25")})

    sheet = score_sheet(mae_sot.framework, scores)

    iit = sheet.nodes["IIT"]
    assert (iit.basis, iit.shown, rounded(iit.computed or Fraction(0))) == ("published", Decimal("95.25"), Decimal("95.52"))
    assert [node.id for node in sheet.disagreements] == ["IIT"]


def test_a_published_score_that_is_the_rounded_computed_one_stays_exact(mae_sot: Way) -> None:
    scores = Scores(2568, mae_sot.results.scores.indicators, instruments={"IIT": Decimal("95.52")})

    sheet = score_sheet(mae_sot.framework, scores)

    assert sheet.nodes["IIT"].basis == "computed"
    assert sheet.nodes["IIT"].score == Fraction("95.516")
    assert not sheet.disagreements

"""Strong and weak points, and what stands at stake."""

from decimal import Decimal

import pytest

from prongsai.analysis import analyse, stakes
from prongsai.framework import known_years, load_framework
from prongsai.pipeline import Way
from prongsai.results import Scores
from prongsai.scoring import score_sheet


def test_the_strongest_and_weakest_indicators_of_mae_sot(mae_sot: Way) -> None:
    assert [node.id for node in mae_sot.analysis.strongest] == ["3", "6", "2"]
    assert [node.id for node in mae_sot.analysis.weakest] == ["9", "10", "4"]


@pytest.mark.parametrize(("known", "few"), [(0, 0), (1, 1), (2, 1), (3, 2), (4, 2), (5, 3), (10, 3)])
def test_few_indicators_give_few_extremes(known: int, few: int) -> None:
    analysis = analyse(score_sheet(load_framework(2568), Scores(2568, {number: Decimal(80 + number) for number in range(1, known + 1)})))

    assert len(analysis.strongest) == len(analysis.weakest) == few


def test_a_file_without_last_year_has_no_changes(mae_sot: Way) -> None:
    analysis = analyse(mae_sot.sheet)

    assert (analysis.earlier, analysis.changes, analysis.item_changes) == (None, (), ())


@pytest.mark.parametrize("year", known_years())
def test_an_agency_with_nothing_can_be_analysed(year: int) -> None:
    analysis = analyse(score_sheet(load_framework(year), Scores(year)))

    assert (analysis.strongest, analysis.weakest, analysis.gaps, analysis.weak, analysis.stakes) == ((), (), (), (), ())


def test_an_agency_with_a_total_only_can_be_analysed() -> None:
    analysis = analyse(score_sheet(load_framework(2568), Scores(2568, published_total=Decimal("91.15"))))

    assert (analysis.strongest, analysis.gaps, analysis.stakes) == ((), (), ())


def test_the_largest_stakes_come_first(mae_sot: Way) -> None:
    found = {one.node: str(one.points) for one in mae_sot.analysis.stakes}
    points = [one.points for one in mae_sot.analysis.stakes]

    assert list(found)[:3] == ["OIT", "9", "10"]
    assert (found["9"], found["10"], found["OIT"]) == ("6.20", "4.00", "10.20")
    assert points == sorted(points, reverse=True)
    assert "total" not in found


def test_the_stakes_of_the_instruments_are_all_that_the_total_lacks(mae_sot: Way) -> None:
    points = sum((one.points for one in mae_sot.analysis.stakes if one.kind == "instrument"), Decimal(0))

    assert abs(points - (100 - (mae_sot.sheet.total.shown or 0))) <= Decimal("0.02")


def test_lost_items_of_2564_have_their_points_at_stake() -> None:
    sheet = score_sheet(load_framework(2564), Scores(2564, no_points=("o43", "o1")))

    found = {one.node: str(one.points) for one in stakes(sheet) if one.kind == "item" and one.points}

    assert found == {"o43": "5.00", "o1": "0.44"}

"""Weak points and why they are weak."""

from decimal import Decimal

import pytest

from prongsai.analysis import Gap, Why, analyse, name_of, target_of, weak_nodes
from prongsai.framework import load_framework
from prongsai.pipeline import Way
from prongsai.results import Scores
from prongsai.scoring import score_sheet
from prongsai.words import Words

_LOST = ("o1", "o2", "o4", "o7", "o9", "o12", "o16", "o27")


def _nodes(way: Way, why: str) -> list[str]:
    return [gap.node for gap in way.analysis.gaps if gap.why == why]


def _gaps(scores: Scores, notes: dict[str, str] | None = None) -> list[tuple[str, str]]:
    return [(gap.node, gap.why) for gap in analyse(score_sheet(load_framework(scores.year), scores), notes=notes).gaps]


def test_the_weak_points_of_mae_sot_are_told_by_their_reasons(mae_sot: Way) -> None:
    assert tuple(_nodes(mae_sot, "no_points")) == _LOST
    assert _nodes(mae_sot, "below_target") == ["9", "10"]
    assert len(_nodes(mae_sot, "assessor_note")) == len(mae_sot.results.assessor_notes)
    assert _nodes(mae_sot, "below_own_mean") == ["9", "10"]
    assert _nodes(mae_sot, "largest_fall") == ["10", "9", "5"]


def test_the_gravest_reasons_come_first(mae_sot: Way) -> None:
    order = list(dict.fromkeys(gap.why for gap in mae_sot.analysis.gaps))

    assert order == ["no_points", "below_target", "assessor_note", "below_own_mean", "largest_fall"]


def test_every_reason_is_told_with_its_figures(mae_sot: Way) -> None:
    told = {(gap.node, gap.why): gap.because for gap in mae_sot.analysis.gaps}

    assert told["9", "below_target"] == Words("69.00 ต่ำกว่าค่าเป้าหมาย 85", "69.00 is below the target of 85")
    assert told["10", "largest_fall"] == Words("ลดลง 20.00 จาก 100.00", "fell by 20.00 from 100.00")
    assert "91.36" in told["9", "below_own_mean"].en
    assert all(gap.name.th and gap.because.th and gap.because.en for gap in mae_sot.analysis.gaps)


def test_measures_must_answer_lost_items_low_scores_and_notes(mae_sot: Way) -> None:
    assert mae_sot.analysis.weak[:10] == (*_LOST, "9", "10")
    assert set(mae_sot.analysis.weak[10:]) == set(mae_sot.results.assessor_notes) - set(_LOST)


def test_a_fall_or_a_low_rank_alone_needs_no_measure() -> None:
    def gap(node: str, why: Why) -> Gap:
        return Gap(node, Words("ก", "a"), None, why, Words("ก", "a"))

    assert weak_nodes((gap("1", "below_own_mean"), gap("2", "largest_fall"), gap("o1", "no_points"), gap("o1", "assessor_note"))) == ("o1",)


def test_a_node_may_be_weak_for_more_than_one_reason(mae_sot: Way) -> None:
    assert [gap.why for gap in mae_sot.analysis.gaps_of("9")] == ["below_target", "below_own_mean", "largest_fall"]
    assert [gap.why for gap in mae_sot.analysis.gaps_of("o9")] == ["no_points", "assessor_note"]
    assert mae_sot.analysis.gaps_of("3") == ()


def test_an_item_with_the_score_zero_is_lost_once() -> None:
    assert _gaps(Scores(2568, items={"o8": Decimal(0)}, no_points=("o8",))) == [("o8", "no_points")]
    assert _gaps(Scores(2568, items={"o8": Decimal(0)})) == [("o8", "no_points")]


def test_an_item_with_part_points_is_below_the_target() -> None:
    assert _gaps(Scores(2568, items={"o8": Decimal(50), "EIT-1/e4": Decimal(84), "i1": Decimal(85)})) == [("o8", "below_target"), ("EIT-1/e4", "below_target")]


def test_a_single_indicator_is_not_below_the_mean_of_itself() -> None:
    assert _gaps(Scores(2568, {1: Decimal(90)})) == []


def test_a_year_without_levels_has_no_target() -> None:
    scores = Scores(2569, {1: Decimal(20), 2: Decimal(80)})

    assert target_of(score_sheet(load_framework(2569), scores)) is None
    assert _gaps(scores) == [("1", "below_own_mean")]


@pytest.mark.parametrize("year", range(2562, 2569))
def test_the_target_is_the_pass_mark(year: int) -> None:
    assert target_of(score_sheet(load_framework(year), Scores(year))) == 85


@pytest.mark.parametrize(("node", "name"), [("o9", "คู่มือ"), ("9", "การเปิดเผยข้อมูล"), ("EIT-1", "ผู้รับบริการ"), ("i3", "ข้อ i3"), ("9.1", "9.1"), ("EIT-1/e4", "")])
def test_every_node_has_a_name(mae_sot: Way, node: str, name: str) -> None:
    assert name in name_of(mae_sot.sheet, node).th
    assert name_of(mae_sot.sheet, node).en

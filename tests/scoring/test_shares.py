"""What a score weighs in the total, and what stands at stake."""

from decimal import Decimal
from fractions import Fraction

import pytest

from prongsai.framework import load_framework
from prongsai.pipeline import Way
from prongsai.results import Scores
from prongsai.scoring import Node, Sheet, score_sheet


def _shares(sheet: Sheet, kind: str) -> list[Fraction | None]:
    return [node.share for node in sheet.total.walk() if node.kind == kind and "/" not in node.id]


@pytest.mark.parametrize("year", range(2562, 2569))
@pytest.mark.parametrize("kind", ["instrument", "indicator"])
def test_the_shares_of_a_level_of_the_tree_make_up_the_whole(year: int, kind: str) -> None:
    shares = _shares(score_sheet(load_framework(year), Scores(year)), kind)

    assert sum(share for share in shares if share is not None) == 1
    assert None not in shares


def test_the_shares_of_sub_indicators_make_up_their_instrument() -> None:
    sheet = score_sheet(load_framework(2564), Scores(2564))

    assert sum(share for share in _shares(sheet, "sub_indicator") if share is not None) == Fraction(40, 100)


@pytest.mark.parametrize("instrument", ["IIT", "EIT", "OIT"])
def test_the_shares_of_items_make_up_their_instrument(instrument: str) -> None:
    sheet = score_sheet(load_framework(2564), Scores(2564))

    items = [node for node in sheet.nodes[instrument].walk() if node.kind == "item"]

    assert sum(node.share or 0 for node in items) == sheet.nodes[instrument].share


@pytest.mark.parametrize("year", range(2562, 2570))
def test_an_unknown_share_has_a_reason(year: int) -> None:
    sheet = score_sheet(load_framework(year), Scores(year))

    assert all(node.share is not None or node.share_reason for node in sheet.total.walk())


@pytest.mark.parametrize("year", range(2562, 2570))
def test_known_children_never_weigh_more_than_their_parent(year: int) -> None:
    def check(node: Node) -> None:
        for kind in {child.kind for child in node.children}:
            known = sum(child.share for child in node.children if child.kind == kind and child.share is not None)
            assert node.share is None or known <= node.share
        for child in node.children:
            check(child)

    check(score_sheet(load_framework(year), Scores(year)).total)


@pytest.mark.parametrize(("node", "stake"), [("10", "4.00"), ("9", "6.20"), ("OIT", "10.20"), ("4", "0.40"), ("3", "0.04"), ("i10", "0.23")])
def test_the_points_at_stake_of_mae_sot(mae_sot: Way, node: str, stake: str) -> None:
    assert str(mae_sot.sheet.nodes[node].stake) == stake


def test_nothing_is_known_to_be_at_stake_without_score_or_share(mae_sot: Way) -> None:
    assert mae_sot.sheet.nodes["EIT-1"].stake is None
    assert mae_sot.sheet.nodes["o1"].shown == Decimal(0)
    assert mae_sot.sheet.nodes["o1"].stake is None

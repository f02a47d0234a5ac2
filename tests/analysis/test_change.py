"""This year beside last year, and items followed through their topics."""

from decimal import Decimal

from prongsai.analysis import Change, ItemChange, changes, item_changes
from prongsai.framework import load_framework
from prongsai.pipeline import Way
from prongsai.results import Scores
from prongsai.scoring import Sheet, score_sheet
from prongsai.words import Words


def _sheet(year: int, *lost: str) -> Sheet:
    return score_sheet(load_framework(year), Scores(year, no_points=lost))


def _fates(earlier: Sheet, later: Sheet) -> list[tuple[str | None, str | None, str]]:
    return [(one.before, one.after, one.fate) for one in item_changes(earlier, later)]


def test_the_ten_differences_of_mae_sot(mae_sot: Way) -> None:
    differences = {one.node: str(one.difference) for one in mae_sot.analysis.changes if one.node.isdigit()}

    assert differences == {
        "1": "-4.71",
        "2": "-3.87",
        "3": "-0.69",
        "4": "25.97",
        "5": "-6.18",
        "6": "-1.95",
        "7": "-0.22",
        "8": "5.78",
        "9": "-9.57",
        "10": "-20.00",
    }


def test_instruments_and_the_total_stand_behind_the_indicators(mae_sot: Way) -> None:
    nodes = [one.node for one in mae_sot.analysis.changes]

    assert nodes[:10] == [str(number) for number in range(1, 11)]
    assert nodes[10:] == ["IIT", "EIT", "OIT", "total"]
    assert str(mae_sot.analysis.changes[-1].difference) == "-4.92"


def test_a_difference_is_taken_between_printed_figures() -> None:
    assert Change("IIT", Words("ก", "a"), Decimal("93.41"), Decimal("95.52")).difference == Decimal("2.11")


def test_a_score_that_one_year_lacks_has_no_difference() -> None:
    earlier = score_sheet(load_framework(2567), Scores(2567, {1: Decimal(90), 2: Decimal(80)}))
    later = score_sheet(load_framework(2568), Scores(2568, {2: Decimal(85), 3: Decimal(80)}))

    assert [(one.node, one.before, one.after) for one in changes(earlier, later)] == [("2", Decimal("80.00"), Decimal("85.00"))]


def test_lost_items_are_followed_through_their_topics() -> None:
    earlier, later = _sheet(2566, "o15", "o39", "o1"), _sheet(2568, "o9", "o1", "o22", "o20")

    assert _fates(earlier, later) == [
        ("o1", "o1", "still_lost"),
        ("o3", "o1", "newly_lost"),
        ("o15", "o9", "still_lost"),
        ("o30", "o20", "newly_lost"),
        ("o39", "o16", "mended"),
        (None, "o22", "new_item"),
    ]


def test_an_item_change_names_the_topic() -> None:
    assert item_changes(_sheet(2568, "o9"), _sheet(2569)) == (ItemChange("service-manual", "o9", "o9", "mended"),)


def test_nothing_is_followed_where_a_list_is_not_given(mae_sot: Way) -> None:
    unsaid = score_sheet(load_framework(2566), Scores(2566))

    assert item_changes(unsaid, _sheet(2568, "o9")) == item_changes(_sheet(2566, "o15"), score_sheet(mae_sot.framework, Scores(2568))) == ()
    assert mae_sot.analysis.item_changes == ()

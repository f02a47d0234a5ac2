"""Which weak points the measures answer."""

import pytest

from prongsai.framework import load_framework
from prongsai.pipeline import Way
from prongsai.plan import Coverage, coverage, uncovered_remarks
from prongsai.results import Measure


def _covered(weak: tuple[str, ...], *answers: tuple[str, ...], year: int = 2568) -> dict[str, tuple[int, ...]]:
    return coverage(load_framework(year), weak, tuple(Measure("x", codes) for codes in answers)).answered_by


@pytest.mark.parametrize(
    ("weak", "answer"),
    [("o9", "o9"), ("o9", "9.2"), ("o1", "9.1"), ("i10", "i10"), ("i10", "4"), ("EIT-1/e4", "EIT-1/e4"), ("EIT-1/e4", "7"), ("9", "9"), ("10", "10")],
)
def test_a_weak_point_is_answered_by_itself_or_what_stands_above_it(weak: str, answer: str) -> None:
    assert _covered((weak,), ("o28",), (answer,)) == {weak: (2,)}


@pytest.mark.parametrize(
    ("weak", "answer"), [("o9", "9"), ("o9", "9.1"), ("o9", "o8"), ("i10", "3"), ("EIT-1/e4", "EIT-2/e4"), ("EIT-1/e4", "e4"), ("9", "9.1"), ("9", "o9")]
)
def test_it_is_not_answered_by_anything_else(weak: str, answer: str) -> None:
    assert _covered((weak,), (answer,)) == {weak: ()}


def test_an_indicator_is_answered_through_all_of_its_weak_items() -> None:
    assert _covered(("9", "o9", "o1"), ("o9",), ("o1",))["9"] == (1, 2)
    assert _covered(("9", "o9", "o1"), ("o9",))["9"] == ()
    assert _covered(("9", "o27"), ("o27",))["9"] == ()


def test_several_measures_may_answer_one_weak_point() -> None:
    assert _covered(("o9",), ("o9",), ("o1",), ("9.2", "o9")) == {"o9": (1, 3)}


def test_without_measures_everything_is_uncovered() -> None:
    result = coverage(load_framework(2568), ("o9", "4"), ())

    assert (result.weak, result.covered, result.uncovered) == (("o9", "4"), (), ("o9", "4"))


def test_covered_and_uncovered_together_are_the_weak_points() -> None:
    result = Coverage(("o1", "o2"), {"o1": (1,), "o2": ()})

    assert (result.covered, result.uncovered) == (("o1",), ("o2",))


def test_the_three_measures_of_mae_sot_leave_five_items_open(mae_sot: Way) -> None:
    assert [node for node in mae_sot.coverage.covered if node.startswith("o")] == ["o9", "o16", "o27"]
    assert [node for node in mae_sot.coverage.uncovered if node.startswith("o")] == ["o1", "o2", "o4", "o7", "o12"]
    assert "10" in mae_sot.coverage.covered
    assert "9" in mae_sot.coverage.uncovered


def test_every_open_weak_point_is_a_remark(mae_sot: Way) -> None:
    remarks = uncovered_remarks(mae_sot.analysis, mae_sot.coverage)

    assert [remark.where for remark in remarks] == list(mae_sot.coverage.uncovered)
    assert {remark.rule for remark in remarks} == {"uncovered-weakness"}
    severities = {remark.where: remark.severity for remark in remarks}
    assert severities["o1"] == severities["9"] == "error"
    assert severities["i10"] == severities["EIT-1/e4"] == "warning"
    assert all(remark.message.th and remark.message.en and remark.mend.th for remark in remarks)

"""How near titles, names and figures are."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.checker.rules.nearness import alike, half_unit, one_digit_apart, one_letter_apart, same_figure


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("การปรับปรุงระบบการทำงาน", "การปรับปรุงการทำงาน"),
        ("การใช้ทรัพย์สินของทางราชการ", "การใช้ทรัพย์สินของราชการ"),
        ("รายงานผลการดำเนินงานประจำปี พ.ศ. 2567", "รายงานผลการดำเนินงานประจำปี พ.ศ. 2566"),
        ("คู่มือหรือแนวทางการขอรับบริการ", "คู่มือหรือแนวทางการขอรับบริการสำหรับผู้รับบริการหรือผู้มาติดต่อ"),
    ],
)
def test_a_title_in_other_wording_is_alike(first: str, second: str) -> None:
    assert alike(first, second) >= 0.9


@pytest.mark.parametrize(("first", "second"), [("การใช้อำนาจ", "การใช้งบประมาณ"), ("การแก้ไขปัญหาการทุจริต", "การป้องกันการทุจริต"), ("E-Service", "Q&A")])
def test_other_titles_are_not(first: str, second: str) -> None:
    assert alike(first, second) < 0.72


@pytest.mark.parametrize(
    ("first", "second", "apart"), [("ก่อน", "กอน", True), ("กอน", "กอด", True), ("กอน", "กอน", False), ("กอน", "นอก", False), ("ก", "กอน", False)]
)
def test_one_letter_apart_is_put_in_left_out_or_changed(first: str, second: str, *, apart: bool) -> None:
    assert one_letter_apart(first, second) is apart
    assert one_letter_apart(second, first) is apart


@given(st.decimals(0, 100, places=2), st.decimals(0, 100, places=2))
def test_figures_one_digit_apart_are_so_both_ways_and_never_the_same(first: Decimal, second: Decimal) -> None:
    assert one_digit_apart(first, second) == one_digit_apart(second, first)
    assert not one_digit_apart(first, first)


@given(st.decimals(0, 100, places=2), st.integers(0, 2))
def test_a_figure_rounded_is_the_same_figure(value: Decimal, places: int) -> None:
    assert same_figure(value, round(value, places))
    assert same_figure(round(value, places), value)


def test_other_figures_are_not_the_same() -> None:
    assert not same_figure(Decimal("95.24"), Decimal("95.42"))
    assert not same_figure(Decimal("95.2"), Decimal("95.42"))
    assert half_unit(Decimal("95.2")) == Decimal("0.05")

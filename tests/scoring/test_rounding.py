"""A score is rounded once, half up, at the end."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

import oracle
from prongsai.scoring import mean, rounded


@pytest.mark.parametrize(
    ("exact", "printed"),
    [("84.985", "84.99"), ("74.945", "74.95"), ("87.145", "87.15"), ("84.98499", "84.98"), ("0", "0.00"), ("100", "100.00"), ("0.005", "0.01")],
)
def test_a_half_goes_up(exact: str, printed: str) -> None:
    assert str(rounded(Fraction(exact))) == printed


@given(st.fractions(0, 100, max_denominator=10_000))
def test_every_score_rounds_as_the_oracle_says(score: Fraction) -> None:
    assert rounded(score) == oracle.half_up(score)
    assert abs(Fraction(rounded(score)) - score) <= Fraction(1, 200)


def test_other_places_are_possible() -> None:
    assert str(rounded(Fraction(200, 3), 0)) == "67"
    assert str(rounded(Fraction(200, 3), 4)) == "66.6667"


@given(st.lists(st.decimals(0, 100, places=2), min_size=1, max_size=12))
def test_a_mean_is_exact(scores: list[Decimal]) -> None:
    exact = [Fraction(score) for score in scores]

    assert mean(exact) * len(exact) == sum(exact)

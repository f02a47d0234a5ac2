"""docs/scoring.md: its examples are what the program computes."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from prongsai.framework import load_framework
from prongsai.pipeline import Way
from prongsai.results import Scores
from prongsai.scoring import misprints, rounded, score_sheet

TEXT = (Path(__file__).parents[2] / "docs" / "scoring.md").read_text(encoding="utf-8")
LOST_2564 = ("o1", "o2", "o9", "o10", "o11", "o12", "o19", "o22", "o24", "o27", "o28", "o35", "o38", "o43")
LAW_2563 = {1: "90.51", 2: "77.60", 3: "82.69", 4: "79.33", 5: "70.91", 6: "86.36", 7: "74.90", 8: "76.90", 9: "66.67", 10: "50.00"}


@pytest.mark.parametrize(("node", "exact"), [("IIT", "95.516"), ("EIT", "95.66"), ("OIT", "74.5"), ("total", "87.1528")])
def test_the_worked_example_is_exact(mae_sot: Way, node: str, exact: str) -> None:
    score = mae_sot.sheet.nodes[node].score

    assert score == Fraction(exact)
    assert TEXT.count(f"| {exact} |") == 2


def test_the_total_of_the_worked_example_is_the_fraction_that_the_page_names(mae_sot: Way) -> None:
    total = mae_sot.sheet.total.score

    assert total is not None
    assert f"{total.numerator}/{total.denominator}" in TEXT


def test_the_disclosure_example_gives_the_published_indicators() -> None:
    nodes = score_sheet(load_framework(2564), Scores(2564, no_points=LOST_2564)).nodes

    assert nodes["9"].score == Fraction(2825, 42)
    assert (nodes["9"].shown, nodes["10"].shown) == (Decimal("67.26"), Decimal("62.50"))


def test_rounding_the_instruments_first_goes_wrong_as_the_page_says() -> None:
    sheet = score_sheet(load_framework(2563), Scores(2563, {number: Decimal(score) for number, score in LAW_2563.items()}))

    first = sum(Fraction(weight, 100) * Fraction(node.shown or 0) for weight, node in zip((30, 30, 40), sheet.instruments, strict=True))

    assert (sheet.total.shown, rounded(Fraction(first))) == (Decimal("71.21"), Decimal("71.22"))


def test_the_misread_figure_of_the_page_is_among_the_misprints(mae_sot: Way) -> None:
    given = mae_sot.results.scores
    misread = Scores(2568, {**given.indicators, 4: Decimal("98.38")}, published_total=given.published_total)

    found = misprints(mae_sot.framework, misread)

    assert (4, Decimal("93.38")) in {(one.indicator, one.would_be) for one in found}

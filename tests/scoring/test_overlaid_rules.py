"""Rules that a user fills in: weights of parts and of items make computable what was not."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import oracle
from prongsai.framework import Framework, load_framework
from prongsai.pipeline import Way
from prongsai.results import Scores
from prongsai.scoring import level_of, score_sheet

_SCORE = st.decimals(0, 100, places=2)
_FACT = "{{value: {}, reference: [M69], confidence: inferred}}"
_ITEM_WEIGHTS = dict(zip([1, 2, 4, 7, 9, 12, 16], [4, 4, 4, 4, 5, 5, 5], strict=True))
_ITEM_WEIGHTS |= dict(zip([3, 5, 6, 8, 10, 11, 13, 14, 15, 17, 18, 19, 20], [9] + [5] * 12, strict=True))
_ITEM_WEIGHTS |= {21: 11, 22: 11, 23: 11, 24: 11, 25: 11, 26: 11, 27: 20, 28: 14}


def _fact(value: object) -> str:
    return _FACT.format(value)


def _with_parts(folder: Path, first: str, second: str) -> Framework:
    parts = "".join(f"  - {{code: {code}, weight: {_fact(weight)}}}\n" for code, weight in (("EIT-1", first), ("EIT-2", second)))
    folder.joinpath("2568").mkdir()
    folder.joinpath("2568", "framework.yaml").write_text(f"instruments:\n- code: EIT\n  parts:\n{parts}", encoding="utf-8")
    return load_framework(2568, folder)


@pytest.fixture(scope="module", params=[("50", "50"), ("40", "60"), ("33.3", "66.7")])
def parted(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Framework, Decimal, Decimal]:
    """2568 with known weights of the parts of EIT."""
    first, second = request.param
    return _with_parts(tmp_path_factory.mktemp("parts"), first, second), Decimal(first), Decimal(second)


@pytest.fixture(scope="module")
def itemised(tmp_path_factory: pytest.TempPathFactory) -> Framework:
    """2568 with weights of the disclosure items that give the published indicators of Mae Sot."""
    folder = tmp_path_factory.mktemp("items")
    folder.joinpath("2568").mkdir()
    indicators = "".join(f"- {{number: {number}, combine: {_fact('weighted_items')}}}\n" for number in (9, 10))
    points = f"disclosure_points: {_fact('[0, 100]')}\n"
    items = "".join(f"- {{code: o{number}, weight: {_fact(weight)}}}\n" for number, weight in _ITEM_WEIGHTS.items())
    folder.joinpath("2568", "framework.yaml").write_text(f"indicators:\n{indicators}{points}", encoding="utf-8")
    folder.joinpath("2568", "oit.yaml").write_text(f"items:\n{items}", encoding="utf-8")
    return load_framework(2568, folder)


@given(first=st.lists(_SCORE, min_size=9, max_size=9), second=st.lists(_SCORE, min_size=9, max_size=9))
def test_known_part_weights_give_the_indicators_from_the_answers_of_both_parts(
    parted: tuple[Framework, Decimal, Decimal], first: list[Decimal], second: list[Decimal]
) -> None:
    framework, *weights = parted
    items = {f"EIT-{part}/e{number}": score for part, scores in ((1, first), (2, second)) for number, score in enumerate(scores, 1)}
    means = [[oracle.mean(scores[start : start + 3]) for start in (0, 3, 6)] for scores in (first, second)]

    sheet = score_sheet(framework, Scores(2568, items=items))

    expected = [oracle.weighted(zip(weights, pair, strict=True)) for pair in zip(*means, strict=True)]
    assert [sheet.nodes[str(number)].score for number in (6, 7, 8)] == expected
    assert sheet.nodes["EIT"].score == oracle.mean(expected)
    assert [node.score for node in sheet.parts] == [oracle.mean(means[0]), oracle.mean(means[1])]


@given(first=_SCORE, second=_SCORE)
def test_known_part_weights_give_the_instrument_from_its_parts(parted: tuple[Framework, Decimal, Decimal], first: Decimal, second: Decimal) -> None:
    framework, *weights = parted

    sheet = score_sheet(framework, Scores(2568, parts={"EIT-1": first, "EIT-2": second}))

    assert sheet.nodes["EIT"].score == oracle.weighted(zip(weights, (first, second), strict=True))


def test_the_shares_of_parts_and_their_items_make_up_the_instrument(parted: tuple[Framework, Decimal, Decimal]) -> None:
    sheet = score_sheet(parted[0], Scores(2568))

    items = [node for part in sheet.parts for node in part.walk() if node.kind == "item"]

    assert sum(node.share or 0 for node in sheet.parts) == Fraction(30, 100)
    assert sum(node.share or 0 for node in items) == Fraction(30, 100)


@given(lost=st.sets(st.integers(1, 28)))
def test_known_item_weights_give_the_disclosure_indicators(itemised: Framework, lost: set[int]) -> None:
    kept = {number: 0 if number in lost else 100 for number in _ITEM_WEIGHTS}
    expected = [oracle.weighted((_ITEM_WEIGHTS[number], kept[number]) for number in numbers) for numbers in (range(1, 21), range(21, 29))]

    sheet = score_sheet(itemised, Scores(2568, no_points=tuple(f"o{number}" for number in sorted(lost))))

    assert [sheet.nodes[code].score for code in ("9", "10")] == expected
    assert sheet.nodes["OIT"].score == oracle.mean(expected)


def test_the_lost_items_of_mae_sot_then_give_its_published_indicators(itemised: Framework, mae_sot: Way) -> None:
    sheet = score_sheet(itemised, Scores(2568, no_points=mae_sot.results.scores.no_points))

    assert (str(sheet.nodes["9"].shown), str(sheet.nodes["10"].shown)) == ("69.00", "80.00")
    assert str(sheet.nodes["o27"].stake) == "4.00"


def test_the_shares_of_weighted_items_make_up_their_indicator(itemised: Framework) -> None:
    sheet = score_sheet(itemised, Scores(2568))

    assert sum(node.share or 0 for node in sheet.nodes["9"].children) == Fraction(20, 100)


def test_levels_that_a_user_fills_in_are_used(tmp_path: Path) -> None:
    known = {name: _fact(value) for name, value in (("pass_mark", 80), ("weight", 50))}
    step = "  - {{code: {}, name: {{th: {}, en: {}}}, total_from: {}, passed: {}, confidence: inferred}}\n"
    steps = step.format("ดี", "ดี", "good", 80, "true") + step.format("แก้ไข", "แก้ไข", "mend", 0, "false")
    weights = "".join(f"- {{code: {code}, weight: {_fact(weight)}}}\n" for code, weight in (("IIT", 50), ("EIT", 25), ("OIT", 25)))
    tmp_path.joinpath("2569").mkdir()
    text = f"instruments:\n{weights}levels:\n  pass_mark: {known['pass_mark']}\n  steps:\n{steps}"
    tmp_path.joinpath("2569", "framework.yaml").write_text(text, encoding="utf-8")
    framework = load_framework(2569, tmp_path)

    sheet = score_sheet(framework, Scores(2569, instruments={"IIT": Decimal(90), "EIT": Decimal(80), "OIT": Decimal(60)}))

    assert str(sheet.total.shown) == "80.00"
    assert level_of(framework, sheet.nodes).code == "ดี"

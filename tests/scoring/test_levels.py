"""The level, what decided it, and how certain it is."""

from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

import oracle
from prongsai.framework import load_framework
from prongsai.pipeline import Way
from prongsai.results import Scores
from prongsai.scoring import Level, below, compared_scores, level_of, score_sheet

_SCORE = st.decimals(60, 100, places=2) | st.sampled_from([Decimal(mark) for mark in ("70", "84.99", "85", "94.99", "95")])
_PARTS = [Decimal(mark) for mark in ("0", "50", "84.99", "85", "90", "94.99", "95", "97", "100")]


def _level(year: int, scores: tuple[str, str, str], parts: dict[str, str] | None = None, published: str | None = None) -> Level:
    instruments = dict(zip(("IIT", "EIT", "OIT"), map(Decimal, scores), strict=True))
    framework = load_framework(year)
    sheet = score_sheet(framework, Scores(year, instruments=instruments, parts={code: Decimal(score) for code, score in (parts or {}).items()}))
    return level_of(framework, sheet.nodes, published)


@pytest.mark.parametrize("year", [2562, 2563, 2564, 2565])
@given(total=st.decimals(0, 100, places=2))
def test_a_letter_follows_from_the_total_alone(year: int, total: Decimal) -> None:
    framework = load_framework(year)
    sheet = score_sheet(framework, Scores(year, published_total=total))

    level = level_of(framework, sheet.nodes)

    assert level.code == oracle.letter(total)
    assert level.certain
    assert level.passed == (total >= 85)


@pytest.mark.parametrize("year", [2566, 2567, 2568])
@given(scores=st.tuples(_SCORE, _SCORE, _SCORE, _SCORE, _SCORE))
def test_a_level_reads_the_total_and_four_scores(year: int, scores: tuple[Decimal, ...]) -> None:
    iit, eit, first, second, oit = scores
    given_scores = Scores(year, instruments={"IIT": iit, "EIT": max(eit, first, second), "OIT": oit}, parts={"EIT-1": first, "EIT-2": second})
    framework = load_framework(year)
    sheet = score_sheet(framework, given_scores)

    level = level_of(framework, sheet.nodes)

    assert sheet.total.shown is not None
    assert level.certain
    assert level.code == oracle.rating(sheet.total.shown, [iit, first, second, oit])


@given(iit=_SCORE, eit=_SCORE, oit=_SCORE)
def test_without_parts_every_level_that_they_allow_is_possible(iit: Decimal, eit: Decimal, oit: Decimal) -> None:
    framework = load_framework(2568)
    sheet = score_sheet(framework, Scores(2568, instruments={"IIT": iit, "EIT": eit, "OIT": oit}))
    total = oracle.half_up(oracle.total_of({"IIT": iit, "EIT": eit, "OIT": oit}))
    pairs = [(one, other) for one, other in product([*_PARTS, eit], repeat=2) if min(one, other) <= eit <= max(one, other)]
    allowed = {oracle.rating(total, [iit, one, other, oit]) for one, other in pairs}

    level = level_of(framework, sheet.nodes)

    assert set(level.possible) == allowed
    assert level.certain == (len(allowed) == 1)
    assert level.code == level.possible[0]


@pytest.mark.parametrize(
    ("scores", "parts", "code", "certain"),
    [
        (("96", "96", "96"), {"EIT-1": "95", "EIT-2": "97"}, "ผ่านดีเยี่ยม", True),
        (("96", "96", "96"), {"EIT-1": "94.99", "EIT-2": "97"}, "ผ่านดี", True),
        (("96", "96", "96"), {"EIT-1": "84.99", "EIT-2": "97"}, "ผ่าน", True),
        (("96", "96", "96"), {}, "ผ่านดีเยี่ยม", False),
        (("96", "96", "94.99"), {}, "ผ่านดี", False),
        (("96", "96", "84.99"), {}, "ผ่าน", True),
        (("96", "84.99", "96"), {}, "ผ่าน", True),
        (("96", "84.99", "96"), {"EIT-1": "90"}, "ผ่าน", True),
        (("96", "90", "96"), {"EIT-1": "90"}, "ผ่านดี", False),
        (("96", "90", "96"), {"EIT-1": "80"}, "ผ่าน", True),
        (("84.99", "84.99", "84.99"), {}, "ต้องปรับปรุง", True),
        (("69.99", "69.99", "69.99"), {}, "ต้องปรับปรุงโดยด่วน", True),
    ],
)
def test_a_level_is_certain_only_where_no_missing_score_could_change_it(
    scores: tuple[str, str, str], parts: dict[str, str], code: str, *, certain: bool
) -> None:
    level = _level(2568, scores, parts)

    assert (level.code, level.certain) == (code, certain)


def test_an_uncertain_level_names_what_would_decide() -> None:
    level = _level(2568, ("96", "96", "96"))

    assert level.possible == ("ผ่านดีเยี่ยม", "ผ่านดี", "ผ่าน")
    assert level.undecided == ("EIT-1", "EIT-2")
    assert "EIT-1, EIT-2" in level.because.th
    assert "EIT-1, EIT-2" in level.because.en


def test_a_published_level_narrows_what_is_possible() -> None:
    level = _level(2568, ("96", "96", "96"), published="ผ่านดี")

    assert (level.code, level.certain) == ("ผ่านดี", False)
    assert "ผ่านดี" in level.because.en


def test_a_published_level_that_the_scores_forbid_is_not_taken() -> None:
    level = _level(2568, ("96", "96", "80"), published="ผ่านดี")

    assert (level.code, level.certain) == ("ผ่าน", True)


def test_the_level_of_mae_sot_is_decided_by_disclosure(mae_sot: Way) -> None:
    level = mae_sot.level

    assert (level.code, level.passed, level.certain) == ("ผ่าน", True, True)
    assert "OIT ได้ 74.50 ต่ำกว่า 85" in level.because.th
    assert "OIT has 74.50, below 85" in level.because.en


def test_the_best_level_is_told_with_the_scores_it_compares() -> None:
    level = _level(2568, ("96", "96", "96"), {"EIT-1": "96", "EIT-2": "96"})

    assert "96.00" in level.because.en
    assert "IIT, EIT-1, EIT-2, OIT" in level.because.en


def test_a_total_below_the_next_level_is_named_as_the_reason() -> None:
    level = _level(2564, ("84.99", "84.99", "84.99"))

    assert level.because.en == "the total 84.99 is at least 75 but below 85"


def test_without_a_total_the_level_is_open_and_every_one_possible() -> None:
    framework = load_framework(2568)

    level = level_of(framework, score_sheet(framework, Scores(2568)).nodes)

    assert (level.code, level.passed, level.certain) == (None, None, False)
    assert len(level.possible) == 5
    assert level.because.en


def test_without_a_total_a_published_level_is_passed_on() -> None:
    framework = load_framework(2568)

    level = level_of(framework, score_sheet(framework, Scores(2568)).nodes, "ผ่านดี")

    assert (level.code, level.passed, level.certain) == ("ผ่านดี", True, False)


def test_a_year_without_levels_says_so() -> None:
    framework = load_framework(2569)

    level = level_of(framework, score_sheet(framework, Scores(2569, published_total=Decimal(90))).nodes)

    assert (level.code, level.certain) == (None, False)
    assert "not known" in level.because.en


def test_a_missing_part_counts_as_its_instrument_where_that_is_too_low(mae_sot: Way) -> None:
    framework = mae_sot.framework
    sheet = score_sheet(framework, Scores(2568, instruments={"IIT": Decimal(90), "EIT": Decimal(80), "OIT": Decimal(90)}))

    assert below(framework, sheet.nodes, Decimal(85)) == (("EIT",), ())
    assert below(framework, sheet.nodes, Decimal(80)) == ((), ("EIT-1", "EIT-2"))
    assert compared_scores(framework, sheet.nodes) == {"IIT": Decimal(90), "EIT-1": None, "EIT-2": None, "OIT": Decimal(90)}

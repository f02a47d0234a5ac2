"""How a score came about, told with its figures."""

import pytest

from prongsai.framework import load_framework
from prongsai.pipeline import Way
from prongsai.results import Scores
from prongsai.scoring import explain, score_sheet


def _told(way: Way, node: str) -> tuple[str, str]:
    sentences = explain(way.sheet, node)
    return "\n".join(one.th for one in sentences), "\n".join(one.en for one in sentences)


def test_the_total_is_told_with_instruments_and_weights(mae_sot: Way) -> None:
    thai, english = _told(mae_sot, "total")

    for text in (thai, english):
        assert "IIT 95.52 × 30% + EIT 95.66 × 30% + OIT 74.50 × 40% = 87.15" in text
    assert "คะแนนรวม" in thai


def test_an_instrument_is_told_with_its_indicators_and_its_effect(mae_sot: Way) -> None:
    thai, english = _told(mae_sot, "OIT")

    for text in (thai, english):
        assert "(69.00 + 80.00) ÷ 2 = 74.50" in text
        assert "40.00" in text
        assert "10.20" in text
        assert "M69" in text


def test_a_published_score_is_told_as_published(mae_sot: Way) -> None:
    thai, english = _told(mae_sot, "10")

    assert "80.00" in thai
    assert "ผู้ประเมินประกาศ" in thai
    assert "published by the assessor" in english
    assert "at 100 the total would gain 4.00 points" in english


def test_a_missing_score_is_told_with_its_reason(mae_sot: Way) -> None:
    thai, english = _told(mae_sot, "EIT-1")

    assert thai.startswith("ไม่มี")
    assert "is not known" in english
    assert "its effect on the total is not known" in english


def test_a_published_score_that_does_not_follow_is_told_as_such(mae_sot: Way) -> None:
    results = mae_sot.results.scores
    sheet = score_sheet(mae_sot.framework, Scores(2568, results.indicators, instruments={**results.instruments, "EIT": results.indicators[6]}))

    english = " ".join(sentence.en for sentence in explain(sheet, "EIT"))

    assert "the published 96.03 does not follow from the scores below: 95.66" in english


@pytest.mark.parametrize("year", range(2562, 2570))
def test_every_node_of_every_year_can_be_told_in_both_languages(year: int) -> None:
    sheet = score_sheet(load_framework(year), Scores(year))

    for node in sheet.nodes:
        assert all(sentence.th and sentence.en for sentence in explain(sheet, node))

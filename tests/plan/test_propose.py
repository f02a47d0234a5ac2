"""Measures are proposed for every weak point."""

from decimal import Decimal

import pytest

from prongsai.analysis import analyse
from prongsai.framework import known_years, load_advice, load_framework
from prongsai.pipeline import Way
from prongsai.plan import coverage, propose, remarks_on, topic_of
from prongsai.results import Measure, Scores
from prongsai.scoring import score_sheet
from prongsai.thai import FiscalYear, is_thai

_LOST = ("o1", "o2", "o4", "o7", "o9", "o12", "o16", "o27")


def _proposed(year: int, *lost: str) -> tuple[Measure, ...]:
    analysis = analyse(score_sheet(load_framework(year), Scores(year, no_points=lost)))
    return propose(analysis, load_advice(), year + 1, nodes=lost)


def test_the_proposals_cover_every_weak_point_of_mae_sot(mae_sot: Way) -> None:
    result = coverage(mae_sot.framework, mae_sot.analysis.weak, mae_sot.proposals)

    assert result.uncovered == ()
    assert set(_LOST) <= set(result.covered)
    assert set(_LOST) <= {code for measure in mae_sot.proposals for code in measure.answers}


def test_every_proposal_passes_the_remarks_without_error(mae_sot: Way) -> None:
    assert [remark for remark in remarks_on(mae_sot.proposals, 2569) if remark.severity == "error"] == []
    assert [remark.rule for remark in remarks_on(mae_sot.proposals, 2569)] == []


def test_every_period_lies_inside_the_fiscal_year(mae_sot: Way) -> None:
    year = FiscalYear(mae_sot.results.plan_year)

    for measure in mae_sot.proposals:
        assert measure.start is not None
        assert measure.end is not None
        assert year.contains(measure.start)
        assert year.contains(measure.end)
        assert measure.start < measure.end


def test_weak_points_of_one_bundle_become_one_measure() -> None:
    bundle = load_advice().bundles["website"]

    measures = _proposed(2568, "o1", "o12", "o2", "o4")

    assert [measure.answers for measure in measures] == [("o1", "o2", "o4"), ("o12",)]
    assert measures[0].title == bundle.measure.th
    assert measures[0].steps[0] == bundle.first.th
    assert measures[0].steps[-1] == bundle.last.th
    assert measures[0].responsible == bundle.unit.th


def test_a_weak_point_alone_gets_the_measure_of_its_topic() -> None:
    framework, advice = load_framework(2568), load_advice()
    topic = topic_of(framework, advice, "o12")

    (measure,) = _proposed(2568, "o12")

    assert topic is not None
    assert (measure.title, measure.responsible, measure.success) == (topic.measure.th, topic.unit.th, topic.success.th)
    assert measure.steps == tuple(step.th for step in topic.steps[:5])


def test_no_step_stands_twice(mae_sot: Way) -> None:
    assert all(len(set(measure.steps)) == len(measure.steps) for measure in mae_sot.proposals)


def test_an_indicator_whose_items_are_answered_gets_no_measure_of_its_own(mae_sot: Way) -> None:
    answers = [code for measure in mae_sot.proposals for code in measure.answers]

    assert {"9", "10"} <= set(mae_sot.analysis.weak)
    assert not {"9", "10"} & set(answers)
    assert len(answers) == len(set(answers))


def test_an_indicator_without_known_items_gets_the_advice_on_the_indicator() -> None:
    analysis = analyse(score_sheet(load_framework(2568), Scores(2568, {4: Decimal(70)})))

    (measure,) = propose(analysis, load_advice(), 2569)

    assert measure.answers == ("4",)


def test_an_item_without_topic_gets_the_advice_on_its_indicator() -> None:
    framework, advice = load_framework(2568), load_advice()

    assert topic_of(framework, advice, "i3") == topic_of(framework, advice, "1") == advice.about("indicator", "duty-performance")


def test_a_sub_indicator_has_advice_of_its_own() -> None:
    topic = topic_of(load_framework(2568), load_advice(), "9.1")

    assert topic is not None
    assert (topic.kind, topic.id) == ("sub-indicator", "basic-information")


def test_the_measures_of_a_survey_item_do_not_depend_on_its_part() -> None:
    framework, advice = load_framework(2568), load_advice()

    assert topic_of(framework, advice, "EIT-1/e4") == topic_of(framework, advice, "EIT-2/e4") is not None


def test_proposals_may_be_asked_for_in_english(mae_sot: Way) -> None:
    measures = propose(mae_sot.analysis, mae_sot.advice, 2569, language="en")

    assert [measure.answers for measure in measures] == [measure.answers for measure in mae_sot.proposals]
    assert not any(is_thai(text) for measure in measures for text in (measure.title, *measure.steps, measure.responsible, measure.success))


def test_proposals_beside_the_agencys_own_measures_answer_what_is_open(mae_sot: Way) -> None:
    together = coverage(mae_sot.framework, mae_sot.analysis.weak, (*mae_sot.results.measures, *mae_sot.additions))

    assert together.uncovered == ()
    assert not {"o9", "o16", "o27"} & {code for measure in mae_sot.additions for code in measure.answers}


@pytest.mark.parametrize("year", known_years())
def test_a_year_in_which_everything_was_lost_is_covered_without_error(year: int) -> None:
    framework = load_framework(year)
    lost = tuple(code for code, item in framework.items.items() if item.instrument == "OIT")

    measures = _proposed(year, *lost)

    assert coverage(framework, lost, measures).uncovered == ()
    assert [remark for remark in remarks_on(measures, year + 1) if remark.severity == "error"] == []


@pytest.mark.parametrize("year", range(2562, 2569))
def test_ten_low_indicators_are_covered_without_error(year: int) -> None:
    framework = load_framework(year)
    analysis = analyse(score_sheet(framework, Scores(year, dict.fromkeys(range(1, 11), Decimal(50)))))

    measures = propose(analysis, load_advice(), year + 1)

    assert coverage(framework, analysis.weak, measures).uncovered == ()
    assert [remark for remark in remarks_on(measures, year + 1) if remark.severity == "error"] == []

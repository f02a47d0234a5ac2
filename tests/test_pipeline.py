"""The whole way, from a file to measures."""

from pathlib import Path

import pytest

from folders import ROOT, Laid
from prongsai.errors import InvalidResults, UnreadableFile
from prongsai.pipeline import Way, start
from prongsai.results import Results, results_from


def _results(year: int, **more: object) -> Results:
    return results_from({"agency": {"name": "เทศบาลตำบลทดสอบ"}, "year": year, **more}, "results.yaml")


def test_mae_sot_goes_the_whole_way(mae_sot: Way) -> None:
    assert str(mae_sot.sheet.total.shown) == "87.15"
    assert (mae_sot.level.code, mae_sot.level.certain) == ("ผ่าน", True)
    assert mae_sot.earlier is not None
    assert str(mae_sot.earlier.total.shown) == "92.07"
    assert len(mae_sot.analysis.changes) == 14
    assert mae_sot.proposals
    assert mae_sot.additions
    assert {remark.rule for remark in mae_sot.remarks} >= {"uncovered-weakness", "measure-follow-up"}


def test_an_agency_with_measures_and_no_scores_goes_the_whole_way() -> None:
    way = start(ROOT / "examples" / "chum-saeng-2566.yaml")

    assert way.sheet.total.score is None
    assert (way.level.code, way.level.certain) == (None, False)
    assert (way.analysis.weak, way.coverage.uncovered, way.proposals, way.additions, way.earlier) == ((), (), (), (), None)
    assert {remark.rule for remark in way.remarks} == {"vague-owner", "vague-period", "measure-success"}


@pytest.mark.parametrize("year", range(2562, 2570))
def test_an_agency_with_nothing_but_a_total_goes_the_whole_way(year: int) -> None:
    way = Way(_results(year, published={"total": "80.00"}))

    assert str(way.sheet.total.shown) == "80.00"
    assert way.level.because.th
    assert (way.analysis.weak, way.proposals, way.remarks) == ((), (), ())


@pytest.mark.parametrize("year", range(2562, 2570))
def test_an_agency_with_nothing_goes_the_whole_way(year: int) -> None:
    way = Way(_results(year))

    assert way.sheet.total.score is None
    assert way.sheet.missing
    assert (way.level.code, way.level.certain) == (None, False)


def test_without_measures_of_its_own_an_agency_gets_no_remarks() -> None:
    way = Way(_results(2568, no_points=["o1"]))

    assert way.coverage.uncovered == ("o1",)
    assert way.remarks == ()
    assert way.additions == way.proposals


def test_measures_that_answer_nothing_are_told(mae_sot: Way) -> None:
    way = Way(_results(2568, no_points=["o1"], measures=[{"title": "ทำความดี"}]))

    rules = [(remark.rule, remark.where) for remark in way.remarks if remark.severity == "error"]

    assert ("measure-answers", "measures.1") in rules
    assert ("uncovered-weakness", "o1") in rules


def test_a_folder_laid_over_the_years_is_used_all_the_way(laid: Laid) -> None:
    folder = laid({"2568/framework.yaml": "indicators: [{number: 1, name: {th: ชื่อใหม่}}]"})

    way = start(ROOT / "examples" / "mae-sot-2568.yaml", folder)

    assert way.framework.overlay == str(folder)
    assert way.sheet.nodes["1"].name.th == "ชื่อใหม่"


def test_the_language_of_the_proposals_is_that_of_the_way() -> None:
    way = start(ROOT / "examples" / "mae-sot-2568.yaml", language="en")

    assert all(measure.title.isascii() for measure in way.proposals)


def test_a_file_that_cannot_be_used_is_refused(tmp_path: Path) -> None:
    (tmp_path / "results.yaml").write_text("agency: {name: x}\nyear: 2568\nindicators: {1: 101}", encoding="utf-8")

    with pytest.raises(InvalidResults):
        start(tmp_path / "results.yaml")
    with pytest.raises(UnreadableFile):
        start(tmp_path / "none.yaml")

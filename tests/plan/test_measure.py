"""What a measure must have."""

from dataclasses import replace
from datetime import date

import pytest

from prongsai.pipeline import Way
from prongsai.plan import is_vague_owner, remarks_on
from prongsai.results import Measure

_WHOLE = Measure(
    "ปรับปรุงคู่มือขอรับบริการ",
    ("o9",),
    ("ทบทวนคู่มือเดิม", "เผยแพร่บนเว็บไซต์"),
    "งานทะเบียนราษฎร",
    date(2025, 10, 1),
    date(2026, 3, 31),
    "รายงานปลัดทุกไตรมาส",
    "มีคู่มือครบทุกงาน",
)


def _rules(*measures: Measure) -> list[tuple[str, str, str]]:
    return [(remark.rule, remark.severity, remark.where) for remark in remarks_on(measures, 2569)]


def test_a_whole_measure_has_no_remarks() -> None:
    assert _rules(_WHOLE) == []


@pytest.mark.parametrize(
    ("measure", "rule", "severity"),
    [
        (replace(_WHOLE, answers=()), "measure-answers", "error"),
        (replace(_WHOLE, responsible=""), "measure-owner", "error"),
        (replace(_WHOLE, responsible="ทุกกอง/สำนัก"), "vague-owner", "warning"),
        (replace(_WHOLE, steps=()), "measure-steps", "error"),
        (replace(_WHOLE, start=None, end=None), "measure-period", "error"),
        (replace(_WHOLE, end=None), "measure-period", "error"),
        (replace(_WHOLE, start=date(2025, 9, 30)), "measure-period", "error"),
        (replace(_WHOLE, end=date(2026, 10, 1)), "measure-period", "error"),
        (replace(_WHOLE, follow_up=""), "measure-follow-up", "error"),
        (replace(_WHOLE, success=""), "measure-success", "warning"),
    ],
)
def test_what_a_measure_lacks_is_one_remark(measure: Measure, rule: str, severity: str) -> None:
    assert _rules(measure) == [(rule, severity, "measures.1")]


def test_a_measure_that_only_says_when_it_ends_has_a_period() -> None:
    assert _rules(replace(_WHOLE, start=None)) == []


def test_the_first_and_last_day_of_the_fiscal_year_are_inside() -> None:
    assert _rules(replace(_WHOLE, start=date(2025, 10, 1), end=date(2026, 9, 30))) == []


def test_a_remark_names_measure_and_mend_in_both_languages() -> None:
    remark = remarks_on([_WHOLE, replace(_WHOLE, end=date(2027, 1, 1))], 2569)[0]

    assert remark.where == "measures.2"
    assert "ปรับปรุงคู่มือขอรับบริการ" in remark.message.th
    assert "2569" in remark.message.en
    assert "2568" in remark.mend.th
    assert remark.mend.en


def test_everything_that_a_measure_lacks_is_told_at_once() -> None:
    rules = [rule for rule, _, _ in _rules(Measure("x"))]

    assert rules == ["measure-answers", "measure-owner", "measure-steps", "measure-period", "measure-follow-up", "measure-success"]


def test_the_same_whole_year_for_every_measure_is_vague() -> None:
    whole = replace(_WHOLE, start=date(2025, 10, 1), end=date(2026, 9, 30))

    assert _rules(whole, whole) == [("vague-period", "warning", "measures")]
    assert _rules(whole) == []
    assert _rules(whole, _WHOLE) == []


@pytest.mark.parametrize("owner", ["ทุกกอง", "ทุกกอง/สำนัก", "ทุกส่วนราชการ", "แต่ละกอง", "ทุก ๆ ฝ่าย", "ทุกหน่วยงาน", "all divisions", "Every unit"])
def test_everyone_is_nobody(owner: str) -> None:
    assert is_vague_owner(owner)


@pytest.mark.parametrize("owner", ["", "กองคลัง", "สำนักปลัดเทศบาล", "ทุกกอง ได้แก่ กองคลัง กองช่าง", "งานทุกข์ร้องเรียน", "Finance Division", "Allocation unit"])
def test_a_named_unit_is_somebody(owner: str) -> None:
    assert not is_vague_owner(owner)


def test_the_measures_of_mae_sot_lack_what_its_document_does_not_say(mae_sot: Way) -> None:
    remarks = [(remark.rule, remark.where) for remark in mae_sot.remarks if remark.where.startswith("measures")]

    assert {rule for rule, _ in remarks} == {"measure-follow-up", "measure-success"}
    assert len(remarks) == 6

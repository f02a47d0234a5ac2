"""Fiscal years that contradict what else the document says: scores taken for another year, headings, the way of assessing, results that gave measures."""

from dataclasses import replace
from decimal import Decimal

import pytest

from checker.facts_by_hand import found, passage, scores, severities, whole
from prongsai.checker.fact import ScoreFact, YearFact, YearRole
from prongsai.checker.outline import Passage, PassageKind

_RESULT = "ประกาศผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2567 ซึ่งหน่วยงานได้คะแนนรวม 87.15 คะแนน"


def _year(year: int, role: YearRole, text: str, kind: PassageKind = "paragraph") -> YearFact:
    start = text.rindex(str(year))
    return YearFact(passage(text, kind), year, role, span=(start, start + 4))


_OWN = (_year(2568, "assessed", "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2568"), _year(2569, "plan", "มาตรการ ประจำปีงบประมาณ พ.ศ. 2569", "title"))
_BEFORE = scores({1: "90.11", 4: "67.41", "total": "85.40"}, 2567)


def _with(stray: YearFact, *given: ScoreFact) -> list[str]:
    return severities("year-mismatch", found("year-mismatch", years=(*_OWN, stray), scores=given))


def _told(value: str, place: Passage) -> ScoreFact:
    return ScoreFact(place, "total", Decimal(value), 2567)


@pytest.mark.parametrize("role", ["assessed", "previous"])
def test_a_year_given_the_scores_of_the_year_assessed_is_an_error(role: YearRole) -> None:
    stray = _year(2567, role, _RESULT)

    assert _with(stray, _told("87.15", stray.passage), *whole(), *_BEFORE) == ["error"]


def test_the_total_that_only_follows_from_the_indicators_is_known_again() -> None:
    stray = _year(2567, "previous", _RESULT)
    indicators = tuple(score for score in whole() if score.node != "total")

    assert _with(stray, _told("87.15", stray.passage), *indicators, *scores({1: "90.11"}, 2567)) == ["error"]


@pytest.mark.parametrize(
    ("value", "before"),
    [("85.40", _BEFORE), ("88.00", _BEFORE), ("87.15", (*_BEFORE, *scores({"total": "87.15"}, 2567)))],
    ids=["its own total", "a total that stands nowhere else", "the same total in both years"],
)
def test_a_year_given_its_own_scores_is_none(value: str, before: tuple[ScoreFact, ...]) -> None:
    stray = _year(2567, "previous", _RESULT)

    assert _with(stray, _told(value, stray.passage), *whole(), *before) == []


def test_scores_that_are_compared_are_none() -> None:
    stray = _year(2567, "previous", "เมื่อเปรียบเทียบกับผลการประเมิน ปีงบประมาณ พ.ศ. 2567 ที่ได้ 87.15 คะแนน")

    assert _with(stray, _told("87.15", stray.passage), *whole(), *_BEFORE) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("เกณฑ์ที่ใช้ในปีงบประมาณ พ.ศ. 2567 คือ 85 คะแนนขึ้นไป", ["warning"]),
        ("การประเมิน ITA ในปีงบประมาณ พ.ศ. 2567 ใช้เครื่องมือ 3 ชุด", ["warning"]),
        ("ผลการประเมิน ITA ในปีงบประมาณ พ.ศ. 2567 ของหน่วยงาน", []),
        ("เมื่อเทียบกับปีก่อน เกณฑ์ที่ใช้ในปีงบประมาณ พ.ศ. 2567 ต่างออกไป", []),
        ("ใช้ผลการประเมิน ปีงบประมาณ พ.ศ. 2567 กำหนดโครงการดังตาราง", ["error"]),
        ("ใช้ผลการประเมิน ปีงบประมาณ พ.ศ. 2567 เป็นข้อมูลประกอบ", []),
    ],
)
def test_what_a_report_tells_of_its_own_year_is_told_of_no_other(text: str, told: list[str]) -> None:
    assert _with(_year(2567, "assessed", text), *_BEFORE, *whole()) == told


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        ("มาตรการส่งเสริมคุณธรรม ปีงบประมาณ พ.ศ. 2568", "heading", ["warning"]),
        ("2. การนำผลการประเมินไปสู่การพัฒนา ประจำปีงบประมาณ พ.ศ. 2568", "heading", ["note"]),
        ("2. มาตรการส่งเสริมคุณธรรม ปีงบประมาณ พ.ศ. 2568", "paragraph", ["warning"]),
        ("มาตรการที่ยกระดับจากปีงบประมาณ พ.ศ. 2568 ต่อเนื่อง", "paragraph", []),
    ],
    ids=["a heading", "one that may mean the result", "a heading of plain text", "a sentence"],
)
def test_a_heading_of_the_measures_with_the_year_assessed_is_told(text: str, kind: PassageKind, told: list[str]) -> None:
    right = _year(2569, "plan", "3. มาตรการของปีงบประมาณ พ.ศ. 2569", "heading")

    findings = found("year-mismatch", years=(*_OWN, right, _year(2568, "plan", text, kind)), scores=whole())

    assert severities("year-mismatch", findings) == told


def test_a_heading_without_a_title_that_says_otherwise_is_none() -> None:
    assessed, plan = _OWN
    body = replace(plan, passage=replace(plan.passage, kind="paragraph"))
    stray = _year(2568, "plan", "2. การนำผลการประเมินไปสู่การพัฒนา ประจำปีงบประมาณ พ.ศ. 2568", "heading")

    assert found("year-mismatch", years=(assessed, body, stray), scores=whole()) == []

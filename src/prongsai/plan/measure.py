"""What a measure must have: an owner, steps, a period inside the fiscal year, follow-up, success, and a weak point it answers."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from prongsai.plan.remark import Remark, Severity
from prongsai.results import Measure
from prongsai.thai import FiscalYear
from prongsai.words import Words


class _Finding(NamedTuple):
    """A rule with what it says about a measure and how to mend it."""

    rule: str
    severity: Severity
    told: Words
    mend: Words


_LACKING: dict[str, _Finding] = {
    "answers": _Finding(
        "measure-answers",
        "error",
        Words("ไม่ได้บอกว่าตอบจุดอ่อนใด", "does not say which weak point it answers"),
        Words("ระบุรหัสข้อหรือตัวชี้วัด เช่น o9", "name items or indicators, such as o9"),
    ),
    "responsible": _Finding(
        "measure-owner", "error", Words("ไม่มีผู้รับผิดชอบ", "has nobody responsible"), Words("ระบุตำแหน่งหรือหน่วยงานเดียว", "name one post or unit")
    ),
    "steps": _Finding(
        "measure-steps", "error", Words("ไม่มีขั้นตอน", "has no steps"), Words("เขียนขั้นตอนที่ทำได้จริงและตรวจได้", "write steps that can be done and checked")
    ),
    "end": _Finding("measure-period", "error", Words("ไม่มีกำหนดเวลา", "has no period"), Words("ระบุเดือนเริ่มและเดือนสิ้นสุด", "give the first and last month")),
    "follow_up": _Finding(
        "measure-follow-up",
        "error",
        Words("ไม่มีวิธีติดตาม", "does not say how it is followed up"),
        Words("บอกว่าใครติดตาม เมื่อใด รายงานใคร", "say who follows it up, when, and who is told"),
    ),
    "success": _Finding(
        "measure-success",
        "warning",
        Words("ไม่มีตัวบ่งชี้ความสำเร็จ", "does not say what will show success"),
        Words("บอกผลที่วัดได้", "name a result that can be measured"),
    ),
}
_EVERYONE = re.compile(r"^(?:ทุก|แต่ละ)\s*ๆ?\s*(?:กอง|สำนัก|ส่วน|ฝ่าย|หน่วย|งาน|คน|แผนก|ภาคส่วน)")
_EVERYONE_EN = re.compile(r"^(?:all|every)\b", re.IGNORECASE)


def is_vague_owner(text: str) -> bool:
    """Whether the responsible is everyone and so nobody ("ทุกกอง")."""
    head = text.strip().split("ได้แก่")[0]
    return bool(_EVERYONE.match(head) or _EVERYONE_EN.match(head)) and "ได้แก่" not in text


def remarks_on(measures: Iterable[Measure], plan_year: int) -> tuple[Remark, ...]:
    """Findings on every measure, and on the measures together; `plan_year` is the fiscal year they are carried out in."""
    listed = tuple(measures)
    found = [remark for number, measure in enumerate(listed, 1) for remark in _remarks(measure, number, plan_year)]
    return (*found, *_same_whole_year(listed, FiscalYear(plan_year)))


def _remarks(measure: Measure, number: int, plan_year: int) -> Iterator[Remark]:
    for finding in (*_lacking(measure), *_vague_owner(measure), *_outside(measure, plan_year)):
        message = Words(
            f"มาตรการที่ {number} “{measure.title}” {finding.told.th}",
            f"measure {number} '{measure.title}' {finding.told.en}",
        )
        yield Remark(finding.rule, finding.severity, f"measures.{number}", message, finding.mend)


def _lacking(measure: Measure) -> Iterator[_Finding]:
    yield from (finding for name, finding in _LACKING.items() if not getattr(measure, name))


def _vague_owner(measure: Measure) -> Iterator[_Finding]:
    if is_vague_owner(measure.responsible):
        told = Words(f"ให้ “{measure.responsible}” รับผิดชอบ", f"makes '{measure.responsible}' responsible")
        yield _Finding("vague-owner", "warning", told, Words("ระบุตำแหน่งหรือหน่วยงานหลักหนึ่งแห่ง", "name one leading post or unit"))


def _outside(measure: Measure, plan_year: int) -> Iterator[_Finding]:
    year = FiscalYear(plan_year)
    if any(day is not None and not year.contains(day) for day in (measure.start, measure.end)):
        span = f"{year.start:%d/%m}/{plan_year - 1} - {year.end:%d/%m}/{plan_year}"
        told = Words(f"มีเวลาอยู่นอกปีงบประมาณ {plan_year}", f"lies outside fiscal year {plan_year}")
        yield _Finding("measure-period", "error", told, Words(f"ให้อยู่ระหว่าง {span}", f"keep it within {span} (B.E.)"))


def _same_whole_year(measures: tuple[Measure, ...], year: FiscalYear) -> Iterator[Remark]:
    if len(measures) > 1 and all((measure.start, measure.end) == (year.start, year.end) for measure in measures):
        message = Words("ทุกมาตรการใช้เวลาตลอดทั้งปีงบประมาณเหมือนกัน", "every measure has the same whole-year period")
        yield Remark(
            "vague-period", "warning", "measures", message, Words("กำหนดเดือนที่ทำจริงของแต่ละมาตรการ", "give each measure the months it is really done in")
        )

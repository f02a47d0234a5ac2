"""What a measure must have: an owner, steps, a period inside the fiscal year, follow-up, success, and a weak point it answers."""

import re
from collections.abc import Callable, Iterable, Iterator

from prongsai.plan.remark import Remark, Severity
from prongsai.results import Measure
from prongsai.thai import FiscalYear
from prongsai.words import Words

_Say = Callable[[str, Severity, str, str, str, str], Remark]

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
    def say(rule: str, severity: Severity, th: str, en: str, mend_th: str, mend_en: str) -> Remark:
        head = Words(f"มาตรการที่ {number} “{measure.title}” {th}", f"measure {number} '{measure.title}' {en}")
        return Remark(rule, severity, f"measures.{number}", head, Words(mend_th, mend_en))

    if not measure.answers:
        yield say(
            "measure-answers",
            "error",
            "ไม่ได้บอกว่าตอบจุดอ่อนใด",
            "does not say which weak point it answers",
            "ระบุรหัสข้อหรือตัวชี้วัด เช่น o9",
            "name items or indicators, such as o9",
        )
    if not measure.responsible:
        yield say("measure-owner", "error", "ไม่มีผู้รับผิดชอบ", "has nobody responsible", "ระบุตำแหน่งหรือหน่วยงานเดียว", "name one post or unit")
    elif is_vague_owner(measure.responsible):
        yield say(
            "vague-owner",
            "warning",
            f"ให้ “{measure.responsible}” รับผิดชอบ",
            f"makes '{measure.responsible}' responsible",
            "ระบุตำแหน่งหรือหน่วยงานหลักหนึ่งแห่ง",
            "name one leading post or unit",
        )
    if not measure.steps:
        yield say("measure-steps", "error", "ไม่มีขั้นตอน", "has no steps", "เขียนขั้นตอนที่ทำได้จริงและตรวจได้", "write steps that can be done and checked")
    yield from _period(measure, plan_year, say)
    if not measure.follow_up:
        yield say(
            "measure-follow-up",
            "error",
            "ไม่มีวิธีติดตาม",
            "does not say how it is followed up",
            "บอกว่าใครติดตาม เมื่อใด รายงานใคร",
            "say who follows it up, when, and who is told",
        )
    if not measure.success:
        yield say("measure-success", "warning", "ไม่มีตัวบ่งชี้ความสำเร็จ", "does not say what will show success", "บอกผลที่วัดได้", "name a result that can be measured")


def _period(measure: Measure, plan_year: int, say: _Say) -> Iterator[Remark]:
    year = FiscalYear(plan_year)
    if measure.end is None:
        yield say("measure-period", "error", "ไม่มีกำหนดเวลา", "has no period", "ระบุเดือนเริ่มและเดือนสิ้นสุด", "give the first and last month")
        return
    outside = [day for day in (measure.start, measure.end) if day is not None and not year.contains(day)]
    if outside:
        span = f"{year.start:%d/%m}/{plan_year - 1} - {year.end:%d/%m}/{plan_year}"
        yield say(
            "measure-period",
            "error",
            f"มีเวลาอยู่นอกปีงบประมาณ {plan_year}",
            f"lies outside fiscal year {plan_year}",
            f"ให้อยู่ระหว่าง {span}",
            f"keep it within {span} (B.E.)",
        )


def _same_whole_year(measures: tuple[Measure, ...], year: FiscalYear) -> Iterator[Remark]:
    if len(measures) > 1 and all((measure.start, measure.end) == (year.start, year.end) for measure in measures):
        message = Words("ทุกมาตรการใช้เวลาตลอดทั้งปีงบประมาณเหมือนกัน", "every measure has the same whole-year period")
        yield Remark(
            "vague-period", "warning", "measures", message, Words("กำหนดเดือนที่ทำจริงของแต่ละมาตรการ", "give each measure the months it is really done in")
        )

"""Rules about measures as a plan: who, when, how, and how it is followed up."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from prongsai.checker.columns import field_of
from prongsai.checker.fact import Fact, MeasureFact
from prongsai.checker.outline import Grid, Passage
from prongsai.checker.rules.nearness import bare
from prongsai.checker.rules.rule import Finding, Inquiry
from prongsai.checker.rules.wording import listed, quoted
from prongsai.plan import Remark, is_vague_owner, remarks_on
from prongsai.results import Measure
from prongsai.thai import FiscalYear
from prongsai.words import Words

_COLUMNS = {
    "measure-owner": ("responsible", Words("ผู้รับผิดชอบ", "the responsible")),
    "measure-period": ("period", Words("ระยะเวลา", "the period")),
    "measure-steps": ("steps", Words("ขั้นตอน", "the steps")),
    "measure-follow-up": ("follow_up", Words("การติดตาม", "the follow-up")),
}
# Words by which another cell of the row says what the missing column would.
_ELSEWHERE = {
    "responsible": re.compile(r"ผู้รับผิดชอบ|รับผิดชอบโดย|มอบหมายให้|responsible", re.IGNORECASE),
    "period": re.compile(r"ภายใน(?:เดือน|วันที่|ไตรมาส|ปี)|ระยะเวลา ?:|ตลอดปี|ตั้งแต่เดือน|\bby [A-Z]", re.IGNORECASE),
    "steps": re.compile(r"ขั้นตอน ?:|วิธีการ(?:ปฏิบัติ|ดำเนินการ)|วิธีดำเนินการ", re.IGNORECASE),
    "follow_up": re.compile(r"ติดตาม|กำกับ|รายงานผล|รายงานความก้าวหน้า|ประเมินผล|follow(?:s|ed)?[ -]?up|monitor|report", re.IGNORECASE),
}
_UNIT = r"(?:งาน|กอง|ฝ่าย|สำนัก|หน่วย|แผนก|ส่วน)(?!ราชการ|ฯ)[ก-๙]{2,}"
_UNITS_NAMED = re.compile(rf"(?:[-–•:(]|\n|\d[.)]|ได้แก่|ประกอบด้วย) ?{_UNIT}")
_SPREAD = re.compile(
    r"^(?:ทุก ?ๆ? ?(?:กอง|สำนัก|ส่วน|ฝ่าย|หน่วย|งาน|คน|แผนก)|เจ้าหน้าที่ทุกคน|บุคลากรทุกคน|พนักงานทุกคน|ทั้งหน่วยงาน|(?:ทุก|แต่ละ)(?:หน่วยงาน|ส่วนราชการ)|ผู้ที่เกี่ยวข้อง)"
)
_WHOLE_YEAR = re.compile(
    r"^\W*(?:ตลอด(?:ทั้ง)? ?ปี(?: ?งบ ?ประมาณ)?|ทั้งปี(?:งบประมาณ)?|ปีงบประมาณ|whole (?:fiscal )?year|(?:the )?whole of fiscal year)"
    r"(?: ?(?:พ\.ศ\. ?)?\d{4})?\W*(?:\(.*\))?$",
    re.IGNORECASE,
)
_LEAST_COLUMNS = 2
_WAYS = Words("เพิ่มคอลัมน์นี้ หรือเขียนไว้ในแต่ละมาตรการ", "add the column, or say it in each measure")


def plans_of(inquiry: Inquiry) -> dict[tuple[str, ...], list[MeasureFact]]:
    """The measures by the columns of their table (a table over several pages is one), without proposals of the analysis."""
    groups: dict[tuple[str, ...], list[MeasureFact]] = {}
    for fact in inquiry.facts.measures:
        if not fact.proposed:
            groups.setdefault((*sorted(fact.cells), "table" if fact.table else "prose"), []).append(fact)
    return groups


def lacks(inquiry: Inquiry, *, rule: str) -> Iterator[Finding]:
    """Measures without an owner, period, steps or follow-up: one finding for a table without the column, one for each empty cell else."""
    field, name = _COLUMNS[rule]
    said = {bare(measure.title) for measure in inquiry.facts.measures if measure.text(field)}
    for measures in plans_of(inquiry).values():
        reports = any(measure.reports for measure in measures)
        lacking = [(number, measure) for number, measure in enumerate(measures, 1) if not _has(measure, field) and bare(measure.title) not in said]
        if not lacking or not _is_plan(inquiry, measures):
            continue
        if any(field in measure.cells for measure in measures):
            yield from (_empty(inquiry, measure, number, rule) for number, measure in lacking if not (reports and field == "follow_up"))
        elif not reports and measures[0].table is not None:
            finding = _no_column(measures, [number for number, _ in lacking], name, rule)
            yield _perhaps_there(finding, _unknown_heads(inquiry, measures))
    if rule == "measure-period":
        yield from _outside(inquiry)


def _is_plan(inquiry: Inquiry, measures: list[MeasureFact]) -> bool:
    """Whether the table is where the measures are laid down: it has two columns of a plan, and in an analysis, which may sum them up, their steps."""
    columns = {name for measure in measures for name in measure.cells}
    planned = len(columns & {"steps", "period", "responsible", "follow_up"})
    return "steps" in columns if inquiry.facts.kind == "analysis" else planned >= _LEAST_COLUMNS


measure_owner = partial(lacks, rule="measure-owner")
measure_period = partial(lacks, rule="measure-period")
measure_steps = partial(lacks, rule="measure-steps")
measure_follow_up = partial(lacks, rule="measure-follow-up")


def _has(measure: MeasureFact, field: str) -> bool:
    understood = {"responsible": measure.responsible, "steps": measure.steps, "period": any(measure.period)}
    if measure.text(field) or understood.get(field):
        return True
    if field in measure.cells and field != "responsible":
        return False
    texts = (measure.text(name) for name in ("steps", "period", "responsible", "follow_up", "success"))
    return any(_ELSEWHERE[field].search(text) for text in texts)


def _no_column(measures: list[MeasureFact], lacking: list[int], name: Words, rule: str) -> Finding:
    which = listed(str(number) for number in lacking)
    if len(lacking) == len(measures):
        message = Words(
            f"ตารางมาตรการไม่มีคอลัมน์{name.th} ({len(measures)} มาตรการ)", f"the table of measures has no column for {name.en} ({len(measures)} measures)"
        )
    else:
        message = Words(
            f"ตารางมาตรการไม่มีคอลัมน์{name.th} และมาตรการที่ {which} ไม่ได้กล่าวถึงไว้ที่อื่น",
            f"the table of measures has no column for {name.en}, and measures {which} do not say it elsewhere",
        )
    mend = _shared(Measure(""), rule)
    return Finding(measures[lacking[0] - 1], message, Words(f"{_WAYS.th} ({mend.mend.th})", f"{_WAYS.en} ({mend.mend.en})"))


def _unknown_heads(inquiry: Inquiry, measures: list[MeasureFact]) -> list[str]:
    """The words over columns of the measures' table that nobody knows."""
    cells = {id(passage) for measure in measures for passage in measure.cells.values()}
    grids = [grid for grid in inquiry.facts.outline.grids if any(id(cell) in cells for row in grid.body for cell in row)]
    return [head for grid in grids for head in grid.heads if head and field_of(head, "measures") is None]


def _perhaps_there(finding: Finding, unknown: list[str]) -> Finding:
    """A column that was not understood may be the one that seems to lack: that is no accusation."""
    if not unknown:
        return finding
    named = ", ".join(f"“{head}”" for head in dict.fromkeys(unknown))
    message = Words(
        f"{finding.message.th} หรืออาจอยู่ในคอลัมน์ {named} ที่โปรแกรมไม่รู้จัก", f"{finding.message.en}, or it stands in the column {named}, which is not known"
    )
    return replace(finding, message=message, severity="note")


def _empty(inquiry: Inquiry, measure: MeasureFact, number: int, rule: str) -> Finding:
    field = _COLUMNS[rule][0]
    shared = _shared(Measure(quoted(measure.title)), rule)
    message = Words(shared.message.th.replace("มาตรการที่ 1 ", f"มาตรการที่ {number} ", 1), shared.message.en.replace("measure 1 ", f"measure {number} ", 1))
    if not _openly_empty(inquiry, measure.cells.get(field)):
        return Finding(measure, message, shared.mend, severity=None if measure.table is not None else "warning", weight=measure.confidence)
    return Finding(measure, Words(f"{message.th} (เอกสารระบุไว้เองว่ายังไม่กำหนด)", f"{message.en} (the document itself says so)"), shared.mend, severity="note")


def _shared(measure: Measure, rule: str) -> Remark:
    """What the plan says of a measure that lacks it."""
    return next(remark for remark in remarks_on([measure], _ANY_YEAR) if remark.rule == rule)


_ANY_YEAR = 2568


def _openly_empty(inquiry: Inquiry, cell: Passage | None) -> bool:
    """Whether the cell says in words that nothing is set yet."""
    if cell is None or cell.place.table is None:
        return False
    grids: list[Grid] = [grid for grid in inquiry.facts.outline.grids if any(row and row[0].place.table == cell.place.table for row in grid.rows)]
    return any(re.search(r"[ก-๙a-z]", other.text) for grid in grids for row in grid.rows for other in row if other.place == cell.place)


def _outside(inquiry: Inquiry) -> Iterator[Finding]:
    """Measures outside the fiscal year of the plan, where most of the others are inside it."""
    plan = inquiry.facts.plan
    dated = [measure for measure in inquiry.facts.measures if any(measure.period) and not measure.proposed]
    if plan is None:
        return
    year = FiscalYear(plan)
    beyond = [measure for measure in dated if any(day is not None and not year.contains(day) for day in measure.period)]
    if len(beyond) * 2 >= len(dated):
        return
    for measure in beyond:
        yield _beyond(measure, plan)


def _beyond(measure: MeasureFact, plan: int) -> Finding:
    name = quoted(measure.title)
    return Finding(
        measure,
        Words(
            f"มาตรการ “{name}” มีเวลาอยู่นอกปีงบประมาณ {plan} ({quoted(measure.text('period'))})",
            f"the measure “{name}” lies outside fiscal year {plan} ({quoted(measure.text('period'))})",
        ),
        Words(f"ให้อยู่ในปีงบประมาณ {plan} หรือแก้ปีที่พิมพ์ผิด", f"keep it within fiscal year {plan}, or mend the year that is wrong"),
        severity="warning",
    )


def _cell(measure: MeasureFact, field: str) -> Fact:
    """The cell of a field as what a finding is about; the measure itself where it has none."""
    cell = measure.cells.get(field)
    return Fact(cell, confidence=measure.confidence) if cell else measure


def vague_owner(inquiry: Inquiry) -> Iterator[Finding]:
    """Measures for which everyone is responsible; measures of one table with the same words are one finding."""
    for measures in plans_of(inquiry).values():
        owners: dict[str, list[tuple[int, MeasureFact]]] = {}
        for number, measure in enumerate(measures, 1):
            text = measure.text("responsible") or measure.responsible
            if _is_everyone(text):
                owners.setdefault(bare(text), []).append((number, measure))
        yield from (_everyone(found, len(measures)) for found in owners.values())


def _is_everyone(text: str) -> bool:
    """Whether nobody in particular is named; units listed behind "every division that …" are somebody."""
    line = text.strip()
    return bool(is_vague_owner(line) or _SPREAD.match(line)) and not _UNITS_NAMED.search(line)


def _everyone(found: list[tuple[int, MeasureFact]], of: int) -> Finding:
    text = quoted(found[0][1].text("responsible") or found[0][1].responsible)
    which = listed(str(number) for number, _ in found)
    if len(found) == of and of > 1:
        message = Words(f"ให้ “{text}” รับผิดชอบทุกมาตรการในตาราง ({of} มาตรการ)", f"“{text}” is responsible for every measure of the table ({of})")
    else:
        message = Words(f"มาตรการที่ {which} ให้ “{text}” รับผิดชอบ", f"measure {which}: “{text}” is responsible")
    return Finding(
        _cell(found[0][1], "responsible"), message, Words("ระบุตำแหน่งหรือหน่วยงานหลักหนึ่งแห่งของแต่ละมาตรการ", "name one leading post or unit for each measure")
    )


def vague_period(inquiry: Inquiry) -> Iterator[Finding]:
    """Every measure has the same whole-year period: once for the document."""
    measures = [measure for measure in inquiry.facts.measures if not measure.proposed and "period" in measure.cells]
    dated = [measure for measure in measures if measure.text("period") or any(measure.period)]
    if len(dated) < 2 or len(dated) < len(measures) or not all(_is_whole_year(measure, inquiry.facts.plan) for measure in dated):
        return
    yield Finding(
        _cell(dated[0], "period"),
        Words(f"ทุกมาตรการใช้เวลาตลอดทั้งปีงบประมาณเหมือนกัน ({len(dated)} มาตรการ)", f"every measure has the same whole-year period ({len(dated)} measures)"),
        Words("กำหนดเดือนที่ทำจริงของแต่ละมาตรการ", "give each measure the months it is really done in"),
    )


def _is_whole_year(measure: MeasureFact, plan: int | None) -> bool:
    if _WHOLE_YEAR.match(" ".join(measure.text("period").split())):
        return True
    year = FiscalYear(plan) if plan is not None else None
    return year is not None and measure.period == (year.start, year.end)

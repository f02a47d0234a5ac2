"""Rules about levels: the level claimed, the table of levels, the pass mark."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from prongsai.checker.fact import LevelFact, LevelRange, LevelTable, TargetFact
from prongsai.checker.rules.figures import Figures
from prongsai.checker.rules.nearness import places_of
from prongsai.checker.rules.rule import Finding, Inquiry
from prongsai.checker.rules.wording import figure, of_year, where
from prongsai.framework import Framework, Levels, LevelStep
from prongsai.scoring import Level, level_of, score_sheet
from prongsai.words import Words

_CENT = Decimal("0.01")
_TOP = Decimal(100)
_PASS_WORDS = re.compile(r"เกณฑ์|ผ่าน|แผนแม่บท|ยุทธศาสตร์|ค่าเป้าหมาย|pass|master plan", re.IGNORECASE)
_OWN_GOAL = re.compile(r"ตั้งเป้า|ยกระดับ|มุ่ง|ปีถัดไป|ปีต่อไป|ไม่น้อยกว่าเดิม|เป้าหมาย(?:ของ|ที่)(?:หน่วยงาน|เทศบาล|องค์การ)|our (?:own )?(?:aim|goal)", re.IGNORECASE)


def level_mismatch(inquiry: Inquiry) -> Iterator[Finding]:
    """The level claimed is none that the printed scores of that year allow."""
    several = len(inquiry.figures) > 1
    for fact in inquiry.facts.levels:
        if fact.year is None and several:
            continue
        year = fact.year if fact.year is not None else inquiry.facts.assessed
        framework, figures = inquiry.rules_of(year), inquiry.figures.get(year)
        if framework is not None and framework.levels is not None and figures is not None:
            yield from _judged(fact, figures, framework, framework.levels)


def _judged(fact: LevelFact, figures: Figures, framework: Framework, levels: Levels) -> Iterator[Finding]:
    codes = [step.code for step in levels.steps]
    found = list(_levels(figures, framework, fact.level))
    if not found:
        return
    if fact.level not in codes:
        if re.fullmatch(r"[A-F]{1,2}", fact.level) and not re.fullmatch(r"[A-F]{1,2}", codes[0]):
            yield _no_such_level(fact, framework, codes, found[0])
        return
    if any(fact.level in level.possible for level in found):
        return
    right = " / ".join(found[0].possible)
    yield Finding(
        fact,
        Words(
            f"ระบุว่าได้ระดับ{_spaced(fact.level)} แต่คะแนนที่พิมพ์ไว้ให้ระดับ{_spaced(right)}: {found[0].because.th}",
            f"the level is printed as {fact.level}, but the printed scores give {right}: {found[0].because.en}",
        ),
        Words(f"แก้ระดับเป็น{_spaced(right)} หรือแก้คะแนนที่พิมพ์ผิด", f"print {right}, or mend the score that is wrong"),
    )


def _no_such_level(fact: LevelFact, framework: Framework, codes: list[str], level: Level) -> Finding:
    names = ", ".join(codes)
    right = " / ".join(level.possible)
    return Finding(
        fact,
        Words(
            f"ปี {framework.year} ไม่มีระดับ {fact.level} ระดับของปีนี้คือ {names} และคะแนนที่พิมพ์ไว้ให้ระดับ{_spaced(right)}",
            f"{framework.year} has no level {fact.level}; its levels are {names}, and the printed scores give {right}",
        ),
        Words(f"ใช้ระดับ{_spaced(right)}", f"print {right}"),
    )


def _spaced(level: str) -> str:
    """The level behind the word ระดับ: Latin letters take a blank."""
    return f" {level}" if level.isascii() else level


def _levels(figures: Figures, framework: Framework, claimed: str) -> Iterator[Level]:
    """The levels of the printed scores: by each printed total, and by the one that the indicators give. Nothing without any score to judge by."""
    totals: list[Decimal | None] = [*figures.values("total")]
    scores = replace(figures.scores(framework), items={})
    for total in totals or [None]:
        sheet = score_sheet(framework, replace(scores, published_total=total))
        if sheet.computed_total is not None and total is not None and sheet.computed_total != total:
            printed = replace(sheet.total, score=Fraction(total))
            yield level_of(framework, {**sheet.nodes, "total": printed}, claimed)
        level = level_of(framework, sheet.nodes, claimed)
        if level.possible and (total is not None or any(node.score is not None for node in sheet.instruments)):
            yield level


def level_table(inquiry: Inquiry) -> Iterator[Finding]:
    """A printed table of levels that overlaps, leaves a gap, or is not the year's."""
    years = [rules.levels for rules in (inquiry.framework, *inquiry.others) if rules is not None and rules.levels is not None]
    for table in inquiry.facts.level_tables:
        compared = [list(_differences(table, levels)) for levels in years if _is_in_words_of(table, levels)]
        if compared and all(compared):
            yield from compared[0]
        elif not compared and table.complete:
            yield from _gaps(table)


def _is_in_words_of(table: LevelTable, levels: Levels) -> bool:
    """Whether the table names levels of the year."""
    return sum(row.level in {step.code for step in levels.steps} for row in table.ranges) > 1


def _differences(table: LevelTable, levels: Levels) -> Iterator[Finding]:
    """Rows that are not what the year says, else gaps and overlaps."""
    steps = {step.code: step for step in levels.steps}
    wrong = [row for row in table.ranges if row.level in steps and _bounds_differ(row, steps[row.level], levels)]
    yield from (_wrong_row(row, steps[row.level], levels) for row in wrong)
    if not wrong and table.complete:
        yield from _gaps(table)


def _bounds_differ(row: LevelRange, step: LevelStep, levels: Levels) -> bool:
    if row.low is not None and abs(row.low - step.total_from) > _CENT:
        return True
    end = _end_of(step, levels)
    return row.high is not None and end is not None and not end - _unit(row.high) <= row.high <= end + _CENT


def _end_of(step: LevelStep, levels: Levels) -> Decimal | None:
    """Where the next better level begins, 100 for the best; None where conditions other than the total part the two."""
    better = levels.steps[: levels.steps.index(step)]
    above = [other.total_from for other in better if other.total_from > step.total_from]
    if step.each_from is not None or any(other.each_from is not None and other.total_from == step.total_from for other in better):
        return None
    return min(above, default=_TOP)


def _unit(value: Decimal) -> Decimal:
    return Decimal(1).scaleb(-places_of(value))


def _wrong_row(row: LevelRange, step: LevelStep, levels: Levels) -> Finding:
    end = _end_of(step, levels)
    right = f"{figure(step.total_from)}" + (f"-{figure(end if end == _TOP else end - _CENT)}" if end is not None else "")
    printed = "-".join(figure(value) for value in (row.low, row.high) if value is not None)
    more = Words("" if end is not None else " ขึ้นไป", "" if end is not None else " or more")
    return Finding(
        row,
        Words(
            f"ระดับ{_spaced(row.level)} พิมพ์ช่วงคะแนน {printed} แต่เกณฑ์ของปีคือ {right}{more.th}",
            f"level {row.level} is printed with {printed}, but the year's range is {right}{more.en}",
        ),
        Words(f"แก้เป็น {right}{more.th}", f"print {right}{more.en}"),
    )


def _gaps(table: LevelTable) -> Iterator[Finding]:
    """Neighbours that overlap or leave scores between them; bounds that touch are read as one."""
    rows = sorted((row for row in table.ranges if row.low is not None), key=lambda row: row.low or Decimal(0))
    for lower, upper in pairwise(rows):
        if lower.high is None or upper.low is None:
            continue
        overlap = lower.high > upper.low
        if overlap or upper.low - lower.high > max(_unit(lower.high), _unit(upper.low)):
            yield _between(lower, upper, overlap=overlap)


def _between(lower: LevelRange, upper: LevelRange, *, overlap: bool) -> Finding:
    low, high = figure(lower.high or Decimal(0)), figure(upper.low or Decimal(0))
    pair = f"{lower.level} / {upper.level}"
    if overlap:
        message = Words(
            f"ช่วงคะแนนของระดับ {pair} ซ้อนกัน: ระดับล่างถึง {low} ระดับบนเริ่ม {high}",
            f"levels {pair} overlap: the lower one ends at {low}, the upper one starts at {high}",
        )
    else:
        message = Words(f"ระหว่างระดับ {pair} มีช่วงที่ไม่มีระดับ ({low} ถึง {high})", f"scores between {low} and {high} have no level (between {pair})")
    return Finding(lower, message, Words("แก้ช่วงคะแนนให้ต่อกันตามเกณฑ์ของปี", "let the ranges meet as the year's rules have them"))


def target_mismatch(inquiry: Inquiry) -> Iterator[Finding]:
    """The pass mark is stated with different values, or not as the year has it."""
    marks = [(fact, year) for fact in inquiry.facts.targets if (year := _year_of(fact, inquiry)) is not None and _is_pass_mark(fact)]
    for fact, year in marks:
        framework = inquiry.rules_of(year)
        mark = framework.levels.pass_mark.value if framework is not None and framework.levels is not None else None
        if mark is not None and framework is not None:
            if abs(fact.value - mark) > _CENT and not _names_a_level(fact, framework):
                yield _wrong_mark(fact, year, mark)
        elif (other := next((one for one, its in marks if its == year and one.value != fact.value), None)) is not None and other is marks[0][0]:
            yield _two_marks(fact, other, year)


def _year_of(fact: TargetFact, inquiry: Inquiry) -> int | None:
    return fact.year if fact.year is not None else inquiry.facts.assessed


def _is_pass_mark(fact: TargetFact) -> bool:
    """Whether the value is the mark that the rules set and not a goal that the agency sets itself."""
    text = fact.passage.text
    start, end = fact.span or (0, len(text))
    near = text[max(0, start - _NEAR) : end + _NEAR]
    return bool(_PASS_WORDS.search(near)) and not _OWN_GOAL.search(near)


_NEAR = 60


def _names_a_level(fact: TargetFact, framework: Framework) -> bool:
    """Whether the value is where one of the year's levels begins and the words around it name that level."""
    steps = framework.levels.steps if framework.levels else ()
    return any(fact.value == step.total_from and step.code in fact.passage.text for step in steps)


def _wrong_mark(fact: TargetFact, year: int, mark: Decimal) -> Finding:
    return Finding(
        fact,
        Words(
            f"ระบุเกณฑ์หรือค่าเป้าหมาย {figure(fact.value)} คะแนน แต่เกณฑ์ผ่าน{of_year(year).th} คือ {figure(mark)} คะแนนขึ้นไป",
            f"the pass mark is stated as {figure(fact.value)}, but the pass mark{of_year(year).en} is {figure(mark)} or more",
        ),
        Words(f"แก้เป็น {figure(mark)} คะแนนขึ้นไป หรือบอกว่าเป็นเป้าหมายที่หน่วยงานตั้งเอง", f"print {figure(mark)}, or say that it is the agency's own goal"),
    )


def _two_marks(fact: TargetFact, other: TargetFact, year: int) -> Finding:
    place = where(other)
    return Finding(
        fact,
        Words(
            f"ระบุค่าเป้าหมาย{of_year(year).th} {figure(fact.value)} คะแนน แต่อีกแห่งระบุ {figure(other.value)} ({place.th})",
            f"the target{of_year(year).en} is {figure(fact.value)} here and {figure(other.value)} elsewhere ({place.en})",
        ),
        Words("ใช้ค่าเป้าหมายเดียวกันทุกแห่ง", "state one target throughout"),
    )

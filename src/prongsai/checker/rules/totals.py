"""The rule about totals: what the printed scores give under the year's weights."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import product

from prongsai.checker.rules.figures import Figures, readings
from prongsai.checker.rules.nearness import half_unit
from prongsai.checker.rules.rule import Finding, Inquiry
from prongsai.checker.rules.wording import both, digit_fault, figure, named, of_year
from prongsai.framework import Framework
from prongsai.results import Scores
from prongsai.scoring import Misprint, Sheet, misprints, rounded, score_sheet
from prongsai.words import Words

# A document that says itself that two figures do not agree is right to print both.
ADMITS = re.compile(r"ไม่ตรงกับ|ไม่ตรงกัน|ไม่สอดคล้อง|ข้อควรตรวจสอบ|does not (?:follow|agree)|do not agree|to be checked", re.IGNORECASE)
_MOST_MISPRINTS = 3
_HALF_ROUNDING = Decimal("0.005")


def total_mismatch(inquiry: Inquiry) -> Iterator[Finding]:
    """The total, or the score of an instrument, does not follow from the printed indicators under the year's weights."""
    for year, figures in inquiry.figures.items():
        framework = inquiry.rules_of(year)
        if framework is not None and framework.weights_known:
            sheets = list(_sheets(figures, framework))
            yield from _instruments(figures, framework, sheets)
            yield from _total(figures, framework, sheets)


def agree(printed: Decimal, following: Decimal, slack: Decimal) -> bool:
    """Whether a printed score is the one that follows, as far as rounding can tell."""
    return abs(printed - following) <= max(slack, half_unit(printed) + _HALF_ROUNDING)


def bare_scores(figures: Figures, framework: Framework, changed: dict[str, Decimal] | None = None) -> Scores:
    """The printed indicators and total alone, without the instruments and items that would stand in for them."""
    return replace(figures.scores(framework, changed), instruments={}, items={})


def _sheets(figures: Figures, framework: Framework) -> Iterator[Sheet]:
    """What the printed scores give: from the indicators alone, from the printed instruments, and from other readings of an indicator."""
    for changed in readings(figures, tuple(figures.indicators)):
        yield score_sheet(framework, bare_scores(figures, framework, changed))
    if any(code in figures.facts for code in framework.instruments):
        yield score_sheet(framework, replace(figures.scores(framework), items={}))


def _total(figures: Figures, framework: Framework, sheets: list[Sheet]) -> Iterator[Finding]:
    fact, printed = figures.fact("total"), figures.values("total")
    following = [sheet.computed_total for sheet in sheets if sheet.computed_total is not None]
    slack = figures.slack(figures.indicators)
    if fact is None or not following or any(agree(total, other, slack) for total, other in product(printed, following)):
        return
    found = _likely_misprints(figures, framework)
    hint, year = _hint(found, framework), of_year(figures.year)
    weights = " ".join(f"{code} {rule.weight.value}" for code, rule in framework.instruments.items())
    yield Finding(
        fact,
        Words(
            f"คะแนนรวม{year.th} พิมพ์ว่า {figure(fact.value)} แต่คะแนนที่พิมพ์ไว้คำนวณตามน้ำหนักของปี ({weights}) ได้ {figure(following[0])}{hint.th}",
            f"the total{year.en} is printed as {figure(fact.value)}, but under the year's weights ({weights})"
            f" the printed scores give {figure(following[0])}{hint.en}",
        ),
        Words(
            "ตรวจคะแนนรวมและคะแนนรายตัวชี้วัดกับผลที่ประกาศ แล้วแก้ตัวเลขที่ผิดให้ตรงกันทุกแห่ง",
            "compare the total and the indicators with the published result and mend the wrong figure wherever it stands",
        ),
        severity="note" if any(ADMITS.search(one.passage.text) for one in figures.facts["total"]) else None,
        misread=_misread(found, framework),
    )


def _instruments(figures: Figures, framework: Framework, sheets: list[Sheet]) -> Iterator[Finding]:
    """Instruments whose printed score is not the mean of their printed indicators."""
    for code in framework.instruments:
        fact = figures.fact(code)
        computed = [sheet.nodes[code].computed for sheet in sheets]
        following = [rounded(score) for score in computed if score is not None]
        own = {node: value for node, value in figures.indicators.items() if _instrument_of(framework, node) == code}
        slack = figures.slack(own)
        if fact is None or not following or any(agree(value, other, slack) for value, other in product(figures.values(code), following)):
            continue
        scores, year = " ".join(figure(value) for value in own.values()), of_year(figures.year)
        yield Finding(
            fact,
            Words(
                f"คะแนน {code}{year.th} พิมพ์ว่า {figure(fact.value)} แต่ค่าเฉลี่ยของตัวชี้วัดในแบบวัดนี้ ({scores}) คือ {figure(following[0])}",
                f"{code}{year.en} is printed as {figure(fact.value)}, but the mean of its indicators ({scores}) is {figure(following[0])}",
            ),
            Words(f"ตรวจกับผลที่ประกาศ แล้วแก้คะแนน {code} หรือคะแนนตัวชี้วัดให้ตรงกัน", f"compare with the published result and mend {code} or its indicators"),
            misread=digit_fault(fact.value, following[0]),
        )


def _instrument_of(framework: Framework, node: str) -> str | None:
    rule = framework.indicators.get(int(node))
    return rule.instrument if rule else None


def _likely_misprints(figures: Figures, framework: Framework) -> list[Misprint]:
    """The figures that one other digit would mend, each once; none where too many could be meant to help."""
    found = {one.node: one for one in reversed(misprints(framework, bare_scores(figures, framework)))}
    return list(found.values()) if len(found) <= _MOST_MISPRINTS else [one for node, one in found.items() if node == "total"]


def _hint(found: list[Misprint], framework: Framework) -> Words:
    if not found:
        return Words("", "")
    names = [(named(one.node, framework), figure(one.would_be), figure(one.printed)) for one in found]
    thai = " หรือ".join(f"{name.th}เป็น {right} แทน {printed}" for name, right, printed in names)
    english = " or ".join(f"{name.en} were {right} instead of {printed}" for name, right, printed in names)
    return Words(f" ถ้า{thai} จะตรงกัน", f"; they would agree if {english}")


def _misread(found: list[Misprint], framework: Framework) -> Words | None:
    if not found:
        return None
    names = both((named(one.node, framework) for one in found), "หรือ", " or ")
    return Words(f"ตัวเลขของ{names.th}อาจอ่านผิดหนึ่งหลัก", f"one digit of {names.en} may have been misread")

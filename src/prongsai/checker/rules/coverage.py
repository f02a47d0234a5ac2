"""The rule about weak points that no measure answers."""

import re
from collections.abc import Iterator
from dataclasses import replace

from prongsai.analysis import Analysis, analyse
from prongsai.checker.fact import Fact, MeasureFact
from prongsai.checker.rules.nearness import bare_title
from prongsai.checker.rules.rule import Finding, Inquiry
from prongsai.checker.rules.wording import figure, titled
from prongsai.framework import Framework
from prongsai.plan import coverage
from prongsai.results import Measure, Scores
from prongsai.scoring import score_sheet
from prongsai.words import Words

_TELLING = 12
_NO_POINTS = re.compile(r"^\W*(?:ไม่ได้(?:รับ)?คะแนน|got no points)\W*$", re.IGNORECASE)
_SAYS_SO = re.compile(r"ยังไม่มีมาตรการ|without a measure|^open$|^บางส่วน \(|^in part", re.IGNORECASE)
_MEND = Words("เพิ่มมาตรการที่แก้เรื่องนี้ หรือระบุรหัสนี้ในมาตรการที่ตอบได้", "add a measure for it, or name it in one that answers it")
_OWN_CELLS = ("title", "answers", "indicator", "analysis", "steps")


def uncovered_weakness(inquiry: Inquiry) -> Iterator[Finding]:
    """A weak indicator, or an item without points, that no measure answers; nothing in documents that plan no measures, such as a report on their progress."""
    facts, framework = inquiry.facts, inquiry.framework
    measures = [measure for measure in facts.measures if not measure.proposed]
    if framework is None or all(measure.reports for measure in measures):
        return
    scores = _scores(inquiry, framework)
    notes = inquiry.results.assessor_notes if inquiry.results and inquiry.results.year == framework.year else {}
    analysis = analyse(score_sheet(framework, scores), None, notes)
    if analysis.weak:
        yield from _open(inquiry, analysis, measures, framework)
    elif not scores.indicators:
        yield from _unmentioned(measures, framework)


def _scores(inquiry: Inquiry, framework: Framework) -> Scores:
    """The agency's own results where they are given, else what the document prints."""
    if inquiry.results is not None and inquiry.results.year == framework.year:
        return inquiry.results.scores
    figures = inquiry.figures.get(framework.year)
    lost = tuple(code for code in _lost(inquiry) if code in framework.items)
    scores = figures.scores(framework) if figures else Scores(framework.year)
    return replace(scores, no_points=lost or None)


def _lost(inquiry: Inquiry) -> dict[str, Fact]:
    """Items without points: those that the document lists as such, and those beside which a cell of their row says so."""
    facts = inquiry.facts
    listed = {fact.code for fact in facts.lost or ()}
    told = {id(row[0]) for grid in facts.outline.grids for row in grid.rows if any(_NO_POINTS.match(cell.text) for cell in row[1:])}
    beside: dict[str, Fact] = {
        fact.node: fact for fact in reversed(facts.cited) if fact.node[0] == "o" and fact.node not in listed and id(fact.passage) in told
    }
    return {**{fact.code: fact for fact in facts.lost or ()}, **beside}


def _open(inquiry: Inquiry, analysis: Analysis, measures: list[MeasureFact], framework: Framework) -> Iterator[Finding]:
    answered = tuple(Measure(measure.title, _answers(inquiry, measure, framework)) for measure in measures)
    weak = analysis.weak
    covered = coverage(framework, weak, answered)
    named = {node for measure in answered for node in measure.answers}
    admitted = _admitted(inquiry)
    unsure = any(not measure.answers for measure in answered)
    for node in covered.uncovered:
        indicator = framework.indicator_of(node)
        if str(indicator) in named or (node.isdigit() and any(framework.indicator_of(other) == int(node) for other in weak)):
            continue
        if not any(_title_in(node, measure, framework) for measure in measures):
            grave = any(gap.why in ("no_points", "below_target") for gap in analysis.gaps_of(node))
            yield _uncovered(_stated(inquiry, node, measures[0]), node, analysis, admitted=node in admitted, error=grave and not unsure)


def _answers(inquiry: Inquiry, measure: MeasureFact, framework: Framework) -> tuple[str, ...]:
    """What a measure answers, with every node that its own cells name."""
    own = {id(measure.cells[name]) for name in _OWN_CELLS if name in measure.cells}
    cited = [fact.node for fact in inquiry.facts.cited if id(fact.passage) in own]
    found = dict.fromkeys((*measure.answers, *cited))
    parts = [f"{part}/{node}" for node in found for part in framework.parts if node[0] == "e"]
    return (*found, *parts)


def _title_in(node: str, measure: MeasureFact, framework: Framework) -> bool:
    """Whether the measure speaks of an item by its title without its code."""
    item = framework.item(node)
    title = bare_title(item.title) if item and item.title else ""
    texts = (bare_title(measure.text(name)) for name in _OWN_CELLS)
    return len(title) >= _TELLING and any(title in text for text in texts)


def _admitted(inquiry: Inquiry) -> set[str]:
    """The nodes of which the document itself says that they have no measure yet."""
    outline = inquiry.facts.outline
    told = {id(passage) for passage in outline.prose if _SAYS_SO.search(passage.text)}
    told |= {id(cell) for grid in outline.grids for row in grid.rows if any(_SAYS_SO.search(cell.text) for cell in row) for cell in row}
    return {fact.node for fact in inquiry.facts.cited if id(fact.passage) in told}


def _stated(inquiry: Inquiry, node: str, first: MeasureFact) -> Fact:
    """Where the document says that the node is weak, else the first measure."""
    lost = _lost(inquiry).get(node)
    figures = inquiry.figures.get(inquiry.facts.assessed)
    return lost or (figures.fact(node) if figures else None) or first


def _uncovered(fact: Fact, node: str, analysis: Analysis, *, admitted: bool, error: bool) -> Finding:
    name = titled(node, analysis.sheet.framework)
    score = analysis.sheet.nodes[node].shown if node in analysis.sheet.nodes else None
    lost = any(gap.why == "no_points" for gap in analysis.gaps_of(node))
    unscored = Words("ไม่ได้คะแนน", "without points") if lost else Words("ผู้ตรวจประเมินให้ข้อสังเกตไว้", "the assessor remarked on it")
    why = Words(f"ได้ {figure(score)}", f"with {figure(score)}") if score else unscored
    message = Words(f"{name.th} ({why.th}) ยังไม่มีมาตรการรองรับ", f"{name.en} ({why.en}) has no measure")
    if admitted:
        return Finding(fact, Words(f"{message.th} (เอกสารระบุไว้เอง)", f"{message.en} (the document itself says so)"), _MEND, severity="note")
    return Finding(fact, message, _MEND, severity=None if error else "warning")


def _unmentioned(measures: list[MeasureFact], framework: Framework) -> Iterator[Finding]:
    """Indicators without a measure where measures are arranged by indicator and no score says which are weak."""
    by_indicator = [measure for measure in measures if any(node.isdigit() for node in measure.answers)]
    answered = {int(node) for measure in by_indicator for node in measure.answers if node.isdigit()}
    answered |= {number for measure in measures for node in measure.answers if (number := framework.indicator_of(node)) is not None}
    answered |= {int(node.partition(".")[0]) for measure in measures for node in measure.answers if node in framework.sub_indicators}
    if len(answered) * 2 <= len(framework.indicators) or len(by_indicator) * 2 < len(measures):
        return
    for number in framework.indicators:
        if number not in answered:
            name = titled(str(number), framework)
            yield Finding(
                measures[0],
                Words(
                    f"{name.th} ไม่มีมาตรการ ทั้งที่มาตรการจัดเรียงตามตัวชี้วัด และเอกสารไม่ได้แสดงคะแนน",
                    f"{name.en} has no measure, though measures are arranged by indicator; no scores are shown",
                ),
                Words("เพิ่มมาตรการของตัวชี้วัดนี้ หรือแสดงคะแนนว่าไม่ต้องปรับปรุง", "add a measure for it, or show the score that needs none"),
                severity="warning",
            )

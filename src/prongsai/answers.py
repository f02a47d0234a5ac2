"""The answers of the contract as plain values: what --json prints and the API returns."""

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from prongsai.analysis import Way as WayToTarget
from prongsai.framework import Framework, Step
from prongsai.pipeline import Way
from prongsai.plan import Remark
from prongsai.results import data_of_measure
from prongsai.scoring import Node, misprints, possible_total, total_agrees
from prongsai.words import Language, Words

if TYPE_CHECKING:
    from prongsai.checker import Check, DocumentRemark

Answer = dict[str, Any]


def score_answer(way: Way, language: Language = "th") -> Answer:
    """The score sheet: scores with at most two decimals, level, what is missing, misprints, the tree."""
    sheet, level, scores = way.sheet, way.level, way.results.scores
    return {
        "year": way.results.year,
        "agency": way.results.agency.name,
        "indicators": {node.id: _number(node.shown) for node in sheet.indicators},
        "parts": {node.id: _number(node.shown) for node in sheet.parts},
        "instruments": {node.id: _number(node.shown) for node in sheet.instruments},
        "total": _number(sheet.total.shown),
        "level": {
            "code": level.code,
            "name": level.name.to(language) if level.name else None,
            "passed": level.passed,
            "certain": level.certain,
            "because": level.because.to(language),
            "possible": list(level.possible),
        },
        "published": {"total": _number(scores.published_total), "level": scores.published_level, "agrees": agrees(way)},
        "missing": [{"node": node, "reason": reason.to(language)} for node, reason in sheet.missing],
        "disagreements": [{"node": node.id, "published": _number(node.given), "computed": _exact(node)} for node in sheet.disagreements],
        "misprints": [
            {"indicator": one.indicator, "node": one.node, "printed": _number(one.printed), "would_be": _number(one.would_be)}
            for one in misprints(way.framework, scores)
        ],
        "tree": _tree(sheet.total, language),
    }


def agrees(way: Way) -> bool | None:
    """Whether what was published follows: the total to within 0.01 and the level among those the scores allow; None where nothing can be held against it."""
    total = total_agrees(way.sheet)
    announced = way.results.scores.published_total
    if total is None and announced is not None and not possible_total(way.framework, way.sheet.total, announced):
        total = False
    published, possible = way.results.scores.published_level, way.level.possible
    level = published in possible if published is not None and possible else None
    known = [one for one in (total, level) if one is not None]
    return all(known) if known else None


def analyse_answer(way: Way, language: Language = "th") -> Answer:
    """Strong and weak, change, gaps, points at stake."""
    found = way.analysis
    return {
        "year": way.results.year,
        "agency": way.results.agency.name,
        "strongest": [_indicator(node, language) for node in found.strongest],
        "weakest": [_indicator(node, language) for node in found.weakest],
        "change": [
            {
                "indicator": int(one.node),
                "name": one.name.to(language),
                "from": _number(one.before),
                "to": _number(one.after),
                "change": _number(one.difference),
            }
            for one in found.changes
            if one.node.isdigit()
        ],
        "totals": [
            {"node": one.node, "from": _number(one.before), "to": _number(one.after), "change": _number(one.difference)}
            for one in found.changes
            if not one.node.isdigit()
        ],
        "item_changes": [{"topic": one.topic, "from": one.before, "to": one.after, "fate": one.fate} for one in found.item_changes],
        "gaps": [
            {"node": gap.node, "name": gap.name.to(language), "score": _number(gap.score), "why": gap.why, "because": gap.because.to(language)}
            for gap in found.gaps
        ],
        "stakes": [{"node": one.node, "name": one.name.to(language), "score": _number(one.score), "points": _number(one.points)} for one in found.stakes],
    }


def target_answer(found: WayToTarget, language: Language = "th") -> Answer:
    """The least that must change."""
    return {
        "reachable": found.reachable,
        "total_after": _number(found.total_after),
        "level_after": found.level_after.code,
        "certain": found.level_after.certain,
        "changes": [
            {"node": one.node, "name": one.name.to(language), "from": _number(one.before), "to": _number(one.after), "points": _number(one.points)}
            for one in found.changes
        ],
        "unknown": list(found.unknown),
        "because": found.because.to(language) if found.because else None,
    }


def plan_answer(way: Way, language: Language = "th") -> Answer:
    """Proposals for every weak point, the coverage by the agency's own measures, and remarks on those.

    `already` names the weak points of a proposal that the agency's own measures answer.
    """
    covered = set(way.coverage.covered)
    return {
        "year": way.results.year,
        "plan_year": way.results.plan_year,
        "agency": way.results.agency.name,
        "proposals": [{**data_of_measure(one), "already": [node for node in one.answers if node in covered]} for one in way.proposals],
        "coverage": {"weak": list(way.coverage.weak), "covered": list(way.coverage.covered), "uncovered": list(way.coverage.uncovered)},
        "remarks": [remark_answer(one, language) for one in way.remarks],
    }


def remark_answer(remark: Remark, language: Language = "th") -> Answer:
    """A remark."""
    return {
        "rule": remark.rule,
        "severity": remark.severity,
        "where": remark.where,
        "message": remark.message.to(language),
        "mend": remark.mend.to(language),
    }


def check_answer(document: str, found: "Check", language: Language = "th") -> Answer:
    """The remarks on a document, with what it is and how cleanly it could be read."""
    facts = found.facts
    return {
        "document": document,
        "kind": facts.kind,
        "agency": facts.agency.full if facts.agency else None,
        "year": facts.assessed,
        "plan_year": facts.plan,
        "quality": round(found.quality, 2),
        "checked": found.checked,
        "remarks": [_document_remark(one, language) for one in found.remarks],
        "notes": [note.to(language) for note in found.notes],
    }


def _document_remark(remark: "DocumentRemark", language: Language) -> Answer:
    place = remark.place
    return {
        "rule": remark.rule,
        "severity": remark.severity,
        "where": {"page": place.page, "table": place.table, "row": place.row, "column": place.column, "text": remark.text},
        "message": remark.message.to(language),
        "mend": remark.mend.to(language),
        "confidence": round(remark.confidence, 2),
    }


def framework_answer(framework: Framework, language: Language = "th") -> Answer:
    """A year's rules as data, with what is unknown."""
    rules = framework.rules.model_dump(mode="json")
    return {
        **rules,
        "items": [
            {
                "code": item.code,
                "instrument": item.instrument,
                "indicator": item.indicator,
                "sub_indicator": item.sub_indicator,
                "title": item.title,
                "official": item.title_is_official,
                "topics": list(item.topics),
                "elements": list(item.elements) if item.elements else None,
            }
            for item in framework.items.values()
        ],
        "unknown": [{"what": place, "reason": reason.to(language)} for place, reason in framework.unknowns()],
    }


def step_answer(step: Step) -> Answer:
    """One step of the crosswalk between two years."""
    return {"fate": step.fate, "from": list(step.before), "to": list(step.after), "topic": step.topic}


def _tree(node: Node, language: Language) -> Answer:
    def text(words: Words | None) -> str | None:
        return words.to(language) if words else None

    return {
        "id": node.id,
        "kind": node.kind,
        "name": node.name.to(language),
        "score": _number(node.shown),
        "basis": node.basis,
        "reason": text(node.reason),
        "share": None if node.share is None else round(float(node.share) * 100, 4),
        "share_reason": text(node.share_reason) if node.share is None else None,
        "points": _number(node.stake),
        "children": [_tree(child, language) for child in node.children],
    }


def _indicator(node: Node, language: Language) -> Answer:
    return {"indicator": int(node.id), "name": node.name.to(language), "score": _number(node.shown)}


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _exact(node: Node) -> float | None:
    return None if node.computed is None else round(float(node.computed), 2)

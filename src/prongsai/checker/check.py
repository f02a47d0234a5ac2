"""Checking a document: its facts against each other, the year's rules and the agency's results; remarks and what could not be checked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path

from prongsai.checker.excerpt import excerpt
from prongsai.checker.fact import Facts
from prongsai.checker.facts.collect import facts_of
from prongsai.checker.remark import DocumentRemark
from prongsai.checker.rules.registry import RULES
from prongsai.checker.rules.rule import Finding, Inquiry, Rule
from prongsai.document import Document, Reading
from prongsai.errors import InputError, Problem
from prongsai.framework import Framework, known_years, load_framework
from prongsai.plan import Severity
from prongsai.results import Results
from prongsai.words import Words

_POOR, _CLEAN, _SURE = 0.5, 0.9, 0.97
# What seems to lack, or to be called otherwise, may have been lost or misread where letters were recognised from a picture.
_RESTS_ON_READING = frozenset(
    {"measure-owner", "measure-period", "measure-steps", "measure-follow-up", "agency-mismatch", "place-mismatch", "item-code", "result-is-wish"}
)
_RANKS: dict[Severity, int] = {"error": 0, "warning": 1, "note": 2}
_ENGLISH = Words(
    "เอกสารเป็นภาษาอังกฤษ กฎที่อ่านประโยคภาษาไทยจึงตรวจได้เพียงบางส่วน ตัวเลขและตารางตรวจตามปกติ",
    "the document is in English: rules that read Thai sentences find less, figures and tables are checked as usual",
)
_SCAN = Words(" (อ่านเอกสารได้ไม่ชัด อาจเป็นความผิดพลาดของการสแกน)", " (the document could not be read cleanly: the fault may be the scan's)")


@dataclass(frozen=True)
class Check:
    """What was found in a document: the facts, the rules of the year they were held against, remarks by place, and what could not be checked and why."""

    facts: Facts
    framework: Framework | None
    quality: float
    remarks: tuple[DocumentRemark, ...]
    notes: tuple[Words, ...] = ()

    @property
    def checked(self) -> bool:
        """Whether the rules were applied at all: no remarks on a document that is no ITA report says nothing about it."""
        return self.facts.kind != "unknown"


def check(
    source: Reading | Document,
    *,
    year: int | None = None,
    results: Results | None = None,
    rules: Sequence[str] | None = None,
    skip: Sequence[str] = (),
    overlay: Path | None = None,
) -> Check:
    """Applies the rules to a document that was read, or to one about to be written.

    `year` is the fiscal year assessed (B.E.) where it is known better than the document says, `results` the agency's own results of it; `rules` limits the
    rules by name and `skip` leaves some out; `overlay` is a folder laid over the years that ship. Raises InputError for a rule that there is not.
    """
    chosen = _chosen(rules, skip)
    found = check_facts(facts_of(source, year), chosen, results, overlay)
    told = source.notes if isinstance(source, Reading) else ()
    return replace(found, notes=(*told, *_other_year(found.facts, year), *found.notes))


def check_facts(facts: Facts, rules: Sequence[Rule], results: Results | None = None, overlay: Path | None = None) -> Check:
    """The same for facts that were taken out already."""
    inquiry = _inquiry(facts, results, overlay)
    notes = tuple(_notes(inquiry, overlay))
    if facts.kind == "unknown":
        return Check(facts, inquiry.framework, facts.quality, (), notes)
    order = {id(passage): place for place, passage in enumerate(facts.outline.passages)}
    found = [(order.get(id(finding.about.passage), len(order)), _remark(rule, finding, facts)) for rule in rules for finding in rule.apply(inquiry)]
    ranked = sorted(found, key=lambda one: (one[0], _RANKS[one[1].severity]))
    return Check(facts, inquiry.framework, facts.quality, tuple(remark for _, remark in ranked), notes)


def _chosen(rules: Sequence[str] | None, skip: Sequence[str]) -> tuple[Rule, ...]:
    unknown = [name for name in (*(rules or ()), *skip) if name not in RULES]
    if unknown:
        raise InputError([_unknown_rule(name) for name in dict.fromkeys(unknown)])
    return tuple(rule for name, rule in RULES.items() if (rules is None or name in rules) and name not in skip)


def _unknown_rule(name: str) -> Problem:
    near = get_close_matches(name, RULES, n=1)
    allowed = ", ".join(RULES)
    mend = Words(f"ใช้ {near[0]}", f"use {near[0]}") if near else Words(f"ใช้ชื่อใดชื่อหนึ่ง: {allowed}", f"use one of: {allowed}")
    why = Words(f"กฎที่มี: {allowed}", f"the rules are: {allowed}") if near else Words("", "")
    return Problem("unknown-rule", Words(f"ไม่มีกฎชื่อ “{name}”", f"there is no rule '{name}'"), name, why, mend)


def _inquiry(facts: Facts, results: Results | None, overlay: Path | None) -> Inquiry:
    """The rules of the year assessed, and of the other years that the document gives scores, measures or a title of."""
    known = known_years(overlay)
    assessed = facts.assessed
    named = {fact.year for fact in facts.scores} | {facts.plan} | {fact.year for fact in facts.years} | ({results.year} if results else set())
    others = sorted({year for year in named if year is not None and year in known and year != assessed}, reverse=True)
    framework = load_framework(assessed, overlay) if assessed is not None and assessed in known else None
    return Inquiry(facts, framework, tuple(load_framework(year, overlay) for year in others), results)


def _remark(rule: Rule, finding: Finding, facts: Facts) -> DocumentRemark:
    """The finding in the words for the reader; of a document that could hardly be read at most a warning."""
    severity: Severity = finding.severity or rule.severity
    message = finding.message
    if finding.misread is not None and (facts.scanned or facts.quality < _CLEAN):
        message = Words(f"{message.th} ({finding.misread.th})", f"{message.en} ({finding.misread.en})")
    unsure = facts.scanned and facts.quality < _SURE and rule.name in _RESTS_ON_READING
    if severity == "error" and (unsure or facts.quality < _POOR):
        severity = "warning"
    if unsure or facts.quality < _POOR:
        message = Words(message.th + _SCAN.th, message.en + _SCAN.en)
    confidence = round(min(1.0, finding.about.confidence * facts.quality * finding.weight), 2)
    return DocumentRemark(rule.name, severity, finding.about.passage.place, excerpt(finding.about), message, finding.mend, confidence)


def _notes(inquiry: Inquiry, overlay: Path | None) -> Iterator[Words]:
    """What could not be checked, and why."""
    facts = inquiry.facts
    if facts.quality < _POOR:
        yield Words(
            "อ่านข้อความได้ไม่ชัด จึงเชื่อผลการตรวจไม่ได้เต็มที่ ทุกข้อเป็นเพียงคำเตือน ใช้ไฟล์ต้นฉบับที่มีข้อความ (Word หรือ PDF ที่บันทึกจาก Word) หรือ --ocr always",
            "the text could hardly be read: no remark is more than a warning; use the original with text (Word, or a PDF saved from it), or --ocr always",
        )
    if facts.kind == "unknown":
        yield from _unknown_notes(facts)
        return
    yield from _year_notes(inquiry, overlay)
    yield from _agency_notes(facts)
    if facts.language == "en":
        yield _ENGLISH


def _unknown_notes(facts: Facts) -> Iterator[Words]:
    """Why a document was not checked; of one that could hardly be read nobody can say what it is."""
    if facts.quality >= _POOR:
        yield Words(
            "ไม่พบว่าเป็นรายงาน ITA (การวิเคราะห์ผล มาตรการ หรือรายงานผลตามมาตรการ) จึงยังไม่ได้ตรวจเนื้อหา",
            "this does not seem to be an ITA report (analysis, measures or progress), so its content was not checked",
        )
    if facts.language == "en":
        yield _ENGLISH


def _other_year(facts: Facts, asked: int | None) -> Iterator[Words]:
    """Where the year that was asked for is not the one the document speaks of."""
    stated = {fact.year for fact in facts.years if fact.role == "assessed"}
    if asked is not None and stated and asked not in stated:
        named = ", ".join(map(str, sorted(stated)))
        yield Words(f"ตรวจตามปี {asked} ที่ระบุไว้ แต่เอกสารเขียนว่าปี {named}", f"checked as of {asked}, as asked; the document says {named}")


def _year_notes(inquiry: Inquiry, overlay: Path | None) -> Iterator[Words]:
    facts, results = inquiry.facts, inquiry.results
    if facts.assessed is None:
        yield Words(
            "ไม่พบปีงบประมาณในเอกสาร จึงไม่ได้เทียบกับหลักเกณฑ์ของปี ระบุปีด้วย --year",
            "no fiscal year was found, so the document was not held against a year's rules; give it with --year",
        )
    elif inquiry.framework is None:
        known = ", ".join(str(year) for year in known_years(overlay))
        yield Words(
            f"ไม่มีหลักเกณฑ์ของปีงบประมาณ {facts.assessed} (มี {known}) จึงไม่ได้เทียบกับหลักเกณฑ์ของปี",
            f"there are no rules for fiscal year {facts.assessed} (there are {known}), so the document was not held against a year's rules",
        )
    elif not inquiry.framework.weights_known:
        yield Words(
            f"ยังไม่ทราบน้ำหนักของปี {facts.assessed} จึงไม่ได้คำนวณคะแนนรวม",
            f"the weights of {facts.assessed} are not known, so the total was not recomputed",
        )
    if results is not None and facts.assessed is not None and results.year != facts.assessed:
        yield Words(
            f"ไฟล์ผลเป็นของปี {results.year} แต่เอกสารเป็นของปี {facts.assessed} จึงเทียบได้เฉพาะคะแนนของปีที่ตรงกัน",
            f"the results are of {results.year}, the document of {facts.assessed}: only scores of the same year were compared",
        )


def _agency_notes(facts: Facts) -> Iterator[Words]:
    if facts.agency is None:
        yield Words("ไม่พบชื่อเต็มของหน่วยงาน จึงไม่ได้ตรวจชื่อ ประเภท และที่ตั้ง", "no full name of an agency was found, so name, type and place were not checked")
        return
    prominent = {fact.name.full for fact in facts.agencies if fact.passage.kind in ("title", "heading") and fact.name.type and fact.name.type.political_side}
    others = sorted(prominent - {facts.agency.full})
    if others:
        yield Words(
            f"หัวเรื่องมีชื่อหน่วยงานมากกว่าหนึ่งแห่ง ตรวจในฐานะเอกสารของ {facts.agency.full} (พบ {', '.join(others)} ด้วย)",
            f"titles name more than one agency; checked as a document of {facts.agency.full} (also {', '.join(others)})",
        )

"""The rule about fiscal years: one year assessed, one year of measures, the second after the first."""

import re
from collections.abc import Iterator

from prongsai.checker.fact import YearFact
from prongsai.checker.rules.rule import Finding, Inquiry
from prongsai.checker.rules.wording import is_source, where
from prongsai.words import Words

_SURE = 0.6
_NEAR = 90
_YEAR = re.compile(r"25[5-9]\d")
_SEVERAL = re.compile(
    r"เปรียบเทียบ|เทียบกับ|ย้อนหลัง|ปีก่อน|ปีที่ผ่านมา|ปีที่แล้ว|จากเดิม|ลดลง|เพิ่มขึ้น|แนวโน้ม|ตั้งแต่ปี|ระหว่างปี|ผลต่าง|compared|previous|last year|since", re.IGNORECASE
)
# What stands before the year of another document, law or plan than this one.
_OTHER_PAPER = re.compile(
    r"(?:พระราชบัญญัติ|พ\.ร\.บ\.|พรบ|ระเบียบ|ประกาศ|คำสั่ง|กฎหมาย|หนังสือ|แผนพัฒนา|แผนปฏิบัติการ|แผนแม่บท|ยุทธศาสตร์|แผนการ|แผนดำเนินงาน|งบประมาณรายจ่าย"
    r"|ข้อบัญญัติ|เทศบัญญัติ|จัดซื้อจัดจ้าง|จัดหาพัสดุ|สถิติ|รายงานผลการดำเนินงานประจำปี|รายงานการ|รายงานผลการ(?:จัดซื้อ|บริหาร|ใช้จ่าย)|คู่มือ|หลักเกณฑ์"
    r"|ความเสี่ยง|ลงวันที่|เดือน|ณ วันที่)[^\n]{0,70}$"
)
_FORMAL = re.compile(r"(?:ประจำ ?ปี|ปี ?งบ ?ประมาณ|fiscal year)[^\d]{0,16}$", re.IGNORECASE)
_ABOUT = {
    "assessed": re.compile(r"ประเมิน|วิเคราะห์|คะแนน|\bITA\b|assess|result", re.IGNORECASE),
    "plan": re.compile(r"มาตรการ|measure", re.IGNORECASE),
}
# Words by which a document speaks of itself: the year behind them is its own, whatever other years it shows.
_ITSELF = re.compile(r"(?:รายงาน|เอกสาร)(?:ฉบับ)?นี้|จัดทำรายงาน|this report|this document", re.IGNORECASE)
_GAVE = re.compile(r"(?:จาก|นำ|ใช้|ตาม)(?:การวิเคราะห์)?ผลการ(?:ประเมิน|วิเคราะห์)", re.IGNORECASE)
_HOPED_FOR = re.compile(r"ยกระดับ|เพิ่มคะแนน|ให้(?:มี)?คะแนน|ผลคะแนน|เป้าหมาย|ในปีต่อไป|raise|improve")
_ROLES = {"assessed": Words("ผลการประเมิน", "the assessment"), "plan": Words("มาตรการ", "the measures")}


def year_mismatch(inquiry: Inquiry) -> Iterator[Finding]:
    """A fiscal year that is not the one assessed or not the one of the measures, each other year once; measures not after the year assessed."""
    facts = inquiry.facts
    for role, right in (("assessed", _assessed(inquiry)), ("plan", facts.plan)):
        if right is None:
            continue
        agreeing = next((fact for fact in facts.years if fact.role == role and fact.year == right), None)
        strangers = [fact for fact in facts.years if fact.role == role and fact.year != right and (_is_alone(fact, inquiry) or _misfits(fact, inquiry))]
        for year in dict.fromkeys(fact.year for fact in strangers):
            found = [fact for fact in strangers if fact.year == year]
            if agreeing is not None:
                yield _stranger(found, right, agreeing)


def _assessed(inquiry: Inquiry) -> int | None:
    """The year assessed: where the document names several, the one whose result gave its measures."""
    facts = inquiry.facts
    before = facts.plan - 1 if facts.plan is not None else None
    named = any(fact.role == "assessed" and fact.year == before for fact in facts.years)
    return before if named else facts.assessed


def _is_alone(fact: YearFact, inquiry: Inquiry) -> bool:
    """Whether the year is stated formally and for itself: no comparison or list of years, no law or other paper, and no score of that year anywhere."""
    text = fact.passage.text
    start, end = fact.span or (0, len(text))
    before, near = text[max(0, start - _NEAR) : start], text[max(0, start - _NEAR) : end + _NEAR]
    if is_source(fact.passage):
        return False
    others = {int(year) for year in _YEAR.findall(near)} - {fact.year, fact.year - 543}
    if fact.confidence < _SURE or fact.passage.kind == "cell" or others or not _FORMAL.search(before) or not _ABOUT[fact.role].search(before):
        return False
    if _SEVERAL.search(near) or _OTHER_PAPER.search(before) or (fact.role == "plan" and _HOPED_FOR.search(before)):
        return False
    return fact.year not in inquiry.figures or bool(_ITSELF.search(text[:start])) or _is_only_heading(fact, inquiry)


def _is_only_heading(fact: YearFact, inquiry: Inquiry) -> bool:
    """Whether it is the only heading that names a year of this role, so that no other chapter is about the right one."""
    headings = [one for one in inquiry.facts.years if one.role == fact.role and one.passage.kind == "heading"]
    return fact.passage.kind == "heading" and len(headings) == 1


def _misfits(fact: YearFact, inquiry: Inquiry) -> bool:
    """Whether a sentence draws the measures of one year from a result that cannot have given them: not of the year before, or not before them."""
    facts, assessed = inquiry.facts, _assessed(inquiry)
    if facts.plan is None or assessed != facts.plan - 1 or fact.passage.kind == "cell" or not fact.span:
        return False
    text = fact.passage.text
    alongside = [other for other in facts.years if other.passage is fact.passage and other.span and other is not fact]
    if not _GAVE.search(text[: max(fact.span[0], *(other.span[0] for other in alongside if other.span), 0)]) or _SEVERAL.search(text[: fact.span[1]]):
        return False
    named = [(other.role, other.year) for other in alongside]
    return named == ([("plan", facts.plan)] if fact.role == "assessed" else [("assessed", assessed)]) and (fact.role == "assessed" or fact.year <= assessed)


def _stranger(found: list[YearFact], right: int, agreeing: YearFact) -> Finding:
    fact = found[0]
    what, place = _ROLES[fact.role], where(agreeing)
    times = Words(f" ({len(found)} แห่ง)", f" ({len(found)} times)") if len(found) > 1 else Words("", "")
    return Finding(
        fact,
        Words(
            f"ระบุปีงบประมาณของ{what.th}เป็น {fact.year}{times.th} แต่เอกสารนี้เป็นเรื่องของปี {right} ({place.th})",
            f"the fiscal year of {what.en} is {fact.year} here{times.en}, but the document is about {right} ({place.en})",
        ),
        Words(f"แก้เป็น {right} หรือเขียนให้ชัดว่าพูดถึงปีอื่น", f"write {right}, or make clear that another year is meant"),
        misread=Words("เลขปีอาจอ่านผิดหนึ่งหลัก", "a digit of the year may have been misread") if abs(fact.year - right) < _DECADE else None,
    )


_DECADE = 10

"""The rule about fiscal years: one year assessed, one year of measures, the second after the first."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from prongsai.checker.fact import ScoreFact, YearFact
from prongsai.checker.facts.years import stands_out
from prongsai.checker.rules.figures import Figures
from prongsai.checker.rules.nearness import same_figure
from prongsai.checker.rules.rule import Finding, Inquiry
from prongsai.checker.rules.wording import is_source, where
from prongsai.plan import Severity
from prongsai.scoring import score_sheet
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
    "assessed": re.compile(r"ประเมิน|วิเคราะห์|คะแนน|เกณฑ์ที่ใช้|\bITA\b|assess|result", re.IGNORECASE),
    "plan": re.compile(r"มาตรการ|measure", re.IGNORECASE),
}
# Words by which a document speaks of itself: the year behind them is its own, whatever other years it shows.
_ITSELF = re.compile(r"(?:รายงาน|เอกสาร)(?:ฉบับ)?นี้|จัดทำรายงาน|this report|this document", re.IGNORECASE)
_GAVE = re.compile(r"(?:จาก|นำ|ใช้|ตาม)(?:การวิเคราะห์)?ผลการ(?:ประเมิน|วิเคราะห์)", re.IGNORECASE)
_GIVES = re.compile(r"[^\n]{0,80}?(?:กำหนด|จัดทำ|วาง)[^\n]{0,20}(?:มาตรการ|โครงการ|กิจกรรม|แนวทาง)")
# Words that tell how the assessment of a year is made: a report tells it of the year that it is about.
_METHOD = re.compile(r"เกณฑ์ที่ใช้|ใช้เครื่องมือ|ใช้แบบวัด|เครื่องมือ(?:ที่ใช้)?(?:ใน)?การประเมิน|uses? (?:three|3) instruments", re.IGNORECASE)
_HOPED_FOR = re.compile(r"ยกระดับ|เพิ่มคะแนน|ให้(?:มี)?คะแนน|ผลคะแนน|เป้าหมาย|ในปีต่อไป|raise|improve")
_OF_RESULT = re.compile(r"ผลการประเมิน|ผลคะแนน|assessment")
_ROLES = {"assessed": Words("ผลการประเมิน", "the assessment"), "plan": Words("มาตรการ", "the measures")}
_DECADE = 10


class _Stray(NamedTuple):
    """A year that is not the right one, and how grave that is: the words may bear another reading."""

    fact: YearFact
    severity: Severity | None = None


def year_mismatch(inquiry: Inquiry) -> Iterator[Finding]:
    """A fiscal year that is not the one assessed or not the one of the measures, each other year once; measures not after the year assessed."""
    facts = inquiry.facts
    for role, right in (("assessed", _assessed(inquiry)), ("plan", facts.plan)):
        agreeing = next((fact for fact in facts.years if fact.role == role and fact.year == right), None)
        if right is None or agreeing is None:
            continue
        strays = [stray for fact in facts.years if fact.year != right and (stray := _stray(fact, role, right, inquiry))]
        for year in dict.fromkeys(stray.fact.year for stray in strays):
            yield _stranger([stray for stray in strays if stray.fact.year == year], role, right, agreeing)


def _assessed(inquiry: Inquiry) -> int | None:
    """The year assessed: where the document names several, the one whose result gave its measures."""
    facts = inquiry.facts
    before = facts.plan - 1 if facts.plan is not None else None
    named = any(fact.role == "assessed" and fact.year == before for fact in facts.years)
    return before if named else facts.assessed


def _stray(fact: YearFact, role: str, right: int, inquiry: Inquiry) -> _Stray | None:
    """The year where it stands for the one that is right; None where it may well be what is meant."""
    if role == "assessed" and fact.role in ("assessed", "previous") and _takes_figures(fact, right, inquiry):
        return _Stray(fact)
    if fact.role != role:
        return None
    if _is_alone(fact, inquiry) or _misfits(fact, inquiry):
        return _Stray(fact)
    if role == "assessed" and _tells_method(fact):
        return _Stray(fact, "warning")
    return _Stray(fact, "note" if _OF_RESULT.search(fact.passage.text) else "warning") if _heads_measures(fact, right, inquiry) else None


def _takes_figures(fact: YearFact, right: int, inquiry: Inquiry) -> bool:
    """Whether the scores given for its year in the passage and in the table under it are, figure by figure, those of the right year given elsewhere."""
    facts, passage = inquiry.facts, fact.passage
    if passage.kind == "cell" or _SEVERAL.search(passage.text, 0, (fact.span or (0, 0))[1]):
        return False
    under = {id(cell) for grid in facts.outline.grids if grid.before is passage for row in grid.rows for cell in row}
    here = [score for score in facts.scores if score.confidence >= _SURE and (score.passage is passage or id(score.passage) in under)]
    stated = [score for score in here if score.passage is passage]
    if not stated or any(score.year != fact.year for score in here):
        return False
    own, other = (_nodes(year, {id(score.passage) for score in here}, inquiry) for year in (right, fact.year))
    return all(_is_in(score, own) for score in stated) and not any(_is_in(score, other) for score in here)


def _nodes(year: int, without: set[int], inquiry: Inquiry) -> dict[str, list[Decimal]]:
    """The scores of a year that stand outside of some passages, and those that follow from its indicators where all of them are given."""
    figures, framework = inquiry.figures.get(year), inquiry.rules_of(year)
    if figures is None:
        return {}
    kept = {node: tuple(fact for fact in facts if id(fact.passage) not in without) for node, facts in figures.facts.items()}
    values = {node: [fact.value for fact in facts] for node, facts in kept.items()}
    if framework is not None and all(values.get(str(number)) for number in framework.indicators):
        indicators = {node: facts for node, facts in kept.items() if node.isdigit()}
        for node in score_sheet(framework, Figures(year, indicators).scores(framework)).total.walk():
            values.setdefault(node.id, []).extend([node.shown] if node.shown is not None else [])
    return values


def _is_in(score: ScoreFact, nodes: dict[str, list[Decimal]]) -> bool:
    return any(same_figure(score.value, value) for value in nodes.get(score.node, ()))


def _is_alone(fact: YearFact, inquiry: Inquiry) -> bool:
    """Whether the year is stated formally and for itself, and no score of that year is given anywhere."""
    if not _is_formal(fact) or (fact.role == "plan" and _HOPED_FOR.search(_before(fact))):
        return False
    itself = _ITSELF.search(fact.passage.text[: (fact.span or (0, 0))[0]])
    return fact.year not in inquiry.figures or bool(itself) or _is_only_heading(fact, inquiry)


def _before(fact: YearFact) -> str:
    start = fact.span[0] if fact.span else 0
    return fact.passage.text[max(0, start - _NEAR) : start]


def _is_formal(fact: YearFact) -> bool:
    """Whether the words call it the fiscal year of the assessment or of the measures: no comparison or list of years, no law or other paper."""
    text = fact.passage.text
    start, end = fact.span or (0, len(text))
    before, near = _before(fact), text[max(0, start - _NEAR) : end + _NEAR]
    if is_source(fact.passage) or fact.confidence < _SURE or fact.passage.kind == "cell":
        return False
    others = {int(year) for year in _YEAR.findall(near)} - {fact.year, fact.year - 543}
    if others or not _FORMAL.search(before) or not _ABOUT[fact.role].search(before):
        return False
    return not _SEVERAL.search(near) and not _OTHER_PAPER.search(before)


def _is_only_heading(fact: YearFact, inquiry: Inquiry) -> bool:
    """Whether it is the only heading that names a year of this role, so that no other chapter is about the right one."""
    headings = [one for one in inquiry.facts.years if one.role == fact.role and _heads(one)]
    return _heads(fact) and len(headings) == 1


def _heads(fact: YearFact) -> bool:
    """Whether the year stands in a heading, which a title is not."""
    return fact.passage.kind != "title" and stands_out(fact.passage) and _FORMAL.sub("", _before(fact)).strip() != ""


def _tells_method(fact: YearFact) -> bool:
    """Whether it is the year whose way of assessing the document explains."""
    return fact.passage.kind == "paragraph" and _is_formal(fact) and bool(_METHOD.search(fact.passage.text))


def _heads_measures(fact: YearFact, right: int, inquiry: Inquiry) -> bool:
    """Whether a heading of the measures or of their progress has the year assessed, where the title has that of the measures."""
    if not _heads(fact) or fact.year != _assessed(inquiry) or not _FORMAL.search(_before(fact)) or fact.role != "plan":
        return False
    titled = [one for one in inquiry.facts.years if stands_out(one.passage) and one.role == "plan" and one.passage is not fact.passage]
    return any(one.year == right for one in titled) and not _SEVERAL.search(fact.passage.text) and not _OTHER_PAPER.search(_before(fact))


def _misfits(fact: YearFact, inquiry: Inquiry) -> bool:
    """Whether a sentence draws the measures of one year from a result that cannot have given them: not of the year before, or not before them."""
    facts, assessed = inquiry.facts, _assessed(inquiry)
    if facts.plan is None or assessed != facts.plan - 1 or fact.passage.kind == "cell" or not fact.span:
        return False
    text = fact.passage.text
    alongside = [other for other in facts.years if other.passage is fact.passage and other.span and other is not fact]
    if not _GAVE.search(text[: max(fact.span[0], *(other.span[0] for other in alongside if other.span), 0)]) or _SEVERAL.search(text[: fact.span[1]]):
        return False
    if fact.role == "assessed" and not alongside:
        return bool(_GIVES.match(text, fact.span[1]))
    named = [(other.role, other.year) for other in alongside]
    return named == ([("plan", facts.plan)] if fact.role == "assessed" else [("assessed", assessed)]) and (fact.role == "assessed" or fact.year <= assessed)


def _stranger(strays: list[_Stray], role: str, right: int, agreeing: YearFact) -> Finding:
    fact, what, place = strays[0].fact, _ROLES[role], where(agreeing)
    times = Words(f" ({len(strays)} แห่ง)", f" ({len(strays)} times)") if len(strays) > 1 else Words("", "")
    return Finding(
        fact,
        Words(
            f"ระบุปีงบประมาณของ{what.th}เป็น {fact.year}{times.th} แต่เอกสารนี้เป็นเรื่องของปี {right} ({place.th})",
            f"the fiscal year of {what.en} is {fact.year} here{times.en}, but the document is about {right} ({place.en})",
        ),
        Words(f"แก้เป็น {right} หรือเขียนให้ชัดว่าพูดถึงปีอื่น", f"write {right}, or make clear that another year is meant"),
        severity=strays[0].severity,
        misread=Words("เลขปีอาจอ่านผิดหนึ่งหลัก", "a digit of the year may have been misread") if abs(fact.year - right) < _DECADE else None,
    )

"""The rule about parts that each kind of document must have."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from prongsai.checker.fact import Fact, Facts, PartFact
from prongsai.checker.outline import Grid, Passage
from prongsai.checker.rules.rule import Finding, Inquiry
from prongsai.checker.rules.wording import quoted
from prongsai.plan import Severity
from prongsai.words import Words

_ADVICE = re.compile(
    r"ควร|แนวทาง(?:การ)?(?:แก้ไข|ปรับปรุง|พัฒนา)|ข้อเสนอแนะ|วิธีแก้ไข|มอบหมาย|ทบทวน|ชี้แจง|จัดอบรม|จัดทำ|จัดให้|เผยแพร่|เพิ่มช่องทาง|ปรับปรุง(?!(?:ระบบ)?การทำงาน)|should|recommend",
    re.IGNORECASE,
)
_ANALYSED = re.compile(r"วิเคราะห์ผล|ผลการวิเคราะห์|ผลการประเมิน|analysis|assessment", re.IGNORECASE)
_NEEDED = {
    "analysis": {"scores", "strengths", "weaknesses", "recommendations", "change"},
    "measures": {"weaknesses", "measures", "follow_up"},
    "progress": {"progress", "outcome", "obstacles"},
}
_NUMBER = re.compile(r"(?:ส่วนที่|บทที่|ตอนที่|part|chapter)? ?(\d+(?:\.\d+)*)", re.IGNORECASE)
_HAS_NONE = re.compile(r"ไม่มีคะแนนรายตัวชี้วัด|no scores by indicator", re.IGNORECASE)
_STRONG_WEAK = re.compile(
    r"จุดแข็ง|จุดอ่อน|จุดเด่น|จุดด้อย|สูงสุด|สูงที่สุด|ต่ำสุด|ต่ำที่สุด|น้อยที่สุด|ต้องแก้ไข|ข้อบกพร่อง|strength|weak|highest|lowest"
    # Standing alone or behind ระดับ it is the name of a level.
    r"|(?<!^)(?<!ระดับ)(?<!ระดับ )ต้องปรับปรุง(?!โดยด่วน)",
    re.IGNORECASE,
)


class _Lack(NamedTuple):
    """A part that is not there: what is wrong and how to mend it."""

    message: Words
    mend: Words
    severity: Severity | None = None


def missing_section(inquiry: Inquiry) -> Iterator[Finding]:
    """A part that this kind of document must have is absent or empty: each once."""
    facts = inquiry.facts
    checks = {"analysis": _analysis, "measures": _measures, "progress": _progress}
    first = facts.outline.prose[0] if facts.outline.prose else next(iter(facts.outline.passages), Passage(""))
    reporting = facts.kind == "measures" and bool(facts.measures) and all(measure.reports for measure in facts.measures)
    kind = "progress" if reporting else facts.kind
    if kind in checks:
        yield from (Finding(Fact(first), lack.message, lack.mend, severity=lack.severity) for lack in checks[kind](inquiry))
        yield from _empty(facts, _NEEDED[kind])


def _empty(facts: Facts, needed: set[str]) -> Iterator[Finding]:
    """Headings of needed parts with nothing under them; where another heading has that part, or nothing numbers them, a picture may stand there: a warning."""
    following = {id(one): other for one, other in pairwise(facts.outline.parts)}
    named = {id(part.passage): part.part for part in facts.parts}
    for part in facts.parts:
        after = following.get(id(part.passage))
        if not part.empty or part.part not in needed:
            continue
        numbered = _is_beside(part.passage, after)
        if numbered or _opens_another(part, after, named):
            title = quoted(part.passage.text)
            yield Finding(
                part,
                Words(f"หัวข้อ “{title}” ไม่มีเนื้อหา", f"nothing stands under the heading “{title}”"),
                Words("เขียนเนื้อหาของหัวข้อนี้ หรือลบหัวข้อ", "write what belongs there, or leave the heading out"),
                severity=None if numbered and part.part not in _parts(facts) else "warning",
            )


def _is_beside(heading: Passage, following: Passage | Grid | None) -> bool:
    """Whether the next heading is none below this one, as far as their numbers tell."""
    other = _NUMBER.match(following.text) if isinstance(following, Passage) else None
    own = _NUMBER.match(heading.text)
    return own is not None and other is not None and own[1].count(".") == other[1].count(".") and own[1] != other[1]


def _opens_another(part: PartFact, following: Passage | Grid | None, named: dict[int, str]) -> bool:
    """Whether nothing follows, or the heading of another part of the same rank without numbers to tell them apart."""
    if following is None:
        return True
    if not isinstance(following, Passage) or _NUMBER.match(following.text):
        return False
    return following.level == part.passage.level and named.get(id(following), part.part) != part.part


def _parts(facts: Facts) -> set[str]:
    return {part.part for part in facts.parts if not part.empty}


def _analysis(inquiry: Inquiry) -> Iterator[_Lack]:
    facts, parts = inquiry.facts, _parts(inquiry.facts)
    texts = facts.outline.passages
    if not _has_indicator_scores(inquiry):
        yield _Lack(
            Words("รายงานวิเคราะห์ไม่แสดงคะแนนรายตัวชี้วัดของปีที่ประเมิน", "the analysis shows no scores of the indicators for the year assessed"),
            Words("เพิ่มตารางคะแนนรายตัวชี้วัด", "add the table of the indicators' scores"),
            "note" if any(_HAS_NONE.search(passage.text) for passage in texts) else None,
        )
    if not (parts & {"strengths", "weaknesses"} or facts.extremes or facts.lost or any(_STRONG_WEAK.search(passage.text) for passage in texts)):
        yield _Lack(
            Words("รายงานวิเคราะห์ไม่บอกจุดแข็งหรือจุดที่ต้องแก้ไข", "the analysis names neither strong nor weak points"),
            Words("บอกจุดแข็งและจุดที่ต้องแก้ไขจากคะแนน", "name strong and weak points from the scores"),
        )
    if not (parts & {"recommendations", "measures", "steps"} or facts.measures or any(_ADVICE.search(passage.text) for passage in texts)):
        yield _Lack(
            Words("รายงานวิเคราะห์ไม่มีแนวทางแก้ไขหรือปรับปรุง", "the analysis does not say how to improve"),
            Words("เพิ่มแนวทางปรับปรุงของแต่ละจุดอ่อน", "say for each weak point how it will be mended"),
        )


def _has_indicator_scores(inquiry: Inquiry) -> bool:
    return any(figures.indicators for year, figures in inquiry.figures.items() if year in (inquiry.facts.assessed, None))


def _measures(inquiry: Inquiry) -> Iterator[_Lack]:
    facts = inquiry.facts
    told = any(_ANALYSED.search(passage.text) for passage in facts.outline.prose)
    answered = any(measure.answers for measure in facts.measures)
    analysed = bool(
        facts.scores or facts.lost or "weaknesses" in _parts(facts) or any(measure.text("analysis") for measure in facts.measures) or (told and answered)
    )
    if not analysed:
        yield _Lack(
            Words(
                "เอกสารมาตรการไม่แสดงผลการวิเคราะห์ของปีที่ผ่านมา (คะแนนหรือจุดที่ต้องแก้ไข)",
                "the measures do not show the analysis of last year's result (scores or weak points)",
            ),
            Words("เพิ่มผลการวิเคราะห์ที่เป็นที่มาของมาตรการ", "add the analysis that the measures come from"),
        )
    if not facts.measures:
        yield _Lack(
            Words("เอกสารมาตรการไม่มีตารางหรือรายการมาตรการที่อ่านได้", "no measures were found in a document of measures"),
            Words("เพิ่มมาตรการพร้อมขั้นตอน ระยะเวลา ผู้รับผิดชอบ และการติดตาม", "add the measures with steps, period, responsible and follow-up"),
        )


def _progress(inquiry: Inquiry) -> Iterator[_Lack]:
    reports = [measure for measure in inquiry.facts.measures if measure.reports]
    if not any(measure.status or measure.text("done") or measure.text("outcome") or measure.text("status") for measure in reports):
        yield _Lack(
            Words("รายงานผลไม่มีผลการดำเนินการรายมาตรการ", "the report shows no results of the measures"),
            Words("เพิ่มผลการดำเนินการ ผลลัพธ์ และหลักฐานของแต่ละมาตรการ", "add for each measure what was done, the outcome and the proof"),
        )

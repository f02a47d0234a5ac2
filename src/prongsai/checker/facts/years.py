"""Fiscal years that a document names, and what each is the year of: the result, the plan, or the year before."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from prongsai.checker.fact import Kind, YearFact, YearRole
from prongsai.checker.outline import Outline, Passage, is_source

_YEAR = re.compile(
    r"(?:ปี(?:ที่)? ?(?:งบ ?ประมาณ)?|งบ ?ประมาณ|ประจำปี[^\d\n]{0,12}|พ ?\. ?ศ ?\.|fiscal year|FY) ?(?:พ ?\. ?ศ ?\.)? ?(?P<year>25[5-8]\d|20[12]\d)(?!\d)",
    re.IGNORECASE,
)
_NOT_FISCAL = re.compile(r"(?:พระราชบัญญัติ|พ\.ร\.บ\.|พรบ\.?|ระเบียบ|ประกาศ(?!ผล)|กฎกระทรวง|หลักเกณฑ์|พระราชกฤษฎีกา|\d{1,2} ?[ก-๎.]{2,10} )[^\n\d]{0,80}$")
_MONTH_BEFORE = re.compile(r"(?:คม|ยน|พันธ์|[กมพสตธ]\. ?[คพยม]\.)\.? ?(?:พ\.ศ\. ?)?$")
_ROLES: tuple[tuple[YearRole, re.Pattern[str]], ...] = (
    (
        "unclear",
        re.compile(
            r"จัดซื้อ ?จัดจ้าง|รายงานผลการดำเนินงานประจำปี|แผน(?:ปฏิบัติการ|การดำเนินงาน|การใช้จ่าย|พัฒนาท้องถิ่น|แม่บท)"
            r"|งบประมาณรายจ่าย|สถิติ|เงินรางวัล|ยุทธศาสตร์|เป้าหมาย|annual report|procurement"
        ),
    ),
    ("previous", re.compile(r"ปีก่อน|ปีที่ผ่านมา|ปีที่แล้ว|เปรียบเทียบ|เทียบกับ|ย้อนหลัง|จากเดิม|previous|compared|last year")),
    (
        "plan",
        re.compile(
            r"มาตรการ|ไปสู่|ยกระดับ(?:ผล|คะแนน|การประเมิน|ภาพรวม|ใน|ให้|สูงขึ้น| )*|ขับเคลื่อน|ในปีต่อไป|ให้สูงขึ้น(?:ใน)?|แผน(?!แม่บท)"
            r"|ปรับปรุง|(?:(?<![ก-๎])|การ|ไปสู่|และ|เพื่อ|จะ|ให้|ปรับปรุง)พัฒนา|ความก้าวหน้า|ผลการดำเนินการ|measures?|plan|carried out|raise"
        ),
    ),
    ("assessed", re.compile(r"ผลการประเมิน|ผลประเมิน|วิเคราะห์|ผลคะแนน|คะแนน|ระดับ|เกณฑ์ที่ใช้|การประเมินคุณธรรม|การประเมิน ?ITA|assess\w*|results?|score", re.IGNORECASE)),
)
# The year in an item's title (o7 รายงาน…ประจำปี พ.ศ. 2567) is that of the item's own paper.
_IN_TITLE_OF_ITEM = re.compile(r"(?:^|\n)\W*(?:\d{1,2}[.)] ?)?(?:ข้อ(?:ที่)? ?)?[oO] ?\d{1,2}(?!\d)[^\n]{6,140}$")
_RESULT = re.compile(r"ผลการประเมิน|ผลประเมิน|วิเคราะห์|เกณฑ์ที่ใช้|การประเมินคุณธรรม|การประเมิน ?ITA|assess", re.IGNORECASE)
# Until when something is to be reached: no year of a result or a plan.
_GOAL = re.compile(r"(?:ภายใน|จนถึง|ตั้งแต่|ระหว่าง|by the end of|until) ?$", re.IGNORECASE)
_CLOSE = 30
_FARTHEST = 160
_LONGEST_HEADING = 120
_YEAR_ALONE = re.compile(r"(?:(?:เทศบาล|องค์การบริหารส่วน|อบต\.|อบจ\.)[ก-๎]+ )?(?:ประจำ ?)?ปี ?งบ ?ประมาณ ?(?:พ ?\. ?ศ ?\. ?)?25\d\d")
# A line of a table of contents ends in dots or in the number of a page.
_HEADING = re.compile(
    rf"(?![^\n]*\d\.\d\d)(?:(?:ส่วนที่|บทที่|ตอนที่) ?\d+|\d+(?:\.\d+)+|\d+[.)])[.)]? ?[ก-๎A-Za-z][^\n]*(?<![.…])(?<![ .…]\d)(?<![ .…]\d\d)$|{_YEAR_ALONE.pattern}$"
)
_CLAUSE = re.compile(r"(?<!ศ)[.;:]\s")
_PROMINENT = 3
_CHRISTIAN = 543
_PROGRESS = re.compile(
    r"รายงานผล(?:ตาม|ของ)?(?:แผน)?มาตรการ|ผลการดำเนิน(?:การ|งาน)(?:ตาม)?(?:แผน)?มาตรการ|ผล(?:ของ)?การขับเคลื่อนมาตรการ|ความก้าวหน้า[^\n]{0,30}มาตรการ|ติดตาม[^\n]{0,20}มาตรการ|progress",
    re.IGNORECASE,
)
_MEASURES = re.compile(r"มาตรการ|นำผล[^\n]{0,40}ไปสู่|measures", re.IGNORECASE)
_ANALYSIS = re.compile(r"วิเคราะห์ผล|ผลการวิเคราะห์|รายงานผลการประเมิน|analysis", re.IGNORECASE)
_KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = (("progress", _PROGRESS), ("measures", _MEASURES), ("analysis", _ANALYSIS))
_ABOUT_ITA = re.compile(r"\bITA\b|คุณธรรมและความโปร่งใส|Integrity and Transparency", re.IGNORECASE)
_OPENING = 12


@dataclass(frozen=True)
class Years:
    """The years that the document is about, and every mention."""

    assessed: int | None
    plan: int | None
    years: tuple[YearFact, ...]


def is_about_ita(outline: Outline) -> bool:
    """Whether the document speaks of the ITA at all."""
    return any(_ABOUT_ITA.search(passage.text) for passage in outline.passages)


def stated_kind(outline: Outline) -> Kind:
    """The kind that the first telling title names; unknown where none does."""
    opening = [passage for passage in outline.prose if passage.kind == "title"] or list(outline.prose[:_OPENING])
    for passage in [*opening, *(one for one in outline.prose if one.kind == "heading")]:
        for kind, pattern in _KINDS:
            if pattern.search(passage.text.replace("\n", " ")):
                return kind
    return "unknown"


def stands_out(passage: Passage) -> bool:
    """Whether a passage is a title or heading, or a line that is one in text without layout: numbered and short, or a fiscal year by itself."""
    if passage.kind != "paragraph":
        return passage.kind in ("title", "heading")
    return len(passage.text) <= _LONGEST_HEADING and _HEADING.match(passage.text) is not None


def years_of(outline: Outline, kind: Kind) -> Years:
    """The year assessed and the year of the plan: what most mentions say, titles counting more; one gives the other where only one is named."""
    facts = tuple(fact for passage in outline.passages if not is_source(passage) for fact in _facts(passage, kind))
    assessed, best_plan = _vote(facts, "assessed"), _best(_vote(facts, "plan"))
    if best_plan is not None and best_plan - 1 in assessed and kind in ("measures", "progress"):
        assessed[best_plan - 1] += 1
    best = _best(assessed)
    if best_plan is not None and (best is None or _gave_way(best, best_plan, assessed, facts)):
        best = best_plan - 1
    if best is not None and best_plan is not None and (best_plan < best or (best_plan == best and kind == "analysis")):
        best_plan = None
    return Years(best, best_plan, tuple(_settled(fact, best) for fact in facts))


def _gave_way(best: int, plan: int, assessed: Counter[int], facts: tuple[YearFact, ...]) -> bool:
    """Whether the year named most often is only compared with the one before the plan: earlier, and in no title or heading."""
    prominent = any(fact.year == best and fact.role == "assessed" and stands_out(fact.passage) for fact in facts)
    return best < plan - 1 and plan - 1 in assessed and not prominent


def _settled(fact: YearFact, assessed: int | None) -> YearFact:
    """Scores of an earlier year are a comparison, unless the words call them the result of the assessment itself."""
    if fact.role != "assessed" or assessed is None or fact.year >= assessed or fact.span is None:
        return fact
    clause = _CLAUSE.split(fact.passage.text[max(0, fact.span[0] - _FARTHEST) : fact.span[0]].replace("\n", " "))[-1]
    return fact if _RESULT.search(clause) else replace(fact, role="previous")


def _facts(passage: Passage, kind: Kind) -> Iterator[YearFact]:
    text = passage.text
    last = 0
    for match in _YEAR.finditer(text):
        number = int(match["year"])
        year = number if number > 2400 else number + _CHRISTIAN
        before = text[max(0, last, match.start() - _FARTHEST) : match.end("year") - 4]
        close = text[max(0, match.start() - _CLOSE) : match.start()]
        if _NOT_FISCAL.search(before) or _MONTH_BEFORE.search(close):
            continue
        line = max(0, text.rfind("\n", max(0, match.start() - _FARTHEST), match.start()))
        in_title = _IN_TITLE_OF_ITEM.search(text, line, match.start("year")) if match.start() - line < _FARTHEST else None
        role = "unclear" if in_title or _GOAL.search(close) else _role(before, kind, passage)
        yield YearFact(passage, year, role, span=(match.start("year"), match.end("year")))
        last = match.end()


def _role(before: str, kind: Kind, passage: Passage) -> YearRole:
    """The role whose word stands nearest before the year, in the same clause."""
    clause = _CLAUSE.split(before.replace("\n", " "))[-1]
    found = [(match.end(), role) for role, pattern in _ROLES for match in pattern.finditer(clause)]
    if found:
        return max(found)[1]
    if passage.kind in ("title", "margin") or _YEAR_ALONE.fullmatch(passage.text):
        return "plan" if kind in ("measures", "progress") else "assessed" if kind == "analysis" else "unclear"
    return "unclear"


def _vote(facts: tuple[YearFact, ...], role: YearRole) -> Counter[int]:
    votes: Counter[int] = Counter()
    for fact in facts:
        if fact.role == role:
            votes[fact.year] += _PROMINENT if stands_out(fact.passage) else 1
    return votes


def _best(votes: Counter[int]) -> int | None:
    return max(votes, key=lambda year: (votes[year], year)) if votes else None

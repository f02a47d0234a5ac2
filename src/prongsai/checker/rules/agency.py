"""Rules about the agency: its own name, its own type, its own district and province."""

import re
from collections.abc import Iterator

from prongsai.checker.fact import AgencyFact, Fact, PlaceFact, TypeFact
from prongsai.checker.rules.nearness import bare, one_letter_apart
from prongsai.checker.rules.rule import Finding, Inquiry
from prongsai.checker.rules.wording import is_source, where
from prongsai.thai import AGENCY_TYPES, AgencyName, AgencyType
from prongsai.words import Words

_SURE = 0.7
_BEFORE, _BEHIND, _LIST = 60, 40, 25
# Words near a name that say why another agency is named: a partner, a neighbour, an example, a superior, a place.
_NEIGHBOUR = re.compile(
    r"ร่วมกับ|ประสาน|ใกล้เคียง|ติดต่อกับ|ติดกับ|อาณาเขต|ทิศ(?:เหนือ|ใต้|ตะวันออก|ตะวันตก)|ดูงาน|เป็นตัวอย่าง|ตัวอย่างเช่น|ต้นแบบ|เช่น|ข้างเคียง|เทียบ|เปรียบเทียบ|หน่วยงานอื่น|อื่น ?ๆ|ระหว่าง"
    r"|เครือข่าย|วิทยากร|จาก(?:หน่วยงาน|สำนักงาน)|พนักงานสอบสวน|สำนักงานส่งเสริมการปกครอง|ก\.ท\.จ|ถนน|ซอย|โรงเรียน|โรงพยาบาล|ชมรม|สมาคม|สหกรณ์|ผู้ตรวจประเมิน|ที่ปรึกษา"
    r"|neighbou?r|together with|example|visit",
    re.IGNORECASE,
)
_NO_PLACE = re.compile(r"สูง|ต่ำ|กว่า|คะแนน|เป้าหมาย|ผลการ|การ|ความ|แห่งหนึ่ง|ทั้งหมด|เอง$")
_TYPES = re.compile("|".join(sorted((re.escape(kind.name.th) for kind in AGENCY_TYPES if kind.before_place), key=len, reverse=True)))
_PARTNER = re.compile(r"ร่วมกับ")
_OWNING = re.compile(r"(?:ของ|ให้|โดย|ภายใน|ที่|ว่า) ?$")
_GENERAL = re.compile(
    r"พระราชบัญญัติ|พ\.ร\.บ\.|พรบ|กฎหมาย|ระเบียบ|ประกาศ|กฎกระทรวง|หนังสือสั่งการ|กระทรวงมหาดไทย|คณะกรรมการ(?:กลาง)?พนักงาน|องค์กรปกครองส่วนท้องถิ่น|ท้องถิ่นอื่น|อปท"
    r"|อื่น ?ๆ|ใกล้เคียง|ดูงาน|เช่น|ประเภท|เป็นตัวอย่าง|ทั่วไป|สันนิบาต|สมาคม|มาตรฐานทั่วไป|\bact\b|\blaw\b",
    re.IGNORECASE,
)


def agency_mismatch(inquiry: Inquiry) -> Iterator[Finding]:
    """Another local agency's name in running text where this agency's should stand; each other name once, with how often."""
    own = inquiry.facts.agency
    if own is None or own.type is None or not own.type.before_place:
        return
    strangers: dict[str, list[AgencyFact]] = {}
    for fact in inquiry.facts.agencies:
        if _is_stranger(fact, own, own.type):
            strangers.setdefault(fact.name.full, []).append(fact)
    yield from (_stranger(found, own) for found in strangers.values())


def _is_stranger(fact: AgencyFact, own: AgencyName, kind: AgencyType) -> bool:
    name = fact.name
    if name.full == own.full or name.type is None or not (name.type.before_place and name.type.political_side) or fact.confidence < _SURE:
        return False
    if bare(name.place).startswith(bare(own.place)) and (name.type == kind or (name.type.unspecific and name.type.family == kind.family)):
        return False
    # A name that breaks off, at the end of a line or in a scan, is no other one.
    if own.full.startswith(name.full):
        return False
    return not _NEIGHBOUR.search(_near(fact)) and not _NO_PLACE.search(name.place) and not is_source(fact.passage)


def _near(fact: Fact) -> str:
    """The words around a statement, in its own line."""
    text = fact.passage.text
    start, end = fact.span or (0, len(text))
    line_start, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    return text[max(line_start, start - _BEFORE) : min(line_end if line_end >= 0 else len(text), end + _BEHIND)]


def _stranger(found: list[AgencyFact], own: AgencyName) -> Finding:
    fact, name = found[0], found[0].name
    typing = one_letter_apart(name.full, own.full) or (name.type == own.type and one_letter_apart(name.place, own.place))
    times = Words(f" ({len(found)} แห่ง)", f" ({len(found)} times)") if len(found) > 1 else Words("", "")
    if typing:
        message = Words(
            f"พิมพ์ชื่อหน่วยงานว่า “{name.full}” ต่างจาก “{own.full}” เพียงตัวเดียว{times.th}",
            f"the agency is written “{name.full}”, one letter away from “{own.full}”{times.en}",
        )
        misread = Words("อาจอ่านผิดหนึ่งตัวอักษร", "one letter may have been misread")
        return Finding(fact, message, _mend(own), severity="warning", misread=misread)
    message = Words(
        f"มีชื่อ “{name.full}” อยู่ในเอกสารของ “{own.full}”{times.th} อาจคัดลอกมาจากรายงานของหน่วยงานอื่น",
        f"“{name.full}” stands in a document of “{own.full}”{times.en}; the text may be copied from another agency's report",
    )
    return Finding(fact, message, _mend(own))


def _mend(own: AgencyName) -> Words:
    return Words(f"แก้เป็น “{own.full}” และตรวจว่าเนื้อหาเป็นของหน่วยงาน", f"write “{own.full}”, and see that the text is about this agency")


def agency_type(inquiry: Inquiry) -> Iterator[Finding]:
    """The text calls the agency by a type that it is not: the first place of each wrong type, with how often."""
    own = inquiry.facts.agency
    if own is None or own.type is None or not own.type.before_place or not own.type.political_side:
        return
    wrong: dict[str, list[TypeFact]] = {}
    for fact in inquiry.facts.types:
        if _is_about_own(fact) and not _fits(fact.type, own.type) and not _is_general(fact):
            wrong.setdefault(fact.type, []).append(fact)
    for name, found in wrong.items():
        places = Words(f" ({len(found)} แห่ง)", f" ({len(found)} times)") if len(found) > 1 else Words("", "")
        yield Finding(
            found[0],
            Words(f"เรียกหน่วยงานว่า “{name}”{places.th} แต่หน่วยงานนี้คือ{own.full}", f"the agency is called “{name}”{places.en}, but it is {own.full}"),
            Words(
                f"แก้เป็น “{own.type.name.th}” และตรวจว่าข้อความไม่ได้คัดลอกมาจากหน่วยงานอื่น",
                f"write “{own.type.name.th}”, and see whether the text was copied from another agency",
            ),
        )


def _is_general(fact: TypeFact) -> bool:
    """Whether the words around it speak of agencies in general, of another one, or of one that this one works with."""
    near = _near(fact)
    named = near.find(fact.passage.text[slice(*(fact.span or (0, 0)))])
    return bool(_GENERAL.search(near) or _PARTNER.search(near[: max(named, 0)]))


def _is_about_own(fact: TypeFact) -> bool:
    """Whether the word stands for the agency: surely read, shortened with ฯ as only a name given before is, or its owner (ของเทศบาล) in no list of types."""
    start, end = fact.span or (0, 0)
    text = fact.passage.text
    if is_source(fact.passage):
        return False
    if fact.confidence >= _SURE or text[start:end].rstrip().endswith("ฯ"):
        return True
    listed = _TYPES.search(text[max(0, start - _LIST) : start]) or _TYPES.search(text[end : end + _LIST])
    return bool(_OWNING.search(text[:start])) and not listed


def _fits(name: str, own: AgencyType) -> bool:
    """Whether a type word may stand for the agency: its own type, or the word of its family."""
    kind = next((one for one in AGENCY_TYPES if one.name.th == name), None)
    if kind is None or kind == own:
        return True
    return bool(own.family) and kind.family == own.family and (kind.unspecific or own.unspecific)


def place_mismatch(inquiry: Inquiry) -> Iterator[Finding]:
    """District or province of the agency change within the document: each other name once."""
    facts = inquiry.facts
    for kind, right in (("district", facts.district), ("province", facts.province)):
        if right is None:
            continue
        others = {fact.name: fact for fact in reversed(facts.places) if fact.kind == kind and _is_elsewhere(fact, right)}
        for name, fact in others.items():
            yield _elsewhere(fact, name, right, next(one for one in facts.places if one.kind == kind and one.name == right))


def _is_elsewhere(fact: PlaceFact, right: str) -> bool:
    one, other = bare(fact.name), bare(right)
    longer, shorter = sorted((one, other), key=len, reverse=True)
    return fact.confidence >= _SURE and not longer.startswith(shorter) and not _NEIGHBOUR.search(_near(fact)) and not _GENERAL.search(_near(fact))


def _elsewhere(fact: PlaceFact, name: str, right: str, first: PlaceFact) -> Finding:
    what = Words("อำเภอ", "district") if fact.kind == "district" else Words("จังหวัด", "province")
    place, typing = where(first), one_letter_apart(name, right)
    return Finding(
        fact,
        Words(
            f"ระบุ{what.th}{name} แต่ที่อื่นในเอกสารระบุ{what.th}{right} ({place.th})",
            f"the {what.en} is {name} here, but {right} elsewhere in the document ({place.en})",
        ),
        Words(f"ตรวจที่ตั้งของหน่วยงาน แล้วใช้{what.th}เดียวกันทุกแห่ง", f"see where the agency lies and name one {what.en} throughout"),
        severity="warning" if typing else None,
        misread=Words("อาจอ่านผิดหนึ่งตัวอักษร", "one letter may have been misread") if typing else None,
    )

"""Whose document it is: the agency with its type and place, other agencies named, and words of type that stand for it."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from prongsai.checker.fact import AgencyFact, PlaceFact, TypeFact
from prongsai.checker.outline import Outline, Passage, is_source
from prongsai.thai import AGENCY_TYPES, AgencyName, agency_type, parse_agency

_THAI = "[ก-ฺเ-๎]"
_COVER, _PROMINENT = 10, 3
_LONGEST_TITLE = 150
_LAW_BEFORE = 90
_FIRST_PASSAGES = 8
_SHORTEST_NAME, _LONGEST_NAME = 2, 24
_KINDS: tuple[Literal["district", "province"], ...] = ("district", "province")
# Words that begin what an agency does: a name that seems to start with one is none, and a name ends before one.
_VERBS = re.compile(
    "ได้|มี|ใน|จะ|ที่|ควร|เป็น|และ|ประจำ|อำเภอ|จังหวัด|ดำเนิน|เพื่อ|ตาม|ของ|หรือ|โดย|ให้|กับ|ทุก|จึง|ยัง|สามารถ|ต้อง|ปี|ส่วน|พบ|ถือ|ขอ|นี้|ทั้ง|แห่ง|ซึ่ง|อัน|ต่อ|แล้ว"
    "|พิจารณา|จัด|กำหนด|มาก|ทราบ|ประกาศ|เรื่อง|ฉบับ|รอบ|ณ|สูงกว่า|ต่ำกว่า|สูงขึ้น|เพิ่ม|ลดลง|ร่วม|รวม|เผยแพร่|นำ|ไม่|คือ|ว่า|อยู่|ดัง|เพราะ|กำลัง|เห็น|รับ|ขับเคลื่อน|ยก|แต่|เอง"
    "|แต่งตั้ง|ประชุม|ทำ|ใช้|ปรับ|ส่ง|เปิด|เข้า|ออก|ก่อน|หลัง|เท่านั้น|ทุจริต|ประชาชน|บุคลากร|เจ้าหน้าที่|เว็บไซต์|เฟซบุ๊ก|ผ่าน|พร้อม|เมื่อ|ตั้งแต่|เช่น|ภายใน|อื่น|ใกล้เคียง|ข้างเคียง|ตั้งเป้า|มุ่ง|สนับสนุน|เล็งเห็น|มอบหมาย|ติดตาม|ต่าง|หลาย|ทั่วไป|ดังกล่าว"
)
_LAW = re.compile(r"(?:พระราชบัญญัติ|พ\.ร\.บ\.|พรบ\.?|ระเบียบ|กฎหมาย|หลักเกณฑ์|ประกาศคณะกรรมการ)[^\n.;]{0,60}$")
_WORD = f"{_THAI}{{1,40}}"
_ADDRESS = re.compile(rf"(?:อำเภอ|เขต|(?<!{_THAI})อ\.) ?(?P<district>{_WORD})[ ,\n]{{0,3}}(?:จังหวัด|(?<!{_THAI})จ\.) ?(?P<province>{_WORD})")
_ENGLISH = re.compile(rf"(?<!{_THAI})(?P<district>{_WORD}) district,? (?P<province>{_WORD}) province", re.IGNORECASE)
_ALONE = re.compile(rf"(?:(?:อำเภอ|(?<!{_THAI})อ\.) ?(?P<district>{_WORD})|(?:จังหวัด|(?<!{_THAI})จ\.) ?(?P<province>{_WORD}))")


@dataclass(frozen=True, slots=True)
class _Seen:
    """A word of type, and the run of Thai letters behind it: `close` when nothing stands between."""

    type: str
    run: str
    close: bool
    passage: Passage
    start: int
    end: int


@dataclass(frozen=True)
class Identity:
    """What the document says about the agency it belongs to."""

    agency: AgencyName | None
    district: str | None
    province: str | None
    agencies: tuple[AgencyFact, ...]
    types: tuple[TypeFact, ...]
    places: tuple[PlaceFact, ...]


def identity_of(outline: Outline) -> Identity:
    """The agency is the full name that stands most often, what stands on the cover, in headings and margins counting more."""
    seen = [one for passage in outline.passages for one in _seen(passage)]
    own = _own(seen, outline)
    places = tuple(_places(outline))
    return Identity(
        agency=parse_agency(own[0] + own[1]) if own else None,
        district=_most(places, "district"),
        province=_most(places, "province"),
        agencies=tuple(_agencies(seen, own)),
        types=tuple(_types(seen, own)),
        places=places,
    )


def _seen(passage: Passage) -> Iterator[_Seen]:
    for match in _named().finditer(passage.text):
        kind = agency_type(match["type"])
        if kind is not None and not _LAW.search(passage.text[max(0, match.start() - _LAW_BEFORE) : match.start()]):
            yield _Seen(kind.name.th, match["run"] or "", not match["gap"], passage, match.start(), match.end())


def _own(seen: list[_Seen], outline: Outline) -> tuple[str, str] | None:
    """Type and place of the document's agency: of all exact names the one that weighs most, then the one that begins most runs.

    A run may be the name alone, or the name and what the agency does: both are candidates, the whole run only where it stands more than once. The first
    name on the cover weighs more than what sentences say, which compare with others.
    """
    covers = _covers(outline)
    named = [one for one in seen if not is_source(one.passage) and not _is_family(one.type)]
    first = next((id(one.passage) for one in named if id(one.passage) in covers), None)
    runs = Counter((one.type, one.run) for one in named)
    votes: Counter[tuple[str, str]] = Counter()
    for one in named:
        prominent = id(one.passage) in covers or one.passage.kind not in ("paragraph", "cell")
        weight = _COVER if id(one.passage) == first else _PROMINENT if prominent else 1
        for name in {_cut(one.run), one.run if runs[one.type, one.run] > 1 else ""}:
            if name and (one.close or prominent) and len(name) <= _LONGEST_NAME:
                votes[one.type, name] += weight
    if not votes:
        return None
    begins = {key: sum(one.type == key[0] and one.run.startswith(key[1]) for one in named) for key in votes}
    return max(votes, key=lambda key: (votes[key] + begins[key], len(key[1])))


def _covers(outline: Outline) -> set[int]:
    """Titles, and in texts without any the short lines at the start."""
    titles = {id(passage) for passage in outline.prose if passage.kind == "title"}
    return titles or {id(passage) for passage in outline.prose[:_FIRST_PASSAGES] if len(passage.text) <= _LONGEST_TITLE}


def _is_family(kind: str) -> bool:
    """Whether the word is only that of a family (เทศบาล): what follows it is no name."""
    found = agency_type(kind)
    return found is None or found.unspecific


def _cut(run: str) -> str:
    """The run up to the first word that begins a predicate; empty where it starts with one."""
    match = _VERBS.search(run)
    return run[: match.start()] if match and (match.start() == 0 or match.start() >= _SHORTEST_NAME) else run


def _agencies(seen: list[_Seen], own: tuple[str, str] | None) -> Iterator[AgencyFact]:
    """Names that are the agency's own, and names of others: whole ones of a specific type, closely written, outside of lists of sources."""
    for one in seen:
        if own and one.run.startswith(own[1]):
            span = (one.start, one.end - len(one.run) + len(own[1]))
            yield AgencyFact(one.passage, parse_agency(one.type + own[1]), own=one.type == own[0], span=span)
        elif name := _other_name(one):
            span = (one.start, one.end - len(one.run) + len(name))
            yield AgencyFact(one.passage, parse_agency(one.type + name), own=False, span=span, confidence=0.8)


def _other_name(one: _Seen) -> str:
    """The name of another agency behind a word of type; empty where the word stands for an agency without its name."""
    kind = agency_type(one.type)
    if kind is None or kind.unspecific or not one.close or is_source(one.passage):
        return ""
    name = _cut(one.run)
    return name if len(name) <= _LONGEST_NAME else ""


def _types(seen: list[_Seen], own: tuple[str, str] | None) -> Iterator[TypeFact]:
    """Words of type without a name; in a passage that lists several types they are about agencies in general, and less sure."""
    listed = Counter(id(one.passage) for one in {(one.type, id(one.passage)): one for one in seen}.values())
    for one in seen:
        own_name = own is not None and one.run.startswith(own[1])
        kind = agency_type(one.type)
        if kind is not None and kind.before_place and not own_name and not _other_name(one) and not is_source(one.passage):
            confidence = 0.9 if listed[id(one.passage)] == 1 else 0.4
            yield TypeFact(one.passage, one.type, span=(one.start, one.end - len(one.run)), confidence=confidence)


def _places(outline: Outline) -> Iterator[PlaceFact]:
    """Districts and provinces of whole addresses; on the cover and in margins also where one stands alone."""
    for passage in outline.passages:
        whole = [*_ADDRESS.finditer(passage.text), *_ENGLISH.finditer(passage.text)]
        prominent = passage.kind in ("title", "margin", "heading")
        for match in whole or (list(_ALONE.finditer(passage.text)) if prominent else []):
            for kind in _KINDS:
                name = _cut(match[kind] or "")
                if name:
                    start = match.start(kind)
                    yield PlaceFact(passage, kind, name, span=(start, start + len(name)))


def _most(places: tuple[PlaceFact, ...], kind: str) -> str | None:
    votes = Counter(place.name for place in places if place.kind == kind)
    return votes.most_common(1)[0][0] if votes else None


@cache
def _named() -> re.Pattern[str]:
    kinds = [kind for kind in AGENCY_TYPES if kind.before_place and kind.political_side]
    names = sorted((kind.name.th for kind in kinds), key=len, reverse=True)
    dotted = [re.escape(kind.short.rstrip(".")).replace("อบ", r"อ\.?บ\.?") + r"\." for kind in kinds if kind.short]
    # Two letters and a dot end other words too; three do not.
    short = [word if "บ" in word else rf"(?<!{_THAI}){word}" for word in dotted]
    long = [rf"(?<!{_THAI})มหาวิทยาลัย", rf"(?<!{_THAI})กรม(?={_THAI}{{3}})"]
    return re.compile(rf"(?P<type>{'|'.join([*names, *short, *long])})(?:ฯ)?(?P<gap>[ \n]?)(?P<run>{_THAI}{{1,80}})?")

"""Whose score a figure, a heading or a row of a table is: the node that the words before it name."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from prongsai.checker.nodes import Mention, Names, mentions

_TITLE_FOLLOWS = re.compile(r"(?:^|[\s“\"'‘(:/.,;)\-–\d>]|ด้าน|คือ|ตัวชี้วัด|และ|เรื่อง|ได้แก่|แก่|หัวข้อ|เป็น|ส่วน|กับ|หรือ)$")
_TITLE_ENDS = re.compile(r"$|[\s(:,;)\"”'’\d/–\-.]|ได้|มี|คะแนน|ที่|เป็น|ซึ่ง|โดย|เท่า|อยู่|ลด|เพิ่ม|และ|สูง|ต่ำ|จาก")
_FIRM_TITLE = re.compile(r"\s*(?:\(?\d{1,2}[.)]\s*)+|ตัวชี้วัด\s*(?:ด้าน|เรื่อง)?\s*$")
_CITED = re.compile(r"(?:อ้าง(?:อิง|ถึง)|อาศัย|เชื่อมโยง|ตาม(?:ข้อ|รายการ)?|refers? to|leans on)[^)\n]{0,60}$", re.IGNORECASE)
_JOINED_TO_TOTAL = re.compile(r"[\s,():]*(?:มี|ได้|ได้รับ|โดย|มีผล|ผล|ซึ่ง|ของ|ใน|มีค่า|พบว่า)*[\s(]*", re.IGNORECASE)
_AVERAGE = re.compile(r"เฉลี่ย(?!รวม)|average|mean", re.IGNORECASE)
_WHOLE_BEHIND = re.compile(r"\s*(?:ของ|จาก|รวม)?\s*(?:ทุก|ทั้ง ?(?:3|สาม) ?)(?:เครื่องมือ|แบบวัด)", re.IGNORECASE)
_BARE_SUM = re.compile(r"(?:ผล)?รวม(?:ทั้งหมด|ทั้งสิ้น|คะแนน|ทุกเครื่องมือ|ทุกตัวชี้วัด)?|คะแนน ?ITA|ผลการประเมิน ?ITA|ITA|total|overall|sum", re.IGNORECASE)
_PASS_MARK = re.compile(r"(?:ค่า)?เป้าหมาย|เกณฑ์(?:การ)?ผ่าน|target|pass mark", re.IGNORECASE)
_BARE_AVERAGE = re.compile(r"(?:ค่า|คะแนน)?เฉลี่ย|average|mean", re.IGNORECASE)
_LIST_NUMBER = re.compile(r"^[\s•*·-]*(?:\(?\d{1,2}(?:\.\d{1,2})*[.)]?)?\s*")
_FARTHEST = {"number": 250, "code": 400, "word": 130, "title": 45}
_FARTHEST_LABEL = {"number": 60, "code": 30, "word": 40, "title": 30}
_TO_ITEM = re.compile(r"[\s:,()/–-]*(?:ข้อ(?:ที่|คำถาม)?|items?)?[\s:]*", re.IGNORECASE)
_PARTS = ("EIT-1", "EIT-2")
_INSTRUMENTS = ("IIT", "EIT", "OIT")


def named_in(text: str, names: Names) -> tuple[Mention, ...]:
    """The mentions of a sentence that can be the subject of a figure: no titles inside other words, no items that are only cited."""
    return _named_in(text, names.year)


@lru_cache(maxsize=1024)
def _named_in(text: str, year: int) -> tuple[Mention, ...]:
    found = mentions(text, Names.of(year))
    return tuple(mention for mention in _parted(text, found) if _can_be_subject(text, mention)) if found else ()


def subject_of(text: str, named: Sequence[Mention], at: int, names: Names) -> tuple[str, float] | None:
    """The node that a figure at `at` belongs to, of the mentions since the figure before it, with a confidence; None where several could be meant."""
    last = named[-1]
    firm = last.by == "title" and bool(_FIRM_TITLE.fullmatch(text, 0, last.start) or _FIRM_TITLE.search(text, max(0, last.start - 20), last.start))
    if at - last.end > (_FARTHEST["number"] if firm else _FARTHEST[last.by]):
        return None
    specific = [mention for mention in named[:-1] if mention.node not in ("total", last.node)]
    whole = len(named) > 1 and named[-2].node == "total"
    if last.by == "title":
        return _of_title(last, specific)
    if last.node == "total":
        return _of_total(text, last, specific, whole=whole)
    if last.by == "word" and specific:
        return _of_instrument(last, specific, names)
    return last.node, 0.95


def label_of(text: str, names: Names) -> tuple[str, float] | None:
    """The one node that a heading or a cell stands for, with a confidence; a list number before it does not count."""
    text = text.replace("\n", " ")
    found = [mention for mention in _parted(text, mentions(text, names)) if mention.start <= _FARTHEST_LABEL[mention.by]]
    nodes = [mention for mention in found if mention.node != "total"]
    if not nodes:
        return _sum_label(text, found)
    instruments = {mention.node for mention in nodes if mention.by == "word"}
    numbers = {mention.node for mention in nodes if mention.by == "number"}
    if len(numbers) > 1:
        return (next(iter(instruments)), 0.9) if len(instruments) == 1 else None
    first = min(nodes, key=lambda mention: (("number", "code", "title", "word").index(mention.by), mention.start))
    if first.by == "word":
        narrow = {_narrowest(instruments)}
        return (next(iter(narrow)), 0.95) if len({one.partition("-")[0] for one in instruments}) == 1 else None
    if first.by == "code" and len({mention.node for mention in nodes if mention.by == "code" and mention.start < first.end + 12}) > 1:
        return None
    if first.by == "title" and not _begins_label(text, first):
        return None
    return first.node, 0.95


def with_part(node: str, part: str | None) -> str:
    """An EIT item with the part that the words around it speak of; any other node as it is."""
    return f"{part}/{node}" if part and node[:1] == "e" and node[1:].isdigit() else node


def one_instrument(found: Iterable[str], names: Names) -> str | None:
    """The instrument that all nodes belong to; None for none or several."""
    instruments = {names.instrument_of(node) if node not in _INSTRUMENTS else node for node in found if node != "total"}
    return next(iter(instruments)) if len(instruments) == 1 else None


def _parted(text: str, found: Sequence[Mention]) -> Iterator[Mention]:
    """The mentions, an EIT item behind the name of its part as one ("EIT part 2 item e3")."""
    part: Mention | None = None
    for mention in found:
        if part is not None and mention.node[0] == "e" and _TO_ITEM.fullmatch(text, part.end, mention.start):
            mention, part = replace(mention, node=f"{part.node}/{mention.node}", start=part.start), None
        if part is not None:
            yield part
        part = mention if mention.node in _PARTS else None
        if part is None:
            yield mention
    if part is not None:
        yield part


def _can_be_subject(text: str, mention: Mention) -> bool:
    before = text[max(0, mention.start - 80) : mention.start]
    if mention.by == "code":
        return not _CITED.search(before)
    if mention.by != "title":
        return True
    return bool(_TITLE_FOLLOWS.search(before)) and bool(_TITLE_ENDS.match(text, mention.end))


def _of_title(last: Mention, specific: list[Mention]) -> tuple[str, float] | None:
    """A bare title close to its figure; inside the wording of an item the item is meant, and beside another number neither is sure."""
    firm = [mention for mention in specific if mention.by in ("number", "code")]
    if firm and firm[-1].by == "code":
        return firm[-1].node, 0.8
    return None if firm else (last.node, 0.85)


def _of_total(text: str, last: Mention, specific: list[Mention], *, whole: bool) -> tuple[str, float] | None:
    """The total, unless the words before it say whose total or mean it is ("IIT มีคะแนนรวม …")."""
    average = bool(_AVERAGE.search(text, max(0, last.start - 10), last.end))
    if specific and len({mention.node for mention in specific}) == 1:
        own = specific[-1]
        if _JOINED_TO_TOTAL.fullmatch(text, own.end, last.start) or (average and last.start - own.end < 40):
            return own.node, 0.8
    if average:
        return ("total", 0.8) if whole or _WHOLE_BEHIND.match(text, last.end) else None
    return "total", 0.9


def _of_instrument(last: Mention, specific: list[Mention], names: Names) -> tuple[str, float] | None:
    """The instrument, unless an indicator of it stands just before ("ตัวชี้วัดที่ 6 … ตามแบบวัด EIT")."""
    own = [mention for mention in specific if mention.by in ("number", "code", "title") and names.instrument_of(mention.node) == last.node.partition("-")[0]]
    if own and last.start - own[-1].end < 60:
        return (own[-1].node, 0.7) if "-" not in last.node else None
    return last.node, 0.9


def _sum_label(text: str, found: list[Mention]) -> tuple[str, float] | None:
    bare = _LIST_NUMBER.sub("", text).strip(" :=()")
    if _PASS_MARK.fullmatch(bare):
        return "total", 0.9
    if _BARE_SUM.fullmatch(bare):
        return "total", 0.7
    if _BARE_AVERAGE.fullmatch(bare):
        return "total", 0.4
    if found and found[0].start <= 12 and len(text) <= 80:
        return "total", 0.4 if _AVERAGE.search(text) else 0.95
    return None


def _begins_label(text: str, mention: Mention) -> bool:
    """Whether a bare title begins a cell (behind a number or the word for indicator), or fills most of it."""
    lead = _LIST_NUMBER.sub("", text[: mention.start]).strip(" :.–-")
    return lead in ("", "ด้าน", "ตัวชี้วัด", "ตัวชี้วัดที่", "หัวข้อ") and bool(_TITLE_ENDS.match(text, mention.end))


def _narrowest(instruments: set[str]) -> str:
    return max(instruments, key=len)

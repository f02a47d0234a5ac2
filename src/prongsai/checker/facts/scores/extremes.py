"""Claims of highest and lowest scores, in sentences and in rows of tables."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from prongsai.checker.fact import End, ExtremeFact
from prongsai.checker.facts.scores.cells import score_cell
from prongsai.checker.facts.scores.figures import Figure, figures
from prongsai.checker.facts.scores.sentences import Setting, sentences
from prongsai.checker.facts.scores.subjects import label_of, named_in, with_part
from prongsai.checker.facts.scores.years import year_marks, year_of_figure
from prongsai.checker.nodes import Mention, Names
from prongsai.checker.outline import Passage

_SCORE = r"(?:ผล|ระดับ|ค่า)?คะแนน(?:เฉลี่ย|ประเมิน|การประเมิน|ผลการประเมิน|รายตัวชี้วัด|ตัวชี้วัด|ที่ได้)?\s*(?:ที่|อยู่ใน(?:ระดับ)?)?\s*|ผลการประเมิน(?:ที่)?\s*"
_LIST = r"\s*(?:ได้แก่|คือ|:)"
CLAIM = re.compile(
    rf"(?P<highest>(?:{_SCORE})(?:สูง|มาก)\s*(?:ที่)?สุด|(?<![ก-๎])สูงสุด(?={_LIST})|จุดแข็งที่สุด|\bhighest(?:[ -]scor(?:e|ing))?|\bstrongest)"
    rf"|(?P<lowest>(?:{_SCORE})(?:ต่ำ|น้อย)\s*(?:ที่)?สุด|(?<![ก-๎])ต่ำสุด(?={_LIST})|จุด(?:ที่ต้องปรับปรุง|อ่อน)ที่สุด|\blowest(?:[ -]scor(?:e|ing))?|\bweakest)",
    re.IGNORECASE,
)
_SUPERLATIVE = re.compile(r"สุด|est\b", re.IGNORECASE)
_RANKED = re.compile(r"\s*(?:\(?\d{1,2}|สอง|สาม|สี่|ห้า|ลำดับ|อันดับ|ไม่เกิน|เท่าที่|ที่(?:จะ|ควร)|possible|level|\d)|\s*(?:\d+\s*)?(?:ลำดับ|อันดับ)", re.IGNORECASE)
_VALUE_FOLLOWS = re.compile(r"\s*(?:คือ|เท่ากับ|อยู่ที่|ที่|=|:|\()*\s*\d{1,3}\.\d")
_NAMES_BEHIND = re.compile(
    r"\s*(?:(?:ของ|ใน|ด้าน|ตาม|สำหรับ|of|in|among)[^\n]{0,90}?)?\s*"
    r"(?:คือ|ได้แก่|เป็นของ|อยู่ที่|ใน|:|=|\bis(?: that of)?|\bwas(?: that of)?|\bthat of|\bbeing|,)\s*(?:ด้าน|(?:ตัวชี้วัด|ประเด็น|หัวข้อ)(?:ด้าน|เรื่อง)?|the )?\s*[\"“']?\s*$",
    re.IGNORECASE,
)
_FARTHEST_BEHIND = 110
_FARTHEST_FIGURE = 40
_WINDOW = 400
_OWN_VERB = re.compile(r"(?:มี|ได้|ได้รับ|เป็น|ซึ่งมี|โดยมี|has|had|got|with|scored|is|was|the|as|its|a)\s*(?:the )?\s*$", re.IGNORECASE)
_FARTHEST_BEFORE = 90
_BREAKS = re.compile(r"ส่วน|ขณะที่|รองลงมา|แต่(?!ละ)|ควรพัฒนา|ปรับปรุง|while|whereas|but", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,|และ|กับ|and|,\s*and|รวมถึง|\((?:\d{1,3}\.\d{1,2})[^)]{0,12}\)|(?:ได้|คะแนน|เท่ากับ|ที่|\d{1,3}\.\d{1,2}|\s))*\s*", re.IGNORECASE)
_OF_ALL = re.compile(r"ทุก(?:ตัวชี้วัด|เครื่องมือ)|ทั้งหมด|ทั้ง \d+ ตัวชี้วัด|จาก \d+ ตัวชี้วัด|of all|ในภาพรวม", re.IGNORECASE)
_OF_ITEMS = re.compile(r"(?:ข้อ(?:คำถาม)?|ประเด็น|รายข้อ|หัวข้อ|items?|questions?)[^\n]{0,25}$", re.IGNORECASE)
_SCOPE_BEHIND = re.compile(r"\s*(?:ใน|ของ|ตาม|จาก|among|of|in)")
_OPENERS = ("\u00a0", " ", "\t", "\n", "(")
_INSTRUMENTS = ("IIT", "EIT", "OIT", "EIT-1", "EIT-2")
_SURE, _UNSCOPED, _UNSURE = 0.95, 0.75, 0.4


@dataclass(frozen=True, slots=True)
class _Claim:
    end: End
    start: int
    stop: int


@dataclass(frozen=True)
class _Sentence:
    """A sentence with the nodes it names and its figures, both in order."""

    text: str
    named: tuple[Mention, ...]

    @classmethod
    def of(cls, text: str, names: Names) -> "_Sentence":
        return cls(text, tuple(mention for mention in named_in(text, names) if mention.node != "total"))

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """The figures that are scores or may be."""
        return tuple(figure for figure in figures(self.text) if figure.role in ("score", "bare"))

    def near(self, claim: _Claim) -> list[Mention]:
        """The nodes that a claim can be about or limited to."""
        first = bisect_left(self.named, claim.start - _WINDOW, key=lambda mention: mention.start)
        return list(self.named[first : bisect_right(self.named, claim.stop + _WINDOW, key=lambda mention: mention.start)])

    def figure_behind(self, end: int) -> Decimal | None:
        """The first figure close behind a place."""
        place = bisect_left(self.figures, end, key=lambda figure: figure.start)
        near = self.figures[place : place + 1]
        return near[0].value if near and near[0].start - end <= _FARTHEST_FIGURE else None


def extremes_in(passage: Passage, setting: Setting) -> Iterator[ExtremeFact]:
    """The claims that the sentences of a passage make of single nodes; claims of the first three, or of no node, are left out."""
    if not _SUPERLATIVE.search(passage.text) or not CLAIM.search(passage.text):
        return
    for offset, text in sentences(passage.text):
        sentence: _Sentence | None = None
        for match in CLAIM.finditer(text):
            if not _RANKED.match(text, match.end()) or _VALUE_FOLLOWS.match(text, match.end()):
                sentence = sentence or _Sentence.of(text, setting.names)
                claim = _Claim("highest" if match["highest"] else "lowest", match.start(), match.end())
                yield from _read(passage, setting, sentence, claim, offset=offset)


def states_extremes(row: Sequence[Passage]) -> bool:
    """Whether a row of a table says what the highest or lowest score is: the claim with its figure behind it."""
    cells = list({id(cell): cell for cell in row if cell}.values())
    return any(CLAIM.fullmatch(cell.text.strip()) and any(score_cell(other.text) for other in cells[place + 1 : place + 3]) for place, cell in enumerate(cells))


def extremes_in_row(row: Sequence[Passage], setting: Setting, among: str | None, *, of_indicators: bool) -> Iterator[ExtremeFact]:
    """The claims of a row such as "highest | 99.31 | lowest | 69.00"; only a node stands for itself where the table is not one of indicators."""
    cells = list({id(cell): cell for cell in row if cell}.values())
    for place, cell in enumerate(cells):
        claim = CLAIM.fullmatch(cell.text.strip())
        behind = cells[place + 1 : place + 3]
        figure = next((other for other in behind if score_cell(other.text)), None)
        label = next((found for other in behind if other is not figure and (found := label_of(other.text, setting.names))), None)
        number = score_cell(figure.text) if figure else None
        if claim is None or figure is None or number is None or (label is None and not of_indicators):
            continue
        end: End = "highest" if claim["highest"] else "lowest"
        node = label[0] if label else None
        sure = 0.9 if number.exact else 0.5
        yield ExtremeFact(figure, end, node, number.value, among, setting.year, span=(number.start, number.end), confidence=sure)


def _read(passage: Passage, setting: Setting, sentence: _Sentence, claim: _Claim, *, offset: int) -> Iterator[ExtremeFact]:
    text, named = sentence.text, sentence.near(claim)
    behind = _behind(text, named, claim)
    told = behind or _before(text, named, claim)
    if not told:
        if setting.table and setting.scope.node and CLAIM.fullmatch(text.strip()):
            yield ExtremeFact(passage, claim.end, setting.scope.node, None, setting.scope.instrument, setting.year, span=(0, len(text)), confidence=_UNSCOPED)
        return
    among, certain = _among(text, named, claim, told=told, setting=setting)
    year = _year(text, claim, setting)
    nodes = [with_part(mention.node, setting.scope.part) for mention in told]
    for mention, node in zip(told, nodes, strict=True):
        beside = tuple(other for other in nodes if other != node)
        value = sentence.figure_behind(mention.end)
        span = (offset + min(mention.start, claim.start), offset + max(mention.end, claim.stop))
        yield ExtremeFact(passage, claim.end, node, value, among, year, beside, span=span, confidence=_UNSURE if beside else certain)


def _behind(text: str, named: list[Mention], claim: _Claim) -> list[Mention]:
    """The nodes named behind a claim ("คะแนนสูงสุด คือ …"), several where "and" joins them."""
    later = [mention for mention in named if mention.start >= claim.stop]
    first = next((mention for mention in later if _NAMES_BEHIND.fullmatch(text, claim.stop, mention.start)), None)
    if first is None or first.start - claim.stop > _FARTHEST_BEHIND:
        bracket = later[0] if later and re.fullmatch(r"\s*(?:คือ|เท่ากับ|ที่|:)?\s*\d{1,3}\.\d{1,2}\s*(?:คะแนน)?\s*\(", text[claim.stop : later[0].start]) else None
        return [bracket] if bracket else []
    told = [first]
    for mention in later[later.index(first) + 1 :]:
        between = text[told[-1].end : mention.start]
        if not _AND.fullmatch(between) or CLAIM.search(between):
            break
        told.append(mention)
    return told


def _before(text: str, named: list[Mention], claim: _Claim) -> list[Mention]:
    """The node that a claim is said of ("ตัวชี้วัดที่ 3 … มีคะแนนสูงสุด")."""
    if not _OWN_VERB.search(text, max(0, claim.start - _WINDOW), claim.start) and text[claim.start - 1 : claim.start] not in _OPENERS:
        return []
    earlier = [mention for mention in named if mention.end <= claim.start]
    specific = [mention for mention in earlier if mention.node not in _INSTRUMENTS] or earlier
    if not specific or claim.start - specific[-1].end > _FARTHEST_BEFORE:
        return []
    between = text[specific[-1].end : claim.start]
    if _BREAKS.search(between) or CLAIM.search(between) or not _OWN_VERB.search(between) or re.search(r"ที่(?:มี|ได้|ได้รับ)\s*$", between):
        return []
    told = [specific[-1]]
    for mention in reversed(specific[:-1]):
        if not _AND.fullmatch(text, mention.end, told[0].start):
            break
        told.insert(0, mention)
    return told


def _among(text: str, named: list[Mention], claim: _Claim, *, told: list[Mention], setting: Setting) -> tuple[str | None, float]:
    """The instrument that a claim is limited to, with the confidence of the claim."""
    if any(mention.node in _INSTRUMENTS for mention in told):
        return None, _SURE
    if _OF_ALL.search(text, claim.start, claim.stop + 60):
        return None, _SURE
    words = [mention for mention in named if mention.node in _INSTRUMENTS]
    behind = [mention for mention in words if 0 <= mention.start - claim.stop <= _FARTHEST_BEHIND and _SCOPE_BEHIND.match(text, claim.stop)]
    before = [mention for mention in words if 0 <= claim.start - mention.end <= 2 * _FARTHEST_BEFORE]
    near = behind or before[-1:]
    if near:
        return near[0].node.partition("-")[0], _SURE
    if setting.scope.instrument:
        return setting.scope.instrument, _SURE
    items = any(mention.by == "code" for mention in told) or _OF_ITEMS.search(text, max(0, claim.start - _WINDOW), claim.start) is not None
    return _of_items(told, setting.names) if items else (None, _UNSCOPED)


def _of_items(told: list[Mention], names: Names) -> tuple[str | None, float]:
    """A claim about items: the items of one instrument, where items are named at all."""
    if not all(mention.by == "code" for mention in told):
        return None, _UNSURE
    return names.instrument_of(told[0].node), _UNSCOPED


def _year(text: str, claim: _Claim, setting: Setting) -> int | None:
    mark = year_of_figure(text, (claim.start, claim.stop), year_marks(text, setting.assessed), since=0)
    if mark is None or mark.year is None or (setting.assessed and mark.year > setting.assessed):
        return setting.year
    return mark.year

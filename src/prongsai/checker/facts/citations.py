"""Indicators and items that a document cites: with which title, which without points, and what its parts are called."""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import pairwise

from prongsai.checker.fact import CitedFact, LostFact, PartFact, TitleFact
from prongsai.checker.facts.years import stands_out
from prongsai.checker.nodes import Mention, Names, mentions
from prongsai.checker.outline import Grid, Outline, Passage
from prongsai.files import parse_yaml

_NO_POINTS = re.compile(r"ไม่ได้(?:รับ)?คะแนน|ไม่มีคะแนน|ไม่ผ่านการประเมิน|(?:ได้|คะแนน) ?0(?:\.00)? ?คะแนน|got no points|without points|no points", re.IGNORECASE)
_ALL_POINTS = re.compile(
    r"(?:ไม่มี(?:ข้อ|รายการ)[^\n]{0,25}|ไม่พบ[^\n]{0,25})ไม่ได้(?:รับ)?คะแนน|ได้(?:รับ)?คะแนน(?:เต็ม|ครบ)ทุกข้อ"
    r"|ทุกข้อ(?:ได้|มี)(?:รับ)?คะแนน|every (?:disclosure )?items? got points",
    re.IGNORECASE,
)
_EARLIER = re.compile(r"ปีก่อน|ปีที่ผ่านมา|ปีที่แล้ว|สองปี|last year|both years", re.IGNORECASE)
_AT_START = re.compile(r"(?:[-•*]|\(?\d{1,2}[.)])? ?(?:ข้อ(?:ที่)? ?|item )?", re.IGNORECASE)
# Lines of a cell that a PDF runs together: …บนเว็บไซต์ข้อ o7 ข่าวประชาสัมพันธ์.
_ITEM_BEFORE = re.compile(r"(?<=[ก-๎])ข้อ(?:ที่)? ?$")
_TITLE_END = re.compile(r"\n|[.;]|  |(?:หน่วยงาน|จึง)?ควร|พบว่า|ดังนี้|ประเด็น|(?<=[ก-๎]) (?=\()|\(|\d{2}\.\d{2}")
_CODE_ALONE = re.compile(r"(?:ข้อ(?:ที่)? ?)?[oO] ?(\d{1,2})")
_NUMBER_ALONE = re.compile(r"(?P<word>ตัวชี้วัด(?:ที่)? ?)?(?P<number>\d{1,2})\.?")
_ANNOUNCES = re.compile(r"ตัวชี้วัด(?!ความสำเร็จ)|indicator", re.IGNORECASE)
_SCORE = re.compile(r"^\d{1,3}\.\d\d$")
_INDICATORS = 10
_LONGEST_TITLE = 140
_SHORTEST_TITLE = 6
_SHORT_PARAGRAPH = 90


def titles_of(outline: Outline, names: Names) -> Iterator[TitleFact]:
    """Titles printed with numbers of indicators and with codes of items, behind them or in the next column."""
    for grid in outline.grids:
        yield from _titles_beside(grid, names)
    for passage in outline.passages:
        for mention in mentions(passage.text, names):
            if mention.by == "number" and mention.title:
                yield TitleFact(passage, mention.node, mention.title, span=(mention.start, mention.end))
            elif mention.by == "code" and (title := _title_behind(passage, mention)):
                yield TitleFact(passage, mention.node, title, span=(mention.start, mention.end + 1 + len(title)), confidence=0.9)


def _titles_beside(grid: Grid, names: Names) -> Iterator[TitleFact]:
    """Number or code in one column and its title in the next."""
    heads = grid.heads
    for row in grid.body:
        for place, (code, title) in enumerate(pairwise(row)):
            node = _alone(code.text, heads[place] if heads else "")
            if not node or code is title or _SCORE.search(title.text):
                continue
            known = names.titled(title.text)
            if node[0] == "o" and len(title.text) >= _SHORTEST_TITLE and not _alone(title.text, ""):
                yield TitleFact(title, node, title.text.split("\n")[0][:_LONGEST_TITLE], confidence=0.9)
            elif known is not None and node[0] != "o":
                yield TitleFact(title, node, title.text[: known[1]], span=(0, known[1]), confidence=0.9)


def _alone(text: str, head: str) -> str:
    """The node that a cell holds and nothing else: a code, or a number under a head that announces indicators and no ranks or counts."""
    if match := _CODE_ALONE.fullmatch(text):
        return f"o{int(match[1])}"
    match = _NUMBER_ALONE.fullmatch(text)
    if match and 1 <= int(match["number"]) <= _INDICATORS and (match["word"] or _ANNOUNCES.search(head)):
        return str(int(match["number"]))
    return ""


def _title_behind(passage: Passage, mention: Mention) -> str:
    """What stands behind a code that begins a line, up to the end of the title; nothing where the code is cited inside a sentence."""
    line_start = passage.text.rfind("\n", 0, mention.start) + 1
    joined = passage.kind == "cell" and _ITEM_BEFORE.search(passage.text, line_start, mention.start)
    if not joined and not _AT_START.fullmatch(passage.text, line_start, mention.start):
        return ""
    behind = passage.text[mention.end : mention.end + _LONGEST_TITLE].lstrip(" :.)-–")
    end = _TITLE_END.search(behind)
    title = (behind[: end.start()] if end else behind).strip()
    return title if len(title) >= _SHORTEST_TITLE else ""


def cited_of(outline: Outline, names: Names) -> Iterator[CitedFact]:
    """Every indicator by number and item by code, wherever it is named."""
    for passage in outline.passages:
        for mention in mentions(passage.text, names):
            if mention.by in ("number", "code"):
                yield CitedFact(passage, mention.node, span=(mention.start, mention.end))


def lost_of(outline: Outline, names: Names) -> tuple[LostFact, ...] | None:
    """Disclosure items that the document says got no points; empty when it says that all did, None when it says nothing."""
    found = {fact.code: fact for fact in reversed(list(_lost(outline, names)))}
    if found:
        return tuple(found[code] for code in sorted(found, key=lambda code: int(code[1:])))
    return () if any(_ALL_POINTS.search(passage.text) for passage in outline.passages) else None


def _lost(outline: Outline, names: Names) -> Iterator[LostFact]:
    listing = False
    for part in outline.parts:
        if isinstance(part, Grid):
            if listing or _speaks_of_lost(part.before) or _NO_POINTS.search(" ".join(part.heads)):
                yield from _lost_in(part, names)
            listing = False
            continue
        codes = [mention for mention in mentions(part.text, names) if mention.by == "code" and mention.node[0] == "o"]
        statement = _NO_POINTS.search(part.text) if _speaks_of_lost(part) else None
        if statement is not None:
            behind = [mention for mention in codes if mention.start > statement.end()]
            yield from (LostFact(part, mention.node, span=(mention.start, mention.end)) for mention in behind)
            listing = not behind
        elif part.kind == "heading" and not codes:
            listing = False
        elif listing and codes and _AT_START.fullmatch(part.text, 0, codes[0].start):
            yield LostFact(part, codes[0].node, span=(codes[0].start, codes[0].end))


def _speaks_of_lost(passage: Passage) -> bool:
    """Whether it announces items without points: of this year, and not that there are none."""
    text = passage.text
    return bool(_NO_POINTS.search(text)) and not _ALL_POINTS.search(text) and not _EARLIER.search(text)


def _lost_in(grid: Grid, names: Names) -> Iterator[LostFact]:
    """The codes that begin a cell of the first two columns."""
    for row in grid.body:
        for cell in dict.fromkeys(row[:2]):
            first = next((mention for mention in mentions(cell.text, names) if mention.by == "code"), None)
            if first is not None and first.node[0] == "o" and _AT_START.fullmatch(cell.text, 0, first.start):
                yield LostFact(cell, first.node, span=(first.start, first.end))
                break


def parts_of(outline: Outline) -> Iterator[PartFact]:
    """The parts that headings, short paragraphs and heads of tables name; empty where the next heading follows at once."""
    parts = outline.parts
    for place, part in enumerate(parts):
        if isinstance(part, Grid):
            cell = part.rows[0][0] if part.rows else Passage("")
            yield from (PartFact(cell, name, empty=not part.body) for name in dict.fromkeys(map(_part_named, part.heads)) if name)
        elif part.kind in ("heading", "title") or len(part.text) <= _SHORT_PARAGRAPH:
            name = _part_named(part.text)
            if name:
                yield PartFact(part, name, empty=_is_empty(parts, place))


def _is_empty(parts: tuple[Passage | Grid, ...], place: int) -> bool:
    """Whether a heading is followed by the next at once, or by nothing; of lines that only look like headings one alone, for several are a list."""
    own, after = parts[place], parts[place + 1 : place + 3]
    if not _is_heading(own) or (after and not _is_heading(after[0])):
        return False
    if isinstance(own, Passage) and own.kind == "heading":
        return True
    return not (place and _is_heading(parts[place - 1])) and not (len(after) > 1 and _is_heading(after[1]))


def _is_heading(passage: Passage | Grid) -> bool:
    """Whether it is a heading, or a line of text without layout that is one: numbered and short, or nothing but the name of a part."""
    if isinstance(passage, Grid) or passage.kind != "paragraph":
        return isinstance(passage, Passage) and passage.kind == "heading"
    return stands_out(passage) or (len(passage.text) <= _SHORT_PARAGRAPH and _bare(passage.text) in {phrase for phrase, _ in _phrases()})


def _part_named(text: str) -> str | None:
    bare = _bare(text)
    found = [(len(phrase), part) for phrase, part in _phrases() if phrase in bare]
    return max(found)[1] if found else None


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", text).casefold()


@cache
def _phrases() -> tuple[tuple[str, str], ...]:
    words = parse_yaml(files(__package__).joinpath("parts.yaml").read_text(encoding="utf-8"), "parts.yaml")
    return tuple((_bare(phrase), part) for part, phrases in words.items() for phrase in phrases)

"""What a measure is called and which indicators and items it answers, out of the cells that name it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from prongsai.checker.nodes import Mention, Names, mentions
from prongsai.errors import UnreadableCode
from prongsai.framework import known_years, load_framework
from prongsai.thai import parse_node

_NUMBERED = re.compile(r"^\(?(?P<number>\d{1,2})(?:[.)](?!\d)|(?= [ก-๙]))\)?\s*")
_ENUMERATED = re.compile(r"(?<=\s)(?=\d{1,2}[.)] ?[ก-๙A-Za-z])")
_OWN_WORDS = re.compile(r"^\W*(?:\d{1,2}[.)] ?)?(?:มาตรการ|โครงการ|กิจกรรม|แนวทาง|measure|project)", re.IGNORECASE)
_CODE_FIRST = re.compile(r"^(?:(?:ข้อ|item) ?)?(?P<code>[ieo0๐]-?(?P<digits>\d{1,2}))(?![\d.])", re.IGNORECASE)
_PART_ITEM = re.compile(r"(EIT) ?(?:ส่วนที่|part) ?(\d) (?:ข้อ|item) (?=e\d)", re.IGNORECASE)
_NODE_FIRST = re.compile(r"^\W*(?:ตัวชี้วัด|ข้อ ?[ieo0๐]-?\d|(?:sub-)?indicator \d|item [ieo]\d|EIT[ -]|[ieo0๐]\d{1,2}(?![\d.]))", re.IGNORECASE)
_INSTRUMENT_LAST = re.compile(r"\((?:[^()]*\W)?(?:IIT|EIT|OIT)\)\W*$")
_CITED = re.compile(r"\((?:อ้างอิง|ดู|see)[^()]*\)|อ้างอิง(?:จาก)?[^\n;)]{0,60}|ตามข้อ ?[ieo0๐]-?\d{1,2}", re.IGNORECASE)
_SEPARATORS = re.compile(r"[\n,;]| และ ?| and ")
_NODE_INSIDE = re.compile(r"(?:ข้อ ?|\bitem )[ieo0]\d|ตัวชี้วัด(?:ย่อย)?ที่ ?\d|\b(?:sub-)?indicator \d|\bEIT[ -]?(?:ส่วนที่|part)? ?\d", re.IGNORECASE)
_LEADS_ON = re.compile(r"(?:ตาม|ของ|ใน|และ|หรือ|กับ|ด้าน|แก่|จาก|\b(?:of|in|for|to|and))\s*$", re.IGNORECASE)
_QUOTED = re.compile(r"(?:ประเด็น ?)?“[^”]*”")
_REST_OF_TITLE = re.compile(r"[(]|ทาง|ของ|ผ่าน|และ|ใน|ภาครัฐ|สาธารณะ|ตาม|ต่อ")
_SHORTEST_OWN, _FARTHEST = 8, 500
_WORTH = ("number", "code")


@dataclass
class Named:
    """What the cells that name a measure say: nodes in order, each once, the measure's own words, and the title of the first node."""

    nodes: list[str] = field(default_factory=list)
    words: list[tuple[int | None, str]] = field(default_factory=list)
    node_title: str = ""

    @property
    def title(self) -> str:
        """The measure's own words, else the indicator's title."""
        numbered = [number for number, _ in self.words if number is not None]
        pieces = [f"{number}. {text}" if number is not None and len(numbered) > 1 else text for number, text in self.words]
        return " ".join(pieces) or self.node_title

    def add(self, nodes: list[str]) -> None:
        """Notes nodes that are not there yet."""
        self.nodes += [node for node in dict.fromkeys(nodes) if node not in self.nodes]


def named_by(text: str, names: Names) -> Named:
    """A folded cell that holds the title of a measure, with or without the indicators and items it answers."""
    found = Named()
    bare = False
    lines = [piece for line in text.split("\n") for piece in _before_nodes(line, names)][::-1] if text else []
    while lines:
        line = lines.pop()
        plain = _PART_ITEM.sub(r"\1-\2/", line)
        nodes = nodes_at_start(plain, names)
        if nodes:
            found.add([mention.node for mention in nodes])
            title, rest = _behind(plain, nodes[-1], names)
            found.node_title = found.node_title or title
            bare = not title and not rest
            lines += [rest] if rest else []
        elif (listed := listed_nodes(line)) is not None:
            found.add(listed)
        elif bare and not _OWN_WORDS.match(line):
            found.node_title, bare = found.node_title or _NUMBERED.sub("", line), False
        elif not (found.nodes and _INSTRUMENT_LAST.search(line)):
            found.words += _own(line)
    return found


def answers_of(text: str, names: Names) -> list[str]:
    """The nodes that a cell of answered weak points, of an indicator or of an analysis names, each once.

    Where lines begin with nodes, those; else all that it names, without what it only cites (อ้างอิงจาก o8).
    """
    if (listed := listed_nodes(text)) is not None:
        return listed
    text = _PART_ITEM.sub(r"\1-\2/", text)
    first = [node for line in text.split("\n") for node in _chained(line, names)]
    inside = named_inside(text, names)
    titled = [mention.node for mention in inside if mention.node in first or (first and _is_titled(text, mention, names))]
    return list(dict.fromkeys([*titled, *first] or [mention.node for mention in inside]))


def _is_titled(text: str, mention: Mention, names: Names) -> bool:
    """Whether a node's own title stands behind it."""
    if mention.by == "number":
        return bool(mention.title) and mention.titled == mention.node
    return _end_of_title(text[mention.end : mention.end + _FARTHEST], mention.node, names) > 0


def _chained(line: str, names: Names) -> Iterator[str]:
    """The nodes that a line begins with, and those that follow at once behind their titles."""
    while nodes := nodes_at_start(line, names):
        yield from (mention.node for mention in nodes)
        line = _behind(line, nodes[-1], names)[1]


def every_node(text: str, names: Names) -> list[str]:
    """All nodes of a cell that holds nothing but nodes and their titles, each once."""
    listed = listed_nodes(text)
    found = listed if listed is not None else [mention.node for mention in mentions(_PART_ITEM.sub(r"\1-\2/", text), names) if mention.by in _WORTH]
    return list(dict.fromkeys(found))


def named_inside(text: str, names: Names) -> list[Mention]:
    """Nodes that running text names by number or code, without those it only cites."""
    return [mention for mention in mentions(_CITED.sub(lambda cited: " " * len(cited[0]), text), names) if mention.by in _WORTH]


def listed_nodes(text: str) -> list[str] | None:
    """The nodes of a text that is nothing but a list of them ("9, o12, EIT-1/e7"), else None."""
    tokens = [token.strip(" .") for token in _SEPARATORS.split(_PART_ITEM.sub(r"\1-\2/", text)) if token.strip(" .")]
    try:
        return list(dict.fromkeys(parse_node(token) for token in tokens)) if tokens else None
    except UnreadableCode:
        return None


def nodes_at_start(line: str, names: Names) -> list[Mention]:
    """The node that a line begins with, and those joined to it by commas, "and" or "to"."""
    plain = _unnumbered(line)
    if not _NODE_FIRST.match(plain):
        return []
    offset = len(line) - len(plain)
    if (code := _CODE_FIRST.match(plain)) and int(code["digits"]):
        first = Mention(parse_node(code["code"]), code.start("code") + offset, code.end() + offset, "code")
        return [first, *_joined(line, first, names)]
    found = [mention for mention in mentions(plain[:_FARTHEST], names) if mention.by in _WORTH]
    if not found or plain[: found[0].start].lower().replace("sub", "").strip(" (-–:."):
        return []
    return [_moved(found[0], offset), *_joined(line, _moved(found[0], offset), names)]


def _joined(line: str, first: Mention, names: Names) -> Iterator[Mention]:
    """What follows the first node with nothing but a comma, a dash or "and" between."""
    end = first.end
    for mention in mentions(line[: first.end + _FARTHEST], names):
        if (mention.start < first.end and mention.node == first.node) or mention.by not in _WORTH:
            continue
        if re.fullmatch(r"[\s,–—-]*(?:และ|ถึง|and|to)?\s*(?:ข้อ|ตัวชี้วัด(?:ที่)?)?\s*", line[end : max(end, mention.start)]) is None:
            return
        yield mention
        end = max(end, mention.end)


def _moved(mention: Mention, offset: int) -> Mention:
    return Mention(mention.node, mention.start + offset, mention.end + offset, mention.by, mention.title, mention.titled)


def _unnumbered(line: str) -> str:
    """The line without a list number in front of a node: "1. ตัวชี้วัดที่ 4 …"."""
    rest = _NUMBERED.sub("", line)
    return rest if _NODE_FIRST.match(rest) else line


def _before_nodes(line: str, names: Names) -> list[str]:
    """A line cut before a node that stands behind other words, with its own title up to the end: two paragraphs that a reader ran together."""
    if len(line) > _FARTHEST or nodes_at_start(_PART_ITEM.sub(r"\1-\2/", line), names):
        return [line]
    for found in _NODE_INSIDE.finditer(line, 1):
        start = found.start()
        if _LEADS_ON.search(line, 0, start) is None and _is_node_with_title(line[start:], names):
            return [line[:start].strip(), line[start:]]
    return [line]


def _is_node_with_title(text: str, names: Names) -> bool:
    plain = _PART_ITEM.sub(r"\1-\2/", text)
    nodes = nodes_at_start(plain, names)
    if not nodes or len(listed_nodes(plain) or ()) > 1:
        return bool(nodes)
    title, rest = _behind(plain, nodes[-1], names)
    end = len(nodes[-1].title) or _end_of_title(title, nodes[-1].node, names)
    return bool(title) and not rest and (bool(_QUOTED.fullmatch(title)) or end == len(title))


def _behind(line: str, last: Mention, names: Names) -> tuple[str, str]:
    """The node's title behind its number or code, and the measure's own words behind that."""
    rest = line[last.end :].strip(" :.-–)")
    if last.by == "code":
        quoted = _QUOTED.match(rest)
        end = quoted.end() if quoted else _end_of_title(rest, last.node, names)
        return (rest[:end].strip(), rest[end:].strip()) if end else (rest, "")
    if last.title:
        own = _OWN_WORDS.match(rest) or _NUMBERED.match(rest) or (len(rest) >= _SHORTEST_OWN and not _REST_OF_TITLE.match(rest))
        return last.title, rest if own else ""
    if _OWN_WORDS.match(rest):
        return "", rest
    rest = _NUMBERED.sub("", rest)
    cut = _ENUMERATED.search(rest)
    return (rest[: cut.start()].strip(), rest[cut.start() :]) if cut else (rest, "")


def _end_of_title(text: str, node: str, names: Names) -> int:
    """Where the title of an item ends that the text begins with, 0 where it does not; codes may be those of the year of the measures too."""
    code = node.rpartition("/")[2]
    for year in (names.year, names.year + 1):
        if end := _end_of(text, _item_titles(year).get(code, "")):
            return end
    return 0


@cache
def _item_titles(year: int) -> dict[str, str]:
    """The known titles of a year's items by code; none of a year without rules."""
    items = load_framework(year).items if year in known_years() else {}
    return {code: item.title for code, item in items.items() if item.title}


def _end_of(text: str, title: str) -> int:
    """Where a title ends that the text begins with, whatever blanks stand in either; 0 where it begins with something else."""
    place = 0
    for char in title.replace(" ", ""):
        while place < len(text) and text[place] in " \n":
            place += 1
        if place >= len(text) or text[place] != char:
            return 0
        place += 1
    return place


def _own(text: str) -> list[tuple[int | None, str]]:
    """Pieces of the measure's own words, each with its number where it is numbered."""
    pieces = [piece.strip() for piece in _ENUMERATED.split(text)] if _NUMBERED.match(text) else [text.strip()]
    return [(int(match["number"]) if (match := _NUMBERED.match(piece)) else None, _NUMBERED.sub("", piece)) for piece in pieces if piece]

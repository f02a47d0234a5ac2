"""The numbers that Word puts before the paragraphs of its lists."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from prongsai.document.reading.word.counting import in_format
from prongsai.document.reading.word.names import is_on, number, tag, value
from prongsai.document.reading.word.symbols import CHECK_MARKS, from_symbol_font

_LEVELS = 9
_LONGEST = 60
_PLACE = re.compile("%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts and what it prints."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    legal: bool = False
    suffix: str = "tab"
    restart: int | None = None
    style: str | None = None


class Label(NamedTuple):
    """What stands before a paragraph, with the space behind it; a bullet says nothing unless it is a check box."""

    text: str
    bullet: bool
    level: int


class Numbering:
    """Counts through the lists of one document in the order of its paragraphs."""

    def __init__(self, root: etree._Element | None, links: dict[str, int]) -> None:
        """`links` are the numbering styles by identity, each with the list it stands for."""
        self._lists = {number(each, "numId"): each for each in _children(root, "num")}
        self._patterns = {number(each, "abstractNumId"): each for each in _children(root, "abstractNum")}
        self._links = links
        self._levels: dict[int, dict[int, Level]] = {}
        self._counts: dict[int, list[int | None]] = {}
        self._started: set[tuple[int, int]] = set()

    def label(self, list_id: int, level: int | None, style: str | None) -> Label | None:
        """The next label of a list, None where there is no such list; without a level the one linked to the style counts."""
        levels = self._of(list_id)
        if not levels:
            return None
        if level is None:
            level = next((depth for depth, each in levels.items() if style is not None and each.style == style), 0)
        level = max(0, min(level, _LEVELS - 1))
        shape = levels.get(level, Level())
        if shape.form == "bullet":
            mark = shape.text if shape.text in CHECK_MARKS else ""
            return Label(f"{mark} " if mark else "", True, level)
        counts = self._count(list_id, level, levels)
        text = _PLACE.sub(lambda match: _shown(counts, int(match[1]) - 1, levels, legal=shape.legal), shape.text, count=_LEVELS)[:_LONGEST]
        return Label(text + (" " if text.strip() and shape.suffix != "nothing" else ""), False, level)

    def _count(self, list_id: int, level: int, levels: dict[int, Level]) -> list[int | None]:
        counts = self._counts.setdefault(self._pattern_of(list_id), [None] * _LEVELS)
        given = self._override(list_id, level)
        if given is not None and (list_id, level) not in self._started:
            counts[level] = given
        else:
            before = counts[level]
            counts[level] = levels.get(level, Level()).start if before is None else before + 1
        self._started.add((list_id, level))
        for deeper in range(level + 1, _LEVELS):
            restart = levels.get(deeper, Level()).restart
            if restart is None or level < restart:
                counts[deeper] = None
        return counts

    def _override(self, list_id: int, level: int) -> int | None:
        for each in _children(self._lists[list_id], "lvlOverride"):
            if number(each, "ilvl") == level:
                return number(each.find(tag("startOverride")))
        return None

    def _pattern_of(self, list_id: int) -> int:
        """The abstract list; one that only names a numbering style is looked up there."""
        pattern = number(self._lists[list_id].find(tag("abstractNumId")))
        element = self._patterns.get(pattern)
        linked = self._links.get(value(element.find(tag("numStyleLink"))) or "") if element is not None else None
        if linked is not None and linked in self._lists:
            pattern = number(self._lists[linked].find(tag("abstractNumId")))
        return -1 if pattern is None else pattern

    def _of(self, list_id: int) -> dict[int, Level]:
        if list_id not in self._lists:
            return {}
        if list_id not in self._levels:
            elements = _children(self._patterns.get(self._pattern_of(list_id)), "lvl")
            elements += [inner for each in _children(self._lists[list_id], "lvlOverride") for inner in _children(each, "lvl")]
            self._levels[list_id] = {number(each, "ilvl") or 0: _level(each) for each in elements}
        return self._levels[list_id]


def _children(parent: etree._Element | None, name: str) -> list[etree._Element]:
    return [] if parent is None else list(parent.findall(tag(name)))


def _shown(counts: list[int | None], level: int, levels: dict[int, Level], *, legal: bool) -> str:
    """A count in the format of its own level; a level that nothing has counted yet shows its start."""
    shape = levels.get(level, Level())
    count = counts[level]
    if count is None:
        count = counts[level] = shape.start
    return in_format(count, "decimal" if legal else shape.form)


def _level(element: etree._Element) -> Level:
    form = value(element.find(tag("numFmt"))) or "decimal"
    text = (value(element.find(tag("lvlText"))) or "")[:_LONGEST]
    fonts = element.find(f"{tag('rPr')}/{tag('rFonts')}")
    start = number(element.find(tag("start")))
    legal = element.find(tag("isLgl"))
    return Level(
        start=0 if start is None else start,
        form=form,
        text=from_symbol_font(text, value(fonts, "ascii") or value(fonts, "hAnsi")),
        legal=legal is not None and is_on(legal),
        suffix=value(element.find(tag("suff"))) or "tab",
        restart=number(element.find(tag("lvlRestart"))),
        style=value(element.find(tag("pStyle"))),
    )

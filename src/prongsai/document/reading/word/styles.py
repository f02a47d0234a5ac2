"""The styles of a Word file, each with what it inherits."""

import re
from dataclasses import dataclass, replace
from typing import TypeVar

from lxml import etree

from prongsai.document.model import Role
from prongsai.document.reading.word.names import number, switch, tag, value
from prongsai.thai import to_arabic_digits

_HEADING = re.compile(r"(?:heading|หัวเรื่อง|หัวข้อ)\s*([1-9])")
_CONTENTS = re.compile(r"(?:toc|contents|table of figures|toa|สารบัญ)(?:\s+(?:heading|[0-9]+))?|(?:contents|table index|figure index|index) heading")
_ROLES: dict[str, Role] = {
    "title": "title",
    "ชื่อเรื่อง": "title",
    "subtitle": "subtitle",
    "ชื่อเรื่องรอง": "subtitle",
    "cover text": "cover",
    "note": "note",
    "callout": "callout",
    "signature": "signature",
}
_BODY_LEVEL = 9
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says once it has inherited; None is what neither it nor those before it say."""

    role: Role = "body"
    heading: int | None = None
    contents: bool = False
    caption: bool = False
    list_id: int | None = None
    list_level: int | None = None
    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    break_before: bool | None = None


PLAIN = Style()


class Styles:
    """The styles by identity; an unknown one is plain."""

    def __init__(self, root: etree._Element | None) -> None:
        elements = [] if root is None else root.findall(tag("style"))
        self._elements = {value(each, "styleId") or "": each for each in elements}
        self._known: dict[str, Style] = {}
        self._usual = next(
            (value(each, "styleId") for each in elements if value(each, "type") == "paragraph" and value(each, "default") in ("1", "true")), None
        )

    def of(self, identity: str | None) -> Style:
        """The style of a paragraph; without a name it has the usual one."""
        return self.named(identity or self._usual)

    def named(self, identity: str | None) -> Style:
        """A style by its identity."""
        if identity is None:
            return PLAIN
        if identity not in self._known:
            for name in reversed(self._chain(identity)):
                element = self._elements[name]
                base = self._known.get(value(element.find(tag("basedOn"))) or "", PLAIN)
                self._known.setdefault(name, _inherited(element, base))
        return self._known.get(identity, PLAIN)

    def _chain(self, identity: str) -> list[str]:
        """The style and those it is based on that are not known yet."""
        chain: dict[str, None] = {}
        name: str | None = identity
        while name in self._elements and name not in chain and name not in self._known:
            chain[name] = None
            name = value(self._elements[name].find(tag("basedOn")))
        return list(chain)


def heading_level(outline: int | None) -> int | None:
    """The level of a heading from Word's outline level, which counts from 0 and ends with 9 for text."""
    return None if outline is None or not 0 <= outline < _BODY_LEVEL else min(outline + 1, 4)


def _inherited(element: etree._Element, base: Style) -> Style:
    name = to_arabic_digits((value(element.find(tag("name"))) or "").strip().lower())
    paragraph, run = element.find(tag("pPr")), element.find(tag("rPr"))
    listed = None if paragraph is None else paragraph.find(tag("numPr"))
    return replace(
        base,
        role=_ROLES.get(name, base.role),
        heading=_heading(name, paragraph, base),
        contents=_CONTENTS.fullmatch(name) is not None,
        caption=base.caption or name in ("caption", "คำอธิบายภาพ"),
        list_id=_first(_inner(listed, "numId"), base.list_id),
        list_level=_first(_inner(listed, "ilvl"), base.list_level),
        bold=_first(switch(run, "b", "bCs"), base.bold),
        italic=_first(switch(run, "i", "iCs"), base.italic),
        hidden=_first(switch(run, "vanish"), base.hidden),
        break_before=_first(switch(paragraph, "pageBreakBefore"), base.break_before),
    )


def _heading(name: str, paragraph: etree._Element | None, base: Style) -> int | None:
    outline = _inner(paragraph, "outlineLvl")
    if outline is not None:
        return heading_level(outline)
    named = _HEADING.fullmatch(name)
    return min(int(named[1]), 4) if named else base.heading


def _inner(parent: etree._Element | None, name: str) -> int | None:
    return None if parent is None else number(parent.find(tag(name)))


def _first(own: _T | None, inherited: _T | None) -> _T | None:
    return inherited if own is None else own

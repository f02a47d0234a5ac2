"""Names and attributes of WordprocessingML as the reader asks for them."""

import re
from collections.abc import Iterator

from lxml import etree

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", MAIN.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", RELATIONS.encode()),
)
_INTEGER = re.compile(r"[+-]?[0-9]{1,9}")
_OFF = frozenset({"false", "0", "off"})


def tag(name: str) -> str:
    """The full name of an element or attribute of the main namespace."""
    return f"{{{MAIN}}}{name}"


PARAGRAPH, TABLE, ROW, CELL, RUN, TEXT = (tag(name) for name in ("p", "tbl", "tr", "tc", "r", "t"))
VALUE = tag("val")
RELATION = f"{{{RELATIONS}}}id"
ALTERNATE, CHOICE, FALLBACK = (f"{{{COMPATIBILITY}}}{name}" for name in ("AlternateContent", "Choice", "Fallback"))
TEXT_BOX = tag("txbxContent")
CONTROL, CONTROL_CONTENT = tag("sdt"), tag("sdtContent")
_WRAPPERS = frozenset({*(tag(name) for name in ("customXml", "smartTag", "ins", "moveTo", "sdtContent", "bdo", "dir")), CHOICE, FALLBACK})


def transitional(data: bytes) -> bytes:
    """The part with the namespaces that nearly every file has, where a strict one names others."""
    for strict, usual in _STRICT if b"purl.oclc.org" in data else ():
        data = data.replace(strict, usual)
    return data


def value(element: etree._Element | None, name: str = "val") -> str | None:
    """An attribute of the main namespace, None where the element or the attribute is missing."""
    return None if element is None else element.get(tag(name))


def number(element: etree._Element | None, name: str = "val") -> int | None:
    """An attribute as an integer, None where it is missing or none."""
    text = (value(element, name) or "").strip()
    return int(text) if _INTEGER.fullmatch(text) else None


def switch(parent: etree._Element | None, *names: str) -> bool | None:
    """Whether one of the properties is on; None where none of them stands there."""
    found = [each for name in names if parent is not None and (each := parent.find(tag(name))) is not None]
    return any(is_on(each) for each in found) if found else None


def is_on(element: etree._Element) -> bool:
    """Whether a property that stands there is on: it is unless it says otherwise."""
    return (value(element) or "true").strip().lower() not in _OFF


def chosen(alternate: etree._Element) -> etree._Element | None:
    """The one of several forms of the same content that has words to read, the first where none or all have."""
    forms = [each for each in alternate if each.tag in (CHOICE, FALLBACK)]
    return next((each for each in forms if next(each.iter(TEXT, TEXT_BOX), None) is not None), forms[0] if forms else None)


def inside(element: etree._Element) -> Iterator[etree._Element]:
    """The children, with those inside tags, content controls and accepted insertions in their place."""
    waiting = list(reversed(element))
    while waiting:
        child = waiting.pop()
        if child.tag == ALTERNATE:
            form = chosen(child)
            waiting += [] if form is None else reversed(form)
        elif child.tag == CONTROL:
            waiting += reversed(child.findall(CONTROL_CONTENT))
        elif child.tag in _WRAPPERS:
            waiting += reversed(child)
        else:
            yield child

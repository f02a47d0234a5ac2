"""Fields of a Word file: their results are text, their instructions are not."""

import re
from dataclasses import dataclass

from lxml import etree

from prongsai.document.reading.word.names import is_on, number, tag, value
from prongsai.document.safe import safe_link

_CHARACTER = tag("fldChar")
_DELETED = (tag("del"), tag("moveFrom"))
_PAGE = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION"})
_CONTENTS = frozenset({"TOC", "TOA", "INDEX"})
_DEEPEST = 40
_LINK = re.compile(r'HYPERLINK\s+"([^"]{1,2000})"', re.IGNORECASE)


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    shown: bool = False
    form: str = ""

    @property
    def kind(self) -> str:
        words = self.instruction.split(maxsplit=1)
        return words[0].upper() if words else ""


class Fields:
    """The fields that are open at one place of a story; those that never end are not believed."""

    def __init__(self, story: etree._Element) -> None:
        self._open: list[_Field] = []
        self._whole = _whole_fields(story)

    @property
    def silent(self) -> bool:
        """Whether text at this place is not what the document says: an instruction, or a page number."""
        return any(not field.shown or field.kind in _PAGE for field in self._open)

    @property
    def page_number(self) -> bool:
        """Whether the innermost field counts pages."""
        return bool(self._open) and self._open[-1].kind in _PAGE

    @property
    def contents(self) -> bool:
        """Whether this place lies in a table of contents."""
        return any(field.kind in _CONTENTS for field in self._open)

    @property
    def link(self) -> str | None:
        """The web or e-mail address that a field around this place links to."""
        found = (_LINK.match(field.instruction.strip()) for field in reversed(self._open))
        return next((safe_link(match[1]) for match in found if match), None)

    def character(self, element: etree._Element) -> str:
        """Take a begin, separator or end; the answer is what a form field that ends prints itself."""
        kind = value(element, "fldCharType")
        if element not in self._whole:
            return ""
        if kind == "begin":
            self._open.append(_Field(form=_form_field(element)))
        elif kind == "separate" and self._open:
            self._open[-1].shown = True
        elif kind == "end" and self._open:
            return self._open.pop().form
        return ""

    def instruction(self, text: str) -> None:
        """More of the instruction of the innermost field."""
        if self._open and not self._open[-1].shown:
            self._open[-1].instruction += text

    def enter(self, instruction: str) -> None:
        """A field that is one element begins."""
        self._open.append(_Field(instruction, shown=True))

    def leave(self) -> None:
        """It ends."""
        self._open.pop()


def _whole_fields(story: etree._Element) -> frozenset[etree._Element]:
    """The begins, separators and ends that belong to fields with both a begin and an end, down to a depth that documents have."""
    waiting: list[list[etree._Element]] = []
    whole: set[etree._Element] = set()
    for element in story.iter(_CHARACTER):
        if next(element.iterancestors(*_DELETED), None) is not None:
            continue
        kind = value(element, "fldCharType")
        if kind == "begin":
            waiting.append([element])
        elif waiting:
            waiting[-1].append(element)
            if kind == "end":
                field = waiting.pop()
                whole.update(field if len(waiting) < _DEEPEST else ())
    return frozenset(whole)


def _form_field(begin: etree._Element) -> str:
    data = begin.find(tag("ffData"))
    box = None if data is None else data.find(tag("checkBox"))
    if box is not None:
        state = box.find(tag("checked"))
        state = box.find(tag("default")) if state is None else state
        return "☑" if state is not None and is_on(state) else "☐"
    choices = None if data is None else data.find(tag("ddList"))
    if choices is None:
        return ""
    entries = [value(entry) or "" for entry in choices.findall(tag("listEntry"))]
    chosen = number(choices.find(tag("result"))) or 0
    return entries[chosen] if 0 <= chosen < len(entries) else ""

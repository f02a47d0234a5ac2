"""The text of a Word paragraph: runs as they are printed, and the boxes that hang on it."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import NamedTuple

from lxml import etree

from prongsai.document.model import Run
from prongsai.document.reading.word.fields import Fields
from prongsai.document.reading.word.names import (
    ALTERNATE,
    CONTROL,
    CONTROL_CONTENT,
    RELATION,
    RUN,
    TEXT,
    TEXT_BOX,
    chosen,
    switch,
    tag,
    value,
)
from prongsai.document.reading.word.package import Relation
from prongsai.document.reading.word.pages import Pages
from prongsai.document.reading.word.styles import PLAIN, Style, Styles
from prongsai.document.reading.word.symbols import CHECK_MARKS, from_symbol_font, symbol
from prongsai.document.reading.word.tally import Tally
from prongsai.document.safe import safe_link

_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_CHECK_BOX = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_VML = "{urn:schemas-microsoft-com:vml}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/"
_PICTURES = (f"{_DRAWING}main}}blip", "{http://purl.oclc.org/ooxml/drawingml/main}blip", f"{_VML}imagedata")
_CHARTS = re.compile(r"/(?:chart|diagram|chartex)$")
_LONGEST_LINK = 2000
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_INVISIBLE = dict.fromkeys(map(ord, "\xad\u200b\ufeff")) | dict.fromkeys(map(ord, "\r\n\t"), " ")
_SIGNS = {tag("tab"): "\t", tag("ptab"): "\t", tag("cr"): "\n", tag("noBreakHyphen"): "-"}
_PROPERTIES = tag("rPr")


class _Look(NamedTuple):
    bold: bool = False
    italic: bool = False
    hidden: bool = False
    font: str | None = None


@dataclass(slots=True)
class Line:
    """What a paragraph prints: its runs, boxes (their elements, or the words of an art of letters) and the page where it begins."""

    runs: list[Run] = field(default_factory=list)
    boxes: list[etree._Element | str] = field(default_factory=list)
    page: int | None = None
    contents: bool = False
    counts_pages: bool = False

    @property
    def text(self) -> str:
        """The text without its styles."""
        return "".join(run.text for run in self.runs)


class TextReader:
    """Reads the paragraphs of one story in their order."""

    def __init__(self, story: etree._Element, styles: Styles, relations: dict[str, Relation], *, tally: Tally, pages: Pages | None) -> None:
        self.fields = Fields(story)
        self._styles = styles
        self._relations = relations
        self._tally = tally
        self._pages = pages
        self._line = Line()
        self._pieces: list[Run] = []
        self._style = PLAIN
        self._look = _Look()
        self._link: str | None = None
        self._inline = self._inline_handlers()
        self._in_run = self._run_handlers()

    def read(self, paragraph: etree._Element, style: Style) -> Line:
        """The line of a w:p in a style."""
        line = self._line = Line()
        self._style = style
        self._pieces = []
        self._walk(paragraph)
        line.runs = [_joined(alike) for _, alike in groupby(self._pieces, key=lambda run: (run.bold, run.italic, run.href))]
        return line

    def _inline_handlers(self) -> dict[str, Callable[[etree._Element], None]]:
        return dict.fromkeys((tag(name) for name in ("smartTag", "customXml", "bdo", "dir", "rubyBase")), self._within) | {
            f"{_MATH}oMath": self._formula,
            f"{_MATH}oMathPara": self._formula,
            RUN: self._run,
            tag("hyperlink"): self._hyperlink,
            tag("fldSimple"): self._simple_field,
            tag("ins"): self._inserted,
            tag("moveTo"): self._inserted,
            tag("del"): self._deleted,
            tag("moveFrom"): self._deleted,
            CONTROL: self._control,
            ALTERNATE: lambda element: self._walk(_form(element)),
        }

    def _run_handlers(self) -> dict[str, Callable[[etree._Element], None]]:
        drawn = dict.fromkeys((tag(name) for name in ("drawing", "pict", "object")), self._drawn)
        return drawn | {
            TEXT: self._text,
            tag("br"): self._break,
            tag("sym"): lambda element: self._say(symbol(value(element, "char"), value(element, "font"))),
            tag("fldChar"): lambda element: self._say(self.fields.character(element)),
            tag("instrText"): lambda element: self.fields.instruction(element.text or ""),
            tag("lastRenderedPageBreak"): lambda element: self._new_page(),
            tag("ruby"): lambda element: self._walk(element.findall(tag("rubyBase"))),
            ALTERNATE: lambda element: self._print(_form(element)),
        }

    def _walk(self, parent: Iterable[etree._Element]) -> None:
        for child in parent:
            handler = self._inline.get(child.tag)
            if handler is not None:
                handler(child)

    def _within(self, element: etree._Element) -> None:
        self._walk(element)

    def _run(self, run: etree._Element) -> None:
        self._look = self._look_of(run.find(_PROPERTIES))
        self._print(run)

    def _print(self, pieces: Iterable[etree._Element]) -> None:
        for piece in pieces:
            if piece.tag in _SIGNS:
                self._say(_SIGNS[piece.tag])
            elif piece.tag in self._in_run:
                self._in_run[piece.tag](piece)

    def _look_of(self, properties: etree._Element | None) -> _Look:
        if properties is None:
            return _Look(bool(self._style.bold), bool(self._style.italic), bool(self._style.hidden))
        own = self._styles.named(value(properties.find(tag("rStyle")))) if properties.find(tag("rStyle")) is not None else PLAIN
        fonts = properties.find(tag("rFonts"))
        return _Look(
            _decided(switch(properties, "b", "bCs"), own.bold, self._style.bold),
            _decided(switch(properties, "i", "iCs"), own.italic, self._style.italic),
            _decided(switch(properties, "vanish"), own.hidden, self._style.hidden),
            value(fonts, "ascii") or value(fonts, "hAnsi"),
        )

    def _text(self, element: etree._Element) -> None:
        text = element.text or ""
        if element.get(_SPACE) != "preserve":
            text = text.strip(" \t\r\n")
        self._say(from_symbol_font(text, self._look.font).translate(_INVISIBLE))

    def _say(self, text: str) -> None:
        """Text where it stands, unless it is hidden or belongs to the machinery of a field."""
        self._line.contents |= self.fields.contents
        self._line.counts_pages |= self.fields.page_number
        if not text or self.fields.silent:
            return
        if self._look.hidden:
            self._tally.hidden += bool(text.strip())
            return
        if self._line.page is None and text.strip():
            self._line.page = self._reached()
        self._pieces.append(Run(text, self._look.bold, self._look.italic, self._link or self.fields.link))

    def _reached(self) -> int | None:
        if self._pages is None:
            return None
        self._pages.text()
        return self._pages.current

    def _new_page(self) -> None:
        if self._pages is not None:
            self._pages.new_page()

    def _break(self, element: etree._Element) -> None:
        kind = value(element, "type")
        if kind == "page":
            self._new_page()
        elif self._pieces or kind != "column":
            self._say("\n")

    def _hyperlink(self, element: etree._Element) -> None:
        relation = self._relations.get(element.get(RELATION, ""))
        before, self._link = self._link, _link(relation)
        self._walk(element)
        self._link = before

    def _simple_field(self, element: etree._Element) -> None:
        self.fields.enter(value(element, "instr") or "")
        self._say("")
        self._walk(element)
        self.fields.leave()

    def _inserted(self, element: etree._Element) -> None:
        self._tally.insertions += 1
        self._walk(element)

    def _deleted(self, element: etree._Element) -> None:
        self._tally.deletions += 1

    def _control(self, control: etree._Element) -> None:
        properties = control.find(tag("sdtPr"))
        box = None if properties is None else properties.find(f"{_CHECK_BOX}checkbox")
        if properties is not None and properties.find(tag("showingPlcHdr")) is not None and box is None:
            self._tally.blanks += 1
            return
        contents = control.findall(CONTROL_CONTENT)
        if box is not None and not any(CHECK_MARKS & set(text.text or "") for each in contents for text in each.iter(TEXT)):
            self._look = _Look()
            self._say(_mark(box))
            return
        for each in contents:
            self._walk(each)

    def _formula(self, element: etree._Element) -> None:
        self._look = _Look()
        self._say("".join(each.text or "" for each in element.iter(f"{_MATH}t")))

    def _drawn(self, element: etree._Element) -> None:
        if self._look.hidden:
            return
        for each in _outermost(element):
            if each.tag == TEXT_BOX:
                self._line.boxes.append(each)
            elif each.tag == f"{_VML}textpath":
                self._line.boxes.append(each.get("string", ""))
            elif self._pages is not None:
                self._count_picture(each)
            self._reached()

    def _count_picture(self, element: etree._Element) -> None:
        """Pictures of the text; those of headers are crests and marks."""
        if element.tag in _PICTURES:
            self._tally.pictures += 1
        else:
            self._tally.charts += 1


def _link(relation: Relation | None) -> str | None:
    return safe_link(relation.target) if relation is not None and relation.outside and len(relation.target) <= _LONGEST_LINK else None


def _form(alternate: etree._Element) -> Iterable[etree._Element]:
    form = chosen(alternate)
    return () if form is None else form


def _joined(alike: Iterable[Run]) -> Run:
    first, *others = alike
    return replace(first, text="".join((first.text, *(each.text for each in others))))


def _decided(*answers: bool | None) -> bool:
    return next((answer for answer in answers if answer is not None), False)


def _mark(box: etree._Element) -> str:
    """The sign of a check box of Word 2010 and later; the crossed one is Word's own choice."""
    checked, shown = box.find(f"{_CHECK_BOX}checked"), box.find(f"{_CHECK_BOX}checkedState")
    if checked is None or checked.get(f"{_CHECK_BOX}val", "1") not in ("1", "true", "on"):
        return "☐"
    code = "2612" if shown is None else shown.get(f"{_CHECK_BOX}val", "2612").upper()
    return "☒" if code in ("2612", "00FD", "F0FD") else "☑"


def _outermost(drawing: etree._Element) -> Iterator[etree._Element]:
    """Text boxes, arts of letters, pictures and charts of a drawing, each once; what a text box holds is its own matter."""
    waiting = [drawing]
    while waiting:
        element = waiting.pop()
        if element.tag == ALTERNATE:
            waiting += reversed(list(_form(element)))
        elif element.tag in (TEXT_BOX, f"{_VML}textpath", *_PICTURES) or _CHARTS.search(element.get("uri", "")):
            yield element
        else:
            waiting += reversed(element)

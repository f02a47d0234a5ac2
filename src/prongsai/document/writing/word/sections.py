"""Sections of a Word document: paper, header, page number."""

from typing import Literal

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.part import XmlPart
from docx.parts.document import DocumentPart
from lxml import etree

from prongsai.document.model import Document, Section
from prongsai.document.writing.word.elements import field_elements, linked, paragraph_element, run_element, w
from prongsai.document.writing.word.pages import LEFT, OTHER, PAPER
from prongsai.thai import to_thai_digits

_EDGE = 624
_Kind = Literal["header", "footer"]
_KINDS: dict[_Kind, tuple[str, str]] = {
    "header": (CONTENT_TYPE.WML_HEADER, RELATIONSHIP_TYPE.HEADER),
    "footer": (CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER),
}


class Sections:
    """Writes the properties of the sections in their order; pages count from the first one after the cover."""

    def __init__(self, part: DocumentPart, document: Document) -> None:
        self._part = part
        self._document = document
        self._thai = document.digits == "thai"
        self._before: str | None = None

    def properties(self, section: Section) -> etree._Element:
        """What stands at the end of the section."""
        width, height = PAPER[section.orientation]
        size = {"orient": "landscape"} if section.orientation == "landscape" else {}
        parts = [
            *self._references(section),
            w("type", val="nextPage"),
            w("pgSz", w=width, h=height, **size),
            w("pgMar", top=OTHER, right=OTHER, bottom=OTHER, left=LEFT, header=_EDGE, footer=_EDGE, gutter=0),
            *self._page_numbers(section),
            w("cols", space=708),
        ]
        self._before = section.kind
        return w("sectPr", *parts)

    def _references(self, section: Section) -> list[etree._Element]:
        """Header and footer; a section without any would go on with those before it."""
        if section.kind == self._before or (section.kind == "cover" and self._before is None):
            return []
        blank = section.kind == "cover"
        text = "" if blank else self._document.header
        header = paragraph_element("Header", run_element(text)) if text else paragraph_element("Normal")
        footer = paragraph_element("Footer", *([] if blank else self._page_label()))
        return [
            self._reference("header", w("hdr", header)),
            self._reference("footer", w("ftr", footer)),
        ]

    def _reference(self, kind: _Kind, content: etree._Element) -> etree._Element:
        content_type, relation_type = _KINDS[kind]
        package = self._part.package
        name = package.next_partname(f"/word/{kind}%d.xml")
        relation = self._part.relate_to(XmlPart(name, content_type, content, package), relation_type)
        return linked(f"{kind}Reference", relation=relation, type="default")

    def _page_label(self) -> list[etree._Element]:
        before, found, after = self._document.page_label.partition("{}")
        # Its digits are those of the section: the switch for Thai digits in the field itself gives letters in LibreOffice.
        field = field_elements("PAGE", to_thai_digits("1") if self._thai else "1") if found else ()
        return [*([run_element(before)] if before else []), *field, *([run_element(after)] if after else [])]

    def _page_numbers(self, section: Section) -> list[etree._Element]:
        numbers: dict[str, str | int] = {"fmt": "thaiNumbers"} if self._thai else {}
        if section.kind == "body" and self._before in {None, "cover"}:
            numbers["start"] = 1
        return [w("pgNumType", **numbers)] if numbers else []

"""Sections of a Word document: paper, header, page number."""

from docx.opc.part import XmlPart
from docx.parts.document import DocumentPart
from lxml import etree

from prongsai.document.docx_elements import field_elements, linked, paragraph_element, run_element, w
from prongsai.document.docx_pages import LEFT, OTHER, PAPER
from prongsai.document.model import Document, Section
from prongsai.thai import to_thai_digits

_EDGE = 624


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
        if section.kind == "cover":
            parts.append(w("vAlign", val="center"))
        self._before = section.kind
        return w("sectPr", *parts)

    def _references(self, section: Section) -> list[etree._Element]:
        """Header and footer; a section without any would go on with those before it."""
        if section.kind == self._before or (section.kind == "cover" and self._before is None):
            return []
        blank = section.kind == "cover"
        header, header_relation = self._part.add_header_part()
        footer, footer_relation = self._part.add_footer_part()
        _fill(header, [] if blank or not self._document.header else [run_element(self._document.header)], "Header" if not blank and self._document.header else "Normal")
        _fill(footer, [] if blank else self._page_label(), "Footer")
        return [
            linked("headerReference", relation=header_relation, type="default"),
            linked("footerReference", relation=footer_relation, type="default"),
        ]

    def _page_label(self) -> list[etree._Element]:
        before, found, after = self._document.page_label.partition("{}")
        field = field_elements("PAGE \\* ThaiArabic" if self._thai else "PAGE", to_thai_digits("1") if self._thai else "1") if found else ()
        return [*([run_element(before)] if before else []), *field, *([run_element(after)] if after else [])]

    def _page_numbers(self, section: Section) -> list[etree._Element]:
        numbers: dict[str, str | int] = {"fmt": "thaiNumbers"} if self._thai else {}
        if section.kind == "body" and self._before in {None, "cover"}:
            numbers["start"] = 1
        return [w("pgNumType", **numbers)] if numbers else []


def _fill(part: XmlPart, runs: list[etree._Element], style: str) -> None:
    root = part.element
    for child in list(root):
        root.remove(child)
    root.append(paragraph_element(style, *runs))

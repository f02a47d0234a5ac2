"""A document as a Word file with real styles, for Thai and Latin letters alike."""

from pathlib import Path
from typing import BinaryIO

from docx.parts.document import DocumentPart
from lxml import etree

from prongsai.document.model import Block, Contents, Document, Figure, Heading, Orientation, PageBreak, Paragraph, Role, Section, Table
from prongsai.document.writing.word.contents import Headings
from prongsai.document.writing.word.elements import add_property, paragraph_element, run_element, w
from prongsai.document.writing.word.figures import Figures
from prongsai.document.writing.word.numbering import Numbering
from prongsai.document.writing.word.package import new_package, package_bytes
from prongsai.document.writing.word.pages import cover_space
from prongsai.document.writing.word.sections import Sections
from prongsai.document.writing.word.tables import table_element
from prongsai.document.writing.word.text import Text


def write_docx(document: Document, target: Path | BinaryIO) -> None:
    """Write the document as .docx; the same document gives the same bytes.

    Sarabun is embedded. The contents are filled in with estimated page numbers, which Word corrects when it prints or updates fields.
    Raises ValueError for a table whose row holds more cells than it has columns.
    """
    package = new_package(document)
    writer = _Writer(document, package.part, package.element.body)
    for section in document.sections:
        writer.section(section)
    data = package_bytes(package, document)
    if isinstance(target, Path):
        target.write_bytes(data)
    else:
        target.write(data)


_Neighbours = tuple[Block | None, Block | None]
# Twips above the first of several paragraphs that belong together.
_GROUPED: dict[Role, int] = {"signature": 960, "callout": 200}


class _Writer:
    """Adds the blocks of one document to its body."""

    def __init__(self, document: Document, part: DocumentPart, body: etree._Element) -> None:
        self._body = body
        self._last = len(document.sections)
        self._section = 0
        self._text = Text(part, Numbering(part.numbering_part.element, document.digits))
        self._figures = Figures(part)
        self._headings = Headings(document)
        self._sections = Sections(part, document)

    def section(self, section: Section) -> None:
        """All blocks of the section, and its properties where Word wants them: in its last paragraph, or at the very end."""
        self._section += 1
        elements = self._blocks(section)
        if section.kind == "cover" and elements:
            add_property(elements[0], w("spacing", before=round(cover_space(section) * 20)))
        properties = self._sections.properties(section)
        if self._section == self._last:
            elements.append(properties)
        else:
            _end_section(elements, properties)
        self._body.extend(elements)

    def _blocks(self, section: Section) -> list[etree._Element]:
        elements: list[etree._Element] = []
        before: Block | None = None
        written: Block | None = None
        for block, after in zip(section.blocks, (*section.blocks[1:], None), strict=True):
            if not isinstance(block, PageBreak):
                added = self._block(block, (before, after), section)
                if isinstance(before, PageBreak) and elements:
                    _break_before(added)
                    if isinstance(written, Table) and added[0].tag == w("p").tag:
                        # Behind a table that fills its page the empty paragraph would take a page of its own.
                        elements.pop()
                elements += added
                written = block
            before = block
        return elements

    def _block(self, block: Block, neighbours: _Neighbours, section: Section) -> list[etree._Element]:
        if not isinstance(block, Paragraph):
            self._text.end_list()
        match block:
            case Paragraph():
                return self._paragraph(block, neighbours, section)
            case Heading():
                return [self._headings.paragraph(block)]
            case Table():
                return self._table(block, section.orientation)
            case Figure():
                return self._figure(block, section.orientation)
            case Contents():
                return self._headings.contents(block, section.orientation)
            case PageBreak():
                return []

    def _paragraph(self, block: Paragraph, neighbours: _Neighbours, section: Section) -> list[etree._Element]:
        element = self._text.paragraph(block)
        before, after = (each.role if isinstance(each, Paragraph) else None for each in neighbours)
        if block.role in _GROUPED:
            first, last = before != block.role, after != block.role
            if not last:
                add_property(element, w("keepNext"))
            if first:
                add_property(element, w("spacing", before=_GROUPED[block.role]))
        if block.role == "title" and after != "title" and section.kind == "cover":
            return [element, paragraph_element("CoverRule")]
        return [element]

    def _table(self, table: Table, orientation: Orientation) -> list[etree._Element]:
        element = table_element(table, orientation, self._text)
        caption = [paragraph_element("Caption", run_element(table.caption), properties=(w("keepNext"),))] if table.caption else []
        # Without a paragraph between them Word would join two tables, or end a section within one.
        return [*caption, element, paragraph_element("TableEnd")]

    def _figure(self, figure: Figure, orientation: Orientation) -> list[etree._Element]:
        picture = self._figures.paragraph(figure, orientation)
        return [picture, paragraph_element("FigureCaption", run_element(figure.caption))] if figure.caption else [picture]


def _break_before(elements: list[etree._Element]) -> None:
    first = elements[0]
    if first.tag == w("p").tag:
        add_property(first, w("pageBreakBefore"))
    elif first.tag == w("sdt").tag:
        add_property(first[1][0], w("pageBreakBefore"))
    else:
        elements.insert(0, paragraph_element("TableEnd", properties=(w("pageBreakBefore"),)))


def _end_section(elements: list[etree._Element], properties: etree._Element) -> None:
    if not elements or elements[-1].tag != w("p").tag:
        elements.append(paragraph_element("TableEnd"))
    add_property(elements[-1], properties)

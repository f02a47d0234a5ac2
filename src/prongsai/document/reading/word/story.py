"""The blocks of one story of a Word file: its text, a header, a footnote."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from prongsai.document.model import Block, Heading, Paragraph, Place, Role, Run, Section, Table
from prongsai.document.reading.word.names import CONTROL, PARAGRAPH, TABLE, inside, number, switch, tag, value
from prongsai.document.reading.word.numbering import Label, Numbering
from prongsai.document.reading.word.package import Relation
from prongsai.document.reading.word.pages import Pages
from prongsai.document.reading.word.styles import Style, Styles, heading_level
from prongsai.document.reading.word.table import read_table
from prongsai.document.reading.word.tally import Tally
from prongsai.document.reading.word.text import Line, TextReader

_PROPERTIES = tag("pPr")
_SECTION = tag("sectPr")
_FOREIGN = frozenset({tag("altChunk"), tag("subDoc")})
_PAGE_LABEL = re.compile(r"(?:หน้า(?:ที่)?|จาก(?:ทั้งหมด)?|ทั้งหมด|page|of|[\W\d_])*", re.IGNORECASE)


@dataclass(slots=True)
class Shared:
    """What all stories of a file have in common."""

    styles: Styles
    numbering: Numbering
    tally: Tally
    tables: int = 0


class Story:
    """Reads one part; `name` goes into the anchors, `pages` is None where pages do not count."""

    def __init__(self, name: str, root: etree._Element, shared: Shared, *, relations: dict[str, Relation], pages: Pages | None = None) -> None:
        self.pages = pages
        self._name = name
        self._shared = shared
        self._text = TextReader(root, shared.styles, relations, tally=shared.tally, pages=pages)
        self._numbers = {paragraph: count for count, paragraph in enumerate(root.iter(PARAGRAPH), 1)}
        self._left_out = _left_out(root, shared.tally)
        self._cell: Place | None = None
        self._carried: Line | None = None
        self._caption: Paragraph | None = None

    def sections(self, body: etree._Element) -> tuple[Section, ...]:
        """The text with its sections, as wide as their pages lie."""
        sections: list[Section] = []
        blocks: list[Block] = []
        for child in inside(body):
            self._take(child, blocks)
            end = child if child.tag == _SECTION else child.find(f"{_PROPERTIES}/{_SECTION}") if child.tag == PARAGRAPH else None
            if end is not None:
                sections += [_section(blocks, end)] if blocks else []
                blocks = []
                if self.pages is not None:
                    self.pages.section_end()
        blocks += self._rest()
        return (*sections, _section(blocks, None)) if blocks else tuple(sections)

    def blocks(self, container: etree._Element) -> list[Block]:
        """What stands in a part, cell or box."""
        blocks: list[Block] = []
        for child in inside(container):
            self._take(child, blocks)
        return [*blocks, *self._rest()]

    def _take(self, child: etree._Element, blocks: list[Block]) -> None:
        if child.tag == PARAGRAPH:
            blocks += self._paragraph(child)
        elif child.tag == TABLE:
            blocks += self._rest()
            blocks += self._table(child, blocks)
        elif child.tag in _FOREIGN:
            self._shared.tally.foreign += 1

    def _rest(self) -> list[Block]:
        """A paragraph whose end was deleted joins the next; where none follows it stands alone."""
        line, self._carried = self._carried, None
        text = [] if line is None or not line.text.strip() else [Paragraph(tuple(line.runs), place=self._place(line, ""))]
        return [*text, *([] if line is None else self._boxes(line))]

    def _paragraph(self, element: etree._Element) -> list[Block]:
        properties = element.find(_PROPERTIES)
        named = None if properties is None else value(properties.find(tag("pStyle")))
        style = self._shared.styles.of(named)
        if self.pages is not None and _decided(switch(properties, "pageBreakBefore"), style.break_before) and self._cell is None:
            self.pages.new_page()
        line = self._joined(self._text.read(element, style))
        mark = None if properties is None else properties.find(tag("rPr"))
        if mark is not None and (mark.find(tag("del")) is not None or mark.find(tag("moveFrom")) is not None):
            self._carried = line
            return []
        if element in self._left_out or style.contents:
            return []
        boxes = self._boxes(line)
        label = None if _vanished(line, mark) else self._label(properties, style, named)
        level = _outline(properties, style)
        if not line.text.strip() or (line.contents and level is None) or (line.counts_pages and _PAGE_LABEL.fullmatch(line.text)):
            return boxes
        place = self._place(line, f"{self._name}:{self._numbers[element]}")
        return [self._block(line, place, style, label=label, level=level), *boxes]

    def _block(self, line: Line, place: Place, style: Style, *, label: Label | None, level: int | None) -> Block:
        if level is not None and self._cell is None:
            return Heading((label.text if label else "") + line.text, level, place)
        role: Role = style.role if label is None else "bullet" if label.bullet else "number"
        before = (replace(line.runs[0], text=label.text, href=None),) if label and label.text else ()
        block = Paragraph((*before, *line.runs), role, label.level if label else 0, place)
        if style.caption:
            self._caption = block
        return block

    def _joined(self, line: Line) -> Line:
        if self._carried is None:
            return line
        before, self._carried = self._carried, None
        before.runs += line.runs
        before.boxes += line.boxes
        before.page = before.page or line.page
        before.contents, before.counts_pages = line.contents, line.counts_pages
        return before

    def _label(self, properties: etree._Element | None, style: Style, named: str | None) -> Label | None:
        listed = None if properties is None else properties.find(tag("numPr"))
        own = None if listed is None else number(listed.find(tag("numId")))
        level = None if listed is None else number(listed.find(tag("ilvl")))
        list_id = style.list_id if own is None else own
        if not list_id:
            return None
        if level is None and own is None:
            level = style.list_level
        return self._shared.numbering.label(list_id, level, named)

    def _place(self, line: Line, anchor: str) -> Place:
        page = line.page or (self.pages.current if self.pages is not None else None)
        return Place(page=page, anchor=anchor) if self._cell is None else replace(self._cell, page=page, anchor=anchor)

    def _boxes(self, line: Line) -> list[Block]:
        blocks: list[Block] = []
        for box in line.boxes:
            if isinstance(box, str):
                blocks += [Paragraph((Run(box),), place=self._place(line, ""))] if box.strip() else []
            else:
                blocks += self.blocks(box)
        return blocks

    def _table(self, element: etree._Element, before: list[Block]) -> list[Block]:
        if self._cell is not None:
            return list(self._flat(element))
        if _only_lays_out(element):
            return [block for row in inside(element) for cell in inside(row) if cell.tag == tag("tc") for block in self.blocks(cell)]
        self._shared.tables += 1
        caption = ""
        if before and before[-1] is self._caption:
            caption = self._caption.text
            before.pop()
        count = self._shared.tables
        table = read_table(element, count, self.pages, content=self._content)
        return [replace(table, caption=caption)] if table.head or table.rows else []

    def _content(self, element: etree._Element, place: Place) -> tuple[Paragraph, ...]:
        """The paragraphs of one cell."""
        before, self._cell = self._cell, place
        paragraphs = tuple(_paragraphs(self.blocks(element)))
        self._cell = before
        return paragraphs

    def anchor(self, element: etree._Element) -> str:
        """The address of the first paragraph of an element, empty where there is none."""
        first = next(element.iter(PARAGRAPH), None)
        return "" if first is None else f"{self._name}:{self._numbers[first]}"

    def _flat(self, table: etree._Element) -> Iterator[Paragraph]:
        """A table within a cell: a line a row, the texts of its cells apart by tabs."""
        for row in inside(table):
            if row.tag == tag("tr"):
                cells = [" ".join(each.text for each in _paragraphs(self.blocks(cell))) for cell in inside(row) if cell.tag == tag("tc")]
                text = "\t".join(cells)
                if text.strip() and self._cell is not None:
                    yield Paragraph((Run(text),), place=replace(self._cell, anchor=self.anchor(row)))


def _paragraphs(blocks: list[Block]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block


def flattened(blocks: list[Block]) -> Iterator[Paragraph]:
    """Every paragraph of the blocks, those of headings and cells too."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        elif isinstance(block, Heading):
            yield Paragraph((Run(block.text),), place=block.place)
        elif isinstance(block, Table):
            yield from (paragraph for row in (*block.head, *block.rows) for cell in row for paragraph in cell.paragraphs)


def _section(blocks: list[Block], properties: etree._Element | None) -> Section:
    size = None if properties is None else properties.find(tag("pgSz"))
    cover = bool(blocks) and all(isinstance(block, Paragraph) and block.role in ("title", "subtitle", "cover") for block in blocks)
    return Section(tuple(blocks), "landscape" if value(size, "orient") == "landscape" else "portrait", "cover" if cover else "body")


def _left_out(root: etree._Element, tally: Tally) -> frozenset[etree._Element]:
    """Paragraphs of the table of contents, of page numbers and of fields that nobody filled in, where a control holds them."""
    found: set[etree._Element] = set()
    for control in root.iter(CONTROL):
        paragraphs = list(control.iter(PARAGRAPH))
        properties = control.find(tag("sdtPr"))
        if not paragraphs or properties is None:
            continue
        gallery = value(properties.find(f"{tag('docPartObj')}/{tag('docPartGallery')}"))
        blank = properties.find(tag("showingPlcHdr")) is not None
        tally.blanks += blank
        if blank or gallery == "Table of Contents":
            found.update(paragraphs)
    return frozenset(found)


def _only_lays_out(table: etree._Element) -> bool:
    """Whether a table is only a frame around other tables: one cell in each row."""
    rows = [[cell for cell in inside(row) if cell.tag == tag("tc")] for row in inside(table) if row.tag == tag("tr")]
    return next(table.iterdescendants(tag("tbl")), None) is not None and all(len(row) == 1 for row in rows)


def _outline(properties: etree._Element | None, style: Style) -> int | None:
    own = None if properties is None else number(properties.find(tag("outlineLvl")))
    return style.heading if own is None else heading_level(own)


def _vanished(line: Line, mark: etree._Element | None) -> bool:
    """Whether a paragraph is hidden whole, so that it does not count in its list."""
    return not line.text and bool(switch(mark, "vanish"))


def _decided(own: bool | None, inherited: bool | None) -> bool:
    return bool(inherited if own is None else own)

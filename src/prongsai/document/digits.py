"""A document with every digit that a reader sees in Thai or in Arabic."""

from collections.abc import Callable
from dataclasses import replace

from lxml import etree

from prongsai.document.model import Block, Cell, Contents, Digits, Document, Figure, Heading, Paragraph, Row, Run, Section, Table
from prongsai.document.safe import split_addresses
from prongsai.thai import to_arabic_digits, to_thai_digits

_SEEN = {"text", "tspan", "textPath", "title", "desc"}
_Change = Callable[[str], str]


def in_digits(document: Document, digits: Digits) -> Document:
    """The same document with all visible digits in one system; web and e-mail addresses and the targets of links stay as they are.

    Pages, contents and numbered lists follow through the field `digits`.
    """
    translate = to_thai_digits if digits == "thai" else to_arabic_digits

    def change(text: str) -> str:
        return "".join(piece if address else translate(piece) for piece, address in split_addresses(text))

    return replace(
        document,
        title=change(document.title),
        subject=change(document.subject),
        header=change(document.header),
        page_label=change(document.page_label),
        sections=tuple(_section(section, change) for section in document.sections),
        digits=digits,
    )


def _section(section: Section, change: _Change) -> Section:
    return replace(section, blocks=tuple(_block(block, change) for block in section.blocks))


def _block(block: Block, change: _Change) -> Block:
    match block:
        case Heading():
            return replace(block, text=change(block.text))
        case Paragraph():
            return _paragraph(block, change)
        case Table():
            return replace(block, head=_rows(block.head, change), rows=_rows(block.rows, change), caption=change(block.caption))
        case Figure():
            return replace(block, svg=_svg(block.svg, change), alt=change(block.alt), caption=change(block.caption))
        case Contents():
            return replace(block, title=change(block.title))
    return block


def _paragraph(paragraph: Paragraph, change: _Change) -> Paragraph:
    return replace(paragraph, runs=tuple(_run(run, change) for run in paragraph.runs))


def _run(run: Run, change: _Change) -> Run:
    return replace(run, text=change(run.text))


def _rows(rows: tuple[Row, ...], change: _Change) -> tuple[Row, ...]:
    return tuple(tuple(_cell(cell, change) for cell in row) for row in rows)


def _cell(cell: Cell, change: _Change) -> Cell:
    return replace(cell, paragraphs=tuple(_paragraph(paragraph, change) for paragraph in cell.paragraphs))


def _svg(svg: str, change: _Change) -> str:
    """The picture with the digits of its texts changed, and nothing else: attributes hold coordinates."""
    root = etree.fromstring(svg.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    for node in root.iter(etree.Element):
        if node.text and etree.QName(node).localname in _SEEN:
            node.text = change(node.text)
        if node.tail and node.getparent() is not None and etree.QName(node.getparent()).localname in _SEEN:
            node.tail = change(node.tail)
    return str(etree.tostring(root, encoding="unicode"))

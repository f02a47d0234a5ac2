"""A document with every digit that a reader sees in Thai or in Arabic."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from lxml import etree

from prongsai.document.model import Block, Cell, Contents, Digits, Document, Figure, Heading, Paragraph, Row, Section, Table
from prongsai.document.safe import split_addresses
from prongsai.thai import to_arabic_digits, to_thai_digits

_ARABIC, _THAI = re.compile("[0-9]"), re.compile("[๐-๙]")
_SVG_TEXT = re.compile(">([^<]+)<")
_SEEN = {"text", "tspan", "textPath", "title", "desc"}
_Change = Callable[[str], str]


def in_digits(document: Document, digits: Digits) -> Document:
    """The same document with all visible digits in one system; web and e-mail addresses and the targets of links stay as they are.

    Pages, contents and numbered lists follow through the field `digits`.
    """
    translate, others = (to_thai_digits, _ARABIC) if digits == "thai" else (to_arabic_digits, _THAI)

    @lru_cache(maxsize=4096)
    def change(text: str) -> str:
        if not others.search(text):
            return text
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
    if all(change(run.text) == run.text for run in paragraph.runs):
        return paragraph
    return replace(paragraph, runs=tuple(replace(run, text=change(run.text)) for run in paragraph.runs))


def _rows(rows: tuple[Row, ...], change: _Change) -> tuple[Row, ...]:
    return tuple(tuple(_cell(cell, change) for cell in row) for row in rows)


def _cell(cell: Cell, change: _Change) -> Cell:
    paragraphs = tuple(_paragraph(paragraph, change) for paragraph in cell.paragraphs)
    return cell if paragraphs == cell.paragraphs else replace(cell, paragraphs=paragraphs)


def _svg(svg: str, change: _Change) -> str:
    """The picture with the digits of its texts changed, and nothing else: attributes hold coordinates."""
    if all(change(text) == text for text in _SVG_TEXT.findall(svg)):
        return svg
    root = etree.fromstring(svg.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    for node in root.iter(etree.Element):
        if node.text and etree.QName(node).localname in _SEEN:
            node.text = change(node.text)
        if node.tail and node.getparent() is not None and etree.QName(node.getparent()).localname in _SEEN:
            node.tail = change(node.tail)
    return str(etree.tostring(root, encoding="unicode"))

"""What a reader finds in a document: its blocks, its texts, its figures, the words in its pictures."""

import re
from collections.abc import Iterator
from typing import TypeVar

from lxml import etree

from prongsai.document import Block, Document, Figure, Heading, Paragraph, Table

_Found = TypeVar("_Found", bound=Block)
_SVG = "{http://www.w3.org/2000/svg}"
_TWO_DECIMALS = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})*\.\d\d(?![\d.])")


def blocks(document: Document) -> list[Block]:
    """All blocks in their order."""
    return [block for section in document.sections for block in section.blocks]


def all_of(document: Document, kind: type[_Found]) -> list[_Found]:
    """All blocks of a kind."""
    return [block for block in blocks(document) if isinstance(block, kind)]


def svg_texts(figure: Figure) -> list[str]:
    """The texts of a picture, in its order; fails where the picture is not well-formed."""
    return ["".join(node.itertext()) for node in etree.fromstring(figure.svg.encode()).iter(f"{_SVG}text")]


def texts(document: Document) -> Iterator[str]:
    """Every text that a reader can see or hear."""
    yield from (document.title, document.subject, document.header, document.page_label)
    for block in blocks(document):
        yield from _texts(block)


def text(document: Document) -> str:
    """The whole text, one piece a line."""
    return "\n".join(texts(document))


def figures(text: str) -> set[str]:
    """Every number with two decimals, without its sign and without thousands commas."""
    return {found.replace(",", "") for found in _TWO_DECIMALS.findall(text)}


def table_texts(table: Table) -> list[list[str]]:
    """The cells of a table as texts, heads first."""
    return [[cell.text for cell in row] for row in (*table.head, *table.rows)]


def table_with(document: Document, head: str) -> Table:
    """The first table that has a column of this name."""
    return next(table for table in all_of(document, Table) if any(cell.text == head for row in table.head for cell in row))


def _texts(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield block.text
        case Paragraph():
            yield block.text
        case Table():
            yield block.caption
            yield from (cell.text for row in (*block.head, *block.rows) for cell in row)
        case Figure():
            yield from (block.alt, block.caption, *svg_texts(block))
        case _:
            yield getattr(block, "title", "")

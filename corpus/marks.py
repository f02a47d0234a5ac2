"""Marked text: a document under work says of each figure, name and cell what it is, so that one of them can be made wrong.

A mark stands around a text (or around nothing, to name the cell or heading it stands in) and is gone when the document is written.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from prongsai.document import Block, Cell, Document, Heading, Paragraph, Row, Run, Section, Table

_OPEN, _MIDDLE, _CLOSE = "\ue000", "\ue001", "\ue002"
_MARK = re.compile(f"{_OPEN}([^{_MIDDLE}]*){_MIDDLE}([^{_OPEN}{_CLOSE}]*){_CLOSE}")
TextChange = Callable[[str], str]
Inside = Literal["title", "heading", "paragraph", "cell"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked text: the `place`-th of its document, what kind of thing it is, what it is about, and what it stands in."""

    place: int
    kind: str
    about: tuple[str, ...]
    text: str
    inside: Inside = "paragraph"


def mark(text: str, kind: str, *about: str | int) -> str:
    """The text with a mark around it."""
    return f"{_OPEN}{'|'.join((kind, *map(str, about)))}{_MIDDLE}{text}{_CLOSE}"


def marks(document: Document) -> list[Mark]:
    """Every mark of the document, in the order of reading."""
    found: list[Mark] = []
    for text, inside in _placed_texts(document):
        for match in _MARK.finditer(text):
            kind, *about = match[1].split("|")
            found.append(Mark(len(found), kind, tuple(about), match[2], inside))
    return found


def marks_in(part: Cell | Row | Block) -> list[Mark]:
    """The marks of a part, their places counted from its start."""
    parts = _row_texts(part) if isinstance(part, tuple) else _cell_texts(part) if isinstance(part, Cell) else _block_texts(part)
    found = [match for text in parts for match in _MARK.finditer(text)]
    return [Mark(place, match[1].split("|")[0], tuple(match[1].split("|")[1:]), match[2]) for place, match in enumerate(found)]


def rewritten(document: Document, changes: dict[int, str]) -> Document:
    """The document with the texts of some marks changed, by their places; the marks stay."""
    place = -1

    def swapped(match: re.Match[str]) -> str:
        nonlocal place
        place += 1
        return f"{_OPEN}{match[1]}{_MIDDLE}{changes.get(place, match[2])}{_CLOSE}"

    return with_texts(document, lambda text: _MARK.sub(swapped, text))


def bare(text: str) -> str:
    """The text without marks."""
    return _MARK.sub(lambda match: match[2], text)


def unmarked(document: Document) -> Document:
    """The document as it is written."""
    return with_texts(document, bare)


def texts(document: Document) -> Iterator[str]:
    """Every text that can hold marks, in the order in which `with_texts` changes them."""
    return (text for text, _ in _placed_texts(document))


def _placed_texts(document: Document) -> Iterator[tuple[str, Inside]]:
    yield from ((document.title, "title"), (document.header, "title"))
    for section in document.sections:
        for block in section.blocks:
            inside: Inside = "cell" if isinstance(block, Table) else "heading" if isinstance(block, Heading) else "paragraph"
            yield from ((text, "title" if section.kind == "cover" else inside) for text in _block_texts(block))


def with_texts(document: Document, change: TextChange) -> Document:
    """The document with every text changed."""
    title, header = change(document.title), change(document.header)
    return replace(document, title=title, header=header, sections=tuple(_section(section, change) for section in document.sections))


def with_blocks(document: Document, change: Callable[[list[Block]], list[Block]]) -> Document:
    """The document with the blocks of each section changed."""
    return replace(document, sections=tuple(replace(section, blocks=tuple(change(list(section.blocks)))) for section in document.sections))


def with_tables(document: Document, change: Callable[[Table], Table]) -> Document:
    """The document with every table changed."""
    return with_blocks(document, lambda blocks: [change(block) if isinstance(block, Table) else block for block in blocks])


def _block_texts(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield block.text
        case Paragraph():
            yield from (run.text for run in block.runs)
        case Table():
            yield block.caption
            for row in (*block.head, *block.rows):
                yield from _row_texts(row)


def _row_texts(row: Row) -> Iterator[str]:
    for cell in row:
        yield from _cell_texts(cell)


def _cell_texts(cell: Cell) -> Iterator[str]:
    yield from (run.text for entry in cell.paragraphs for run in entry.runs)


def _section(section: Section, change: TextChange) -> Section:
    return replace(section, blocks=tuple(_block(block, change) for block in section.blocks))


def _block(block: Block, change: TextChange) -> Block:
    match block:
        case Heading():
            return replace(block, text=change(block.text))
        case Paragraph():
            return _paragraph(block, change)
        case Table():
            caption = change(block.caption)
            return replace(block, caption=caption, head=_rows(block.head, change), rows=_rows(block.rows, change))
    return block


def _paragraph(paragraph: Paragraph, change: TextChange) -> Paragraph:
    return replace(paragraph, runs=tuple(_run(run, change) for run in paragraph.runs))


def _run(run: Run, change: TextChange) -> Run:
    return replace(run, text=change(run.text))


def _rows(rows: tuple[Row, ...], change: TextChange) -> tuple[Row, ...]:
    return tuple(tuple(replace(cell, paragraphs=tuple(_paragraph(entry, change) for entry in cell.paragraphs)) for cell in row) for row in rows)

"""Documents of a few blocks, put together for one test."""

from prongsai.checker.outline import Outline, outline_of
from prongsai.document import Block, Column, Document, Heading, Section, Table, cell, paragraph


def table(*rows: tuple[str, ...], head: int = 1) -> Table:
    """A table of texts; the first `head` rows are its heads."""
    made = [tuple(cell(text) for text in row) for row in rows]
    return Table(tuple(Column() for _ in rows[0]), tuple(made[:head]), tuple(made[head:]))


def document(*blocks: Block | str) -> Document:
    """A document of blocks; a text alone is a paragraph, one that begins with # a heading."""
    made = [block if not isinstance(block, str) else Heading(block[2:]) if block.startswith("# ") else paragraph(block) for block in blocks]
    return Document("ตัวอย่าง", (Section(tuple(made)),))


def outline(*blocks: Block | str) -> Outline:
    """The outline of such a document."""
    return outline_of(document(*blocks))

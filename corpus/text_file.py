"""A document as a machine reader gives it: plain text, cells between tabs, tags inside some cells."""

from collections.abc import Iterator

from prongsai.document import Cell, Document, Heading, Paragraph, Row, Table


def as_text(document: Document, *, tags: bool) -> str:
    """The whole text; with `tags` the cells of several paragraphs hold them in HTML tags, else they are run together."""
    lines: list[str] = []
    for section in document.sections:
        for block in section.blocks:
            match block:
                case Heading():
                    lines += [block.text, ""]
                case Paragraph():
                    lines += [block.text, ""]
                case Table():
                    lines += [*([block.caption, ""] if block.caption else []), *_rows(block, tags=tags), ""]
    return "\n".join(lines) + "\n"


def _rows(table: Table, *, tags: bool) -> Iterator[str]:
    return ("\t".join(_cells(row, tags=tags)) for row in (*table.head, *table.rows))


def _cells(row: Row, *, tags: bool) -> Iterator[str]:
    for cell in row:
        yield _cell(cell, tags=tags)
        yield from [""] * (cell.columns - 1)


def _cell(cell: Cell, *, tags: bool) -> str:
    texts = [paragraph.text for paragraph in cell.paragraphs if paragraph.text]
    if tags and len(texts) > 1:
        return " ".join(f"<p>{text}</p>" for text in texts)
    return " ".join(texts)

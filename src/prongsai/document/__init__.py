"""One document model, and the formats it is written to and read from."""

from prongsai.document.digits import in_digits
from prongsai.document.model import (
    Align,
    Block,
    Cell,
    Column,
    Contents,
    Digits,
    Document,
    Figure,
    Heading,
    Orientation,
    PageBreak,
    Paragraph,
    Role,
    Row,
    Run,
    Section,
    Table,
    Tone,
    cell,
    head_row,
    paragraph,
)
from prongsai.document.workbook import Sheet as SheetModel
from prongsai.document.workbook import Value, Workbook, cell_address
from prongsai.document.workbook_file import read_workbook, write_workbook
from prongsai.document.write_document import write_document

__all__ = [
    "Align",
    "Block",
    "Cell",
    "Column",
    "Contents",
    "Digits",
    "Document",
    "Figure",
    "Heading",
    "Orientation",
    "PageBreak",
    "Paragraph",
    "Role",
    "Row",
    "Run",
    "Section",
    "SheetModel",
    "Table",
    "Tone",
    "Value",
    "Workbook",
    "cell",
    "cell_address",
    "head_row",
    "in_digits",
    "paragraph",
    "read_workbook",
    "write_document",
    "write_workbook",
]

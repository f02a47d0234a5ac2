"""One document model, and the formats it is written to and read from."""

from prongsai.document.comment import Comment
from prongsai.document.digits import in_digits
from prongsai.document.grid import Spot, laid_out, table_width
from prongsai.document.model import (
    Align,
    Block,
    Cell,
    Column,
    Contents,
    Digits,
    Document,
    Figure,
    Form,
    Heading,
    Orientation,
    PageBreak,
    Paragraph,
    Place,
    Reading,
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
from prongsai.document.reading.file_kind import CONVERTIBLE, READABLE
from prongsai.document.reading.limits import Limits
from prongsai.document.reading.read_document import ReadProgress, Recognise, read_document
from prongsai.document.workbook import Sheet as SheetModel
from prongsai.document.workbook import Value, Workbook, cell_address
from prongsai.document.workbook_file import read_workbook, write_workbook
from prongsai.document.writing.write_comments import write_comments
from prongsai.document.writing.write_document import write_document

__all__ = [
    "CONVERTIBLE",
    "READABLE",
    "Align",
    "Block",
    "Cell",
    "Column",
    "Comment",
    "Contents",
    "Digits",
    "Document",
    "Figure",
    "Form",
    "Heading",
    "Limits",
    "Orientation",
    "PageBreak",
    "Paragraph",
    "Place",
    "ReadProgress",
    "Reading",
    "Recognise",
    "Role",
    "Row",
    "Run",
    "Section",
    "SheetModel",
    "Spot",
    "Table",
    "Tone",
    "Value",
    "Workbook",
    "cell",
    "cell_address",
    "head_row",
    "in_digits",
    "laid_out",
    "paragraph",
    "read_document",
    "read_workbook",
    "table_width",
    "write_comments",
    "write_document",
    "write_workbook",
]

"""Documents with places and remarks on them, put together for tests of the page."""

from collections.abc import Sequence

from lxml import html

from prongsai.checker import Check, DocumentRemark, remark_page
from prongsai.checker.fact import Facts
from prongsai.checker.outline import outline_of
from prongsai.document import Block, Cell, Column, Document, Form, Heading, Paragraph, Place, Reading, Run, Section, Table
from prongsai.plan import Severity
from prongsai.words import Language, Words

NOWHERE = Place()


def line(text: str, number: int, page: int | None = None) -> Paragraph:
    """A paragraph at a line of a text."""
    return Paragraph((Run(text),), place=Place(page, anchor=f"line:{number}"))


def heading(text: str, number: int, level: int = 1) -> Heading:
    """A heading at a line of a text."""
    return Heading(text, level, Place(anchor=f"line:{number}"))


def table(number: int, rows: Sequence[Sequence[str]], *, head: int = 1, tall: int = 1) -> Table:
    """A table with places; the first cell under the head is `tall` rows high, and those rows leave out their first cell."""
    made: list[tuple[Cell, ...]] = []
    for row, texts in enumerate(rows, 1):
        cells = [
            _cell(text, Place(table=number, row=row, column=column), tall if row == head + 1 and column == 1 else 1) for column, text in enumerate(texts, 1)
        ]
        made.append(tuple(cells[1:] if head + 1 < row <= head + tall else cells))
    return Table(tuple(Column() for _ in rows[0]), tuple(made[:head]), tuple(made[head:]), place=Place(table=number))


def _cell(text: str, place: Place, rows: int) -> Cell:
    return Cell((Paragraph((Run(text),)),), rows=rows, place=place)


def reading(*blocks: Block, form: Form = "text", quality: float = 1.0, margins: tuple[Paragraph, ...] = ()) -> Reading:
    """A document that was read."""
    return Reading(Document("ตัวอย่าง", (Section(blocks),)), form, quality=quality, margins=margins)


def remark(
    place: Place = NOWHERE, severity: Severity = "error", rule: str = "total-mismatch", *, message: str = "คะแนนไม่ตรง", sure: float = 1.0
) -> DocumentRemark:
    """A remark on a place."""
    return DocumentRemark(rule, severity, place, "ข้อความ", Words(message, "does not follow"), Words("แก้คะแนน", "mend the figure"), sure)


def checked(source: Reading, *remarks: DocumentRemark, known: bool = True, notes: tuple[Words, ...] = ()) -> Check:
    """The check of a document as a report of progress, or as one of no known kind."""
    return Check(Facts(outline_of(source), kind="progress" if known else "unknown"), None, source.quality, remarks, notes)


def page(source: Reading, *remarks: DocumentRemark, name: str = "ตัวอย่าง.docx", language: Language = "th") -> html.HtmlElement:
    """The page of remarks as a tree."""
    return html.document_fromstring(remark_page(name, source, checked(source, *remarks), language).encode())


def words(element: html.HtmlElement) -> str:
    """The text of an element in one line."""
    return " ".join(" ".join(map(str, element.itertext())).split())

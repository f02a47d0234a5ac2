"""The one document model: every writer, reader and checker knows only this.

Document ─ Section ─ Heading | Paragraph | Table | Figure | Contents | PageBreak
Paragraph ─ Run          Table ─ Column, rows of Cell ─ Paragraph
Reading ─ Document that was read from a file, each Heading, Paragraph, Table and Cell with its Place
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from prongsai.words import Language, Words

Align = Literal["left", "center", "right"]
Orientation = Literal["portrait", "landscape"]
Role = Literal["body", "bullet", "number", "note", "callout", "title", "subtitle", "cover", "signature"]
Tone = Literal["plain", "head", "good", "warning", "bad", "quiet"]
Digits = Literal["thai", "arabic"]
Form = Literal["docx", "pdf", "html", "xlsx", "text", "image"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a document that was read: each counted from 1, None where the format or the reader cannot tell.

    `table` counts the tables of the whole document as read, `row` and `column` the cells inside it, head rows included. `anchor` is the reader's own address of
    the paragraph, by which a remark finds its way back into the file.
    """

    page: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style; `href` makes it a link."""

    text: str
    bold: bool = False
    italic: bool = False
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Runs in one role.

    `body` is running text; `bullet` and `number` are list entries of `level` 0, 1, …; `note` is small; `callout` stands out
    between rules; `title`, `subtitle` and `cover` stand centred on a cover; `signature` is centred below the line of a signer.
    """

    runs: tuple[Run, ...]
    role: Role = "body"
    level: int = 0
    place: Place | None = field(default=None, compare=False, repr=False)

    @property
    def text(self) -> str:
        """The text without its styles."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 (chapter) to 4."""

    text: str
    level: int = 1
    place: Place | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell; `columns` and `rows` are how many it spans. The tone is a hint of colour, never the only sign."""

    paragraphs: tuple[Paragraph, ...]
    align: Align | None = None
    columns: int = 1
    rows: int = 1
    tone: Tone = "plain"
    place: Place | None = field(default=None, compare=False, repr=False)

    @property
    def text(self) -> str:
        """The text of the cell, a line a paragraph."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column's share of the table's width (any unit, the sum counts) and the alignment of its cells."""

    width: float = 1.0
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under head rows that repeat on every page; a row leaves out the places that a spanning cell covers."""

    columns: tuple[Column, ...]
    head: tuple[Row, ...]
    rows: tuple[Row, ...]
    caption: str = ""
    place: Place | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture as SVG with what a reader who cannot see it is told; `width` is its share of the line."""

    svg: str
    alt: str
    caption: str = ""
    width: float = 1.0


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents, down to headings of `depth`."""

    title: str
    depth: int = 2


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts on a new page."""


Block = Heading | Paragraph | Table | Figure | Contents | PageBreak


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks that share a page: a cover (centred, without page number), front matter or the body."""

    blocks: tuple[Block, ...]
    orientation: Orientation = "portrait"
    kind: Literal["cover", "body"] = "body"


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document; `header` stands on top of every page but the cover, the page number at its foot.

    `digits` are those of what a writer counts itself: pages, contents and numbered lists.
    """

    title: str
    sections: tuple[Section, ...]
    language: Language = "th"
    author: str = ""
    subject: str = ""
    header: str = ""
    page_label: str = "{}"
    created: date = field(default_factory=date.today)
    digits: Digits = "arabic"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader made of a file.

    `quality` says how cleanly the text could be read, 0..1; `scanned` that it was recognised from pictures. `margins` are headers, footers and what stands
    outside the text, each once; `notes` say what the reader did, left out or could not tell.
    """

    document: Document
    form: Form
    pages: int | None = None
    quality: float = 1.0
    scanned: bool = False
    margins: tuple[Paragraph, ...] = ()
    notes: tuple[Words, ...] = ()


def paragraph(text: str | Iterable[Run], role: Role = "body", level: int = 0, *, bold: bool = False) -> Paragraph:
    """A paragraph from plain text or from runs."""
    runs = (Run(text, bold=bold),) if isinstance(text, str) else tuple(text)
    return Paragraph(runs, role, level)


def cell(text: str | Paragraph | Iterable[Paragraph] = "", *, align: Align | None = None, columns: int = 1, rows: int = 1, tone: Tone = "plain") -> Cell:
    """A cell from plain text (a paragraph a line), one paragraph or several."""
    if isinstance(text, str):
        paragraphs: tuple[Paragraph, ...] = tuple(paragraph(line, bold=tone == "head") for line in text.split("\n"))
    elif isinstance(text, Paragraph):
        paragraphs = (text,)
    else:
        paragraphs = tuple(text)
    return Cell(paragraphs, align, columns, rows, tone)


def head_row(*texts: str) -> Row:
    """A row of column heads, centred."""
    return tuple(cell(text, align="center", tone="head") for text in texts)

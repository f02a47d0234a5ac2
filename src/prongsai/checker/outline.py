"""A document as the checker walks it: passages in order, and tables that are one although they go on over pages."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from itertools import count
from typing import Literal

from prongsai.checker.columns import fields_of
from prongsai.document import Block, Document, Heading, Paragraph, Place, Reading, Table, laid_out, table_width
from prongsai.thai import find_items, repair, to_arabic_digits

PassageKind = Literal["title", "heading", "paragraph", "cell", "margin"]
_NOWHERE = Place()
_LEAST_HEADS = 2
_CODE_GOES_ON = re.compile(r"[oO\d]")
_SOURCE = re.compile(r"[A-Z]\d{1,3}: ")
_SOURCES = re.compile(r"แหล่งที่มา|แหล่งข้อมูล|บรรณานุกรม|เอกสารอ้างอิง|\bsources\b|\breferences\b", re.IGNORECASE)
LONGEST_PASSAGE = 20_000
_LONGEST_HEAD = 60
_BODY = re.compile(r"\d\.\d\d|(?:^|\n)\(?\d{1,2}[.)] ?[ก-๎]|https?://")
_BLANKS = re.compile(r"[ \t\u00a0]+")


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text in one place; `chapter` is the heading above it.

    `text` is folded: Thai repaired, Arabic digits, ๐8 as o8, single blanks, a line a paragraph.
    """

    text: str
    place: Place = _NOWHERE
    kind: PassageKind = "paragraph"
    chapter: str = ""
    level: int = 0

    def __bool__(self) -> bool:
        """Whether anything stands in it."""
        return bool(self.text)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as a rectangle of passages: a cell that spans stands, as the same object, at every place it covers.

    Parts of a table on several pages are joined and repeated head rows left out. `head` counts the rows that are column heads; `before` is the last
    text above it.
    """

    rows: tuple[tuple[Passage, ...], ...]
    head: int = 0
    before: Passage = field(default_factory=lambda: Passage(""))

    @property
    def heads(self) -> tuple[str, ...]:
        """The text over each column, several head rows joined by a blank; empty where the table has no head."""
        columns = zip(*self.rows[: self.head], strict=True)
        return tuple(" ".join(dict.fromkeys(cell.text for cell in column if cell)) for column in columns)

    @property
    def body(self) -> tuple[tuple[Passage, ...], ...]:
        """The rows under the head."""
        return self.rows[self.head :]

    @property
    def width(self) -> int:
        """How many columns it has."""
        return len(self.rows[0]) if self.rows else 0


@dataclass(frozen=True)
class Outline:
    """The passages outside of tables, the tables, both in the order of reading in `parts`, and the margins."""

    parts: tuple[Passage | Grid, ...]
    margins: tuple[Passage, ...] = ()

    @cached_property
    def prose(self) -> tuple[Passage, ...]:
        """The passages outside of tables."""
        return tuple(part for part in self.parts if isinstance(part, Passage))

    @cached_property
    def grids(self) -> tuple[Grid, ...]:
        """The tables."""
        return tuple(part for part in self.parts if isinstance(part, Grid))

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Everything that was read, each passage once: prose and cells in order, then margins."""
        return (*_passages(self.parts), *self.margins)

    @cached_property
    def text(self) -> str:
        """All passages, a line each."""
        return "\n".join(passage.text for passage in self.passages)


def is_source(passage: Passage) -> bool:
    """Whether the passage is an entry in a list of sources: it speaks of other documents, and of other agencies and years."""
    return bool(_SOURCE.match(passage.text)) or bool(_SOURCES.search(passage.chapter))


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """The text as it is compared: repaired, Arabic digits, single blanks, lines kept; of a passage that nobody would write the beginning."""
    text = text[:LONGEST_PASSAGE]
    lines = to_arabic_digits(_with_plain_codes(repair(text))).split("\n")
    return "\n".join(line for line in (_BLANKS.sub(" ", line).strip() for line in lines) if line)


def _with_plain_codes(text: str) -> str:
    """Codes that begin with a Thai zero (๐8) with the letter they mean, as the zero would become a digit."""
    if "๐" not in text:
        return text
    letters = list(text)
    for found in find_items(text):
        zero = text.find("๐", found.start, found.end)
        if found.item.instrument == "OIT" and zero >= 0 and not _CODE_GOES_ON.match(text[max(0, zero - 1) : zero]):
            letters[zero] = "o"
    return "".join(letters)


def outline_of(source: Reading | Document) -> Outline:
    """The outline of a document that was read, or of one about to be written."""
    document = source.document if isinstance(source, Reading) else source
    margins = source.margins if isinstance(source, Reading) else ()
    return Outline(_joined(_parts(document)), tuple(Passage(folded(entry.text), entry.place or _NOWHERE, "margin") for entry in margins))


def _passages(parts: tuple[Passage | Grid, ...]) -> Iterator[Passage]:
    for part in parts:
        if isinstance(part, Passage):
            yield part
        else:
            yield from {id(cell): cell for row in part.rows for cell in row if cell}.values()


def _parts(document: Document) -> Iterator[Passage | Grid]:
    chapter, before = "", Passage("")
    tables = count(1)
    for block in (block for section in document.sections for block in section.blocks):
        if isinstance(block, Table):
            yield _grid(block, next(tables), chapter, before)
        elif passage := _passage(block, chapter):
            chapter = passage.text if passage.kind == "heading" else chapter
            before = passage
            yield passage


def _passage(block: Block, chapter: str) -> Passage:
    place = getattr(block, "place", None) or _NOWHERE
    if isinstance(block, Heading):
        return Passage(folded(block.text), place, "heading", chapter, block.level)
    if isinstance(block, Paragraph):
        return Passage(folded(block.text), place, "title" if block.role in ("title", "subtitle", "cover") else "paragraph", chapter)
    return Passage("")


def _grid(table: Table, number: int, chapter: str, before: Passage) -> Grid:
    rows: list[tuple[Passage, ...]] = []
    for row, spots in enumerate(laid_out((*table.head, *table.rows), table_width(table)), 1):
        cells: list[Passage] = []
        for spot in spots:
            place = spot.cell.place or replace(table.place or Place(table=number), row=row, column=spot.column + 1)
            passage = Passage(folded(spot.cell.text), place, "cell", chapter) if spot.first else rows[-1][spot.column]
            cells += [passage] * spot.columns
        rows.append(tuple(cells))
    return Grid(tuple(rows), len(table.head) or _head_rows(rows), before)


def _head_rows(rows: list[tuple[Passage, ...]]) -> int:
    """How many rows at the top are column heads, where the reader could not tell: one that looks like heads, and one below that cells of it span."""
    if not rows or _is_upright(rows) or not _looks_like_heads(rows[0]):
        return 0
    spanned = len({id(cell) for cell in rows[0]}) < len(rows[0])
    return 2 if spanned and len(rows) > 1 and any(above is below for above, below in zip(rows[0], rows[1], strict=True)) else 1


def _is_upright(rows: list[tuple[Passage, ...]]) -> bool:
    """Whether the words that usually stand over columns stand down the first of two: one measure a table."""
    if len(rows) < _LEAST_HEADS or any(len({id(cell) for cell in row}) > _LEAST_HEADS for row in rows):
        return False
    named = fields_of([row[0].text for row in rows], "measures")
    return len(named) >= _LEAST_HEADS and 2 * len(named) >= len(rows)


def _looks_like_heads(row: tuple[Passage, ...]) -> bool:
    """Short texts without figures or list numbers, at least two and half of all of them words that stand over columns."""
    texts = [cell.text for cell in {id(cell): cell for cell in row if cell}.values()]
    if any(len(text) > _LONGEST_HEAD or _BODY.search(text) for text in texts):
        return False
    known = len(fields_of(texts))
    return known >= _LEAST_HEADS and 2 * known >= len(texts)


def _joined(parts: Iterator[Passage | Grid]) -> tuple[Passage | Grid, ...]:
    """Tables that follow one another without a word between them, joined where the second goes on with the first."""
    joined: list[Passage | Grid] = []
    for part in parts:
        last = joined[-1] if joined else None
        if isinstance(part, Grid) and isinstance(last, Grid) and _goes_on(last, part):
            joined[-1] = replace(last, rows=last.rows + _rest(last, part))
        else:
            joined.append(part)
    return tuple(joined)


def _goes_on(first: Grid, second: Grid) -> bool:
    """Whether a table right behind another is its continuation: of the same width, without heads of its own or with the same."""
    if first.width != second.width:
        return False
    return second.head == 0 or [_bare(text) for text in first.heads] == [_bare(text) for text in second.heads]


def _rest(first: Grid, second: Grid) -> tuple[tuple[Passage, ...], ...]:
    """The rows of a continuation; a first row that repeats that of the table, heads that nobody knows, is left out."""
    if second.body and first.rows and [_bare(cell.text) for cell in second.body[0]] == [_bare(cell.text) for cell in first.rows[0]]:
        return second.body[1:]
    return second.body


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)

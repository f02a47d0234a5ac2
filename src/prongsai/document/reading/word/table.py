"""Tables of a Word file: cells that span columns and rows, head rows, rows that were struck out."""

from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from prongsai.document.model import Align, Cell, Column, Paragraph, Place, Row, Table
from prongsai.document.reading.word.names import CELL, PARAGRAPH, ROW, inside, number, switch, tag, value
from prongsai.document.reading.word.pages import Pages

# Word allows 63 columns.
_WIDEST = 100
_PROPERTIES = tag("tcPr")
_ALIGNS: dict[str, Align] = {"center": "center", "right": "right", "end": "right", "left": "left", "start": "left"}
Content = Callable[[etree._Element, Place], tuple[Paragraph, ...]]


@dataclass(slots=True)
class _Draft:
    """A cell that may still grow."""

    paragraphs: tuple[Paragraph, ...]
    align: Align | None
    columns: int
    place: Place
    rows: int = 1

    def done(self) -> Cell:
        return Cell(self.paragraphs, self.align, self.columns, self.rows, place=self.place)


def read_table(element: etree._Element, count: int, pages: Pages | None, *, content: Content) -> Table:
    """The `count`-th table of the document; `content` reads a cell at its place."""
    rows = _Rows(count, pages, content)
    heads = 0
    for each in inside(element):
        if each.tag == ROW and not _struck_out(each):
            head = switch(each.find(tag("trPr")), "tblHeader") is True
            heads += head and heads == len(rows.drafts)
            rows.add(each)
    done = [tuple(draft.done() for draft in row) for row in rows.drafts]
    heads = heads if heads < len(done) else 0
    return Table(_columns(element, done), tuple(done[:heads]), tuple(done[heads:]), place=_first_place(done, count))


class _Rows:
    """Takes row after row and joins cells that reach down."""

    def __init__(self, count: int, pages: Pages | None, content: Content) -> None:
        self.drafts: list[list[_Draft]] = []
        self._count = count
        self._pages = pages
        self._content = content
        self._reaching: dict[int, _Draft] = {}

    def add(self, element: etree._Element) -> None:
        """The next row."""
        column = min(_inner(element.find(tag("trPr")), "gridBefore") or 0, _WIDEST)
        row = [self._filler(column)] if column else []
        self.drafts.append(row)
        reaching: dict[int, _Draft] = {}
        turn = _Turn(self._pages)
        for cell in inside(element):
            if cell.tag == CELL:
                turn.begin()
                column += self._cell(cell, column, reaching)
                turn.end(row[-1].place.page if row else None, tall=cell.find(f"{_PROPERTIES}/{tag('vMerge')}") is not None)
        turn.close()
        self._reaching = reaching

    def _cell(self, element: etree._Element, column: int, reaching: dict[int, _Draft]) -> int:
        """Add a cell, or let the one above or before reach on; the answer is how many columns it takes."""
        properties = element.find(_PROPERTIES)
        columns = max(1, min(_inner(properties, "gridSpan") or 1, _WIDEST - min(column, _WIDEST - 1)))
        row = self.drafts[-1]
        merge = None if properties is None else properties.find(tag("vMerge"))
        above = self._reaching.get(column)
        if merge is not None and value(merge) != "restart" and above is not None:
            above.rows += 1
            reaching[column] = above
            return columns
        if row and properties is not None and _continues(properties.find(tag("hMerge"))):
            row[-1].columns += columns
            return columns
        draft = self._draft(element, column, columns)
        row.append(draft)
        if merge is not None:
            reaching[column] = draft
        return columns

    def _draft(self, element: etree._Element, column: int, columns: int) -> _Draft:
        place = Place(table=self._count, row=len(self.drafts), column=column + 1)
        page = self._pages.current if self._pages is not None else None
        paragraphs = self._content(element, place)
        first = paragraphs[0].place if paragraphs else None
        return _Draft(paragraphs, _align(element), columns, first or Place(page, self._count, place.row, place.column))

    def _filler(self, columns: int) -> _Draft:
        return _Draft((), None, columns, Place(table=self._count, row=len(self.drafts) + 1, column=1))


class _Turn:
    """The pages of one row; its cells stand beside each other, so that each begins where the row does."""

    def __init__(self, pages: Pages | None) -> None:
        self._pages = pages
        self._start = self._end = pages.state if pages is not None else (1, False)

    def begin(self) -> None:
        """A cell begins."""
        if self._pages is not None:
            self._pages.go_to(self._start)

    def end(self, page: int | None, *, tall: bool) -> None:
        """It ends; one that began on a new page took the row along, a tall one reaches past the row."""
        if self._pages is not None:
            if page is not None and page > self._start[0]:
                self._start = (page, True)
            self._end = max(self._end, self._start if tall else self._pages.state)

    def close(self) -> None:
        """The row is at its end."""
        if self._pages is not None:
            self._pages.go_to(self._end)


def _struck_out(row: etree._Element) -> bool:
    properties = row.find(tag("trPr"))
    return properties is not None and (properties.find(tag("del")) is not None or switch(properties, "hidden") is True)


def _continues(merge: etree._Element | None) -> bool:
    return merge is not None and value(merge) != "restart"


def _inner(parent: etree._Element | None, name: str) -> int | None:
    return None if parent is None else number(parent.find(tag(name)))


def _align(cell: etree._Element) -> Align | None:
    first = cell.find(f"{PARAGRAPH}/{tag('pPr')}/{tag('jc')}")
    return _ALIGNS.get(value(first) or "")


def _columns(table: etree._Element, rows: list[Row]) -> tuple[Column, ...]:
    """As many columns as the widest row takes, each with the width that the file gives it."""
    widths = [float(number(each, "w") or 0) for each in table.findall(f"{tag('tblGrid')}/{tag('gridCol')}")]
    count = max((cell.place.column + cell.columns - 1 for row in rows for cell in row if cell.place and cell.place.column), default=0)
    usual = sum(widths) / len(widths) if any(widths) else 1.0
    given = [*widths, *[usual] * count][:count]
    return tuple(Column(width or usual) for width in given)


def _first_place(rows: list[Row], count: int) -> Place:
    place = next((cell.place for row in rows for cell in row if cell.place and cell.place.anchor), None)
    return Place(place.page if place else None, count, anchor=place.anchor if place else "")

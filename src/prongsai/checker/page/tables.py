"""A table of the document: head rows repeat, and the cards of a row stand right below it, as a row over the whole width."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape

from prongsai.checker.page.cards import cards
from prongsai.checker.page.marks import Marks, Numbered
from prongsai.document import Place, Spot, Table, laid_out, table_width
from prongsai.thai import cluster_length
from prongsai.words import Words

_TABLE = Words("ตาราง", "Table")
_SCROLLS = Words("เลื่อนดูได้", "scrollable")
_SHORT, _ESSAY = 12, 90


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell of a row, counted from 0, at its place in the document."""

    spot: Spot
    place: Place
    row: int

    @property
    def rows(self) -> int:
        """How many rows it spans."""
        return self.spot.cell.rows


_Row = tuple[_Cell, ...]


class TableMarkup:
    """A table as rows that belong together: what a cell spans is one group, so that no row of cards cuts through it."""

    def __init__(self, table: Table, number: int) -> None:
        self._table = table
        self._number = (table.place.table if table.place else None) or number
        self._width = table_width(table)
        self.groups = list(_groups(self._rows()))

    def places(self) -> Iterator[Place]:
        """Where its cells stand, in order."""
        return (cell.place for group in self.groups for row in group for cell in row)

    def markup(self, marks: Marks, *, before: bool, after: bool) -> str:
        """The table in a box that scrolls sideways; `before` and `after` say that the passage before and after it has remarks.

        On paper stand the head and the rows with remarks, whose other cells are context enough, and the row next to such a passage.
        """
        heads = [all(_is_head(row, len(self._table.head), marks) for row in group) for group in self.groups]
        body = heads.index(False) if False in heads else len(self.groups)
        drawn = [self._group(group, marks) for group in self.groups]
        near = [bool(found) for _, found in drawn]
        if near:
            near[-1] |= after
            near[min(body, len(near) - 1)] |= before
        name = f"{_TABLE.to(marks.language)} {self._number}"
        return (
            f'<div class="scroll" role="region" tabindex="0" aria-label="{name} ({_SCROLLS.to(marks.language)})"><table>'
            f'<caption><span class="unseen">{name}</span> {escape(self._table.caption)}</caption>'
            f"{self._head(drawn[:body], marks)}{''.join(self._body(*one, marks, near=here) for one, here in zip(drawn[body:], near[body:], strict=True))}"
            f"</table></div>"
        )

    def _rows(self) -> Iterator[_Row]:
        own = self._table.place or Place(table=self._number)
        for number, spots in enumerate(laid_out((*self._table.head, *self._table.rows), self._width)):
            yield tuple(_Cell(spot, spot.cell.place or replace(own, row=number + 1, column=spot.column + 1), number) for spot in spots if spot.first)

    def _group(self, group: Sequence[_Row], marks: Marks) -> tuple[str, list[Numbered]]:
        """The rows of a group as markup, and the remarks on them."""
        found: list[Numbered] = []
        rows: list[str] = []
        for number, row in enumerate(group):
            head = _is_head(row, len(self._table.head), marks)
            cells: list[str] = []
            for cell in row:
                here = marks.taken(cell.place)
                found += here
                cells.append(_cell(cell, here, marks, scope=_scope(cell, head=head), room=len(group) - number))
            rows.append(f"<tr>{''.join(cells)}</tr>")
        return "".join(rows), found

    def _head(self, drawn: list[tuple[str, list[Numbered]]], marks: Marks) -> str:
        found = [one for _, here in drawn for one in here]
        rows = "".join(rows for rows, _ in drawn)
        return (f"<thead>{rows}</thead>" if rows else "") + (f'<tbody class="near">{self._cards(found, marks)}</tbody>' if found else "")

    def _body(self, rows: str, found: list[Numbered], marks: Marks, *, near: bool) -> str:
        name = ' class="near"' if near else ""
        return f"<tbody{name}>{rows}{self._cards(found, marks)}</tbody>"

    def _cards(self, found: list[Numbered], marks: Marks) -> str:
        return f'<tr class="cards"><td colspan="{self._width}">{cards(found, marks)}</td></tr>' if found else ""


def _groups(rows: Iterator[_Row]) -> Iterator[list[_Row]]:
    """Rows that share a spanning cell together, every other row alone."""
    group: list[_Row] = []
    left = 0
    for row in rows:
        left = max([left, *(cell.rows for cell in row)]) - 1
        group.append(row)
        if left <= 0:
            yield group
            group, left = [], 0
    if group:
        yield group


def _is_head(row: _Row, heads: int, marks: Marks) -> bool:
    """A row that the reader or the checker took for a head, or that repeats the head after a page break, which the checker passes over."""
    return all(cell.row < heads or marks.places.is_head(cell.place) or (cell.row == 0 and not marks.places.knows(cell.place)) for cell in row)


def _scope(cell: _Cell, *, head: bool) -> str:
    if not head:
        return ""
    return "colgroup" if cell.spot.columns > 1 else "col"


def _widths(longest: int) -> list[str]:
    """The classes that keep the column of a long text from being squeezed on a narrow screen."""
    return [name for name, least in (("long", _SHORT), ("essay", _ESSAY)) if longest > least]


def _cell(cell: _Cell, found: list[Numbered], marks: Marks, *, scope: str, room: int) -> str:
    columns, rows = cell.spot.columns, min(cell.rows, room)
    lines = [line for paragraph in cell.spot.cell.paragraphs for line in paragraph.text.split("\n")]
    classes = _widths(max(map(cluster_length, lines), default=0))
    tag, scoped = ("th", f' scope="{scope}"') if scope else ("td", "")
    spans = (f' colspan="{columns}"' if columns > 1 else "") + (f' rowspan="{rows}"' if rows > 1 else "")
    return f"<{tag}{scoped}{spans}{marks.attributes(found, classes)}>{'<br>'.join(map(escape, lines))}{marks.badges(found)}</{tag}>"

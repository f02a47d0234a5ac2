"""Markup of the web as blocks of the document model: one walk over the tree, without recursion."""

import re
from collections.abc import Callable, Mapping

from lxml import etree, html

from prongsai.document.model import Block, Heading, Paragraph, Place, Role, Run
from prongsai.document.reading.html.tables import Grid, OpenCell, Passage, row_span, span
from prongsai.document.reading.html.tree import classes, is_layout
from prongsai.document.reading.text_decoding import MANY_CELLS, Beyond, visible
from prongsai.document.reading.text_runs import plain, tidy
from prongsai.document.safe import safe_link

Skip = Callable[[html.HtmlElement], bool]
_BLOCK = re.compile(
    "address|article|aside|blockquote|body|caption|center|dd|details|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|html"
    "|legend|li|main|menu|ol|p|pre|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|ul"
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LISTS: dict[str, Role] = {"ul": "bullet", "menu": "bullet", "dir": "bullet", "ol": "number"}
_BOLD, _ITALIC = frozenset({"b", "strong"}), frozenset({"i", "em"})
_GROUPS = frozenset({"thead", "tbody", "tfoot"})
_ROLES: dict[str, dict[str, Role]] = {
    "h1": {"title": "title"},
    "p": {"title": "title", "subtitle": "subtitle", "cover": "cover", "note": "note"},
    "div": {"callout": "callout", "signature": "signature"},
}
_SPACE = re.compile(r"\s+")
_DEEPEST_LEVEL = 4
_MOST_CELLS = 200_000


class Flow:
    """Takes elements as they open and close, and keeps their text as blocks.

    `place` is where the markup stands: its page, the number of tables before it, and the `line:N` of a text file where it starts. With `numbers`
    everything is at the `node:N` of its element instead. `shift` is taken off the level of every heading.
    """

    def __init__(self, place: Place, numbers: Mapping[html.HtmlElement, int] | None = None, *, shift: int = 0) -> None:
        self.blocks: list[Block] = []
        self.pictures = 0
        self.tables = place.table or 0
        self._place = place
        self._shift = shift
        self._grids: list[Grid | None] = []
        self._runs: list[Run] = []
        self._bold = self._italic = 0
        self._links: list[str | None] = []
        self._lists: list[Role] = []
        self._roles: list[tuple[html.HtmlElement, Role]] = []
        self._entry: Role | None = None
        self._numbers = numbers or {}
        self._line = int(place.anchor.removeprefix("line:") or 0)
        self._node = self._start = 0
        self._cells = 0

    def walk(self, root: html.HtmlElement, skip: Skip) -> None:
        """Everything from the root on that is not skipped; raises Beyond."""
        walker = etree.iterwalk(root, events=("start", "end"))
        left_out: html.HtmlElement | None = None
        for event, element in walker:
            if event == "start":
                if not isinstance(element.tag, str) or (element is not root and skip(element)):
                    walker.skip_subtree()
                    left_out = element
                    continue
                self._node = self._numbers.get(element) or self._line + (element.sourceline or 1) - 1
                self._open(element)
                self._text(element.text, keep=element.tag == "pre")
                continue
            if element is not left_out:
                self._close(element)
            if element is not root:
                self._text(element.tail, keep=False)
        self.flush()

    def _open(self, element: html.HtmlElement) -> None:
        tag = element.tag
        if _BLOCK.fullmatch(tag):
            self.flush()
            self._open_block(element, tag)
        elif tag == "br":
            self._break()
        elif tag in _BOLD:
            self._bold += 1
        elif tag in _ITALIC:
            self._italic += 1
        elif tag == "a":
            self._links.append(safe_link(element.get("href")))
        elif tag == "img":
            self.pictures += element.get("alt") != ""
        elif tag == "input" and element.get("type", "").lower() == "checkbox":
            self._add("☐ " if element.get("checked") is None else "☑ ")

    def _open_block(self, element: html.HtmlElement, tag: str) -> None:
        if role := _role_of(element, tag):
            self._roles.append((element, role))
        if tag in _LISTS:
            self._lists.append(_LISTS[tag])
        elif tag == "li":
            self._entry = self._lists[-1] if self._lists else "bullet"
        elif tag == "table":
            self._grids.append(None if is_layout(element) else Grid(Place(self._place.page, anchor=self._anchor())))
        elif grid := self._grids[-1] if self._grids else None:
            self._open_part(grid, element, tag)

    def _open_part(self, grid: Grid, element: html.HtmlElement, tag: str) -> None:
        if tag in _GROUPS:
            grid.open_group(head=tag == "thead")
        elif tag == "tr":
            grid.open_row()
        elif tag in {"td", "th"}:
            self._cells += 1
            if self._cells > _MOST_CELLS:
                raise Beyond("file-too-large", MANY_CELLS)
            grid.open_cell(OpenCell(self._anchor(), tag == "th", span(element.get("colspan")), row_span(element.get("rowspan"))))

    def _close(self, element: html.HtmlElement) -> None:
        tag = element.tag
        if _BLOCK.fullmatch(tag):
            self._close_block(element, tag)
        elif tag in _BOLD:
            self._bold -= 1
        elif tag in _ITALIC:
            self._italic -= 1
        elif tag == "a":
            self._links.pop()

    def _close_block(self, element: html.HtmlElement, tag: str) -> None:
        grid = self._grids[-1] if self._grids else None
        if tag in _HEADINGS and not self._roles and self._cell() is None:
            self._heading(_HEADINGS[tag])
        elif tag == "caption" and grid:
            grid.caption.append(plain(self._taken()))
        else:
            self.flush()
        if self._roles and self._roles[-1][0] is element:
            self._roles.pop()
        if tag in _LISTS:
            self._lists.pop()
        elif tag == "li":
            self._entry = None
        elif tag in {"td", "th"} and grid:
            grid.cell = None
        elif tag in _GROUPS and grid:
            grid.open_group(head=False)
        elif tag == "table":
            self._close_table(self._grids.pop())

    def _close_table(self, grid: Grid | None) -> None:
        if grid is None:
            return
        if (cell := self._cell()) is not None:
            cell.passages += [Passage((Run(line),), "body", 0, cell.anchor) for line in grid.lines()]
        elif (table := grid.table(self.tables + 1)) is not None:
            self.tables += 1
            self.blocks.append(table)

    def _cell(self) -> OpenCell | None:
        """The innermost cell that is open, of a table that is one."""
        return next((grid.cell for grid in reversed(self._grids) if grid and grid.cell), None)

    def _heading(self, level: int) -> None:
        text = plain(self._taken())
        if text:
            self.blocks.append(Heading(text, max(1, min(level - self._shift, _DEEPEST_LEVEL)), self._here()))

    def _text(self, text: str | None, *, keep: bool) -> None:
        if text and keep:
            self._add(visible(text))
        elif text:
            self._add(_SPACE.sub(" ", visible(text)))

    def _add(self, text: str) -> None:
        if not self._runs and text.strip():
            self._start = self._node
        if text.strip() or self._runs:
            self._runs.append(Run(text, self._bold > 0, self._italic > 0, self._links[-1] if self._links else None))

    def _break(self) -> None:
        """The second line break in a row ends the paragraph."""
        before = next((run.text for run in reversed(self._runs) if run.text.strip(" ")), "")
        if before.endswith("\n"):
            self.flush()
        elif self._runs:
            self._runs.append(Run("\n"))

    def flush(self) -> None:
        """What has been gathered becomes a paragraph, of the open cell or of the document."""
        runs = self._taken() if self._runs else ()
        if not runs:
            return
        role, level = self._role()
        if (cell := self._cell()) is not None:
            cell.passages.append(Passage(runs, role, level, self._anchor(self._start)))
        else:
            self.blocks.append(Paragraph(runs, role, level, self._here()))

    def _role(self) -> tuple[Role, int]:
        entry, self._entry = self._entry, None
        if entry:
            return entry, max(0, len(self._lists) - 1)
        return (self._roles[-1][1] if self._roles else "body"), 0

    def _taken(self) -> tuple[Run, ...]:
        runs, self._runs = self._runs, []
        return tidy(runs)

    def _here(self) -> Place:
        return Place(self._place.page, anchor=self._anchor(self._start))

    def _anchor(self, node: int | None = None) -> str:
        return f"{'node' if self._numbers else 'line'}:{self._node if node is None else node}"


def _role_of(element: html.HtmlElement, tag: str) -> Role | None:
    """The role that our own pages name as the class of an element; captions of figures are notes."""
    if tag == "figcaption":
        return "note"
    known = _ROLES.get(tag)
    return next((known[name] for name in classes(element) if name in known), None) if known and "class" in element.attrib else None

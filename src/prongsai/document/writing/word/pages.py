"""An estimate of where lines and pages of a Word document end, for page numbers that stand before anyone opens it."""

import math

from prongsai.document.grid import Spot, laid_out
from prongsai.document.model import Contents, Document, Figure, Heading, Orientation, PageBreak, Paragraph, Row, Section, Table
from prongsai.document.writing.fonts import advance
from prongsai.document.writing.svg_size import svg_size
from prongsai.document.writing.word.styles import LOOKS, STYLE_OF_ROLE, Look

# Twips: A4 with 25 mm on the left and 20 mm on the other sides.
PAPER: dict[Orientation, tuple[int, int]] = {"portrait": (11906, 16838), "landscape": (16838, 11906)}
LEFT, OTHER = 1417, 1134
_TALLEST_FIGURE = 0.8
_CELL_MARGIN = 170
_KEPT_ROWS = 3
# A line of Thai ends before the word that no longer fits.
_LOSS = 1.045


def text_width(orientation: Orientation) -> int:
    """Twips from margin to margin."""
    return PAPER[orientation][0] - LEFT - OTHER


def text_height(orientation: Orientation) -> int:
    """Twips between the upper and the lower margin."""
    return PAPER[orientation][1] - 2 * OTHER


def height(text: str, look: Look, width: float) -> float:
    """Points that a paragraph takes with its distances, `width` points wide."""
    room = max(width - (look.left + look.right) / 20, 20)
    lines = sum(max(1, math.ceil(advance(line, look.size) * _LOSS / room)) for line in text.split("\n"))
    return look.before + lines * look.line_height + look.after


def kept_with_next(spots: tuple[Spot, ...]) -> bool:
    """Whether the row stays on one page with the next, because a cell spans both and only few more."""
    return any(spot.first and 1 < spot.cell.rows <= _KEPT_ROWS for spot in spots)


def row_heights(rows: tuple[Row, ...], shares: list[float], width: float) -> list[float]:
    """Points that each row of a table takes, `width` points wide; a cell over several rows counts for its share in each."""
    look = LOOKS["TableText"]
    total = sum(shares)
    heights = []
    for spots in laid_out(rows, len(shares)):
        tallest = look.line_height
        for spot in spots:
            room = width * sum(shares[spot.column : spot.column + spot.columns]) / total - _CELL_MARGIN / 20
            tallest = max(tallest, sum(height(each.text, look, room) for each in spot.cell.paragraphs) / spot.cell.rows)
        heights.append(tallest + 5.5)
    return heights


def figure_size(svg: str, share: float, orientation: Orientation) -> tuple[int, int]:
    """Width and height of a figure in twips: its share of the line, less where it would be too tall for a page."""
    wide, tall = svg_size(svg)
    width = min(max(share, 0.05), 1) * text_width(orientation)
    width = min(width, _TALLEST_FIGURE * text_height(orientation) * wide / tall)
    return round(width), round(width * tall / wide)


def cover_space(section: Section) -> float:
    """Points above the first line of a cover, so that the whole stands a little above the middle of the page."""
    width = text_width(section.orientation) / 20
    used = sum(height(block.text, LOOKS[STYLE_OF_ROLE[block.role]], width) for block in section.blocks if isinstance(block, Paragraph))
    return max(0.0, (text_height(section.orientation) / 20 - used) * 0.36)


def heading_pages(document: Document) -> list[int]:
    """The page on which each heading is expected, in their order, counted from the first page after the cover."""
    flow = _Flow()
    for section in document.sections:
        if section.kind == "cover":
            flow.cover(section.blocks.count(PageBreak()))
            continue
        flow.start(section.orientation)
        for block in section.blocks:
            flow.add(block, document)
    return flow.headings


class _Flow:
    """Fills pages from top to bottom and notes where the headings land."""

    def __init__(self) -> None:
        self.headings: list[int] = []
        self._page = 0
        self._used = 0.0
        self._orientation: Orientation = "portrait"

    def cover(self, breaks: int) -> None:
        self._page += 1 + breaks if self._page else 0

    def start(self, orientation: Orientation) -> None:
        self._orientation = orientation
        self._turn()

    def add(self, block: object, document: Document) -> None:
        width = text_width(self._orientation) / 20
        match block:
            case Heading():
                look = LOOKS[f"Heading{block.level}"]
                self._take(height(block.text, look, width), after=2 * LOOKS["Normal"].line_height)
                self.headings.append(max(self._page, 1))
            case Paragraph():
                self._lines(block, width)
            case Table():
                self._table(block, width)
            case Figure():
                caption = height(block.caption, LOOKS["FigureCaption"], width) if block.caption else 0
                self._take(figure_size(block.svg, block.width, self._orientation)[1] / 20 + caption + 10)
            case Contents():
                self._contents(block, document, width)
            case PageBreak():
                self._turn()

    def _turn(self) -> None:
        self._page += 1
        self._used = 0.0

    def _take(self, points: float, *, after: float = 0) -> None:
        if self._used and self._used + points + after > text_height(self._orientation) / 20:
            self._turn()
        self._used += points

    def _lines(self, paragraph: Paragraph, width: float) -> None:
        look = LOOKS[STYLE_OF_ROLE[paragraph.role]]
        indent = 20 * (paragraph.level + 1) if paragraph.role in {"bullet", "number"} else 0
        total = height(paragraph.text, look, width - indent)
        lines = round((total - look.before - look.after) / look.line_height)
        self._take(look.before)
        for _ in range(lines):
            self._take(look.line_height)
        self._used += look.after

    def _table(self, table: Table, width: float) -> None:
        shares = [column.width for column in table.columns]
        head = sum(row_heights(table.head, shares, width))
        caption = height(table.caption, LOOKS["Caption"], width) if table.caption else 0
        rows = row_heights(table.rows, shares, width)
        kept = map(kept_with_next, laid_out(table.rows, len(shares)))
        self._take(caption + head, after=rows[0] if rows else 0)
        for each, following, together in zip(rows, [*rows[1:], 0], kept, strict=True):
            before = self._page
            self._take(each, after=following if together else 0)
            if self._page != before:
                self._used += head
        self._used += 10

    def _contents(self, contents: Contents, document: Document, width: float) -> None:
        self._take(height(contents.title, LOOKS["TOCHeading"], width))
        for section in document.sections:
            for block in section.blocks:
                if isinstance(block, Heading) and block.level <= contents.depth:
                    self._take(height(block.text, LOOKS[f"TOC{block.level}"], width - 30))

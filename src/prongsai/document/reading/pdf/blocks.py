"""One page of a PDF as blocks: its tables, and what stands between them."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as pdfium

from prongsai.document.reading.pdf.bands import banded_grids
from prongsai.document.reading.pdf.columns import guessed_grids
from prongsai.document.reading.pdf.figures import drawn_bullets, mark_figures, without_charts
from prongsai.document.reading.pdf.forms import filled_in
from prongsai.document.reading.pdf.glyphs import Glyph, PageText, page_text
from prongsai.document.reading.pdf.grid import Grid, grids
from prongsai.document.reading.pdf.lines import Line, lines_of
from prongsai.document.reading.pdf.page import PdfPage
from prongsai.document.reading.pdf.rules import Box, Drawing, drawing
from prongsai.document.reading.pdf.tables import Cells, PdfTable, filled, page_tables, put_turned
from prongsai.document.reading.pdf.zones import split_columns

_BOLD_WEIGHT = 600
_BOLD_NAME = ("bold", "black", "heavy")
_MOST_RULES = 1500
_FEW_CHARACTERS = 60
_MOST_OF_PAGE, _SOME_OF_PAGE = 0.4, 0.02
_MANY_SHAPES = 200
_FRAME = 0.5
_MOSTLY_TURNED = 3
_LARGE_PICTURE, _GROUND = 0.05, 0.9


@dataclass
class PageBlocks:
    """What a page holds: lines of prose, and tables, each from top to bottom."""

    number: int
    width: float
    height: float
    lines: list[Line] = field(default_factory=list)
    tables: list[PdfTable] = field(default_factory=list)
    turned: list[Line] = field(default_factory=list)
    characters: int = 0
    unmapped: int = 0
    is_picture: bool = False
    pictures: int = 0
    is_hidden: bool = False
    broken: bool = False


def page_blocks(page: PdfPage, number: int, form: Any = None) -> PageBlocks:
    """Reads a page; `number` counts from 1, `form` is the file's form environment."""
    text = _upright_text(page)
    space = text.space
    drawn = drawing(page)
    blocks = PageBlocks(number, page.width, page.height, characters=text.characters, unmapped=text.unmapped)
    blocks.is_picture, blocks.is_hidden = _is_picture(page, text, drawn), text.is_hidden
    blocks.pictures = 0 if blocks.is_picture else sum(_is_large(box, page) for box in drawn.pictures)
    text.glyphs += [*drawn_bullets(drawn, text.glyphs), *filled_in(page, form)]
    ruled = without_charts(_grids(drawn, page.height), drawn, text.glyphs)
    tables, prose = filled(ruled, text.glyphs)
    more, prose = filled(banded_grids(prose, [rule for rule in drawn.lying if not _in_grids(rule.at, ruled)]), prose)
    tables += more
    lines = _lines(prose, drawn, tables, page=page, space=space)
    guessed = guessed_grids([line for line in lines if not line.drawn], [rule for rule in drawn.lying if not _in_grids(rule.at, [grid for grid, _ in tables])])
    if guessed:
        more, prose = filled(guessed, prose)
        tables += more
        lines = _lines(prose, drawn, tables, page=page, space=space)
    blocks.lines = split_columns(lines, page.width)
    for line in blocks.lines:
        line.bold = _is_bold(page, line)
    blocks.turned = list(_turned(page, text, tables))
    blocks.tables = page_tables(tables, number, space)
    return blocks


def _upright_text(page: PdfPage) -> PageText:
    """The text of the page; one that stands sideways or upside down is turned first."""
    text = page_text(page)
    quarters, letters = max(((turn, len(found)) for turn, found in text.turned.items()), key=lambda each: each[1], default=(0, 0))
    if letters <= max(_FEW_CHARACTERS, _MOSTLY_TURNED * len(text.glyphs)):
        return text
    page.turn_back(quarters)
    return page_text(page)


def _lines(prose: list[Glyph], drawn: Drawing, tables: list[tuple[Grid, Cells]], *, page: PdfPage, space: float) -> list[Line]:
    lines = lines_of(prose, space)
    mark_figures(lines, drawn, [grid for grid, _ in tables], page.width)
    return lines


def _turned(page: PdfPage, text: PageText, tables: list[tuple[Grid, Cells]]) -> Iterator[Line]:
    """The turned lines that stand in no table; the others go into their cells."""
    for quarters in sorted(text.turned):
        for line in lines_of(text.turned[quarters], text.space):
            if not put_turned(tables, line, *page.turned_back((line.left + line.right) / 2, line.y - 0.3 * line.size, quarters)):
                yield line


def _in_grids(y: float, found: list[Grid]) -> bool:
    return any(grid.ys[0] - 4 <= y <= grid.ys[-1] + 4 for grid in found)


def _is_picture(page: PdfPage, text: PageText, drawn: Drawing) -> bool:
    """Whether the page shows its text as a picture, or as outlines of letters."""
    if text.characters > _FEW_CHARACTERS:
        return False
    covered = sum((box.right - box.left) * (box.bottom - box.top) for box in drawn.pictures)
    share = covered / max(page.width * page.height, 1.0)
    return share > (_MOST_OF_PAGE if text.characters else _SOME_OF_PAGE) or (not text.characters and len(drawn.shapes) > _MANY_SHAPES)


def _is_large(box: Box, page: PdfPage) -> bool:
    """Whether a picture is large enough to hold a table, and is no ground under the whole page."""
    share = (box.right - box.left) * (box.bottom - box.top) / max(page.width * page.height, 1.0)
    return _LARGE_PICTURE < share < _GROUND


def _grids(drawn: Drawing, height: float) -> list[Grid]:
    """The ruled tables; a frame around a page that a line or two cross is none, nor is a drawing of very many lines."""
    if len(drawn.lying) > _MOST_RULES or len(drawn.standing) > _MOST_RULES:
        return []
    return [grid for grid in grids(drawn) if not (len(grid.xs) == 2 and len(grid.ys) < 5 and grid.box.bottom - grid.box.top > _FRAME * height)]


def _is_bold(page: PdfPage, line: Line) -> bool:
    """Whether two letters of the line are bold: by weight, by the font's name, or by being drawn with an outline."""
    return all(_is_bold_letter(page, index) for index in {line.pieces[0].order, line.pieces[-1].order})


def _is_bold_letter(page: PdfPage, index: int) -> bool:
    if pdfium.FPDFText_GetFontWeight(page.text, index) >= _BOLD_WEIGHT:
        return True
    name = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(page.text, index, name, len(name), flags)
    if any(word in name.value.lower().decode("latin-1") for word in _BOLD_NAME):
        return True
    piece = pdfium.FPDFText_GetTextObject(page.text, index)
    return bool(piece) and pdfium.FPDFTextObj_GetTextRenderMode(piece) == pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE

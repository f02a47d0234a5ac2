"""From recognised pages to blocks of a document, by the same rules as pages with text."""

from collections.abc import Iterable, Iterator, Sequence

from prongsai.document.model import Block, Heading, Paragraph, Place, Run, Table
from prongsai.document.reading.ocr.page import RecognisedPage
from prongsai.document.reading.pdf.blocks import PageBlocks
from prongsai.document.reading.pdf.columns import guessed_grids
from prongsai.document.reading.pdf.grid import Grid, grids
from prongsai.document.reading.pdf.headings import HeadingSizes
from prongsai.document.reading.pdf.lines import lines_of
from prongsai.document.reading.pdf.paragraphs import Passage, listed, passages
from prongsai.document.reading.pdf.rules import Rule
from prongsai.document.reading.pdf.tables import filled, page_tables

# Words are boxes of ink here, so a space is a wider gap than between the letters of a file.
_SPACE = 0.24
_NEAR = 4.0


def recognised_blocks(page: RecognisedPage, number: int) -> PageBlocks:
    """A recognised page; `number` counts from 1."""
    ruled = grids(page.drawing)
    tables, prose = filled(ruled, page.glyphs)
    free = [rule for rule in page.drawing.lying if not _in_grids(rule, ruled)]
    guessed = guessed_grids(lines_of(prose, _SPACE), free)
    if guessed:
        more, prose = filled(guessed, prose)
        tables += more
    blocks = PageBlocks(number, page.width, page.height, lines_of(prose, _SPACE), characters=page.letters)
    blocks.tables = page_tables(tables, number, _SPACE)
    return blocks


def flowing(pages: Sequence[PageBlocks]) -> Iterator[Block]:
    """Headings, paragraphs and tables of all pages in the order of reading."""
    parts = [(page, part) for page in pages for part in _parts(page, pages)]
    sizes = HeadingSizes([part for _, part in parts if isinstance(part, Passage)])
    for page, part in parts:
        if isinstance(part, Table):
            yield part
        elif part.text:
            yield _prose(part, page.number, sizes)


def _in_grids(rule: Rule, found: Iterable[Grid]) -> bool:
    return any(grid.ys[0] - _NEAR <= rule.at <= grid.ys[-1] + _NEAR for grid in found)


def _parts(page: PageBlocks, pages: Sequence[PageBlocks]) -> Iterator[Passage | Table]:
    left, right = _edges(page.width, pages)
    lines = list(page.lines)
    for table in page.tables:
        above = [line for line in lines if line.y < table.top]
        lines = lines[len(above) :]
        yield from passages(above, left=left, right=right)
        yield table.made()
    yield from passages(lines, left=left, right=right)


def _edges(width: float, pages: Sequence[PageBlocks]) -> tuple[float, float]:
    """Where the lines of pages of about that width begin and end, mostly."""
    lines = [line for page in pages if abs(page.width - width) < _NEAR for line in page.lines]
    return (min(line.left for line in lines), sorted(line.right for line in lines)[int(0.9 * len(lines))]) if lines else (0.0, width)


def _prose(passage: Passage, number: int, sizes: HeadingSizes) -> Heading | Paragraph:
    place = Place(number, anchor=f"p{number}:y{passage.lines[0].top:.0f}")
    level = sizes.level(passage)
    if level is not None:
        return Heading(passage.text, level, place=place)
    role, text = listed(passage.text)
    return Paragraph((Run(text),), role, place=place)

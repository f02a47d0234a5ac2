"""PDF files with text, read into the one document model."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pypdfium2 import PdfDocument

from prongsai.document.model import Block, Document, Heading, Paragraph, Place, Reading, Run, Section, Table
from prongsai.document.reading.page_list import page_list
from prongsai.document.reading.pdf.blocks import PageBlocks, page_blocks
from prongsai.document.reading.pdf.cut_rows import join_cut_rows
from prongsai.document.reading.pdf.file import MOST_PAGES, opened_pdf
from prongsai.document.reading.pdf.headings import HeadingSizes
from prongsai.document.reading.pdf.lines import Line
from prongsai.document.reading.pdf.margins import take_margins
from prongsai.document.reading.pdf.page import opened_page
from prongsai.document.reading.pdf.paragraphs import Passage, goes_on, listed, passages
from prongsai.thai import repair, thai_ratio
from prongsai.words import Language, Words

_ENGLISH = 0.1
_LEAST_FULL = 0.6


@dataclass(frozen=True, slots=True)
class PdfText:
    """What the text of a PDF says; `image_pages` (counted from 1) show pictures or drawings in place of text, `unmapped` is the share 0..1 of its characters
    of which the file does not say what they mean, or says it in letters of western Europe.
    """

    reading: Reading
    image_pages: tuple[int, ...]
    unmapped: float


def read_pdf_text(path: Path, *, most_pages: int = MOST_PAGES) -> PdfText:
    """The text, tables and headings of a PDF in reading order, each with its page; headers and footers once, page numbers not.

    Raises UnreadableFile as `opened_pdf`.
    """
    with opened_pdf(path, most_pages=most_pages) as document:
        document.init_forms()
        pages = list(_pages(document))
        title = document.get_metadata_value("Title")
    characters, unmapped = sum(page.characters for page in pages), sum(page.unmapped for page in pages)
    image_pages = tuple(page.number for page in pages if page.is_picture)
    margins = tuple(Paragraph((Run(text),)) for text in take_margins(pages))
    join_cut_rows(pages)
    blocks = tuple(_blocks(pages))
    language: Language = "en" if characters and thai_ratio(_text(blocks)) < _ENGLISH else "th"
    made = Document(repair(title).strip() or path.stem, (Section(blocks),), language)
    share = unmapped / characters if characters else 0.0
    scanned = 2 * sum(page.characters for page in pages if page.is_hidden) > characters
    reading = Reading(made, "pdf", len(pages), quality=1.0 - share, scanned=scanned, margins=margins, notes=tuple(_notes(pages)))
    return PdfText(reading, image_pages, share)


def _pages(document: PdfDocument) -> Iterator[PageBlocks]:
    form = document.formenv.raw if document.formenv else None
    for index in range(len(document)):
        with opened_page(document.raw, index, form) as page:
            if page is None:
                yield PageBlocks(index + 1, 1.0, 1.0, broken=True)
                continue
            yield page_blocks(page, index + 1, form)


def _notes(pages: Sequence[PageBlocks]) -> Iterator[Words]:
    broken = ", ".join(str(page.number) for page in pages if page.broken)
    if broken:
        yield Words(f"เปิดหน้าต่อไปนี้ไม่ได้: {broken}", f"these pages could not be opened: {broken}")
    hidden = page_list(page.number for page in pages if page.is_hidden)
    if hidden:
        yield Words(
            f"หน้า {hidden} เป็นภาพสแกนที่มีข้อความซ่อนอยู่ (OCR ของผู้อื่น) อ่านจากข้อความนั้น",
            f"pages {hidden} are scans with hidden text of another recogniser, which was read",
        )
    pictures = page_list(page.number for page in pages if page.pictures)
    if pictures:
        yield Words(f"ไม่ได้อ่านข้อความในรูปภาพของหน้า {pictures}", f"text in pictures was not read on pages {pictures}")


def _blocks(pages: Sequence[PageBlocks]) -> Iterator[Block]:
    parts = list(_flowing(pages))
    sizes = HeadingSizes([part for _, part in parts if isinstance(part, Passage)])
    for number, part in parts:
        if isinstance(part, Table):
            yield part
        else:
            yield from _prose(number, part, sizes)
    for page in pages:
        for passage in passages(page.turned, left=0.0, right=page.height):
            yield Paragraph((Run(passage.text),), "note", place=Place(page.number))


def _flowing(pages: Sequence[PageBlocks]) -> Iterator[tuple[int, Passage | Table]]:
    """The parts of all pages, each with its page; a paragraph that goes on over a page or a column is one."""
    last: tuple[int, Passage | Table] | None = None
    for page in pages:
        right = max(_edges(page.width, pages)[1], _LEAST_FULL * page.width)
        for part in _parts(page, pages):
            if last and isinstance(last[1], Passage) and isinstance(part, Passage) and goes_on(last[1], part, right):
                last[1].lines.extend(part.lines)
                continue
            if last:
                yield last
            last = page.number, part
    if last:
        yield last


def _parts(page: PageBlocks, pages: Sequence[PageBlocks]) -> Iterator[Passage | Table]:
    """Passages and tables of a page from top to bottom; two columns of prose where the first one begins, the left one first."""
    left, right = _edges(page.width, pages)
    lines = [line for line in page.lines if not line.zone]
    zones = [[line for line in page.lines if line.zone == zone] for zone in (1, 2)]
    stops: list[tuple[float, Table | list[Line]]] = [
        *((table.top, table.made()) for table in page.tables),
        *((zones[0][0].y, zone) for zone in zones if zones[0] and zone),
    ]
    for top, stop in sorted(stops, key=lambda each: each[0]):
        above = [line for line in lines if line.y < top]
        lines = lines[len(above) :]
        yield from passages(above, left=left, right=right)
        if isinstance(stop, Table):
            yield stop
        else:
            yield from passages(stop, left=min(line.left for line in stop), right=max(line.right for line in stop))
    yield from passages(lines, left=left, right=right)


def _edges(width: float, pages: Sequence[PageBlocks]) -> tuple[float, float]:
    """Where the lines of pages of that width begin and end, mostly."""
    lines = [line for page in pages if abs(page.width - width) < 1 for line in page.lines if not line.drawn]
    if not lines:
        return 0.0, width
    return min(line.left for line in lines), sorted(line.right for line in lines)[int(0.9 * len(lines))]


def _prose(number: int, passage: Passage, sizes: HeadingSizes) -> Iterator[Heading | Paragraph]:
    if not passage.text:
        return
    first = passage.lines[0]
    place = Place(number, anchor=f"p{number}:y{first.top:.0f}")
    level = None if first.drawn else sizes.level(passage)
    if level is not None:
        yield Heading(passage.text, level, place=place)
        return
    role, text = listed(passage.text)
    yield Paragraph((Run(text, bold=passage.bold),), "note" if first.drawn else role, place=place)


def _text(blocks: Sequence[Block]) -> str:
    return " ".join(block.text for block in blocks if isinstance(block, Heading | Paragraph))

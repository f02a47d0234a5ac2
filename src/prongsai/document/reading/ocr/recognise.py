"""Scans read: the pages that hold only pictures are recognised, the others keep their text."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from prongsai.document.model import Block, Document, Heading, Paragraph, Reading, Run, Section
from prongsai.document.reading.ocr.blocks import flowing, recognised_blocks
from prongsai.document.reading.ocr.engine import Recogniser, find_recogniser
from prongsai.document.reading.ocr.files import pdf_page, picture_page
from prongsai.document.reading.ocr.page import recognised_page
from prongsai.document.reading.page_list import page_list
from prongsai.document.reading.pdf.blocks import PageBlocks, page_blocks
from prongsai.document.reading.pdf.cut_rows import join_cut_rows
from prongsai.document.reading.pdf.file import opened_pdf
from prongsai.document.reading.pdf.margins import take_margins
from prongsai.document.reading.pdf.page import opened_page
from prongsai.thai import thai_ratio
from prongsai.words import Words

_ENGLISH = 0.1
Told = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Scan:
    """A file some of whose pages (`wanted`, from 1) are to be recognised, each within so many seconds."""

    path: Path
    is_pdf: bool
    wanted: frozenset[int]
    seconds: float


def recognise(scan: Scan, progress: Told) -> Reading:
    """The document with the pages that are wanted recognised; `progress(done, pages wanted)` is called after each.

    The quality is what the recogniser trusts its letters, weighed with the letters that needed no recognising.

    Raises UnreadableFile, with the code needs-ocr where there is no recogniser.
    """
    recogniser = find_recogniser(scan.path.name)
    seen = list((_pdf_pages if scan.is_pdf else _pictures)(scan, recogniser, progress))
    pages = [blocks for blocks, _ in seen]
    letters = sum(blocks.characters for blocks in pages)
    quality = sum(blocks.characters * sure for blocks, sure in seen) / letters if letters else 0.0
    margins = tuple(Paragraph((Run(text),)) for text in take_margins(pages))
    join_cut_rows(pages)
    blocks = tuple(flowing(pages))
    made = Document(scan.path.stem, (Section(blocks),), "en" if thai_ratio(_text(blocks)) < _ENGLISH else "th")
    return Reading(made, "pdf" if scan.is_pdf else "image", len(pages), round(quality, 2), scanned=True, margins=margins, notes=tuple(_notes(scan, pages)))


Seen = tuple[PageBlocks, float]


def _pdf_pages(scan: Scan, recogniser: Recogniser, progress: Told) -> Iterator[Seen]:
    """Every page with how sure its letters are; those with text are sure."""
    done = 0
    with opened_pdf(scan.path) as document:
        for number in range(1, len(document) + 1):
            if number in scan.wanted:
                seen = _recognised(scan, number, recogniser)
                done += 1
                progress(done, len(scan.wanted))
            else:
                with opened_page(document.raw, number - 1) as page:
                    seen = (page_blocks(page, number) if page else PageBlocks(number, 1.0, 1.0, broken=True)), 1.0
            yield seen


def _pictures(scan: Scan, recogniser: Recogniser, progress: Told) -> Iterator[Seen]:
    for done, number in enumerate(sorted(scan.wanted), 1):
        seen = _recognised(scan, number, recogniser)
        progress(done, len(scan.wanted))
        yield seen


def _recognised(scan: Scan, number: int, recogniser: Recogniser) -> Seen:
    picture = (pdf_page if scan.is_pdf else picture_page)(scan.path, number)
    page = recognised_page(picture, recogniser, scan.seconds)
    if page is None:
        return PageBlocks(number, 1.0, 1.0, broken=True), 0.0
    return recognised_blocks(page, number), page.confidence


def _notes(scan: Scan, pages: Sequence[PageBlocks]) -> Iterator[Words]:
    recognised = page_list(page.number for page in pages if page.number in scan.wanted and not page.broken)
    broken = page_list(page.number for page in pages if page.broken)
    if recognised:
        yield Words(f"หน้าที่อ่านจากรูปภาพด้วยการรู้จำตัวอักษร (OCR): {recognised}", f"pages recognised from pictures (OCR): {recognised}")
    if broken:
        yield Words(f"หน้าที่อ่านไม่ได้: {broken}", f"pages that could not be read: {broken}")


def _text(blocks: Sequence[Block]) -> str:
    return " ".join(block.text for block in blocks if isinstance(block, Heading | Paragraph))

"""The document's own text on the page, each passage with its cards; on paper only passages with remarks and their neighbours."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

from prongsai.checker.page.cards import cards
from prongsai.checker.page.marks import Marks
from prongsai.checker.page.tables import TableMarkup
from prongsai.checker.places import WHOLE
from prongsai.document import Block, Figure, Heading, Paragraph, Place, Reading, Table
from prongsai.words import Language, Words

_FIRST_LEVEL, _LAST_LEVEL = 3, 6
_PAGE = Words("หน้า", "page")
_FIGURE = Words("รูป", "Figure")
_MARGINS = Words("หัวกระดาษ ท้ายกระดาษ และข้อความนอกเนื้อความ", "headers, footers and text outside the body")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A block to show; `said` where it carries remarks, `label` what stands over it."""

    block: Heading | Paragraph | Figure | TableMarkup
    place: Place
    said: bool
    label: str = ""


def document_text(reading: Reading, marks: Marks) -> str:
    """What is about the whole document, then the blocks in their order, then the margins."""
    pieces = [*_pieces(_blocks(reading), marks), *_margins(reading, marks)]
    return _whole(marks) + "".join(_drawn(pieces, marks))


def _blocks(reading: Reading) -> Iterator[Block]:
    return (block for section in reading.document.sections for block in section.blocks)


def _pieces(blocks: Iterable[Block], marks: Marks) -> Iterator[_Piece]:
    page, tables = None, 0
    for block in blocks:
        tables += isinstance(block, Table)
        shown = _shown(block, tables)
        if shown is None:
            continue
        place = getattr(block, "place", None) or Place()
        label = f"{_PAGE.to(marks.language)} {place.page}" if place.page not in (None, page) else ""
        page = place.page or page
        yield _Piece(shown, place, marks.show(shown.places() if isinstance(shown, TableMarkup) else (place,)), label)


def _shown(block: Block, tables: int) -> Heading | Paragraph | Figure | TableMarkup | None:
    if isinstance(block, Table):
        return TableMarkup(block, tables)
    if isinstance(block, Heading | Paragraph):
        return block if block.text.strip() else None
    return block if isinstance(block, Figure) and (block.alt or block.caption) else None


def _margins(reading: Reading, marks: Marks) -> Iterator[_Piece]:
    label = _MARGINS.to(marks.language)
    for paragraph in reading.margins:
        if paragraph.text.strip():
            place = paragraph.place or Place()
            yield _Piece(paragraph, place, marks.show((place,)), label)
            label = ""


def _whole(marks: Marks) -> str:
    """The remarks that belong to no passage: on the whole document, or where the passage is not shown."""
    loose = marks.loose
    return f'<div class="row near"><p class="label">{WHOLE.to(marks.language)}</p>{cards(loose, marks)}</div>' if loose else ""


def _drawn(pieces: list[_Piece], marks: Marks) -> Iterator[str]:
    for number, piece in enumerate(pieces):
        before, after = (0 <= other < len(pieces) and pieces[other].said for other in (number - 1, number + 1))
        near = piece.said or before or after
        if piece.label:
            yield f'<p class="label{" near" if near else ""}">{escape(piece.label)}</p>'
        if isinstance(piece.block, TableMarkup):
            yield f'<div class="table{" near" if near else ""}">{piece.block.markup(marks, before=before, after=after)}</div>'
        else:
            yield _passage(piece.block, piece.place, marks, near=near)


def _passage(block: Heading | Paragraph | Figure, place: Place, marks: Marks, *, near: bool) -> str:
    found = marks.taken(place)
    classes = [name for name in (_role(block), "near" if near and not found else "") if name]
    tag = f"h{min(block.level + _FIRST_LEVEL - 1, _LAST_LEVEL)}" if isinstance(block, Heading) else "p"
    text = f"<{tag}{marks.attributes(found, classes)}>{escape(_words(block, marks.language))}{marks.badges(found)}</{tag}>"
    return f'<div class="row near">{text}{cards(found, marks)}</div>' if found else text


def _role(block: Heading | Paragraph | Figure) -> str:
    if isinstance(block, Paragraph):
        return {"bullet": "bullet", "title": "front", "subtitle": "front", "cover": "front", "signature": "front"}.get(block.role, "")
    return "label" if isinstance(block, Figure) else ""


def _words(block: Heading | Paragraph | Figure, language: Language) -> str:
    if isinstance(block, Figure):
        return f"{_FIGURE.to(language)}: {block.caption or block.alt}"
    return block.text

"""A Word file as the one document model, each block with its place."""

from datetime import date
from pathlib import Path

from lxml import etree

from prongsai.document.model import Document, Reading
from prongsai.document.reading.word.margins import read_margins
from prongsai.document.reading.word.names import number, tag, value
from prongsai.document.reading.word.numbering import Numbering
from prongsai.document.reading.word.package import WordPackage, open_word
from prongsai.document.reading.word.pages import Pages
from prongsai.document.reading.word.story import Shared, Story
from prongsai.document.reading.word.styles import Styles
from prongsai.document.reading.word.tally import Tally
from prongsai.errors import Problem, UnreadableFile
from prongsai.words import Words

_MOST_PARAGRAPHS = 200_000
_CORE, _APP = "docProps/core.xml", "docProps/app.xml"
_DUBLIN = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_PAGES = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}Pages"


def read_docx(path: Path) -> Reading:
    """The text as it is printed with all tracked changes accepted; a place's `anchor` is "body:132" for the 132nd paragraph of the text.

    Raises UnreadableFile: missing, empty, with a password, of the time before 2007, broken, too large or nested too deep, or with XML entities.
    """
    with open_word(path) as package:
        root = package.tree(package.main)
        body = None if root is None else root.find(tag("body"))
        if body is None:
            raise UnreadableFile(Problem("wrong-kind", _OTHER[0], path.name, mend=_OTHER[1]))
        if body.xpath("count(.//*[local-name() = 'p'])") > _MOST_PARAGRAPHS:
            raise UnreadableFile(Problem("file-too-large", _LARGE[0], path.name, mend=_LARGE[1]))
        return _read(package, body)


def _read(package: WordPackage, body: etree._Element) -> Reading:
    styles_root = package.related("styles")
    styles = Styles(styles_root)
    shared = Shared(styles, Numbering(package.related("numbering"), _linked_lists(styles_root)), Tally())
    said = _said_pages(package)
    pages = Pages(body, breaks_by_style=sum(bool(styles.named(value(each)).break_before) for each in body.iter(tag("pStyle"))), said=said)
    story = Story("body", body, shared, relations=package.relations(package.main), pages=pages)
    sections = story.sections(body)
    margins = read_margins(package, body, shared)
    comments = package.related("comments")
    shared.tally.comments = 0 if comments is None else len(comments.findall(tag("comment")))
    core = package.tree(_CORE)
    document = Document(
        title=_property(core, f"{_DUBLIN}title"),
        sections=sections,
        author=_property(core, f"{_DUBLIN}creator"),
        subject=_property(core, f"{_DUBLIN}subject"),
        created=_created(core),
    )
    return Reading(document, "docx", _page_count(said, pages), margins=margins, notes=shared.tally.notes())


def _linked_lists(styles: etree._Element | None) -> dict[str, int]:
    """The numbering styles, each with the list that it stands for."""
    elements = [] if styles is None else styles.findall(tag("style"))
    found = {value(each, "styleId") or "": number(each.find(f"{tag('pPr')}/{tag('numPr')}/{tag('numId')}")) for each in elements}
    return {name: list_id for name, list_id in found.items() if list_id is not None}


def _said_pages(package: WordPackage) -> int:
    """How many pages the program that saved the file says it has, 0 where it says nothing."""
    said = _property(package.tree(_APP), _PAGES)
    return int(said) if said.isascii() and said.isdigit() and len(said) < 6 else 0


def _page_count(said: int, pages: Pages) -> int | None:
    """The pages that were counted or said, whichever is more; a lone 1 is what programs write that do not count."""
    return max(pages.current or 0, said if said > 1 else 0) or None


def _property(root: etree._Element | None, name: str) -> str:
    return ((root.findtext(name) if root is not None else "") or "").strip()


def _created(core: etree._Element | None) -> date:
    text = _property(core, f"{_TERMS}created")[:10]
    try:
        return date.fromisoformat(text)
    except ValueError:
        return date.today()


_OTHER = (
    Words("ไฟล์ไม่ใช่เอกสาร Word (.docx)", "the file is no Word document (.docx)"),
    Words("เปิดด้วย Word หรือ LibreOffice แล้วบันทึกใหม่เป็น .docx", "open it in Word or LibreOffice and save it again as .docx"),
)
_LARGE = (
    Words("ไฟล์ Word มีย่อหน้ามากเกินไป (เกิน 200,000 ย่อหน้า)", "the Word file has too many paragraphs (over 200,000)"),
    Words("แบ่งเอกสารเป็นหลายไฟล์", "split the document into several files"),
)

"""Headings of a Word document, and the contents that link to them."""

from collections.abc import Sequence

from lxml import etree

from prongsai.document.model import Contents, Document, Heading, Orientation
from prongsai.document.writing.word.elements import field_elements, field_end, field_start, paragraph_element, run_element, w
from prongsai.document.writing.word.pages import heading_pages, text_width
from prongsai.thai import to_thai_digits


class Headings:
    """The headings of one document in their order, each with a bookmark and the page where it is expected."""

    def __init__(self, document: Document) -> None:
        self._headings = [block for section in document.sections for block in section.blocks if isinstance(block, Heading)]
        pages = map(str, heading_pages(document))
        self._pages = [to_thai_digits(page) if document.digits == "thai" else page for page in pages]
        self._written = 0

    def paragraph(self, heading: Heading) -> etree._Element:
        """The next heading, within its bookmark."""
        self._written += 1
        start = w("bookmarkStart", id=self._written, name=_bookmark(self._written))
        return paragraph_element(f"Heading{heading.level}", start, run_element(heading.text), w("bookmarkEnd", id=self._written))

    def contents(self, contents: Contents, orientation: Orientation) -> list[etree._Element]:
        """The contents as a field whose entries are there already; Word sets the page numbers anew when it prints or updates."""
        title = paragraph_element("TOCHeading", run_element(contents.title))
        entries = [self._entry(number, heading, orientation) for number, heading in enumerate(self._headings, 1) if heading.level <= contents.depth]
        if not entries:
            return [title]
        _wrap_field(entries, f'TOC \\o "1-{contents.depth}" \\h \\z \\u')
        gallery = w("docPartObj", w("docPartGallery", val="Table of Contents"), w("docPartUnique"))
        return [w("sdt", w("sdtPr", gallery), w("sdtContent", title, *entries))]

    def _entry(self, number: int, heading: Heading, orientation: Orientation) -> etree._Element:
        name = _bookmark(number)
        page = field_elements(f"PAGEREF {name} \\h", self._pages[number - 1])
        link = w("hyperlink", run_element(heading.text), w("r", w("tab")), *page, anchor=name, history=1)
        tab = w("tabs", w("tab", val="right", leader="dot", pos=text_width(orientation)))
        return paragraph_element(f"TOC{heading.level}", link, properties=(tab,))


def _wrap_field(entries: Sequence[etree._Element], instruction: str) -> None:
    for place, each in enumerate(field_start(instruction), 1):
        entries[0].insert(place, each)
    entries[-1].append(field_end())


def _bookmark(number: int) -> str:
    return f"_Toc{number:08}"

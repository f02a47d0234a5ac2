"""A page of the web as a document: its own text, without the frame of the site around it."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from lxml import html

from prongsai.document.model import Block, Document, Heading, Paragraph, Place, Reading, Section
from prongsai.document.reading.html.flow import Flow
from prongsai.document.reading.html.frame import site_frame
from prongsai.document.reading.html.tree import classes, is_left_out, numbered, tree_of
from prongsai.document.reading.text_decoding import Beyond, Decoded, decode, read_bytes, refused, visible
from prongsai.thai import thai_ratio
from prongsai.words import Language, Words

_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w-]{2,20})""", re.IGNORECASE)
_MAIL = re.compile(rb"\s*(?:From|MIME-Version|Subject|Date|Content-Type|Snapshot-Content-Location):", re.IGNORECASE)
_HEAD_BYTES = 4096
_LEAST_MAIN = 0.2
_SAMPLE = 100_000
_LEAST_THAI = 0.3
_LONGEST_TITLE = 200


def read_html(path: Path) -> Reading:
    """The document on a page, or on one that a browser saved whole as .mht; every paragraph, heading, table and cell is at its `node:N`.

    N counts the elements of the parsed page in document order, from 1. What a screen does not show, menus, controls and pictures are left out; header
    and footer are margins where the page says what is its main part. Raises UnreadableFile: missing, empty, over 20 MB or 200,000 cells, nested too
    deep, no text on it.
    """
    found = _decoded(read_bytes(path), path)
    try:
        root = tree_of(found.text)
        if root is None:
            raise Beyond("no-text", _NO_TEXT)
        return _reading(root, found, path)
    except Beyond as error:
        raise refused(path, error.code, error.texts) from error


def _reading(root: html.HtmlElement, found: Decoded, path: Path) -> Reading:
    main = _main(root)
    numbers = numbered(root)
    flow = Flow(Place(), numbers, shift=_shift(root))
    frame = site_frame(root)
    flow.walk(root if main is None else main, lambda element: element in frame or is_left_out(element))
    if not flow.blocks:
        raise Beyond("no-text", _NO_TEXT)
    margins = () if main is None else tuple(_margins(numbers, main))
    return Reading(_document(root, flow.blocks, path), "html", None, found.quality, margins=margins, notes=(*found.notes, *_notes(flow)))


def _decoded(data: bytes, path: Path) -> Decoded:
    declared = ""
    if _MAIL.match(data):
        data, declared = _saved_page(data, path)
    match = _CHARSET.search(data[:_HEAD_BYTES])
    return decode(data, path, declared or (match[1].decode("ascii", errors="replace") if match else ""))


def _saved_page(data: bytes, path: Path) -> tuple[bytes, str]:
    """The first page in a web archive, with its encoding."""
    message = message_from_bytes(data, EmailMessage, policy=policy.compat32)
    for part in message.walk():
        content = part.get_payload(decode=True) if part.get_content_type() == "text/html" else None
        if isinstance(content, bytes) and content.strip():
            return content, part.get_content_charset() or ""
    raise refused(path, "no-text", _NO_TEXT)


def _main(root: html.HtmlElement) -> html.HtmlElement | None:
    """The main part of the page, where it is named and holds a fair share of the text."""
    unseen = sum(len(element.text_content()) for element in root.iter("script", "style", "template", "noscript"))
    total = len(root.text_content()) - unseen
    for element in root.iter("main", "div", "section", "article"):
        if (element.tag == "main" or element.get("role") == "main") and not is_left_out(element):
            return element if len(element.text_content()) > _LEAST_MAIN * total else None
    return None


def _margins(numbers: Mapping[html.HtmlElement, int], main: html.HtmlElement) -> Iterator[Paragraph]:
    """What stands in the header and the footer of the page, each text once."""
    seen: set[str] = set()
    taken = set(main.iter())
    for element in numbers:
        if element.tag not in {"header", "footer"} or element in taken or is_left_out(element):
            continue
        taken.update(element.iter())
        flow = Flow(Place(), numbers)
        flow.walk(element, is_left_out)
        for block in flow.blocks:
            if isinstance(block, Paragraph) and block.text not in seen:
                seen.add(block.text)
                yield block


def _shift(root: html.HtmlElement) -> int:
    """One where the first heading is marked as the title of the page, so that chapters are headings of the second level."""
    return 1 if any(classes(element) & {"title", "hidden"} for element in root.iter("h1")) else 0


def _document(root: html.HtmlElement, blocks: list[Block], path: Path) -> Document:
    about = {element.get("name", "").lower(): _line(element.get("content") or "") for element in root.iter("meta")}
    return Document(
        _title(root, blocks),
        (Section(tuple(blocks)),),
        _language(root, blocks),
        author=about.get("author", ""),
        subject=about.get("description", ""),
        created=_created(about.get("dcterms.created", ""), path),
        digits="thai" if "thai" in classes(root) else "arabic",
    )


def _title(root: html.HtmlElement, blocks: list[Block]) -> str:
    named = (_line(element.text_content()) for element in root.iter("title") if element.getparent().tag == "head")
    headings = (block.text for block in blocks if isinstance(block, Heading))
    return next((text for text in (*named, *headings) if text), "")[:_LONGEST_TITLE]


def _line(text: str) -> str:
    return " ".join(visible(text).split())


def _language(root: html.HtmlElement, blocks: list[Block]) -> Language:
    named = (root.get("lang") or "").lower()[:2]
    if named == "th":
        return "th"
    text = " ".join(block.text for block in blocks if isinstance(block, Paragraph | Heading))
    return "th" if thai_ratio(text[:_SAMPLE]) >= _LEAST_THAI else "en"


def _created(named: str, path: Path) -> date:
    try:
        return date.fromisoformat(named)
    except ValueError:
        return date.fromtimestamp(path.stat().st_mtime)


def _notes(flow: Flow) -> Iterator[Words]:
    if flow.pictures:
        yield Words(f"มีรูปภาพ {flow.pictures} รูป ข้อความในรูปไม่ได้อ่าน", f"pictures: {flow.pictures}; text inside them was not read")


_NO_TEXT = (
    Words("หน้าเว็บไม่มีข้อความ", "the page holds no text"),
    Words("เปิดหน้าในเบราว์เซอร์ให้เห็นข้อความ แล้วบันทึกใหม่ทั้งหน้า", "open it in a browser until the text shows, and save the whole page again"),
)

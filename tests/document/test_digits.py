"""Every digit that a reader sees changes; addresses and drawings stay."""

from dataclasses import replace

import pytest
from lxml import etree
from samples import rich_document

from prongsai.document.digits import in_digits
from prongsai.document.model import Contents, Digits, Document, Figure, Paragraph, Run, Section, Table, paragraph

_ARABIC = set("0123456789")
_THAI = set("๐๑๒๓๔๕๖๗๘๙")


def test_no_arabic_digit_is_left_but_in_addresses() -> None:
    changed = in_digits(rich_document(), "thai")

    texts = [text for text in _texts(changed) if "@" not in text]

    assert changed.digits == "thai"
    assert not _ARABIC & set("".join(texts))
    assert _THAI & set("".join(texts))


def test_the_way_to_thai_digits_and_back_changes_nothing() -> None:
    document = in_digits(rich_document(), "arabic")

    assert in_digits(in_digits(document, "thai"), "arabic") == document


def test_targets_of_links_stay() -> None:
    before, after = (_hrefs(document) for document in (rich_document(), in_digits(rich_document(), "thai")))

    assert before == after
    assert before


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("https://example.go.th/ita/2568/o9.pdf", "https://example.go.th/ita/2568/o9.pdf"),
        ("www.tambon5.go.th", "www.tambon5.go.th"),
        ("saraban2@example.go.th", "saraban2@example.go.th"),
        ("ดู https://example.go.th/o12 ข้อ 12", "ดู https://example.go.th/o12 ข้อ ๑๒"),
        ("(ที่ example5.or.th) ปี 2568", "(ที่ example5.or.th) ปี ๒๕๖๘"),
        ("โทร. 0 2000 0000 ต่อ 12", "โทร. ๐ ๒๐๐๐ ๐๐๐๐ ต่อ ๑๒"),
        ("ข้อ o9 ได้ 69.00", "ข้อ o๙ ได้ ๖๙.๐๐"),
    ],
)
def test_addresses_within_a_text_stay(text: str, shown: str) -> None:
    assert _through(text, "thai") == shown


def test_thai_digits_become_arabic() -> None:
    assert _through("ปี ๒๕๖๘ ได้ ๘๗.15", "arabic") == "ปี 2568 ได้ 87.15"


def test_a_drawing_keeps_its_coordinates_and_changes_its_texts() -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="5"><style>.a1{x:1}</style><text x="1">ปี <tspan dy="2">2567</tspan> ถึง 2568</text></svg>'
    document = Document("ก", (Section((Figure(svg, "ภาพ 1"),)),))

    figure = in_digits(document, "thai").sections[0].blocks[0]

    assert isinstance(figure, Figure)
    root = etree.fromstring(figure.svg)
    assert "".join(root.itertext()) == ".a1{x:1}ปี ๒๕๖๗ ถึง ๒๕๖๘"
    assert (root.get("width"), root[1].get("x"), root[1][0].get("dy")) == ("10", "1", "2")


def test_the_place_of_the_page_number_stays() -> None:
    document = replace(rich_document(), page_label="หน้า {} ปี 2568")

    assert in_digits(document, "thai").page_label == "หน้า {} ปี ๒๕๖๘"


def _through(text: str, digits: Digits) -> str:
    block = in_digits(Document("ก", (Section((paragraph(text),)),)), digits).sections[0].blocks[0]
    assert isinstance(block, Paragraph)
    return block.text


def _texts(document: Document) -> list[str]:
    texts = [document.title, document.subject, document.header, document.page_label]
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, Table):
                texts += [block.caption, *(cell.text for row in block.head + block.rows for cell in row)]
            elif isinstance(block, Figure):
                texts += [block.alt, block.caption, *etree.fromstring(block.svg).itertext()]
            elif isinstance(block, Contents):
                texts.append(block.title)
            elif isinstance(block, Paragraph):
                texts += [run.text for run in block.runs]
    return texts


def _hrefs(document: Document) -> list[Run]:
    paragraphs = [block for section in document.sections for block in section.blocks if isinstance(block, Paragraph)]
    return [replace(run, text="") for each in paragraphs for run in each.runs if run.href]

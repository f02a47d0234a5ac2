"""A PDF of ours is one that an office can hand in, archive and search: tagged, with Thai that can be read back."""

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf.generic import ArrayObject, BooleanObject, Destination, DictionaryObject, PdfObject
from samples import rich_document

from prongsai.document.model import (
    Block,
    Column,
    Contents,
    Document,
    Figure,
    Heading,
    PageBreak,
    Role,
    Run,
    Section,
    Table,
    cell,
    head_row,
    paragraph,
)
from prongsai.document.writing.pdf.write_pdf import write_pdf
from prongsai.errors import OutputError

HOSTILE = "# $x$ *bold* _it_ `raw` @ref <lab> \\ \"q\" // c /* d */ [x] {y} ~ #panic() \\u{41} -- --- 'a'"
THAI = "ปี่ ป้า ญี่ปุ่น ฐู ฎุ น้ำ ซ้ำ ป้ำ ทั้งนี้ สิ่งที่ ผู้ใช้ ปั๊ม ฝั่ง ฟื้นฟู คำสั่ง ยั่งยืน"
CHART = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="Sarabun" font-size="14">'
    '<text x="9" y="40">ทั้งนี้ ปี่ชวา น้ำใจ</text><rect x="5" y="60" width="40" height="9"/></svg>'
)


@pytest.fixture(scope="module")
def rich() -> pypdf.PdfReader:
    return _read(rich_document())


def test_the_file_says_that_it_is_tagged_pdf_a_2a_and_accessible(rich: pypdf.PdfReader) -> None:
    catalog = rich.root_object

    metadata = rich.xmp_metadata

    assert metadata is not None
    assert _part(catalog, "/MarkInfo")["/Marked"] == BooleanObject(True)
    assert (metadata.pdfaid_part, metadata.pdfaid_conformance) == ("2", "A")
    assert b"pdfuaid:part>1<" in metadata.stream.get_data()
    assert str(catalog["/Lang"]) == "th"


def test_title_author_and_subject_are_properties_of_the_file(rich: pypdf.PdfReader) -> None:
    document = rich_document()

    metadata = rich.metadata

    assert metadata is not None
    assert (metadata.title, metadata.author) == (document.title, document.author)
    assert metadata.subject == metadata.keywords == document.subject
    assert metadata.creation_date is not None
    assert metadata.creation_date.date() == document.created


def test_headings_become_bookmarks_in_order(rich: pypdf.PdfReader) -> None:
    blocks = [block for section in rich_document().sections for block in section.blocks]
    headings = [block.text if isinstance(block, Heading) else block.title for block in blocks if isinstance(block, (Heading, Contents))]

    bookmarks = [str(entry.title) for entry in _flat(rich.outline)]

    assert bookmarks == headings


def test_a_wide_plan_stands_on_landscape_pages_between_upright_ones(rich: pypdf.PdfReader) -> None:
    lying = [page.mediabox.width > page.mediabox.height for page in rich.pages]

    assert lying[0] is False
    assert lying[-1] is False
    assert sum(lying) >= 2


def test_tables_have_true_head_cells_and_pictures_tell_what_they_show(rich: pypdf.PdfReader) -> None:
    kinds = _kinds(rich)

    assert {"/Table", "/TR", "/TH", "/TD", "/Figure", "/H1", "/L", "/LI", "/TOC", "/Link"} <= set(kinds)


def test_head_rows_stand_on_each_page_of_a_table() -> None:
    rows = tuple((cell(str(number)), cell("ข้อความ")) for number in range(120))

    pages = _texts(_read(_document(Table((Column(), Column()), (head_row("ลำดับ", "รายการ"),), rows))))

    assert len(pages) >= 3
    assert all("รายการ" in page for page in pages)


def test_the_cover_has_no_number_and_pages_after_it_count_from_one() -> None:
    cover = Section((paragraph("ปก", "title"),), kind="cover")
    body = Section((paragraph("ก"), PageBreak(), paragraph("ข")))

    pages = _texts(_read(Document("ชื่อ", (cover, body), header="หัวกระดาษ", page_label="หน้า {}")))

    assert [page.split() for page in pages] == [["ปก"], ["หัวกระดาษ", "ก", "หน้า", "1"], ["หัวกระดาษ", "ข", "หน้า", "2"]]


def test_pages_contents_and_lists_count_in_thai_digits_where_the_document_asks_for_them() -> None:
    blocks = (Contents("สารบัญ"), Heading("บทนำ"), paragraph("ข้อแรก", "number"), paragraph("ข้อย่อย", "number", 1))

    text = _texts(_read(replace(_document(*blocks), digits="thai", page_label="- {} -")))[0]

    assert "- ๑ -" in text
    assert "๑.๑" in text
    assert not re.search("[0-9]", text)


def test_contents_lead_to_their_headings() -> None:
    reader = _read(_document(Contents("สารบัญ", 1), PageBreak(), Heading("บทที่หนึ่ง"), Heading("ไม่อยู่ในสารบัญ", 2)))

    first = _texts(reader)[0]

    assert "บทที่หนึ่ง" in first
    assert "ไม่อยู่ในสารบัญ" not in first
    assert len(_links(reader)) == 1


@pytest.mark.parametrize("role", ["body", "bullet", "number", "note", "callout", "title", "signature"])
def test_nothing_in_a_text_is_read_as_typst(role: Role) -> None:
    block = paragraph(HOSTILE, role)

    assert _squeezed(HOSTILE) in _squeezed(_texts(_read(_document(block)))[0])


def test_hostile_text_survives_in_every_other_place() -> None:
    table = Table((Column(),), (head_row(HOSTILE),), ((cell(HOSTILE),),), HOSTILE)
    figure = Figure(CHART.format(width=300, height=100), HOSTILE, HOSTILE)
    blocks = (
        Contents(HOSTILE),
        Heading(HOSTILE),
        table,
        figure,
        paragraph((Run(HOSTILE, bold=True, italic=True, href="https://example.go.th/"),)),
    )

    reader = _read(replace(_document(*blocks), title=HOSTILE, author=HOSTILE, subject=HOSTILE, header=HOSTILE))

    text = "".join(map(_squeezed, _texts(reader)))
    assert text.count(_squeezed(HOSTILE)) >= 8
    assert reader.metadata is not None
    assert reader.metadata.title == HOSTILE


@pytest.mark.parametrize("place", ["paragraph", "heading", "cell", "picture"])
def test_thai_reads_back_as_it_was_written(place: str) -> None:
    blocks: dict[str, Block] = {
        "paragraph": paragraph(THAI * 3),
        "heading": Heading(THAI),
        "cell": Table((Column(), Column()), (head_row(THAI, "ข"),), ((cell("ค"), cell(THAI)),)),
        "picture": Figure(CHART.format(width=300, height=100).replace("ทั้งนี้ ปี่ชวา น้ำใจ", THAI), "ภาพ"),
    }

    text = _squeezed(_texts(_read(_document(blocks[place])))[0])

    assert _squeezed(THAI) in text
    assert "\u200b" not in text


def test_a_long_address_in_a_narrow_cell_reads_back_whole() -> None:
    address = "https://www.example.go.th/public/document/2568/o9_annual-report.pdf?download=true&id=55"
    table = Table((Column(6), Column(1)), (), ((cell("ข้อความ " * 20), cell(address)),))

    assert address in _squeezed(_texts(_read(_document(table)))[0])


def test_only_web_and_mail_addresses_become_links() -> None:
    targets = ("https://example.go.th/o9", "mailto:info@example.go.th", "javascript:alert(1)", "file:///etc/passwd", "")

    reader = _read(_document(*(paragraph((Run("ลิงก์", href=target),)) for target in targets)))

    assert [str(_part(link, "/A")["/URI"]) for link in _links(reader)] == list(targets[:2])


def test_a_row_longer_than_a_page_and_a_tall_picture_fit() -> None:
    table = Table((Column(), Column(4)), (head_row("ก", "ข"),), ((cell("ค"), cell("ข้อความยาวมาก " * 900)),))
    tall = Figure(CHART.format(width=100, height=900), "ภาพสูง", "คำบรรยาย")

    pages = _texts(_read(_document(table, tall)))

    assert "".join(pages).count("มาก") == 900
    assert "คำบรรยาย" in pages[-1]


def test_rows_that_lack_cells_and_cells_that_span_rows_keep_their_places() -> None:
    rows = ((cell("ก", rows=3), cell("ข")), (), (cell("ค"),), (cell("ง", columns=2),))

    reader = _read(_document(Table((Column(), Column()), (), rows)))

    kinds = _kinds(reader)
    assert kinds.count("/TR") == 4
    assert kinds.count("/TD") == 5
    assert sorted(_squeezed(_texts(reader)[0])) == ["1", "ก", "ข", "ค", "ง"]


def test_characters_that_no_font_has_become_boxes_and_controls_vanish() -> None:
    text = _texts(_read(_document(paragraph("ก漢\ue000ข\x07ค\u202eง\r\nจ✓"))))[0]

    assert "ก□□ขคง" in text
    assert "จ✓" in text


@pytest.mark.parametrize("document", [Document("", ()), Document("ก", (Section(()),)), Document("ก", (Section((Heading(""), Table((), (), ()))),))])
def test_an_empty_document_is_one_page(document: Document) -> None:
    assert len(_read(document).pages) == 1


def test_levels_that_the_headings_skip_are_closed_up() -> None:
    reader = _read(_document(Heading("ก", 3), Heading("ข", 4), Heading("ค", 2)))

    assert [kind for kind in _kinds(reader) if kind.startswith("/H")] == ["/H1", "/H2", "/H2"]


def test_the_same_document_gives_the_same_bytes() -> None:
    document = _document(Heading("ก"), paragraph(THAI))

    assert write_pdf(document) == write_pdf(document)


def test_a_broken_picture_is_named_in_the_error() -> None:
    with pytest.raises(OutputError) as caught:
        write_pdf(_document(paragraph("ก"), Figure("<svg", "ภาพที่เสีย")))

    assert caught.value.problems[0].code == "pdf-not-made"
    assert "ภาพที่เสีย" in caught.value.problems[0].where


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=40))
def test_any_text_can_be_printed(text: str) -> None:
    table = Table((Column(), Column(3)), (head_row(text, "ข"),), ((cell(text), cell("ค")),), text)

    reader = _read(_document(Heading(text), paragraph(text), paragraph(text, "bullet"), table))

    assert len(reader.pages) >= 1


def _document(*blocks: Block) -> Document:
    return Document("ชื่อเอกสาร", (Section(blocks),), created=date(2025, 10, 1))


def _read(document: Document) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(write_pdf(document)), strict=True)


def _texts(reader: pypdf.PdfReader) -> list[str]:
    """What a reader without any help finds; it knows sara am only in two parts."""
    return [page.extract_text().replace("\u0e4d\u0e32", "\u0e33") for page in reader.pages]


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _flat(outline: Sequence[object]) -> Iterator[Destination]:
    for entry in outline:
        if isinstance(entry, list):
            yield from _flat(entry)
        elif isinstance(entry, Destination):
            yield entry


def _part(whole: DictionaryObject, name: str) -> DictionaryObject:
    part = whole[name].get_object()
    assert isinstance(part, DictionaryObject)
    return part


def _links(reader: pypdf.PdfReader) -> list[DictionaryObject]:
    annotations = reader.pages[0].annotations or ArrayObject()
    return [link for link in (entry.get_object() for entry in annotations) if isinstance(link, DictionaryObject)]


def _kinds(reader: pypdf.PdfReader) -> list[str]:
    """The kinds of all elements of the structure, in reading order."""
    kinds = []
    waiting: list[PdfObject | None] = [_part(reader.root_object, "/StructTreeRoot")]
    while waiting:
        entry = waiting.pop()
        element = entry.get_object() if entry is not None else None
        if isinstance(element, ArrayObject):
            waiting += reversed(element)
        elif isinstance(element, DictionaryObject):
            kinds.append(str(element.get("/S")))
            waiting.append(element.get("/K"))
    return kinds

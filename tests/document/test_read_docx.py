"""Our own Word files read back, and what is no Word file says so."""

import zipfile
from pathlib import Path
from typing import TypeVar

import docx
import pytest
from docx_by_hand import p, read_body, tbl, texts, tr, word_file
from hypothesis import given
from hypothesis import strategies as st
from samples import rich_document

from prongsai.document.digits import in_digits
from prongsai.document.model import Digits, Document, Heading, Paragraph, Reading, Role, Row, Section, Table, paragraph
from prongsai.document.reading.word.read_docx import read_docx
from prongsai.document.writing.write_document import write_document
from prongsai.errors import UnreadableFile

_NAMED_ROLES: tuple[Role, ...] = ("title", "subtitle", "cover", "callout", "note", "signature")
_Kind = TypeVar("_Kind", Heading, Paragraph, Table)
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")


@pytest.fixture(scope="module", params=["arabic", "thai"])
def pair(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Document, Reading]:
    digits: Digits = request.param
    document = in_digits(rich_document(), digits)
    path = tmp_path_factory.mktemp("docx") / "รายงาน.docx"
    write_document(document, path)
    return document, read_docx(path)


def test_headings_come_back_with_their_levels(pair: tuple[Document, Reading]) -> None:
    written, read = (_all(document, Heading) for document in (pair[0], pair[1].document))

    assert read == written
    assert all(heading.place and heading.place.anchor.startswith("body:") for heading in read)


def test_tables_come_back_cell_by_cell(pair: tuple[Document, Reading]) -> None:
    written, read = (_all(document, Table) for document in (pair[0], pair[1].document))

    assert [table.caption for table in read] == [table.caption for table in written]
    assert [len(table.head) for table in read] == [2, 1]
    for ours, back in zip(written, read, strict=True):
        assert [_shape(row) for row in back.head + back.rows] == [_shape(row) for row in ours.head + ours.rows]


def test_cells_know_where_they_stand(pair: tuple[Document, Reading]) -> None:
    small, wide = _all(pair[1].document, Table)

    last = small.rows[-1][1].place
    assert last is not None
    assert (last.table, last.row, last.column) == (1, 13, 3)
    for table in (small, wide):
        for number, row in enumerate(table.head + table.rows, 1):
            assert {cell.place.row for cell in row if cell.place} == {number}


def test_lists_come_back_with_the_numbers_that_word_prints(pair: tuple[Document, Reading]) -> None:
    entries = [(each.role, each.level, each.text) for each in _all(pair[1].document, Paragraph) if each.role in ("number", "bullet")]

    plain = ("1. จัดทำ", "1.1 แผน", "1.2 รายงาน", "2. ตรวจ", "แจ้ง", "3. เผย", "1. บัญชี", "2. ข้อ", "จุดเน้น <", "จุดเน้นย่อย")
    digits = pair[0].digits
    shown = [paragraph.text for paragraph in _all(in_digits(_as_document(plain), digits), Paragraph)]
    assert [role for role, _, _ in entries] == ["number"] * 4 + ["bullet"] + ["number"] * 3 + ["bullet"] * 2
    assert [level for _, level, _ in entries] == [0, 1, 1, 0, 1, 0, 0, 0, 0, 1]
    for (_, _, text), start in zip(entries, shown, strict=True):
        assert text.startswith(start)


def test_roles_and_runs_come_back(pair: tuple[Document, Reading]) -> None:
    written, read = (_all(document, Paragraph) for document in (pair[0], pair[1].document))

    for role in _NAMED_ROLES:
        assert [each.text for each in read if each.role == role] == [each.text for each in written if each.role == role]
    long = next(each for each in written if len(each.runs) > 5)
    assert long in read


def test_what_stands_outside_the_text_comes_once_and_without_page_numbers(pair: tuple[Document, Reading]) -> None:
    document, reading = pair

    assert [each.text for each in reading.margins] == [document.header]


def test_the_contents_are_not_read_as_text(pair: tuple[Document, Reading]) -> None:
    read = texts(pair[1])

    assert len([text for text in read if text == "ผลการประเมินภาพรวม"]) == 1
    assert "สารบัญ" not in read


def test_the_document_keeps_its_properties_and_the_lie_of_its_pages(pair: tuple[Document, Reading]) -> None:
    written, read = pair[0], pair[1].document

    assert (read.title, read.author, read.subject, read.created) == (written.title, written.author, written.subject, written.created)
    assert [(section.kind, section.orientation) for section in read.sections] == [
        ("cover", "portrait"),
        ("body", "portrait"),
        ("body", "landscape"),
        ("body", "portrait"),
    ]
    assert pair[1].form == "docx"


def test_a_file_of_another_library_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    package = docx.Document()
    package.add_heading("ผลการประเมิน", 1)
    package.add_paragraph("ข้อแรก", style="List Number")
    package.add_paragraph("ข้อสอง", style="List Number")
    package.save(str(path))

    reading = read_docx(path)

    assert texts(reading) == ["ผลการประเมิน", "1. ข้อแรก", "2. ข้อสอง"]
    assert reading.pages is None


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty-file"),
        (b"PK\x03\x04 broken", "broken-file"),
        (b"{\\rtf1 }", "broken-file"),
        (_OLE + bytes(600) + "WordDocument".encode("utf-16-le"), "old-format"),
        (_OLE + "EncryptedPackage".encode("utf-16-le") + "WordDocument".encode("utf-16-le"), "encrypted-file"),
    ],
    ids=["empty", "cut off", "another kind", "old Word", "with a password"],
)
def test_what_is_no_word_file_is_refused(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(content)

    assert _refusal(path) == code


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert _refusal(tmp_path / "none.docx") == "missing-file"


def test_a_package_without_a_text_is_refused(tmp_path: Path) -> None:
    path = word_file(tmp_path, p("ก"))
    _rewrite(path, {"word/document.xml": None})

    assert _refusal(path) == "wrong-kind"


def test_a_package_of_another_kind_is_refused(tmp_path: Path) -> None:
    path = word_file(tmp_path, p("ก"))
    _rewrite(path, {"word/document.xml": b"<workbook/>"})

    assert _refusal(path) == "wrong-kind"


def test_entities_are_refused(tmp_path: Path) -> None:
    path = word_file(tmp_path, p("ก"))
    _rewrite(path, {"word/document.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'})

    assert _refusal(path) == "xml-entities"


def test_a_small_file_with_too_much_text_is_refused(tmp_path: Path) -> None:
    path = word_file(tmp_path, p("ก"))
    _rewrite(path, {"word/document.xml": b" " * 21 * 1024 * 1024})

    assert path.stat().st_size < 100_000
    assert _refusal(path) == "file-too-large"


def test_a_file_with_large_pictures_is_read(tmp_path: Path) -> None:
    path = word_file(tmp_path, p("ก"))
    _rewrite(path, {"word/media/image1.jpeg": bytes(30 * 1024 * 1024)})

    assert texts(read_docx(path)) == ["ก"]


def test_too_many_paragraphs_are_refused(tmp_path: Path) -> None:
    path = word_file(tmp_path, "<w:p/>" * 200_001)

    assert _refusal(path) == "file-too-large"


@pytest.mark.parametrize(
    "start_and_end",
    [("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"), ("<w:smartTag>", "</w:smartTag>"), ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>")],
)
def test_contents_nested_too_deep_are_refused(tmp_path: Path, start_and_end: tuple[str, str]) -> None:
    start, end = start_and_end
    path = word_file(tmp_path, start * 300 + p("ก") + end * 300)

    assert _refusal(path) == "too-deep"


def test_contents_as_deep_as_xml_allows_are_read(tmp_path: Path) -> None:
    body = "<w:tbl><w:tr><w:tc>" * 80 + p("ก") + "</w:tc></w:tr></w:tbl>" * 80

    assert texts(read_body(tmp_path, body)) == ["ก"]


@pytest.mark.parametrize(
    "part", ["word/document.xml", "word/styles.xml", "word/numbering.xml", "word/_rels/document.xml.rels", "_rels/.rels", "word/header1.xml"]
)
@pytest.mark.parametrize("content", [b"", b"<a", b"<a/>", b"\xff\xfe\x00"])
def test_a_broken_part_never_ends_in_another_error(tmp_path: Path, part: str, content: bytes) -> None:
    body = p("ก") + '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
    path = word_file(tmp_path, body, {"styles": "", "numbering": "", "header1": p("ข")})
    _rewrite(path, {part: content})

    try:
        outcome = "read" if texts(read_docx(path)) in (["ก"], []) else "other"
    except UnreadableFile as error:
        outcome = error.problems[0].code

    assert outcome in {"read", "broken-file", "wrong-kind"}


@given(st.data())
def test_numbers_that_are_none_do_no_harm(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    odd = st.sampled_from(["", "x", "-1", "0", "99999999999", "๑", "1.5"])
    span, level, list_id, outline = (data.draw(odd) for _ in range(4))
    properties = f'<w:outlineLvl w:val="{outline}"/><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/><w:vMerge w:val="{span}"/></w:tcPr>{p("ข")}</w:tc>'
    numbering = f'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="{level}"><w:start w:val="{span}"/></w:lvl></w:abstractNum><w:num w:numId="{list_id}"/>'

    reading = read_body(tmp_path_factory.mktemp("docx"), p("ก", properties=properties) + tbl(tr(cell), tr(cell)), {"numbering": numbering})

    assert texts(reading)[0].endswith("ก")


def _refusal(path: Path) -> str:
    with pytest.raises(UnreadableFile) as caught:
        read_docx(path)
    assert path.name in caught.value.to("th")
    return caught.value.problems[0].code


def _rewrite(path: Path, changed: dict[str, bytes | None]) -> None:
    with zipfile.ZipFile(path) as package:
        parts: dict[str, bytes | None] = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in (parts | changed).items():
            if content is not None:
                package.writestr(name, content)


def _all(document: Document, kind: type[_Kind]) -> list[_Kind]:
    return [block for section in document.sections for block in section.blocks if isinstance(block, kind)]


def _shape(row: Row) -> list[tuple[str, int, int]]:
    return [(_without_numbers(cell.text), cell.columns, cell.rows) for cell in row]


def _without_numbers(text: str) -> str:
    """The steps of the sample stand in a numbered list, whose numbers are no part of what was written."""
    return "\n".join(line.partition(". ")[2] if line[:3] in ("1. ", "2. ", "3. ", "๑. ", "๒. ", "๓. ") else line for line in text.split("\n"))


def _as_document(lines: tuple[str, ...]) -> Document:
    return Document("", (Section(tuple(paragraph(line) for line in lines)),))

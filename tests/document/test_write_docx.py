"""A Word file of ours is one that an office can hand in: Thai styles, true tables, contents that link."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree
from samples import rich_document, wide_table

from prongsai.document.digits import in_digits
from prongsai.document.model import Column, Document, Figure, Heading, Orientation, PageBreak, Paragraph, Run, Section, Table, cell, head_row, paragraph
from prongsai.document.writing.fonts import font_data
from prongsai.document.writing.word.write_docx import write_docx

_TWINS = (("b", "bCs"), ("i", "iCs"), ("sz", "szCs"))


@pytest.fixture(scope="module")
def parts() -> dict[str, bytes]:
    return _parts(rich_document())


def test_every_run_and_style_treats_thai_like_latin(parts: dict[str, bytes]) -> None:
    names = [name for name in parts if name.startswith("word/") and name.endswith(".xml")]

    looks = [look for name in names for look in _find(parts[name], "rPr")]

    assert len(looks) > 40
    for look in looks:
        for latin, thai in _TWINS:
            assert _value(look, latin) == _value(look, thai)
        fonts = look.find(qn("w:rFonts"))
        assert fonts is None or {fonts.get(qn(f"w:{key}")) for key in ("ascii", "hAnsi", "eastAsia", "cs")} == {"Sarabun"}


def test_the_defaults_and_the_base_style_name_the_thai_font_and_language(parts: dict[str, bytes]) -> None:
    root = etree.fromstring(parts["word/styles.xml"])

    defaults = root.find(f"{qn('w:docDefaults')}//{qn('w:lang')}")
    fonts = root.findall(f".//{qn('w:rFonts')}")

    assert defaults.get(qn("w:bidi")) == "th-TH"
    assert len(fonts) == 2
    assert b'w:altName w:val="TH Sarabun New"' in parts["word/fontTable.xml"]


def test_the_embedded_font_is_sarabun_once_its_key_is_taken_off(parts: dict[str, bytes]) -> None:
    entry = _find(parts["word/fontTable.xml"], "embedRegular")[0]
    mask = bytes.fromhex(entry.get(qn("w:fontKey")).strip("{}").replace("-", ""))[::-1] * 2
    hidden = parts["word/fonts/font1.odttf"]

    assert bytes(a ^ b for a, b in zip(hidden[:32], mask, strict=True)) + hidden[32:] == font_data("regular")


def test_every_used_style_is_defined(parts: dict[str, bytes]) -> None:
    defined = {style.get(qn("w:styleId")) for style in _find(parts["word/styles.xml"], "style")}

    used = {_val(node) for name in ("pStyle", "rStyle", "tblStyle") for node in _find(parts["word/document.xml"], name)}

    assert used <= defined
    assert {"Title", "Heading1", "Heading4", "ListBullet", "ListNumber", "Caption", "TOC1", "Callout", "Note"} <= used


def test_columns_fill_the_text_exactly_and_rows_repeat_their_heads(parts: dict[str, bytes]) -> None:
    tables = _find(parts["word/document.xml"], "tbl")

    for table, width, heads in zip(tables, (9355, 14287), (2, 1), strict=True):
        columns = [int(column.get(qn("w:w"))) for column in table.iter(qn("w:gridCol"))]
        assert sum(columns) == width
        assert len(list(table.iter(qn("w:tblHeader")))) == heads
        for row in table.iter(qn("w:tr")):
            assert sum(int(cell_width.get(qn("w:w"))) for cell_width in row.iter(qn("w:tcW"))) == width


def test_spanning_cells_are_merged_and_not_repeated(parts: dict[str, bytes]) -> None:
    small, wide = _find(parts["word/document.xml"], "tbl")

    spans = [_val(node) for node in small.iter(qn("w:gridSpan"))]
    merges = [_val(node) for node in wide.iter(qn("w:vMerge"))]

    assert spans == ["3", "2"]
    assert merges == ["restart", "restart", "continue", "continue"] * 8


def test_the_cover_has_no_page_number_and_the_next_page_is_the_first(parts: dict[str, bytes]) -> None:
    cover, front, body, plan, end = _find(parts["word/document.xml"], "sectPr")

    sizes = [_sides(section) for section in (cover, front, body, plan, end)]

    assert sizes == [(11906, 16838)] * 3 + [(16838, 11906), (11906, 16838)]
    assert cover.find(qn("w:footerReference")) is None
    assert front.find(qn("w:footerReference")) is not None
    assert front.find(qn("w:pgNumType")).get(qn("w:start")) == "1"
    assert body.find(qn("w:pgNumType")) is None
    assert "PAGE" in _words(parts["word/footer1.xml"])
    assert "เทศบาลเมืองตัวอย่าง" in _words(parts["word/header1.xml"])


def test_a_cover_after_the_text_does_not_inherit_its_page_number() -> None:
    cover = Section((paragraph("ภาคผนวก", "title"),), kind="cover")
    document = Document("ทดสอบ", (Section((paragraph("เนื้อหา"),)), cover, Section((paragraph("ท้ายเล่ม"),))), header="หัวกระดาษ")

    parts = _parts(document)

    sections = _find(parts["word/document.xml"], "sectPr")
    assert all(section.find(qn("w:footerReference")) is not None for section in sections)
    assert "PAGE" not in _words(parts["word/footer2.xml"])
    assert "PAGE" in _words(parts["word/footer3.xml"])


def test_the_contents_hold_every_heading_with_a_link_and_a_page(parts: dict[str, bytes]) -> None:
    root = etree.fromstring(parts["word/document.xml"])
    bookmarks = {node.get(qn("w:name")) for node in root.iter(qn("w:bookmarkStart"))}

    entries = [node for node in root.iter(qn("w:hyperlink")) if node.get(qn("w:anchor"))]

    assert [entry.find(f".//{qn('w:t')}").text for entry in entries] == [
        "ผลการประเมินภาพรวม",
        "คะแนนรายตัวชี้วัด",
        "ข้อที่ต้องปรับปรุง",
        "การเปิดเผยข้อมูล (OIT)",
        "มาตรการและแผนการดำเนินงาน",
        "สรุป",
    ]
    assert {entry.get(qn("w:anchor")) for entry in entries} <= bookmarks
    assert [entry.findall(f".//{qn('w:t')}")[-1].text for entry in entries][:5] == ["2", "2", "4", "4", "5"]
    begins, ends = (sum(_kind(node) == kind for node in root.iter(qn("w:fldChar"))) for kind in ("begin", "end"))
    assert begins == ends == len(entries) + 1
    assert b"updateFields" not in parts["word/settings.xml"]


def test_every_numbered_list_starts_at_one_again(parts: dict[str, bytes]) -> None:
    entries = [node.getparent() for node in _find(parts["word/document.xml"], "pStyle") if _val(node) == "ListNumber"]
    numbers = [_val(entry.find(f".//{qn('w:numId')}")) for entry in entries]

    instances = {node.get(qn("w:numId")): node for node in _find(parts["word/numbering.xml"], "num")}

    assert len(set(numbers)) == 2
    assert numbers == [numbers[0]] * 5 + [numbers[-1]] * 2
    assert all(_val(next(instances[number].iter(qn("w:startOverride")))) == "1" for number in numbers)


def test_pictures_carry_their_text_and_are_sharp_enough_to_print(parts: dict[str, bytes]) -> None:
    picture = next(etree.fromstring(parts["word/document.xml"]).iter(qn("wp:inline")))
    pixels = int.from_bytes(parts["word/media/image1.png"][16:20], "big")

    inches = int(picture.find(qn("wp:extent")).get("cx")) / 914400

    assert picture.find(qn("wp:docPr")).get("descr").startswith("แผนภูมิแท่งคะแนน 10 ตัวชี้วัด")
    assert 195 < pixels / inches < 205


def test_a_picture_that_comes_twice_is_stored_once() -> None:
    section = rich_document().sections[2]

    parts = _parts(Document("ทดสอบ", (replace(section, blocks=section.blocks * 2),)))

    assert len([name for name in parts if name.startswith("word/media/")]) == 1
    shapes = [node.get("id") for node in etree.fromstring(parts["word/document.xml"]).iter(qn("wp:docPr"))]
    assert len(shapes) == len(set(shapes)) == 2


def test_thai_digits_reach_pages_contents_and_lists() -> None:
    parts = _parts(in_digits(rich_document(), "thai"))

    pages = [section.find(qn("w:pgNumType")) for section in _find(parts["word/document.xml"], "sectPr")[1:]]

    assert all(page.get(qn("w:fmt")) == "thaiNumbers" for page in pages)
    assert b'w:numFmt w:val="thaiNumbers"' in parts["word/numbering.xml"]
    assert ">๒<" in parts["word/document.xml"].decode()


@pytest.mark.parametrize("target", ["javascript:alert(1)", "file:///etc/passwd", "//example.org", "data:text/html,x"])
def test_only_web_and_mail_addresses_become_links(target: str) -> None:
    parts = _parts(_plain(Paragraph((Run("ที่นี่", href=target), Run("ที่นั่น", href="https://example.go.th/a?b=1&c=2")))))

    relations = parts["word/_rels/document.xml.rels"].decode()

    assert relations.count('TargetMode="External"') == 1
    assert "https://example.go.th/a?b=1&amp;c=2" in relations
    assert "ที่นี่" in _words(parts["word/document.xml"])


def test_signs_that_xml_forbids_are_left_out() -> None:
    parts = _parts(_plain(paragraph("ก\x00ข\x0bค <&>\u200bง\nจ\tฉ")))

    assert "กขค <&>\u200bงจฉ" in _words(parts["word/document.xml"])


def test_the_same_document_gives_the_same_bytes() -> None:
    assert _zip(rich_document()) == _zip(rich_document())


def test_properties_say_what_the_document_is() -> None:
    properties = docx.Document(io.BytesIO(_zip(rich_document()))).core_properties

    assert (properties.title, properties.author, properties.language) == (
        "รายงานการวิเคราะห์ผลการประเมิน ITA ปี 2568",
        "เทศบาลเมืองตัวอย่าง",
        "th-TH",
    )
    assert f"{properties.created:%Y-%m-%d}" == "2025-04-30"


def test_a_short_row_stays_whole_and_a_very_tall_one_may_break() -> None:
    rows = ((cell("สั้น"),), (cell("ข้อความยาวมาก " * 900),))

    parts = _parts(_plain(Table((Column(),), (head_row("หัว"),), rows)))

    whole = [row.find(f".//{qn('w:cantSplit')}") is not None for row in _find(parts["word/document.xml"], "tr")]
    assert whole == [True, True, False]


def test_a_row_with_too_many_cells_is_refused() -> None:
    table = Table((Column(), Column()), (), ((cell("1"), cell("2"), cell("3")),))

    with pytest.raises(ValueError, match="1 cells more"):
        _parts(_plain(table))


@pytest.mark.parametrize("orientation", ["portrait", "landscape"])
def test_a_long_table_is_written_quickly_and_whole(orientation: Orientation) -> None:
    document = Document("ทดสอบ", (Section((Heading("แผน"), wide_table(150)), orientation),))

    parts = _parts(document)

    assert len(_find(parts["word/document.xml"], "tr")) == 301


def test_a_path_is_written_to_as_well(tmp_path: Path) -> None:
    write_docx(_plain(paragraph("เนื้อหา")), tmp_path / "a.docx")

    assert docx.Document(str(tmp_path / "a.docx")).paragraphs[0].text == "เนื้อหา"


def test_what_starts_a_page_behind_a_table_stands_right_behind_it() -> None:
    document = Document("ทดสอบ", (Section((wide_table(3), PageBreak(), Heading("บทต่อไป"))),))

    (table,) = _find(_parts(document)["word/document.xml"], "tbl")
    behind = table.getnext()

    assert behind is not None
    assert "".join(_texts(behind)) == "บทต่อไป"
    assert behind.find(f".//{qn('w:pageBreakBefore')}") is not None


def test_sara_am_in_a_picture_does_not_lie_over_the_next_letter() -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40" font-family="Sarabun"><text x="5" y="25">{}</text></svg>'

    whole, parted = (_pictures(Document("ทดสอบ", (Section((Figure(svg.format(text), "ภาพ"),)),))) for text in ("อำนาจ", "อ\u0e4d\u0e32นาจ"))

    assert whole == parted


def _pictures(document: Document) -> list[bytes]:
    return [data for name, data in _parts(document).items() if name.startswith("word/media/")]


def _plain(block: Paragraph | Table) -> Document:
    return Document("ทดสอบ", (Section((block,)),))


def _zip(document: Document) -> bytes:
    target = io.BytesIO()
    write_docx(document, target)
    return target.getvalue()


def _parts(document: Document) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(_zip(document))) as package:
        return {name: package.read(name) for name in package.namelist()}


def _find(part: bytes, name: str) -> list[etree._Element]:
    return list(etree.fromstring(part).iter(qn(f"w:{name}")))


def _words(part: bytes) -> str:
    return "".join(_texts(etree.fromstring(part)))


def _texts(root: etree._Element) -> Iterator[str]:
    yield from (node.text or "" for node in root.iter(qn("w:t"), qn("w:instrText")))


def _val(node: etree._Element) -> str:
    return str(node.get(qn("w:val")))


def _kind(node: etree._Element) -> str:
    return str(node.get(qn("w:fldCharType")))


def _value(look: etree._Element, name: str) -> tuple[bool, str | None]:
    node = look.find(qn(f"w:{name}"))
    return node is not None, None if node is None else node.get(qn("w:val"))


def _sides(section: etree._Element) -> tuple[int, int]:
    size = section.find(qn("w:pgSz"))
    return int(size.get(qn("w:w"))), int(size.get(qn("w:h")))

"""Remarks as Word's own comments, in a file that otherwise stays as it was."""

import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx_by_hand import p, r, tbl, tr, word_file
from samples import rich_document

from prongsai.document.model import Block, Heading, Reading, Table
from prongsai.document.reading.word.read_docx import read_docx
from prongsai.document.writing.word.comment_docx import Comment, comment_docx
from prongsai.document.writing.write_document import write_document
from prongsai.errors import OutputError, UnreadableFile

_SOFFICE = shutil.which("soffice")
_REMARK = Comment("body:2", "คะแนนรวมไม่ตรงกับคะแนนรายตัวชี้วัด\nควรเป็น ๘๗.๑๕ คะแนน")
_BOX = "<w:r><w:pict><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></w:pict></w:r>"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "รายงาน.docx"
    write_document(rich_document(), path)
    return path


def test_a_comment_stands_at_the_paragraph_of_its_anchor(report: Path, tmp_path: Path) -> None:
    heading = _heading(read_docx(report), "ข้อที่ต้องปรับปรุง")

    comment_docx(report, tmp_path / "b.docx", [Comment(heading, "ไม่มีมาตรการ")])

    opened = docx.Document(str(tmp_path / "b.docx"))
    (comment,) = opened.comments
    paragraph = next(each for each in opened.paragraphs if each.text == "ข้อที่ต้องปรับปรุง")
    assert (comment.author, comment.initials, comment.text) == ("Prongsai", "PS", "ไม่มีมาตรการ")
    assert paragraph._p.xpath("./w:commentRangeStart/@w:id") == paragraph._p.xpath(".//w:commentReference/@w:id") == [str(comment.comment_id)]


def test_the_document_reads_as_before(report: Path, tmp_path: Path) -> None:
    before = read_docx(report)
    target = tmp_path / "b.docx"

    comment_docx(report, target, [Comment(_heading(before, "สรุป"), "ก"), Comment("", "ข")])

    after = read_docx(target)
    assert after.document == before.document
    assert after.margins == before.margins
    assert after.notes[-1].th.endswith("ความเห็นในเอกสาร 2 รายการ")


def test_every_other_part_stays_byte_for_byte(report: Path, tmp_path: Path) -> None:
    comment_docx(report, tmp_path / "b.docx", [_REMARK])

    before, after = (_parts(path) for path in (report, tmp_path / "b.docx"))
    differing = {name for name in before if before[name] != after[name]}
    assert differing == {"[Content_Types].xml", "word/document.xml", "word/_rels/document.xml.rels"}
    assert set(after) - set(before) == {"word/comments.xml"}


def test_the_same_input_gives_the_same_bytes(report: Path, tmp_path: Path) -> None:
    for name in ("b.docx", "c.docx"):
        comment_docx(report, tmp_path / name, [_REMARK])

    assert (tmp_path / "b.docx").read_bytes() == (tmp_path / "c.docx").read_bytes()


def test_comments_and_changes_that_are_there_stay(tmp_path: Path) -> None:
    old = f'<w:comment w:id="7" w:author="นายทะเบียน">{p("ดูอีกครั้ง")}</w:comment>'
    source = word_file(tmp_path, p("ก", f'<w:ins w:id="1">{r("เพิ่ม")}</w:ins>') + p("ข"), {"comments": old})

    comment_docx(source, tmp_path / "b.docx", [_REMARK])

    assert [(each.comment_id, each.author) for each in docx.Document(str(tmp_path / "b.docx")).comments] == [(7, "นายทะเบียน"), (8, "Prongsai")]
    assert b"<w:ins " in _parts(tmp_path / "b.docx")["word/document.xml"]


def test_a_file_may_be_commented_twice_and_in_place(report: Path) -> None:
    comment_docx(report, report, [_REMARK])
    comment_docx(report, report, [_REMARK, _REMARK])

    assert [each.comment_id for each in docx.Document(str(report)).comments] == [0, 1, 2]


@pytest.mark.parametrize(
    ("anchor", "start"),
    [
        ("header1:1", "(ที่หัวกระดาษ) "),
        ("footer2:1", "(ที่ท้ายกระดาษ) "),
        ("footnotes:3", "(ที่เชิงอรรถ) "),
        ("", "(ทั้งเอกสาร) "),
        ("body:99", "(ทั้งเอกสาร) "),
        ("body:๒", "(ทั้งเอกสาร) "),
    ],
)
def test_what_is_not_in_the_text_hangs_on_its_first_paragraph(tmp_path: Path, anchor: str, start: str) -> None:
    source = word_file(tmp_path, p("แรก") + p("สอง"))

    comment_docx(source, tmp_path / "b.docx", [Comment(anchor, "ชื่อไม่ตรง")])

    opened = docx.Document(str(tmp_path / "b.docx"))
    assert [each.text for each in opened.comments] == [f"{start}ชื่อไม่ตรง"]
    assert [len(each._p.xpath("./w:commentRangeStart")) for each in opened.paragraphs] == [1, 0]


def test_a_comment_on_a_box_hangs_on_the_paragraph_that_holds_the_box(tmp_path: Path) -> None:
    source = word_file(tmp_path, p("ก") + p("ข", _BOX.format(p("ในกรอบ"))) + tbl(tr("1", "2")))

    comment_docx(source, tmp_path / "b.docx", [Comment("body:3", "ในกรอบ"), Comment("body:5", "ในตาราง")])

    opened = docx.Document(str(tmp_path / "b.docx"))
    assert [len(each._p.xpath("./w:commentRangeStart")) for each in opened.paragraphs] == [0, 1]
    assert opened.element.xpath("//w:txbxContent//w:commentRangeStart") == []
    assert [len(cell._tc.xpath(".//w:commentRangeStart")) for cell in opened.tables[0].rows[0].cells] == [0, 1]


def test_thai_letters_of_a_comment_have_a_font_and_a_size(report: Path, tmp_path: Path) -> None:
    comment_docx(report, tmp_path / "b.docx", [_REMARK])

    (comment,) = docx.Document(str(tmp_path / "b.docx")).comments
    runs = [run._r for paragraph in comment.paragraphs for run in paragraph.runs if run.text]
    assert [run.xpath("./w:rPr/w:rFonts/@w:cs") for run in runs] == [["Tahoma"]] * 2
    assert [run.xpath("./w:rPr/w:szCs/@w:val") for run in runs] == [["20"]] * 2


def test_a_strict_file_stays_strict(tmp_path: Path) -> None:
    source = word_file(tmp_path, p("ก") + p("ข"), strict=True)

    comment_docx(source, tmp_path / "b.docx", [_REMARK])

    parts = _parts(tmp_path / "b.docx")
    assert b"schemas.openxmlformats.org/wordprocessingml" not in parts["word/comments.xml"] + parts["word/document.xml"]
    assert read_docx(tmp_path / "b.docx").notes[-1].th.endswith("1 รายการ")


def test_an_empty_document_and_no_comments_do_no_harm(tmp_path: Path) -> None:
    source = word_file(tmp_path, "")

    comment_docx(source, tmp_path / "b.docx", [Comment("", "ว่าง")])
    comment_docx(source, tmp_path / "c.docx", [])

    assert len(list(docx.Document(str(tmp_path / "b.docx")).comments)) == 1
    assert _parts(tmp_path / "c.docx") == _parts(source)


def test_letters_that_no_file_may_hold_are_left_out(tmp_path: Path) -> None:
    comment_docx(word_file(tmp_path, p("ก")), tmp_path / "b.docx", [Comment("body:1", "ก\x00\x0b <ข> & ค")])

    assert [each.text for each in docx.Document(str(tmp_path / "b.docx")).comments] == ["ก <ข> & ค"]


def test_what_cannot_be_read_leaves_nothing_behind(tmp_path: Path) -> None:
    source = tmp_path / "a.docx"
    source.write_bytes(b"PK broken")

    with pytest.raises(UnreadableFile):
        comment_docx(source, tmp_path / "b.docx", [_REMARK])

    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.docx"]


def test_a_place_that_cannot_be_written_is_told(report: Path, tmp_path: Path) -> None:
    (tmp_path / "folder").write_text("a file")

    with pytest.raises(OutputError):
        comment_docx(report, tmp_path / "folder" / "b.docx", [_REMARK])


@pytest.mark.office
@pytest.mark.skipif(_SOFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_the_comments_at_their_places(report: Path, tmp_path: Path) -> None:
    anchor = _heading(read_docx(report), "สรุป")
    comment_docx(report, report, [Comment(anchor, "ควรมีข้อเสนอแนะ"), Comment("header1:1", "ชื่อไม่ตรง")])

    back = _through_libreoffice(report, tmp_path)

    opened = docx.Document(str(back))
    assert {each.text for each in opened.comments} == {"ควรมีข้อเสนอแนะ", "(ที่หัวกระดาษ) ชื่อไม่ตรง"}
    marked = next(each for each in opened.paragraphs if each.text == "สรุป")
    assert len(marked._p.xpath("./w:commentRangeStart")) == 1


@pytest.mark.office
@pytest.mark.skipif(_SOFFICE is None, reason="LibreOffice is not installed")
def test_a_file_that_libreoffice_saved_reads_the_same(report: Path, tmp_path: Path) -> None:
    back = read_docx(_through_libreoffice(report, tmp_path))

    before = read_docx(report)
    assert back.margins == before.margins
    for theirs, ours in zip(back.document.sections, before.document.sections, strict=True):
        assert [_without_widths(block) for block in theirs.blocks] == [_without_widths(block) for block in ours.blocks]


def _without_widths(block: Block) -> Block:
    return replace(block, columns=()) if isinstance(block, Table) else block


def _through_libreoffice(path: Path, folder: Path) -> Path:
    out = folder / "out"
    profile = (folder / "profile").as_uri()
    command = [str(_SOFFICE), "--headless", f"-env:UserInstallation={profile}", "--convert-to", "docx", "--outdir", str(out), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return out / path.name


def _heading(reading: Reading, text: str) -> str:
    headings = (block for section in reading.document.sections for block in section.blocks if isinstance(block, Heading))
    return next(heading.place.anchor for heading in headings if heading.text == text and heading.place)


def _parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}

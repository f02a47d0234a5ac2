"""The text of Word files by other hands: tracked changes, boxes, fields, check boxes, hidden text."""

from pathlib import Path

import pytest
from docx_by_hand import Parts, field, p, r, read_body, tbl, tc, texts, tr

from prongsai.document.model import Heading, Paragraph, Reading, Run

_BOXED = "<w:txbxContent>{}</w:txbxContent>"
_SHAPE = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{0}</wps:txbx></w:drawing></mc:Choice>'
    "<mc:Fallback><w:pict><v:textbox>{0}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


def test_tracked_changes_are_read_as_accepted(tmp_path: Path) -> None:
    body = p(
        "คะแนน ", f"<w:del>{r('80.00')}</w:del>", f"<w:ins>{r('85.00')}</w:ins>", f"<w:moveFrom>{r(' เดิม')}</w:moveFrom>", f"<w:moveTo>{r(' ใหม่')}</w:moveTo>"
    )

    reading = read_body(tmp_path, body)

    assert texts(reading) == ["คะแนน 85.00 ใหม่"]
    assert "เพิ่ม 2 แห่ง ลบ 2 แห่ง" in _notes(reading)


def test_a_paragraph_whose_end_was_deleted_joins_the_next(tmp_path: Path) -> None:
    body = p("ครึ่งแรก", properties="<w:rPr><w:del/></w:rPr>") + p(" ครึ่งหลัง") + p("ท้าย", properties="<w:rPr><w:del/></w:rPr>")

    reading = read_body(tmp_path, body)

    assert texts(reading) == ["ครึ่งแรก ครึ่งหลัง", "ท้าย"]
    assert _paragraphs(reading)[0].place is not None


def test_a_row_that_was_deleted_is_not_read(tmp_path: Path) -> None:
    body = tbl(tr("1", "ก"), tr("2", "ข", properties="<w:del/>"), tr("3", "ค", properties="<w:ins/>"))

    assert texts(read_body(tmp_path, body)) == ["1 | ก\n3 | ค"]


def test_a_text_box_is_read_once(tmp_path: Path) -> None:
    body = p("ก่อน", _SHAPE.format(_BOXED.format(p("ในกรอบ") + tbl(tr("1", "ก"))))) + p("หลัง")

    reading = read_body(tmp_path, body)

    assert texts(reading) == ["ก่อน", "ในกรอบ", "1 | ก", "หลัง"]


def test_an_old_text_box_and_an_art_of_letters_are_read(tmp_path: Path) -> None:
    body = p(
        f'<w:r><w:pict><v:shape><v:textbox>{_BOXED.format(p("กรอบเก่า"))}</v:textbox></v:shape><v:shape><v:textpath string="อักษรศิลป์"/></v:shape></w:pict></w:r>'
    )

    assert texts(read_body(tmp_path, body)) == ["กรอบเก่า", "อักษรศิลป์"]


def test_a_box_within_a_cell_belongs_to_the_cell(tmp_path: Path) -> None:
    body = tbl(tr(tc(p("ก", _SHAPE.format(_BOXED.format(p("ข"))))), "ค"))

    assert texts(read_body(tmp_path, body)) == ["ก\nข | ค"]


@pytest.mark.parametrize(
    ("run", "sign"),
    [
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', "☑"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>', "☐"),
        ('<w:r><w:sym w:font="Wingdings 2" w:char="F052"/></w:r>', "☑"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FD"/></w:r>', "☒"),
        ('<w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>\uf0fe</w:t></w:r>', "☑"),
        ('<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>'
         '<w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>', "☑"),
        ('<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/></w:checkBox></w:ffData></w:fldChar></w:r>'
         '<w:r><w:fldChar w:fldCharType="end"/></w:r>', "☐"),
        ('<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>☒</w:t></w:r></w:sdtContent></w:sdt>', "☒"),
        ('<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/><w14:checkedState w14:val="00FE" w14:font="Wingdings"/></w14:checkbox></w:sdtPr>'
         '<w:sdtContent><w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r></w:sdtContent></w:sdt>', "☑"),
        ('<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="0"/></w14:checkbox></w:sdtPr><w:sdtContent/></w:sdt>', "☐"),
    ],
)  # fmt: skip
def test_every_kind_of_check_box_becomes_its_sign(tmp_path: Path, run: str, sign: str) -> None:
    assert texts(read_body(tmp_path, p(run, " มี"))) == [f"{sign} มี"]


def test_a_choice_of_an_old_form_shows_what_was_chosen(tmp_path: Path) -> None:
    entries = '<w:listEntry w:val="ผ่าน"/><w:listEntry w:val="ไม่ผ่าน"/>'
    begin = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/>{entries}</w:ddList></w:ffData></w:fldChar></w:r>'

    assert texts(read_body(tmp_path, p("ระดับ ", begin, '<w:r><w:fldChar w:fldCharType="end"/></w:r>'))) == ["ระดับ ไม่ผ่าน"]


def test_fields_show_their_results(tmp_path: Path) -> None:
    body = p("ตารางที่ ", field("SEQ ตาราง", r("๓")), '<w:fldSimple w:instr="DOCPROPERTY ชื่อ">' + r(" ผลคะแนน") + "</w:fldSimple>")

    assert texts(read_body(tmp_path, body)) == ["ตารางที่ ๓ ผลคะแนน"]


def test_a_field_that_never_ends_hides_nothing(tmp_path: Path) -> None:
    body = p('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>') + p("เนื้อหา")

    assert texts(read_body(tmp_path, body)) == ["เนื้อหา"]


def test_links_of_both_kinds_are_kept(tmp_path: Path) -> None:
    body = p('<w:hyperlink r:id="link">' + r("เว็บ") + "</w:hyperlink>", " ", field('HYPERLINK "https://example.go.th/o9"', r("o9")))

    (paragraph,) = _paragraphs(read_body(tmp_path, body))

    assert paragraph.runs == (Run("เว็บ", href="https://example.go.th/ita"), Run(" "), Run("o9", href="https://example.go.th/o9"))


@pytest.mark.parametrize("wrapped", [True, False], ids=["in a control", "as a field"])
def test_the_contents_are_left_out(tmp_path: Path, wrapped: bool) -> None:
    begin, rest = field('TOC \\o "1-3"', r("บทที่ ๑\t๑") + "</w:p><w:p>" + r("บทที่ ๒\t๔")).split("</w:p>")
    contents = p(begin) + rest.removeprefix("<w:p>").join(("<w:p>", "</w:p>"))
    gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    body = f"<w:sdt>{gallery}<w:sdtContent>{p('สารบัญ')}{contents}</w:sdtContent></w:sdt>" if wrapped else contents

    assert texts(read_body(tmp_path, body + p("บทที่ ๑"))) == ["บทที่ ๑"]


def test_hidden_text_is_left_out_and_told(tmp_path: Path) -> None:
    reading = read_body(tmp_path, p("เห็น", r("ซ่อน", "<w:vanish/>")) + p(r("ไม่ซ่อน", '<w:vanish w:val="0"/>')))

    assert texts(reading) == ["เห็น", "ไม่ซ่อน"]
    assert "ซ่อนไว้ 1 แห่ง" in _notes(reading)


def test_fields_to_fill_in_that_are_empty_are_told_and_not_read(tmp_path: Path) -> None:
    blank = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    filled = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"

    reading = read_body(tmp_path, p("ชื่อ ", blank.format(r("คลิกที่นี่")), filled.format(r("อบต.ตัวอย่าง"))) + blank.format(p("คลิก")) + filled.format(p("กรอกแล้ว")))

    assert texts(reading) == ["ชื่อ อบต.ตัวอย่าง", "กรอกแล้ว"]
    assert "ยังไม่ได้กรอก 2 ช่อง" in _notes(reading)


def test_signs_of_layout_become_characters(tmp_path: Path) -> None:
    run = '<w:r><w:t>ก</w:t><w:tab/><w:t>ข</w:t><w:br/><w:t>ค\xad\u200b</w:t><w:softHyphen/><w:noBreakHyphen/><w:t xml:space="preserve"> ง</w:t></w:r>'

    assert texts(read_body(tmp_path, p(run))) == ["ก\tข\nค- ง"]


def test_wrappers_are_looked_through(tmp_path: Path) -> None:
    body = p(f"<w:smartTag>{r('ก')}<w:customXml>{r('ข')}</w:customXml></w:smartTag>", "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>")

    assert texts(read_body(tmp_path, body)) == ["กขx=1"]


def test_runs_that_look_alike_are_one(tmp_path: Path) -> None:
    (paragraph,) = _paragraphs(read_body(tmp_path, p("คะ", "แนน", r(" 95", "<w:b/>"), r(".24", "<w:bCs/>"), r(" เอียง", '<w:b w:val="0"/><w:i/>'))))

    assert paragraph.runs == (Run("คะแนน"), Run(" 95.24", bold=True), Run(" เอียง", italic=True))


_STYLES = (
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="หัวเรื่อง ๒"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="บทย่อย"/><w:basedOn w:val="1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="c"><w:name w:val="เรื่อง"/><w:pPr><w:outlineLvl w:val="5"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="d"><w:name w:val="ย่อหน้า"/><w:basedOn w:val="d"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="e"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="f"><w:name w:val="caption"/></w:style>'
)


def test_headings_are_known_by_their_styles_in_both_languages(tmp_path: Path) -> None:
    body = "".join(p(f"หัวข้อ {name}", properties=f'<w:pStyle w:val="{name}"/>') for name in "1abcde") + p(
        r("ตัวหนา", "<w:b/>"), properties='<w:jc w:val="center"/>'
    )

    blocks = read_body(tmp_path, body, {"styles": _STYLES}).document.sections[0].blocks

    assert [block.level for block in blocks if isinstance(block, Heading)] == [1, 2, 1, 4]
    assert [block.text for block in blocks if isinstance(block, Paragraph)] == ["หัวข้อ d", "ตัวหนา"]


def test_a_paragraph_may_say_itself_whether_it_is_a_heading(tmp_path: Path) -> None:
    body = p("ใช่", properties='<w:outlineLvl w:val="1"/>') + p("ไม่ใช่", properties='<w:pStyle w:val="1"/><w:outlineLvl w:val="9"/>')

    blocks = read_body(tmp_path, body, {"styles": _STYLES}).document.sections[0].blocks

    assert [type(block) for block in blocks] == [Heading, Paragraph]


def test_pictures_comments_and_embedded_files_are_told(tmp_path: Path) -> None:
    drawing = "<w:r><w:drawing><a:graphic><a:blip/></a:graphic></w:drawing></w:r>"
    chart = '<w:r><w:drawing><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"/></w:drawing></w:r>'

    reading = read_body(tmp_path, p(drawing, drawing, chart) + '<w:altChunk r:id="x"/>', {"comments": f'<w:comment w:id="0">{p("ดูอีกครั้ง")}</w:comment>'})

    for told in ("รูปภาพ 2 รูป", "แผนภูมิหรือผังภาพ 1 ภาพ", "ฝังไว้ 1 แห่ง", "ความเห็นในเอกสาร 1 รายการ"):
        assert told in _notes(reading)


def test_a_plain_file_has_nothing_to_tell(tmp_path: Path) -> None:
    assert read_body(tmp_path, p("ก")).notes == ()


def test_headers_footers_and_notes_come_once_each_where_they_are_printed(tmp_path: Path) -> None:
    references = "".join(
        f'<w:{edge}Reference w:type="{kind}" r:id="{name}"/>'
        for edge, kind, name in (
            ("header", "default", "header1"),
            ("header", "first", "header2"),
            ("header", "even", "header3"),
            ("footer", "default", "footer1"),
        )
    )
    parts: Parts = {
        "header1": p("อบต.ตัวอย่าง") + tbl(tr("หน้า", "ลับ")),
        "header2": p("หน้าแรกเท่านั้น"),
        "header3": p("หน้าคู่"),
        "footer1": p("หน้า ", field("PAGE", r("3")), " จาก ", field("NUMPAGES", r("9"))) + p("อบต.ตัวอย่าง"),
        "footnotes": f'<w:footnote w:type="separator" w:id="-1">{p("เส้น")}</w:footnote><w:footnote w:id="1">{p("ที่มา")}</w:footnote>',
    }

    plain = read_body(tmp_path, p("ก") + f"<w:sectPr>{references}</w:sectPr>", parts)
    every = read_body(tmp_path, p("ก") + f"<w:sectPr>{references}<w:titlePg/></w:sectPr>", {**parts, "settings": "<w:evenAndOddHeaders/>"})

    assert [each.text for each in plain.margins] == ["อบต.ตัวอย่าง", "หน้า", "ลับ", "ที่มา"]
    assert [each.text for each in every.margins] == ["อบต.ตัวอย่าง", "หน้า", "ลับ", "หน้าแรกเท่านั้น", "หน้าคู่", "ที่มา"]
    assert [each.place.anchor for each in plain.margins if each.place] == ["header1:1", "header1:2", "header1:3", "footnotes:2"]


def test_a_strict_file_reads_like_any_other(tmp_path: Path) -> None:
    body = p("หัวข้อ", properties='<w:pStyle w:val="1"/>') + p('<w:hyperlink r:id="link">' + r("เว็บ") + "</w:hyperlink>") + tbl(tr("1", "ก"))

    usual, strict = (read_body(tmp_path, body, {"styles": _STYLES}, strict=kind) for kind in (False, True))

    assert strict.document.sections == usual.document.sections
    assert len(texts(strict)) == 3


def _notes(reading: Reading) -> str:
    return "\n".join(note.th for note in reading.notes)


def _paragraphs(reading: Reading) -> list[Paragraph]:
    return [block for section in reading.document.sections for block in section.blocks if isinstance(block, Paragraph)]

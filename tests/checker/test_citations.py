"""Titles, items without points and parts that a document names."""

from prongsai.checker.facts.citations import cited_of, lost_of, parts_of, titles_of
from prongsai.checker.nodes import Names
from prongsai.checker.outline import Outline, outline_of
from prongsai.document import Block, Column, Document, Heading, Section, Table, cell, head_row, paragraph

_NAMES = Names.of(2568)


def _outline(*blocks: Block | str) -> Outline:
    return outline_of(Document("", (Section(tuple(paragraph(block) if isinstance(block, str) else block for block in blocks)),)))


def _lost(*blocks: Block | str) -> list[str] | None:
    found = lost_of(_outline(*blocks), _NAMES)
    return None if found is None else [fact.code for fact in found]


def test_titles_stand_with_numbers_of_indicators_and_codes_that_begin_a_line() -> None:
    outline = _outline("ตัวชี้วัดที่ ๓ การใช้อำนาจ", "ข้อ ๐9 คู่มือการขอรับบริการ", "ตามที่อ้างอิงจาก o8 พร้อมทั้งประชาสัมพันธ์")

    assert [(fact.node, fact.title) for fact in titles_of(outline, _NAMES)] == [("3", "การใช้อำนาจ"), ("o9", "คู่มือการขอรับบริการ")]


def test_every_code_and_number_is_cited_with_its_span() -> None:
    outline = _outline("ตัวชี้วัดที่ 4 อ้างอิงจาก o8 และ o9")

    assert [(fact.node, fact.passage.text[slice(*fact.span)]) for fact in cited_of(outline, _NAMES) if fact.span] == [
        ("4", "ตัวชี้วัดที่ 4"),
        ("o8", "o8"),
        ("o9", "o9"),
    ]


def test_items_listed_under_a_statement_of_no_points_are_lost() -> None:
    assert _lost(
        "มีข้อเสนอแนะต่อข้อที่ไม่ได้รับคะแนน ดังนี้",
        "ข้อ ๐1 โครงสร้าง",
        "หน่วยงานควรเผยแพร่ (อ้างอิงจาก o5)",
        "ข้อ ๐12 รายการจัดซื้อจัดจ้าง",
        Heading("บทสรุป"),
        "o3 ได้คะแนนเต็ม",
    ) == ["o1", "o12"]


def test_items_named_in_the_statement_itself_are_lost() -> None:
    assert _lost("ข้อที่ไม่ได้คะแนน ได้แก่ o2, o7 และ o16", "o9 ได้คะแนน") == ["o2", "o7", "o16"]


def test_items_of_a_table_under_such_a_statement_are_lost() -> None:
    table = Table((Column(), Column()), (head_row("ข้อ", "ชื่อ"),), ((cell("o4"), cell("ข่าว")), (cell("o27"), cell("มาตรการ (ดู o26)"))))

    assert _lost("รายการที่ไม่ได้คะแนน", table) == ["o4", "o27"]


def test_a_document_may_say_that_nothing_is_lost_or_say_nothing() -> None:
    assert _lost("ไม่มีข้อที่ไม่ได้คะแนน") == []
    assert _lost("คะแนนรวม 95.00", "o9 คู่มือ") is None


def test_parts_are_told_by_their_headings_and_an_empty_one_is_marked() -> None:
    parts = list(parts_of(_outline(Heading("จุดแข็ง"), Heading("จุดอ่อน"), "ตัวชี้วัดที่ 9")))

    assert [(fact.part, fact.empty) for fact in parts] == [("strengths", True), ("weaknesses", False)]


def test_items_lost_in_an_earlier_year_are_another_matter() -> None:
    table = Table((Column(), Column()), (head_row("ข้อ", "สถานะ"),), ((cell("o2"), cell("ยังไม่ได้คะแนน")),))

    assert _lost("ข้อที่ไม่ได้คะแนน คือ o1", Heading("เทียบกับข้อที่ไม่ได้คะแนนปีก่อน"), table) == ["o1"]
    assert _lost("ทุกข้อได้คะแนน ไม่มีข้อที่ต้องแก้ไข") == []


def test_a_code_that_a_cell_runs_together_with_the_line_before_has_its_title() -> None:
    texts = ("ปรับปรุงเว็บไซต์ข้อ o7 ข่าวประชาสัมพันธ์", "ตามที่อ้างอิงจาก o8 พร้อมทั้งประชาสัมพันธ์")
    table = Table((Column(), Column()), (head_row("มาตรการ", "ผล"),), (tuple(cell(text) for text in texts),))

    assert [(fact.node, fact.title) for fact in titles_of(_outline(table), _NAMES)] == [("o7", "ข่าวประชาสัมพันธ์")]
    assert list(titles_of(_outline(texts[0]), _NAMES)) == []


def test_a_heading_in_text_without_layout_is_empty_where_another_follows() -> None:
    outline = _outline("1. จุดแข็ง", "2. จุดอ่อน", "ตัวชี้วัดที่ 9", "จุดอ่อน", "ข้อเสนอแนะ", "ควรทบทวน", "จุดแข็งคือการใช้งบประมาณ", "มาตรการ")

    assert [fact.passage.text for fact in parts_of(outline) if fact.empty] == ["1. จุดแข็ง", "จุดอ่อน", "มาตรการ"]


def test_lines_of_a_list_or_of_a_table_of_contents_are_no_empty_headings() -> None:
    listed = _outline("เอกสารนี้มี", "1. จุดแข็ง", "2. จุดอ่อน", "3. ข้อเสนอแนะ", "หน่วยงานได้ 90.00 คะแนน")
    contents = _outline("สารบัญ", "1. จุดแข็ง ........ 2", "2. จุดอ่อน 12", "หน่วยงานได้ 90.00 คะแนน")
    scored = _outline("หน่วยงานได้", "1. จุดแข็ง 95.24 คะแนน", "จุดอ่อน", "ข้อเสนอแนะ", "ควรทบทวน")

    assert [[fact.passage.text for fact in parts_of(outline) if fact.empty] for outline in (listed, contents, scored)] == [[], [], ["จุดอ่อน"]]

"""Documents as the checker walks them."""

from dataclasses import replace

from prongsai.checker.outline import folded, outline_of
from prongsai.document import Block, Cell, Column, Document, Heading, PageBreak, Place, Reading, Section, Table, cell, paragraph


def _document(*blocks: Block) -> Document:
    return Document("ตัวอย่าง", (Section(tuple(blocks)),))


def _table(*rows: tuple[str, ...], head: int = 0) -> Table:
    made = [tuple(cell(text) for text in row) for row in rows]
    return Table(tuple(Column() for _ in rows[0]), tuple(made[:head]), tuple(made[head:]))


def test_text_is_folded_to_one_way_of_writing() -> None:
    assert folded("ส านักงาน  ๘๗.๑๕\n\n ข้อ ๐9") == "สำนักงาน 87.15\nข้อ o9"


def test_a_table_that_goes_on_with_its_head_repeated_is_one() -> None:
    head = ("มาตรการ", "ระยะเวลา", "ผู้รับผิดชอบ")
    outline = outline_of(_document(_table(head, ("ก", "ข", "ค")), PageBreak(), _table(head, ("ง", "จ", "ฉ"))))

    assert [row[0].text for grid in outline.grids for row in grid.body] == ["ก", "ง"]
    assert outline.grids[0].heads == head


def test_a_table_that_goes_on_without_a_head_is_one() -> None:
    outline = outline_of(_document(_table(("มาตรการ", "ระยะเวลา", "ผู้รับผิดชอบ"), ("ก", "ข", "ค")), _table(("", "ต่อ", ""))))

    assert len(outline.grids) == 1
    assert outline.grids[0].body[1][1].text == "ต่อ"


def test_tables_with_other_heads_or_words_between_stay_apart() -> None:
    first, other = _table(("มาตรการ", "ระยะเวลา"), ("ก", "ข")), _table(("ตัวชี้วัด", "คะแนน"), ("1", "95.00"))

    assert len(outline_of(_document(first, other)).grids) == 2
    assert len(outline_of(_document(first, paragraph("ต่อไปนี้"), first)).grids) == 2


def test_a_spanning_cell_stands_at_every_place_it_covers_and_once_among_the_passages() -> None:
    wide = Cell((paragraph("รวม"),), columns=2)
    table = Table((Column(), Column(), Column()), (), ((wide, cell("1")), (cell("ก"), cell("ข"), cell("2"))))

    outline = outline_of(_document(table))

    assert outline.grids[0].rows[0][0] is outline.grids[0].rows[0][1]
    assert [passage.text for passage in outline.passages] == ["รวม", "1", "ก", "ข", "2"]


def test_passages_know_their_place_chapter_and_kind_and_margins_come_last() -> None:
    place = Place(page=2, anchor="body:3")
    document = _document(Heading("ผลการประเมิน"), replace(paragraph("ได้ 87.15"), place=place))
    reading = Reading(document, "docx", margins=(paragraph("หัวกระดาษ"),))

    passages = outline_of(reading).passages

    assert [(one.text, one.kind, one.chapter) for one in passages] == [
        ("ผลการประเมิน", "heading", ""),
        ("ได้ 87.15", "paragraph", "ผลการประเมิน"),
        ("หัวกระดาษ", "margin", ""),
    ]
    assert passages[1].place == place


def test_cells_without_a_place_of_their_own_are_counted() -> None:
    table = _table(("ตัวชี้วัด", "คะแนน"), ("1", "95.00"), head=1)

    cells = outline_of(_document(table, paragraph("ต่อไป"), table)).grids[1].body[0]

    assert [(one.place.table, one.place.row, one.place.column) for one in cells] == [(2, 2, 1), (2, 2, 2)]


def test_a_table_with_its_heads_down_the_first_column_has_no_head_row_and_goes_on_over_pages() -> None:
    first = _table(("มาตรการ", "จัดทำคู่มือ"), ("ขั้นตอน", "ทบทวน"), ("ระยะเวลา", "ต.ค. 68"))
    rest = _table(("การกำกับติดตาม", "รายงานทุกไตรมาส"), ("งบประมาณ", "ไม่ใช้"))

    outline = outline_of(_document(first, rest))

    assert [(grid.head, len(grid.rows)) for grid in outline.grids] == [(0, 5)]

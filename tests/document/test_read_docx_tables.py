"""Tables, numbers of lists and pages of Word files by other hands."""

import zipfile
from pathlib import Path

import pytest
from docx_by_hand import field, listed, p, r, read_body, tables, tbl, tc, texts, tr, word_file

from prongsai.document.model import Paragraph, Reading
from prongsai.document.reading.word.counting import in_format
from prongsai.document.reading.word.read_docx import read_docx

_DOWN, _ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
_BREAK = '<w:r><w:br w:type="page"/></w:r>'
_RENDERED = "<w:r><w:lastRenderedPageBreak/></w:r>"


def test_cells_that_span_are_one_cell(tmp_path: Path) -> None:
    body = tbl(
        tr(tc("ก", _DOWN), tc("ข", '<w:gridSpan w:val="2"/>')),
        tr(tc("", _ON), "ค", "ง"),
        tr(tc("", _ON), "จ", "ฉ"),
        tr(tc("ช", _DOWN), "ซ", "ฌ"),
        columns=3,
    )

    (table,) = tables(read_body(tmp_path, body))

    assert [[(cell.text, cell.columns, cell.rows) for cell in row] for row in table.rows] == [
        [("ก", 1, 3), ("ข", 2, 1)],
        [("ค", 1, 1), ("ง", 1, 1)],
        [("จ", 1, 1), ("ฉ", 1, 1)],
        [("ช", 1, 1), ("ซ", 1, 1), ("ฌ", 1, 1)],
    ]
    assert [cell.place.column for cell in table.rows[1] if cell.place] == [2, 3]
    assert len(table.columns) == 3


def test_cells_merged_the_old_way_are_one_cell(tmp_path: Path) -> None:
    (table,) = tables(read_body(tmp_path, tbl(tr(tc("ก", '<w:hMerge w:val="restart"/>'), tc("", "<w:hMerge/>"), "ข"), columns=3)))

    assert [(cell.text, cell.columns) for cell in table.rows[0]] == [("ก", 2), ("ข", 1)]


def test_a_row_that_begins_late_leaves_a_place(tmp_path: Path) -> None:
    (table,) = tables(read_body(tmp_path, tbl(tr("ก", "ข"), tr("ค", properties='<w:gridBefore w:val="1"/>'))))

    assert [(cell.text, cell.place.column) for cell in table.rows[1] if cell.place] == [("", 1), ("ค", 2)]


def test_head_rows_are_those_on_top_that_repeat(tmp_path: Path) -> None:
    repeated = "<w:tblHeader/>"
    body = tbl(tr("ที่", "ชื่อ", properties=repeated), tr("1", "ก"), tr("ที่", "ชื่อ", properties=repeated)) + p("") + tbl(tr("1", "ก", properties=repeated))

    first, second = tables(read_body(tmp_path, body))

    assert (len(first.head), len(first.rows)) == (1, 2)
    assert (len(second.head), len(second.rows)) == (0, 1)


def test_a_table_within_a_cell_is_a_line_a_row(tmp_path: Path) -> None:
    body = tbl(tr(tc(p("ขั้นตอน") + tbl(tr("1", "สำรวจ"), tr("2", "รายงาน")) + p("จบ")), "ข"))

    (table,) = tables(read_body(tmp_path, body))

    assert table.rows[0][0].text == "ขั้นตอน\n1\tสำรวจ\n2\tรายงาน\nจบ"


def test_rows_and_cells_in_controls_are_read(tmp_path: Path) -> None:
    control = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"
    body = tbl(control.format(tr("1", "ก")), f"<w:tr>{control.format(tc('2'))}{tc('ข')}</w:tr>")

    assert texts(read_body(tmp_path, body)) == ["1 | ก\n2 | ข"]


def test_the_caption_before_a_table_is_its_caption(tmp_path: Path) -> None:
    styles = '<w:style w:type="paragraph" w:styleId="f"><w:name w:val="caption"/></w:style>'
    caption = p("ตารางที่ ", field("SEQ", r("1")), properties='<w:pStyle w:val="f"/>')

    reading = read_body(tmp_path, caption + tbl(tr("1", "ก")) + p("ข้อความ") + tbl(tr("2", "ข")), {"styles": styles})

    assert [table.caption for table in tables(reading)] == ["ตารางที่ 1", ""]
    assert texts(reading) == ["1 | ก", "ข้อความ", "2 | ข"]


def test_places_count_tables_rows_columns_and_paragraphs(tmp_path: Path) -> None:
    reading = read_body(tmp_path, p("ก") + tbl(tr("1", "2"), tr("3", tc(p("4") + p("5")))) + tbl(tr("6", "7")))

    first, second = tables(reading)
    cell = first.rows[1][1]

    assert cell.place is not None
    assert (cell.place.table, cell.place.row, cell.place.column, cell.place.anchor) == (1, 2, 2, "body:5")
    assert [each.place.anchor for each in cell.paragraphs if each.place] == ["body:5", "body:6"]
    assert second.place is not None
    assert (second.place.table, second.place.anchor) == (2, "body:7")


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        ("decimal", ["1", "2", "10", "44"]),
        ("thaiNumbers", ["๑", "๒", "๑๐", "๔๔"]),
        ("thaiLetters", ["ก", "ข", "ญ", "คค"]),
        ("thaiCounting", ["หนึ่ง", "สอง", "สิบ", "สี่สิบสี่"]),
        ("lowerLetter", ["a", "b", "j", "rr"]),
        ("upperRoman", ["I", "II", "X", "XLIV"]),
        ("decimalZero", ["01", "02", "10", "44"]),
        ("decimalEnclosedCircle", ["①", "②", "⑩", "44"]),
        ("none", ["", "", "", ""]),
        ("aiueo", ["1", "2", "10", "44"]),
    ],
)
def test_counts_are_printed_in_their_format(form: str, shown: list[str]) -> None:
    assert [in_format(count, form) for count in (1, 2, 10, 44)] == shown


@pytest.mark.parametrize(("count", "shown"), [(11, "สิบเอ็ด"), (21, "ยี่สิบเอ็ด"), (100, "100"), (0, "0"), (-3, "-3")])
def test_counts_in_thai_words_reach_as_far_as_lists_do(count: int, shown: str) -> None:
    assert in_format(count, "thaiCounting") == shown


def test_letters_leave_out_the_two_that_nobody_uses() -> None:
    letters = [in_format(count, "thaiLetters") for count in range(1, 42)]

    assert letters[2:4] == ["ค", "ง"]
    assert letters[-1] == "ฮ"
    assert not {"ฃ", "ฅ", "ฆ", "ฤ", "ฦ"} & set(letters)


def _level(level: int, form: str, text: str, more: str = "") -> str:
    return f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


_LISTS = (
    f'<w:abstractNum w:abstractNumId="0">{_level(0, "thaiNumbers", "ข้อ %1")}{_level(1, "thaiNumbers", "%1.%2")}'
    f"{_level(2, 'thaiLetters', '(%3)')}</w:abstractNum>"
    f'<w:abstractNum w:abstractNumId="1">{_level(0, "bullet", "-")}{_level(1, "bullet", "☐")}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="2">{_level(0, "upperRoman", "%1)")}{_level(1, "decimal", "%1.%2", "<w:isLgl/>")}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="3"><w:numStyleLink w:val="L"/></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>'
    '<w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    '<w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="6"><w:abstractNumId w:val="3"/></w:num>'
)


def _lines(folder: Path, *entries: tuple[str, int, int]) -> list[str]:
    styles = '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>'
    return texts(read_body(folder, "".join(listed(text, number, level) for text, number, level in entries), {"numbering": _LISTS, "styles": styles}))


def test_numbers_of_several_levels_go_on_and_begin_again(tmp_path: Path) -> None:
    lines = _lines(tmp_path, ("ก", 1, 0), ("ข", 1, 1), ("ค", 1, 2), ("ง", 1, 1), ("จ", 1, 2), ("ฉ", 1, 0), ("ช", 1, 1))

    assert lines == ["ข้อ ๑ ก", "๑.๑ ข", "(ก) ค", "๑.๒ ง", "(ก) จ", "ข้อ ๒ ฉ", "๒.๑ ช"]


def test_a_list_that_begins_elsewhere_does_so_once_and_shares_its_count(tmp_path: Path) -> None:
    lines = _lines(tmp_path, ("ก", 1, 0), ("ข", 4, 0), ("ค", 4, 0), ("ง", 5, 0))

    assert lines == ["ข้อ ๑ ก", "ข้อ ๕ ข", "ข้อ ๖ ค", "ข้อ ๗ ง"]


def test_bullets_say_nothing_unless_they_are_check_boxes(tmp_path: Path) -> None:
    assert _lines(tmp_path, ("ก", 2, 0), ("ข", 2, 1)) == ["ก", "☐ ข"]


def test_legal_numbers_are_plain_throughout(tmp_path: Path) -> None:
    assert _lines(tmp_path, ("ก", 3, 0), ("ข", 3, 1)) == ["I) ก", "1.1 ข"]


def test_a_list_may_be_named_by_a_style(tmp_path: Path) -> None:
    assert _lines(tmp_path, ("ก", 6, 0), ("ข", 6, 0)) == ["I) ก", "II) ข"]


def test_a_level_that_was_never_counted_shows_its_start(tmp_path: Path) -> None:
    assert _lines(tmp_path, ("ก", 1, 1), ("ข", 9, 0)) == ["๑.๑ ก", "ข"]


def test_a_heading_carries_its_number(tmp_path: Path) -> None:
    style = '<w:style w:type="paragraph" w:styleId="{0}"><w:name w:val="heading {0}"/><w:pPr><w:numPr>{1}<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    styles = style.format(1, "") + style.format(2, '<w:ilvl w:val="1"/>')
    body = "".join(p("เรื่อง", properties=f'<w:pStyle w:val="{style}"/>') for style in "1212")

    assert texts(read_body(tmp_path, body, {"styles": styles, "numbering": _LISTS})) == ["ข้อ ๑ เรื่อง", "๑.๑ เรื่อง", "ข้อ ๒ เรื่อง", "๒.๑ เรื่อง"]


def test_no_page_is_told_where_the_file_tells_none(tmp_path: Path) -> None:
    reading = read_body(tmp_path, p("ก"))

    assert _pages(reading) == [None]
    assert reading.pages is None


def test_breaks_that_somebody_set_count(tmp_path: Path) -> None:
    section = "<w:sectPr>{}</w:sectPr>"
    body = (
        p("1", _BREAK)
        + p("2")
        + p("3", properties="<w:pageBreakBefore/>" + section.format(""))
        + p("4", properties=section.format(""))
        + p("4")
        + section.format('<w:type w:val="continuous"/>')
    )

    reading = read_docx(_with_pages(word_file(tmp_path, body), 4))

    assert _pages(reading) == [1, 2, 3, 4, 4]
    assert reading.pages == 4


@pytest.mark.parametrize(("said", "pages"), [(1, [None, None]), (2, [1, 2]), (5, [None, None])])
def test_set_breaks_tell_the_page_where_the_program_that_saved_the_file_counted_as_many(tmp_path: Path, said: int, pages: list[int | None]) -> None:
    path = _with_pages(word_file(tmp_path, p("1", _BREAK) + p("2")), said)

    reading = read_docx(path)

    assert _pages(reading) == pages


def test_breaks_that_word_found_count_and_none_counts_twice(tmp_path: Path) -> None:
    body = p("1") + p(_RENDERED, "2", _RENDERED, "ต่อ") + p("3", _BREAK) + p(_RENDERED, "4") + p(_RENDERED, "5", properties="<w:pageBreakBefore/>")

    assert _pages(read_body(tmp_path, body)) == [1, 2, 3, 4, 5]


def test_a_row_over_two_pages_is_one_break(tmp_path: Path) -> None:
    split = tc(p("ก") + p(_RENDERED, "ข"))
    body = p("1") + tbl(tr(split, split), tr("ค", "ง"), tr(tc(p(_RENDERED, "จ")), tc(p(_RENDERED, "ฉ"))))

    (table,) = tables(read_body(tmp_path, body))

    assert [[cell.place.page for cell in row if cell.place] for row in table.rows] == [[1, 1], [2, 2], [3, 3]]
    assert [each.place.page for each in table.rows[0][0].paragraphs if each.place] == [1, 2]


def test_sections_know_how_their_pages_lie(tmp_path: Path) -> None:
    body = p("ก", properties='<w:sectPr><w:pgSz w:orient="landscape"/></w:sectPr>') + p("ข") + "<w:sectPr><w:pgSz/></w:sectPr>"

    assert [section.orientation for section in read_body(tmp_path, body).document.sections] == ["landscape", "portrait"]


def _with_pages(path: Path, said: int) -> Path:
    """The file with the count of pages that its program left in it."""
    space = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("docProps/app.xml", f'<Properties xmlns="{space}"><Pages>{said}</Pages></Properties>')
    return path


def _pages(reading: Reading) -> list[int | None]:
    return [block.place.page for section in reading.document.sections for block in section.blocks if isinstance(block, Paragraph) and block.place]


def test_a_table_that_only_frames_tables_is_none(tmp_path: Path) -> None:
    body = p("ก่อน") + tbl(tr(tc(p("หัวเรื่อง") + tbl(tr("ที่", "เรื่อง"), tr("1", "สำรวจ")) + p("ใต้ตาราง")))) + p("หลัง")

    assert texts(read_body(tmp_path, body)) == ["ก่อน", "หัวเรื่อง", "ที่ | เรื่อง\n1 | สำรวจ", "ใต้ตาราง", "หลัง"]

"""Plain text and Markdown come out as paragraphs, headings, lists and tables, whatever encoding and however torn."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from folders import ROOT
from prongsai.document.model import Block, Heading, Paragraph, Reading, Run, Table
from prongsai.document.reading.text.read_text import read_text
from prongsai.errors import UnreadableFile

CASES = ROOT.parent / "shared" / "cases"
needs_cases = pytest.mark.skipif(not CASES.is_dir(), reason="the real reports are not part of the repository")
TITLE = "มาตรการส่งเสริมคุณธรรมของเทศบาลตำบลตัวอย่าง"
WORDS = st.text("กขคงจชซญดตนบปพมยรลวสหอ่้าิ๑๒๓0123.", min_size=1, max_size=12).filter(lambda text: any("ก" <= sign <= "ฮ" for sign in text))
ANY_FILE = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


def test_lines_torn_by_the_width_of_the_page_are_one_paragraph_and_a_blank_line_ends_it(tmp_path: Path) -> None:
    blocks = read(tmp_path, f"{TITLE}\nประจำปีงบประมาณ พ.ศ. 2569\n\nเทศบาลตำบลตัวอย่าง\n").blocks

    assert texts(blocks) == [f"{TITLE}\nประจำปีงบประมาณ พ.ศ. 2569", "เทศบาลตำบลตัวอย่าง"]
    assert [block.place.anchor for block in blocks if block.place] == ["line:1", "line:4"]


def test_numbered_lines_of_plain_text_keep_their_numbers_and_are_no_headings(tmp_path: Path) -> None:
    blocks = read(tmp_path, "๑. ที่มา\n๒. มาตรการ\n2.1 ขั้นตอน\n").blocks

    assert texts(blocks) == ["๑. ที่มา", "๒. มาตรการ", "2.1 ขั้นตอน"]
    assert {type(block) for block in blocks} == {Paragraph}


def test_lines_that_are_paragraphs_of_their_own_stay_apart(tmp_path: Path) -> None:
    long = "ก" * 200

    blocks = read(tmp_path, f"{long}\nบรรทัดสั้น\n\nตัวชี้วัดที่ 1 ได้ 95.24\nตัวชี้วัดที่ 2 ได้ 95.83\n").blocks

    assert texts(blocks) == [long, "บรรทัดสั้น", "ตัวชี้วัดที่ 1 ได้ 95.24", "ตัวชี้วัดที่ 2 ได้ 95.83"]


def test_tabs_make_a_table_that_a_blank_line_ends(tmp_path: Path) -> None:
    first, second = read(tmp_path, "ที่\tตัวชี้วัด\tคะแนน\n1\tการปฏิบัติหน้าที่\t95.24\n\nก\tข\n").tables

    assert grid(first) == [["ที่", "ตัวชี้วัด", "คะแนน"], ["1", "การปฏิบัติหน้าที่", "95.24"]]
    assert grid(second) == [["ก", "ข"]]
    assert [(table.place.table, table.place.anchor) for table in (first, second) if table.place] == [(1, "line:1"), (2, "line:4")]


def test_every_cell_knows_its_row_its_column_and_its_line(tmp_path: Path) -> None:
    (table,) = read(tmp_path, "คำนำ\n\nก\tข\nค\tง\n").tables

    places = [(cell.place.table, cell.place.row, cell.place.column, cell.place.anchor) for row in table.rows for cell in row if cell.place]

    assert places == [(1, 1, 1, "line:3"), (1, 1, 2, "line:3"), (1, 2, 1, "line:4"), (1, 2, 2, "line:4")]
    assert all(paragraph.place == cell.place for row in table.rows for cell in row for paragraph in cell.paragraphs)


def test_ragged_rows_are_filled_up_and_a_tab_at_the_end_is_no_cell(tmp_path: Path) -> None:
    (table,) = read(tmp_path, "ที่\tชื่อ\tคะแนน\t\n1\tก\t95\t\nสูงสุด\t99\tต่ำสุด\t69\n").tables

    assert grid(table) == [["ที่", "ชื่อ", "คะแนน", ""], ["1", "ก", "95", ""], ["สูงสุด", "99", "ต่ำสุด", "69"]]


@pytest.mark.parametrize("remark", ["ลดลงจากปีก่อน\t\t", "ลดลงจากปีก่อน"])
def test_a_remark_under_a_row_is_a_row_with_empty_cells(tmp_path: Path, remark: str) -> None:
    (table,) = read(tmp_path, f"ตัวชี้วัด\t2567\t2568\nหนึ่ง\t99.95\t95.24\n{remark}\nสอง\t99.70\t95.83\n").tables

    assert grid(table)[2] == ["ลดลงจากปีก่อน", "", ""]
    assert grid(table)[3] == ["สอง", "99.70", "95.83"]


def test_text_right_below_a_table_is_a_paragraph(tmp_path: Path) -> None:
    reading = read(tmp_path, "ก\tข\nค\tง\nข้อความท้ายตาราง\n")

    assert grid(reading.tables[0]) == [["ก", "ข"], ["ค", "ง"]]
    assert texts(reading.blocks[1:]) == ["ข้อความท้ายตาราง"]


def test_a_cell_goes_on_over_lines_while_its_tags_are_open(tmp_path: Path) -> None:
    (table,) = read(tmp_path, "มาตรการ\tวิธี\tผู้รับผิดชอบ\n<p>หนึ่ง</p>\t<p>ก.\nข.\n\n</p><p>ค.</p>\tกอง\nสอง\tง.\tสำนัก\n").tables

    assert grid(table)[1:] == [["หนึ่ง", "ก. ข.\nค.", "กอง"], ["สอง", "ง.", "สำนัก"]]
    assert [cell.place.anchor for cell in table.rows[1] if cell.place] == ["line:2", "line:2", "line:5"]


def test_a_cell_goes_on_over_lines_until_its_row_has_all_its_tabs(tmp_path: Path) -> None:
    (table,) = read(tmp_path, "ที่\tมาตรการ\tผู้รับผิดชอบ\n1\tจัดทำคู่มือ\nและเผยแพร่\tกอง\n2\tอบรม\tสำนัก\n").tables

    assert grid(table)[1:] == [["1", "จัดทำคู่มือ\nและเผยแพร่", "กอง"], ["2", "อบรม", "สำนัก"]]


def test_short_rows_are_not_taken_for_one_that_goes_on(tmp_path: Path) -> None:
    (table,) = read(tmp_path, "ที่\tมาตรการ\tผู้รับผิดชอบ\n1\tจัดทำคู่มือ\n2\tอบรม\n").tables

    assert grid(table)[1:] == [["1", "จัดทำคู่มือ", ""], ["2", "อบรม", ""]]


def test_a_tag_that_never_closes_does_not_swallow_the_rows_below(tmp_path: Path) -> None:
    (table,) = read(tmp_path, "<p>ก\tข\nค\tง\n<b>จ\tฉ\n").tables

    assert grid(table) == [["ก", "ข"], ["ค", "ง"], ["จ", "ฉ"]]


def test_cells_copied_from_excel_lose_the_quotation_marks_around_line_breaks(tmp_path: Path) -> None:
    (table,) = read(tmp_path, 'ที่\tมาตรการ\n1\t"จัดทำ\n""คู่มือ"""\n2\t"คำพูด"\n').tables

    assert grid(table) == [["ที่", "มาตรการ"], ["1", 'จัดทำ\n"คู่มือ"'], ["2", '"คำพูด"']]


def test_a_row_of_dashes_is_a_rule_and_makes_the_row_above_the_head(tmp_path: Path) -> None:
    first, second = read(tmp_path, "ก\tข\n--\t---\nค\tง\n\n\tต่อ\t\n--\t--\t--\n").tables

    assert (grid(first), len(first.head)) == ([["ก", "ข"], ["ค", "ง"]], 1)
    assert (grid(second), len(second.head)) == ([["", "ต่อ", ""]], 0)


def test_a_dash_in_cells_is_kept(tmp_path: Path) -> None:
    (table,) = read(tmp_path, "ก\tข\n-\t-\n").tables

    assert grid(table)[1] == ["-", "-"]


@pytest.mark.parametrize("text", ["\tย่อหน้าที่เยื้องด้วยแท็บ\n\tอีกย่อหน้า", "1.\tข้อหนึ่ง\n2.\tข้อสอง", "•\tข้อหนึ่ง", "ข้อความ\t"])
def test_tabs_that_indent_or_follow_a_mark_make_no_table(tmp_path: Path, text: str) -> None:
    reading = read(tmp_path, text)

    assert not reading.tables
    assert " ".join(texts(reading.blocks)).split()[-1] == text.split()[-1]


def test_tags_in_cells_and_lines_become_paragraphs_and_styles(tmp_path: Path) -> None:
    reading = read(tmp_path, "<u>หัวข้อ</u> <b>เข้ม</b> 5 < 6 & 7 &gt; 2&nbsp;ปี\n\nก\t<p>๑. หนึ่ง</p> <p>๒. <i>สอง</i></p>\nข\t<ul><li>ค</li><li>ง</li></ul>\n")
    line, table = reading.blocks

    assert isinstance(line, Paragraph)
    assert line.runs == (Run("หัวข้อ "), Run("เข้ม", bold=True), Run(" 5 < 6 & 7 > 2 ปี"))
    assert isinstance(table, Table)
    assert grid(table) == [["ก", "๑. หนึ่ง\n๒. สอง"], ["ข", "ค\nง"]]
    assert [paragraph.role for paragraph in table.rows[1][1].paragraphs] == ["bullet", "bullet"]
    assert table.rows[0][1].paragraphs[1].runs[1] == Run("สอง", italic=True)


def test_a_table_of_tags_in_the_text_is_counted_among_the_tables(tmp_path: Path) -> None:
    text = "ก\tข\n\nก่อน <table><thead><tr><th>ค</th><th>ง</th></tr></thead>\n<tr><td rowspan=2>จ</td><td>ฉ</td></tr>\n<tr><td>ช</td></tr></table>\n\nซ\tฌ\n"

    first, second, third = read(tmp_path, text).tables

    assert grid(second) == [["ค", "ง"], ["จ", "ฉ"], ["ช"]]
    assert (len(second.head), second.rows[0][0].rows) == (1, 2)
    assert [cell.place.column for cell in second.rows[1] if cell.place] == [2]
    assert [table.place.table for table in (first, second, third) if table.place] == [1, 2, 3]
    assert [cell.place.anchor for row in second.rows for cell in row if cell.place] == ["line:4", "line:4", "line:5"]


def test_markdown_is_read_by_its_marks(tmp_path: Path) -> None:
    text = "# บทนำ\n\n**สำคัญ** มาก [เว็บ](https://example.go.th/a) *เอียง*\n\n---\n\n- ก\n  - ข\n1. ค\n2. ง\n\n3. ไม่ใช่รายการที่เริ่มจากหนึ่ง\n"

    heading, line, *entries = read(tmp_path, text).blocks

    assert isinstance(heading, Heading)
    assert (heading.text, heading.level) == ("บทนำ", 1)
    assert isinstance(line, Paragraph)
    assert line.runs == (Run("สำคัญ", bold=True), Run(" มาก "), Run("เว็บ", href="https://example.go.th/a"), Run(" "), Run("เอียง", italic=True))
    assert [(entry.text, entry.role, entry.level) for entry in entries if isinstance(entry, Paragraph)] == [
        ("ก", "bullet", 0),
        ("ข", "bullet", 1),
        ("ค", "number", 0),
        ("ง", "number", 0),
        ("3. ไม่ใช่รายการที่เริ่มจากหนึ่ง", "body", 0),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "| ที่ | ชื่อ |\n|---|:--:|\n| 1 | ก\\|ข<br>ค |\n",
        "ที่ | ชื่อ\n--- | ---\n1 | ก\\|ข<br>ค\n",
        "+---+---+\n| ที่ | ชื่อ |\n|---|---|\n| 1 | ก\\|ข<br>ค |\n+---+---+\n",
    ],
)
def test_bars_make_a_table(tmp_path: Path, text: str) -> None:
    (table,) = read(tmp_path, text).tables

    assert grid(table) == [["ที่", "ชื่อ"], ["1", "ก|ข\nค"]]
    assert len(table.head) == 1


def test_a_form_feed_begins_a_page(tmp_path: Path) -> None:
    reading = read(tmp_path, "หนึ่ง\nหน้า 1\n\fสอง\n\nก\tข\n\fสาม\n")

    pages = {block.text if isinstance(block, Paragraph) else "ตาราง": block.place.page for block in reading.blocks if block.place}

    assert pages == {"หนึ่ง": 1, "หน้า 1": 1, "สอง": 2, "ตาราง": 2, "สาม": 3}
    assert reading.reading.pages == 3
    assert read(tmp_path, "ไม่มีหน้า").reading.pages is None


def test_comments_and_invisible_signs_go_and_lines_keep_their_numbers(tmp_path: Path) -> None:
    blocks = read(tmp_path, "<!-- สอง\nบรรทัด -->\n```markdown\nก\u200bข\u00a0ค\u00ad\n```\n").blocks

    assert texts(blocks) == ["กข ค"]
    assert [block.place.anchor for block in blocks if block.place] == ["line:4"]


@pytest.mark.parametrize(
    ("encoding", "guessed"), [("utf-8", False), ("utf-8-sig", False), ("utf-16", False), ("utf-16-le", True), ("utf-16-be", True), ("cp874", True)]
)
def test_the_encoding_is_told_or_guessed_with_a_note(tmp_path: Path, encoding: str, guessed: bool) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(f"{TITLE}\r\n\r\nคะแนน ๙๕.๒๔ (95.24)\r\n".encode(encoding))

    reading = read_text(path)

    assert texts(list(reading.document.sections[0].blocks)) == [TITLE, "คะแนน ๙๕.๒๔ (95.24)"]
    assert bool(reading.notes) is guessed
    assert (reading.quality, reading.document.language) == (1.0, "th")


def test_thai_that_was_stored_twice_is_restored(tmp_path: Path) -> None:
    twice = TITLE.encode("utf-8").decode("latin-1")

    reading = read(tmp_path, twice)

    assert texts(reading.blocks) == [TITLE]
    assert len(reading.reading.notes) == 1


def test_a_broken_letter_lowers_the_quality_and_is_said(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes((TITLE * 5).encode() + b"\xe0\xb8")

    reading = read_text(path)

    assert 0.9 < reading.quality < 1
    assert len(reading.notes) == 1


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty-file"),
        (b"\xef\xbb\xbf \r\n\t", "empty-file"),
        (b"%PDF-1.7 ...", "wrong-kind"),
        (b"PK\x03\x04....", "wrong-kind"),
        (b"abc\0def", "not-text"),
        (bytes(range(256)) * 4, "not-text"),
        (b"x" * (20 * 1024 * 1024 + 1), "file-too-large"),
        (b"\t\t\t\t\tx" * 40 + b"\n" + b"1\t2\n" * 2000, "file-too-large"),
        (b"<div>" * 3000, "too-deep"),
    ],
)
def test_what_is_no_text_or_too_much_is_refused(tmp_path: Path, data: bytes, code: str) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(data)

    with pytest.raises(UnreadableFile) as refused:
        read_text(path)

    assert [problem.code for problem in refused.value.problems] == [code]
    assert refused.value.problems[0].where == "report.txt"


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile) as refused:
        read_text(tmp_path / "ไม่มี.txt")

    assert refused.value.problems[0].code == "missing-file"


def test_a_page_of_the_web_in_a_text_file_is_read_as_one(tmp_path: Path) -> None:
    reading = read(tmp_path, "<!DOCTYPE html><html><head><title>ชื่อ</title></head><body><h1>หัวเรื่อง</h1></body></html>").reading

    assert (reading.form, reading.document.title) == ("html", "ชื่อ")


@ANY_FILE
@given(st.integers(2, 5).flatmap(lambda width: st.lists(st.lists(WORDS, min_size=width, max_size=width), min_size=2, max_size=6)))
def test_a_table_written_with_tabs_or_bars_comes_back(tmp_path: Path, rows: list[list[str]]) -> None:
    tabs = read(tmp_path, "\n".join("\t".join(row) for row in rows)).tables
    bars = read(tmp_path, "\n".join("| " + " | ".join(row) + " |" for row in [rows[0], ["---"] * len(rows[0]), *rows[1:]])).tables
    tags = read(tmp_path, "<table>" + "".join("<tr>" + "".join(f"<td>{text}</td>" for text in row) + "</tr>\n" for row in rows) + "</table>").tables

    assert [grid(table) for table in (*tabs, *bars, *tags)] == [rows] * 3


@ANY_FILE
@given(st.text(st.one_of(st.sampled_from("\t\n\f|-#*<>/&;pbtrd\"'`\\ 1.ก"), st.characters(exclude_categories=["Cs"])), max_size=200))
def test_any_text_is_read_or_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "any.txt"
    path.write_text(text, encoding="utf-8", newline="")

    assert is_read_or_refused(path)


@ANY_FILE
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "any.txt"
    path.write_bytes(data)

    assert is_read_or_refused(path)


@needs_cases
def test_the_report_of_mae_sot_keeps_its_tables() -> None:
    tables = Read(read_text(CASES / "mae-sot-2569.txt")).tables

    assert len(tables) == 11
    assert [row[2].text for row in tables[0].rows[1:11]] == ["95.24", "95.83", "99.31", "93.38", "93.82", "96.03", "95.47", "95.48", "69.00", "80.00"]
    assert [len(table.columns) for table in tables[-3:]] == [5, 5, 5]
    assert [len(row[1].paragraphs) for row in tables[1].rows] == [1, 0, 5, 0, 0, 0, 0]
    assert all(sum(bool(cell.text) for cell in row) == 1 for table in tables[5:8] for row in table.rows[2::2])


@needs_cases
def test_the_report_of_chum_saeng_keeps_its_tables() -> None:
    tables = Read(read_text(CASES / "chum-saeng-2566.txt")).tables

    assert len(tables) == 16
    assert [len(table.columns) for table in tables] == [5] * 5 + [6] * 11
    assert not any("<" in cell.text or "--" in cell.text for table in tables for row in table.rows for cell in row)


class Read:
    """A reading with its blocks at hand; every table is as regular as it says."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.blocks = list(reading.document.sections[0].blocks)
        self.tables = [block for block in self.blocks if isinstance(block, Table)]


def read(folder: Path, text: str) -> Read:
    path = folder / "report.txt"
    path.write_text(text, encoding="utf-8", newline="")
    return Read(read_text(path))


def texts(blocks: list[Block]) -> list[str]:
    return [block.text for block in blocks if isinstance(block, Paragraph | Heading)]


def grid(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in (*table.head, *table.rows)]


def is_read_or_refused(path: Path) -> bool:
    try:
        reading = read_text(path)
    except UnreadableFile as error:
        return all(problem.code and problem.what.th and problem.mend.th for problem in error.problems)
    numbers = [block.place.table for block in reading.document.sections[0].blocks if isinstance(block, Table) and block.place and block.place.table]
    return all(after == before + 1 for before, after in pairwise([0, *numbers])) and 0 <= reading.quality <= 1

"""A page of the web comes out as its own text, without the site around it, and our own pages as the document they were made from."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from prongsai.document.grid import laid_out
from prongsai.document.model import Block, Cell, Column, Contents, Document, Heading, Paragraph, Reading, Run, Section, Table, cell, head_row, paragraph
from prongsai.document.reading.html.read_html import read_html
from prongsai.document.writing.html.write_html import write_html
from prongsai.errors import UnreadableFile

ANY_FILE = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
WORDS = st.text("กขคงจต่้า 0123.<&", min_size=1, max_size=12).map(str.strip).filter(bool)
TAGS = [
    "table",
    "tr",
    "td",
    "th",
    "thead",
    "tbody",
    "p",
    "div",
    "ul",
    "li",
    "b",
    "h1",
    "a",
    "br",
    "pre",
    "caption",
    "svg",
    "title",
    "body",
    "html",
    "main",
    "header",
]


def test_headings_paragraphs_lists_and_links_come_in_order(tmp_path: Path) -> None:
    blocks = read(
        tmp_path,
        "<h1>หนึ่ง</h1>ลอย<h3>สาม</h3><p>ก <b>ข</b>\n ค<br>ง <a href='https://example.go.th/x'>เว็บ</a> <a href='javascript:x()'>ไม่</a></p>"
        "<ol><li>จ<ul><li><p>ฉ</p></ul><li>ช</ol><h6>หก</h6>",
    ).blocks

    assert outline(blocks) == [
        ("h1", "หนึ่ง"),
        ("body0", "ลอย"),
        ("h3", "สาม"),
        ("body0", "ก ข ค\nง เว็บ ไม่"),
        *[
            ("number0", "จ"),
            ("bullet1", "ฉ"),
            ("number0", "ช"),
            ("h4", "หก"),
        ],
    ]
    assert isinstance(blocks[3], Paragraph)
    assert blocks[3].runs[1] == Run("ข", bold=True)
    assert [run.href for run in blocks[3].runs if run.href] == ["https://example.go.th/x"]


def test_what_a_screen_does_not_show_is_left_out(tmp_path: Path) -> None:
    markup = (
        "<nav>เมนู</nav><script>x</script><style>y</style><svg><title>รูป</title><desc>คำ</desc><text>1</text></svg><p hidden>ซ่อน</p>"
        "<p aria-hidden=true>ซ่อน</p><p style='color:red; display: none'>ซ่อน</p><a class=skip href='#content'>ข้าม</a><p class='hidden'>ซ่อน</p>"
        "<p class='hidden md:block'>เห็น</p><button>ปุ่ม</button><select><option>ก</select><noscript>ไม่มี</noscript><template>ต้น</template>ท้าย"
    )

    blocks = read(tmp_path, markup).blocks

    assert [text for _, text in outline(blocks)] == ["เห็น", "ท้าย"]


def test_spanning_cells_take_their_places(tmp_path: Path) -> None:
    markup = "<table><caption>ชื่อ</caption><tr><th rowspan=2>ที่<th colspan=2>คะแนน<tr><th>2567<th>2568<tr><td>1<td>99<td>95<tr><td colspan=9>รวม</table>"

    (table,) = read(tmp_path, f"<p>ก่อน</p>{markup}").tables

    assert table.caption == "ชื่อ"
    assert [[(each.text, each.columns, each.rows) for each in row] for row in table.head] == [[("ที่", 1, 2), ("คะแนน", 2, 1)], [("2567", 1, 1), ("2568", 1, 1)]]
    assert [[each.text for each in row] for row in table.rows] == [["1", "99", "95"], ["รวม"]]
    assert [each.place.column for each in table.head[1] if each.place] == [2, 3]
    assert [each.place.row for row in (*table.head, *table.rows) for each in row[:1] if each.place] == [1, 2, 3, 4]


def test_a_place_names_the_element_in_document_order(tmp_path: Path) -> None:
    blocks = read(tmp_path, "<html><head><title>ก</title></head><body><p>หนึ่ง<b>เข้ม</b></p><table><tr><td>สอง</td></tr></table></body></html>").blocks

    assert [block.place.anchor for block in blocks if block.place] == ["node:5", "node:7"]
    assert isinstance(blocks[1], Table)
    place = blocks[1].rows[0][0].paragraphs[0].place
    assert place
    assert (place.anchor, place.table, place.row, place.column) == ("node:9", 1, 1, 1)


def test_tables_that_only_arrange_the_page_are_no_tables(tmp_path: Path) -> None:
    inner = "<table><tr><td>1<td>ก<td>95</table>"

    (table,) = read(tmp_path, f"<table><tr><td>เมนู<td><h2>หัว</h2>{inner}</table>").tables

    assert [each.text for each in table.rows[0]] == ["1", "ก", "95"]


def test_a_table_inside_a_cell_becomes_lines_of_it(tmp_path: Path) -> None:
    inner = "<table><tr><td>ก<td>1<tr><td>ข<td>2</table>"

    (table,) = read(tmp_path, f"<table><tr><th>ที่<th>ชื่อ<tr><td>1<td>เช่น {inner} จบ</table>").tables

    assert table.rows[0][1].text == "เช่น\nก 1\nข 2\nจบ"


def test_header_and_footer_of_a_page_with_a_main_part_are_margins(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        f"<header>หน่วยงาน<nav>เมนู</nav></header><main><header><h1>หัว</h1></header><p>{'ข้อความ' * 20}</p></main><aside>ข่าว</aside><footer>ติดต่อ</footer>",
    )

    assert outline(found.blocks)[0] == ("h1", "หัว")
    assert len(found.blocks) == 2
    assert [each.text for each in found.reading.margins] == ["หน่วยงาน", "ติดต่อ"]


def test_a_page_of_ours_comes_back_as_it_was_written(tmp_path: Path) -> None:
    document = sample()

    found = read(tmp_path, write_html(document))

    expected = [block for section in document.sections for block in section.blocks if not isinstance(block, Contents)]
    assert [plain(block) for block in found.blocks] == [plain(block) for block in expected]
    assert [each.text for each in found.reading.margins] == [document.header]
    again = found.reading.document
    assert (again.title, again.author, again.created, again.digits, again.language) == (document.title, document.author, document.created, "thai", "th")


@pytest.mark.parametrize("encoding", ["utf-8", "tis-620", "windows-874", "utf-16"])
def test_the_encoding_that_a_page_names_is_believed(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "page.html"
    markup = f"<html><head><meta charset='{encoding}'><title>ตัวอย่าง</title></head><body><p>คะแนน ๙๕</p></body></html>"
    path.write_bytes(markup.encode("cp874" if encoding == "windows-874" else encoding))

    reading = read_html(path)

    assert (reading.document.title, reading.notes) == ("ตัวอย่าง", ())


def test_a_page_that_a_browser_saved_whole_is_read(tmp_path: Path) -> None:
    path = tmp_path / "page.mht"
    body = "<p>เทศบาลตำบลตัวอย่าง</p>".encode().hex("=", 1).upper()
    head = "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n"
    part = f"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n={body}\r\n--b--\r\n"
    path.write_text(head + part)

    assert outline(Read(read_html(path)).blocks) == [("body0", "เทศบาลตำบลตัวอย่าง")]


def test_pictures_are_said_to_be_unread(tmp_path: Path) -> None:
    notes = read(tmp_path, "<p>ก</p><img src=a.png><img src=b.png alt=''>").reading.notes

    assert [note.en for note in notes] == ["pictures: 1; text inside them was not read"]


def test_entities_of_a_stranger_are_not_expanded(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("ลับ")

    found = read(tmp_path, f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}"><!ENTITY y "yyyy">]><p>ก &x; &y; ข</p>')

    assert "ลับ" not in found.text
    assert "yyyy" not in found.text.split("ข")[0]


@pytest.mark.parametrize(
    ("markup", "code"),
    [
        ("<html><body><script>draw()</script></body></html>", "no-text"),
        ("<!-- -->", "no-text"),
        ("<div>" * 100_000 + "ก", "too-deep"),
        ("<table>" + "<td>" * 200_001, "file-too-large"),
        ("<table>" + "<tr><td rowspan=60000>1" * 3, ""),
        ("", "empty-file"),
    ],
)
def test_what_cannot_be_read_is_refused(tmp_path: Path, markup: str, code: str) -> None:
    codes = ""
    try:
        read(tmp_path, markup)
    except UnreadableFile as error:
        codes = " ".join(problem.code for problem in error.problems)

    assert codes == code


@ANY_FILE
@given(st.integers(1, 4).flatmap(lambda width: st.lists(st.lists(WORDS, min_size=width, max_size=width), min_size=1, max_size=5)))
def test_a_table_that_was_written_comes_back(tmp_path: Path, rows: list[list[str]]) -> None:
    table = Table((Column(),) * len(rows[0]), (head_row(*rows[0]),), tuple(tuple(cell(text) for text in row) for row in rows))

    (again,) = read(tmp_path, write_html(Document("ชื่อ", (Section((table,)),)))).tables

    assert [[each.text.split() for each in row] for row in (*again.head, *again.rows)] == [[text.split() for text in row] for row in (rows[0], *rows)]


@ANY_FILE
@given(
    st.lists(
        st.one_of(
            st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS]),
            st.sampled_from(["<td rowspan=3 colspan=2>", "<th rowspan=0>", "ก ", "\n"]),
            st.text(max_size=5),
        )
    )
)
def test_any_markup_is_read_into_tables_that_hold_together_or_refused(tmp_path: Path, parts: list[str]) -> None:
    path = tmp_path / "any.html"
    path.write_text("".join(parts), encoding="utf-8", errors="replace")

    for table in tables_or_refusal(path):
        for rows in (table.head, table.rows, (*table.head, *table.rows)):
            assert all(spots for spots in laid_out(rows, len(table.columns)))


def tables_or_refusal(path: Path) -> list[Table]:
    """None where the page is refused with a reason; any other error is a fault."""
    try:
        return Read(read_html(path)).tables
    except UnreadableFile:
        return []


class Read:
    """A reading with its blocks at hand."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.blocks = list(reading.document.sections[0].blocks)
        self.tables = [block for block in self.blocks if isinstance(block, Table)]
        self.text = " ".join(text for _, text in outline(self.blocks))


def read(folder: Path, markup: str) -> Read:
    path = folder / "page.html"
    path.write_text(markup, encoding="utf-8")
    return Read(read_html(path))


def outline(blocks: list[Block]) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for block in blocks:
        if isinstance(block, Heading):
            found.append((f"h{block.level}", block.text))
        elif isinstance(block, Paragraph):
            found.append((f"{block.role}{block.level}", block.text))
    return found


def plain(block: Block) -> object:
    """A block without what a page does not tell: widths and alignment."""
    if not isinstance(block, Table):
        return block
    return block.caption, [[plain_cell(each) for each in row] for row in block.head], [[plain_cell(each) for each in row] for row in block.rows]


def plain_cell(found: Cell) -> object:
    return found.text, found.columns, found.rows, [(each.role, each.level) for each in found.paragraphs if each.text]


def sample() -> Document:
    head = (cell("ที่", tone="head", rows=2), cell("คะแนน", tone="head", columns=2))
    rows = ((cell("๑"), cell("๙๙.๙๕"), cell("ลดลง\nจากปีก่อน")), (cell((paragraph("ก", "number"), paragraph("ข", "number")), columns=2), cell("")))
    table = Table((Column(),) * 3, (head, (cell("2567", tone="head"), cell("2568", tone="head"))), rows, caption="ตารางที่ ๑")
    cover = Section((paragraph("รายงานตัวอย่าง", "title"), paragraph("ปี ๒๕๖๘", "subtitle"), paragraph("เทศบาลตำบลตัวอย่าง", "cover")), kind="cover")
    body = Section(
        (
            Contents("สารบัญ"),
            Heading("๑. ที่มา"),
            paragraph((Run("ได้ "), Run("๙๕.๒๔", bold=True), Run(" ดู "), Run("เว็บ", href="https://example.go.th/"))),
            table,
            Heading("รายละเอียด", 2),
            paragraph("ก", "bullet"),
            paragraph("ข", "bullet", 1),
            paragraph("ค", "number"),
            paragraph("สรุป", "callout"),
            paragraph("หมายเหตุ", "note"),
            paragraph("(ลงชื่อ)", "signature"),
        )
    )
    return Document("รายงานตัวอย่าง", (cover, body), author="เทศบาลตำบลตัวอย่าง", header="หัวกระดาษ", created=date(2025, 10, 1), digits="thai")


_LINKS = "".join(f"<li><a href='/{number}'>{text}</a></li>" for number, text in enumerate(["o1 โครงสร้าง", "o2 ผู้บริหาร", "ITA ปี 2564", "ติดต่อเรา"]))


@pytest.mark.parametrize(
    "frame",
    [f"<ul>{_LINKS}</ul>", "<div class='sidebar'><h3>เมนู</h3><p>ปี 2564</p></div>", "<div id='main-menu'>ข่าว</div>", "<ol class='breadcrumb'><li>ITA</ol>"],
)
def test_menus_of_the_site_are_no_text_of_the_document(frame: str, tmp_path: Path) -> None:
    body = "<p>" + "รายงานผลการดำเนินงาน ปี 2568 " * 9 + "</p>"

    blocks = read(tmp_path, f"{frame}<div class='content'>{body}</div><div class='footer'>ผู้เข้าชม 12</div>").blocks

    assert len(blocks) == 1


def test_links_that_prove_something_stay(tmp_path: Path) -> None:
    long = "".join(f"<li><a href='/{number}'>รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรม ครั้งที่ {number}</a></li>" for number in range(5))

    assert len(read(tmp_path, f"<p>หลักฐาน</p><ul>{long}</ul>").blocks) == 6
    assert "o1 โครงสร้าง" in read(tmp_path, f"<table><tr><td>หลักฐาน<td><ul>{_LINKS}</ul></table>").tables[0].rows[0][1].text

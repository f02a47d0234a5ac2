"""Tables of a PDF come back cell by cell: with all rules, with some, or with none."""

import io
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_by_hand import plain, prose, read_typst, spans, tables, texts

from prongsai.document import Cell, Column, Document, Section, Table, cell, head_row, laid_out, table_width
from prongsai.document.reading.pdf.read_pdf import read_pdf_text
from prongsai.document.writing.pdf.write_pdf import write_pdf

WORDS = ("การใช้อำนาจ", "น้ำใจ", "ซ้ำ", "ปฏิบัติหน้าที่", "ป้องกันการทุจริต", "ทั้งนี้", "ผู้ใช้บริการ", "ข้อ o12", "85.00", "๙๙.๓๑", "EIT", "คำสั่งที่ ๑/๒๕๖๘")
SCORES = (("ตัวชี้วัด", "ปี 2567", "ปี 2568"), ("การปฏิบัติหน้าที่", "95.20", "96.11"), ("การใช้งบประมาณ", "91.00", "88.12"), ("การใช้อำนาจ", "100.00", "94.05"))


def test_cells_joined_across_and_down_say_how_far_they_reach(tmp_path: Path) -> None:
    source = (
        "#table(columns: 3, table.cell(rowspan: 2)[ตัวชี้วัด], table.cell(colspan: 2)[คะแนน], [ปี 2567], [ปี 2568],"
        " [การใช้อำนาจ], [97.05], [99.31], table.cell(colspan: 3)[รวมทุกตัวชี้วัด])"
    )

    table = tables(read_typst(source, tmp_path).reading)[0]

    assert texts(table) == [["ตัวชี้วัด", "คะแนน"], ["ปี 2567", "ปี 2568"], ["การใช้อำนาจ", "97.05", "99.31"], ["รวมทุกตัวชี้วัด"]]
    assert spans(table) == [[(1, 2), (2, 1)], [(1, 1), (1, 1)], [(1, 1)] * 3, [(3, 1)]]


@pytest.mark.parametrize(
    "stroke", ['(dash: "dashed", thickness: 0.6pt)', '(dash: "dotted", thickness: 0.8pt)', "0.3pt", "2pt", "(paint: luma(200), thickness: 1pt)"]
)
def test_rules_of_every_kind_make_cells(stroke: str, tmp_path: Path) -> None:
    reading = read_typst(_table(SCORES, f"stroke: {stroke}"), tmp_path).reading

    assert [texts(table) for table in tables(reading)] == [[list(row) for row in SCORES]]


def test_empty_cells_are_kept(tmp_path: Path) -> None:
    rows = (("ที่", "มาตรการ", "ผู้รับผิดชอบ"), ("1", "", "กองคลัง"), ("", "", ""), ("3", "เผยแพร่แผน", ""))

    reading = read_typst(_table(rows), tmp_path).reading

    assert texts(tables(reading)[0]) == [list(row) for row in rows]


def test_a_text_that_wraps_in_its_cell_is_one_paragraph(tmp_path: Path) -> None:
    long = "กำหนดให้ทุกโครงการแสดงวัตถุประสงค์ ผลที่ได้รับ และเหตุผลของการปรับแผนการใช้จ่ายงบประมาณประจำปี"

    reading = read_typst(f"#table(columns: (3cm, 5cm), [มาตรการ], [{long}], [ผล], [สำเร็จ])", tmp_path).reading

    assert texts(tables(reading)[0])[0] == ["มาตรการ", long]


def test_rules_between_rows_alone_make_a_table_too(tmp_path: Path) -> None:
    long = "เผยแพร่แผนการใช้จ่ายเงินทุกไตรมาสและเปิดให้ประชาชนซักถามผ่านเว็บไซต์ของหน่วยงาน"
    rows = (("ตัวชี้วัด", "วิธีดำเนินการ", "ผู้รับผิดชอบ"), ("การใช้งบประมาณ", long, "กองคลัง"), ("การใช้อำนาจ", long, "สำนักปลัด"))

    reading = read_typst(_table(rows, "stroke: (x: none, y: 0.5pt), columns: (4cm, 6cm, 4cm)", columns=False), tmp_path).reading

    assert [[plain(text) for text in row] for row in texts(tables(reading)[0])] == [[plain(text) for text in row] for row in rows]


def test_a_table_with_three_rules_has_a_row_for_each_line(tmp_path: Path) -> None:
    lines = "table.hline(), " + ", ".join(f"[{text}]" for text in SCORES[0]) + ", table.hline(), "
    body = ", ".join(f"[{text}]" for row in SCORES[1:] for text in row)

    reading = read_typst(f"#table(columns: (1fr, 1fr, 1fr), stroke: none, {lines}{body}, table.hline())", tmp_path).reading

    assert [texts(table) for table in tables(reading)] == [[list(row) for row in SCORES]]


def test_figures_in_columns_without_any_rule_are_a_table(tmp_path: Path) -> None:
    reading = read_typst("ผลคะแนนสองปี\n" + _table(SCORES, "stroke: none, column-gutter: 1cm") + "\nสิ้นสุดตาราง", tmp_path).reading

    assert [texts(table) for table in tables(reading)] == [[list(row) for row in SCORES]]
    assert prose(reading) == ["ผลคะแนนสองปี", "สิ้นสุดตาราง"]


def test_a_list_and_a_table_of_contents_are_no_tables(tmp_path: Path) -> None:
    entries = "\n\n".join(f"{number}.#h(1.5em)เรื่องที่ต้องดำเนินการให้แล้วเสร็จภายในปีงบประมาณ" for number in range(1, 6))
    contents = "\n\n".join(f"บทที่ {number} #box(width: 1fr, repeat[.]) {number * 3}" for number in range(1, 6))

    reading = read_typst(f"{entries}\n\n{contents}", tmp_path).reading

    assert not tables(reading)
    assert len(prose(reading)) == 10


def test_a_frame_around_text_and_a_frame_around_the_page_are_no_tables(tmp_path: Path) -> None:
    source = "#set page(background: rect(width: 90%, height: 95%))\n#rect[ข้อความในกรอบ]\n" + _table(SCORES)

    reading = read_typst(source, tmp_path).reading

    assert [texts(table) for table in tables(reading)] == [[list(row) for row in SCORES]]
    assert prose(reading) == ["ข้อความในกรอบ"]


def test_tables_are_counted_over_all_pages(tmp_path: Path) -> None:
    source = _table(SCORES) + "\n\nคั่น\n\n" + _table(SCORES) + "\n#pagebreak()\n" + _table(SCORES)

    places = [table.place for table in tables(read_typst(source, tmp_path).reading)]

    assert [(place.page, place.table) for place in places if place] == [(1, 1), (1, 2), (2, 3)]


_TEXT = st.lists(st.sampled_from(WORDS), min_size=0, max_size=5).map(" ".join)


@st.composite
def made_up_tables(draw: st.DrawFn) -> Table:
    """Tables of up to four columns and five rows, some cells of which reach over two columns or two rows."""
    columns, rows = draw(st.integers(2, 4)), draw(st.integers(2, 5))
    free = [[True] * columns for _ in range(rows)]
    made: list[list[Cell]] = []
    for row in range(rows):
        made.append([])
        for column in range(columns):
            if free[row][column]:
                across = 2 if column + 1 < columns and free[row][column + 1] and column == 1 and draw(st.integers(0, 3)) == 0 else 1
                down = 2 if row + 1 < rows and column == 0 and across == 1 and columns > 2 and draw(st.integers(0, 3)) == 0 else 1
                for taken in range(column, column + across):
                    for below in range(row, row + down):
                        free[below][taken] = False
                made[-1].append(cell(draw(_TEXT), columns=across, rows=down))
    return Table(tuple(Column(2.0) for _ in range(columns)), (), tuple(tuple(row) for row in made))


@settings(max_examples=12, deadline=None)
@given(made_up_tables())
def test_a_table_that_was_written_reads_back_cell_by_cell(table: Table) -> None:
    document = Document("ตารางตัวอย่าง", (Section((table,)),), created=date(2025, 1, 1))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "ตาราง.pdf")
        path.write_bytes(write_pdf(document))

        found = tables(read_pdf_text(path).reading)

    assert [_laid_out(each) for each in found] == ([_laid_out(table)] if any(plain(each) for row in table.rows for each in row) else [])


def test_a_head_that_repeats_on_every_page_stands_in_each_table(tmp_path: Path) -> None:
    rows = tuple((cell(str(number)), cell("เผยแพร่ข้อมูล"), cell(f"{number}.50")) for number in range(1, 70))
    table = Table((Column(1), Column(4), Column(1)), (head_row("ที่", "รายการ", "คะแนน"),), rows)
    path = tmp_path / "ยาว.pdf"
    path.write_bytes(write_pdf(Document("ตารางยาว", (Section((table,)),), created=date(2025, 1, 1))))

    found = tables(read_pdf_text(path).reading)

    assert len(found) > 1
    assert all(texts(each)[0] == ["ที่", "รายการ", "คะแนน"] for each in found)
    assert [row[2] for each in found for row in texts(each)[1:]] == [f"{number}.50" for number in range(1, 70)]


def _laid_out(table: Table) -> list[list[str]]:
    """What stands at every place of the table, joined cells at each place they cover."""
    return [[plain(spot.cell) for spot in row] for row in laid_out((*table.head, *table.rows), table_width(table))]


def _table(rows: Sequence[Sequence[str]], options: str = "", *, columns: bool = True) -> str:
    out = io.StringIO()
    out.write(f"#table({f'columns: {len(rows[0])}, ' if columns else ''}{options}{', ' if options else ''}")
    out.write(", ".join(f"[{text}]" for row in rows for text in row))
    return out.getvalue() + ")"

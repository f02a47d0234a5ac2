"""A row that the end of a page cuts in two is one row again, and rows that only follow each other over a page stay apart."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pdf_by_hand import plain, read_typst, tables, texts

LOW = "#set page(height: 8cm)\n"
LONG = "จัดทำแผนการใช้จ่ายเงินของแต่ละกองและเผยแพร่ให้ประชาชนตรวจดูได้ทุกไตรมาสผ่านเว็บไซต์ของหน่วยงาน "
HEADS = ("มาตรการ", "วิธีดำเนินการ", "ระยะเวลา", "ผู้รับผิดชอบ")
ANY_FOLDER = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def test_a_row_cut_by_the_page_is_one_row(tmp_path: Path) -> None:
    row = ("1. เปิดเผยการใช้งบประมาณ", LONG * 4, "ตุลาคม 2567 - มีนาคม 2568", "กองคลัง")

    found = tables(read_typst(LOW + _table([HEADS, row]), tmp_path).reading)

    assert _plain(texts(found[0])) == _plain([HEADS, row])
    assert len(found) == 1


def test_heads_that_come_again_do_not_part_the_row(tmp_path: Path) -> None:
    rows = [("1. เปิดเผยการใช้งบประมาณ", LONG * 4, "ตุลาคม 2567", "กองคลัง"), ("2. อบรมพนักงาน", LONG, "มกราคม 2568", "สำนักปลัด")]

    found = tables(read_typst(LOW + _table(rows, heads=HEADS) + "\n\nตารางต่อไป\n\n#table(columns: 2, [ที่], [เรื่อง], [ก], [ข])", tmp_path).reading)

    assert _plain(texts(found[0])) == _plain([HEADS, rows[0]])
    assert _plain([row for table in found[1:-1] for row in texts(table) if row[0] != HEADS[0]]) == _plain([rows[1]])
    assert [table.place.table for table in found if table.place] == list(range(1, len(found) + 1))


def test_a_row_over_three_pages_is_one_row(tmp_path: Path) -> None:
    row = ("1. เปิดเผยการใช้งบประมาณ", LONG * 9, "ตุลาคม 2567", "กองคลัง")

    found = tables(read_typst("#set page(height: 6cm)\n" + _table([HEADS, row]), tmp_path).reading)

    assert [_plain(texts(table)) for table in found] == [_plain([HEADS, row])]


@pytest.mark.parametrize("size", [1, 3])
def test_rows_that_end_with_the_page_stay_apart(size: int, tmp_path: Path) -> None:
    rows = [(f"{number}. เรื่องที่ {number}", LONG * size, "ตลอดปี", "กองคลัง") for number in range(1, 8)]

    found = tables(read_typst(LOW + _table(rows, heads=HEADS, options="#show table.cell: set block(breakable: false)\n"), tmp_path).reading)

    assert [row[0] for table in found for row in texts(table) if row[0] != HEADS[0]] == [row[0] for row in rows]


def test_rows_of_figures_stay_apart(tmp_path: Path) -> None:
    rows = [("การใช้อำนาจ", "", f"{number}.25") for number in range(60, 90)]

    found = tables(read_typst(LOW + _table(rows), tmp_path).reading)

    assert [row for table in found for row in texts(table)] == [list(row) for row in rows]


def test_a_text_between_the_parts_keeps_two_tables(tmp_path: Path) -> None:
    rows = [HEADS, ("เปิดเผยการใช้งบประมาณ", LONG * 2, "ตุลาคม 2567", "กองคลัง")]

    found = tables(read_typst(LOW + _table(rows) + "\n#pagebreak()\nข้อความคั่น\n" + _table([("", LONG, "", "")]), tmp_path).reading)

    assert _plain(texts(found[-1])) == _plain([("", LONG, "", "")])


@ANY_FOLDER
@given(lengths=st.lists(st.tuples(*[st.integers(1, 60)] * 3), min_size=1, max_size=6))
def test_no_word_is_lost_or_changes_its_column(lengths: list[tuple[int, int, int]], tmp_path: Path) -> None:
    rows = [tuple((LONG * 6)[: 8 * length] for length in each) for each in lengths]

    found = tables(read_typst(LOW + _table(rows), tmp_path).reading)

    read = [row for table in found for row in texts(table)]
    assert ["".join(plain(row[column]) for row in read) for column in range(3)] == ["".join(plain(row[column]) for row in rows) for column in range(3)]


def _table(rows: Sequence[Sequence[str]], *, heads: Sequence[str] = (), options: str = "") -> str:
    widths = ", ".join(["1fr", "2fr", *["1fr"] * (len(rows[0]) - 2)])
    head = f"table.header({', '.join(f'[{text}]' for text in heads)}), " if heads else ""
    return f"{options}#table(columns: ({widths}), {head}{', '.join(f'[#{_quoted(text)}]' for row in rows for text in row)})"


def _quoted(text: str) -> str:
    return f'"{text}"'


def _plain(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    return [[plain(text) for text in row] for row in rows]

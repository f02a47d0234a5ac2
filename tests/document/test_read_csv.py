"""Rows with separators are a table."""

from pathlib import Path

import pytest

from prongsai.document import Paragraph, Place, Table
from prongsai.document.reading.text.read_csv import read_csv
from prongsai.errors import UnreadableFile


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874"])
def test_rows_become_a_table_whatever_parts_them(tmp_path: Path, separator: str, encoding: str) -> None:
    path = tmp_path / "ก.csv"
    path.write_text(f'ตัวชี้วัด{separator}คะแนน\n"การใช้งบประมาณ{separator} และพัสดุ"{separator}95.83\n\nรวม\n', encoding=encoding)

    (table,) = read_csv(path).document.sections[0].blocks

    assert isinstance(table, Table)
    assert [[cell.text for cell in row] for row in table.rows] == [["ตัวชี้วัด", "คะแนน"], [f"การใช้งบประมาณ{separator} และพัสดุ", "95.83"], ["รวม", ""]]
    assert table.rows[1][1].place == Place(table=1, row=2, column=2)


def test_more_cells_than_can_be_read_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "ก.csv"
    path.write_text("1," * 300 + "\n" + "1\n" * 700, encoding="utf-8")

    with pytest.raises(UnreadableFile, match="file-too-large"):
        read_csv(path)


def test_lines_above_a_table_are_paragraphs_and_blank_rows_part_tables(tmp_path: Path) -> None:
    path = tmp_path / "ก.csv"
    path.write_text("ผลการประเมิน,,\nปี 2568,,\nที่,ตัวชี้วัด,คะแนน\n1,การใช้งบประมาณ,95.83\n,,\nมาตรการ,ผู้รับผิดชอบ,\nอบรม,กองคลัง,\n", encoding="utf-8")

    blocks = read_csv(path).document.sections[0].blocks

    assert [block.text for block in blocks if isinstance(block, Paragraph)] == ["ผลการประเมิน", "ปี 2568"]
    assert [[[cell.text for cell in row] for row in block.rows] for block in blocks if isinstance(block, Table)] == [
        [["ที่", "ตัวชี้วัด", "คะแนน"], ["1", "การใช้งบประมาณ", "95.83"]],
        [["มาตรการ", "ผู้รับผิดชอบ"], ["อบรม", "กองคลัง"]],
    ]


def test_a_long_line_between_tables_is_a_paragraph(tmp_path: Path) -> None:
    path = tmp_path / "ก.csv"
    long = "จากผลการวิเคราะห์ข้างต้น หน่วยงานตัวอย่างกำหนดมาตรการของปีต่อไปดังตารางข้างล่างนี้"
    path.write_text(f"ที่,คะแนน\n1,95.83\nรวม\n{long}\nมาตรการ,ผู้รับผิดชอบ\nอบรม,กองคลัง\n", encoding="utf-8")

    first, line, second = read_csv(path).document.sections[0].blocks

    assert isinstance(first, Table)
    assert [cell.text for cell in first.rows[-1]] == ["รวม", ""]
    assert isinstance(line, Paragraph)
    assert line.text == long
    assert isinstance(second, Table)
    assert second.place == Place(table=2)

"""Rows with separators are a table."""

from pathlib import Path

import pytest

from prongsai.document import Place, Table
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

"""Rows of tables that became lines of text, under the line of their heads."""

import pytest

from checker.stated import changes, marked, scores, table

_HEADS = "ตัวชี้วัด คะแนนปี 2567 คะแนนปี 2568 ผลต่าง"
_ROW = "ตัวชี้วัดที่ 5 การแก้ไขปัญหาการทุจริต 92.10 93.82 +1.72"


def test_a_row_is_read_by_the_line_of_heads_above_it() -> None:
    assert scores(_HEADS, _ROW) == ["5=92.10 2567", "5=93.82 2568"]
    assert changes(_HEADS, _ROW) == ["5:+1.72 2567-2568"]
    assert marked(_HEADS, _ROW) == ["92.10", "93.82", "1.72"]


def test_heads_and_rows_may_be_lines_of_one_paragraph() -> None:
    text = f"{_HEADS}\n{_ROW}\n7 ประสิทธิภาพการสื่อสาร 96.00 95.47 0.53\nคะแนนรวม 86.00 87.15 1.15"

    assert scores(text) == ["5=92.10 2567", "5=93.82 2568", "7=96.00 2567", "7=95.47 2568", "total=86.00 2567", "total=87.15 2568"]
    assert changes(text) == ["5:+1.72 2567-2568", "7:-0.53 2567-2568", "total:+1.15 2567-2568"]


def test_heads_go_on_over_the_name_of_a_group() -> None:
    assert scores("เครื่องมือ | ปี 2568 | ปี 2567", "แบบวัดการรับรู้ภายใน", "IIT 95.52 | 94.00") == ["IIT=95.52 2568", "IIT=94.00 2567"]


@pytest.mark.parametrize(
    "heads",
    [
        "หน่วยงานจัดทำรายงานฉบับนี้",
        "ตัวชี้วัด คะแนนปี 2567 คะแนนปี 2568",
        "ตัวชี้วัด ผลต่าง คะแนนปี 2567 คะแนนปี 2568",
        "เปรียบเทียบคะแนนปี 2566 กับปี 2567 และปี 2568",
        "ตัวชี้วัด คะแนนปี 2566 คะแนนปี 2567 คะแนนปี 2568",
        "ตัวชี้วัด คะแนน ผลต่าง",
        "ผลการประเมินปี 2567 ได้ 92.07 ปี 2568 ได้ 87.15 ผลต่าง 4.92",
    ],
    ids=["none", "too few", "the difference first", "a sentence", "signed under a year", "no years", "with figures"],
)
def test_a_row_that_no_heads_fit_states_nothing(heads: str) -> None:
    assert scores(heads, _ROW)[-1:] not in (["5=92.10 2568"], ["5=93.82 2568"])
    assert not any(found.startswith("5") for found in (*scores(heads, _ROW), *changes(heads, _ROW)))


def test_heads_end_at_a_table_and_at_a_long_paragraph() -> None:
    between = table(("ที่", "เรื่อง"), ("1", "คู่มือ"))

    assert scores(_HEADS, between, _ROW) == []
    assert scores(_HEADS, "หน่วยงานเผยแพร่ผลการประเมินต่อสาธารณะ " * 5, _ROW) == []


@pytest.mark.parametrize("text", [_ROW, "IIT 95.52 94.00", "การใช้อำนาจ 99.31 95.20 4.11"])
def test_several_figures_in_a_row_without_heads_are_no_score(text: str) -> None:
    assert scores(text) == []
    assert changes(text) == []


def test_one_figure_behind_a_name_and_figures_in_order_are_still_scores() -> None:
    assert scores(_HEADS, "ตัวชี้วัดที่ 5 การแก้ไขปัญหาการทุจริต 93.82") == ["5=93.82 2568"]
    assert scores("IIT และ EIT ได้คะแนน 95.52 95.66 ตามลำดับ") == ["IIT=95.52 2568", "EIT=95.66 2568"]

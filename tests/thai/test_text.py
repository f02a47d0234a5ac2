"""Thai text is mended without touching what is right."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.thai import cluster_length, is_thai, repair, thai_ratio
from prongsai.thai.text import _MENDS, _repaired

_SPOILT = st.text(
    st.sampled_from("กนสท าำํ่้๊์ิีฺุู็ัเแะ \t\n\u200b\ufeff\u00a0\uf70a\uf711\uf71aabc:/.wé\u0301\u0338htps") | st.characters(min_codepoint=0xE01, max_codepoint=0xE5B)
)


@pytest.mark.parametrize(
    ("spoilt", "whole"),
    [
        ("น\u0e49\u0e4d\u0e32", "น้ำ"),
        ("น\u0e4d\u0e49\u0e32", "น้ำ"),
        ("ก\u0e4d\u0e32หนด", "กำหนด"),
        ("น้ ำ", "น้ำ"),
        ("น\u0e33\u0e49", "น้ำ"),
        ("น ำ", "นำ"),
        ("น ํา", "นำ"),
    ],
)
def test_sara_am_in_pieces_is_composed(spoilt: str, whole: str) -> None:
    assert repair(spoilt) == whole


@pytest.mark.parametrize(
    ("spoilt", "whole"),
    [
        ("ส านักงาน", "สำนักงาน"),
        ("น้ า", "น้ำ"),
        ("ก าหนด", "กำหนด"),
        ("จ  านวน", "จำนวน"),
        ("อ านาจ", "อำนาจ"),
        ("ท าหน้าที่", "ทำหน้าที่"),
        ("ค าสั่ง", "คำสั่ง"),
        ("การด าเนินงานและจ\u00a0านวนค าร้อง", "การดำเนินงานและจำนวนคำร้อง"),
    ],
)
def test_sara_am_that_a_pdf_split_is_mended(spoilt: str, whole: str) -> None:
    assert repair(spoilt) == whole


@pytest.mark.parametrize("text", ["ส\nานักงาน", "ส\tานักงาน", "น้\r\nำ", "ก\n่"])
def test_nothing_is_joined_over_a_line_break_or_a_tab(text: str) -> None:
    assert repair(text) == text


def test_a_word_spaced_letter_by_letter_is_left_alone() -> None:
    assert repair("ก า ร ท า ง") == "ก า ร ท า ง"


def test_a_mark_that_lost_its_consonant_finds_it_again() -> None:
    assert repair("ท ี่ กาหนดเวล า ไว ้") == repair("ที่ กาหนดเวล า ไว้")
    assert repair("ท ี่") == "ที่"


@pytest.mark.parametrize(
    ("spoilt", "whole"),
    [
        ("ก\u0e48\u0e35", "กี่"),
        ("ผ\u0e49\u0e39", "ผู้"),
        ("สิทธ\u0e4c\u0e34", "สิทธิ์"),
        ("ท\u0e35\u0e35\u0e48\u0e48", "ที่"),
        ("ท\u0e48\u0e35\u0e48\u0e35", "ที่"),
        ("ทำำ", "ทำ"),
        ("เเละเเม่สอด", "และแม่สอด"),
    ],
)
def test_marks_stand_once_and_in_order(spoilt: str, whole: str) -> None:
    assert repair(spoilt) == whole


@pytest.mark.parametrize(
    ("spoilt", "whole"),
    [
        ("ที\uf70a", "ที่"),
        ("ป\uf70bา", "ป้า"),
        ("ป\uf701", "ปิ"),
        ("ฝ\uf710น", "ฝัน"),
        ("น\uf711\uf714า", "น้ำ"),
        ("\uf700าน", "ฐาน"),
        ("\uf70fาติ", "ญาติ"),
        ("ฎ\uf718", "ฎุ"),
        ("ศักดิ\uf70e", "ศักดิ์"),
        ("ป\uf717", "ป์"),
        ("ป\uf712", "ป็"),
    ],
)
def test_glyphs_of_old_fonts_become_characters(spoilt: str, whole: str) -> None:
    assert repair(spoilt) == whole


def test_no_glyph_of_old_fonts_is_left() -> None:
    glyphs = "".join(map(chr, range(0xF700, 0xF71B)))

    assert all(is_thai(char) for char in repair("ก".join(glyphs)))


def test_invisible_characters_go_and_hard_spaces_become_spaces() -> None:
    assert repair("\ufeffปี\u200bงบ\u00adประมาณ\u00a02569") == "ปีงบประมาณ 2569"


@pytest.mark.parametrize(
    "text",
    [
        "https://maesot.go.th/เเผน/ก_า.pdf",
        "www.example.go.th/a--b?q=1&r=%E0%B8%81",
        "ITA Online: 15 o'clock, naïve café (o12)",
        "กรุณา อากาศ มา า",
        "เทศบาลนครแม่สอด ได้ 87.15 คะแนน",
        "1\t2\r\n3  4",
        "",
    ],
)
def test_what_is_right_is_left_alone(text: str) -> None:
    assert repair(text) == text


@given(_SPOILT)
def test_repairing_twice_changes_nothing_more(text: str) -> None:
    once = repair(text)

    assert repair(once) == once


@given(_SPOILT)
def test_repaired_text_keeps_its_lines_and_cells(text: str) -> None:
    assert [char for char in repair(text) if char in "\t\n"] == [char for char in text if char in "\t\n"]


@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0xE00, exclude_characters="\u00a0\u00ad")))
def test_other_scripts_change_only_their_normal_form(text: str) -> None:
    assert unicodedata.normalize("NFC", repair(text)) == unicodedata.normalize("NFC", text)


def test_thai_characters_are_told_from_others() -> None:
    assert all(map(is_thai, "กฮะำเ่์ๆฯ๐๙฿"))
    assert not any(map(is_thai, "aZ0 -ກ"))


@pytest.mark.parametrize(("text", "ratio"), [("", 0.0), ("12.5 %", 0.0), ("abc", 0.0), ("ที่ 87.15", 1.0), ("กขab", 0.5)])
def test_the_share_of_thai_counts_letters_only(text: str, ratio: float) -> None:
    assert thai_ratio(text) == ratio


@pytest.mark.parametrize(("text", "cells"), [("", 0), ("ที่", 1), ("น้ำ", 2), ("สำนักงาน", 7), ("กี่ 12", 4), ("ก\u200bข", 2), ("e\u0301", 1)])
def test_marks_above_and_below_take_no_cell(text: str, cells: int) -> None:
    assert cluster_length(text) == cells


@given(st.text(alphabet="กขำา ่้ัิุ์ํเแ๐ \n", max_size=30))
def test_the_quick_look_for_clean_text_overlooks_nothing(text: str) -> None:
    slow = text
    for _ in range(40):
        for wrong, right in _MENDS:
            slow = re.sub(wrong, right, slow)
        slow = unicodedata.normalize("NFC", slow)

    assert _repaired(text) == slow

"""Where a remark stands, in words that lead a person there, and its text as a comment."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from checker.page_by_hand import heading, line, reading, remark, table
from prongsai.checker import RULES, comment_text, places_of
from prongsai.checker.places import place_of, shortened
from prongsai.document import Paragraph, Place, Reading, Run
from prongsai.thai import cluster_length

ROWS = (("ตัวชี้วัด", "คะแนน"), ("9 การเปิดเผยข้อมูล", "69.00"), ("", "80.00"))
LEADING, CONSONANTS, MARKS = "เแโใไ", "กขค", "ะาำ่้ิีุู็์"


def said(source: Reading, place: Place) -> str:
    return places_of(source).words(place).th


def test_a_cell_is_found_by_the_heading_over_its_table_its_row_and_its_column() -> None:
    source = reading(heading("2. ผลการประเมิน", 1), table(1, ROWS))

    assert said(source, Place(table=1, row=2, column=2)) == "ตาราง 1 ใต้ “2. ผลการประเมิน” · แถว “9 การเปิดเผยข้อมูล” · คอลัมน์ “คะแนน”"


def test_the_number_that_the_document_gives_its_table_comes_before_ours() -> None:
    source = reading(heading("ผล", 1), line("ตารางที่ 7 คะแนนรายตัวชี้วัด", 2), table(1, ROWS))

    assert said(source, Place(table=1, row=2, column=2)).startswith("“ตารางที่ 7 คะแนนรายตัวชี้วัด” · แถว")


def test_a_caption_of_a_table_is_its_name() -> None:
    source = reading(heading("ผล", 1), replace(table(1, ROWS), caption="คะแนนสองปี"))

    assert said(source, Place(table=1, row=1, column=1)) == "ตาราง 1 ใต้ “คะแนนสองปี” · หัวตาราง · คอลัมน์ “ตัวชี้วัด”"


def test_a_row_that_begins_with_nothing_is_counted_and_one_with_a_number_is_named_by_the_next_cell() -> None:
    numbered = (("ที่", "มาตรการ", "ผู้รับผิดชอบ"), ("1.", "จัดทำคู่มือ", "สำนักปลัด"))
    source = reading(table(1, ROWS), line("ต่อไป", 2), table(2, numbered))

    assert "แถวที่ 3" in said(source, Place(table=1, row=3, column=2))
    assert "แถว “1. จัดทำคู่มือ”" in said(source, Place(table=2, row=2, column=3))


def test_a_table_without_heads_counts_its_columns() -> None:
    source = reading(table(1, (("ก", "ข"), ("ค", "ง")), head=0))

    assert said(source, Place(table=1, row=2, column=2)) == "ตาราง 1 · แถว “ค” · คอลัมน์ที่ 2"


def test_a_paragraph_is_found_by_page_line_and_the_heading_above() -> None:
    source = reading(heading("บทนำ", 1), line("ข้อความ", 57, page=3))

    assert said(source, Place(3, anchor="line:57")) == "หน้า 3 · บรรทัด 57 · ใต้หัวข้อ “บทนำ”"


def test_lines_are_told_of_plain_text_only() -> None:
    source = reading(heading("บทนำ", 1), line("ข้อความ", 57), form="html")

    assert said(source, Place(anchor="line:57")) == "ใต้หัวข้อ “บทนำ”"


def test_a_heading_is_told_by_its_own_words() -> None:
    assert said(reading(heading("บทนำ", 1), form="docx"), Place(anchor="line:1")) == "หัวข้อ “บทนำ”"


def test_a_sheet_is_told_by_its_name_and_cell() -> None:
    place = Place(anchor="ผล ปี 68!C7")
    source = reading(Paragraph((Run("87.15"),), place=place), form="xlsx")

    assert said(source, place) == "ชีต “ผล ปี 68” ช่อง C7 · ข้อความ “87.15”"


def test_margins_are_told_by_what_they_are() -> None:
    margins = (Paragraph((Run("หัว"),), place=Place(anchor="header1:1")), Paragraph((Run("เชิงอรรถ"),), place=Place(anchor="footnotes:2")))
    source = reading(line("เนื้อความ", 1), margins=margins, form="docx")

    assert [said(source, entry.place or Place()) for entry in margins] == ["หัวกระดาษ", "เชิงอรรถ"]


def test_a_paragraph_of_which_nothing_else_is_known_is_told_by_its_words() -> None:
    source = reading(line("ข้อความแรก", 1), form="docx")

    assert said(source, Place(anchor="line:1")) == "ข้อความ “ข้อความแรก”"


def test_a_line_under_no_heading_is_told_with_its_words() -> None:
    assert said(reading(line("ข้อ o1 ไม่ได้คะแนน", 117)), Place(anchor="line:117")) == "บรรทัด 117 · ข้อความ “ข้อ o1 ไม่ได้คะแนน”"


def test_no_place_is_the_whole_document_and_an_unknown_one_is_counted() -> None:
    source = reading(line("ก", 1))

    assert place_of(remark(), source).th == "ทั้งเอกสาร"
    assert place_of(remark(), source).en == "the whole document"
    assert said(source, Place(page=2, table=4, row=5)) == "หน้า 2 · ตาราง 4 · แถวที่ 5"


@given(st.text(alphabet="กขคเแโไ่้ิีุะาำ 12", max_size=120), st.integers(4, 40))
def test_what_is_shortened_has_at_most_so_many_clusters_and_is_never_cut_inside_one(text: str, clusters: int) -> None:
    line = " ".join(text.split())

    short = shortened(text, clusters)

    assert cluster_length(short.removesuffix("…")) <= clusters
    kept = short.removesuffix("…")
    if short != line and kept:
        assert line.startswith(kept)
        assert line[len(kept)] not in MARKS
        assert not (kept[-1] in LEADING and line[len(kept)] in CONSONANTS)


def test_a_comment_says_how_grave_what_wrong_how_to_mend_and_the_code_last() -> None:
    lines = comment_text(remark(severity="warning"), "th").split("\n")

    assert lines == [f"ควรตรวจ: {RULES['total-mismatch'].about.th}", "คะแนนไม่ตรง", "วิธีแก้: แก้คะแนน", "[total-mismatch]"]


def test_a_comment_that_may_be_wrong_says_so() -> None:
    unsure = comment_text(remark(sure=0.5), "th").split("\n")

    assert unsure[-2:] == ["ความเชื่อมั่นต่ำ โปรดดูต้นฉบับ", "[total-mismatch]"]
    assert "low confidence" in comment_text(remark(sure=0.5), "en")

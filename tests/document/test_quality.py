"""How cleanly a text could be read is told from the text alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.document import Document, Reading, Section, Table, cell, paragraph
from prongsai.document.reading.quality import text_quality

_THAI = (
    "รายงานผลการดำเนินงานของเทศบาลตำบลตัวอย่าง ประจำปีงบประมาณ พ.ศ. 2568 หน่วยงานได้จัดทำแผนปฏิบัติการป้องกันการทุจริตและเผยแพร่ต่อประชาชนทางเว็บไซต์แล้ว "
    "ทั้งนี้ ผู้บริหารได้มอบหมายให้สำนักปลัดเทศบาลติดตามผลทุกเดือน และรายงานต่อที่ประชุมเพื่อปรับปรุงการให้บริการต่อไป (ข้อ ก ข และ ค) เพราะเหตุนี้ ฯลฯ น้ำ ก๊อก เก๋ ไก่ "
)
_ENGLISH = (
    "The municipality published its plan against corruption in the first quarter and reported to the council what had been done by each of its divisions. "
    "No complaint was received, and the results are open to the public on the site of the agency. "
)
_LATIN_FOR_THAI = "ÃÒÂ§Ò¹¼Å¡ÒÃ´Óà¹Ô¹§Ò¹¢Í§à·ÈºÒÅµÓºÅµÑÇÍÂèÒ§ ¡ÒÃ»ÃÐàÁÔ¹¤Ø³¸ÃÃÁáÅÐ¤ÇÒÁâ»Ãè§ãÊ "
_WRONG_FONT = "iysbkioksfg Tfpmj sdjkzxw okiwfhijty gkiHldj bpowyt, fsdoij qwpdfT nkkdop "


@pytest.mark.parametrize("text", [_THAI, _ENGLISH, _THAI + _ENGLISH, "", "87.15", "๑. ผลคะแนน ๙๕.๒๔", "https://example.go.th/a/b/c " * 9 + _THAI])
def test_a_clean_text_has_the_best_quality(text: str) -> None:
    assert text_quality(read(text * 4)) >= 0.95


@pytest.mark.parametrize(
    "text", [_LATIN_FOR_THAI, _WRONG_FONT, "\ue001\ue002\ue045 \uf8ff " + _THAI[:4], "�� �� ก", "ก่่า ้อ ิน เ แ า ำ ์", "系统 пример ελληνικά عربى "]
)
def test_a_text_that_nobody_can_read_has_hardly_any(text: str) -> None:
    assert text_quality(read(text * 8)) < 0.5


def test_a_few_strange_letters_cost_a_little() -> None:
    quality = text_quality(read(_THAI * 3 + "系统 ш"))

    assert 0.9 <= quality < 1


def test_a_text_of_loose_letters_is_doubtful() -> None:
    loose = " ".join(char for char in _THAI.replace(" ", "") if "ก" <= char <= "ฮ")

    assert text_quality(read(loose)) < 0.5


def test_what_stands_in_tables_and_margins_counts() -> None:
    table = Table((), (), ((cell(_LATIN_FOR_THAI * 3),),))
    whole = Reading(Document("ก", (Section((paragraph(_THAI), table)),)), "pdf")
    margins = Reading(Document("ก", (Section((paragraph(_THAI),)),)), "pdf", margins=(paragraph(_LATIN_FOR_THAI * 3),))

    assert text_quality(whole) < 0.6
    assert text_quality(margins) < 0.6


def test_a_scan_is_no_better_than_its_recogniser_trusts() -> None:
    scan = Reading(Document("ก", (Section((paragraph(_THAI * 4),)),)), "pdf", quality=0.72, scanned=True)

    assert text_quality(scan) == 0.72


@given(st.text(max_size=300))
def test_the_quality_of_any_text_is_a_share(text: str) -> None:
    assert 0 <= text_quality(read(text)) <= 1


def read(text: str) -> Reading:
    return Reading(Document("ก", (Section(tuple(paragraph(line) for line in text.split("\n"))),)), "text")


def test_letters_of_an_old_font_that_can_be_told_cost_nothing() -> None:
    assert text_quality(read(_THAI.replace("้", "\uf70b").replace("่", "\uf70a") * 4)) >= 0.95

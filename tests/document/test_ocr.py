"""Scans are read through Tesseract's Thai: prose, ruled tables, turned and slanted pages; without it the reader says what to install."""

import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter
from scans import DPI, PROSE, ROWS, scanned_page, scanned_pdf

from prongsai.document import Document, Heading, Limits, Paragraph, Reading, Section, Table, paragraph, read_document, write_document
from prongsai.document.reading.ocr.cells import Cut, stacked
from prongsai.document.reading.ocr.engine import Word, find_recogniser, parse_words
from prongsai.document.reading.ocr.files import picture_page, read_picture
from prongsai.document.reading.ocr.picture import Picture, lying_strokes
from prongsai.document.reading.ocr.recognise import Scan, recognise
from prongsai.document.reading.page_list import page_list
from prongsai.errors import UnreadableFile

_TESSERACT = shutil.which("tesseract")
_needs_tesseract = pytest.mark.skipif(_TESSERACT is None, reason="Tesseract is not installed")
_WRONG_LETTERS = "ÃÒÂ§Ò¹¼Å¡ÒÃ´Óà¹Ô¹§Ò¹¢Í§à·ÈºÒÅµÓºÅµÑÇÍÂèÒ§ ¡ÒÃ»ÃÐàÁÔ¹¤Ø³¸ÃÃÁáÅÐ¤ÇÒÁâ»Ãè§ãÊ "


@pytest.mark.office
@_needs_tesseract
def test_a_scan_gives_its_prose_its_table_and_how_sure_it_is(tmp_path: Path) -> None:
    path = scanned_pdf(tmp_path / "สแกน.pdf", [scanned_page(), scanned_page(0.6)])
    told: list[tuple[int, int]] = []

    reading = read_document(path, progress=lambda done, total: told.append((done, total)))

    assert (reading.form, reading.pages, reading.scanned) == ("pdf", 2, True)
    assert told == [(1, 2), (2, 2)]
    assert 0.7 <= reading.quality < 1
    assert any("1–2" in note.th for note in reading.notes)
    assert "87.15" in text_of(reading)
    assert [rows_of(table) for table in tables_of(reading)] == [[list(row) for row in ROWS]] * 2
    assert [table.place.page if table.place else None for table in tables_of(reading)] == [1, 2]


@pytest.mark.office
@_needs_tesseract
def test_a_picture_is_read_as_a_page(tmp_path: Path) -> None:
    path = tmp_path / "สแกน.jpg"
    scanned_page().save(path, dpi=(DPI, DPI))

    reading = read_document(path)

    assert (reading.form, reading.pages, reading.scanned) == ("image", 1, True)
    assert rows_of(tables_of(reading)[0]) == [list(row) for row in ROWS]


@pytest.mark.office
@_needs_tesseract
def test_a_page_that_was_laid_on_its_side_is_turned(tmp_path: Path) -> None:
    scanned_page().rotate(90, expand=True).save(tmp_path / "ตะแคง.png", dpi=(DPI, DPI))
    told: list[tuple[int, int]] = []

    reading = recognise(Scan(tmp_path / "ตะแคง.png", is_pdf=False, wanted=frozenset({1}), seconds=60), lambda done, total: told.append((done, total)))

    assert told == [(1, 1)]
    assert rows_of(tables_of(reading)[0]) == [list(row) for row in ROWS]


@pytest.mark.office
@_needs_tesseract
def test_only_the_pages_without_text_are_recognised(tmp_path: Path) -> None:
    mixed = with_pages(tmp_path, text_page(tmp_path, "ข้อความของหน้าแรกซึ่งพิมพ์มาเป็นตัวอักษร ยาวพอที่จะไม่ใช่ภาพถ่าย และอ่านได้โดยไม่ต้องเดา"), scanned_page())

    reading = recognise(Scan(mixed, is_pdf=True, wanted=frozenset({2}), seconds=60), lambda _done, _total: None)

    assert reading.scanned
    assert "ข้อความของหน้าแรก" in text_of(reading)
    assert rows_of(tables_of(reading)[0]) == [list(row) for row in ROWS]
    assert any(note.en.endswith("(OCR): 2") for note in reading.notes)


@pytest.mark.office
@_needs_tesseract
def test_text_that_means_nothing_is_recognised_from_its_picture(tmp_path: Path) -> None:
    path = text_page(tmp_path, _WRONG_LETTERS * 4)

    reading = read_document(path)

    assert reading.scanned
    assert any("cannot be trusted" in note.en for note in reading.notes)


@pytest.mark.office
@_needs_tesseract
def test_recognising_can_be_asked_for(tmp_path: Path) -> None:
    path = text_page(tmp_path, PROSE[2])

    assert not read_document(path).scanned
    assert read_document(path, ocr="always").scanned


@pytest.mark.office
@_needs_tesseract
def test_a_page_that_takes_too_long_is_left_out_and_named(tmp_path: Path) -> None:
    path = scanned_pdf(tmp_path / "สแกน.pdf", [scanned_page()])

    reading = read_document(path, limits=Limits(page_seconds=0.05))

    assert text_of(reading) == ""
    assert any("could not be read: 1" in note.en for note in reading.notes)
    assert reading.quality == 0


def test_without_recognising_a_doubtful_text_is_given_with_its_doubt(tmp_path: Path) -> None:
    path = text_page(tmp_path, _WRONG_LETTERS * 12)

    reading = read_document(path, ocr="never")

    assert reading.quality < 0.5
    assert not reading.scanned
    assert any("cannot be trusted" in note.en for note in reading.notes)


def test_without_recognising_the_pictures_among_the_text_are_named(tmp_path: Path) -> None:
    mixed = with_pages(tmp_path, text_page(tmp_path, "ข้อความของหน้าแรกซึ่งพิมพ์มาเป็นตัวอักษร ยาวพอที่จะไม่ใช่ภาพถ่าย และอ่านได้โดยไม่ต้องเดา"), scanned_page())

    reading = read_document(mixed, ocr="never")

    assert any("were not read: 2" in note.en for note in reading.notes)


def test_a_machine_without_tesseract_is_told_how_to_install_it(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile) as caught:
        find_recogniser("สแกน.pdf", folders=str(tmp_path))

    (problem,) = caught.value.problems
    assert (problem.code, problem.where) == ("needs-ocr", "สแกน.pdf")
    assert "tesseract-ocr-tha" in problem.mend.th
    assert "prongsai[ocr]" in problem.mend.en


@pytest.mark.skipif(sys.platform == "win32", reason="a script is no program there")
def test_a_tesseract_without_thai_is_no_recogniser(tmp_path: Path) -> None:
    script = tmp_path / "tesseract"
    script.write_text("#!/bin/sh\necho 'List of available languages (1):'\necho eng\n", encoding="utf-8")
    script.chmod(0o755)

    with pytest.raises(UnreadableFile) as caught:
        find_recogniser("สแกน.pdf", folders=str(tmp_path))

    assert caught.value.problems[0].why.en == "Tesseract on this machine knows no Thai"


@pytest.mark.skipif(sys.platform == "win32", reason="the installer's folder is searched there")
def test_a_scan_on_a_machine_without_tesseract_is_refused_with_the_way_out(tmp_path: Path) -> None:
    path = scanned_pdf(tmp_path / "scan.pdf", [scanned_page()])
    program = "import sys; from pathlib import Path; from prongsai.document import read_document; read_document(Path(sys.argv[1]))"

    done = subprocess.run([sys.executable, "-c", program, str(path)], env={**os.environ, "PATH": str(tmp_path)}, capture_output=True, check=False)

    assert done.returncode == 1
    assert b"[needs-ocr]" in done.stderr


def test_words_of_the_recogniser_are_read_from_its_table() -> None:
    head = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"
    rows = ["1\t1\t0\t0\t0\t0\t0\t0\t99\t99\t-1\t", "5\t1\t1\t1\t2\t1\t10\t20\t30\t8\t91.5\tคะแนน", "5\t1\t1\t1\t2\t2\t45\t20\t3\t8\t-1\t ", "broken"]

    assert parse_words(head + "\n".join(rows)) == [Word((1, 1, 2), 10, 20, 40, 28, "คะแนน", 0.915)]


def test_lines_are_found_dark_or_pale_and_letters_are_none() -> None:
    page = Image.new("L", (600, 200), 255)
    page.paste(0, (50, 40, 550, 43))
    page.paste(200, (50, 90, 550, 91))
    page.paste(0, (50, 130, 60, 150))
    page.paste(0, (50, 160, 550, 195))

    strokes = lying_strokes(Picture(600, 200, page.tobytes(), 150))

    assert sorted({(round(stroke.middle), stroke.left.start, stroke.right.end) for stroke in strokes}) == [(42, 50, 550), (90, 50, 550)]


def test_a_picture_turned_four_times_is_the_same() -> None:
    picture = Picture(3, 2, bytes(range(6)), 300)

    assert picture.turned(4) == picture
    assert picture.turned(1).grey == bytes([3, 0, 4, 1, 5, 2])


def test_cells_below_each_other_lead_back_to_the_page() -> None:
    grey = bytearray([255]) * (400 * 100)
    grey[20 * 400 + 30 : 20 * 400 + 40] = bytes(10)
    grey[70 * 400 + 230 : 70 * 400 + 240] = bytes(10)
    picture = Picture(400, 100, bytes(grey), 300)
    stack = stacked(picture, [Cut(0, 0, 200, 50), Cut(200, 50, 400, 100), Cut(0, 50, 200, 100)])

    words = stack.back([Word((1,), x, y, x + 10, y + 1, "ก", 1.0) for x, y in dark_places(stack.picture)])

    assert [(word.left, word.top) for word in words] == [(30, 20), (230, 70)]
    assert [word.line[0] for word in words] == [0, 1]


def test_pictures_of_any_kind_become_pages_of_ink_on_paper(tmp_path: Path) -> None:
    see_through = Image.new("RGBA", (827, 1169), (0, 0, 0, 0))
    see_through.save(tmp_path / "ใส.png")
    pages = [Image.new("1", (1654, 2339), 1), Image.new("1", (1654, 2339), 1)]
    pages[0].save(tmp_path / "หลายหน้า.tif", save_all=True, append_images=pages[1:], dpi=(200, 200))

    paper = picture_page(tmp_path / "ใส.png", 1)
    many = read_picture(tmp_path / "หลายหน้า.tif")

    assert (paper.paper, paper.dpi) == (255, 300)
    assert abs(paper.height - 3508) < 10
    assert (many.reading.pages, many.image_pages) == (2, (1, 2))
    assert picture_page(tmp_path / "หลายหน้า.tif", 2).dpi == 300


def test_page_numbers_are_written_as_ranges() -> None:
    assert page_list([3, 1, 2, 7, 9, 10, 7]) == "1–3, 7, 9–10"
    assert page_list([]) == ""


def text_page(folder: Path, text: str) -> Path:
    path = folder / "พิมพ์.pdf"
    write_document(Document("ตัวอย่าง", (Section((paragraph(text),)),), created=date(2026, 1, 5)), path)
    return path


def with_pages(folder: Path, text: Path, picture: Image.Image) -> Path:
    """The PDF with text, and the picture as its second page."""
    writer = PdfWriter(clone_from=PdfReader(text))
    writer.append(scanned_pdf(folder / "ภาพ.pdf", [picture]))
    path = folder / "ปน.pdf"
    writer.write(path)
    return path


def dark_places(picture: Picture) -> list[tuple[int, int]]:
    """Where dark stretches begin."""
    return [(at % picture.width, at // picture.width) for at in range(1, len(picture.grey)) if picture.grey[at] < 9 <= picture.grey[at - 1]]


def tables_of(reading: Reading) -> list[Table]:
    return [block for section in reading.document.sections for block in section.blocks if isinstance(block, Table)]


def rows_of(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in (*table.head, *table.rows)]


def text_of(reading: Reading) -> str:
    blocks = [block for section in reading.document.sections for block in section.blocks]
    return "\n".join([*(block.text for block in blocks if isinstance(block, Heading | Paragraph)), *(each.text for each in reading.margins)])

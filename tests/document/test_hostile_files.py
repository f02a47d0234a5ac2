"""Bombs, loops, rubble and half files end in a clear error, soon, and never in a crash of ours."""

import io
import random
import tempfile
import zipfile
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject

from prongsai.document import Column, Document, Heading, Reading, Section, Table, cell, paragraph, read_document, write_document, write_workbook
from prongsai.document.model import Block
from prongsai.document.reading.read_child import answer
from prongsai.document.workbook import Sheet, Workbook
from prongsai.errors import Problem, UnreadableFile

_TEXT = "ผลการประเมินคุณธรรมและความโปร่งใสของเทศบาลตำบลตัวอย่าง ได้คะแนน 87.15 อยู่ในระดับผ่าน"
_SUFFIXES = (".docx", ".pdf", ".html", ".htm", ".xlsx", ".txt", ".md", ".csv", ".png", ".jpg", ".tif", ".doc", ".zip", "")
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_CELLS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_BEGINNINGS = (b"%PDF-1.7\n", b"PK\x03\x04", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"<html>", bytes.fromhex("d0cf11e0a1b11ae1"))
_MIB = 1024 * 1024


@pytest.mark.parametrize(("name", "part"), [("ก.docx", "word/document.xml"), ("ก.xlsx", "xl/workbook.xml")])
def test_a_zip_bomb_is_not_unpacked(tmp_path: Path, name: str, part: str) -> None:
    path = tmp_path / name
    with whole_package(path, part, "<a/>") as package:
        package.writestr("word/bomb.xml", b"\0" * (300 * _MIB), zipfile.ZIP_DEFLATED)

    assert path.stat().st_size < _MIB
    assert "file-too-large" in codes(path)


def test_a_zip_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "ก.docx"
    with whole_package(path, "word/document.xml", "<a/>") as package:
        package.writestr("word/bomb.xml", b"\0" * (40 * _MIB), zipfile.ZIP_DEFLATED)
    data = path.read_bytes()
    path.write_bytes(data.replace((40 * _MIB).to_bytes(4, "little"), (4000).to_bytes(4, "little")))

    assert codes(path)


@pytest.mark.parametrize(("name", "part"), [("ก.docx", "word/document.xml"), ("ก.xlsx", "xl/workbook.xml")])
def test_an_entity_bomb_does_not_go_off(tmp_path: Path, name: str, part: str) -> None:
    lol = "".join(f'<!ENTITY l{level} "{f"&l{level - 1};" * 10}">' for level in range(1, 10))
    with whole_package(tmp_path / name, part, f'<!DOCTYPE a [<!ENTITY l0 "lol">{lol}]><a>&l9;</a>'):
        pass

    assert codes(tmp_path / name) == ["xml-entities"]


def test_an_entity_bomb_in_a_web_page_stays_small(tmp_path: Path) -> None:
    lol = "".join(f'<!ENTITY l{level} "{f"&l{level - 1};" * 10}">' for level in range(1, 10))
    (tmp_path / "ก.html").write_text(f'<!DOCTYPE html [<!ENTITY l0 "lol">{lol}]><p>&l9;</p><p>{_TEXT}</p>', encoding="utf-8")

    assert len(text_of(read_document(tmp_path / "ก.html"))) < 10_000


@pytest.mark.parametrize("name", ["ก.html", "ก.docx"])
def test_elements_in_each_other_without_end_are_no_trouble(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    if path.suffix == ".html":
        path.write_text("<div>" * 50_000 + _TEXT, encoding="utf-8")
    else:
        nested = f'<w:document xmlns:w="{_WORD}"><w:body>{"<w:sdt><w:sdtContent>" * 20_000}<w:p/>{"</w:sdtContent></w:sdt>" * 20_000}</w:body></w:document>'
        with whole_package(path, "word/document.xml", nested):
            pass

    assert all(is_clear(problem) for problem in problems_of(path))


def test_ten_thousand_pages_are_too_many(tmp_path: Path) -> None:
    writer = PdfWriter()
    for _ in range(10_000):
        writer.add_blank_page(595, 842)
    writer.write(tmp_path / "ก.pdf")

    assert codes(tmp_path / "ก.pdf") == ["too-many-pages"]


def test_pages_that_hold_themselves_are_read_once_or_refused(tmp_path: Path) -> None:
    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    pages = writer._root_object["/Pages"].get_object()
    assert isinstance(pages, DictionaryObject)
    reference = writer._root_object.raw_get("/Pages")
    pages[NameObject("/Kids")] = ArrayObject([reference, *pages["/Kids"]])
    pages[NameObject("/Count")] = NumberObject(100_000_000)
    writer.write(tmp_path / "ก.pdf")

    assert all(is_clear(problem) for problem in problems_of(tmp_path / "ก.pdf"))


def test_three_hundred_thousand_formulas_are_too_many(tmp_path: Path) -> None:
    rows = "".join(f'<row r="{row}">{"<c><f>SUM(A1:Z9)</f><v>1</v></c>" * 30}</row>' for row in range(1, 10_001))
    sheet = f'<worksheet xmlns="{_CELLS}"><sheetData>{rows}</sheetData></worksheet>'
    write_workbook(Workbook((Sheet("ก", (("ก",),)),), created=date(2026, 1, 5)), tmp_path / "ก.xlsx")
    replace_part(tmp_path / "ก.xlsx", "xl/worksheets/sheet1.xml", sheet)

    assert codes(tmp_path / "ก.xlsx") == ["file-too-large"]


def test_a_picture_of_absurd_size_is_not_unpacked(tmp_path: Path) -> None:
    Image.new("1", (12_000, 12_000)).save(tmp_path / "ก.png")

    assert codes(tmp_path / "ก.png") == ["file-too-large"]


@pytest.mark.parametrize("suffix", _SUFFIXES)
def test_rubble_is_refused_whatever_it_is_called(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"ก{suffix}"
    path.write_bytes(random.Random(suffix).randbytes(20_000))

    with pytest.raises(UnreadableFile) as caught:
        answer([str(path)])

    assert all(is_clear(problem) for problem in caught.value.problems)


@pytest.mark.parametrize(
    "start", [b"%PDF-1.7\n", b"PK\x03\x04", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"<html>", bytes.fromhex("d0cf11e0a1b11ae1")]
)
def test_rubble_behind_a_good_beginning_is_refused_or_read(tmp_path: Path, start: bytes) -> None:
    path = tmp_path / "ก.bin"
    path.write_bytes(start + random.Random(start).randbytes(20_000))

    assert all(is_clear(problem) for problem in problems_of(path))


@settings(max_examples=60)
@given(st.sampled_from([".docx", ".pdf", ".xlsx", ".html", ".txt", ".png"]), st.floats(0, 1))
def test_half_a_file_is_refused_or_read_as_far_as_it_goes(tmp_path_factory: pytest.TempPathFactory, suffix: str, share: float) -> None:
    whole = good_file(suffix)
    path = tmp_path_factory.mktemp("ครึ่ง") / f"ก{suffix}"
    path.write_bytes(whole[: max(1, int(share * len(whole)))])

    assert all(is_clear(problem) for problem in problems_of(path, confined=False))


@settings(max_examples=60)
@given(st.sampled_from([".docx", ".pdf", ".xlsx", ".html", ".txt", ".png"]), st.floats(0, 1), st.binary(min_size=1, max_size=40))
def test_a_file_with_a_broken_place_is_refused_or_read(tmp_path_factory: pytest.TempPathFactory, suffix: str, place: float, rubble: bytes) -> None:
    whole = good_file(suffix)
    at = int(place * len(whole))
    path = tmp_path_factory.mktemp("เสีย") / f"ก{suffix}"
    path.write_bytes(whole[:at] + rubble + whole[at + len(rubble) :])

    assert all(is_clear(problem) for problem in problems_of(path, confined=False))


@pytest.mark.parametrize("suffix", [".docx", ".pdf", ".xlsx"])
def test_half_a_file_is_refused_by_the_front_door_too(tmp_path: Path, suffix: str) -> None:
    whole = good_file(suffix)
    (tmp_path / f"ก{suffix}").write_bytes(whole[: len(whole) // 2])

    assert all(is_clear(problem) for problem in problems_of(tmp_path / f"ก{suffix}"))


@cache
def good_file(suffix: str) -> bytes:
    """The bytes of a document that can be read."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"ก{suffix}"
        _MAKERS.get(suffix, _write_report)(path)
        return path.read_bytes()


def _write_report(path: Path) -> None:
    blocks: tuple[Block, ...] = (Heading("ผล"), paragraph(_TEXT), Table((Column(), Column()), (), ((cell("ก"), cell("95.83")),)))
    write_document(Document("ตัวอย่าง", (Section(blocks),), created=date(2026, 1, 5)), path)


def _write_text(path: Path) -> None:
    path.write_text(f"{_TEXT}\n\nก\tข\n1\t2\n", encoding="utf-8")


def _write_sheet(path: Path) -> None:
    write_workbook(Workbook((Sheet("ผล", (("ตัวชี้วัด", "คะแนน"), ("การใช้งบประมาณ", 95.83))),), created=date(2026, 1, 5)), path)


def _write_picture(path: Path) -> None:
    Image.effect_noise((120, 90), 60).save(path)


_MAKERS: dict[str, Callable[[Path], None]] = {".txt": _write_text, ".xlsx": _write_sheet, ".png": _write_picture}


def is_clear(problem: Problem) -> bool:
    """Whether a fault says what is wrong and how to mend it, and is more than that a reader crashed."""
    return bool(problem.what.th and problem.mend.th) and problem.code != "reader-crashed"


def problems_of(path: Path, *, confined: bool = True) -> tuple[Problem, ...]:
    """Why a file cannot be read; nothing where it can. Any error but UnreadableFile goes on to the test."""
    try:
        if confined:
            read_document(path, ocr="never")
        else:
            answer([str(path)])
    except UnreadableFile as error:
        return error.problems
    return ()


def codes(path: Path) -> list[str]:
    with pytest.raises(UnreadableFile) as caught:
        read_document(path, ocr="never")
    return [problem.code for problem in caught.value.problems]


def whole_package(path: Path, part: str, content: str) -> zipfile.ZipFile:
    """A package with that part, to which more can be added."""
    package = zipfile.ZipFile(path, "w")
    package.writestr("[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>')
    package.writestr(part, content)
    return package


def replace_part(path: Path, part: str, content: str) -> None:
    old = io.BytesIO(path.read_bytes())
    with zipfile.ZipFile(old) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, content if name == part else source.read(name))


def text_of(reading: Reading) -> str:
    return "\n".join(block.text for section in reading.document.sections for block in section.blocks if hasattr(block, "text"))

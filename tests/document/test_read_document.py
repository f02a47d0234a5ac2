"""Any document becomes one reading, whatever it is called; what cannot be read says why and what to do."""

import io
import os
import zipfile
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from prongsai.document import (
    Column,
    Document,
    Heading,
    Limits,
    Paragraph,
    Reading,
    Section,
    Table,
    cell,
    paragraph,
    read_document,
    write_document,
    write_workbook,
)
from prongsai.document.reading.file_kind import find_kind
from prongsai.document.workbook import Sheet, Workbook
from prongsai.errors import UnreadableFile

_TEXT = "ผลการประเมินคุณธรรมและความโปร่งใสของเทศบาลตำบลตัวอย่าง ได้คะแนน 87.15 อยู่ในระดับผ่าน"
_ROWS = ((cell("ตัวชี้วัด"), cell("คะแนน")), (cell("การใช้งบประมาณ"), cell("95.83")))
_REPORT = Document("รายงานตัวอย่าง", (Section((Heading("ผลการประเมิน"), paragraph(_TEXT), Table((Column(), Column()), (), _ROWS))),), created=date(2026, 1, 5))
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
Make = Callable[[Path], None]


def _write_text(path: Path) -> None:
    path.write_text(f"ผลการประเมิน\n\n{_TEXT}\n\nตัวชี้วัด\tคะแนน\nการใช้งบประมาณ\t95.83\n", encoding="utf-8")


def _write_rows(path: Path) -> None:
    path.write_text(f"{_TEXT},\nตัวชี้วัด,คะแนน\nการใช้งบประมาณ,95.83\n", encoding="utf-8")


def _write_sheet(path: Path) -> None:
    write_workbook(Workbook((Sheet("ผล", ((_TEXT,), (), ("ตัวชี้วัด", "คะแนน"), ("การใช้งบประมาณ", 95.83))),), created=date(2026, 1, 5)), path)


def _write_report(path: Path) -> None:
    write_document(_REPORT, path)


_KINDS: dict[str, tuple[Make, str]] = {
    "ก.docx": (_write_report, "docx"),
    "ก.pdf": (_write_report, "pdf"),
    "ก.html": (_write_report, "html"),
    "ก.xlsx": (_write_sheet, "xlsx"),
    "ก.txt": (_write_text, "text"),
    "ก.md": (_write_text, "text"),
    "ก.csv": (_write_rows, "text"),
}


@pytest.mark.parametrize("name", _KINDS)
def test_every_kind_of_document_gives_its_text_and_its_table(tmp_path: Path, name: str) -> None:
    make, form = _KINDS[name]
    make(tmp_path / name)

    reading = read_document(tmp_path / name)

    assert (reading.form, reading.scanned) == (form, False)
    assert "87.15" in text_of(reading)
    assert "95.83" in "".join(inside.text for table in tables_of(reading) for row in (*table.head, *table.rows) for inside in row)
    assert reading.quality >= 0.95


@pytest.mark.parametrize(("real", "named"), [("ก.pdf", "ข.docx"), ("ก.docx", "ข.pdf"), ("ก.html", "ข.doc"), ("ก.xlsx", "ข.txt"), ("ก.docx", "ข")])
def test_the_content_tells_the_kind_and_not_the_name(tmp_path: Path, real: str, named: str) -> None:
    make, form = _KINDS[real]
    make(tmp_path / real)
    path = (tmp_path / real).rename(tmp_path / named)

    reading = read_document(path)

    assert reading.form == form
    assert "87.15" in text_of(reading)
    noted = [note for note in reading.notes if path.suffix and path.suffix in note.en]
    assert bool(noted) == (path.suffix in (".docx", ".pdf", ".txt"))


def _zip(*names: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name in names:
            package.writestr(name, "x")
    return target.getvalue()


_STRANGERS = {
    "รายงาน.doc": (_OLE + "WordDocument".encode("utf-16-le"), "old-format", ".docx"),
    "ตาราง.xls": (_OLE + "Workbook".encode("utf-16-le"), "old-format", ".xlsx"),
    "สไลด์.ppt": (_OLE + b"\0" * 600, "old-format", "pdf"),
    "ลับ.docx": (_OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted-file", "password"),
    "รายงาน.rtf": (b"{\\rtf1\\ansi text}", "old-format", ".docx"),
    "รายงาน.odt": (_zip("mimetype", "content.xml"), "unknown-format", ".docx"),
    "สไลด์.pptx": (_zip("ppt/presentation.xml"), "unknown-format", "pdf"),
    "ตาราง.xlsb": (_zip("xl/workbook.bin"), "old-format", ".xlsx"),
    "รวม.zip": (_zip("ก.docx"), "unknown-format", "unpack"),
    "ภาพ.gif": (b"GIF89a\0\0\0\0\0", "unknown-format", "png"),
    "ภาพ.heic": (b"\0\0\0\x18ftypheic\0\0", "unknown-format", "png"),
    "แปลก.bin": (bytes(range(256)), "unknown-format", ".docx"),
    "เสีย.docx": (bytes(range(256)), "broken-file", "again"),
    "เสีย.pdf": (b"\0\0\0 no pdf", "broken-file", "again"),
}


@pytest.mark.parametrize("name", _STRANGERS)
def test_what_cannot_be_read_says_what_it_is_and_how_to_convert_it(tmp_path: Path, name: str) -> None:
    content, code, mend = _STRANGERS[name]
    path = tmp_path / name
    path.write_bytes(content)

    with pytest.raises(UnreadableFile) as caught:
        find_kind(path)

    (problem,) = caught.value.problems
    assert (problem.code, problem.where) == (code, name)
    assert mend in problem.mend.en.lower()
    assert problem.mend.th


def test_the_error_of_the_process_that_reads_is_the_error_of_the_caller(tmp_path: Path) -> None:
    path = tmp_path / "รายงาน.doc"
    path.write_bytes(_STRANGERS["รายงาน.doc"][0])

    with pytest.raises(UnreadableFile, match="old-format"):
        read_document(path)


def test_a_file_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    assert code_of(tmp_path / "ไม่มี.docx") == "missing-file"
    assert code_of(tmp_path / "ศูนย์\0.docx") == "missing-file"


def test_a_folder_and_an_empty_file_are_no_documents(tmp_path: Path) -> None:
    (tmp_path / "ว่าง.pdf").write_bytes(b"")

    assert code_of(tmp_path) == "is-a-folder"
    assert code_of(tmp_path / "ว่าง.pdf") == "empty-file"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no such files")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "ท่อ.pdf")

    assert code_of(tmp_path / "ท่อ.pdf") == "missing-file"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="this user may open everything")
def test_a_file_that_one_may_not_open_says_so(tmp_path: Path) -> None:
    _write_text(tmp_path / "ลับ.txt")
    (tmp_path / "ลับ.txt").chmod(0)

    assert code_of(tmp_path / "ลับ.txt") == "no-permission"


def test_a_file_beyond_its_limit_is_not_opened(tmp_path: Path) -> None:
    _write_text(tmp_path / "ก.txt")

    with pytest.raises(UnreadableFile, match="file-too-large"):
        read_document(tmp_path / "ก.txt", limits=Limits(file=100))


def test_a_picture_without_recognising_is_only_a_picture(tmp_path: Path) -> None:
    Image.new("L", (300, 400), 255).save(tmp_path / "สแกน.png")

    with pytest.raises(UnreadableFile) as caught:
        read_document(tmp_path / "สแกน.png", ocr="never")

    assert [problem.code for problem in caught.value.problems] == ["only-pictures"]


def test_many_documents_are_read_at_once(tmp_path: Path) -> None:
    paths = []
    for number in range(6):
        paths.append(tmp_path / f"{number}.txt")
        paths[-1].write_text(f"ข้อความของไฟล์ที่ {number}", encoding="utf-8")

    with ThreadPoolExecutor(3) as threads:
        from_threads = [text_of(reading) for reading in threads.map(read_document, paths)]
    with ProcessPoolExecutor(2) as processes:
        from_processes = [text_of(reading) for reading in processes.map(read_document, paths[:3])]

    assert from_threads == [f"ข้อความของไฟล์ที่ {number}" for number in range(6)]
    assert from_processes == from_threads[:3]


def test_reading_leaves_no_files_behind(tmp_path: Path) -> None:
    _write_report(tmp_path / "ก.docx")

    read_document(tmp_path / "ก.docx")

    assert [path.name for path in tmp_path.iterdir()] == ["ก.docx"]


def test_the_same_file_gives_the_same_reading(tmp_path: Path) -> None:
    _write_report(tmp_path / "ก.docx")

    first, second = read_document(tmp_path / "ก.docx"), read_document(tmp_path / "ก.docx", ocr="never")

    assert replace(first, notes=()) == replace(second, notes=())


def code_of(path: Path) -> str:
    with pytest.raises(UnreadableFile) as caught:
        read_document(path)
    return caught.value.problems[0].code


def tables_of(reading: Reading) -> list[Table]:
    return [block for section in reading.document.sections for block in section.blocks if isinstance(block, Table)]


def text_of(reading: Reading) -> str:
    blocks = [block for section in reading.document.sections for block in section.blocks]
    prose = [block.text for block in blocks if isinstance(block, Heading | Paragraph)]
    return "\n".join([*prose, *(inside.text for table in tables_of(reading) for row in (*table.head, *table.rows) for inside in row)])

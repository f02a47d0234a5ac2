"""Tesseract as a program beside ours: a picture goes in by its input, words with their boxes come out; no file is written."""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from prongsai.document.reading.ocr.picture import Picture
from prongsai.errors import Problem, UnreadableFile
from prongsai.words import Words

_WORD_LEVEL = "5"
_COLUMNS = 12
_ASK_SECONDS = 20.0
# How Tesseract takes a picture: as one column of text of different sizes, as one block of lines.
PROSE, CELLS = "4", "6"


class Word(NamedTuple):
    """A recognised piece of text, its box in pixels, the line it stands in, and how sure the recogniser is, 0..1."""

    line: tuple[int, ...]
    left: int
    top: int
    right: int
    bottom: int
    text: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Recogniser:
    """The program and the languages it is told to expect."""

    program: str
    languages: str

    def words(self, picture: Picture, mode: str, seconds: float) -> list[Word] | None:
        """The words of a page in the order of reading; None where it takes longer or the program fails."""
        command = [self.program, "stdin", "stdout", "-l", self.languages, "--dpi", str(picture.dpi), "--psm", mode, "-c", "tessedit_create_tsv=1"]
        answer = _run(command, picture.pgm(), seconds)
        return None if answer is None else list(parse_words(answer))


def find_recogniser(file: str, *, folders: str | None = None) -> Recogniser:
    """Tesseract with Thai, and English where it has it; `folders` are searched in place of the machine's path.

    Raises UnreadableFile (needs-ocr) about `file` where there is none, with how to install it.
    """
    program = _program(folders)
    if program is None:
        raise UnreadableFile(Problem("needs-ocr", _ONLY_PICTURES, file, _NO_PROGRAM, _INSTALL))
    known = set((_run([program, "--list-langs"], b"", _ASK_SECONDS) or "").split())
    if "tha" not in known:
        raise UnreadableFile(Problem("needs-ocr", _ONLY_PICTURES, file, _NO_THAI, _INSTALL))
    return Recogniser(program, "tha+eng" if "eng" in known else "tha")


def parse_words(table: str) -> list[Word]:
    """The rows of Tesseract's table that are words and say anything."""
    rows = (line.split("\t") for line in table.split("\n")[1:])
    return [_word(row) for row in rows if len(row) == _COLUMNS and row[0] == _WORD_LEVEL and row[-1].strip()]


def _word(row: list[str]) -> Word:
    left, top, width, height = (int(value) for value in row[6:10])
    return Word(tuple(int(value) for value in row[2:5]), left, top, left + width, top + height, row[11].strip(), max(0.0, float(row[10])) / 100)


def _program(folders: str | None) -> str | None:
    """Where Tesseract is: on the path, or where its installer for Windows puts it."""
    usual = Path(os.environ.get("PROGRAMFILES", "")) / "Tesseract-OCR" / "tesseract.exe"
    return shutil.which("tesseract", path=folders) or (str(usual) if usual.is_absolute() and usual.exists() else None)


def _run(command: list[str], given: bytes, seconds: float) -> str | None:
    """What a command answers; with one thread each, because several readers may run at once."""
    try:
        done = subprocess.run(command, input=given, capture_output=True, timeout=max(0.0, seconds), check=True, env={**os.environ, "OMP_THREAD_LIMIT": "1"})
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.decode("utf-8", "replace")


_ONLY_PICTURES = Words("เอกสารมีแต่รูปภาพ (สแกน) ไม่มีข้อความให้อ่าน", "the document is only pictures (a scan) without text to read")
_NO_PROGRAM = Words("เครื่องนี้ไม่มีโปรแกรมรู้จำตัวอักษร Tesseract", "the recogniser Tesseract is not installed on this machine")
_NO_THAI = Words("Tesseract ในเครื่องนี้ไม่มีภาษาไทย", "Tesseract on this machine knows no Thai")
_INSTALL = Words(
    "ติดตั้ง Tesseract พร้อมภาษาไทย (Debian/Ubuntu: apt install tesseract-ocr tesseract-ocr-tha; Windows: ตัวติดตั้งของ UB Mannheim แล้วเลือก Thai) "
    "และ pip install 'prongsai[ocr]' หรือส่งไฟล์ Word หรือ PDF ที่มีข้อความ",
    "install Tesseract with Thai (Debian/Ubuntu: apt install tesseract-ocr tesseract-ocr-tha; Windows: the installer of UB Mannheim, with Thai chosen) and "
    "pip install 'prongsai[ocr]', or hand in the Word file or a PDF with text",
)

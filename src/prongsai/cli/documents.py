"""Documents named on the command line: files, and folders with all that can be read in them."""

from pathlib import Path
from typing import Annotated, get_args

import typer

from prongsai.cli.language import say
from prongsai.document import READABLE, Recognise
from prongsai.errors import InputError, Problem
from prongsai.words import Words

Documents = Annotated[
    list[Path],
    typer.Argument(
        metavar="DOCUMENT...",
        help=say(
            "เอกสาร .docx .pdf .html .xlsx .txt .md หรือภาพสแกน หนึ่งไฟล์ หลายไฟล์ หรือทั้งโฟลเดอร์",
            "one document or many (.docx, .pdf, .html, .xlsx, .txt, .md, scans), or a folder",
        ),
        show_default=False,
    ),
]
Year = Annotated[
    int | None,
    typer.Option(
        "--year",
        metavar="YEAR",
        help=say("ปีงบประมาณที่ประเมิน (พ.ศ.) หากต่างจากที่เอกสารบอก", "fiscal year assessed (B.E.), where the document does not say it"),
        show_default=False,
    ),
]
Ocr = Annotated[
    str,
    typer.Option(
        "--ocr",
        metavar="auto|never|always",
        help=say("อ่านจากภาพด้วย Tesseract เมื่อไม่มีข้อความ ไม่อ่าน หรืออ่านเสมอ", "recognise pictures with Tesseract where there is no text, never, or always"),
    ),
]


def documents_in(paths: list[Path]) -> list[Path]:
    """The files, folders opened: what can be read in them, hidden files and office lock files left out. Raises InputError on a folder without any."""
    found: list[Path] = []
    for path in paths:
        found += _inside(path) if path.is_dir() else [path]
    return list(dict.fromkeys(found))


def recognise(text: str) -> Recognise:
    """The choice of --ocr."""
    found: Recognise | None = next((choice for choice in get_args(Recognise) if choice == text), None)
    if found is None:
        what = Words(f"ไม่รู้จัก “{text}”", f"unknown '{text}'")
        raise InputError(Problem("unknown-choice", what, "--ocr", mend=Words("ใช้ auto, never หรือ always", "use auto, never or always")))
    return found


def _inside(folder: Path) -> list[Path]:
    files = sorted(path for path in folder.rglob("*") if path.suffix.lower() in READABLE and not path.name.startswith((".", "~$")) and path.is_file())
    if not files:
        what = Words("ไม่มีเอกสารที่อ่านได้ในโฟลเดอร์นี้", "there is no document in this folder that can be read")
        mend = Words(f"ใส่ไฟล์ {' '.join(sorted(READABLE))}", f"put in files of the kinds {' '.join(sorted(READABLE))}")
        raise InputError(Problem("no-documents", what, str(folder), mend=mend))
    return files

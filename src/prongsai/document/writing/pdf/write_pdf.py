"""A document as PDF: tagged, PDF/A-2a and PDF/UA-1, made by Typst."""

import re
from functools import cache
from importlib.resources import files

import typst

from prongsai.document.model import Document
from prongsai.document.writing.pdf.typst_engine import compile_pdf
from prongsai.document.writing.pdf.typst_source import TypstSource, typst_source
from prongsai.document.writing.pdf.typst_text_layer import mended_text_layer
from prongsai.errors import OutputError, Problem
from prongsai.words import Words, same

_FOUND = re.compile(r"main\.typ:(\d+)|(figure-\d+\.svg)")
_EXCERPT = 100


def write_pdf(document: Document) -> bytes:
    """The document as the bytes of a PDF; the same document gives the same bytes.

    Raises OutputError where Typst refuses what we wrote, which is a fault of ours or of a picture; it names the part.
    """
    source = typst_source(document)
    try:
        pdf = compile_pdf({"main.typ": source.text.encode(), "report.typ": _template(), **source.files}, document.created)
    except typst.TypstError as error:
        raise OutputError(_problem(f"{document.title} › {_part(source, error)}", error.message)) from error
    try:
        return mended_text_layer(pdf)
    except ValueError as error:
        raise OutputError(_problem(document.title, str(error))) from error


@cache
def _template() -> bytes:
    return files(__package__).joinpath("report.typ").read_bytes()


def _problem(where: str, why: str) -> Problem:
    return Problem(
        "pdf-not-made",
        Words("สร้างไฟล์ PDF ไม่สำเร็จ เป็นข้อผิดพลาดของโปรแกรม", "the PDF could not be made; this is a fault of the program"),
        where=where,
        why=same(why),
        mend=Words("แจ้งผู้พัฒนาพร้อมข้อความนี้ ระหว่างนี้ใช้ไฟล์ Word หรือ HTML แทน", "report this message; until then use the Word or HTML file"),
    )


def _part(source: TypstSource, error: typst.TypstError) -> str:
    """The block that the error points to, as its line of the source; only the name of the source where the error points nowhere."""
    found = _FOUND.search(error.diagnostic)
    lines = source.text.split("\n")
    if found is None:
        return "main.typ"
    number = int(found[1]) if found[1] else next((at for at, line in enumerate(lines, 1) if f'"{found[2]}"' in line), 1)
    return f"main.typ:{number} {lines[min(number, len(lines)) - 1][:_EXCERPT]}"

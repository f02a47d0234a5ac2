"""The process that opens a stranger's file: finds out what it is and loads the one reader that it needs."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from prongsai.document.model import Reading
from prongsai.document.reading.confined.child import serve
from prongsai.document.reading.file_kind import Kind, broken_file, find_kind
from prongsai.document.reading.wire import Answer, encode


def answer(arguments: Sequence[str]) -> bytes:
    """The file named by the first argument as an encoded Answer; raises UnreadableFile."""
    path = Path(arguments[0])
    found = find_kind(path)
    try:
        read = _read(path, found.kind)
    except OSError as error:
        raise broken_file(path) from error
    notes = (*found.notes, *read.reading.notes)
    return encode(replace(read, reading=replace(read.reading, notes=notes)))


def _read(path: Path, kind: Kind) -> Answer:
    if kind == "pdf":
        from prongsai.document.reading.pdf.read_pdf import read_pdf_text

        text = read_pdf_text(path)
        return Answer(text.reading, text.image_pages, text.unmapped)
    if kind == "image":
        from prongsai.document.reading.ocr.files import read_picture

        return read_picture(path)
    return Answer(_read_text(path, kind))


def _read_text(path: Path, kind: Kind) -> Reading:
    if kind == "docx":
        from prongsai.document.reading.word.read_docx import read_docx

        return read_docx(path)
    if kind == "xlsx":
        from prongsai.document.reading.excel.read_sheets import read_sheets

        return read_sheets(path)
    if kind == "html":
        from prongsai.document.reading.html.read_html import read_html

        return read_html(path)
    if kind == "csv":
        from prongsai.document.reading.text.read_csv import read_csv

        return read_csv(path)
    from prongsai.document.reading.text.read_text import read_text

    return read_text(path)


if __name__ == "__main__":
    serve(answer)

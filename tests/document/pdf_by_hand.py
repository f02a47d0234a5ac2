"""PDFs for the tests of their reader: from Typst's own language, or written object by object."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from prongsai.document.model import Cell, Heading, Paragraph, Reading, Table
from prongsai.document.reading.pdf.read_pdf import PdfText, read_pdf_text
from prongsai.document.writing.pdf.typst_engine import compile_pdf
from prongsai.document.writing.pdf.typst_text_layer import mended_text_layer

_PAGE = '#set document(title: "เอกสารตัวอย่าง")\n#set page(paper: "a4", margin: 2cm)\n#set text(font: "Sarabun", size: 12pt, lang: "th")\n'


def typst_pdf(source: str, path: Path) -> Path:
    """A PDF of a source in Typst's language, on A4 in 12 points."""
    path.write_bytes(mended_text_layer(compile_pdf({"main.typ": (_PAGE + source).encode()}, date(2025, 1, 1))))
    return path


def raw_pdf(objects: Iterable[str], path: Path) -> Path:
    """A PDF of objects numbered from 1, the first of which is the catalog."""
    content = b"%PDF-1.7\n"
    offsets = []
    for number, text in enumerate(objects, 1):
        offsets.append(len(content))
        content += f"{number} 0 obj\n{text}\nendobj\n".encode("latin-1")
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    count = len(offsets) + 1
    end = f"xref\n0 {count}\n0000000000 65535 f \n{table}trailer\n<</Size {count}/Root 1 0 R>>\nstartxref\n{len(content)}\n%%EOF\n"
    path.write_bytes(content + end.encode())
    return path


def stream(text: str) -> str:
    """A stream object."""
    return f"<</Length {len(text)}>>\nstream\n{text}\nendstream"


def read_typst(source: str, folder: Path) -> PdfText:
    return read_pdf_text(typst_pdf(source, folder / "ตัวอย่าง.pdf"))


def blocks(reading: Reading) -> list[Heading | Paragraph | Table]:
    return [block for section in reading.document.sections for block in section.blocks if isinstance(block, Heading | Paragraph | Table)]


def prose(reading: Reading) -> list[str]:
    return [block.text for block in blocks(reading) if not isinstance(block, Table)]


def tables(reading: Reading) -> list[Table]:
    return [block for block in blocks(reading) if isinstance(block, Table)]


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in (*table.head, *table.rows)]


def spans(table: Table) -> list[list[tuple[int, int]]]:
    return [[(cell.columns, cell.rows) for cell in row] for row in (*table.head, *table.rows)]


def plain(cell: Cell | str) -> str:
    """A text without white space, as lines that were broken and joined again compare."""
    return "".join((cell.text if isinstance(cell, Cell) else cell).split())

"""A PDF that an office program made of our Word file reads as the one we make ourselves."""

import shutil
import subprocess
from pathlib import Path

import pytest
from pdf_by_hand import plain, prose, tables, texts
from samples import rich_document

from prongsai.document import write_document
from prongsai.document.model import Reading
from prongsai.document.reading.pdf.read_pdf import read_pdf_text

_SOFFICE = shutil.which("soffice")


@pytest.mark.office
@pytest.mark.skipif(_SOFFICE is None, reason="LibreOffice is not installed")
def test_libreoffices_pdf_holds_the_same_tables_and_text_as_ours(tmp_path: Path) -> None:
    word, ours = tmp_path / "รายงาน.docx", tmp_path / "ของเรา.pdf"
    write_document(rich_document(), word)
    write_document(rich_document(), ours)
    command = [str(_SOFFICE), "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to", "pdf", "--outdir", str(tmp_path), str(word)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)

    theirs = read_pdf_text(tmp_path / "รายงาน.pdf").reading

    expected = read_pdf_text(ours).reading
    assert _cells(theirs) == _cells(expected)
    missing = [text for text in prose(expected) if plain(text) not in plain(" ".join(prose(theirs)))]
    assert all("...." in text or text[0].isdigit() for text in missing)


def _cells(reading: Reading) -> list[list[str]]:
    """The rows of all tables, without the heads that a page repeats."""
    rows = [[plain(cell) for cell in row] for table in tables(reading) for row in texts(table)]
    return [row for number, row in enumerate(rows) if row not in rows[:number] or row[0] != "ที่"]

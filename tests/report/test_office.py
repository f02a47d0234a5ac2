"""The Word files open in an office program and say there what they say here."""

import shutil
import subprocess
from pathlib import Path

import pypdf
import pytest

from prongsai.report import write_report
from report.made_up import built
from report.reading import figures, text

_SOFFICE = shutil.which("soffice")


@pytest.mark.office
@pytest.mark.skipif(_SOFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_shows_every_figure_of_the_word_file(tmp_path: Path) -> None:
    document = built("mae-sot-2568", "analysis")
    word = write_report(document, tmp_path / "analysis.docx")

    command = [str(_SOFFICE), "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to", "pdf", "--outdir", str(tmp_path), str(word)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)

    pages = pypdf.PdfReader(tmp_path / "analysis.pdf").pages
    shown = figures("\n".join(page.extract_text() for page in pages))
    assert figures(text(document)) <= shown
    assert 12 <= len(pages) <= 45

"""Typst with the settings of the program, but nothing of the program around it."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import fontpkg_sarabun
import typst


def fonts() -> typst.Fonts:
    """Sarabun and what Typst brings."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(Path(fontpkg_sarabun.ROOT) / "files")])


def inputs(folder: Path) -> tuple[dict[str, bytes], datetime]:
    """The files of a source (main.typ, report.typ, the charts) and the date that it bears."""
    files = {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix in (".typ", ".svg")}
    return files, datetime.fromisoformat(json.loads((folder / "about.json").read_text(encoding="utf-8"))["created"])


def compiled(files: dict[str, bytes], moment: datetime, known: typst.Fonts) -> bytes:
    """The PDF/A-2a."""
    sources: Any = files
    pdf: bytes = typst.compile(sources, font_paths=known, pdf_standards=["a-2a", "ua-1"], timestamp=moment)
    return pdf

"""Writes a report of so many pages, as Word and as PDF: the chapters of a real one over and over."""

import sys
from dataclasses import replace
from itertools import cycle, pairwise
from pathlib import Path

from pypdf import PdfReader

from prongsai.document import Heading, write_document
from prongsai.pipeline import start
from prongsai.report import build


def take_long(folder: Path, pages: int, results: Path) -> None:
    """Chapters of the report are added after its end until the PDF has so many pages."""
    document = build(start(results), "analysis", language="th", digits="arabic", layout="own")
    last, target = document.sections[-1], folder / "long.pdf"
    starts = [place for place, block in enumerate(last.blocks) if isinstance(block, Heading) and block.level == 1]
    chapters = cycle([last.blocks[start:end] for start, end in pairwise([*starts, len(last.blocks)])])
    write_document(document, target)
    while (count := len(PdfReader(str(target)).pages)) < pages:
        last = replace(last, blocks=last.blocks + next(chapters))
        document = replace(document, sections=(*document.sections[:-1], last))
        write_document(document, target)
    write_document(document, folder / "long.docx")
    print(count)


if __name__ == "__main__":
    take_long(Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))

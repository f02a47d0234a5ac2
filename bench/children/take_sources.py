"""What the writers get: Typst source, page and plain texts of the reports of some results files. OUT KINDS FILE..."""

import json
import sys
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

from typst_settings import compiled, fonts, inputs

import prongsai
from prongsai.document import Document, Figure, Heading, Paragraph, Table
from prongsai.document.writing.html.write_html import write_html
from prongsai.document.writing.pdf.typst_source import typst_source
from prongsai.document.writing.pdf.typst_text_layer import mended_text_layer
from prongsai.document.writing.pdf.write_pdf import write_pdf
from prongsai.pipeline import start
from prongsai.report import KINDS, build


def main() -> None:
    """Writes a folder a report: main.typ, report.typ, charts, page.html, plain.json and about.json."""
    out, kinds, paths = Path(sys.argv[1]), [kind for kind in KINDS if kind in sys.argv[2].split(",")], [Path(name) for name in sys.argv[3:]]
    for number, path in enumerate(paths):
        way = start(path)
        for kind in kinds:
            document = build(way, kind)
            folder = out / f"{number:04}-{kind}"
            _take(document, folder)
            if number == 0:
                _compare(document, folder)


def _take(document: Document, folder: Path) -> None:
    folder.mkdir()
    source = typst_source(document)
    template = Path(prongsai.__path__[0]) / "document" / "writing" / "pdf" / "report.typ"
    for name, content in {"main.typ": source.text.encode(), "report.typ": template.read_bytes(), **source.files}.items():
        (folder / name).write_bytes(content)
    (folder / "page.html").write_text(write_html(document), encoding="utf-8")
    (folder / "plain.json").write_text(json.dumps(_plain(document), ensure_ascii=False), encoding="utf-8")
    created = datetime.combine(document.created, time(), UTC)
    (folder / "about.json").write_text(json.dumps({"created": created.isoformat()}), encoding="utf-8")


def _plain(document: Document) -> list[Any]:
    found: list[Any] = []
    for block in (block for section in document.sections for block in section.blocks):
        match block:
            case Heading():
                found.append(["heading", block.text, block.level])
            case Paragraph():
                found.append(["paragraph", block.text])
            case Table():
                rows = [[cell.text for cell in row] for row in (*block.head, *block.rows)]
                found.append(["table", rows, len(block.columns)])
            case Figure():
                found.append(["figure", block.svg])
            case _:
                pass
    return found


def _compare(document: Document, folder: Path) -> None:
    """The bare compile must be the very one that the program does, else the figures compare unlike things."""
    bare = mended_text_layer(compiled(*inputs(folder), fonts()))
    if bare != write_pdf(document):
        sys.exit("the program compiles with other settings than bench/children/typst_settings.py")


if __name__ == "__main__":
    main()

"""The least that three formats cost: FOLDER with reports; bare python-docx, bare Typst, the page as it is."""

import io
import json
import sys
from pathlib import Path
from typing import Any

import docx
import vl_convert
from typst_settings import compiled, fonts, inputs


def main() -> None:
    """Writes the three files of every report beside its source."""
    known = fonts()
    for folder in sorted(path for path in Path(sys.argv[1]).iterdir() if path.is_dir()):
        _word(json.loads((folder / "plain.json").read_text(encoding="utf-8"))).save(str(folder / "bare.docx"))
        (folder / "bare.pdf").write_bytes(compiled(*inputs(folder), known))
        (folder / "bare.html").write_bytes((folder / "page.html").read_bytes())


def _word(blocks: list[list[Any]]) -> Any:
    word = docx.Document()
    for kind, content, *more in blocks:
        if kind == "heading":
            word.add_heading(content, more[0])
        elif kind == "paragraph":
            word.add_paragraph(content)
        elif kind == "figure":
            word.add_picture(io.BytesIO(vl_convert.svg_to_png(content, scale=2)), width=docx.shared.Cm(16))
        else:
            _table(word.add_table(0, more[0]), content)
    return word


def _table(table: Any, rows: list[list[str]]) -> None:
    for texts in rows:
        for cell, text in zip(table.add_row().cells, texts, strict=False):
            cell.text = text


if __name__ == "__main__":
    main()

"""The Typst engine: the fonts it sees, one call of it, and which characters it can show."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from functools import cache, lru_cache
from typing import Any

import typst

from prongsai.document.writing.fonts import font_folder

_NOTHING = b'#set document(title: "x")'


@cache
def _fonts() -> typst.Fonts:
    """Sarabun and the fonts inside Typst, searched once a process; fonts of the machine stay out, so that all print alike."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(font_folder())])


def compile_pdf(files: Mapping[str, bytes], created: date) -> bytes:
    """A tagged PDF/A-2a of `main.typ` among the files; raises typst.TypstError.

    Typst keeps what it worked out for its last ten calls. Two empty calls age that memory, so that it holds three or four documents.
    """
    pdf = _compiled(files, created)
    for _ in range(2):
        _compiled({"main.typ": _NOTHING}, created)
    return pdf


@lru_cache(maxsize=4096)
def can_show(cluster: str) -> bool:
    """Whether the fonts have a character with its marks and the standard allows it: the engine itself is asked."""
    codes = "".join(f"\\u{{{ord(character):x}}}" for character in cluster)
    source = f'#set document(title: "x")\n#text(font: "Sarabun", "{codes}")'
    try:
        _compiled({"main.typ": source.encode()}, date(2000, 1, 1))
    except typst.TypstError:
        return False
    return True


def _compiled(files: Mapping[str, bytes], created: date) -> bytes:
    # Typst takes a dict of files, which its type hints do not say yet.
    sources: Any = dict(files)
    moment = datetime.combine(created, time(), UTC)
    pdf: bytes = typst.compile(sources, font_paths=_fonts(), pdf_standards=["a-2a", "ua-1"], timestamp=moment)
    return pdf

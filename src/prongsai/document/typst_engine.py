"""The Typst engine: the fonts it sees, one call of it, and which characters it can show."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from functools import cache, lru_cache

import typst

from prongsai.document.fonts import font_folder

@cache
def _fonts() -> typst.Fonts:
    """Sarabun and the fonts inside Typst, searched once a process; the fonts of the machine stay out, so that every machine prints alike."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(font_folder())])

def compile_pdf(files: Mapping[str, bytes], created: date) -> bytes:
    """A tagged PDF/A-2a of `main.typ` among the files; raises typst.TypstError."""
    moment = datetime.combine(created, time(), UTC)
    return typst.compile(dict(files), font_paths=_fonts(), pdf_standards=["a-2a", "ua-1"], timestamp=moment)

@lru_cache(maxsize=4096)
def can_show(character: str) -> bool:
    """Whether a font has the character and the standard allows it: the engine itself is asked."""
    source = f'#set document(title: "x")\n#text(font: "Sarabun", "\\u{{{ord(character):x}}}")'
    try:
        compile_pdf({"main.typ": source.encode()}, date(2000, 1, 1))
    except typst.TypstError:
        return False
    return True

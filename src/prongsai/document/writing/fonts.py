"""Sarabun, the font of every document: its files, and about how wide its letters are."""

from functools import cache
from pathlib import Path
from typing import Literal

import fontpkg_sarabun

FAMILY = "Sarabun"
FALLBACK = "TH Sarabun New"
Weight = Literal["regular", "bold"]

_FILES: dict[Weight, str] = {"regular": "Sarabun-Regular.ttf", "bold": "Sarabun-Bold.ttf"}
# Advances of Sarabun in thousandths of the size.
_BASE, _DIGIT, _THAI_DIGIT, _NARROW, _LATIN, _CAPITAL = 555, 550, 675, 260, 480, 600
_NARROWS = set(" .,:;'|!()[]/il\u00a0")


def font_folder() -> Path:
    """The folder of the TrueType files, for a renderer that looks for fonts by itself."""
    return Path(fontpkg_sarabun.ROOT) / "files"


@cache
def font_data(weight: Weight) -> bytes:
    """The TrueType file of one weight."""
    return (font_folder() / _FILES[weight]).read_bytes()


def advance(text: str, size: float) -> float:
    """About how many points wide the text is in Sarabun of `size` points."""
    return sum(map(_advance, text)) * size / 1000


def _advance(sign: str) -> int:
    if sign in _NARROWS:
        return _NARROW
    if "\u0e00" <= sign <= "\u0e5b":
        if sign in "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a" or "\u0e47" <= sign <= "\u0e4e":
            return 0
        return _THAI_DIGIT if "\u0e50" <= sign <= "\u0e59" else _BASE
    return _DIGIT if sign.isdigit() else _CAPITAL if sign.isupper() else _LATIN

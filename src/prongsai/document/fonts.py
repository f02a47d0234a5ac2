"""Sarabun, the font of every document: its folder and its files."""

from functools import cache
from pathlib import Path
from typing import Literal

import fontpkg_sarabun

FAMILY = "Sarabun"
FALLBACK = "TH Sarabun New"
Weight = Literal["regular", "bold"]

_FILES: dict[Weight, str] = {"regular": "Sarabun-Regular.ttf", "bold": "Sarabun-Bold.ttf"}


def font_folder() -> Path:
    """The folder of the TrueType files, for a renderer that looks for fonts by itself."""
    return Path(fontpkg_sarabun.ROOT) / "files"


@cache
def font_data(weight: Weight) -> bytes:
    """The TrueType file of one weight."""
    return (font_folder() / _FILES[weight]).read_bytes()

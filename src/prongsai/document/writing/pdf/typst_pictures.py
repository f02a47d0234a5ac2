"""Pictures for Typst, and what makes their Thai texts right for the eye and for a machine.

Typst 0.15 draws the letter after a sara am over it, for it counts only the first part of a syllable in an SVG; in two parts, sara am
gets its room. It also gives only the first glyph of a syllable in an SVG its text, and then refuses the PDF because the other glyphs
have none (see typst_text_layer.py). The same texts are therefore set once before the first page begins, in a colour of their own, and
taken out of the finished pages again.
"""

import re
from collections.abc import Iterable
from html import unescape

from prongsai.document.model import Document, Figure
from prongsai.document.writing.pdf.typst_text import clean, literal
from prongsai.document.writing.svg_thai import drawn

_TEXT = re.compile(r">([^<>]*[\u0e00-\u0e7f][^<>]*)<")
_WEIGHT = re.compile(r"font-weight[\"\s:=']+(\w+)")
_WEIGHTS = {"normal": 400, "bold": 700} | {str(weight): weight for weight in range(100, 1000, 100)}


def picture(svg: str) -> str:
    """The picture as Typst is given it."""
    return drawn(clean(svg))


def pictures(document: Document) -> list[Figure]:
    """All figures of a document in order."""
    return [block for section in document.sections for block in section.blocks if isinstance(block, Figure)]


def seeds(figures: Iterable[Figure]) -> str:
    """The call of the template's `seeds` with every Thai text of the pictures in every weight that they use; empty without any."""
    texts: dict[str, None] = {}
    weights = {400}
    for figure in figures:
        texts |= dict.fromkeys(unescape(text).strip() for text in _TEXT.findall(picture(figure.svg)))
        weights |= {_WEIGHTS.get(name, 400) for name in _WEIGHT.findall(figure.svg)}
    arguments = "".join(f",{weight}" for weight in sorted(weights))
    return f"seeds({literal(' '.join(texts))}{arguments})" if texts else ""

"""Figures of a Word document: the SVG as a picture of about 200 dots an inch, with its text for who cannot see it."""

import io
from functools import cache

import vl_convert
from docx.oxml.ns import qn
from docx.parts.document import DocumentPart
from docx.shared import Twips
from lxml import etree

from prongsai.document.model import Figure, Orientation
from prongsai.document.safe import printable
from prongsai.document.writing.fonts import font_folder
from prongsai.document.writing.svg_size import svg_size
from prongsai.document.writing.svg_thai import drawn
from prongsai.document.writing.word.elements import paragraph_element, w
from prongsai.document.writing.word.pages import figure_size

_DOTS = 200
_TWIPS = 1440


class Figures:
    """Draws each distinct picture once and numbers the figures."""

    def __init__(self, part: DocumentPart) -> None:
        self._part = part
        self._drawn: dict[tuple[str, float], bytes] = {}
        self._count = 0

    def paragraph(self, figure: Figure, orientation: Orientation) -> etree._Element:
        """The picture in a line of its own, kept with its caption."""
        width, height = figure_size(figure.svg, figure.width, orientation)
        self._count += 1
        inline = self._part.new_pic_inline(io.BytesIO(self._png(figure.svg, width)), Twips(width), Twips(height))
        for properties in inline.iter(qn("wp:docPr"), qn("pic:cNvPr")):
            properties.set("id", str(self._count))
            properties.set("name", f"figure-{self._count}")
            properties.set("descr", printable(figure.alt))
        keep = (w("keepNext"),) if figure.caption else ()
        return paragraph_element("Figure", w("r", w("drawing", inline)), properties=keep)

    def _png(self, svg: str, width: int) -> bytes:
        scale = round(_DOTS * width / _TWIPS / svg_size(svg)[0], 3)
        key = (svg, scale)
        if key not in self._drawn:
            _register_font()
            self._drawn[key] = vl_convert.svg_to_png(drawn(svg), scale=scale)
        return self._drawn[key]


@cache
def _register_font() -> None:
    vl_convert.register_font_directory(str(font_folder()))

"""The letters of one PDF page with their places, each with the marks that stand above and below it."""

import ctypes
from dataclasses import dataclass, field
from math import hypot
from statistics import median
from typing import NamedTuple
from unicodedata import category

import pypdfium2.raw as pdfium

from prongsai.document.reading.pdf.page import PdfPage, applied
from prongsai.thai import repair

_SMALLEST_SIZE = 0.5
_MARK_SLACK = 0.08
_SPACE, _LESS, _NARROWEST, _WIDEST = 0.17, 0.9, 0.15, 0.5
# What the library puts where a hyphen ends a line.
_LINE_HYPHEN, _HYPHEN = 0x02, 0x2D
_MEANINGLESS = 0xFFFD
_NEAR = 5.0
_THAI, _SPACE_CODE = (0xE01, 0xE7F), 0x20
_PRIVATE = (0xE000, 0xF8FF)
_THAI_PRIVATE = (0xF700, 0xF71A)
# Letters of western Europe in a Thai document are Thai letters of an old font.
_WESTERN = frozenset(range(0xC0, 0x100)) - {0xD7, 0xF7}


class Glyph(NamedTuple):
    """A letter with its marks: from `left` to `right` on the baseline `y`, in points from the page's top left; `order` is the reader's number of it."""

    left: float
    right: float
    y: float
    size: float
    text: str
    order: int


@dataclass
class PageText:
    """What was read of one page: upright letters, turned ones by quarter turns clockwise (1..3), how many characters have no known meaning.

    `hidden` are those of the upright letters that are not drawn.
    """

    glyphs: list[Glyph] = field(default_factory=list)
    turned: dict[int, list[Glyph]] = field(default_factory=dict)
    characters: int = 0
    unmapped: int = 0
    hidden: list[Glyph] = field(default_factory=list)

    @property
    def is_hidden(self) -> bool:
        """Whether most of the text cannot be seen: a recogniser laid it under the picture of a scan."""
        return 2 * len(self.hidden) > len(self.glyphs)

    @property
    def space(self) -> float:
        """From what gap on, in sizes of the letters, two letters are two words: a little less than the spaces that the page has, if it has any."""
        widths = [(glyph.right - glyph.left) / glyph.size for glyph in self.glyphs if glyph.text == " "]
        usual = median(widths) if widths else 0.0
        return _LESS * usual if _NARROWEST < usual < _WIDEST else _SPACE


def page_text(page: PdfPage) -> PageText:
    """Every letter of the page in the order of the file; spaces that the file holds are letters, those that the library guesses are not."""
    return _Collector(page).collected()


class _Collector:
    """Walks the characters once; the library is asked for a character's style only where the line or the size changes."""

    def __init__(self, page: PdfPage) -> None:
        self._page = page
        self._text = page.text
        self._found = PageText()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._box = pdfium.FS_RECTF()
        self._matrix = pdfium.FS_MATRIX()
        self._edges = [ctypes.c_double() for _ in range(4)]
        self._style: tuple[float, float] = (0.0, -1.0)
        self._last = -1
        self._size, self._turn = 1.0, 0
        self._frame = page.frame(0)
        self._glyphs = self._found.glyphs
        self._mark: int | None = None
        self._spoken: dict[int, int] = {}

    def collected(self) -> PageText:
        page, take, replaced = self._text, self._take, self._page.replaced
        unicode_of, is_generated = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_IsGenerated
        for index in range(pdfium.FPDFText_CountChars(page)):
            code = unicode_of(page, index)
            if code < _SPACE_CODE:
                code = self._control(index, code)
            if code > _SPACE_CODE or (code == _SPACE_CODE and not is_generated(page, index)):
                self._found.characters += 1
                if not replaced or not self._is_repetition(index):
                    take(index, code)
        found = self._found
        drawn = {place for glyph in found.glyphs for place in _around(glyph)} if found.hidden else set()
        found.hidden = [glyph for glyph in found.hidden if _spot(glyph) not in drawn]
        found.glyphs += found.hidden
        return found

    def _control(self, index: int, code: int) -> int:
        """What a control character stands for: a hyphen at the end of a line, a letter without a meaning, or nothing (0)."""
        if pdfium.FPDFText_HasUnicodeMapError(self._text, index) == 1:
            return _MEANINGLESS
        return _HYPHEN if code == _LINE_HYPHEN else 0

    def _take(self, index: int, code: int) -> None:
        page, box = self._text, self._box
        pdfium.FPDFText_GetCharOrigin(page, index, self._x, self._y)
        x, y = self._x.value, self._y.value
        size = pdfium.FPDFText_GetFontSize(page, index)
        if index != self._last + 1 or (y, size) != self._style:
            self._restyle(index, y, size)
        self._last = index
        if not _THAI[0] <= code <= _THAI[1]:
            code = self._counted(index, code)
        pdfium.FPDFText_GetLooseCharBox(page, index, box)
        a, b, c, d, e, f = self._frame
        left, y = a * x + c * y + e, b * x + d * y + f
        right = max(left, a * box.left + c * box.bottom + e, a * box.right + c * box.top + e)
        text = repair(chr(code)) if _THAI_PRIVATE[0] <= code <= _THAI_PRIVATE[1] else chr(code)
        self._add(Glyph(left, self._reach(right) if self._mark else right, y, self._size, text, index))

    def _add(self, glyph: Glyph) -> None:
        """A new letter, or a mark or another letter of the last one."""
        last = self._glyphs[-1] if self._glyphs else None
        same = last is not None and last.left == glyph.left and last.y == glyph.y
        if not same and glyph.text > "\x7f" and category(glyph.text) == "Mn" and self._joined(glyph):
            return
        if last is not None and same and last.order == glyph.order - 1:
            self._glyphs[-1] = last._replace(text=last.text + glyph.text, right=max(glyph.right, last.right), order=glyph.order)
        else:
            self._glyphs.append(glyph)

    def _is_repetition(self, index: int) -> bool:
        """Whether the character belongs to a replacement text that another piece of the page has already given."""
        piece = ctypes.cast(pdfium.FPDFText_GetTextObject(self._text, index), ctypes.c_void_p).value or 0
        self._mark = self._page.replaced.get(piece)
        return self._mark is not None and self._spoken.setdefault(self._mark, piece) != piece

    def _reach(self, right: float) -> float:
        """How far the letter reaches that speaks for several pieces: as far as the last of them, where that is near."""
        reach = self._page.reach.get(self._mark or 0, 0.0)
        return reach if not self._turn and right < reach < right + 2 * self._size else right

    def _restyle(self, index: int, y: float, size: float) -> None:
        self._style = (y, size)
        pdfium.FPDFText_GetMatrix(self._text, index, self._matrix)
        matrix = self._matrix
        self._size = max(size * hypot(matrix.c, matrix.d), _SMALLEST_SIZE)
        turn = self._page.quarter_turn(matrix.a, matrix.b)
        if turn != self._turn:
            self._turn, self._frame = turn, self._page.frame(turn)
        piece = pdfium.FPDFText_GetTextObject(self._text, index)
        if turn:
            self._glyphs = self._found.turned.setdefault(turn, [])
        elif piece and pdfium.FPDFTextObj_GetTextRenderMode(piece) == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE:
            self._glyphs = self._found.hidden
        else:
            self._glyphs = self._found.glyphs

    def _counted(self, index: int, code: int) -> int:
        """The code of a character, which is counted if it is not known what it means: then it stands for nothing else either."""
        meaningless = code == _MEANINGLESS or pdfium.FPDFText_HasUnicodeMapError(self._text, index) == 1
        private = _PRIVATE[0] <= code <= _PRIVATE[1] and not _THAI_PRIVATE[0] <= code <= _THAI_PRIVATE[1]
        self._found.unmapped += meaningless or private or code in _WESTERN
        return _MEANINGLESS if meaningless else code

    def _joined(self, mark: Glyph) -> bool:
        """Puts a mark to the letter that it stands over, which need not be the last one before it."""
        glyphs = self._glyphs
        if not glyphs or abs(glyphs[-1].y - mark.y) > self._size:
            return False
        at = self._base(mark.order)
        left, right, y, size, text, index = glyphs[at]
        glyphs[at] = Glyph(left, right, y, size, text + mark.text, max(mark.order, index))
        return True

    def _base(self, index: int) -> int:
        glyphs = self._glyphs
        left, right, bottom, top = self._edges
        if not pdfium.FPDFText_GetCharBox(self._text, index, left, right, bottom, top):
            return -1
        middle = applied(self._frame, (left.value + right.value) / 2, (bottom.value + top.value) / 2)[0]
        slack = _MARK_SLACK * self._size
        return next((at for at in (-1, -2, -3) if len(glyphs) >= -at and glyphs[at].left - slack <= middle <= glyphs[at].right + slack), -1)


def _spot(glyph: Glyph) -> tuple[int, int]:
    return int(glyph.left // _NEAR), int(glyph.y // _NEAR)


def _around(glyph: Glyph) -> list[tuple[int, int]]:
    x, y = _spot(glyph)
    return [(x + right, y + down) for right in (-1, 0, 1) for down in (-1, 0, 1)]

"""One page of an open PDF: its size, its turn, its text and the pieces it is drawn of."""

import ctypes
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from math import atan2, pi
from typing import Any

import pypdfium2.raw as pdfium

_DEEPEST_FORM = 6
_MOST_PIECES = 200_000
_TEXT_LENGTH = 64

Affine = tuple[float, float, float, float, float, float]
IDENTITY: Affine = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class PdfPage:
    """A page whose points are counted from its top left as it is shown, to the right and down.

    `replaced` tells for a piece of text (by address) the replacement text (by address) that stands for it and others, where the page has such, and `reach` how
    far to the right the pieces of that text reach.
    """

    def __init__(self, raw: Any, text: Any) -> None:
        self.raw = raw
        self.text = text
        self._rotation = int(pdfium.FPDFPage_GetRotation(raw)) % 4
        self.width, self.height = float(pdfium.FPDF_GetPageWidthF(raw)), float(pdfium.FPDF_GetPageHeightF(raw))
        self._shown = self._from_file()
        self.pieces = list(_pieces(raw))
        self.replaced: dict[int, int] = {}
        self.reach: dict[int, float] = {}
        self._take_replacements()

    def turn_back(self, quarters: int) -> None:
        """Shows the page turned back by so many quarter turns, as who lays a sheet right that came in sideways, and reads its text anew."""
        pdfium.FPDFPage_SetRotation(self.raw, (self._rotation - quarters) % 4)
        text = pdfium.FPDFText_LoadPage(self.raw)
        if text:
            pdfium.FPDFText_ClosePage(self.text)
            self.text = text
        self._rotation = int(pdfium.FPDFPage_GetRotation(self.raw)) % 4
        self.width, self.height = float(pdfium.FPDF_GetPageWidthF(self.raw)), float(pdfium.FPDF_GetPageHeightF(self.raw))
        self._shown = self._from_file()
        self._take_replacements()

    def shown(self, x: float, y: float) -> tuple[float, float]:
        """A point of the file as it is shown."""
        return applied(self._shown, x, y)

    def frame(self, quarters: int) -> Affine:
        """The matrix from the file to the page as shown, turned back by so many quarters: there a line so much turned stands upright."""
        return product(self._shown, self._turns[quarters])

    def turned_back(self, x: float, y: float, quarters: int) -> tuple[float, float]:
        """A point of that frame on the page as shown."""
        a, b, c, d, e, f = self._turns[quarters]
        return applied((a, c, b, d, -(a * e + b * f), -(c * e + d * f)), x, y)

    @property
    def _turns(self) -> tuple[Affine, ...]:
        width, height = self.width, self.height
        return IDENTITY, (0.0, -1.0, 1.0, 0.0, 0.0, width), (-1.0, 0.0, 0.0, -1.0, width, height), (0.0, 1.0, -1.0, 0.0, height, 0.0)

    def _from_file(self) -> Affine:
        """The matrix from the file to the page as shown."""
        box = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(self.raw, box)
        return (
            (1.0, 0.0, 0.0, -1.0, -box.left, box.top),
            (0.0, 1.0, 1.0, 0.0, -box.bottom, -box.left),
            (-1.0, 0.0, 0.0, 1.0, box.right, -box.bottom),
            (0.0, -1.0, -1.0, 0.0, box.top, box.right),
        )[self._rotation]

    def _take_replacements(self) -> None:
        spoken = list(_replacements(self.pieces))
        pieces = Counter(mark for _, _, mark in spoken)
        self.reach.clear()
        for piece, address, mark in spoken:
            if pieces[mark] > 1:
                self.replaced[address] = mark
                self.reach[mark] = max(self.reach.get(mark, 0.0), self._right_edge(piece))

    def _right_edge(self, piece: Any) -> float:
        edges = [ctypes.c_float() for _ in range(4)]
        pdfium.FPDFPageObj_GetBounds(piece, *edges)
        left, bottom, right, top = (edge.value for edge in edges)
        return max(self.shown(left, bottom)[0], self.shown(right, top)[0])

    def quarter_turn(self, a: float, b: float) -> int:
        """How far a line of text that runs along (a, b) in the file is turned on the page as shown: quarter turns clockwise, 0..3."""
        return (round(-atan2(b, a) / (pi / 2)) + self._rotation) % 4


@contextmanager
def opened_page(document: Any, index: int, form: Any = None) -> Iterator[PdfPage | None]:
    """The page of that index (from 0) while it is needed, known to the form environment if there is one; None where it cannot be loaded."""
    raw = pdfium.FPDF_LoadPage(document, index)
    if raw and form:
        pdfium.FORM_OnAfterLoadPage(raw, form)
    text = pdfium.FPDFText_LoadPage(raw) if raw else None
    page = PdfPage(raw, text) if raw and text else None
    try:
        yield page
    finally:
        if page is not None:
            pdfium.FPDFText_ClosePage(page.text)
        if raw and form:
            pdfium.FORM_OnBeforeClosePage(raw, form)
        if raw:
            pdfium.FPDF_ClosePage(raw)


def _pieces(page: Any) -> Iterator[tuple[Any, int, Affine]]:
    """What the page is drawn of, with kind and the matrix of the form it stands in; forms are entered."""
    found = 0
    levels = [_children(page, IDENTITY, inside=False)]
    while levels:
        piece, matrix = next(levels[-1], (None, IDENTITY))
        if piece is None:
            levels.pop()
            continue
        found += 1
        if found > _MOST_PIECES:
            return
        kind = int(pdfium.FPDFPageObj_GetType(piece))
        yield piece, kind, matrix
        if kind == pdfium.FPDF_PAGEOBJ_FORM and len(levels) < _DEEPEST_FORM:
            levels.append(_children(piece, product(matrix_of(piece), matrix), inside=True))


def _children(parent: Any, matrix: Affine, *, inside: bool) -> Iterator[tuple[Any, Affine]]:
    count, get = (pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject) if inside else (pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject)
    for index in range(count(parent)):
        piece = get(parent, index)
        if piece:
            yield piece, matrix


def matrix_of(piece: Any) -> Affine:
    """The matrix of a piece, from its own space to the one that it stands in."""
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(piece, matrix):
        return IDENTITY
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def applied(matrix: Affine, x: float, y: float) -> tuple[float, float]:
    """A point moved by a matrix."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def product(first: Affine, then: Affine) -> Affine:
    """The matrix that does `first` and `then` what follows."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _replacements(pieces: list[tuple[Any, int, Affine]]) -> Iterator[tuple[Any, int, int]]:
    length = ctypes.c_ulong()
    for piece, kind, _ in pieces:
        if kind != pdfium.FPDF_PAGEOBJ_TEXT:
            continue
        for number in range(pdfium.FPDFPageObj_CountMarks(piece)):
            mark = pdfium.FPDFPageObj_GetMark(piece, number)
            if pdfium.FPDFPageObjMark_GetParamStringValue(mark, b"ActualText", None, 0, length) and length.value:
                yield piece, ctypes.cast(piece, ctypes.c_void_p).value or 0, ctypes.cast(mark, ctypes.c_void_p).value or 0

"""The straight lines that a PDF page draws: rules of tables, and where it draws something that is no rule."""

import ctypes
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from prongsai.document.reading.pdf.page import Affine, PdfPage, applied, matrix_of, product

_THIN = 3.0
_SLANT = 0.7
_SAME = 2.6
_DASH_GAP = 4.5
_SHORTEST = 2.0
_DOT, _SMALLEST_DOT = 8.0, 1.4
_MOST_SEGMENTS, _MOST_SHAPES, _MOST_DOTS = 4000, 3000, 500


class Rule(NamedTuple):
    """A line at `at` (x of a standing one, y of a lying one) from `start` to `end`."""

    at: float
    start: float
    end: float


class Box(NamedTuple):
    """A rectangle of the page, from its top left."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass
class Drawing:
    """The lying and standing rules of a page, the shapes that are neither, dots (of lists and charts) and the pictures."""

    lying: list[Rule] = field(default_factory=list)
    standing: list[Rule] = field(default_factory=list)
    shapes: list[Box] = field(default_factory=list)
    dots: list[Box] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)


def drawing(page: PdfPage) -> Drawing:
    """What the page draws beside text; pieces of one line are joined, a double line is one. Of very many shapes the first ones do."""
    found = Drawing()
    for piece, kind, form in page.pieces:
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            _take_path(found, page, piece, form)
        elif kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING):
            found.pictures += _bounds(page, piece, form)
    found.shapes, found.dots = found.shapes[:_MOST_SHAPES], found.dots[:_MOST_DOTS]
    found.lying, found.standing = joined(found.lying), joined(found.standing)
    return found


def joined(rules: Iterable[Rule]) -> list[Rule]:
    """Rules on one line that touch, nearly, become one."""
    merged: list[Rule] = []
    for level in _levels(sorted(rules)):
        at = sum(rule.at for rule in level) / len(level)
        level.sort(key=lambda rule: rule.start)
        start, end = level[0].start, level[0].end
        for rule in level[1:]:
            if rule.start > end + _DASH_GAP:
                merged.append(Rule(at, start, end))
                start, end = rule.start, rule.end
            end = max(end, rule.end)
        merged.append(Rule(at, start, end))
    return [rule for rule in merged if rule.end - rule.start >= _SHORTEST]


def _levels(rules: list[Rule]) -> Iterator[list[Rule]]:
    """Rules that lie at nearly the same place, together."""
    level: list[Rule] = []
    for rule in rules:
        if level and rule.at - level[0].at > _SAME:
            yield level
            level = []
        level.append(rule)
    if level:
        yield level


def _take_path(found: Drawing, page: PdfPage, piece: Any, form: Affine) -> None:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(piece, fill, stroke)
    if not (fill.value or stroke.value):
        return
    boxes = _bounds(page, piece, form)
    if not boxes:
        return
    box = boxes[0]
    width, height = box.right - box.left, box.bottom - box.top
    if max(width, height) <= _DOT and 0.6 * width <= height <= 1.6 * width:
        _take_dot(found, box)
    elif height <= _THIN or width <= _THIN:
        _take_thin(found, box)
    elif stroke.value or pdfium.FPDFPath_CountSegments(piece) > 6:
        _take_segments(found, page, piece, form)
    else:
        found.shapes.append(box)


def _take_dot(found: Drawing, box: Box) -> None:
    """A small square or round shape; the smallest make up dotted lines."""
    if box.right - box.left > _SMALLEST_DOT:
        found.dots.append(box)
    else:
        found.lying.append(Rule((box.top + box.bottom) / 2, box.left, box.right))
        found.standing.append(Rule((box.left + box.right) / 2, box.top, box.bottom))


def _take_thin(found: Drawing, box: Box) -> None:
    """A filled or drawn line."""
    if box.bottom - box.top <= box.right - box.left:
        found.lying.append(Rule((box.top + box.bottom) / 2, box.left, box.right))
    else:
        found.standing.append(Rule((box.left + box.right) / 2, box.top, box.bottom))


def _take_segments(found: Drawing, page: PdfPage, piece: Any, form: Affine) -> None:
    lying: list[Rule] = []
    standing: list[Rule] = []
    for (x0, y0), (x1, y1) in _segments(page, piece, form):
        if abs(y0 - y1) <= _SLANT:
            lying.append(Rule((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
        elif abs(x0 - x1) <= _SLANT:
            standing.append(Rule((x0 + x1) / 2, min(y0, y1), max(y0, y1)))
        else:
            found.shapes += _bounds(page, piece, form)
            return
    found.lying += lying
    found.standing += standing


Point = tuple[float, float]
_CURVED = ((0.0, 0.0), (1.0, 1.0))


def _segments(page: PdfPage, piece: Any, form: Affine) -> Iterator[tuple[Point, Point]]:
    """The straight segments of a path as shown; a slanting one stands for a curve."""
    matrix = product(matrix_of(piece), form)
    x, y = ctypes.c_float(), ctypes.c_float()
    first = last = (0.0, 0.0)
    for number in range(min(pdfium.FPDFPath_CountSegments(piece), _MOST_SEGMENTS)):
        segment = pdfium.FPDFPath_GetPathSegment(piece, number)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = page.shown(*applied(matrix, x.value, y.value))
        if kind == pdfium.FPDF_SEGMENT_BEZIERTO:
            yield _CURVED
            return
        if kind == pdfium.FPDF_SEGMENT_LINETO:
            yield last, point
        else:
            first = point
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield point, first
        last = point


def _bounds(page: PdfPage, piece: Any, form: Affine) -> list[Box]:
    """The box of a piece as shown, within the page; none where it lies outside."""
    edges = [ctypes.c_float() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetBounds(piece, *edges):
        return []
    left, bottom, right, top = (edge.value for edge in edges)
    corners = [page.shown(*applied(form, x, y)) for x in (left, right) for y in (bottom, top)]
    xs, ys = [corner[0] for corner in corners], [corner[1] for corner in corners]
    box = Box(max(min(xs), 0.0), max(min(ys), 0.0), min(max(xs), page.width), min(max(ys), page.height))
    return [box] if box.left <= box.right and box.top <= box.bottom else []

"""What people filled into a PDF: values of form fields, ticked boxes, and text typed onto the page."""

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

from prongsai.document.reading.pdf.glyphs import Glyph
from prongsai.document.reading.pdf.page import PdfPage

_MOST_ANNOTATIONS = 5_000
_LONGEST = 20_000
_LEADING = 1.3
_LETTER = 0.7
_LARGEST, _SMALLEST = 14.0, 5.0
_CHECKED, _UNCHECKED = "☑", "☐"


def filled_in(page: PdfPage, form: Any) -> Iterator[Glyph]:
    """The texts as if they were letters that stand in their fields, a letter a line; `form` is the form environment, None where the file has no form."""
    for number in range(min(pdfium.FPDFPage_GetAnnotCount(page.raw), _MOST_ANNOTATIONS)):
        annotation = pdfium.FPDFPage_GetAnnot(page.raw, number)
        if annotation:
            yield from _lines(page, annotation, _text(annotation, form))
            pdfium.FPDFPage_CloseAnnot(annotation)


def _text(annotation: Any, form: Any) -> str:
    kind = pdfium.FPDFAnnot_GetSubtype(annotation)
    if kind == pdfium.FPDF_ANNOT_FREETEXT:
        return _string(lambda buffer, length: pdfium.FPDFAnnot_GetStringValue(annotation, b"Contents", buffer, length))
    if kind != pdfium.FPDF_ANNOT_WIDGET or form is None:
        return ""
    field = pdfium.FPDFAnnot_GetFormFieldType(form, annotation)
    if field in (pdfium.FPDF_FORMFIELD_CHECKBOX, pdfium.FPDF_FORMFIELD_RADIOBUTTON):
        return _CHECKED if pdfium.FPDFAnnot_IsChecked(form, annotation) else _UNCHECKED
    if field in (pdfium.FPDF_FORMFIELD_TEXTFIELD, pdfium.FPDF_FORMFIELD_COMBOBOX, pdfium.FPDF_FORMFIELD_LISTBOX):
        return _string(lambda buffer, length: pdfium.FPDFAnnot_GetFormFieldValue(form, annotation, buffer, length))
    return ""


def _string(get: Any) -> str:
    """A text of the library, which is asked for its length in bytes first."""
    length = min(get(None, 0), 2 * _LONGEST)
    buffer = (ctypes.c_ushort * (length // 2 + 1))()
    get(buffer, length)
    return bytes(buffer)[:length].decode("utf-16-le", errors="ignore").rstrip("\0")


def _lines(page: PdfPage, annotation: Any, text: str) -> Iterator[Glyph]:
    box = pdfium.FS_RECTF()
    if not text.strip() or not pdfium.FPDFAnnot_GetRect(annotation, box):
        return
    corners = page.shown(box.left, box.top), page.shown(box.right, box.bottom)
    (left, right), (top, bottom) = (sorted(corner[axis] for corner in corners) for axis in (0, 1))
    lines = [line for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n") if line.strip()]
    size = min(max((bottom - top) / len(lines) / _LEADING, _SMALLEST), _LARGEST)
    middle = (top + bottom) / 2 + 0.35 * size
    for number, line in enumerate(lines):
        y = middle + (number - (len(lines) - 1) / 2) * size * _LEADING
        yield Glyph(left, min(right, left + _LETTER * size * len(line)), y, size, line.strip(), -1 - number)

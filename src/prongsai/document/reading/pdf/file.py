"""PDF files opened with care: what cannot be read is said before anything is read."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from prongsai.errors import Problem, UnreadableFile
from prongsai.words import Words

MOST_PAGES = 1000
_POINTS_PER_INCH = 72
_MOST_PIXELS = 40_000_000


@contextmanager
def opened_pdf(path: Path, *, most_pages: int = MOST_PAGES) -> Iterator[pypdfium2.PdfDocument]:
    """The PDF while it is needed; one that is only protected from changes opens as any other.

    Raises UnreadableFile: missing, encrypted with a password, broken, not a PDF, without pages, with more than `most_pages`, or a form that only Adobe's
    programs fill in (XFA).
    """
    try:
        document = pypdfium2.PdfDocument(path)
    except FileNotFoundError as error:
        raise UnreadableFile(Problem("missing-file", _MISSING[0], path.name, mend=_MISSING[1])) from error
    except pypdfium2.PdfiumError as error:
        code, (what, mend) = ("encrypted-file", _LOCKED) if error.err_code in _PASSWORD else ("broken-file", _BROKEN)
        raise UnreadableFile(Problem(code, what, path.name, mend=mend)) from error
    try:
        _check(document, path, most_pages)
        yield document
    finally:
        document.close()


def render(path: Path, page: int, dpi: int) -> tuple[int, int, bytes]:
    """A page (counted from 1) as (width, height, one byte of grey a pixel, row by row); a page of absurd size in fewer dots an inch.

    Raises UnreadableFile where the file or the page cannot be opened.
    """
    with opened_pdf(path) as document:
        try:
            sheet = document[page - 1]
            scale = dpi / _POINTS_PER_INCH
            pixels = sheet.get_width() * sheet.get_height() * scale * scale
            bitmap = sheet.render(scale=scale * min(1.0, (_MOST_PIXELS / max(pixels, 1.0)) ** 0.5), grayscale=True)
        except (pypdfium2.PdfiumError, IndexError) as error:
            raise UnreadableFile(Problem("broken-page", _PAGE[0], f"{path.name} › {page}", mend=_PAGE[1])) from error
        rows, width = bytes(bitmap.buffer), int(bitmap.width)
        return width, int(bitmap.height), b"".join(rows[at : at + width] for at in range(0, len(rows), bitmap.stride))


def _check(document: pypdfium2.PdfDocument, path: Path, most_pages: int) -> None:
    pages = len(document)
    if not pages:
        raise UnreadableFile(Problem("broken-file", _NO_PAGES, path.name, mend=_BROKEN[1]))
    if pages > most_pages:
        what = Words(f"ไฟล์มี {pages:,} หน้า เกินที่อ่านได้ ({most_pages:,} หน้า)", f"the file has {pages:,} pages, more than can be read ({most_pages:,})")
        raise UnreadableFile(Problem("too-many-pages", what, path.name, mend=Words("แบ่งเป็นหลายไฟล์ แล้วอ่านทีละไฟล์", "split it and read the parts one by one")))
    if document.get_formtype() == pdfium.FORMTYPE_XFA_FULL:
        raise UnreadableFile(Problem("form-only", _FORM[0], path.name, mend=_FORM[1]))


_PASSWORD = (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
_MISSING = (Words("ไม่พบไฟล์", "the file is missing"), Words("ตรวจชื่อไฟล์และตำแหน่งที่เก็บ", "check its name and place"))
_LOCKED = (
    Words("ไฟล์ PDF มีรหัสผ่าน", "the PDF is protected by a password"),
    Words("เปิดไฟล์ด้วยรหัสผ่าน บันทึกหรือพิมพ์เป็น PDF ใหม่โดยไม่ใส่รหัสผ่าน แล้วลองอีกครั้ง", "open it with the password, save or print it as a PDF without one and retry"),
)
_BROKEN = (
    Words("ไฟล์ PDF เสียหายหรือไม่ครบ", "the PDF is broken or incomplete"),
    Words("ดาวน์โหลดหรือคัดลอกไฟล์ใหม่ หรือเปิดแล้วพิมพ์เป็น PDF อีกครั้ง", "download or copy it again, or open it and print it to PDF again"),
)
_NO_PAGES = Words("ไฟล์ PDF ไม่มีหน้า", "the PDF has no pages")
_PAGE = (Words("เปิดหน้านี้ของไฟล์ PDF ไม่ได้", "this page of the PDF cannot be opened"), _BROKEN[1])
_FORM = (
    Words("ไฟล์เป็นแบบฟอร์มที่กรอกได้เฉพาะในโปรแกรมของ Adobe (XFA)", "the file is a form that only Adobe's programs can show (XFA)"),
    Words("เปิดด้วย Adobe Acrobat แล้วพิมพ์เป็น PDF ธรรมดา", "open it in Adobe Acrobat and print it to a plain PDF"),
)

"""The pages of a PDF or of a picture file, one by one as pictures in grey."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from prongsai.document.model import Document, Reading
from prongsai.document.reading.ocr.picture import Picture
from prongsai.document.reading.wire import Answer
from prongsai.errors import Problem, UnreadableFile
from prongsai.words import Words

if TYPE_CHECKING:
    from PIL.Image import Image

_DPI = 300
_LEAST_DPI, _MOST_DPI = 240, 420
_A4_INCHES = 11.69
_MOST_PIXELS = 100_000_000
_PAPER = 255
_FORMATS = ("PNG", "JPEG", "TIFF")


def read_picture(path: Path) -> Answer:
    """A picture file as a reading without text, each of whose pages waits to be recognised; raises UnreadableFile."""
    with _opened(path) as image:
        pages = int(getattr(image, "n_frames", 1))
    return Answer(Reading(Document(path.stem, ()), "image", pages, scanned=True), tuple(range(1, pages + 1)))


def pdf_page(path: Path, number: int) -> Picture:
    """A page of a PDF, counted from 1."""
    from prongsai.document.reading.pdf.file import render

    width, height, grey = render(path, number, _DPI)
    return Picture(width, height, grey, _DPI)


def picture_page(path: Path, number: int) -> Picture:
    """A page of a picture file, counted from 1, upright as the camera says, at a resolution that suits recognising."""
    with _opened(path) as image:
        image.seek(number - 1)
        return _upright(image)


def _upright(image: "Image") -> Picture:
    from PIL import ImageOps

    dpi = _dpi(image)
    turned = ImageOps.exif_transpose(image)
    grey = _on_paper(turned).convert("L")
    if not _LEAST_DPI <= dpi <= _MOST_DPI:
        share = _DPI / dpi
        grey = grey.resize((max(1, round(grey.width * share)), max(1, round(grey.height * share))))
        dpi = _DPI
    return Picture(grey.width, grey.height, grey.tobytes(), round(dpi))


def _dpi(image: "Image") -> float:
    """The longer side is that of A4 unless the file says what makes sense for a page."""
    longest = max(image.size)
    said = float(max(image.info.get("dpi", (0, 0))))
    return said if said and 7 <= longest / said <= 24 else max(longest / _A4_INCHES, 40)


def _on_paper(image: "Image") -> "Image":
    """What is transparent shows white paper."""
    if image.mode not in ("RGBA", "LA", "PA") and "transparency" not in image.info:
        return image
    from PIL import Image as Images

    solid = image.convert("RGBA")
    paper = Images.new("RGBA", solid.size, (_PAPER, _PAPER, _PAPER, _PAPER))
    paper.alpha_composite(solid)
    return paper.convert("RGB")


@contextmanager
def _opened(path: Path) -> Iterator[Any]:
    """The picture while it is needed; raises UnreadableFile: broken, of absurd size, or without the library that opens pictures."""
    try:
        from PIL import Image as Images
    except ImportError as error:
        raise UnreadableFile(Problem("needs-ocr", _NO_LIBRARY[0], path.name, mend=_NO_LIBRARY[1])) from error
    Images.MAX_IMAGE_PIXELS = _MOST_PIXELS
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Images.DecompressionBombWarning)
            with Images.open(path, formats=_FORMATS) as image:
                yield image
    except (Images.DecompressionBombWarning, Images.DecompressionBombError) as error:
        raise UnreadableFile(Problem("file-too-large", _HUGE[0], path.name, mend=_HUGE[1])) from error
    except (OSError, SyntaxError, ValueError, EOFError, TypeError, IndexError) as error:
        raise UnreadableFile(Problem("broken-file", _BROKEN[0], path.name, mend=_BROKEN[1])) from error


_NO_LIBRARY = (
    Words("ไฟล์เป็นรูปภาพ แต่เครื่องนี้ยังไม่มีส่วนเสริมสำหรับอ่านรูปภาพ", "the file is a picture, and the part that reads pictures is not installed"),
    Words("pip install 'prongsai[ocr]' หรือส่งไฟล์ Word หรือ PDF ที่มีข้อความ", "pip install 'prongsai[ocr]', or hand in the Word file or a PDF with text"),
)
_HUGE = (
    Words("รูปภาพใหญ่เกินไป (เกิน 100 ล้านจุดภาพ)", "the picture is too large (over 100 million pixels)"),
    Words("สแกนใหม่ที่ 300 จุดต่อนิ้ว", "scan it again at 300 dots an inch"),
)
_BROKEN = (
    Words("ไฟล์รูปภาพเสียหายหรือมาไม่ครบ", "the picture is broken or not whole"),
    Words("สแกนหรือดาวน์โหลดไฟล์ใหม่", "scan or download it again"),
)

"""Scans made for tests: a page of an agency that does not exist, drawn in a true font, with a ruled table in black."""

from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from prongsai.document.writing.fonts import font_folder

DPI = 200
PROSE = (
    "รายงานผลการประเมินคุณธรรมและความโปร่งใส",
    "เทศบาลตำบลตัวอย่าง ประจำปีงบประมาณ พ.ศ. 2568",
    "หน่วยงานได้คะแนนรวม 87.15 คะแนน อยู่ในระดับผ่าน",
)
ROWS = (
    ("ลำดับ", "รายการ", "คะแนน"),
    ("1", "การปฏิบัติงาน", "95.24"),
    ("2", "การใช้งบประมาณ", "95.83"),
    ("3", "การใช้อำนาจ", "99.31"),
)
_SIZE = (1654, 2339)
_LEFT, _TOP, _ROW = 200, 620, 90
_EDGES = (200, 420, 1050, 1400)


def scanned_page(slant: float = 0.0) -> Image.Image:
    """An A4 page in grey at 200 dots an inch with PROSE above a table of ROWS, turned by so many degrees."""
    page = Image.new("L", _SIZE, 250)
    draw = ImageDraw.Draw(page)
    font = ImageFont.truetype(str(font_folder() / "Sarabun-Regular.ttf"), 44)
    for line, text in enumerate(PROSE):
        draw.text((_LEFT, 250 + 100 * line), text, fill=20, font=font)
    bottom = _TOP + _ROW * len(ROWS)
    for edge in _EDGES:
        draw.line((edge, _TOP, edge, bottom), fill=30, width=4)
    for line in range(len(ROWS) + 1):
        draw.line((_EDGES[0], _TOP + _ROW * line, _EDGES[-1], _TOP + _ROW * line), fill=30, width=4)
    for line, row in enumerate(ROWS):
        for left, text in zip(_EDGES, row, strict=False):
            draw.text((left + 25, _TOP + _ROW * line + 15), text, fill=20, font=font)
    return page.rotate(slant, fillcolor=250, resample=Image.Resampling.BICUBIC) if slant else page


def scanned_pdf(path: Path, pages: list[Image.Image]) -> Path:
    """A PDF that holds nothing but pictures."""
    pages[0].save(path, save_all=True, append_images=pages[1:], resolution=DPI)
    return path

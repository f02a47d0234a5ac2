"""How cleanly a text could be read, told from the text alone."""

import re
from collections.abc import Iterator

from prongsai.document.model import Block, Cell, Heading, Paragraph, Reading, Table
from prongsai.thai import repair

_WEIGHT = 4.0
_STRAY_ALLOWED = 0.08
_ENOUGH_LETTERS = 200
_ENOUGH_WORDS = 40
_THAI_COVERAGE, _ENGLISH_COVERAGE = 0.22, 0.06

_MARKS = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
_CONSONANTS = "\u0e01-\u0e2e"
_VISIBLE = re.compile(r"\S")
# Letters of other scripts (ª, º, µ and Latin-1 letters are what a wrongly decoded Thai text is made of), private use, replacement and control characters.
_FOREIGN = re.compile(
    "[\u00a1-\u00a6\u00a8-\u00aa\u00ac\u00ae\u00af\u00b4-\u00b6\u00b8-\u00ba\u00bf-\u00d6\u00d8-\u00f6\u00f8-\u0e00\u0e5c-\u1fff\u2c00-\ufeff\U00010000-\U0010ffff]"
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufff0-\uffff]")
_BROKEN = re.compile(
    f"(?<![{_CONSONANTS}{_MARKS}])[{_MARKS}]"  # a mark on nothing
    f"|(?<![{_CONSONANTS}{_MARKS}])[\u0e32\u0e33]|(?<![{_CONSONANTS}{_MARKS}\u0e32])\u0e30"  # a vowel behind nothing
    f"|[\u0e40-\u0e44](?![{_CONSONANTS}])"  # a vowel before nothing
    "|(?<=[\u0e31\u0e34-\u0e39])[\u0e31\u0e34-\u0e39]|(?<=[\u0e48-\u0e4c])[\u0e48-\u0e4c]"  # two of a kind on one letter
)
_THAI = re.compile("[\u0e01-\u0e4e]")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|[A-Za-z0-9._%+-]{1,64}@\S+|(?<![A-Za-z0-9.-])[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,5}\.(?:th|com|org)\b\S*"
)
_LATIN_WORD = re.compile("[A-Z]?[a-z]+")
_STRAY = re.compile(r"(?<!\S)[\u0e01-\u0e2e\u0e30-\u0e45A-Za-z](?!\S)")
_WORD = re.compile(r"\S+")
_THAI_PIECES = (
    "การ ความ ที่ และ ของ ใน ให้ เป็น มี ได้ จาก ตาม โดย หรือ ไม่ กับ นี้ ถึง ผู้ คน งาน ปี ประ ระดับ หน่วย ข้อมูล บริ โครง คะแนน ดำเนิน ตัวชี้วัด ละ ซึ่ง อยู่ ต้อง จะ ทำ รับ ว่า แล้ว "
    "เพื่อ แผน ผล เงิน เขต ส่วน ราช เทศ บาล ตำบล อำเภอ จังหวัด ทุจริต จัด ใช้ สาร เจ้าหน้าที่ ปฏิบัติ พัฒนา ปรับปรุง ระยะ เวลา วัน เดือน มาตร ด้าน แต่ อย่าง กลุ่ม แห่ง เรื่อง ขอ ตอบ นำ "
    "ก่อน ทุก หัว ข้อ นาย นาง สำนัก กอง คลัง สาว บ้าน เมือง หนอง โรงเรียน ชื่อ รายการ จำนวน บาท ร้อย"
)
_ENGLISH_WORDS = (
    "the of and to in a is that for it as was with be by on not he his but at are this have from or had an they which one were all their there been has more "
    "when who will no if out so each what score report year assessment public government agency total"
)
_FREQUENT = frozenset(_ENGLISH_WORDS.split())
_THAI_PIECE = re.compile("|".join(sorted(_THAI_PIECES.split(), key=len, reverse=True)))

_LONGEST_PIECE, _MOST = 20_000, 600_000


def text_quality(reading: Reading) -> float:
    """How cleanly the text was read, 0..1, to two decimals; 1 where there is no text to judge. What the recogniser of a scan trusts bounds it.

    quality = sound x readable, where

    - sound = 1 - 4 x wrong / visible - stray: `wrong` counts letters of scripts that are neither Thai nor plain Latin, private, replacement and control
      characters, and Thai marks and vowels that stand on nothing or twice on one letter; `visible` counts all characters but spaces; `stray` is the share of
      words that are one letter, above 8 % (lists and initials have some).
    - readable = the share of letters that belong to very frequent pieces of words, of the share that they take at least of ordinary Thai (22 %), or, where
      Latin outweighs Thai, to very frequent words, of that of ordinary English (6 %); 1 at most, and 1 for fewer than 200 letters. Addresses do not count.
    """
    text = repair("\n".join(_pieces(reading)))
    quality = _sound(text) * _readable(text)
    return round(min(quality, reading.quality), 2) if reading.scanned else round(quality, 2)


def _sound(text: str) -> float:
    visible = len(_VISIBLE.findall(text))
    if not visible:
        return 1.0
    wrong = sum(len(pattern.findall(text)) for pattern in (_FOREIGN, _CONTROL, _BROKEN))
    words = len(_WORD.findall(text))
    stray = max(0.0, len(_STRAY.findall(text)) / words - _STRAY_ALLOWED) if words >= _ENOUGH_WORDS else 0.0
    return max(0.0, 1.0 - _WEIGHT * wrong / visible - stray)


def _readable(text: str) -> float:
    thai = "".join(_THAI.findall(text))
    latin = _LATIN_WORD.findall(_ADDRESS.sub(" ", text))
    letters = sum(map(len, latin))
    if letters > len(thai):
        covered, expected = sum(len(word) for word in latin if word.lower() in _FREQUENT), _ENGLISH_COVERAGE
    else:
        letters, covered, expected = len(thai), sum(map(len, _THAI_PIECE.findall(thai))), _THAI_COVERAGE
    return min(1.0, covered / letters / expected) if letters >= _ENOUGH_LETTERS else 1.0


def _pieces(reading: Reading) -> Iterator[str]:
    """The text, of one that nobody would write the beginning of each passage and of the whole."""
    left = _MOST
    for text in _texts(reading):
        piece = text[: min(_LONGEST_PIECE, left)]
        yield piece
        left -= len(piece)
        if left <= 0:
            return


def _texts(reading: Reading) -> Iterator[str]:
    for section in reading.document.sections:
        for block in section.blocks:
            yield from _block_texts(block)
    yield from (paragraph.text for paragraph in reading.margins)


def _block_texts(block: Block) -> Iterator[str]:
    if isinstance(block, Heading | Paragraph):
        yield block.text
    elif isinstance(block, Table):
        cells: Iterator[Cell] = (cell for row in (*block.head, *block.rows) for cell in row)
        yield from (cell.text for cell in cells)

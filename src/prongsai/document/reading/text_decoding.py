"""The letters of a text file whatever its encoding: UTF-8, UTF-16 or Thai Windows; what is no text is refused."""

import codecs
import re
from dataclasses import dataclass
from pathlib import Path

from prongsai.errors import Problem, UnreadableFile
from prongsai.thai import thai_ratio
from prongsai.words import Words

LARGEST = 20 * 1024 * 1024
_UNKNOWN = "\ufffd"
_SAMPLE = 200_000
_MOST_UNKNOWN = 0.02
_MOST_CONTROLS = 0.02
_LEAST_THAI = 0.3
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_OTHER_KINDS = (b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!")
_THAI_WINDOWS = re.compile("874|tis-?620|8859-11", re.IGNORECASE)
_CONTROLS = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
# UTF-8 that a program took for Western Windows: a Thai letter then shows as two letters of the West and a sign.
_TWICE = re.compile("\u00e0[\u00b8\u00b9].")
_INVISIBLE = re.compile("[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f]")


class Beyond(Exception):
    """What a file holds cannot be read, found where its name is not known: the code and the texts of the error to come."""

    def __init__(self, code: str, texts: tuple[Words, Words]) -> None:
        super().__init__(code)
        self.code = code
        self.texts = texts


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file as text: lines end in a line feed, form feeds and tabs are kept; `quality` is the share of letters that were told, 0..1."""

    text: str
    quality: float = 1.0
    notes: tuple[Words, ...] = ()


def read_bytes(path: Path) -> bytes:
    """The whole file; raises UnreadableFile: missing, empty, over 20 MB, or the start of a PDF, a package, a picture and the like."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise refused(path, "missing-file", _MISSING) from error
    if len(data) > LARGEST:
        raise refused(path, "file-too-large", _LARGE)
    if not data.strip(b"\0 \t\r\n\f"):
        raise refused(path, "empty-file", _EMPTY)
    if data.startswith(_OTHER_KINDS):
        raise refused(path, "wrong-kind", _OTHER)
    return data


def decode(data: bytes, path: Path, declared: str = "") -> Decoded:
    """The text of the bytes; `declared` is the encoding that the file itself names, believed where it fits.

    Raises UnreadableFile where the bytes are no text or text of an encoding that cannot be told. A guess is said in the notes.
    """
    found = _marked(data) or _strict(data) or _named(data, declared) or _guessed(data)
    if found is None or _is_binary(found.text):
        raise refused(path, "not-text", _NOT_TEXT)
    text = visible(found.text.replace("\r\n", "\n").replace("\r", "\n"))
    if not text.strip():
        raise refused(path, "empty-file", _EMPTY)
    return Decoded(text, found.quality, found.notes)


def visible(text: str) -> str:
    """The text without characters that take no room and are none of its letters; every kind of space is a plain one."""
    return _SPACES.sub(" ", _INVISIBLE.sub("", text))


def refused(path: Path, code: str, texts: tuple[Words, Words]) -> UnreadableFile:
    """The error that names the file, what is wrong with it and how to mend it."""
    what, mend = texts
    return UnreadableFile(Problem(code, what, path.name, mend=mend))


def _marked(data: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _measured(data[len(mark) :].decode(encoding, errors="replace"))
    return None


def _named(data: bytes, declared: str) -> Decoded | None:
    """Thai Windows where the file says so and its bytes agree."""
    found = _measured(data.decode("cp874", errors="replace")) if _THAI_WINDOWS.search(declared) else None
    return found if found and 1 - found.quality <= _MOST_UNKNOWN else None


def _strict(data: bytes) -> Decoded | None:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else _untwisted(text)


def _untwisted(text: str) -> Decoded:
    """Thai that was stored as UTF-8 twice is read once more where that gives Thai."""
    if len(_TWICE.findall(text[:_SAMPLE])) * 12 < len(text[:_SAMPLE]):
        return _measured(text)
    again = b"".join(map(_western, text)).decode("utf-8", errors="replace")
    found = _measured(again)
    return Decoded(again, found.quality, (_STORED_TWICE,)) if thai_ratio(again[:_SAMPLE]) > _LEAST_THAI else _measured(text)


def _western(sign: str) -> bytes:
    for encoding in ("cp1252", "latin-1"):
        try:
            return sign.encode(encoding)
        except UnicodeEncodeError:
            continue
    return sign.encode("utf-8", errors="replace")


def _guessed(data: bytes) -> Decoded | None:
    """The best of the encodings that fit, with a note; None where none does."""
    if (wide := _wide(data)) is not None:
        return wide
    utf8 = _measured(data.decode("utf-8", errors="replace"))
    if 1 - utf8.quality <= _MOST_UNKNOWN:
        return Decoded(utf8.text, utf8.quality, (_BROKEN_LETTERS,))
    thai = _measured(data.decode("cp874", errors="replace"))
    if 1 - thai.quality <= _MOST_UNKNOWN and thai_ratio(thai.text[:_SAMPLE]) >= _LEAST_THAI:
        return Decoded(thai.text, thai.quality, (_GUESSED_THAI,))
    west = _measured(data.decode("cp1252", errors="replace"))
    return Decoded(west.text, west.quality, (_GUESSED_WEST,)) if 1 - west.quality <= _MOST_UNKNOWN else None


def _wide(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: every other byte of Latin is zero, of Thai 0x0E."""
    sample = data[: min(len(data), _SAMPLE) // 2 * 2]
    for start, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        high = sample[start::2]
        if (high.count(0) + high.count(0x0E)) * 10 > len(high) * 7 and 0 not in sample[1 - start :: 2]:
            found = _measured(data.decode(encoding, errors="replace"))
            return Decoded(found.text, found.quality, (_GUESSED_WIDE,))
    return None


def _measured(text: str) -> Decoded:
    """Unknown letters as a share of all; broken lone halves of a letter count as one each."""
    unknown = text.count(_UNKNOWN)
    return Decoded(text, 1 - unknown / len(text) if text else 1.0, (_BROKEN_LETTERS,) if unknown else ())


def _is_binary(text: str) -> bool:
    sample = text[:_SAMPLE]
    return "\0" in text or len(_CONTROLS.findall(sample)) > _MOST_CONTROLS * len(sample) + 1


_MISSING = (
    Words("ไม่พบไฟล์หรือเปิดไฟล์ไม่ได้", "the file is missing or cannot be opened"),
    Words("ตรวจชื่อไฟล์และสิทธิ์การเปิด", "check its name and permissions"),
)
_EMPTY = (Words("ไฟล์ไม่มีข้อความ", "the file holds no text"), Words("เลือกไฟล์ที่มีข้อความ", "choose a file that holds text"))
_LARGE = (
    Words("ไฟล์ใหญ่เกินไป (เกิน 20 MB)", "the file is too large (over 20 MB)"),
    Words("แบ่งเป็นหลายไฟล์ หรือตัดส่วนที่ไม่ใช้ออก", "split it into several files, or cut what is not needed"),
)
MANY_CELLS = (
    Words("ตารางในไฟล์มีเซลล์มากเกินไป (เกิน 200,000 เซลล์)", "the tables of the file have too many cells (over 200,000)"),
    Words("แบ่งเป็นหลายไฟล์ หรือตัดส่วนที่ไม่ใช้ออก", "split it into several files, or cut what is not needed"),
)
MANY_LINES = (
    Words("ไฟล์มีบรรทัดมากเกินไป (เกิน 500,000 บรรทัด)", "the file has too many lines (over 500,000)"),
    Words("แบ่งเป็นหลายไฟล์ หรือตัดส่วนที่ไม่ใช้ออก", "split it into several files, or cut what is not needed"),
)
TOO_DEEP = (
    Words("โครงสร้างภายในซ้อนกันลึกเกินไป", "its elements stand inside each other too deep"),
    Words("เปิดแล้วคัดลอกข้อความไปวางในเอกสารใหม่ หรือบันทึกใหม่เป็น .docx", "open it and copy the text to a new document, or save it again as .docx"),
)
_OTHER = (
    Words("ไฟล์ไม่ใช่ข้อความ แม้ชื่อไฟล์จะบอกเช่นนั้น", "the file is no text, though its name says so"),
    Words("เปลี่ยนนามสกุลไฟล์ให้ตรงกับชนิด หรือบันทึกใหม่เป็น .docx", "give the file the ending of its kind, or save it again as .docx"),
)
_NOT_TEXT = (
    Words("ไฟล์ไม่ใช่ข้อความ หรือเข้ารหัสอักษรแบบที่ไม่รู้จัก", "the file is no text, or of an unknown encoding"),
    Words("บันทึกใหม่เป็นข้อความแบบ UTF-8", "save it again as UTF-8 text"),
)
_GUESSED_THAI = Words("ไฟล์ไม่ได้ระบุรหัสอักษร จึงอ่านเป็นภาษาไทยของ Windows (TIS-620)", "the file names no encoding; it was read as Thai Windows (TIS-620)")
_GUESSED_WEST = Words("ไฟล์ไม่ได้ระบุรหัสอักษร จึงอ่านเป็นอักษรยุโรปตะวันตกของ Windows", "the file names no encoding; it was read as Western Windows")
_GUESSED_WIDE = Words("ไฟล์ไม่ได้ระบุรหัสอักษร จึงอ่านเป็น UTF-16", "the file names no encoding; it was read as UTF-16")
_BROKEN_LETTERS = Words("อักษรบางตัวในไฟล์เสียหาย อ่านไม่ได้", "some letters of the file are broken and could not be read")
_STORED_TWICE = Words("ไฟล์ถูกแปลงรหัสอักษรผิดมาก่อน จึงแปลงกลับให้เป็นภาษาไทย", "the file had been stored in a wrong encoding; its Thai was restored")

"""What kind of document a file is: by its first bytes, then by its name, because files are often called what they are not."""

import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from prongsai.document.archive import PACKAGE_FAULTS
from prongsai.errors import Problem, UnreadableFile
from prongsai.words import Words

Kind = Literal["docx", "pdf", "html", "xlsx", "text", "csv", "image"]

_SUFFIXES: dict[str, Kind] = {
    ".docx": "docx",
    ".docm": "docx",
    ".pdf": "pdf",
    ".html": "html",
    ".htm": "html",
    ".mht": "html",
    ".mhtml": "html",
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
    ".txt": "text",
    ".md": "text",
    ".csv": "csv",
    ".tsv": "text",
    ".png": "image",
    ".jpg": "image",
    ".jpeg": "image",
    ".tif": "image",
    ".tiff": "image",
}
READABLE = frozenset(_SUFFIXES)
# Documents of offices that must be converted first: nobody should believe that they were looked at.
CONVERTIBLE = frozenset({".doc", ".rtf", ".odt", ".ods", ".xls", ".xlsb", ".ppt", ".pptx", ".pages", ".zip", ".rar", ".7z", ".gif", ".heic", ".bmp", ".webp"})
_NAMES: dict[Kind, str] = {"docx": "Word", "pdf": "PDF", "html": "HTML", "xlsx": "Excel", "text": "text", "csv": "CSV", "image": "image"}
_HEAD = 4096
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*")
_OTHER_PICTURES = (b"GIF8", b"BM", b"RIFF")
_PAGES = (b"<!doctype html", b"<html", b"mime-version:", b"from: <saved by")
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_DOCX, _PDF = "Word (.docx)", "PDF"


@dataclass(frozen=True, slots=True)
class FoundKind:
    """The kind of a file, and a note where its name says another."""

    kind: Kind
    notes: tuple[Words, ...] = ()


def find_kind(path: Path) -> FoundKind:
    """The kind of document; raises UnreadableFile for a kind that cannot be read, with how to convert it."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    named = _SUFFIXES.get(path.suffix.lower())
    kind = _by_content(path, head, named)
    if named is None or named == kind or {named, kind} <= {"text", "csv"}:
        return FoundKind(kind)
    note = Words(
        f"ชื่อไฟล์ลงท้ายด้วย {path.suffix} แต่เนื้อหาเป็น {_NAMES[kind]} จึงอ่านแบบ {_NAMES[kind]}",
        f"the name ends in {path.suffix}, but the content is {_NAMES[kind]} and was read as such",
    )
    return FoundKind(kind, (note,))


def broken_file(path: Path) -> UnreadableFile:
    """The error of a file whose parts point to where nothing is."""
    return _refused(path, "broken-file", _BROKEN_PACKAGE, _AGAIN)


def _by_content(path: Path, head: bytes, named: Kind | None) -> Kind:
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_kind(path)
    if head.startswith(_PICTURES):
        return "image"
    if head.startswith(_OLE):
        raise _old_office(path)
    if head.startswith(b"{\\rtf"):
        raise _refused(path, "old-format", _RTF, _to(_DOCX))
    if not _is_text(head):
        raise _not_a_document(path, head, named)
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(_PAGES) or named == "html":
        return "html"
    return "csv" if named == "csv" else "text"


def _zip_kind(path: Path) -> Kind:
    try:
        with zipfile.ZipFile(path) as package:
            names = set(package.namelist())
    except PACKAGE_FAULTS as error:
        raise broken_file(path) from error
    if "word/document.xml" in names:
        return "docx"
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "xl/workbook.bin" in names:
        raise _refused(path, "old-format", _XLSB, _to("Excel (.xlsx)"))
    if "ppt/presentation.xml" in names:
        raise _refused(path, "unknown-format", _SLIDES, _to(_PDF))
    if "mimetype" in names and "content.xml" in names:
        raise _refused(path, "unknown-format", _OPEN_DOCUMENT, _to(f"{_DOCX} / Excel (.xlsx) / {_PDF}"))
    raise _refused(path, "unknown-format", _ZIP, _UNPACK)


def _old_office(path: Path) -> UnreadableFile:
    """The directory of the old container names its streams in UTF-16."""
    data = path.read_bytes()
    if "EncryptedPackage".encode("utf-16-le") in data:
        return _refused(path, "encrypted-file", _PASSWORD, _NO_PASSWORD)
    if "WordDocument".encode("utf-16-le") in data:
        return _refused(path, "old-format", _OLD_WORD, _to(_DOCX))
    if "Workbook".encode("utf-16-le") in data or "Book".encode("utf-16-le") in data:
        return _refused(path, "old-format", _OLD_EXCEL, _to("Excel (.xlsx)"))
    return _refused(path, "old-format", _OLD_OFFICE, _to(f"{_DOCX} / Excel (.xlsx) / {_PDF}"))


def _is_text(head: bytes) -> bool:
    """Text of any encoding: no control characters but those of lines, and no zero bytes unless a mark says UTF-16."""
    if head.startswith(_MARKS[1:]):
        return True
    return not any(byte < 32 and byte not in b"\t\n\r\f\x1a\x1b\x0b" for byte in head)


def _not_a_document(path: Path, head: bytes, named: Kind | None) -> UnreadableFile:
    if head.startswith(_OTHER_PICTURES) or head[4:8] == b"ftyp":
        return _refused(path, "unknown-format", _PICTURE, _to("PNG / JPEG"))
    if named is not None:
        return _refused(path, "broken-file", _BROKEN, _AGAIN)
    return _refused(path, "unknown-format", _UNKNOWN, _to(f"{_DOCX} / {_PDF}"))


def _refused(path: Path, code: str, what: Words, mend: Words) -> UnreadableFile:
    return UnreadableFile(Problem(code, what, path.name, mend=mend))


def _to(formats: str) -> Words:
    return Words(
        f"เปิดด้วยโปรแกรมเดิมหรือ LibreOffice แล้วเลือก “บันทึกเป็น” {formats}",
        f"open it in the program it came from or in LibreOffice and choose “Save as” {formats}",
    )


_RTF = Words("ไฟล์เป็นรูปแบบ RTF ซึ่งอ่านไม่ได้", "the file is of the kind RTF, which cannot be read")
_XLSB = Words("ไฟล์เป็น Excel แบบไบนารี (.xlsb) ซึ่งอ่านไม่ได้", "the file is a binary Excel file (.xlsb), which cannot be read")
_SLIDES = Words("ไฟล์เป็นสไลด์นำเสนอ ซึ่งอ่านไม่ได้", "the file is a slide show, which cannot be read")
_OPEN_DOCUMENT = Words("ไฟล์เป็นรูปแบบ OpenDocument (.odt .ods) ซึ่งอ่านไม่ได้", "the file is of the kind OpenDocument (.odt, .ods), which cannot be read")
_ZIP = Words("ไฟล์เป็นไฟล์บีบอัด (.zip) ไม่ใช่เอกสาร", "the file is an archive (.zip) and no document")
_UNPACK = Words("แตกไฟล์ก่อน แล้วเลือกเอกสารที่อยู่ข้างใน", "unpack it and choose a document that is inside")
_PASSWORD = Words("ไฟล์มีรหัสผ่าน", "the file has a password")
_NO_PASSWORD = Words("เปิดด้วยรหัสผ่าน แล้วบันทึกใหม่โดยไม่ใส่รหัสผ่าน", "open it with its password and save it without one")
_OLD_WORD = Words("ไฟล์เป็น Word รุ่นเก่า (.doc) ซึ่งอ่านไม่ได้", "the file is of old Word (.doc), which cannot be read")
_OLD_EXCEL = Words("ไฟล์เป็น Excel รุ่นเก่า (.xls) ซึ่งอ่านไม่ได้", "the file is of old Excel (.xls), which cannot be read")
_OLD_OFFICE = Words("ไฟล์เป็น Office รุ่นเก่า (.doc .xls .ppt) ซึ่งอ่านไม่ได้", "the file is of an old Office (.doc, .xls, .ppt), which cannot be read")
_PICTURE = Words("ไฟล์เป็นรูปภาพชนิดที่อ่านไม่ได้", "the file is a picture of a kind that cannot be read")
_BROKEN_PACKAGE = Words("ไฟล์เสียหายหรือมาไม่ครบ", "the file is broken or not whole")
_BROKEN = Words("ไฟล์เสียหาย หรือเนื้อหาไม่ตรงกับชนิดไฟล์", "the file is broken, or its content is not of the kind that its name says")
_AGAIN = Words("ขอหรือดาวน์โหลดไฟล์ใหม่ หรือเปิดด้วยโปรแกรมเดิมแล้วบันทึกใหม่", "get or download it again, or open it in the program it came from and save it again")
_UNKNOWN = Words("ไฟล์ไม่ใช่เอกสารชนิดที่อ่านได้", "the file is no document of a kind that can be read")

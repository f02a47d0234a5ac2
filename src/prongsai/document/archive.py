"""The zip packages of Word and Excel: the same bytes for the same content, and a guard before a stranger's file is opened."""

import io
import zipfile
import zlib
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from prongsai.errors import Problem, UnreadableFile
from prongsai.words import Words

# What the zip library raises at a package that is broken, encrypted, cut short or packed in a way it does not know.
PACKAGE_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError, LookupError)
LARGEST = 20 * 1024 * 1024
WITH_PICTURES = 200 * 1024 * 1024
_MOST_PARTS = 2000
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_MARKUP = (".xml", ".rels", ".vml")
_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
_RESAVE = Words("เปิดไฟล์ด้วยโปรแกรมเดิม บันทึกใหม่ แล้วลองอีกครั้ง", "open it in the program it came from, save it again and retry")


def steady_zip(package: bytes, day: date, replaced: Mapping[str, bytes] | None = None) -> bytes:
    """The package with every part dated `day`, so that the same content gives the same bytes; `replaced` swaps parts by name."""
    target = io.BytesIO()
    stamp = (max(day.year, 1980), day.month, day.day, 0, 0, 0)
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            part = zipfile.ZipInfo(name, stamp)
            part.compress_type = zipfile.ZIP_DEFLATED
            part.create_system = 0
            new.writestr(part, (replaced or {}).get(name, old.read(name)))
    return target.getvalue()


def check_package(path: Path, *, member: str, most: int = LARGEST) -> None:
    """Refuse what is no Office package with the part `member`, or more than a reader should unpack; pictures stay packed.

    Raises UnreadableFile: missing or empty, encrypted or of the time before 2007, broken, with XML entities, over 20 MB of XML or `most` bytes unpacked.
    """
    start = _first_bytes(path)
    if start.startswith(_OLE):
        raise _of_old_container(path)
    try:
        with zipfile.ZipFile(path) as package:
            _check_parts(path, package, member, most)
    except PACKAGE_FAULTS as error:
        raise _refused(path, "broken-file", _BROKEN) from error


def _first_bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            start = file.read(8)
    except OSError as error:
        raise _refused(path, "missing-file", _MISSING) from error
    if not start:
        raise _refused(path, "empty-file", _EMPTY)
    return start


def _check_parts(path: Path, package: zipfile.ZipFile, member: str, most: int) -> None:
    parts = package.infolist()
    markup = [part for part in parts if part.filename.lower().endswith(_MARKUP)]
    unpacked, all_unpacked = (sum(part.file_size for part in some) for some in (markup, parts))
    if len(parts) > _MOST_PARTS or unpacked > LARGEST or all_unpacked > most:
        raise _refused(path, "file-too-large", _LARGE)
    if member not in package.namelist():
        raise _refused(path, "wrong-kind", _OTHER)
    for part in markup:
        data = package.read(part)
        if any(mark in data for mark in _DOCTYPES):
            raise _refused(path, "xml-entities", _ENTITIES)


def _of_old_container(path: Path) -> UnreadableFile:
    """The container before 2007 names its streams; one of them holds what a password locks."""
    data = path.read_bytes()
    if any(name.encode("utf-16-le") in data for name in ("WordDocument", "Workbook")) and "EncryptedPackage".encode("utf-16-le") not in data:
        return _refused(path, "old-format", _OLD)
    return _refused(path, "encrypted-file", _ENCRYPTED)


def _refused(path: Path, code: str, texts: tuple[Words, Words]) -> UnreadableFile:
    what, mend = texts
    return UnreadableFile(Problem(code, what, path.name, mend=mend))


_MISSING = (
    Words("ไม่พบไฟล์หรือเปิดไฟล์ไม่ได้", "the file is missing or cannot be opened"),
    Words("ตรวจชื่อไฟล์และสิทธิ์การเปิด", "check its name and permissions"),
)
_EMPTY = (Words("ไฟล์ว่างเปล่า", "the file is empty"), Words("เลือกไฟล์ที่มีข้อมูล", "choose a file that holds something"))
_ENCRYPTED = (
    Words("ไฟล์มีรหัสผ่านหรือเป็นรูปแบบเก่า (.doc .xls)", "the file has a password or is of the old kind (.doc, .xls)"),
    Words("บันทึกใหม่เป็น .docx หรือ .xlsx โดยไม่ใส่รหัสผ่าน", "save it as .docx or .xlsx without a password"),
)
_OLD = (
    Words("ไฟล์เป็น Word หรือ Excel รุ่นเก่า (.doc .xls) ซึ่งอ่านไม่ได้", "the file is of old Word or Excel (.doc, .xls), which cannot be read"),
    Words(
        "เปิดด้วย Word Excel หรือ LibreOffice แล้วเลือก “บันทึกเป็น” .docx หรือ .xlsx",
        "open it in Word, Excel or LibreOffice and choose “Save as” .docx or .xlsx",
    ),
)
_BROKEN = (Words("ไฟล์เสียหายหรือไม่ใช่ไฟล์ชนิดที่ระบุ", "the file is broken or not of the kind it says"), _RESAVE)
_OTHER = (Words("ไฟล์ไม่ใช่ชนิดที่ระบุ", "the file is not of the kind it says"), _RESAVE)
_LARGE = (
    Words("ข้อมูลในไฟล์มากเกินไปเมื่อคลายแล้ว (ข้อความเกิน 20 MB หรือรูปภาพมากเกินไป)", "the file holds too much when unpacked (over 20 MB of text, or too many pictures)"),
    Words("ลบรูปภาพหรือแผ่นงานที่ไม่ใช้ หรือแบ่งเป็นหลายไฟล์", "remove pictures or sheets not needed, or split the file"),
)
_ENTITIES = (Words("ไฟล์มีคำสั่ง XML ที่ไม่ปลอดภัย", "the file holds unsafe XML declarations"), _RESAVE)

"""Any document as one Reading: the public entry of all readers, each of which runs confined in a process of its own."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import Literal

from prongsai.document.model import Reading
from prongsai.document.reading.confined.run import Task, run_confined
from prongsai.document.reading.limits import Limits
from prongsai.document.reading.page_list import page_list
from prongsai.document.reading.quality import text_quality
from prongsai.document.reading.wire import Answer, BrokenAnswer, decode
from prongsai.errors import Problem, UnreadableFile
from prongsai.words import Words

Recognise = Literal["auto", "never", "always"]
ReadProgress = Callable[[int, int], None]

_READER, _RECOGNISER = "prongsai.document.reading.read_child", "prongsai.document.reading.ocr.child"
_DOUBTFUL = 0.5
_MOST_UNMAPPED = 0.2
_LIMITS = Limits()
_MIB = 1024 * 1024


def read_document(path: Path, *, ocr: Recognise = "auto", progress: ReadProgress | None = None, limits: Limits = _LIMITS) -> Reading:
    """What a .docx, .pdf, .html, .xlsx, .txt, .md, .csv or picture says, with the place of everything and how cleanly it could be read.

    The kind is told by the content. `ocr` says when pages are recognised from pictures: where they have no text of their own that can be trusted, never, or
    always; `progress(pages done, pages)` is called meanwhile. The file is opened in a process of its own under `limits`; many may be read at once.

    Raises UnreadableFile: missing, empty, too large, encrypted, broken, of another kind (it says how to convert), only pictures without a recogniser, or beyond
    the limits.
    """
    _check(path, limits)
    answer = _confined(Task(_READER, (str(path.absolute()),), path.name), limits)
    rated = _rated(answer)
    pages = _wanted(answer, rated, ocr, limits)
    if not pages:
        return _without_ocr(answer, rated, path)
    try:
        reading = _recognised(path, pages, limits, progress)
    except UnreadableFile as error:
        if ocr == "always" or not _has_text(answer) or {problem.code for problem in error.problems} != {"needs-ocr"}:
            raise
        return _without_ocr(answer, rated, path)
    notes = (*reading.notes, *_left_out(answer, pages), *((_UNMAPPED,) if _is_doubtful(answer, rated) else ()))
    return replace(reading, quality=text_quality(reading), notes=notes)


def _confined(task: Task, limits: Limits, progress: ReadProgress | None = None) -> Answer:
    try:
        return decode(run_confined(task, limits, progress), Answer)
    except BrokenAnswer as error:
        raise UnreadableFile(Problem("reader-crashed", _CRASHED, task.file, mend=_RESAVE)) from error


def _rated(answer: Answer) -> Reading:
    """The reading with its quality; where the file does not say what its characters mean, that is the least that is in doubt."""
    quality = min(answer.reading.quality, text_quality(answer.reading), 1.0 - answer.unmapped)
    if answer.unmapped > _MOST_UNMAPPED:
        quality = min(quality, _DOUBTFUL - 0.1)
    return replace(answer.reading, quality=round(max(0.0, quality), 2))


def _is_doubtful(answer: Answer, rated: Reading) -> bool:
    """Whether the text of a PDF is worth less than what its pictures would give."""
    return answer.reading.form == "pdf" and _has_text(answer) and rated.quality < _DOUBTFUL


def _has_text(answer: Answer) -> bool:
    return len(answer.image_pages) < (answer.reading.pages or 0) or not answer.image_pages


def _wanted(answer: Answer, rated: Reading, ocr: Recognise, limits: Limits) -> tuple[int, ...]:
    """The pages to recognise, counted from 1."""
    if ocr == "never" or answer.reading.form not in ("pdf", "image"):
        return ()
    every = tuple(range(1, (answer.reading.pages or 0) + 1))
    return (every if ocr == "always" or _is_doubtful(answer, rated) else answer.image_pages)[: limits.pages]


def _recognised(path: Path, pages: tuple[int, ...], limits: Limits, progress: ReadProgress | None) -> Reading:
    told = (str(path.absolute()), ",".join(map(str, pages)), str(limits.page_seconds))
    return _confined(Task(_RECOGNISER, told, path.name), limits.for_pages(len(pages)), progress).reading


def _without_ocr(answer: Answer, rated: Reading, path: Path) -> Reading:
    """The text that the file itself has, with notes on what is missing or in doubt; raises UnreadableFile where it has none."""
    if not _has_text(answer):
        raise _refused(path, "only-pictures", _ONLY_PICTURES)
    notes = (*_left_out(answer, ()), *((_UNTRUSTED,) if _is_doubtful(answer, rated) else ()))
    return replace(rated, notes=(*rated.notes, *notes))


def _left_out(answer: Answer, recognised: tuple[int, ...]) -> tuple[Words, ...]:
    """A note on the pictures that nobody recognised."""
    left = page_list(set(answer.image_pages) - set(recognised))
    if not left:
        return ()
    th, en = (" (ติดตั้ง Tesseract พร้อมภาษาไทยเพื่ออ่านได้)", " (Tesseract with Thai would read them)") if not recognised else ("", "")
    note = Words(f"หน้าต่อไปนี้เป็นรูปภาพและไม่ได้อ่าน: {left}{th}", f"these pages are pictures and were not read: {left}{en}")
    return (note,)


def _check(path: Path, limits: Limits) -> None:
    """What can be told without opening the file."""
    try:
        state = path.stat()
        if S_ISDIR(state.st_mode):
            raise _refused(path, "is-a-folder", _FOLDER)
        if not S_ISREG(state.st_mode):
            raise _refused(path, "missing-file", _MISSING)
        path.open("rb").close()
    except PermissionError as error:
        raise _refused(path, "no-permission", _PERMISSION) from error
    except (OSError, ValueError) as error:
        raise _refused(path, "missing-file", _MISSING) from error
    if not state.st_size:
        raise _refused(path, "empty-file", _EMPTY)
    if state.st_size > limits.file:
        raise _refused(path, "file-too-large", _large(limits.file // _MIB))


def _refused(path: Path, code: str, texts: tuple[Words, Words]) -> UnreadableFile:
    what, mend = texts
    return UnreadableFile(Problem(code, what, path.name, mend=mend))


def _large(mib: int) -> tuple[Words, Words]:
    what = Words(f"ไฟล์ใหญ่เกินไป (เกิน {mib} MB)", f"the file is too large (over {mib} MB)")
    return what, Words("ลดขนาดรูปภาพในไฟล์ หรือแบ่งเป็นหลายไฟล์", "make its pictures smaller, or split the file")


_FOLDER = (Words("เป็นโฟลเดอร์ ไม่ใช่ไฟล์", "this is a folder and no file"), Words("เลือกไฟล์ที่อยู่ในโฟลเดอร์", "choose a file inside it"))
_PERMISSION = (
    Words("ไม่มีสิทธิ์เปิดไฟล์นี้", "no permission to open the file"),
    Words("ขอสิทธิ์อ่านไฟล์ หรือคัดลอกมาไว้ที่อื่น", "ask for permission to read it, or copy it elsewhere"),
)
_MISSING = (Words("ไม่พบไฟล์หรือเปิดไฟล์ไม่ได้", "the file is missing or cannot be opened"), Words("ตรวจชื่อไฟล์และตำแหน่งที่เก็บ", "check its name and place"))
_EMPTY = (Words("ไฟล์ว่างเปล่า", "the file is empty"), Words("เลือกไฟล์ที่มีข้อมูล", "choose a file that holds something"))
_CRASHED = Words("ไฟล์เสียหายหรือมีโครงสร้างผิดปกติ จนอ่านไม่ได้", "the file is broken or built so oddly that it cannot be read")
_RESAVE = Words("เปิดไฟล์ด้วยโปรแกรมเดิม บันทึกใหม่ แล้วลองอีกครั้ง", "open it in the program it came from, save it again and retry")
_ONLY_PICTURES = (
    Words("เอกสารมีแต่รูปภาพ (สแกน) ไม่มีข้อความให้อ่าน", "the document is only pictures (a scan) without text to read"),
    Words("อนุญาตให้รู้จำตัวอักษร (OCR) หรือส่งไฟล์ Word หรือ PDF ที่มีข้อความ", "allow recognising (OCR), or hand in the Word file or a PDF with text"),
)
_UNMAPPED = Words(
    "ข้อความในไฟล์เชื่อถือไม่ได้ (ฟอนต์ไม่ระบุว่าเป็นตัวอักษรใด) จึงอ่านจากภาพของหน้าแทน",
    "the text of the file cannot be trusted (its fonts do not say what their characters mean), so its pages were recognised from pictures",
)
_UNTRUSTED = Words(
    "ข้อความในไฟล์เชื่อถือไม่ได้ (ฟอนต์ไม่ระบุว่าเป็นตัวอักษรใด) ควรอ่านด้วย OCR (ติดตั้ง Tesseract พร้อมภาษาไทย) หรือใช้ไฟล์ Word",
    "the text of the file cannot be trusted (its fonts do not say what their characters mean); OCR (Tesseract with Thai) or the Word file would help",
)

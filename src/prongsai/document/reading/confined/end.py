"""Why a confined process ended without an answer, in words for the one who chose the file."""

import signal
import sys
from dataclasses import dataclass

from prongsai.document.reading.confined.child import OUT_OF_MEMORY, REFUSED, TOO_DEEP
from prongsai.document.reading.limits import Limits
from prongsai.document.reading.wire import BrokenAnswer, Refusal, decode
from prongsai.errors import Problem, UnreadableFile
from prongsai.words import Words, same

_MIB = 1024 * 1024
_MOST_REASON = 200


@dataclass(frozen=True, slots=True)
class Ending:
    """Why we stopped the process (a code, None where it ended by itself), its exit code, its answer and the last line it wrote."""

    stopped: str | None
    code: int
    answer: bytes
    last_words: str


def refusal(ending: Ending, file: str, limits: Limits) -> UnreadableFile:
    """The error that an ending without an answer stands for: the reader's own, or one that says what stopped it."""
    if ending.stopped is None and ending.code == REFUSED:
        try:
            return UnreadableFile(decode(ending.answer, Refusal).problems)
        except BrokenAnswer:
            return UnreadableFile(_crashed(ending, file))
    match _kind(ending):
        case "took-too-long":
            return UnreadableFile(_too_long(file, limits))
        case "too-much-memory":
            return UnreadableFile(_too_much_memory(file, limits))
        case "answer-too-large":
            return UnreadableFile(_too_large(file))
        case "too-deep":
            return UnreadableFile(Problem("nested-too-deep", _CRASHED, file, _DEEP, _RESAVE))
    return UnreadableFile(_crashed(ending, file))


def _kind(ending: Ending) -> str:
    if ending.stopped is not None:
        return ending.stopped
    if sys.platform != "win32" and ending.code == -signal.SIGXCPU:
        return "took-too-long"
    return {OUT_OF_MEMORY: "too-much-memory", TOO_DEEP: "too-deep"}.get(ending.code, "reader-crashed")


def _too_long(file: str, limits: Limits) -> Problem:
    what = Words(f"อ่านไฟล์ไม่จบภายใน {limits.seconds:.0f} วินาที", f"the file could not be read within {limits.seconds:.0f} seconds")
    return Problem("took-too-long", what, file, _LARGE_OR_BROKEN, _SPLIT)


def _too_much_memory(file: str, limits: Limits) -> Problem:
    mib = limits.memory // _MIB
    what = Words(f"การอ่านไฟล์ต้องใช้หน่วยความจำเกิน {mib} MB", f"reading the file takes more than {mib} MB of memory")
    return Problem("too-much-memory", what, file, _LARGE_OR_BROKEN, _SPLIT)


def _too_large(file: str) -> Problem:
    return Problem("file-too-large", Words("เนื้อหาในไฟล์มากเกินกว่าจะอ่านได้", "the file holds more than can be read"), file, mend=_SPLIT)


def _crashed(ending: Ending, file: str) -> Problem:
    """The last line the reader wrote is the only trace for whoever looks after the fault."""
    reason = same(ending.last_words[:_MOST_REASON] or f"exit code {ending.code}")
    return Problem("reader-crashed", _CRASHED, file, reason, _RESAVE)


_CRASHED = Words("ไฟล์เสียหายหรือมีโครงสร้างผิดปกติ จนอ่านไม่ได้", "the file is broken or built so oddly that it cannot be read")
_DEEP = Words("เนื้อหาซ้อนกันหลายชั้นเกินไป", "its parts are nested too deeply")
_LARGE_OR_BROKEN = Words("ไฟล์มีขนาดใหญ่มาก หรือมีโครงสร้างผิดปกติ", "the file is very large or oddly built")
_SPLIT = Words(
    "แบ่งเป็นหลายไฟล์หรือลบรูปภาพที่ไม่ใช้ หรือเปิดด้วยโปรแกรมเดิมแล้วบันทึกใหม่",
    "split it or remove pictures not needed, or open it in the program it came from and save it again",
)
_RESAVE = Words("เปิดไฟล์ด้วยโปรแกรมเดิม บันทึกใหม่ แล้วลองอีกครั้ง", "open it in the program it came from, save it again and retry")

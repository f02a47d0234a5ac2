"""Files appear whole or not at all: written beside their place and moved in when done."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from prongsai.errors import OutputError, Problem
from prongsai.words import Words


def _umask() -> int:
    """The system tells it only to who sets it, for all threads at once: asked while there is one."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


_MASK = _umask()


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """A scratch file beside `path` that takes its place when the block ends well; raises OutputError with the reason."""
    scratch = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".part")
        os.close(handle)
        scratch = Path(name)
        yield scratch
        scratch.chmod(0o666 & ~_MASK)
        scratch.replace(path)
        scratch = None
    except OSError as error:
        raise OutputError(_cannot_write(path, error)) from error
    finally:
        if scratch is not None:
            scratch.unlink(missing_ok=True)


def write_whole(path: Path, content: str | bytes) -> None:
    """Writes text (UTF-8) or bytes as one whole file."""
    data = content.encode() if isinstance(content, str) else content
    with whole_file(path) as scratch:
        scratch.write_bytes(data)


def _cannot_write(path: Path, error: OSError) -> Problem:
    reasons = {
        28: ("disk-full", Words("เนื้อที่จัดเก็บเต็ม", "the disk is full"), Words("เพิ่มเนื้อที่หรือเลือกที่อื่น", "free some space or choose another place")),
        30: ("read-only", Words("เขียนไม่ได้ เพราะที่เก็บเป็นแบบอ่านอย่างเดียว", "the place is read-only"), Words("เลือกโฟลเดอร์อื่น", "choose another folder")),
        13: ("no-permission", Words("ไม่มีสิทธิ์เขียนที่นี่", "no permission to write here"), Words("เลือกโฟลเดอร์อื่นหรือขอสิทธิ์", "choose another folder")),
    }
    fallback = ("cannot-write", Words("เขียนไฟล์ไม่ได้", "the file cannot be written"), Words("ตรวจโฟลเดอร์ปลายทาง", "check the folder"))
    code, what, mend = reasons.get(error.errno or 0, fallback)
    return Problem(code, what, str(path), Words(str(error.strerror or error), str(error.strerror or error)), mend)

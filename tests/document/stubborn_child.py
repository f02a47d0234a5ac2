"""A confined program that misbehaves on demand: what the tests of limits run."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from prongsai.document.reading.confined.child import serve, tell_progress
from prongsai.errors import Problem, UnreadableFile
from prongsai.words import Words


def answer(arguments: Sequence[str]) -> bytes:
    """Does what the first argument says."""
    deed, *rest = arguments
    return _DEEDS[deed](rest)


def _echo(rest: Sequence[str]) -> bytes:
    return " ".join(rest).encode()


def _print(rest: Sequence[str]) -> bytes:
    sys.stdout.write("a library that talks")
    sys.stdout.flush()
    os.write(1, b"a library that talks below Python\n")
    return b"answer"


def _progress(rest: Sequence[str]) -> bytes:
    for done in range(1, 4):
        tell_progress(done, 3)
    return b"done"


def _hang(rest: Sequence[str]) -> bytes:
    """With a program below it that hangs as well and can be told by the name it is given."""
    subprocess.Popen([sys.executable, "-c", "while True: pass", *rest])
    while True:
        pass


def _swell(rest: Sequence[str]) -> bytes:
    held = []
    while True:
        held.append(bytearray(16 * 1024 * 1024))


def _crash(rest: Sequence[str]) -> bytes:
    raise ArithmeticError("the parts do not fit")


def _die(rest: Sequence[str]) -> bytes:
    os.abort()


def _nest(rest: Sequence[str]) -> bytes:
    return _nest(rest)


def _flood(rest: Sequence[str]) -> bytes:
    return b"x" * 8 * 1024 * 1024


def _refuse(rest: Sequence[str]) -> bytes:
    raise UnreadableFile(
        [Problem("encrypted-file", Words("ไฟล์มีรหัสผ่าน", "it has a password"), "ก.pdf"), Problem("other", Words("อื่น", "other"), mend=Words("แก้", "mend"))]
    )


def _write(rest: Sequence[str]) -> bytes:
    try:
        Path(rest[0]).write_bytes(b"x" * 10_000)
    except OSError:
        return b"no file"
    return b"a file"


def _surroundings(rest: Sequence[str]) -> bytes:
    return json.dumps({"path": sys.path, "warn": sys.warnoptions, "inspect": sys.flags.inspect, "folder": str(Path.cwd())}).encode()


_DEEDS = {
    "echo": _echo,
    "print": _print,
    "progress": _progress,
    "hang": _hang,
    "swell": _swell,
    "crash": _crash,
    "die": _die,
    "nest": _nest,
    "flood": _flood,
    "refuse": _refuse,
    "write": _write,
    "surroundings": _surroundings,
}


if __name__ == "__main__":
    serve(answer)

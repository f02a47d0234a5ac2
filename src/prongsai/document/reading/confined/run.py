"""A program of ours in a process of its own, under limits: what opens a stranger's file can hang, swell or crash without harm to anybody."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic
from typing import IO

import prongsai
from prongsai.document.reading.confined.child import PROGRESS
from prongsai.document.reading.confined.end import Ending, refusal
from prongsai.document.reading.limits import Limits
from prongsai.document.safe import printable

Progress = Callable[[int, int], None]

# Settings of Python that help to find modules; all others (warnings, start-up files, inspection) are not for a reader.
_KEPT = frozenset({"PYTHONPATH", "PYTHONHOME", "PYTHONPLATLIBDIR", "PYTHONPYCACHEPREFIX", "PYTHONDONTWRITEBYTECODE"})
# No program out of the current folder (Windows), and no memory for every core (numpy, which openpyxl loads where it finds it).
_ADDED = {"NoDefaultCurrentDirectoryInExePath": "1", "OPENBLAS_NUM_THREADS": "1"}
_PIECE = 1 << 16
_LAST_WORDS = 4096
_GRACE = 5.0


@dataclass(frozen=True, slots=True)
class Task:
    """A module to run as a program, what it is told, and the name of the file it is about; `folder` is searched first for modules."""

    module: str
    arguments: tuple[str, ...]
    file: str
    folder: Path | None = None


def run_confined(task: Task, limits: Limits, progress: Progress | None = None) -> bytes:
    """What the program answers; `progress(done, total)` is called in this thread. However it ends, no process of it goes on.

    Raises UnreadableFile: the one that the program raised, or one that says that it took too long, used too much memory, answered too much or crashed.
    """
    process = _start(task, limits)
    run = _Run(process, limits, progress)
    try:
        run.follow()
        if run.stopped is None:
            with suppress(subprocess.TimeoutExpired):
                process.wait(_GRACE)
    finally:
        _end(process)
        run.close()
    if run.stopped is None and process.returncode == 0:
        return bytes(run.answer)
    raise refusal(Ending(run.stopped, process.returncode, bytes(run.answer), run.last_words), task.file, limits)


def _start(task: Task, limits: Limits) -> subprocess.Popen[bytes]:
    """The process in a session of its own, with nothing to read from us and without the current folder among its modules."""
    return subprocess.Popen(
        [sys.executable, "-P", "-X", "utf8", "-m", task.module, json.dumps(asdict(limits)), *task.arguments],
        bufsize=0,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=_environment(os.environ, task.folder),
        start_new_session=True,
    )


def _environment(ours: Mapping[str, str], folder: Path | None) -> dict[str, str]:
    """Ours without the moods of Python."""
    kept = {name: value for name, value in ours.items() if not name.startswith("PYTHON") or name in _KEPT}
    source = Path(prongsai.__file__).parents[1]
    entries = [str(folder or ""), *kept.get("PYTHONPATH", "").split(os.pathsep), "" if source.name.endswith("-packages") else str(source)]
    return {**kept, "PYTHONPATH": os.pathsep.join(filter(None, entries)), **_ADDED}


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends the process and all that it started, unless it has ended by itself."""
    if process.returncode is not None:
        return
    if sys.platform == "win32":
        process.kill()
    else:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


class _Run:
    """A process that runs: its answer, its last words, and why it was stopped, if it was."""

    def __init__(self, process: subprocess.Popen[bytes], limits: Limits, progress: Progress | None) -> None:
        self.answer = bytearray()
        self.last_words = ""
        self.stopped: str | None = None
        self._process = process
        self._limits = limits
        self._progress = progress
        self._news: SimpleQueue[tuple[int, int] | str] = SimpleQueue()
        self._threads = [Thread(target=work, daemon=True) for work in (self._take_answer, self._take_words)]

    def follow(self) -> None:
        """Until both streams have ended, the time is up or the answer is too large."""
        deadline = monotonic() + self._limits.seconds
        for thread in self._threads:
            thread.start()
        going = len(self._threads)
        while going and self.stopped is None:
            news = self._next(deadline - monotonic())
            if isinstance(news, tuple):
                self._tell(*news)
            elif news:
                self.stopped = news
            else:
                going -= 1

    def close(self) -> None:
        """Lets go of the streams, which have ended with the process."""
        for thread in self._threads:
            if thread.is_alive():
                thread.join(_GRACE)
        for stream in (self._process.stdout, self._process.stderr):
            if stream is not None:
                stream.close()

    def _next(self, seconds: float) -> tuple[int, int] | str:
        try:
            return self._news.get(timeout=seconds) if seconds > 0 else "took-too-long"
        except Empty:
            return "took-too-long"

    def _tell(self, done: int, total: int) -> None:
        if self._progress is not None:
            self._progress(done, total)

    def _take_answer(self) -> None:
        for piece in _pieces(self._process.stdout):
            self.answer += piece
            if len(self.answer) > self._limits.answer:
                self._news.put("answer-too-large")
                return
        self._news.put("")

    def _take_words(self) -> None:
        rest = b""
        for piece in _pieces(self._process.stderr):
            *lines, rest = (rest + piece).split(b"\n")
            for line in lines:
                self._take_line(line)
            rest = rest[-_LAST_WORDS:]
        self._take_line(rest)
        self._news.put("")

    def _take_line(self, line: bytes) -> None:
        words = line.split()
        if len(words) == 3 and words[0] == PROGRESS and words[1].isdigit() and words[2].isdigit():
            self._news.put((int(words[1]), int(words[2])))
        elif words:
            self.last_words = printable(line[-_LAST_WORDS:].decode("utf-8", "replace")).strip()


def _pieces(stream: IO[bytes] | None) -> Iterator[bytes]:
    """What comes, as it comes, until the other side closes."""
    while stream is not None and (piece := stream.read(_PIECE)):
        yield piece

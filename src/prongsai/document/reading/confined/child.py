"""The inside of a confined process: takes its limits on before it opens anything, and answers with bytes or with the faults of an UnreadableFile."""

import faulthandler
import json
import os
import signal
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from threading import Thread

from prongsai.document.reading.limits import Limits
from prongsai.document.reading.wire import Refusal, encode
from prongsai.errors import UnreadableFile

REFUSED, OUT_OF_MEMORY, TOO_DEEP = 65, 66, 67
PROGRESS = b"prongsai-progress"
_LOOK_EVERY = 0.5


def serve(answer: Callable[[Sequence[str]], bytes]) -> None:
    """Runs `answer` on the arguments under the limits in the first of them, sends what it gives, and ends the process."""
    told, *arguments = sys.argv[1:]
    stream = _confine(Limits(**json.loads(told)))
    try:
        data, code = answer(arguments), 0
    except UnreadableFile as error:
        data, code = encode(Refusal(error.problems)), REFUSED
    except MemoryError:
        data, code = b"", OUT_OF_MEMORY
    except RecursionError:
        data, code = b"", TOO_DEEP
    _send(stream, data)
    os._exit(code)


def tell_progress(done: int, total: int) -> None:
    """Tells the process that waits how far this one has come."""
    sys.stderr.write(f"{PROGRESS.decode()} {done} {total}\n")
    sys.stderr.flush()


def _confine(limits: Limits) -> int:
    """Bounds address space, computing time, files and core dumps, and gives the stream for the answer: what libraries print goes elsewhere.

    The clock of our own ends a process whose parent is gone.
    """
    stream = os.dup(1)
    os.dup2(2, 1)
    faulthandler.dump_traceback_later(limits.seconds + 1, exit=True)
    Thread(target=_end_with_parent, args=(os.getppid(),), daemon=True).start()
    if sys.platform != "win32":
        import resource

        _lower(resource.RLIMIT_AS, limits.memory)
        _lower(resource.RLIMIT_CPU, int(limits.seconds) + 1)
        _lower(resource.RLIMIT_FSIZE, 0)
        _lower(resource.RLIMIT_CORE, 0)
    return stream


def _end_with_parent(parent: int) -> None:
    """Ends this process and what it started when the one that waits for it is gone, killed perhaps."""
    while os.getppid() == parent:
        time.sleep(_LOOK_EVERY)
    if sys.platform != "win32":
        os.killpg(0, signal.SIGKILL)
    os._exit(1)


def _lower(kind: int, bound: int) -> None:
    """Lowers a limit of the system as far as the system knows how to."""
    if sys.platform != "win32":
        import resource

        _, hardest = resource.getrlimit(kind)
        with suppress(ValueError, OSError):
            resource.setrlimit(kind, (bound if hardest == resource.RLIM_INFINITY else min(bound, hardest), hardest))


def _send(stream: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(stream, view) :]
    sys.stderr.flush()

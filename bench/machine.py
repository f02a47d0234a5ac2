"""The machine, and how busy others kept it during a benchmark."""

import os
import platform
import resource
import sys
import time
from pathlib import Path
from typing import Any

_STAT = Path("/proc/stat")


def cores() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Watch:
    """Begins to watch when it is made."""

    def __init__(self) -> None:
        self._begun = time.perf_counter()
        self._busy, self._own = _busy_seconds(), _own_seconds()

    def seen(self) -> dict[str, Any]:
        """The machine, and how many processors others used on average since the start (null where the system does not tell)."""
        wall = time.perf_counter() - self._begun
        busy = _busy_seconds()
        others = None if busy is None or self._busy is None else max(0.0, (busy - self._busy - (_own_seconds() - self._own)) / wall)
        return {
            "cores": cores(),
            "python": platform.python_version(),
            "system": f"{platform.system()} {platform.machine()}",
            "others_used_cores": None if others is None else round(others, 2),
            "wall_seconds": round(wall, 1),
            "package": "a compiled copy of the source tree, as pip installs it" if sys.implementation.cache_tag else "not compiled",
        }


def _own_seconds() -> float:
    return sum(used.ru_utime + used.ru_stime for used in (resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)))


def _busy_seconds() -> float | None:
    """Seconds of processor gone since the machine began: user, nice, system, interrupts, and taken by other guests of the same host."""
    if not _STAT.exists():
        return None
    user, nice, system, _, _, hard, soft, stolen = map(int, _STAT.read_text(encoding="ascii").split(maxsplit=9)[1:9])
    return (user + nice + system + hard + soft + stolen) / os.sysconf("SC_CLK_TCK")

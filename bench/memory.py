"""Memory of a process and all that descend from it, looked at twenty times a second (Linux only)."""

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_PROC = Path("/proc")
_PAUSE = 0.05
# Looking for processes and asking for shares cost more than the rest together.
_TREE_EVERY, _SHARES_EVERY = 10, 40
_MEGABYTE = 1024 * 1024
_POINTS = 10


@dataclass(slots=True)
class MemoryCurve:
    """Moments of the run: seconds since its start, and MB of all processes together.

    `rss` counts a page once for each process that has it and is therefore at least the truth; `pss` shares it out, but costs time to ask for.
    """

    rss: list[tuple[float, float]] = field(default_factory=list)
    pss: list[tuple[float, float]] = field(default_factory=list)

    def follow(self, pid: int, seconds: float) -> bool:
        """Looks at the tree below `pid` until that process has ended, or for so many seconds; returns whether it ended."""
        begun, processes = time.perf_counter(), [pid]
        while _alive(pid):
            if time.perf_counter() - begun > seconds:
                return False
            if len(self.rss) % _TREE_EVERY == 0:
                processes = list(_tree(pid))
            self.rss.append((time.perf_counter() - begun, sum(map(_rss, processes))))
            if len(self.rss) % _SHARES_EVERY == _SHARES_EVERY // 2:
                self.pss.append((time.perf_counter() - begun, sum(map(_pss, processes))))
            time.sleep(_PAUSE)
        return True

    def figures(self, count: int) -> dict[str, Any]:
        """The peak, the peak of each tenth of the run, and the slope of the second half, in MB a thousand reports."""
        if not self.rss:
            return {"peak_mb": None, "reason": "this system has no /proc"}
        curve = _peaks(self.rss)
        return {
            "peak_mb": round(max(size for _, size in self.rss)),
            "peak_shared_out_mb": round(max(size for _, size in self.pss)) if self.pss else None,
            "curve_mb": [round(size) for size in curve],
            "curve_reports": [round(count * (index + 1) / _POINTS) for index in range(_POINTS)],
            "slope_mb_per_1000": round(_slope(curve[_POINTS // 2 :]) * _POINTS / count * 1000, 1),
        }


def _peaks(samples: list[tuple[float, float]]) -> list[float]:
    whole = samples[-1][0] or 1.0
    peaks = [0.0] * _POINTS
    for moment, size in samples:
        tenth = min(int(moment / whole * _POINTS), _POINTS - 1)
        peaks[tenth] = max(peaks[tenth], size)
    return peaks


def _slope(values: list[float]) -> float:
    """Of the straight line that lies closest, a step of the curve."""
    middle, mean = (len(values) - 1) / 2, sum(values) / len(values)
    return sum((at - middle) * (value - mean) for at, value in enumerate(values)) / sum((at - middle) ** 2 for at in range(len(values)))


def _alive(pid: int) -> bool:
    return _state(pid) not in ("", "Z")


def _tree(root: int) -> Iterator[int]:
    parents = {int(entry.name): _field(int(entry.name), 1) for entry in _PROC.iterdir() if entry.name.isdigit()}
    below = {root}
    while True:
        more = {pid for pid, parent in parents.items() if parent.isdigit() and int(parent) in below} - below
        if not more:
            yield from below
            return
        below |= more


def _state(pid: int) -> str:
    return _field(pid, 0)


def _field(pid: int, index: int) -> str:
    """A field of /proc/PID/stat after the name in brackets: 0 state, 1 parent; empty for a process that is gone."""
    text = _read(pid, "stat")
    return text.rpartition(")")[2].split()[index] if text else ""


def _rss(pid: int) -> float:
    text = _read(pid, "statm")
    return int(text.split()[1]) * os.sysconf("SC_PAGE_SIZE") / _MEGABYTE if text else 0.0


def _pss(pid: int) -> float:
    line = next((line for line in _read(pid, "smaps_rollup").splitlines() if line.startswith("Pss:")), "")
    return int(line.split()[1]) / 1024 if line else 0.0


def _read(pid: int, name: str) -> str:
    try:
        return (_PROC / str(pid) / name).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""

"""Whole processes: how long they take, on the clock and on the processors, one kind after the other in turn."""

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

_MEGABYTE = 1024 * 1024
# ru_maxrss counts kilobytes, but bytes on macOS.
_RSS_UNIT = 1 if sys.platform == "darwin" else 1024


class BenchError(Exception):
    """A measured process failed, so there is no figure."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a process: seconds on the clock, seconds of processor with its children, largest memory of one process in MB."""

    wall: float
    cpu: float
    peak_mb: float
    output: str
    errors: str

    def json(self) -> Any:
        """What the process printed, read as JSON."""
        return json.loads(self.output)


def run(command: Sequence[str], environment: Mapping[str, str], *, meanwhile: Callable[[int], bool] | None = None, one_core: bool = False) -> Run:
    """Runs a command to its end. Raises BenchError where it fails.

    `meanwhile` gets the process id and returns when the process ended, or lost patience: then it is stopped with all it started.
    With `one_core` the process and all its threads share one processor, where the system can do that.
    """
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as errors, _one_core(wanted=one_core):
        begun = time.perf_counter()
        alone = meanwhile is not None
        process = subprocess.Popen(command, env=dict(environment), stdin=subprocess.DEVNULL, stdout=out, stderr=errors, start_new_session=alone)
        if meanwhile is not None:
            _wait(process.pid, meanwhile)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        errors.seek(0)
        text, told = out.read().decode(), errors.read().decode()
    if process.returncode != 0:
        reason = "took too long and was stopped" if process.returncode == -signal.SIGKILL else f"ended with {process.returncode}"
        raise BenchError(f"{' '.join(command[:4])} … {reason}: {told[-2000:]}")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * _RSS_UNIT / _MEGABYTE, text, told)


def _wait(pid: int, meanwhile: Callable[[int], bool]) -> None:
    """Stops the whole group of the process where it did not end, also when we are interrupted."""
    ended = False
    try:
        ended = meanwhile(pid)
    finally:
        if not ended:
            os.killpg(pid, signal.SIGKILL)


@contextmanager
def _one_core(*, wanted: bool) -> Iterator[None]:
    """A process inherits the processors of the one that starts it."""
    if not wanted or not hasattr(os, "sched_setaffinity"):
        yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(before)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def in_turn(commands: Mapping[str, Sequence[str]], environment: Mapping[str, str], *, times: int) -> dict[str, list[Run]]:
    """Every command `times` times, A B A B …, so that a busy moment hits all alike; one round before is not counted."""
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for round_ in range(times + 1):
        for name, command in commands.items():
            done = run(command, environment)
            if round_:
                runs[name].append(done)
    return runs


def figures(runs: Sequence[Run]) -> dict[str, Any]:
    """The median seconds of some runs, with the least and the most."""
    walls = [one.wall for one in runs]
    return {
        "seconds": round(median(walls), 4),
        "least": round(min(walls), 4),
        "most": round(max(walls), 4),
        "cpu_seconds": round(median(one.cpu for one in runs), 4),
        "runs": len(runs),
    }


def child(name: str) -> str:
    """The path of a script that is measured in a process of its own."""
    return str(Path(__file__).parent / "children" / f"{name}.py")


def bound(what: str, value: float, most: float) -> dict[str, Any]:
    """A bound and whether it is kept."""
    return {"bound": what, "value": round(value, 4), "most": round(most, 4), "pass": value <= most}

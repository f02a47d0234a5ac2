"""`python -m bench [NAME...]`: one JSON object a benchmark, a line each on standard output."""

import argparse
import json
import sys
from collections.abc import Callable
from typing import Any

from bench import batch, reading, reports, score, start
from bench.installed import Installed, installed
from bench.machine import Watch
from bench.process import BenchError

Benchmark = Callable[[Installed, "argparse.Namespace"], dict[str, Any]]

_BENCHMARKS: dict[str, Benchmark] = {
    "start": lambda program, options: start.measure(program, times=5 if options.quick else 15),
    "score": lambda program, options: score.measure(program, times=3 if options.quick else 11),
    "reports": lambda program, options: reports.measure(program, times=1 if options.quick else 5),
    "reading": lambda program, options: reading.measure(program, times=1 if options.quick else 5),
    "batch": lambda program, options: batch.measure(program, count=options.count or (60 if options.quick else 1000), quick=options.quick),
}


def main(arguments: list[str] | None = None) -> int:
    """Runs the benchmarks named, or all; returns 1 where a bound is not kept."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(_BENCHMARKS))
    parser.add_argument("--count", type=int, help="agencies of the batch, 1000 unless told")
    parser.add_argument("--quick", action="store_true", help="few runs: to see that it works, not to quote")
    options = parser.parse_args(arguments)
    unknown = [name for name in options.names if name not in _BENCHMARKS]
    if unknown:
        parser.error(f"unknown {', '.join(unknown)}; there are {', '.join(_BENCHMARKS)}")
    passed = True
    with installed() as program:
        for name in options.names or _BENCHMARKS:
            watch = Watch()
            answer = _BENCHMARKS[name](program, options)
            passed = passed and all(bound["pass"] for bound in answer["bounds"])
            print(json.dumps({"name": name, **answer, "quick": options.quick, "machine": watch.seen()}, ensure_ascii=False), flush=True)
    return 0 if passed else 1


if __name__ == "__main__":
    try:
        sys.exit(main())
    except BenchError as error:
        print(error, file=sys.stderr)
        sys.exit(2)

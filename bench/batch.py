"""What a report costs when many agencies' analyses are made in one call, and whether memory stays flat."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from statistics import mean, median
from typing import Any

from bench.agencies import write_agencies
from bench.installed import Installed
from bench.machine import cores
from bench.memory import MemoryCurve
from bench.process import BenchError, Run, bound, child, run

_TYPST_SAMPLE, _WEASYPRINT_SAMPLE = 50, 5
_TIMES_TYPST, _SHARE_OF_WEASYPRINT, _MEGABYTES = 2.0, 0.25, 700
_PATIENCE, _PATIENCE_A_REPORT = 120, 5
_VARIANTS = ("plain", "a-2a")
_WHAT = {
    "ours": "prongsai report FILES --kind analysis --format pdf in one call; seconds x processors / reports, loading and starting counted",
    "limit": "Typst alone: same sources, charts, fonts and PDF standards, one processor, one process, loading not counted",
    "peer": "WeasyPrint: the page that the program writes for the same report, one processor, one process, loading not counted",
    "agencies": "made up",
    "ratios_by_cpu_seconds": "the same by seconds of processor: what to read where others kept the machine busy",
}


def measure(program: Installed, *, count: int, quick: bool = False) -> dict[str, Any]:
    """Ours on all processors between two halves of the limit (Typst) and of the peer (WeasyPrint), each on one processor."""
    files = write_agencies(program.scratch("agencies"), count)
    sources = _sources(program, _spread(files, 10 if quick else _TYPST_SAMPLE))
    pages = _spread(sources, 2 if quick else _WEASYPRINT_SAMPLE)
    before = _beside(program, sources[::2], pages)
    ours, curve, pdfs = _ours(program, files)
    after = _beside(program, sources[1::2], pages)
    both = {name: {key: [*before[name][key], *after[name][key]] for key in ("seconds", "cpu")} for name in before}
    return _answer(ours, count, {**both, "memory": curve.figures(count), "kilobytes": pdfs})


def _ours(program: Installed, files: Sequence[Path]) -> tuple[Run, MemoryCurve, float]:
    out, curve = program.scratch("out"), MemoryCurve()
    command = program.command("report", *files, "--kind", "analysis", "--format", "pdf", "--out", out)
    follow = partial(curve.follow, seconds=_PATIENCE + _PATIENCE_A_REPORT * len(files))
    done = run(command, program.environment, meanwhile=follow)
    sizes = [path.stat().st_size for path in out.rglob("*.pdf")]
    if len(sizes) != len(files):
        raise BenchError(f"{len(files)} reports were asked for, {len(sizes)} were written")
    return done, curve, mean(sizes) / 1024


def _sources(program: Installed, files: Sequence[Path]) -> list[Path]:
    folder = program.scratch("sources")
    run(program.script(child("take_sources"), folder, "analysis", *files), program.environment)
    return sorted(folder.iterdir())


def _beside(program: Installed, sources: Sequence[Path], pages: Sequence[Path]) -> dict[str, dict[str, list[float]]]:
    """Seconds a document on one processor, on the clock and on that processor: Typst, and WeasyPrint in each variant."""
    commands = {"typst": program.script(child("bare_typst"), *sources)}
    commands |= {variant: program.script(child("weasyprint_loop"), variant, *pages) for variant in _VARIANTS}
    return {name: run(command, program.environment, one_core=True).json() for name, command in commands.items()}


def _spread(paths: Sequence[Path], count: int) -> list[Path]:
    """As many of the paths, from all over the list."""
    few = min(count, len(paths))
    return [paths[index * len(paths) // few] for index in range(few)]


def _answer(ours: Run, count: int, found: dict[str, Any]) -> dict[str, Any]:
    a_report, of_cpu = ours.wall * cores() / count, ours.cpu / count
    typst, memory = found["typst"], found["memory"]
    fastest = min((found[variant] for variant in _VARIANTS), key=lambda one: mean(one["seconds"]))
    bounds = [
        bound("ours / bare Typst", a_report / mean(typst["seconds"]), _TIMES_TYPST),
        bound("ours / WeasyPrint, its faster variant", a_report / mean(fastest["seconds"]), _SHARE_OF_WEASYPRINT),
    ]
    if memory["peak_mb"] is not None:
        bounds.append(bound("MB of all processes together", memory["peak_mb"], _MEGABYTES))
    return {
        "count": count,
        "ours": {
            "wall_seconds": round(ours.wall, 2),
            "seconds_a_report": round(a_report, 4),
            "cpu_seconds_a_report": round(of_cpu, 4),
            "kilobytes_a_report": round(found["kilobytes"]),
        },
        "limit": _told(typst),
        "peer": {variant: _told(found[variant]) for variant in _VARIANTS},
        "ratios_by_cpu_seconds": {"limit": round(of_cpu / mean(typst["cpu"]), 3), "peer": round(of_cpu / mean(fastest["cpu"]), 3)},
        "memory": memory,
        "what": _WHAT,
        "bounds": bounds,
    }


def _told(one: dict[str, list[float]]) -> dict[str, Any]:
    seconds = one["seconds"]
    return {
        "seconds_a_report": round(mean(seconds), 4),
        "median": round(median(seconds), 4),
        "cpu_seconds_a_report": round(mean(one["cpu"]), 4),
        "documents": len(seconds),
    }

"""Many reports in one call: one agency after the other, or on all cores with flat memory."""

import os
import signal
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context, parent_process
from pathlib import Path
from threading import Thread
from typing import Any

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from prongsai.checker import DocumentRemark, check
from prongsai.cli.language import of, say
from prongsai.cli.output import console
from prongsai.document import Digits
from prongsai.errors import InputError, OutputError, Problem, ProngsaiError
from prongsai.pipeline import Way, start
from prongsai.report import Format, ReportKind, build, possible_kinds, write_report
from prongsai.words import Language, Words

_FEW = 4
_RENEW_AFTER = 250
_WORKER_ENDED = Problem(
    "worker-ended",
    Words("โปรแกรมย่อยที่เขียนรายงานหยุดกลางคัน รายงานที่เขียนแล้วยังอยู่ครบ", "a process that writes reports was stopped; reports already written are whole"),
    why=Words("หน่วยความจำของเครื่องอาจไม่พอ", "the machine may have run out of memory"),
    mend=Words("สั่งอีกครั้งทีละน้อยไฟล์", "run it again with fewer files"),
)


@dataclass(frozen=True, slots=True)
class Job:
    """What to write for each results file; `kinds` None means all that the data allow."""

    kinds: tuple[ReportKind, ...] | None
    formats: tuple[Format, ...]
    digits: Digits
    layout: str
    language: Language
    out: Path
    overlay: Path | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one results file; `remarks` are what the checker says above a note of the reports just written."""

    source: Path
    files: tuple[Path, ...] = ()
    headline: str = ""
    lines: tuple[str, ...] = ()
    remarks: tuple[tuple[ReportKind, DocumentRemark], ...] = ()
    error: ProngsaiError | None = None

    def answer(self) -> dict[str, Any]:
        """The outcome as plain values."""
        problems = [{"code": one.code, "where": one.where, "message": one.what.en} for one in self.error.problems] if self.error else []
        remarks = [{"kind": kind, "rule": one.rule, "severity": one.severity, "message": of(one.message)} for kind, one in self.remarks]
        return {"source": str(self.source), "files": [str(file) for file in self.files], "remarks": remarks, "problems": problems}


def run_jobs(job: Job, results: list[Path], *, renew_after: int = _RENEW_AFTER) -> list[Outcome]:
    """Writes the reports of every file, in the order given; a file that cannot be used does not stop the others.

    Workers are renewed after so many files each, which keeps their memory flat whatever the count.
    """
    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=console(errors=True),
        disable=not sys.stderr.isatty(),
    ) as bar:
        task = bar.add_task(say("เขียนรายงาน", "writing reports"), total=len(results))
        outcomes = []
        for outcome in _outcomes(job, results, renew_after):
            outcomes.append(outcome)
            bar.advance(task)
    return outcomes


def _outcomes(job: Job, results: list[Path], renew_after: int) -> Iterator[Outcome]:
    cores = _cores()
    if len(results) <= _FEW or cores == 1:
        yield from map(partial(_write, job), results)
        return
    for first in range(0, len(results), renew_after * cores):
        # A pool a slice: max_tasks_per_child can hang (CPython issue 115634).
        with ProcessPoolExecutor(cores, mp_context=get_context("spawn"), initializer=_end_with_parent) as pool:
            try:
                with _deaf_to_interrupts():
                    outcomes = pool.map(partial(_write, job), results[first : first + renew_after * cores])
                yield from outcomes
            except BrokenProcessPool as error:
                raise OutputError(_WORKER_ENDED) from error


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """Workers born inside do not hear Ctrl-C, which goes to the whole group.

    One that dies of it with the lock of the queue in hand would keep the others, and the parent, waiting for ever.
    """
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _end_with_parent() -> None:
    """A worker whose parent was killed would wait for work for ever."""
    parent = parent_process()

    def follow() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    Thread(target=follow, daemon=True).start()


def _write(job: Job, source: Path) -> Outcome:
    try:
        way = start(source, job.overlay, job.language)
        kinds = _kinds(job, way, source)
        files: list[Path] = []
        remarks: list[tuple[ReportKind, DocumentRemark]] = []
        for kind in kinds:
            document = build(way, kind, language=job.language, digits=job.digits, layout=job.layout)
            found = check(document, year=way.results.year, overlay=job.overlay)
            remarks += [(kind, remark) for remark in found.remarks if remark.severity != "note"]
            files += [write_report(document, job.out / source.stem / f"{kind}.{form}") for form in job.formats]
    except ProngsaiError as error:
        return Outcome(source, error=error)
    return Outcome(source, tuple(files), *_told(way), tuple(remarks))


def _kinds(job: Job, way: Way, source: Path) -> tuple[ReportKind, ...]:
    possible = possible_kinds(way)
    asked = job.kinds if job.kinds is not None else possible
    lacking = [kind for kind in asked if kind not in possible]
    if lacking or not asked:
        named = ", ".join(lacking) or "analysis"
        what = Words(f"ข้อมูลไม่พอสำหรับรายงาน {named}", f"the data do not allow the report {named}")
        mend = Words(
            "รายงาน analysis ต้องมีคะแนน ส่วน measures และ progress ต้องมีมาตรการในไฟล์ (เติมได้ด้วย prongsai plan -o)",
            "analysis needs a score; measures and progress need measures in the file (prongsai plan -o fills in proposals)",
        )
        raise InputError(Problem("not-enough-data", what, str(source), mend=mend))
    return asked


def _told(way: Way) -> tuple[str, tuple[str, ...]]:
    """A headline and a few lines for the terminal."""
    results, total = way.results, way.sheet.total.shown
    headline = say(f"{results.agency.name} ปีงบประมาณ พ.ศ. {results.year}", f"{results.agency.name}, fiscal year {results.year}")
    lines = []
    if total is not None:
        level = way.level.name.to(way.language) if way.level.name else way.level.code or "-"
        lines.append(say(f"คะแนนรวม {total} ระดับ {level}: {way.level.because.th}", f"total {total}, level {level}: {way.level.because.en}"))
    if way.analysis.strongest:
        best, worst = way.analysis.strongest[0], way.analysis.weakest[0]
        lines.append(
            say(
                f"สูงสุด {best.id} {best.name.th} {best.shown} ต่ำสุด {worst.id} {worst.name.th} {worst.shown}",
                f"highest {best.id} {best.name.en} {best.shown}, lowest {worst.id} {worst.name.en} {worst.shown}",
            )
        )
    if way.coverage.weak:
        covered, weak = len(way.coverage.covered), len(way.coverage.weak)
        lines.append(say(f"จุดอ่อน {weak} รายการ มีมาตรการแล้ว {covered}", f"{weak} weak points, {covered} with a measure"))
    return headline, tuple(lines)

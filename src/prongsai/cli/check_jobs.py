"""Checking one document or a folder of them: each is read in a process of its own, several at once, with a progress bar."""

import os
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from prongsai.checker import Check, check_document, remark_page
from prongsai.cli.language import of, say
from prongsai.cli.output import console
from prongsai.document import Comment, Reading, Recognise, write_comments
from prongsai.errors import ProngsaiError
from prongsai.files import write_whole
from prongsai.plan import Severity
from prongsai.results import Results, read_results
from prongsai.words import Language


@dataclass(frozen=True, slots=True)
class CheckJob:
    """How to check each document; `out` is the folder for pages and commented Word files."""

    year: int | None
    results: Path | None
    rules: tuple[str, ...] | None
    skip: tuple[str, ...]
    out: Path | None
    ocr: Recognise
    overlay: Path | None
    language: Language


@dataclass(frozen=True, slots=True)
class Checked:
    """What became of one document."""

    source: Path
    check: Check | None = None
    files: tuple[Path, ...] = ()
    error: ProngsaiError | None = None

    def count(self, severity: Severity) -> int:
        """How many remarks of a severity it got."""
        return sum(remark.severity == severity for remark in self.check.remarks) if self.check else 0

    def refusal(self) -> dict[str, Any]:
        """Why it could not be checked, as plain values."""
        problems = self.error.problems if self.error else ()
        return {
            "document": str(self.source),
            "problems": [{"code": one.code, "where": one.where, "message": of(one.what), "mend": of(one.mend)} for one in problems],
        }


def check_all(job: CheckJob, documents: list[Path]) -> list[Checked]:
    """Every document in the order given; one that cannot be read does not stop the others."""
    results = read_results(job.results, overlay=job.overlay) if job.results else None
    with _bar() as bar:
        pages = bar.add_task(say("อ่านและตรวจ", "reading and checking"), total=len(documents))

        def told(done: int, total: int) -> None:
            bar.update(pages, completed=done, total=total)

        if len(documents) == 1:
            return [_check(job, documents[0], results, told)]
        with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
            futures = [pool.submit(_check, job, document, results) for document in documents]
            for future in futures:
                future.add_done_callback(lambda _: bar.advance(pages))
            return [future.result() for future in futures]


def _bar() -> Progress:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    return Progress(*columns, console=console(errors=True), disable=not sys.stderr.isatty(), transient=True)


def _check(job: CheckJob, source: Path, results: Results | None, progress: Callable[[int, int], None] | None = None) -> Checked:
    try:
        reading, check = check_document(
            source, year=job.year, results=results, rules=job.rules, skip=job.skip, overlay=job.overlay, ocr=job.ocr, progress=progress
        )
        return Checked(source, check, tuple(_written(job, source, reading, check)) if job.out else ())
    except ProngsaiError as error:
        return Checked(source, error=error)


def _written(job: CheckJob, source: Path, reading: Reading, check: Check) -> list[Path]:
    """The page, and of a Word file a copy with the remarks as comments."""
    if job.out is None:
        return []
    page = job.out / f"{source.name}.html"
    write_whole(page, remark_page(source.name, reading, check, job.language).encode())
    if reading.form != "docx":
        return [page]
    commented = job.out / f"{source.stem}.{say('ข้อสังเกต', 'remarks')}.docx"
    comments = [
        Comment(remark.place.anchor, f"{of(remark.message)}\n{say('วิธีแก้', 'How to mend')}: {of(remark.mend)} [{remark.rule}]") for remark in check.remarks
    ]
    write_comments(source, commented, comments)
    return [page, commented]

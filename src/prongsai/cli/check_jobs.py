"""Checking one document or a folder of them: each is read in a process of its own, several at once, with a progress bar."""

import os
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from prongsai.checker import Check, check_document, comment_text, places_of, remark_page
from prongsai.cli.documents import OWN_PAGE, OWN_WORD, Named
from prongsai.cli.language import of, say
from prongsai.cli.output import console
from prongsai.document import Comment, Reading, Recognise, write_comments
from prongsai.errors import ProngsaiError
from prongsai.files import write_whole
from prongsai.plan import Severity
from prongsai.results import Results, read_results
from prongsai.words import Language, Words


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
    """What became of one document; `places` says of each remark where a person finds it."""

    source: Named
    check: Check | None = None
    places: tuple[Words, ...] = ()
    files: tuple[Path, ...] = ()
    error: ProngsaiError | None = None

    def count(self, severity: Severity) -> int:
        """How many remarks of a severity it got."""
        return sum(remark.severity == severity for remark in self.check.remarks) if self.check else 0

    def refusal(self) -> dict[str, Any]:
        """Why it could not be checked, as plain values."""
        problems = self.error.problems if self.error else ()
        told = [{"code": one.code, "where": one.where, "message": of(one.what), "mend": of(one.mend)} for one in problems]
        return {"document": str(self.source.path), "checked": False, "problems": told}


def check_all(job: CheckJob, documents: list[Named]) -> list[Checked]:
    """Every document in the order given; one that cannot be read does not stop the others."""
    results = read_results(job.results, overlay=job.overlay) if job.results else None
    alone = len(documents) == 1
    with _bar() as bar:
        # One document is done before a bar could be read, unless its pages must be recognised.
        task = bar.add_task(say("อ่านและตรวจ", "reading and checking"), total=len(documents), visible=not alone)

        def told(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total, visible=True)

        if alone:
            return [_check(job, documents[0], results, told)]
        pool = ThreadPoolExecutor(os.cpu_count() or 1)
        try:
            futures = [pool.submit(_check, job, document, results) for document in documents]
            for future in futures:
                future.add_done_callback(lambda _: bar.advance(task))
            return [future.result() for future in futures]
        finally:
            # After Ctrl-C those that are being read come to their end, the others are not begun.
            pool.shutdown(wait=False, cancel_futures=True)


def _bar() -> Progress:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    return Progress(*columns, console=console(errors=True), disable=not sys.stderr.isatty(), transient=True)


def _check(job: CheckJob, source: Named, results: Results | None, progress: Callable[[int, int], None] | None = None) -> Checked:
    try:
        reading, check = check_document(
            source.path, year=job.year, results=results, rules=job.rules, skip=job.skip, overlay=job.overlay, ocr=job.ocr, progress=progress
        )
        index = places_of(reading)
        places = tuple(index.words(remark.place) for remark in check.remarks)
        return Checked(source, check, places, tuple(_written(job, source, reading, check)))
    except ProngsaiError as error:
        return Checked(source, error=error)


def _written(job: CheckJob, source: Named, reading: Reading, check: Check) -> list[Path]:
    """The page, and of a Word file with remarks a copy that has them as comments."""
    if job.out is None:
        return []
    out, language = job.out, job.language
    page = out / source.name.with_name(source.name.name + OWN_PAGE)
    write_whole(page, remark_page(str(source.name), reading, check, language))
    if reading.form != "docx" or not check.remarks:
        return [page]
    commented = out / source.name.with_name(source.name.stem + OWN_WORD)
    write_comments(source.path, commented, [Comment(remark.place.anchor, comment_text(remark, language)) for remark in check.remarks])
    return [page, commented]

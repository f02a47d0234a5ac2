"""From a file to its remarks, or to its figures."""

from collections.abc import Sequence
from pathlib import Path

from prongsai.checker.check import Check, check
from prongsai.checker.facts.collect import facts_of
from prongsai.checker.harvesting.harvest import harvest
from prongsai.checker.harvesting.model import Harvest
from prongsai.document import Reading, ReadProgress, Recognise, read_document
from prongsai.results import Results


def check_document(
    path: Path,
    *,
    year: int | None = None,
    results: Results | None = None,
    rules: Sequence[str] | None = None,
    skip: Sequence[str] = (),
    overlay: Path | None = None,
    ocr: Recognise = "auto",
    progress: ReadProgress | None = None,
) -> tuple[Reading, Check]:
    """What a document says, and the remarks on it; raises InputError where it cannot be read."""
    reading = read_document(path, ocr=ocr, progress=progress)
    return reading, check(reading, year=year, results=results, rules=rules, skip=skip, overlay=overlay)


def read_figures(path: Path, *, year: int | None = None, overlay: Path | None = None, ocr: Recognise = "auto", progress: ReadProgress | None = None) -> Harvest:
    """The results and measures that a document states; raises InputError where it cannot be read or names no agency or year."""
    return harvest(facts_of(read_document(path, ocr=ocr, progress=progress), year), overlay)

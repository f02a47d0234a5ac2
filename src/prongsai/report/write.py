"""Reports as documents and as files: which kinds the data allow, in which format."""

from collections.abc import Callable
from pathlib import Path
from typing import Literal, get_args

from prongsai.document import Digits, Document, in_digits, write_document
from prongsai.report.analysis_report import analysis_report
from prongsai.report.brief import Brief
from prongsai.report.measures_report import measures_report
from prongsai.report.progress_report import progress_report
from prongsai.report.voice import Voice
from prongsai.words import Language

ReportKind = Literal["analysis", "measures", "progress"]
Format = Literal["docx", "pdf", "html"]


KINDS: tuple[ReportKind, ...] = get_args(ReportKind)
FORMATS: tuple[Format, ...] = get_args(Format)


def possible_kinds(brief: Brief) -> tuple[ReportKind, ...]:
    """The reports that the data allow: the analysis needs a score or a list of lost items, the others need measures."""
    scores = brief.results.scores
    anything = scores.indicators or scores.instruments or scores.items or scores.parts or scores.no_points is not None or scores.published_total is not None
    kinds: list[ReportKind] = ["analysis"] if anything else []
    return (*kinds, *(("measures", "progress") if brief.results.measures else ()))


def build(brief: Brief, kind: ReportKind, *, language: Language = "th", digits: Digits = "arabic", layout: str = "own") -> Document:
    """A report as a document."""
    voice = Voice(language, brief.framework)
    builders: dict[ReportKind, Callable[[], Document]] = {
        "analysis": lambda: analysis_report(voice, brief),
        "measures": lambda: measures_report(voice, brief, layout),
        "progress": lambda: progress_report(voice, brief, layout),
    }
    return in_digits(builders[kind](), digits)


def write_report(document: Document, path: Path) -> Path:
    """Writes a report in the format of the path's ending; raises OutputError and leaves nothing half-written."""
    write_document(document, path)
    return path

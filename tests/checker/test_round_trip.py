"""Both ways: every report that we write reads back to what it was written from, and passes our own checker."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from prongsai.checker import check, facts_of, harvest
from prongsai.document import Digits, Reading, write_document
from prongsai.document.reading.html.read_html import read_html
from prongsai.document.reading.pdf.read_pdf import read_pdf_text
from prongsai.document.reading.word.read_docx import read_docx
from prongsai.report import ReportKind, layouts
from prongsai.results import Measure, Progress, Results
from prongsai.thai import to_arabic_digits
from prongsai.words import Language
from report.made_up import EXAMPLES, built, way

_READERS: dict[str, Callable[[Path], Reading]] = {"docx": read_docx, "html": read_html, "pdf": lambda path: read_pdf_text(path).reading}
_DIGITS: tuple[Digits, ...] = ("thai", "arabic")
_LANGUAGES: tuple[Language, ...] = ("th", "en")
_TABLES: tuple[ReportKind, ...] = ("measures", "progress")
# Remarks that are true of an agency's own data: its measures are everybody's, all year, for some indicators only, and results repeat and name no proof.
_TRUE_OF_THE_DATA = {
    "mae-sot-2568": frozenset[str](),
    "chum-saeng-2566": frozenset({"vague-owner", "vague-period", "copied-row", "no-evidence", "uncovered-weakness"}),
}
_FIELDS = {
    ("measures", "own"): ("title", "answers", "steps", "responsible", "start", "end", "follow_up", "success"),
    ("measures", "mae-sot"): ("title", "answers", "steps", "responsible", "start", "end", "follow_up"),
    ("measures", "chum-saeng"): ("title", "answers", "steps", "responsible", "start", "end", "follow_up"),
    ("progress", "own"): ("title", "answers", "responsible", "start", "end"),
    ("progress", "mae-sot"): ("title", "answers", "responsible", "start", "end"),
    ("progress", "chum-saeng"): ("title", "answers", "steps", "responsible", "start", "end"),
}
_REPORTED = ("status", "done", "outcome", "evidence")


def _read(document_path: Path, example: str, kind: ReportKind, *, digits: Digits, layout: str = "own", language: Language = "th") -> Reading:
    write_document(built(example, kind, language, digits, layout), document_path)
    return _READERS[document_path.suffix[1:]](document_path)


def _above_notes(reading: Reading, example: str) -> list[str]:
    return [f"{one.rule}: {one.message.en}" for one in check(reading).remarks if one.severity != "note" and one.rule not in _TRUE_OF_THE_DATA[example]]


def _bare(value: object) -> str:
    """A text without the blanks that the end of a line swallows, in one system of digits."""
    return re.sub(r"\s+", "", to_arabic_digits(str(value)))


def _shown(of: Measure | Progress, fields: tuple[str, ...]) -> dict[str, str]:
    return {field: _bare(getattr(of, field)) for field in fields}


def _latest(results: Results) -> list[dict[str, str]]:
    return [_shown(measure.latest, _REPORTED) if measure.latest else {} for measure in results.measures]


@pytest.mark.parametrize("form", _READERS)
@pytest.mark.parametrize("digits", _DIGITS)
def test_an_analysis_reads_back_to_its_figures_and_passes(tmp_path: Path, form: str, digits: Digits) -> None:
    given = way("mae-sot-2568").results

    reading = _read(tmp_path / f"analysis.{form}", "mae-sot-2568", "analysis", digits=digits)

    found = harvest(facts_of(reading)).results
    assert _above_notes(reading, "mae-sot-2568") == []
    assert found.agency.name == given.agency.name
    assert (found.agency.district, found.agency.province) == (given.agency.district, given.agency.province)
    assert found.scores.indicators == given.scores.indicators
    assert found.scores.items == given.scores.items
    assert found.scores.published_total == given.scores.published_total
    assert found.scores.published_level == given.scores.published_level
    assert set(found.scores.no_points or ()) == set(given.scores.no_points or ())
    assert found.previous is not None
    assert given.previous is not None
    assert found.previous.indicators == given.previous.indicators


@pytest.mark.parametrize("form", _READERS)
@pytest.mark.parametrize("digits", _DIGITS)
@pytest.mark.parametrize("layout", layouts())
@pytest.mark.parametrize("kind", _TABLES)
@pytest.mark.parametrize("example", EXAMPLES)
def test_measures_and_progress_read_back_to_what_was_written_and_pass(
    tmp_path: Path, example: str, kind: ReportKind, layout: str, digits: Digits, form: str
) -> None:
    given, fields = way(example).results, _FIELDS[kind, layout]

    reading = _read(tmp_path / f"{kind}.{form}", example, kind, digits=digits, layout=layout)

    found = harvest(facts_of(reading)).results
    assert _above_notes(reading, example) == []
    assert found.plan_year == given.plan_year
    assert [_shown(measure, fields) for measure in found.measures] == [_shown(measure, fields) for measure in given.measures]
    if kind == "progress":
        assert _latest(found) == _latest(given)


@pytest.mark.parametrize("language", _LANGUAGES)
@pytest.mark.parametrize("form", _READERS)
def test_a_report_in_either_language_passes(tmp_path: Path, language: Language, form: str) -> None:
    for kind in ("analysis", *_TABLES):
        reading = _read(tmp_path / f"{kind}.{form}", "mae-sot-2568", kind, digits="arabic", language=language)

        assert _above_notes(reading, "mae-sot-2568") == []

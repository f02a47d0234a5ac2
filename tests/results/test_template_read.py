"""A template that people filled in, in all the ways that people fill in a form."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from prongsai.document import write_workbook
from prongsai.errors import InputError
from prongsai.framework import load_framework
from prongsai.results import Results, read_results, template
from prongsai.results.template import AGENCY, DISCLOSURE, MEASURES, PROGRESS, SCORES, SURVEY

Value = str | int | float | datetime | None
Fill = Callable[..., Path]
_YEAR = "C7"


@pytest.fixture
def fill(tmp_path: Path) -> Fill:
    """Fills cells of an empty template of 2568: sheet, cell, value, in turn."""

    def write(*entries: tuple[str, str, Value]) -> Path:
        path = tmp_path / "form.xlsx"
        write_workbook(template(load_framework(2568)), path)
        book: Workbook = openpyxl.load_workbook(path)
        for sheet, cell, value in ((AGENCY, "C2", "เทศบาลตำบลตัวอย่าง"), *entries):
            book[sheet][cell] = value
        book.save(path)
        return path

    return write


def _refused(path: Path) -> tuple[str, str]:
    """The code and the place of the one fault."""
    with pytest.raises(InputError) as caught:
        read_results(path)
    assert len(caught.value.problems) == 1
    return caught.value.problems[0].code, caught.value.problems[0].where.rpartition(" › ")[2]


def test_a_form_with_nothing_but_the_agency_is_results_without_scores(fill: Fill) -> None:
    results = read_results(fill())

    assert (results.agency.name, results.year) == ("เทศบาลตำบลตัวอย่าง", 2568)
    assert (results.scores.indicators, results.scores.no_points, results.previous, results.measures) == ({}, None, None, ())


@pytest.mark.parametrize("value", [95.24, "95.24", "๙๕.๒๔", " 95.24 "])
def test_a_score_is_read_as_number_and_as_text_in_both_digits(fill: Fill, value: Value) -> None:
    assert read_results(fill((SCORES, "C2", value))).scores.indicators == {1: Decimal("95.24")}


def test_a_column_of_last_year_makes_a_previous_year(fill: Fill) -> None:
    previous = read_results(fill((SCORES, "D2", 90))).previous

    assert previous is not None
    assert (previous.year, previous.indicators) == (2567, {1: Decimal(90)})


def test_one_verdict_says_that_the_other_items_got_points(fill: Fill) -> None:
    some, all_fine = read_results(fill((DISCLOSURE, "C10", "ไม่ได้คะแนน"))), read_results(fill((DISCLOSURE, "C2", "ได้คะแนน")))

    assert (some.scores.no_points, all_fine.scores.no_points) == (("o9",), ())


def test_notes_and_items_are_read_by_the_code_of_their_row(fill: Fill) -> None:
    results = read_results(fill((SURVEY, "C2", 91), (SURVEY, "D2", "ช้า"), (DISCLOSURE, "D10", "ไม่ครบ")))

    assert results.scores.items == {"i1": Decimal(91)}
    assert results.assessor_notes == {"i1": "ช้า", "o9": "ไม่ครบ"}


def test_measures_and_their_progress_are_read_with_lists_and_dates(fill: Fill) -> None:
    path = fill(
        (MEASURES, "B2", "จัดทำคู่มือ"),
        (MEASURES, "C2", "o9, ๐10 ,4"),
        (MEASURES, "D2", "ทบทวน\n\nเผยแพร่\n"),
        (MEASURES, "F2", datetime(2025, 10, 1)),
        (MEASURES, "G2", "มี.ค. 69"),
        (PROGRESS, "A2", 1),
        (PROGRESS, "B2", "31/3/2569"),
        (PROGRESS, "C2", "แล้วเสร็จ"),
        (PROGRESS, "F2", "https://example.go.th/1\nแฟ้ม 3"),
    )

    (measure,) = read_results(path).measures

    assert (measure.answers, measure.steps) == (("o9", "o10", "4"), ("ทบทวน", "เผยแพร่"))
    assert (measure.start, measure.end) == (date(2025, 10, 1), date(2026, 3, 31))
    assert (measure.progress[0].date, measure.progress[0].status) == (date(2026, 3, 31), "done")
    assert measure.progress[0].evidence == ("https://example.go.th/1", "แฟ้ม 3")


def test_rows_left_blank_between_measures_do_not_shift_their_progress(fill: Fill) -> None:
    results = read_results(
        fill((MEASURES, "B2", "หนึ่ง"), (MEASURES, "B5", "สี่"), (PROGRESS, "A2", 4), (PROGRESS, "B2", "31/3/2569"), (PROGRESS, "C2", "แล้วเสร็จ"))
    )

    assert [(measure.title, len(measure.progress)) for measure in results.measures] == [("หนึ่ง", 0), ("สี่", 1)]


@pytest.mark.parametrize("number", ["๑", "1", None])
def test_the_number_of_a_measure_may_be_a_text_or_wiped_out(fill: Fill, number: Value) -> None:
    path = fill((MEASURES, "A2", number), (MEASURES, "B2", "หนึ่ง"), (PROGRESS, "A2", "1"), (PROGRESS, "B2", "31/3/2569"), (PROGRESS, "C2", "แล้วเสร็จ"))

    assert len(read_results(path).measures[0].progress) == 1


@pytest.mark.parametrize("year", [2568, "2568", "๒๕๖๘", None])
def test_the_year_may_be_typed_as_text_or_wiped_out(fill: Fill, year: Value) -> None:
    results: Results = read_results(fill((AGENCY, _YEAR, year), (SCORES, "D2", 90)))

    assert (results.year, results.previous and results.previous.year) == (2568, 2567)


@pytest.mark.parametrize("year", [2567, "2567", "ปีนี้", 2568.5])
def test_a_template_of_another_year_is_refused_at_its_cell(fill: Fill, year: Value) -> None:
    assert _refused(fill((AGENCY, _YEAR, year))) == ("template-of-another-year", f"{AGENCY}!{_YEAR}")


@pytest.mark.parametrize(
    ("entry", "code", "place"),
    [
        ((SCORES, "C2", 101), "score-out-of-range", f"indicators.1 ({SCORES}!C2)"),
        ((SCORES, "D12", "95,24"), "unreadable-number", f"previous.instruments.IIT ({SCORES}!D12)"),
        ((SURVEY, "C2", "สูง"), "unreadable-number", f"items.i1 ({SURVEY}!C2)"),
        ((SCORES, "A2", "11"), "unknown-indicator", None),
        ((DISCLOSURE, "C2", "ได้"), "unknown-choice", f"{DISCLOSURE}!C2"),
        ((DISCLOSURE, "A2", "o44"), "unknown-item", None),
        ((MEASURES, "D2", "ขั้นตอนเดียว"), "no-name", f"measures.1.title ({MEASURES}!B2)"),
        ((PROGRESS, "C2", "แล้วเสร็จ"), "unknown-measure", f"{PROGRESS}!A2"),
        ((SCORES, "C2", "=1+1"), "formula-without-value", f"{SCORES}!C2"),
    ],
)
def test_a_fault_is_named_by_its_cell(fill: Fill, entry: tuple[str, str, Value], code: str, place: str | None) -> None:
    extra = [(SCORES, "C2", 5)] if code == "unknown-indicator" else [(DISCLOSURE, "D2", "ก")] if code == "unknown-item" else []

    found = _refused(fill(entry, *extra))

    assert found[0] == code
    assert place is None or found[1] == place


@pytest.mark.parametrize("number", [1, "ก", "²"])
def test_two_measures_of_one_number_or_a_number_that_is_none_are_refused_and_none_is_dropped(fill: Fill, number: Value) -> None:
    path = fill((MEASURES, "B2", "หนึ่ง"), (MEASURES, "A3", number), (MEASURES, "B3", "สอง"))

    assert _refused(path) == ("measure-number", f"{MEASURES}!A3")


@pytest.mark.parametrize("mark", [None, "prongsai-results", "prongsai-results สอง", "prongsai-results ²", "งบประมาณ"])
def test_a_file_without_the_mark_of_a_template_is_refused(fill: Fill, mark: Value) -> None:
    assert _refused(fill((AGENCY, "A1", mark)))[0] == "not-a-template"


def test_a_template_that_lost_a_sheet_is_refused_with_its_name(fill: Fill) -> None:
    path = fill()
    book = openpyxl.load_workbook(path)
    del book[SURVEY]
    book.save(path)

    with pytest.raises(InputError, match=SURVEY):
        read_results(path)

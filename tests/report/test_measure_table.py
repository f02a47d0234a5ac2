"""Cells of the tables of measures: what stands in them, and what says that nothing does."""

from datetime import date
from typing import Any

import pytest

from prongsai.document import Cell, Table
from prongsai.framework import Bilingual
from prongsai.report.layout import Field, LayoutColumn
from prongsai.report.measure_table import MeasureTable
from prongsai.report.voice import Voice
from report.made_up import measure, report, way_of

_HEAD = Bilingual(th="หัว", en="Head")


def _cell(*fields: Field, day: date | None = None, **entry: Any) -> Cell:
    """The cell of one column with these fields for one measure."""
    way = way_of(measures=[measure(1, **entry)], assessor_notes={"o9": "ยังไม่ครบ"})
    found = MeasureTable(Voice("th", way.framework), way, day).table((LayoutColumn(head=_HEAD, fields=fields, width=1),), way.results.measures)
    assert isinstance(found, Table)
    return found.rows[0][0]


def test_several_fields_stand_below_each_other() -> None:
    assert _cell("title", "responsible").text == "มาตรการตัวอย่าง ก1\nสำนักปลัด"


def test_steps_are_numbered_paragraphs() -> None:
    assert [paragraph.role for paragraph in _cell("steps").paragraphs] == ["number", "number"]


@pytest.mark.parametrize("field", ["answers", "steps", "responsible", "follow_up", "success", "budget"])
def test_an_empty_field_is_shown_as_not_given_and_quiet(field: Field) -> None:
    empty: dict[str, Any] = {field: None}

    cell = _cell(field, **empty)

    assert (cell.text, cell.tone) == ("(ยังไม่ระบุ)", "quiet")


def test_a_budget_has_thousands_commas_and_two_decimals() -> None:
    assert _cell("budget", budget="125000.5").text == "125,000.50 บาท"


def test_a_budget_of_nothing_is_a_budget() -> None:
    assert _cell("budget", budget=0).text == "0.00 บาท"


def test_the_analysis_of_a_weak_point_is_the_note_of_the_assessor_or_else_its_usual_cause() -> None:
    noted, usual = _cell("analysis", answers=["o9"]).text, _cell("analysis", answers=["o12"]).text

    assert noted.endswith(" ยังไม่ครบ")
    assert usual.startswith("ข้อ o12 ")
    assert len(usual) > len("ข้อ o12 ") + 40


def test_progress_counts_up_to_the_day_of_the_table() -> None:
    progress = [report("2569-01-31", "in_progress"), report("2569-06-30", "done")]

    shown = [_cell("status", day=day, progress=progress).text for day in (date(2026, 1, 31), date(2026, 6, 30), date(2025, 12, 31), None)]

    assert [text.split("\n")[0] for text in shown] == ["อยู่ระหว่างดำเนินการ", "แล้วเสร็จ", "ยังไม่รายงาน", "แล้วเสร็จ"]


def test_evidence_that_is_no_web_address_is_plain_text() -> None:
    cell = _cell("evidence", progress=[report("2569-03-31", "done", evidence=["http://a.go.th", "javascript:alert(1)", "แฟ้ม 3"])])

    assert [run.href for paragraph in cell.paragraphs for run in paragraph.runs] == ["http://a.go.th", None, None]


def test_number_and_status_are_centred() -> None:
    assert (_cell("number").align, _cell("status").align, _cell("title", "number").align) == ("center", "center", None)

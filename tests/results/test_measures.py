"""Measures and their progress, with dates as people write them."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from prongsai.errors import InvalidResults, Problem
from prongsai.results import Measure, Progress, results_from


def _measures(*entries: dict[str, Any]) -> tuple[Measure, ...]:
    data: dict[str, Any] = {"agency": {"name": "x"}, "year": 2568, "measures": list(entries)}
    return results_from(data, "results.yaml").measures


def _fault(**entry: object) -> Problem:
    with pytest.raises(InvalidResults) as caught:
        _measures({"title": "x", **entry})
    assert len(caught.value.problems) == 1
    return caught.value.problems[0]


def test_a_whole_measure_is_read() -> None:
    progress = {"date": "31 มี.ค. 69", "status": "in_progress", "done": " ทำแล้ว ", "evidence": ["https://example.go.th/1"], "obstacles": "ไม่มี"}

    measure = _measures(
        {
            "title": " ปรับปรุงคู่มือ ",
            "answers": ["๐9", 4, "๙.๑", Decimal("9.2"), "EIT-1/e4"],
            "steps": ["หนึ่ง", "สอง"],
            "responsible": "งานทะเบียนราษฎร",
            "start": "2568-10-01",
            "end": "ก.ย. 69",
            "follow_up": "รายงานทุกไตรมาส",
            "success": "มีคู่มือครบ",
            "budget": "๑๐,๐๐๐",
            "progress": [progress],
        }
    )[0]

    assert (measure.title, measure.answers, measure.budget) == ("ปรับปรุงคู่มือ", ("o9", "4", "9.1", "9.2", "EIT-1/e4"), Decimal(10_000))
    assert (measure.start, measure.end) == (date(2025, 10, 1), date(2026, 9, 30))
    assert measure.latest == Progress(date(2026, 3, 31), "in_progress", "ทำแล้ว", evidence=("https://example.go.th/1",), obstacles="ไม่มี")


def test_a_title_is_enough() -> None:
    assert _measures({"title": "x", "start": None, "end": "", "budget": None}) == (Measure("x"),)


@pytest.mark.parametrize("text", ["2568-10-01", "2025-10-01", "๑ ตุลาคม ๒๕๖๘", "1 ต.ค. 68", "ต.ค. 68", "ตุลาคม 2568"])
def test_a_start_may_be_written_in_many_ways(text: str) -> None:
    assert _measures({"title": "x", "start": text})[0].start == date(2025, 10, 1)


@pytest.mark.parametrize("text", ["30 กันยายน 2569", "ก.ย. 69", "2569-09-30"])
def test_the_month_of_an_end_counts_to_its_last_day(text: str) -> None:
    assert _measures({"title": "x", "end": text})[0].end == date(2026, 9, 30)


@pytest.mark.parametrize(
    ("entry", "code", "where"),
    [
        ({"start": "2569-02-30"}, "unreadable-date", "start"),
        ({"end": "เร็ว ๆ นี้"}, "unreadable-date", "end"),
        ({"start": "2569-03-01", "end": "2569-02-01"}, "period-reversed", "end"),
        ({"budget": "มาก"}, "unreadable-number", "budget"),
        ({"answers": ["x9"]}, "unreadable-code", "answers"),
        ({"steps": "หนึ่ง"}, "wrong-value", "steps"),
        ({"progress": [{"date": "2569-03-31", "status": "finished"}]}, "wrong-value", "progress.1.status"),
        ({"progress": [{"date": "2569-03-31"}]}, "missing-key", "progress.1.status"),
        ({"progress": [{"date": "วันหนึ่ง", "status": "done"}]}, "unreadable-date", "progress.1.date"),
        ({"progress": [{"date": "", "status": "done"}]}, "no-date", "progress.1.date"),
    ],
)
def test_what_cannot_be_is_refused_with_its_place(entry: dict[str, object], code: str, where: str) -> None:
    problem = _fault(**entry)

    assert (problem.code, problem.where) == (code, f"results.yaml › measures.1.{where}")


def test_the_statuses_are_named_where_one_is_wrong() -> None:
    problem = _fault(progress=[{"date": "2569-03-31", "status": "finished"}])

    assert all(status in problem.mend.th for status in ("not_started", "in_progress", "done", "cancelled"))


def test_the_newest_report_counts() -> None:
    reports = tuple(Progress(date(2026, month, 1), "in_progress") for month in (3, 6, 1))

    assert Measure("x", progress=reports).latest == reports[1]
    assert Measure("x").latest is None

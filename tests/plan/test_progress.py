"""What became of the measures."""

from datetime import date

import pytest

from folders import ROOT
from prongsai.pipeline import start
from prongsai.plan import STATUS_NAMES, Standing, half_and_year, report_by, standing, status_of
from prongsai.results import Measure, Progress, Status


def _measure(*reports: tuple[date, Status]) -> Measure:
    return Measure("x", progress=tuple(Progress(day, status) for day, status in reports))


_MEASURES = (
    _measure((date(2026, 3, 31), "in_progress"), (date(2026, 9, 30), "done")),
    _measure((date(2026, 9, 15), "done"), (date(2026, 1, 15), "not_started")),
    _measure((date(2026, 4, 1), "cancelled")),
    _measure((date(2026, 10, 1), "done")),
    _measure(),
)


def test_the_totals_of_the_half_year_and_the_year() -> None:
    half, year = half_and_year(_MEASURES, 2569)

    assert (half.day, year.day) == (date(2026, 3, 31), date(2026, 9, 30))
    assert half.counts == {"done": 0, "in_progress": 1, "not_started": 1, "cancelled": 0, "not_reported": 3}
    assert year.counts == {"done": 2, "in_progress": 0, "not_started": 0, "cancelled": 1, "not_reported": 2}
    assert half.measures == year.measures == 5


def test_a_plan_without_measures_stands_at_zero() -> None:
    result = standing((), date(2026, 3, 31))

    assert result == Standing(date(2026, 3, 31), dict.fromkeys(STATUS_NAMES, 0))
    assert result.measures == 0


@pytest.mark.parametrize(
    ("day", "status"), [(date(2026, 1, 14), None), (date(2026, 1, 15), "not_started"), (date(2026, 9, 14), "not_started"), (date(2026, 9, 15), "done")]
)
def test_the_newest_report_up_to_a_day_counts(day: date, status: str | None) -> None:
    report = report_by(_MEASURES[1], day)

    assert (report.status if report else None) == status


def test_the_status_of_a_measure_is_that_of_its_newest_report() -> None:
    assert [status_of(measure) for measure in _MEASURES] == ["done", "done", "cancelled", "done", None]


def test_every_status_has_a_name_in_both_languages() -> None:
    assert set(STATUS_NAMES) == {"not_started", "in_progress", "done", "cancelled", "not_reported"}
    assert all(name.th and name.en for name in STATUS_NAMES.values())


def test_the_measures_of_chum_saeng_stand_in_progress_at_the_end_of_the_year() -> None:
    results = start(ROOT / "examples" / "chum-saeng-2566.yaml").results

    half, year = half_and_year(results.measures, results.plan_year)

    assert half.counts["not_reported"] == year.counts["in_progress"] == 7

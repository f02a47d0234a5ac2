"""What became of the measures: the newest report of each, and the totals of the half-year and the year."""

from dataclasses import dataclass
from datetime import date

from prongsai.results import Measure, Progress, Status
from prongsai.thai import FiscalYear
from prongsai.words import Words

STATUS_NAMES: dict[str, Words] = {
    "done": Words("แล้วเสร็จ", "Done"),
    "in_progress": Words("อยู่ระหว่างดำเนินการ", "In progress"),
    "not_started": Words("ยังไม่เริ่ม", "Not started"),
    "cancelled": Words("ยกเลิก", "Cancelled"),
    "not_reported": Words("ยังไม่รายงาน", "Not reported yet"),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """How many measures stand where at a day; a measure without report until then counts as not reported."""

    day: date
    counts: dict[str, int]

    @property
    def measures(self) -> int:
        """How many measures there are."""
        return sum(self.counts.values())


def report_by(measure: Measure, day: date) -> Progress | None:
    """The newest report on a measure up to a day, or None."""
    return max((report for report in measure.progress if report.date <= day), key=lambda report: report.date, default=None)


def standing(measures: tuple[Measure, ...], day: date) -> Standing:
    """The totals at a day."""
    counts = dict.fromkeys(STATUS_NAMES, 0)
    for measure in measures:
        report = report_by(measure, day)
        counts[report.status if report else "not_reported"] += 1
    return Standing(day, counts)


def status_of(measure: Measure) -> Status | None:
    """The status of the newest report, None where nothing was reported."""
    return measure.latest.status if measure.latest else None


def half_and_year(measures: tuple[Measure, ...], plan_year: int) -> tuple[Standing, Standing]:
    """The totals at the end of March and at the end of the fiscal year."""
    year = FiscalYear(plan_year)
    return standing(measures, date(year.end.year, 3, 31)), standing(measures, year.end)

"""Reports on measures for a results file; what the file requires and the document does not say is put in, and marked."""

import re
from datetime import date

from prongsai.checker.fact import Facts, MeasureFact
from prongsai.checker.facts.measures.groups import Same
from prongsai.checker.facts.measures.period import day_of
from prongsai.checker.harvesting.model import Key, Taken
from prongsai.checker.harvesting.scores import shortened
from prongsai.checker.outline import Outline
from prongsai.thai import FiscalYear
from prongsai.words import Words

_TEXTS = ("done", "outcome", "obstacles", "suggestions")
_AS_OF = re.compile(r"(?:^|[\s(])(?:ณ ?วันที่|ข้อมูล ณ|ณ สิ้นเดือน|วันที่รายงาน ?:?|as of)\s*(?P<day>[^\n]{4,40})", re.IGNORECASE)
_HALF = re.compile(r"รอบ ?6 เดือน|6 เดือนแรก|half-year", re.IGNORECASE)
_WHOLE = re.compile(r"รอบ ?12 เดือน|ทั้งปี|สิ้นปีงบประมาณ", re.IGNORECASE)
_GUESS, _LIKELY = 0.3, 0.6
_NO_DATE = Words("เอกสารไม่บอกวันที่รายงาน จึงใส่วันสิ้นปีงบประมาณไว้ก่อน", "the document gives no date of the report; the last day of the fiscal year stands in for it")
_DATE_ELSEWHERE = Words("วันที่จากรอบรายงานหรือวันที่ที่เอกสารระบุไว้นอกตาราง", "a day or period that the document names outside the table")
_NO_STATUS = Words("เอกสารไม่บอกสถานะ", "the document does not say the status")


class Reports:
    """Reads the reports of one document, whose text may give one day for all of them."""

    def __init__(self, facts: Facts) -> None:
        plan = facts.plan if facts.plan is not None else (facts.assessed or 0) + 1
        self._end = FiscalYear(plan).end
        self._named = _named_day(facts.outline, self._end)

    def of(self, same: Same, number: int) -> list[list[Taken]]:
        """The values of each report on a measure, in the order of the file; a row that says nothing of progress is none."""
        found: list[list[Taken]] = []
        for fact in same.reports:
            if fact.status or fact.evidence or any(fact.text(name) for name in _TEXTS):
                found.append(self._report(fact, ("measures", number, "progress", len(found) + 1)))
        return found

    def _report(self, fact: MeasureFact, key: Key) -> list[Taken]:
        taken = [self._day(fact, (*key, "date")), _status(fact, (*key, "status"))]
        for name in _TEXTS:
            if text := fact.text(name):
                taken.append(Taken((*key, name), text, fact.cells[name].place, shortened(text), fact.confidence))
        if fact.evidence:
            source = fact.cells.get("evidence") or fact.cells.get("done") or fact.passage
            taken.append(Taken((*key, "evidence"), list(fact.evidence), source.place, shortened(source.text), fact.confidence))
        return taken

    def _day(self, fact: MeasureFact, key: Key) -> Taken:
        source = fact.cells.get("date") or fact.passage
        if fact.day is not None:
            return Taken(key, fact.day.isoformat(), source.place, shortened(source.text), fact.confidence)
        day, sure, note = (self._named, _LIKELY, _DATE_ELSEWHERE) if self._named else (self._end, _GUESS, _NO_DATE)
        return Taken(key, day.isoformat(), source.place, "", sure, note=note)


def _status(fact: MeasureFact, key: Key) -> Taken:
    source = fact.cells.get("status") or fact.cells.get("done") or fact.passage
    if fact.status is not None:
        return Taken(key, fact.status, source.place, shortened(source.text), fact.confidence if "status" in fact.cells else _LIKELY)
    return Taken(key, "in_progress", source.place, "", _GUESS, note=_NO_STATUS)


def _named_day(outline: Outline, end: date) -> date | None:
    """The one day that the text outside the tables gives the report, else the end of the half-year or year that its titles name."""
    days = {day for passage in outline.prose for match in _AS_OF.finditer(passage.text) if (day := day_of(match["day"]))}
    if len(days) == 1:
        return days.pop()
    titles = " ".join(passage.text for passage in outline.prose if passage.kind in ("title", "heading"))
    half, whole = bool(_HALF.search(titles)), bool(_WHOLE.search(titles))
    if half == whole:
        return None
    return date(end.year, 3, 31) if half else end

"""Reading a results file: YAML, JSON or the Excel template, checked against the year's rules, all faults at once."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

from prongsai.errors import InvalidResults, Problem, UnknownYear, UnreadableFile
from prongsai.files import read_json, read_yaml, validate
from prongsai.framework import Framework, load_framework
from prongsai.results.model import Agency, Measure, Progress, Results
from prongsai.results.schema import AgencyEntry, MeasureEntry, ProgressEntry, ResultsFile
from prongsai.results.scores import Faults, ScoresReader, read_year
from prongsai.results.template_read import data_of_template
from prongsai.thai import Edge, parse_agency, parse_date, parse_number, repair
from prongsai.words import Words

_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")
_READERS = {".yaml": read_yaml, ".yml": read_yaml, ".json": read_json}


def read_results(path: Path, overlay: Path | None = None) -> Results:
    """The results in a file; raises UnreadableFile, UnknownYear or InvalidResults with every fault and its place."""
    suffix = path.suffix.lower()
    if suffix == ".xlsx":
        data, places = data_of_template(path)
        try:
            return results_from(data, str(path), overlay)
        except InvalidResults as error:
            raise InvalidResults(_with_cell(problem, places) for problem in error.problems) from error
    if suffix not in _READERS:
        what = Words(f"ไม่รู้จักไฟล์ชนิด “{suffix or path.name}”", f"unknown kind of file '{suffix or path.name}'")
        mend = Words("ใช้ไฟล์ .yaml .json หรือแบบฟอร์ม .xlsx (prongsai template)", "use .yaml, .json or the .xlsx template (prongsai template)")
        raise UnreadableFile(Problem("unknown-file-kind", what, str(path), mend=mend))
    return results_from(_READERS[suffix](path), str(path), overlay)


def results_from(data: Any, where: str, overlay: Path | None = None) -> Results:
    """The results in plain values of the contract's shape; `where` names the file in messages."""
    entry, problems = validate(ResultsFile, _mended(data), where)
    if entry is None:
        raise InvalidResults(problems)
    framework = _rules(entry.year, where, overlay)
    faults = Faults(where)
    _named(entry.agency.name, "agency.name", faults)
    reader = ScoresReader(framework, faults)
    scores = reader.scores(entry)
    previous = None
    if entry.previous is not None:
        earlier = _rules(entry.previous.year, f"{where} › previous", overlay)
        previous = ScoresReader(earlier, faults, "previous.").scores(entry.previous)
        if previous.year >= scores.year:
            what = Words("ปีก่อนหน้าต้องน้อยกว่าปีที่ประเมิน", "the previous year must be before the year assessed")
            faults.add(Problem("previous-not-earlier", what, "previous.year", mend=Words("แก้ปีงบประมาณ", "mend the year")))
    measures = tuple(_measure(one, f"measures.{place + 1}", reader, faults) for place, one in enumerate(entry.measures or ()))
    notes = _notes(entry.assessor_notes or {}, reader, faults)
    plan = None if entry.plan_year is None else read_year(entry.plan_year, f"{where} › plan_year")
    if faults.found:
        raise InvalidResults(faults.found)
    return Results(_agency(entry.agency), scores, notes, previous, measures, entry.source, plan)


def _rules(year: Any, where: str, overlay: Path | None) -> Framework:
    try:
        return load_framework(read_year(year, where), overlay)
    except UnknownYear as error:
        raise UnknownYear([problem.at(where) for problem in error.problems]) from error


def _named(text: str, where: str, faults: Faults) -> None:
    if not text.strip():
        faults.add(Problem("no-name", Words("ไม่มีชื่อ", "there is no name"), where, mend=Words("ใส่ชื่อ", "give the name")))


def _notes(entries: dict[Any, str], reader: ScoresReader, faults: Faults) -> dict[str, str]:
    notes: dict[str, str] = {}
    for raw, text in entries.items():
        where = f"assessor_notes.{raw}"
        node = reader.node(raw, where)
        if node in notes:
            what = Words(f"“{node}” มีสองข้อความ", f"'{node}' has two notes")
            faults.add(Problem("two-values", what, where, mend=Words("รวมเป็นข้อความเดียว", "put them into one")))
        if node:
            notes.setdefault(node, text)
    return notes


def _mended(value: Any) -> Any:
    """The same values with every text as it should be spelt: sara am whole, no glyphs of old fonts, no invisible control characters."""
    if isinstance(value, str):
        return repair(_INVISIBLE.sub("", value))
    if isinstance(value, dict):
        return {key: _mended(one) for key, one in value.items()}
    return [_mended(one) for one in value] if isinstance(value, list) else value


def _with_cell(problem: Problem, places: dict[str, str]) -> Problem:
    """The fault with the cell of the template behind its key."""
    cell = places.get(problem.where.rpartition(" › ")[2])
    return replace(problem, where=f"{problem.where} ({cell})") if cell else problem


def _agency(entry: AgencyEntry) -> Agency:
    named = parse_agency(entry.name, entry.type)
    return Agency(named.full, named.type.name.th if named.type else entry.type, entry.district, entry.province, entry.website)


def _measure(entry: MeasureEntry, where: str, reader: ScoresReader, faults: Faults) -> Measure:
    _named(entry.title, f"{where}.title", faults)
    start, end = _date(entry.start, "start", f"{where}.start", faults), _date(entry.end, "end", f"{where}.end", faults)
    if start and end and end < start:
        what = Words("วันสิ้นสุดอยู่ก่อนวันเริ่มต้น", "the end lies before the start")
        faults.add(Problem("period-reversed", what, f"{where}.end", mend=Words("สลับหรือแก้วันที่", "swap or mend the dates")))
    budget = None
    if entry.budget is not None:
        budget = faults.collected(partial(parse_number, entry.budget, f"{where}.budget"), Decimal(0))
    answers = tuple(node for code in entry.answers or () if (node := reader.node(code, f"{where}.answers")))
    progress = tuple(report for place, one in enumerate(entry.progress or ()) if (report := _progress(one, f"{where}.progress.{place + 1}", faults)))
    return Measure(
        entry.title.strip(),
        answers,
        tuple(entry.steps or ()),
        _text(entry.responsible),
        start,
        end,
        _text(entry.follow_up),
        _text(entry.success),
        budget,
        progress,
    )


def _progress(entry: ProgressEntry, where: str, faults: Faults) -> Progress | None:
    day = _date(entry.date, "end", f"{where}.date", faults)
    if day is None:
        if entry.date in (None, ""):
            what = Words("รายงานความก้าวหน้าไม่มีวันที่", "a progress report without a date")
            faults.add(Problem("no-date", what, f"{where}.date", mend=Words("ใส่วันที่รายงาน", "give the day of the report")))
        return None
    evidence = tuple(entry.evidence or ())
    return Progress(day, entry.status, _text(entry.done), _text(entry.outcome), evidence, _text(entry.obstacles), _text(entry.suggestions))


def _text(value: str | None) -> str:
    return (value or "").strip()


def _date(value: Any, edge: Edge, where: str, faults: Faults) -> date | None:
    if value is None or value == "":
        return None
    return faults.collected(partial(_parsed, value, edge, where), None)


def _parsed(value: Any, edge: Edge, where: str) -> date | None:
    return parse_date(value, edge=edge, where=where)

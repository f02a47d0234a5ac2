"""Results as a file again: YAML, JSON or the Excel template, in the shape they are read in."""

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from prongsai.document import Workbook, write_workbook
from prongsai.errors import OutputError, Problem
from prongsai.files import write_whole
from prongsai.framework import load_framework
from prongsai.results.model import Measure, Progress, Results, Scores
from prongsai.results.read import results_from
from prongsai.results.template import template
from prongsai.results.template_read import data_of_sheets
from prongsai.words import Words

_DAYS, _ERA = frozenset({"start", "end", "date"}), 543
_MOST_NAMED = 5


class _Dumper(yaml.CSafeDumper):
    """Writes decimals as plain numbers, and every text in Thai as it is."""


def _plain_number(dumper: _Dumper, value: Decimal) -> yaml.ScalarNode:
    digits = f"{value:f}"
    return dumper.represent_scalar(f"tag:yaml.org,2002:{'float' if '.' in digits else 'int'}", digits)


class BuddhistDay(str):
    """A day as YAML shows it without quotes, its year of the Buddhist era: 2568-10-01."""

    __slots__ = ()


def _plain_day(dumper: _Dumper, value: BuddhistDay) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:timestamp", str(value))


_Dumper.add_representer(Decimal, _plain_number)
_Dumper.add_representer(BuddhistDay, _plain_day)


def write_results(results: Results, path: Path, overlay: Path | None = None) -> None:
    """Writes .yaml, .json or .xlsx as one whole file; raises OutputError, also where the Excel template has no place for some of it."""
    suffix = path.suffix.lower()
    if suffix in (".yaml", ".yml"):
        write_whole(path, yaml.dump(in_buddhist_era(data_of(results)), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=140))
    elif suffix == ".json":
        write_whole(path, json.dumps(data_of(results), ensure_ascii=False, indent=1, default=float) + "\n")
    elif suffix == ".xlsx":
        workbook = template(load_framework(results.year, overlay), results)
        _refuse_loss(results, workbook, path, overlay)
        write_workbook(workbook, path)
    else:
        what = Words(f"เขียนไฟล์ชนิด “{suffix}” ไม่ได้", f"files of kind '{suffix}' cannot be written")
        raise OutputError(Problem("unknown-format", what, str(path), mend=Words("ใช้ .yaml .json หรือ .xlsx", "use .yaml, .json or .xlsx")))


def _refuse_loss(results: Results, workbook: Workbook, path: Path, overlay: Path | None) -> None:
    """The template has rows only for known items and a column only for the year before."""
    data, _ = data_of_sheets(workbook.sheets, path)
    lost = list(_differences(data_of(results), data_of(results_from(data, str(path), overlay))))
    if lost:
        named = ", ".join(lost[:_MOST_NAMED])
        what = Words(f"แบบฟอร์ม Excel ไม่มีที่สำหรับ {named}", f"the Excel template has no place for {named}")
        raise OutputError(Problem("no-place-in-template", what, str(path), mend=Words("เขียนเป็น .yaml หรือ .json แทน", "write .yaml or .json instead")))


def _differences(before: Any, after: Any, key: str = "") -> Iterator[str]:
    """The keys at which two plain values differ by more than their line breaks."""
    if isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        before, after = dict(enumerate(before, 1)), dict(enumerate(after, 1))
    if isinstance(before, dict) and isinstance(after, dict | None):
        kept = after or {}
        for name in {**before, **kept}:
            yield from _differences(before.get(name), kept.get(name), f"{key}.{name}" if key else str(name))
    elif _told(before) != _told(after):
        yield key


def _told(value: Any) -> str:
    text = " ".join(map(str, value)) if isinstance(value, list) else str(value)
    return " ".join(text.split())


def data_of(results: Results) -> dict[str, Any]:
    """The results as plain values of the contract's shape; what is empty is left out."""
    agency = {key: getattr(results.agency, key) for key in ("name", "type", "district", "province", "website")}
    data = {
        "source": results.source,
        "agency": _filled(agency),
        **_scores(results.scores),
        "assessor_notes": results.assessor_notes,
        "previous": _scores(results.previous) if results.previous else None,
        "plan_year": results.plan,
        "measures": [data_of_measure(measure) for measure in results.measures],
    }
    return _filled(data)


def in_buddhist_era(data: Any) -> Any:
    """The same values with the days of measures as offices write them; readers take both eras."""
    if isinstance(data, dict):
        return {key: _buddhist(value) if key in _DAYS and isinstance(value, str) else in_buddhist_era(value) for key, value in data.items()}
    return [in_buddhist_era(value) for value in data] if isinstance(data, list) else data


def _buddhist(day: str) -> BuddhistDay:
    year, _, rest = day.partition("-")
    return BuddhistDay(f"{int(year) + _ERA}-{rest}")


def _scores(scores: Scores) -> dict[str, Any]:
    published = {"total": scores.published_total, "level": scores.published_level}
    data = {
        "year": scores.year,
        "indicators": scores.indicators,
        "instruments": scores.instruments,
        "parts": scores.parts,
        "items": scores.items,
        "published": _filled(published),
        "no_points": None if scores.no_points is None else list(scores.no_points),
    }
    return _filled(data)


def data_of_measure(measure: Measure) -> dict[str, Any]:
    """A measure as plain values of the contract's shape; what is empty is left out."""
    data = {
        "title": measure.title,
        "answers": list(measure.answers),
        "steps": list(measure.steps),
        "responsible": measure.responsible,
        "start": measure.start.isoformat() if measure.start else None,
        "end": measure.end.isoformat() if measure.end else None,
        "follow_up": measure.follow_up,
        "success": measure.success,
        "budget": measure.budget,
        "progress": [_progress(report) for report in measure.progress],
    }
    return _filled(data)


def _progress(report: Progress) -> dict[str, Any]:
    texts = {key: getattr(report, key) for key in ("done", "outcome", "obstacles", "suggestions")}
    return _filled({"date": report.date.isoformat(), "status": report.status, **texts, "evidence": list(report.evidence)})


def _filled(data: dict[str, Any]) -> dict[str, Any]:
    """Without what is empty; an empty list of items without points stays, as it says that every item got points."""
    return {key: value for key, value in data.items() if value not in (None, "", [], {}) or (key == "no_points" and value == [])}

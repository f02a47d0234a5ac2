"""Results as a file again: YAML, JSON or the Excel template, in the shape they are read in."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from prongsai.document import write_workbook
from prongsai.errors import OutputError, Problem
from prongsai.files import write_whole
from prongsai.framework import load_framework
from prongsai.results.model import Measure, Progress, Results, Scores
from prongsai.results.template import template
from prongsai.words import Words


class _Dumper(yaml.CSafeDumper):
    """Writes decimals as plain numbers, and every text in Thai as it is."""


_Dumper.add_representer(Decimal, lambda dumper, value: dumper.represent_scalar("tag:yaml.org,2002:float", f"{value}"))


def write_results(results: Results, path: Path, overlay: Path | None = None) -> None:
    """Writes .yaml, .json or .xlsx as one whole file; raises OutputError."""
    suffix = path.suffix.lower()
    if suffix in (".yaml", ".yml"):
        write_whole(path, yaml.dump(data_of(results), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=140))
    elif suffix == ".json":
        write_whole(path, json.dumps(data_of(results), ensure_ascii=False, indent=1, default=float) + "\n")
    elif suffix == ".xlsx":
        write_workbook(template(load_framework(results.year, overlay), results), path)
    else:
        what = Words(f"เขียนไฟล์ชนิด “{suffix}” ไม่ได้", f"files of kind '{suffix}' cannot be written")
        raise OutputError(Problem("unknown-format", what, str(path), mend=Words("ใช้ .yaml .json หรือ .xlsx", "use .yaml, .json or .xlsx")))


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


def _scores(scores: Scores) -> dict[str, Any]:
    published = {"total": scores.published_total, "level": scores.published_level}
    data = {
        "year": scores.year,
        "indicators": scores.indicators,
        "instruments": scores.instruments,
        "parts": scores.parts,
        "items": scores.items,
        "published": _filled(published),
    }
    found = _filled(data)
    if scores.no_points is not None:
        found["no_points"] = list(scores.no_points)
    return found


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
    return {key: value for key, value in data.items() if value not in (None, "", [], {})}

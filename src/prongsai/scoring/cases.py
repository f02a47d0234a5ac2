"""Recomputing the cases of a year: what its rules must give again."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from prongsai.framework import Case, Framework, load_cases
from prongsai.results import results_from
from prongsai.scoring.levels import level_of
from prongsai.scoring.sheet import Sheet, score_sheet

_TOLERANCE = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Outcome:
    """A case with what was expected and what came instead; `differences` is empty where it holds."""

    case: Case
    differences: tuple[tuple[str, str, str], ...]

    @property
    def holds(self) -> bool:
        """Whether everything expected came."""
        return not self.differences


def run_cases(framework: Framework, overlay: Path | None = None) -> tuple[Outcome, ...]:
    """Every case of the year, recomputed. A published total may differ by 0.01, everything else not at all."""
    return tuple(Outcome(case, tuple(_differences(framework, case, overlay))) for case in load_cases(framework.year, overlay))


def _differences(framework: Framework, case: Case, overlay: Path | None) -> Iterator[tuple[str, str, str]]:
    data = {"agency": {"name": case.name}, "year": framework.year, **case.given}
    sheet = score_sheet(framework, results_from(data, f"{framework.year}: {case.name}", overlay).scores)
    for key, expected in case.expected.items():
        for place, wanted, got in _compared(framework, sheet, key, expected):
            close = place == "total" and isinstance(got, Decimal) and abs(got - Decimal(str(wanted))) <= _TOLERANCE
            if got != wanted and not close:
                yield place, str(wanted), str(got)


def _compared(framework: Framework, sheet: Sheet, key: str, expected: Any) -> Iterator[tuple[str, Any, Any]]:
    level = level_of(framework, sheet.nodes, sheet.scores.published_level)
    if key == "total":
        yield key, expected, sheet.total.shown
    elif key == "level":
        yield key, expected, level.code
    elif key == "certain":
        yield key, expected, level.certain
    else:
        for node, wanted in expected.items():
            found = sheet.nodes.get(str(node))
            yield f"{key}.{node}", wanted, found.shown if found else None

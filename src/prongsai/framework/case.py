"""Cases: real published results that the rules of their year must give again."""

from pathlib import Path
from typing import Any

from prongsai.errors import InvalidFramework
from prongsai.files import Strict, read_yaml, validate
from prongsai.framework.load import overlay_years, shipped


class Case(Strict):
    """One worked result. `given` has the shape of a results file, `expected` that of the answer of `score --json`."""

    name: str
    reference: tuple[str, ...]
    note: str | None = None
    given: dict[str, Any]
    expected: dict[str, Any]


def load_cases(year: int, overlay: Path | None = None) -> tuple[Case, ...]:
    """The cases of a year, those that ship first; raises InvalidFramework with every fault."""
    own = overlay_years(overlay).get(year)
    folders = [shipped() / "years" / str(year) / "cases"] + ([own / "cases"] if own else [])
    paths = [path for folder in folders if folder.is_dir() for path in sorted(folder.glob("*.yaml"))]
    found = [validate(Case, read_yaml(path), f"{year}/cases/{path.name}") for path in paths]
    problems = [problem for _, faults in found for problem in faults]
    if problems:
        raise InvalidFramework(problems)
    return tuple(case for case, _ in found if case is not None)

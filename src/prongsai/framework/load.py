"""Loading a year's folder, with a folder of the user's own laid over it; all faults of it at once."""

from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from prongsai.errors import InvalidFramework, Problem, ProngsaiError, UnknownYear
from prongsai.files import Strict, read_yaml, validate
from prongsai.framework.consistency import faults_of
from prongsai.framework.model import Framework
from prongsai.framework.overlay import laid_over
from prongsai.framework.schema import DisclosureFile, FrameworkFile, Source, SurveyFile
from prongsai.words import Words

_SCHEMAS: dict[str, type[Strict]] = {"framework": FrameworkFile, "iit": SurveyFile, "eit": SurveyFile, "oit": DisclosureFile}


def shipped() -> Path:
    """The folder of the rules that ship: years/, topics/ and sources.yaml."""
    return Path(str(files("prongsai.framework")))


def known_years(overlay: Path | None = None) -> tuple[int, ...]:
    """The fiscal years there are rules for, oldest first."""
    folders = {int(folder.name) for folder in (shipped() / "years").iterdir() if folder.name.isdigit()}
    return tuple(sorted(folders | set(overlay_years(overlay))))


@lru_cache(maxsize=32)
def load_framework(year: int, overlay: Path | None = None) -> Framework:
    """The rules of a fiscal year (B.E.); raises UnknownYear, or InvalidFramework with every fault of the folder."""
    if year not in known_years(overlay):
        raise UnknownYear(_unknown_year(year, overlay))
    over = overlay_years(overlay).get(year)
    problems: list[Problem] = []
    records: dict[str, Any] = {}
    for name, schema in _SCHEMAS.items():
        data, where = _merged(year, name, over, problems)
        if data is not None:
            records[name], found = validate(schema, data, where)
            problems += found
    if problems:
        raise InvalidFramework(problems)
    framework = Framework(records["framework"], {"IIT": records["iit"], "EIT": records["eit"]}, records["oit"], str(overlay) if over else None)
    problems += faults_of(framework, year, {source.id for source in load_sources(overlay)})
    if problems:
        raise InvalidFramework(problems)
    return framework


@lru_cache(maxsize=4)
def load_sources(overlay: Path | None = None) -> tuple[Source, ...]:
    """Every source that references may name; a folder laid over the years may add its own sources.yaml."""
    paths = [shipped() / "sources.yaml"]
    if overlay is not None and (overlay / "sources.yaml").is_file():
        paths.append(overlay / "sources.yaml")
    return tuple(read_records(paths, Source))


def read_records(paths: list[Path], schema: type[Any]) -> Iterator[Any]:
    """The entries of YAML lists; raises InvalidFramework with every fault."""
    problems: list[Problem] = []
    found = []
    for path in paths:
        for position, entry in enumerate(read_yaml(path) or ()):
            record, faults = validate(schema, entry, f"{path.parent.name}/{path.name}#{position + 1}")
            problems += faults
            found.append(record)
    if problems:
        raise InvalidFramework(problems)
    return iter(found)


def overlay_years(overlay: Path | None) -> dict[int, Path]:
    """Folders laid over a year: DIR/2568/, or DIR itself where its files name their year."""
    if overlay is None:
        return {}
    if not overlay.is_dir():
        mend = Words("ระบุโฟลเดอร์ที่มีโฟลเดอร์ย่อยชื่อปี เช่น 2568", "name a folder that holds folders named after years, such as 2568")
        raise InvalidFramework(Problem("no-such-folder", Words("ไม่พบโฟลเดอร์หลักเกณฑ์", "there is no such folder"), str(overlay), mend=mend))
    folders = {int(folder.name): folder for folder in overlay.iterdir() if folder.is_dir() and folder.name.isdigit()}
    if not folders and (overlay / "framework.yaml").is_file():
        data = read_yaml(overlay / "framework.yaml")
        year = data.get("year") if isinstance(data, dict) else None
        if isinstance(year, int):
            folders[year] = overlay
    if not folders and overlay.name.isdigit() and any((overlay / f"{name}.yaml").is_file() for name in _SCHEMAS):
        folders[int(overlay.name)] = overlay
    return folders


def _merged(year: int, name: str, over: Path | None, problems: list[Problem]) -> tuple[Any, str]:
    """One file of the year with the user's own laid over it, and the name that messages give it."""
    base = shipped() / "years" / str(year) / f"{name}.yaml"
    own = over / f"{name}.yaml" if over else None
    where = str(own) if own and own.is_file() else f"{year}/{name}.yaml"
    try:
        data = read_yaml(base) if base.is_file() else None
        if own and own.is_file():
            data = laid_over(data, read_yaml(own))
    except ProngsaiError as error:
        problems += error.problems
        return None, where
    if data is None:
        mend = Words("เพิ่มไฟล์นี้ในโฟลเดอร์ของปี (ดู CONTRIBUTING)", "add this file to the year's folder (see CONTRIBUTING)")
        problems.append(Problem("file-missing", Words(f"ขาดไฟล์ {name}.yaml", f"{name}.yaml is missing"), where, mend=mend))
    return data, where


def _unknown_year(year: int, overlay: Path | None) -> Problem:
    known = ", ".join(str(one) for one in known_years(overlay))
    what = Words(f"ไม่มีหลักเกณฑ์ของปีงบประมาณ {year}", f"there are no rules for fiscal year {year}")
    mend = Words(f"ใช้ปี {known} หรือเพิ่มโฟลเดอร์ของปีนั้นแล้วระบุด้วย --framework", f"use {known}, or add a folder of that year and name it with --framework")
    return Problem("unknown-year", what, "year", mend=mend)

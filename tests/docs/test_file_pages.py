"""docs/framework-files.md and docs/results-file.md: every key of every record, nothing that is not there, examples that can be read."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path
from types import ModuleType

import pytest
from pydantic import BaseModel

from prongsai.errors import InputError
from prongsai.files import parse_yaml, validate
from prongsai.framework import Sourced, case, fact, load_framework, schema, topic
from prongsai.results import results_from
from prongsai.results import schema as results_schema
from prongsai.thai import parse_date, parse_item, parse_node, parse_number

DOCS = Path(__file__).parents[2] / "docs"
_HEADING = re.compile(r"^### .*\((\w+)\)$", re.MULTILINE)
_EXAMPLE = re.compile(r"```yaml\n(.*?)```", re.DOTALL)
_KEY = re.compile(r"^\| (\w+) \| (yes|no) \|", re.MULTILINE)
_SPELLING = re.compile(r"^\| ([a-z ]+) `([^`]+)` \| ([^|]+) \|$", re.MULTILINE)


def text_of(page: str) -> str:
    return (DOCS / f"{page}.md").read_text(encoding="utf-8")


def sections_of(page: str) -> dict[str, str]:
    """The sections of a page by the record they describe."""
    pieces = _HEADING.split(text_of(page))[1:]
    return {name: body.partition("\n## ")[0] for name, body in zip(pieces[::2], pieces[1::2], strict=True)}


def records_of(*modules: ModuleType) -> dict[str, type[BaseModel]]:
    """The records that modules define themselves; an instance of a generic one is no record of its own."""
    found = {name: value for module in modules for name, value in vars(module).items() if isinstance(value, type) and value.__module__ == module.__name__}
    return {name: value for name, value in found.items() if issubclass(value, BaseModel) and "[" not in name}


def example_in(text: str) -> str:
    found = _EXAMPLE.search(text)
    assert found is not None
    return found[1]


def is_sourced(model: type[BaseModel]) -> bool:
    return issubclass(model, Sourced) and model is not Sourced


PAGES = {"framework-files": records_of(case, fact, schema, topic), "results-file": records_of(results_schema)}
RECORDS = [pytest.param(page, name, id=name) for page, models in PAGES.items() for name in models]
PARSERS: dict[str, Callable[[str], object]] = {
    "number": parse_number,
    "item": lambda text: str(parse_item(text)),
    "node": parse_node,
    "day": parse_date,
    "first day": parse_date,
    "last day": partial(parse_date, edge="end"),
}
EXPECTED: dict[str, Callable[[str], object]] = {"number": Decimal, "item": str, "node": str}


@pytest.mark.parametrize("page", PAGES)
def test_every_record_has_a_section_and_every_section_a_record(page: str) -> None:
    assert set(sections_of(page)) == set(PAGES[page])


@pytest.mark.parametrize(("page", "name"), RECORDS)
def test_every_key_is_described_as_needed_or_not(page: str, name: str) -> None:
    model = PAGES[page][name]
    inherited = set(Sourced.model_fields) if is_sourced(model) else set()
    needed = {key: field.is_required() for key, field in model.model_fields.items() if key not in inherited}

    described = {key: answer == "yes" for key, answer in _KEY.findall(sections_of(page)[name])}

    assert described == needed


@pytest.mark.parametrize(("page", "name"), RECORDS)
def test_a_record_with_sources_says_so(page: str, name: str) -> None:
    assert ("*sourced*" in sections_of(page)[name]) == is_sourced(PAGES[page][name])


@pytest.mark.parametrize(("page", "name"), RECORDS)
def test_every_example_can_be_read(page: str, name: str) -> None:
    example = example_in(sections_of(page)[name])

    _, problems = validate(PAGES[page][name], parse_yaml(example, name), name)

    assert not problems


def test_the_example_of_a_folder_laid_over_a_year_works(tmp_path: Path) -> None:
    folder = tmp_path / "2568"
    folder.mkdir()
    (folder / "framework.yaml").write_text(example_in(text_of("framework-files")), encoding="utf-8")

    laid = load_framework(2568, tmp_path)

    assert [part.weight.value for part in laid.parts.values()] == [40, 60]


def test_the_example_of_a_results_file_agrees_with_its_year() -> None:
    example = example_in(sections_of("results-file")["ResultsFile"])

    results = results_from(parse_yaml(example, "example"), "example")

    assert results.scores.published_total == Decimal("87.15")


@pytest.mark.parametrize(("kind", "spelling", "meaning"), _SPELLING.findall(text_of("results-file")))
def test_every_spelling_is_read_as_the_page_says(kind: str, spelling: str, meaning: str) -> None:
    if meaning.startswith("an error"):
        with pytest.raises(InputError):
            PARSERS[kind](spelling)
    else:
        assert PARSERS[kind](spelling) == EXPECTED.get(kind, date.fromisoformat)(meaning)

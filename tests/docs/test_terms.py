"""docs/terms.md: every public class of the core stands in it, and nothing that is not there."""

import ast
import importlib
import re
from pathlib import Path

import pytest

TEXT = (Path(__file__).parents[2] / "docs" / "terms.md").read_text(encoding="utf-8")
PACKAGES = ("words", "errors", "thai", "document", "framework", "results", "scoring", "analysis", "plan", "report")


@pytest.mark.parametrize("package", PACKAGES)
def test_every_public_class_has_its_term(package: str) -> None:
    public = classes_of(package)

    described = {row[0] for row in rows_of(package)}

    assert described == public


def test_every_term_has_a_thai_word_and_a_meaning() -> None:
    rows = [row for package in ("The field", *PACKAGES) for row in rows_of(package)]

    faulty = [row for row in rows if len(row) != 3 or not re.search("[ก-ฮ]", row[1]) or not row[2]]

    assert not faulty


def classes_of(package: str) -> set[str]:
    """Classes and named types: public names that begin with a capital letter; a module without `__all__` has those that it defines."""
    module = importlib.import_module(f"prongsai.{package}")
    names = getattr(module, "__all__", None) or defined_in(Path(str(module.__file__)))
    return {name for name in names if re.fullmatch("[A-Z][a-z].*", name)}


def defined_in(path: Path) -> list[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    classes = [node.name for node in tree.body if isinstance(node, ast.ClassDef)]
    return classes + [target.id for node in tree.body if isinstance(node, ast.Assign) for target in node.targets if isinstance(target, ast.Name)]


def rows_of(section: str) -> list[list[str]]:
    """The rows of the table under a heading, without its head."""
    body = TEXT.partition(f"\n## {section}\n")[2].partition("\n## ")[0]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in body.splitlines() if line.startswith("|")]
    return rows[2:]

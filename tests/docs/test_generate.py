"""docs/generate.py: what follows from the code is as the code is now; `make docs` mends it."""

import re
import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
_LINK = re.compile(r"\]\((?!https?:)([^)#]+)")
_COMMAND = re.compile(r"`?prongsai ((?:framework )?[a-z]+)\b")
_IN_CODE = re.compile(r"```sh\n(.*?)```|`(prongsai [^`\n]+)`", re.DOTALL)


@pytest.fixture(scope="module")
def pages() -> dict[Path, str]:
    made: dict[Path, str] = runpy.run_path(str(ROOT / "docs" / "generate.py"))["pages"]()
    return made


def test_the_generated_parts_of_the_documentation_are_current(pages: dict[Path, str]) -> None:
    stale = [path.name for path, text in pages.items() if path.read_text(encoding="utf-8") != text]

    assert not stale, "run `make docs`"


@pytest.mark.parametrize("document", ["README.md", "README.th.md", "CONTRIBUTING.md", "docs/framework-files.md", "docs/results-file.md", "docs/scoring.md"])
def test_every_command_of_a_document_is_there(document: str) -> None:
    known = set(re.findall(r"^## prongsai (.+)$", (ROOT / "docs" / "cli.md").read_text(encoding="utf-8"), re.MULTILINE))
    code = "\n".join(block or inline for block, inline in _IN_CODE.findall((ROOT / document).read_text(encoding="utf-8")))

    named = {" ".join(command.split()) for command in _COMMAND.findall(code)}

    assert named
    assert named <= known


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_between_documents_leads_somewhere(document: Path) -> None:
    links = _LINK.findall(document.read_text(encoding="utf-8"))

    broken = [link for link in links if not (document.parent / link).exists()]

    assert not broken

"""Folders of rules written for one test, and where the repository stands."""

from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
# What developers have at hand; tests that need it are skipped where it is not.
SHARED = ROOT.parent / "shared"
Laid = Callable[[dict[str, str]], Path]


def lay(folder: Path, texts: dict[str, str]) -> Path:
    """Writes files (path inside the folder -> text) of a folder that is laid over the years that ship."""
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder

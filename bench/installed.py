"""The program as an installation has it: a copy of the package with its compiled files, and the command beside it."""

import compileall
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "mae-sot-2568.yaml"
# As pip writes it; without the condition, the processes that the command starts would start it again.
_COMMAND = "import sys\nfrom prongsai.cli import main\nif __name__ == '__main__':\n    sys.exit(main())\n"


@dataclass(frozen=True, slots=True)
class Installed:
    """Where the copy is, a scratch folder beside it, and the environment that finds it."""

    folder: Path
    environment: dict[str, str]

    def command(self, *arguments: str | Path) -> list[str]:
        """A command line of the program."""
        return [sys.executable, str(self.folder / "prongsai"), *map(str, arguments)]

    def script(self, script: str, *arguments: str | Path) -> list[str]:
        """A command line of a measured script."""
        return [sys.executable, script, *map(str, arguments)]

    def scratch(self, name: str) -> Path:
        """A new folder for what a benchmark writes."""
        return Path(tempfile.mkdtemp(prefix=f"{name}-", dir=self.folder))


@contextmanager
def installed() -> Iterator[Installed]:
    """Copies and compiles the package of this tree, so that a run measures neither compiling nor somebody's edits meanwhile."""
    with tempfile.TemporaryDirectory(prefix="prongsai-bench-") as name:
        folder = Path(name)
        packages = folder / "packages"
        shutil.copytree(ROOT / "src" / "prongsai", packages / "prongsai", ignore=shutil.ignore_patterns("__pycache__"))
        compileall.compile_dir(packages, quiet=1)
        (folder / "prongsai").write_text(_COMMAND, encoding="utf-8")
        environment = {key: value for key, value in os.environ.items() if key not in ("PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX")}
        yield Installed(folder, environment | {"PYTHONPATH": str(packages)})

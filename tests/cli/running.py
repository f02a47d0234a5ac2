"""Command lines as tests run them: in this process, or in one of their own."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from folders import ROOT

MAE_SOT = str(ROOT / "examples" / "mae-sot-2568.yaml")
CHUM_SAENG = str(ROOT / "examples" / "chum-saeng-2566.yaml")


@dataclass(frozen=True)
class Ran:
    """How a run ended and what it said."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The answer of a run with --json."""
        return json.loads(self.out)


Command = Callable[..., Ran]
Saved = Callable[..., str]


def spawn(*arguments: str, code: str = "from prongsai.cli import main; main()", **environment: str) -> subprocess.Popen[str]:
    """A Python process of its own that runs `code` with these arguments, in a group of its own."""
    names = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": "utf-8", **environment}
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments], env=names, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8", start_new_session=True
    )


def run_apart(*arguments: str, code: str = "from prongsai.cli import main; main()", **environment: str) -> Ran:
    """The run of such a process, waited for."""
    process = spawn(*arguments, code=code, **environment)
    out, err = process.communicate(timeout=60)
    return Ran(process.returncode, out, err)


def tree(folder: Path) -> list[str]:
    """Every file below a folder, hidden ones too."""
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())

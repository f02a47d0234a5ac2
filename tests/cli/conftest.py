"""What the tests of the command line stand on: a run of it, and a results file."""

import json
from pathlib import Path
from typing import Any

import pytest

from cli.running import Command, Ran, Saved
from prongsai.cli.app import run


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs a command line in this process."""

    def ran(*arguments: str) -> Ran:
        capsys.readouterr()
        code = run(list(arguments))
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return Ran(code, out, err)

    return ran


@pytest.fixture
def saved(tmp_path: Path) -> Saved:
    """Writes made-up results of fiscal year 2568 as a file and gives its path."""

    def write(name: str = "results.json", **data: Any) -> str:
        path = tmp_path / name
        path.write_text(json.dumps({"agency": {"name": "เทศบาลตำบลตัวอย่าง"}, "year": 2568, **data}, ensure_ascii=False), encoding="utf-8")
        return str(path)

    return write

"""Answers reach a file or a pipe whole, or it is told why not; the officer's own file is never overwritten."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from cli.running import MAE_SOT, run_apart, spawn
from folders import ROOT


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "cp874"])
def test_a_pipe_gets_utf8_whatever_the_system_says(encoding: str) -> None:
    ran = run_apart("score", MAE_SOT, "--json", PYTHONIOENCODING=encoding)

    assert ran.code == 0
    assert json.loads(ran.out)["agency"] == "เทศบาลนครแม่สอด"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_an_answer_that_cannot_be_written_is_told() -> None:
    command = [sys.executable, "-c", "from prongsai.cli import main; main()", "score", MAE_SOT, "--json"]

    with Path("/dev/full").open("w") as full:
        ran = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, encoding="utf-8", timeout=60, env={"PYTHONPATH": str(ROOT / "src")})

    assert ran.returncode == 2
    assert "[cannot-write]" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_a_reader_who_has_read_enough_ends_it_quietly() -> None:
    process = spawn("framework", "show", "2568", "--json")
    assert process.stdout is not None
    assert process.stderr is not None

    process.stdout.close()
    said = process.stderr.read()

    process.stderr.close()
    assert process.wait(timeout=60) in (0, 1)
    assert said == ""


def test_a_plan_is_not_written_over_the_file_that_was_read(tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_bytes(Path(MAE_SOT).read_bytes())

    ran = run_apart("plan", str(own), "-o", str(own))

    assert ran.code == 2
    assert "[same-file]" in ran.err
    assert own.read_bytes() == Path(MAE_SOT).read_bytes()

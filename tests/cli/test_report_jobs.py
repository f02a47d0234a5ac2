"""Many reports in one call: in order, on all cores, and whole whatever interrupts them."""

import json
import os
import signal
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import pytest

from cli.running import run_apart, spawn, tree

_SMALL_DISK = """
import resource, signal, sys
sys.dont_write_bytecode = True
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, {size}))
from prongsai.cli.app import run
sys.exit(run(sys.argv[1:]))
"""
_RENEWED = """
import sys
from pathlib import Path
from prongsai.cli.report_jobs import Job, run_jobs
job = Job(("analysis",), ("html",), "arabic", "own", "th", Path(sys.argv[1]), None)
print(*(outcome.source.stem for outcome in run_jobs(job, [Path(name) for name in sys.argv[2:]], renew_after=2)))
"""
_RESULTS = {"agency": {"name": "เทศบาลตำบลตัวอย่าง"}, "year": 2568, "indicators": {"9": 69}, "measures": [{"title": "จัดทำคู่มือ", "answers": ["o9"]}]}


@pytest.fixture
def many(tmp_path: Path) -> list[str]:
    """Results of forty agencies."""
    (tmp_path / "in").mkdir()
    paths = [tmp_path / "in" / f"agency-{number:02}.json" for number in range(40)]
    for number, path in enumerate(paths):
        path.write_text(json.dumps(_RESULTS | {"indicators": {"9": number}}), encoding="utf-8")
    return [str(path) for path in paths]


def _is_whole(path: Path) -> bool:
    if path.suffix == ".docx":
        with zipfile.ZipFile(path) as package:
            return package.testzip() is None
    data = path.read_bytes().rstrip()
    return data.endswith(b"%%EOF") if path.suffix == ".pdf" else data.endswith(b"</html>")


def _reports(folder: Path) -> Iterator[Path]:
    """The files under their final names."""
    return (path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))


def _until(process: subprocess.Popen[str], out: Path, count: int) -> None:
    """Waits until so many reports stand under their final names."""
    end = monotonic() + 40
    while monotonic() < end and process.poll() is None and sum(1 for _ in _reports(out)) < count:
        os.sched_yield()


def test_many_agencies_are_answered_in_the_order_given_and_a_bad_one_stops_none(many: list[str], tmp_path: Path) -> None:
    Path(many[3]).write_text("", encoding="utf-8")
    few = many[:7]

    ran = run_apart("report", *few, "--format", "html", "--kind", "progress", "--out", str(tmp_path / "out"), "--json")

    answer = json.loads(ran.out)
    assert ran.code == 2
    assert [entry["source"] for entry in answer] == few
    assert [len(entry["files"]) for entry in answer] == [1, 1, 1, 0, 1, 1, 1]
    assert answer[3]["problems"][0]["code"] == "empty-file"
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("form", ["docx", "pdf", "html"])
def test_a_disk_that_is_full_leaves_no_half_file(many: list[str], tmp_path: Path, form: str) -> None:
    out = tmp_path / "out"

    ran = run_apart(
        "report", many[0], "--kind", "progress", "--format", form, "--out", str(out), code=_SMALL_DISK.format(size=4096), PYTHONDONTWRITEBYTECODE="1"
    )

    assert ran.code == 2
    assert "[cannot-write]" in ran.err or "[disk-full]" in ran.err
    assert f"progress.{form}" in ran.err
    assert "Traceback" not in ran.err
    assert tree(out) == []


@pytest.mark.parametrize("name", ["plan.yaml", "plan.xlsx", "plan.json"])
def test_a_full_disk_leaves_the_old_plan_as_it_was(many: list[str], tmp_path: Path, name: str) -> None:
    old = tmp_path / "plans" / name
    old.parent.mkdir()
    old.write_text("เก่า", encoding="utf-8")

    ran = run_apart("plan", many[0], "-o", str(old), code=_SMALL_DISK.format(size=1024))

    assert ran.code == 2
    assert "[cannot-write]" in ran.err or "[disk-full]" in ran.err
    assert old.read_text(encoding="utf-8") == "เก่า"
    assert tree(old.parent) == [name]


@pytest.mark.parametrize("kill", [signal.SIGKILL, signal.SIGINT])
def test_a_run_that_is_stopped_leaves_only_whole_reports_under_their_names(many: list[str], tmp_path: Path, kill: signal.Signals) -> None:
    out = tmp_path / "out"
    process = spawn("report", *many, "--kind", "progress", "--out", str(out))
    _until(process, out, 4)

    if kill == signal.SIGINT:
        os.killpg(process.pid, kill)
    else:
        process.send_signal(kill)
    # Returns only when no worker holds the pipes any more.
    _, err = process.communicate(timeout=30)

    found = list(_reports(out))
    assert process.returncode != 0
    assert 4 <= len(found) < 3 * len(many)
    assert all(_is_whole(path) for path in found)
    assert kill != signal.SIGINT or "Traceback" not in err


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="processes are found through /proc")
def test_a_worker_that_is_killed_ends_the_run_with_a_clear_message(many: list[str], tmp_path: Path) -> None:
    out = tmp_path / "out"
    process = spawn("report", *many, "--kind", "progress", "--out", str(out))
    _until(process, out, 2)

    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text(encoding="utf-8").split()
    os.kill(int(children[-1]), signal.SIGKILL)
    _, err = process.communicate(timeout=30)

    assert process.returncode == 2
    assert "[worker-ended]" in err
    assert "Traceback" not in err
    assert all(_is_whole(path) for path in _reports(out))


def test_workers_are_renewed_and_every_agency_is_still_answered_in_order(many: list[str], tmp_path: Path) -> None:
    ran = run_apart(str(tmp_path / "out"), *many[:13], code=_RENEWED)

    assert ran.out.split() == [Path(name).stem for name in many[:13]]
    assert sum(1 for _ in _reports(tmp_path / "out")) == 13

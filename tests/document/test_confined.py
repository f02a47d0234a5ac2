"""A reader that hangs, swells, crashes or lies ends in a clear error, and nothing of it goes on."""

import json
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from prongsai.document.reading.confined.run import Task, run_confined
from prongsai.document.reading.limits import Limits
from prongsai.errors import UnreadableFile

_MIB = 1024 * 1024
_LIMITS = Limits(seconds=20, memory=512 * _MIB)
_POSIX = pytest.mark.skipif(sys.platform == "win32", reason="the system bounds no process")


def test_an_answer_comes_back_as_it_was_given() -> None:
    answer = run(_task("echo", "ปี", "๒๕๖๘"))

    assert answer.decode() == "ปี ๒๕๖๘"


def test_what_a_library_prints_is_no_part_of_the_answer() -> None:
    answer = run(_task("print"))

    assert answer == b"answer"


def test_progress_is_told_in_order() -> None:
    seen: list[tuple[int, int]] = []

    run_confined(_task("progress"), _LIMITS, lambda done, total: seen.append((done, total)))

    assert seen == [(1, 3), (2, 3), (3, 3)]


def test_a_reader_that_hangs_is_ended_with_all_that_it_started(tmp_path: Path) -> None:
    before = children_of(os.getpid())

    error = refused(_task("hang", str(tmp_path)), Limits(seconds=2))

    assert codes(error) == ["took-too-long"]
    assert "2 seconds" in error.to("en")
    assert children_of(os.getpid()) <= before
    assert not [pid for pid in all_processes() if str(tmp_path) in command_of(pid)]


@_POSIX
def test_a_reader_that_swells_is_stopped_by_the_system() -> None:
    error = refused(_task("swell"), replace(_LIMITS, memory=256 * _MIB))

    assert codes(error) == ["too-much-memory"]
    assert "256 MB" in error.to("th")


def test_a_reader_that_crashes_leaves_its_last_words_as_the_reason() -> None:
    error = refused(_task("crash"))

    assert codes(error) == ["reader-crashed"]
    assert "the parts do not fit" in error.problems[0].why.en


@pytest.mark.parametrize(("deed", "code"), [("die", "reader-crashed"), ("nest", "nested-too-deep")])
def test_a_reader_that_dies_is_an_unreadable_file(deed: str, code: str) -> None:
    error = refused(_task(deed))

    assert codes(error) == [code]
    assert all(problem.where == "ก.docx" and problem.mend.th for problem in error.problems)


def test_an_answer_beyond_its_limit_is_not_taken() -> None:
    error = refused(_task("flood"), replace(_LIMITS, answer=_MIB))

    assert codes(error) == ["file-too-large"]


def test_the_faults_that_a_reader_names_arrive_as_they_were() -> None:
    error = refused(_task("refuse"))

    assert [(problem.code, problem.where, problem.what.th, problem.mend.en) for problem in error.problems] == [
        ("encrypted-file", "ก.pdf", "ไฟล์มีรหัสผ่าน", ""),
        ("other", "", "อื่น", "mend"),
    ]


@_POSIX
def test_a_reader_cannot_write_files(tmp_path: Path) -> None:
    target = tmp_path / "ออก.bin"

    answer = run(_task("write", str(target)))

    assert answer == b"no file"
    assert not target.exists() or not target.stat().st_size


def test_a_program_that_is_not_there_is_an_error_like_any_other() -> None:
    error = refused(Task("prongsai.document.no_such_reader", (), "ก.docx"))

    assert codes(error) == ["reader-crashed"]


def test_the_folder_of_the_user_is_not_searched_for_modules() -> None:
    seen = json.loads(run(_task("surroundings")))

    assert "" not in seen["path"]
    assert str(Path.cwd()) not in seen["path"] or str(Path.cwd()) in os.environ.get("PYTHONPATH", "")
    assert not seen["inspect"]


def test_an_interrupt_ends_the_reader() -> None:
    def interrupt(done: int, total: int) -> None:
        raise KeyboardInterrupt

    before = children_of(os.getpid())

    with pytest.raises(KeyboardInterrupt):
        run_confined(_task("progress"), _LIMITS, interrupt)

    assert children_of(os.getpid()) <= before


def test_many_run_at_once_without_mixing_their_answers() -> None:
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda number: run(_task("echo", str(number))), range(8)))

    assert answers == [str(number).encode() for number in range(8)]


def run(task: Task) -> bytes:
    return run_confined(task, _LIMITS)


def refused(task: Task, limits: Limits = _LIMITS) -> UnreadableFile:
    with pytest.raises(UnreadableFile) as caught:
        run_confined(task, limits)
    return caught.value


def codes(error: UnreadableFile) -> list[str]:
    return [problem.code for problem in error.problems]


def all_processes() -> list[int]:
    """Every process of a system that shows them as files; none elsewhere."""
    return [int(entry.name) for entry in Path("/proc").glob("[0-9]*")]


def children_of(parent: int) -> set[int]:
    """Processes that this one started and that are there still, those that nobody has waited for among them."""
    found = set()
    for pid in all_processes():
        try:
            status = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
        except OSError:
            continue
        if int(status.rpartition(")")[2].split()[1]) == parent:
            found.add(pid)
    return found


def command_of(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().decode("utf-8", "replace")
    except OSError:
        return ""


def _task(deed: str, *rest: str) -> Task:
    return Task("stubborn_child", (deed, *rest), "ก.docx", Path(__file__).parent)

"""A file appears whole or not at all."""

import os
import stat
from pathlib import Path

import pytest

from prongsai.errors import OutputError
from prongsai.files import whole_file, write_whole


class _Interrupted(Exception):
    """Stands for whatever breaks off the writing."""


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize(("content", "data"), [("รายงาน", "รายงาน".encode()), (b"\x00\x01", b"\x00\x01"), ("", b"")])
def test_text_and_bytes_are_written_whole(tmp_path: Path, content: str | bytes, data: bytes) -> None:
    write_whole(tmp_path / "out" / "deep" / "report.pdf", content)

    assert (tmp_path / "out" / "deep" / "report.pdf").read_bytes() == data
    assert _names(tmp_path / "out" / "deep") == ["report.pdf"]


def test_a_file_takes_the_place_of_an_older_one(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_text("old")

    write_whole(path, "new")

    assert path.read_text() == "new"
    assert _names(tmp_path) == ["report.pdf"]


@pytest.mark.parametrize("interruption", [_Interrupted, KeyboardInterrupt, ValueError])
def test_interrupted_writing_leaves_the_old_file_and_nothing_else(tmp_path: Path, interruption: type[BaseException]) -> None:
    path = tmp_path / "report.pdf"
    path.write_text("old")

    def write_half() -> None:
        with whole_file(path) as scratch:
            scratch.write_text("half")
            raise interruption

    with pytest.raises(interruption):
        write_half()

    assert path.read_text() == "old"
    assert _names(tmp_path) == ["report.pdf"]


def test_the_scratch_file_stands_beside_its_place(tmp_path: Path) -> None:
    with whole_file(tmp_path / "report.pdf") as scratch:
        assert scratch.parent == tmp_path
        assert _names(tmp_path) == [scratch.name]


def test_a_very_long_thai_name_is_no_hindrance(tmp_path: Path) -> None:
    path = tmp_path / ("ร" * 80 + ".pdf")

    write_whole(path, "x")

    assert _names(tmp_path) == [path.name]


def test_others_may_read_what_was_written(tmp_path: Path) -> None:
    mask = os.umask(0o022)
    try:
        write_whole(tmp_path / "report.pdf", "x")
    finally:
        os.umask(mask)

    assert stat.S_IMODE((tmp_path / "report.pdf").stat().st_mode) == 0o644


def test_a_folder_in_the_place_of_the_file_is_an_output_error(tmp_path: Path) -> None:
    (tmp_path / "report.pdf" / "inside").mkdir(parents=True)

    with pytest.raises(OutputError) as caught:
        write_whole(tmp_path / "report.pdf", "x")

    assert str(tmp_path / "report.pdf") in caught.value.problems[0].where
    assert caught.value.problems[0].mend.th
    assert _names(tmp_path) == ["report.pdf"]


def test_a_file_in_the_place_of_a_folder_is_an_output_error(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")

    with pytest.raises(OutputError):
        write_whole(tmp_path / "out" / "report.pdf", "x")

    assert _names(tmp_path) == ["out"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="whoever may do everything is not refused")
def test_a_folder_that_may_not_be_written_to_is_an_output_error(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    try:
        with pytest.raises(OutputError) as caught:
            write_whole(tmp_path / "report.pdf", "x")
    finally:
        tmp_path.chmod(0o755)

    assert caught.value.problems[0].code == "no-permission"
    assert _names(tmp_path) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_a_full_disk_is_an_output_error(tmp_path: Path) -> None:
    def write() -> None:
        with whole_file(tmp_path / "report.pdf"), Path("/dev/full").open("w") as full:
            full.write("x")

    with pytest.raises(OutputError) as caught:
        write()

    assert caught.value.problems[0].code == "disk-full"
    assert _names(tmp_path) == []

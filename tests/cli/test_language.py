"""The language of help, answers and faults: --lang, else PRONGSAI_LANG, else Thai."""

import re

import pytest

from cli.running import MAE_SOT, Ran, run_apart
from prongsai.cli.language import language_of

_THAI = re.compile("[\u0e01-\u0e5b]")


def _thai_lines(ran: Ran) -> list[str]:
    return [line for line in ran.out.splitlines() if _THAI.search(line)]


@pytest.mark.parametrize(
    ("arguments", "language"),
    [
        (["score", "x.yaml", "--lang", "en"], "en"),
        (["--lang=en", "score"], "en"),
        (["--lang", "EN", "score"], "en"),
        (["score", "--lang", "th"], "th"),
    ],
)
def test_the_language_is_read_from_the_command_line(arguments: list[str], language: str) -> None:
    assert language_of(arguments) == language


def test_help_is_thai_unless_english_is_asked_for() -> None:
    thai, english, by_environment = (
        run_apart("--help", PRONGSAI_LANG=""),
        run_apart("--lang", "en", "--help"),
        run_apart("report", "--help", PRONGSAI_LANG="en"),
    )

    assert (thai.code, english.code, by_environment.code) == (0, 0, 0)
    assert "เขียนรายงานราชการเป็น Word PDF และ HTML" in thai.out
    assert "Write the official reports" in english.out
    assert "comma-separated" in by_environment.out
    assert not _thai_lines(english)


def test_an_english_answer_is_english_but_for_names_and_codes() -> None:
    ran = run_apart("score", MAE_SOT, "--lang", "en")

    assert ran.code == 0
    assert "total 87.15  level " in ran.out
    assert "Disclosure of information" in ran.out
    assert [line for line in _thai_lines(ran) if "เทศบาลนครแม่สอด" not in line and "ผ่าน" not in line] == []


def test_a_fault_is_told_in_the_language_of_the_reader() -> None:
    ran = run_apart("score", "nowhere.yaml", "--lang", "en")

    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "nowhere.yaml: there is no such file [file-missing]\n  how to mend: check the name and the folder\n"


def test_a_long_path_in_a_message_is_not_broken_over_lines() -> None:
    path = "/nowhere/" + "a-long-name-" * 20 + ".yaml"

    ran = run_apart("score", path)

    assert path in ran.err


def test_a_language_that_there_is_not_is_told() -> None:
    ran = run_apart("framework", "list", "--lang", "fr")

    assert ran.code == 2
    assert "[unknown-language]" in ran.err
    assert "th" in ran.err


def test_a_year_can_be_written_in_thai_digits() -> None:
    ran = run_apart("framework", "check", "๒๕๖๘")

    assert ran.code == 0
    assert "2568" in ran.out


@pytest.mark.parametrize("year", ["2568.5", "ปีนี้"])
def test_what_is_no_year_is_refused_with_the_mend(year: str) -> None:
    ran = run_apart("framework", "show", year)

    assert ran.code == 2
    assert "YEAR" in ran.err
    assert "Traceback" not in ran.err

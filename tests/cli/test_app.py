"""The commands put together: what there is, how a run ends, and how a wrong command line is answered."""

import pytest

from cli.running import MAE_SOT, Command, run_apart
from prongsai import __version__

_COMMANDS = ["framework", "template", "score", "analyse", "target", "plan", "report"]


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_the_version_is_told_without_loading_anything_heavy(option: str) -> None:
    heavy = "{'typer', 'rich', 'pydantic', 'docx', 'typst'}"
    code = f"import sys\nfrom prongsai.cli import main\ntry:\n    main()\nfinally:\n    print(sorted(set(sys.modules) & {heavy}))"

    ran = run_apart(option, code=code)

    assert ran.code == 0
    assert ran.out.splitlines() == [f"prongsai {__version__}", "[]"]


def test_a_score_loads_no_writer_of_documents() -> None:
    heavy = "{'docx', 'typst', 'openpyxl', 'vl_convert'}"
    code = f"import sys\nfrom prongsai.cli.app import run\nrun(sys.argv[1:])\nprint(sorted(set(sys.modules) & {heavy}), file=sys.stderr)"

    ran = run_apart("score", MAE_SOT, "--json", code=code)

    assert ran.err.strip() == "[]"


def test_the_package_runs_as_a_module_too() -> None:
    ran = run_apart("--version", code="import runpy; runpy.run_module('prongsai', run_name='__main__')")

    assert (ran.code, ran.out) == (0, f"prongsai {__version__}\n")


def test_help_names_every_command(command: Command) -> None:
    ran = command("--help")

    assert ran.code == 0
    assert all(f"  {name} " in ran.out for name in _COMMANDS)


@pytest.mark.parametrize("name", _COMMANDS)
def test_every_command_has_help_and_takes_json_lang_and_framework(command: Command, name: str) -> None:
    helps = [command(name, "--help")]
    if name == "framework":
        assert helps[0].code == 0
        helps = [command("framework", sub, "--help") for sub in ("list", "show", "check", "diff")]

    for ran in helps:
        assert ran.code == 0
        assert all(option in ran.out for option in ("--json", "--lang", "--framework"))


@pytest.mark.parametrize(
    "arguments",
    [
        ("score",),
        ("score", MAE_SOT, "--no-such-option"),
        ("score", MAE_SOT, "another.yaml"),
        ("no-such-command",),
        ("framework", "no-such-command"),
        ("template", "2568"),
        ("template", "year", "-o", "form.xlsx"),
        ("report",),
        ("target", MAE_SOT, "--total"),
    ],
    ids=" ".join,
)
def test_a_wrong_command_line_ends_with_2_and_says_what_is_wrong(command: Command, arguments: tuple[str, ...]) -> None:
    ran = command(*arguments)

    assert ran.code == 2
    assert ran.out == ""
    assert "Error" in ran.err or "ผิดพลาด" in ran.err or "วิธีแก้" in ran.err


def test_no_arguments_show_the_help(command: Command) -> None:
    ran = command()

    assert ran.code in (0, 2)
    assert all(name in ran.out + ran.err for name in _COMMANDS)


def test_an_answer_as_json_is_nothing_but_json(command: Command) -> None:
    for arguments in (("score",), ("analyse",), ("plan",), ("target", "--total", "90")):
        ran = command(arguments[0], MAE_SOT, *arguments[1:], "--json")

        assert isinstance(ran.json, dict)
        assert ran.err == ""

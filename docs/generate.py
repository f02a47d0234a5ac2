"""Writes the parts of the documentation that follow from the code: the map and the years of the READMEs, and docs/cli.md.

`make docs` writes them, a test compares them. With --help-pages it prints the help of every command as JSON, in the language of the environment.
"""

import ast
import io
import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Sequence
from contextlib import redirect_stdout
from pathlib import Path

from prongsai.framework import CONFIDENCE_NAMES, Confidence, Framework, InstrumentCode, known_years, load_framework
from prongsai.words import Language, Words

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "prongsai"
_COMMANDS = re.compile(r"^Commands:\n((?:^ .*\n?)+)", re.MULTILINE)
_INSTRUMENTS: tuple[InstrumentCode, ...] = ("IIT", "EIT", "OIT")
_HEADS = (
    Words("ปีงบประมาณ", "Fiscal year"),
    Words("น้ำหนัก", "Weights"),
    Words("เกณฑ์ระดับ", "Levels"),
    *(Words(f"ข้อ {code} (ทราบเรื่อง)", f"{code} items (subject known)") for code in _INSTRUMENTS),
    Words("คิดตัวชี้วัด 9-10 จากรายข้อ", "9 and 10 follow from items"),
)
_YES, _NO = Words("ได้", "yes"), Words("ไม่ได้", "no")
_UNKNOWN = Words("ไม่ทราบ", "not known")


def pages() -> dict[Path, str]:
    """Every page that has generated parts, as it should be."""
    english, thai = ROOT / "README.md", ROOT / "README.th.md"
    return {
        english: _filled(_filled(english.read_text(encoding="utf-8"), "map", module_map()), "years", years("en")),
        thai: _filled(thai.read_text(encoding="utf-8"), "years", years("th")),
        ROOT / "docs" / "cli.md": cli_page(),
    }


def module_map() -> str:
    """The packages with their captions, from the shells down to the words, and every module behind a fold."""
    rows = [f"| `{where.relative_to(PACKAGE).as_posix()}{'/' if where.is_dir() else ''}` | {caption(where)} |" for where in _layers()]
    tree = [line for where in _layers() for line in _listing(where)]
    packages = ["| `src/prongsai/` | |", "|---|---|", *rows]
    return "\n".join([*packages, "", "<details><summary>Every module</summary>", "", "```text", *tree, "```", "", "</details>"])


def caption(where: Path) -> str:
    """The first line of the docstring of a module or package."""
    module = where / "__init__.py" if where.is_dir() else where
    return (ast.get_docstring(ast.parse(module.read_text(encoding="utf-8"))) or "").partition("\n")[0]


def years(language: Language) -> str:
    """A table of what is known of each fiscal year."""
    heads = "| " + " | ".join(head.to(language) for head in _HEADS) + " |"
    rows = [_year_row(load_framework(year), language) for year in known_years()]
    return "\n".join([heads, "|" + "---|" * len(_HEADS), *rows])


def cli_page() -> str:
    """docs/cli.md: the help of every command in both languages."""
    thai, english = help_pages("th"), help_pages("en")
    head = [
        "# Commands · คำสั่ง",
        "",
        "Made from `--help` by `make docs`; do not edit. Thai first, then English. ทำจาก `--help` โปรดอย่าแก้ในไฟล์นี้",
        "",
        "Exit codes · รหัสจบ: 0 done · เสร็จ; 1 done, and something is wrong with the content · เสร็จ แต่เนื้อหามีข้อผิดพลาด; "
        "2 the input could not be used · ข้อมูลที่ให้มาใช้ไม่ได้",
    ]
    body = [f"## {name}\n\n```text\n{thai[name]}\n```\n\n```text\n{english[name]}\n```" for name in thai]
    return "\n".join(head) + "\n\n" + "\n\n".join(body) + "\n"


def help_pages(language: Language) -> dict[str, str]:
    """The help of every command by its name; a process of its own, because the language is chosen when the commands are loaded."""
    environment = {**os.environ, "PRONGSAI_LANG": language, "COLUMNS": "100", "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONIOENCODING": "utf-8"}
    arguments = [sys.executable, str(Path(__file__).resolve()), "--help-pages"]
    answer = subprocess.run(arguments, env=environment, capture_output=True, check=True, encoding="utf-8")
    found: dict[str, str] = json.loads(answer.stdout)
    return found


def _filled(text: str, name: str, content: str) -> str:
    """The text with new content between the two marks of a name."""
    start, end = f"<!-- {name}: made by `make docs` -->", f"<!-- end of {name} -->"
    before, _, rest = text.partition(start)
    _, found, after = rest.partition(end)
    if not found:
        raise SystemExit(f"the marks of '{name}' are missing")
    return f"{before}{start}\n\n{content}\n\n{end}{after}"


def _layers() -> Iterator[Path]:
    """Packages and modules that exist, in the order of the import contract."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    for name in (name.strip(" ()") for layer in layers for name in layer.split("|")):
        yield from (path for path in (PACKAGE / name, PACKAGE / f"{name}.py") if path.exists())


def _listing(where: Path, depth: int = 0) -> Iterator[str]:
    """A module in a line, a package with its modules and then its packages below it."""
    indent, name = "  " * depth, where.name + ("/" if where.is_dir() else "")
    yield f"{indent}{name:<{30 - len(indent)}}{caption(where)}"
    if where.is_dir():
        for module in sorted(where.glob("*.py")):
            if module.name != "__init__.py":
                yield from _listing(module, depth + 1)
        for package in sorted(path.parent for path in where.glob("*/__init__.py")):
            yield from _listing(package, depth + 1)


def _year_row(rules: Framework, language: Language) -> str:
    weights = [instrument.weight.confidence for instrument in rules.rules.instruments]
    steps = [step.confidence for step in rules.levels.steps] if rules.levels else [None]
    from_items = all(indicator.combine.value for indicator in rules.rules.indicators if indicator.instrument == "OIT")
    cells = [str(rules.year), _least(weights, language), _least(steps, language), *(_items(rules, code) for code in _INSTRUMENTS)]
    return "| " + " | ".join([*cells, (_YES if from_items else _NO).to(language)]) + " |"


def _least(found: Sequence[Confidence | None], language: Language) -> str:
    """The least confidence among facts, in short; "not known" where one of them is."""
    order: list[Confidence | None] = [None, "inferred", "one_source", "confirmed"]
    worst = min(found, key=order.index)
    return CONFIDENCE_NAMES[worst].to(language).partition(" (")[0] if worst else _UNKNOWN.to(language)


def _items(rules: Framework, code: InstrumentCode) -> str:
    """How many items there are, and of how many the subject is known: by title in OIT, by topic in the surveys."""
    items = [item for item in rules.items.values() if item.instrument == code]
    known = [item for item in items if (item.title_is_official if code == "OIT" else item.topics)]
    return f"{rules.count_of(code).value or '?'} ({len(known)})"


def _print_help() -> None:
    """The help of the program, of its commands and of theirs, as a mapping in JSON."""
    from prongsai.cli.app import run

    found: dict[str, str] = {}
    waiting: list[list[str]] = [[]]
    while waiting:
        command = waiting.pop(0)
        caught = io.StringIO()
        with redirect_stdout(caught):
            run([*command, "--help"])
        text = caught.getvalue().rstrip()
        found[" ".join(["prongsai", *command])] = text
        listed = _COMMANDS.search(text)
        names = re.findall(r"^  (\w[\w-]*)", listed[1], re.MULTILINE) if listed else []
        waiting = [[*command, name] for name in names] + waiting
    sys.stdout.write(json.dumps(found, ensure_ascii=False))


def main() -> None:
    """Writes every page that is not as it should be."""
    for path, text in pages().items():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            sys.stdout.write(f"{path.relative_to(ROOT)}\n")


if __name__ == "__main__":
    if sys.argv[1:] == ["--help-pages"]:
        _print_help()
    else:
        main()

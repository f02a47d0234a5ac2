"""The rules of the house that a program can check: sizes, captions, public names, nothing of one machine."""

import ast
import re
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "prongsai"
MODULES = sorted(SOURCE.rglob("*.py"))
LONGEST_FILE, LONGEST_FUNCTION, MOST_POSITIONAL = 300, 40, 4
_BINARY = {".png", ".pdf", ".docx", ".xlsx", ".ttf", ".jpg", ".ico", ".parquet"}
_MACHINE = (
    re.compile(r"(?<![\w./:-])/(?:home|root|work|Users|opt|mnt|tmp|private)/"),
    re.compile(r"(?<!\w)[A-Za-z]:\\\\?Users\\"),
    re.compile(r"\b(?:10|192\.168|172\.(?:1[6-9]|2\d|3[01]))(?:\.\d{1,3}){2,3}\b"),
)
_REGISTRY = re.compile(r"pypi\.\w+|pythonhosted\.\w+|registry\.npm\w*\.\w+|--(?:extra-)?index-url|--find-links|--trusted-host", re.IGNORECASE)
_MAKE = re.compile(r"\bmake ([a-z]+)\b")
_IN_CODE = re.compile(r"```[a-z]*\n(.*?)```|`([^`\n]+)`", re.DOTALL)
Function = ast.FunctionDef | ast.AsyncFunctionDef


def test_a_source_file_has_at_most_300_lines() -> None:
    lines = {name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}

    too_long = {path: count for path, count in lines.items() if count > LONGEST_FILE}

    assert not too_long


def test_a_function_has_at_most_40_lines() -> None:
    too_long = [f"{name(path)}: {found.name}" for path, found in functions() if lines_of(found) > LONGEST_FUNCTION]

    assert not too_long


def test_a_function_takes_at_most_four_parameters_by_position() -> None:
    too_many = [f"{name(path)}: {found.name}" for path, found in functions() if len(positional(found)) > MOST_POSITIONAL and not is_command(found)]

    assert not too_many


def test_every_module_has_a_caption_of_one_line_that_ends_with_a_full_stop() -> None:
    captions = {name(path): ast.get_docstring(parsed(path)) or "" for path in MODULES}

    without = [path for path, text in captions.items() if not text.partition("\n")[0].endswith(".")]

    assert not without


@pytest.mark.parametrize("path", [path for path in MODULES if path.name == "__init__.py"], ids=lambda path: path.parent.name)
def test_a_package_names_its_public_names_once_and_in_order(path: Path) -> None:
    tree = parsed(path)
    listed: list[str] = next((ast.literal_eval(node.value) for node in tree.body if isinstance(node, ast.Assign) and is_all(node)), [])

    public = {name for name in top_level_names(tree) if not name.startswith("_")}

    assert listed == sorted(public, key=as_listed)


def test_no_module_is_named_after_nothing() -> None:
    names = {part for path in MODULES for part in path.relative_to(SOURCE).with_suffix("").parts}

    assert not names & {"utils", "util", "helpers", "helper", "common", "misc", "tools"}


def test_no_text_file_names_a_machine_or_a_registry() -> None:
    here = Path(__file__)
    texts = {name(path): path.read_text(encoding="utf-8", errors="replace") for path in text_files() if path != here}

    found = [f"{path}: {match[0]}" for path, text in texts.items() for pattern in (*_MACHINE, _REGISTRY) for match in pattern.finditer(text)]

    assert not found


@pytest.mark.parametrize("document", ["README.md", "README.th.md", "CONTRIBUTING.md"])
def test_every_make_command_of_a_document_is_there(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    code = "\n".join(block or inline for block, inline in _IN_CODE.findall(text))
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))

    asked = set(_MAKE.findall(code))

    assert asked
    assert asked <= targets


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def functions() -> Iterator[tuple[Path, Function]]:
    for path in MODULES:
        yield from ((path, node) for node in ast.walk(parsed(path)) if isinstance(node, Function))


def lines_of(function: Function) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def positional(function: Function) -> list[str]:
    named = [argument.arg for argument in (*function.args.posonlyargs, *function.args.args)]
    return [argument for argument in named if argument not in ("self", "cls")]


def is_command(function: Function) -> bool:
    """The parameters of a command are its options, which nobody gives by position."""
    return any(isinstance(argument.annotation, ast.Name) and argument.annotation.id == "Lang" for argument in function.args.args)


def is_all(node: ast.Assign) -> bool:
    return any(isinstance(target, ast.Name) and target.id == "__all__" for target in node.targets)


def top_level_names(tree: ast.Module) -> Iterator[str]:
    """What a package imports from its modules or defines itself."""
    for node in tree.body:
        if isinstance(node, ast.ImportFrom):
            yield from (entry.asname or entry.name for entry in node.names)
        elif isinstance(node, Function | ast.ClassDef):
            yield node.name


def as_listed(name: str) -> tuple[int, str]:
    """Constants, then classes, then functions, each by name: the order that ruff gives `__all__`."""
    return (0 if name.isupper() else 1 if name[0].isupper() else 2, name)


def text_files() -> Iterator[Path]:
    """Every text file of the repository that git does not ignore."""
    ignored = [line.rstrip("/") for line in (ROOT / ".gitignore").read_text(encoding="utf-8").split() if line] + [".git", ".coverage*"]
    folders = [ROOT]
    while folders:
        for path in sorted(folders.pop().iterdir()):
            if any(fnmatch(path.name, pattern) for pattern in ignored):
                continue
            if path.is_dir():
                folders.append(path)
            elif path.suffix not in _BINARY:
                yield path

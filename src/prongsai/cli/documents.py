"""Documents named on the command line: files, and folders with all that can be read in them."""

from pathlib import Path
from typing import Annotated, NamedTuple, get_args

import typer

from prongsai.cli.language import say
from prongsai.document import CONVERTIBLE, READABLE, Recognise
from prongsai.errors import InputError, Problem
from prongsai.words import Words

Documents = Annotated[
    list[Path],
    typer.Argument(
        metavar="DOCUMENT...",
        help=say(
            "เอกสาร .docx .pdf .html .xlsx .txt .md หรือภาพสแกน หนึ่งไฟล์ หลายไฟล์ หรือทั้งโฟลเดอร์",
            "one document or many (.docx, .pdf, .html, .xlsx, .txt, .md, scans), or a folder",
        ),
        show_default=False,
    ),
]
Year = Annotated[
    int | None,
    typer.Option(
        "--year",
        metavar="YEAR",
        help=say("ปีงบประมาณที่ประเมิน (พ.ศ.) หากต่างจากที่เอกสารบอก", "fiscal year assessed (B.E.), where the document does not say it"),
        show_default=False,
    ),
]
Ocr = Annotated[
    str,
    typer.Option(
        "--ocr",
        metavar="auto|never|always",
        help=say(
            "อ่านจากภาพด้วย Tesseract เมื่อไม่มีข้อความ (auto) ไม่อ่าน (never) หรืออ่านเสมอ (always)",
            "recognise pictures with Tesseract where there is no text, never, or always",
        ),
    ),
]
OWN_PAGE, OWN_WORD = ".remarks.html", ".remarks.docx"
_ERA, _CENTURY, _FIRST, _LAST = 543, 2500, 2540, 2640


class Named(NamedTuple):
    """A document, and the path by which its user knows it: below the folder that was given, or as it was given."""

    path: Path
    name: Path


def documents_in(paths: list[Path]) -> tuple[list[Named], list[Path]]:
    """The files, folders opened, each once; and the files of folders that are no documents.

    Hidden files, lock files of offices and what `check --out` wrote are left out; documents that must be converted first are named, so that nobody thinks they
    were looked at. Raises InputError on a folder without documents.
    """
    found: dict[Path, Named] = {}
    skipped: list[Path] = []
    for path in paths:
        inside = _inside(path) if path.is_dir() else [Named(path, Path(path.name))]
        known = [one for one in inside if not path.is_dir() or one.path.suffix.lower() in READABLE | CONVERTIBLE]
        if not known:
            raise InputError(_nothing(path))
        found |= {one.path.absolute(): one for one in known if one.path.absolute() not in found}
        skipped += [one.name for one in inside if one not in known]
    return _told_apart(list(found.values())), skipped


def recognise(text: str) -> Recognise:
    """The choice of --ocr."""
    found: Recognise | None = next((choice for choice in get_args(Recognise) if choice == text), None)
    if found is None:
        what = Words(f"ไม่รู้จัก “{text}”", f"unknown '{text}'")
        raise InputError(Problem("unknown-choice", what, "--ocr", mend=Words("ใช้ auto, never หรือ always", "use auto, never or always")))
    return found


def buddhist_year(year: int | None) -> int | None:
    """The fiscal year of --year in the Buddhist era: 2568, 68 and 2025 are one."""
    if year is None:
        return None
    full = year + _CENTURY if 0 < year < 100 else year + _ERA if _FIRST - _ERA <= year <= _LAST - _ERA else year
    if not _FIRST <= full <= _LAST:
        what = Words(f"{year} ไม่ใช่ปีงบประมาณ", f"{year} is no fiscal year")
        raise InputError(Problem("bad-year", what, "--year", mend=Words("ใช้ปี พ.ศ. เช่น 2568", "use a year of the Buddhist era, such as 2568")))
    return full


def _inside(folder: Path) -> list[Named]:
    files = sorted(path for path in folder.rglob("*") if not path.name.startswith((".", "~$")) and path.is_file())
    return [Named(path, path.relative_to(folder)) for path in files if not path.name.endswith((OWN_PAGE, OWN_WORD)) and not _is_own_table(path)]


def _is_own_table(path: Path) -> bool:
    """The overview that `check --out` wrote beside its pages."""
    return path.name in ("index.html", "index.csv") and any(path.parent.rglob(f"*{OWN_PAGE}"))


def _told_apart(documents: list[Named]) -> list[Named]:
    """Files of one name from several places get the folder that tells them apart, or a number."""
    seen: dict[Path, int] = {}
    apart = []
    for one in documents:
        count = seen[one.name] = seen.get(one.name, 0) + 1
        apart.append(one if count == 1 else Named(one.path, one.name.with_name(f"{one.name.stem}-{count}{one.name.suffix}")))
    return apart


def _nothing(folder: Path) -> Problem:
    what = Words("ไม่มีเอกสารที่อ่านได้ในโฟลเดอร์นี้", "there is no document in this folder that can be read")
    kinds = " ".join(sorted(READABLE))
    return Problem("no-documents", what, str(folder), mend=Words(f"ใส่ไฟล์ {kinds}", f"put in files of the kinds {kinds}"))

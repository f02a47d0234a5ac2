"""`prongsai report`: the official reports of one agency or of many, on all cores."""

from pathlib import Path
from typing import Annotated, TypeVar, get_args

import typer

from prongsai.checker import RULES, SHORT_KIND_NAMES
from prongsai.cli.language import LANGUAGE, of, say
from prongsai.cli.options import Json, Lang, Overlay
from prongsai.cli.output import console, print_error, print_json, print_line, print_table
from prongsai.cli.report_jobs import Job, Outcome, run_jobs
from prongsai.document import Digits
from prongsai.errors import InputError, Problem
from prongsai.report import FORMATS, KINDS, layouts
from prongsai.words import Words

Name = TypeVar("Name", bound=str)


Files = Annotated[list[Path], typer.Argument(metavar="RESULTS...", help=say("ไฟล์ผลการประเมินหนึ่งไฟล์หรือหลายไฟล์", "one results file or many"), show_default=False)]
Kinds = Annotated[
    str | None,
    typer.Option(
        "--kind",
        metavar=",".join(KINDS),
        help=say("ชนิดรายงาน คั่นด้วยจุลภาค (เว้นไว้ = ทุกชนิดที่ข้อมูลพอ)", "kinds, comma-separated (all that the data allow)"),
        show_default=False,
    ),
]
Formats = Annotated[str, typer.Option("--format", metavar=",".join(FORMATS), help=say("รูปแบบไฟล์ คั่นด้วยจุลภาค", "formats, comma-separated"))]
DigitsOption = Annotated[str, typer.Option("--digits", metavar="thai|arabic", help=say("เลขไทยหรือเลขอารบิก", "Thai or Arabic digits"))]
LayoutOption = Annotated[
    str, typer.Option("--layout", metavar="|".join(layouts()), help=say("ลำดับคอลัมน์ของตารางมาตรการ", "column order of the tables of measures"))
]
_ALL_FORMATS, _OUT = ",".join(FORMATS), Path("out")
Out = Annotated[Path, typer.Option("--out", metavar="DIR", help=say("โฟลเดอร์ปลายทาง", "the folder to write to"))]


def report_command(
    results: Files,
    kind: Kinds = None,
    format: Formats = _ALL_FORMATS,
    digits: DigitsOption = "arabic",
    layout: LayoutOption = "own",
    out: Out = _OUT,
    json: Json = False,
    lang: Lang = LANGUAGE,
    framework: Overlay = None,
) -> None:
    """Writes DIR/<file's stem>/<kind>.<format>; exit 2 where a file could not be used, the others are written."""
    job = Job(
        kinds=_chosen(kind, KINDS, "--kind") if kind is not None else None,
        formats=_chosen(format, FORMATS, "--format"),
        digits=_one(digits, get_args(Digits), "--digits"),
        layout=_one(layout, layouts(), "--layout"),
        language=LANGUAGE,
        out=out,
        overlay=framework,
    )
    _refuse_same_names(results)
    outcomes = run_jobs(job, results)
    if json:
        print_json([outcome.answer() for outcome in outcomes])
    else:
        _print(outcomes, out)
    errors = [outcome.error for outcome in outcomes if outcome.error is not None]
    for error in errors:
        print_error(error)
    if errors:
        raise typer.Exit(2)


def _chosen(text: str, allowed: tuple[Name, ...], option: str) -> tuple[Name, ...]:
    return tuple(dict.fromkeys(_one(part.strip(), allowed, option) for part in text.split(",")))


def _print(outcomes: list[Outcome], out: Path) -> None:
    done = [outcome for outcome in outcomes if outcome.error is None]
    if len(outcomes) == 1 and done:
        _summary(done[0])
    files = sum(len(outcome.files) for outcome in done)
    print_line(say(f"เขียนรายงาน {files} ไฟล์ ของ {len(done)} หน่วยงาน ใน {out}/", f"{files} report files of {len(done)} agencies written to {out}/"), "green")
    _print_checked(done)


def _print_checked(done: list[Outcome]) -> None:
    """What our own checker says of the reports: the remarks of one agency, the agencies with remarks of many."""
    noted = [outcome for outcome in done if outcome.remarks]
    if not noted:
        print_line(say("ตรวจรายงานที่เขียนแล้ว ไม่พบสิ่งที่ต้องแก้", "the reports were checked: nothing to mend"), "green")
        return
    print_line(say(f"ตรวจรายงานที่เขียนแล้ว ควรดูข้อมูลของ {len(noted)} หน่วยงาน", f"the reports were checked: look at the data of {len(noted)} agencies"), "yellow")
    for outcome in noted:
        if len(done) > 1:
            rules = ", ".join(dict.fromkeys(of(RULES[remark.rule].about) for _, remark in outcome.remarks))
            print_line(f"  {outcome.source.name}: {rules}")
            continue
        for kind, remark in outcome.remarks:
            print_line(f"  {of(SHORT_KIND_NAMES[kind])}: {of(remark.message)} [{remark.rule}]")


def _summary(outcome: Outcome) -> None:
    console().print()
    print_line(outcome.headline, "bold")
    for line in outcome.lines:
        print_line(f"  {line}")
    print_table("", [say("รายงาน", "Report"), say("ไฟล์", "File")], [[file.stem, str(file)] for file in outcome.files])


def _one(text: str, allowed: tuple[Name, ...], option: str) -> Name:
    found = next((name for name in allowed if name == text), None)
    if found is None:
        choice = ", ".join(allowed)
        what = Words(f"ไม่รู้จัก “{text}”", f"unknown '{text}'")
        raise InputError(Problem("unknown-choice", what, option, mend=Words(f"ใช้ {choice}", f"use {choice}")))
    return found


def _refuse_same_names(results: list[Path]) -> None:
    seen: dict[str, Path] = {}
    for path in results:
        if path.stem in seen:
            what = Words(f"ไฟล์ {path} และ {seen[path.stem]} จะเขียนลงโฟลเดอร์เดียวกัน", f"{path} and {seen[path.stem]} would be written to the same folder")
            raise InputError(Problem("same-name", what, str(path), mend=Words("เปลี่ยนชื่อไฟล์ให้ต่างกัน", "give them different names")))
        seen[path.stem] = path

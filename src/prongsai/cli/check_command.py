"""`prongsai check`: what in a document contradicts itself, the year's rules or the agency's results."""

from pathlib import Path
from typing import Annotated

import typer

from prongsai.answers import check_answer
from prongsai.checker import KIND_NAMES, SEVERITY_NAMES, DocumentRemark
from prongsai.cli.check_jobs import Checked, CheckJob, check_all
from prongsai.cli.documents import Documents, Ocr, Year, documents_in, recognise
from prongsai.cli.language import LANGUAGE, of, say
from prongsai.cli.options import Json, Lang, Overlay
from prongsai.cli.output import print_error, print_json, print_line, print_table

_COLOURS = {"error": "red", "warning": "yellow", "note": "dim"}
_LONGEST_QUOTE = 120


ResultsOption = Annotated[
    Path | None,
    typer.Option("--results", metavar="FILE", help=say("ไฟล์ผลการประเมินของหน่วยงาน เพื่อเทียบกับเอกสาร", "the agency's results, to compare"), show_default=False),
]
Rules = Annotated[str | None, typer.Option("--rules", metavar="A,B", help=say("ตรวจเฉพาะกฎเหล่านี้", "only these rules"), show_default=False)]
Skip = Annotated[str | None, typer.Option("--skip", metavar="A,B", help=say("ไม่ตรวจกฎเหล่านี้", "all but these rules"), show_default=False)]
Out = Annotated[
    Path | None,
    typer.Option(
        "--out",
        metavar="DIR",
        help=say(
            "เขียนหน้าเว็บที่มีข้อสังเกตข้างข้อความ และไฟล์ Word ที่มีข้อสังเกตเป็นความคิดเห็น",
            "write a page with the remarks beside the text, and Word files with comments",
        ),
        show_default=False,
    ),
]


def check_command(
    documents: Documents,
    year: Year = None,
    results: ResultsOption = None,
    rules: Rules = None,
    skip: Skip = None,
    out: Out = None,
    ocr: Ocr = "auto",
    json: Json = False,
    lang: Lang = LANGUAGE,
    framework: Overlay = None,
) -> None:
    """Exit 1 where a remark is an error, 2 where a document could not be read; the others are checked."""
    job = CheckJob(year=year, results=results, rules=_names(rules), skip=_names(skip) or (), out=out, ocr=recognise(ocr), overlay=framework, language=LANGUAGE)
    found = check_all(job, documents_in(documents))
    alone = len(documents) == 1 and not documents[0].is_dir()
    if json:
        answers = [check_answer(str(one.source), one.check, LANGUAGE) if one.check else one.refusal() for one in found]
        print_json(answers[0] if alone else answers)
    elif alone:
        _print_one(found[0])
    else:
        _print_many(found)
    for one in found:
        if one.error is not None:
            print_error(one.error)
    if any(one.error is not None for one in found):
        raise typer.Exit(2)
    if any(one.count("error") for one in found):
        raise typer.Exit(1)


def _names(text: str | None) -> tuple[str, ...] | None:
    return None if text is None else tuple(name.strip() for name in text.split(",") if name.strip())


def _print_one(one: Checked) -> None:
    check = one.check
    if check is None:
        return
    facts = check.facts
    told = [of(KIND_NAMES[facts.kind])]
    told += [facts.agency.full] if facts.agency else []
    told += [say(f"ผลการประเมินปีงบประมาณ พ.ศ. {facts.assessed}", f"result of fiscal year {facts.assessed}")] if facts.assessed else []
    told.append(say(f"ความชัดของข้อความ {check.quality:.0%}", f"text read {check.quality:.0%} cleanly"))
    print_line(one.source.name, "bold")
    print_line("  " + "  ·  ".join(told))
    for note in check.notes:
        print_line(f"  {of(note)}", "dim")
    for remark in check.remarks:
        _print_remark(remark)
    print_line()
    print_line(_summary(one), "bold")
    for file in one.files:
        print_line(say(f"เขียน {file}", f"wrote {file}"), "green")


def _print_remark(remark: DocumentRemark) -> None:
    place = remark.place
    where = [
        say(f"{thai} {value}", f"{english} {value}")
        for value, thai, english in ((place.page, "หน้า", "page"), (place.table, "ตาราง", "table"), (place.row, "แถว", "row"), (place.column, "คอลัมน์", "column"))
        if value is not None
    ]
    print_line()
    print_line(f"{of(SEVERITY_NAMES[remark.severity])} [{remark.rule}] {' '.join(where)}", _COLOURS[remark.severity])
    if remark.text:
        quote = " ".join(remark.text.split())
        print_line(f"  “{quote[:_LONGEST_QUOTE]}{'…' if len(quote) > _LONGEST_QUOTE else ''}”", "dim")
    print_line(f"  {of(remark.message)}")
    print_line(f"  {say('วิธีแก้', 'mend')}: {of(remark.mend)}")


def _summary(one: Checked) -> str:
    errors, warnings, notes = (one.count(severity) for severity in ("error", "warning", "note"))
    if not errors + warnings + notes:
        return say("ไม่พบข้อสังเกต", "no remarks")
    return say(f"ข้อผิดพลาด {errors}  ควรตรวจ {warnings}  ข้อสังเกต {notes}", f"{errors} errors, {warnings} warnings, {notes} notes")


def _print_many(found: list[Checked]) -> None:
    heads = [
        say("เอกสาร", "Document"),
        say("ชนิด", "Kind"),
        say("หน่วยงาน", "Agency"),
        say("ปี", "Year"),
        say("ความชัด", "Quality"),
        say("ข้อผิดพลาด", "Errors"),
        say("ควรตรวจ", "Warnings"),
        say("ข้อสังเกต", "Notes"),
    ]
    print_table("", heads, [_row(one) for one in found], numbers=frozenset({4, 5, 6, 7}))
    for file in (file for one in found for file in one.files):
        print_line(say(f"เขียน {file}", f"wrote {file}"), "green")


def _row(one: Checked) -> list[str]:
    if one.check is None:
        return [one.source.name, say("อ่านไม่ได้", "not readable"), "", "", "", "", "", ""]
    facts = one.check.facts
    agency = facts.agency.full if facts.agency else "-"
    counts = [str(one.count(severity)) for severity in ("error", "warning", "note")]
    return [one.source.name, of(KIND_NAMES[facts.kind]), agency, str(facts.assessed or "-"), f"{one.check.quality:.0%}", *counts]

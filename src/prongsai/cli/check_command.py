"""`prongsai check`: what in a document contradicts itself, the year's rules or the agency's results."""

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from prongsai.answers import check_answer
from prongsai.checker import KIND_NAMES, RULES, SEVERITY_NAMES, Check, DocumentRemark
from prongsai.cli.check_jobs import Checked, CheckJob, check_all
from prongsai.cli.check_overview import heads, ranked, row_of, totals, write_overview
from prongsai.cli.documents import Documents, Ocr, Year, buddhist_year, documents_in, recognise
from prongsai.cli.language import LANGUAGE, of, say
from prongsai.cli.options import Json, Lang, Overlay
from prongsai.cli.output import print_error, print_json, print_line, print_table, print_text
from prongsai.errors import InputError, Problem
from prongsai.plan import Severity
from prongsai.words import Words

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
_COLOURS: dict[Severity, str] = {"error": "red", "warning": "yellow", "note": "cyan"}
_LONGEST_QUOTE = 120
_CLEAR = 0.9


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
    job = CheckJob(
        year=buddhist_year(year),
        results=results,
        rules=_names(rules),
        skip=_names(skip) or (),
        out=out,
        ocr=recognise(ocr),
        overlay=framework,
        language=LANGUAGE,
    )
    named, skipped = documents_in(documents)
    found = check_all(job, named)
    alone = len(documents) == 1 and not documents[0].is_dir()
    overview = write_overview(out, found, skipped) if out is not None and not alone else ()
    if json:
        _answer(found, alone=alone)
    elif alone:
        _print_one(found[0])
    else:
        _print_many(found, skipped, overview)
    _end(found)


def _answer(found: list[Checked], *, alone: bool) -> None:
    answers = [check_answer(str(one.source.path), one.check, LANGUAGE) if one.check else one.refusal() for one in found]
    print_json(answers[0] if alone else answers)


def _end(found: list[Checked]) -> None:
    """Says what could not be read, and ends with the code of the worst."""
    errors = [one.error for one in found if one.error is not None]
    for error in errors:
        print_error(error)
    if errors:
        raise typer.Exit(2)
    if any(one.count("error") for one in found):
        raise typer.Exit(1)


def _names(text: str | None) -> tuple[str, ...] | None:
    """The names of --rules or --skip; an empty list would check nothing and look like praise."""
    if text is None:
        return None
    names = tuple(name.strip() for name in text.split(",") if name.strip())
    if not names:
        some = ", ".join(list(RULES)[:3])
        what = Words("ไม่ได้บอกชื่อกฎ", "no rule is named")
        raise InputError(Problem("no-rules", what, "--rules, --skip", mend=Words(f"ใช้ เช่น {some}", f"use for example {some}")))
    return names


def _print_one(one: Checked) -> None:
    check = one.check
    if check is None:
        return
    print_line(one.source.path.name, "bold")
    print_text("  ·  ".join(_told(check)), indent=2)
    for note in check.notes:
        print_text(of(note), indent=2, style="yellow")
    _print_summary(check)
    for remark, place in zip(check.remarks, one.places, strict=True):
        _print_remark(remark, of(place))
    print_line()
    if check.remarks and not one.files:
        print_line(say("ใส่ --out โฟลเดอร์ เพื่อดูข้อสังเกตข้างข้อความ", "--out FOLDER shows the remarks beside the text"), "dim")
    for file in one.files:
        print_line(say(f"เขียน {file}", f"wrote {file}"), "green")


def _told(check: Check) -> list[str]:
    """What the document is, in a few words."""
    facts = check.facts
    told = [of(KIND_NAMES[facts.kind])]
    told += [facts.agency.full] if facts.agency else []
    told += [say(f"ผลการประเมินปีงบประมาณ พ.ศ. {facts.assessed}", f"result of fiscal year {facts.assessed}")] if facts.assessed else []
    unclear = check.quality < _CLEAR or facts.scanned
    return told + ([say(f"อ่านข้อความได้ชัด {check.quality:.0%}", f"text read {check.quality:.0%} cleanly")] if unclear else [])


def _print_summary(check: Check) -> None:
    """What to mend first: how many of what, errors before the rest."""
    print_line()
    if not check.checked:
        print_line(say("ยังไม่ได้ตรวจ", "not checked"), "bold yellow")
        return
    if not check.remarks:
        print_line(say("ไม่พบสิ่งที่ต้องแก้หรือควรตรวจ", "nothing to mend or to look at"), "bold green")
        return
    for severity in SEVERITIES:
        counts = Counter(remark.rule for remark in check.remarks if remark.severity == severity)
        if counts:
            told = ", ".join(f"{of(RULES[rule].about)} ({count})" for rule, count in counts.most_common())
            print_text(f"{of(SEVERITY_NAMES[severity])} {sum(counts.values())}: {told}", indent=2, style=f"bold {_COLOURS[severity]}")


def _print_remark(remark: DocumentRemark, place: str) -> None:
    print_line()
    head = f"{of(SEVERITY_NAMES[remark.severity])}: {of(RULES[remark.rule].about)} [{remark.rule}]"
    print_text(head, indent=2, style=_COLOURS[remark.severity])
    print_text(place, indent=4, hang=2, style="dim")
    if remark.text:
        print_text(f"“{_quoted(remark.text)}”", indent=4, hang=2, style="dim")
    print_text(of(remark.message), indent=4, hang=2)
    print_text(f"{say('วิธีแก้', 'mend')}: {of(remark.mend)}", indent=4, hang=2)


def _quoted(text: str) -> str:
    quote = " ".join(text.split())
    return f"{quote[:_LONGEST_QUOTE]}…" if len(quote) > _LONGEST_QUOTE else quote


def _print_many(found: list[Checked], skipped: list[Path], overview: tuple[Path, ...]) -> None:
    print_table("", heads(), [row_of(one) for one in ranked(found)], numbers=frozenset({4, 5, 6}))
    for line in totals(found, skipped):
        print_text(line)
    if overview:
        print_line(say(f"เขียนหน้ารวม {overview[0]} และหน้าของแต่ละฉบับ", f"wrote {overview[0]} and a page of each document"), "green")

"""`prongsai plan`: proposed measures and the coverage of the weak points."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from prongsai.answers import plan_answer
from prongsai.cli.language import LANGUAGE, of, say
from prongsai.cli.options import Json, Lang, Overlay, ResultsFile
from prongsai.cli.output import print_json, print_line, print_table
from prongsai.errors import InputError, Problem
from prongsai.pipeline import Way, start
from prongsai.results import Measure, write_results
from prongsai.thai import format_period
from prongsai.words import Words

_COLOURS = {"error": "red", "warning": "yellow", "note": "dim"}


def plan_command(
    results: ResultsFile,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="RESULTS2",
            help=say("เขียนไฟล์ผลใหม่ที่เติมข้อเสนอมาตรการแล้ว", "write a results file with the proposals filled in"),
            show_default=False,
        ),
    ] = None,
    json: Json = False,
    lang: Lang = LANGUAGE,
    framework: Overlay = None,
) -> None:
    """Exit 1 where the agency's own measures have an error-level remark."""
    way = start(results, framework, LANGUAGE)
    if output is not None:
        if output.exists() and output.samefile(results):
            what = Words("ไฟล์ผลลัพธ์เป็นไฟล์เดียวกับไฟล์ที่อ่าน", "the output is the file that was read")
            why = Words("การเขียนทับจะทำให้หมายเหตุที่ท่านเขียนไว้หายไป", "writing over it would lose the comments in it")
            raise InputError(Problem("same-file", what, str(output), why, Words("ตั้งชื่อไฟล์ใหม่", "give another name")))
        write_results(replace(way.results, measures=(*way.results.measures, *way.additions)), output, framework)
    if json:
        print_json(plan_answer(way, LANGUAGE))
    else:
        _print(way)
        if output is not None:
            print_line(say(f"เติมข้อเสนอ {len(way.additions)} มาตรการใน {output}", f"{len(way.additions)} proposals filled in in {output}"), "green")
    if any(remark.severity == "error" for remark in way.remarks):
        raise typer.Exit(1)


def _print(way: Way) -> None:
    covered, weak = way.coverage.covered, way.coverage.weak
    if not weak:
        print_line(say("ไม่พบจุดอ่อนในข้อมูลที่ให้มา", "no weak point in the data given"))
    else:
        print_line(say(f"จุดอ่อน {len(weak)} รายการ มีมาตรการแล้ว {len(covered)}", f"{len(weak)} weak points, {len(covered)} with a measure"), "bold")
    if way.coverage.uncovered:
        print_line(say(f"ยังไม่มีมาตรการ: {', '.join(way.coverage.uncovered)}", f"without a measure: {', '.join(way.coverage.uncovered)}"), "yellow")
    for number, measure in enumerate(way.additions, 1):
        _print_measure(number, measure)
    if way.remarks:
        rows = [[remark.severity, remark.rule, of(remark.message), of(remark.mend)] for remark in way.remarks]
        print_table(
            say("ข้อสังเกตต่อมาตรการที่มี", "Remarks on the measures there are"),
            [say("ระดับ", "Severity"), say("กติกา", "Rule"), say("ข้อสังเกต", "Remark"), say("วิธีแก้", "Mend")],
            rows,
        )


def _print_measure(number: int, measure: Measure) -> None:
    print_line()
    print_line(say(f"ข้อเสนอที่ {number}: {measure.title}", f"Proposal {number}: {measure.title}"), "bold")
    print_line(say("  ตอบ ", "  answers ") + ", ".join(measure.answers))
    for place, step in enumerate(measure.steps, 1):
        print_line(f"  {place}. {step}")
    if measure.start and measure.end:
        print_line(say("  เวลา ", "  period ") + format_period(measure.start, measure.end, LANGUAGE))
    print_line(say("  ผู้รับผิดชอบ ", "  responsible ") + measure.responsible)
    print_line(say("  ติดตาม ", "  follow-up ") + measure.follow_up)
    print_line(say("  ความสำเร็จ ", "  success ") + measure.success)

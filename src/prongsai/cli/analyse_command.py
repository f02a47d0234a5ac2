"""`prongsai analyse` and `prongsai target`: what the result means, and the way to a better one."""

from typing import Annotated

import typer

from prongsai.analysis import way_to_level, way_to_total
from prongsai.answers import analyse_answer, target_answer
from prongsai.cli.language import LANGUAGE, of, say
from prongsai.cli.options import Json, Lang, Overlay, ResultsFile
from prongsai.cli.output import print_json, print_line, print_table
from prongsai.errors import InputError, Problem
from prongsai.pipeline import start
from prongsai.thai import format_number, parse_number
from prongsai.words import Words

_MOST_STAKES = 12


def analyse_command(results: ResultsFile, json: Json = False, lang: Lang = LANGUAGE, framework: Overlay = None) -> None:
    """Strong and weak, change, gaps, points at stake."""
    way = start(results, framework, LANGUAGE)
    if json:
        print_json(analyse_answer(way, LANGUAGE))
        return
    found = way.analysis
    for title, nodes in ((say("จุดแข็ง", "Strongest"), found.strongest), (say("จุดอ่อน", "Weakest"), found.weakest)):
        print_line(f"{title}: " + ", ".join(f"{node.id} {of(node.name)} {node.shown}" for node in nodes), "bold")
    if found.changes:
        rows = [[one.node, of(one.name), f"{one.before}", f"{one.after}", format_number(one.difference, sign=True)] for one in found.changes]
        heads = [say("รหัส", "Code"), say("ตัวชี้วัด", "Indicator"), say("ปีก่อน", "Before"), say("ปีนี้", "Now"), say("ผลต่าง", "Change")]
        print_table(say("การเปลี่ยนแปลง", "Change"), heads, rows, numbers=frozenset({2, 3, 4}))
    rows = [[gap.node, of(gap.name), f"{gap.score}" if gap.score is not None else "-", of(gap.because)] for gap in found.gaps]
    print_table(say("จุดอ่อนและเหตุผล", "Weak points and why"), [say("รหัส", "Code"), say("เรื่อง", "Name"), say("คะแนน", "Score"), say("เหตุ", "Why")], rows)
    rows = [[one.node, of(one.name), f"{one.score}", f"{one.points}"] for one in found.stakes[:_MOST_STAKES]]
    print_table(
        say("คะแนนรวมที่ยังเพิ่มได้", "Points at stake"),
        [say("รหัส", "Code"), say("เรื่อง", "Name"), say("คะแนน", "Score"), say("เพิ่มได้", "Points")],
        rows,
        numbers=frozenset({2, 3}),
    )


def target_command(
    results: ResultsFile,
    level: Annotated[
        str | None, typer.Option("--level", metavar="CODE", help=say("ระดับที่ต้องการ เช่น ผ่านดี", "the level to reach, such as ผ่านดี"), show_default=False)
    ] = None,
    total: Annotated[str | None, typer.Option("--total", metavar="N", help=say("คะแนนรวมที่ต้องการ", "the total to reach"), show_default=False)] = None,
    json: Json = False,
    lang: Lang = LANGUAGE,
    framework: Overlay = None,
) -> None:
    """Exit 1 where the target cannot be reached or worked out."""
    if (level is None) == (total is None):
        what = Words("ระบุเป้าหมายหนึ่งอย่าง", "give one target")
        raise InputError(Problem("one-target", what, "target", mend=Words("ใช้ --level ระดับ หรือ --total คะแนน", "use --level CODE or --total N")))
    way = start(results, framework, LANGUAGE)
    found = way_to_level(way.sheet, level) if level is not None else way_to_total(way.sheet, parse_number(total, "--total"))
    if json:
        print_json(target_answer(found, LANGUAGE))
    elif not found.reachable:
        print_line(say(f"คำนวณไม่ได้: {of(found.because)}", f"cannot be worked out: {of(found.because)}"), "red")
    else:
        rows = [
            [one.node, of(one.name), f"{one.before}", f"{one.after}", "-" if one.points is None else format_number(one.points, sign=True)]
            for one in found.changes
        ]
        heads = [say("รหัส", "Code"), say("ตัวชี้วัด", "Indicator"), say("จาก", "From"), say("เป็น", "To"), say("คะแนนรวม", "Total")]
        print_table(say("สิ่งที่ต้องเปลี่ยนน้อยที่สุด", "The least that must change"), heads, rows, numbers=frozenset({2, 3, 4}))
        print_line(
            say(f"คะแนนรวมจะเป็น {found.total_after} ระดับ {found.level_after.code}", f"the total would be {found.total_after}, level {found.level_after.code}"),
            "bold",
        )
        if found.unknown:
            print_line(
                say(f"และต้องได้ตามเกณฑ์ในคะแนนที่ยังไม่ทราบ: {', '.join(found.unknown)}", f"and the scores not known must reach it too: {', '.join(found.unknown)}")
            )
    if not found.reachable:
        raise typer.Exit(1)

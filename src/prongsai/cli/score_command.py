"""`prongsai score`: the score sheet, the level, and whether what was published follows."""

from typing import Annotated

import typer

from prongsai.answers import agrees, score_answer
from prongsai.cli.language import LANGUAGE, of, say
from prongsai.cli.options import Json, Lang, Overlay, ResultsFile
from prongsai.cli.output import print_json, print_line, print_table
from prongsai.errors import InputError, Problem
from prongsai.pipeline import Way, start
from prongsai.scoring import explain, misprints
from prongsai.words import Words


def score_command(
    results: ResultsFile,
    explain_node: Annotated[
        str | None,
        typer.Option(
            "--explain", metavar="NODE", help=say("บอกที่มาของคะแนน เช่น total, OIT, 9", "say how a score came about: total, OIT, 9"), show_default=False
        ),
    ] = None,
    json: Json = False,
    lang: Lang = LANGUAGE,
    framework: Overlay = None,
) -> None:
    """Exit 1 where a published figure does not follow."""
    way = start(results, framework, LANGUAGE)
    if explain_node is not None:
        _explain(way, explain_node, json=json)
    elif json:
        print_json(score_answer(way, LANGUAGE))
    else:
        _print(way)
    if agrees(way) is False or way.sheet.disagreements:
        raise typer.Exit(1)


def _explain(way: Way, node: str, *, json: bool) -> None:
    if node not in way.sheet.nodes:
        some = ", ".join(list(way.sheet.nodes)[:16])
        what = Words(f"ไม่มีคะแนน “{node}”", f"there is no score '{node}'")
        raise InputError(Problem("unknown-node", what, "--explain", mend=Words(f"ใช้ เช่น {some}", f"use for example {some}")))
    sentences = [of(sentence) for sentence in explain(way.sheet, node)]
    if json:
        print_json({"node": node, "explanation": sentences})
    else:
        for sentence in sentences:
            print_line(sentence)


def _print(way: Way) -> None:
    sheet, level = way.sheet, way.level
    print_line(f"{way.results.agency.name}  {say('ปีงบประมาณ พ.ศ.', 'fiscal year')} {way.results.year}", "bold")
    rows = [
        [node.id, of(node.name), f"{node.shown}" if node.shown is not None else "-", f"{node.stake}" if node.stake is not None else "-"]
        for node in sheet.indicators
    ]
    rows += [
        [node.id, of(node.name), f"{node.shown}" if node.shown is not None else "-", f"{node.stake}" if node.stake is not None else "-"]
        for node in sheet.instruments
    ]
    heads = [say("รหัส", "Code"), say("ตัวชี้วัด / เครื่องมือ", "Indicator / instrument"), say("คะแนน", "Score"), say("เพิ่มได้", "At stake")]
    print_table("", heads, rows, numbers=frozenset({2, 3}))
    total = f"{sheet.total.shown}" if sheet.total.shown is not None else say("ไม่ทราบ", "not known")
    name = of(level.name) or level.code or say("ไม่ทราบ", "not known")
    print_line(say(f"คะแนนรวม {total}  ระดับ {name}", f"total {total}  level {name}") + ("" if level.certain else say(" (ยังไม่แน่นอน)", " (not certain)")), "bold")
    print_line(say(f"เพราะ {of(level.because)}", f"because {of(level.because)}"))
    for reason, nodes in sheet.missing_by_reason.items():
        print_line(say(f"ขาด {', '.join(nodes)}: {of(reason)}", f"missing {', '.join(nodes)}: {of(reason)}"), "dim")
    _print_doubts(way)


def _print_doubts(way: Way) -> None:
    published = way.results.scores.published_total
    if agrees(way) is False:
        print_line(
            say(
                f"ไม่ตรงกับที่ประกาศ: {published} {way.results.scores.published_level or ''}",
                f"does not agree with what was published: {published} {way.results.scores.published_level or ''}",
            ),
            "red",
        )
        for one in misprints(way.framework, way.results.scores):
            label = say("คะแนนรวม", "total") if one.indicator is None else say(f"ตัวชี้วัดที่ {one.indicator}", f"indicator {one.indicator}")
            print_line(say(f"  หาก {label} พิมพ์ผิดหนึ่งหลัก: {one.printed} → {one.would_be}", f"  if one digit of {label} is wrong: {one.printed} → {one.would_be}"))
    for node in way.sheet.disagreements:
        print_line(of(explain(way.sheet, node.id)[1]), "red")

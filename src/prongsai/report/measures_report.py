"""The measures report: what will be done about the weak points, by whom and when."""

from prongsai.document import Block, Cell, Document, Heading, PageBreak, cell, paragraph
from prongsai.report.brief import Brief
from prongsai.report.charts import timeline
from prongsai.report.frame import body, cover, front, no_weak_point, page_label, signatures, table
from prongsai.report.layout import load_layout
from prongsai.report.measure_table import MeasureTable
from prongsai.report.voice import DASH, Voice

_MARK = "■"
_MOST_COLUMNS = 12


def measures_report(voice: Voice, brief: Brief, layout: str = "own") -> Document:
    """The measures of the file as an official document; `layout` names the column order."""
    agency, plan_year = brief.results.agency, brief.results.plan_year
    title = voice.say("มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน", "Measures to promote integrity and transparency")
    first = cover(voice, agency, title=title, subtitle=voice.say(f"ประจำ{voice.year(plan_year)}", f"for {voice.year(plan_year)}"))
    wide = [
        Heading(voice.say("2. มาตรการ", "2. Measures")),
        MeasureTable(voice, brief).table(
            load_layout(layout).measures, brief.results.measures, voice.say(f"มาตรการประจำ{voice.year(plan_year)}", f"Measures of {voice.year(plan_year)}")
        ),
        *_matrix(voice, brief),
        Heading(voice.say("4. แผนการดำเนินงานรายเดือน", "4. Plan by month")),
        timeline(voice, brief.results.measures, plan_year),
        *signatures(voice, 5),
    ]
    front_blocks = [
        *front(voice, _preface(voice, brief), []),
        Heading(voice.say("1. ที่มาและจุดอ่อนที่ต้องแก้ไข", "1. Background and weak points")),
        *_background(voice, brief),
    ]
    header = voice.say(f"มาตรการส่งเสริมคุณธรรมและความโปร่งใส {voice.year(plan_year)} {agency.name}", f"Measures, {voice.year(plan_year)}, {agency.name}")
    return Document(
        title.replace("\n", ""),
        (first, body(front_blocks), body(list(wide), "landscape")),
        voice.language,
        agency.name,
        f"ITA {plan_year}",
        header,
        page_label(voice),
    )


def _preface(voice: Voice, brief: Brief) -> list[str]:
    agency, count = brief.results.agency.name, len(brief.results.measures)
    year, plan_year = voice.year(brief.results.year), voice.year(brief.results.plan_year)
    return [
        voice.say(
            f"{agency}กำหนดมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำ{plan_year} จำนวน {count} มาตรการ "
            f"โดยอาศัยผลการประเมิน ITA ประจำ{year} เอกสารนี้แสดงขั้นตอน ระยะเวลา ผู้รับผิดชอบ การติดตาม และความครอบคลุมจุดอ่อนของแต่ละมาตรการ",
            f"{agency} has set {count} measures to promote integrity and transparency in {plan_year}, from its ITA result of {year}. "
            "This document shows their steps, periods, owners and follow-up, and which weak points they answer.",
        )
    ]


def _background(voice: Voice, brief: Brief) -> list[Block]:
    weak = brief.coverage.weak
    if not weak:
        return [no_weak_point(voice, brief)]
    total = brief.sheet.total.shown
    intro = voice.say(f"ผลการประเมินพบจุดอ่อนที่ต้องมีมาตรการ {len(weak)} รายการ ดังนี้", f"The result shows {len(weak)} weak points that need a measure.")
    if total is not None:
        intro = voice.say(f"คะแนนรวม {voice.score(total)} คะแนน ", f"The total is {voice.score(total)}. ") + intro
    rows: list[tuple[str | Cell, ...]] = []
    for node in weak:
        why = next(gap for gap in brief.analysis.gaps_of(node))
        rows.append((voice.node(node), voice.of(why.because)))
    heads = [voice.say("จุดอ่อน", "Weak point"), voice.say("เหตุที่นับเป็นจุดอ่อน", "Why")]
    return [paragraph(intro), table(heads, rows, widths=[3.2, 3])]


def _matrix(voice: Voice, brief: Brief) -> list[Block]:
    """Weak points against measures; a mark where a measure answers."""
    blocks: list[Block] = [PageBreak(), Heading(voice.say("3. ความครอบคลุมจุดอ่อน", "3. Coverage of the weak points"))]
    if not brief.coverage.weak:
        rows: list[tuple[str | Cell, ...]] = [
            (str(n), m.title, ", ".join(voice.node(node) for node in m.answers) or DASH) for n, m in enumerate(brief.results.measures, 1)
        ]
        heads = [voice.say("ที่", "No."), voice.say("มาตรการ", "Measure"), voice.say("ตอบจุดอ่อน", "Answers")]
        return [*blocks, table(heads, rows, widths=[0.5, 4, 5], align="c")]
    numbers = range(1, len(brief.results.measures) + 1)
    rows = []
    for node in brief.coverage.weak:
        by = brief.coverage.answered_by[node]
        marks = (
            [cell(_MARK if number in by else "", align="center") for number in numbers]
            if len(numbers) <= _MOST_COLUMNS
            else [cell(", ".join(map(str, by)), align="center")]
        )
        rows.append((voice.node(node), *marks, _state(voice, brief, node)))
    many = len(numbers) > _MOST_COLUMNS
    heads = [
        voice.say("จุดอ่อน", "Weak point"),
        *([voice.say("มาตรการที่", "Measures")] if many else [str(number) for number in numbers]),
        voice.say("ผล", "State"),
    ]
    widths = [6.0, *([2.0] if many else [0.6] * len(numbers)), 1.7]
    legend = " ".join(f"{number} = {measure.title};" for number, measure in enumerate(brief.results.measures, 1)).rstrip(";")
    blocks += [paragraph(legend, "note"), table(heads, rows, widths=widths)]
    if brief.coverage.uncovered:
        named = ", ".join(voice.code(node) for node in brief.coverage.uncovered)
        text = voice.say(
            f"จุดอ่อนที่ยังไม่มีมาตรการ {len(brief.coverage.uncovered)} รายการ ได้แก่ {named}",
            f"{len(brief.coverage.uncovered)} weak points have no measure yet: {named}.",
        )
        blocks.append(paragraph(text, "callout"))
    return blocks


def _state(voice: Voice, brief: Brief, node: str) -> Cell:
    """Whether a weak point has a measure; an indicator may have one for some of its weak items."""
    if brief.coverage.answered_by[node]:
        return cell(voice.say("มีมาตรการ", "answered"), tone="good")
    items = [other for other in brief.coverage.weak if node.isdigit() and brief.framework.indicator_of(other) == int(node)]
    answered = sum(bool(brief.coverage.answered_by[item]) for item in items)
    if answered:
        return cell(voice.say(f"บางส่วน ({answered} จาก {len(items)} ข้อ)", f"in part ({answered} of {len(items)})"), tone="warning")
    return cell(voice.say("ยังไม่มีมาตรการ", "open"), tone="bad")

"""The progress report: what became of the measures, with what proof."""

from datetime import date

from prongsai.document import Block, Cell, Document, Heading, paragraph
from prongsai.plan import STATUS_NAMES, half_and_year, report_by, standing
from prongsai.report.brief import Brief
from prongsai.report.charts import status_chart
from prongsai.report.frame import body, cover, front, page_label, signatures, table
from prongsai.report.layout import load_layout
from prongsai.report.measure_table import MeasureTable
from prongsai.report.voice import Voice


def progress_report(voice: Voice, brief: Brief, layout: str = "own") -> Document:
    """The progress of the measures up to the newest report; a measure without one stands as not reported yet."""
    agency, plan_year = brief.results.agency, brief.results.plan_year
    title = voice.say(
        "รายงานผลการดำเนินการตามมาตรการ\nส่งเสริมคุณธรรมและความโปร่งใส\nภายในหน่วยงาน", "Progress of the measures to promote integrity and transparency"
    )
    first = cover(voice, agency, title=title, subtitle=voice.say(f"ประจำ{voice.year(plan_year)}", f"for {voice.year(plan_year)}"))
    columns = load_layout(layout).progress or load_layout("own").progress
    wide: list[Block] = [
        Heading(voice.say("2. ผลการดำเนินการรายมาตรการ", "2. Measure by measure")),
        MeasureTable(voice, brief, _newest(brief)).table(
            columns, brief.results.measures, voice.say(f"ผลการดำเนินการ {voice.year(plan_year)}", f"Progress in {voice.year(plan_year)}")
        ),
        *_problems(voice, brief),
        *signatures(voice, 4),
    ]
    blocks = [*front(voice, _preface(voice, brief), []), Heading(voice.say("1. ภาพรวมความก้าวหน้า", "1. Progress as a whole")), *_overview(voice, brief)]
    header = voice.say(f"รายงานผลการดำเนินการตามมาตรการ {voice.year(plan_year)} {agency.name}", f"Progress, {voice.year(plan_year)}, {agency.name}")
    return Document(
        title.replace("\n", ""), (first, body(blocks), body(wide, "landscape")), voice.language, agency.name, f"ITA {plan_year}", header, page_label(voice)
    )


def _newest(brief: Brief) -> date:
    """The day of the newest report; the end of the fiscal year where nothing was reported."""
    _, year = half_and_year(brief.results.measures, brief.results.plan_year)
    return max((report.date for measure in brief.results.measures for report in measure.progress), default=year.day)


def _preface(voice: Voice, brief: Brief) -> list[str]:
    agency, plan_year = brief.results.agency.name, voice.year(brief.results.plan_year)
    return [
        voice.say(
            f"{agency}รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำ{plan_year} "
            f"จำนวน {len(brief.results.measures)} มาตรการ โดยแสดงสถานะ สิ่งที่ดำเนินการ ผลที่เกิดขึ้น หลักฐาน อุปสรรค และข้อเสนอแนะของแต่ละมาตรการ",
            f"{agency} reports on its {len(brief.results.measures)} measures of {plan_year}: "
            "status, what was done, what came of it, proof, obstacles and suggestions.",
        )
    ]


def _overview(voice: Voice, brief: Brief) -> list[Block]:
    measures = brief.results.measures
    half, year = half_and_year(measures, brief.results.plan_year)
    now = standing(measures, _newest(brief))
    reported = now.measures - now.counts["not_reported"]
    text = voice.say(
        f"จากทั้งหมด {now.measures} มาตรการ มีรายงานแล้ว {reported} มาตรการ แล้วเสร็จ {now.counts['done']} มาตรการ",
        f"Of {now.measures} measures {reported} have a report and {now.counts['done']} are done.",
    )
    if not reported:
        text += voice.say(" ยังไม่มีมาตรการใดรายงานความก้าวหน้า", " No measure has reported progress yet.")
    rows: list[tuple[str | Cell, ...]] = [(voice.of(name), str(half.counts[status]), str(year.counts[status])) for status, name in STATUS_NAMES.items()]
    rows.append((voice.say("รวม", "Total"), str(half.measures), str(year.measures)))
    heads = [
        voice.say("สถานะ", "Status"),
        voice.say(f"รอบ 6 เดือน (ถึง {voice.day(half.day)})", f"Half-year (to {voice.day(half.day)})"),
        voice.say(f"ทั้งปี (ถึง {voice.day(year.day)})", f"Year (to {voice.day(year.day)})"),
    ]
    return [
        paragraph(text),
        table(heads, rows, widths=[2, 2.4, 2.4], caption=voice.say("จำนวนมาตรการตามสถานะ", "Measures by status"), align="lcc"),
        status_chart(voice, now),
    ]


def _problems(voice: Voice, brief: Brief) -> list[Block]:
    """Obstacles and suggestions that owners wrote; layouts without their columns keep them here."""
    blocks: list[Block] = [Heading(voice.say("3. อุปสรรคและข้อเสนอแนะ", "3. Obstacles and suggestions"))]
    day = _newest(brief)
    for number, measure in enumerate(brief.results.measures, 1):
        report = report_by(measure, day)
        if report is None or not (report.obstacles or report.suggestions):
            continue
        parts = [voice.say(f"มาตรการที่ {number}", f"Measure {number}")]
        parts += [voice.say(f"อุปสรรค: {report.obstacles}", f"obstacles: {report.obstacles}")] if report.obstacles else []
        parts += [voice.say(f"ข้อเสนอแนะ: {report.suggestions}", f"suggestions: {report.suggestions}")] if report.suggestions else []
        blocks.append(paragraph(" ".join(parts), "bullet"))
    if len(blocks) == 1:
        blocks.append(paragraph(voice.say("ยังไม่มีการรายงานอุปสรรคและข้อเสนอแนะ", "No obstacle or suggestion was reported.")))
    return blocks

"""The analysis report: what the result of the year means and what follows from it."""

from prongsai.document import Document, Section
from prongsai.report.annex import annex
from prongsai.report.brief import Brief
from prongsai.report.disclosure_chapter import disclosure_chapter, leaning_chapter
from prongsai.report.frame import body, cover, front, page_label
from prongsai.report.indicator_chapter import indicator_chapter
from prongsai.report.method import method_chapter
from prongsai.report.outlook_chapter import keep_chapter, measures_chapter, stakes_chapter, way_chapter
from prongsai.report.result_chapter import change_chapter, result_chapter
from prongsai.report.voice import Voice


def analysis_report(voice: Voice, brief: Brief) -> Document:
    """The whole report as a document; parts whose data are missing say so."""
    agency, year = brief.results.agency, voice.year(brief.results.year)
    title = voice.say(
        "รายงานการวิเคราะห์ผลการประเมิน\nคุณธรรมและความโปร่งใส\nในการดำเนินงานของหน่วยงานภาครัฐ (ITA)", "Analysis of the Integrity and Transparency Assessment (ITA)"
    )
    first = cover(voice, agency, title=title, subtitle=voice.say(f"ประจำ{year}", f"for {year}"))
    chapters = [
        *front(voice, _preface(voice, brief), _summary(voice, brief)),
        *method_chapter(voice),
        *result_chapter(voice, brief),
        *change_chapter(voice, brief),
        *indicator_chapter(voice, brief),
        *disclosure_chapter(voice, brief),
        *leaning_chapter(voice, brief),
        *stakes_chapter(voice, brief),
        *way_chapter(voice, brief),
        *keep_chapter(voice, brief),
        *measures_chapter(voice, brief),
        *annex(voice, brief),
    ]
    header = voice.say(f"รายงานการวิเคราะห์ผลการประเมิน ITA {year} {agency.name}", f"ITA analysis, {year}, {agency.name}")
    sections: tuple[Section, ...] = (first, body(chapters))
    return Document(title.replace("\n", ""), sections, voice.language, agency.name, f"ITA {brief.results.year}", header, page_label(voice))


def _preface(voice: Voice, brief: Brief) -> list[str]:
    agency, year = brief.results.agency.name, voice.year(brief.results.year)
    return [
        voice.say(
            f"{agency}จัดทำรายงานฉบับนี้เพื่อวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงาน ประจำ{year} "
            "ค้นหาจุดแข็งที่ควรรักษาและจุดอ่อนที่ต้องแก้ไข แล้วนำไปกำหนดมาตรการที่มีผู้รับผิดชอบ ระยะเวลา และการติดตามชัดเจน",
            f"{agency} has prepared this report to analyse its result of the Integrity and Transparency Assessment in {year}, "
            "to find what is strong and what is weak, and to set measures with an owner, a period and a follow-up.",
        ),
        voice.say(
            "ตัวเลขทุกตัวในรายงานมาจากผลการประเมินของหน่วยงาน หรือคำนวณจากผลนั้นตามหลักเกณฑ์ของปีซึ่งแสดงแหล่งอ้างอิงไว้ในภาคผนวก ส่วนใดที่ยังไม่ทราบได้ระบุไว้อย่างชัดเจน",
            "Every figure comes from the agency's result or was computed from it by the year's rules, "
            "whose sources stand in the annex. What is not known is said plainly.",
        ),
    ]


def _summary(voice: Voice, brief: Brief) -> list[str]:
    total, level, analysis = brief.sheet.total.shown, brief.level, brief.analysis
    lines: list[str] = []
    if total is not None:
        name = voice.of(level.name) if level.name else level.code or ""
        doubt = "" if level.certain else voice.say(" (ยังไม่แน่นอน)", " (not certain)")
        lines.append(
            voice.say(
                f"ได้คะแนนรวม {voice.score(total)} คะแนน {voice.level(name)}{doubt} เพราะ{voice.of(level.because)}",
                f"Total {voice.score(total)}, level '{name}'{doubt}: {voice.of(level.because)}.",
            )
        )
    if analysis.strongest and analysis.strongest[0].id != analysis.weakest[0].id:
        best, worst = analysis.strongest[0], analysis.weakest[0]
        lines.append(
            voice.say(
                f"จุดแข็งที่สุดคือ {voice.node(best.id)} ({voice.score(best.shown)}) จุดที่ต้องปรับปรุงที่สุดคือ {voice.node(worst.id)} ({voice.score(worst.shown)})",
                f"Strongest: {voice.node(best.id)} ({voice.score(best.shown)}); weakest: {voice.node(worst.id)} ({voice.score(worst.shown)}).",
            )
        )
    lost = brief.results.scores.no_points
    if lost:
        lines.append(voice.say(f"มีข้อ OIT ที่ไม่ได้คะแนน {len(lost)} ข้อ คือ {', '.join(lost)}", f"{len(lost)} disclosure items got no points: {', '.join(lost)}."))
    stake = next((one for one in analysis.stakes if one.kind == "indicator" and one.points > 0), None)
    if stake is not None:
        lines.append(
            voice.say(
                f"รายการที่เพิ่มคะแนนรวมได้มากที่สุดคือ {voice.node(stake.node)} เพิ่มได้ถึง {voice.score(stake.points)} คะแนน",
                f"Most points for the total: {voice.node(stake.node)}, up to {voice.score(stake.points)}.",
            )
        )
    if brief.coverage.weak:
        covered, weak = len(brief.coverage.covered), len(brief.coverage.weak)
        lines.append(voice.say(f"มาตรการที่กำหนดแล้วตอบจุดอ่อน {covered} จาก {weak} รายการ", f"The measures so far answer {covered} of {weak} weak points."))
    return lines

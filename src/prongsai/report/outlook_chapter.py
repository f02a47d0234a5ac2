"""Chapters 7 to 10: points at stake, the way to the next level, what to keep, measures in short."""

from prongsai.analysis import Way, next_level, way_to_level
from prongsai.document import Block, Cell, Heading, paragraph
from prongsai.report.brief import Brief
from prongsai.report.frame import no_weak_point, table
from prongsai.report.voice import DASH, Voice
from prongsai.results import Measure

_MOST_ITEMS = 10
_MOST_KEPT = 3


def stakes_chapter(voice: Voice, brief: Brief) -> list[Block]:
    """What the total gains where a score reaches 100."""
    heading = Heading(voice.say("7. คะแนนที่ยังเพิ่มได้", "7. Points at stake"))
    found = brief.analysis.stakes
    if not found:
        reason = voice.say("ยังคำนวณไม่ได้ เพราะไม่มีคะแนนหรือไม่ทราบน้ำหนักของปีนี้", "This cannot be computed: scores or the weights of the year are missing.")
        return [heading, paragraph(reason)]
    intro = voice.say(
        "ตารางนี้บอกว่าหากคะแนนแต่ละรายการขึ้นถึง 100 คะแนนรวมจะเพิ่มขึ้นเท่าใด เรียงจากมากไปน้อย เพื่อช่วยจัดลำดับความสำคัญ",
        "How much the total would gain if a score reached 100, the most first, to help set priorities.",
    )
    blocks: list[Block] = [heading, paragraph(intro)]
    kinds = [("indicator", voice.say("ตัวชี้วัด", "Indicator")), ("item", voice.say("ข้อคำถาม", "Item"))]
    for kind, name in kinds:
        rows: list[tuple[str | Cell, ...]] = [
            (voice.node(stake.node), voice.score(stake.score), voice.score(stake.points))
            for stake in found
            if stake.kind == kind and "/" not in stake.node and stake.points > 0
        ]
        rows = rows[:_MOST_ITEMS]
        if rows:
            heads = [name, voice.say("คะแนนปัจจุบัน", "Score now"), voice.say("คะแนนรวมที่เพิ่มได้", "Points for the total")]
            blocks.append(table(heads, rows, widths=[5, 1.3, 1.5], align="lcc"))
    unknown = [node for node in brief.sheet.total.walk() if node.kind == "item" and node.share_reason and node.share is None]
    if unknown:
        reasons = dict.fromkeys(
            indicator.combine.reason.words for indicator in brief.framework.rules.indicators if indicator.instrument == "OIT" and indicator.combine.reason
        )
        blocks += [paragraph(voice.say(f"หมายเหตุ: {reason.th}", f"Note: {reason.en}."), "note") for reason in reasons]
    return blocks


def way_chapter(voice: Voice, brief: Brief) -> list[Block]:
    """The least that must change for the next level."""
    heading = Heading(voice.say("8. แนวทางสู่ระดับถัดไป", "8. The way to the next level"))
    step = next_level(brief.sheet)
    if step is None:
        best = brief.level.code is not None and brief.framework.levels is not None and brief.sheet.total.shown is not None
        text = (
            voice.say("หน่วยงานอยู่ในระดับสูงสุดแล้ว", "The agency has the highest level.")
            if best
            else voice.say("ยังบอกไม่ได้ เพราะไม่ทราบคะแนนรวมหรือเกณฑ์ระดับของปี", "This cannot be told: the total or the year's levels are not known.")
        )
        return [heading, paragraph(text)]
    way = way_to_level(brief.sheet, step.code)
    name = voice.of(step.name.words)
    if not way.reachable:
        because = voice.of(way.because) if way.because else DASH
        return [heading, paragraph(voice.say(f"ยังคำนวณเส้นทางสู่{voice.level(name)}ไม่ได้: {because}", f"The way to '{name}' cannot be computed: {because}."))]
    return [heading, *_way(voice, way, name, mark=voice.score(step.each_from))]


def _way(voice: Voice, way: Way, name: str, *, mark: str) -> list[Block]:
    blocks: list[Block] = []
    if way.changes:
        intro = voice.say(f"การจะได้{voice.level(name)} ต้องเพิ่มคะแนนอย่างน้อยดังนี้", f"To reach '{name}' at least the following must change.")
        rows: list[tuple[str | Cell, ...]] = [
            (voice.node(one.node), voice.score(one.before), voice.score(one.after), voice.change(one.points) if one.points is not None else DASH)
            for one in way.changes
        ]
        heads = [
            voice.say("ตัวชี้วัด / เครื่องมือ", "Indicator / instrument"),
            voice.say("จาก", "From"),
            voice.say("เป็น", "To"),
            voice.say("ผลต่อคะแนนรวม", "Effect on the total"),
        ]
        blocks += [paragraph(intro), table(heads, rows, widths=[4.6, 1.1, 1.1, 1.6], align="lccc")]
        after = voice.score(way.total_after)
        blocks.append(paragraph(voice.say(f"คะแนนรวมจะเป็น {after} คะแนน", f"The total would then be {after}.")))
    else:
        blocks.append(paragraph(voice.say(f"คะแนนที่ทราบถึงเกณฑ์ของ{voice.level(name)}แล้ว", f"The known scores already meet '{name}'.")))
    if way.unknown:
        names = voice.listed(list(way.unknown))
        blocks.append(
            paragraph(
                voice.say(
                    f"ทั้งนี้ {names} ต้องได้ตั้งแต่ {mark} คะแนนขึ้นไปด้วย ซึ่งหน่วยงานยังไม่มีข้อมูลคะแนนส่วนนี้",
                    f"{names} must also reach {mark}; the data do not hold them.",
                ),
                "note",
            )
        )
    return blocks


def keep_chapter(voice: Voice, brief: Brief) -> list[Block]:
    """The strongest indicators and what keeps them so."""
    heading = Heading(voice.say("9. สิ่งที่ควรรักษาไว้", "9. What to keep"))
    target = brief.framework.levels.pass_mark.value if brief.framework.levels else None
    kept = [node for node in brief.analysis.strongest if node.shown is not None and (target is None or node.shown >= target)][:_MOST_KEPT]
    if not brief.analysis.strongest:
        return [heading, paragraph(voice.say("ไม่มีคะแนนรายตัวชี้วัดในข้อมูลที่ให้มา", "The data hold no scores by indicator."))]
    if not kept:
        return [heading, paragraph(voice.say("ยังไม่มีตัวชี้วัดที่ถึงค่าเป้าหมาย", "No indicator has reached the target yet."))]
    blocks: list[Block] = [heading]
    for node in kept:
        topic = brief.advice.about("indicator", brief.framework.indicators[int(node.id)].topic)
        advice = f" {voice.of(topic.keep.words)}" if topic and topic.keep else ""
        text = voice.say(f"{voice.node(node.id)} ({voice.score(node.shown)} คะแนน)", f"{voice.node(node.id)} ({voice.score(node.shown)} points):")
        blocks.append(paragraph(f"{text}{advice}", "bullet"))
    return blocks


def measures_chapter(voice: Voice, brief: Brief) -> list[Block]:
    """The agency's measures in short, what they leave open, and proposals for that."""
    own, additions = brief.results.measures, brief.additions
    blocks: list[Block] = [Heading(voice.say("10. มาตรการโดยสรุปและความครอบคลุม", "10. Measures in short, and their coverage"))]
    if not brief.coverage.weak:
        return [*blocks, no_weak_point(voice, brief)]
    covered, weak = len(brief.coverage.covered), len(brief.coverage.weak)
    if own:
        text = voice.say(
            f"หน่วยงานกำหนดมาตรการแล้ว {len(own)} มาตรการ ตอบจุดอ่อน {covered} จาก {weak} รายการ",
            f"The agency has set {len(own)} measures; they answer {covered} of {weak} weak points.",
        )
        blocks += [paragraph(text), _short(voice, own, brief.results.plan_year, voice.say("มาตรการของหน่วยงาน", "Measures of the agency"))]
    if brief.coverage.uncovered:
        named = ", ".join(voice.code(node) for node in brief.coverage.uncovered)
        blocks.append(paragraph(voice.say(f"จุดอ่อนที่ยังไม่มีมาตรการ: {named}", f"Weak points without a measure: {named}.")))
    if additions:
        intro = voice.say(
            "ข้อเสนอมาตรการเพิ่มเติมเพื่อให้ครอบคลุมจุดอ่อนทั้งหมด ให้หน่วยงานพิจารณาปรับตามบริบท", "Proposed measures for what is left open, to be adapted by the agency."
        )
        blocks += [paragraph(intro), _short(voice, additions, brief.results.plan_year, voice.say("ข้อเสนอมาตรการ", "Proposed measures"))]
    return blocks


def _short(voice: Voice, measures: tuple[Measure, ...], plan_year: int, caption: str) -> Block:
    heads = [
        voice.say("ที่", "No."),
        voice.say("มาตรการ", "Measure"),
        voice.say("ตอบจุดอ่อน", "Answers"),
        voice.say("ระยะเวลา", "Period"),
        voice.say("ผู้รับผิดชอบ", "Responsible"),
    ]
    rows: list[tuple[str | Cell, ...]] = [
        (str(number), measure.title, ", ".join(measure.answers) or DASH, voice.period(measure, plan_year), measure.responsible or DASH)
        for number, measure in enumerate(measures, 1)
    ]
    return table(heads, rows, widths=[0.5, 3.2, 1.5, 1.7, 1.8], caption=caption, align="c")

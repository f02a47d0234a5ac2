"""The annex: how the figures came about, which sources stand behind the rules, and what is not known."""

from decimal import Decimal
from typing import Literal

from prongsai.document import Block, Cell, Heading, Paragraph, paragraph
from prongsai.framework import CONFIDENCE_NAMES, Fact, Source, load_sources
from prongsai.report.brief import Brief
from prongsai.report.frame import table
from prongsai.report.voice import DASH, Voice
from prongsai.scoring import explain


def annex(voice: Voice, brief: Brief) -> list[Block]:
    """Method, sources, unknowns."""
    return [
        Heading(voice.say("ภาคผนวก วิธีคำนวณ แหล่งอ้างอิง และสิ่งที่ยังไม่ทราบ", "Annex: method, sources, and what is not known")),
        Heading(voice.say("ก. ที่มาของคะแนนรวม", "A. How the total came about"), 2),
        *(paragraph(voice.of(sentence), "bullet") for sentence in explain(brief.sheet)),
        *_disagreements(voice, brief),
        Heading(voice.say("ข. หลักเกณฑ์ของปีและแหล่งอ้างอิง", "B. Rules of the year and their sources"), 2),
        _rules(voice, brief),
        *_sources(voice, brief),
        Heading(voice.say("ค. สิ่งที่ยังไม่ทราบ", "C. What is not known"), 2),
        *_unknown(voice, brief),
    ]


def _disagreements(voice: Voice, brief: Brief) -> list[Block]:
    return [
        paragraph(f"{voice.node(node.id)}: {voice.of(explain(brief.sheet, node.id)[1])}", "bullet")
        for node in brief.sheet.disagreements
        if node.basis == "published"
    ]


def _rules(voice: Voice, brief: Brief) -> Block:
    rules = brief.framework.rules
    facts: list[tuple[str, Fact[Decimal] | Fact[Literal["mean_of_indicators"]]]] = []
    for instrument in rules.instruments:
        facts.append((voice.say(f"น้ำหนัก {instrument.code}", f"Weight of {instrument.code}"), instrument.weight))
    facts.append((voice.say("คะแนนเครื่องมือเป็นค่าเฉลี่ยตัวชี้วัด", "An instrument is the mean of its indicators"), rules.instruments[0].combine))
    if brief.framework.levels is not None:
        facts.append((voice.say("ค่าเป้าหมาย", "Target"), brief.framework.levels.pass_mark))
    rows: list[tuple[str | Cell, ...]] = []
    for name, fact in facts:
        sure = voice.of(CONFIDENCE_NAMES[fact.confidence]).partition(" (")[0] if fact.confidence else DASH
        shown = voice.say("ไม่ทราบ", "not known") if fact.value is None else f"{fact.value}" if not isinstance(fact.value, str) else voice.say("ใช่", "yes")
        rows.append((name, shown, sure, ", ".join(fact.reference) or DASH))
    heads = [voice.say("หลักเกณฑ์", "Rule"), voice.say("ค่า", "Value"), voice.say("ความเชื่อมั่น", "Confidence"), voice.say("แหล่ง", "Source")]
    return table(heads, rows, widths=[3, 0.9, 3, 1.4], align="lcl")


def _sources(voice: Voice, brief: Brief) -> list[Block]:
    """The sources behind the rules that this report states."""
    rules = brief.framework.rules
    used = {name for instrument in rules.instruments for name in (*instrument.weight.reference, *instrument.combine.reference)}
    if brief.framework.levels is not None:
        used |= set(brief.framework.levels.pass_mark.reference) | {name for step in brief.framework.levels.steps for name in step.reference}
    entries = [paragraph(_source(voice, source), "note") for source in load_sources() if source.id in used]
    own = (
        [paragraph(voice.say(f"ข้อมูลของหน่วยงาน: {brief.results.source}", f"Data of the agency: {brief.results.source}"), "note")] if brief.results.source else []
    )
    return [*entries, *own]


def _source(voice: Voice, source: Source) -> str:
    if voice.language == "th" and source.th:
        return f"{source.id}: {source.th}"
    return f"{source.id}: {source.what} ({source.where})"


def _unknown(voice: Voice, brief: Brief) -> list[Paragraph]:
    reasons = dict.fromkeys(reason for _, reason in brief.framework.unknowns())
    given = [f"{', '.join(nodes)}: {voice.of(reason)}" for reason, nodes in brief.sheet.missing_by_reason.items()]
    lines = [*(voice.of(reason) for reason in reasons), *given]
    if not lines:
        return [paragraph(voice.say("หลักเกณฑ์ที่ใช้ในรายงานนี้ทราบครบ", "Every rule used in this report is known."))]
    return [paragraph(line, "bullet") for line in lines]

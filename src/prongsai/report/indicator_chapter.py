"""Chapter 4: every indicator with its score, standing, weak items and what to do."""

from prongsai.analysis import Gap, target_of
from prongsai.document import Block, Heading, Paragraph, paragraph
from prongsai.framework import Topic
from prongsai.plan import topic_of
from prongsai.report.brief import Brief
from prongsai.report.voice import Voice
from prongsai.scoring import Node

_MOST_STEPS = 3


def indicator_chapter(voice: Voice, brief: Brief) -> list[Block]:
    """One part an indicator; those without a score only say so."""
    blocks: list[Block] = [Heading(voice.say("4. วิเคราะห์รายตัวชี้วัด", "4. Indicator by indicator"))]
    scored = [node for node in brief.sheet.indicators if node.score is not None]
    if not scored:
        text = voice.say("ไม่มีคะแนนรายตัวชี้วัดในข้อมูลที่ให้มา", "The data hold no scores by indicator.")
        return [*blocks, paragraph(text)]
    for node in scored:
        blocks += _indicator(voice, brief, node)
    unscored = [voice.node(node.id) for node in brief.sheet.indicators if node.score is None]
    if unscored:
        blocks.append(paragraph(voice.say(f"ตัวชี้วัดที่ไม่มีคะแนน: {', '.join(unscored)}", f"Indicators without a score: {', '.join(unscored)}"), "note"))
    return blocks


def _indicator(voice: Voice, brief: Brief, node: Node) -> list[Block]:
    topic = topic_of(brief.framework, brief.advice, node.id)
    weak = _weak_items(brief, int(node.id))
    blocks: list[Block] = [Heading(voice.node(node.id), 2), paragraph(_standing(voice, brief, node))]
    target = target_of(brief.sheet)
    low = target is not None and node.shown is not None and node.shown < target
    if weak:
        blocks.append(Heading(voice.say("ข้อที่ควรปรับปรุง", "Items to be improved"), 3))
        blocks += [line for code, gaps in weak.items() for line in _weakness(voice, code, gaps)]
        blocks += _what_to_do(voice, brief, list(weak))
    elif low and topic is not None:
        blocks += [paragraph(voice.of(topic.weakness.words)), *_steps(voice, [topic])]
    elif target is not None and topic is not None and topic.keep is not None:
        blocks.append(paragraph(voice.say(f"สิ่งที่ควรรักษาไว้: {topic.keep.th}", f"To be kept: {topic.keep.en}")))
    return blocks


def _standing(voice: Voice, brief: Brief, node: Node) -> str:
    ranked = sorted((one.score for one in brief.sheet.indicators if one.score is not None), reverse=True)
    rank = ranked.index(node.score) + 1 if node.score is not None else 0
    text = voice.say(
        f"ได้ {voice.score(node.shown)} คะแนน เป็นอันดับที่ {rank} จาก {len(ranked)} ตัวชี้วัด",
        f"{voice.score(node.shown)} points, rank {rank} of {len(ranked)} indicators",
    )
    change = next((one for one in brief.analysis.changes if one.node == node.id), None)
    if change is not None:
        word = voice.say("เพิ่มขึ้น" if change.difference > 0 else "ลดลง", "up" if change.difference > 0 else "down")
        moved = voice.score(abs(change.difference))
        text += (
            voice.say(f" {word}จากปีก่อน {moved} คะแนน", f", {word} by {moved} from last year")
            if change.difference
            else voice.say(" เท่ากับปีก่อน", ", as last year")
        )
    if node.stake is not None and node.stake > 0:
        text += voice.say(
            f" หากได้คะแนนเต็ม 100 จะทำให้คะแนนรวมเพิ่มขึ้น {voice.score(node.stake)} คะแนน", f"; at 100 the total would gain {voice.score(node.stake)} points"
        )
    return text if voice.language == "th" else f"{text}."


def _weak_items(brief: Brief, indicator: int) -> dict[str, list[Gap]]:
    """Weak items of an indicator with the reasons, in the order of the gaps."""
    found: dict[str, list[Gap]] = {}
    for gap in brief.analysis.gaps:
        if brief.framework.indicator_of(gap.node) == indicator:
            found.setdefault(gap.node, []).append(gap)
    return found


def _weakness(voice: Voice, code: str, gaps: list[Gap]) -> list[Paragraph]:
    """The item with its score, and below it what the assessor noted; lost items have their notes in chapter 5."""
    score = next((gap.score for gap in gaps if gap.score is not None and gap.why != "no_points"), None)
    lost = any(gap.why == "no_points" for gap in gaps)
    text = voice.node(code)
    if lost:
        text += voice.say(" (ไม่ได้คะแนน)", " (no points)")
    elif score is not None:
        text += voice.say(f" ({voice.score(score)} คะแนน)", f" ({voice.score(score)} points)")
    note = next((gap.because for gap in gaps if gap.why == "assessor_note"), None)
    lines = [paragraph(text, "bullet")]
    if note and not lost:
        lines.append(paragraph(voice.say(f"ข้อสังเกตของผู้ตรวจประเมิน: {note.th}", f"The assessor noted: {note.en}"), "bullet", 1))
    return lines


def _what_to_do(voice: Voice, brief: Brief, codes: list[str]) -> list[Block]:
    topics = [topic for code in codes if (topic := topic_of(brief.framework, brief.advice, code))]
    survey = [topic for topic in dict.fromkeys(topics) if topic.kind == "perception"]
    if survey:
        return _steps(voice, survey)
    text = voice.say("วิธีแก้ไขของแต่ละข้ออยู่ในหัวข้อที่ 5", "How to mend each item is told in chapter 5.")
    return [paragraph(text)]


def _steps(voice: Voice, topics: list[Topic]) -> list[Block]:
    most = _MOST_STEPS if len(topics) < _MOST_STEPS else _MOST_STEPS - 1
    steps = dict.fromkeys(voice.of(step.words) for topic in topics for step in topic.steps[:most])
    return [Heading(voice.say("แนวทางปรับปรุง", "What to do"), 3), *(paragraph(step, "number") for step in steps)]

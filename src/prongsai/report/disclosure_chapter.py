"""Chapters 5 and 6: disclosure items without points, and the survey items that lean on disclosure items."""

from prongsai.analysis import ItemChange
from prongsai.document import Block, Cell, Heading, Paragraph, Run, cell, paragraph
from prongsai.framework import Item
from prongsai.plan import topic_of
from prongsai.report.brief import Brief
from prongsai.report.frame import table
from prongsai.report.voice import DASH, Voice
from prongsai.results import Agency

_MOST_STEPS = 4


def disclosure_chapter(voice: Voice, brief: Brief) -> list[Block]:
    """Each lost item: what is missing, what the assessor noted, how to mend it, who, what proves it."""
    blocks: list[Block] = [Heading(voice.say("5. ข้อ OIT ที่ไม่ได้คะแนน", "5. Disclosure items without points"))]
    lost = brief.results.scores.no_points
    if lost is None:
        return [*blocks, paragraph(voice.say("ข้อมูลที่ให้มาไม่ได้ระบุข้อที่ไม่ได้คะแนน", "The data do not say which items got no points."))]
    if not lost:
        return [*blocks, paragraph(voice.say("ทุกข้อได้คะแนน ไม่มีข้อที่ต้องแก้ไข", "Every item got points; nothing needs mending."))]
    intro = voice.say(
        f"มีข้อที่ไม่ได้คะแนน {len(lost)} ข้อ แต่ละข้อมีสิ่งที่ต้องมี ข้อสังเกตของผู้ตรวจประเมิน และวิธีแก้ไขดังนี้",
        f"{len(lost)} items got no points. For each: what it must show, what the assessor noted, and how to mend it.",
    )
    blocks.append(paragraph(intro))
    for code in lost:
        blocks += [Heading(voice.node(code), 2), _item_table(voice, brief, code)]
    return blocks + _since_last_year(voice, brief)


def _item_table(voice: Voice, brief: Brief, code: str) -> Block:
    item = brief.framework.items.get(code)
    topic = topic_of(brief.framework, brief.advice, code)
    note = brief.results.assessor_notes.get(code)
    missing = voice.say("ไม่มีข้อสังเกตในข้อมูลที่ให้มา", "no note in the data given")
    rows: list[tuple[str | Cell, ...]] = [
        (_label(voice.say("สิ่งที่ต้องมี", "Must show")), cell(_elements(voice, item, brief.results.agency))),
        (_label(voice.say("ข้อสังเกตของผู้ตรวจประเมิน", "The assessor noted")), note or missing),
    ]
    if topic is not None:
        steps = [paragraph(voice.of(step.words), "number") for step in topic.steps[:_MOST_STEPS]]
        rows += [
            (_label(voice.say("สาเหตุที่พบบ่อย", "Usual cause")), voice.of(topic.weakness.words)),
            (_label(voice.say("วิธีแก้ไข", "How to mend")), cell(steps)),
            (_label(voice.say("ผู้รับผิดชอบที่เหมาะสม", "Usually responsible")), voice.of(topic.unit.words)),
            (_label(voice.say("หลักฐานที่ควรมี", "Proof")), cell([paragraph(voice.of(proof.words), "bullet") for proof in topic.proof])),
        ]
    return table([], rows, widths=[1.6, 5])


def _label(text: str) -> Cell:
    return cell(paragraph([Run(text, bold=True)]), tone="head")


def _elements(voice: Voice, item: Item | None, agency: Agency) -> list[Paragraph]:
    if item is not None and item.elements:
        return [paragraph(element, "bullet") for element in item.elements if _concerns(element, agency)]
    year = voice.framework.year
    text = voice.say(
        f"ให้ตรวจสอบองค์ประกอบตามคู่มือการประเมิน ITA ปีงบประมาณ พ.ศ. {year} (ยังไม่พบในแหล่งข้อมูล)",
        f"See the handbook of {year}: the required elements were not found in any source.",
    )
    return [paragraph(text)]


def _concerns(element: str, agency: Agency) -> bool:
    """Whether an element that names provinces only is meant for this agency."""
    return not element.startswith("จังหวัด:") or agency.type is None or agency.type == "จังหวัด"


def _since_last_year(voice: Voice, brief: Brief) -> list[Block]:
    """What became of last year's lost items, where both lists are given."""
    if not brief.analysis.item_changes:
        return []
    names = {
        "still_lost": voice.say("ยังไม่ได้คะแนน", "still without points"),
        "mended": voice.say("แก้ไขได้แล้ว", "mended"),
        "newly_lost": voice.say("เพิ่งไม่ได้คะแนนปีนี้", "newly lost"),
        "new_item": voice.say("ข้อใหม่ของปีนี้", "new item of the year"),
        "ended": voice.say("ไม่มีข้อนี้แล้วในปีนี้", "no longer asked this year"),
    }
    rows: list[tuple[str | Cell, ...]] = [_fate(voice, brief, change, names[change.fate]) for change in brief.analysis.item_changes]
    heads = [voice.say("เรื่อง", "Matter"), voice.say("รหัสปีก่อน", "Code last year"), voice.say("รหัสปีนี้", "Code this year"), voice.say("ผล", "Outcome")]
    return [Heading(voice.say("เทียบกับข้อที่ไม่ได้คะแนนปีก่อน", "Against last year's lost items"), 2), table(heads, rows, widths=[4, 1.2, 1.2, 2], align="lccl")]


def _fate(voice: Voice, brief: Brief, change: ItemChange, name: str) -> tuple[str | Cell, ...]:
    topic = brief.advice.about("disclosure", change.topic)
    name_of_matter = voice.title(change.after) if change.after else voice.of(topic.name.words) if topic else change.topic
    return (name_of_matter, change.before or DASH, change.after or DASH, name)


def leaning_chapter(voice: Voice, brief: Brief) -> list[Block]:
    """Weak survey items and the disclosure items that their perception leans on."""
    heading = Heading(voice.say("6. ประเด็นการรับรู้ที่เชื่อมโยงกับข้อ OIT", "6. How perception leans on disclosure"))
    rows = [row for code in dict.fromkeys(gap.node for gap in brief.analysis.gaps) if (row := _leaning(voice, brief, code))]
    if not rows:
        text = voice.say("ข้อมูลที่ให้มาไม่มีคะแนนหรือข้อสังเกตรายข้อของ IIT และ EIT", "The data hold no scores or notes on single survey items.")
        return [heading, paragraph(text)]
    intro = voice.say(
        "ความเห็นของบุคลากรและประชาชนในข้อต่อไปนี้อาศัยข้อมูลที่หน่วยงานเปิดเผย การแก้ข้อ OIT จึงช่วยยกคะแนนการรับรู้ด้วย",
        "What staff and public think in these items leans on what the agency discloses, so mending the disclosure items lifts perception too.",
    )
    heads = [
        voice.say("ประเด็นการรับรู้", "Survey item"),
        voice.say("คะแนน", "Score"),
        voice.say("อาศัยข้อ OIT", "Leans on"),
        voice.say("สถานะของข้อ OIT", "State of those"),
    ]
    return [heading, paragraph(intro), table(heads, rows, widths=[3.4, 0.9, 3.2, 1.7], align="lcll")]


def _leaning(voice: Voice, brief: Brief, code: str) -> tuple[str | Cell, ...] | None:
    topic = topic_of(brief.framework, brief.advice, code)
    item = brief.framework.item(code)
    if item is None or item.instrument == "OIT" or topic is None or not topic.leans_on:
        return None
    below = list(dict.fromkeys(found.code for link in topic.leans_on for found in brief.framework.items_about(link.topic)))
    lost = [one for one in below if one in (brief.results.scores.no_points or ())]
    if not below:
        return None
    named = ", ".join(below) if len(below) > 4 else "\n".join(f"{one} {voice.title(one)}" for one in below)
    state = (
        voice.say(f"ไม่ได้คะแนน: {', '.join(lost)}", f"without points: {', '.join(lost)}")
        if lost
        else voice.say("เปิดเผยแล้ว ควรปฏิบัติให้เกิดผลและสื่อสารให้ทราบ", "disclosed; carry it out and make it known")
    )
    if brief.results.scores.no_points is None:
        state = DASH
    score = brief.sheet.nodes[code].shown if code in brief.sheet.nodes else None
    return (voice.node(code), voice.score(score), named, cell(state, tone="bad" if lost else "plain"))

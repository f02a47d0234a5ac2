"""Chapters 2 and 3: the result of the year, and last year beside it."""

from decimal import Decimal

from prongsai.analysis import target_of
from prongsai.document import Block, Cell, Heading, PageBreak, Tone, cell, paragraph
from prongsai.report.brief import Brief
from prongsai.report.charts import change_chart, score_chart
from prongsai.report.frame import table
from prongsai.report.voice import DASH, Voice
from prongsai.scoring import Node, total_agrees


def result_chapter(voice: Voice, brief: Brief) -> list[Block]:
    """Total and level with what decided it, instruments, the ten indicators, strongest and weakest."""
    sheet = brief.sheet
    blocks: list[Block] = [
        PageBreak(),
        Heading(voice.say("2. ผลการประเมิน", "2. The result")),
        Heading(voice.say("2.1 คะแนนรวมและระดับ", "2.1 Total and level"), 2),
        *overall(voice, brief),
        Heading(voice.say("2.2 คะแนนรายเครื่องมือ", "2.2 Scores by instrument"), 2),
        _instruments(voice, brief),
        Heading(voice.say("2.3 คะแนนรายตัวชี้วัด", "2.3 Scores by indicator"), 2),
    ]
    if not any(node.score is not None for node in sheet.indicators):
        text = voice.say("ข้อมูลที่ให้มาไม่มีคะแนนรายตัวชี้วัด จึงวิเคราะห์รายตัวชี้วัดไม่ได้", "The data hold no scores by indicator, so indicators cannot be analysed.")
        return [*blocks, paragraph(text)]
    return [*blocks, _indicators(voice, brief), *_extremes(voice, brief), score_chart(voice, sheet, brief.earlier, target_of(sheet))]


def overall(voice: Voice, brief: Brief) -> list[Block]:
    """The total and the level in a sentence, what decided it, and whether the published total follows."""
    total, level = brief.sheet.total.shown, brief.level
    if total is None:
        reason = brief.sheet.total.reason
        because = voice.of(reason) if reason else DASH
        return [paragraph(voice.say(f"ยังสรุปคะแนนรวมไม่ได้: {because}", f"The total cannot be given: {because}."), "callout")]
    name = voice.of(level.name) if level.name else level.code or DASH
    certain = "" if level.certain else voice.say(" (ยังไม่แน่นอน)", " (not certain)")
    blocks: list[Block] = [
        paragraph(
            voice.say(f"คะแนนรวม {voice.score(total)} คะแนน {voice.level(name)}{certain}", f"Total {voice.score(total)}, level: {name}{certain}"),
            "callout",
            bold=True,
        ),
        paragraph(voice.say(f"เหตุที่ได้ระดับนี้: {voice.of(level.because)}", f"What decided the level: {voice.of(level.because)}.")),
    ]
    return blocks + _agreement(voice, brief)


def _agreement(voice: Voice, brief: Brief) -> list[Block]:
    sheet = brief.sheet
    agrees = total_agrees(sheet)
    if agrees is None:
        missing = voice.say("ไม่มีคะแนนรวมที่ประกาศให้เทียบ", "There is no published total to compare with.")
        return [paragraph(missing, "note")] if sheet.scores.published_total is None else []
    if agrees:
        return [paragraph(voice.say("คะแนนรวมที่คำนวณได้ตรงกับที่ประกาศ", "The computed total agrees with the published one."), "note")]
    published, computed = voice.score(sheet.scores.published_total), voice.score(sheet.computed_total)
    text = voice.say(
        f"ข้อควรตรวจสอบ: คะแนนรวมที่ประกาศ {published} ไม่ตรงกับที่คำนวณจากตัวชี้วัด {computed}",
        f"To be checked: the published total {published} does not follow from the indicators, which give {computed}.",
    )
    return [paragraph(text, "callout")]


def _instruments(voice: Voice, brief: Brief) -> Block:
    target = target_of(brief.sheet)
    rows: list[tuple[str | Cell, ...]] = []
    for node in (*brief.sheet.instruments, *(part for part in brief.sheet.parts if part.score is not None)):
        rule = brief.framework.instruments.get(node.id)
        weight = f"{rule.weight.value.normalize():f}" if rule and rule.weight.value is not None else DASH
        rows.append((f"{node.id} {voice.of(node.name)}", weight, _score_cell(voice, node, target), _against(voice, node, target)))
    total = brief.sheet.total
    whole = "100" if brief.framework.weights_known else DASH
    rows.append((cell(voice.say("คะแนนรวม", "Total"), tone="head"), whole, _score_cell(voice, total, target), _against(voice, total, target)))
    heads = [voice.say("เครื่องมือ", "Instrument"), voice.say("น้ำหนัก", "Weight"), voice.say("คะแนน", "Score"), voice.say("เทียบค่าเป้าหมาย", "Against the target")]
    return table(heads, rows, widths=[4.6, 1, 1.1, 2], caption=voice.say("คะแนนรายเครื่องมือ", "Scores by instrument"), align="lccl")


def _indicators(voice: Voice, brief: Brief) -> Block:
    target = target_of(brief.sheet)
    ranked = sorted((node.score for node in brief.sheet.indicators if node.score is not None), reverse=True)
    rows: list[tuple[str | Cell, ...]] = []
    for node in brief.sheet.indicators:
        rank = str(ranked.index(node.score) + 1) if node.score is not None else DASH
        instrument = brief.framework.indicators[int(node.id)].instrument
        rows.append((node.id, voice.of(node.name), instrument, _score_cell(voice, node, target), rank, _against(voice, node, target)))
    heads = [
        voice.say("ที่", "No."),
        voice.say("ตัวชี้วัด", "Indicator"),
        voice.say("เครื่องมือ", "Instrument"),
        voice.say("คะแนน", "Score"),
        voice.say("อันดับ", "Rank"),
        voice.say("เทียบค่าเป้าหมาย", "Against the target"),
    ]
    return table(heads, rows, widths=[0.6, 3.6, 1.2, 1.1, 0.9, 2], caption=voice.say("คะแนนรายตัวชี้วัด", "Scores by indicator"), align="clcccl")


def _score_cell(voice: Voice, node: Node, target: Decimal | None) -> Cell:
    low = node.shown is not None and target is not None and node.shown < target
    return cell(voice.score(node.shown), tone="bad" if low else "plain", align="center")


def _against(voice: Voice, node: Node, target: Decimal | None) -> str:
    if node.shown is None or target is None:
        return DASH
    if node.shown < target:
        return voice.say(f"ต่ำกว่า {target}", f"below {target}")
    return voice.say("ถึงเป้าหมาย", "reached")


def _extremes(voice: Voice, brief: Brief) -> list[Block]:
    best, worst = brief.analysis.strongest[0], brief.analysis.weakest[0]
    if len(brief.analysis.strongest) == 1 and best.id == worst.id:
        return []
    text = voice.say(
        f"ตัวชี้วัดที่ได้คะแนนสูงสุดคือ {voice.node(best.id)} ได้ {voice.score(best.shown)} คะแนน "
        f"ตัวชี้วัดที่ได้คะแนนต่ำสุดคือ {voice.node(worst.id)} ได้ {voice.score(worst.shown)} คะแนน",
        f"The highest score is that of {voice.node(best.id)} with {voice.score(best.shown)} points; "
        f"the lowest that of {voice.node(worst.id)} with {voice.score(worst.shown)}.",
    )
    return [paragraph(text)]


def change_chapter(voice: Voice, brief: Brief) -> list[Block]:
    """Last year beside this year."""
    heading = Heading(voice.say("3. เปรียบเทียบกับปีที่ผ่านมา", "3. Compared with last year"))
    changes = brief.analysis.changes
    if brief.earlier is None or not changes:
        text = voice.say("ข้อมูลที่ให้มาไม่มีคะแนนของปีก่อน จึงยังเปรียบเทียบไม่ได้", "The data hold no scores of last year, so nothing can be compared.")
        return [heading, paragraph(text)]
    years = (brief.earlier.framework.year, brief.framework.year)
    rows: list[tuple[str | Cell, ...]] = []
    for change in changes:
        word = voice.say("เพิ่มขึ้น", "up") if change.difference > 0 else voice.say("ลดลง", "down") if change.difference < 0 else voice.say("เท่าเดิม", "unchanged")
        tone: Tone = "good" if change.difference > 0 else "bad" if change.difference < 0 else "plain"
        label = voice.node(change.node) if change.node != "total" else voice.say("คะแนนรวม", "Total")
        rows.append((label, voice.score(change.before), voice.score(change.after), cell(voice.change(change.difference), tone=tone, align="center"), word))
    heads = [
        voice.say("ตัวชี้วัด / เครื่องมือ", "Indicator / instrument"),
        voice.say(f"ปี {years[0]}", str(years[0])),
        voice.say(f"ปี {years[1]}", str(years[1])),
        voice.say("ผลต่าง", "Difference"),
        voice.say("ทิศทาง", "Direction"),
    ]
    caption = voice.say(f"คะแนนปี {years[0]} และปี {years[1]}", f"Scores of {years[0]} and {years[1]}")
    blocks: list[Block] = [heading, *_movement(voice, brief), table(heads, rows, widths=[4.6, 1.1, 1.1, 1.2, 1.2], caption=caption, align="lcccc")]
    if any(change.node.isdigit() for change in changes):
        blocks.append(change_chart(voice, changes, years))
    if brief.earlier.scores.published_total is None and brief.earlier.computed_total is not None:
        text = voice.say(
            f"คะแนนรวมของปี {years[0]} คำนวณจากตัวชี้วัด เพราะไม่มีคะแนนรวมที่ประกาศในข้อมูล",
            f"The total of {years[0]} was computed from its indicators, for the data hold no published one.",
        )
        blocks.append(paragraph(text, "note"))
    return blocks


def _movement(voice: Voice, brief: Brief) -> list[Block]:
    moved = [change for change in brief.analysis.changes if change.node.isdigit()]
    if not moved:
        return []
    up = [change for change in moved if change.difference > 0]
    down = [change for change in moved if change.difference < 0]
    same = len(moved) - len(up) - len(down)
    text = voice.say(
        f"เมื่อเทียบกับปีก่อน มีคะแนนเพิ่มขึ้น {len(up)} ตัวชี้วัด ลดลง {len(down)} ตัวชี้วัด" + (f" และเท่าเดิม {same} ตัวชี้วัด" if same else ""),
        f"Against last year {len(up)} indicators rose, {len(down)} fell and {same} stayed the same.",
    )
    fall = min(down, key=lambda change: change.difference, default=None)
    rise = max(up, key=lambda change: change.difference, default=None)
    if rise:
        text += voice.say(
            f" เพิ่มมากที่สุดคือ {voice.node(rise.node)} ({voice.change(rise.difference)})",
            f" The largest rise is {voice.node(rise.node)} ({voice.change(rise.difference)}).",
        )
    if fall:
        text += voice.say(
            f" ลดมากที่สุดคือ {voice.node(fall.node)} ({voice.change(fall.difference)})",
            f" The largest fall is {voice.node(fall.node)} ({voice.change(fall.difference)}).",
        )
    return [paragraph(text)]

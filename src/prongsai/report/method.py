"""Chapter 1: how the assessment works this year, from the year's rules."""

from decimal import Decimal

from prongsai.document import Block, Cell, Heading, paragraph
from prongsai.framework import Fact, LevelStep
from prongsai.report.frame import table
from prongsai.report.voice import DASH, Voice

_HUNDREDTH = Decimal("0.01")
_WHO = {
    "IIT": ("บุคลากรภายในหน่วยงาน", "the agency's own staff"),
    "EIT": ("ผู้รับบริการและผู้มีส่วนได้ส่วนเสียภายนอก", "service users and outside stakeholders"),
    "OIT": ("ผู้ตรวจประเมินตรวจข้อมูลบนเว็บไซต์ของหน่วยงาน", "assessors who look at the agency's web site"),
}


def method_chapter(voice: Voice) -> list[Block]:
    """Principle, instruments with weights, levels."""
    rules = voice.framework.rules
    return [
        Heading(voice.say("1. หลักการและวิธีการประเมิน", "1. Principle and method")),
        paragraph(
            voice.say(
                "การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA) วัดว่าหน่วยงานทำงานอย่างโปร่งใส เป็นธรรม และตรวจสอบได้เพียงใด "
                f"ใน{voice.year(rules.year)} ใช้เครื่องมือ {len(rules.instruments)} ชุด {len(rules.indicators)} ตัวชี้วัด แต่ละคะแนนมีค่า 0 ถึง 100",
                "The Integrity and Transparency Assessment (ITA) measures how openly, fairly and accountably a public agency works. "
                f"In {voice.year(rules.year)} it has {len(rules.instruments)} instruments and {len(rules.indicators)} indicators, each scored from 0 to 100.",
            )
        ),
        Heading(voice.say("1.1 เครื่องมือและน้ำหนัก", "1.1 Instruments and weights"), 2),
        _instruments(voice),
        *_parts(voice),
        *_how_scores_add_up(voice),
        Heading(voice.say("1.2 ระดับผลการประเมิน", "1.2 Levels"), 2),
        *_levels(voice),
    ]


def _instruments(voice: Voice) -> Block:
    rules = voice.framework.rules
    rows: list[tuple[str | Cell, ...]] = []
    for instrument in rules.instruments:
        numbers = [str(indicator.number) for indicator in rules.indicators if indicator.instrument == instrument.code]
        weight = voice.say("ไม่ทราบ", "not known") if instrument.weight.value is None else f"{instrument.weight.value.normalize():f}"
        rows.append((f"{voice.of(instrument.name.words)} ({instrument.code})", voice.say(*_WHO[instrument.code]), f"{numbers[0]}-{numbers[-1]}", weight))
    if voice.framework.weights_known:
        rows.append((voice.say("รวม", "Total"), "", "", "100"))
    heads = [
        voice.say("เครื่องมือ", "Instrument"),
        voice.say("ผู้ให้ข้อมูล", "Who answers"),
        voice.say("ตัวชี้วัดที่", "Indicators"),
        voice.say("น้ำหนัก\n(ร้อยละ)", "Weight\n(percent)"),
    ]
    caption = voice.say(f"เครื่องมือและน้ำหนัก ปีงบประมาณ พ.ศ. {rules.year}", f"Instruments and weights, {rules.year}")
    return table(heads, rows, widths=[4.4, 3.2, 1.2, 1.4], caption=caption, align="llcc")


def _parts(voice: Voice) -> list[Block]:
    parts = voice.framework.parts.values()
    if not parts:
        return []
    named = voice.listed([f"{part.code} {voice.of(part.name.words)}" for part in parts])
    unknown = next((part.weight.reason for part in parts if part.weight.reason), None)
    text = voice.say(f"แบบวัด EIT แบ่งเป็น {len(parts)} ส่วน คือ {named}", f"EIT has {len(parts)} parts: {named}.")
    blocks: list[Block] = [paragraph(text)]
    if unknown:
        blocks.append(paragraph(voice.say(f"หมายเหตุ: {unknown.th}", f"Note: {unknown.en}."), "note"))
    return blocks


def _how_scores_add_up(voice: Voice) -> list[Block]:
    rules = voice.framework.rules
    if not voice.framework.weights_known:
        reason = next((instrument.weight.reason for instrument in rules.instruments if instrument.weight.reason), None)
        return [paragraph(voice.say(f"น้ำหนักของปีนี้ยังไม่ทราบ: {reason.th}", f"The weights of this year are not known: {reason.en}."), "note")] if reason else []
    terms = " + ".join(f"({instrument.code} × {instrument.weight.value}%)" for instrument in rules.instruments)
    text = voice.say(
        f"คะแนนของเครื่องมือคือค่าเฉลี่ยของตัวชี้วัดในเครื่องมือนั้น คะแนนรวม = {terms} ปัดเศษครั้งเดียวตอนท้ายเป็นทศนิยมสองตำแหน่ง",
        f"An instrument's score is the mean of its indicators. Total = {terms}, rounded once at the end to two decimals.",
    )
    return [paragraph(text)]


def _levels(voice: Voice) -> list[Block]:
    levels = voice.framework.levels
    if levels is None:
        unknown = voice.framework.rules.levels
        reason = unknown.reason.words if isinstance(unknown, Fact) and unknown.reason else None
        return [paragraph(voice.of(reason) if reason else DASH)]
    each = any(step.each_from is not None for step in levels.steps)
    compared = levels.compared.value if levels.compared and levels.compared.value else ()
    rows: list[tuple[str | Cell, ...]] = []
    for place, step in enumerate(levels.steps):
        row = [voice.of(step.name.words), _band(voice, place, levels.steps)]
        if each:
            row.append(_each(voice, step, levels.steps[:place]))
        rows.append((*row, voice.say("ผ่าน", "pass") if step.passed else voice.say("ไม่ผ่าน", "no pass")))
    heads = [voice.say("ระดับ", "Level"), voice.say("คะแนนรวม", "Total")]
    heads += [voice.say("เงื่อนไขของคะแนนรายเครื่องมือ", "Condition on single scores")] if each else []
    heads.append(voice.say("เทียบ\nเป้าหมาย", "Target"))
    widths = [2.2, 1.8, 3.4, 1.2] if each else [2.2, 2.2, 1.4]
    blocks: list[Block] = [table(heads, rows, widths=widths, caption=voice.say("ระดับผลการประเมินของปี", "Levels of the year"), align="lclc" if each else "lcc")]
    if compared:
        names = voice.listed(list(compared))
        blocks.append(paragraph(voice.say(f"คะแนนรายเครื่องมือที่นำมาพิจารณา: {names}", f"Single scores considered: {names}."), "note"))
    if levels.note:
        blocks.append(paragraph(voice.say("หมายเหตุ: ใช้ช่วงคะแนนของปี 2564 กับปีนี้ (อนุมาน)", "Note: the bands of 2564 are taken for this year (inferred)."), "note"))
    return blocks


def _band(voice: Voice, place: int, steps: tuple[LevelStep, ...]) -> str:
    """The totals of a level in figures: 85.00-94.99 where bands follow each other, else a lower bound."""
    step = steps[place]
    above = steps[place - 1] if place else None
    if step.each_from is not None or (above is not None and above.total_from == step.total_from):
        return voice.say(f"ตั้งแต่ {voice.score(step.total_from)} ขึ้นไป", f"{voice.score(step.total_from)} or more")
    top = "100.00" if above is None else voice.score(above.total_from - _HUNDREDTH)
    return f"{voice.score(step.total_from)}-{top}"


def _each(voice: Voice, step: LevelStep, above: tuple[LevelStep, ...]) -> str:
    if step.each_from is not None:
        return voice.say(f"ทุกคะแนนตั้งแต่ {voice.score(step.each_from)} ขึ้นไป", f"every score {voice.score(step.each_from)} or more")
    stricter = next((one.each_from for one in reversed(above) if one.each_from is not None and one.total_from == step.total_from), None)
    return voice.say(f"มีคะแนนอย่างน้อยหนึ่งรายการต่ำกว่า {voice.score(stricter)}", f"at least one score below {voice.score(stricter)}") if stricter else DASH

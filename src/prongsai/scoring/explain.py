"""How a score came about, sentence by sentence, for a citizen."""

from prongsai.framework import CONFIDENCE_NAMES, Confidence, Framework
from prongsai.scoring.node import Node
from prongsai.scoring.rounding import rounded
from prongsai.scoring.sheet import Sheet
from prongsai.words import Words


def explain(sheet: Sheet, node_id: str = "total") -> tuple[Words, ...]:
    """Sentences that lead from the scores below to this one; `node_id` is an id of the sheet."""
    node = sheet.nodes[node_id]
    sentences = [_where_from(node)]
    if node.basis == "computed":
        sentences.append(_computation(sheet.framework, node))
    if node.disagrees and node.computed is not None:
        computed = rounded(node.computed)
        sentences.append(
            Words(f"คะแนนที่ประกาศ {node.given} ไม่ตรงกับที่คำนวณได้ {computed}", f"the published {node.given} does not follow from the scores below: {computed}")
        )
    if node.kind != "total":
        sentences.append(_stake(node))
    return (*sentences, *_confidence(sheet.framework, node))


def _where_from(node: Node) -> Words:
    if node.score is None:
        reason = node.reason or Words("", "")
        return Words(f"ไม่มี{_title(node).th}: {reason.th}", f"{_title(node).en} is not known: {reason.en}")
    origin = (
        Words("ผู้ประเมินประกาศ", "published by the assessor") if node.basis == "published" else Words("คำนวณจากคะแนนด้านล่าง", "computed from the scores below")
    )
    return Words(f"{_title(node).th}ได้ {node.shown} คะแนน ({origin.th})", f"{_title(node).en} has {node.shown} points ({origin.en})")


def _title(node: Node) -> Words:
    if node.kind == "total":
        return Words("คะแนนรวม", "The total")
    label = {
        "instrument": ("เครื่องมือ", "Instrument"),
        "part": ("ส่วน", "Part"),
        "indicator": ("ตัวชี้วัดที่", "Indicator"),
        "sub_indicator": ("ตัวชี้วัดย่อยที่", "Sub-indicator"),
    }
    th, en = label.get(node.kind, ("ข้อ", "Item"))
    return Words(f"{th} {node.id} {node.name.th} ", f"{en} {node.id} {node.name.en}")


def _computation(framework: Framework, node: Node) -> Words:
    counted = [child for child in node.children if child.kind != "part" and child.score is not None]
    if node.kind == "total":
        terms = [f"{child.id} {child.shown} × {framework.instruments[child.id].weight.value}%" for child in counted]
        total = node.shown
        return Words(f"คำนวณตามน้ำหนัก: {' + '.join(terms)} = {total}", f"weighted sum: {' + '.join(terms)} = {total}")
    if not counted:
        return Words("รวมส่วนต่าง ๆ ตามน้ำหนัก", "the parts by their weights")
    scores = " + ".join(str(child.shown) for child in counted)
    return Words(
        f"ค่าเฉลี่ยของ {len(counted)} คะแนน: ({scores}) ÷ {len(counted)} = {node.shown}",
        f"the mean of {len(counted)} scores: ({scores}) ÷ {len(counted)} = {node.shown}",
    )


def _stake(node: Node) -> Words:
    if node.share is None:
        reason = node.share_reason or Words("", "")
        return Words(f"ไม่ทราบว่ามีผลต่อคะแนนรวมเท่าใด: {reason.th}", f"its effect on the total is not known: {reason.en}")
    percent = rounded(node.share * 100)
    sentence = Words(f"คิดเป็นร้อยละ {percent} ของคะแนนรวม", f"it makes up {percent} percent of the total")
    if node.stake is None:
        return sentence
    return Words(f"{sentence.th} หากได้คะแนนเต็ม 100 จะทำให้คะแนนรวมเพิ่มขึ้น {node.stake} คะแนน", f"{sentence.en}; at 100 the total would gain {node.stake} points")


def _confidence(framework: Framework, node: Node) -> tuple[Words, ...]:
    """How sure the rule behind a computed score is."""
    confidence: Confidence | None = None
    reference: tuple[str, ...] = ()
    if node.kind == "instrument":
        rule = framework.instruments[node.id].combine
        confidence, reference = rule.confidence, rule.reference
    elif node.kind == "indicator" and node.id.isdigit():
        way = framework.indicators[int(node.id)].combine
        confidence, reference = way.confidence, way.reference
    if node.basis != "computed" or confidence is None:
        return ()
    name, sources = CONFIDENCE_NAMES[confidence], ", ".join(reference)
    return (Words(f"หลักเกณฑ์การรวมคะแนน: {name.th} [{sources}]", f"the rule of combination: {name.en} [{sources}]"),)

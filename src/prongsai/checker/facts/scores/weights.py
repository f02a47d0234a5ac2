"""Weights and targets that sentences state."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from decimal import Decimal

from prongsai.checker.fact import TargetFact, WeightFact
from prongsai.checker.facts.scores.sentences import Setting, sentences
from prongsai.checker.facts.scores.subjects import named_in
from prongsai.checker.facts.scores.years import year_marks
from prongsai.checker.outline import Passage

_ABOUT_WEIGHT = re.compile(r"น้ำหนัก|สัดส่วน|weight|×|\bx \d", re.IGNORECASE)
_PERCENT_BEHIND = re.compile(
    r"\s*[:=×x*(]*\s*(?:\(|มี|มีค่า|คิดเป็น|ให้|ค่า|คะแนน|has|of|is)*\s*(?:น้ำหนัก|weight)?\s*(?:คะแนน)?\s*"
    r"(?:(?:ร้อยละ|[:=×x*])\s*(?P<share>\d{1,3}(?:\.\d+)?)|(?P<percent>\d{1,3}(?:\.\d+)?)\s*(?:%|เปอร์เซ็นต์|per ?cent))",
    re.IGNORECASE,
)
_WEIGHT_BEFORE = re.compile(r"(?:น้ำหนัก|weight)(?:ของ| of)?\s*$", re.IGNORECASE)
_PLAIN_BEHIND = re.compile(r"\s*[:=]?\s*(?:ร้อยละ|คือ|เท่ากับ|is)?\s*(?P<plain>\d{1,3})(?!\d|[.,]\d)", re.IGNORECASE)
_RATIO = re.compile(r"(?<![\d:.])(?P<first>\d{1,2}) ?: ?(?P<second>\d{1,2}) ?: ?(?P<third>\d{1,2})(?![\d:])")
_TARGET = re.compile(
    r"(?:(?P<mark>(?:ต่ำกว่า|สูงกว่า|ไม่ถึง|ผ่าน|ถึง)เกณฑ์ ?(?=\d))|ค่าเป้าหมาย|เกณฑ์(?:การ)?ผ่าน|ผ่านเกณฑ์|คะแนนผ่าน|pass mark|\btarget)"
    r"(?P<between>(?:[^\d\n]|(?:ที่|EIT-|พ\.ศ\.|ปี|ประมาณ|indicator) ?\d{1,4}){0,90}?)"
    r"(?P<digits>\d{2,3}(?:\.\d{1,2})?)(?!\d|[.,]\d|\s*%)"
    r"\s*(?P<unit>คะแนน|points?)?\s*(?P<more>ขึ้นไป|or more)?",
    re.IGNORECASE,
)
_ABOUT_TARGET = re.compile(r"เป้าหมาย|เกณฑ์|คะแนนผ่าน|pass mark|target", re.IGNORECASE)
_OWN_AIM = re.compile(r"ตั้ง(?:ค่า)?เป้า|กำหนด(?:ค่า)?เป้า|ของหน่วยงานที่|ร้อยละ|จำนวน|ปีถัดไป|ปีต่อไป|ภายในปี|ไม่ถึง|ขาด|ห่าง|เพิ่ม|ได้(?!แก่)|ด้วย|โดยมี", re.IGNORECASE)
_OF_AGENCIES = re.compile(r"\s*(?:%|ของ(?:หน่วยงาน|จำนวน|บุคลากร|ผู้)|ครั้ง|คน|โครงการ|วัน|บาท|ข้อ|เรื่อง)")
_INSTRUMENTS = ("IIT", "EIT", "OIT")
_FULL = 100
_LEAST_TARGET = 50


def weights_in(passage: Passage, setting: Setting) -> Iterator[WeightFact]:
    """The weights of instruments and parts that a passage about weights states."""
    if not _ABOUT_WEIGHT.search(passage.text):
        return
    for offset, sentence in sentences(passage.text):
        named = [mention for mention in named_in(sentence, setting.names) if mention.node != "total"]
        for mention in named:
            match = _PERCENT_BEHIND.match(sentence, mention.end)
            if match is None and _WEIGHT_BEFORE.search(sentence, 0, mention.start):
                match = _PLAIN_BEHIND.match(sentence, mention.end)
            digits = match and next(name for name in ("share", "percent", "plain") if name in match.groupdict() and match[name])
            if match and digits and Decimal(match[digits]) <= _FULL:
                yield WeightFact(passage, mention.node, Decimal(match[digits]), span=(offset + match.start(digits), offset + match.end(digits)), confidence=0.9)
        yield from _ratio(passage, sentence, [mention.node for mention in named], offset)


def targets_in(passage: Passage, setting: Setting) -> Iterator[TargetFact]:
    """The pass marks that a passage names; aims that the agency sets itself, and shares of agencies, are none."""
    if not _ABOUT_TARGET.search(passage.text):
        return
    for offset, sentence in sentences(passage.text):
        if any(setting.assessed and mark.year and mark.year > setting.assessed for mark in year_marks(sentence, setting.assessed)):
            continue
        nodes = named_in(sentence, setting.names)
        for match in _TARGET.finditer(sentence):
            value = Decimal(match["digits"])
            before = sentence[max(0, match.start() - 25) : match.start()]
            if value % 1 or not _LEAST_TARGET <= value <= _FULL or _OWN_AIM.search(before + match["between"]) or _OF_AGENCIES.match(sentence, match.end()):
                continue
            named = nodes[bisect_left(nodes, match.start(), key=lambda one: one.start) : bisect_right(nodes, match.start("digits"), key=lambda one: one.end)]
            own = "total" if match["mark"] else setting.scope.node or "total"
            sure = 0.9 if match["unit"] or match["more"] else 0.6
            span = (offset + match.start("digits"), offset + match.end("digits"))
            yield TargetFact(passage, value, setting.year, named[-1].node if named else own, span=span, confidence=sure)


def _ratio(passage: Passage, text: str, nodes: list[str], offset: int) -> Iterator[WeightFact]:
    """Weights as a ratio of the three instruments ("30:30:40"), in the order in which they are named, else in the usual one."""
    match = _RATIO.search(text)
    order = tuple(dict.fromkeys(node for node in nodes if node in _INSTRUMENTS))
    if match is None or not (_ABOUT_WEIGHT.search(text, 0, match.start()) or len(order) == len(_INSTRUMENTS)):
        return
    for node, name in zip(order if len(order) == len(_INSTRUMENTS) else _INSTRUMENTS, ("first", "second", "third"), strict=True):
        yield WeightFact(passage, node, Decimal(match[name]), span=(offset + match.start(name), offset + match.end(name)), confidence=0.85)

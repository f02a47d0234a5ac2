"""The rule about claims of highest and lowest."""

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from prongsai.checker.fact import ExtremeFact
from prongsai.checker.rules.figures import Figures
from prongsai.checker.rules.nearness import same_figure
from prongsai.checker.rules.rule import Finding, Inquiry
from prongsai.checker.rules.wording import digit_fault, figure, named
from prongsai.framework import Framework
from prongsai.words import Words

_OF_ALL = re.compile(r"ทุกตัวชี้วัด|ทั้ง ?10|10 ?ตัวชี้วัด|ทั้งหมด|ภาพรวม|ตัวชี้วัดที่ได้คะแนน(?:สูง|ต่ำ|น้อย|มาก)|รายตัวชี้วัด|of all|\ball\b", re.IGNORECASE)
_OF_OTHERS = re.compile(r"ประเทศ|ทั้งจังหวัด|ระดับจังหวัด|หน่วยงานอื่น|ทุกหน่วยงาน|ในปีก่อน|ย้อนหลัง|เพิ่มขึ้นสูงสุด|ลดลง(?:มาก|สูง)ที่?สุด|national|agencies", re.IGNORECASE)
_AN_ITEM = re.compile(r"ข้อ|[ieo]\d|item", re.IGNORECASE)
_NEAR = 40
_LEAST_OF_ALL, _LEAST_OF_INSTRUMENT = 3, 2
_ENDS = {"highest": Words("สูงสุด", "highest"), "lowest": Words("ต่ำสุด", "lowest")}


def extreme_mismatch(inquiry: Inquiry) -> Iterator[Finding]:
    """The text names as highest or lowest what the figures of that year do not."""
    for fact in inquiry.facts.extremes:
        year = fact.year if fact.year is not None else inquiry.facts.assessed
        figures, framework = inquiry.figures.get(year), inquiry.rules_of(year)
        if figures is None or framework is None or _OF_OTHERS.search(fact.passage.text):
            continue
        finding = _of_node(fact, figures, framework) if fact.node else _of_value(fact, figures, framework)
        if finding is not None:
            yield finding


def _of_node(fact: ExtremeFact, figures: Figures, framework: Framework) -> Finding | None:
    """A named node that another one of its group goes beyond."""
    node = fact.node or ""
    group = _group(node, fact.among, figures, framework)
    if fact.among is None and node.isdigit() and not _OF_ALL.search(fact.passage.text):
        own = _group(node, framework.indicators[int(node)].instrument if int(node) in framework.indicators else None, figures, framework)
        group = own if own.get(node) and not _beyond(fact, node, own) else group
    if node in group and _is_another_value(fact, figures):
        return _wrong_value(fact, named(node, framework), fact.value or group[node][0], _usual(figures, node))
    if len(group) < _least(fact.among, node, framework) or not _beyond(fact, node, group):
        return None
    right = _far_end(fact, group)
    return _finding(fact, (named(node, framework), group[node][0]), (named(right, framework), group[right][0]))


def _is_another_value(fact: ExtremeFact, figures: Figures) -> bool:
    """Whether the claim gives the node a score that the document otherwise does not give it."""
    own = figures.facts.get(fact.node or "", ())
    elsewhere = [one for one in own if one.passage is not fact.passage]
    if fact.value is None or not elsewhere or any(same_figure(one.value, fact.value) for one in elsewhere):
        return False
    before = fact.passage.text.partition(str(fact.value))[0][-_NEAR:]
    return not _AN_ITEM.search(before)


def _usual(figures: Figures, node: str) -> Decimal:
    """The score printed most often for a node."""
    return Counter(fact.value for fact in figures.facts[node]).most_common(1)[0][0]


def _of_value(fact: ExtremeFact, figures: Figures, framework: Framework) -> Finding | None:
    """A value without a name that is the extreme of no complete group it could be of."""
    if fact.value is None:
        return None
    complete = [group for group in _groups(fact.among, figures, framework) if len(group) >= _LEAST_OF_INSTRUMENT]
    if not complete or _reaches_end(fact, fact.value, complete[0]) or any(_is_extreme(fact, fact.value, group) for group in complete):
        return None
    if any(same_figure(fact.value, value) and node[0] in "ieo" for node in figures.facts for value in figures.values(node)):
        return None
    right = _far_end(fact, complete[0])
    return _finding(fact, (Words("ค่าที่ระบุ", "the score named"), fact.value), (named(right, framework), complete[0][right][0]))


def _finding(fact: ExtremeFact, claimed: tuple[Words, Decimal], extreme: tuple[Words, Decimal]) -> Finding:
    end, (name, value), (right, score) = _ENDS[fact.end], claimed, extreme
    return Finding(
        fact,
        Words(
            f"{name.th} ({figure(value)}) ถูกระบุว่า{end.th} แต่{right.th}ได้ {figure(score)} จึงเป็นค่า{end.th}",
            f"{name.en} ({figure(value)}) is called the {end.en}, but {right.en} has {figure(score)}, which is the {end.en}",
        ),
        Words(f"ระบุ{right.th} ({figure(score)}) หรือแก้คะแนนที่พิมพ์ผิด", f"name {right.en} ({figure(score)}), or mend the score that is wrong"),
        misread=digit_fault(value, score),
    )


def _wrong_value(fact: ExtremeFact, name: Words, value: Decimal, right: Decimal) -> Finding:
    end = _ENDS[fact.end]
    return Finding(
        fact,
        Words(
            f"ระบุว่า{name.th}มีคะแนน{end.th} {figure(value)} แต่คะแนนที่พิมพ์ไว้แห่งอื่นคือ {figure(right)}",
            f"{name.en} is said to be the {end.en} with {figure(value)}, but its score elsewhere is {figure(right)}",
        ),
        Words(f"แก้เป็น {figure(right)} หรือแก้คะแนนที่พิมพ์ผิด", f"print {figure(right)}, or mend the score that is wrong"),
        misread=digit_fault(value, right),
    )


_Group = dict[str, tuple[Decimal, ...]]


def _group(node: str, among: str | None, figures: Figures, framework: Framework) -> _Group:
    """The printed scores that a node is compared with: indicators of an instrument or of all, items of its part, instruments, parts."""
    code = node.rpartition("/")[2]
    if node.isdigit():
        alike = [other for other in figures.facts if other.isdigit() and _within(other, among, framework)]
    elif code[:1] in "ieo" and code[1:].isdigit():
        alike = [other for other in figures.facts if other.rpartition("/")[0] == node.rpartition("/")[0] and other.rpartition("/")[2][0] == code[0]]
    elif node in framework.instruments:
        alike = [other for other in figures.facts if other in framework.instruments]
    else:
        alike = [other for other in figures.facts if other in framework.parts and node in framework.parts]
    return {other: figures.values(other) for other in alike}


def _within(node: str, among: str | None, framework: Framework) -> bool:
    rule = framework.indicators.get(int(node))
    return rule is not None and (among is None or rule.instrument == among.partition("-")[0])


def _groups(among: str | None, figures: Figures, framework: Framework) -> Iterator[_Group]:
    """The groups that are known as a whole: all indicators first, then those of each instrument, then the instruments."""
    for instrument in (among,) if among else (None, *framework.instruments):
        numbers = [str(number) for number in framework.indicators if _within(str(number), instrument, framework)]
        if all(number in figures.facts for number in numbers):
            yield {number: figures.values(number) for number in numbers}
    if all(code in figures.facts for code in framework.instruments):
        yield {code: figures.values(code) for code in framework.instruments}


def _beyond(fact: ExtremeFact, node: str, group: _Group) -> bool:
    """Whether another node goes beyond this one whichever of its printed scores is right; ties do not."""
    own = group.get(node)
    if not own:
        return False
    others = [values for other, values in group.items() if other != node]
    if fact.end == "highest":
        return any(min(values) > max(own) for values in others)
    return any(max(values) < min(own) for values in others)


def _is_extreme(fact: ExtremeFact, value: Decimal, group: _Group) -> bool:
    return any(same_figure(value, other) for other in group[_far_end(fact, group)])


def _reaches_end(fact: ExtremeFact, value: Decimal, group: _Group) -> bool:
    """Whether nothing in the group goes beyond a value, whichever of the printed scores are right."""
    ends = [min(values) if fact.end == "highest" else max(values) for values in group.values()]
    return all(same_figure(value, end) or (value >= end if fact.end == "highest" else value <= end) for end in ends)


def _least(among: str | None, node: str, framework: Framework) -> int:
    """How many figures must be in scope before one can be called wrong: inside an instrument there may be no more than two."""
    of_all = among is None and (node.isdigit() or node in framework.instruments)
    return _LEAST_OF_ALL if of_all else _LEAST_OF_INSTRUMENT


def _far_end(fact: ExtremeFact, group: _Group) -> str:
    pick = max if fact.end == "highest" else min
    return pick(group, key=lambda node: group[node][0])

"""Rules about single figures: one score for one node, and differences that are the difference."""

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from itertools import product

from prongsai.checker.fact import ChangeFact
from prongsai.checker.rules.figures import Figures
from prongsai.checker.rules.nearness import half_unit, same_figure
from prongsai.checker.rules.rule import Finding, Inquiry
from prongsai.checker.rules.totals import ADMITS, agree, bare_scores
from prongsai.checker.rules.wording import digit_fault, figure, named, of_year, where
from prongsai.framework import Framework
from prongsai.scoring import score_sheet
from prongsai.words import Words

_TOLERANCE = Decimal("0.01")
_LEAST_CHANGES, _MANY = 3, 4
_SIGN = re.compile(r"[+\-−–]|เพิ่ม|ลด|สูงขึ้น|ต่ำลง|ดีขึ้น|\b(?:rose|fell|up|down|increase\w*|decrease\w*|higher|lower|gain\w*|lost?)\b", re.IGNORECASE)


def indicator_mismatch(inquiry: Inquiry) -> Iterator[Finding]:
    """One node with two different scores for the same year."""
    for year, figures in inquiry.figures.items():
        framework = inquiry.rules_of(year)
        parts = framework is None or bool(framework.parts)
        doubled = {node: values for node in figures.facts if len(values := figures.values(node)) > 1 and not (node[0] == "e" and parts)}
        found = [_contradiction(figures, node, values, framework) for node, values in doubled.items()]
        many = len(found) >= _MANY and len(found) * 2 > len(figures.facts)
        yield from [_two_sets(found, figures)] if many else found


def _two_sets(found: list[Finding], figures: Figures) -> Finding:
    """Most scores have two values: rather the scores of two years than so many faults."""
    year, count = of_year(figures.year), len(found)
    return Finding(
        found[0].about,
        Words(
            f"คะแนน{year.th} มีสองชุดที่ไม่ตรงกัน ({count} รายการ) อาจเป็นคะแนนของคนละปี",
            f"there are two sets of scores{year.en} that differ ({count}); they may be of different years",
        ),
        Words("ระบุปีของแต่ละตารางให้ชัด", "say for each table which year it is of"),
        severity="warning",
    )


def _contradiction(figures: Figures, node: str, values: tuple[Decimal, ...], framework: Framework | None) -> Finding:
    right, wrong = _right_and_wrong(figures, node, values, framework)
    doubted = next(fact for fact in figures.facts[node] if fact.value == wrong)
    other = next(fact for fact in figures.facts[node] if same_figure(fact.value, right))
    name, first, second = named(node, framework), where(doubted), where(other)
    decided = _decides(figures, node, (right, wrong), framework)
    because = Words(f" คะแนนรวมที่พิมพ์ไว้ตรงกับ {figure(right)}", f"; the printed total agrees with {figure(right)}") if decided else Words("", "")
    year = of_year(figures.year)
    return Finding(
        doubted,
        Words(
            f"{name.th}{year.th} มีคะแนนสองค่า คือ {figure(wrong)} ({first.th}) และ {figure(right)} ({second.th}){because.th}",
            f"{name.en}{year.en} has two scores: {figure(wrong)} ({first.en}) and {figure(right)} ({second.en}){because.en}",
        ),
        Words("ตรวจกับผลที่ประกาศ แล้วใช้ค่าเดียวกันทุกแห่ง", "compare with the published result and use one figure throughout"),
        severity="note" if ADMITS.search(doubted.passage.text) or ADMITS.search(other.passage.text) else None,
        misread=digit_fault(wrong, right),
    )


def _right_and_wrong(figures: Figures, node: str, values: tuple[Decimal, ...], framework: Framework | None) -> tuple[Decimal, Decimal]:
    """The score that the total decides for, else the one printed most often, else the first; and the first other one."""
    counts = Counter(value for fact in figures.facts[node] for value in values if same_figure(fact.value, value))
    ranked = sorted(values, key=lambda value: (not _follows(figures, node, value, framework), -counts[value]))
    return ranked[0], ranked[1]


def _decides(figures: Figures, node: str, values: tuple[Decimal, Decimal], framework: Framework | None) -> bool:
    """Whether the total agrees with the first score and not with the second."""
    right, wrong = values
    return _follows(figures, node, right, framework) and not _follows(figures, node, wrong, framework)


def _follows(figures: Figures, node: str, value: Decimal, framework: Framework | None) -> bool:
    """Whether the total agrees with the indicators when this is the score of the node."""
    if framework is None or not framework.weights_known or not (node.isdigit() or node == "total"):
        return False
    sheet = score_sheet(framework, bare_scores(figures, framework, {node: value}))
    printed, following = sheet.scores.published_total, sheet.computed_total
    return printed is not None and following is not None and agree(printed, following, _TOLERANCE)


def change_mismatch(inquiry: Inquiry) -> Iterator[Finding]:
    """A printed difference is not the difference of the two years' printed scores."""
    judged = [(fact, *found) for fact in inquiry.facts.changes if (found := _difference(inquiry, fact))]
    reversed_sign = [fact for fact, before, after, _ in judged if _in_table(fact) and _is_reversed(fact, before, after)]
    turned = len(reversed_sign) >= _LEAST_CHANGES and len(reversed_sign) == sum(_in_table(fact) and fact.value != 0 for fact, *_ in judged)
    for fact, before, after, years in judged:
        if not _is_right(fact, before, after) and not (turned and _in_table(fact) and _is_reversed(fact, before, after)):
            yield _wrong_change(inquiry, fact, before, after, years=years)


def _difference(inquiry: Inquiry, fact: ChangeFact) -> tuple[Decimal, Decimal, tuple[int, int]] | None:
    """The two scores that the difference is of, as printed; where a node has several scores the pair that makes it right."""
    year = fact.year if fact.year is not None else inquiry.facts.assessed
    if year is None:
        return None
    earlier = [other for other, figures in inquiry.figures.items() if other is not None and other < year and fact.node in figures.facts]
    since = fact.since if fact.since is not None else max(earlier, default=None)
    now, then = inquiry.figures.get(year), inquiry.figures.get(since) if since is not None else None
    if now is None or then is None or since is None or not now.values(fact.node) or not then.values(fact.node):
        return None
    pairs = list(product(then.values(fact.node), now.values(fact.node)))
    before, after = next((pair for pair in pairs if _is_right(fact, *pair)), pairs[0])
    return before, after, (since, year)


def _is_right(fact: ChangeFact, before: Decimal, after: Decimal) -> bool:
    difference = after - before
    slack = max(_TOLERANCE, half_unit(before) + half_unit(after) if half_unit(before) > _TOLERANCE or half_unit(after) > _TOLERANCE else _TOLERANCE)
    near = abs(difference - fact.value) <= slack or same_figure(difference, fact.value)
    return near or (not _has_sign(fact) and abs(abs(difference) - abs(fact.value)) <= slack)


def _in_table(fact: ChangeFact) -> bool:
    return fact.passage.kind == "cell"


def _is_reversed(fact: ChangeFact, before: Decimal, after: Decimal) -> bool:
    return fact.value != 0 and abs(after - before + fact.value) <= _TOLERANCE


def _has_sign(fact: ChangeFact) -> bool:
    """Whether the document itself says which way it went, by a sign or a word."""
    return bool(_SIGN.search(fact.passage.text))


def _wrong_change(inquiry: Inquiry, fact: ChangeFact, before: Decimal, after: Decimal, *, years: tuple[int, int]) -> Finding:
    name = named(fact.node, inquiry.rules_of(years[1]))
    right = after - before
    turned = abs(right + fact.value) <= _TOLERANCE
    told = Words("เพิ่มขึ้น" if fact.value > 0 else "ลดลง", "risen" if fact.value > 0 else "fallen")
    was = Words("เพิ่มขึ้น" if right > 0 else "ลดลง", "rose" if right > 0 else "fell")
    span = f"{figure(before)} → {figure(after)}"
    if turned:
        message = Words(
            f"{name.th} ระบุว่า{told.th} {figure(abs(fact.value))} แต่คะแนนปี {years[0]} ถึง {years[1]} ({span}) {was.th}",
            f"{name.en} is said to have {told.en} by {figure(abs(fact.value))}, but from {years[0]} to {years[1]} ({span}) it {was.en}",
        )
    else:
        message = Words(
            f"{name.th} ระบุผลต่าง {figure(fact.value, sign=True)} แต่คะแนนปี {years[0]} ถึง {years[1]} ({span}) ต่างกัน {figure(right, sign=True)}",
            f"{name.en}: the difference is printed as {figure(fact.value, sign=True)}, but from {years[0]} to {years[1]} ({span})"
            f" it is {figure(right, sign=True)}",
        )
    mend = Words(f"แก้ผลต่างเป็น {figure(right, sign=True)} หรือแก้คะแนนที่พิมพ์ผิด", f"print {figure(right, sign=True)}, or mend the score that is wrong")
    return Finding(fact, message, mend, misread=_change_fault(fact.value, right))


def _change_fault(printed: Decimal, right: Decimal) -> Words | None:
    if abs(printed) == abs(right) and printed != right:
        return Words("เครื่องหมายบวกลบอาจอ่านผิด", "the sign may have been misread")
    return digit_fault(printed, right) if (printed < 0) == (right < 0) else None

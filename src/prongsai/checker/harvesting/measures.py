"""Measures for a results file: every field from the first table that has it, each with where it stands."""

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from prongsai.checker.fact import Facts, MeasureFact
from prongsai.checker.facts.measures.groups import Same, together
from prongsai.checker.harvesting.gate import Gate
from prongsai.checker.harvesting.model import Taken
from prongsai.checker.harvesting.progress import Reports
from prongsai.checker.harvesting.scores import Basket, shortened
from prongsai.checker.nodes import Names
from prongsai.errors import UnreadableNumber
from prongsai.thai import parse_number
from prongsai.words import Words

_AMOUNT = re.compile(r"\d[\d,]*(?:\.\d+)?")
_NO_MONEY = re.compile(r"ไม่(?:ได้)?(?:ใช้|มี)|^\W*$|\bnone\b|no budget", re.IGNORECASE)
_NOT_READ = Words("อ่านเป็นวันเริ่มต้นหรือวันสิ้นสุดไม่ได้", "it cannot be read as a start or an end")
_REVERSED = Words("วันสิ้นสุดอยู่ก่อนวันเริ่มต้น", "the end lies before the start")
_PROPOSED = Words("เป็นข้อเสนอ ยังไม่ใช่มาตรการที่หน่วยงานกำหนด", "a proposal, not a measure that the agency has set")
_NO_AMOUNT = Words("อ่านเป็นจำนวนเงินเดียวไม่ได้", "it cannot be read as one amount")


def put_measures(basket: Basket, facts: Facts, gate: Gate) -> None:
    """Every measure once, with its progress; proposals that nobody set are left out and listed."""
    for fact in facts.measures:
        if fact.proposed:
            basket.leave(fact, fact.title, _PROPOSED)
    names, reports = Names.of(facts.assessed), Reports(facts)
    measures = []
    for number, same in enumerate(together(fact for fact in facts.measures if not fact.proposed), 1):
        entry = _Entry(basket, number)
        _describe(entry, same, gate, names)
        entry.report(reports.of(same, number))
        measures.append(entry.data)
    if measures:
        basket.data["measures"] = measures


@dataclass
class _Entry:
    """A measure of the file as far as it is filled in."""

    basket: Basket
    number: int
    data: dict[str, Any] = field(default_factory=dict)

    def put(self, name: str, value: Any, fact: MeasureFact) -> None:
        """Puts a value that is not empty, with the cell it comes from."""
        if value:
            self.data[name] = value
            source = fact.cells.get("period" if name in ("start", "end") else name) or fact.passage
            self.basket.taken.append(Taken(("measures", self.number, name), value, source.place, shortened(source.text), fact.confidence))

    def report(self, progress: list[list[Taken]]) -> None:
        """Puts the reports on it."""
        if progress:
            self.data["progress"] = [{str(taken.key[-1]): taken.value for taken in one} for one in progress]
            self.basket.taken += [taken for one in progress for taken in one]


def _describe(entry: _Entry, same: Same, gate: Gate, names: Names) -> None:
    titled = next((fact for fact in same.facts if not _is_indicator(fact.title, names)), same.facts[0])
    entry.put("title", titled.title.strip() or "-", titled)
    first = next((fact for fact in same.facts if fact.answers), titled)
    entry.put("answers", _accepted(entry.basket, same, gate), first)
    steps = next((fact for fact in same.facts if fact.steps), titled)
    entry.put("steps", list(steps.steps), steps)
    owner = next((fact for fact in same.facts if fact.responsible), titled)
    entry.put("responsible", owner.responsible, owner)
    _put_period(entry, same)
    for name in ("follow_up", "success"):
        fact = next((one for one in same.facts if one.text(name)), titled)
        entry.put(name, fact.text(name), fact)
    _put_budget(entry, same)


def _is_indicator(title: str, names: Names) -> bool:
    """Whether a title is only that of an indicator."""
    found = names.titled(title.strip())
    return found is not None and found[1] >= len(title.strip())


def _accepted(basket: Basket, same: Same, gate: Gate) -> list[str]:
    """The nodes that the measure answers and the year has."""
    kept: list[str] = []
    for fact in same.facts:
        for node in fact.answers:
            refusal = gate.answer(node)
            if refusal is not None:
                basket.leave(fact, f"{shortened(fact.title)}: {node}", refusal)
            elif node not in kept:
                kept.append(node)
    return kept


def _put_period(entry: _Entry, same: Same) -> None:
    fact = next((one for one in same.facts if any(one.period)), None)
    if fact is None:
        stated = next((one for one in same.facts if one.text("period")), None)
        if stated is not None:
            entry.basket.leave(stated, stated.text("period"), _NOT_READ)
        return
    start, end = fact.period
    if start and end and end < start:
        entry.basket.leave(fact, fact.text("period"), _REVERSED)
        start = None
    for name, day in (("start", start), ("end", end)):
        entry.put(name, day.isoformat() if day else None, fact)


def _put_budget(entry: _Entry, same: Same) -> None:
    fact = next((one for one in same.facts if one.text("budget")), None)
    if fact is None or _NO_MONEY.search(fact.text("budget")):
        return
    amounts = _AMOUNT.findall(fact.text("budget"))
    value = _number(amounts[0]) if len(amounts) == 1 else None
    if value is None:
        entry.basket.leave(fact, fact.text("budget"), _NO_AMOUNT)
    else:
        entry.put("budget", value, fact)


def _number(text: str) -> Decimal | None:
    try:
        return parse_number(text)
    except UnreadableNumber:
        return None

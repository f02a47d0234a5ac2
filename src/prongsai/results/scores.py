"""The scores of one year out of plain values: numbers, codes and bounds checked against the year's rules."""

import re
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import Any, TypeVar

from prongsai.errors import InputError, InvalidResults, Problem
from prongsai.framework import Framework
from prongsai.results.model import Scores
from prongsai.results.schema import ScoresEntry
from prongsai.thai import ItemCode, parse_item, parse_node, parse_number, to_arabic_digits
from prongsai.words import Words

Value = TypeVar("Value")
_YEAR_WORDS = re.compile(r"ปีงบประมาณ|ปี|พ\.?\s*ศ\.?")
_SHORT_YEARS = range(60, 100)
_WHOLE_YEARS = range(2500, 2700)


class Faults:
    """Collects faults of one file so that a reader sees all of them at once."""

    def __init__(self, where: str) -> None:
        self.where = where
        self.found: list[Problem] = []

    def add(self, problem: Problem) -> None:
        """Notes a fault; its place is put behind the name of the file."""
        self.found.append(problem.at(self.where))

    def collected(self, read: Callable[[], Value], default: Value) -> Value:
        """What `read` gives; after an input error its faults are noted and the default taken."""
        try:
            return read()
        except InputError as error:
            for problem in error.problems:
                self.add(problem)
            return default


def read_year(value: Any, where: str) -> int:
    """A fiscal year of the Buddhist era; raises InvalidResults."""
    mend = Words("เขียนปีงบประมาณเป็น พ.ศ. สี่หลัก เช่น 2568", "write the fiscal year in the Buddhist era, such as 2568")
    try:
        year = parse_number(_YEAR_WORDS.sub("", value) if isinstance(value, str) else value, "year")
    except InputError as error:
        raise InvalidResults([problem.at(where) for problem in error.problems]) from error
    year += 2500 if year in _SHORT_YEARS else 0
    if year not in _WHOLE_YEARS:
        raise InvalidResults(Problem("bad-year", Words(f"“{value}” ไม่ใช่ปีงบประมาณ พ.ศ.", f"'{value}' is no fiscal year"), f"{where} › year", mend=mend))
    return int(year)


def _bounded(value: Any, where: str) -> Decimal | None:
    """A score 0..100; raises InputError."""
    score = parse_number(value, where)
    if 0 <= score <= 100:
        return score
    what = Words(f"คะแนน {value} อยู่นอกช่วง 0 ถึง 100", f"the score {value} lies outside 0 to 100")
    raise InvalidResults(Problem("score-out-of-range", what, where, mend=Words("ตรวจกับประกาศผล", "check it against the announcement")))


class ScoresReader:
    """Reads the scores of one year; `prefix` stands before every place (previous.)."""

    def __init__(self, framework: Framework, faults: Faults, prefix: str = "") -> None:
        self._framework, self._faults, self._prefix = framework, faults, prefix

    def scores(self, entry: ScoresEntry) -> Scores:
        """The scores; faults go to the collector and leave their entry out."""
        published = entry.published
        no_points = None if entry.no_points is None else self._no_points(entry.no_points)
        items = self._mapping(entry.items, "items", self._item)
        self._contradictions(items, no_points)
        return Scores(
            self._framework.year,
            {int(number): score for number, score in self._mapping(entry.indicators, "indicators", self._indicator).items()},
            self._mapping(entry.parts, "parts", self._part),
            self._mapping(entry.instruments, "instruments", self._instrument),
            items,
            no_points,
            self._score(published.total, "published.total") if published and published.total is not None else None,
            self._level(published.level) if published else None,
        )

    def node(self, value: Any, where: str) -> str:
        """An item, indicator or sub-indicator that the year has, in its canonical form; "" after a fault."""
        return self._faults.collected(lambda: self._known_node(value, where), "")

    def _known_node(self, value: Any, where: str) -> str:
        node = parse_node(str(value), where)
        if node[0].isalpha():
            return self._item(value, where)
        if node in {str(number) for number in self._framework.indicators} | set(self._framework.sub_indicators):
            return node
        raise InvalidResults(self._unknown("unknown-node", node, where, "1-10"))

    def _mapping(self, entries: dict[Any, Any] | None, key: str, name: Any) -> dict[str, Decimal]:
        found: dict[str, Decimal] = {}
        for raw, value in (entries or {}).items():
            where = f"{self._prefix}{key}.{raw}"
            code = self._faults.collected(partial(name, raw, where), "")
            score = self._score(value, f"{key}.{raw}") if value is not None else None
            if code in found:
                what = Words(f"“{code}” มีสองค่า", f"'{code}' has two values")
                self._faults.add(Problem("two-values", what, where, mend=Words("ลบค่าที่ไม่ถูกต้องออก", "remove the wrong one")))
            elif code and score is not None:
                found[code] = score
        return found

    def _score(self, value: Any, where: str) -> Decimal | None:
        return self._faults.collected(partial(_bounded, value, f"{self._prefix}{where}"), None)

    def _no_points(self, values: list[Any]) -> tuple[str, ...]:
        found: list[str] = []
        for value in values:
            where = f"{self._prefix}no_points"
            code = self._faults.collected(partial(self._item, value, where), "")
            if code and not code.startswith("o"):
                what = Words(f"{code} ไม่ใช่ข้อของแบบวัด OIT", f"{code} is not a disclosure item")
                self._faults.add(Problem("not-a-disclosure-item", what, where, mend=Words("ใส่เฉพาะรหัส o…", "give codes o… only")))
            elif code and code not in found:
                found.append(code)
        return tuple(found)

    def _contradictions(self, items: dict[str, Decimal], no_points: tuple[str, ...] | None) -> None:
        for code in no_points or ():
            if items.get(code, Decimal(0)) > 0:
                what = Words(f"{code} อยู่ในรายการที่ไม่ได้คะแนน แต่มีคะแนน {items[code]}", f"{code} stands among no_points but has the score {items[code]}")
                self._faults.add(Problem("two-values", what, f"{self._prefix}items.{code}", mend=Words("เลือกอย่างใดอย่างหนึ่ง", "keep one of the two")))

    def _item(self, value: Any, where: str) -> str:
        code = parse_item(str(value), where)
        if not self._framework.can_have(code.instrument, code.number):
            raise InvalidResults(self._unknown("unknown-item", str(code), where, self._range(code)))
        parts = [part for part in self._framework.parts if part.startswith(f"{code.instrument}-")]
        if parts and code.part is None:
            choice = " / ".join(f"{part}/{code}" for part in parts)
            what = Words(f"{code} มีในหลายส่วนของ {code.instrument}", f"{code} stands in every part of {code.instrument}")
            raise InvalidResults(Problem("part-missing", what, where, mend=Words(f"ระบุส่วน เช่น {choice}", f"name the part: {choice}")))
        if code.part is not None and code.part not in parts:
            raise InvalidResults(self._unknown("unknown-part", str(code), where, ", ".join(parts) or str(code).partition("/")[2]))
        return str(code)

    def _range(self, code: ItemCode) -> str:
        letter, count = code.instrument[0].lower(), self._framework.count_of(code.instrument).value
        return f"{letter}1-{letter}{count}" if count else ""

    def _indicator(self, value: Any, where: str) -> str:
        node = parse_node(str(value), where)
        if node.isdigit() and int(node) in self._framework.indicators:
            return node
        raise InvalidResults(self._unknown("unknown-indicator", node, where, "1-10"))

    def _part(self, value: Any, where: str) -> str:
        return self._one_of(value, where, tuple(self._framework.parts))

    def _instrument(self, value: Any, where: str) -> str:
        return self._one_of(value, where, tuple(self._framework.instruments))

    def _one_of(self, value: Any, where: str, allowed: tuple[str, ...]) -> str:
        code = to_arabic_digits(str(value)).strip().upper()
        if code in allowed:
            return code
        raise InvalidResults(self._unknown("unknown-score", str(value), where, ", ".join(allowed)))

    def _level(self, value: str | None) -> str | None:
        levels = self._framework.levels
        if value is None or levels is None:
            return value
        known = {step.code.casefold(): step.code for step in levels.steps} | {step.name.th.casefold(): step.code for step in levels.steps}
        level = known.get(value.strip().removeprefix("ระดับ").strip().casefold())
        if level is None:
            choice = ", ".join(step.code for step in levels.steps)
            self._faults.add(self._unknown("unknown-level", value, f"{self._prefix}published.level", choice))
        return level

    def _unknown(self, code: str, value: str, where: str, allowed: str) -> Problem:
        year = self._framework.year
        what = Words(f"ปี {year} ไม่มี “{value}”", f"{year} has no '{value}'")
        mend = Words(f"ใช้ {allowed}", f"use {allowed}") if allowed else Words("ตรวจรหัสกับรายการของปี", "check it against the year's list")
        return Problem(code, what, where, mend=mend)

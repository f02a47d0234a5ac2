"""Made-up agencies and their results: seeded scores that obey a year's rules, lost items, measures that answer them, progress."""

import random
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from typing import Any

from corpus.wording import FOLLOW_UPS, INDICATOR_MEASURES, ITEM_MEASURES, OBSTACLES, OWNERS, SUCCESSES
from prongsai.framework import load_framework
from prongsai.pipeline import Way
from prongsai.results import Measure, Results, results_from
from prongsai.thai import FiscalYear, short_form

YEARS = (2564, 2565, 2566, 2567, 2568)
_TYPES = ("เทศบาลตำบล", "เทศบาลเมือง", "เทศบาลนคร", "องค์การบริหารส่วนตำบล", "องค์การบริหารส่วนตำบล")
_PLACES = ("สมมติเหนือ", "สมมติงาม", "ทดลองสุข", "จำลองทอง", "สาธิตพัฒนา", "จำลองใต้", "สมมติเจริญ", "ทดลองใหม่", "จำลองดี", "สาธิตธรรม")
_DISTRICTS = ("สมมติกลาง", "สมมติธานี", "ทดลองบุรี", "จำลองศรี")
_PROVINCES = ("สมมติบุรี", "สมมตินคร", "จำลองราชธานี", "สาธิตสวรรค์")
_TARGET = Decimal(85)
_MARGIN = Decimal("0.40")
_TRIES = 400
_YEARS_WITH_PARTS = (2566, 2567, 2568)
_YEARS_WITH_SURVEY = (2564, 2567, 2568)
Words = tuple[str, tuple[str, ...], str, str]


@dataclass(frozen=True)
class Case:
    """A made-up agency with everything that its documents tell of one fiscal year."""

    number: int
    way: Way

    @property
    def results(self) -> Results:
        """What the agency holds."""
        return self.way.results

    @property
    def year(self) -> int:
        """The fiscal year assessed."""
        return self.results.year

    @property
    def plan(self) -> int:
        """The fiscal year of the measures."""
        return self.results.plan_year

    @property
    def measures(self) -> tuple[Measure, ...]:
        """The measures with their progress."""
        return self.results.measures

    @property
    def lost(self) -> tuple[str, ...]:
        """The disclosure items without points."""
        return self.results.scores.no_points or ()

    @property
    def short_name(self) -> str:
        """The name as offices shorten it."""
        return short_form(self.results.agency.name)

    @property
    def type(self) -> str:
        """The type of the agency in full."""
        return self.results.agency.type or ""

    @cached_property
    def scores(self) -> dict[str, Decimal]:
        """The scores of the year by node: indicators, parts, instruments, survey items, total."""
        return _shown(self.way, earlier=False)

    @cached_property
    def before(self) -> dict[str, Decimal]:
        """The scores of the year before."""
        return _shown(self.way, earlier=True)

    @property
    def level(self) -> str:
        """The level of the year."""
        return self.way.level.code or ""

    def change(self, node: str) -> Decimal:
        """What a score gained since the year before."""
        return self.scores[node] - self.before[node]

    def highest(self, nodes: list[str]) -> str:
        """The node with the highest score of the year."""
        return max(nodes, key=self.scores.__getitem__)

    def lowest(self, nodes: list[str]) -> str:
        """The node with the lowest score of the year."""
        return min(nodes, key=self.scores.__getitem__)

    def of(self, instrument: str) -> list[str]:
        """The indicators of an instrument."""
        return [str(one.number) for one in self.way.framework.rules.indicators if one.instrument == instrument]

    @property
    def indicators(self) -> list[str]:
        """All indicators."""
        return [str(number) for number in self.way.framework.indicators]

    @property
    def survey(self) -> list[str]:
        """The survey items that have a score of their own."""
        return list(self.results.scores.items)


def made_up(number: int, seed: int, years: tuple[int, ...] = YEARS) -> Case:
    """The case of a number; the same seed gives the same case."""
    chance = random.Random(f"{seed}-{number}")
    year = years[number % len(years)]
    for _ in range(_TRIES):
        case = Case(number, Way(results_from(_data(number, year, chance), f"made-up-{number}.yaml")))
        if _fit(case):
            return case
    raise RuntimeError(f"no fitting scores were found for case {number} of seed {seed}")


def other_agency(case: Case, chance: random.Random, *, same_type: bool) -> str:
    """The name of another made-up agency."""
    kind = case.type if same_type else chance.choice([one for one in _TYPES if one != case.type])
    place = chance.choice([one for one in _PLACES if one not in case.results.agency.name])
    return kind + place


def other_place(case: Case, kind: str, chance: random.Random) -> str:
    """The name of another made-up district or province."""
    names, own = (_DISTRICTS, case.results.agency.district) if kind == "district" else (_PROVINCES, case.results.agency.province)
    return chance.choice([name for name in names if name != own])


def _shown(way: Way, *, earlier: bool) -> dict[str, Decimal]:
    sheet = way.earlier if earlier else way.sheet
    return {} if sheet is None else {node.id: node.shown for node in sheet.total.walk() if node.shown is not None}


def _fit(case: Case) -> bool:
    """Highest and lowest stand clear of the rest, nothing stands on the edge of a level, every change is one, every weak point is answered."""
    for scores in (case.scores, case.before):
        for nodes in (case.indicators, *(case.of(instrument) for instrument in ("IIT", "EIT", "OIT"))):
            ranked = sorted(scores[node] for node in nodes)
            if ranked[1] - ranked[0] < _MARGIN or ranked[-1] - ranked[-2] < _MARGIN:
                return False
    edges = [step.total_from for step in case.way.framework.levels.steps] if case.way.framework.levels else []
    if any(abs(case.scores["total"] - edge) < 1 for edge in edges if edge) or not case.way.level.certain:
        return False
    return all(abs(case.change(node)) >= _MARGIN for node in case.indicators) and not case.way.coverage.uncovered


def _data(number: int, year: int, chance: random.Random) -> dict[str, Any]:
    kind, place = _TYPES[(number + number // len(YEARS)) % len(_TYPES)], chance.choice(_PLACES)
    now, before = _indicators(chance), _indicators(chance)
    data: dict[str, Any] = {
        "agency": {"name": kind + place, "type": kind, "district": chance.choice(_DISTRICTS), "province": chance.choice(_PROVINCES)},
        "year": year,
        "source": "ข้อมูลสมมติ ไม่ใช่ผลของหน่วยงานใด",
        "indicators": now,
        "no_points": _lost(year, chance),
        "previous": {"year": year - 1, "indicators": before},
    }
    if year in _YEARS_WITH_PARTS:
        middle, step = (now[6] + now[7] + now[8]) / 3, chance.uniform(0.6, 2.4)
        data["parts"] = {"EIT-1": round(middle - step, 2), "EIT-2": round(min(middle + step, 99.9), 2)}
    if year in _YEARS_WITH_SURVEY:
        data["items"] = {f"i{item}": round(chance.uniform(85.6, 93), 2) for item in sorted(chance.sample(range(1, 15), 3))}
    return data | {"measures": _measures(number, data, chance)}


def _indicators(chance: random.Random) -> dict[int, float]:
    low = set(chance.sample(tuple(INDICATOR_MEASURES), chance.choice((0, 1, 1, 2))))
    return {number: round(chance.uniform(62, 83.9) if number in low else chance.uniform(86.2, 99.4), 2) for number in range(1, 11)}


def _lost(year: int, chance: random.Random) -> list[str]:
    known = list(_titles(year))
    return sorted(chance.sample(known, min(len(known) - 1, chance.randint(2, 5))), key=lambda code: int(code[1:]))


def _titles(year: int) -> dict[str, str]:
    """The titles of the year's disclosure items that are known."""
    return {item.code: item.title for item in load_framework(year).items.values() if item.instrument == "OIT" and item.title}


def _measures(number: int, data: dict[str, Any], chance: random.Random) -> list[dict[str, Any]]:
    """A measure for every item without points and every indicator below the target, all with different texts, owners in turn."""
    titles, plan = _titles(data["year"]), data["year"] + 1
    kinds = [(code, _filled(ITEM_MEASURES[(number + place) % len(ITEM_MEASURES)], titles[code])) for place, code in enumerate(data["no_points"])]
    low = [one for one, score in data["indicators"].items() if score < _TARGET]
    kinds += [(str(one), INDICATOR_MEASURES[one]) for one in low]
    owners = chance.sample(OWNERS, len(OWNERS))
    return [_measure(node, words, owners[place % len(owners)], _Turn(number * 10 + place, plan, chance)) for place, (node, words) in enumerate(kinds)]


@dataclass(frozen=True)
class _Turn:
    """What differs from one measure to the next."""

    number: int
    plan: int
    chance: random.Random


def _measure(node: str, words: Words, owner: str, turn: _Turn) -> dict[str, Any]:
    title, steps, done, outcome = words
    year, chance = FiscalYear(turn.plan), turn.chance
    first = chance.randint(0, 7)
    start = year.start + timedelta(days=31 * first)
    end = min(year.end, start + timedelta(days=30 * chance.randint(1, 5)))
    return {
        "title": title,
        "answers": [node],
        "steps": list(steps),
        "responsible": owner,
        "start": start.replace(day=1).isoformat(),
        "end": _month_end(end).isoformat(),
        "follow_up": FOLLOW_UPS[turn.number % len(FOLLOW_UPS)],
        "success": SUCCESSES[turn.number % len(SUCCESSES)],
        "budget": chance.choice([None, None, 5000 * chance.randint(1, 9)]),
        "progress": [
            {
                "date": min(year.end, _month_end(end) + timedelta(days=chance.randint(1, 9))).isoformat(),
                "status": chance.choice(["done", "done", "in_progress"]),
                "done": done,
                "outcome": outcome,
                "evidence": [f"https://www.example.go.th/ita{turn.plan}/{node}", f"บันทึกข้อความ ที่ ตย {turn.number + 100}/{turn.plan}"],
                "obstacles": OBSTACLES[turn.number % len(OBSTACLES)],
            }
        ],
    }


def _month_end(day: date) -> date:
    following = (day.replace(day=28) + timedelta(days=4)).replace(day=1)
    return following - timedelta(days=1)


def _filled(words: Words, title: str) -> Words:
    """The words with the matter in its place, with blanks around a name in Latin letters."""
    matter = f" {title} " if title[:1].isascii() else title

    def filled(text: str) -> str:
        return " ".join(text.format(x=matter).split()) if "{x}" in text else text

    name, steps, done, outcome = words
    return filled(name), tuple(filled(step) for step in steps), filled(done), filled(outcome)

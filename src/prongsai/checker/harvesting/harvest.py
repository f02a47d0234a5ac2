"""From what a document states to a results file: the first of several statements counts, the others are kept beside it."""

from dataclasses import replace
from pathlib import Path

from prongsai.checker.fact import Fact, Facts
from prongsai.checker.harvesting.gate import Gate
from prongsai.checker.harvesting.measures import put_measures
from prongsai.checker.harvesting.model import Harvest, Statement, Taken
from prongsai.checker.harvesting.scores import Basket, put_scores, said
from prongsai.document import Place
from prongsai.errors import InputError, Problem
from prongsai.results import results_from
from prongsai.words import Words

_CLEAN = 0.8
_NOT_READ = Words("อ่านแล้วไม่เข้าใจว่าเป็นค่าใด", "it was read but not understood")
_GUESSED = 0.5
_BY_PLAN = Words(
    "เอกสารไม่บอกปีของผลการประเมิน จึงใช้ปีก่อนปีของมาตรการ หรือปีที่ระบุด้วย --year", "not stated: the year before that of the measures, or the one given with --year"
)
_NAME = Words("เอกสารไม่บอกชื่อหน่วยงานที่อ่านได้", "the document names no agency that can be read")
_YEAR = Words("เอกสารไม่บอกปีงบประมาณที่ประเมิน", "the document does not say which fiscal year was assessed")


def harvest(facts: Facts, overlay: Path | None = None) -> Harvest:
    """The results and measures that a document states, such that `read_results` accepts them; what it would refuse is listed with the reason.

    Raises InputError where the document names no agency or no fiscal year, UnknownYear where that year has no rules.
    """
    if facts.assessed is None:
        raise InputError(Problem("no-year", _YEAR, mend=Words("ระบุปีด้วย --year", "give it with --year")))
    if facts.agency is None:
        raise InputError(Problem("no-agency", _NAME, mend=Words("ตรวจว่าเอกสารมีชื่อเต็มของหน่วยงาน", "see that the document has the full name of the agency")))
    gate = Gate(facts.assessed, overlay)
    basket = Basket()
    _put_agency(basket, facts)
    _put_years(basket, facts)
    put_scores(basket, facts, gate, overlay)
    put_measures(basket, facts, gate)
    for oddity in facts.oddities:
        basket.leave(oddity, oddity.what or said(oddity), _NOT_READ)
    results = results_from(basket.data, "read", overlay)
    return Harvest(results, tuple(_weighed(one, facts.quality) for one in basket.taken), tuple(dict.fromkeys(basket.left)))


def _put_agency(basket: Basket, facts: Facts) -> None:
    agency = facts.agency
    if agency is None:
        return
    own = next((fact for fact in facts.agencies if fact.own), None)
    values = {"name": agency.full, "type": agency.type.name.th if agency.type else None}
    for name, value in values.items():
        if value:
            basket.put(_taken(("agency", name), value, own))
    for kind, place in (("district", facts.district), ("province", facts.province)):
        if place:
            basket.put(_taken(("agency", kind), place, next((fact for fact in facts.places if fact.kind == kind and fact.name == place), None)))


def _put_years(basket: Basket, facts: Facts) -> None:
    """The year assessed; the year of the measures only where it is not the one after."""
    if facts.assessed is None:
        return
    stated = {fact.year: fact for fact in reversed(facts.years)}
    results = {fact.year: fact for fact in reversed(facts.years) if fact.role == "assessed"}
    fact = results.get(facts.assessed) or stated.get(facts.assessed)
    others = tuple(Statement(year, other.passage.place, said(other)) for year, other in results.items() if year != facts.assessed)
    basket.put(
        replace(_taken(("year",), facts.assessed, fact), others=others) if fact else Taken(("year",), facts.assessed, Place(), "", _GUESSED, note=_BY_PLAN)
    )
    if facts.plan is not None and facts.plan != facts.assessed + 1:
        basket.put(_taken(("plan_year",), facts.plan, stated.get(facts.plan)))


def _taken(key: tuple[str, ...], value: str | int, fact: Fact | None) -> Taken:
    if fact is None:
        return Taken(key, value, Place(), "")
    return Taken(key, value, fact.passage.place, said(fact), fact.confidence)


def _weighed(one: Taken, quality: float) -> Taken:
    """A value read from a text that could not be read cleanly is less sure."""
    if quality >= _CLEAN:
        return one
    return Taken(one.key, one.value, one.place, one.text, one.confidence * quality, one.others, one.note)

"""Faults in names: years, agencies, types, places, titles, codes, and strange characters."""

import random
from dataclasses import replace

from corpus.agencies import other_agency, other_place
from corpus.marks import Mark
from corpus.pen import own_word
from corpus.planting import Fault, changed, of_kind, planter
from corpus.styles import Written

_CHINESE = ("联系", "中国", "这是", "报告")
_CYRILLIC = ("Ведомость", "Ж", "отчет", "ия")
_BROKEN = ("ดำเนินกnรตาม", "ป ร ะ ก า ศ ผ ล", "ปปรระะกกาาศศ", "\ufffd\ufffd\ufffd", "กิ็จกรรม")


@planter("year-mismatch", "last year's year where the assessed year belongs", "indicator-mismatch", "change-mismatch", "total-mismatch", "level-mismatch")
def assessed(written: Written, chance: random.Random) -> Fault | None:
    """A sentence or heading speaks of the year before as the year assessed."""
    return _year(written, chance, "assessed", written.case.year)


@planter("year-mismatch", "last year's year where the plan's year belongs")
def planned(written: Written, chance: random.Random) -> Fault | None:
    """A sentence or heading still has the year of last year's plan."""
    return _year(written, chance, "plan", written.case.plan)


def _year(written: Written, chance: random.Random, role: str, year: int) -> Fault | None:
    every = of_kind(written, "year", role)
    places = [one for one in every if one.inside in ("heading", "paragraph")]
    if len(every) < 3 or not places:
        return None
    new = str(year - 1)
    return Fault(changed(written, [chance.choice(places)], new), (new,))


@planter("agency-mismatch", "another agency of the same type")
def neighbour(written: Written, chance: random.Random) -> Fault | None:
    """One sentence has the name of another agency of the same type."""
    return _agency(written, chance, same_type=True)


@planter("agency-mismatch", "another agency of another type", "agency-type")
def stranger(written: Written, chance: random.Random) -> Fault | None:
    """One sentence has the name of an agency of another type."""
    return _agency(written, chance, same_type=False)


def _agency(written: Written, chance: random.Random, *, same_type: bool) -> Fault | None:
    every = of_kind(written, "agency")
    places = [one for one in every if one.inside in ("heading", "paragraph")]
    if len(every) < 3 or not places:
        return None
    new = other_agency(written.case, chance, same_type=same_type)
    return Fault(changed(written, [chance.choice(places)], new), (new,))


@planter("agency-type", "a type that the agency is not", "agency-mismatch")
def wrong_type(written: Written, chance: random.Random) -> Fault | None:
    """The agency is called by the word of another type."""
    places = of_kind(written, "type")
    if not places:
        return None
    others = ["เทศบาล", "เทศบาลฯ"] if own_word(written.case.type, short=False) != "เทศบาล" else ["องค์การบริหารส่วนตำบล", "อบต."]
    new = chance.choice(others)
    return Fault(changed(written, [chance.choice(places)], new), (new,))


@planter("place-mismatch", "another district")
def district(written: Written, chance: random.Random) -> Fault | None:
    """The district is another in one place."""
    return _place(written, chance, "district")


@planter("place-mismatch", "another province")
def province(written: Written, chance: random.Random) -> Fault | None:
    """The province is another in one place."""
    return _place(written, chance, "province")


def _place(written: Written, chance: random.Random, kind: str) -> Fault | None:
    places = of_kind(written, kind)
    if len(places) < 2:
        return None
    new = other_place(written.case, kind, chance)
    return Fault(changed(written, [chance.choice(places)], new), (new, places[0].text))


@planter("indicator-title", "another indicator's title", "indicator-mismatch", "extreme-mismatch", "change-mismatch", "total-mismatch", "uncovered-weakness")
def indicator_title(written: Written, chance: random.Random) -> Fault | None:
    """The number of an indicator stands with another one's title."""
    places = of_kind(written, "title")
    if not places:
        return None
    one = chance.choice(places)
    titles = {number: entry.name.th for number, entry in written.case.way.framework.indicators.items()}
    new = chance.choice([title for title in titles.values() if title != one.text])
    return Fault(changed(written, [one], new), (new,))


@planter("item-code", "a code that the year does not have", "uncovered-weakness")
def no_such_code(written: Written, chance: random.Random) -> Fault | None:
    """An item has a number beyond the year's list."""
    places = _items(written, "code")
    if not places or not written.case.way.framework.list_is_complete("OIT"):
        return None
    one = chance.choice(places)
    new = one.text[0] + chance.choice(("99", "88", "56", "61"))
    return Fault(changed(written, [one], new), (new, f"o{new[1:]}"))


@planter("item-code", "a code with another item's title", "uncovered-weakness")
def wrong_item_title(written: Written, chance: random.Random) -> Fault | None:
    """A code stands with the title of another item."""
    places = _items(written, "item")
    titles = [item.title for item in written.case.way.framework.items.values() if item.instrument == "OIT" and item.title]
    if not places or len(titles) < 3:
        return None
    one = chance.choice(places)
    new = chance.choice([title for title in titles if not _alike(title, one.text)])
    return Fault(changed(written, [one], new), (new,), (one.about[0],))


def _items(written: Written, kind: str) -> list[Mark]:
    return [one for one in of_kind(written, kind) if one.about and one.about[0].startswith("o")]


def _alike(first: str, second: str) -> bool:
    """Whether two titles share so much that a reader could take one for the other."""
    return first in second or second in first or len(set(first.split()) & set(second.split())) > 1 or first[:8] == second[:8]


@planter("foreign-text", "Cyrillic letters")
def cyrillic(written: Written, chance: random.Random) -> Fault | None:
    """Cyrillic letters stand inside a sentence."""
    return _stray(written, chance, _CYRILLIC)


@planter("foreign-text", "Chinese characters")
def chinese(written: Written, chance: random.Random) -> Fault | None:
    """Chinese characters stand inside a sentence."""
    fault = _stray(written, chance, _CHINESE)
    return replace(fault, lost_in=frozenset({"pdf"})) if fault else None


@planter("foreign-text", "broken words")
def broken(written: Written, chance: random.Random) -> Fault | None:
    """A word is broken as a scan breaks it."""
    return _stray(written, chance, _BROKEN)


def _stray(written: Written, chance: random.Random, words: tuple[str, ...]) -> Fault | None:
    places = [one for one in of_kind(written, "agency") if one.inside in ("paragraph", "cell")]
    if not places:
        return None
    one, word = chance.choice(places), chance.choice(words)
    return Fault(changed(written, [one], f"{one.text} {word}"), (word,))

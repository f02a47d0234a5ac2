"""Rules about titles: the number of an indicator and the code of an item stand with their own title."""

import re
from collections.abc import Iterator

from prongsai.checker.fact import Fact, TitleFact
from prongsai.checker.rules.nearness import alike, bare_title, one_letter_apart
from prongsai.checker.rules.rule import Finding, Inquiry
from prongsai.checker.rules.wording import listed, quoted
from prongsai.framework import Framework, InstrumentCode, Item, known_years, load_framework
from prongsai.words import Words

_SAME, _OTHER, _APART = 0.72, 0.86, 0.2
_LEAST_TITLE = 8
_MANY, _NEARLY_ALL = 3, 0.8
_WITHIN = re.compile(r"\b(?:EIT|OIT|IIT)\b|ภายนอก|เปิดเผยข้อมูลสาธารณะ", re.IGNORECASE)
_CODE = re.compile(r"(?P<letter>[ieo])(?P<number>\d{1,2})")
_LETTERS: dict[str, InstrumentCode] = {"i": "IIT", "e": "EIT", "o": "OIT"}


def indicator_title(inquiry: Inquiry) -> Iterator[Finding]:
    """An indicator's number with the title of another indicator."""
    framework = inquiry.framework
    if framework is None:
        return
    for fact in inquiry.facts.titles:
        if fact.node.isdigit() and int(fact.node) in framework.indicators:
            other = _other_indicator(fact.node, fact.title, framework)
            if other is not None and not _counted_within(fact, other, framework):
                yield _wrong_title(fact, other, framework)


def _other_indicator(node: str, title: str, framework: Framework) -> int | None:
    """The other indicator whose title it is; None where it is its own title, in any year's wording, or nobody's for sure."""
    number = int(node)
    if max(alike(title, name) for name in _names_of(number)) >= _SAME:
        return None
    own = max(alike(title, name) for name in _names_of(number))
    found = [(alike(title, name), other) for other in framework.indicators if other != number for name in _names_of(other)]
    best, other = max(found)
    return other if best >= _OTHER and best - own >= _APART else None


def _names_of(number: int) -> tuple[str, ...]:
    """The titles that the years give an indicator."""
    frameworks = (load_framework(year) for year in known_years())
    return tuple(dict.fromkeys(rules.indicators[number].name.th for rules in frameworks if number in rules.indicators))


def _counted_within(fact: TitleFact, other: int, framework: Framework) -> bool:
    """Whether the number counts within the instrument (the third of EIT), as some reports do under the instrument's heading."""
    instrument = framework.indicators[other].instrument
    alongside = [number for number, rule in framework.indicators.items() if rule.instrument == instrument]
    under = _WITHIN.search(fact.passage.chapter)
    return under is not None and alongside.index(other) + 1 == int(fact.node)


def _wrong_title(fact: TitleFact, other: int, framework: Framework) -> Finding:
    own = framework.indicators[int(fact.node)].name.words
    near = one_letter_apart(fact.node, str(other))
    return Finding(
        fact,
        Words(
            f"ตัวชี้วัดที่ {fact.node} คือ “{own.th}” แต่พิมพ์คู่กับ “{quoted(fact.title)}” ซึ่งเป็นชื่อของตัวชี้วัดที่ {other}",
            f"indicator {fact.node} is “{own.th}” ({own.en}), but stands with “{quoted(fact.title)}”, the title of indicator {other}",
        ),
        Words(
            f"แก้เลขเป็นตัวชี้วัดที่ {other} หรือแก้ชื่อเป็น “{own.th}” ให้ตรงกับเนื้อหาที่เขียน",
            f"write indicator {other}, or the title “{own.th}”, whichever the text is about",
        ),
        misread=Words(f"เลข {fact.node} อาจอ่านผิดจาก {other}", f"{fact.node} may have been misread for {other}") if near else None,
    )


def item_code(inquiry: Inquiry) -> Iterator[Finding]:
    """The code of an item that the year does not have, or that stands with another item's title."""
    if inquiry.framework is None:
        return
    yield from _unknown_codes(inquiry, inquiry.framework)
    titles = [fact for fact in inquiry.facts.titles if _CODE.fullmatch(_code_of(fact.node))]
    years = (inquiry.framework, *inquiry.others)
    fitting = max(years, key=lambda rules: _fits(titles, rules))
    found = [finding for fact in titles for finding in _misplaced_title(fact, fitting, years)]
    other = _year_that_fits(titles, fitting) if len(found) >= _MANY else None
    yield from [_of_another_year(found[0].about, inquiry.framework, other)] if other else found


def _fits(titles: list[TitleFact], framework: Framework) -> int:
    """How many codes stand with their own titles by the rules of a year."""
    return sum(_likeness(fact.title, framework.item(fact.node)) >= _SAME for fact in titles)


def _year_that_fits(titles: list[TitleFact], named: Framework) -> Framework | None:
    """A year that the document does not name and whose list nearly all of its codes and titles are."""
    best = max((load_framework(year) for year in known_years()), key=lambda rules: _fits(titles, rules))
    return best if _fits(titles, best) >= _NEARLY_ALL * len(titles) and _fits(titles, best) > _fits(titles, named) else None


def _of_another_year(about: Fact, framework: Framework, other: Framework) -> Finding:
    return Finding(
        about,
        Words(
            f"รหัสและชื่อข้อในเอกสารเป็นของปี {other.year} ไม่ใช่ปี {framework.year} ที่ประเมิน",
            f"codes and titles of the items are those of {other.year}, not of {framework.year}, the year assessed",
        ),
        Words("ตรวจปีงบประมาณของเอกสาร และใช้รหัสข้อของปีนั้นทุกแห่ง", "see which fiscal year the document is about, and use the codes of that year throughout"),
        severity="warning",
    )


def _code_of(node: str) -> str:
    return node.rpartition("/")[2]


def _unknown_codes(inquiry: Inquiry, framework: Framework) -> Iterator[Finding]:
    """Each code once, where it stands first."""
    facts = inquiry.facts
    named: dict[str, Fact] = {}
    for title in facts.titles:
        named.setdefault(_code_of(title.node), title)
    for cited in facts.cited:
        named.setdefault(_code_of(cited.node), cited)
    for score in facts.scores:
        named.setdefault(_code_of(score.node), score)
    for lost in facts.lost or ():
        named.setdefault(lost.code, lost)
    for code, fact in named.items():
        match = _CODE.fullmatch(code)
        if match and not _has(framework, match) and not any(_excuses(rules, match, framework) for rules in inquiry.others):
            yield _unknown(fact, code, framework)


def _has(framework: Framework, code: re.Match[str]) -> bool:
    return framework.can_have(_LETTERS[code["letter"]], int(code["number"]))


def _excuses(other: Framework, code: re.Match[str], framework: Framework) -> bool:
    """Whether another year that the document names has the code; an earlier one of which nobody knows how many it has would excuse every code."""
    counted = other.year > framework.year or other.count_of(_LETTERS[code["letter"]]).value is not None
    return counted and _has(other, code)


def _unknown(fact: Fact, code: str, framework: Framework) -> Finding:
    letter = code[0]
    last = max((item.number for item in framework.items.values() if item.code[0] == letter), default=0)
    return Finding(
        fact,
        Words(f"ปี {framework.year} ไม่มีข้อ {code} (มี {letter}1 ถึง {letter}{last})", f"{framework.year} has no item {code} (it has {letter}1 to {letter}{last})"),
        Words("ตรวจรหัสข้อกับหลักเกณฑ์ของปี อาจเป็นรหัสของปีอื่นหรือพิมพ์ผิด", "compare the code with the year's list; it may be of another year or mistyped"),
        misread=Words(f"รหัส {code} อาจอ่านผิด", f"{code} may have been misread"),
    )


def _misplaced_title(fact: TitleFact, framework: Framework, named: tuple[Framework, ...]) -> Iterator[Finding]:
    """By the rules of the year whose titles fit the document best; what is right by another year that it names is right."""
    item = framework.item(fact.node)
    if any(rules.item(fact.node) is None and rules.can_have("OIT", 1) and not rules.list_is_complete("OIT") for rules in named[:1]):
        return
    if item is None or item.title is None or len(bare_title(fact.title)) < _LEAST_TITLE:
        return
    years = [rules for rules in named if rules.item(fact.node) is not None]
    own = max(_likeness(fact.title, rules.item(fact.node)) for rules in years)
    if own >= _SAME or any((same := rules.item(fact.node)) is not None and same.title is None for rules in years):
        return
    alongside = [other for other in framework.items.values() if other.instrument == item.instrument and other.code != item.code]
    best, right = max(((_likeness(fact.title, other), other) for other in alongside), key=lambda one: one[0], default=(0.0, item))
    if best >= _OTHER and best - own >= _APART and right.title_is_official:
        yield _another_title(fact, item, right)


def _likeness(title: str, item: Item | None) -> float:
    return alike(title, item.title) if item is not None and item.title else 0.0


def _another_title(fact: TitleFact, item: Item, right: Item) -> Finding:
    near = one_letter_apart(item.code, right.code)
    return Finding(
        fact,
        Words(
            f"ข้อ {item.code} คือ “{quoted(item.title or '')}” แต่พิมพ์คู่กับ “{quoted(fact.title)}” ซึ่งเป็นข้อ {right.code}",
            f"item {item.code} is “{quoted(item.title or '')}”, but stands with “{quoted(fact.title)}”, which is item {right.code}",
        ),
        Words(f"แก้รหัสเป็น {right.code} หรือแก้ชื่อข้อให้ตรงกับรหัส", f"write {right.code}, or the title that belongs to {item.code}"),
        misread=Words(
            f"รหัส {listed((item.code, right.code))} ต่างกันเพียงตัวเดียว อาจอ่านผิด",
            f"{listed((item.code, right.code))} differ in one character: it may have been misread",
        )
        if near
        else None,
    )

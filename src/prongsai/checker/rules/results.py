"""The rule that holds a document against the agency's own results."""

from collections.abc import Iterator
from decimal import Decimal

from prongsai.checker.fact import Fact, LevelFact
from prongsai.checker.rules.nearness import bare, one_letter_apart, same_figure
from prongsai.checker.rules.rule import Finding, Inquiry
from prongsai.checker.rules.wording import digit_fault, figure, named, of_year, titled
from prongsai.results import Results, Scores
from prongsai.thai import parse_agency
from prongsai.words import Words

_MEND = Words("แก้เอกสารให้ตรงกับผลของหน่วยงาน หรือตรวจว่าไฟล์ผลถูกต้อง", "mend the document, or see whether the results file is right")


def results_mismatch(inquiry: Inquiry) -> Iterator[Finding]:
    """A score, total, level, lost item or the agency differs from the agency's own results."""
    results = inquiry.results
    if results is None:
        return
    yield from _agency(inquiry, results)
    for scores in (results.scores, results.previous):
        if scores is not None:
            yield from _scores(inquiry, scores)
    yield from _lost(inquiry, results.scores)
    yield from _level(inquiry, results.scores)


def _agency(inquiry: Inquiry, results: Results) -> Iterator[Finding]:
    stated = inquiry.facts.agency
    own = parse_agency(results.agency.name, results.agency.type)
    if stated is None or bare(stated.full) == bare(own.full):
        return
    typing = one_letter_apart(stated.full, own.full)
    about: Fact = next((fact for fact in inquiry.facts.agencies if fact.name.full == stated.full), Fact(inquiry.facts.outline.passages[0]))
    yield Finding(
        about,
        Words(f"เอกสารเป็นของ “{stated.full}” แต่ไฟล์ผลเป็นของ “{own.full}”", f"the document is of “{stated.full}”, the results are of “{own.full}”"),
        Words("ตรวจว่าใช้ไฟล์ผลของหน่วยงานนี้ และแก้ชื่อในเอกสาร", "see that the results are of this agency, and mend the name in the document"),
        severity="warning" if typing else None,
        misread=Words("อาจอ่านผิดหนึ่งตัวอักษร", "one letter may have been misread") if typing else None,
    )


def _scores(inquiry: Inquiry, scores: Scores) -> Iterator[Finding]:
    figures = inquiry.figures.get(scores.year)
    framework = inquiry.rules_of(scores.year)
    for node, right in _known(scores).items():
        for fact in figures.facts.get(node, ()) if figures else ():
            if same_figure(fact.value, right):
                continue
            name, year = named(node, framework), of_year(scores.year)
            yield Finding(
                fact,
                Words(
                    f"{name.th}{year.th} พิมพ์ว่า {figure(fact.value)} แต่ผลของหน่วยงานคือ {figure(right)}",
                    f"{name.en}{year.en} is printed as {figure(fact.value)}, but the agency's result is {figure(right)}",
                ),
                Words(f"แก้เป็น {figure(right)} หรือตรวจว่าไฟล์ผลถูกต้อง", f"print {figure(right)}, or see whether the results file is right"),
                misread=digit_fault(fact.value, right),
            )
            break


def _known(scores: Scores) -> dict[str, Decimal]:
    """The scores of a results file by node."""
    total = {"total": scores.published_total} if scores.published_total is not None else {}
    return {**{str(number): score for number, score in scores.indicators.items()}, **scores.parts, **scores.instruments, **scores.items, **total}


def _lost(inquiry: Inquiry, scores: Scores) -> Iterator[Finding]:
    stated, own = inquiry.facts.lost, scores.no_points
    if not stated or own is None or inquiry.facts.assessed != scores.year:
        return
    framework = inquiry.rules_of(scores.year)
    for fact in stated:
        if fact.code not in own:
            name = titled(fact.code, framework)
            yield Finding(
                fact,
                Words(f"{name.th} ถูกระบุว่าไม่ได้คะแนน แต่ผลของหน่วยงานไม่มีข้อนี้", f"{name.en} is said to have got no points, but not by the agency's results"),
                _MEND,
            )
    for code in own:
        if all(fact.code != code for fact in stated):
            name = titled(code, framework)
            yield Finding(stated[-1], Words(f"{name.th} ไม่ได้คะแนน แต่เอกสารไม่ได้ระบุไว้", f"{name.en} got no points, but the document does not list it"), _MEND)


def _level(inquiry: Inquiry, scores: Scores) -> Iterator[Finding]:
    framework = inquiry.rules_of(scores.year)
    codes = [step.code for step in framework.levels.steps] if framework is not None and framework.levels is not None else []
    for fact in inquiry.facts.levels:
        year = fact.year if fact.year is not None else inquiry.facts.assessed
        if year == scores.year and scores.published_level in codes and fact.level in codes and fact.level != scores.published_level:
            yield _wrong_level(fact, scores.published_level or "")
            return


def _wrong_level(fact: LevelFact, right: str) -> Finding:
    return Finding(
        fact,
        Words(f"ระบุระดับ “{fact.level}” แต่ผลของหน่วยงานคือ “{right}”", f"the level is printed as “{fact.level}”, but the agency's result is “{right}”"),
        Words(f"แก้เป็น “{right}” หรือตรวจว่าไฟล์ผลถูกต้อง", f"print “{right}”, or see whether the results file is right"),
    )

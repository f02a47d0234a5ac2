"""Facts made by hand: what the rules look at, without reading a document."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from prongsai.checker.fact import (
    AgencyFact,
    ChangeFact,
    CitedFact,
    Facts,
    LostFact,
    MeasureFact,
    ScoreFact,
    TitleFact,
)
from prongsai.checker.outline import Outline, Passage, PassageKind
from prongsai.checker.rules.registry import RULES
from prongsai.checker.rules.rule import Finding, Inquiry
from prongsai.document import Place
from prongsai.framework import load_framework
from prongsai.results import Results
from prongsai.thai import parse_agency

INDICATORS = {1: "95.24", 2: "95.83", 3: "99.31", 4: "93.38", 5: "93.82", 6: "96.03", 7: "95.47", 8: "95.48", 9: "69.00", 10: "80.00"}
TOTAL = "87.15"
AGENCY = parse_agency("เทศบาลตำบลตัวอย่าง")


def passage(text: str = "", kind: PassageKind = "paragraph", chapter: str = "", **place: int) -> Passage:
    """A passage; `place` is page, table, row, column."""
    return Passage(text, Place(**place), kind, chapter)


def cell(text: str, row: int = 2, table: int = 1) -> Passage:
    """A passage in a table."""
    return passage(text, "cell", table=table, row=row)


def scores(figures: Mapping[Any, str], year: int | None = 2568, *, table: bool = True) -> tuple[ScoreFact, ...]:
    """Scores of nodes as a table prints them, or as sentences do."""
    made = []
    for row, (node, value) in enumerate(figures.items(), 2):
        place = cell(value, row) if table else passage(f"{node} ได้ {value} คะแนน", page=row)
        made.append(ScoreFact(place, str(node), Decimal(value), year, table))
    return tuple(made)


def whole(total: str = TOTAL, year: int = 2568, **changed: str) -> tuple[ScoreFact, ...]:
    """The ten indicators and the total; `changed` names indicators as i4="93.83"."""
    figures = {**INDICATORS, **{int(name[1:]): value for name, value in changed.items()}}
    return scores({**figures, "total": total}, year)


def change(node: str, value: str, text: str, kind: PassageKind = "cell") -> ChangeFact:
    """A printed difference from 2567 to 2568."""
    return ChangeFact(passage(text, kind), node, Decimal(value), 2568, 2567)


def title(node: str, text: str, chapter: str = "") -> TitleFact:
    """A title that stands with a number or code."""
    return TitleFact(passage(f"{node} {text}", chapter=chapter), node, text)


def lost(*codes: str) -> tuple[LostFact, ...]:
    """Items said to have got no points."""
    return tuple(LostFact(passage(f"ข้อ {code}", page=3), code) for code in codes)


def cited(*nodes: str) -> tuple[CitedFact, ...]:
    """Nodes named in running text."""
    return tuple(CitedFact(passage(f"อ้างอิงจาก {node}"), node) for node in nodes)


def agency(name: str, text: str = "", chapter: str = "") -> AgencyFact:
    """A full name in a sentence."""
    line = text or f"{name} จัดทำรายงานฉบับนี้"
    start = line.index(name)
    return AgencyFact(passage(line, chapter=chapter), parse_agency(name), own=False, span=(start, start + len(name)), confidence=0.8)


def measure(row: int = 2, answers: Iterable[str] = ("o9",), *, table: int | None = 1, reports: bool = False, **cells: str | None) -> MeasureFact:
    """A measure that lacks nothing; a cell given as None is a column that the table does not have, one given as "" is empty."""
    given: dict[str, str | None] = {
        "title": f"มาตรการตัวอย่างที่ {row}",
        "steps": "ทบทวนคู่มือเดิม",
        "period": "ต.ค. 2568 - มี.ค. 2569",
        "responsible": "สำนักปลัด",
        "follow_up": "รายงานปลัดทุกไตรมาส",
        **cells,
    }
    passages = {name: cell(text, row, table or 9) for name, text in given.items() if text is not None}
    texts = {name: text or "" for name, text in given.items()}
    return MeasureFact(
        passages["title"],
        texts["title"],
        passages,
        tuple(answers),
        tuple(texts["steps"].split("\n")) if texts["steps"] else (),
        texts["responsible"],
        (date(2025, 10, 1), date(2026, 3, 31)) if texts["period"].startswith("ต.ค.") else (None, None),
        reports=reports,
        table=table,
    )


def report(row: int = 2, answers: Iterable[str] = ("o9",), **cells: str | None) -> MeasureFact:
    """A row of a progress report, without columns of the plan but for its owner and period."""
    return measure(row, answers, reports=True, **{"steps": None, "follow_up": None, **cells})


def facts(**stated: Any) -> Facts:
    """The facts of a document of 2568 with measures for 2569; every passage of a fact is in its outline."""
    made = Facts(**{"outline": Outline(()), "kind": "measures", "agency": AGENCY, "assessed": 2568, "plan": 2569, **stated})
    if "outline" in stated:
        return made
    of_facts = (one.passage for value in stated.values() if isinstance(value, tuple) for one in value)
    of_cells = (one for fact in made.measures for one in fact.cells.values())
    return replace(made, outline=Outline(tuple({id(one): one for one in (*of_facts, *of_cells)}.values())))


def inquiry(stated: Facts, results: Results | None = None, others: Iterable[int] = ()) -> Inquiry:
    """The question to the rules of the year assessed, where there are any."""
    framework = load_framework(stated.assessed) if stated.assessed is not None else None
    return Inquiry(stated, framework, tuple(load_framework(year) for year in others), results)


def found(rule: str, results: Results | None = None, others: Iterable[int] = (), **stated: Any) -> list[Finding]:
    """What a rule finds in facts; fails where a message has something left over that should have been filled in."""
    findings = list(RULES[rule].apply(inquiry(facts(**stated), results, others)))
    for finding in findings:
        for words in (finding.message, finding.mend, *((finding.misread,) if finding.misread else ())):
            assert words.th.strip()
            assert words.en.strip()
            assert not any(rest in text for text in words for rest in ("{", "}", "None", "Decimal", "Words("))
    return findings


def severities(rule: str, findings: list[Finding]) -> list[str]:
    """How grave each finding is."""
    return [finding.severity or RULES[rule].severity for finding in findings]

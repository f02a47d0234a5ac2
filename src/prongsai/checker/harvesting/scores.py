"""Scores of the year assessed and of the year before for a results file: the first statement of each node, with what contradicts it."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from prongsai.checker.fact import Fact, Facts, ScoreFact
from prongsai.checker.harvesting.gate import Gate
from prongsai.checker.harvesting.model import Key, NotUnderstood, Statement, Taken
from prongsai.errors import UnknownYear
from prongsai.words import Words

_NO_YEAR = 0.7
_LONGEST_TEXT, _AROUND = 80, 24
_NO_PLACE = Words("ไฟล์ผลการประเมินไม่มีที่เก็บคะแนนตัวชี้วัดย่อย", "a results file has no place for scores of sub-indicators")


@dataclass
class Basket:
    """Values found so far, as data of the file's shape, with where they stand."""

    data: dict[Any, Any] = field(default_factory=dict)
    taken: list[Taken] = field(default_factory=list)
    left: list[NotUnderstood] = field(default_factory=list)

    def put(self, taken: Taken) -> None:
        """Puts a value under its keys."""
        here = self.data
        for key in taken.key[:-1]:
            here = here.setdefault(key, {})
        here[taken.key[-1]] = taken.value
        self.taken.append(taken)

    def leave(self, fact: Fact, text: str, reason: Words) -> None:
        """Notes something that was seen and is not used."""
        self.left.append(NotUnderstood(shortened(text), fact.passage.place, reason))


def said(fact: Fact) -> str:
    """What a fact's passage says where it is meant, with the words around it, in one line of readable length."""
    text = fact.passage.text
    if fact.span is None:
        return shortened(text)
    start, end = max(0, fact.span[0] - _AROUND), min(len(text), fact.span[1] + _AROUND)
    return f"{'…' if start else ''}{shortened(text[start:end])}{'…' if end < len(text) else ''}"


def shortened(text: str) -> str:
    """A text in one line of readable length."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_TEXT else f"{line[:_LONGEST_TEXT].rstrip()}…"


def put_scores(basket: Basket, facts: Facts, gate: Gate, overlay: Path | None) -> None:
    """The scores, the level and the items without points of the year assessed, and the scores of the year before."""
    lost = {fact.code for fact in facts.lost or ()}
    of_year = [fact for fact in facts.scores if fact.year in (gate.year, None) and not (fact.value == 0 and fact.node in lost)]
    _put_year(basket, (), [_dated(fact, gate.year) for fact in of_year], gate)
    _put_level(basket, facts, gate)
    _put_lost(basket, facts, gate)
    earlier = [fact for fact in facts.scores if fact.year not in (gate.year, None)]
    previous = max((fact.year for fact in earlier if fact.year and fact.year < gate.year), default=None)
    if previous is not None:
        _put_previous(basket, [fact for fact in earlier if fact.year == previous], previous, overlay)
    for fact in earlier:
        if fact.year != previous:
            basket.leave(fact, said(fact), Words(f"คะแนนของปี {fact.year} ซึ่งไฟล์ไม่มีที่เก็บ", f"a score of {fact.year}, for which the file has no place"))


def _put_previous(basket: Basket, scores: list[ScoreFact], year: int, overlay: Path | None) -> None:
    try:
        gate = Gate(year, overlay)
    except UnknownYear as error:
        basket.leave(scores[0], said(scores[0]), error.problems[0].what)
        return
    first = scores[0]
    basket.put(Taken(("previous", "year"), year, first.passage.place, said(first), first.confidence))
    _put_year(basket, ("previous",), [(fact, 1.0) for fact in scores], gate)


def _dated(fact: ScoreFact, year: int) -> tuple[ScoreFact, float]:
    """A score with the share of its confidence that remains: one whose year the document does not say is less sure."""
    return fact, 1.0 if fact.year == year else _NO_YEAR


def _put_year(basket: Basket, prefix: Key, scores: list[tuple[ScoreFact, float]], gate: Gate) -> None:
    by_node: dict[str, list[tuple[ScoreFact, float]]] = {}
    for entry in scores:
        by_node.setdefault(entry[0].node, []).append(entry)
    for node in sorted(by_node, key=_in_file):
        found = sorted(by_node[node], key=lambda entry: (entry[1] < 1, not entry[0].table))
        first, share = found[0]
        key = _key(node)
        refusal = _NO_PLACE if key is None else gate.refusal(**_nested(key, first.value))
        if key is None or refusal is not None:
            basket.leave(first, f"{node} {first.value}", refusal or _NO_PLACE)
            continue
        others = {
            fact.value: Statement(fact.value, fact.passage.place, said(fact))
            for fact, weight in reversed(found)
            if fact.value != first.value and weight == share
        }
        sure = max(fact.confidence for fact, weight in found if fact.value == first.value and weight == share) * share
        basket.put(Taken((*prefix, *key), first.value, first.passage.place, said(first), sure, tuple(others.values())))


def _key(node: str) -> Key | None:
    """Where a node's score stands in the file; None for sub-indicators, which have no place."""
    if node == "total":
        return ("published", "total")
    if node.isdigit():
        return ("indicators", int(node))
    if "." in node:
        return None
    if node[0].islower() or "/" in node:
        return ("items", node)
    return ("parts" if "-" in node else "instruments", node)


def _nested(key: Key, value: Any) -> dict[str, Any]:
    return {str(key[0]): {key[1]: value}}


def _in_file(node: str) -> tuple[int, str, int]:
    """Indicators by number, then instruments, parts, items, the total."""
    key = _key(node) or ("zz", 0)
    order = ("indicators", "instruments", "parts", "items", "published", "zz").index(str(key[0]))
    name, number = node.rstrip("0123456789"), node[len(node.rstrip("0123456789")) :]
    return order, name, int(number or 0)


def _put_level(basket: Basket, facts: Facts, gate: Gate) -> None:
    levels = [fact for fact in facts.levels if fact.year in (gate.year, None)]
    first = min(levels, key=lambda fact: fact.year is None, default=None)
    if first is None:
        return
    level = gate.level(first.level)
    if refusal := gate.refusal(published={"level": level}):
        basket.leave(first, first.level, refusal)
        return
    against = [fact for fact in reversed(levels) if gate.level(fact.level) != level and fact.year == first.year]
    others = {fact.level: Statement(fact.level, fact.passage.place, said(fact)) for fact in against}
    share = 1.0 if first.year else _NO_YEAR
    basket.put(Taken(("published", "level"), level, first.passage.place, said(first), first.confidence * share, tuple(others.values())))


def _put_lost(basket: Basket, facts: Facts, gate: Gate) -> None:
    if facts.lost is None:
        return
    codes: list[str] = []
    for fact in facts.lost:
        if refusal := gate.refusal(no_points=[fact.code]):
            basket.leave(fact, fact.code, refusal)
            continue
        if basket.data.get("items", {}).get(fact.code, 0) > 0:
            stated = next(one for one in basket.taken if one.key == ("items", fact.code))
            basket.leave(
                fact, said(fact), Words(f"{fact.code} มีคะแนน {stated.value} ในเอกสารเดียวกัน", f"{fact.code} has the score {stated.value} in the same document")
            )
            continue
        codes.append(fact.code)
        basket.taken.append(Taken(("no_points", fact.code), fact.code, fact.passage.place, said(fact), fact.confidence))
    basket.data["no_points"] = codes

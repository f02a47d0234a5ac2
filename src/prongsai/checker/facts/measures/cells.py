"""Cells of measures sorted out: columns that hold two fields below each other, status and day before what was done, proof behind an outcome."""

import re
from collections.abc import Callable
from dataclasses import replace

from prongsai.checker.facts.measures.period import cut_period, period_of
from prongsai.checker.facts.measures.rows import Record
from prongsai.checker.facts.measures.status import opened, standing_of
from prongsai.checker.outline import Passage

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s,;()]+")
_PROOF = re.compile(
    r"^\W*(?:(?:https?://|www\.)\S+$|(?:บันทึก|หนังสือ|คำสั่ง|ประกาศ|ภาพถ่าย|รูปภาพ|รายงานการประชุม|memo|letter|order|photo)[^\n]{0,80}$)", re.IGNORECASE
)
_SUGGESTION = re.compile(r"^\W*(?:ข้อเสนอแนะ|ควร|suggestions?)\b ?:? ?", re.IGNORECASE)
_ANY_YEAR = 2500
_PLACEHOLDER = re.compile(r"\((?:ยังไม่กำหนด|not set)\)")
_WRAPPED = re.compile(r"((?:https?://|www\.)\S{0,500}[./_=&?%-]) (?=[A-Za-z0-9])")
_BEFORE_ADDRESS = re.compile(r"(?<=\S) +(?=https?://|www\.)")
_BEHIND_ADDRESS = re.compile(r"((?:https?://|www\.)[!-~]{1,500}) +(?=\S)")


def sorted_cells(record: Record) -> dict[str, Passage]:
    """The passages of a record by single fields."""
    cells: dict[str, Passage] = {}
    for name, passage in record.joined().items():
        for field, part in _parts(tuple(name.split("+")), passage).items():
            cells.setdefault(field, part)
    for field, part in _found_in(cells).items():
        if field not in cells or not cells[field]:
            cells[field] = part
    return cells


def evidence_of(cells: dict[str, Passage]) -> tuple[str, ...]:
    """What is given as proof, an entry a line; without a column for it the addresses that other cells of progress name."""
    if "evidence" in cells:
        return tuple(line.lstrip("-–•▪ ") for line in _apart(cells["evidence"].text).split("\n") if line)
    found = [address for name in ("done", "outcome", "status") if name in cells for address in _ADDRESS.findall(cells[name].text)]
    return tuple(dict.fromkeys(found))


def _apart(text: str) -> str:
    """The text with whole addresses, each on a line of its own."""
    return _BEHIND_ADDRESS.sub(r"\1\n", _BEFORE_ADDRESS.sub("\n", _WRAPPED.sub(r"\1", text)))


def _parts(fields: tuple[str, ...], passage: Passage) -> dict[str, Passage]:
    both = set(fields)
    if both == {"period", "responsible"}:
        return _split(replace(passage, text=_period_apart(passage.text)), ("period", "responsible"), _is_period)
    if both in ({"outcome", "evidence"}, {"done", "evidence"}):
        return _split(
            replace(passage, text=_apart(passage.text)),
            ("evidence", next(name for name in fields if name != "evidence")),
            lambda line: bool(_PROOF.match(line)),
        )
    if both == {"obstacles", "suggestions"}:
        return _obstacles(passage)
    return {"title": passage} if both == {"title", "indicator"} else dict.fromkeys(fields, passage)


def _found_in(cells: dict[str, Passage]) -> dict[str, Passage]:
    """Status and day in front of what was done, day under a status, proof under an outcome: cells that layouts without their columns put there."""
    found: dict[str, Passage] = {}
    done, status = cells.get("done"), cells.get("status")
    if done and "status" not in cells:
        found |= _standing(cells, "done", replace(done, text=opened(done.text)))
    elif status:
        cells["status"] = replace(status, text=opened(status.text))
        found |= {name: part for name, part in _standing(cells, "status", cells["status"]).items() if name == "date"}
    outcome = cells.get("outcome")
    if outcome and "evidence" not in cells:
        outcome = replace(outcome, text=_apart(outcome.text))
        parts = _split(outcome, ("evidence", "outcome"), lambda line: bool(_PROOF.match(line)))
        if parts["evidence"]:
            cells["outcome"] = parts["outcome"]
            found["evidence"] = parts["evidence"]
    return found


def _standing(cells: dict[str, Passage], name: str, passage: Passage) -> dict[str, Passage]:
    """The first lines of a cell as status and date; the cell keeps the others where it is that of what was done."""
    lines = passage.text.split("\n")
    standing = standing_of(passage.text)
    if name == "done" and standing.lines:
        cells[name] = replace(passage, text="\n".join(lines[standing.lines :]))
    found: dict[str, Passage] = {}
    if standing.day is not None:
        found["date"] = replace(passage, text=next(line for line in lines if standing_of(line).day))
    if standing.status is not None or standing.lines > bool(found):
        found["status"] = replace(passage, text=lines[0])
    return found


def _obstacles(passage: Passage) -> dict[str, Passage]:
    """Of two lines the second is a suggestion; of one what its first word says."""
    lines = passage.text.split("\n")
    cut = next((place for place, line in enumerate(lines) if _SUGGESTION.match(line)), 1 if len(lines) > 1 else len(lines))
    return {"obstacles": replace(passage, text="\n".join(lines[:cut])), "suggestions": replace(passage, text="\n".join(lines[cut:]))}


def _split(passage: Passage, names: tuple[str, str], wanted: Callable[[str], bool]) -> dict[str, Passage]:
    """The lines that are wanted under the first name, the others under the second."""
    lines = passage.text.split("\n") if passage else []
    taken = [wanted(line) for line in lines]
    return {name: replace(passage, text="\n".join(line for line, yes in zip(lines, taken, strict=True) if yes == (name == names[0]))) for name in names}


def _period_apart(text: str) -> str:
    """The text with a line break between a period at its start and what follows it."""
    first, _, rest = text.partition("\n")
    placeholder = _PLACEHOLDER.match(first)
    period, behind = (first[: placeholder.end()], first[placeholder.end() :].strip()) if placeholder else cut_period(first)
    return "\n".join(line for line in (period, behind, rest) if line)


def _is_period(line: str) -> bool:
    return period_of(line, _ANY_YEAR) != (None, None) or bool(_PLACEHOLDER.match(line))

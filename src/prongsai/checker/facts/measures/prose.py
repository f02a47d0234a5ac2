"""Measures in running text: a heading that announces a measure, and paragraphs with labels under it."""

import re
from collections.abc import Iterator
from dataclasses import replace

from prongsai.checker.columns import fields_under
from prongsai.checker.facts.measures.rows import Record
from prongsai.checker.outline import Outline, Passage

_ANNOUNCED = re.compile(
    r"^(?:\d{1,2}(?:\.\d{1,2})*[.)]? ?)?(?:มาตรการ|โครงการ|กิจกรรม|measure|project) ?(?:ที่ ?|no\.? ?)?"
    r"\d{1,2}(?!\d|/)[ :.)–-]*(?P<title>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_LABELLED = re.compile(r"^\W*(?:\(?\d{1,2}[.)] ?)?(?P<label>[^:\n]{2,60}?) ?: ?(?P<text>.*)$", re.DOTALL)
_PROBLEMS = re.compile(
    r"^\W*(?:มาตรการที่|measure) ?(?P<number>\d{1,3}) (?:(?:อุปสรรค|obstacles): (?P<obstacles>.*?))?(?: ?(?:ข้อเสนอแนะ|suggestions): (?P<suggestions>.*))?$",
    re.IGNORECASE | re.DOTALL,
)
_NEEDED = ("steps", "period", "responsible")
_LEAST_FIELDS = 3
_SURE = 0.75


def prose_records(outline: Outline) -> list[Record]:
    """Measures whose labels stand in front of their texts ("ผู้รับผิดชอบ: …"); those with fewer than two of steps, period and responsible are none."""
    found = _Reader()
    for part in outline.parts:
        if isinstance(part, Passage):
            for line in part.text.split("\n"):
                found.read(part if line == part.text else replace(part, text=line))
    return [record for record in found.records if len(record.cells) >= _LEAST_FIELDS and sum(record.has(name) for name in _NEEDED) > 1]


def remarks_by_number(outline: Outline) -> dict[int, dict[str, Passage]]:
    """Obstacles and suggestions that a list under a table gives by the number of the measure."""
    return {number: cells for passage in outline.prose for number, cells in _remarks(passage)}


def _remarks(passage: Passage) -> Iterator[tuple[int, dict[str, Passage]]]:
    match = _PROBLEMS.match(passage.text)
    if match and (match["obstacles"] or match["suggestions"]):
        texts = {name: (match[name] or "").strip() for name in ("obstacles", "suggestions")}
        yield int(match["number"]), {name: replace(passage, text=text) for name, text in texts.items()}


class _Reader:
    """Goes through passages in order; a measure lasts until the next one or the next heading."""

    def __init__(self) -> None:
        self.records: list[Record] = []
        self._open = False
        self._field = ""

    def read(self, passage: Passage) -> None:
        """Takes one line."""
        if (announced := _ANNOUNCED.match(passage.text)) and not any(_remarks(passage)):
            self._begin("title", replace(passage, text=announced["title"].strip()))
        elif (labelled := _label(passage)) and (self._open or "title" in labelled[0]):
            self._labelled(*labelled)
        elif passage.kind == "heading":
            self._open = False
        elif self._open and (self._field == "steps" or not self.records[-1].has(self._field)):
            self.records[-1].add(self._field, passage)

    def _begin(self, name: str, passage: Passage) -> None:
        self.records.append(Record(sure=_SURE))
        self._open, self._field = True, name
        self.records[-1].add(name, passage)

    def _labelled(self, fields: tuple[str, ...], passage: Passage) -> None:
        if not self._open or ("title" in fields and self.records[-1].has("title")):
            self._begin(fields[0], passage)
        self._field = fields[0]
        for name in fields:
            self.records[-1].add(name, passage)


def _label(passage: Passage) -> tuple[tuple[str, ...], Passage] | None:
    """The fields that a label names, and the text behind it."""
    match = _LABELLED.match(passage.text)
    fields = fields_under(match["label"]) if match else ()
    return (fields, replace(passage, text=match["text"].strip())) if match and fields else None

"""What the headings above a passage say about the figures in it: of which node, instrument, part and year they are."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from prongsai.checker.facts.scores.subjects import label_of, one_instrument
from prongsai.checker.facts.scores.years import year_of_caption
from prongsai.checker.nodes import Names, mentions
from prongsai.checker.outline import Grid, Outline, Passage

_PARAGRAPH_LEVEL = 9
_LONGEST_HEADING = 130
_HAS_FIGURE = re.compile(r"\d\.\d\d|\d ?(?:คะแนน|points)")
_STATES = re.compile(r"(?<!ผู้)มี|(?<!ส่วน)(?<!ราย)ได้|อยู่ใน|ควร|เพิ่มขึ้น|ลดลง|(?:สูง|ต่ำ|มาก|น้อย)(?:ที่)?สุด|\b(?:has|have|is|was|rose|fell)\b", re.IGNORECASE)
_OPENS_TOPIC = re.compile(
    r"ตัวชี้วัด|ผลการประเมิน|คะแนน|ภาพรวม|สรุป|มาตรการ|วิเคราะห์|ข้อเสนอแนะ|การนำผล|เปรียบเทียบ|indicator|score|summary|measure|result", re.IGNORECASE
)
_PARTS = ("EIT-1", "EIT-2")


@dataclass(frozen=True, slots=True)
class Scope:
    """What the headings say: `node` the nearest one alone, the others the nearest that says it."""

    node: str | None = None
    instrument: str | None = None
    part: str | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class _Level:
    level: int
    scope: Scope


def scoped(outline: Outline, names: Names, assessed: int | None) -> Iterator[tuple[Passage | Grid, Scope]]:
    """Every part of the document outside of margins, with the scope it stands in; a heading stands in its own."""
    stack: list[_Level] = []
    for part in outline.parts:
        if isinstance(part, Passage) and part.kind != "title":
            _open(stack, part, names, assessed)
        yield part, _current(stack)


def scope_of(text: str, names: Names, assessed: int | None) -> Scope:
    """What a heading, a caption or the head of a group of rows says by itself."""
    found = {mention.node for mention in mentions(text, names)}
    label = label_of(text, names)
    parts = sorted(found.intersection(_PARTS))
    node = label[0] if label else None
    return Scope(node, one_instrument(found, names), parts[0] if len(parts) == 1 else None, year_of_caption(text, assessed))


def within(outer: Scope, inner: Scope) -> Scope:
    """The inner scope, with what it leaves open from the outer one; another instrument ends a part."""
    part = inner.part or (outer.part if inner.instrument in (None, "EIT") else None)
    return Scope(inner.node, inner.instrument or outer.instrument, part, inner.year or outer.year)


def _open(stack: list[_Level], passage: Passage, names: Names, assessed: int | None) -> None:
    heading = passage.kind == "heading"
    if not heading and (len(passage.text) > _LONGEST_HEADING or _HAS_FIGURE.search(passage.text) or _STATES.search(passage.text)):
        return
    level = passage.level or 1 if heading else _PARAGRAPH_LEVEL
    scope = scope_of(passage.text, names, assessed)
    telling = heading or scope != Scope() or bool(_OPENS_TOPIC.search(passage.text))
    if not telling:
        if stack and stack[-1].level == _PARAGRAPH_LEVEL:
            stack[-1] = _Level(_PARAGRAPH_LEVEL, Scope(None, stack[-1].scope.instrument, stack[-1].scope.part, stack[-1].scope.year))
        return
    while stack and stack[-1].level >= level:
        stack.pop()
    stack.append(_Level(level, scope))


def _current(stack: list[_Level]) -> Scope:
    scope = Scope()
    for entry in stack:
        scope = within(scope, entry.scope)
    return scope

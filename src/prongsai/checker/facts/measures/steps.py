"""The steps of a measure out of one cell: numbered, dashed or a line each, with what is numbered inside a step left in it."""

import re
from typing import NamedTuple

_HOW = r"(?:ขั้นตอน/?)?(?:วิธี(?:การ)?|ขั้นตอน(?:การ)?|แนวทาง(?:การ)?)(?:ดำเนินการ|ดำเนินงาน|ปฏิบัติ(?:งาน)?)?|steps?"
_HEAD_LINE = re.compile(rf"^(?:{_HOW}) ?:?$", re.IGNORECASE)
_LEAD_IN = re.compile(rf"^(?:{_HOW}) ?:? ?(?=(?:\d|\(\d|[-•▪]))|^(?:{_HOW}) ?: ?", re.IGNORECASE)
_ANNOUNCES = re.compile(r"(?:ดังนี้|ได้แก่|ดังต่อไปนี้|as follows) ?:?$|:$", re.IGNORECASE)
_MARK = re.compile(
    r"(?P<step>(?:ขั้นตอน(?:ที่)?|ขั้นที่|step) ?(?P<nth>\d{1,2}) ?[:.)-]* ?)"
    r"|(?P<bracket>\((?P<in>\d{1,2})\))|(?P<paren>(?P<before>\d{1,2})\))|(?P<dot>(?P<with>\d{1,2})\.(?!\d))|(?P<bare>(?P<alone>\d{1,2}) (?=[ก-๙A-Za-z]))"
    r"|(?P<dash>[-–•▪●➢*] ?(?=\S))",
    re.IGNORECASE,
)
_FAMILIES = ("step", "bracket", "paren", "dot", "bare", "dash")
_INLINE = re.compile(r"(?<=[\s.)])(?<!ข้อ )(?<!ที่ )(?<!และ )(?<!พ\.ศ\. )(?=\(?\d{1,2}[.)](?!\d))")
_UNITS = re.compile(r"(?:ครั้ง|วัน|เดือน|ปี|คน|โครงการ|ระดับ|แห่ง|บาท|เล่ม|ชุด|หลักสูตร|ไตรมาส|รอบ|ชั่วโมง|นาที)")


class _Mark(NamedTuple):
    """A list mark at the start of a piece: its family, its number where it has one, and where the text behind it begins."""

    family: str
    number: int | None
    end: int


def steps_of(text: str) -> tuple[str, ...]:
    """The steps in a folded text of one cell, without their numbers; lead-ins such as "วิธีการปฏิบัติ :" are dropped."""
    lines = _after_head(text.split("\n")) if text else []
    steps: list[str] = []
    first: _Mark | None = None
    expected = 1
    for line in lines:
        for piece in _pieces(line, first, expected):
            mark = _mark(piece)
            if mark is not None and _opens(mark, first, expected):
                first = first or mark
                expected = (mark.number or 0) + 1
                steps = [step for step in steps if not _ANNOUNCES.search(step)] if expected == 2 and len(steps) == 1 else steps
                steps.append(piece[mark.end :].strip())
            elif first is not None and steps:
                steps[-1] = f"{steps[-1]} {piece}"
            else:
                steps.append(piece)
    return tuple(step for step in steps if step)


def _after_head(lines: list[str]) -> list[str]:
    """The lines under a line that only says "how to do it", else all; a lead-in at the start of the first is dropped."""
    for place, line in enumerate(lines[:-1]):
        if _HEAD_LINE.match(line):
            return _after_head(lines[place + 1 :])
    return [_LEAD_IN.sub("", lines[0]), *lines[1:]]


def _pieces(line: str, first: _Mark | None, expected: int) -> list[str]:
    """A line cut where the next numbers of the list stand inside it."""
    mark = _mark(line)
    if mark is not None and mark.number is not None and _opens(mark, first, expected):
        family, number = (first or mark).family, mark.number + 1
    elif first is not None and first.number is not None:
        family, number = first.family, expected
    else:
        return [line]
    pieces, start = [], 0
    for cut in _INLINE.finditer(line):
        found = _mark(line, cut.start())
        if found is not None and found.number == number and _alike(found.family, family):
            pieces.append(line[start : cut.start()].strip())
            start, number = cut.start(), number + 1
    return [*pieces, line[start:]]


def _mark(piece: str, start: int = 0) -> _Mark | None:
    match = _MARK.match(piece, start)
    if match is None:
        return None
    family = next(name for name in _FAMILIES if match[name])
    number = match["nth"] or match["in"] or match["before"] or match["with"] or match["alone"]
    if family == "bare" and _UNITS.match(piece, match.end()):
        return None
    return _Mark(family, int(number) if number else None, match.end())


def _opens(mark: _Mark, first: _Mark | None, expected: int) -> bool:
    """Whether a mark starts a step of its own: the first of a list, or the next of the same list."""
    if first is None:
        return mark.number == 1 or mark.number is None
    if mark.number is None or first.number is None:
        return mark.family == first.family
    return _alike(mark.family, first.family) and mark.number in (expected, expected + 1)


def _alike(family: str, other: str) -> bool:
    return family == other or {family, other} <= {"dot", "bare"}

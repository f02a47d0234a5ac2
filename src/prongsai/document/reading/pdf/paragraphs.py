"""Paragraphs from lines: which lines belong together, and with or without a space between them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from prongsai.document.model import Role
from prongsai.document.reading.pdf.lines import Line
from prongsai.thai import is_thai, repair, to_arabic_digits

_MARKER = re.compile(r"(?:[•●○◦▪■□☐☑☒✓➢▶·]|[-–—*](?=\s+[^\s\d๐-๙]|\s*$)|\(?\d{1,3}(?:\.\d{1,3})*[.)](?!\d)|\(?[A-Za-zก-ฮ][.)](?=\s))\s*|\d{1,2}(?:\.\d)+\s")
_BULLET = re.compile(r"[•●○◦▪■➢▶·]\s*|[-–—*]\s+(?=[^\s\d๐-๙])")
_CODE = re.compile(r"[oO๐0]\s?[0-9๐-๙]{1,2}\s+[ก-ฮเ-ไA-Z]")
_CITING = re.compile(r"(?:[-–—,;(/]|ข้อ|จาก|และ|หรือ|รหัส|ได้แก่)\s*$")
LEADER = re.compile(r"(?:\.\s?){5,}|…{2,}|_{5,}")
_LOOSE = 1.28
_RESIZED = 0.12
_INDENT = 0.9
_HANGING = 4.5
_SHORT_BY = 5.0
_LONGEST_WORD = 10.0
_NEARLY_FULL = 2.5
_DASHES, _OPEN = "-–—", ",;(/"
_DIGITS = "0123456789๐๑๒๓๔๕๖๗๘๙"


@dataclass
class Passage:
    """Lines that make one paragraph."""

    lines: list[Line] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The lines as one text, mended."""
        text = ""
        spaced = False
        for line in self.lines:
            text = f"{text}{_between(text, line.text, spaced=spaced)}{line.text}"
            spaced = line.spaced_end
        return repair(text).strip()

    @property
    def size(self) -> float:
        """The size of the first line's letters."""
        return self.lines[0].size

    @property
    def bold(self) -> bool:
        """Whether every line is bold."""
        return all(line.bold for line in self.lines)


@dataclass(frozen=True)
class _End:
    """Where full lines end, and how much less a line may fill that goes on."""

    right: float
    slack: float

    def left_free(self, last: Line, line: Line) -> bool:
        """Whether a line ended though what follows, at least its first word, had room in it."""
        room = self.right - last.right
        return room > max(_SHORT_BY * line.size, self.slack) and (room > line.right - line.left or room > _LONGEST_WORD * line.size)


def passages(lines: Sequence[Line], *, left: float, right: float, short_share: float = 0.25) -> list[Passage]:
    """The paragraphs of lines that stand below each other between `left` and `right`; a line that ends shorter than that share of the width ends one."""
    found: list[Passage] = []
    pitch = usual_pitch(lines)
    for line in lines:
        if not found or _starts(found[-1], line, pitch=pitch, end=_End(right, short_share * (right - left))):
            found.append(Passage())
        found[-1].lines.append(line)
    return found


def goes_on(passage: Passage, after: Passage, right: float) -> bool:
    """Whether a passage goes on with one that stands further up, on the next page or in the next column: its last line is full, and nothing begins there.

    `right` is where full lines end on the page, zones of two columns apart.
    """
    last, line = passage.lines[-1], after.lines[0]
    if line.y > last.y or last.drawn or line.drawn or line.bold != last.bold or abs(line.size - last.size) > _RESIZED * last.size:
        return False
    edge = max(other.right for other in passage.lines) if last.zone else right
    full = last.right >= edge - _NEARLY_FULL * last.size and (not last.zone or len(passage.lines) > 1)
    indented = not last.zone and len(passage.lines) > 1 and abs(line.left - last.left) > _INDENT * line.size
    return full and not indented and not is_list_item(line.text) and not LEADER.search(last.text)


def usual_pitch(lines: Sequence[Line]) -> float:
    """How many times its size a line stands below the one before it, usually; 1.5 where there is nothing to learn it from."""
    steps = sorted((after.y - before.y) / before.size for before, after in pairwise(lines) if after.y > before.y)
    near = [step for step in steps if step < 2.6]
    return near[len(near) // 3] if near else 1.5


def is_list_item(text: str) -> bool:
    """Whether a text begins with a bullet or a number of a list."""
    return _MARKER.match(to_arabic_digits(text)) is not None


def is_marker(text: str) -> bool:
    """Whether a text is nothing but a bullet or a number of a list."""
    return _MARKER.fullmatch(to_arabic_digits(text) + " ") is not None


def listed(text: str) -> tuple[Role, str]:
    """The role of a paragraph, and its text without the bullet; numbers of lists stay in the text."""
    bullet = _BULLET.match(text)
    if bullet and bullet.end() < len(text):
        return "bullet", text[bullet.end() :]
    return ("number" if is_list_item(text) else "body"), text


def _starts(passage: Passage, line: Line, *, pitch: float, end: _End) -> bool:
    last = passage.lines[-1]
    if line.y <= last.y or line.y - last.y > _LOOSE * pitch * max(last.size, line.size):
        return True
    if line.drawn or last.drawn:
        return True
    if abs(line.size - last.size) > _RESIZED * last.size or line.bold != last.bold:
        return True
    text = line.text
    if (
        ((is_list_item(text) and not _is_continued(last.text, text)) or _is_coded_item(last.text, text))
        or LEADER.search(last.text)
        or end.left_free(last, line)
    ):
        return True
    return _steps_in_or_out(passage, line)


def _is_coded_item(before: str, after: str) -> bool:
    """Whether a line begins with the code of an item and its title (o12 …), and the line before does not end in what cites one."""
    return _CODE.match(after) is not None and _CITING.search(before) is None


def _is_continued(before: str, after: str) -> bool:
    """Whether what looks like the start of an entry goes on with the line before: a range of figures, a list of them, a bracket still open."""
    if before[-1] in _DIGITS and after[0] in _DASHES:
        return True
    closes = _MARKER.match(to_arabic_digits(after))
    is_open = before.count("(") > before.count(")") and after[0] != "("
    return before[-1] in _OPEN or (is_open and closes is not None and ")" in closes[0])


def _steps_in_or_out(passage: Passage, line: Line) -> bool:
    """Whether the left edge says that a paragraph begins: a first line is set in, or stands out before a list's number."""
    first, last = passage.lines[0], passage.lines[-1]
    step = (line.left - last.left) / line.size
    if len(passage.lines) == 1:
        return step > (_HANGING if is_list_item(first.text) else _INDENT) and not _centred(last, line)
    return abs(step) > _INDENT and not _centred(last, line)


def _centred(last: Line, line: Line) -> bool:
    return abs((last.left + last.right) - (line.left + line.right)) < line.size


def _between(before: str, after: str, *, spaced: bool) -> str:
    """Thai goes on without a space over the end of a line; around figures and other scripts one is kept."""
    if not before or not after:
        return ""
    if spaced or not (_goes_on(before[-1]) and _goes_on(after[0])):
        return "" if before[-1] in "-/(" and not spaced else " "
    return ""


def _goes_on(char: str) -> bool:
    return is_thai(char) and char not in _DIGITS and char not in "ๆฯ"

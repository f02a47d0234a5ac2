"""The part of a passage that a remark is about, short enough to show."""

from prongsai.checker.fact import Fact
from prongsai.checker.rules.wording import is_mark, whole_clusters

LONGEST = 160
_LEADING = "เแโใไ"
_BEFORE = 50


def excerpt(fact: Fact) -> str:
    """The words around what the statement was read from, at most 160 characters of one line, never cut inside a Thai cluster."""
    text = fact.passage.text
    line = " ".join(text.split())
    if len(line) <= LONGEST:
        return line
    start = _start(text, fact.span[0]) if fact.span else 0
    rest = " ".join(text[start:].split())
    room = LONGEST - (start > 0) - (len(rest) > LONGEST)
    cut = whole_clusters(rest, room) if len(rest) > room else rest
    return f"{'…' if start > 0 else ''}{cut}{'…' if len(cut) < len(rest) else ''}"


def _start(text: str, at: int) -> int:
    """Where to begin: the line that holds the place, or a blank shortly before it, else a whole cluster."""
    line = text.rfind("\n", 0, at) + 1
    if at - line <= _BEFORE:
        return line
    blank = text.find(" ", at - _BEFORE, at) + 1
    start = blank or at
    while start > line and (is_mark(text[start]) or text[start - 1] in _LEADING):
        start -= 1
    return start

"""Headers, footers and page numbers: lines that come back at the edges of the pages."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from prongsai.document.reading.pdf.blocks import PageBlocks
from prongsai.document.reading.pdf.lines import Line
from prongsai.thai import repair

_DEEPEST = 3
_EDGE = 0.14
_SHARE = 0.5
_DIGITS = re.compile(r"[0-9๐-๙]+")
# A line that is only a year of the Buddhist era ends a heading; documents of so many pages are not read.
_COUNTED = r"(?:(?![2๒][4-6๔-๖])[0-9๐-๙]{1,4}|[0-9๐-๙]{1,3}|[ก-ฮ]|[ivxl]{1,6})"
_NUMBER = re.compile(rf"[-–—\s(\[|]*(?:หน้า(?:ที่)?|page)?[\s.:]*{_COUNTED}(?:\s*(?:/|จาก|of)\s*[0-9๐-๙]{{1,4}})?[-–—\s)\]|]*", re.IGNORECASE)


def take_margins(pages: Sequence[PageBlocks]) -> list[str]:
    """Takes headers, footers and page numbers out of the pages; answers each text once, page numbers not at all."""
    seen = Counter(key for page in pages for key in {_key(line) for line in _edges(page)})
    least = max(2, _SHARE * len(pages)) if len(pages) > 2 else len(pages) + (len(pages) == 1)
    found: dict[str, str] = {}
    for page in pages:
        taken = {id(line): line for line in _edges(page) if seen[_key(line)] >= least or _NUMBER.fullmatch(line.text)}
        found |= {_key(line): repair(line.text) for line in taken.values() if not _NUMBER.fullmatch(line.text)}
        page.lines = [line for line in page.lines if id(line) not in taken]
    return list(found.values())


def _edges(page: PageBlocks) -> Iterable[Line]:
    """The outermost lines near the page's upper and lower edge."""
    first = [line for line in page.lines[:_DEEPEST] if line.y < _EDGE * page.height]
    last = [line for line in page.lines[-_DEEPEST:] if line.y > (1 - _EDGE) * page.height]
    return {id(line): line for line in (*first, *last)}.values()


def _key(line: Line) -> str:
    return _DIGITS.sub("#", line.text)

"""Texts and runs as Typst code: always string literals, so that nothing in a text can be read as Typst."""

import re
from collections.abc import Iterable
from functools import lru_cache
from unicodedata import category

from prongsai.document.model import Run
from prongsai.document.safe import printable, safe_link
from prongsai.document.writing.pdf.typst_engine import can_show

BODY_LIMIT = 48
LONGEST_THAI_WORD = 12
MISSING = "□"
# Reports of many agencies share most of their sentences.
_REMEMBERED = 8192
_ZERO_WIDTH_SPACE = "\u200b"
_JOINERS = re.compile("[\u00ad\u034f\u061c\u180b-\u180e\u200c-\u200f\u202a-\u202e\u2060-\u206f\u20dd-\u20e4\ufe00-\ufe0f\ufeff\ufff9-\ufffb]")
_COMBINING = "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_UNUSUAL = re.compile(rf".{_COMBINING}+|[^\n -~\u00a0-\u017e\u0e01-\u0e3a\u0e3f-\u0e5b\u200b\u2012-\u2015‘’“”•…]")
_SEPARATORS = re.compile(r"(?<=[/._?&=@,;:|+])(?=[^\s/._?&=@,;:|+])|(?<=-)(?=[^\W\d_])")
_STACKED = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]")
_THAI_RUN = re.compile("[\u0e00-\u0e7f]+")
_SYLLABLE = re.compile("[\u0e40-\u0e44]*[\u0e00-\u0e7f][\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]*[\u0e30\u0e32\u0e33\u0e45\u0e46]*")
_MONTH = re.compile("(มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม)")
_YEAR = re.compile(r"(?<=\.) (?=[0-9๐-๙]{2,4}(?![0-9๐-๙]))")
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n"})


def clean(text: str) -> str:
    """The text with plain line ends and without characters that no font shows: control characters go, others become a box."""
    plain = re.sub(r"[\t\v\f]", " ", re.sub(r"\r\n?|[\u2028\u2029\x85]", "\n", text))
    return _UNUSUAL.sub(_shown, _JOINERS.sub("", printable(plain)))


@lru_cache(maxsize=_REMEMBERED)
def literal(text: str) -> str:
    """The text as a Typst string."""
    return f'"{clean(text).translate(_ESCAPES)}"'


def literals(texts: Iterable[str]) -> str:
    """Typst strings in an array of any length."""
    return "(" + "".join(f"{literal(text)}," for text in texts) + ")"


def inline(runs: Iterable[Run], limit: int = BODY_LIMIT) -> str:
    """Runs as one Typst expression; a stretch without spaces longer than `limit` characters may break inside.

    In lines as long as a page is wide, พ.ศ. and months stay together with their year.
    """
    parts = [part for run in runs for part in _styled(run, limit)]
    if not parts:
        return '""'
    return parts[0] if len(parts) == 1 else "{" + ";".join(parts) + "}"


def breakable(text: str, limit: int) -> str:
    """The text with places to break in addresses and other stretches without spaces that are longer than `limit` characters.

    Thai is broken by Typst between words; only where less room is left than a long word takes, syllables are parted here.
    """
    text = re.sub(rf"[^\s\u0e00-\u0e7f]{{{limit + 1},}}", lambda match: _broken(match[0], limit), text)
    return text if limit >= LONGEST_THAI_WORD else _THAI_RUN.sub(lambda match: _parted(match[0], limit), text)


def _broken(stretch: str, limit: int) -> str:
    pieces = _SEPARATORS.sub(_ZERO_WIDTH_SPACE, stretch).split(_ZERO_WIDTH_SPACE)
    return _ZERO_WIDTH_SPACE.join(piece[start : start + limit] for piece in pieces for start in range(0, len(piece), limit))


def _parted(run: str, limit: int) -> str:
    lines = [""]
    for syllable in _SYLLABLE.findall(run):
        if lines[-1] and places(lines[-1] + syllable) > limit:
            lines.append("")
        lines[-1] += syllable
    return _ZERO_WIDTH_SPACE.join(lines)


@lru_cache(maxsize=_REMEMBERED)
def places(text: str) -> int:
    """How many letters stand side by side; vowels and tones above and below a letter take no place."""
    return len(_STACKED.sub("", text))


@lru_cache(maxsize=_REMEMBERED)
def _styled(run: Run, limit: int) -> tuple[str, ...]:
    text = clean(run.text)
    together = _YEAR.sub("\u00a0", text) if limit >= BODY_LIMIT else text
    lines = breakable(together, limit).split("\n")
    parts = [_whole_months(line) for line in lines]
    body = parts[0] if len(parts) == 1 else "{" + ";linebreak();".join(parts) + "}"
    if run.italic:
        body = f"emph({body})"
    if run.bold:
        body = f"strong({body})"
    target = safe_link(run.href)
    if target and len(target) < 2000 and run.text.strip():
        body = f"link({literal(target)},{body})"
    return (body,) if run.text else ()


def _whole_months(line: str) -> str:
    """The line with every month in a box of its own: the engine parts some of them (มี-นาคม, พฤษภาค-ม)."""
    if not _MONTH.search(line):
        return f'"{line.translate(_ESCAPES)}"'
    pieces = (piece for piece in _MONTH.split(line) if piece)
    boxed = (f'box("{piece}")' if _MONTH.fullmatch(piece) else f'"{piece.translate(_ESCAPES)}"' for piece in pieces)
    return "{" + ";".join(boxed) + "}"


def _shown(match: re.Match[str]) -> str:
    if can_show(match[0]):
        return match[0]
    return "" if category(match[0][0]) in {"Cc", "Cf", "Mn"} else MISSING

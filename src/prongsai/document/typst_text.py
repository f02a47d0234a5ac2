"""Texts and runs as Typst code: always string literals, so that nothing in a text can be read as Typst."""

import re
from collections.abc import Iterable
from unicodedata import category

from prongsai.document.model import Run
from prongsai.document.safe import printable, safe_link
from prongsai.document.typst_engine import can_show

BODY_LIMIT = 48
MISSING = "□"
_ZERO_WIDTH_SPACE = "\u200b"
_UNUSUAL = re.compile(r"[^\n -~\u00a0-\u017e\u0e01-\u0e3a\u0e3f-\u0e5b\u2012-\u2015‘’“”•…]")
_SEPARATORS = re.compile(r"(?<=[/._?&=@,;:|+])(?=[^\s/._?&=@,;:|+])|(?<=-)(?=[^\W\d_])")
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n"})


def clean(text: str) -> str:
    """The text with plain line ends and without characters that no font shows: control characters go, others become a box."""
    plain = re.sub(r"[\t\v\f]", " ", re.sub(r"\r\n?|[\u2028\u2029\x85]", "\n", text))
    return _UNUSUAL.sub(_shown, printable(plain))


def literal(text: str) -> str:
    """The text as a Typst string."""
    return f'"{clean(text).translate(_ESCAPES)}"'


def literals(texts: Iterable[str]) -> str:
    """Typst strings in an array of any length."""
    return "(" + "".join(f"{literal(text)}," for text in texts) + ")"


def inline(runs: Iterable[Run], limit: int = BODY_LIMIT) -> str:
    """Runs as one Typst expression; a stretch without spaces longer than `limit` characters may break inside."""
    parts = [part for run in runs for part in _styled(run, limit)]
    if not parts:
        return '""'
    return parts[0] if len(parts) == 1 else "{" + ";".join(parts) + "}"


def breakable(text: str, limit: int) -> str:
    """The text with places to break in addresses and other stretches without spaces that are longer than `limit` characters."""
    return re.sub(rf"[^\s\u0e00-\u0e7f]{{{limit + 1},}}", lambda match: _broken(match.group(), limit), text)


def _broken(stretch: str, limit: int) -> str:
    pieces = _SEPARATORS.sub(_ZERO_WIDTH_SPACE, stretch).split(_ZERO_WIDTH_SPACE)
    return _ZERO_WIDTH_SPACE.join(piece[start : start + limit] for piece in pieces for start in range(0, len(piece), limit))


def _styled(run: Run, limit: int) -> list[str]:
    lines = breakable(clean(run.text), limit).split("\n")
    parts = [f'"{line.translate(_ESCAPES)}"' for line in lines]
    body = parts[0] if len(parts) == 1 else "{" + ";linebreak();".join(parts) + "}"
    if run.italic:
        body = f"emph({body})"
    if run.bold:
        body = f"strong({body})"
    target = safe_link(run.href)
    if target and len(target) < 2000 and run.text.strip():
        body = f"link({literal(target)},{body})"
    return [body] if run.text else []


def _shown(match: re.Match[str]) -> str:
    character = match.group()
    if can_show(character):
        return character
    return "" if category(character) in {"Cc", "Cf", "Mn"} else MISSING

"""Thai text as it comes out of PDFs, old fonts and hurried typing, mended; and how wide it is."""

import re
import unicodedata
from collections.abc import Callable
from functools import cache

_MARKS = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
_VOWELS = "\u0e31\u0e34-\u0e3a\u0e47"
_TONES = "\u0e48-\u0e4b"
_FINAL_MARKS = "\u0e48\u0e49\u0e4a\u0e4b\u0e4c"
_CONSONANT = "[\u0e01-\u0e2e]"
_NIKHAHIT, _AA, _AM = "\u0e4d", "\u0e32", "\u0e33"

# Glyphs that fonts for Windows and Mac kept in the private area U+F700..F71A, in order.
_GLYPHS = (
    "\u0e10\u0e34\u0e35\u0e36\u0e37\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e48\u0e49\u0e4a\u0e4b"
    "\u0e4c\u0e0d\u0e31\u0e4d\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e38\u0e39\u0e3a"
)
_CHARACTERS: dict[int, str | None] = {
    **{0xF700 + place: glyph for place, glyph in enumerate(_GLYPHS)},
    **dict.fromkeys((0xAD, 0x200B, 0x200C, 0x2060, 0xFEFF)),
    **dict.fromkeys((0xA0, 0x2007, 0x202F), " "),
}
_URL = r"((?:https?://|www\.)\S+)"
# A word spaced letter by letter (ก า ร) is no split sara am: there the next letter stands alone too.
_SPACED_OUT = f" +{_CONSONANT}(?![\u0e01-\u0e5b])"


def _in_order(marks: re.Match[str]) -> str:
    """Vowels before tone marks and thanthakhat, else as they stood."""
    return "".join(sorted(marks[0], key=lambda mark: mark in _FINAL_MARKS))


_MENDS: tuple[tuple[str, str | Callable[[re.Match[str]], str]], ...] = (
    (f"({_CONSONANT}[{_MARKS}]*) +(?=[{_MARKS}{_AM}])", r"\1"),
    (f"[{_FINAL_MARKS}{_VOWELS}]{{2,}}", _in_order),
    (f"([{_TONES}]?){_NIKHAHIT}([{_TONES}]?) *{_AA}", rf"\1\2{_AM}"),
    (f"({_CONSONANT}[{_TONES}]?) +{_AA}(?!{_SPACED_OUT})", rf"\1{_AM}"),
    (f"{_AM}([{_TONES}])", rf"\1{_AM}"),
    (f"([{_MARKS}{_AM}])\\1+", r"\1"),
    ("เเ", "แ"),
)
# Where none of this stands, no mend changes anything: most text is clean, and one search costs less than seven substitutions.
_BROKEN = f" [{_MARKS}{_AM}{_AA}]|{_NIKHAHIT}|{_AM}[{_TONES}]|[{_FINAL_MARKS}][{_VOWELS}]|(?P<twice>[{_MARKS}{_AM}])(?P=twice)|เเ"


def repair(text: str) -> str:
    """The text with whole sara am, real characters, marks in order and once, no invisible characters, in NFC.

    Nothing is joined over a line break or a tab; addresses of the web keep their letters. Repairing twice changes nothing more.
    """
    visible = text.translate(_CHARACTERS)
    pieces = _pattern(_URL).split(visible)
    return "".join(piece if place % 2 else _repaired(piece) for place, piece in enumerate(pieces))


def is_thai(char: str) -> bool:
    """Whether a character is Thai: a letter, mark, digit or sign."""
    return "\u0e01" <= char <= "\u0e5b"


def thai_ratio(text: str) -> float:
    """The share of Thai, 0..1, among the letters and marks of a text; 0 where it has none. Digits and signs do not count."""
    letters = [char for char in text if unicodedata.category(char)[0] in "LM"]
    return sum(map(is_thai, letters)) / len(letters) if letters else 0.0


def cluster_length(text: str) -> int:
    """How many cells the text takes in a line: marks above and below, and invisible characters, take none."""
    return sum(unicodedata.category(char) not in ("Mn", "Me", "Cf") for char in text)


def _repaired(text: str) -> str:
    """Every mend in turn until none changes anything: one may uncover the next."""
    if not _pattern(_BROKEN).search(text) and unicodedata.is_normalized("NFC", text):
        return text
    before = ""
    while text != before:
        before = text
        for wrong, right in _MENDS:
            text = _pattern(wrong).sub(right, text)
        text = unicodedata.normalize("NFC", text)
    return text


@cache
def _pattern(source: str) -> re.Pattern[str]:
    return re.compile(source)

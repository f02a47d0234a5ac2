"""How near two texts or figures are: alike in other spelling, or one letter or digit apart."""

import re
from decimal import Decimal
from difflib import SequenceMatcher
from functools import lru_cache

_NOT_LETTERS = re.compile(r"[^\w\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]+|[_ๆฯ]+")
_YEAR_WORDS = re.compile(r"(?:ประจำ)?ปี(?:งบประมาณ)?(?:พศ)?\d{4}|พศ\d{4}|ประจำปี$")
_SMALL_WORDS = ("ของ", "ทาง", "ระบบ", "หรือ", "และ")


@lru_cache(maxsize=8192)
def bare(text: str) -> str:
    """A folded text by its letters, vowels and digits alone, in small letters: what two spellings of a title share."""
    return _NOT_LETTERS.sub("", text).casefold()


@lru_cache(maxsize=8192)
def bare_title(text: str) -> str:
    """A title without blanks, signs, years and the small words that offices put in or leave out."""
    title = _YEAR_WORDS.sub("", bare(text))
    for word in _SMALL_WORDS:
        title = title.replace(word, "")
    return title


@lru_cache(maxsize=8192)
def alike(first: str, second: str) -> float:
    """How alike two titles are, 0..1; 1 where one begins with the other and what they share is long enough to tell titles apart."""
    one, other = bare_title(first), bare_title(second)
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) >= _TELLING and longer.startswith(shorter):
        return 1.0
    trimmed = longer[: len(shorter) + _TAIL]
    matcher = SequenceMatcher(None, trimmed, shorter, autojunk=False)
    return 0.0 if matcher.real_quick_ratio() < _HOPELESS or matcher.quick_ratio() < _HOPELESS else matcher.ratio()


_TELLING, _TAIL, _HOPELESS = 8, 4, 0.5


def one_letter_apart(first: str, second: str) -> bool:
    """Whether one letter put in, left out or changed makes one text the other; false where they are the same."""
    if abs(len(first) - len(second)) > 1 or first == second:
        return False
    shorter, longer = sorted((first, second), key=len)
    place = next((at for at, (a, b) in enumerate(zip(shorter, longer, strict=False)) if a != b), len(shorter))
    return longer[place + 1 :] == shorter[place + (len(first) == len(second)) :]


def one_digit_apart(first: Decimal, second: Decimal) -> bool:
    """Whether the two figures, printed with two decimals, differ in exactly one digit."""
    one, other = f"{abs(first):06.2f}", f"{abs(second):06.2f}"
    return len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) == 1


def places_of(value: Decimal) -> int:
    """How many decimals a figure was printed with."""
    exponent = value.as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0


def half_unit(value: Decimal) -> Decimal:
    """Half of the last printed place: 0.005 for 95.24, 0.5 for 95."""
    return Decimal(5).scaleb(-places_of(value) - 1)


def same_figure(first: Decimal, second: Decimal) -> bool:
    """Whether the two are one figure, the shorter one rounded or cut off (95.2 and 95.24, 80 and 80.00)."""
    shorter, longer = sorted((first, second), key=places_of)
    if shorter == longer or abs(shorter - longer) <= half_unit(shorter):
        return True
    return places_of(shorter) < places_of(longer) and int(longer * 10 ** places_of(shorter)) == int(shorter * 10 ** places_of(shorter))

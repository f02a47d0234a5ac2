"""Numbers as Thai offices write them: Thai or Arabic digits, thousands commas, always exact decimals."""

import re
from decimal import ROUND_HALF_UP, Context, Decimal

from prongsai.errors import Problem, UnreadableNumber
from prongsai.words import Words

_THAI = "๐๑๒๓๔๕๖๗๘๙"
_ARABIC = "0123456789"
_TO_THAI = str.maketrans(_ARABIC, _THAI)
_TO_ARABIC = str.maketrans(_THAI, _ARABIC)
_NUMBER = re.compile(r"[+-]?(?:[0-9]+|[1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.[0-9]+)?")
_EXAMPLE = Words("พิมพ์เป็นตัวเลข เช่น 95.24 หรือ 1,234.50", "write it in digits, as in 95.24 or 1,234.50")


def to_thai_digits(text: str) -> str:
    """The text with every Arabic digit as a Thai digit; nothing else changes."""
    return text.translate(_TO_THAI)


def to_arabic_digits(text: str) -> str:
    """The text with every Thai digit as an Arabic digit; nothing else changes."""
    return text.translate(_TO_ARABIC)


def parse_number(text: object, where: str = "") -> Decimal:
    """The exact value of a text, int, float or Decimal; a float counts as the digits that it prints.

    Commas are read only as thousands separators in groups of three. Raises UnreadableNumber for anything else,
    and for bool, nan and infinity.
    """
    if isinstance(text, str):
        return _from_text(text, where)
    if isinstance(text, bool) or not isinstance(text, int | float | Decimal):
        raise _unreadable(text, where, _EXAMPLE)
    value = Decimal(repr(text)) if isinstance(text, float) else Decimal(text)
    if not value.is_finite():
        raise _unreadable(text, where, _EXAMPLE)
    return value


def format_number(value: Decimal, places: int = 2, *, sign: bool = False, grouping: bool = False) -> str:
    """The value rounded half up to `places` decimals; `sign` puts + before a rise, `grouping` puts thousands commas.

    What rounds to zero carries no sign. Raises ValueError for nan and infinity.
    """
    if not value.is_finite():
        raise ValueError(f"not a finite number: {value}")
    digits = max(value.adjusted(), 0) + abs(places) + 2
    rounded = value.quantize(Decimal(1).scaleb(-places), context=Context(prec=digits, rounding=ROUND_HALF_UP))
    if not rounded:
        rounded = abs(rounded)
    plus = "+" if sign and rounded > 0 else ""
    return plus + (f"{rounded:,f}" if grouping else f"{rounded:f}")


def _from_text(text: str, where: str) -> Decimal:
    plain = to_arabic_digits(text).strip().replace("\N{MINUS SIGN}", "-")
    if not _NUMBER.fullmatch(plain):
        raise _unreadable(text, where, _mend(plain))
    return Decimal(plain.replace(",", ""))


def _mend(plain: str) -> Words:
    """The number that was probably meant, where the commas alone are at fault."""
    whole, comma, rest = plain.rpartition(",")
    if not comma:
        return _EXAMPLE
    decimal_comma = "." in whole or ("," not in whole and "." not in rest)
    likely = f"{whole.replace('.', '')}.{rest}" if decimal_comma else plain.replace(",", "")
    if not _NUMBER.fullmatch(likely):
        return _EXAMPLE
    return Words(f"พิมพ์เป็น {likely}", f"write {likely}")


def _unreadable(given: object, where: str, mend: Words) -> UnreadableNumber:
    shown = given if isinstance(given, str) else repr(given)
    what = Words(f"อ่าน “{shown}” เป็นตัวเลขไม่ได้", f"cannot read “{shown}” as a number")
    why = Words(
        "รับเลขไทยหรือเลขอารบิก จุดทศนิยม และจุลภาคคั่นทุกสามหลักเท่านั้น",
        "only Thai or Arabic digits, a decimal point, and commas between groups of three are read",
    )
    return UnreadableNumber(Problem("unreadable-number", what, where, why, mend))

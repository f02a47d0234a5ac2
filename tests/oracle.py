"""A slow, plain scorer written from the rules of the ITA and not from the code: fractions, and one rounding half up at the end."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from math import floor

WEIGHTS = {"IIT": 30, "EIT": 30, "OIT": 40}
INDICATORS = {"IIT": (1, 2, 3, 4, 5), "EIT": (6, 7, 8), "OIT": (9, 10)}
SUB_INDICATORS_2564 = {
    9: [range(1, 10), range(10, 18), range(18, 25), range(25, 29), range(29, 34)],
    10: [range(34, 42), range(42, 44)],
}
_LETTERS = [("AA", 95), ("A", 85), ("B", 75), ("C", 65), ("D", 55), ("E", 50), ("F", 0)]


def half_up(value: Fraction) -> Decimal:
    """Two decimals, a half goes up."""
    return Decimal(floor(value * 100 + Fraction(1, 2))) / 100


def mean(values: Iterable[Fraction | Decimal | int]) -> Fraction:
    """The arithmetic mean."""
    exact = [Fraction(value) for value in values]
    return sum(exact, Fraction(0)) / len(exact)


def instruments_of(indicators: Mapping[int, Fraction | Decimal]) -> dict[str, Fraction]:
    """An instrument is the mean of its indicators."""
    return {code: mean(indicators[number] for number in numbers) for code, numbers in INDICATORS.items()}


def total_of(instruments: Mapping[str, Fraction | Decimal]) -> Fraction:
    """The weighted sum of the instruments."""
    return sum((Fraction(weight, 100) * Fraction(instruments[code]) for code, weight in WEIGHTS.items()), Fraction(0))


def disclosure_2564(lost: Iterable[int]) -> dict[int, Fraction]:
    """Indicators 9 and 10 of 2564: the mean of sub-indicators, each the mean of items that are worth 0 or 100."""
    without = set(lost)
    return {
        indicator: mean(mean(0 if number in without else 100 for number in numbers) for numbers in groups) for indicator, groups in SUB_INDICATORS_2564.items()
    }


def weighted(scores: Iterable[tuple[Decimal | int, Fraction | Decimal | int]]) -> Fraction:
    """A weighted sum; weights are percent."""
    return sum((Fraction(weight) * Fraction(score) / 100 for weight, score in scores), Fraction(0))


def letter(total: Decimal) -> str:
    """The level of 2562 to 2565."""
    return next(code for code, start in _LETTERS if total >= start)


def rating(total: Decimal, scores: Iterable[Decimal]) -> str:
    """The level of 2566 to 2568: `scores` are IIT, EIT part 1, EIT part 2 and OIT."""
    lowest = min(scores)
    if total >= 95 and lowest >= 95:
        return "ผ่านดีเยี่ยม"
    if total >= 85 and lowest >= 85:
        return "ผ่านดี"
    if total >= 85:
        return "ผ่าน"
    return "ต้องปรับปรุง" if total >= 70 else "ต้องปรับปรุงโดยด่วน"

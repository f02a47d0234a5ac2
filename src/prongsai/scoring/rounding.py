"""The only place where a score is rounded: once, half up, at the end."""

from decimal import Decimal
from fractions import Fraction

PLACES = 2


def rounded(score: Fraction, places: int = PLACES) -> Decimal:
    """The score to so many decimals, halves up (84.985 gives 84.99); exact until here."""
    scale = 10**places
    scaled = score * scale
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Decimal(whole).scaleb(-places)


def mean(scores: list[Fraction]) -> Fraction:
    """The exact mean of at least one score."""
    return sum(scores, Fraction(0)) / len(scores)

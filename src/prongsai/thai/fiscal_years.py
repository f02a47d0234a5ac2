"""The Thai fiscal year: 1 October to 30 September, named after the Buddhist year in which it ends."""

import datetime
from dataclasses import dataclass

from prongsai.thai.months import BUDDHIST_OFFSET

_EARLIEST, _LATEST = 2400, 2742
_FIRST_MONTH = 10


@dataclass(frozen=True, order=True)
class FiscalYear:
    """A fiscal year by its Buddhist year, 2400..2742; anything else raises ValueError."""

    be: int

    def __post_init__(self) -> None:
        if not _EARLIEST <= self.be <= _LATEST:
            raise ValueError(f"not a fiscal year of the Buddhist era: {self.be}")

    @property
    def start(self) -> datetime.date:
        """The first day: 1 October of the calendar year before."""
        return datetime.date(self.be - BUDDHIST_OFFSET - 1, _FIRST_MONTH, 1)

    @property
    def end(self) -> datetime.date:
        """The last day: 30 September."""
        return datetime.date(self.be - BUDDHIST_OFFSET, 9, 30)

    @property
    def months(self) -> tuple[tuple[int, int], ...]:
        """Twelve pairs (Buddhist year, month), October first."""
        before = [(self.be - 1, month) for month in range(_FIRST_MONTH, 13)]
        return (*before, *((self.be, month) for month in range(1, _FIRST_MONTH)))

    def contains(self, date: datetime.date) -> bool:
        """Whether the date falls within the fiscal year, both ends included."""
        return self.start <= date <= self.end


def fiscal_year_of(date: datetime.date) -> FiscalYear:
    """The fiscal year in which a (C.E.) date falls."""
    return FiscalYear(date.year + BUDDHIST_OFFSET + (date.month >= _FIRST_MONTH))

"""The fiscal year runs from October to September."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.thai import FiscalYear, fiscal_year_of

_DATES = st.dates(datetime.date(1900, 1, 1), datetime.date(2199, 9, 30))


def test_a_fiscal_year_starts_in_october_of_the_year_before() -> None:
    year = FiscalYear(2569)

    assert year.start == datetime.date(2025, 10, 1)
    assert year.end == datetime.date(2026, 9, 30)


def test_its_months_stand_in_fiscal_order() -> None:
    months = FiscalYear(2569).months

    assert months[:4] == ((2568, 10), (2568, 11), (2568, 12), (2569, 1))
    assert months[-1] == (2569, 9)
    assert len(months) == 12


def test_both_ends_belong_to_it_and_the_days_around_do_not() -> None:
    year, day = FiscalYear(2569), datetime.timedelta(days=1)

    assert year.contains(year.start)
    assert year.contains(year.end)
    assert not year.contains(year.start - day)
    assert not year.contains(year.end + day)


def test_years_are_ordered() -> None:
    assert FiscalYear(2568) < FiscalYear(2569)


@pytest.mark.parametrize("be", [68, 2025, 2743])
def test_a_year_of_another_era_is_no_fiscal_year(be: int) -> None:
    with pytest.raises(ValueError, match="Buddhist era"):
        FiscalYear(be)


@given(_DATES)
def test_every_date_falls_in_exactly_its_fiscal_year(date: datetime.date) -> None:
    year = fiscal_year_of(date)

    assert year.contains(date)
    assert (date.year + 543, date.month) in year.months

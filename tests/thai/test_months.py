"""Names of months."""

import pytest

from prongsai.thai import month_name


def test_a_month_has_a_long_and_a_short_name_in_both_languages() -> None:
    assert month_name(10) == "ตุลาคม"
    assert month_name(10, "short") == "ต.ค."
    assert month_name(9, "long", "en") == "September"
    assert month_name(9, "short", "en") == "Sep"


def test_all_names_differ() -> None:
    names = {month_name(month, style, language) for month in range(1, 13) for style in ("long", "short") for language in ("th", "en")}

    assert len(names) == 4 * 12 - 1, "May is its own short form"


@pytest.mark.parametrize("month", [0, 13, -1])
def test_there_are_twelve_months(month: int) -> None:
    with pytest.raises(ValueError, match="no such month"):
        month_name(month)

"""Periods as measures state them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.checker.facts.measures.period import cut_period, day_of, period_of
from prongsai.thai import format_period

WHOLE = (date(2025, 10, 1), date(2026, 9, 30))
HALF = (date(2025, 10, 1), date(2026, 3, 31))


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("เดือนตุลาคม 68 – เดือนกันยายน 69", WHOLE),
        ("ต.ค. 68 - ก.ย. 69", WHOLE),
        ("ตค 68 - กย 69", WHOLE),
        ("ต.ค.2568-ก.ย.2569", WHOLE),
        ("ตุลาคม - กันยายน", WHOLE),
        ("ตลอดปีงบประมาณ", WHOLE),
        ("ตลอด\nปีงบประมาณ", WHOLE),
        ("ตลอดปี", WHOLE),
        ("ปีงบประมาณ 2569", WHOLE),
        ("the whole of fiscal year 2569", WHOLE),
        ("ไตรมาส 2", (date(2026, 1, 1), date(2026, 3, 31))),
        ("ไตรมาสที่ 1-2", HALF),
        ("6 เดือนแรก", HALF),
        ("1 ต.ค. 2568 - 31 มี.ค. 2569", HALF),
        ("1/10/2568 - 31/3/2569", HALF),
        ("October 2025 – March 2026", HALF),
        ("ตุลาคม - มีนาคม 2569", HALF),
        ("1 – 15 ตุลาคม 2568", (date(2025, 10, 1), date(2025, 10, 15))),
        ("มีนาคม 2569", (date(2026, 3, 1), date(2026, 3, 31))),
        ("พ.ย. 68, ก.พ. 69 และ พ.ค. 69", (date(2025, 11, 1), date(2026, 5, 31))),
        ("ภายในเดือนพฤษภาคม 2569", (None, date(2026, 5, 31))),
        ("by 15 March 2026 (B.E. 2569)", (None, date(2026, 3, 15))),
        ("ภายในปีงบประมาณ พ.ศ. 2569", (None, date(2026, 9, 30))),
        ("ตั้งแต่เดือนตุลาคม 2568 เป็นต้นไป", (date(2025, 10, 1), None)),
        ("ภายใน 30 วัน", (None, None)),
        ("ทุกเดือน", (None, None)),
        ("ไตรมาส 3 - 1", (None, None)),
        ("", (None, None)),
    ],
)
def test_a_period_is_read_as_people_write_it(text: str, period: tuple[date | None, date | None]) -> None:
    assert period_of(text, 2569) == period


def test_without_a_fiscal_year_a_period_without_a_year_is_not_guessed() -> None:
    assert period_of("ตลอดปีงบประมาณ", None) == (None, None)
    assert period_of("ตุลาคม - กันยายน", None) == (None, None)


@given(st.dates(date(2020, 1, 1), date(2035, 12, 31)), st.integers(0, 700), st.sampled_from(["th", "en"]))
def test_a_period_that_we_write_is_read_back(start: date, days: int, language: str) -> None:
    end = date.fromordinal(start.toordinal() + days)

    assert period_of(format_period(start, end, "th" if language == "th" else "en"), None) == (start, end)


def test_the_last_day_with_a_year_is_the_day_of_a_text() -> None:
    assert day_of("ณ วันที่ 31 มีนาคม 2569") == date(2026, 3, 31)
    assert day_of("ทุกสิ้นเดือนมีนาคม") is None


def test_what_stands_behind_a_period_is_cut_from_it() -> None:
    assert cut_period("ภายในเดือนมีนาคม 2569 สำนักปลัด") == ("ภายในเดือนมีนาคม 2569", "สำนักปลัด")
    assert cut_period("สำนักปลัด") == ("", "สำนักปลัด")

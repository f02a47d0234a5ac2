"""Dates are read as people in Thai offices write them."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.errors import Problem, UnreadableDate
from prongsai.thai import DateStyle, Edge, format_date, parse_date, to_thai_digits
from prongsai.words import Language

_DATES = st.dates(datetime.date(1900, 1, 1), datetime.date(2199, 12, 31))
_STYLES: list[DateStyle] = ["long", "short"]
_MONTH_STYLES: list[DateStyle] = ["month", "month_short"]
_LANGUAGES: list[Language] = ["th", "en"]


def _refused(value: object) -> Problem:
    with pytest.raises(UnreadableDate) as caught:
        parse_date(value, where="measures[0].start")
    return caught.value.problems[0]


@pytest.mark.parametrize(
    "text",
    [
        "1 ต.ค. 68",
        "1ต.ค.68",
        " 1  ต.ค..  68. ",
        "1 ต.ค 68",
        "1 ต ค 68",
        "1-ต.ค.-68",
        "๑ ต.ค. ๖๘",
        "1 ตุลาคม 2568",
        "1 ตุลาคม พ.ศ. 2568",
        "1 ตุลาคม พ.ศ.2568",
        "1 ตุลาคม พศ 2568",
        "1 ตุลาคม ปี 2568",
        "๑ ตุลาคม ๒๕๖๘",
        "1 เดือนตุลาคม 2568",
        "วันที่ 1 ตุลาคม 2568",
        "ณ วันที่ 1 ตุลาคม 2568",
        "ภายในวันที่ 1 ต.ค. 68",
        "วันพุธที่ 1 ตุลาคม พ.ศ. 2568",
        "1 ตุลาคม 2025",
        "1 ต.ค. ค.ศ. 2025",
        "1/10/2568",
        "01/10/68",
        "1 / 10 / 2568",
        "1-10-2568",
        "1.10.2025",
        "๑/๑๐/๒๕๖๘",
        "2568-10-01",
        "2025-10-01",
        "2025/10/1",
        "2025-10-01T00:00:00",
        "2025-10-01 08:30:00+07:00",
        "1 Oct 2025",
        "1st October 2568",
        "1 OCT 2568 BE",
        "Oct 1, 2025",
        "October 1st 2025",
        "1 October 2025 (B.E. 2568)",
        "1 ตุลาคม 2568 (ค.ศ. 2025)",
        "1\u00a0ต.ค.\u200b 68",
    ],
)
def test_a_day_is_read_in_every_usual_form(text: str) -> None:
    assert parse_date(text) == datetime.date(2025, 10, 1)


@pytest.mark.parametrize(
    "text",
    [
        "ก.พ. 67",
        "กุมภาพันธ์ 2567",
        "เดือนกุมภาพันธ์ 67",
        "ภายในเดือนกุมภาพันธ์ 2567",
        "ภายในเดือน กุมภาพันธ์ 2567",
        "ประจำเดือนกุมภาพันธ์ พ.ศ. ๒๕๖๗",
        "Feb 2567",
        "in February 2024",
        "2/2567",
        "2567-02",
    ],
)
def test_a_month_alone_gives_its_first_or_last_day(text: str) -> None:
    assert parse_date(text) == datetime.date(2024, 2, 1)
    assert parse_date(text, edge="end") == datetime.date(2024, 2, 29)


def test_the_end_of_a_month_is_its_last_day_at_either_edge() -> None:
    assert parse_date("ภายในสิ้นเดือนกันยายน 2569", edge="start") == datetime.date(2026, 9, 30)


def test_the_edge_does_not_move_a_day() -> None:
    assert parse_date("15 ต.ค. 68", edge="end") == datetime.date(2025, 10, 15)


def test_a_date_object_with_a_buddhist_year_becomes_christian() -> None:
    assert parse_date(datetime.date(2568, 10, 1)) == datetime.date(2025, 10, 1)
    assert parse_date(datetime.date(2025, 10, 1)) == datetime.date(2025, 10, 1)


def test_a_moment_counts_as_its_day() -> None:
    moment = datetime.datetime(2568, 10, 1, 8, 30, tzinfo=datetime.UTC)

    assert type(parse_date(moment)) is datetime.date
    assert parse_date(moment) == datetime.date(2025, 10, 1)


def test_a_leap_day_follows_the_real_calendar_and_not_the_buddhist_number() -> None:
    assert parse_date("2567-02-29") == datetime.date(2024, 2, 29)
    assert "28" in _refused(datetime.date(2568, 2, 29)).mend.en


@pytest.mark.parametrize(("text", "last"), [("31 ก.พ. 68", "28"), ("29 Feb 2025", "28"), ("31/4/2569", "30"), ("0 ต.ค. 68", "31")])
def test_an_impossible_day_is_refused_with_the_days_of_that_month(text: str, last: str) -> None:
    problem = _refused(text)

    assert last in problem.mend.th
    assert problem.where == "measures[0].start"


def test_an_unknown_month_is_named() -> None:
    assert "ตุลาค" in _refused("1 ตุลาค 68").why.th


@pytest.mark.parametrize("text", ["1/13/2568", "2568-00-01", "12/31/2025"])
def test_a_month_beyond_twelve_is_refused_with_the_order_of_the_fields(text: str) -> None:
    assert "31/12/2568" in _refused(text).mend.th


@pytest.mark.parametrize("text", ["1 ต.ค. 2268", "1 ต.ค. 568", "1 ต.ค. 25688", "1/1/1025", "1 ต.ค. ค.ศ. 25", datetime.date(68, 10, 1)])
def test_a_year_that_cannot_be_meant_is_refused(text: object) -> None:
    assert "2568" in _refused(text).mend.th


@pytest.mark.parametrize("text", ["1 ต.ค. พ.ศ. 2025", "1 ต.ค. ค.ศ. 2568", "1 October 2025 (ค.ศ. 2568)"])
def test_a_year_that_is_not_of_the_era_named_is_refused_with_both_readings(text: str) -> None:
    assert _refused(text).mend.en == "write B.E. 2568 or C.E. 2025"


def test_two_years_that_are_not_the_same_are_refused() -> None:
    assert "not the same year" in _refused("1 October 2025 (B.E. 2569)").why.en


@pytest.mark.parametrize(
    "value",
    [
        "",
        " ",
        "2568",
        "95.24",
        "12-10",
        "5 วัน",
        "ตลอดปีงบประมาณ",
        "ต.ค. - ธ.ค. 68",
        "1 ต.ค. 68 - 30 ก.ย. 69",
        "1-10/2568",
        "ก " * 500,
        2568,
        None,
        True,
    ],
)
def test_what_is_no_date_is_refused(value: object) -> None:
    problem = _refused(value)

    assert problem.code == "unreadable-date"
    assert problem.mend.th


@given(_DATES, st.sampled_from(_STYLES), st.sampled_from(_LANGUAGES), st.booleans())
def test_a_date_that_was_written_can_be_read(date: datetime.date, style: DateStyle, language: Language, thai_digits: bool) -> None:
    text = format_date(date, style, language)

    assert parse_date(to_thai_digits(text) if thai_digits else text) == date


@given(_DATES, st.sampled_from(_MONTH_STYLES), st.sampled_from(_LANGUAGES), st.sampled_from(["start", "end"]))
def test_a_month_that_was_written_can_be_read(date: datetime.date, style: DateStyle, language: Language, edge: Edge) -> None:
    read = parse_date(format_date(date, style, language), edge=edge)

    assert (read.year, read.month) == (date.year, date.month)
    assert (read + datetime.timedelta(days=1)).day == 1 if edge == "end" else read.day == 1


@given(_DATES)
def test_iso_dates_of_both_eras_are_the_same_day(date: datetime.date) -> None:
    assert parse_date(date.isoformat()) == date
    assert parse_date(f"{date.year + 543}-{date.month:02}-{date.day:02}") == date


@given(st.text(max_size=40))
def test_any_text_is_a_date_or_is_refused(text: str) -> None:
    try:
        found: object = parse_date(text)
    except UnreadableDate as error:
        found = error.problems[0].mend.th

    assert isinstance(found, datetime.date) or found

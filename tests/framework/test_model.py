"""What can be asked of a year."""

import pytest

from prongsai.framework import InstrumentCode, known_years, load_framework


@pytest.mark.parametrize(
    ("year", "iit", "eit", "oit"),
    [
        (2562, 30, 15, 48),
        (2563, 30, 15, None),
        (2564, 30, 15, 43),
        (2565, 30, 15, 43),
        (2566, None, None, 43),
        (2567, 15, 9, 35),
        (2568, 15, 9, 28),
        (2569, None, None, 26),
    ],
)
def test_how_many_items_an_instrument_has(year: int, iit: int | None, eit: int | None, oit: int | None) -> None:
    framework = load_framework(year)
    codes: tuple[InstrumentCode, ...] = ("IIT", "EIT", "OIT")

    assert tuple(framework.count_of(code).value for code in codes) == (iit, eit, oit)


@pytest.mark.parametrize(
    ("year", "instrument", "number", "possible"),
    [
        (2568, "OIT", 28, True),
        (2568, "OIT", 29, False),
        (2568, "OIT", 44, False),
        (2568, "IIT", 15, True),
        (2568, "IIT", 16, False),
        (2568, "EIT", 10, False),
        (2564, "OIT", 43, True),
        (2564, "OIT", 44, False),
        (2567, "OIT", 35, True),
        (2567, "OIT", 36, False),
        (2563, "OIT", 43, True),
        (2569, "IIT", 12, True),
        (2569, "OIT", 27, False),
    ],
)
def test_an_unknown_list_refuses_nothing_that_it_cannot(year: int, instrument: InstrumentCode, number: int, *, possible: bool) -> None:
    assert load_framework(year).can_have(instrument, number) is possible


def test_items_have_their_place_title_and_topics() -> None:
    item = load_framework(2568).items["o12"]

    assert (item.instrument, item.number, item.indicator, item.sub_indicator) == ("OIT", 12, 9, "9.3")
    assert item.topics[0] == "procurement-list"
    assert item.title_is_official
    assert item.title is not None
    assert "จัดซื้อจัดจ้าง" in item.title


def test_a_title_that_was_not_seen_is_probable_only() -> None:
    item = load_framework(2569).items["o2"]

    assert item.title == "ข้อมูลผู้บริหาร"
    assert not item.title_is_official


def test_a_survey_item_without_wording_is_named_by_its_matter_or_not_at_all() -> None:
    items = load_framework(2568).items

    assert items["i1"].title is not None
    assert not items["i1"].title_is_official
    assert items["i3"].title is None
    assert items["i3"].topics == ()


def test_required_elements_are_told_where_known() -> None:
    items = load_framework(2568).items

    assert len(items["o2"].elements or ()) == 2
    assert any(item.elements is None for item in items.values() if item.instrument == "OIT")


@pytest.mark.parametrize(("sub", "codes"), [("9.1", range(1, 10)), ("9.2", range(10, 18)), ("9.3", range(18, 25)), ("10.2", range(42, 44))])
def test_items_stand_under_their_sub_indicators(sub: str, codes: range) -> None:
    assert [item.code for item in load_framework(2564).items_under(sub)] == [f"o{number}" for number in codes]


def test_the_items_of_a_topic_and_of_a_sub_indicator_are_found() -> None:
    framework = load_framework(2568)

    assert [item.code for item in framework.items_about("annual-plan")] == ["o6"]
    assert [item.code for item in framework.items_about("basic-information")] == ["o1", "o2", "o3", "o4"]
    assert framework.items_about("nobody-knows") == ()


@pytest.mark.parametrize("year", known_years())
def test_what_is_unknown_is_named_with_its_reason(year: int) -> None:
    unknown = dict(load_framework(year).unknowns())

    assert unknown
    assert all(reason.th and reason.en for reason in unknown.values())


@pytest.mark.parametrize(
    ("year", "places"),
    [
        (2564, {"EIT.text"}),
        (2566, {"EIT-1.weight", "EIT-2.weight", "IIT.count", "EIT.count"}),
        (2568, {"EIT-1.weight", "EIT-2.weight", "9.combine", "10.combine", "disclosure_points", "IIT.text", "EIT.text"}),
        (2569, {"IIT.weight", "EIT.weight", "OIT.weight", "levels", "rounding", "OIT.indicator", "IIT.count", "o2.title"}),
    ],
)
def test_the_gaps_of_a_year_are_among_the_unknowns(year: int, places: set[str]) -> None:
    assert places <= {place for place, _ in load_framework(year).unknowns()}


def test_weights_are_known_up_to_2568() -> None:
    assert [year for year in known_years() if load_framework(year).weights_known] == list(range(2562, 2569))


@pytest.mark.parametrize("year", known_years())
def test_every_known_rule_names_its_source_and_confidence(year: int) -> None:
    rules = load_framework(year).rules

    known = [(rule.weight.value is None, rule.weight.reference, rule.weight.reason) for rule in rules.instruments]
    known += [(rule.combine.value is None, rule.combine.reference, rule.combine.reason) for rule in rules.instruments]
    known += [(rule.combine.value is None, rule.combine.reference, rule.combine.reason) for rule in rules.indicators]
    assert all(reason if missing else reference for missing, reference, reason in known)

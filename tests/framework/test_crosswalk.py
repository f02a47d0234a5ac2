"""Items are followed through the years by their topics."""

import pytest

from folders import Laid
from prongsai.framework import Step, crosswalk, known_years, load_framework, successors

_PAIRS = [(earlier, later) for earlier in known_years() for later in known_years() if earlier < later]


def _fates(earlier: int, later: int) -> dict[str, Step]:
    return {(step.before + step.after)[0]: step for step in crosswalk(load_framework(earlier), load_framework(later)) if step.before}


@pytest.mark.parametrize(
    ("code", "fate", "after", "topic"),
    [
        ("o1", "stays", ("o1",), "structure"),
        ("o3", "merges", ("o1",), "duties"),
        ("o15", "moves", ("o9",), "service-manual"),
        ("o12", "merges", ("o6",), "annual-plan-progress"),
        ("o43", "moves", ("o28",), "integrity-measures-report"),
        ("o10", "ends", (), "privacy-policy"),
        ("o42", "moves", ("o27",), "integrity-measures"),
    ],
)
def test_what_became_of_items_of_2566_in_2568(code: str, fate: str, after: tuple[str, ...], topic: str) -> None:
    step = _fates(2566, 2568)[code]

    assert (step.fate, step.after, step.topic) == (fate, after, topic)


@pytest.mark.parametrize(("code", "fate", "after"), [("o9", "stays", ("o9",)), ("o27", "moves", ("o25",)), ("o16", "moves", ("o15",)), ("o22", "ends", ())])
def test_what_became_of_items_of_2568_in_2569(code: str, fate: str, after: tuple[str, ...]) -> None:
    step = _fates(2568, 2569)[code]

    assert (step.fate, step.after) == (fate, after)


def test_a_matter_can_be_followed_over_three_years() -> None:
    codes = ["o43"]

    for earlier, later in ((2566, 2568), (2568, 2569)):
        codes += _fates(earlier, later)[codes[-1]].after

    assert codes == ["o43", "o28", "o26"]


def test_an_item_that_is_new_appears() -> None:
    new = [step.after for step in crosswalk(load_framework(2566), load_framework(2568)) if step.fate == "appears"]

    assert ("o22",) in new


def test_where_a_list_is_incomplete_nothing_is_said_to_end_or_appear() -> None:
    into, out = crosswalk(load_framework(2566), load_framework(2567)), crosswalk(load_framework(2567), load_framework(2568))

    assert [step.before for step in into if step.fate == "ends" and step.before[0].startswith("o")] == []
    assert [step.after for step in out if step.fate == "appears" and step.after[0].startswith("o")] == []


@pytest.mark.parametrize(("earlier", "later"), _PAIRS)
def test_no_item_is_forgotten(earlier: int, later: int) -> None:
    steps = crosswalk(load_framework(earlier), load_framework(later))

    assert [code for step in steps for code in step.before] == list(load_framework(earlier).items)
    assert {code for step in steps for code in step.after} == set(load_framework(later).items)


@pytest.mark.parametrize("year", known_years())
def test_a_year_beside_itself_stays_as_it_is(year: int) -> None:
    framework = load_framework(year)

    steps = crosswalk(framework, framework)

    assert {step.fate for step in steps} <= {"stays", "splits", "unknown"}
    assert all(step.before[0] in step.after for step in steps if step.fate == "stays")


def test_an_item_without_topic_has_no_known_successor() -> None:
    item = next(item for item in load_framework(2568).items.values() if not item.topics)

    assert successors(item, load_framework(2567)) == ()


def test_a_matter_goes_to_the_item_whose_main_matter_it_is(laid: Laid) -> None:
    later = load_framework(2569, laid({"2569/oit.yaml": "items: [{code: o3, also: [news]}]"}))

    steps = {step.before: step for step in crosswalk(load_framework(2568), later)}

    assert (steps["o4",].fate, steps["o4",].after) == ("stays", ("o4",))


def test_a_matter_that_two_items_carry_on_splits(laid: Laid) -> None:
    later = load_framework(2569, laid({"2569/oit.yaml": "items: [{code: o3, topic: news}]"}))

    steps = {step.before: step for step in crosswalk(load_framework(2568), later)}

    assert (steps["o4",].fate, steps["o4",].after) == ("splits", ("o3", "o4"))

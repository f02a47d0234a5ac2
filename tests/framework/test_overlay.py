"""What a user's file says replaces, what it leaves out stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.framework.overlay import laid_over

_PLAIN = st.recursive(
    st.none() | st.integers() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["a", "b", "c", "code"]), inner, max_size=3),
    max_leaves=8,
)


@pytest.mark.parametrize(
    ("base", "own", "merged"),
    [
        ({"a": 1, "b": 2}, {"b": 3}, {"a": 1, "b": 3}),
        ({"a": {"x": 1, "y": 2}}, {"a": {"y": 3}}, {"a": {"x": 1, "y": 3}}),
        ({"a": 1}, {"b": 2}, {"a": 1, "b": 2}),
        ({"a": 1}, {"a": None}, {"a": None}),
        (["x", "y"], ["z"], ["z"]),
        (None, {"a": 1}, {"a": 1}),
    ],
)
def test_mappings_merge_key_by_key_and_everything_else_is_replaced(base: object, own: object, merged: object) -> None:
    assert laid_over(base, own) == merged


@pytest.mark.parametrize(
    ("base", "own"),
    [
        ({"value": None, "reason": {"th": "x", "en": "x"}}, {"value": 30, "confidence": "confirmed"}),
        ({"value": 30, "confidence": "confirmed", "note": "old"}, {"value": 40, "confidence": "inferred"}),
        ({"value": None, "reason": {"th": "x", "en": "x"}}, {"pass_mark": {"value": 85}, "steps": []}),
        ({"pass_mark": {"value": 85}, "steps": []}, {"value": None, "reason": {"th": "x", "en": "x"}}),
    ],
)
def test_a_fact_is_replaced_whole(base: object, own: object) -> None:
    assert laid_over(base, own) == own
    assert laid_over({"weight": base}, {"weight": own}) == {"weight": own}


@pytest.mark.parametrize("name", ["code", "number", "id"])
def test_named_entries_merge_one_by_one_and_new_ones_stand_last(name: str) -> None:
    base = [{name: "o1", "title": "old"}, {name: "o2", "title": "old"}]
    own = [{name: "o3", "title": "new"}, {name: "o2", "title": "new"}]

    merged = laid_over(base, own)

    assert merged == [{name: "o1", "title": "old"}, {name: "o2", "title": "new"}, {name: "o3", "title": "new"}]


def test_what_ships_is_not_changed_by_laying_over() -> None:
    base = {"items": [{"code": "o1", "title": {"th": "ก"}}]}

    laid_over(base, {"items": [{"code": "o1", "title": {"th": "ข"}}]})

    assert base == {"items": [{"code": "o1", "title": {"th": "ก"}}]}


@given(st.dictionaries(st.sampled_from(["a", "b", "items"]), _PLAIN, max_size=3))
def test_an_empty_file_changes_nothing(base: dict[str, object]) -> None:
    assert laid_over(base, {}) == base


@given(_PLAIN, _PLAIN)
def test_what_the_user_says_outside_mappings_stands(base: object, own: object) -> None:
    if not isinstance(own, dict | list):
        assert laid_over(base, own) == own

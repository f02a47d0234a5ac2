"""Every fault of a file at once, with its place, the allowed keys and how to mend it."""

from decimal import Decimal
from typing import Literal

import pytest
from pydantic import ValidationError, field_validator

from prongsai.errors import Problem
from prongsai.files import Fault, Strict, validate
from prongsai.words import Words


class _Entry(Strict):
    code: str
    weight: Decimal | None = None


class _Book(Strict):
    name: str
    kind: Literal["a", "b"] = "a"
    entries: tuple[_Entry, ...] = ()
    scales: dict[str, _Entry] | None = None

    @field_validator("name")
    @classmethod
    def _not_nobody(cls, name: str) -> str:
        if name == "nobody":
            raise Fault(Problem("nobody", Words("ไม่มีผู้ใด", "nobody")))
        return name


def _problems(data: object) -> dict[str, Problem]:
    record, problems = validate(_Book, data, "book.yaml")
    assert record is None
    return {problem.where.removeprefix("book.yaml › "): problem for problem in problems}


def test_a_right_file_becomes_a_frozen_record() -> None:
    record, problems = validate(_Book, {"name": "x", "entries": [{"code": "o1", "weight": Decimal("5.50")}]}, "book.yaml")

    assert problems == ()
    assert record is not None
    assert str(record.entries[0].weight) == "5.50"
    with pytest.raises(ValidationError):
        record.name = "y"


@pytest.mark.parametrize("data", [None, [], "text", 3])
def test_what_is_no_mapping_is_one_fault(data: object) -> None:
    record, problems = validate(_Book, data, "book.yaml")

    assert record is None
    assert [(problem.code, problem.where) for problem in problems] == [("not-a-mapping", "book.yaml")]


def test_an_unknown_key_is_named_with_its_place_and_the_allowed_keys() -> None:
    problems = _problems({"name": "x", "foo": 1, "entries": [{"code": "o1", "bar": 2}], "scales": {"six": {"code": "s", "baz": 3}}})

    assert {place: problem.code for place, problem in problems.items()} == dict.fromkeys(("foo", "entries.o1.bar", "scales.six.baz"), "unknown-key")
    assert problems["foo"].mend.en == "allowed keys: name, kind, entries, scales"
    assert problems["entries.o1.bar"].mend.en == problems["scales.six.baz"].mend.en == "allowed keys: code, weight"
    assert "foo" in problems["foo"].what.th


def test_all_faults_are_told_at_once_with_their_places() -> None:
    problems = _problems({"kind": "c", "entries": [{"code": "o1"}, {"weight": 1}, {"code": "o3", "weight": "much"}]})

    assert {place: problem.code for place, problem in problems.items()} == {
        "name": "missing-key",
        "kind": "wrong-value",
        "entries.2.code": "missing-key",
        "entries.o3.weight": "wrong-value",
    }
    assert problems["kind"].mend == Words("ใช้ 'a' หรือ 'b'", "use 'a' or 'b'")


def test_a_wrong_kind_of_value_is_told_in_thai() -> None:
    problems = _problems({"name": 5, "entries": {}, "scales": []})

    assert set(problems) == {"name", "entries", "scales"}
    assert all(problem.mend.th != problem.mend.en for problem in problems.values())


def test_a_fault_comes_through_with_its_own_words() -> None:
    problems = _problems({"name": "nobody"})

    assert problems["name"] == Problem("nobody", Words("ไม่มีผู้ใด", "nobody"), "book.yaml › name")

"""Cases are read strictly."""

import pytest

from folders import Laid
from prongsai.errors import InvalidFramework
from prongsai.framework import load_cases

_CASE = "name: {name}\nreference: [M69]\ngiven: {{}}\nexpected: {{}}\n"


def test_the_cases_that_ship_come_first(laid: Laid) -> None:
    folder = laid({"2568/cases/mine.yaml": _CASE.format(name="mine")})

    names = [case.name for case in load_cases(2568, folder)]

    assert names[-1] == "mine"
    assert names[:-1] == [case.name for case in load_cases(2568)]


def test_a_year_without_cases_has_none() -> None:
    assert load_cases(2569) == ()


def test_every_case_that_ships_names_its_source() -> None:
    assert all(case.reference and case.expected for year in range(2562, 2569) for case in load_cases(year))


def test_all_faults_of_all_cases_are_told_at_once(laid: Laid) -> None:
    folder = laid({"2568/cases/a.yaml": _CASE.format(name="a") + "colour: red\n", "2568/cases/b.yaml": "name: b\nreference: [M69]\ngiven: {}\n"})

    with pytest.raises(InvalidFramework) as caught:
        load_cases(2568, folder)

    assert [(problem.code, problem.where) for problem in caught.value.problems] == [
        ("unknown-key", "2568/cases/a.yaml › colour"),
        ("missing-key", "2568/cases/b.yaml › expected"),
    ]

"""A fault says what, where, why and how to mend it."""

import inspect

import pytest

from prongsai import errors
from prongsai.errors import InputError, InvalidFramework, InvalidResults, Problem, ProngsaiError, UnknownYear
from prongsai.words import Words

_FAULT = Problem("bad-year", Words("ปีไม่ถูกต้อง", "not a year"), "year", Words("ต้องเป็น พ.ศ.", "it must be B.E."), Words("ใช้ 2568", "use 2568"))


def test_a_fault_is_told_with_place_code_reason_and_mend() -> None:
    assert _FAULT.to("th") == "year: ปีไม่ถูกต้อง [bad-year]\n  สาเหตุ: ต้องเป็น พ.ศ.\n  วิธีแก้: ใช้ 2568"
    assert _FAULT.to("en") == "year: not a year [bad-year]\n  why: it must be B.E.\n  how to mend: use 2568"


def test_a_fault_without_place_or_reason_is_one_line() -> None:
    assert Problem("x", Words("ผิด", "wrong")).to("en") == "wrong [x]"


def test_a_place_is_put_in_front_of_the_place_inside() -> None:
    assert _FAULT.at("results.yaml").where == "results.yaml › year"
    assert Problem("x", Words("ผิด", "wrong")).at("results.yaml").where == "results.yaml"


def test_one_fault_is_told_alone_and_many_with_their_number() -> None:
    other = Problem("other", Words("อื่น", "other"))

    assert InputError(_FAULT).problems == (_FAULT,)
    assert str(InputError(_FAULT)) == _FAULT.to("en")
    assert InputError([_FAULT, other]).to("th").startswith("พบข้อผิดพลาด 2 แห่ง\n")
    assert InputError([_FAULT, other]).to("en").endswith(other.to("en"))


@pytest.mark.parametrize(("error", "family"), [(InvalidResults, InputError), (UnknownYear, errors.FrameworkError), (InvalidFramework, errors.FrameworkError)])
def test_an_error_can_be_caught_by_its_family(error: type[ProngsaiError], family: type[ProngsaiError]) -> None:
    with pytest.raises(family):
        raise error(_FAULT)


def test_the_tree_in_the_docstring_draws_every_error() -> None:
    drawn = errors.__doc__ or ""
    kinds = [value for value in vars(errors).values() if inspect.isclass(value) and issubclass(value, ProngsaiError)]

    assert len(kinds) > 8
    assert [kind.__name__ for kind in kinds if f"{kind.__name__} " not in drawn.replace("\n", " ")] == []
    assert all(kind.__doc__ for kind in kinds)

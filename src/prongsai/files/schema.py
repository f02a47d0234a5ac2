"""Strict schemas: every fault of a file at once, with its place, the allowed keys and how to mend it."""

from collections.abc import Sequence
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ConfigDict, ValidationError

from prongsai.errors import Problem
from prongsai.words import Words

_Model = TypeVar("_Model", bound=BaseModel)

_NAMES = ("code", "number", "id")
_MAPPING = Words("เขียนเป็น คีย์: ค่า", "write key: value")
_LIST = Words("เขียนเป็นรายการ บรรทัดละหนึ่งข้อขึ้นต้นด้วย -", "write a list, one entry a line, each after -")
_TEXT = Words("เขียนเป็นข้อความ ถ้าเป็นตัวเลขให้ใส่เครื่องหมายคำพูด", "write a text; put quotes around a number")
_NUMBER = Words("เขียนเป็นตัวเลข", "write a number")
_WANTED = {
    "dict_type": _MAPPING,
    "model_type": _MAPPING,
    "list_type": _LIST,
    "tuple_type": _LIST,
    "string_type": _TEXT,
    "decimal_type": _NUMBER,
    "decimal_parsing": _NUMBER,
    "int_type": _NUMBER,
    "int_parsing": _NUMBER,
    "bool_type": Words("ใช้ true หรือ false", "use true or false"),
}


class Strict(BaseModel):
    """A frozen record that refuses a key it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=False, hide_input_in_errors=True)


class Fault(ValueError):
    """Raised inside a validator to carry a fault with its own words through pydantic."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.what.en)
        self.problem = problem


def validate(model: type[_Model], data: Any, where: str) -> tuple[_Model | None, tuple[Problem, ...]]:
    """The record, or None with every fault of `data`; `where` names the file."""
    if not isinstance(data, dict):
        what = Words("เนื้อหาไม่ใช่รายการคีย์และค่า", "the content is not a mapping of keys and values")
        return None, (Problem("not-a-mapping", what, where, mend=_MAPPING),)
    try:
        return model.model_validate(data), ()
    except ValidationError as error:
        return None, tuple(_problem(model, data, dict(item)).at(where) for item in error.errors())


def _problem(model: type[BaseModel], data: Any, error: dict[str, Any]) -> Problem:
    place = _place(data, error["loc"])
    cause = (error.get("ctx") or {}).get("error")
    if isinstance(cause, Fault):
        return cause.problem.at(place) if place else cause.problem
    if error["type"] == "extra_forbidden":
        allowed = ", ".join(_allowed(model, error["loc"][:-1]))
        what = Words(f"ไม่รู้จักคีย์ “{error['loc'][-1]}”", f"unknown key '{error['loc'][-1]}'")
        return Problem("unknown-key", what, place, mend=Words(f"คีย์ที่ใช้ได้: {allowed}", f"allowed keys: {allowed}"))
    if error["type"] == "missing":
        what = Words(f"ขาดคีย์ “{error['loc'][-1]}”", f"the key '{error['loc'][-1]}' is missing")
        return Problem("missing-key", what, place, mend=Words("เพิ่มคีย์นี้", "add it"))
    what = Words("ค่าไม่เป็นไปตามที่กำหนด", "the value is not as it should be")
    return Problem("wrong-value", what, place, mend=_wanted(error))


def _wanted(error: dict[str, Any]) -> Words:
    """What should stand there instead."""
    choice = (error.get("ctx") or {}).get("expected")
    if error["type"] == "literal_error" and choice:
        return Words(f"ใช้ {choice.replace(' or ', ' หรือ ')}", f"use {choice}")
    return _WANTED.get(error["type"], Words(str(error["msg"]), str(error["msg"])))


def _place(data: Any, steps: Sequence[int | str]) -> str:
    """The way to a place; an entry of a list goes by its code, number or id, else by its position from 1.

    Steps that the data do not have, such as the name of a kind of record, are left out unless they are the last.
    """
    names = []
    for position, step in enumerate(steps):
        if isinstance(data, list) and isinstance(step, int):
            data = data[step]
            known = [data[name] for name in _NAMES if name in data] if isinstance(data, dict) else []
            names.append(str(known[0]) if known else str(step + 1))
        elif isinstance(data, dict) and step in data:
            data = data[step]
            names.append(str(step))
        elif position == len(steps) - 1:
            names.append(str(step))
    return ".".join(names)


def _allowed(model: type[BaseModel], steps: Sequence[int | str]) -> list[str]:
    """Keys of the record at a place inside `model`; steps that are no field (places in lists, keys of a mapping) lead nowhere else."""
    for step in steps:
        field = next((f for name, f in model.model_fields.items() if step in (name, f.alias)), None)
        model = (_record(field.annotation) if field else None) or model
    return [field.alias or name for name, field in model.model_fields.items()]


def _record(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _record(part))), None)

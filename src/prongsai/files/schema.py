"""Strict schemas: every fault of a file at once, with its place, the allowed keys and how to mend it."""

from collections.abc import Sequence
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ConfigDict, ValidationError

from prongsai.errors import Problem, ProngsaiError
from prongsai.words import Words

_Model = TypeVar("_Model", bound=BaseModel)


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
        mend = Words("เขียนเป็น คีย์: ค่า บรรทัดละหนึ่งรายการ", "write key: value, one a line")
        return None, (Problem("not-a-mapping", what, where, mend=mend),)
    try:
        return model.model_validate(data), ()
    except ValidationError as error:
        return None, tuple(_problem(model, dict(item)).at(where) for item in error.errors())


def _problem(model: type[BaseModel], error: dict[str, Any]) -> Problem:
    place = ".".join(str(step) for step in error["loc"])
    cause = (error.get("ctx") or {}).get("error")
    if isinstance(cause, Fault):
        return cause.problem.at(place) if place else cause.problem
    if isinstance(cause, ProngsaiError):
        return cause.problems[0].at(place)
    if error["type"] == "extra_forbidden":
        allowed = ", ".join(_allowed(model, error["loc"][:-1]))
        what = Words(f"ไม่รู้จักคีย์ “{error['loc'][-1]}”", f"unknown key '{error['loc'][-1]}'")
        return Problem("unknown-key", what, place, mend=Words(f"คีย์ที่ใช้ได้: {allowed}", f"allowed keys: {allowed}"))
    if error["type"] == "missing":
        what = Words(f"ขาดคีย์ “{error['loc'][-1]}”", f"the key '{error['loc'][-1]}' is missing")
        return Problem("missing-key", what, place, mend=Words("เพิ่มคีย์นี้", "add it"))
    detail = str(error["msg"])
    return Problem("wrong-value", Words("ค่าไม่เป็นไปตามที่กำหนด", "the value is not as it should be"), place, Words(detail, detail))


def _allowed(model: type[BaseModel], steps: Sequence[int | str]) -> list[str]:
    """Keys of the record at a place inside `model`; empty where the place is no record."""
    for step in steps:
        if isinstance(step, int):
            continue
        field = next((f for name, f in model.model_fields.items() if step in (name, f.alias)), None)
        inner = _record(field.annotation) if field else None
        if inner is None:
            return []
        model = inner
    return [field.alias or name for name, field in model.model_fields.items()]


def _record(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _record(part))), None)

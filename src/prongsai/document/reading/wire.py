"""How a reading travels from the process that opened a stranger's file: as JSON, and taken in only where every value is of its exact type.

A dataclass is a list of its name and its values in their order, so that new fields of the model travel by themselves; a date is its ISO text. Nothing that
arrives can name a class or a function of its own choice, as pickle would allow.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from functools import cache
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from prongsai.document.model import Reading
from prongsai.errors import Problem

_Kind = TypeVar("_Kind")
_Take = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a reading process sends: the reading, its pages (from 1) that hold only pictures, and the share 0..1 of characters without Unicode."""

    reading: Reading
    image_pages: tuple[int, ...] = ()
    unmapped: float = 0.0


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a reading process could not read: the faults of its UnreadableFile."""

    problems: tuple[Problem, ...]


class BrokenAnswer(ValueError):
    """What arrived is not what was asked for; never leaves the package."""


def encode(value: Answer | Refusal) -> bytes:
    """The value as JSON in UTF-8; halves of characters, which no text may hold, become question marks."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode("utf-8", "replace")


def decode(data: bytes, kind: type[_Kind]) -> _Kind:
    """The value of that kind; raises BrokenAnswer where anything in it is of another type."""
    wanted: Any = kind
    try:
        value = _taker(wanted)(json.loads(data))
    except (ValueError, TypeError, RecursionError) as error:
        raise BrokenAnswer(str(error)) from error
    if not isinstance(value, kind):
        raise BrokenAnswer(kind.__name__)
    return value


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(entry) for entry in value]
    kind: Any = type(value)
    values = _values_of(kind)
    if values is not None:
        return [kind.__name__, *(_plain(entry) for entry in values(value))]
    return value.isoformat() if isinstance(value, date) else value


@cache
def _values_of(kind: Any) -> Callable[[Any], tuple[Any, ...]] | None:
    """What gives the values of a dataclass in their order, None for every other kind."""
    if not is_dataclass(kind):
        return None
    names = [field.name for field in fields(kind)]
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)


@cache
def _taker(kind: Any) -> _Take:
    """What takes plain values in as that kind, or raises ValueError."""
    origin, inner = get_origin(kind), get_args(kind)
    if is_dataclass(kind):
        return _one_of((kind,))
    if origin in (Union, UnionType):
        return _either(inner)
    if origin is Literal:
        return _exactly(inner)
    if origin is tuple:
        return _many(_taker(inner[0])) if inner[-1] is Ellipsis else _each(tuple(map(_taker, inner)), tuple)
    if isinstance(kind, type) and issubclass(kind, tuple):
        return _each(tuple(map(_taker, get_type_hints(kind).values())), lambda values: kind(*values))
    return _date if kind is date else _scalar(kind)


def _either(kinds: tuple[Any, ...]) -> _Take:
    """A dataclass by its name, or a scalar by its type."""
    classes = tuple(kind for kind in kinds if is_dataclass(kind))
    scalars = tuple(kind for kind in kinds if kind in (NoneType, str, bool, int, float))
    takers = [_taker(kind) for kind in kinds if kind not in classes and kind not in scalars]
    named = _one_of(classes)
    other = takers[0] if takers else _refuse

    def take(value: Any) -> Any:
        if type(value) in scalars:
            return value
        return named(value) if classes and isinstance(value, list) else other(value)

    return take


def _one_of(classes: tuple[Any, ...]) -> _Take:
    names = {kind.__name__: kind for kind in classes}

    def take(value: Any) -> Any:
        if not isinstance(value, list) or not value or value[0] not in names:
            return _refuse(value)
        kind = names[value[0]]
        takers = _fields_of(kind)
        if len(value) != len(takers) + 1:
            return _refuse(value)
        return kind(*[take_in(entry) for take_in, entry in zip(takers, value[1:], strict=True)])

    return take


@cache
def _fields_of(kind: Any) -> tuple[_Take, ...]:
    hints = get_type_hints(kind)
    return tuple(_taker(hints[field.name]) for field in fields(kind))


def _many(take_in: _Take) -> _Take:
    return lambda value: tuple([take_in(entry) for entry in value]) if type(value) is list else _refuse(value)


def _each(takers: tuple[_Take, ...], build: _Take) -> _Take:
    return lambda value: build([take_in(entry) for take_in, entry in zip(takers, value, strict=True)]) if type(value) is list else _refuse(value)


def _exactly(allowed: tuple[Any, ...]) -> _Take:
    return lambda value: value if type(value) is str and value in allowed else _refuse(value)


def _scalar(kind: Any) -> _Take:
    """A float may arrive as a whole number; nothing else changes its type."""
    kinds = (float, int) if kind is float else (kind,)
    return lambda value: value if type(value) in kinds else _refuse(value)


def _date(value: Any) -> date:
    return date.fromisoformat(value)


def _refuse(value: Any) -> Any:
    raise ValueError(repr(value)[:80])

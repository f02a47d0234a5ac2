"""Which column of a table holds what, whatever the heading words and their order: the words are data in columns.yaml."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

from prongsai.files import parse_yaml
from prongsai.thai import repair, to_arabic_digits

TableKind = Literal["measures", "scores"]
_NOT_WORDS = re.compile(r"[^\w\u0e31-\u0e4e]+|[\d_]+")


@lru_cache(maxsize=4096)
def field_of(heading: str, kind: TableKind) -> str | None:
    """The field whose phrase the heading contains; None where no phrase is in it.

    Of several the longest; over measures the one that begins first, because a Thai heading begins with what it is about.
    """
    bare = _bare(heading)
    found = [
        (-bare.find(phrase) if kind == "measures" and field != "number" else -len(bare), len(phrase), field)
        for phrase, field in _phrases(kind)
        if _holds(bare, phrase)
    ]
    field = max(found)[2] if found else None
    return None if field == _NO_HEADING else field


def fields_of(headings: Sequence[str], kind: TableKind | None = None) -> dict[str, int]:
    """The columns by field, the first of two alike; over both kinds of table where none is given, the kind that names more."""
    if kind is None:
        return max((fields_of(headings, one) for one in ("measures", "scores")), key=len)
    columns: dict[str, int] = {}
    for number, heading in enumerate(headings):
        field = field_of(heading, kind) if len(heading) <= _LONGEST_HEADING else None
        if field is not None:
            columns.setdefault(field, number)
    return columns


def fields_under(heading: str) -> tuple[str, ...]:
    """The fields of measures that one column holds below each other: two where the heading joins two ("ระยะเวลา / ผู้รับผิดชอบ"), else one or none."""
    whole = field_of(heading, "measures")
    pieces = _JOINED.split(heading)
    if whole is None or len(pieces) == 1:
        return (whole,) if whole else ()
    fields = [field for piece in pieces if (field := field_of(piece, "measures"))]
    return tuple(dict.fromkeys(fields)) if set(fields) in _SHARED else (whole,)


_LONGEST_HEADING = 90
_SHORT = 3
_NO_HEADING = "none"
_JOINED = re.compile(r"/|\||,|\n|และ|\band\b")
_SHARED = (
    {"period", "responsible"},
    {"obstacles", "suggestions"},
    {"outcome", "evidence"},
    {"done", "evidence"},
    {"status", "done"},
    {"title", "indicator"},
    {"follow_up", "responsible"},
)


def _holds(bare: str, phrase: str) -> bool:
    """Whether a heading contains a phrase; words of two or three letters stand in too many others and count alone only."""
    return phrase in bare if len(phrase) > _SHORT else phrase == bare


@cache
def _phrases(kind: TableKind) -> tuple[tuple[str, str], ...]:
    words = parse_yaml(files(__package__).joinpath("columns.yaml").read_text(encoding="utf-8"), "columns.yaml")
    return tuple((_bare(phrase), field) for field, phrases in words[kind].items() for phrase in phrases)


def _bare(text: str) -> str:
    return _NOT_WORDS.sub("", to_arabic_digits(repair(text))).casefold()

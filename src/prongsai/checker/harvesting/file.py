"""What was taken out of a document as a results file: each figure with its place behind it, what is in doubt marked, the rest listed at the end."""

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from prongsai.checker.harvesting.model import Harvest, Key, NotUnderstood, Taken
from prongsai.document import Place
from prongsai.files import write_whole
from prongsai.results import BuddhistDay, data_of, in_buddhist_era, write_results
from prongsai.words import Language, Words

_COMMENTED = (".yaml", ".yml")
_LONGEST = 120
_CHECK = Words("ตรวจ!", "check!")
_PLACES = (("page", Words("หน้า {}", "page {}")), ("table", Words("ตาราง {}", "table {}")), ("row", Words("แถว {}", "row {}")))
_OPENING = Words(
    "อ่านจากเอกสารโดยโปร่งใส ข้อความหลัง # บอกที่มาในเอกสารและความเชื่อมั่น โปรดตรวจก่อนใช้",
    "Read from a document by Prongsai. Behind # stand the place in the document and the confidence. Look it through before use.",
)
_CLOSING = Words("สิ่งที่พบในเอกสารแต่ไม่ได้นำมาใส่", "Seen in the document and not used")
_SURE = Words("เชื่อมั่น {} %", "confidence {} %")
_ALSO = Words("เอกสารเขียนว่า {} ด้วย", "the document also says {}")
_PLAIN_CODE = re.compile(r"[1-9]\d?|[ieo]\d{1,2}")
_FLOW = "answers"


def write_harvest(harvest: Harvest, path: Path, language: Language = "th") -> None:
    """Writes a results file that `read_results` reads: YAML with comments, or without them what else results are written to (.json, .xlsx).

    Raises OutputError.
    """
    if path.suffix.lower() in _COMMENTED:
        write_whole(path, yaml_of(harvest, language))
    else:
        write_results(harvest.results, path)


def yaml_of(harvest: Harvest, language: Language = "th") -> str:
    """The results file as text."""
    writer = _Writer(harvest, language)
    return "\n".join([*writer.opening(), *writer.mapping(in_buddhist_era(data_of(harvest.results)), (), ""), *writer.closing(), ""])


def answer_of(harvest: Harvest, language: Language = "th") -> dict[str, Any]:
    """The results, where each value stands and how surely it was read, and what was not understood, as plain values for JSON."""
    return {
        "results": _plain(data_of(harvest.results)),
        "figures": [_figure(one, language) for one in harvest.taken],
        "doubtful": [_dotted(one.key) for one in harvest.doubtful],
        "not_understood": [{"text": one.text, "where": _where(one.place), "reason": one.reason.to(language)} for one in harvest.not_understood],
    }


def _figure(one: Taken, language: Language) -> dict[str, Any]:
    return {
        "key": _dotted(one.key),
        "value": _plain(one.value),
        "where": {**_where(one.place), "text": one.text},
        "confidence": round(one.confidence, 2),
        "doubtful": one.doubtful,
        "others": [{"value": _plain(other.value), "where": {**_where(other.place), "text": other.text}} for other in one.others],
        "note": one.note.to(language),
    }


def _where(place: Place) -> dict[str, int | None]:
    return {"page": place.page, "table": place.table, "row": place.row, "column": place.column}


def _dotted(key: Key) -> str:
    return ".".join(map(str, key))


def _plain(value: Any) -> Any:
    """The value with decimals as numbers and keys as texts."""
    if isinstance(value, dict):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return float(value) if isinstance(value, Decimal) else value


class _Writer:
    """Writes values as YAML, a line each, with what is known of them as comments."""

    def __init__(self, harvest: Harvest, language: Language) -> None:
        self._harvest, self._language = harvest, language
        self._taken = {one.key: one for one in harvest.taken}

    def opening(self) -> Iterator[str]:
        """What the file is, and how much of it needs a look."""
        yield f"# {_OPENING.to(self._language)}"
        yield from (f"# {_line(note.to(self._language))}" for note in self._harvest.notes)

    def closing(self) -> Iterator[str]:
        """What was seen and is not in the file."""
        if self._harvest.not_understood:
            yield ""
            yield f"# {_CLOSING.to(self._language)}"
            yield from (f"# - {self._unused(one)}" for one in self._harvest.not_understood)

    def mapping(self, data: dict[Any, Any], key: Key, indent: str) -> Iterator[str]:
        """The lines of a mapping."""
        for name, value in data.items():
            head, here = f"{indent}{_scalar(name)}:", (*key, name)
            if isinstance(value, dict):
                yield head
                yield from self.mapping(value, here, f"{indent}  ")
            elif not isinstance(value, list):
                yield from self._commented(f"{head} {_scalar(value)}", here)
            elif name == _FLOW or not value:
                yield from self._commented(f"{head} [{', '.join(map(_code, value))}]", here)
            else:
                yield from self._commented(head, here)
                yield from self._list(value, here, f"{indent}  ")

    def _list(self, values: list[Any], key: Key, indent: str) -> Iterator[str]:
        for number, value in enumerate(values, 1):
            if isinstance(value, dict):
                lines = list(self.mapping(value, (*key, number), ""))
                first = next(place for place, line in enumerate(lines) if not line.startswith("#"))
                yield from (f"{indent}{line}" for line in lines[:first])
                yield f"{indent}- {lines[first]}"
                yield from (f"{indent}  {line}" for line in lines[first + 1 :])
            else:
                yield from self._commented(f"{indent}- {_scalar(value)}", (*key, value))

    def _commented(self, line: str, key: Key) -> Iterator[str]:
        """A line with its comment behind it, or above it where both together would be long."""
        comment = self._comment(self._taken[key]) if key in self._taken else ""
        if comment and len(line) + len(comment) > _LONGEST:
            yield f"{line[: len(line) - len(line.lstrip(' '))]}# {comment}"
            yield line
        else:
            yield f"{line}  # {comment}" if comment else line

    def _comment(self, one: Taken) -> str:
        place = self._placed(one.place) or (f"“{one.text}”" if one.text else "")
        sure = _SURE.to(self._language).format(round(one.confidence * 100))
        others = [f"{other.value} ({self._placed(other.place) or f'“{other.text}”'})" for other in one.others]
        also = _ALSO.to(self._language).format(", ".join(others)) if others else ""
        told = "; ".join(part for part in (place, sure, also, one.note.to(self._language)) if part)
        return _line(f"{_CHECK.to(self._language)} {told}" if one.doubtful else told)

    def _placed(self, place: Place) -> str:
        return " ".join(words.to(self._language).format(number) for name, words in _PLACES if (number := getattr(place, name)) is not None)

    def _unused(self, one: NotUnderstood) -> str:
        place = self._placed(one.place)
        return _line(f"{one.text}{f' ({place})' if place else ''}: {one.reason.to(self._language)}")


def _line(text: str) -> str:
    """One line that may stand in a comment: what cannot be printed would end it or break the file."""
    return "".join(char for char in " ".join(text.split()) if char.isprintable())


def _code(node: str) -> str:
    return node if _PLAIN_CODE.fullmatch(node) else _scalar(node)


def _scalar(value: Any) -> str:
    """A key or value on one line."""
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, BuddhistDay):
        return str(value)
    style = '"' if isinstance(value, str) and not value.isprintable() else None
    dumped: str = yaml.safe_dump(value, allow_unicode=True, width=float("inf"), default_style=style)
    return dumped.removesuffix("...\n").rstrip("\n")

"""YAML and JSON as people write them: exact decimals, no key twice, every fault with its line."""

import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from prongsai.errors import Problem, UnreadableFile
from prongsai.words import Words

_LARGEST = 4_000_000
_ALIAS = re.compile(r"(?:^|[\s\[{,:-])[*&][\w-]+", re.MULTILINE)
_RUN_OF_MARKS = re.compile(r"^[ \t?:-]{400}", re.MULTILINE)
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_DEEPEST, _LONGEST_INTEGER = 60, 300
_SAVE_AS_UTF8 = Words("บันทึกไฟล์เป็น UTF-8 แล้วลองใหม่", "save the file as UTF-8 and try again")


class _Loader(yaml.CSafeLoader):
    """Safe YAML whose numbers are exact, whose dates stay text and whose mappings hold a key once."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: dict[Any, Any] = {}
        for key_node, value_node in node.value:
            key = self.construct_object(key_node, deep=True)
            if not isinstance(key, str | int | Decimal | None):
                raise yaml.constructor.ConstructorError(None, None, "a list or mapping stands where a key should", key_node.start_mark)
            if key in seen:
                raise _KeyTwice(key, key_node.start_mark.line + 1)
            seen[key] = self.construct_object(value_node, deep=True)
        return seen

    def construct_exact(self, node: yaml.ScalarNode) -> Decimal:
        return Decimal(str(self.construct_scalar(node)))

    def construct_whole(self, node: yaml.ScalarNode) -> int | str:
        return _integer(str(self.construct_scalar(node)))

    def construct_yaml_map(self, node: yaml.MappingNode) -> Any:
        return self.construct_mapping(node)


_Loader.yaml_implicit_resolvers = {}


class _KeyTwice(Exception):
    def __init__(self, key: object, line: int) -> None:
        super().__init__(key, line)
        self.key, self.line = key, line


def _resolve(tag: str, pattern: str, first: str) -> None:
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), list(first))


_resolve("null", r"^(?:~|null|Null|NULL|)$", "~nN")
_Loader.yaml_implicit_resolvers.setdefault("", []).append(("tag:yaml.org,2002:null", re.compile(r"^$")))
_resolve("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF")
_resolve("int", r"^[-+]?(?:0|[1-9][0-9]*)$", "-+0123456789")
_resolve("float", r"^[-+]?(?:0|[1-9][0-9]*)\.[0-9]+$", "-+0123456789")
_Loader.add_constructor("tag:yaml.org,2002:float", _Loader.construct_exact)
_Loader.add_constructor("tag:yaml.org,2002:int", _Loader.construct_whole)
_Loader.add_constructor("tag:yaml.org,2002:map", _Loader.construct_yaml_map)


def read_text(path: Path) -> str:
    """The whole text of a small UTF-8 file (at most 4 MB); raises UnreadableFile with the reason."""
    try:
        data = path.read_bytes() if path.stat().st_size <= _LARGEST else None
    except (OSError, ValueError) as error:
        raise UnreadableFile(_unreadable(path, error)) from error
    if data is None:
        what = Words("ไฟล์ใหญ่เกิน 4 MB", "the file is larger than 4 MB")
        raise UnreadableFile(Problem("file-too-large", what, str(path), mend=Words("ตรวจว่าเลือกไฟล์ถูกต้อง", "check that this is the right file")))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        what = Words("ไฟล์ไม่ใช่ข้อความ UTF-8", "the file is not UTF-8 text")
        raise UnreadableFile(Problem("not-text", what, str(path), mend=_SAVE_AS_UTF8)) from error
    if not text.strip():
        what = Words("ไฟล์ว่างเปล่า", "the file is empty")
        mend = Words("ใส่ข้อมูลอย่างน้อยชื่อหน่วยงานและปีงบประมาณ", "give at least the agency and the year")
        raise UnreadableFile(Problem("empty-file", what, str(path), mend=mend))
    return text


def read_yaml(path: Path) -> Any:
    """What a YAML file says, as dicts, lists, text, int, Decimal, bool and None; raises UnreadableFile."""
    return parse_yaml(read_text(path), str(path))


def parse_yaml(text: str, where: str) -> Any:
    """YAML text to plain values; `where` names the file in messages."""
    brackets = text.count("[") + text.count("{")
    if brackets > 20_000 or _RUN_OF_MARKS.search(text) or (_ALIAS.search(text) and _has_alias(text, where)):
        raise UnreadableFile(_structure(where))
    try:
        return yaml.load(text, _Loader)
    except _KeyTwice as error:
        raise UnreadableFile(_key_twice(error.key, f"{where}:{error.line}")) from error
    except RecursionError as error:
        raise UnreadableFile(_structure(where)) from error
    except (yaml.YAMLError, ValueError, ArithmeticError, LookupError) as error:
        raise UnreadableFile(_bad_yaml(error, where)) from error


def read_json(path: Path) -> Any:
    """What a JSON file says, with exact decimals; raises UnreadableFile."""

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, value in pairs:
            if key in found:
                raise UnreadableFile(_key_twice(key, str(path)))
            found[key] = value
        return found

    try:
        data = json.loads(read_text(path), parse_int=_integer, parse_float=_decimal, parse_constant=str, object_pairs_hook=once)
    except RecursionError as error:
        raise UnreadableFile(_structure(str(path))) from error
    except json.JSONDecodeError as error:
        what = Words("ไฟล์ JSON เขียนไม่ถูกรูปแบบ", "the file is not well-formed JSON")
        mend = Words("แก้เครื่องหมายในบรรทัดนั้น", "mend that line")
        raise UnreadableFile(Problem("bad-json", what, f"{path}:{error.lineno}", mend=mend)) from error
    _refuse_odd(data, str(path))
    return data


def _integer(text: str) -> int | str:
    """A whole number; one too long to be a figure stays text and is refused where a number should stand."""
    return int(text) if len(text) <= _LONGEST_INTEGER else text


def _decimal(text: str) -> Decimal | str:
    """An exact decimal; one with an exponent stays text, as in YAML."""
    return text if "e" in text.lower() else Decimal(text)


def _refuse_odd(data: Any, where: str) -> None:
    """JSON may nest deeper than anything can show, and escape half a character."""
    level = [data]
    for _ in range(_DEEPEST):
        if not level:
            return
        if any(isinstance(value, str) and _LONE_SURROGATE.search(value) for value in level):
            raise UnreadableFile(Problem("not-text", Words("ไฟล์มีอักขระที่ไม่สมบูรณ์", "the file escapes half a character"), where, mend=_SAVE_AS_UTF8))
        inside = [[*value.keys(), *value.values()] if isinstance(value, dict) else value for value in level if isinstance(value, dict | list)]
        level = [value for values in inside for value in values]
    raise UnreadableFile(_structure(where))


def _has_alias(text: str, where: str) -> bool:
    try:
        return any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, _Loader))
    except yaml.YAMLError as error:
        raise UnreadableFile(_bad_yaml(error, where)) from error


def _unreadable(path: Path, error: Exception) -> Problem:
    if isinstance(error, FileNotFoundError):
        mend = Words("ตรวจชื่อไฟล์และโฟลเดอร์", "check the name and the folder")
        return Problem("file-missing", Words("ไม่พบไฟล์", "there is no such file"), str(path), mend=mend)
    if isinstance(error, IsADirectoryError):
        mend = Words("ระบุชื่อไฟล์ในโฟลเดอร์นั้น", "name a file in that folder")
        return Problem("is-a-folder", Words("เป็นโฟลเดอร์ ไม่ใช่ไฟล์", "this is a folder, not a file"), str(path), mend=mend)
    why = Words(str(error), str(error))
    return Problem("file-unreadable", Words("เปิดไฟล์ไม่ได้", "the file cannot be opened"), str(path), why, Words("ตรวจสิทธิ์ของไฟล์", "check its permissions"))


def _key_twice(key: object, where: str) -> Problem:
    what = Words(f"คีย์ “{key}” เขียนไว้สองครั้ง", f"the key '{key}' stands twice")
    why = Words("โปรแกรมไม่เลือกให้ว่าจะใช้ค่าใด", "the program does not choose between two values")
    return Problem("key-twice", what, where, why, Words("ลบค่าที่ไม่ถูกต้องออก", "remove the wrong one"))


def _structure(where: str) -> Problem:
    what = Words("ไฟล์ใช้โครงสร้างที่โปรแกรมไม่รับ (การอ้างอิงซ้ำหรือซ้อนลึกเกินไป)", "the file uses aliases or nests too deeply")
    return Problem("yaml-structure", what, where, mend=Words("เขียนค่าตรง ๆ แทนการอ้างอิง", "write the values out"))


def _bad_yaml(error: Exception, where: str) -> Problem:
    mark = getattr(error, "problem_mark", None)
    place = f"{where}:{mark.line + 1}" if mark else where
    detail = getattr(error, "problem", None) or str(error)
    what = Words("ไฟล์เขียนไม่ถูกรูปแบบ YAML", "the file is not well-formed YAML")
    mend = Words("ดูการย่อหน้า เครื่องหมาย : และเครื่องหมายคำพูดในบรรทัดนั้น", "look at indentation, colons and quotes of that line")
    return Problem("bad-yaml", what, place, Words(detail, detail), mend)

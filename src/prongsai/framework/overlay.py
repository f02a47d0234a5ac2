"""Laying a user's own file over a file that ships: what it says replaces, what it leaves out stays."""

from typing import Any

_NAMES = ("code", "number", "id")


def laid_over(base: Any, own: Any) -> Any:
    """`base` with `own` on top. Mappings merge key by key; a fact (a mapping with `value`) is replaced whole.

    Lists whose entries have a code, number or id merge entry by entry, other lists are replaced.
    """
    if isinstance(base, dict) and isinstance(own, dict) and "value" not in own and "value" not in base:
        return {**base, **{key: laid_over(base.get(key), value) for key, value in own.items()}}
    if isinstance(base, list) and isinstance(own, list) and (name := _name_of(base, own)):
        return _merged_lists(base, own, name)
    return own


def _name_of(base: list[Any], own: list[Any]) -> str | None:
    entries = [*base, *own]
    return next((name for name in _NAMES if entries and all(isinstance(entry, dict) and name in entry for entry in entries)), None)


def _merged_lists(base: list[Any], own: list[Any], name: str) -> list[Any]:
    mine = {entry[name]: entry for entry in own}
    merged = [laid_over(entry, mine.pop(entry[name])) if entry[name] in mine else entry for entry in base]
    return merged + list(mine.values())

"""What a sheet of Excel shows and how: hidden rows and columns, merged cells, formulas without a stored value."""

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree
from openpyxl.utils.cell import coordinate_to_tuple

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/spreadsheetml/main}"
_TAGS = tuple(space + name for space in (_MAIN, _STRICT) for name in ("row", "c", "col", "mergeCell"))
_BOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"
_MOST_MERGED = 20_000
_WIDEST = 16_384
_ADDRESS = re.compile("[A-Z]{1,3}[1-9][0-9]{0,6}")


@dataclass(slots=True)
class Layout:
    """All counted from 1; `merged` maps the first place of a merged range to its last."""

    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merged: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    without_value: list[str] = field(default_factory=list)


def layouts(data: bytes) -> dict[str, Layout]:
    """The layout of every sheet by its name; `data` is a package that has been checked. Raises what zip and XML raise where it is broken."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: _layout(package, part) for name, part in _parts(package)}


def _parts(package: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """The names of the sheets with the parts that hold them."""
    names = set(package.namelist())
    relations = etree.fromstring(package.read(_RELATIONS), _parser())
    targets = {relation.get("Id"): relation.get("Target", "") for relation in relations}
    for sheet in etree.fromstring(package.read(_BOOK), _parser()).iter(f"{_MAIN}sheet", f"{_STRICT}sheet"):
        relation = next((value for key, value in sheet.attrib.items() if key.endswith("}id")), None)
        part = posixpath.normpath(posixpath.join("xl", targets.get(relation, ""))).lstrip("/")
        if part in names:
            yield sheet.get("name", ""), part


def _layout(package: zipfile.ZipFile, part: str) -> Layout:
    layout = Layout()
    row = 0
    with package.open(part) as source:
        for _, element in etree.iterparse(source, tag=_TAGS, resolve_entities=False, no_network=True, events=("end",)):
            name = etree.QName(element).localname
            if name == "row":
                row = int(element.get("r") or row + 1)
                if element.get("hidden") in {"1", "true"}:
                    layout.hidden_rows.add(row)
                _forget(element)
            else:
                _take(layout, name, element)
    return layout


def _take(layout: Layout, name: str, element: Any) -> None:
    if name == "c":
        if element.find("{*}f") is not None and not element.findtext("{*}v") and element.get("t") != "str":
            layout.without_value.append(element.get("r", ""))
    elif name == "col" and element.get("hidden") in {"1", "true"}:
        layout.hidden_columns |= set(range(int(element.get("min", "1")), min(int(element.get("max", "1")), _WIDEST) + 1))
    elif name == "mergeCell" and len(layout.merged) < _MOST_MERGED:
        first, _, last = element.get("ref", "").partition(":")
        if _ADDRESS.fullmatch(first) and _ADDRESS.fullmatch(last):
            layout.merged[coordinate_to_tuple(first)] = coordinate_to_tuple(last)


def _forget(element: Any) -> None:
    """Rows that have been seen are given back, so that a long sheet takes no more than a short one."""
    element.clear()
    while element.getprevious() is not None:
        del element.getparent()[0]


def _parser() -> Any:
    return etree.XMLParser(resolve_entities=False, no_network=True)

"""A spreadsheet to fill in or to read: sheets of plain values, and what may be typed where."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

Value = str | int | float | Decimal | date | datetime | bool | None
_LETTERS = 26


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet; `rows[0][0]` is cell A1, every address is written as Excel does (`B3`, `B3:B20`).

    `widths` are columns in characters; `head_rows` and `head_columns` stay in sight, head rows are bold on a fill. `choices` are the
    only texts a range takes, `limits` the least and the greatest number; `notes` explain a cell. Where `open_cells` is given, the
    sheet is protected without a password and only those ranges can be edited; None leaves the sheet open.
    """

    name: str
    rows: tuple[tuple[Value, ...], ...]
    widths: tuple[float, ...] = ()
    head_rows: int = 0
    head_columns: int = 0
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    limits: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    open_cells: tuple[str, ...] | None = None
    formats: Mapping[str, str] = field(default_factory=dict)
    merged: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Workbook:
    """Sheets in their order, with what stands in the properties of the file."""

    sheets: tuple[Sheet, ...]
    title: str = ""
    author: str = ""
    created: date = field(default_factory=date.today)


def cell_address(row: int, column: int) -> str:
    """The address of a cell as Excel names it; `row` and `column` count from 1."""
    letters = ""
    while column:
        column, place = divmod(column - 1, _LETTERS)
        letters = chr(ord("A") + place) + letters
    return f"{letters}{row}"

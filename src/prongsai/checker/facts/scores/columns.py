"""What the columns of a table of scores hold, and which rows are its head."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from prongsai.checker.columns import field_of, fields_of
from prongsai.checker.facts.scores.subjects import label_of
from prongsai.checker.facts.scores.years import year_of_head
from prongsai.checker.nodes import Names
from prongsai.checker.outline import Grid, Passage

EXACT = re.compile(r"(?<![\d.])\d{1,3}\.\d{1,2}(?![\d.])")
LABELS = ("indicator", "item", "instrument")
_YEARLY = (None, "previous", "score", "total")
_IN_BRACKETS = re.compile(r"\([^)]*\)")
_YEAR_ALONE = re.compile(r"(?:ปี(?:งบประมาณ)?)?\s*(?:พ\.ศ\.)?\s*2\d{3}")
_INDICATOR = re.compile(r"ตัวชี้วัด|indicator", re.IGNORECASE)
_INDICATOR_NUMBER = re.compile(r"(?:10|[1-9])")
_MOST_HEAD_ROWS = 3
_LONGEST_HEAD = 90
_MEASURE_COLUMNS = {"responsible", "steps", "period", "follow_up", "done", "status"}
_LEAST_NODES = 2


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its field in columns.yaml (None where the heading says nothing known), the year and the node that its heading names."""

    field: str | None
    year: int | None = None
    node: str | None = None


def columns_of(grid: Grid, head: int, names: Names, assessed: int | None) -> tuple[Column, ...]:
    """The columns of a table under its first `head` rows."""
    stacks = [list(dict.fromkeys(cell.text.replace("\n", " ") for cell in column if cell)) for column in zip(*grid.rows[:head], strict=True)]
    if not stacks:
        return (Column(None),) * grid.width
    columns = [_column(texts, names, assessed) for texts in stacks]
    return tuple(_numbered(columns, stacks))


def head_rows(grid: Grid) -> int:
    """How many rows on top are heads: as read, but never rows with scores in them, and with a second row of years or names below a first."""
    count = next((place for place, row in enumerate(grid.rows[: grid.head]) if any(EXACT.search(cell.text) for cell in row)), grid.head)
    if count == 0 and grid.rows and _is_head(grid.rows[0]):
        count = 1
    while 0 < count < min(_MOST_HEAD_ROWS, len(grid.rows)) and _goes_on(grid.rows[count - 1], grid.rows[count]):
        count += 1
    return count


def is_measures(grid: Grid) -> bool:
    """Whether the table lists measures: then its figures are aims and outcomes, not the result."""
    return len(_MEASURE_COLUMNS.intersection(fields_of(grid.heads, "measures"))) > 1


def is_transposed(columns: Sequence[Column]) -> bool:
    """Whether nodes stand over the columns and years or kinds of figure before the rows."""
    return len({column.node for column in columns if column.node}) >= _LEAST_NODES


def field_of_head(text: str) -> str | None:
    """The field of a column's heading or a row's label; remarks in brackets count only where nothing else says it."""
    if len(text) > _LONGEST_HEAD:
        return None
    return field_of(_IN_BRACKETS.sub(" ", text), "scores") or field_of(text, "scores")


def _column(texts: Sequence[str], names: Names, assessed: int | None) -> Column:
    text = " ".join(texts)
    if not text or len(text) > 2 * _LONGEST_HEAD:
        return Column(None)
    field, year = field_of_head(text), year_of_head(text, assessed)
    label = next((found for one in (texts[-1], text) if (found := label_of(one, names))), None)
    if year is not None and field in _YEARLY:
        field = "score"
    elif field == "previous":
        field, year = "score", assessed - 1 if assessed else None
    node = label[0] if label and (label[0] != "total" or field == "total") else None
    return Column(field, year, node)


def _numbered(columns: list[Column], stacks: list[list[str]]) -> list[Column]:
    """Columns headed by bare numbers beside the word for indicator, as the indicators of these numbers."""
    numbers = [texts[-1].strip() if texts else "" for texts in stacks]
    counted = [number for number in numbers if _INDICATOR_NUMBER.fullmatch(number)]
    if len(counted) < _LEAST_NODES or len(set(counted)) < len(counted) or not any(_INDICATOR.search(text) for texts in stacks for text in texts):
        return columns
    return [Column("score", None, number) if number in counted else column for column, number in zip(columns, numbers, strict=True)]


def _is_head(row: Sequence[Passage]) -> bool:
    texts = list(dict.fromkeys(cell.text.replace("\n", " ") for cell in row if cell))
    if len(texts) < _LEAST_NODES or any(EXACT.search(text) or len(text) > _LONGEST_HEAD for text in texts):
        return False
    known = [text for text in texts if field_of_head(text) or _YEAR_ALONE.fullmatch(text)]
    return len(known) * 2 >= len(texts)


def _goes_on(above: Sequence[Passage], row: Sequence[Passage]) -> bool:
    """Whether a row is a second head: years, known fields or nothing under cells that span, and no figure of a score."""
    own = [cell for cell, over in zip(row, above, strict=True) if cell and cell is not over]
    if not own or any(EXACT.search(cell.text) or len(cell.text) > _LONGEST_HEAD for cell in own):
        return False
    spanned = len({id(cell) for cell in above}) < len(above) or any(cell is over for cell, over in zip(row, above, strict=True))
    years = [cell for cell in own if _YEAR_ALONE.fullmatch(cell.text.strip())]
    return (bool(years) and len(years) == len(own)) or (spanned and all(field_of_head(cell.text) for cell in own))

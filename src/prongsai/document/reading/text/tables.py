"""Tables in plain text: cells between tabs, or between the bars of Markdown."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from prongsai.document.model import Cell, Column, Place, Row, Table
from prongsai.document.reading.text.inline import paragraphs_of
from prongsai.document.reading.text.lines import Line, whole_line
from prongsai.document.reading.text_decoding import MANY_CELLS, Beyond

_MOST_CELLS = 200_000
_ALIKE = 4
_RULE_CELL = re.compile(r"\s*(?::?-{2,}:?|[\u2013\u2014=_]{2,})\s*")
_BAR_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_BAR = re.compile(r"(?<!\\)\|")
_ROW_NUMBER = re.compile(r"\s*\(?[0-9๐-๙]{1,3}(?:\.[0-9๐-๙]{1,3})*[.)]?(?:\s|$)")
_LIST_MARK = re.compile(r"\s*(?:[-*+•●○▪◦·o\uf0b7]|\(?[0-9๐-๙]{1,3}[.)]|[0-9๐-๙]{1,3}(?:\.[0-9๐-๙]{1,3})+\.?)\s*")
_TAGGED_CELL = re.compile(r"\t+ *<(?:p|ul|ol|b|u|strong)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _RawRow:
    """The cells of a row as written, and the line where it starts."""

    cells: tuple[str, ...]
    line: Line


Found = tuple[Table | None, int]


def find_table(lines: Sequence[Line], start: int, number: int) -> Found:
    """The table that starts at that line, as the `number`th of the document, and the index after it.

    None where none starts there: none does before the index either. Raises Beyond.
    """
    return _bar_table(lines, start, number) or _tab_table(lines, start, number) or (None, start + 1)


def _tab_table(lines: Sequence[Line], start: int, number: int) -> Found | None:
    """Cells between tabs; tabs that only indent a text or stand behind the mark of a list make none."""
    if not ("\t" in lines[start].text.lstrip() or _TAGGED_CELL.match(lines[start].text)):
        return None
    rows, end = _tab_rows(lines, start)
    if all(len(row.cells) == 2 and _LIST_MARK.fullmatch(row.cells[0]) for row in rows) or max(len(row.cells) for row in rows) < 2:
        return None, end
    ruled = len(rows) > 1 and _is_rule(rows[1]) and all(cell.strip() for cell in rows[0].cells)
    return _table([row for row in rows if not _is_rule(row)] or rows, number, head=ruled, width=max(len(row.cells) for row in rows)), end


def _bar_table(lines: Sequence[Line], start: int, number: int) -> Found | None:
    """Cells between bars, with or without the rule of Markdown."""
    if not _starts_bars(lines, start):
        return None
    end = start
    rows: list[_RawRow] = []
    while end < len(lines) and not lines[end].is_blank and (_BAR.search(lines[end].text) or _is_frame(lines[end].text)):
        text, after = _bar_line(lines, end)
        rows += [] if _is_frame(text) else [_RawRow(_bar_cells(text), lines[end])]
        end = after
    ruled = len(rows) > 1 and _is_bar_rule(rows[1]) and any(cell.strip() for cell in rows[0].cells)
    kept = [row for row in rows if not _is_bar_rule(row)]
    return _table(kept, number, head=ruled, width=max(len(row.cells) for row in rows)) if kept else None, end


def _tab_rows(lines: Sequence[Line], start: int) -> tuple[list[_RawRow], int]:
    rows: list[_RawRow] = []
    full = 0
    place = start
    while place < len(lines) and not lines[place].is_blank:
        text, end = whole_line(lines, place, most_tabs=full)
        if "\t" not in text and not _goes_on(lines, end):
            break
        text, end = _completed(lines, text, end, full)
        full = max(full, text.count("\t"))
        rows.append(_RawRow(_tab_cells(text), lines[place]))
        place = end
    return rows, place


def _goes_on(lines: Sequence[Line], place: int) -> bool:
    """Whether a line with tabs follows before the next blank one: then a line without is a row of one cell."""
    for line in lines[place : place + 3]:
        if line.is_blank:
            return False
        if "\t" in line.text:
            return True
    return False


def _completed(lines: Sequence[Line], text: str, end: int, full: int) -> tuple[str, int]:
    """The row with the lines that give it exactly the tabs that it lacks; as it was where the next line begins a row of its own."""
    tabs = text.count("\t")
    if not 0 < tabs < full:
        return text, end
    first = text.strip()[:_ALIKE]
    parts = [text]
    for place in range(end, min(end + 8, len(lines))):
        line = lines[place]
        starts_row = "\t" in line.text and (line.text.startswith((first, "\t")) or _ROW_NUMBER.match(line.text))
        if line.is_blank or starts_row or line.text.count("\t") >= full:
            break
        parts.append(line.text)
        tabs += line.text.count("\t")
        if tabs == full:
            return "\n".join(parts), place + 1
    return text, end


def _tab_cells(text: str) -> tuple[str, ...]:
    """The cells of a row; a tab at its end closes the last cell and opens none."""
    cells = [_unquoted(cell) for cell in text.split("\t")]
    return tuple(cells[:-1] if len(cells) > 1 and not cells[-1].strip() else cells)


def _unquoted(cell: str) -> str:
    """A cell as Excel copies it: in quotation marks where it holds a line break or such marks itself."""
    inside = cell[1:-1]
    excel = len(cell) > 1 and cell[0] == cell[-1] == '"' and ("\n" in inside or '""' in inside)
    return inside.replace('""', '"') if excel else cell


def _is_rule(row: _RawRow) -> bool:
    return len(row.cells) > 1 and all(_RULE_CELL.fullmatch(cell) for cell in row.cells)


def _is_bar_rule(row: _RawRow) -> bool:
    return bool(row.cells) and all(re.fullmatch(r"\s*:?-+:?\s*", cell) for cell in row.cells)


def _is_frame(text: str) -> bool:
    return text.strip().startswith("+-") and not text.strip().strip("+-=: ")


def _starts_bars(lines: Sequence[Line], start: int) -> bool:
    text = lines[start].text.strip()
    after = lines[start + 1].text.strip() if start + 1 < len(lines) else ""
    if _is_frame(text):
        return after.startswith("|")
    if _BAR.search(text) is None:
        return False
    ruled = "-" in after and "|" in after and _BAR_RULE.fullmatch(after) is not None
    return ruled or (text.startswith("|") and text.count("|") > 1 and (text.endswith("|") or after.startswith("|")))


def _bar_line(lines: Sequence[Line], place: int) -> tuple[str, int]:
    """The row with the lines that it goes on over: one that opens with a bar ends with one."""
    text = lines[place].text.strip()
    end = place + 1
    parts = [text]
    while text.startswith("|") and not parts[-1].endswith("|") and end < len(lines) and end - place < 8:
        following = lines[end].text.strip()
        if not following or following.startswith("|"):
            return text, place + 1
        parts.append(following)
        end += 1
    return ("\n".join(parts), end) if parts[-1].endswith("|") else (text, place + 1)


def _bar_cells(text: str) -> tuple[str, ...]:
    inside = text.strip().removeprefix("|")
    if inside.endswith("|") and not inside.endswith("\\|"):
        inside = inside[:-1]
    return tuple(cell.strip().replace("\\|", "|") for cell in _BAR.split(inside))


def _table(rows: Sequence[_RawRow], number: int, *, head: bool, width: int) -> Table:
    """The rows, each of that many cells; raises Beyond."""
    if width * len(rows) > _MOST_CELLS:
        raise Beyond("file-too-large", MANY_CELLS)
    built = tuple(_row(row, width, row_number, number) for row_number, row in enumerate(rows, 1))
    return Table((Column(),) * width, built[:head], built[head:], place=replace(rows[0].line.place, table=number))


def _row(row: _RawRow, width: int, number: int, table: int) -> Row:
    cells: list[Cell] = []
    line = row.line.number
    for column in range(1, width + 1):
        text = row.cells[column - 1] if column <= len(row.cells) else ""
        lead = len(text) - len(text.lstrip())
        place = Place(row.line.page, table, number, column, f"line:{line + text.count(chr(10), 0, lead)}")
        cells.append(Cell(paragraphs_of(text.strip(), place), place=place))
        line += text.count("\n")
    return tuple(cells)

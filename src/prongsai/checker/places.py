"""Where a person finds the passage of a remark, and the remark as the text of a comment in Word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from prongsai.checker.kinds import SEVERITY_NAMES
from prongsai.checker.outline import Grid, Outline, Passage, outline_of
from prongsai.checker.remark import DocumentRemark
from prongsai.checker.rules.registry import RULES
from prongsai.checker.rules.wording import whole_clusters
from prongsai.document import Form, Place, Reading, Table
from prongsai.thai import cluster_length
from prongsai.words import Language, Words

WHOLE = Words("ทั้งเอกสาร", "the whole document")
ADVICE = Words("วิธีแก้", "How to mend")
UNSURE = Words("ความเชื่อมั่นต่ำ โปรดดูต้นฉบับ", "low confidence: please see the original")
LEAST_SURE = 0.6
_LONGEST = 40
_NUMBERED_TABLE = re.compile(r"ตาราง|table\b", re.IGNORECASE)
_BARE_NUMBER = re.compile(r"[\s\d.()/-]{1,6}|")
_LIST_NUMBER = re.compile(r" +\(?\d{1,2}[.)]?$")
_LINE = re.compile(r"line:(\d+)")
_CELL = re.compile(r"(.+)!([A-Z]+\d+)", re.DOTALL)
_OUTSIDE = {
    "header": Words("หัวกระดาษ", "page header"),
    "footer": Words("ท้ายกระดาษ", "page footer"),
    "footnotes": Words("เชิงอรรถ", "footnote"),
    "endnotes": Words("หมายเหตุท้ายเรื่อง", "endnote"),
}
_MARGIN = Words("หัวกระดาษหรือท้ายกระดาษ", "page header or footer")
_HEAD = Words("หัวตาราง", "head of the table")


@dataclass(frozen=True, slots=True)
class _Spot:
    """A passage with the table it stands in, its row there and the columns that it covers."""

    passage: Passage
    grid: Grid | None = None
    row: int = 0
    column: int = 0
    columns: int = 1


class Places:
    """The places of one document by what a person sees there: headings, captions, heads of columns, first cells of rows."""

    def __init__(self, outline: Outline, form: Form, captions: dict[int, str]) -> None:
        self._form = form
        self._captions = captions
        self._spots: dict[Place, _Spot] = {}
        for spot in _spots(outline):
            self._spots.setdefault(spot.passage.place, spot)

    def words(self, place: Place) -> Words:
        """The place in words, the larger before the smaller: page, table, row, column; "ทั้งเอกสาร" where the remark has no place."""
        spot = self._spots.get(place) if place != Place() else None
        parts = [*_address(place, self._form), *(self._around(spot) if spot else _counted(place))]
        return Words(" · ".join(part.th for part in parts), " · ".join(part.en for part in parts)) if parts else WHOLE

    def is_head(self, place: Place) -> bool:
        """Whether a cell stands in a head row of its table, as far as the checker could tell."""
        spot = self._spots.get(place)
        return bool(spot and spot.grid and spot.row < spot.grid.head)

    def knows(self, place: Place) -> bool:
        """Whether a passage stands at the place; a head row that is repeated after a page break has none of its own."""
        return place in self._spots

    def _around(self, spot: _Spot) -> Iterator[Words]:
        passage = spot.passage
        if spot.grid is not None:
            yield from self._in_table(spot, spot.grid)
        elif passage.kind == "margin":
            yield _outside(passage.place)
        elif passage.kind == "heading":
            yield _quoted("หัวข้อ", "heading", passage.text)
        elif passage.kind == "title":
            yield _quoted("ชื่อเรื่อง", "title", passage.text)
        elif passage.chapter:
            yield _quoted("ใต้หัวข้อ", "under", passage.chapter)
        elif passage:
            yield _quoted("ข้อความ", "the text", passage.text)

    def _in_table(self, spot: _Spot, grid: Grid) -> Iterator[Words]:
        number = spot.passage.place.table
        yield self._table(number, grid, spot.passage.chapter)
        if spot.row < grid.head:
            yield _HEAD
        else:
            yield _row(spot, grid)
        if spot.columns < grid.width:
            head = grid.heads[spot.column] if grid.head else ""
            yield _quoted("คอลัมน์", "column", head) if head else Words(f"คอลัมน์ที่ {spot.column + 1}", f"column {spot.column + 1}")

    def _table(self, number: int | None, grid: Grid, chapter: str) -> Words:
        caption = self._captions.get(number or 0, "") or (grid.before.text if _NUMBERED_TABLE.match(grid.before.text) else "")
        if _NUMBERED_TABLE.match(caption):
            return Words(f"“{shortened(caption)}”", f"“{shortened(caption)}”")
        table = Words(f"ตาราง {number}", f"table {number}")
        name = caption or (grid.before.text if grid.before.kind in ("heading", "title") else chapter) or grid.before.text
        return _quoted(f"{table.th} ใต้", f"{table.en} under", name) if name else table


def places_of(reading: Reading) -> Places:
    """The places of a document that was read; built once, in the time of one walk through it."""
    tables = [block for section in reading.document.sections for block in section.blocks if isinstance(block, Table)]
    captions = {(table.place and table.place.table) or number: table.caption for number, table in enumerate(tables, 1) if table.caption}
    return Places(outline_of(reading), reading.form, captions)


def place_of(remark: DocumentRemark, reading: Reading) -> Words:
    """Where a person finds the passage of one remark; for many remarks on one document ask `places_of` once."""
    return places_of(reading).words(remark.place)


def comment_text(remark: DocumentRemark, language: Language = "th") -> str:
    """A remark as the text of a comment, several lines: severity and what it is about, what is wrong, how to mend it, the rule's code in brackets."""
    lines = [
        f"{SEVERITY_NAMES[remark.severity].to(language)}: {about(remark).to(language)}",
        remark.message.to(language),
        f"{ADVICE.to(language)}: {remark.mend.to(language)}",
        *([UNSURE.to(language)] if remark.confidence < LEAST_SURE else ()),
        f"[{remark.rule}]",
    ]
    return "\n".join(lines)


def about(remark: DocumentRemark) -> Words:
    """What a remark is about in a few words, as its rule says; the code itself of a rule that there no longer is."""
    rule = RULES.get(remark.rule)
    return rule.about if rule else Words(remark.rule, remark.rule)


def shortened(text: str, clusters: int = _LONGEST) -> str:
    """One line of at most so many clusters, cut at a blank where there is one in its second half, never inside a Thai cluster."""
    line = " ".join(text.split())
    if cluster_length(line) <= clusters:
        return line
    end = clusters
    while cluster_length(line[: end + 1]) <= clusters:
        end += 1
    blank = line.rfind(" ", end // 2, end + 1)
    cut = line[:blank] if blank > 0 else whole_clusters(line, end)
    return f"{_LIST_NUMBER.sub('', cut)}…"


def _spots(outline: Outline) -> Iterator[_Spot]:
    for part in (*outline.parts, *outline.margins):
        if isinstance(part, Passage):
            yield _Spot(part)
        else:
            yield from _cells(part)


def _cells(grid: Grid) -> Iterator[_Spot]:
    """Each cell once, where it begins."""
    seen: set[int] = set()
    for number, row in enumerate(grid.rows):
        for column, cell in enumerate(row):
            if id(cell) not in seen:
                seen.add(id(cell))
                yield _Spot(cell, grid, number, column, sum(other is cell for other in row[column:]))


def _row(spot: _Spot, grid: Grid) -> Words:
    """The row by the text it begins with; a number alone does not name it, so the next cell is added."""
    row = grid.rows[spot.row]
    first = row[0].text
    if first and _BARE_NUMBER.fullmatch(first) and len(row) > 1 and row[1] is not row[0]:
        first = f"{first} {row[1].text}"
    number = spot.passage.place.row or spot.row + 1
    return _quoted("แถว", "row", first) if first else Words(f"แถวที่ {number}", f"row {number}")


def _address(place: Place, form: Form) -> Iterator[Words]:
    """The page, the line of a plain text, the cell of a sheet."""
    if place.page is not None:
        yield Words(f"หน้า {place.page}", f"page {place.page}")
    if form == "text" and (line := _LINE.fullmatch(place.anchor)):
        yield Words(f"บรรทัด {line[1]}", f"line {line[1]}")
    if form == "xlsx" and (cell := _CELL.fullmatch(place.anchor)):
        yield Words(f"ชีต “{shortened(cell[1])}” ช่อง {cell[2]}", f"sheet “{shortened(cell[1])}” cell {cell[2]}")


def _counted(place: Place) -> Iterator[Words]:
    """Table, row and column by their numbers, where nothing is known about them."""
    if place.table is not None:
        yield Words(f"ตาราง {place.table}", f"table {place.table}")
    if place.row is not None:
        yield Words(f"แถวที่ {place.row}", f"row {place.row}")
    if place.column is not None:
        yield Words(f"คอลัมน์ที่ {place.column}", f"column {place.column}")


def _outside(place: Place) -> Words:
    return next((words for name, words in _OUTSIDE.items() if place.anchor.startswith(name)), _MARGIN)


def _quoted(thai: str, english: str, text: str) -> Words:
    quote = f"“{shortened(text)}”"
    return Words(f"{thai} {quote}", f"{english} {quote}")

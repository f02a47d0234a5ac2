"""Scores, differences, weights and targets that tables state, whatever stands in rows and columns."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from prongsai.checker.fact import ChangeFact, Fact, LevelFact, Oddity, ScoreFact, TargetFact, WeightFact
from prongsai.checker.facts.scores.cells import Number, change_cell, direction_cell, score_cell, target_cell, weight_cell
from prongsai.checker.facts.scores.columns import EXACT, LABELS, Column, field_of_head
from prongsai.checker.facts.scores.extremes import extremes_in_row, states_extremes
from prongsai.checker.facts.scores.layout import SCORE_FIELDS, Label, Layout
from prongsai.checker.facts.scores.level_names import level_named
from prongsai.checker.facts.scores.scopes import Scope, scope_of, within
from prongsai.checker.facts.scores.sentences import Setting
from prongsai.checker.facts.scores.statements import statements_in
from prongsai.checker.facts.scores.subjects import label_of, with_part
from prongsai.checker.facts.scores.years import year_of_caption, year_of_head
from prongsai.checker.outline import Grid, Passage

_OTHER_AGENCY = re.compile(r"เทศบาล|อบต|องค์การบริหาร|องค์กรปกครอง|หน่วยงาน|ประเทศ|จังหวัด|municipality|average", re.IGNORECASE)
_WORTH_READING = re.compile(r"\d|สุด|ระดับ|เกรด|est\b|level|grade|rating", re.IGNORECASE)
_ABOUT_SCORES = re.compile(r"คะแนน|ตัวชี้วัด|score|indicator", re.IGNORECASE)
_LONGEST_CAPTION = 130
_CAPTION_READ = 300
_LEAST_UNREAD = 3
_FULL = 100
_MAY_BE_SCORES = (None, *SCORE_FIELDS)
_TURNS = {"rise": 1, "fall": -1}


def facts_in_table(grid: Grid, setting: Setting) -> Iterator[Fact]:
    """Everything about scores that a table states, in order of its rows; what looks like scores and was not understood is an Oddity."""
    caption = scope_of(grid.before.text, setting.names, setting.assessed) if len(grid.before.text) <= _LONGEST_CAPTION else Scope()
    year = caption.year or year_of_caption(grid.before.text, setting.assessed)
    scope = within(setting.scope, replace(caption, node=None, year=year))
    table = _Table(Layout(grid, setting), replace(setting, scope=scope, table=True))
    found = list(table.facts())
    yield from found
    if not found:
        yield from _unread(grid, table.layout)


class _Table:
    """One table, read row by row; a cell that spans is read once."""

    def __init__(self, layout: Layout, setting: Setting) -> None:
        self.layout, self.setting = layout, setting
        self.columns = layout.columns
        self.read: set[int] = set()

    def facts(self) -> Iterator[Fact]:
        """The facts of all rows."""
        group = Scope()
        for place, row in enumerate(self.layout.rows):
            opened = self.layout.group(row)
            if opened is not None:
                group = opened
                continue
            if not any(_WORTH_READING.search(cell.text) for cell in row):
                continue
            scope = replace(within(self.setting.scope, group), node=None)
            yield from self._row(row, place, group, replace(self.setting, scope=scope))

    def _row(self, row: Sequence[Passage], place: int, group: Scope, setting: Setting) -> Iterator[Fact]:
        if states_extremes(row):
            of_indicators = bool(self.layout.indicators)
            yield from extremes_in_row(row, setting, self.layout.among(setting.scope), of_indicators=of_indicators)
            return
        labels = self.layout.labels(row)
        if not labels:
            yield from _levels_in(row, self.columns, setting)
        if self.layout.transposed:
            yield from self._across(row, setting)
        elif not self.layout.lists_measures:
            yield from self._down(row, setting, [label for one in labels if (label := self.layout.subtotal(one, group, place))])
        yield from self._texts(row, setting, labels)

    def _down(self, row: Sequence[Passage], setting: Setting, labels: Sequence[Label]) -> Iterator[Fact]:
        """Facts of a row that stands for one node, or for several side by side."""
        for place, cell in enumerate(row):
            if not cell or id(cell) in self.read or not (label := self.layout.label_for(cell, place, labels)):
                continue
            fact = self._fact(row, place, label, setting) or self._contradiction(row, place, label, setting)
            if fact is not None:
                self.read.add(id(cell))
                yield fact

    def _fact(self, row: Sequence[Passage], place: int, label: Label, setting: Setting) -> Fact | None:
        column, cell = self.columns[place], row[place]
        if column.node is not None and column.node != label.node and setting.names.instrument_of(label.node) != column.node:
            return None
        label = replace(label, node=with_part(label.node, setting.scope.part))
        kind = _kind_of_row(row[label.column].text) or column.field
        if kind in SCORE_FIELDS or (kind is None and place == self.layout.lone):
            return self._score(row, place, label, setting)
        if kind in ("change", "rise", "fall"):
            return self._change(row, place, label, setting)
        return _plain(kind, cell, (label.node, label.sure), column.year or setting.year)

    def _score(self, row: Sequence[Passage], place: int, label: Label, setting: Setting) -> ScoreFact | None:
        cell, column = row[place], self.columns[place]
        number = score_cell(cell.text)
        if number is None:
            return None
        sure = min(label.sure, 0.98 if number.exact else 0.9, 0.7 if column.field is None else 1)
        full = all(mark.value == _FULL for one, head in zip(row, self.columns, strict=True) if head.field == "full" and (mark := score_cell(one.text)))
        beside = column.field == "total" and label.node != "total" and any(one.field == "score" for one in self.columns)
        if self.layout.crowded or beside or not full:
            sure = 0.4
        return ScoreFact(cell, label.node, number.value, column.year or setting.year, True, span=(number.start, number.end), confidence=sure)

    def _change(self, row: Sequence[Passage], place: int, label: Label, setting: Setting) -> ChangeFact | None:
        cell, field = row[place], self.columns[place].field
        number = change_cell(cell.text)
        if number is None:
            return None
        sign, sure = (_TURNS[field], 0.9) if field in _TURNS else self._sign(row, number)
        year, since = self._years(place, setting)
        return ChangeFact(cell, label.node, number.value * sign, year, since, span=(number.start, number.end), confidence=min(label.sure, sure))

    def _contradiction(self, row: Sequence[Passage], place: int, label: Label, setting: Setting) -> ChangeFact | None:
        """The difference that a word such as "rose" states against the sign that is printed beside it."""
        word = direction_cell(row[place].text) if self.columns[place].field == "direction" else 0
        for other, column in enumerate(self.columns):
            number = change_cell(row[other].text) if word and column.field == "change" else None
            if number and number.value and number.sign == -word:
                year, since = self._years(other, setting)
                return ChangeFact(row[place], label.node, number.value * word, year, since, span=(0, len(row[place].text)), confidence=min(label.sure, 0.9))
        return None

    def _sign(self, row: Sequence[Passage], number: Number) -> tuple[int, float]:
        """The sign of a difference: its own, that of the column of directions, plus beside signed ones, else as the row's scores have it."""
        if number.sign or not number.value:
            return number.sign or 1, 0.95
        words = [direction_cell(cell.text) for cell, column in zip(row, self.columns, strict=True) if column.field == "direction"]
        if any(words):
            return next(word for word in words if word), 0.9
        if -1 in self.layout.signs:
            return 1, 0.8
        scores = [found.value for cell, column in zip(row, self.columns, strict=True) if column.field == "score" and (found := score_cell(cell.text))]
        return (1 if scores[-1] >= scores[0] else -1, 0.6) if len(scores) == 2 else (1, 0.4)

    def _years(self, place: int, setting: Setting) -> tuple[int | None, int | None]:
        """The two years of a column of differences: those of the two columns of scores before it, else the year of the table and the one before."""
        years = [year for column in self.columns[:place] if column.field == "score" and (year := column.year or setting.year)]
        if len(set(years[-2:])) > 1:
            return max(years[-2:]), min(years[-2:])
        year = max(years, default=setting.year)
        return year, year - 1 if year else None

    def _across(self, row: Sequence[Passage], setting: Setting) -> Iterator[Fact]:
        """Facts of a row whose columns stand for nodes."""
        before = [cell.text for cell, column in zip(row, self.columns, strict=True) if column.node is None and cell and not score_cell(cell.text)]
        text = " ".join(dict.fromkeys(before))
        own = label_of(text, setting.names) if text else None
        if _OTHER_AGENCY.search(text) and len(self.layout.rows) > 1:
            return
        field = field_of_head(text)
        kind = "score" if field in (None, *LABELS, "number", "previous") else field
        years = [year for cell, column in zip(row, self.columns, strict=True) if column.node is None and (year := year_of_head(cell.text, setting.assessed))]
        for cell, column in zip(row, self.columns, strict=True):
            if column.node is None or id(cell) in self.read or (own is not None and own[0] not in ("total", column.node)):
                continue
            year = column.year or (years[0] if years else setting.year)
            fact = self._under(cell, column.node, kind, year)
            if fact is not None:
                self.read.add(id(cell))
                yield fact

    def _under(self, cell: Passage, node: str, kind: str, year: int | None) -> Fact | None:
        if kind in SCORE_FIELDS:
            number = score_cell(cell.text)
            return (
                ScoreFact(cell, node, number.value, year, True, span=(number.start, number.end), confidence=0.95 if number.exact else 0.7) if number else None
            )
        if kind == "change":
            number = change_cell(cell.text)
            sure = 0.9 if number and number.sign else 0.4
            since = year - 1 if year else None
            return ChangeFact(cell, node, number.value * (number.sign or 1), year, since, span=(number.start, number.end), confidence=sure) if number else None
        return _plain(kind, cell, (node, 0.9), year)

    def _texts(self, row: Sequence[Passage], setting: Setting, labels: Sequence[Label]) -> Iterator[Fact]:
        """What the sentences in the cells of a row state, about the row's node where they name none."""
        node = labels[0].node if len({label.node for label in labels}) == 1 else None
        own = replace(setting, scope=replace(setting.scope, node=node))
        for place, cell in enumerate(row):
            if cell and id(cell) not in self.read and not self.layout.is_aim(place) and not change_cell(cell.text):
                self.read.add(id(cell))
                yield from statements_in(cell, own)


def _plain(kind: str | None, cell: Passage, label: tuple[str, float], year: int | None) -> Fact | None:
    """A weight, a target or a level in a cell of a row or column of that kind."""
    node, sure = label
    if kind == "weight" and node != "total" and (number := weight_cell(cell.text)):
        return WeightFact(cell, node, number.value, span=(number.start, number.end), confidence=sure)
    if kind == "target" and (number := target_cell(cell.text)):
        return TargetFact(cell, number.value, year, node, span=(number.start, number.end), confidence=sure)
    if kind == "level" and node == "total" and (level := level_named(cell.text)):
        return LevelFact(cell, level, year, span=(0, len(cell.text)), confidence=sure)
    return None


def _levels_in(row: Sequence[Passage], columns: Sequence[Column], setting: Setting) -> Iterator[LevelFact]:
    """The levels of a row "ระดับผลการประเมิน | ผ่าน", one a year, which are the total's outside of what is about one instrument."""
    found = [(cell, level, column.year) for cell, column in zip(row[1:], columns[1:], strict=True) if (level := level_named(cell.text))]
    years = {year or setting.year for _, _, year in found}
    if not row or setting.scope.instrument or field_of_head(row[0].text) != "level" or len(years) < len(found):
        return
    for cell, level, year in found:
        yield LevelFact(cell, level, year or setting.year, span=(0, len(cell.text)), confidence=0.85)


def _kind_of_row(text: str) -> str | None:
    """The kind of a row whose own label says what its figure is: a weight or the target."""
    field = field_of_head(text)
    return field if field in ("weight", "target") else None


def _unread(grid: Grid, layout: Layout) -> Iterator[Oddity]:
    if not _ABOUT_SCORES.search(f"{' '.join(grid.heads)} {grid.before.text[:_CAPTION_READ]}"):
        return
    cells = [
        cell for row in layout.rows for cell, column in zip(row, layout.columns, strict=True) if column.field in _MAY_BE_SCORES and EXACT.fullmatch(cell.text)
    ]
    if len({id(cell) for cell in cells}) >= _LEAST_UNREAD:
        yield Oddity(cells[0], "ตารางมีตัวเลขคล้ายคะแนน แต่บอกไม่ได้ว่าเป็นคะแนนของรายการใด", confidence=0.6)

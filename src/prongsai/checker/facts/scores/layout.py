"""How a table of scores is laid out: its columns, the node that each row stands for, and the heads of groups of rows."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from prongsai.checker.columns import field_of
from prongsai.checker.facts.scores.cells import change_cell, score_cell
from prongsai.checker.facts.scores.columns import EXACT, LABELS, columns_of, head_rows, is_measures, is_transposed
from prongsai.checker.facts.scores.scopes import Scope, scope_of
from prongsai.checker.facts.scores.sentences import Setting
from prongsai.checker.facts.scores.subjects import label_of, one_instrument
from prongsai.checker.outline import Grid, Passage

SCORE_FIELDS = ("score", "total")
_INSTRUMENTS = ("IIT", "EIT", "OIT")
_LONGEST_LABEL, _LONGEST_GROUP = 300, 130
_MAY_NAME = (None, "number", "rank", "range", "total", "level")
_SUB_INDICATOR = re.compile(r"(?:ตัวชี้วัดย่อย)?(?:ที่)? ?(?P<number>(?:9|10)\.\d)[.)]?(?= ?[^\d\s.,%]|$)")
_MOST_SUB_INDICATORS = 12
_WITH_SUB_INDICATORS = frozenset(("9", "10"))
_RESULTS = ("analysis", "indicator")


@dataclass(frozen=True, slots=True)
class Label:
    """Whose row it is, said by the cell in `column`, which stands in `spans` rows; `sure` is 0..1."""

    node: str
    column: int
    sure: float
    spans: int


class Layout:
    """A table with what its heads, labels and groups say."""

    def __init__(self, grid: Grid, setting: Setting) -> None:
        self.names, self.assessed = setting.names, setting.assessed
        self.head = head_rows(grid)
        self.columns = columns_of(grid, self.head, setting.names, setting.assessed)
        self.rows = grid.rows[self.head :]
        self.heads = grid.heads
        self.lists_measures = is_measures(grid)
        self.transposed = is_transposed(self.columns)

    @cached_property
    def spans(self) -> Counter[int]:
        """In how many rows each cell stands, by its identity."""
        return Counter(identity for row in self.rows for identity in {id(cell) for cell in row})

    @cached_property
    def side_by_side(self) -> bool:
        """Whether one kind of label has several columns, each with its own figures behind it."""
        fields = Counter(column.field for column in self.columns)
        return any(fields[label] > 1 for label in LABELS)

    @cached_property
    def crowded(self) -> bool:
        """Whether several columns would be the score of one year, so that none can be told to be it."""
        places = [(place, column.year) for place, column in enumerate(self.columns) if column.field == "score" and column.node is None]
        return not self.side_by_side and any(_is_crowded([(row[place], year) for place, year in places]) for row in self.rows)

    @cached_property
    def lone(self) -> int | None:
        """The only column with figures that may be scores where no heading says which column holds them."""
        if any(column.field in SCORE_FIELDS for column in self.columns):
            return None
        exact = {
            place
            for row in self.rows
            for place, cell in enumerate(row)
            if self.columns[place].field is None and EXACT.search(cell.text) and score_cell(cell.text)
        }
        return next(iter(exact)) if len(exact) == 1 else None

    @cached_property
    def signs(self) -> set[int]:
        """The signs that the cells of differences carry; 0 stands for none."""
        places = [place for place, column in enumerate(self.columns) if column.field == "change"]
        return {number.sign for row in self.rows for place in places if (number := change_cell(row[place].text)) and number.value}

    @cached_property
    def indicators(self) -> frozenset[str]:
        """The indicators that rows or columns stand for."""
        nodes = {label.node for row in self.rows for label in self.labels(row)} | {column.node for column in self.columns if column.node}
        return frozenset(node for node in nodes if node.isdigit())

    def among(self, scope: Scope) -> str | None:
        """The instrument whose indicators alone the table holds; None where it holds those of several."""
        return one_instrument(self.indicators, self.names) if self.indicators else scope.instrument

    def group(self, row: Sequence[Passage]) -> Scope | None:
        """The scope of the rows below a row that holds only the name of an instrument, part or indicator; None for any other row."""
        cells = {id(cell): cell for cell in row if cell}
        if len(cells) != 1:
            return None
        text = next(iter(cells.values())).text
        if len(text) > _LONGEST_GROUP or EXACT.search(text):
            return None
        scope = scope_of(text, self.names, self.assessed)
        return scope if scope.instrument or scope.year else None

    def labels(self, row: Sequence[Passage]) -> list[Label]:
        """The labels of a row: those in the columns for labels, else in any text; of several the most specific alone."""
        found = self._labels_at(row, [place for place, column in enumerate(self.columns) if column.field in LABELS])
        if all(label.node in ("total", *_INSTRUMENTS) for label in found):
            found += self._labels_at(row, [place for place, column in enumerate(self.columns) if column.field in _MAY_NAME])
        best = min((_breadth(label.node) for label in found), default=0)
        return [label for label in found if _breadth(label.node) == best]

    def label_for(self, cell: Passage, column: int, labels: Sequence[Label]) -> Label | None:
        """The label that a figure in a column belongs to: one that stands in as many rows, and the nearest before it where nodes stand side by side."""
        spans = self.spans[id(cell)]
        fit = _narrow([label for label in labels if label.spans >= spans], column)
        if len({label.node for label in fit}) == 1:
            return fit[0]
        before = [label for label in fit if label.column < column]
        return before[-1] if before and (self.side_by_side or not self.head) else None

    def subtotal(self, label: Label, group: Scope, place: int) -> Label | None:
        """A sum inside a group of rows is the group's; a bare word for sum at the end of the last group may be either."""
        if label.node != "total":
            return label
        if (summed := self._summed(place)) is not None:
            certain = summed and label.sure <= 0.9 and (place + 1 < len(self.rows) or self.indicators <= _WITH_SUB_INDICATORS)
            return replace(label, node=summed, sure=min(label.sure + 0.2, 0.8)) if certain else None
        if group.instrument is None:
            return label
        if any(row and label_of(row[0].text, self.names) for row in self.rows[place + 1 :]):
            return replace(label, node=group.part or group.instrument, sure=min(label.sure + 0.2, 0.8))
        return label if label.sure > 0.9 else None

    def _summed(self, place: int) -> str | None:
        """The indicator whose sub-indicators stand right above a sum; empty where it may be of several, None where none do or it has a row of its own."""
        above: list[str] = []
        for row in reversed(self.rows[max(0, place - _MOST_SUB_INDICATORS) : place]):
            nodes = {label.node for label in self.labels(row)}
            found = [node.partition(".")[0] for node in nodes if "." in node]
            if not found and nodes.intersection(above):
                return None
            if not found:
                break
            above += found
        return None if not above else above[0] if len(above) > 1 and len(set(above)) == 1 else ""

    def is_aim(self, place: int) -> bool:
        """Whether a column of a table of measures holds what is to be done or reached, not the result."""
        return self.lists_measures and field_of(self.heads[place] if self.heads else "", "measures") not in _RESULTS

    def _labels_at(self, row: Sequence[Passage], places: Sequence[int]) -> list[Label]:
        found = []
        for place in places:
            cell = row[place]
            if not cell or len(cell.text) > _LONGEST_LABEL or (place and cell is row[place - 1]):
                continue
            label = self._numbered(cell, place) or self._sub_indicator(cell, place) or label_of(cell.text, self.names)
            if label is not None:
                found.append(Label(label[0], place, label[1], self.spans[id(cell)]))
        return found

    def _sub_indicator(self, cell: Passage, place: int) -> tuple[str, float] | None:
        """A sub-indicator that opens a cell for labels with its number ("9.1 …")."""
        opened = _SUB_INDICATOR.match(cell.text)
        known = opened is not None and self.columns[place].field in LABELS and any(node == opened["number"] for node, _ in self.names.titles)
        return (opened["number"], 0.9) if opened and known else None

    def _numbered(self, cell: Passage, place: int) -> tuple[str, float] | None:
        """A bare number under the heading "indicator"."""
        bare = cell.text.strip().rstrip(".")
        is_number = self.columns[place].field == "indicator" and bare.isdecimal() and 1 <= int(bare) <= 10
        return (str(int(bare)), 0.8) if is_number else None


def _narrow(labels: list[Label], column: int) -> list[Label]:
    """The labels without an indicator whose sub-indicator stands between it and the figure."""
    inner = {label.node.partition(".")[0] for label in labels if "." in label.node and label.column < column}
    return [label for label in labels if label.node not in inner]


def _is_crowded(cells: Sequence[tuple[Passage, int | None]]) -> bool:
    """Whether a row has two scores of one year in different cells."""
    found = {id(cell): year for cell, year in cells if score_cell(cell.text)}
    return len(set(found.values())) < len(found)


def _breadth(node: str) -> int:
    return 3 if node == "total" else 2 if node in _INSTRUMENTS else 1 if node.startswith("EIT-") and "/" not in node else 0

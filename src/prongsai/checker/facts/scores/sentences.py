"""Scores and differences that sentences state, each with the node and the fiscal year it is of."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from prongsai.checker.fact import ChangeFact, ScoreFact
from prongsai.checker.facts.scores.figures import Figure, figures
from prongsai.checker.facts.scores.flattened import FlatRow, Heads, flat_rows, heads_of, row_facts
from prongsai.checker.facts.scores.scopes import Scope
from prongsai.checker.facts.scores.subjects import named_in, subject_of, with_part
from prongsai.checker.facts.scores.years import YearMark, year_marks, year_of_figure
from prongsai.checker.nodes import Mention, Names
from prongsai.checker.outline import Passage

_SENTENCE_END = re.compile(r"(?<=[\w%)'\"”])[.;] (?=[A-Za-z])|; ")
_WORTH_READING = re.compile(r"\d\.\d|\d ?คะแนน|\d ?points|คะแนน[^\n]{0,20}\d", re.IGNORECASE)
_SHORT_CELL = 120
_SIGNS = "+-−–"
_JOINED = re.compile(r"[\s:=()\[\]|–—-]*(?:(?:โดย|ซึ่ง)?\s*ได้(?:รับ)?\s*ร้อยละ\s*)?")
_LEADS = re.compile(
    r"[\s:()•*-]*(?:โดย|ซึ่ง|มี|ได้|ได้รับ|ผล|คะแนน|ผลคะแนน|ระดับ|ที่|ที่ได้|เท่ากับ|อยู่|ปี(?:งบประมาณ)?|พ\.ศ\.|\d{4}|score|scored|the|a|of|is|was|[\s:=])*", re.IGNORECASE
)
_FROM = re.compile(r"(?:จาก|from)(?:คะแนน|เดิม)?\s*$", re.IGNORECASE)
_TO = re.compile(r"(?:เป็น|เหลือ|อยู่ที่|มาอยู่ที่|to|at)\s*$", re.IGNORECASE)
_TURNED = re.compile(r"เพิ่ม|ลด|สูงขึ้น|ต่ำลง|ดีขึ้น|rose|fell|increase|decrease|up\b|down\b|improved|dropped", re.IGNORECASE)
_OF_ITA = re.compile(r"\bITA\b|คุณธรรมและความโปร่งใส|Integrity and Transparency", re.IGNORECASE)
_OTHER_SURVEY = re.compile(r"ความพึงพอใจ|แบบสำรวจ|รายข้อ|ข้อคำถาม|LPA|ตัวชี้วัดความสำเร็จ|satisfaction", re.IGNORECASE)
_LEVEL_FOLLOWS = re.compile(r"\s*(?:คะแนน|points?)?[\s,]*(?:ซึ่ง|และ|โดย|จัด)?\s*(?:ผล(?:การประเมิน)?)?\s*(?:อยู่(?:ใน)?ระดับ|ระดับ|level)", re.IGNORECASE)
_HELD_AGAINST = re.compile(r"[\s,]*(?:คะแนน|points?)?[\s,]*(?:ต่ำกว่า|ไม่ถึง|ยังไม่ถึง|ไม่ผ่าน|ผ่าน|below|above|short of)", re.IGNORECASE)
_OF_PART = re.compile(r"(?:ส่วน|กลุ่ม|รอบ|ครั้ง|ตอน)(?:ที่)? ?\d(?![.\d])[^\d\n]*$|\bpart \d\b[^\d\n]*$", re.IGNORECASE)
_COMES_TO = re.compile(r"เฉลี่ย|รวม|ทั้ง(?:สอง|ส่วน)|average|mean|together|in all", re.IGNORECASE)
_FARTHEST_PART = 60
_FARTHEST_MARK = 100
_WINDOW = 300
_RESPECTIVELY = re.compile(r"ตามลำดับ|respectively", re.IGNORECASE)
_COMPARED_BEHIND = re.compile(
    r"\s*(?:คะแนน|points?)?\s*(?:เมื่อ)?(?:เทียบกับ|เปรียบเทียบกับ|จาก|from|against|compared (?:with|to))\s*(?:ผล(?:การประเมิน)?(?:ของ)?|คะแนน(?:ของ)?)?\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a passage stands: its scope, the names of the year, the year assessed, whether it is part of a table, and the line of column heads above it."""

    names: Names
    assessed: int | None
    scope: Scope = field(default_factory=Scope)
    table: bool = False
    heads: Heads = ()

    @property
    def year(self) -> int | None:
        """The year of figures whose own words name none."""
        return self.scope.year or self.assessed


def scores_in(passage: Passage, setting: Setting) -> Iterator[ScoreFact | ChangeFact]:
    """The scores and differences that the sentences of a passage state, in order."""
    if not _WORTH_READING.search(passage.text):
        return
    for offset, sentence in sentences(passage.text):
        if heads := heads_of(sentence):
            setting = replace(setting, heads=heads)
        elif any(char.isdigit() for char in sentence):
            yield from _Reader(passage, setting, sentence, offset).read()


@lru_cache(maxsize=256)
def sentences(text: str) -> tuple[tuple[int, str], ...]:
    """The lines and English sentences of a text with their offsets; a short cell of several lines is one."""
    return tuple(_sentences(text))


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    if len(text) <= _SHORT_CELL:
        text = text.replace("\n", " ")
    start = 0
    for line in text.split("\n"):
        begin = 0
        for end in _SENTENCE_END.finditer(line):
            yield start + begin, line[begin : end.start()]
            begin = end.end()
        yield start + begin, line[begin:]
        start += len(line) + 1


def _free(found: Iterable[Figure], taken: Sequence[Mention | FlatRow]) -> Iterator[Figure]:
    """The figures outside of the stretches that are taken, both in order."""
    for figure in found:
        at = bisect_left(taken, figure.end, key=lambda one: one.start)
        if all(one.end <= figure.start for one in taken[max(0, at - 2) : at]):
            yield figure


class _Reader:
    """One sentence, read from left to right."""

    def __init__(self, passage: Passage, setting: Setting, text: str, offset: int) -> None:
        self.passage, self.setting, self.text, self.offset = passage, setting, text, offset
        self.named = named_in(text, setting.names)
        self.marks = year_marks(text, setting.assessed)
        self.rows = tuple(flat_rows(text, self.named))
        self.figures = tuple(_free(figures(text), sorted([*self.named, *self.rows], key=lambda taken: taken.start)))
        self.compared = tuple(mark for mark in self.marks if mark.compared)
        self.turns = tuple(match.end() for match in _TURNED.finditer(text))
        self.subject: tuple[str, float] | None = None
        self.fresh = False
        self.parted = False
        self.since = 0
        self.told: dict[str, set[int | None]] = {}
        self.spoken: set[int | None] = set()

    def read(self) -> Iterator[ScoreFact | ChangeFact]:
        """The facts of the sentence."""
        for row in self.rows:
            node = with_part(row.node, self.setting.scope.part)
            yield from row_facts(row, self.setting.heads, node=node, passage=self.passage, offset=self.offset)
        in_order = self._in_order()
        for place, figure in enumerate(self.figures):
            if figure.role in ("other", "bound"):
                continue
            ahead = self._ahead(figure)
            if in_order is not None and figure.role != "change":
                self.subject, self.fresh = in_order.get(figure.start), True
            else:
                self._turn_to(figure, ahead)
            if self.subject is not None and not self._is_of_part(figure, ahead):
                yield from self._facts(figure, ahead, self.figures[place + 1 :], paired=bool(in_order))
            self.since = max(self.since, figure.end)

    def _ahead(self, figure: Figure) -> Sequence[Mention]:
        """The nodes named between the figure before and this one."""
        first = bisect_left(self.named, self.since, key=lambda mention: mention.start)
        return self.named[first : bisect_right(self.named, figure.start, lo=first, key=lambda mention: mention.end)]

    def _is_of_part(self, figure: Figure, ahead: Sequence[Mention]) -> bool:
        """Whether the figure is that of a part of an indicator ("ส่วนที่ 1 ได้ …"); what the parts come to, behind them, is the indicator's again."""
        assert self.subject is not None
        between = self.text[max(ahead[-1].end if ahead else self.since, figure.start - _FARTHEST_PART) : figure.start]
        of_part = self.subject[0].isdigit() and _OF_PART.search(between) is not None
        if self.parted and not of_part and _COMES_TO.search(between):
            self.fresh = True
        self.parted = of_part
        return of_part

    def _turn_to(self, figure: Figure, ahead: Sequence[Mention]) -> None:
        if self.parted and len(ahead) == 1 and ahead[0].node == "total":
            self.fresh = True
        elif ahead:
            self.subject, self.fresh = subject_of(self.text, ahead, figure.start, self.setting.names), True
        elif self.since == 0:
            self.subject, self.fresh = self._implied(figure), True
        else:
            self.fresh = False

    def _implied(self, figure: Figure) -> tuple[str, float] | None:
        """The subject of a sentence that names none: that of the heading above, or the agency's total."""
        node = self.setting.scope.node
        if node is not None and (figure.role == "change" or _LEADS.fullmatch(self.text, 0, figure.start)):
            return node, 0.9
        if node is not None or figure.role != "score" or not figure.exact or _OTHER_SURVEY.search(self.text, 0, figure.start):
            return None
        if _OF_ITA.search(self.text, 0, figure.start) or _LEVEL_FOLLOWS.match(self.text, figure.end):
            return ("total", 0.8) if self.setting.scope.instrument is None else None
        return None

    def _in_order(self) -> dict[int, tuple[str, float]] | None:
        """Figures and nodes that "respectively" pairs; empty where their numbers differ, None where the word is not there."""
        word = _RESPECTIVELY.search(self.text)
        told = [figure for figure in self.figures if figure.role in ("score", "bare")]
        if word is None or not told:
            return None
        before = [figure for figure in told if figure.end <= word.start()]
        nodes = list(dict.fromkeys(mention.node for mention in self.named if before and mention.end <= before[0].start))
        if len(nodes) != len(before) or len(nodes) < 2:
            return {}
        return {figure.start: (node, 0.85) for figure, node in zip(before, nodes, strict=True)}

    def _facts(self, figure: Figure, ahead: Sequence[Mention], rest: Sequence[Figure], *, paired: bool) -> Iterator[ScoreFact | ChangeFact]:
        if figure.role == "change":
            yield from self._change(figure)
        elif figure.role == "score" or paired or self._stands_beside(figure, ahead) or self._opens_cell(figure):
            yield from self._score(figure, rest)

    def _stands_beside(self, figure: Figure, ahead: Sequence[Mention]) -> bool:
        """Whether a figure without a word for score stands right behind its node, or right behind a year."""
        behind = [mention.end for mention in ahead[-1:]] + [mark.end for mark in self._marks_near(figure, self.since) if mark.end <= figure.start]
        return any(_JOINED.fullmatch(self.text, end, figure.start) for end in behind)

    def _opens_cell(self, figure: Figure) -> bool:
        """Whether a figure begins a cell of a node's row that goes on with the mark it missed or passed ("74.83 ต่ำกว่าค่าเป้าหมาย 85")."""
        in_row = self.setting.table and self.setting.scope.node is not None
        return in_row and figure.exact and figure.start == 0 and _HELD_AGAINST.match(self.text, figure.end) is not None

    def _score(self, figure: Figure, rest: Sequence[Figure]) -> Iterator[ScoreFact]:
        assert self.subject is not None
        node, sure = self.subject
        found = self._year(figure, rest)
        if found is None:
            return
        year, certain = found
        told = self.told.setdefault(node, set())
        if not self.fresh and (year in told or not told):
            return
        told.add(year)
        sure = min(sure, certain, 0.95 if figure.exact else 0.75)
        yield ScoreFact(
            self.passage, with_part(node, self.setting.scope.part), figure.value, year, self.setting.table, span=self._span(figure), confidence=sure
        )

    def _year(self, figure: Figure, rest: Sequence[Figure]) -> tuple[int | None, float] | None:
        """The year of a score with a confidence; None where the words leave it open."""
        mark = year_of_figure(self.text, (figure.start, figure.end), self._marks_near(figure, self.since), since=self.since)
        if mark is not None:
            return self._marked(mark, figure)
        before = self.text[max(0, figure.start - _WINDOW) : figure.start]
        if _FROM.search(before):
            goes_on = any(_TO.search(self.text[max(0, other.start - _WINDOW) : other.start]) for other in rest[:1])
            if not _TURNED.search(before) and not goes_on:
                return None
            return (self.setting.assessed - 1, 0.8) if self.setting.assessed and self.setting.year == self.setting.assessed else None
        if self.spoken and _TO.search(before) is None:
            years = self.spoken - {self.setting.year}
            if years:
                return (next(iter(years)), 0.7) if len(self.spoken) == 1 and self.fresh else None
        return self.setting.year, 1.0

    def _marked(self, mark: YearMark, figure: Figure) -> tuple[int | None, float] | None:
        assessed = self.setting.assessed
        if mark.year is None:
            return None
        if assessed and mark.year > assessed and figure.start - mark.end > 20:
            return self.setting.year, 0.6
        self.spoken.add(mark.year)
        self.since = max(self.since, mark.end if mark.start >= figure.end else 0)
        return mark.year, 1.0

    def _change(self, figure: Figure) -> Iterator[ChangeFact]:
        assert self.subject is not None
        node, sure = self.subject
        if self.text[figure.start] not in _SIGNS and self._names_behind_turn(figure):
            return
        year, since = self._years_of_change(figure)
        if year is not None and since is not None and since >= year:
            return
        sure = min(sure, 0.95 if figure.signed else 0.4)
        yield ChangeFact(self.passage, with_part(node, self.setting.scope.part), figure.value, year, since, span=self._span(figure), confidence=sure)

    def _names_behind_turn(self, figure: Figure) -> bool:
        """Whether a node stands between the word for rise or fall and the figure: then the figure may be its score."""
        turn = self._turn_before(figure)
        last = bisect_right(self.named, figure.start, key=lambda mention: mention.end)
        return turn is not None and any(turn <= mention.start for mention in self.named[max(0, last - 1) : last])

    def _years_of_change(self, figure: Figure) -> tuple[int | None, int | None]:
        """The year that rose or fell and the year it is compared with."""
        turn = self._turn_before(figure)
        turn = self.since if turn is None else turn
        year, since = self.setting.year, None
        for mark in self._marks_near(figure, min(self.since, max(turn, figure.start - _WINDOW))):
            if mark.end <= figure.start and (turn <= mark.start or (mark.compared and self.since <= mark.start)):
                since = mark.year
            elif self.since <= mark.start and mark.end <= turn and (mark.year or 0) <= (self.setting.assessed or 9999):
                year = mark.year
            elif since is None and mark.start >= figure.end and _COMPARED_BEHIND.fullmatch(self.text, figure.end, mark.start):
                since = mark.year
        if since is None:
            last = bisect_right(self.compared, figure.start, key=lambda mark: mark.end)
            since = self.compared[last - 1].year if last else year - 1 if year else None
        return year, since

    def _turn_before(self, figure: Figure) -> int | None:
        """Where the last word for rise or fall before a figure ends."""
        last = bisect_right(self.turns, figure.start)
        return self.turns[last - 1] if last else None

    def _marks_near(self, figure: Figure, start: int) -> Sequence[YearMark]:
        """The years named from a place on and up to a little behind a figure."""
        first = bisect_left(self.marks, start, key=lambda mark: mark.start)
        return self.marks[first : bisect_right(self.marks, figure.end + _FARTHEST_MARK, lo=first, key=lambda mark: mark.start)]

    def _span(self, figure: Figure) -> tuple[int, int]:
        return self.offset + figure.start, self.offset + figure.end

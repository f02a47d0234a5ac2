"""Cells that hold a figure and nothing else: a score, a signed difference, a weight or a target."""

import re
from dataclasses import dataclass
from decimal import Decimal

_SCORE = re.compile(r"\(?(?P<digits>\d{1,3}(?:\.\d{1,2})?)\)?\s*(?:คะแนน|points?|%|\*{1,2})?\s*(?:\((?:[A-F]{1,2}|ผ่าน[ก-๎]*|ต้องปรับปรุง[ก-๎]*)\))?", re.IGNORECASE)
_UP = r"\+|▲|△|↑|⬆|⇧|เพิ่ม(?:ขึ้น)?|สูงขึ้น|up|rise"
_DOWN = r"[-−–]|▼|▽|↓|⬇|⇩|ลด(?:ลง)?|ต่ำลง|down|fall"
_CHANGE = re.compile(
    rf"[(\s]*(?:(?P<up>{_UP})|(?P<down>{_DOWN}))?[\s(]*(?P<digits>\d{{1,3}}(?:\.\d{{1,2}})?)\s*(?:คะแนน|points?)?[)\s]*(?:(?P<up_behind>{_UP})|(?P<down_behind>{_DOWN}))?[)\s]*",
    re.IGNORECASE,
)
_DIRECTION = re.compile(rf"\s*(?:(?P<up>{_UP})|(?P<down>{_DOWN}))", re.IGNORECASE)
_WEIGHT = re.compile(r"(?:ร้อยละ\s*)?(?P<digits>\d{1,3}(?:\.\d{1,2})?)\s*(?:%|คะแนน)?")
_TARGET = re.compile(r"(?:≥|ตั้งแต่|ไม่ต่ำกว่า|ไม่น้อยกว่า)?\s*(?P<digits>\d{2,3}(?:\.\d{1,2})?)\s*(?:คะแนน|points?)?\s*(?:ขึ้นไป|or more)?", re.IGNORECASE)
_FULL = 100


@dataclass(frozen=True, slots=True)
class Number:
    """The figure of a cell at text[start:end]; `sign` is what signs or words say: 1, -1 or 0 for nothing."""

    value: Decimal
    start: int
    end: int
    sign: int = 0

    @property
    def exact(self) -> bool:
        """Whether it has decimals."""
        return self.value.as_tuple().exponent != 0


def score_cell(text: str) -> Number | None:
    """The score that a cell is, from 0 to 100; None for anything else."""
    return _number(_SCORE, text)


def weight_cell(text: str) -> Number | None:
    """The percentage that a cell is."""
    return _number(_WEIGHT, text)


def target_cell(text: str) -> Number | None:
    """The mark to be reached that a cell is, with or without words for "or more"."""
    return _number(_TARGET, text)


def change_cell(text: str) -> Number | None:
    """The difference that a cell is; its value without sign."""
    match = _CHANGE.fullmatch(text.strip().replace("\n", " "))
    if match is None or Decimal(match["digits"]) > _FULL:
        return None
    sign = 1 if match["up"] or match["up_behind"] else -1 if match["down"] or match["down_behind"] else 0
    start = text.find(match["digits"])
    return Number(Decimal(match["digits"]), start, start + len(match["digits"]), sign)


def direction_cell(text: str) -> int:
    """1 or -1 where a cell says that a score rose or fell, else 0."""
    match = _DIRECTION.match(text)
    return 0 if match is None else 1 if match["up"] else -1


def _number(pattern: re.Pattern[str], text: str) -> Number | None:
    match = pattern.fullmatch(text.strip())
    if match is None or Decimal(match["digits"]) > _FULL:
        return None
    start = text.find(match["digits"])
    return Number(Decimal(match["digits"]), start, start + len(match["digits"]))

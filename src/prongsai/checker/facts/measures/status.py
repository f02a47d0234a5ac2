"""How far a measure is, as cells of progress say it: words, ticked boxes, shares of a hundred, and the day of the report."""

import re
from datetime import date
from typing import NamedTuple

from prongsai.checker.facts.measures.period import day_of
from prongsai.results import Status

NOT_REPORTED = re.compile(r"^(?:\(?(?:ยังไม่(?:ได้|มีการ)?รายงาน|not reported yet)\)?\s*)+$", re.IGNORECASE)
_TICKED = re.compile(r"(?:[☑☒✓✔✅🗹●■◉]|\[ ?[xX✓/] ?\]|\( ?[xX✓/] ?\))\s*([^☐□○◯☑☒✓✔✅🗹●■◉\[(\n]*)")
_BOX = re.compile(r"[☐□○◯☑☒🗹]")
_MARK = re.compile(r"^\W*[✓✔✅☑☒🗹●■◉/xX]\W*$|^[✓✔✅☑☒🗹●■◉/]$")
_WORDS: tuple[tuple[Status, str], ...] = (
    ("cancelled", r"ยกเลิก|cancelled|canceled"),
    ("in_progress", r"ยังไม่(?:แล้ว)?เสร็จ|ยังดำเนินการไม่แล้วเสร็จ"),
    ("not_started", r"ยังไม่(?:ได้|มีการ|เริ่ม)*(?:เริ่ม|ดำเนินการ|ดำเนินงาน)|ไม่ได้ดำเนินการ|not (?:yet )?started"),
    ("in_progress", r"(?:อยู่(?:ใน)?)?ระหว่าง(?:การ)?ดำเนิน(?:การ|งาน)|กำลังดำเนิน(?:การ|งาน)|in progress|under way|ongoing"),
    ("done", r"แล้วเสร็จ|เสร็จสิ้น|เสร็จเรียบร้อย|ดำเนินการแล้ว|ดำเนินการเรียบร้อย|^done$|^completed?$"),
)
_STATUSES = tuple((status, re.compile(pattern, re.IGNORECASE | re.MULTILINE)) for status, pattern in _WORDS)
_SHARE = re.compile(r"(?:ร้อยละ ?(?P<after>\d{1,3})(?:\.\d+)?|(?P<before>\d{1,3})(?:\.\d+)? ?%)")
_DATE_LINE = re.compile(r"^\(?(?:ณ|ข้อมูล ณ|วันที่รายงาน ?:?|as of)\b|^\(?\d{1,2} [^\s\d]+\.? \d{4}(?: \(B\.E\. \d{4}\))?\)?$", re.IGNORECASE)
_DAY = r"(?:(?:ณ|as of) ?(?:วันที่ ?)?\d{1,2} [^\s\d]+ (?:พ\.ศ\. ?)?\d{4}|\d{1,2} [a-z]+ \d{4} \(B\.E\. \d{4}\))"
_BEFORE_DAY = re.compile(rf"^(?P<before>[^\d\n]{{3,40}}?) *(?={_DAY})", re.IGNORECASE)
_DAY_FIRST = re.compile(rf"^({_DAY}) *(?=\S)(?!\n)", re.IGNORECASE | re.MULTILINE)
_LONGEST_STATUS = 60


class Standing(NamedTuple):
    """What the first lines of a cell say of how far a measure is, and the place where the rest of its lines begins."""

    status: Status | None
    day: date | None
    lines: int


def status_of(text: str) -> Status | None:
    """The status that a text states; of boxes the ticked one. None where it states none or several."""
    ticked = _TICKED.findall(text)
    if ticked:
        found = {status for label in ticked if (status := _worded(label))}
        return found.pop() if len(found) == 1 else None
    if _BOX.search(text) or NOT_REPORTED.match(text):
        return None
    return _worded(text) or _shared(text)


def is_mark(text: str) -> bool:
    """Whether a cell holds a tick and nothing else."""
    return bool(_MARK.match(text))


def opened(text: str) -> str:
    """The text with line breaks around a day that stands behind nothing but a status ("แล้วเสร็จ ณ 31 มีนาคม 2569 …")."""
    first = _BEFORE_DAY.sub(lambda found: f"{found['before']}\n" if only_status(found["before"]) else found[0], text, count=1)
    return _DAY_FIRST.sub(r"\1\n", first, count=1)


def standing_of(text: str) -> Standing:
    """Status and day in the first lines of a cell, as far as those lines say nothing else."""
    status: Status | None = None
    day: date | None = None
    lines = text.split("\n") if text else []
    for place, line in enumerate(lines):
        boxes = bool(_BOX.search(line) or _TICKED.match(line))
        if _is_day(line) and day is None:
            day = day_of(line)
        elif status is None and (boxes or only_status(line)):
            status = status_of(line)
        elif not (boxes or NOT_REPORTED.match(line)):
            return Standing(status, day, place)
    return Standing(status, day, len(lines))


def only_status(line: str) -> bool:
    """Whether a line says how far a measure is and nothing else."""
    rest = line
    for _, pattern in _STATUSES:
        rest = pattern.sub("", rest)
    return len(re.sub(r"\W|ดำเนินการ|ดำเนินงาน", "", rest)) == 0 and rest != line


def _is_day(line: str) -> bool:
    return bool(_DATE_LINE.match(line)) and day_of(line) is not None


def _worded(text: str) -> Status | None:
    """The status whose words come first; those that deny others stand before them in the list."""
    rest = text
    found: list[tuple[int, Status]] = []
    for status, pattern in _STATUSES:
        found += [(match.start(), status) for match in pattern.finditer(rest)]
        rest = pattern.sub(lambda match: " " * len(match[0]), rest)
    return min(found)[1] if found else None


def _shared(text: str) -> Status | None:
    match = _SHARE.search(text) if len(text) <= _LONGEST_STATUS else None
    if match is None:
        return None
    share = int(match["after"] or match["before"])
    return "done" if share == 100 else "in_progress" if 0 < share < 100 else "not_started" if share == 0 else None

"""The rule about cells that hold what belongs to another column."""

import re
from collections.abc import Iterator

from prongsai.checker.fact import Fact, MeasureFact
from prongsai.checker.outline import Passage
from prongsai.checker.rules.rule import Finding, Inquiry
from prongsai.checker.rules.wording import quoted
from prongsai.words import Words

_UNIT = r"(?:สำนักปลัด|สำนัก|กอง|งาน|ฝ่าย|หน่วย|แผนก|ส่วน)[ก-๙]{2,24}(?: ?ฯ)?"
_POST = r"(?:ปลัด|รองปลัด|ผู้อำนวยการ|หัวหน้า|นัก(?:วิชาการ|วิเคราะห์|จัดการ|ทรัพยากร|พัฒนา)|เจ้าพนักงาน|นิติกร)[ก-๙]{0,30}"
_ONLY_OWNERS = re.compile(rf"^\W*(?:(?:{_UNIT}|{_POST})[\s,/และ-]*)+\W*$")
_VERBS = re.compile(r"ติดตาม|รายงาน|ประชุม|สรุป|ตรวจ|เสนอ|แจ้ง|จัด|กำกับ|ทบทวน|เผยแพร่|ให้|ทุก|ภายใน|โดย")
_OWNER_NAMED = re.compile(r"(?:^|\n|[.;] )\W*(?:\d+[.)] ?)?(?:ผู้รับผิดชอบ|หน่วยงานรับผิดชอบ|responsible)(?: ?[:：]| (?=[ก-๙]))", re.IGNORECASE)
_OWNER_LAST = re.compile(rf"(?:ผู้รับผิดชอบ|หน่วยงานรับผิดชอบ) ?(?P<colon>[:：])? ?(?:(?:{_UNIT}|{_POST})[\s,/และ-]*)+\W*$")
_TIME = re.compile(
    r"ตลอดปี|ไตรมาส|เดือน|ภายใน|ปีงบประมาณ|ระหว่างวันที่|\d{1,2}/\d{1,2}/\d{4}|(?:ม\.ค|ก\.พ|มี\.ค|เม\.ย|พ\.ค|มิ\.ย|ก\.ค|ส\.ค|ก\.ย|ต\.ค|พ\.ย|ธ\.ค)\."
    r"|มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม|\b(?:January|February|March|April|June|July|August|September|October|November|December)\b"
)
_ONLY_TIME = re.compile(
    r"^[\W\d]*(?:(?:ตลอด|ปีงบประมาณ|ปี|ไตรมาส|ที่|เดือน|ภายใน|ระหว่าง|ถึง|พ\.ศ\.|[ก-๙]{1,3}\.[ก-๙]\.|มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม)[\W\d]*)+$"
)
_MONEY = re.compile(r"(?:งบประมาณ|จำนวนเงิน|เป็นเงิน)[^\n]{0,20}\d[\d,]*(?:\.\d+)? ?บาท|^\W*\d[\d,]{3,}(?:\.\d+)?(?: ?บาท)?\W*$")
_NAMES = {
    "responsible": Words("ผู้รับผิดชอบ", "the responsible"),
    "period": Words("ระยะเวลา", "the period"),
    "steps": Words("ขั้นตอน", "the steps"),
    "title": Words("มาตรการ", "the title"),
    "follow_up": Words("การติดตาม", "the follow-up"),
    "budget": Words("งบประมาณ", "the budget"),
}


def cell_misplaced(inquiry: Inquiry) -> Iterator[Finding]:
    """A cell that holds what belongs to another column of its table."""
    seen: set[int] = set()
    for measure in inquiry.facts.measures:
        for field, belongs in _misplaced(measure):
            cell = measure.cells[field]
            if id(cell) not in seen:
                seen.add(id(cell))
                yield _finding(measure, field, belongs)


def _misplaced(measure: MeasureFact) -> Iterator[tuple[str, str]]:
    """Fields with what their cells hold instead; cells that two fields share are left out."""
    cells = measure.cells
    alone = {name for name, cell in cells.items() if cell and sum(_same_cell(cell, other) for other in cells.values()) == 1}
    if "responsible" in cells:
        if "period" in alone and _owners(cells["period"].text) and not _TIME.search(cells["period"].text):
            yield "period", "responsible"
        if "steps" in alone and _owners_inside(measure):
            yield "steps", "responsible"
    if "period" in cells and "responsible" in alone and _ONLY_TIME.match(cells["responsible"].text):
        yield "responsible", "period"
    if "period" in cells and "steps" in alone and _ONLY_TIME.match(_joined(measure)):
        yield "steps", "period"
    yield from ((field, "budget") for field in ("title", "responsible", "period") if field in alone and _MONEY.search(cells[field].text))


def _owners(text: str) -> bool:
    """Whether a text is nothing but units and posts."""
    return _ONLY_OWNERS.match(text) is not None and not _VERBS.search(text)


def _owners_inside(measure: MeasureFact) -> bool:
    """Whether the steps name the owner as such, are nothing but owners, or end in one while the owner's own cell is empty."""
    steps = measure.text("steps")
    last = _OWNER_LAST.search(steps)
    if _OWNER_NAMED.search(steps) or _owners(_joined(measure)) or (last and (last["colon"] or not measure.text("responsible"))):
        return True
    lines = [line for line in steps.split("\n") if line.strip()]
    return not measure.text("responsible") and len(lines) > 1 and any(_owners(line) for line in lines)


def _same_cell(cell: Passage, other: Passage) -> bool:
    return other is cell or (cell.place.column is not None and other.place == cell.place)


def _joined(measure: MeasureFact) -> str:
    return " ".join(measure.text("steps").split())


def _finding(measure: MeasureFact, field: str, belongs: str) -> Finding:
    text = measure.text(field)
    named = (_OWNER_NAMED.search(text) or _OWNER_LAST.search(text)) if belongs == "responsible" else None
    title, here, there = quoted(measure.title), _NAMES[field], _NAMES[belongs]
    inside = quoted(text[named.start() if named else 0 :])
    return Finding(
        Fact(measure.cells[field], confidence=measure.confidence, span=named.span() if named else None),
        Words(f"ช่อง{here.th}ของ “{title}” มี{there.th}อยู่: “{inside}”", f"{here.en} of “{title}” holds {there.en}: “{inside}”"),
        Words(f"ย้ายไปไว้ในช่อง{there.th}", f"move it to the column of {there.en}"),
    )

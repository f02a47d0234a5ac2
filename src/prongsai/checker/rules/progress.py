"""Rules about results: what was done and not what should be, proof, no copied rows."""

import re
from collections.abc import Iterator
from itertools import combinations
from zlib import crc32

from prongsai.checker.fact import Fact, MeasureFact
from prongsai.checker.outline import Passage
from prongsai.checker.rules.nearness import bare
from prongsai.checker.rules.rule import Finding, Inquiry
from prongsai.checker.rules.wording import listed, quoted
from prongsai.words import Words

_RESULTS = ("done", "outcome")
_FIELD_NAMES = {
    "done": Words("สรุปผลการดำเนินการ", "what was done"),
    "outcome": Words("ผลลัพธ์", "the outcome"),
    "steps": Words("ขั้นตอน", "the steps"),
}
_NUMBER = re.compile(r"(?:^|(?<=\s))\(?\d{1,2}[.)](?!\d) ?")
_LINE = re.compile(r"\n|(?:^|\s)[-–•] ")
_DONE = re.compile(
    r"ได้(?!แก่)|แล้ว|เรียบร้อย|เสร็จ|ครบ|สำเร็จ|ร้อยละ|จำนวน|\d|ไม่พบ|ไม่มี|ยังไม่|อยู่ระหว่าง|กำลัง|มีการ|มีผู้|มีคำสั่ง|ออกคำสั่ง|ลดลง|เพิ่มขึ้น|ดีขึ้น|http|www|ยกเลิก|พึงพอใจ(?!ให้)"
)
_WISH = re.compile(
    r"^(?:หน่วยงาน|เทศบาล|องค์การบริหารส่วน(?:ตำบล|จังหวัด)|อบต\.?|อบจ\.?|เจ้าหน้าที่|บุคลากร|ผู้บริหาร)?ฯ? ?"
    r"(?:จึง|ก็)?(?:ควร|เพื่อ|ให้มี|ให้เกิด|จะ(?!ต้องไม่)|ต้องการ|คาดว่า|มุ่ง(?:เน้น|หวัง)|สามารถ|ต้อง(?:มี|ดำเนินการ))"
    r"|^(?:should|in order to|to be|will be|must|so that)\b",
    re.IGNORECASE,
)
_PROGRAMME = re.compile(r"^(?:มาตรการ|แนวทาง|โครงการ)")
_BARE_NOUN = re.compile(r"^(?:การ(?!ประชุม)|ความ)")
_SAYS = re.compile(r"ตรง|ชัดเจน|สูง|ต่ำ|ทุก|เป็นไป|เป็นปัจจุบัน|สะดวก|รวดเร็ว|มาก(?!ขึ้น|ยิ่ง)")
_LONGEST_MATTER = 40
_LEAST_COPY = 40
_MONTHS = r"ม\.ค|ก\.พ|มี\.ค|เม\.ย|พ\.ค|มิ\.ย|ก\.ค|ส\.ค|ก\.ย|ต\.ค|พ\.ย|ธ\.ค|[ก-๎]{3,9}(?:คม|ยน|พันธ์)"
_PROOF = re.compile(
    r"https?:|www\.|\.go\.th|\.pdf|facebook|เพจ|เว็บไซต์ ?:|คำสั่ง[^\n]{0,60}ที่|ประกาศ[^\n]{0,60}(?:ลงวันที่|เรื่อง)|เลขที่|ลงวันที่|หนังสือ ?(?:ที่|เลข)"
    r"|บันทึก|รายงานการประชุม|ภาพถ่าย|ภาพประกอบ|ภาพกิจกรรม|ตามเอกสาร|เอกสารแนบ|แนบท้าย|ภาคผนวก|QR|ที่ ?[ก-ฮ]{2} ?\d|\b[ก-ฮ]{2} ?\d{4,}|\d+/\d{4}"
    rf"|\d{{1,2}} ?(?:{_MONTHS})|ทะเบียน|แบบฟอร์ม|ไฟล์|link|order no|memo|photo",
    re.IGNORECASE,
)
# What counts as proof in a table that has a column of its own for it.
_ADDRESS = re.compile(r"https?:|www\.|\.go\.th|\.pdf|คำสั่ง[^\n]{0,60}ที่ ?\d|เลขที่|ลงวันที่|หนังสือ ?(?:ที่|เลข)|บันทึกข้อความ|ที่ ?[ก-ฮ]{2} ?\d|\d+/\d{4}", re.IGNORECASE)
_ANNEX = re.compile(r"ภาคผนวก|ภาพกิจกรรม|ภาพถ่าย(?:กิจกรรม|ประกอบ)?|เอกสารหลักฐาน|หลักฐานประกอบ|เอกสารแนบ|annex|evidence", re.IGNORECASE)
_LONGEST_HEADING = 80


def result_is_wish(inquiry: Inquiry) -> Iterator[Finding]:
    """A cell of results that says what should be done, or only names matters, and nothing that was done; each cell once."""
    seen: set[int] = set()
    for measure in inquiry.facts.measures:
        for field in _RESULTS:
            cell = measure.cells.get(field)
            if cell and id(cell) not in seen and (judged := _judged(cell.text)) is not None:
                seen.add(id(cell))
                yield _wish(measure, cell, _FIELD_NAMES[field], sure=judged)


def _judged(text: str) -> bool | None:
    """True where every entry is a wish or a bare matter and one is a wish, False where all are bare matters, None where something may have been done."""
    entries = _entries(text)
    wishes = [_WISH.search(entry) is not None and not _happened(entry) for entry in entries]
    matters = [_is_matter(entry) for entry in entries]
    if not entries or not all(wish or matter for wish, matter in zip(wishes, matters, strict=True)):
        return None
    return any(wishes)


def _entries(text: str) -> list[str]:
    """What a cell lists: by its numbers where it has them, else by its lines."""
    pieces = _NUMBER.split(text) if _NUMBER.search(text) else _LINE.split(text)
    return [" ".join(piece.split()) for piece in pieces if len(bare(piece)) > 1]


def _is_matter(entry: str) -> bool:
    """Whether an entry only names a matter (การเปิดเผยข้อมูล) and says nothing of it."""
    short = len(entry) <= _LONGEST_MATTER and _BARE_NOUN.search(entry) is not None
    return (short or _PROGRAMME.search(entry) is not None) and not _DONE.search(entry) and not _SAYS.search(entry)


def _happened(entry: str) -> bool:
    """Whether a sentence that begins like a wish goes on to what was done (เพื่อให้… ได้จัดประชุมแล้ว)."""
    return bool(re.search(r"แล้ว(?!เสร็จภายใน)|เรียบร้อย|ได้(?:จัด|ดำเนิน|แต่งตั้ง|ประกาศ|เผยแพร่|ทบทวน|ประชุม|ออก|มี|แจ้ง|ปรับปรุง)|เมื่อวันที่|ร้อยละ ?\d", entry))


def _wish(measure: MeasureFact, cell: Passage, name: Words, *, sure: bool) -> Finding:
    title = quoted(measure.title)
    told = Words("เขียนสิ่งที่ควรทำหรือหวังให้เกิด", "says what should be done or is hoped for") if sure else Words("เป็นเพียงหัวข้อ", "only names matters")
    return Finding(
        Fact(cell, confidence=measure.confidence),
        Words(f"ช่อง{name.th}ของ “{title}” {told.th} ไม่ได้บอกว่าทำอะไรแล้ว", f"{name.en} of “{title}” {told.en} and not what was done"),
        Words("เขียนสิ่งที่ทำแล้ว เมื่อใด กับใคร ได้ผลเท่าใด พร้อมหลักฐาน", "write what was done, when, with whom, with what result, and the proof"),
        severity=None if sure else "warning",
    )


def no_evidence(inquiry: Inquiry) -> Iterator[Finding]:
    """Rows of progress that point to no address, file, order, date or photo; one finding where no row of the document does."""
    rows = [measure for measure in inquiry.facts.measures if measure.reports and not measure.proposed and _reports_something(measure)]
    lacking = [measure for measure in rows if not _points_to_proof(measure)]
    if not lacking or _has_annex(inquiry):
        return
    mend = Words(
        "ใส่ที่อยู่เว็บไซต์ เลขที่คำสั่งหรือหนังสือ วันที่ หรือภาพถ่ายของแต่ละมาตรการ", "give an address, the number of an order or letter, a date or a photo for each measure"
    )
    if len(lacking) == len(rows):
        count = len(rows)
        yield Finding(rows[0], Words(f"ไม่มีมาตรการใดอ้างหลักฐานของผลการดำเนินการ ({count} มาตรการ)", f"no measure points to proof of its results ({count})"), mend)
        return
    for measure in lacking:
        title = quoted(measure.title)
        yield Finding(measure, Words(f"ผลของ “{title}” ไม่ได้อ้างหลักฐาน", f"the results of “{title}” point to no proof"), mend)


def _reports_something(measure: MeasureFact) -> bool:
    return measure.status not in ("not_started", "cancelled") and any(measure.text(field) for field in _RESULTS)


def _points_to_proof(measure: MeasureFact) -> bool:
    if measure.evidence or measure.text("evidence"):
        return True
    pattern = _ADDRESS if "evidence" in measure.cells else _PROOF
    return any(pattern.search(measure.text(field)) for field in ("done", "outcome", "obstacles", "suggestions"))


def _has_annex(inquiry: Inquiry) -> bool:
    """Whether a heading of its own announces proof for the whole document."""
    prose = inquiry.facts.outline.prose
    return any(len(passage.text) <= _LONGEST_HEADING and _ANNEX.search(passage.text) for passage in prose if passage.kind in ("heading", "paragraph"))


def copied_row(inquiry: Inquiry) -> Iterator[Finding]:
    """Rows of different indicators with the same long text; each group of such rows once."""
    for field in (*_RESULTS, "steps"):
        texts = [(measure, text) for measure in inquiry.facts.measures if not measure.proposed and len(text := bare(measure.text(field))) >= _LEAST_COPY]
        for group in _groups(texts):
            yield _copied(group, field)


def _groups(texts: list[tuple[MeasureFact, str]]) -> Iterator[list[MeasureFact]]:
    """Measures whose texts are the same or nearly the same and which answer different indicators."""
    leader = list(range(len(texts)))
    for first, second in _near_pairs([text for _, text in texts]):
        if texts[first][0].cells is not texts[second][0].cells and _differ(texts[first][0], texts[second][0]):
            leader[second] = leader[first]
    for head in dict.fromkeys(leader):
        members = [measure for place, (measure, _) in enumerate(texts) if leader[place] == head]
        if len(members) > 1:
            yield members


def _near_pairs(texts: list[str]) -> Iterator[tuple[int, int]]:
    """Places of texts that share nearly all of their runs of letters; only those that share the smallest of them are compared."""
    runs = [frozenset(text[at : at + _RUN] for at in range(len(text) - _RUN + 1)) for text in texts]
    buckets: dict[int, list[int]] = {}
    for place, own in enumerate(runs):
        for key in sorted(crc32(run.encode()) for run in own)[:_KEYS]:
            buckets.setdefault(key, []).append(place)
    pairs = {pair for places in buckets.values() for pair in combinations(sorted(set(places)), 2)}
    for first, second in sorted(pairs):
        shared = len(runs[first] & runs[second])
        if shared >= _ALIKE * max(len(runs[first]), len(runs[second])):
            yield first, second


_RUN, _KEYS, _ALIKE = 5, 3, 0.85


def _differ(first: MeasureFact, second: MeasureFact) -> bool:
    """Whether two rows are about different matters: other nodes, or, where none are known, other titles."""
    if first.answers and second.answers:
        return not set(first.answers) & set(second.answers)
    return bare(first.title) != bare(second.title)


def _copied(group: list[MeasureFact], field: str) -> Finding:
    name, count = _FIELD_NAMES[field], len(group)
    titles = listed(f"“{quoted(measure.title)}”" for measure in group)
    return Finding(
        Fact(group[1].cells[field], confidence=group[1].confidence),
        Words(
            f"ช่อง{name.th}ของ {count} แถวที่เป็นคนละเรื่องมีข้อความเดียวกัน: {titles}",
            f"{count} rows about different matters carry the same text in {name.en}: {titles}",
        ),
        Words("เขียนให้ตรงกับเรื่องของแต่ละแถว", "write in each row what belongs to its own matter"),
    )

"""The numbers of a sentence, and what the words around each say it is: a score, a difference, a bound, or something else."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Role = Literal["score", "bare", "change", "bound", "other"]

_NUMBER = re.compile(r"(?<![A-Za-z\d.,/:#])(?<![A-Za-z\d]-)(?P<sign>[+\-−–](?=\d))?(?P<digits>\d{1,3}(?:\.\d{1,2})?)(?![\d/]|[.,:]\d)")
_FULL_MARKS = 100
_MOST_SECTIONS = 30
_WINDOW_BEFORE, _WINDOW_BEHIND, _WINDOW_MODAL = 90, 40, 70

_OR_MORE = re.compile(r"\s*(?:คะแนน|points?|%)?\s*(?:ขึ้?น้? ?ไป|หรือมากกว่า|หรือสูงกว่า|or more|or above|or higher|and above|and over)", re.IGNORECASE)
_RANGE_BEHIND = re.compile(r"\s*(?:คะแนน)?\s*(?:[-–—]|ถึง|to\b)\s*\d")
_FROM = re.compile(r"\bfrom\s*$", re.IGNORECASE)
_RANGE_BEFORE = re.compile(r"\d\s*(?:คะแนน)?\s*(?:[-–—]|ถึง)\s*$")
_COUNT = re.compile(
    r"\s*(?:บาท|คน|ราย|ข้อ|ตัวชี้วัด|รายการ|มาตรการ|ครั้ง|วัน|เดือน|ปี|ชุด|แห่ง|โครงการ|ประเด็น|ส่วน|น\.|ชั่วโมง|นาที|เครื่องมือ|อันดับ|ลำดับ|หน่วยงาน|จาก\s*\d|กิจกรรม|ช่องทาง|เรื่อง|ฉบับ|หน้า|ด้าน"
    r"|ประเภท|องค์ประกอบ|งาน|กอง|ขั้น|months?|days?|indicators?|items?|measures?|respondents?|of \d|instruments?|weak|disclosure)",
    re.IGNORECASE,
)
_TIME = re.compile(r"\s*น\.|\s*บาท")
_SECTION = re.compile(r"\.?\s+(?!คะแนน(?:[\s,.()]|$)|points?\b)[^\s\d]", re.IGNORECASE)
_LIST_NUMBER = re.compile(r"[.)]")
_ORDINAL = re.compile(r"(?<!อยู่)(?<!คะแนน)(?:ที่|ข้อ|หมวด|ลำดับ|อันดับ|หน้า|rank|item|part|indicator|page|table|no\.?)\s*$", re.IGNORECASE)
_PERCENT = re.compile(r"\s*(?:%|เปอร์เซ็นต์|per ?cent)")
_SHARE = re.compile(r"(?:ร้อยละ|น้ำหนัก)\s*$")
_GOT_SHARE = re.compile(r"ได้(?:รับ)?\s*ร้อยละ\s*$")
_SCORE_SHARE = re.compile(r"คะแนน[^\d\n]{0,20}ร้อยละ\s*$|คะแนนเฉลี่ย(?:[^\d\n]|ทั้ง ?3){0,45}(?:เท่ากับ|ได้|อยู่ที่|คือ|คิดเป็น)\s*ร้อยละ\s*$")
_FULL = re.compile(r"(?:เต็ม|จาก(?:คะแนน(?:เต็ม)?)?|full marks?|out of)\s*$", re.IGNORECASE)
_BOUND = re.compile(
    r"(?:ตั้งแต่|ไม่ต่ำกว่า|ต่ำกว่า|น้อยกว่า|มากกว่า|สูงกว่า|ไม่เกิน|เกิน|เกินกว่า|ไม่ถึง|ถึง|อย่างน้อย|เกณฑ์|เกณฑ์ผ่าน|เกณฑ์การผ่าน|เกณฑ์การประเมิน|เป้าหมาย|ขั้นต่ำ"
    r"|at least|below|under|above|over|less than|more than|reach(?:es|ed)?|up to|target|pass mark|minimum|≥|≤|>|<)"
    r"\s*(?:ร้อยละ|คือ|ที่|ไว้ที่|ที่ตั้งไว้|of|is|คะแนน|:|=)*\s*\(?$",
    re.IGNORECASE,
)
_TURN = re.compile(
    r"(?P<rise>เพิ่ม(?:สูง)?ขึ้น|สูงขึ้น|ดีขึ้น|เพิ่ม(?=\s|อีก|จาก|\d)|\b(?:rose|risen|increased?|up|higher|gained?|improved)\b)"
    r"|(?P<fall>ลด(?:ต่ำ|น้อย)?ลง|ต่ำลง|น้อยลง|ลด(?=\s|จาก|\d)|\b(?:fell|fallen|decreased?|down|lower|lost|dropped)\b)",
    re.IGNORECASE,
)
_NOT_TURN = re.compile(r"เป็น|เหลือ|อยู่|ได้|คือ|ร้อยละ|มี|ซึ่ง|\bto\b|\bwith\b|[:;\"”]", re.IGNORECASE)
_YEAR_WORDS = re.compile(r"25\d\d|20\d\d")
_IF = re.compile(r"(?:(?<!ญ)หาก(?![\u0e30-\u0e3a\u0e45-\u0e4e])|ถ้า)(?!พิจารณา|จำแนก|เปรียบ|เทียบ|ดู|แยก|วิเคราะห์|มอง)|\bif\b|\bat 100\b", re.IGNORECASE)
_MODAL = re.compile(
    r"จะ(?!เห็น|พบ)|(?<!ถูก)ต้อง(?!ปรับปรุง|แก้ไข|มีมาตรการ|กัน)|ควร(?:ได้|มี(?:ผล)?คะแนน|ให้)|ให้ได้|เพื่อให้|ตั้งเป้า|เป้าหมาย\s*:|เป้าหมายคะแนน|(?:มี|กำหนด)เป้าหมาย"
    r"|คาด(?:ว่า|หวัง|การณ์)|เพิ่มได้|\b(?:would|will|must|should|expected|goal|aims?)\b",
    re.IGNORECASE,
)
_COMPUTED = re.compile(
    r"(?:ถ่วงน้ำหนัก|%\s*\)?\s*=|[×x*] ?[\d.]+%?\s*\)?\s*=|เต็ม\s*(?!100)\d{1,3}|ไม่ตรง|คำนวณ|does not follow|which give|computed)[^\d\n]{0,50}$", re.IGNORECASE
)
_DISOWNED = re.compile(r"[^\d\n]{0,30}(?:ไม่ตรง|does not follow)", re.IGNORECASE)
_OTHERS = re.compile(
    r"(?:ค่าเฉลี่ย|เฉลี่ย)[^\d\n]{0,20}(?:ประเทศ|จังหวัด|ภาค|กลุ่ม|หน่วยงาน|อปท|เขต)|ระดับประเทศ|ทั่วประเทศ|ทั้งประเทศ"
    r"|ระดับจังหวัด|หน่วยงานอื่น|อปท\.?ทั้ง|กว่าค่าเฉลี่ย|\bnational\b|\bcountry\b|other agencies",
    re.IGNORECASE,
)
_POINTS = re.compile(r"\s*(?:คะแนน(?!เต็ม)|points?\b)", re.IGNORECASE)
_SAYS_SCORE = re.compile(
    r"(?:คะแนน(?:รวม|เฉลี่ย|ประเมิน|ภาพรวม|ที่|ที่ได้(?:รับ)?|เท่ากับ)*|ได้(?:รับ)?|เท่ากับ|อยู่ที่|คิดเป็น|(?<!จะ)เป็น|เหลือ|จาก|มี|ระดับ|=|:|scored?|scores|has|have|with|is|was|at|to|from|of)\s*(?:ร้อยละ)?\s*[(“\"]?$",
    re.IGNORECASE,
)
_WORD_SCORE = re.compile(r"คะแนน[^\d\n]{0,12}$|\bscore[sd]?\b[^\d\n]{0,12}$", re.IGNORECASE)
_DIFFERENCE = re.compile(r"\($|ต่าง[^\d\n]{0,20}$|difference[^\d\n]{0,12}$|change[^\d\n]{0,12}$", re.IGNORECASE)
_BEYOND = r"(?:ต่ำ|สูง|มาก|น้อย)กว่า|เกินกว่า|เกิน|ไม่ถึง|ห่าง|ขาด|short|below|above"
_GAP = re.compile(
    r"(?:(?<!ไม่)ขาด|ห่าง|หายไป|(?<!ส่วน)(?<!ได้)เสีย(?=คะแนน|ไป)|ถูกหัก|ช่องว่าง|\bshort by|\bgap(?: is| of)?|\baway by)"
    r"(?:ไป|อีก|อยู่|จาก|ส่วน|คะแนน|จำนวน|ถึง|เพียง|ประมาณ|ร้อยละ|คิดเป็น|เท่ากับ|\s)*$"
    r"|อีก(?:ประมาณ|จำนวน|เพียง|ไม่ถึง|\s)*$"
    rf"|(?:{_BEYOND})(?:(?!ได้|มี(?!ค่า)|เป็น|ตัวชี้วัด|\bEIT|\bIIT|\bOIT)[^\n]){{0,50}}(?:อยู่(?!ที่)|ถึง|จำนวน|ด้วยผลต่าง|\bby)\s*$"
    rf"|(?:{_BEYOND})\s*ปี(?:ก่อน|ที่แล้ว|ที่ผ่านมา|(?:งบประมาณ)?\s*(?:พ\.ศ\.)?\s*2\d{{3}})\s*$",
    re.IGNORECASE,
)
_TIMES_SIGN = re.compile(r"[×x*+]\s*$")
_NO_SCORE = (_COMPUTED, _OTHERS, _GAP)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number at text[start:end].

    `role` is score where words say so, bare where nothing does, change for a difference (then `value` is signed where a word or sign says how, else `signed`
    is false), bound for a limit. `exact` tells whether it has decimals.
    """

    value: Decimal
    start: int
    end: int
    role: Role
    exact: bool
    signed: bool = False


def figures(text: str) -> Iterator[Figure]:
    """Every number of a sentence from 0 to 100 that is no part of a code, date or larger number, in order."""
    last = 0
    for match in _NUMBER.finditer(text):
        digits = match["digits"]
        value = Decimal(digits)
        if value > _FULL_MARKS or (digits[0] == "0" and digits[1:2].isdigit()) or _is_section(text, match, value):
            continue
        found = _read(text, match, value, last)
        yield found
        last = match.end() if found.role in ("score", "bare", "change") else last


def _read(text: str, match: re.Match[str], value: Decimal, last: int) -> Figure:
    before = text[max(0, match.start() - _WINDOW_BEFORE) : match.start()]
    behind = text[match.end() : match.end() + _WINDOW_BEHIND]
    exact = "." in match["digits"]
    sign = -1 if match["sign"] in ("-", "−", "–") else 1
    turn = None if _is_set_off(before, behind, exact, line_start=_begins_line(before)) else _turned(before)
    role: Role
    if turn is not None:
        role, value, signed = "change" if turn else "other", value * turn, True
    elif match["sign"] and not _is_set_off(before, behind, exact, line_start=False):
        role, value, signed = "change" if sign > 0 or _DIFFERENCE.search(before) else "other", value * sign, True
    else:
        role, signed = _role(before, behind, exact), False
    if role in ("score", "change", "bare") and _is_wish(text, match.start(), last):
        role = "other"
    return Figure(value, match.start(), match.end(), role, exact, signed)


def _is_set_off(before: str, behind: str, exact: bool, *, line_start: bool) -> bool:
    """Whether the number is a limit, a range, a count, a list number or a part of a sum."""
    if (
        _OR_MORE.match(behind)
        or (_RANGE_BEHIND.match(behind) and not _FROM.search(before))
        or _RANGE_BEFORE.search(before)
        or _TIME.match(behind)
        or _TIMES_SIGN.search(before)
    ):
        return True
    if exact:
        return False
    return bool(_COUNT.match(behind) or _ORDINAL.search(before) or _PERCENT.match(behind) or (line_start and _LIST_NUMBER.match(behind)))


def _is_section(text: str, match: re.Match[str], value: Decimal) -> bool:
    """Whether a line begins with the number, as that of a section ("2.1 …")."""
    return value < _MOST_SECTIONS and _begins_line(text[max(0, match.start() - _WINDOW_BEFORE) : match.start()]) and bool(_SECTION.match(text, match.end()))


def _begins_line(before: str) -> bool:
    return not before.strip() or before.rstrip(" ").endswith("\n")


def _role(before: str, behind: str, exact: bool) -> Role:
    if _OR_MORE.match(behind) or _BOUND.search(before):
        return "bound"
    if _is_set_off(before, behind, exact, line_start=_begins_line(before)) or _DISOWNED.match(behind) or any(none.search(before) for none in _NO_SCORE):
        return "other"
    if _PERCENT.match(behind) or _SHARE.search(before):
        spoken = _SCORE_SHARE.search(before) or _WORD_SCORE.search(before)
        return "other" if not exact else "score" if spoken else "bare" if _GOT_SHARE.search(before) else "other"
    if _FULL.search(before) and not exact:
        return "other"
    if _POINTS.match(behind) or (_SAYS_SCORE.search(before) and (exact or _WORD_SCORE.search(before))):
        return "score"
    return "bare" if exact else "other"


def _turned(before: str) -> int | None:
    """1 or -1 where the words before the number say that something rose or fell by it, 0 where they leave open whether by or from it."""
    turns = list(_TURN.finditer(before))
    if not turns:
        return None
    between = _YEAR_WORDS.sub("", before[turns[-1].end() :])
    if _NOT_TURN.search(between) or any(char.isdigit() for char in between) or between.strip() in ("จาก", "from"):
        return None
    if "(" in between and between.strip() != "(":
        return 0
    return 1 if turns[-1]["rise"] else -1


def _is_wish(text: str, start: int, last: int) -> bool:
    """Whether the number is what would or should be: behind an "if", or behind a modal word since the last number."""
    line = text.rfind("\n", 0, start) + 1
    if _IF.search(text, max(line, start - 2 * _WINDOW_BEFORE), start):
        return True
    return bool(_MODAL.search(text, max(line, last, start - _WINDOW_MODAL), start))

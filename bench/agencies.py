"""Made-up agencies, marked as made up: results files that differ in figures, lost items, notes, last year and measures."""

import random
from pathlib import Path
from typing import Any

import yaml

YEAR = 2568
_INDICATORS = range(1, 11)
_SURVEY = [f"i{number}" for number in range(1, 16)]
_DISCLOSURE = [f"o{number}" for number in range(1, 29)]
_PROVINCES = ("ตาก", "บุรีรัมย์", "เชียงใหม่", "สงขลา", "นครพนม", "ระยอง", "อุบลราชธานี", "กระบี่")
_WHAT = ("ข้อมูลบนเว็บไซต์", "เอกสารที่เผยแพร่", "คู่มือการให้บริการ", "รายงานผลการดำเนินงาน", "ช่องทางติดต่อ", "แผนและงบประมาณ")
_FAULT = ("ยังไม่ครบองค์ประกอบ", "ไม่เป็นปัจจุบัน", "เข้าถึงได้ยาก", "ยังไม่ระบุผู้รับผิดชอบ", "ไม่แสดงผลของปีที่ผ่านมา")
_MEND = ("ให้เผยแพร่บนเว็บไซต์หลัก", "ให้ปรับปรุงให้ครบถ้วน", "ให้ทบทวนทุกไตรมาส", "ให้ระบุวันที่และผู้รับผิดชอบ", "ให้จัดทำเป็นตารางที่นำไปใช้ต่อได้")
_STEPS = ("แต่งตั้งผู้รับผิดชอบ", "ทบทวนข้อมูลเดิม", "จัดทำข้อมูลใหม่ให้ครบ", "เผยแพร่บนเว็บไซต์", "แจ้งให้บุคลากรทราบ", "ติดตามและสรุปผลทุกไตรมาส")


def write_agencies(folder: Path, count: int, *, seed: int = YEAR) -> list[Path]:
    """Writes `count` results files; the same seed gives the same files."""
    chance = random.Random(seed)
    paths = []
    for number in range(1, count + 1):
        path = folder / f"made-up-{number:05}.yaml"
        path.write_text(yaml.safe_dump(agency(number, chance), allow_unicode=True, sort_keys=False), encoding="utf-8")
        paths.append(path)
    return paths


def agency(number: int, chance: random.Random) -> dict[str, Any]:
    """The content of one results file."""
    lost = sorted(chance.sample(_DISCLOSURE, chance.randint(2, 14)), key=_DISCLOSURE.index)
    weak = sorted(chance.sample(_SURVEY, chance.randint(2, 8)), key=_SURVEY.index)
    return {
        "source": "ข้อมูลสมมติสำหรับวัดความเร็วของโปรแกรม ไม่ใช่ผลของหน่วยงานใด / made up to measure speed, no agency's result",
        "agency": {"name": f"หน่วยงานสมมติที่ {number}", "province": chance.choice(_PROVINCES)},
        "year": YEAR,
        "indicators": _scores(chance, 62, 100),
        "items": {code: _score(chance, 55, 95) for code in weak},
        "no_points": lost,
        "assessor_notes": {code: _note(number, chance) for code in (*weak, *lost)},
        "previous": {"year": YEAR - 1, "indicators": _scores(chance, 55, 100)},
        "measures": [_measure(code, chance) for code in chance.sample(lost, min(len(lost), chance.randint(0, 3)))],
    }


def _scores(chance: random.Random, least: float, most: float) -> dict[int, float]:
    return {number: _score(chance, least, most) for number in _INDICATORS}


def _score(chance: random.Random, least: float, most: float) -> float:
    return round(chance.uniform(least, most), 2)


def _note(number: int, chance: random.Random) -> str:
    """A sentence that names the agency, so that no two agencies have the same."""
    return f"{chance.choice(_WHAT)}ของหน่วยงานสมมติที่ {number} {chance.choice(_FAULT)} {chance.choice(_MEND)}"


def _measure(code: str, chance: random.Random) -> dict[str, Any]:
    return {
        "title": f"ปรับปรุง{chance.choice(_WHAT)}ตามข้อ {code}",
        "answers": [code],
        "steps": chance.sample(_STEPS, 3),
        "responsible": "สำนักปลัด",
        "start": "ตุลาคม 2568",
        "end": "มีนาคม 2569",
        "follow_up": "รายงานต่อผู้บริหารทุกไตรมาส",
        "success": "ข้อมูลครบและเป็นปัจจุบัน",
    }

"""Results of agencies that do not exist: whole ones, and ones with almost nothing in them."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from folders import ROOT
from prongsai.document import Digits, Document
from prongsai.pipeline import Way, start
from prongsai.report import ReportKind, build, possible_kinds
from prongsai.results import results_from
from prongsai.words import Language

EXAMPLES = ("mae-sot-2568", "chum-saeng-2566")

AGENCY = {"name": "เทศบาลตำบลตัวอย่าง", "type": "เทศบาลตำบล", "district": "เมือง", "province": "ตาก"}
HOSTILE = "<b>ก & ข</b> \"ค\" 'ง' # $x$ \\ @y *z* _w_ `v` [u] {t} ~ 50%"
LONG = "ยกระดับการเปิดเผยข้อมูลข่าวสารการจัดซื้อจัดจ้างและการบริหารงบประมาณของหน่วยงานให้ประชาชนตรวจสอบได้ทุกขั้นตอน " * 6
INDICATORS = {1: 95.24, 2: 95.83, 3: 99.31, 4: 93.38, 5: 93.82, 6: 96.03, 7: 95.47, 8: 95.48, 9: 69.0, 10: 80.0}


def measure(number: int = 1, **changes: Any) -> dict[str, Any]:
    """A measure in the shape of a results file."""
    return {
        "title": f"มาตรการตัวอย่าง ก{number}",
        "answers": ["o9"],
        "steps": ["ทบทวนคู่มือ", "เผยแพร่บนเว็บไซต์"],
        "responsible": "สำนักปลัด",
        "start": "ต.ค. 68",
        "end": "มี.ค. 69",
        "follow_up": "รายงานทุกไตรมาส",
        "success": "ประชาชนพบคู่มือ",
        **changes,
    }


def report(day: str, status: str, **changes: Any) -> dict[str, Any]:
    """A report on a measure in the shape of a results file."""
    return {"date": day, "status": status, "done": "ทบทวนแล้ว", **changes}


def way_of(**data: Any) -> Way:
    """The way of made-up results of fiscal year 2568, unless the data say otherwise."""
    return Way(results_from({"agency": AGENCY, "year": 2568, **data}, "made-up.yaml"))


_REPORTED = [
    measure(1, progress=[report("2569-03-31", "done", outcome="คู่มือครบ", evidence=["https://example.go.th/1", "บันทึก 12/2569"])]),
    measure(2, answers=["EIT-1/e4"], start=None, progress=[report("2569-05-01", "cancelled", obstacles="ขาดคน", suggestions="จ้างเพิ่ม")]),
    measure(3, answers=["9.1", "4"], start=None, end=None, budget=125000, responsible=None, steps=None),
]
_LEVEL_95 = dict.fromkeys(range(1, 11), 97.5)

PARTIAL: Mapping[str, dict[str, Any]] = {
    "nothing but a total": {"published": {"total": 87.15}},
    "a total and a level": {"published": {"total": 87.15, "level": "ผ่าน"}},
    "instruments only": {"instruments": {"IIT": 95.52, "EIT": 95.66, "OIT": 74.5}},
    "one indicator": {"indicators": {9: 12.34}},
    "no last year": {"indicators": INDICATORS, "no_points": ["o1", "o9"]},
    "every item got points": {"indicators": INDICATORS, "no_points": []},
    "nothing said about items": {"indicators": INDICATORS, "items": {"i1": 91.03, "EIT-2/e3": 60.5}},
    "parts of EIT": {"indicators": INDICATORS, "parts": {"EIT-1": 84.99, "EIT-2": 97.01}, "published": {"total": 87.15}},
    "a total that does not follow": {"indicators": INDICATORS, "published": {"total": 88.15, "level": "ผ่านดี"}},
    "the best level": {"indicators": _LEVEL_95, "parts": {"EIT-1": 97.5, "EIT-2": 97.5}},
    "zero and hundred": {"indicators": {1: 0, 2: 100, 9: 0}, "previous": {"year": 2567, "indicators": {1: 100, 2: 0, 9: 0}}},
    "all alike": {"indicators": dict.fromkeys(range(1, 11), 85.0), "previous": {"year": 2567, "indicators": dict.fromkeys(range(1, 11), 85.0)}},
    "items lost in both years": {"no_points": ["o1", "o9"], "previous": {"year": 2567, "no_points": ["o1", "o2"]}, "indicators": {1: 50}},
    "a year with gaps": {"year": 2569, "indicators": INDICATORS, "no_points": ["o1", "o5"], "previous": {"year": 2568, "indicators": INDICATORS}},
    "items of 2564": {"year": 2564, "indicators": dict.fromkeys(range(1, 9), 90.5), "no_points": ["o1", "o9", "o43"], "items": {"i1": 80.25}},
    "letters of 2562": {"year": 2562, "indicators": dict.fromkeys(range(1, 11), 64.99)},
    "only measures": {"measures": [measure()], "year": 2568},
    "measures with progress": {"indicators": INDICATORS, "no_points": ["o9", "o1"], "measures": _REPORTED},
    "measures that answer nothing": {"indicators": INDICATORS, "measures": [{"title": "จัดอบรม"}]},
    "thirty measures": {"indicators": INDICATORS, "no_points": ["o9"], "measures": [measure(number) for number in range(1, 31)]},
    "very long texts": {
        "indicators": INDICATORS,
        "agency": {"name": LONG.strip()},
        "measures": [measure(1, title=LONG, steps=[LONG] * 5, responsible=LONG, follow_up=LONG, success=LONG)],
    },
    "signs with a meaning": {
        "agency": {"name": f"หน่วยงาน {HOSTILE}", "district": HOSTILE, "province": HOSTILE},
        "indicators": INDICATORS,
        "no_points": ["o9"],
        "assessor_notes": {"o9": HOSTILE, "i1": HOSTILE},
        "source": HOSTILE,
        "measures": [measure(1, title=HOSTILE, steps=[HOSTILE], progress=[report("2569-03-31", "done", done=HOSTILE, evidence=[HOSTILE])])],
    },
}  # fmt: skip

NAMES = (*EXAMPLES, *PARTIAL)


@cache
def way(name: str, language: Language = "th") -> Way:
    """The way of an example or of made-up results, by name."""
    if name in EXAMPLES:
        return replace(start(ROOT / "examples" / f"{name}.yaml"), language=language)
    return replace(way_of(**PARTIAL[name]), language=language)


@cache
def built(name: str, kind: ReportKind, language: Language = "th", digits: Digits = "arabic", layout: str = "own") -> Document:
    """One report of an example or of made-up results."""
    return build(way(name, language), kind, language=language, digits=digits, layout=layout)


def documents(name: str, language: Language = "th", digits: Digits = "arabic") -> list[Document]:
    """Every report that the data of an agency allow."""
    return [built(name, kind, language, digits) for kind in possible_kinds(way(name, language))]

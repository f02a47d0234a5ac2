"""The Excel template of a year: what to fill in, with drop-downs and notes; filled with results it is their spreadsheet form."""

from prongsai.document import SheetModel, Value, Workbook
from prongsai.framework import Framework, Item
from prongsai.results.model import Measure, Progress, Results, Scores
from prongsai.thai import AGENCY_TYPES
from prongsai.words import Words

MARK = "prongsai-results"
AGENCY, SCORES, SURVEY, DISCLOSURE, MEASURES, PROGRESS = "หน่วยงาน", "คะแนน", "ข้อ IIT และ EIT", "ข้อ OIT", "มาตรการ", "ความก้าวหน้า"
GOT_POINTS, NO_POINTS = "ได้คะแนน", "ไม่ได้คะแนน"
STATUS_TEXTS = {"not_started": "ยังไม่เริ่ม", "in_progress": "อยู่ระหว่างดำเนินการ", "done": "แล้วเสร็จ", "cancelled": "ยกเลิก"}
MEASURE_KEYS = ("title", "answers", "steps", "responsible", "start", "end", "follow_up", "success", "budget")
PROGRESS_KEYS = ("measure", "date", "status", "done", "outcome", "evidence", "obstacles", "suggestions")
MOST_MEASURES, MOST_REPORTS = 60, 200

_AGENCY_ROWS = {
    "agency.name": Words("ชื่อหน่วยงาน (จำเป็น)", "Agency (required)"),
    "agency.type": Words("ประเภทหน่วยงาน", "Type"),
    "agency.district": Words("อำเภอ", "District"),
    "agency.province": Words("จังหวัด", "Province"),
    "agency.website": Words("เว็บไซต์", "Web site"),
    "year": Words("ปีงบประมาณที่ประเมิน (พ.ศ.)", "Fiscal year assessed (B.E.)"),
    "plan_year": Words("ปีงบประมาณของมาตรการ (ว่างไว้ = ปีถัดไป)", "Fiscal year of the measures (empty = the next)"),
    "published.total": Words("คะแนนรวมที่ประกาศ", "Published total"),
    "published.level": Words("ระดับที่ประกาศ", "Published level"),
    "previous.published.total": Words("คะแนนรวมที่ประกาศของปีก่อน", "Published total of last year"),
    "source": Words("ที่มาของข้อมูล", "Source of the data"),
}
_MEASURE_HEADS = ("มาตรการ", "ตอบจุดอ่อน", "ขั้นตอน", "ผู้รับผิดชอบ", "เริ่ม", "สิ้นสุด", "การติดตาม", "ตัวบ่งชี้ความสำเร็จ", "งบประมาณ (บาท)")
_MEASURE_NOTES = {
    "C1": "รหัสข้อหรือเลขตัวชี้วัด คั่นด้วยจุลภาค เช่น o9, i10, EIT-1/e7, 4",
    "D1": "หนึ่งขั้นตอนต่อหนึ่งบรรทัดในช่อง (Alt+Enter)",
    "F1": "เช่น ต.ค. 68 หรือ 1/10/2568",
    "G1": "เช่น มี.ค. 69 หรือ 31/3/2569",
}
_PROGRESS_HEADS = ("มาตรการที่", "วันที่รายงาน", "สถานะ", "สิ่งที่ดำเนินการ", "ผลที่เกิดขึ้น", "หลักฐาน", "อุปสรรค", "ข้อเสนอแนะ")


def template(framework: Framework, results: Results | None = None) -> Workbook:
    """The workbook of a year, empty or filled with results."""
    sheets = (
        _agency_sheet(framework, results),
        _scores_sheet(framework, results),
        _survey_sheet(framework, results),
        _disclosure_sheet(framework, results),
        _measures_sheet(results),
        _progress_sheet(results),
    )
    return Workbook(sheets, f"ITA {framework.year}", results.agency.name if results else "")


def survey_codes(framework: Framework) -> list[tuple[str, Item]]:
    """The survey items of the year with their codes as results write them: an EIT item once a part."""
    found: list[tuple[str, Item]] = []
    for item in framework.items.values():
        parts = [part for part in framework.parts if part.startswith(f"{item.instrument}-")]
        if item.instrument != "OIT":
            found += [(f"{part}/{item.code}", item) for part in parts] or [(item.code, item)]
    return sorted(found, key=lambda one: (one[1].instrument != "IIT", one[0].rpartition("/")[0], one[1].number))


def _agency_sheet(framework: Framework, results: Results | None) -> SheetModel:
    values = _agency_values(framework, results)
    rows: list[tuple[Value, ...]] = [(f"{MARK} {framework.year}", "รายการ", "กรอกที่นี่")]
    rows += [(key, label.th, values.get(key)) for key, label in _AGENCY_ROWS.items()]
    place = {key: number for number, key in enumerate(_AGENCY_ROWS, 2)}
    levels = tuple(step.code for step in framework.levels.steps) if framework.levels else ()
    choices = {f"C{place['agency.type']}": tuple(entry.name.th for entry in AGENCY_TYPES)} | ({f"C{place['published.level']}": levels} if levels else {})
    limits = {f"C{place[key]}": (0.0, 100.0) for key in ("published.total", "previous.published.total")}
    notes = {f"C{place['year']}": f"แบบฟอร์มนี้ใช้กับปี {framework.year} เท่านั้น"}
    opened = tuple(f"C{row}" for key, row in place.items() if key != "year")
    return SheetModel(AGENCY, tuple(rows), (26, 44, 60), 1, choices=choices, limits=limits, notes=notes, open_cells=opened)


def _agency_values(framework: Framework, results: Results | None) -> dict[str, Value]:
    if results is None:
        return {"year": framework.year}
    agency, scores, previous = results.agency, results.scores, results.previous
    return {
        "agency.name": agency.name,
        "agency.type": agency.type,
        "agency.district": agency.district,
        "agency.province": agency.province,
        "agency.website": agency.website,
        "year": framework.year,
        "plan_year": results.plan,
        "published.total": scores.published_total,
        "published.level": scores.published_level,
        "previous.published.total": previous.published_total if previous else None,
        "source": results.source,
    }


def _scores_sheet(framework: Framework, results: Results | None) -> SheetModel:
    none = Scores(framework.year)
    now, before = (results.scores, results.previous or none) if results else (none, none)
    rows: list[tuple[Value, ...]] = [("รหัส", "ตัวชี้วัด / เครื่องมือ", f"คะแนนปี {framework.year}", f"คะแนนปี {framework.year - 1}")]
    for number, indicator in framework.indicators.items():
        rows.append((str(number), indicator.name.th, now.indicators.get(number), before.indicators.get(number)))
    for code, instrument in framework.instruments.items():
        rows.append((code, instrument.name.th, now.instruments.get(code), before.instruments.get(code)))
    for code, part in framework.parts.items():
        rows.append((code, part.name.th, now.parts.get(code), before.parts.get(code)))
    area = f"C2:D{len(rows)}"
    notes = {"C1": "ทศนิยมใช้จุด เช่น 95.24 เว้นว่างถ้าไม่มี", "D1": "คะแนนปีก่อน เว้นว่างถ้าไม่มี"}
    return SheetModel(SCORES, tuple(rows), (10, 56, 16, 16), 1, limits={area: (0.0, 100.0)}, notes=notes, open_cells=(area,), formats={area: "0.00"})


def _survey_sheet(framework: Framework, results: Results | None) -> SheetModel:
    rows: list[tuple[Value, ...]] = [("รหัส", "เรื่องที่ถาม", "คะแนน", "ข้อสังเกตของผู้ตรวจประเมิน")]
    for code, item in survey_codes(framework):
        score = results.scores.items.get(code) if results else None
        rows.append((code, item.title or "(ไม่ทราบถ้อยคำ กรอกคะแนนได้)", score, results.assessor_notes.get(code) if results else None))
    last = max(len(rows), 2)
    areas = (f"C2:C{last}", f"D2:D{last}")
    return SheetModel(SURVEY, tuple(rows), (12, 70, 12, 60), 1, limits={areas[0]: (0.0, 100.0)}, open_cells=areas, formats={areas[0]: "0.00"})


def _disclosure_sheet(framework: Framework, results: Results | None) -> SheetModel:
    lost = results.scores.no_points if results else None
    rows: list[tuple[Value, ...]] = [("รหัส", "ข้อ", "ผล", "ข้อสังเกตของผู้ตรวจประเมิน")]
    for item in framework.items.values():
        if item.instrument == "OIT":
            verdict = None if lost is None else NO_POINTS if item.code in lost else GOT_POINTS
            rows.append((item.code, item.title or "(ไม่ทราบถ้อยคำ กรอกคะแนนได้)", verdict, results.assessor_notes.get(item.code) if results else None))
    area = f"C2:C{max(len(rows), 2)}"
    notes = {"C1": "เลือกผลของทุกข้อ เว้นว่างทั้งคอลัมน์ถ้าไม่ทราบ"}
    return SheetModel(
        DISCLOSURE, tuple(rows), (10, 70, 14, 60), 1, choices={area: (GOT_POINTS, NO_POINTS)}, notes=notes, open_cells=(area, f"D2:D{max(len(rows), 2)}")
    )


def _measures_sheet(results: Results | None) -> SheetModel:
    rows: list[tuple[Value, ...]] = [("ที่", *_MEASURE_HEADS)]
    rows += [(number, *_measure_row(measure)) for number, measure in enumerate(results.measures if results else (), 1)]
    rows += [(number, *(None,) * len(_MEASURE_HEADS)) for number in range(len(rows), MOST_MEASURES + 1)]
    return SheetModel(MEASURES, tuple(rows), (6, 40, 20, 50, 28, 14, 14, 32, 32, 16), 1, 2, notes=_MEASURE_NOTES, open_cells=(f"B2:J{len(rows)}",))


def _measure_row(measure: Measure) -> tuple[Value, ...]:
    steps = "\n".join(measure.steps)
    return (
        measure.title, ", ".join(measure.answers), steps, measure.responsible, measure.start, measure.end, measure.follow_up, measure.success, measure.budget,
    )  # fmt: skip


def _progress_sheet(results: Results | None) -> SheetModel:
    rows: list[tuple[Value, ...]] = [_PROGRESS_HEADS]
    for number, measure in enumerate(results.measures if results else (), 1):
        rows += [(number, *_progress_row(report)) for report in measure.progress]
    blank: tuple[Value, ...] = (None,) * len(_PROGRESS_HEADS)
    rows += [blank] * (MOST_REPORTS + 1 - len(rows))
    area = f"C2:C{len(rows)}"
    notes = {"A1": "เลขลำดับของมาตรการในแผ่นงาน “มาตรการ”", "F1": "ที่อยู่เว็บหรือชื่อเอกสาร บรรทัดละรายการ"}
    return SheetModel(
        PROGRESS, tuple(rows), (12, 16, 22, 44, 40, 44, 32, 32), 1, choices={area: tuple(STATUS_TEXTS.values())}, notes=notes, open_cells=(f"A2:H{len(rows)}",)
    )


def _progress_row(report: Progress) -> tuple[Value, ...]:
    return (report.date, STATUS_TEXTS[report.status], report.done, report.outcome, "\n".join(report.evidence), report.obstacles, report.suggestions)

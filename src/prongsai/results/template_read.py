"""Reading the Excel template back: plain values of the contract's shape, and the cell that each stands in."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from prongsai.document import SheetModel, Value, cell_address, read_workbook
from prongsai.errors import Problem, UnreadableFile
from prongsai.results.template import (
    AGENCY,
    DISCLOSURE,
    GOT_POINTS,
    MARK,
    MEASURE_KEYS,
    MEASURES,
    NO_POINTS,
    PROGRESS,
    PROGRESS_KEYS,
    SCORES,
    STATUS_TEXTS,
    SURVEY,
)
from prongsai.words import Words

_LISTS = {"steps": "\n", "evidence": "\n", "answers": ","}
_STATUSES = {text: status for status, text in STATUS_TEXTS.items()} | {status: status for status in STATUS_TEXTS}


def data_of_template(path: Path) -> tuple[dict[str, Any], dict[str, str]]:
    """The values of a filled template, and for each key path the sheet and cell; raises UnreadableFile."""
    return data_of_sheets(read_workbook(path).sheets, path)


def data_of_sheets(sheets: Iterable[SheetModel], path: Path) -> tuple[dict[str, Any], dict[str, str]]:
    """The same of sheets that were read already; `path` names the file in messages."""
    named = {sheet.name: sheet for sheet in sheets}
    reader = _Reader(named, path, _year_of(named, path))
    data = reader.data()
    if not (data.get("agency") or {}).get("name"):
        what = Words("ยังไม่ได้กรอกชื่อหน่วยงาน", "the agency has no name yet")
        mend = Words(f"กรอกในแผ่นงาน “{AGENCY}” ช่อง C2", f"fill in cell C2 of the sheet '{AGENCY}'")
        raise UnreadableFile(Problem("agency-missing", what, f"{path} › {AGENCY}!C2", mend=mend))
    return data, reader.places


def _year_of(sheets: dict[str, SheetModel], path: Path) -> int:
    """The year that the template was made for."""
    mark = str(sheets[AGENCY].rows[0][0]) if AGENCY in sheets and sheets[AGENCY].rows and sheets[AGENCY].rows[0] else ""
    missing = [name for name in (AGENCY, SCORES, SURVEY, DISCLOSURE, MEASURES, PROGRESS) if name not in sheets]
    if missing or not mark.startswith(MARK) or _whole(mark.split()[-1]) is None:
        what = Words("ไฟล์ Excel นี้ไม่ใช่แบบฟอร์มของโปร่งใส", "this Excel file is not a template of Prongsai")
        why = Words(f"ขาดแผ่นงาน {', '.join(missing)}", f"missing sheets: {', '.join(missing)}") if missing else Words("", "")
        mend = Words("สร้างแบบฟอร์มด้วย prongsai template แล้วกรอกในไฟล์นั้น", "make one with prongsai template and fill it in")
        raise UnreadableFile(Problem("not-a-template", what, str(path), why, mend))
    return int(mark.split()[-1])


class _Reader:
    """Turns the sheets into nested values and notes where each stood."""

    def __init__(self, sheets: dict[str, SheetModel], path: Path, year: int) -> None:
        self._sheets, self._path, self._year = sheets, path, year
        self.places: dict[str, str] = {}

    def data(self) -> dict[str, Any]:
        """The results as plain values."""
        data: dict[str, Any] = {}
        for row, (key, _, value) in self._rows(AGENCY, 3):
            if key == "year" and value is not None:
                self._check_year(value, row)
            elif key and value is not None:
                self._put(data, str(key), value)
        data["year"] = self._year
        self._scores(data)
        self._notes_and_items(data)
        measures = self._measures()
        if measures:
            data["measures"] = measures
        return data

    def _check_year(self, value: Value, row: int) -> None:
        if _whole(value) != self._year:
            what = Words(f"แบบฟอร์มเป็นของปี {self._year} แต่ในไฟล์ระบุปี {value}", f"the template is that of {self._year}, but the file says {value}")
            mend = Words(f"ใช้แบบฟอร์มของปีนั้น: prongsai template {value}", f"use that year's template: prongsai template {value}")
            raise self._fault("template-of-another-year", what, mend, f"{AGENCY}!{cell_address(row, 3)}")

    def _fault(self, code: str, what: Words, mend: Words, place: str) -> UnreadableFile:
        return UnreadableFile(Problem(code, what, f"{self._path} › {place}", mend=mend))

    def _put(self, data: dict[str, Any], key: str, value: Value) -> None:
        *above, last = key.split(".")
        for step in above:
            data = data.setdefault(step, {})
        data[last] = value

    def _scores(self, data: dict[str, Any]) -> None:
        for row, (code, _, now, before) in self._rows(SCORES, 4):
            kind = "indicators" if str(code).isdigit() else "parts" if "-" in str(code) else "instruments"
            for value, target, column in ((now, data, 3), (before, data.setdefault("previous", {}), 4)):
                if value is not None:
                    target.setdefault(kind, {})[str(code)] = value
                    head = "" if target is data else "previous."
                    self._place(f"{head}{kind}.{code}", SCORES, row, column)
        if data["previous"]:
            data["previous"]["year"] = self._year - 1
        else:
            del data["previous"]

    def _notes_and_items(self, data: dict[str, Any]) -> None:
        for row, (code, _, score, note) in self._rows(SURVEY, 4):
            self._entry(data, f"items.{code}", score, (SURVEY, row, 3))
            self._entry(data, f"assessor_notes.{code}", note, (SURVEY, row, 4))
        lost, judged = [], False
        for row, (code, _, verdict, note) in self._rows(DISCLOSURE, 4):
            self._entry(data, f"assessor_notes.{code}", note, (DISCLOSURE, row, 4))
            judged = judged or verdict is not None
            if verdict == NO_POINTS:
                lost.append(str(code))
            elif verdict not in (None, GOT_POINTS):
                what = Words(f"ผล “{verdict}” ไม่อยู่ในรายการ", f"'{verdict}' is not in the list")
                mend = Words(f"เลือก {GOT_POINTS} หรือ {NO_POINTS}", f"choose {GOT_POINTS} or {NO_POINTS}")
                raise self._fault("unknown-choice", what, mend, f"{DISCLOSURE}!{cell_address(row, 3)}")
        if judged:
            data["no_points"] = lost

    def _entry(self, data: dict[str, Any], key: str, value: Value, cell: tuple[str, int, int]) -> None:
        if value is not None:
            kind, _, code = key.partition(".")
            data.setdefault(kind, {})[code] = value if kind == "items" else str(value)
            self._place(key, *cell)

    def _measures(self) -> list[dict[str, Any]]:
        found: dict[int, dict[str, Any]] = {}
        for row, values in self._rows(MEASURES, 1 + len(MEASURE_KEYS)):
            entry = {key: _listed(key, value) for key, value in zip(MEASURE_KEYS, values[1:], strict=True) if value is not None}
            if entry:
                found[self._number(values[0], row, found)] = {"title": "", **entry}
                for column, key in enumerate(MEASURE_KEYS, 2):
                    self._place(f"measures.{len(found)}.{key}", MEASURES, row, column)
        for row, values in self._rows(PROGRESS, len(PROGRESS_KEYS)):
            report = {key: _listed(key, value) for key, value in zip(PROGRESS_KEYS[1:], values[1:], strict=True) if value is not None}
            if report:
                report["status"] = _STATUSES.get(str(report.get("status")), report.get("status"))
                self._measure_of(found, values[0], row).setdefault("progress", []).append(report)
        return list(found.values())

    def _number(self, value: Value, row: int, found: dict[int, dict[str, Any]]) -> int:
        """The number that progress reports name a measure by; that of its row where the cell was emptied."""
        number = row - 1 if value is None else _whole(value)
        if number is not None and number not in found:
            return number
        shown = number if value is None else value
        what = Words(f"เลขลำดับของมาตรการ “{shown}” ซ้ำหรือไม่ใช่จำนวนเต็ม", f"the number of a measure '{shown}' stands twice or is no whole number")
        mend = Words("ใส่เลขลำดับที่ไม่ซ้ำกัน", "give every measure a number of its own")
        raise self._fault("measure-number", what, mend, f"{MEASURES}!{cell_address(row, 1)}")

    def _measure_of(self, measures: dict[int, dict[str, Any]], number: Value, row: int) -> dict[str, Any]:
        known = measures.get(_whole(number) or 0)
        if known is not None:
            return known
        what = Words(f"ไม่มีมาตรการที่ “{number or ''}”", f"there is no measure '{number or ''}'")
        mend = Words(f"ใส่เลขลำดับที่มีในแผ่นงาน “{MEASURES}”", f"give a number of the sheet '{MEASURES}'")
        raise self._fault("unknown-measure", what, mend, f"{PROGRESS}!{cell_address(row, 1)}")

    def _place(self, key: str, sheet: str, row: int, column: int) -> None:
        self.places[key] = f"{sheet}!{cell_address(row, column)}"

    def _rows(self, name: str, width: int) -> Iterator[tuple[int, tuple[Value, ...]]]:
        """The rows below the head, cut or filled to a width, blank texts as None."""
        for number, row in enumerate(self._sheets[name].rows[1:], 2):
            values = tuple(None if isinstance(value, str) and not value.strip() else value for value in row[:width])
            yield number, values + (None,) * (width - len(values))


def _whole(value: Value) -> int | None:
    """A whole number, also as a text or as a number with a decimal point."""
    text = str(value).strip().removesuffix(".0")
    return int(text) if text.isdecimal() else None


def _listed(key: str, value: Value) -> Any:
    if key in _LISTS:
        return [part.strip() for part in str(value).split(_LISTS[key]) if part.strip()]
    return value if key in ("start", "end", "date", "budget") else str(value)

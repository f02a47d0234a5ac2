"""The Excel template of a year: every score and item has its place, and only those places can be filled in."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from prongsai.document import SheetModel, Workbook
from prongsai.errors import OutputError
from prongsai.framework import load_framework
from prongsai.results import Results, read_results, results_from, template, write_results
from prongsai.results.template import AGENCY, DISCLOSURE, MEASURES, PROGRESS, SCORES, SURVEY, survey_codes

_YEARS = range(2562, 2570)
_NAMES = [AGENCY, SCORES, SURVEY, DISCLOSURE, MEASURES, PROGRESS]
_MEASURE = {
    "title": "จัดทำคู่มือ",
    "answers": ["o9", "4", "9.1", "EIT-1/e4"],
    "steps": ["ทบทวน", "เผยแพร่"],
    "start": "ต.ค. 68",
    "end": "2569-03-31",
    "budget": 1250.5,
}
_REPORT = {"date": "2569-03-31", "status": "done", "done": "ครบ", "evidence": ["https://example.go.th/1", "แฟ้ม 3"], "obstacles": "ขาดคน"}


def _results(**data: Any) -> Results:
    return results_from({"agency": {"name": "เทศบาลตำบลตัวอย่าง"}, "year": 2568, **data}, "made-up.yaml")


def _sheets(book: Workbook) -> dict[str, SheetModel]:
    return {sheet.name: sheet for sheet in book.sheets}


@pytest.mark.parametrize("year", _YEARS)
def test_a_template_has_its_six_sheets_and_names_its_year(year: int) -> None:
    book = template(load_framework(year))

    assert [sheet.name for sheet in book.sheets] == _NAMES
    assert book.sheets[0].rows[0][0] == f"prongsai-results {year}"
    assert all(sheet.open_cells and sheet.head_rows == 1 for sheet in book.sheets)


@pytest.mark.parametrize("year", _YEARS)
def test_every_score_and_every_known_item_of_the_year_has_a_row(year: int) -> None:
    framework = load_framework(year)
    sheets = _sheets(template(framework))

    scores, survey, disclosure = ([row[0] for row in sheets[name].rows[1:]] for name in (SCORES, SURVEY, DISCLOSURE))

    assert scores == [*map(str, framework.indicators), *framework.instruments, *framework.parts]
    assert survey == [code for code, _ in survey_codes(framework)]
    assert disclosure == [item.code for item in framework.items.values() if item.instrument == "OIT"]


def test_an_item_asked_in_two_parts_has_two_rows() -> None:
    codes = [code for code, _ in survey_codes(load_framework(2568))]

    assert codes[0] == "i1"
    assert codes.index("EIT-1/e9") + 1 == codes.index("EIT-2/e1")
    assert "e1" not in codes


def test_verdicts_levels_types_and_statuses_are_chosen_from_lists() -> None:
    sheets = _sheets(template(load_framework(2568)))

    choices = {name: list(sheets[name].choices.values()) for name in _NAMES}

    assert ("ได้คะแนน", "ไม่ได้คะแนน") in choices[DISCLOSURE]
    assert ("ผ่านดีเยี่ยม", "ผ่านดี", "ผ่าน", "ต้องปรับปรุง", "ต้องปรับปรุงโดยด่วน") in choices[AGENCY]
    assert any("เทศบาลนคร" in choice for choice in choices[AGENCY])
    assert ("ยังไม่เริ่ม", "อยู่ระหว่างดำเนินการ", "แล้วเสร็จ", "ยกเลิก") in choices[PROGRESS]


def test_scores_are_limited_to_0_to_100() -> None:
    sheets = _sheets(template(load_framework(2568)))

    assert set(sheets[SCORES].limits.values()) == set(sheets[SURVEY].limits.values()) == {(0.0, 100.0)}


def test_the_file_protects_heads_and_codes_and_opens_the_cells_to_fill_in(tmp_path: Path) -> None:
    write_results(_results(), tmp_path / "form.xlsx")

    book = openpyxl.load_workbook(tmp_path / "form.xlsx")

    assert all(book[name].protection.sheet for name in _NAMES)
    assert [book[SCORES][cell].protection.locked for cell in ("A1", "A2", "B2", "C1", "C2", "D2")] == [True, True, True, True, False, False]
    assert book[MEASURES]["A2"].protection.locked
    assert not book[MEASURES]["B2"].protection.locked


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"indicators": {"1": 95.24, "10": 100}, "instruments": {"OIT": 0}, "parts": {"EIT-1": 80.5}},
        {"items": {"i1": 91.03, "EIT-2/e3": 60}, "assessor_notes": {"i1": "ช้า", "EIT-2/e3": "เรียกรับ", "o9": "=1+1"}},
        {"no_points": []},
        {"no_points": ["o1", "o28"]},
        {"published": {"total": 87.15, "level": "ผ่าน"}, "plan_year": 2570, "source": "ประกาศผล"},
        {"previous": {"year": 2567, "indicators": {"1": 99.95}, "instruments": {"IIT": 90}, "published": {"total": 92.07}}},
        {"measures": [_MEASURE, {"title": "อบรม"}, {**_MEASURE, "progress": [_REPORT, {"date": "2568-12-31", "status": "not_started"}]}]},
        {"measures": [{**_MEASURE, "title": f"มาตรการ {number}", "progress": [_REPORT] * 4} for number in range(1, 71)]},
        {"agency": {"name": "เทศบาลนครแม่สอด", "type": "เทศบาลนคร", "district": "แม่สอด", "province": "ตาก", "website": "https://example.go.th"}},
        {"year": 2564, "indicators": {"9": 50}, "no_points": ["o43"], "items": {"i30": 80}},
    ],
    ids=str,
)
def test_results_written_as_a_template_are_read_back_the_same(data: dict[str, Any], tmp_path: Path) -> None:
    results = _results(**data)

    write_results(results, tmp_path / "results.xlsx")

    assert read_results(tmp_path / "results.xlsx") == results


def test_figures_keep_all_of_their_digits(tmp_path: Path) -> None:
    write_results(_results(items={"i1": "91.035"}, indicators={"1": "0.1"}), tmp_path / "results.xlsx")

    scores = read_results(tmp_path / "results.xlsx").scores

    assert (scores.items["i1"], scores.indicators[1]) == (Decimal("91.035"), Decimal("0.1"))


@pytest.mark.parametrize(
    ("data", "key"),
    [
        ({"previous": {"year": 2566, "indicators": {"1": 90}}}, "previous.year"),
        ({"previous": {"year": 2567, "indicators": {"1": 90}, "no_points": ["o1"]}}, "previous.no_points"),
        ({"assessor_notes": {"4": "ยืมไม่ถูกขั้นตอน", "o9": "ยังไม่ครบ"}}, "assessor_notes.4"),
        ({"items": {"o9": 50}}, "items.o9"),
    ],
)
def test_what_the_template_has_no_place_for_is_refused_and_never_dropped(data: dict[str, Any], key: str, tmp_path: Path) -> None:
    with pytest.raises(OutputError) as caught:
        write_results(_results(**data), tmp_path / "results.xlsx")

    problem = caught.value.problems[0]
    assert (problem.code, problem.mend.en) == ("no-place-in-template", "write .yaml or .json instead")
    assert problem.what.en.endswith(f" {key}")
    assert not list(tmp_path.iterdir())

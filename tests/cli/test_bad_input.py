"""What cannot be used is refused with what, where and how to mend it, and never with a traceback."""

import json
from pathlib import Path
from typing import Any

import pytest

from cli.running import MAE_SOT, Command, Saved, tree

_REPORT = {"date": "2569-03-31", "status": "done"}
_COMMANDS = [("score",), ("analyse",), ("plan",), ("target", "--total", "90")]
_FAULTS: dict[str, tuple[dict[str, Any], str, str]] = {
    "a score of 101": ({"indicators": {"1": 101}}, "score-out-of-range", "indicators.1"),
    "a score below nothing": ({"items": {"i1": -0.01}}, "score-out-of-range", "items.i1"),
    "a total of 100.01": ({"published": {"total": 100.01}}, "score-out-of-range", "published.total"),
    "a decimal comma": ({"indicators": {"1": "95,24"}}, "unreadable-number", "indicators.1"),
    "a word for a score": ({"indicators": {"1": "สูง"}}, "unreadable-number", "indicators.1"),
    "indicator 11": ({"indicators": {"11": 90}}, "unknown-indicator", "indicators.11"),
    "an item for an indicator": ({"indicators": {"o1": 90}}, "unknown-indicator", "indicators.o1"),
    "o44 of 2568": ({"no_points": ["o44"]}, "unknown-item", "no_points"),
    "e4 without its part": ({"items": {"e4": 90}}, "part-missing", "items.e4"),
    "a part that is not there": ({"items": {"EIT-3/e4": 90}}, "unknown-part", "items.EIT-3/e4"),
    "a survey item among the lost ones": ({"no_points": ["i1"]}, "not-a-disclosure-item", "no_points"),
    "an unknown key": ({"colour": "red"}, "unknown-key", "colour"),
    "an unknown key inside": ({"published": {"sum": 1}}, "unknown-key", "published.sum"),
    "an unknown level": ({"published": {"level": "ยอดเยี่ยม"}}, "unknown-level", "published.level"),
    "two values for one item": ({"items": {"i1": 90, "๐1": 80, "I1": 91}}, "two-values", "items.I1"),
    "points and no points": ({"items": {"o9": 50}, "no_points": ["o9"]}, "two-values", "items.o9"),
    "the year 2570": ({"year": 2570}, "unknown-year", "year"),
    "a year of the Common Era": ({"year": 2025}, "bad-year", "year"),
    "no year": ({"year": None}, "unreadable-number", "year"),
    "last year after this one": ({"previous": {"year": 2568}}, "previous-not-earlier", "previous.year"),
    "an agency without a name": ({"agency": {"name": " "}}, "no-name", "agency.name"),
    "an agency as a text": ({"agency": "เทศบาล"}, "wrong-value", "agency"),
    "a measure without a title": ({"measures": [{"answers": ["o9"]}]}, "missing-key", "measures.1.title"),
    "a measure that ends before it starts": ({"measures": [{"title": "ก", "start": "ต.ค. 68", "end": "ก.ย. 68"}]}, "period-reversed", "measures.1.end"),
    "a date that is none": ({"measures": [{"title": "ก", "end": "2569-02-30"}]}, "unreadable-date", "measures.1.end"),
    "an unknown status": ({"measures": [{"title": "ก", "progress": [_REPORT | {"status": "เสร็จ"}]}]}, "wrong-value", "measures.1.progress.1.status"),
    "a report without a day": ({"measures": [{"title": "ก", "progress": [_REPORT | {"date": None}]}]}, "no-date", "measures.1.progress.1.date"),
    "a measure for an item that is not there": ({"measures": [{"title": "ก", "answers": ["o99"]}]}, "unknown-item", "measures.1.answers"),
    "a note on an indicator that is not there": ({"assessor_notes": {"12": "ก"}}, "unknown-node", "assessor_notes.12"),
}  # fmt: skip
_TEXTS: dict[str, tuple[str, bytes, str]] = {
    "an empty file": ("a.yaml", b"", "empty-file"),
    "blank lines": ("a.yaml", b"\n \n", "empty-file"),
    "a picture": ("a.yaml", b"\x89PNG\r\n\x1a\n\x00\xff\xfe", "not-text"),
    "a text": ("a.yaml", "สวัสดี".encode(), "not-a-mapping"),
    "a list": ("a.yaml", b"- 1\n- 2\n", "not-a-mapping"),
    "no YAML": ("a.yaml", b"agency: {name: [", "bad-yaml"),
    "a tab for an indent": ("a.yaml", b"agency:\n\tname: x\n", "bad-yaml"),
    "a key twice": ("a.yaml", b"year: 2568\nyear: 2567\n", "key-twice"),
    "no JSON": ("a.json", b"{", "bad-json"),
    "a JSON text": ("a.json", b'"x"', "not-a-mapping"),
    "a Thai code page": ("a.yaml", "agency: {name: เทศบาล}".encode("cp874"), "not-text"),
    "a spreadsheet that is none": ("a.xlsx", b"PK\x03\x04broken", "broken-file"),
    "an empty spreadsheet": ("a.xlsx", b"", "empty-file"),
    "an old spreadsheet": ("a.xlsx", bytes.fromhex("d0cf11e0a1b11ae1") + b"\x00" * 600, "encrypted-file"),
    "another kind of file": ("a.txt", b"year: 2568", "unknown-file-kind"),
}  # fmt: skip


@pytest.mark.parametrize("name", _FAULTS)
def test_a_fault_in_a_results_file_is_named_with_its_place_and_how_to_mend_it(command: Command, saved: Saved, name: str) -> None:
    data, code, place = _FAULTS[name]

    ran = command("score", saved(**data))

    assert ran.code == 2
    assert ran.out == ""
    line = next(line for line in ran.err.splitlines() if f"[{code}]" in line)
    assert f"results.json › {place}: " in line
    assert "วิธีแก้: " in ran.err


@pytest.mark.parametrize("name", _TEXTS)
def test_a_file_that_holds_no_results_is_refused_by_name(command: Command, tmp_path: Path, name: str) -> None:
    file, data, code = _TEXTS[name]
    (tmp_path / file).write_bytes(data)

    ran = command("score", str(tmp_path / file), "--json")

    assert ran.code == 2
    assert ran.out == ""
    assert f"[{code}]" in ran.err
    assert file in ran.err
    assert "วิธีแก้: " in ran.err


@pytest.mark.parametrize("arguments", _COMMANDS, ids=lambda arguments: arguments[0])
def test_every_command_refuses_a_bad_file_alike(command: Command, saved: Saved, arguments: tuple[str, ...]) -> None:
    name, *options = arguments

    ran = command(name, saved(indicators={"11": 90}), *options)

    assert (ran.code, ran.out) == (2, "")
    assert "[unknown-indicator]" in ran.err


def test_all_faults_of_a_file_are_told_at_once(command: Command, saved: Saved) -> None:
    ran = command("score", saved(indicators={"1": 101, "2": "95,24", "11": 5}, items={"e4": 1}, no_points=["o44"]))

    assert ran.err.startswith("พบข้อผิดพลาด 5 แห่ง\n")
    assert [ran.err.count(f"[{code}]") for code in ("score-out-of-range", "unreadable-number", "unknown-indicator", "part-missing", "unknown-item")] == [1] * 5


def test_a_decimal_comma_is_mended_in_words(command: Command, saved: Saved) -> None:
    assert "พิมพ์เป็น 95.24" in command("score", saved(indicators={"1": "95,24"})).err


def test_the_allowed_keys_codes_and_parts_are_named(command: Command, saved: Saved) -> None:
    key, item, part = (command("score", saved(**data)).err for data in ({"colour": "red"}, {"no_points": ["o44"]}, {"items": {"e4": 90}}))

    assert "no_points" in key
    assert "o1-o28" in item
    assert "EIT-1/e4 / EIT-2/e4" in part


@pytest.mark.parametrize("wrong", ["a-score", "a-file"])
def test_a_report_on_a_bad_file_leaves_nothing_behind(command: Command, saved: Saved, tmp_path: Path, wrong: str) -> None:
    file = saved(indicators={"1": 101}) if wrong == "a-score" else str(tmp_path / "nowhere.yaml")

    ran = command("report", file, "--out", str(tmp_path / "out"))

    assert ran.code == 2
    assert not (tmp_path / "out").exists()


def test_a_plan_for_a_bad_file_leaves_the_old_plan_alone(command: Command, saved: Saved, tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text("เก่า", encoding="utf-8")

    ran = command("plan", saved(indicators={"1": 101}), "-o", str(tmp_path / "plan.yaml"))

    assert ran.code == 2
    assert (tmp_path / "plan.yaml").read_text(encoding="utf-8") == "เก่า"


def test_an_agency_with_nothing_but_a_total_gets_honest_answers(command: Command, saved: Saved, tmp_path: Path) -> None:
    file = saved(published={"total": 87.15, "level": "ผ่าน"})

    codes = [command(name, file, *options).code for name, *options in (("score",), ("analyse",), ("plan",), ("target", "--total", "90"))]
    ran = command("report", file, "--format", "html", "--out", str(tmp_path / "out"))

    page = (tmp_path / "out" / "results" / "analysis.html").read_text(encoding="utf-8")
    assert (codes, ran.code) == ([0, 0, 0, 1], 0)
    assert tree(tmp_path / "out") == ["results/analysis.html"]
    assert "(ยังไม่แน่นอน)" in page
    assert "ข้อมูลที่ให้มาไม่มีคะแนนรายตัวชี้วัด" in page


def test_measures_that_answer_nothing_are_reported_with_what_is_open(command: Command, saved: Saved, tmp_path: Path) -> None:
    file = saved(no_points=["o9"], measures=[{"title": "จัดอบรม"}])

    ran = command("report", file, "--format", "html", "--out", str(tmp_path / "out"))

    page = (tmp_path / "out" / "results" / "measures.html").read_text(encoding="utf-8")
    assert ran.code == 0
    assert "จุดอ่อนที่ยังไม่มีมาตรการ 1 รายการ ได้แก่ o9" in page


def test_a_year_with_gaps_in_its_rules_is_answered_and_the_gaps_are_named(command: Command, saved: Saved, tmp_path: Path) -> None:
    file = saved(year=2569, indicators={str(number): 90 for number in range(1, 11)})

    scored = command("score", file, "--json")
    reported = command("report", file, "--format", "html", "--out", str(tmp_path / "out"))

    assert (scored.code, reported.code) == (0, 0)
    assert scored.json["total"] is None
    assert scored.json["level"]["certain"] is False
    assert "total" in {entry["node"] for entry in scored.json["missing"]}


def test_the_example_is_read_the_same_from_json(command: Command, tmp_path: Path) -> None:
    planned = tmp_path / "copy.json"
    command("plan", MAE_SOT, "-o", str(planned))

    original, copy = (command("score", file, "--json").json for file in (MAE_SOT, str(planned)))

    assert copy == original
    assert json.loads(planned.read_text(encoding="utf-8"))["year"] == 2568

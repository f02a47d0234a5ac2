"""What was taken out of a document, as a results file."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.checker import Harvest, NotUnderstood, Statement, Taken, answer_of, facts_of, harvest, write_harvest, yaml_of
from prongsai.document import Place
from prongsai.errors import OutputError
from prongsai.files import parse_yaml
from prongsai.report import ReportKind, build, possible_kinds
from prongsai.results import Results, read_results, results_from
from prongsai.words import Words
from report.made_up import HOSTILE, NAMES, measure, report, way

KINDS: tuple[ReportKind, ...] = ("analysis", "measures", "progress")


def results(**data: object) -> Results:
    return results_from({"agency": {"name": "เทศบาลตำบลตัวอย่าง"}, "year": 2568, **data}, "made-up")


def of(*taken: Taken, left: tuple[NotUnderstood, ...] = (), **data: object) -> Harvest:
    return Harvest(results(**data), taken, left)


@pytest.mark.parametrize("name", NAMES)
def test_the_file_reads_back_to_the_same_results(name: str, tmp_path: Path) -> None:
    made = way(name)
    for kind in KINDS:
        if kind not in possible_kinds(made):
            continue
        facts = facts_of(build(made, kind), made.results.year)
        if facts.agency is None:
            continue
        found = harvest(facts)
        for suffix in (".yaml", ".json"):
            path = tmp_path / f"{kind}{suffix}"

            write_harvest(found, path)

            assert read_results(path) == found.results


def test_each_figure_carries_its_place_and_confidence() -> None:
    found = of(Taken(("indicators", 9), 69, Place(page=3, table=2, row=4), "69.00", 0.95), indicators={9: 69.0})

    assert "  9: 69.0  # หน้า 3 ตาราง 2 แถว 4; เชื่อมั่น 95 %" in yaml_of(found).split("\n")
    assert "  9: 69.0  # page 3 table 2 row 4; confidence 95 %" in yaml_of(found, "en").split("\n")


def test_what_is_in_doubt_is_marked_with_what_else_the_document_says() -> None:
    other = Statement(68, Place(page=5), "68.00")
    note = Words("เหตุผลตัวอย่าง", "an example")

    text = yaml_of(of(Taken(("indicators", 9), 69, Place(page=3), "69.00", 0.5, (other,), note), indicators={9: 69}))

    assert "  9: 69  # ตรวจ! หน้า 3; เชื่อมั่น 50 %; เอกสารเขียนว่า 68 (หน้า 5) ด้วย; เหตุผลตัวอย่าง" in text.split("\n")
    assert "# ควรตรวจ 1 ค่า (ทำเครื่องหมาย “ตรวจ!” ไว้)" in text


def test_a_long_line_has_its_comment_above() -> None:
    lines = yaml_of(of(Taken(("source",), "ก" * 200, Place(page=1), "ก"), source="ก" * 200)).split("\n")

    assert lines[lines.index(f"source: {'ก' * 200}") - 1] == "# หน้า 1; เชื่อมั่น 100 %"


def test_what_was_not_understood_is_listed_at_the_end() -> None:
    left = NotUnderstood("ช่องตัวอย่าง", Place(page=2), Words("ไม่ทราบว่าเป็นค่าใด", "unknown"))

    assert yaml_of(of(left=(left,))).rstrip().endswith("# - ช่องตัวอย่าง (หน้า 2): ไม่ทราบว่าเป็นค่าใด")


def test_measures_stand_readably_with_answers_in_one_line() -> None:
    found = of(Taken(("measures", 1, "title"), "x", Place(table=2, row=3), "x"), measures=[measure(answers=["o9", "4", "9.1", "EIT-1/e4"])])

    lines = yaml_of(found).split("\n")

    assert "  - title: มาตรการตัวอย่าง ก1  # ตาราง 2 แถว 3; เชื่อมั่น 100 %" in lines
    assert "    answers: [o9, 4, '9.1', EIT-1/e4]" in lines
    assert "      - เผยแพร่บนเว็บไซต์" in lines


def test_signs_with_a_meaning_stay_texts() -> None:
    data = {
        "measures": [
            measure(title=HOSTILE, steps=[HOSTILE, "yes", "12", "- ก", "ก: ข # ค", "บรรทัด\nบรรทัด"], progress=[report("2569-03-31", "done", done="null")])
        ]
    }
    found = of(Taken(("measures", 1, "title"), HOSTILE, Place(), f"{HOSTILE}\n\x85\u2028\x00ก", 0.1), **data)

    assert results_from(parse_yaml(yaml_of(found), "file"), "file") == found.results


@given(st.lists(st.text(st.characters(exclude_categories=("Cs",)), max_size=30), min_size=1, max_size=3))
def test_any_text_reads_back(texts: list[str]) -> None:
    found = of(Taken(("measures", 1, "responsible"), "", Place(), texts[0]), measures=[{"title": "ก", "steps": texts, "responsible": texts[0]}])

    assert results_from(parse_yaml(yaml_of(found), "file"), "file") == found.results


def test_the_answer_carries_results_places_and_doubts() -> None:
    taken = Taken(("indicators", 9), 69, Place(page=3, table=2, row=4, column=1), "69.00", 0.5, (Statement(68, Place(), "68.00"),))

    answer = json.loads(json.dumps(answer_of(of(taken, left=(NotUnderstood("ก", Place(), Words("ข", "b")),), indicators={9: 69.5}), "en")))

    assert answer["results"]["indicators"] == {"9": 69.5}
    assert answer["figures"][0]["where"] == {"page": 3, "table": 2, "row": 4, "column": 1, "text": "69.00"}
    assert answer["figures"][0]["others"][0]["value"] == 68
    assert (answer["doubtful"], answer["not_understood"][0]["reason"]) == (["indicators.9"], "b")


def test_nothing_half_written_is_left_behind(tmp_path: Path) -> None:
    with pytest.raises(OutputError):
        write_harvest(of(), tmp_path / "results.pdf")
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError):
        write_harvest(of(), tmp_path / "file" / "results.yaml")

    assert [path.name for path in tmp_path.iterdir()] == ["file"]

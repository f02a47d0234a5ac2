"""Levels, tables of levels, weights, pass marks."""

from decimal import Decimal

import pytest

from checker.facts_by_hand import found, passage, scores, whole
from prongsai.checker.fact import LevelFact, LevelRange, LevelTable, TargetFact, WeightFact


def _level(level: str, year: int | None = 2568) -> LevelFact:
    return LevelFact(passage(f"อยู่ในระดับ{level}"), level, year)


@pytest.mark.parametrize("level", ["ผ่านดี", "ต้องปรับปรุง", "A"])
def test_a_level_that_the_scores_do_not_allow_is_an_error(level: str) -> None:
    findings = found("level-mismatch", scores=whole(), levels=(_level(level),))

    assert len(findings) == 1
    assert "ผ่าน" in findings[0].message.th


def test_letters_are_judged_by_the_total() -> None:
    stated = scores({"total": "84.99"}, 2564)

    assert len(found("level-mismatch", assessed=2564, scores=stated, levels=(_level("A", 2564),))) == 1
    assert found("level-mismatch", assessed=2564, scores=stated, levels=(_level("B", 2564),)) == []


@pytest.mark.parametrize(
    ("stated", "level"),
    [
        (whole(), "ผ่าน"),
        (scores({"total": "90.00"}), "ผ่านดี"),
        (scores({"total": "90.00"}), "ผ่าน"),
        ((), "ผ่านดี"),
        (whole(), "ดีมาก"),
        (scores({4: "99.00"}), "ผ่าน"),
    ],
    ids=["right", "parts unknown", "parts unknown too", "no scores", "no word of the year", "one score"],
)
def test_a_level_that_is_possible_is_none(stated: tuple[object, ...], level: str) -> None:
    assert found("level-mismatch", scores=stated, levels=(_level(level),)) == []


def test_a_level_without_a_year_among_scores_of_two_years_is_left_alone() -> None:
    stated = (*whole(), *scores({"total": "60.00"}, 2567))

    assert found("level-mismatch", scores=stated, levels=(_level("ต้องปรับปรุง", None),)) == []


_LETTERS = (
    ("AA", "95.00", "100"),
    ("A", "85.00", "94.99"),
    ("B", "75.00", "84.99"),
    ("C", "65.00", "74.99"),
    ("D", "55.00", "64.99"),
    ("E", "50.00", "54.99"),
    ("F", "0", "49.99"),
)


def _table(*rows: tuple[str, str | None, str | None], complete: bool = True) -> LevelTable:
    ranges = tuple(
        LevelRange(passage(level), level, None if low is None else Decimal(low), None if high is None else Decimal(high)) for level, low, high in rows
    )
    return LevelTable(passage("ระดับ"), ranges, complete)


def _changed(level: str, low: str, high: str) -> LevelTable:
    return _table(*((name, low, high) if name == level else (name, first, last) for name, first, last in _LETTERS))


@pytest.mark.parametrize(
    "table", [_changed("A", "80.00", "94.99"), _changed("B", "75.00", "89.99"), _changed("C", "65.00", "70.00")], ids=["low", "overlap", "gap"]
)
def test_a_table_that_is_not_the_years_is_an_error(table: LevelTable) -> None:
    assert len(found("level-table", assessed=2564, level_tables=(table,))) == 1


def test_a_table_of_a_year_without_known_levels_is_judged_by_itself() -> None:
    overlap = _table(("ผ่าน", "85", "100"), ("ต้องปรับปรุง", "70", "88"))
    gap = _table(("ผ่าน", "85.00", "100"), ("ต้องปรับปรุง", "70.00", "79.99"))

    assert "ซ้อนกัน" in found("level-table", assessed=2569, level_tables=(overlap,))[0].message.th
    assert len(found("level-table", assessed=2569, level_tables=(gap,))) == 1


@pytest.mark.parametrize(
    ("year", "table"),
    [
        (2564, _table(*_LETTERS)),
        (2564, _table(*reversed(_LETTERS))),
        (2564, _table(*((level, low, "95" if high == "94.99" else high) for level, low, high in _LETTERS))),
        (2568, _table(("ผ่านดีเยี่ยม", "95", None), ("ผ่านดี", "85", None), ("ผ่าน", "85", None), ("ต้องปรับปรุง", "70", "84.99"), complete=False)),
        (2568, _table(("ดีมาก", "90", "100"), ("ดี", "80", "89.99"), ("พอใช้", "70", "79.99"))),
        (2569, _table(("ผ่าน", "85", "100"), ("ต้องปรับปรุง", "70", "84"))),
    ],
    ids=["right", "upside down", "bounds that touch", "with conditions", "other words", "whole numbers"],
)
def test_a_table_in_another_notation_is_none(year: int, table: LevelTable) -> None:
    assert found("level-table", assessed=year, level_tables=(table,)) == []


def _weights(**weights: str) -> tuple[WeightFact, ...]:
    return tuple(WeightFact(passage(f"{node} ร้อยละ {value}"), node.replace("_", "-"), Decimal(value)) for node, value in weights.items())


def test_a_weight_that_is_not_the_years_is_an_error() -> None:
    findings = found("weight-mismatch", weights=_weights(IIT="30", EIT="40", OIT="40"))

    assert len(findings) == 1
    assert "30" in findings[0].message.th


def test_weights_of_a_year_without_known_ones_must_be_100_together() -> None:
    findings = found("weight-mismatch", assessed=2569, weights=_weights(IIT="30", EIT="30", OIT="30"))

    assert "90" in findings[0].message.th


@pytest.mark.parametrize(
    ("year", "weights"),
    [(2568, _weights(IIT="30", EIT="30", OIT="40")), (2569, _weights(IIT="20", EIT="40", OIT="40")), (2568, _weights(IIT="30.00")), (2569, _weights(IIT="25"))],
    ids=["right", "unknown but 100", "one alone", "unknown and alone"],
)
def test_weights_that_may_be_right_are_none(year: int, weights: tuple[WeightFact, ...]) -> None:
    assert found("weight-mismatch", assessed=year, weights=weights) == []


def _target(value: str, text: str, year: int | None = None) -> TargetFact:
    start = text.index(value)
    return TargetFact(passage(text), Decimal(value), year, span=(start, start + len(value)))


@pytest.mark.parametrize("text", ["ผ่านเกณฑ์เมื่อได้ 80 คะแนนขึ้นไป", "ค่าเป้าหมายตามแผนแม่บท คือ 80 คะแนนขึ้นไป", "อยู่ในระดับ ผ่านดี ผ่านค่าเป้าหมาย 80 คะแนนขึ้นไป"])
def test_a_pass_mark_that_is_not_the_years_is_an_error(text: str) -> None:
    findings = found("target-mismatch", targets=(_target("80", text),))

    assert "85.00" in findings[0].message.th


def test_two_pass_marks_of_a_year_without_known_levels_contradict_each_other() -> None:
    marks = (_target("85", "เกณฑ์ผ่าน 85 คะแนน"), _target("80", "เกณฑ์ผ่าน 80 คะแนน"))

    assert len(found("target-mismatch", assessed=2569, targets=marks)) == 1


@pytest.mark.parametrize(
    "text",
    ["บรรลุค่าเป้าหมาย คือ 85 คะแนนขึ้นไป", "หน่วยงานตั้งเป้าหมายให้ได้ 95 คะแนนขึ้นไปในปีต่อไป", "ผ่านดีเยี่ยม ต้องได้ตามเกณฑ์ 95 คะแนนขึ้นไป", "ได้ 92 คะแนน"],
    ids=["right", "its own goal", "where a level begins", "no mark"],
)
def test_a_pass_mark_that_is_right_or_none_is_none(text: str) -> None:
    value = next(word for word in text.split() if word.isdigit())

    assert found("target-mismatch", targets=(_target(value, text),)) == []


def test_a_table_is_compared_with_the_year_in_whose_words_it_is() -> None:
    table = _table(("ผ่านดีเยี่ยม", "95", None), ("ต้องปรับปรุง", "68", "84.99"), ("ต้องปรับปรุงโดยด่วน", "0", "69.99"))

    assert len(found("level-table", others=(2565,), level_tables=(table,))) == 1

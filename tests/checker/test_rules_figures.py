"""Totals, single scores, differences, highest and lowest."""

from decimal import Decimal

import pytest

from checker.facts_by_hand import change, found, passage, scores, severities, whole
from prongsai.checker.fact import ExtremeFact, ScoreFact


def test_a_total_that_does_not_follow_is_an_error_that_says_what_follows() -> None:
    findings = found("total-mismatch", scores=whole("86.15"))

    assert len(findings) == 1
    assert "87.15" in findings[0].message.th
    assert "86.15" in findings[0].message.en


def test_the_one_digit_that_would_mend_the_total_is_named() -> None:
    findings = found("total-mismatch", scores=whole("87.18"))

    assert "คะแนนรวมเป็น 87.15 แทน 87.18" in findings[0].message.th
    assert findings[0].misread is not None


def test_an_instrument_that_is_not_the_mean_of_its_indicators_is_an_error() -> None:
    findings = found("total-mismatch", scores=(*whole(), *scores({"OIT": "78.50"})))

    assert [finding.about.passage.text for finding in findings] == ["78.50"]


@pytest.mark.parametrize(
    "stated",
    [
        whole(),
        whole("87.16"),
        whole()[:9] + whole()[10:],
        scores({"total": "50.00"}),
        (*whole(), *scores({"IIT": "95.52", "EIT": "95.66", "OIT": "74.50"})),
        scores({"IIT": "95.52", "EIT": "95.66", "OIT": "74.50", "total": "87.15"}),
        whole("99.99", 2569),
        (*whole(), *scores({"total": "60.00"}, 2567)),
        scores({**{str(number): "95.2" for number in range(1, 11)}, "total": "95.24"}),
    ],
    ids=["follows", "a hundredth off", "one missing", "alone", "with instruments", "from instruments", "weights unknown", "other year", "one decimal"],
)
def test_a_total_that_follows_or_cannot_be_judged_is_none(stated: tuple[ScoreFact, ...]) -> None:
    assert found("total-mismatch", scores=stated) == []


def test_a_total_is_not_blamed_for_a_contradiction_of_an_indicator() -> None:
    stated = (*whole(i4="93.83"), *scores({4: "93.38"}, table=False))

    assert found("total-mismatch", scores=stated) == []


def test_a_document_that_admits_that_its_total_does_not_follow_gets_a_note() -> None:
    admitted = ScoreFact(passage("ข้อควรตรวจสอบ: คะแนนรวมที่ประกาศ 86.15 ไม่ตรงกับที่คำนวณจากตัวชี้วัด"), "total", Decimal("86.15"), 2568)

    findings = found("total-mismatch", scores=(*whole("86.15"), admitted))

    assert severities("total-mismatch", findings) == ["note"]


def test_two_scores_of_one_indicator_are_an_error_with_both_places() -> None:
    findings = found("indicator-mismatch", scores=(*whole(), *scores({9: "96.00"}, table=False)))

    assert len(findings) == 1
    assert "69.00" in findings[0].message.th
    assert "96.00" in findings[0].message.th
    assert "ตารางที่ 1 แถวที่ 10" in findings[0].message.th
    assert findings[0].about.passage.text == "9 ได้ 96.00 คะแนน"


def test_the_score_that_the_total_agrees_with_is_called_right() -> None:
    findings = found("indicator-mismatch", scores=(*whole(i4="93.83"), *scores({4: "93.38"}, table=False)))

    assert findings[0].about.passage.text == "93.83"
    assert "93.38" in findings[0].message.th.rpartition("ตรงกับ")[2]
    assert findings[0].misread is None


def test_scores_one_digit_apart_may_be_a_fault_of_the_scan() -> None:
    findings = found("indicator-mismatch", scores=(*whole(), *scores({4: "93.88"}, table=False)))

    assert findings[0].misread is not None


@pytest.mark.parametrize(
    "more",
    [
        scores({4: "93.4"}, table=False),
        scores({4: "93"}, table=False),
        scores({9: "69"}, table=False),
        scores({4: "67.41"}, 2567),
        (ScoreFact(passage("4 ได้ 39.38"), "4", Decimal("39.38"), 2568, confidence=0.3),),
        scores({"e4": "90.00"}) + scores({"e4": "80.00"}),
    ],
    ids=["rounded", "cut off", "no decimals", "another year", "hardly read", "EIT item without its part"],
)
def test_one_score_in_other_roundings_is_no_contradiction(more: tuple[ScoreFact, ...]) -> None:
    assert found("indicator-mismatch", scores=(*whole(), *more)) == []


_TWO_YEARS = (*scores({4: "93.38", 9: "69.00", 10: "80.00"}), *scores({4: "67.41", 9: "78.57", 10: "100.00"}, 2567))


@pytest.mark.parametrize(
    ("node", "value", "text"),
    [("4", "25.79", "+25.79"), ("9", "-9.75", "-9.75"), ("9", "9.57", "เพิ่มขึ้นจากปีก่อน 9.57 คะแนน"), ("10", "-10", "ลดลง 10 คะแนน")],
    ids=["digits swapped", "digits swapped, a fall", "rose where it fell", "too little"],
)
def test_a_difference_that_is_none_is_an_error(node: str, value: str, text: str) -> None:
    findings = found("change-mismatch", scores=_TWO_YEARS, changes=(change(node, value, text),))

    assert len(findings) == 1


def test_a_wrong_direction_is_said_in_words() -> None:
    findings = found("change-mismatch", scores=_TWO_YEARS, changes=(change("9", "9.57", "เพิ่มขึ้นจากปีก่อน 9.57 คะแนน"),))

    assert "เพิ่มขึ้น" in findings[0].message.th
    assert "ลดลง" in findings[0].message.th


@pytest.mark.parametrize(
    ("node", "value", "text"),
    [
        ("4", "25.97", "+25.97"),
        ("9", "-9.57", "ลดลง 9.57"),
        ("9", "9.57", "9.57"),
        ("10", "-20", "ลดลง 20"),
        ("9", "-9.56", "-9.56"),
        ("9", "-9.6", "ลดลง 9.6"),
        ("3", "5", "+5"),
    ],
    ids=["right", "right, a fall", "without a sign", "short", "rounding", "one decimal", "scores not printed"],
)
def test_a_difference_that_is_right_or_cannot_be_judged_is_none(node: str, value: str, text: str) -> None:
    assert found("change-mismatch", scores=_TWO_YEARS, changes=(change(node, value, text),)) == []


def test_a_column_that_takes_this_year_from_last_year_is_a_convention() -> None:
    changes = (change("4", "-25.97", "-25.97"), change("9", "9.57", "+9.57"), change("10", "20", "+20.00"))

    assert found("change-mismatch", scores=_TWO_YEARS, changes=changes) == []


def _extreme(end: str, node: str, text: str) -> ExtremeFact:
    return ExtremeFact(passage(text), "highest" if end == "highest" else "lowest", node)


@pytest.mark.parametrize(
    ("end", "node", "text"),
    [("highest", "1", "ตัวชี้วัดที่ 1 มีคะแนนสูงสุด"), ("lowest", "10", "ตัวชี้วัดที่ได้คะแนนต่ำสุดคือ ตัวชี้วัดที่ 10"), ("highest", "6", "ตัวชี้วัดที่ 6 สูงสุดในบรรดาทุกตัวชี้วัด")],
)
def test_an_indicator_that_another_goes_beyond_is_not_the_extreme(end: str, node: str, text: str) -> None:
    findings = found("extreme-mismatch", scores=whole(), extremes=(_extreme(end, node, text),))

    assert len(findings) == 1


@pytest.mark.parametrize(
    ("end", "node", "text"),
    [
        ("highest", "3", "ตัวชี้วัดที่ 3 มีคะแนนสูงสุด"),
        ("lowest", "9", "ตัวชี้วัดที่ 9 มีคะแนนต่ำสุด"),
        ("highest", "6", "ตัวชี้วัดที่ 6 คุณภาพการดำเนินงาน มีคะแนนสูงสุด ควรรักษามาตรฐานไว้"),
        ("highest", "1", "คะแนนสูงสุดของหน่วยงานทั่วประเทศคือตัวชี้วัดที่ 1"),
    ],
    ids=["highest", "lowest", "highest of its instrument", "of the country"],
)
def test_a_claim_that_holds_is_none(end: str, node: str, text: str) -> None:
    assert found("extreme-mismatch", scores=whole(), extremes=(_extreme(end, node, text),)) == []


def test_ties_are_right_both() -> None:
    stated = whole(i3="97.00", i6="97.00")

    assert found("extreme-mismatch", scores=stated, extremes=(_extreme("highest", "6", "สูงสุดในบรรดาทุกตัวชี้วัด"),)) == []


def test_a_value_called_highest_that_none_of_the_figures_is() -> None:
    fact = ExtremeFact(passage("คะแนนสูงสุด 99.13"), "highest", None, Decimal("99.13"))

    findings = found("extreme-mismatch", scores=whole(), extremes=(fact,))

    assert "99.31" in findings[0].message.th


@pytest.mark.parametrize("value", ["99.31", "96.03", "80.00"], ids=["of all", "of EIT", "of OIT"])
def test_a_value_that_is_the_extreme_of_a_group_is_right(value: str) -> None:
    fact = ExtremeFact(passage(f"คะแนนสูงสุด {value}"), "highest", None, Decimal(value))

    assert found("extreme-mismatch", scores=whole(), extremes=(fact,)) == []


def test_an_item_is_compared_with_the_items_of_its_part_only() -> None:
    stated = scores({"i10": "88.38", "i1": "91.03", "EIT-1/e4": "70.00"})

    assert found("extreme-mismatch", scores=stated, extremes=(_extreme("lowest", "i10", "ข้อ i10 มีคะแนนต่ำสุด"),)) == []
    assert len(found("extreme-mismatch", scores=stated, extremes=(_extreme("lowest", "i1", "ข้อ i1 มีคะแนนต่ำสุด"),))) == 1


def test_two_whole_sets_of_scores_are_one_warning_and_not_ten_errors() -> None:
    findings = found("indicator-mismatch", scores=(*whole(), *scores(dict.fromkeys(range(1, 11), "77.77"))))

    assert severities("indicator-mismatch", findings) == ["warning"]


def test_a_claim_that_gives_the_node_another_score_is_an_error_unless_the_score_is_an_items() -> None:
    wrong = ExtremeFact(passage("ตัวชี้วัดที่ 9 ได้คะแนนต่ำสุด 96.00 คะแนน"), "lowest", "9", Decimal("96.00"))
    of_item = ExtremeFact(passage("ตัวชี้วัดที่ 9 มีคะแนนต่ำสุด ข้อ i10 (88.38 คะแนน)"), "lowest", "9", Decimal("88.38"))

    assert "69.00" in found("extreme-mismatch", scores=whole(), extremes=(wrong,))[0].message.th
    assert found("extreme-mismatch", scores=whole(), extremes=(of_item,)) == []


@pytest.mark.parametrize(("end", "value"), [("highest", "99.31"), ("highest", "80.00"), ("lowest", "60.00")])
def test_a_value_at_or_beyond_all_figures_in_its_scope_is_not_called_wrong(end: str, value: str) -> None:
    fact = ExtremeFact(passage(value), "highest" if end == "highest" else "lowest", None, Decimal(value), "OIT")

    assert found("extreme-mismatch", scores=scores({9: "69.00", 10: "80.00"}), extremes=(fact,)) == []


def test_a_value_that_a_figure_in_its_scope_goes_beyond_is_wrong() -> None:
    fact = ExtremeFact(passage("75.00"), "highest", None, Decimal("75.00"), "OIT")

    assert "80.00" in found("extreme-mismatch", scores=scores({9: "69.00", 10: "80.00"}), extremes=(fact,))[0].message.th


def test_two_figures_are_enough_inside_an_instrument_and_three_elsewhere() -> None:
    two, three = {9: "69.00", 10: "80.00"}, {3: "99.31", 9: "69.00", 10: "80.00"}
    of_all, of_oit = (ExtremeFact(passage("ตัวชี้วัดที่ 9 มีคะแนนสูงสุด"), "highest", "9", None, among) for among in (None, "OIT"))

    assert found("extreme-mismatch", scores=scores(two), extremes=(of_all,)) == []
    assert len(found("extreme-mismatch", scores=scores(two), extremes=(of_oit,))) == 1
    assert len(found("extreme-mismatch", scores=scores(three), extremes=(of_all,))) == 1

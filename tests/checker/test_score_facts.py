"""The reports that the program writes itself, read back: no score, difference, extreme, level, weight or target but those of the score sheet."""

from collections.abc import Mapping
from decimal import Decimal

import pytest

from checker.stated import SURE, stated, table
from prongsai.checker.facts.scores.score_facts import ScoreFacts, score_facts
from prongsai.checker.outline import outline_of
from prongsai.pipeline import Way
from prongsai.report import possible_kinds
from prongsai.scoring import Sheet
from prongsai.words import Language
from report.made_up import NAMES, built, way

_Scores = Mapping[str, Decimal]


def _shown(sheet: Sheet | None) -> dict[str, Decimal]:
    return {code: node.shown for code, node in sheet.nodes.items() if node.shown is not None} if sheet else {}


def _years(of: Way) -> dict[int, _Scores]:
    years = {of.sheet.framework.year: _shown(of.sheet)}
    return {**years, of.earlier.framework.year: _shown(of.earlier)} if of.earlier else years


def _read(name: str, language: Language) -> list[ScoreFacts]:
    of = way(name, language)
    documents = [built(name, kind, language, "thai" if language == "th" else "arabic") for kind in possible_kinds(of)]
    return [score_facts(outline_of(document), of.sheet.framework.year) for document in documents]


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_our_own_reports_state_the_scores_of_the_sheet_and_no_others(name: str, language: Language) -> None:
    years = _years(way(name, language))

    read = [fact for facts in _read(name, language) for fact in facts.scores if fact.confidence >= SURE]

    wrong = [(fact.node, fact.value, fact.year, fact.passage.text) for fact in read if fact.year is None or years[fact.year].get(fact.node) != fact.value]
    assert not wrong


@pytest.mark.parametrize("name", NAMES)
def test_our_own_analysis_shows_every_score_above_the_items(name: str) -> None:
    of = way(name)
    shown = {node for node in _shown(of.sheet) if node.isdigit() or node in ("IIT", "EIT", "OIT", "EIT-1", "EIT-2", "total")}

    read = {fact.node for facts in _read(name, "th") for fact in facts.scores if fact.year == of.sheet.framework.year}

    assert "analysis" not in possible_kinds(of) or shown <= read


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_our_own_reports_state_differences_that_are_those_of_the_scores(name: str, language: Language) -> None:
    years = _years(way(name, language))

    read = [fact for facts in _read(name, language) for fact in facts.changes if fact.confidence >= SURE]

    assert all(fact.year and fact.since and years[fact.year][fact.node] - years[fact.since][fact.node] == fact.value for fact in read)


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_our_own_reports_name_the_highest_and_the_lowest(name: str, language: Language) -> None:
    indicators = {node: score for node, score in _shown(way(name, language).sheet).items() if node.isdigit()}

    read = [fact for facts in _read(name, language) for fact in facts.extremes if fact.confidence >= SURE]

    assert all(indicators[fact.node or ""] == (max if fact.end == "highest" else min)(indicators.values()) for fact in read)


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_our_own_reports_state_the_weights_levels_and_pass_mark_of_the_year(name: str, language: Language) -> None:
    framework = way(name, language).sheet.framework
    levels = framework.levels
    steps = levels.steps if levels else ()

    for facts in _read(name, language):
        assert all(framework.instruments[fact.node].weight.value == fact.value for fact in facts.weights)
        assert all(levels is not None and levels.pass_mark.value == fact.value for fact in facts.targets)
        assert {fact.level for fact in facts.levels} <= {text for step in steps for text in step.name.words}
        assert [len(found.ranges) for found in facts.level_tables] in ([], [len(steps)])
        assert facts.oddities == ()


def test_a_document_of_prose_with_many_numbers_states_nothing() -> None:
    facts = stated(
        "ประกาศองค์การบริหารส่วนตำบลตัวอย่าง เรื่อง แผนการใช้จ่ายงบประมาณ ประจำปีงบประมาณ พ.ศ. 2569",
        "อาศัยอำนาจตามพระราชบัญญัติสภาตำบล พ.ศ. 2537 แก้ไขเพิ่มเติมถึง (ฉบับที่ 7) พ.ศ. 2562 มาตรา 71",
        "งบประมาณทั้งสิ้น 45,500,000.00 บาท เบิกจ่ายแล้วร้อยละ 62.50 ณ วันที่ 31 มีนาคม 2569 เวลา 16.30 น.",
        "มีผู้รับบริการ 1,250 คน พึงพอใจร้อยละ 95.20 โทร. 0 5555 1234 ต่อ 12",
        "1.1 การเปิดเผยข้อมูลการจัดซื้อจัดจ้าง 12 รายการ วงเงิน 99.50 ล้านบาท",
        table(("ที่", "โครงการ", "งบประมาณ", "ร้อยละ"), ("1", "ก่อสร้างถนน", "250,000.00", "12.50"), ("2", "อบรมการใช้งบประมาณ", "30,000.00", "1.50")),
    )

    assert facts == ScoreFacts()

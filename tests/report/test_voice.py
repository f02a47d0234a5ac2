"""How reports speak: nodes, figures and periods read alike everywhere."""

from datetime import date
from decimal import Decimal

import pytest

from prongsai.framework import load_framework
from prongsai.report.voice import Voice
from prongsai.results import Agency, Measure

_THAI, _ENGLISH = Voice("th", load_framework(2568)), Voice("en", load_framework(2568))


@pytest.mark.parametrize(
    ("node", "thai", "english"),
    [
        ("9", "ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล", "Indicator 9 Disclosure of information"),
        ("9.1", "ตัวชี้วัดย่อยที่ 9.1 ข้อมูลพื้นฐาน", "Sub-indicator 9.1 Basic information"),
        ("OIT", "แบบวัดการเปิดเผยข้อมูลสาธารณะ (OIT)", "Open Data Integrity and Transparency Assessment (OIT)"),
        ("o2", "ข้อ o2 ข้อมูลผู้บริหาร", "item o2 ข้อมูลผู้บริหาร"),
        ("EIT-2/e5", "EIT ส่วนที่ 2 ข้อ e5 ประเด็น “ความชัดเจนเพียงพอของข้อมูลข่าวสารที่เผยแพร่”", "EIT part 2 item e5 “ความชัดเจนเพียงพอของข้อมูลข่าวสารที่เผยแพร่”"),
    ],
)
def test_a_node_is_called_by_its_kind_its_code_and_its_name(node: str, thai: str, english: str) -> None:
    assert (_THAI.node(node), _ENGLISH.node(node)) == (thai, english)


def test_every_node_of_every_year_has_a_name_in_both_languages() -> None:
    for year in range(2562, 2570):
        framework = load_framework(year)
        nodes = [*map(str, framework.indicators), *framework.sub_indicators, *framework.instruments, *framework.items]
        for voice in (Voice("th", framework), Voice("en", framework)):
            assert all(len(voice.node(node)) > len(node) + 2 for node in nodes)


def test_an_item_without_a_known_title_says_so() -> None:
    assert _THAI.title("o99") == "(ไม่พบชื่อข้อในแหล่งข้อมูล)"
    assert _ENGLISH.title("o99") == "(title not found in any source)"


def test_a_score_has_two_decimals_and_a_missing_one_is_a_dash() -> None:
    assert [_THAI.score(value) for value in (Decimal(69), Decimal("95.24"), None)] == ["69.00", "95.24", "–"]


def test_a_difference_carries_its_sign_and_no_difference_none() -> None:
    assert [_THAI.change(Decimal(value)) for value in ("25.97", "-20", "0")] == ["+25.97", "-20.00", "0.00"]


@pytest.mark.parametrize(
    ("start", "end", "thai"),
    [
        (date(2025, 10, 1), date(2026, 9, 30), "ตลอดปีงบประมาณ พ.ศ. 2569"),
        (None, date(2026, 5, 31), "ภายในเดือนพฤษภาคม 2569"),
        (None, date(2026, 5, 15), "ภายในวันที่ 15 พฤษภาคม 2569"),
        (date(2025, 10, 1), None, "(ยังไม่กำหนด)"),
        (date(2025, 10, 1), date(2026, 3, 31), "ตุลาคม 2568 – มีนาคม 2569"),
    ],
)
def test_a_period_reads_as_an_official_would_write_it(start: date | None, end: date | None, thai: str) -> None:
    assert _THAI.period(Measure("อบรม", start=start, end=end), 2569) == thai


def test_the_place_of_an_agency_names_what_is_known() -> None:
    both, province, nowhere = Agency("ก", None, "แม่สอด", "ตาก"), Agency("ก", None, None, "ตาก"), Agency("ก")

    assert [_THAI.place(agency) for agency in (both, province, nowhere)] == ["อำเภอแม่สอด จังหวัดตาก", "จังหวัดตาก", ""]
    assert _ENGLISH.place(both) == "แม่สอด district, ตาก province"


@pytest.mark.parametrize(("entries", "english"), [([], ""), (["IIT"], "IIT"), (["IIT", "OIT"], "IIT and OIT"), (["1", "2", "3"], "1, 2 and 3")])
def test_a_list_is_joined_by_a_word_before_its_last_entry(entries: list[str], english: str) -> None:
    assert _ENGLISH.listed(entries) == english

"""Weights and pass marks that sentences state."""

import pytest

from checker.stated import SURE, number, stated

_WEIGHTS = {
    "น้ำหนักของเครื่องมือ คือ IIT ร้อยละ 30 EIT ร้อยละ 30 และ OIT ร้อยละ 40": [("IIT", "30"), ("EIT", "30"), ("OIT", "40")],
    "คะแนนรวม = (IIT × 30%) + (EIT × 30%) + (OIT × 40%)": [("IIT", "30"), ("EIT", "30"), ("OIT", "40")],
    "ใช้สัดส่วนคะแนน 30:30:40": [("IIT", "30"), ("EIT", "30"), ("OIT", "40")],
    "น้ำหนัก OIT : IIT : EIT เท่ากับ 40 : 30 : 30": [("OIT", "40"), ("IIT", "30"), ("EIT", "30")],
    "ค่าน้ำหนัก IIT 30 คะแนน": [("IIT", "30")],
    "Weight of IIT is 30, weight of EIT is 30": [("IIT", "30"), ("EIT", "30")],
    "แบบวัด EIT ส่วนที่ 1 (ร้อยละ 15) ของน้ำหนักทั้งหมด": [("EIT-1", "15")],
}

_NO_WEIGHTS = [
    "มีผู้ตอบแบบวัด IIT ร้อยละ 30 ของบุคลากร",
    "IIT ได้คะแนนร้อยละ 95.52",
    "น้ำหนักของเครื่องมือกำหนดไว้ในคู่มือ",
    "เวลา 10:30:40 น. ไม่มีน้ำหนัก",
]

_TARGETS = {
    "ค่าเป้าหมาย 85 คะแนน": [("total", "85")],
    "เกณฑ์ผ่าน 85 คะแนนขึ้นไป": [("total", "85")],
    "บรรลุค่าเป้าหมาย คือ มีผลการประเมิน ITA ในภาพรวม 85 คะแนนขึ้นไป": [("total", "85")],
    "ค่าเป้าหมายของตัวชี้วัดที่ 9 คือ 90 คะแนน": [("9", "90")],
    "ตัวชี้วัดที่ 8 การปรับปรุงการทำงาน 74.92 คะแนน ต่ำกว่าเกณฑ์ 85 คะแนน": [("total", "85")],
    "The pass mark is 85 points.": [("total", "85")],
}

_NO_TARGETS = [
    "ตั้งค่าเป้าหมายปีงบประมาณ พ.ศ. 2569 ไว้ที่ 95 คะแนน",
    "ค่าเป้าหมายตามแผนแม่บท ร้อยละ 100 ของหน่วยงานภาครัฐ",
    "ห่างจากค่าเป้าหมาย ขาดอีก 15.50 คะแนน",
    "เป้าหมายโครงการ ผู้เข้าอบรม 80 คน",
    "ค่าเป้าหมาย 80 ครั้ง",
    "ผ่านเกณฑ์ ด้วยคะแนน 90 คะแนน",
    "ผ่านเกณฑ์การประเมิน 97.12 คะแนน",
]


@pytest.mark.parametrize(("text", "expected"), _WEIGHTS.items())
def test_a_sentence_states_weights(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(fact.node, number(fact.value)) for fact in stated(text).weights] == expected


@pytest.mark.parametrize("text", _NO_WEIGHTS)
def test_shares_of_people_scores_and_times_are_no_weights(text: str) -> None:
    assert stated(text).weights == ()


@pytest.mark.parametrize(("text", "expected"), _TARGETS.items())
def test_a_sentence_states_a_pass_mark(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(fact.node, number(fact.value)) for fact in stated(text).targets if fact.confidence >= SURE] == expected


@pytest.mark.parametrize("text", _NO_TARGETS)
def test_own_aims_shares_and_gaps_are_no_pass_marks(text: str) -> None:
    assert [fact.value for fact in stated(text).targets if fact.confidence >= SURE] == []

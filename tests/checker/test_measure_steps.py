"""Steps of a measure out of one cell."""

import pytest

from prongsai.checker.facts.measures.steps import steps_of


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("วิธีการปฏิบัติ : 1) จัดทำคู่มือ 2) ปรับปรุง 3) จัดทำสื่อ", ("จัดทำคู่มือ", "ปรับปรุง", "จัดทำสื่อ")),
        ("1. เผยแพร่ 2. เปิดเผย\n3.ประชุม", ("เผยแพร่", "เปิดเผย", "ประชุม")),
        ("(1) สำรวจ (2) สรุป", ("สำรวจ", "สรุป")),
        ("- สำรวจ\n- สรุป", ("สำรวจ", "สรุป")),
        ("• สำรวจ\n• สรุป", ("สำรวจ", "สรุป")),
        ("ขั้นตอนที่ 1 สำรวจ\nขั้นตอนที่ 2 สรุป", ("สำรวจ", "สรุป")),
        ("สำรวจ\nสรุป", ("สำรวจ", "สรุป")),
        ("จัดอบรม 2 ครั้ง ใน พ.ศ. 2569", ("จัดอบรม 2 ครั้ง ใน พ.ศ. 2569",)),
        ("", ()),
    ],
)
def test_steps_are_told_apart_by_their_marks(text: str, steps: tuple[str, ...]) -> None:
    assert steps_of(text) == steps


def test_what_is_numbered_inside_a_step_stays_in_it() -> None:
    assert steps_of("1 รายงาน\n(1) ความก้าวหน้า\n(2) งบประมาณ\n2 เผยแพร่ - ทุกเดือน") == ("รายงาน (1) ความก้าวหน้า (2) งบประมาณ", "เผยแพร่ - ทุกเดือน")
    assert steps_of("1. ทบทวน\n1) ก\n2) ข\n2. เผยแพร่") == ("ทบทวน 1) ก 2) ข", "เผยแพร่")


def test_a_reference_to_another_step_is_no_step() -> None:
    assert steps_of("1. ทำคู่มือ\n2. นำคู่มือจากข้อ 1. เผยแพร่ และข้อ 3. ด้วย") == ("ทำคู่มือ", "นำคู่มือจากข้อ 1. เผยแพร่ และข้อ 3. ด้วย")


def test_a_line_that_goes_on_belongs_to_its_step() -> None:
    assert steps_of("1. ทบทวนคู่มือ\nทุกงานบริการ\n2. เผยแพร่") == ("ทบทวนคู่มือ ทุกงานบริการ", "เผยแพร่")


def test_what_was_found_and_the_sentence_that_announces_the_list_are_no_steps() -> None:
    text = "จากผลที่พบว่า\n1. ควรเปิดเผย\n2. ควรปรับปรุง\nวิธีการดำเนินการ\nทบทวนผลเพื่อปรับปรุง ดังนี้\n1. ตั้งคณะทำงาน\n2. รายงาน"

    assert steps_of(text) == ("ตั้งคณะทำงาน", "รายงาน")

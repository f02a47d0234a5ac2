"""How far a measure is, as cells say it."""

from datetime import date

import pytest

from prongsai.checker.facts.measures.status import is_mark, opened, standing_of, status_of
from prongsai.plan import STATUS_NAMES


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("ดำเนินการแล้วเสร็จ", "done"),
        ("ดำเนินการเรียบร้อยแล้ว", "done"),
        ("ร้อยละ 100", "done"),
        ("อยู่ระหว่างดำเนินการ", "in_progress"),
        ("อยู่ในระหว่างการดำเนินการ", "in_progress"),
        ("ยังไม่แล้วเสร็จ", "in_progress"),
        ("60 %", "in_progress"),
        ("ยังไม่ได้ดำเนินการ", "not_started"),
        ("ยังไม่เริ่มดำเนินการ", "not_started"),
        ("ยกเลิกโครงการ", "cancelled"),
        ("☑ ดำเนินการแล้ว ☐ อยู่ระหว่างดำเนินการ ☐ ยังไม่ดำเนินการ", "done"),
        ("☐ ดำเนินการแล้ว ☑ อยู่ระหว่างดำเนินการ", "in_progress"),
        ("( / ) ดำเนินการแล้ว (   ) ยังไม่ดำเนินการ", "done"),
        ("☐ ดำเนินการแล้ว ☐ อยู่ระหว่างดำเนินการ", None),
        ("☑ ดำเนินการแล้ว ☑ ยังไม่ดำเนินการ", None),
        ("ยังไม่รายงาน", None),
        ("จัดทำคู่มือ", None),
        ("", None),
    ],
)
def test_a_status_is_read_from_words_boxes_and_shares(text: str, status: str | None) -> None:
    assert status_of(text) == status


@pytest.mark.parametrize("status", ["done", "in_progress", "not_started", "cancelled"])
@pytest.mark.parametrize("place", [0, 1])
def test_our_own_names_of_statuses_are_read_back(status: str, place: int) -> None:
    assert status_of(STATUS_NAMES[status][place]) == status


def test_status_and_day_stand_before_what_was_done() -> None:
    assert standing_of("แล้วเสร็จ\nณ 31 มีนาคม 2569\nทบทวนแล้ว") == ("done", date(2026, 3, 31), 2)
    assert standing_of("ทบทวนคู่มือแล้วเสร็จทุกงาน") == (None, None, 0)
    assert opened("ยกเลิก ณ 1 พฤษภาคม 2569 ทบทวนแล้ว") == "ยกเลิก\nณ 1 พฤษภาคม 2569\nทบทวนแล้ว"


def test_a_tick_alone_is_a_mark() -> None:
    assert is_mark("✓")
    assert is_mark("/")
    assert not is_mark("แล้วเสร็จ /")

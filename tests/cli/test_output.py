"""Lines of prose as a terminal shows them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.cli.output import broken
from prongsai.thai import cluster_length


def test_lines_are_broken_at_blanks_and_keep_every_word() -> None:
    assert list(broken("ผลการประเมิน ปีงบประมาณ 2568", 14)) == ["ผลการประเมิน", "ปีงบประมาณ 2568"]


@pytest.mark.parametrize("text", ["น้ำใจที่เก่าแก่ทำให้ผู้คนเชื่อมั่น", "เปิดเผยเป็นหลักปกปิดเป็นข้อยกเว้น"])
def test_a_stretch_without_blanks_is_broken_between_letters_and_never_before_a_mark(text: str) -> None:
    lines = list(broken(text, 6))

    assert "".join(lines) == text
    assert all(cluster_length(line) <= 7 for line in lines)
    assert not any(line[0] in "\u0e31\u0e33\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c" for line in lines)
    assert not any(line[-1] in "เแโใไ" for line in lines)


@given(st.text(alphabet="กขเแาำ่้ัab 1", max_size=60), st.integers(4, 30))
def test_nothing_is_lost_whatever_the_width(text: str, width: int) -> None:
    assert "".join(" ".join(broken(text, width)).split()) == "".join(text.split())

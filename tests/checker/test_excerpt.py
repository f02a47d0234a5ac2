"""The part of a passage that a remark shows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.checker.excerpt import LONGEST, excerpt
from prongsai.checker.fact import Fact
from prongsai.checker.outline import Passage
from prongsai.checker.rules.wording import is_mark

_THAI = st.text("กขคงจฉชซ่้๊๋ัิีึืุูเแโใไะาำ 12.\n", min_size=0, max_size=600)


def test_a_short_passage_is_shown_whole_in_one_line() -> None:
    assert excerpt(Fact(Passage("คะแนนรวม\n87.15 คะแนน"), span=(9, 14))) == "คะแนนรวม 87.15 คะแนน"


def test_a_long_passage_is_cut_around_what_is_meant() -> None:
    text = "หน่วยงาน " * 40 + "คะแนนรวม 86.15 คะแนน " + "ดำเนินการ " * 40
    start = text.index("86.15")

    shown = excerpt(Fact(Passage(text), span=(start, start + 5)))

    assert "86.15" in shown
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert len(shown) <= LONGEST


@given(_THAI, st.integers(0, 600), st.integers(0, 20))
def test_what_is_shown_is_one_short_stretch_of_the_passage(text: str, start: int, length: int) -> None:
    begin = min(start, len(text))

    shown = excerpt(Fact(Passage(text), span=(begin, min(begin + length, len(text)))))

    assert len(shown) <= LONGEST
    assert "\n" not in shown
    assert shown.strip("…") in " ".join(text.split())


@pytest.mark.parametrize("shift", range(6))
def test_no_thai_cluster_is_cut(shift: int) -> None:
    shown = excerpt(Fact(Passage("ก" * shift + "เกี่ยว" * 60)))

    assert not is_mark(("ก" * shift + "เกี่ยว" * 60)[len(shown) - 1])
    assert shown[-2] != "เ"

"""Passages that nobody would write; a search for facts that grows with the square of the text takes many times as long on them."""

import pytest

from checker.stated import stated
from prongsai.checker.outline import LONGEST_PASSAGE

_PATTERNS = [
    "85.00 - ",
    "ตัวชี้วัดที่ 1 ",
    "ปี 2568 ",
    "1",
    "สูงสุด ",
    "คะแนนสูงสุด คือ ตัวชี้วัดที่ 1 ",
    "ตัวชี้วัดที่ 1 ได้ 85.00 คะแนน ",
    "ปี 2567 ลดลง 1.00 ",
    "IIT อยู่ในระดับผ่าน ",
    "เกณฑ์ผ่าน 85 คะแนน IIT ",
    "IIT 85.00 96.00 ",
    "ตัวชี้วัดที่ 1 ส่วนที่ 1 85.00 ",
]
_SIZES = [1, 2]


@pytest.mark.parametrize("pattern", _PATTERNS)
def test_a_repeated_pattern_is_read_to_its_end(pattern: str) -> None:
    texts = [(f"คะแนนรวม {size} " + pattern * LONGEST_PASSAGE)[: size * LONGEST_PASSAGE // 2] for size in _SIZES]

    found = stated(*texts, "ตัวชี้วัดที่ 3 ได้ 99.31 คะแนน")

    assert any(str(fact.value) == "99.31" and fact.node == "3" for fact in found.scores)

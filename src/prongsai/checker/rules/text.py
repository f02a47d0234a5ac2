"""The rule about characters that suggest a fault of a scan."""

import re
from collections.abc import Iterator

from prongsai.checker.fact import Fact
from prongsai.checker.outline import Passage
from prongsai.checker.rules.rule import Finding, Inquiry
from prongsai.words import Words

_MOST = 10
_SHOWN = 24
_FOREIGN = re.compile(
    "[\u0370-\u03ab\u03ad-\u03ff\u0400-\u052f\u0530-\u058f\u0590-\u06ff\u0900-\u0dff\u0e80-\u0fff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff"
    "\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7af\ue000-\uf8ff\ufb50-\ufdff\ufe70-\ufeff\ufffd]+"
)
_BROKEN = re.compile(
    r"(?<![ก-๎])[ัิ-ฺ็-๎]|(?<=[ก-๎])[a-zA-Z](?=[ก-๎][ก-๎])|[ัิ-ู็]{2,}|[่-๋]{2,}|([ก-ฮ])\1{3,}|(?:([ก-ฮะ-ูเ-ไ])\2){3,}|(?:(?<![ก-๎])[ก-ฮะ-ำเ-ไ] ){4,}(?![ก-๎]{2})"
)


def foreign_text(inquiry: Inquiry) -> Iterator[Finding]:
    """Characters of other scripts or words broken in a way no writer breaks them: a passage once, the first ten and then their number."""
    found = [(passage, match) for passage in inquiry.facts.outline.passages if (match := _FOREIGN.search(passage.text) or _BROKEN.search(passage.text))]
    more = len(found) - _MOST
    for place, (passage, match) in enumerate(found[:_MOST]):
        rest = Words(f" (และอีก {more} แห่ง)", f" (and {more} more places)") if more > 0 and place == _MOST - 1 else Words("", "")
        yield _finding(passage, match, rest)


def _finding(passage: Passage, match: re.Match[str], rest: Words) -> Finding:
    start = max(0, match.start() - _SHOWN // 2)
    around = " ".join(passage.text[start : match.end() + _SHOWN // 2].split())
    if _FOREIGN.fullmatch(match[0]):
        message = Words(
            f"มีอักขระที่ไม่ใช่ไทยหรืออังกฤษ “{match[0][:_SHOWN]}” ใน “{around}”{rest.th}",
            f"characters of another script, “{match[0][:_SHOWN]}”, in “{around}”{rest.en}",
        )
    else:
        message = Words(f"คำอาจแตกหรือพิมพ์ผิดใน “{around}”{rest.th}", f"a word may be broken in “{around}”{rest.en}")
    mend = Words("ตรวจกับต้นฉบับ อาจเป็นความผิดพลาดของการสแกนหรือแบบอักษร", "compare with the original; it may be a fault of the scan or of a font")
    return Finding(Fact(passage, span=match.span()), message, mend)

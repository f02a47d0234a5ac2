"""The card of a remark: severity, what it is about, where, what is wrong, how to mend it, and the ways on."""

from collections.abc import Sequence
from html import escape

from prongsai.checker.kinds import SEVERITY_NAMES
from prongsai.checker.page.marks import Marks, Numbered
from prongsai.checker.places import ADVICE, LEAST_SURE, UNSURE, about
from prongsai.words import Words

_BACK = Words("กลับไปที่ข้อความ", "Back to the passage")
_NEXT = Words("ข้อถัดไป", "Next remark")
_LIST = Words("รายการทั้งหมด", "All remarks")


def cards(found: Sequence[Numbered], marks: Marks) -> str:
    """The cards below each other; nothing where there is no remark."""
    return f'<div class="stack" lang="{marks.language}">{"".join(_card(one, marks) for one in found)}</div>' if found else ""


def _card(one: Numbered, marks: Marks) -> str:
    remark, language = one.remark, marks.language
    unsure = f'<p class="where">{UNSURE.to(language)}</p>' if remark.confidence < LEAST_SURE else ""
    return (
        f'<section class="card remark {remark.severity}" id="remark-{one.number}" aria-labelledby="title-{one.number}" tabindex="-1">'
        f'<p class="title" id="title-{one.number}"><span class="severity">{one.number}. {SEVERITY_NAMES[remark.severity].to(language)}</span> '
        f"{escape(about(remark).to(language))}</p>"
        f"<p>{escape(remark.message.to(language))}</p>"
        f"<p><strong>{ADVICE.to(language)}:</strong> {escape(remark.mend.to(language))}</p>{unsure}"
        f'<p class="where">{escape(marks.places.words(remark.place).to(language))}</p>'
        f'<p class="ways">{_ways(one, marks)}<code>{escape(remark.rule)}</code></p></section>'
    )


def _ways(one: Numbered, marks: Marks) -> str:
    passage = marks.passage_of(one)
    back = [(f"passage-{passage}", _BACK)] if passage else []
    on = [(f"remark-{one.number + 1}", _NEXT)] if one.number < len(marks.numbered) else []
    return "".join(f'<a href="#{target}">{words.to(marks.language)}</a> ' for target, words in (*back, *on, (f"item-{one.number}", _LIST)))

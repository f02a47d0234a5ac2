"""The top of the page: what the document is, what must be mended before it is published, the filter and the list of all remarks."""

from collections import Counter
from html import escape

from prongsai.checker.check import Check
from prongsai.checker.kinds import KIND_NAMES, SEVERITY_NAMES
from prongsai.checker.page.marks import ORDER, Marks, Numbered
from prongsai.checker.places import about
from prongsai.document import Reading
from prongsai.words import Language, Words

REMARKS = Words("ข้อสังเกต", "Remarks")
_CLEAN = 0.9
_QUALITY = Words("ความชัดของข้อความที่อ่านได้", "text read cleanly")
_YEAR = Words("ผลการประเมินปีงบประมาณ พ.ศ.", "result of fiscal year")
_NOT_CHECKED = Words("ยังไม่ได้ตรวจ", "Not checked")
_NONE = Words("ไม่พบข้อสังเกตในเอกสารนี้", "No remark on this document")
_NO_ERROR = Words("ไม่มีข้อที่ต้องแก้ก่อนเผยแพร่", "Nothing that must be mended before publishing")
_SHOW = Words("แสดง", "Show")
_PRINT = Words("พิมพ์", "Print")
_WHOLE = Words("ทั้งเอกสาร (ปกติพิมพ์เฉพาะส่วนที่มีข้อสังเกต)", "the whole document (usually only what has remarks)")


def facts_line(reading: Reading, checked: Check, language: Language) -> str:
    """What the document is, and what was not checked and why."""
    facts = checked.facts
    told = [KIND_NAMES[facts.kind].to(language)]
    told += [facts.agency.full] if facts.agency else []
    told += [f"{_YEAR.to(language)} {facts.assessed}"] if facts.assessed else []
    if reading.scanned or reading.form in ("pdf", "image") or checked.quality < _CLEAN:
        told.append(f"{_QUALITY.to(language)} {checked.quality:.0%}")
    return f'<p class="facts">{escape(" · ".join(told))}</p>'


def notes(checked: Check, language: Language) -> str:
    """What the reader and the checker could not tell."""
    entries = "".join(f"<li>{escape(note.to(language))}</li>" for note in checked.notes)
    return f'<ul class="notes">{entries}</ul>' if entries else ""


def remarks(checked: Check, marks: Marks) -> str:
    """The summary, the filter and the list; of a document that was not checked only that it was not."""
    language = marks.language
    if checked.facts.kind == "unknown":
        return f'<p class="verdict">{_NOT_CHECKED.to(language)}</p>{notes(checked, language)}'
    if not marks.numbered:
        return f'<p class="verdict">{_NONE.to(language)}</p>{notes(checked, language)}'
    groups = [[one for one in marks.numbered if one.remark.severity == severity] for severity in ORDER]
    listed = "".join(_group(group, marks) for group in groups if group)
    return f'{_summary(groups[0], language)}{notes(checked, language)}{_filters(groups, language)}<div class="list">{listed}</div>'


def _summary(errors: list[Numbered], language: Language) -> str:
    """The errors by rule, each with its count and a link to its first."""
    if not errors:
        return f'<p class="verdict">{_NO_ERROR.to(language)}</p>'
    counts = Counter(one.remark.rule for one in errors)
    first = {one.remark.rule: one for one in reversed(errors)}
    entries = "".join(
        f'<li><a href="#remark-{first[rule].number}">{escape(about(first[rule].remark).to(language))}</a> {_count(count).to(language)}</li>'
        for rule, count in counts.most_common()
    )
    told = Words(f"ต้องแก้ก่อนเผยแพร่ {len(errors)} แห่ง", f"To mend before publishing: {_count(len(errors)).en}")
    return f'<p class="verdict bad">{told.to(language)}</p><ul class="summary remark error">{entries}</ul>'


def _filters(groups: list[list[Numbered]], language: Language) -> str:
    boxes = "".join(
        f'<label><input type="checkbox" id="show-{severity}"{" checked" if group else " disabled"}> '
        f'<span class="severity {severity}">{SEVERITY_NAMES[severity].to(language)}</span> {len(group)}</label>'
        for severity, group in zip(ORDER, groups, strict=True)
    )
    return (
        f'<div class="choices"><fieldset><legend>{_SHOW.to(language)}</legend>{boxes}</fieldset>'
        f'<fieldset><legend>{_PRINT.to(language)}</legend><label><input type="checkbox" id="whole"> {_WHOLE.to(language)}</label></fieldset></div>'
    )


def _group(group: list[Numbered], marks: Marks) -> str:
    severity = group[0].remark.severity
    entries = "".join(_entry(one, marks) for one in group)
    head = f'{SEVERITY_NAMES[severity].to(marks.language)} <span class="count">{_count(len(group)).to(marks.language)}</span>'
    return f'<div class="remark {severity}"><h3 class="severity">{head}</h3><ol start="{group[0].number}">{entries}</ol></div>'


def _entry(one: Numbered, marks: Marks) -> str:
    passage = marks.passage_of(one)
    target = f"passage-{passage}" if passage else f"remark-{one.number}"
    return (
        f'<li id="item-{one.number}"><a href="#{target}">{escape(one.remark.message.to(marks.language))}</a>'
        f'<span class="where">{escape(marks.places.words(one.remark.place).to(marks.language))}</span></li>'
    )


def _count(number: int) -> Words:
    return Words(f"{number} แห่ง", f"{number} place" if number == 1 else f"{number} places")

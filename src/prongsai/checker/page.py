"""The document as a page of HTML with the remarks beside their passages: no script, nothing from elsewhere, readable on a phone and on paper."""

from collections import defaultdict
from collections.abc import Iterator
from html import escape
from importlib.resources import files
from typing import NamedTuple

from prongsai.checker.check import Check
from prongsai.checker.kinds import KIND_NAMES, SEVERITY_NAMES
from prongsai.checker.remark import DocumentRemark
from prongsai.document import Block, Cell, Heading, Paragraph, Place, Reading, Table
from prongsai.plan import Severity
from prongsai.words import Language, Words

_ORDER: tuple[Severity, ...] = ("error", "warning", "note")
_ADVICE = Words("วิธีแก้", "How to mend")
_SHOW = Words("แสดง", "Show")
_TO_TEXT = Words("ข้ามไปที่เอกสาร", "Skip to the document")
_REMARKS = Words("ข้อสังเกต", "Remarks")
_NONE = Words("ไม่พบข้อสังเกตในเอกสารนี้", "No remark on this document")
_QUALITY = Words("ความชัดของข้อความที่อ่านได้", "text read cleanly")
_PAGE = Words("หน้า", "page")
_YEAR = Words("ผลการประเมินปีงบประมาณ พ.ศ.", "result of fiscal year")
_NO_PLACE = Words("ทั้งเอกสาร", "the whole document")


class _Numbered(NamedTuple):
    """A remark with its number on the page."""

    number: int
    remark: DocumentRemark


def remark_page(name: str, reading: Reading, checked: Check, language: Language = "th") -> str:
    """The whole page, UTF-8; `name` is the document's name as its user knows it."""
    numbered = [_Numbered(number, remark) for number, remark in enumerate(checked.remarks, 1)]
    rows = list(_rows(reading, numbered, language))
    css = files(__package__).joinpath("page.css").read_text(encoding="utf-8")
    return (
        f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{_REMARKS.to(language)}: {escape(name)}</title><style>{css}</style></head><body>"
        f'<a class="skip" href="#document">{_TO_TEXT.to(language)}</a>'
        f"<header><h1>{_REMARKS.to(language)}: {escape(name)}</h1>{_summary(checked, language)}"
        f"{_filters(numbered, language)}{_list(numbered, language)}</header>"
        f'<main id="document">{"".join(rows)}</main></body></html>\n'
    )


def _summary(checked: Check, language: Language) -> str:
    facts = checked.facts
    told = [KIND_NAMES[facts.kind].to(language)]
    told += [facts.agency.full] if facts.agency else []
    told += [f"{_YEAR.to(language)} {facts.assessed}"] if facts.assessed else []
    told.append(f"{_QUALITY.to(language)} {checked.quality:.0%}")
    notes = "".join(f"<p>{escape(note.to(language))}</p>" for note in checked.notes)
    return f'<p class="facts">{escape(" · ".join(told))}</p>{notes}'


def _filters(numbered: list[_Numbered], language: Language) -> str:
    counts = {severity: sum(one.remark.severity == severity for one in numbered) for severity in _ORDER}
    boxes = [
        f'<label><input type="checkbox" id="show-{severity}" checked> <span class="severity {severity}">{SEVERITY_NAMES[severity].to(language)}</span>'
        f" {counts[severity]}</label>"
        for severity in _ORDER
    ]
    return f'<fieldset class="filters"><legend class="facts">{_SHOW.to(language)}</legend>{"".join(boxes)}</fieldset>'


def _list(numbered: list[_Numbered], language: Language) -> str:
    if not numbered:
        return f"<p>{_NONE.to(language)}</p>"
    entries = [
        f'<li value="{one.number}" class="remark {one.remark.severity}"><span class="severity">{SEVERITY_NAMES[one.remark.severity].to(language)}</span> '
        f'<a href="#remark-{one.number}">{escape(one.remark.message.to(language))}</a></li>'
        for one in sorted(numbered, key=lambda one: _ORDER.index(one.remark.severity))
    ]
    return f'<ol class="list">{"".join(entries)}</ol>'


def _rows(reading: Reading, numbered: list[_Numbered], language: Language) -> Iterator[str]:
    """A row a block: the text, and beside it the cards of the remarks on it; what has no passage of its own stands first."""
    by_place: dict[Place, list[_Numbered]] = defaultdict(list)
    for one in numbered:
        by_place[one.remark.place].append(one)
    blocks: list[Block] = [*reading.margins, *(block for section in reading.document.sections for block in section.blocks)]
    shown = [(_places(block), block) for block in blocks]
    known = {place for places, _ in shown for place in places}
    loose = [one for place, ones in by_place.items() if place not in known for one in ones]
    if loose:
        yield _row(f'<p class="page">{_NO_PLACE.to(language)}</p>', loose, language)
    page = None
    for places, block in shown:
        beside = [one for place in dict.fromkeys(places) for one in by_place.get(place, ())]
        markup = _block(block, by_place)
        if not markup:
            continue
        here = places[0].page if places else None
        if here is not None and here != page:
            page = here
            markup = f'<p class="page">{_PAGE.to(language)} {here}</p>{markup}'
        yield _row(markup, beside, language)


def _row(markup: str, beside: list[_Numbered], language: Language) -> str:
    return f'<div class="row"><div class="text">{markup}</div><div>{"".join(_card(one, language) for one in beside)}</div></div>'


def _card(one: _Numbered, language: Language) -> str:
    remark = one.remark
    sure = f"{remark.confidence:.0%}"
    return (
        f'<aside class="card remark {remark.severity}" id="remark-{one.number}" tabindex="-1"><p><span class="severity">{one.number}. '
        f"{SEVERITY_NAMES[remark.severity].to(language)}</span> {escape(remark.message.to(language))}</p>"
        f"<p><strong>{_ADVICE.to(language)}:</strong> {escape(remark.mend.to(language))}</p>"
        f'<p class="rule">{remark.rule} · {sure}</p></aside>'
    )


def _places(block: Block) -> list[Place]:
    if isinstance(block, Table):
        cells = [cell for row in (*block.head, *block.rows) for cell in row]
        return [place for place in (block.place, *(cell.place for cell in cells), *(entry.place for cell in cells for entry in cell.paragraphs)) if place]
    place = getattr(block, "place", None)
    return [place] if place else []


def _block(block: Block, remarks: dict[Place, list[_Numbered]]) -> str:
    if isinstance(block, Heading):
        level = min(block.level + 1, 6)
        return f"<h{level}{_mark(block.place, remarks)}>{escape(block.text)}{_badges(block.place, remarks)}</h{level}>"
    if isinstance(block, Paragraph) and block.text.strip():
        return f"<p{_mark(block.place, remarks)}>{escape(block.text)}{_badges(block.place, remarks)}</p>"
    if isinstance(block, Table):
        head = "".join(f"<tr>{''.join(_cell(cell, 'th', remarks) for cell in row)}</tr>" for row in block.head)
        rows = "".join(f"<tr>{''.join(_cell(cell, 'td', remarks) for cell in row)}</tr>" for row in block.rows)
        return f"<table>{f'<thead>{head}</thead>' if head else ''}<tbody>{rows}</tbody></table>"
    return ""


def _cell(cell: Cell, tag: str, remarks: dict[Place, list[_Numbered]]) -> str:
    spans = (f' colspan="{cell.columns}"' if cell.columns > 1 else "") + (f' rowspan="{cell.rows}"' if cell.rows > 1 else "")
    text = "<br>".join(escape(entry.text) for entry in cell.paragraphs)
    return f"<{tag}{spans}{_mark(cell.place, remarks)}>{text}{_badges(cell.place, remarks)}</{tag}>"


def _mark(place: Place | None, remarks: dict[Place, list[_Numbered]]) -> str:
    found = remarks.get(place, []) if place else []
    if not found:
        return ""
    worst = min((one.remark.severity for one in found), key=_ORDER.index)
    return f' data-worst="{worst}"'


def _badges(place: Place | None, remarks: dict[Place, list[_Numbered]]) -> str:
    found = remarks.get(place, []) if place else []
    return "".join(f'<a class="badge remark {one.remark.severity}" href="#remark-{one.number}">{one.number}</a>' for one in found)

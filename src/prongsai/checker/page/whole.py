"""The whole page of remarks: no script, nothing from elsewhere, readable on a phone, in the dark and on paper."""

import re
from functools import cache
from html import escape
from importlib.resources import files

from prongsai.checker.check import Check
from prongsai.checker.page.marks import Marks
from prongsai.checker.page.text import document_text
from prongsai.checker.page.top import REMARKS, facts_line, remarks
from prongsai.checker.places import places_of
from prongsai.document import Reading
from prongsai.words import Language, Words

_DOCUMENT = Words("เอกสาร", "Document")
_TO_REMARKS = Words("ข้ามไปที่ข้อสังเกต", "Skip to the remarks")
_TO_DOCUMENT = Words("ข้ามไปที่เอกสาร", "Skip to the document")
# Signs that HTML does not allow, and halves of a pair that UTF-8 cannot hold: names of old files have them.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def remark_page(name: str, reading: Reading, checked: Check, language: Language = "th") -> str:
    """The whole page, to be written as UTF-8; `name` is the document's name as its user knows it."""
    marks = Marks(checked.remarks, places_of(reading), language)
    text = document_text(reading, marks)
    page = (
        f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta name="generator" content="Prongsai check"><meta name="color-scheme" content="light dark">'
        f"<title>{REMARKS.to(language)}: {escape(name)}</title><style>{_style()}</style></head>\n<body>"
        f'<a class="skip" href="#remarks">{_TO_REMARKS.to(language)}</a><a class="skip" href="#document">{_TO_DOCUMENT.to(language)}</a>'
        f"<header><h1>{escape(name)}</h1>{facts_line(reading, checked, language)}</header>\n"
        f'<main><section aria-labelledby="remarks"><h2 id="remarks" tabindex="-1">{REMARKS.to(language)}</h2>{remarks(checked, marks)}</section>\n'
        f'<section aria-labelledby="document"><h2 id="document" class="label" tabindex="-1">{_DOCUMENT.to(language)}</h2>'
        f'<div class="paper" lang="{checked.facts.language}">{text}</div></section></main></body></html>\n'
    )
    return _FORBIDDEN.sub("", page)


@cache
def _style() -> str:
    return files(__package__).joinpath("page.css").read_text(encoding="utf-8")

"""A document as one web page that needs nothing else: no script, no request, its font within."""

import base64
from functools import cache
from html import escape
from importlib.resources import files

from prongsai.document.model import Document, Paragraph, Section
from prongsai.document.safe import printable
from prongsai.document.writing.fonts import font_data
from prongsai.document.writing.html.blocks import Page
from prongsai.words import Words

_SKIP = Words("ข้ามไปยังเนื้อหา", "Skip to content")


def write_html(document: Document) -> str:
    """The whole page, to be written as UTF-8; the same document gives the same page."""
    page = Page(document)
    body = "".join(_section(section, page) for section in document.sections)
    title = escape(printable(document.title))
    described = _meta("author", document.author) + _meta("description", document.subject)
    return (
        f'<!doctype html>\n<html lang="{document.language}" class="{document.digits}"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">{described}'
        f'<meta name="dcterms.created" content="{document.created.isoformat()}"><style>{_style()}{_page_margins(document)}</style></head>\n'
        f'<body><a class="skip" href="#content">{_SKIP.to(document.language)}</a>{_running_head(document)}'
        f'<main id="content" tabindex="-1">{_hidden_title(document)}{body}</main></body></html>\n'
    )


def _meta(name: str, text: str) -> str:
    return f'<meta name="{name}" content="{escape(printable(text))}">' if text else ""


def _section(section: Section, page: Page) -> str:
    name = "cover" if section.kind == "cover" else section.orientation
    return f'<section class="{name}">{"".join(page.blocks(section.blocks))}</section>\n'


def _running_head(document: Document) -> str:
    return f'<header class="running">{escape(printable(document.header))}</header>' if document.header else ""


def _hidden_title(document: Document) -> str:
    """Every page has one heading of the first level, also where no cover shows the title."""
    shown = any(isinstance(block, Paragraph) and block.role == "title" for section in document.sections for block in section.blocks)
    return "" if shown else f'<h1 class="hidden">{escape(printable(document.title))}</h1>'


@cache
def _style() -> str:
    faces = "".join(
        f'@font-face{{font-family:"Sarabun";font-weight:{number};font-display:block;'
        f'src:url(data:font/ttf;base64,{base64.b64encode(font_data(weight)).decode()}) format("truetype")}}\n'
        for weight, number in (("regular", 400), ("bold", 700))
    )
    return faces + (files(__package__) / "html.css").read_text(encoding="utf-8")


def _page_margins(document: Document) -> str:
    """Header and page number of the printed page, where the browser supports margin boxes."""
    before, _, after = document.page_label.partition("{}")
    counter = "counter(page, thai)" if document.digits == "thai" else "counter(page)"
    number = f"{_css_string(before)} {counter} {_css_string(after)}"
    every = f"@page{{@top-left{{content:{_css_string(document.header)}}}@bottom-center{{content:{number}}}}}"
    return every + "@page cover{@top-left{content:none}@bottom-center{content:none}}"


def _css_string(text: str) -> str:
    """The text as a string of CSS; whatever could end the string or the style element is written as its code."""
    return '"' + "".join(f"\\{ord(sign):x} " if sign in "\"\\<>&'" or ord(sign) < 32 else sign for sign in printable(text)) + '"'

"""The frame of a site around the document on its page: menus, sidebars, paths of links."""

import re
from collections.abc import Iterator

from lxml import html

_NAMES = re.compile(
    r"(?:(?:main|top|side|site|page)-?)?(?:menu|nav|navbar|navigation|bar|footer|widget)s?|sidebar|breadcrumbs?|pagination|cookies?", re.IGNORECASE
)
_LISTS = frozenset({"ul", "ol", "menu", "dir"})
_PARTS = frozenset({"div", "aside", "section", "span", *_LISTS})
_MOST_OF_PAGE = 0.3
_LEAST_ENTRIES = 4
_IN_LINKS = 0.9
_LONGEST_ENTRY = 40


def site_frame(root: html.HtmlElement) -> frozenset[html.HtmlElement]:
    """Elements outside of tables that hold the menus of a site: named so and a small part of the page, or lists of nothing but short links."""
    total = len(root.text_content())
    return frozenset(element for element in _candidates(root) if _is_named(element, total) or _is_list_of_links(element))


def _candidates(root: html.HtmlElement) -> Iterator[html.HtmlElement]:
    inside = frozenset(element for table in root.iter("table") for element in table.iter())
    for element in root.iter(*_PARTS):
        if element not in inside:
            yield element


def _is_named(element: html.HtmlElement, total: int) -> bool:
    names = f"{element.get('class') or ''} {element.get('id') or ''}".split()
    return any(_NAMES.fullmatch(name) for name in names) and len(element.text_content()) <= _MOST_OF_PAGE * total


def _is_list_of_links(element: html.HtmlElement) -> bool:
    if element.tag not in _LISTS:
        return False
    entries = [child for child in element if child.tag == "li"]
    if len(entries) < _LEAST_ENTRIES:
        return False
    letters = len("".join(element.text_content().split()))
    linked = sum(len("".join(link.text_content().split())) for link in element.iter("a") if link.get("href"))
    return letters > 0 and linked >= _IN_LINKS * letters and letters <= _LONGEST_ENTRY * len(list(element.iter("li")))

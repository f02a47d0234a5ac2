"""Markup of the web as a tree, however broken it is: nothing is fetched, no entity is expanded."""

import re

from lxml import html

from prongsai.document.reading.text_decoding import TOO_DEEP, Beyond

# What a screen does not show, or shows as a control: never part of the document.
_LEFT_OUT = re.compile(
    "head|script|style|template|noscript|svg|math|nav|iframe|object|embed|applet|audio|video|canvas|map|button|select|datalist|textarea|dialog|frameset|noframes"
)
_HIDDEN_CLASSES = frozenset(
    {"hidden", "skip", "skip-link", "skip-to-content", "sr-only", "visually-hidden", "screen-reader-text", "d-none", "noprint", "no-print"}
)
_SHOWN_AGAIN = re.compile(r"(?:^|\s)\w+:(?:block|flex|grid|table|inline)|(?:^|\s)d-\w+-(?:block|flex|grid|table|inline)")
_HIDDEN_STYLE = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_HIDDEN_ROLES = frozenset({"navigation", "search", "dialog", "alertdialog"})
_TOO_DEEP = "Excessive depth"


def tree_of(markup: str) -> html.HtmlElement | None:
    """The root of the page; None where there is nothing. Raises Beyond where elements stand so deep inside each other that the rest would be lost."""
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    parser.feed(markup.encode("utf-8", errors="replace"))
    try:
        root = parser.close()
    except SyntaxError:
        return None
    if any(_TOO_DEEP in entry.message for entry in parser.feed_error_log):
        raise Beyond("too-deep", TOO_DEEP)
    return root


def numbered(root: html.HtmlElement) -> dict[html.HtmlElement, int]:
    """Every element with its number in document order, counted from 1."""
    return {element: number for number, element in enumerate(root.iter(), 1)}


def is_left_out(element: html.HtmlElement) -> bool:
    """Whether a reader of the page does not see the element, or sees a control or a list of links in it."""
    if _LEFT_OUT.fullmatch(element.tag) or "hidden" in element.attrib or element.get("aria-hidden") == "true":
        return True
    if element.get("role") in _HIDDEN_ROLES or _HIDDEN_STYLE.search(element.get("style") or ""):
        return True
    return bool(classes(element) & _HIDDEN_CLASSES) and not _SHOWN_AGAIN.search(element.get("class"))


def classes(element: html.HtmlElement) -> frozenset[str]:
    """The classes of an element."""
    return frozenset((element.get("class") or "").split())


def is_layout(table: html.HtmlElement) -> bool:
    """Whether a table only arranges a page: it says so, or holds another table and neither heads nor a caption of its own."""
    if table.get("role") in {"presentation", "none"}:
        return True
    if table.find(".//table") is None or table.find("caption") is not None or table.find("thead") is not None:
        return False
    rows = [*table.iterfind("tr"), *table.iterfind("tbody/tr")]
    return not any(row.find("th") is not None for row in rows) and sum(len(row) >= 3 for row in rows) * 2 <= len(rows)

"""A picture that stands in a web page: its SVG without scripts, with names of its own and a text for who cannot see it."""

import re
from copy import deepcopy

from lxml import etree

from prongsai.document.safe import printable

_NAMESPACE = "http://www.w3.org/2000/svg"
_HREFS = {"href", "{http://www.w3.org/1999/xlink}href"}
_REFUSED = {"script", "foreignObject", "iframe", "image"}
_REFERENCE = re.compile(r"url\(\s*['\"]?([^)'\"]*)['\"]?\s*\)")


def inline_svg(svg: str, alt: str, name: str) -> str:
    """The SVG as markup for a page: every id starts with `name`, `alt` is its description, nothing in it runs or loads."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    root = deepcopy(etree.fromstring(printable(svg).encode(), parser))
    for node in list(root.iter(etree.Element)):
        _clean(node, name)
    _scale(root)
    _describe(root, printable(alt), name)
    return str(etree.tostring(root, encoding="unicode", with_tail=False))


def _clean(node: etree._Element, name: str) -> None:
    tag = etree.QName(node).localname
    parent = node.getparent()
    if parent is not None and (tag in _REFUSED or (parent.getparent() is None and tag in {"title", "desc"})):
        parent.remove(node)
        return
    for key, value in list(node.attrib.items()):
        if key.lower().startswith("on") or (key in _HREFS and not value.startswith("#")):
            del node.attrib[key]
        else:
            node.set(key, _renamed(key, value, name))
    if tag == "style":
        node.text = _REFERENCE.sub("none", (node.text or "").replace("@import", ""))


def _renamed(key: str, value: str, name: str) -> str:
    if key == "id":
        return f"{name}-{value}"
    if key in _HREFS:
        return f"#{name}-{value[1:]}"
    return _REFERENCE.sub(lambda match: f"url(#{name}-{match[1][1:]})" if match[1].startswith("#") else "none", value)


def _scale(root: etree._Element) -> None:
    """Give way to the width of the page: without a view box the drawing would be cut instead."""
    width, height = (re.sub(r"[^\d.]", "", root.get(side, "")) for side in ("width", "height"))
    if root.get("viewBox") is None and width and height:
        root.set("viewBox", f"0 0 {width} {height}")


def _describe(root: etree._Element, alt: str, name: str) -> None:
    for key in ("aria-hidden", "aria-label", "aria-roledescription"):
        root.attrib.pop(key, None)
    root.set("role", "img")
    root.set("focusable", "false")
    root.set("aria-labelledby", f"{name}-title")
    title = etree.Element(f"{{{_NAMESPACE}}}title", id=f"{name}-title")
    title.text = alt
    root.insert(0, title)

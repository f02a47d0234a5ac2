"""Elements of WordprocessingML, and the order in which Word wants them."""

from docx.oxml.ns import qn
from lxml import etree

from prongsai.document.safe import printable

_NAMES = {"w": qn("w:p").partition("}")[0][1:]}
_SPACE = qn("xml:space")
_PARAGRAPH_ORDER = (
    "pStyle",
    "keepNext",
    "keepLines",
    "pageBreakBefore",
    "numPr",
    "pBdr",
    "shd",
    "tabs",
    "spacing",
    "ind",
    "contextualSpacing",
    "jc",
    "outlineLvl",
    "sectPr",
)
_PLACE = {qn(f"w:{name}"): number for number, name in enumerate(_PARAGRAPH_ORDER)}


def w(name: str, /, *children: etree._Element, **attributes: str | int) -> etree._Element:
    """An element of the main namespace with attributes of the same namespace."""
    element = etree.Element(qn(f"w:{name}"), nsmap=_NAMES)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), str(value))
    element.extend(children)
    return element


def linked(name: str, /, *children: etree._Element, relation: str, **attributes: str | int) -> etree._Element:
    """An element that names a relationship of its part."""
    element = w(name, *children, **attributes)
    element.set(qn("r:id"), relation)
    return element


def paragraph_element(style: str, *content: etree._Element, properties: tuple[etree._Element, ...] = ()) -> etree._Element:
    """A paragraph in a style, with properties of its own in any order."""
    element = w("p", w("pPr", w("pStyle", val=style)), *content)
    for each in properties:
        add_property(element, each)
    return element


def add_property(paragraph: etree._Element, added: etree._Element) -> None:
    """Put the property where the schema wants it; one of the same name gives way."""
    properties = paragraph[0]
    for old in properties.findall(added.tag):
        properties.remove(old)
    after = sum(1 for other in properties if _PLACE[other.tag] < _PLACE[added.tag])
    properties.insert(after, added)


def run_element(text: str, *, bold: bool = False, italic: bool = False, style: str = "", color: str = "") -> etree._Element:
    """A run whose bold and italic hold for Thai too; line breaks and tabs in the text stay what they are."""
    parts = [w("rStyle", val=style)] if style else []
    parts += [w("b"), w("bCs")] if bold else []
    parts += [w("i"), w("iCs")] if italic else []
    parts += [w("color", val=color)] if color else []
    run = w("r", w("rPr", *parts)) if parts else w("r")
    for number, line in enumerate(printable(text).replace("\r\n", "\n").replace("\r", "\n").split("\n")):
        if number:
            run.append(w("br"))
        for place, piece in enumerate(line.split("\t")):
            if place:
                run.append(w("tab"))
            if piece:
                run.append(_text("t", piece))
    return run


def field_elements(instruction: str, shown: str) -> tuple[etree._Element, ...]:
    """The runs of a field with the result that is shown until somebody updates it."""
    return (*field_start(instruction), run_element(shown), field_end())


def field_start(instruction: str) -> tuple[etree._Element, ...]:
    """The runs that open a field, up to where its result begins."""
    begin, middle = (w("r", w("fldChar", fldCharType=kind)) for kind in ("begin", "separate"))
    return begin, w("r", _text("instrText", f" {instruction} ")), middle


def field_end() -> etree._Element:
    """The run that closes a field."""
    return w("r", w("fldChar", fldCharType="end"))


def _text(name: str, text: str) -> etree._Element:
    element = w(name)
    element.text = text
    element.set(_SPACE, "preserve")
    return element

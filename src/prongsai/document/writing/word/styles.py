"""The styles of a Word document: one look each, the same for Thai and Latin letters."""

from dataclasses import dataclass

from lxml import etree

from prongsai.document.model import Role
from prongsai.document.writing.fonts import FAMILY
from prongsai.document.writing.word.elements import w
from prongsai.words import Language

INK = "1C1C1A"
QUIET = "5B6664"
ACCENT = "0F5E5A"
LINE = "B9C4C2"
FINE_LINE = "E2E8E7"
NATURAL_LINE = 1.3
_BUILT_IN = {"Title", "Subtitle", "List Bullet", "List Number", "TOC Heading", "Signature"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A paragraph style: sizes and distances in points, `line` in heights of Sarabun's own line, indents in twips."""

    name: str
    size: float = 12
    bold: bool = False
    color: str = ""
    before: float = 0
    after: float = 0
    line: float = 1.12
    align: str = "left"
    left: int = 0
    right: int = 0
    keep_next: bool = False
    keep_lines: bool = False
    outline: int | None = None
    follow: str = "Normal"
    borders: tuple[tuple[str, int, int], ...] = ()

    @property
    def line_height(self) -> float:
        """Points from one line to the next."""
        return self.size * NATURAL_LINE * self.line


def _heading(level: int, *, size: float, before: float, after: float) -> Look:
    rule: tuple[tuple[str, int, int], ...] = (("bottom", 8, 3),) if level == 1 else ()
    return Look(
        name=f"heading {level}",
        size=size,
        bold=True,
        before=before,
        after=after,
        keep_next=True,
        keep_lines=True,
        outline=level - 1,
        borders=rule,
    )


LOOKS: dict[str, Look] = {
    "Normal": Look(name="Normal", after=5),
    "Title": Look(name="Title", size=24, bold=True, after=6, align="center", follow="Subtitle"),
    "Subtitle": Look(name="Subtitle", size=16, after=4, align="center"),
    "CoverText": Look(name="Cover Text", size=13, after=2, align="center"),
    "CoverRule": Look(name="Cover Rule", size=4, after=14, align="center", left=3000, right=3000, borders=(("bottom", 12, 1),)),
    "Heading1": _heading(1, size=17, before=18, after=9),
    "Heading2": _heading(2, size=14, before=14, after=5),
    "Heading3": _heading(3, size=12.5, before=10, after=4),
    "Heading4": _heading(4, size=12, before=8, after=3),
    "Caption": Look(name="caption", size=11, bold=True, before=8, after=4, keep_lines=True),
    "FigureCaption": Look(name="Figure Caption", size=11, color=QUIET, before=4, after=10, align="center", keep_lines=True),
    "Figure": Look(name="Figure", before=6, after=2, line=1, align="center", follow="FigureCaption"),
    "ListBullet": Look(name="List Bullet", after=3, follow="ListBullet"),
    "ListNumber": Look(name="List Number", after=3, follow="ListNumber"),
    "Note": Look(name="Note", size=10.5, color=QUIET, before=2, after=5),
    "Callout": Look(
        name="Callout",
        before=2,
        after=2,
        left=170,
        right=113,
        keep_lines=True,
        follow="Callout",
        borders=(("top", 4, 6), ("left", 24, 8), ("bottom", 4, 6)),
    ),
    "Signature": Look(name="Signature", after=1, align="center", keep_lines=True, follow="Signature"),
    "TableText": Look(name="Table Text", size=10.5, after=1, line=1.08, follow="TableText"),
    "TableHead": Look(name="Table Head", size=10.5, bold=True, after=1, line=1.08, keep_next=True, follow="TableHead"),
    "TableNote": Look(name="Table Note", size=9.5, color=QUIET, after=1, line=1.08, follow="TableNote"),
    "TableEnd": Look(name="Table End", size=4, after=4, line=1),
    "Header": Look(name="header", size=9, color=QUIET, borders=(("bottom", 4, 4),), follow="Header"),
    "Footer": Look(name="footer", size=10, color=QUIET, align="center", follow="Footer"),
    "TOCHeading": Look(name="TOC Heading", size=17, bold=True, after=9, keep_next=True, borders=(("bottom", 8, 3),)),
    "TOC1": Look(name="toc 1", size=11, bold=True, before=3, after=1),
    "TOC2": Look(name="toc 2", size=10.5, left=340),
    "TOC3": Look(name="toc 3", size=10.5, left=680),
    "TOC4": Look(name="toc 4", size=10.5, left=1020),
}

STYLE_OF_ROLE: dict[Role, str] = {
    "body": "Normal",
    "bullet": "ListBullet",
    "number": "ListNumber",
    "note": "Note",
    "callout": "Callout",
    "title": "Title",
    "subtitle": "Subtitle",
    "cover": "CoverText",
    "signature": "Signature",
}


def styles(language: Language) -> list[etree._Element]:
    """What stands in the styles part: the defaults of the document and every style.

    Only the defaults and Normal name the font, so an office that must use another changes it in one place.
    """
    return [_defaults(language), *(_paragraph_style(name, look) for name, look in LOOKS.items()), *_other_styles()]


def font_element() -> etree._Element:
    """Sarabun for every script."""
    return w("rFonts", ascii=FAMILY, hAnsi=FAMILY, eastAsia=FAMILY, cs=FAMILY)


def language_element(language: Language) -> etree._Element:
    """The languages of the letters; Thai is the one by which Word finds the ends of words."""
    return w("lang", val="en-GB" if language == "en" else "en-US", eastAsia="th-TH", bidi="th-TH")


def _defaults(language: Language) -> etree._Element:
    run = w("rPr", font_element(), w("sz", val=24), w("szCs", val=24), language_element(language))
    return w("docDefaults", w("rPrDefault", run), w("pPrDefault", w("pPr", w("spacing", after=0, line=240, lineRule="auto"))))


def _paragraph_style(identity: str, look: Look) -> etree._Element:
    root = identity == "Normal"
    based = [] if root else [w("basedOn", val="Normal")]
    custom = look.name not in _BUILT_IN and look.name[0].isupper()
    sort: dict[str, str | int] = {"default": 1} if root else {"customStyle": 1} if custom else {}
    names = [w("name", val=look.name), *based, w("next", val=look.follow), w("uiPriority", val=1), w("qFormat")]
    return w("style", *names, _paragraph_properties(look), _run_properties(look, root=root), type="paragraph", styleId=identity, **sort)


def _paragraph_properties(look: Look) -> etree._Element:
    parts = [w("keepNext")] if look.keep_next else []
    parts += [w("keepLines")] if look.keep_lines else []
    if look.borders:
        color = LINE if look.name == "header" else ACCENT
        parts.append(w("pBdr", *(w(side, val="single", sz=eighths, space=space, color=color) for side, eighths, space in look.borders)))
    before, after, line = round(look.before * 20), round(look.after * 20), round(look.line * 240)
    parts.append(w("spacing", before=before, after=after, line=line, lineRule="auto"))
    if look.left or look.right:
        parts.append(w("ind", left=look.left, right=look.right))
    parts.append(w("jc", val=look.align))
    if look.outline is not None:
        parts.append(w("outlineLvl", val=look.outline))
    return w("pPr", *parts)


def _run_properties(look: Look, *, root: bool) -> etree._Element:
    parts = [font_element()] if root else []
    parts += [w("b"), w("bCs")] if look.bold else []
    parts.append(w("color", val=look.color or INK))
    half_points = round(look.size * 2)
    parts += [w("sz", val=half_points), w("szCs", val=half_points)]
    return w("rPr", *parts)


def _other_styles() -> list[etree._Element]:
    bare = w("tblPr", w("tblInd", w=0, type="dxa"), _margins(0, 108))
    underlined = w("rPr", w("color", val=ACCENT), w("u", val="single"))
    return [
        w("style", w("name", val="Default Paragraph Font"), type="character", default=1, styleId="DefaultParagraphFont"),
        w("style", w("name", val="Normal Table"), bare, type="table", default=1, styleId="TableNormal"),
        w("style", w("name", val="No List"), type="numbering", default=1, styleId="NoList"),
        w("style", w("name", val="Hyperlink"), underlined, type="character", styleId="Hyperlink"),
        _table_style(),
    ]


def _margins(upright: int, sideways: int) -> etree._Element:
    sides = (("top", upright), ("left", sideways), ("bottom", upright), ("right", sideways))
    return w("tblCellMar", *(w(side, w=twips, type="dxa") for side, twips in sides))


def _line(side: str, eighths: int, color: str) -> etree._Element:
    return w(side, val="single", sz=eighths, space=0, color=color)


def _table_style() -> etree._Element:
    borders = w("tblBorders", *(_line(side, 4, LINE) for side in ("top", "bottom", "insideH")), _line("insideV", 2, FINE_LINE))
    return w(
        "style",
        w("name", val="Report Table"),
        w("basedOn", val="TableNormal"),
        w("uiPriority", val=59),
        w("qFormat"),
        w("tblPr", w("tblInd", w=0, type="dxa"), borders, _margins(50, 85)),
        type="table",
        customStyle=1,
        styleId="ReportTable",
    )

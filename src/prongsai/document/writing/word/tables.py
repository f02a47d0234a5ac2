"""Tables of a Word document: fixed columns, head rows on every page, cells that span."""

from itertools import pairwise

from lxml import etree

from prongsai.document.grid import Spot, laid_out
from prongsai.document.model import Align, Column, Orientation, Table, Tone
from prongsai.document.writing.word.elements import add_property, paragraph_element, w
from prongsai.document.writing.word.pages import kept_with_next, row_heights, text_height, text_width
from prongsai.document.writing.word.text import Text

_FILLS: dict[Tone, str] = {"head": "E9F0EF", "good": "E6F2E9", "warning": "FBF1DC", "bad": "F7E6E1"}


def table_element(table: Table, orientation: Orientation, text: Text) -> etree._Element:
    """The table as wide as the text of its page; a row breaks across pages only when it is taller than half a page."""
    widths = column_widths(table.columns, text_width(orientation))
    heights = row_heights(table.head + table.rows, [column.width for column in table.columns], sum(widths) / 20)
    properties = w("tblPr", w("tblStyle", val="ReportTable"), w("tblW", w=sum(widths), type="dxa"), w("tblLayout", type="fixed"), _look())
    if table.caption:
        properties.append(w("tblCaption", val=table.caption))
    element = w("tbl", properties, w("tblGrid", *(w("gridCol", w=width) for width in widths)))
    half = text_height(orientation) / 40
    for rows, head in ((table.head, True), (table.rows, False)):
        first = len(table.head) if not head else 0
        for number, spots in enumerate(laid_out(rows, len(widths))):
            whole = heights[first + number] <= half
            element.append(_row(spots, table.columns, widths, marks=_marks(head=head, whole=whole), text=text))
    if not table.head + table.rows:
        element.append(_row(next(laid_out(((),), len(widths))), table.columns, widths, marks=[], text=text))
    return element


def column_widths(columns: tuple[Column, ...], width: int) -> list[int]:
    """The width shared out in whole twips; the columns add up to exactly `width`."""
    total = sum(column.width for column in columns)
    edges = [0]
    so_far = 0.0
    for column in columns:
        so_far += column.width
        edges.append(round(width * so_far / total))
    return [right - left for left, right in pairwise(edges)]


def _look() -> etree._Element:
    return w("tblLook", val="0020", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1)


def _marks(*, head: bool, whole: bool) -> list[etree._Element]:
    marks = [w("cantSplit")] if whole or head else []
    return [*marks, w("tblHeader")] if head else marks


def _row(spots: tuple[Spot, ...], columns: tuple[Column, ...], widths: list[int], *, marks: list[etree._Element], text: Text) -> etree._Element:
    row = w("tr", w("trPr", *marks)) if marks else w("tr")
    for spot in spots:
        width = sum(widths[spot.column : spot.column + spot.columns])
        row.append(_cell(spot, width, spot.cell.align or columns[spot.column].align, text))
    if kept_with_next(spots):
        _keep_with_next(row)
    return row


def _keep_with_next(row: etree._Element) -> None:
    """Rows under one spanning cell stay on one page where they are few."""
    for paragraph in row.iter(w("p").tag):
        add_property(paragraph, w("keepNext"))


def _cell(spot: Spot, width: int, align: Align, text: Text) -> etree._Element:
    properties = w("tcPr", w("tcW", w=width, type="dxa"))
    if spot.columns > 1:
        properties.append(w("gridSpan", val=spot.columns))
    if spot.cell.rows > 1:
        properties.append(w("vMerge", val="restart" if spot.first else "continue"))
    fill = _FILLS.get(spot.cell.tone)
    if fill:
        properties.append(w("shd", val="clear", color="auto", fill=fill))
    if spot.cell.tone == "head":
        properties.append(w("vAlign", val="center"))
    return w("tc", properties, *_content(spot, align, text))


def _content(spot: Spot, align: Align, text: Text) -> list[etree._Element]:
    text.end_list()
    if not spot.first or not spot.cell.paragraphs:
        return [paragraph_element("TableText")]
    paragraphs = [text.in_cell(each, tone=spot.cell.tone, align=align) for each in spot.cell.paragraphs]
    text.end_list()
    return paragraphs

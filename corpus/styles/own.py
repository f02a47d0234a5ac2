"""The reports that this program writes, with marks set afterwards where their figures, names and cells stand."""

import re
from dataclasses import replace

from corpus.agencies import Case
from corpus.marks import mark, with_blocks
from prongsai.document import Block, Cell, Document, Heading, Paragraph, Row, Run, Table
from prongsai.report import ReportKind, build, layouts
from prongsai.thai import format_number

_FIELDS = {
    "มาตรการ": "title",
    "มาตรการ/โครงการ/กิจกรรม": "title",
    "มาตรการ/แนวทาง": "title",
    "จุดอ่อนที่ตอบ": "answers",
    "ผลการวิเคราะห์ตามตัวชี้วัด": "answers",
    "ขั้นตอน": "steps",
    "ขั้นตอน/วิธีการปฏิบัติ": "steps",
    "วิธีการดำเนินการ": "steps",
    "ระยะเวลา": "period",
    "ระยะเวลาดำเนินการ": "period",
    "ระยะเวลาในการดำเนินการ": "period",
    "ผู้รับผิดชอบ": "responsible",
    "การติดตาม": "follow_up",
    "การติดตามผลการดำเนินการ": "follow_up",
    "ตัวบ่งชี้ความสำเร็จ": "success",
    "สิ่งที่ดำเนินการ": "done",
    "สรุปผลการดำเนินการ": "done",
    "ผลที่เกิดขึ้น": "outcome",
    "ผลลัพธ์หรือความสำเร็จ": "outcome",
    "หลักฐาน": "evidence",
}
_LEAST_FIELDS = 4
_CODE = re.compile(r"\((IIT|EIT|OIT)\)")


def report(case: Case, kind: ReportKind, number: int) -> Document:
    """One of our reports in one of our layouts, marked."""
    names = sorted(layouts())
    document = build(case.way, kind, layout=names[number % len(names)])
    return _Marker(case).marked(document)


class _Marker:
    """Finds the figures, names and cells of our own reports by what the case says they are."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._roles = {str(case.year): "assessed", str(case.plan): "plan"}
        self._years = re.compile(f"(ปีงบประมาณ พ.ศ. )({'|'.join(self._roles)})")
        self._agency = re.compile(re.escape(case.results.agency.name))
        self._total = re.compile(rf"(?<![0-9.]){re.escape(format_number(case.scores['total']))}(?![0-9])")
        self._level = re.compile(rf"(คะแนน ระดับ ?)({re.escape(case.level)})(?![ก-๙])")
        framework = case.way.framework
        self._indicator = re.compile(f"(ตัวชี้วัดที่ )({'|'.join(f'{number} {one.name.th}' for number, one in framework.indicators.items())})")

    def marked(self, document: Document) -> Document:
        """The document with marks."""
        return with_blocks(document, lambda blocks: [self._block(block) for block in blocks])

    def _block(self, block: Block) -> Block:
        match block:
            case Heading():
                return block
            case Paragraph():
                return self._paragraph(block)
            case Table():
                return self._table(block)
        return block

    def _paragraph(self, paragraph: Paragraph) -> Paragraph:
        return replace(paragraph, runs=tuple(replace(run, text=self._text(run.text)) for run in paragraph.runs))

    def _text(self, text: str) -> str:
        text = self._total.sub(lambda found: mark(found[0], "total", "total", self._case.year, "prose"), text)
        text = self._level.sub(lambda found: found[1] + mark(found[2], "level"), text)
        if "ได้คะแนนสูงสุดคือ" in text:
            text = self._extremes(text)
        text = self._agency.sub(lambda found: mark(found[0], "agency"), text)
        return self._years.sub(lambda found: found[1] + mark(found[2], "year", self._roles[found[2]]), text)

    def _extremes(self, text: str) -> str:
        case = self._case
        for end, node in (("high", case.highest(case.indicators)), ("low", case.lowest(case.indicators))):
            name = f"ตัวชี้วัดที่ {node} {case.way.framework.indicators[int(node)].name.th}"
            text = text.replace(name, mark(name, end, node, "all"), 1)
        return text

    def _table(self, table: Table) -> Table:
        table = replace(table, rows=tuple(self._total_row(row) for row in table.rows))
        heads = [cell.text.replace("\n", "") for cell in table.head[-1]] if table.head else []
        fields = {place: _FIELDS[head] for place, head in enumerate(heads) if head in _FIELDS}
        if len(fields) >= _LEAST_FIELDS and "ตอบจุดอ่อน" not in heads:
            return replace(table, rows=tuple(self._measure(row, number, fields) for number, row in enumerate(table.rows, 1)))
        if heads[:2] == ["ที่", "ตัวชี้วัด"] and "คะแนน" in heads:
            return replace(table, rows=tuple(self._score(row, heads.index("คะแนน")) for row in table.rows))
        if heads and "ผลต่าง" in heads:
            return replace(table, rows=tuple(self._change(row, heads) for row in table.rows))
        if "น้ำหนัก(ร้อยละ)" in heads:
            return replace(table, rows=tuple(self._weight(row) for row in table.rows))
        return table

    def _total_row(self, row: Row) -> Row:
        if not row or not row[0].text.startswith("คะแนนรวม"):
            return row
        return tuple(_said(cell, self._text(cell.text)) if self._total.fullmatch(cell.text) else cell for cell in row)

    def _measure(self, row: Row, number: int, fields: dict[int, str]) -> Row:
        return tuple(_anchored(cell, mark("", "cell", fields[place], number)) if place in fields else cell for place, cell in enumerate(row))

    def _score(self, row: Row, column: int) -> Row:
        node = row[0].text
        figure = mark(row[column].text, "score", node, self._case.year, "table")
        return tuple(_said(cell, figure) if place == column else cell for place, cell in enumerate(row))

    def _change(self, row: Row, heads: list[str]) -> Row:
        found = self._indicator.match(row[0].text)
        if found is None:
            return row
        node = found[2].split(" ")[0]
        column = heads.index("ผลต่าง")
        texts = {column: mark(row[column].text, "change", node, "table"), column - 1: mark(row[column - 1].text, "score", node, self._case.year, "table")}
        texts[0] = f"ตัวชี้วัดที่ {node} {mark(found[2].split(' ', 1)[1], 'title', node)}"
        return tuple(_said(cell, texts[place]) if place in texts else cell for place, cell in enumerate(row))

    def _weight(self, row: Row) -> Row:
        found = _CODE.search(row[0].text)
        return (*row[:-1], _said(row[-1], mark(row[-1].text, "weight", found[1]))) if found else row


def _anchored(cell: Cell, anchor: str) -> Cell:
    first = cell.paragraphs[0]
    return replace(cell, paragraphs=(replace(first, runs=(Run(anchor), *first.runs)), *cell.paragraphs[1:]))


def _said(cell: Cell, text: str) -> Cell:
    first = cell.paragraphs[0]
    style = first.runs[0] if first.runs else Run("")
    return replace(cell, paragraphs=(replace(first, runs=(replace(style, text=text),)),))

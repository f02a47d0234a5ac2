"""A city's manner: a ranking of the ten scores, comments in merged cells, last year row by row with a comment under each."""

from corpus.marks import mark
from corpus.pen import Pen, grid, over_pages
from corpus.wording import ADVICE, ISSUES, SURVEY_ISSUES
from prongsai.document import Block, Cell, Column, Heading, Row, Table, cell, head_row, paragraph

_GROUPS = {
    "IIT": "แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน (IIT)",
    "EIT": "แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก (EIT)",
    "OIT": "แบบวัดการเปิดเผยข้อมูลสาธารณะ (OIT)",
}


def title(pen: Pen, kind: str) -> tuple[str, ...]:
    """The lines of the first page."""
    name = {"analysis": "รายงานการวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใส", "progress": "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส"}
    year = pen.year("assessed", "ประจำปีงบประมาณ พ.ศ. ") if kind == "analysis" else pen.year("plan", "ประจำปีงบประมาณ พ.ศ. ")
    return (name.get(kind, "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"), year, pen.agency(), pen.place())


def analysis(pen: Pen) -> list[Block]:
    """Scores, comments, lost items, change."""
    case = pen.case
    return [
        pen.part("scores", f"1. ผลการประเมิน ITA ของ{pen.agency()} {pen.year('assessed')}"),
        paragraph(
            f"สำนักงาน ป.ป.ช. ประกาศผลการประเมิน ITA ประจำ{pen.year('assessed')} ซึ่ง{pen.agency()} ได้คะแนนรวม {pen.score('total')} คะแนน "
            f"อยู่ในระดับ{_gap(case.level)}{pen.level()} รายละเอียดตามตารางต่อไปนี้"
        ),
        _ranking(pen),
        paragraph(_target(pen)),
        pen.part("weaknesses", "1.1 ประเด็นที่ต้องแก้ไขหรือปรับปรุงรายตัวชี้วัด", 2),
        _comments(pen),
        pen.part("advice", "1.2 ข้อเสนอแนะรายเครื่องมือ", 2),
        *_advice(pen),
        pen.part("lost", "1.3 ข้อ OIT ที่ไม่ได้รับคะแนน", 2),
        *_lost(pen),
        pen.part("change", "1.4 เปรียบเทียบกับปีที่ผ่านมา", 2),
        _change(pen),
    ]


def measures(pen: Pen) -> list[Block]:
    """The table of measures, a row a measure, broken over pages."""
    rows: list[list[str | Cell]] = [
        [
            pen.cell("title", number, f"{number}. {measure.title}"),
            pen.cell("answers", number, *(f"{pen.node(node)} {ISSUES[number % len(ISSUES)]}" for node in measure.answers)),
            pen.cell("steps", number, "วิธีการปฏิบัติ", *(f"{place}) {step}" for place, step in enumerate(measure.steps, 1))),
            pen.cell("period", number, pen.written_period(measure)),
            pen.cell("responsible", number, measure.responsible),
            pen.cell("follow_up", number, measure.follow_up),
        ]
        for number, measure in enumerate(pen.case.measures, 1)
    ]
    heads = ["มาตรการ/โครงการ/กิจกรรม", "ผลการวิเคราะห์ตามตัวชี้วัด", "ขั้นตอน/วิธีการปฏิบัติ", "ระยะเวลาในการดำเนินการ", "ผู้รับผิดชอบ", "การติดตามผล"]
    return [
        pen.part("measures", f"2. การนำผลการประเมินไปสู่การพัฒนาหน่วยงาน ประจำ{pen.year('plan')}"),
        paragraph(f"จากผลการประเมินใน{pen.year('assessed')} {pen.agency()} {pen.place()} กำหนดมาตรการที่จะดำเนินการใน{pen.year('plan')} ดังนี้"),
        *over_pages(grid(heads, rows, [2.2, 3, 3.4, 1.5, 1.5, 1.8]), 2, repeat=True),
    ]


def progress(pen: Pen) -> list[Block]:
    """What became of the measures."""
    rows: list[list[str | Cell]] = []
    for number, measure in enumerate(pen.case.measures, 1):
        report = measure.progress[0]
        rows.append(
            [
                pen.cell("title", number, f"{number}. {measure.title}", *(pen.node(node) for node in measure.answers)),
                pen.cell("done", number, report.done),
                pen.cell("outcome", number, report.outcome),
                pen.cell("evidence", number, *report.evidence),
                pen.cell("responsible", number, measure.responsible),
            ]
        )
    heads = ["มาตรการ/โครงการ/กิจกรรม", "ผลการดำเนินการ", "ผลลัพธ์หรือความสำเร็จ", "เอกสารอ้างอิง/ลิงก์", "ผู้รับผิดชอบ"]
    return [
        pen.part("progress", f"ผลการดำเนินการตามมาตรการ ประจำ{pen.year('plan')}"),
        paragraph(f"{pen.agency()} ได้ดำเนินการตามมาตรการที่กำหนดจากผลการประเมินใน{pen.year('assessed')} มีผลดังนี้"),
        *over_pages(grid(heads, rows, [2.4, 2.8, 2.6, 2.2, 1.4]), 3, repeat=True),
    ]


def _ranking(pen: Pen) -> Table:
    case = pen.case
    rows = [
        (cell(str(place)), cell(mark(pen.title(node), "rank-title", node)), cell(pen.score(node, where="table"), columns=2))
        for place, node in enumerate(case.indicators, 1)
    ]
    high, low = pen.extreme_value("high", case.indicators), pen.extreme_value("low", case.indicators)
    last = (cell("คะแนนสูงสุด"), cell(high), cell("คะแนนต่ำสุด"), cell(low))
    head = (cell("อันดับ", tone="head"), cell("ตัวชี้วัด", tone="head"), cell("คะแนน", tone="head", columns=2))
    return Table((Column(1), Column(3.4), Column(1.2), Column(1)), (head,), (*rows, last))


def _target(pen: Pen) -> str:
    passed = pen.case.scores["total"] >= 85
    told = f"สูงกว่าค่าเป้าหมายตามแผนแม่บท {pen.target()} คะแนน" if passed else f"ยังไม่ถึงค่าเป้าหมายตามแผนแม่บท {pen.target()} คะแนน"
    return f"คะแนนรวมของ{pen.own()}{told}" if pen.case.number % 2 else f"ในปีนี้{pen.own()}มีคะแนน{told}"


def _comments(pen: Pen) -> Table:
    case = pen.case
    rows: list[Row] = []
    for instrument, name in _GROUPS.items():
        rows.append((cell(name, columns=2),))
        for place, node in enumerate(case.of(instrument), 1):
            left = f"{place}. {mark(pen.title(node), 'rank-title', node)} {pen.score(node, where='table')}"
            rows.append((cell(left), cell(f"{pen.indicator(node)} {ADVICE[(int(node) + case.number) % len(ADVICE)]}")))
    return Table((Column(2), Column(4)), (head_row("ตัวชี้วัดของการประเมิน ITA", "ประเด็นที่ต้องแก้ไข/ปรับปรุง"),), tuple(rows))


def _advice(pen: Pen) -> list[Block]:
    case = pen.case
    blocks: list[Block] = []
    for instrument, name in _GROUPS.items():
        nodes = case.of(instrument)
        blocks.append(Heading(name, 3))
        if len(nodes) > 2:
            high, low = pen.extreme("high", nodes, instrument), pen.extreme("low", nodes, instrument)
            blocks.append(paragraph(f"ในแบบวัดนี้ {high} มีคะแนนสูงสุด ควรรักษาไว้ และควรพัฒนา{low} ซึ่งมีคะแนนต่ำสุด"))
        if instrument == "IIT":
            blocks += [paragraph(f"ข้อ {code} ({pen.score(code)} คะแนน) {SURVEY_ISSUES[place % len(SURVEY_ISSUES)]}") for place, code in enumerate(case.survey)]
    return blocks


def _lost(pen: Pen) -> list[Block]:
    case = pen.case
    blocks: list[Block] = [paragraph(f"{pen.agency()} ไม่ได้รับคะแนนในข้อต่อไปนี้")]
    for place, code in enumerate(case.lost):
        blocks += [paragraph(mark("", "lost", code) + pen.item(code)), paragraph(ISSUES[(place + case.number) % len(ISSUES)])]
    return blocks


def _change(pen: Pen) -> Table:
    case = pen.case
    rows = []
    for node in case.indicators:
        figures = (pen.score(node, where="table", before=True), pen.score(node, where="table"), pen.change(node))
        rows.append(tuple(cell(text) for text in (pen.indicator(node), *figures)))
        comment = f"คะแนนของตัวชี้วัดที่ {node} {pen.way(node)}จากปีก่อน {pen.change(node, signed=False, where='prose')} คะแนน"
        rows.append((cell(f"{comment} แนวทางต่อไปคือ{ADVICE[(int(node) + case.number) % len(ADVICE)]}", columns=4),))
    heads = head_row("ตัวชี้วัดที่", f"ผลคะแนน{pen.year('previous', 'ปี ')}", f"ผลคะแนน{pen.year('assessed', 'ปี ')}", "ผลต่าง")
    return Table((Column(3), Column(1.2), Column(1.2), Column(1.2)), (heads,), tuple(rows))


def _gap(level: str) -> str:
    return " " if level[:1].isascii() else ""

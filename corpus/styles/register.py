"""An assessor's manner: everything in tables with other heads in another order, long tables over pages, tables of weights and levels."""

from corpus.marks import mark
from corpus.pen import Pen, amount, day, grid, over_pages
from corpus.styles.letter import level_table
from corpus.wording import ADVICE, ISSUES
from prongsai.document import Block, Cell, Table, cell, paragraph
from prongsai.plan import STATUS_NAMES


def title(pen: Pen, kind: str) -> tuple[str, ...]:
    """The lines of the first page."""
    names = {
        "analysis": "ตารางวิเคราะห์ผลการประเมิน ITA",
        "progress": "ตารางติดตามผลตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส",
        "measures+progress": "มาตรการส่งเสริมคุณธรรมและความโปร่งใสและผลการดำเนินการ",
    }
    year = pen.year("assessed") if kind == "analysis" else pen.year("plan")
    return (names.get(kind, "มาตรการส่งเสริมคุณธรรมและความโปร่งใสจากผลการประเมิน ITA"), f"{pen.agency()} {year}", pen.place())


def analysis(pen: Pen) -> list[Block]:
    """Everything in tables, a sentence before each."""
    case = pen.case
    return [
        pen.part("method", "ส่วนที่ 1 เกณฑ์การประเมิน"),
        paragraph(f"เกณฑ์ที่ใช้ใน{pen.year('assessed')} คะแนนผ่านเกณฑ์คือ {pen.target()} คะแนนขึ้นไป"),
        _weights(pen),
        level_table(pen),
        pen.part("scores", "ส่วนที่ 2 ผลการประเมิน"),
        paragraph(f"ผลคะแนนของ{pen.agency()} {pen.year('assessed')} คะแนนรวม {pen.score('total')} ระดับ {pen.level()}"),
        _instruments(pen),
        pen.part("change", "ส่วนที่ 3 ผลการประเมินรายตัวชี้วัดเปรียบเทียบย้อนหลัง"),
        *over_pages(_two_years(pen), 6, repeat=case.number % 2 == 0),
        paragraph(
            f"สูงสุด ได้แก่ {pen.extreme('high', case.indicators, 'all')} ต่ำสุด ได้แก่ {pen.extreme('low', case.indicators, 'all')} "
            f"ซึ่ง{pen.own()}จะนำไปกำหนดมาตรการต่อไป"
        ),
        pen.part("weaknesses", "ส่วนที่ 4 ประเด็นที่ต้องปรับปรุง"),
        _weak(pen),
        paragraph("ข้อ OIT ที่ได้ 0 คะแนน"),
        _lost(pen),
    ]


def measures(pen: Pen) -> list[Block]:
    """Owner and time first, measure and steps behind."""
    rows: list[list[str | Cell]] = [
        [
            str(number),
            pen.cell("answers", number, *(pen.node(node) for node in measure.answers)),
            pen.cell("title", number, measure.title),
            pen.cell("responsible", number, measure.responsible),
            pen.cell("period", number, pen.written_period(measure)),
            pen.cell("steps", number, *(f"- {step}" for step in measure.steps)),
            pen.cell("budget", number, amount(measure.budget)),
            pen.cell("success", number, measure.success),
            pen.cell("follow_up", number, measure.follow_up),
        ]
        for number, measure in enumerate(pen.case.measures, 1)
    ]
    heads = [
        "ที่",
        "ประเด็นการพัฒนา",
        "โครงการ/กิจกรรม",
        "หน่วยงานที่รับผิดชอบ",
        "กำหนดเวลา",
        "แนวทางการดำเนินการ",
        "งบประมาณ",
        "ผลที่คาดว่าจะได้รับ",
        "การกำกับติดตาม",
    ]
    return [
        pen.part("measures", f"แนวทางการยกระดับผลการประเมิน {pen.year('plan')}"),
        paragraph(f"{pen.agency()} ใช้ผลการประเมิน {pen.year('assessed')} กำหนดโครงการและกิจกรรมดังตาราง"),
        *over_pages(grid(heads, rows, [0.5, 2, 2, 1.4, 1.3, 3, 1, 1.6, 1.6]), 3, repeat=pen.case.number % 2 == 1),
    ]


def progress(pen: Pen) -> list[Block]:
    """Status and day, what was done, outcome, evidence, obstacles."""
    rows: list[list[str | Cell]] = []
    for number, measure in enumerate(pen.case.measures, 1):
        report = measure.progress[0]
        status = STATUS_NAMES[report.status].th
        rows.append(
            [
                str(number),
                pen.cell("title", number, measure.title, *(pen.node(node) for node in measure.answers)),
                pen.cell("status", number, f"{status} ณ {day(report.date)}"),
                pen.cell("done", number, report.done),
                pen.cell("outcome", number, report.outcome),
                pen.cell("evidence", number, *report.evidence),
                pen.cell("obstacles", number, report.obstacles),
                pen.cell("responsible", number, measure.responsible),
            ]
        )
    heads = ["ลำดับ", "โครงการ/กิจกรรม", "ความคืบหน้า", "สิ่งที่ดำเนินการ", "ผลสัมฤทธิ์", "หลักฐาน", "ปัญหา/อุปสรรค", "ส่วนราชการที่รับผิดชอบ"]
    return [
        pen.part("progress", f"ความก้าวหน้าและผลการดำเนินการ {pen.year('plan')}"),
        paragraph(f"สรุปผลตามมาตรการของ{pen.agency()} ซึ่งกำหนดจากผลการประเมิน {pen.year('assessed')}"),
        *over_pages(grid(heads, rows, [0.6, 2.2, 1.3, 2.4, 2.2, 2, 1.5, 1.3]), 3, repeat=pen.case.number % 2 == 0),
    ]


def _weights(pen: Pen) -> Block:
    framework = pen.case.way.framework
    rows: list[list[str | Cell]] = [[one.code, one.name.th, " ".join(pen.case.of(one.code)), pen.weight(one.code)] for one in framework.rules.instruments]
    return grid(["เครื่องมือ", "ชื่อแบบวัด", "ตัวชี้วัดที่", "ค่าน้ำหนัก"], rows, [1, 4, 1.6, 1])


def _instruments(pen: Pen) -> Block:
    rows: list[list[str | Cell]] = [[code, pen.score(code, where="table")] for code in ("IIT", "EIT", "OIT")]
    rows += [[f"EIT ส่วนที่ {part[-1]}", pen.score(part, where="table")] for part in ("EIT-1", "EIT-2") if part in pen.case.scores]
    return grid(["เครื่องมือ", "คะแนน"], [*rows, ["คะแนนรวม", pen.score("total", where="table")]], [3, 1])


def _two_years(pen: Pen) -> Table:
    case = pen.case
    rows: list[list[str | Cell]] = [
        [
            node,
            mark(pen.title(node), "title", node),
            pen.score(node, where="table", before=True),
            pen.score(node, where="table"),
            pen.change(node),
            pen.way(node),
        ]
        for node in case.indicators
    ]
    heads = ["ตัวชี้วัดที่", "ชื่อตัวชี้วัด", f"คะแนน{pen.year('previous', 'ปี ')}", f"คะแนน{pen.year('assessed', 'ปี ')}", "เพิ่ม/ลด", "แนวโน้ม"]
    return grid(heads, rows, [1, 3.4, 1.2, 1.2, 1.2, 1.2])


def _weak(pen: Pen) -> Block:
    case = pen.case
    nodes = sorted(case.indicators, key=lambda node: case.scores[node])[:3]
    rows: list[list[str | Cell]] = [[pen.indicator(node), pen.score(node, where="table"), ADVICE[(int(node) + case.number) % len(ADVICE)]] for node in nodes]
    return grid(["ตัวชี้วัด", "คะแนน", "แนวทางการปรับปรุง"], rows, [3, 1, 3.4])


def _lost(pen: Pen) -> Block:
    case = pen.case
    rows: list[list[str | Cell]] = [
        [cell(mark("", "lost", code) + pen.item(code)), "0", ISSUES[(int(code[1:]) + case.number) % len(ISSUES)]] for code in case.lost
    ]
    return grid(["ข้อ OIT", "คะแนน", "ข้อสังเกตของผู้ประเมิน"], rows, [3.4, 0.8, 3])

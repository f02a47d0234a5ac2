"""A subdistrict's manner: everything by indicator, Thai digits, few words, the result in prose."""

from corpus.marks import mark
from corpus.pen import Pen, grid, over_pages
from corpus.wording import ADVICE, ISSUES
from prongsai.document import Block, Cell, paragraph
from prongsai.results import Measure


def title(pen: Pen, kind: str) -> tuple[str, ...]:
    """The lines of the first page."""
    if kind == "analysis":
        return ("การวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงาน", pen.year("assessed", "ปีงบประมาณ "), pen.agency(), pen.place())
    name = "รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใส" if kind == "progress" else "มาตรการส่งเสริมคุณธรรมและความโปร่งใส"
    return (f"{name} {pen.year('plan', 'ประจำปีงบประมาณ ')}", pen.agency(), pen.place())


def analysis(pen: Pen) -> list[Block]:
    """Each indicator in a sentence, strong and weak points as lists."""
    case = pen.case
    weak = [node for node in case.indicators if case.scores[node] < 85]
    strong = sorted((node for node in case.indicators if node not in weak), key=lambda node: -case.scores[node])[:4]
    blocks: list[Block] = [
        pen.part("scores", "ผลการประเมินในภาพรวม"),
        paragraph(
            f"ผลการประเมินในภาพรวมของ{pen.agency()} {pen.year('assessed')} มีค่าคะแนนเท่ากับ {pen.score('total')} คะแนน "
            f"ผลการประเมินอยู่ในระดับ {pen.level()} โดยมีผลรายตัวชี้วัดดังนี้"
        ),
    ]
    for node in case.indicators:
        blocks.append(paragraph(f"{pen.indicator(node)} มีระดับคะแนนที่ {pen.score(node)} คะแนน {ADVICE[(int(node) * 2 + case.number) % len(ADVICE)]}"))
    blocks.append(
        paragraph(
            f"{pen.extreme('high', case.indicators, 'all')} ได้คะแนนสูงสุด {pen.extreme_value('high', case.indicators)} คะแนน "
            f"และ{pen.extreme('low', case.indicators, 'all')} ได้คะแนนต่ำสุด {pen.extreme_value('low', case.indicators)} คะแนน"
        )
    )
    blocks.append(pen.part("strengths", "จุดแข็ง"))
    blocks += [paragraph(f"{place}. {pen.indicator(node)} {pen.score(node)} คะแนน") for place, node in enumerate(strong, 1)]
    blocks.append(pen.part("weaknesses", "จุดที่ต้องพัฒนา"))
    blocks += [paragraph(f"{place}. {pen.indicator(node)} {pen.score(node)} คะแนน ต่ำกว่าเกณฑ์ {pen.target()} คะแนน") for place, node in enumerate(weak, 1)]
    if not weak:
        blocks.append(paragraph(f"ทุกตัวชี้วัดผ่านเกณฑ์ {pen.target()} คะแนน แต่ควรพัฒนา{pen.indicator(case.lowest(case.indicators))} ให้ดีขึ้นอีก"))
    advice = ADVICE[(case.number + 2) % len(ADVICE)]
    blocks += [pen.part("advice", "แนวทางการพัฒนา"), paragraph(f"{pen.own()}จะ{advice}"), pen.part("lost", "รายการข้อมูลที่ไม่ได้คะแนน")]
    rows: list[list[str | Cell]] = [
        [mark("", "lost", code) + pen.code(code), mark(_title(pen, code), "item", code), ISSUES[(place + case.number) % len(ISSUES)]]
        for place, code in enumerate(case.lost)
    ]
    return [*blocks, grid(["ข้อ", "รายการ", "สาเหตุที่ไม่ได้คะแนน"], rows, [0.8, 3, 3])]


def measures(pen: Pen) -> list[Block]:
    """A row an indicator or item, its steps numbered in one cell."""
    rows: list[list[str | Cell]] = [
        [
            pen.cell("title", number, *_named(pen, measure)),
            pen.cell("steps", number, *(f"{place}. {step}" for place, step in enumerate(measure.steps, 1))),
            pen.cell("period", number, pen.written_period(measure)),
            pen.cell("follow_up", number, measure.follow_up),
            pen.cell("responsible", number, measure.responsible),
        ]
        for number, measure in enumerate(pen.case.measures, 1)
    ]
    heads = ["มาตรการ/แนวทาง", "วิธีการดำเนินการ", "ระยะเวลาดำเนินการ", "ติดตามผลการดำเนินการ", "ผู้รับผิดชอบ"]
    return [
        pen.part("measures", f"มาตรการส่งเสริมคุณธรรมและความโปร่งใส {pen.year('plan')}"),
        paragraph(
            f"จากการวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใส {pen.year('assessed')} {pen.agency()} {pen.place()} "
            f"นำมากำหนดมาตรการของ{pen.own()}เพื่อยกระดับคะแนนใน{pen.year('plan')} ดังนี้"
        ),
        *over_pages(grid(heads, rows, [2.4, 3.6, 1.5, 2, 1.5]), 3, repeat=False),
    ]


def progress(pen: Pen) -> list[Block]:
    """The same rows with what was done, what came of it and where it can be seen."""
    rows: list[list[str | Cell]] = []
    for number, measure in enumerate(pen.case.measures, 1):
        report = measure.progress[0]
        rows.append(
            [
                pen.cell("title", number, *_named(pen, measure)),
                pen.cell("steps", number, *(f"{place}. {step}" for place, step in enumerate(measure.steps, 1))),
                pen.cell("period", number, pen.written_period(measure)),
                pen.cell("done", number, report.done),
                pen.cell("outcome", number, report.outcome),
                pen.cell("evidence", number, *report.evidence),
                pen.cell("responsible", number, measure.responsible),
            ]
        )
    heads = [
        "มาตรการ/แนวทาง",
        "วิธีการดำเนินการ",
        "ระยะเวลาดำเนินการ",
        "สรุปผลการดำเนินการตามมาตรการ",
        "ผลลัพธ์ของการดำเนินการ",
        "หลักฐานเชิงประจักษ์",
        "ผู้รับผิดชอบ",
    ]
    return [
        pen.part("progress", f"รายงานผลการดำเนินการตามมาตรการของ{pen.agency()} {pen.year('plan')}"),
        paragraph(f"{pen.agency()} ขับเคลื่อนมาตรการที่กำหนดจากผลการประเมิน {pen.year('assessed')} โดยเผยแพร่บนเว็บไซต์ของ{pen.own()} ดังนี้"),
        *over_pages(grid(heads, rows, [2, 2.6, 1.3, 2.2, 2, 2, 1.2]), 3, repeat=True),
    ]


def _named(pen: Pen, measure: Measure) -> list[str]:
    return [*(pen.node(node) for node in measure.answers), measure.title]


def _title(pen: Pen, code: str) -> str:
    item = pen.case.way.framework.item(code)
    return (item.title if item else None) or ""

"""A memorandum's manner: running text, short months, one upright table for each measure."""

from corpus.marks import mark
from corpus.pen import Pen, amount, grid
from corpus.wording import ADVICE, ISSUES, SURVEY_ISSUES
from prongsai.document import Block, Cell, Heading, paragraph
from prongsai.results import Measure


def title(pen: Pen, kind: str) -> tuple[str, ...]:
    """The lines of the first page."""
    subject = {
        "analysis": f"สรุปผลการวิเคราะห์การประเมิน ITA {pen.year('assessed')}",
        "measures": f"ขออนุมัติมาตรการส่งเสริมคุณธรรมและความโปร่งใส {pen.year('plan')}",
        "progress": f"รายงานผลตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส {pen.year('plan')}",
        "analysis+measures": f"ผลการวิเคราะห์การประเมิน ITA และมาตรการส่งเสริมคุณธรรมและความโปร่งใส {pen.year('plan')}",
        "measures+progress": f"มาตรการส่งเสริมคุณธรรมและความโปร่งใส และผลการดำเนินการ {pen.year('plan')}",
    }
    return ("บันทึกข้อความ", f"ส่วนราชการ {pen.agency()} {pen.place()}", f"เรื่อง {subject[kind]}")


def analysis(pen: Pen) -> list[Block]:
    """Weights and levels of the year, the result in prose, what changed, what was lost."""
    case = pen.case
    return [
        pen.part("method", "1. เรื่องเดิม"),
        paragraph(f"การประเมิน ITA {pen.year('assessed')} ใช้เครื่องมือ 3 แบบวัด 10 ตัวชี้วัด มีน้ำหนักและเกณฑ์ระดับดังนี้"),
        _weights(pen),
        level_table(pen),
        pen.part("scores", "2. สรุปผลการประเมิน"),
        paragraph(
            f"2.1 {pen.agency()} ได้คะแนนเฉลี่ยรวม {pen.score('total')} คะแนน อยู่ในระดับ {pen.level()} "
            f"{'ผ่าน' if case.scores['total'] >= 85 else 'ไม่ผ่าน'}ค่าเป้าหมาย {pen.target()} คะแนนขึ้นไป"
        ),
        paragraph(f"2.2 คะแนนรายเครื่องมือ ได้แก่ {' '.join(f'แบบวัด {one} {pen.score(one)} คะแนน' for one in ('IIT', 'EIT', 'OIT'))}"),
        paragraph("2.3 คะแนนรายตัวชี้วัด ได้แก่ " + " ".join(f"{pen.indicator(node)} {pen.score(node)} คะแนน" for node in case.indicators)),
        *_survey(pen),
        pen.part("strengths", "3. จุดแข็ง"),
        paragraph(
            f"ตัวชี้วัดที่ได้คะแนนสูงที่สุด คือ {pen.extreme('high', case.indicators, 'all')} ({pen.extreme_value('high', case.indicators)} คะแนน) "
            f"{ADVICE[case.number % len(ADVICE)]}"
        ),
        pen.part("weaknesses", "4. จุดอ่อนและประเด็นที่ต้องพัฒนา"),
        paragraph(
            f"ตัวชี้วัดที่ได้คะแนนต่ำที่สุด คือ {pen.extreme('low', case.indicators, 'all')} ({pen.extreme_value('low', case.indicators)} คะแนน) "
            f"{ADVICE[(case.number + 3) % len(ADVICE)]}"
        ),
        paragraph("ข้อมูลสาธารณะที่ไม่ได้คะแนน ดังนี้"),
        *(paragraph(f"- {mark('', 'lost', code)}{pen.item(code)} {ISSUES[(int(code[1:]) + case.number) % len(ISSUES)]}") for code in case.lost),
        pen.part("change", "5. เปรียบเทียบกับปีที่ผ่านมา"),
        *(paragraph(_moved(pen, node)) for node in case.indicators if abs(case.change(node)) > 2),
    ]


def measures(pen: Pen) -> list[Block]:
    """One upright table for each measure."""
    blocks: list[Block] = [
        pen.part("measures", f"มาตรการส่งเสริมคุณธรรมและความโปร่งใส {pen.year('plan')}"),
        paragraph(f"เพื่อแก้ไขจุดอ่อนจากผลการประเมิน {pen.year('assessed')} {pen.agency()} {pen.place()} เห็นควรกำหนดมาตรการ จำนวน {len(pen.case.measures)} มาตรการ"),
    ]
    for number, measure in enumerate(pen.case.measures, 1):
        blocks += [Heading(f"มาตรการที่ {number}", 3), grid([], _upright(pen, number, measure), [1.4, 5])]
    return blocks


def progress(pen: Pen) -> list[Block]:
    """One upright table for each measure with its result."""
    blocks: list[Block] = [
        pen.part("progress", f"ผลการดำเนินการตามมาตรการ {pen.year('plan')}"),
        paragraph(f"{pen.agency()} ดำเนินการตามมาตรการที่เกิดจากผลการประเมิน {pen.year('assessed')} ของ{pen.own()}แล้ว ดังนี้"),
    ]
    for number, measure in enumerate(pen.case.measures, 1):
        report = measure.progress[0]
        rows: list[list[str | Cell]] = [
            ["มาตรการ", pen.cell("title", number, measure.title)],
            ["ตัวชี้วัด/ข้อ", pen.cell("answers", number, *(pen.node(node) for node in measure.answers))],
            ["ผลการดำเนินการ", pen.cell("done", number, report.done)],
            ["ผลลัพธ์", pen.cell("outcome", number, report.outcome)],
            ["หลักฐาน", pen.cell("evidence", number, *report.evidence)],
            ["ผู้รับผิดชอบ", pen.cell("responsible", number, measure.responsible)],
        ]
        blocks += [Heading(f"มาตรการที่ {number}", 3), grid([], rows, [1.4, 5])]
    return blocks


def level_table(pen: Pen) -> Block:
    """The levels of the year with the totals they stand for."""
    levels = pen.case.way.framework.levels
    assert levels is not None
    rows: list[list[str | Cell]] = []
    above: str | None = None
    for step in levels.steps:
        low = mark(f"{step.total_from:.2f}", "band", step.code, "low")
        if any(one.each_from is not None for one in levels.steps):
            condition = "และทุกเครื่องมือไม่ต่ำกว่าเกณฑ์เดียวกัน" if step.each_from else "แต่มีบางเครื่องมือต่ำกว่าเกณฑ์" if step.passed else ""
            high = "84.99" if step.total_from == 70 else "69.99" if step.total_from == 0 else ""
            text = f"{low} - {mark(high, 'band', step.code, 'high')}" if high else f"{low} คะแนนขึ้นไป {condition}"
        else:
            text = f"{low} - {mark(above or '100.00', 'band', step.code, 'high')}"
            above = f"{float(step.total_from) - 0.01:.2f}"
        rows.append([step.code, text.strip()])
    return grid(["ระดับผลการประเมิน", "ช่วงคะแนน"], rows, [1, 2.4])


def _weights(pen: Pen) -> Block:
    rules = pen.case.way.framework.rules
    rows: list[list[str | Cell]] = [[f"{one.name.th} ({one.code})", pen.weight(one.code)] for one in rules.instruments]
    return grid(["แบบวัด", "น้ำหนัก (ร้อยละ)"], [*rows, ["รวม", "100"]], [4, 1.2])


def _survey(pen: Pen) -> list[Block]:
    case = pen.case
    return [
        paragraph(f"2.{place + 4} ข้อ {code} ได้ {pen.score(code)} คะแนน {SURVEY_ISSUES[place % len(SURVEY_ISSUES)]}") for place, code in enumerate(case.survey)
    ]


def _moved(pen: Pen, node: str) -> str:
    before, after = pen.score(node, before=True), pen.score(node)
    head = f"{pen.indicator(node)} {pen.year('previous', 'ปี ')} ได้ {before} คะแนน {pen.year('assessed', 'ปี ')} ได้ {after} คะแนน"
    return f"{head} {pen.way(node)} {pen.change(node, signed=False, where='prose')} คะแนน"


def _upright(pen: Pen, number: int, measure: Measure) -> list[list[str | Cell]]:
    return [
        ["มาตรการ", pen.cell("title", number, measure.title)],
        ["ประเด็นที่ต้องแก้ไข", pen.cell("answers", number, *(pen.node(node) for node in measure.answers))],
        ["วิธีดำเนินการ", pen.cell("steps", number, *(f"({place}) {step}" for place, step in enumerate(measure.steps, 1)))],
        ["ระยะเวลา", pen.cell("period", number, pen.written_period(measure))],
        ["ผู้รับผิดชอบ", pen.cell("responsible", number, measure.responsible)],
        ["การกำกับติดตาม", pen.cell("follow_up", number, measure.follow_up)],
        ["งบประมาณ", pen.cell("budget", number, amount(measure.budget))],
    ]

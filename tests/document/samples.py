"""A made-up report that holds everything a document can hold."""

from datetime import date

from prongsai.document.model import (
    Block,
    Cell,
    Column,
    Contents,
    Document,
    Figure,
    Heading,
    PageBreak,
    Paragraph,
    Run,
    Section,
    Table,
    Tone,
    cell,
    head_row,
    paragraph,
)

INDICATORS = (
    ("การปฏิบัติหน้าที่", 95.24, 96.10),
    ("การใช้งบประมาณ", 95.83, 93.42),
    ("การใช้อำนาจ", 99.31, 97.05),
    ("การใช้ทรัพย์สินของทางราชการ", 93.38, 91.60),
    ("การแก้ไขปัญหาการทุจริต", 93.82, 94.77),
    ("คุณภาพการดำเนินงาน", 96.03, 95.21),
    ("ประสิทธิภาพการสื่อสาร", 95.47, 90.08),
    ("การปรับปรุงระบบการทำงาน", 95.48, 92.33),
    ("การเปิดเผยข้อมูล", 69.00, 88.50),
    ("การป้องกันการทุจริต", 80.00, 100.00),
)
WIDE_HEADS = (
    "ที่",
    "มาตรการ",
    "ข้อที่ตอบ",
    "ขั้นตอนการดำเนินงาน",
    "ผู้รับผิดชอบ",
    "ระยะเวลา",
    "การติดตามผล",
    "ตัวชี้วัดความสำเร็จ",
    "งบประมาณ (บาท)",
    "สถานะ",
)
STEPS = (
    "สำรวจข้อมูลที่ต้องเปิดเผยและแต่งตั้งผู้ดูแลข้อมูลของแต่ละกอง",
    "ปรับปรุงหน้าเว็บไซต์ให้ค้นหาข้อมูลได้ภายในสองครั้งคลิกและตรวจลิงก์ทุกวันที่ 1 ของเดือน",
    "รายงานผลต่อที่ประชุมผู้บริหารทุกไตรมาส",
)


def chart() -> str:
    """A bar chart of the indicators with Thai labels, drawn by hand."""
    bars = "".join(
        f'<text x="186" y="{26 + 30 * place}" text-anchor="end">{place + 1}. {name}</text>'
        f'<rect x="194" y="{12 + 30 * place}" width="{score * 3.4:.1f}" height="18" fill="url(#teal)"/>'
        f'<text x="{200 + score * 3.4:.1f}" y="{26 + 30 * place}">{score:.2f}</text>'
        for place, (name, score, _) in enumerate(INDICATORS)
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="620" height="320" viewBox="0 0 620 320" '
        'font-family="Sarabun" font-size="12" fill="#1c1c1a">'
        '<defs><linearGradient id="teal"><stop offset="0" stop-color="#0f5e5a"/>'
        '<stop offset="1" stop-color="#3c8f89"/></linearGradient></defs>'
        f'<rect width="620" height="320" fill="#ffffff"/>{bars}'
        '<line x1="483" y1="6" x2="483" y2="310" stroke="#8a3b2a" stroke-dasharray="4 3"/></svg>'
    )


def small_table() -> Table:
    """Ten indicators with a head of two rows, tones of every kind, and a total over several columns."""
    head = (
        (
            cell("ตัวชี้วัด", align="center", rows=2, tone="head"),
            cell("ชื่อตัวชี้วัด", align="center", rows=2, tone="head"),
            cell("คะแนน", align="center", columns=3, tone="head"),
        ),
        head_row("ปี 2567", "ปี 2568", "เปลี่ยนแปลง"),
    )
    rows = tuple(
        (cell(str(number)), cell(name), cell(f"{before:.2f}"), cell(f"{now:.2f}"), cell(f"{now - before:+.2f}", tone=_tone(now - before)))
        for number, (name, now, before) in enumerate(INDICATORS, 1)
    )
    total = (cell("คะแนนรวม", columns=2, tone="head", align="center"), cell("93.91"), cell("87.15"), cell("ไม่มีข้อมูลรายข้อ", tone="quiet"))
    columns = (Column(0.8, "center"), Column(4), Column(1.2, "right"), Column(1.2, "right"), Column(1.6, "right"))
    return Table(columns, head, (*rows, total), "ตารางที่ 1 ผลการประเมินรายตัวชี้วัด ปีงบประมาณ พ.ศ. 2567–2568")


def wide_table(measures: int = 8) -> Table:
    """A plan of ten columns with long Thai texts, lists within cells, and the first column spanning two rows."""
    columns = (
        Column(0.5, "center"),
        Column(2),
        Column(0.8, "center"),
        Column(3.2),
        Column(1.6),
        Column(1.4, "center"),
        Column(1.8),
        Column(1.8),
        Column(1.6, "right"),
        Column(1.3, "center"),
    )
    rows: list[tuple[Cell, ...]] = []
    for number in range(1, measures + 1):
        steps = cell([paragraph(step, "number") for step in STEPS])
        shared = (cell(str(number), rows=2), cell("ปรับปรุงการเปิดเผยข้อมูลสาธารณะบนเว็บไซต์ของหน่วยงานให้ครบถ้วนและเป็นปัจจุบัน", rows=2))
        rest = (cell("งานประชาสัมพันธ์ สำนักปลัดเทศบาล"), cell("1 ต.ค. 2567\nถึง\n30 ก.ย. 2568"), cell("ตรวจทุกไตรมาสโดยหน่วยตรวจสอบภายใน"))
        first = (*shared, cell("o9\no12"), steps, *rest, cell("ข้อมูลครบทุกข้อ ร้อยละ 100"), cell("120,000.00"), cell("เสร็จแล้ว", tone="good"))
        notes = cell(
            [
                paragraph("จุดที่ต้องแก้", "bullet"),
                paragraph("ลิงก์เสีย 3 รายการ", "bullet", 1),
                paragraph("หมายเหตุ: ตรวจล่าสุด 15 ม.ค. 2568", "note"),
            ]
        )
        second = (
            cell("i10"),
            notes,
            *rest,
            cell("คะแนนไม่น้อยกว่า 85.00"),
            cell("–"),
            cell("ยังไม่รายงาน", tone=("warning", "bad")[number % 2]),
        )
        rows += [first, second]
    return Table(columns, (head_row(*WIDE_HEADS),), tuple(rows), "ตารางที่ 2 แผนมาตรการส่งเสริมคุณธรรมและความโปร่งใส")


def rich_document() -> Document:
    """A cover, contents, running text, a wide plan on landscape pages and a signature."""
    cover = Section(
        (
            paragraph("รายงานการวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ", "title"),
            paragraph("ประจำปีงบประมาณ พ.ศ. 2568", "subtitle"),
            paragraph("เทศบาลเมืองตัวอย่าง", "cover"),
            paragraph("อำเภอเมืองตัวอย่าง จังหวัดตัวอย่าง", "cover"),
        ),
        kind="cover",
    )
    front = Section((Contents("สารบัญ", 3),))
    plan = Section((Heading("มาตรการและแผนการดำเนินงาน"), paragraph("แผนต่อไปนี้ใช้กับทุกส่วนราชการในสังกัด"), wide_table()), orientation="landscape")
    end = Section((Heading("สรุป"), paragraph("จึงเรียนมาเพื่อโปรดพิจารณา"), *_signature()))
    return Document(
        title="รายงานการวิเคราะห์ผลการประเมิน ITA ปี 2568",
        sections=(cover, front, Section(_analysis()), plan, end),
        author="เทศบาลเมืองตัวอย่าง",
        subject="ผลการประเมินคุณธรรมและความโปร่งใส ปีงบประมาณ พ.ศ. 2568",
        header="รายงานการวิเคราะห์ผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2568 – เทศบาลเมืองตัวอย่าง",
        page_label="- {} -",
        created=date(2025, 4, 30),
    )


def _tone(change: float) -> Tone:
    return "good" if change > 0 else "bad"


def _analysis() -> tuple[Block, ...]:
    link = Run("เว็บไซต์ของหน่วยงาน", href="https://example.go.th/ita/2568?หน้า=1&x=2")
    mail = Run("saraban2@example.go.th", href="mailto:saraban2@example.go.th")
    long = (
        "การประเมินครั้งนี้เก็บข้อมูลจากผู้มีส่วนได้ส่วนเสียภายใน ผู้มีส่วนได้ส่วนเสียภายนอก และการเปิดเผยข้อมูลสาธารณะของหน่วยงาน "
        "เพื่อให้เห็นจุดแข็งที่ควรรักษาไว้และจุดอ่อนที่ต้องเร่งแก้ไข ผู้ที่เกี่ยวข้องพึงใช้ผลนี้ปรับปรุงการให้บริการ ปู่ย่าตายายที่มาติดต่อต้องเข้าใจขั้นตอนได้เอง "
    )
    return (
        Heading("ผลการประเมินภาพรวม"),
        Paragraph(
            (
                Run(long),
                Run("คะแนนรวม 87.15 คะแนน ระดับผ่าน", bold=True),
                Run(" ต่ำกว่าปีก่อน "),
                Run("6.76 คะแนน", italic=True),
                Run(" ดู"),
                link,
                Run(" หรือ "),
                mail,
            )
        ),
        paragraph("เป้าหมายปีถัดไปคือ 90 คะแนนขึ้นไป\nต้องเพิ่มคะแนนตัวชี้วัดที่ 9 และ 10 ก่อน", "callout"),
        paragraph("ข้อความบรรทัดที่สองของกรอบเดียวกัน", "callout"),
        Heading("คะแนนรายตัวชี้วัด", 2),
        small_table(),
        paragraph("ที่มา: คำนวณจากคะแนนที่ประกาศ ปัดเศษสองตำแหน่ง", "note"),
        Figure(
            chart(),
            "แผนภูมิแท่งคะแนน 10 ตัวชี้วัด สูงสุดคือการใช้อำนาจ 99.31 ต่ำสุดคือการเปิดเผยข้อมูล 69.00",
            "ภาพที่ 1 คะแนนรายตัวชี้วัดเทียบกับเกณฑ์ 85 คะแนน",
            0.9,
        ),
        PageBreak(),
        Heading("ข้อที่ต้องปรับปรุง", 2),
        Heading("การเปิดเผยข้อมูล (OIT)", 3),
        paragraph("จัดทำข้อมูลที่ยังไม่ได้คะแนน", "number"),
        paragraph("แผนการใช้จ่ายงบประมาณประจำปี", "number", 1),
        paragraph("รายงานการกำกับติดตามทุก 6 เดือน", "number", 1),
        paragraph("ตรวจสอบลิงก์ทุกเดือน", "number"),
        paragraph("แจ้งผู้รับผิดชอบทางหนังสือเวียน", "bullet", 1),
        paragraph("เผยแพร่ก่อนวันที่ 30 เมษายน 2568", "number"),
        Heading("รายละเอียดเพิ่มเติม", 4),
        paragraph("บัญชีรายชื่อเริ่มนับใหม่", "number"),
        paragraph("ข้อที่สองของรายการใหม่", "number"),
        paragraph('จุดเน้น <สำคัญ> & "พิเศษ"', "bullet"),
        paragraph("จุดเน้นย่อย", "bullet", 1),
    )


def _signature() -> tuple[Block, ...]:
    return (
        paragraph("(ลงชื่อ) ...............................................", "signature"),
        paragraph("(นายตัวอย่าง ใจโปร่งใส)", "signature"),
        paragraph("นายกเทศมนตรีเมืองตัวอย่าง", "signature"),
    )

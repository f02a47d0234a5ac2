"""What every report has around its content: cover, preface, contents, page header, signatures."""

from prongsai.document import Align, Block, Cell, Column, Contents, Heading, Orientation, PageBreak, Paragraph, Section, Table, cell, head_row, paragraph
from prongsai.report.brief import Brief
from prongsai.report.voice import Voice
from prongsai.results import Agency

_ALIGN: dict[str, Align] = {"l": "left", "c": "center", "r": "right"}


def cover(voice: Voice, agency: Agency, *, title: str, subtitle: str, source: str | None = None) -> Section:
    """The first page: what it is, of which year, whose."""
    lines = [paragraph(title, "title"), paragraph(subtitle, "subtitle"), paragraph(agency.name, "cover", bold=True)]
    place = voice.place(agency)
    if place:
        lines.append(paragraph(place, "cover"))
    if source:
        lines.append(paragraph(voice.say(f"ที่มาของข้อมูล: {source}", f"Source of the data: {source}"), "note"))
    return Section(tuple(lines), kind="cover")


def front(voice: Voice, preface: list[str], summary: list[str]) -> tuple[Block, ...]:
    """Preface, summary for the executive, and contents; without a summary all stand on one page."""
    blocks: list[Block] = [Heading(voice.say("คำนำ", "Preface")), *(paragraph(text) for text in preface)]
    if summary:
        blocks += [Heading(voice.say("บทสรุปสำหรับผู้บริหาร", "Summary for the executive"), 2)]
        blocks += [*(paragraph(text, "bullet") for text in summary), PageBreak()]
    return (*blocks, Contents(voice.say("สารบัญ", "Contents")), PageBreak())


def page_label(voice: Voice) -> str:
    """The form of the page number."""
    return voice.say("หน้า {}", "Page {}")


def signatures(voice: Voice, chapter: int) -> tuple[Block, ...]:
    """Places to sign for who prepared, reviewed and approved."""
    roles = [
        voice.say("ผู้จัดทำ", "Prepared by"),
        voice.say("ผู้ตรวจสอบ", "Reviewed by"),
        voice.say("ผู้เห็นชอบ", "Approved by"),
    ]
    line, name = "ลงชื่อ ........................................", "(........................................)"
    post, day = "ตำแหน่ง ......................................", "วันที่ ........../........................../.........."
    if voice.language == "en":
        line, post, day = (
            "Signed ........................................",
            "Post ........................................",
            "Date ........................................",
        )
    cells = tuple(cell([paragraph(text, "signature") for text in (role, "", line, name, post, day)], align="center") for role in roles)
    proposed = voice.say("ได้ตรวจสอบข้อมูลในเอกสารนี้แล้ว จึงเสนอเพื่อโปรดพิจารณาให้ความเห็นชอบ", "This document was checked and is submitted for approval.")
    return (
        Heading(voice.say(f"{chapter}. การเสนอและให้ความเห็นชอบ", f"{chapter}. Submission and approval")),
        Table((Column(), Column(), Column()), (), (cells,), proposed),
    )


def body(blocks: list[Block], orientation: Orientation = "portrait") -> Section:
    """A section of the body."""
    return Section(tuple(blocks), orientation)


def table(heads: list[str], rows: list[tuple[str | Cell, ...]], *, widths: list[float], caption: str = "", align: str = "") -> Table:
    """A table from texts; `align` has one letter a column: l, c or r (left by default)."""
    letters = align.ljust(len(widths), "l")
    columns = tuple(Column(width, _ALIGN[letter]) for width, letter in zip(widths, letters, strict=True))
    head = (head_row(*heads),) if heads else ()
    return Table(columns, head, tuple(tuple(entry if isinstance(entry, Cell) else cell(entry) for entry in row) for row in rows), caption)


def texts(*lines: str) -> list[Paragraph]:
    """Body paragraphs of the lines that say something."""
    return [paragraph(line) for line in lines if line]


def no_weak_point(voice: Voice, brief: Brief) -> Paragraph:
    """What is said where no weak point is found: that there is none, or that the data cannot show any."""
    scores = brief.results.scores
    if brief.analysis.strongest or scores.items or scores.no_points is not None:
        return paragraph(voice.say("ข้อมูลที่ให้มาไม่แสดงจุดอ่อนที่ต้องกำหนดมาตรการ", "The data given show no weak point that needs a measure."))
    text = voice.say(
        "ข้อมูลที่ให้มาไม่มีคะแนนรายตัวชี้วัดหรือรายข้อ จึงยังบอกไม่ได้ว่ามีจุดอ่อนใด",
        "The data hold no scores by indicator or item, so no weak points can be named.",
    )
    return paragraph(text)

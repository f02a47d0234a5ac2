"""The pictures of the reports: scores beside last year's, change, timeline, status. Never colour alone."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from prongsai.analysis import Change
from prongsai.document import Figure
from prongsai.plan import STATUS_NAMES, Standing
from prongsai.report.svg import ACCENT, BAD, GOOD, INK, LINE, PAPER, QUIET, WARNING, Canvas
from prongsai.report.voice import Voice
from prongsai.results import Measure
from prongsai.scoring import Node, Sheet
from prongsai.thai import FiscalYear

_WIDTH = 680
_ROW = 30
_LONGEST_ALT = 2000
_STATUS_COLOURS = {"done": GOOD, "in_progress": ACCENT, "not_started": WARNING, "cancelled": BAD, "not_reported": QUIET}


@dataclass(frozen=True, slots=True)
class _Axis:
    """Maps scores to pixels."""

    left: float
    right: float
    low: float
    high: float = 100

    def at(self, score: Decimal | float) -> float:
        return self.left + (float(score) - self.low) / (self.high - self.low) * (self.right - self.left)


def score_chart(voice: Voice, sheet: Sheet, earlier: Sheet | None, target: Decimal | None) -> Figure:
    """Bars of the ten indicators in their order, last year as a thin mark, the target as a labelled line."""
    nodes = [node for node in sheet.indicators if node.shown is not None]
    canvas = Canvas(_WIDTH, 34 + _ROW * len(nodes) + (24 if earlier else 6))
    axis = _Axis(236, 560, 0)
    bottom = 30 + _ROW * len(nodes)
    for row, node in enumerate(nodes):
        _score_bar(canvas, axis, node, 30 + _ROW * row, target=target, voice=voice, before=_before(earlier, node))
    canvas.line(axis.left, 24, axis.left, bottom, colour=QUIET)
    if target is not None:
        x = axis.at(target)
        canvas.line(x, 24, x, bottom, colour=INK, dashed=True)
        canvas.text(x, 16, voice.say(f"ค่าเป้าหมาย {target}", f"target {target}"), anchor="middle", size=12)
    if earlier:
        canvas.line(axis.left, bottom + 8, axis.left, bottom + 20, colour=INK, width=2.5)
        canvas.text(
            axis.left + 8,
            bottom + 19,
            voice.say(f"ขีดดำ = คะแนนปี {earlier.framework.year}", f"black mark = score of {earlier.framework.year}"),
            size=12,
            colour=QUIET,
        )
    told = ", ".join(f"{node.id} {voice.of(node.name)} {node.shown}" for node in nodes)
    alt = voice.say(f"กราฟแท่งคะแนนรายตัวชี้วัด: {told}", f"Bar chart of the scores by indicator: {told}")
    return Figure(canvas.svg(), alt, voice.say(f"คะแนนรายตัวชี้วัด ปีงบประมาณ พ.ศ. {sheet.framework.year}", f"Scores by indicator, {sheet.framework.year}"))


def _before(earlier: Sheet | None, node: Node) -> Decimal | None:
    found = earlier.nodes.get(node.id) if earlier else None
    return found.shown if found else None


def _score_bar(canvas: Canvas, axis: _Axis, node: Node, top: float, *, target: Decimal | None, voice: Voice, before: Decimal | None) -> None:
    score = node.shown or Decimal(0)
    low = target is not None and score < target
    canvas.text(axis.left - 8, top + 18, f"{node.id}. {voice.of(node.name)}", anchor="end")
    canvas.bar(axis.left, top + 5, axis.at(score) - axis.left, 18, fill=BAD if low else ACCENT)
    if before is not None:
        x = axis.at(before)
        canvas.line(x, top + 2, x, top + 26, colour=PAPER, width=5)
        canvas.line(x, top + 2, x, top + 26, colour=INK, width=2.5)
    canvas.text(axis.right + 14, top + 19, voice.score(score), bold=True, size=14)
    if low:
        canvas.text(axis.right + 58, top + 18, voice.say("ต่ำกว่าเป้า", "below target"), size=11, colour=BAD)


def change_chart(voice: Voice, changes: tuple[Change, ...], years: tuple[int, int]) -> Figure:
    """Last year's score (ring) joined to this year's (dot) for every indicator, with the difference at the side."""
    rows = [change for change in changes if change.node.isdigit()]
    lowest = min((min(row.before, row.after) for row in rows), default=Decimal(0))
    axis = _Axis(236, 580, float(max(Decimal(0), (lowest // 10) * 10 - 5)))
    canvas = Canvas(_WIDTH, 64 + _ROW * len(rows))
    for tick in range(0, 101, 10):
        if tick >= axis.low:
            canvas.line(axis.at(tick), 24, axis.at(tick), 30 + _ROW * len(rows), colour=LINE, width=0.6)
            canvas.text(axis.at(tick), 16, str(tick), anchor="middle", size=11, colour=QUIET)
    for row, change in enumerate(rows):
        _change_row(canvas, axis, change, top=30 + _ROW * row, voice=voice)
    y = 50 + _ROW * len(rows)
    canvas.dot(axis.left + 6, y - 4, 5, fill=PAPER, edge=INK)
    canvas.text(axis.left + 18, y, voice.say(f"ปี {years[0]}", str(years[0])), size=12, colour=QUIET)
    canvas.dot(axis.left + 96, y - 4, 5, fill=INK, edge=INK)
    canvas.text(axis.left + 108, y, voice.say(f"ปี {years[1]}", str(years[1])), size=12, colour=QUIET)
    told = ", ".join(f"{row.node} {row.before} → {row.after} ({voice.change(row.difference)})" for row in rows)
    alt = voice.say(f"กราฟเปรียบเทียบคะแนนสองปี: {told}", f"Chart of both years' scores: {told}")
    return Figure(canvas.svg(), alt, voice.say(f"การเปลี่ยนแปลงของคะแนนจากปี {years[0]} ถึงปี {years[1]}", f"Change of the scores from {years[0]} to {years[1]}"))


def _change_row(canvas: Canvas, axis: _Axis, change: Change, *, top: float, voice: Voice) -> None:
    colour = GOOD if change.difference > 0 else BAD if change.difference < 0 else QUIET
    y = top + 15
    canvas.text(axis.left - 12, y + 4, f"{change.node}. {voice.of(change.name)}", anchor="end")
    canvas.line(axis.at(change.before), y, axis.at(change.after), y, colour=colour, width=3)
    canvas.dot(axis.at(change.before), y, 5, fill=PAPER, edge=INK)
    canvas.dot(axis.at(change.after), y, 5, fill=INK, edge=INK)
    canvas.text(_WIDTH - 6, y + 5, voice.change(change.difference), anchor="end", bold=True, size=14, colour=colour)


def timeline(voice: Voice, measures: tuple[Measure, ...], plan_year: int) -> Figure:
    """Bars of the measures over the twelve months of the fiscal year; an unknown start is drawn open."""
    year = FiscalYear(plan_year)
    left, step = 132.0, 62.0
    canvas = Canvas(left + 12 * step + 12, 72 + _ROW * len(measures))
    bottom = 44 + _ROW * len(measures)
    for place, (be, month) in enumerate(year.months):
        x = left + place * step
        canvas.line(x, 34, x, bottom, colour=LINE, width=0.6)
        canvas.text(x + step / 2, 28, voice.month(month), anchor="middle", size=12.5)
        if month in (10, 1):
            canvas.text(x + 2, 12, str(be if voice.language == "th" else be - 543), size=12, colour=QUIET)
    canvas.line(left + 12 * step, 34, left + 12 * step, bottom, colour=LINE, width=0.6)
    for row, measure in enumerate(measures):
        top = 40 + _ROW * row
        canvas.text(left - 10, top + 19, voice.say(f"มาตรการที่ {row + 1}", f"Measure {row + 1}"), anchor="end", size=13)
        _span(canvas, measure, top, left=left, width=12 * step, year=year)
    if any(measure.start is None and measure.end is not None for measure in measures):
        legend = voice.say("แถบสีเทา = ทราบเฉพาะวันสิ้นสุด ไม่ได้ระบุวันเริ่ม", "grey = only the end is known, no start was given")
        canvas.text(left, bottom + 20, legend, size=12, colour=QUIET)
    told = "; ".join(f"{number} {measure.title}: {voice.period(measure, plan_year)}" for number, measure in enumerate(measures, 1))
    told = told if len(told) <= _LONGEST_ALT else told[:_LONGEST_ALT] + " …"
    alt = voice.say(f"แผนภูมิเวลาของมาตรการ: {told}", f"Timeline of the measures: {told}")
    return Figure(canvas.svg(), alt, voice.say(f"แผนการดำเนินงานรายเดือน ปีงบประมาณ พ.ศ. {plan_year}", f"Plan by month, fiscal year {plan_year}"))


def _span(canvas: Canvas, measure: Measure, top: float, *, left: float, width: float, year: FiscalYear) -> None:
    if measure.end is None:
        return
    days = (year.end - year.start).days + 1

    def at(day: date) -> float:
        inside = min(max((day - year.start).days, 0), days)
        return left + width * inside / days

    begin = at(measure.start) if measure.start else left
    end = at(date.fromordinal(measure.end.toordinal() + 1))
    canvas.bar(begin, top + 6, end - begin, 17, fill=ACCENT if measure.start else LINE)
    if measure.start is None:
        canvas.bar(end - 4, top + 3, 4, 23)


def status_chart(voice: Voice, standing: Standing) -> Figure:
    """How many measures stand where: one bar a status, with its count."""
    canvas = Canvas(_WIDTH, 8 + _ROW * len(STATUS_NAMES))
    scale = 360 / max(standing.measures, 1)
    for row, (status, name) in enumerate(STATUS_NAMES.items()):
        count, top = standing.counts[status], 4 + _ROW * row
        canvas.text(178, top + 19, voice.of(name), anchor="end")
        canvas.line(186, top + 2, 186, top + 26, colour=QUIET)
        canvas.bar(186, top + 5, count * scale, 18, fill=_STATUS_COLOURS[status])
        canvas.text(194 + count * scale, top + 19, voice.say(f"{count} มาตรการ", f"{count}"), bold=count > 0, colour=INK if count else QUIET)
    told = ", ".join(f"{voice.of(name)} {standing.counts[status]}" for status, name in STATUS_NAMES.items())
    alt = voice.say(f"กราฟจำนวนมาตรการตามสถานะ: {told}", f"Measures by status: {told}")
    caption = voice.say(f"สถานะของมาตรการ ณ {voice.day(standing.day)}", f"Status of the measures on {voice.day(standing.day)}")
    if standing.counts["not_reported"] == standing.measures:
        caption = voice.say("สถานะของมาตรการ (ยังไม่มีรายงาน)", "Status of the measures (nothing reported yet)")
    return Figure(canvas.svg(), alt, caption)

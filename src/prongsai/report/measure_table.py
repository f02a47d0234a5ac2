"""Tables of measures in the column order of a layout."""

from collections.abc import Callable
from datetime import date

from prongsai.document import Align, Block, Cell, Column, Paragraph, Run, Table, cell, head_row, paragraph
from prongsai.plan import STATUS_NAMES, report_by, topic_of
from prongsai.report.brief import Brief
from prongsai.report.layout import Field, LayoutColumn
from prongsai.report.voice import Voice
from prongsai.results import Measure, Progress
from prongsai.thai import format_number

_CENTRED = {"number", "status"}
_MOST_NAMED = 3


class MeasureTable:
    """Fills the columns of a layout; progress is that reported up to `day`."""

    def __init__(self, voice: Voice, brief: Brief, day: date | None = None) -> None:
        self._voice, self._brief, self._day = voice, brief, day

    def table(self, columns: tuple[LayoutColumn, ...], measures: tuple[Measure, ...], caption: str = "") -> Block:
        """One row a measure."""
        head = (head_row(*(self._voice.of(column.head.words) for column in columns)),)
        rows = tuple(tuple(self._cell(column.fields, number, measure) for column in columns) for number, measure in enumerate(measures, 1))
        return Table(tuple(Column(column.width) for column in columns), head, rows, caption)

    def _cell(self, fields: tuple[Field, ...], number: int, measure: Measure) -> Cell:
        found = [text for field in fields for text in self._field(field, number, measure)]
        if not found:
            found = [paragraph(self._voice.say("(ยังไม่ระบุ)", "(not given)"))]
        align: Align | None = "center" if set(fields) <= _CENTRED else None
        return cell(found, align=align, tone="quiet" if found[0].text.startswith("(") and len(found) == 1 else "plain")

    def _field(self, field: Field, number: int, measure: Measure) -> list[Paragraph]:
        plain = {"title": measure.title, "responsible": measure.responsible, "follow_up": measure.follow_up, "success": measure.success}
        if field in plain:
            return [paragraph(plain[field], bold=field == "title")] if plain[field] else []
        facts: dict[Field, Callable[[], list[Paragraph]]] = {
            "number": lambda: [paragraph(str(number))],
            "answers": lambda: self._answers(measure),
            "analysis": lambda: self._analysis(measure),
            "steps": lambda: [paragraph(step, "number") for step in measure.steps],
            "period": lambda: [paragraph(self._voice.period(measure, self._brief.results.plan_year))],
            "budget": lambda: self._budget(measure),
        }
        return facts[field]() if field in facts else self._progress(field, measure)

    def _answers(self, measure: Measure) -> list[Paragraph]:
        """Few nodes with their names, many by their codes only."""
        if len(measure.answers) > _MOST_NAMED:
            return [paragraph(", ".join(self._voice.code(node) for node in measure.answers))]
        return [paragraph(self._voice.node(node)) for node in measure.answers]

    def _budget(self, measure: Measure) -> list[Paragraph]:
        if measure.budget is None:
            return []
        amount = format_number(measure.budget, grouping=True)
        return [paragraph(self._voice.say(f"{amount} บาท", f"{amount} baht"))]

    def _progress(self, field: Field, measure: Measure) -> list[Paragraph]:
        report = self._report(measure)
        if field == "status":
            name = STATUS_NAMES[report.status if report else "not_reported"]
            day = [paragraph(self._voice.say(f"ณ {self._voice.day(report.date)}", self._voice.day(report.date)), "note")] if report else []
            return [paragraph(self._voice.of(name), bold=True), *day]
        if report is None:
            return [paragraph(self._voice.say("(ยังไม่รายงาน)", "(not reported yet)"))] if field == "done" else []
        if field == "evidence":
            return [paragraph([Run(text, href=text if text.startswith(("http://", "https://")) else None)]) for text in report.evidence]
        return [paragraph(text)] if (text := str(getattr(report, field))) else []

    def _report(self, measure: Measure) -> Progress | None:
        return report_by(measure, self._day) if self._day else measure.latest

    def _analysis(self, measure: Measure) -> list[Paragraph]:
        found = []
        for node in measure.answers:
            topic = topic_of(self._brief.framework, self._brief.advice, node)
            because = self._brief.results.assessor_notes.get(node) or (self._voice.of(topic.weakness.words) if topic else "")
            found.append(paragraph([Run(self._voice.node(node), bold=True), Run(f" {because}")]))
        return found

"""Which weak points the measures answer, and which nobody answers."""

from dataclasses import dataclass

from prongsai.analysis import Analysis, name_of
from prongsai.framework import Framework
from prongsai.plan.remark import Remark
from prongsai.results import Measure
from prongsai.words import Words


@dataclass(frozen=True, slots=True)
class Coverage:
    """The weak nodes, gravest first, and for each the numbers (from 1) of the measures that answer it."""

    weak: tuple[str, ...]
    answered_by: dict[str, tuple[int, ...]]

    @property
    def covered(self) -> tuple[str, ...]:
        """Weak nodes with a measure."""
        return tuple(node for node in self.weak if self.answered_by[node])

    @property
    def uncovered(self) -> tuple[str, ...]:
        """Weak nodes without a measure."""
        return tuple(node for node in self.weak if not self.answered_by[node])


def coverage(framework: Framework, weak: tuple[str, ...], measures: tuple[Measure, ...]) -> Coverage:
    """What the measures cover.

    A node is covered by a measure that names it. A disclosure item is also covered through its sub-indicator, a survey item through
    its indicator; an indicator also through measures for all of its weak items.
    """
    answered = {node: _named(framework, node, measures) for node in weak}
    for node in weak:
        if node.isdigit() and not answered[node]:
            items = [other for other in weak if framework.indicator_of(other) == int(node)]
            if items and all(answered[item] for item in items):
                answered[node] = tuple(sorted({number for item in items for number in answered[item]}))
    return Coverage(weak, answered)


def uncovered_remarks(analysis: Analysis, covered: Coverage) -> tuple[Remark, ...]:
    """A remark for every weak point without a measure: an error for lost points and low scores, a warning for the assessor's notes."""
    found = []
    for node in covered.uncovered:
        grave = any(gap.why != "assessor_note" for gap in analysis.gaps_of(node) if gap.why in ("no_points", "below_target", "assessor_note"))
        name = name_of(analysis.sheet, node)
        message = Words(f"จุดอ่อน {node} {name.th} ยังไม่มีมาตรการรองรับ", f"the weak point {node} {name.en} has no measure")
        mend = Words("เพิ่มมาตรการ หรือเพิ่มรหัสนี้ในมาตรการที่ตอบได้", "add a measure, or name it in one that answers it")
        found.append(Remark("uncovered-weakness", "error" if grave else "warning", node, message, mend))
    return tuple(found)


def _named(framework: Framework, node: str, measures: tuple[Measure, ...]) -> tuple[int, ...]:
    names = {node}
    item = framework.item(node)
    if item is not None and item.instrument == "OIT" and item.sub_indicator:
        names.add(item.sub_indicator)
    if item is not None and item.instrument != "OIT" and item.indicator is not None:
        names.add(str(item.indicator))
    return tuple(number for number, measure in enumerate(measures, 1) if names & set(measure.answers))

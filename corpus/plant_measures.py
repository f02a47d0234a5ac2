"""Faults in measures and their progress: what is lacking, vague, wished for, copied, in the wrong column, or not there at all."""

import random
from dataclasses import replace

from corpus.cells import Address, cells, lines, said, with_cells, without_field, without_measure
from corpus.planting import Fault, Plant, planter
from corpus.styles import OWN, Written, written_from
from prongsai.document import Cell

_EMPTY = ("", "-", "–")
_EVERYONE = ("ทุกกอง", "ทุกส่วนราชการ", "ทุก ๆ กอง/สำนัก", "ทุกหน่วยงาน", "บุคลากรทุกคน", "เจ้าหน้าที่ทุกคนในสังกัด", "ทุกกอง/ทุกฝ่าย", "ทุกสำนัก/กอง")
_WISHES = (
    "ควรจัดทำข้อมูลให้ครบถ้วนและเผยแพร่ให้ทั่วถึงยิ่งขึ้น",
    "เพื่อให้บุคลากรปฏิบัติงานด้วยความโปร่งใสและตรวจสอบได้",
    "ควรปรับปรุงช่องทางการเผยแพร่ให้ประชาชนเข้าถึงได้ง่าย",
    "เพื่อเสริมสร้างความเชื่อมั่นของประชาชนต่อหน่วยงาน",
    "ควรมีการประชุมชี้แจงบุคลากรเพื่อให้เกิดความเข้าใจ",
)
_LACKS = {"measure-owner": "responsible", "measure-period": "period", "measure-steps": "steps", "measure-follow-up": "follow_up"}


def _plans(written: Written) -> bool:
    """Whether the document sets measures, and does not only report on them."""
    return "measures" in written.kind


def _addresses(written: Written, field: str) -> list[Address]:
    return [place for place in cells(written.marked) if place[0] == field]


def _named(written: Written, number: int) -> tuple[str, ...]:
    return (written.case.measures[number - 1].title,)


def _emptied(field: str) -> Plant:
    def plant(written: Written, chance: random.Random) -> Fault | None:
        places = _addresses(written, field)
        if not _plans(written) or "+progress" in written.kind or len(places) < 2:
            return None
        place, nothing = chance.choice(places), chance.choice(_EMPTY)
        document = with_cells(written.marked, lambda one, old: lines(one, nothing) if one == place else old)
        return Fault(document, _named(written, place[1]))

    return plant


def _columnless(field: str) -> Plant:
    def plant(written: Written, chance: random.Random) -> Fault | None:
        if not _plans(written) or "+progress" in written.kind or not _addresses(written, field):
            return None
        return Fault(without_field(written.marked, field))

    return plant


for _rule, _field in _LACKS.items():
    planter(_rule, "an empty cell")(_emptied(_field))
    planter(_rule, "no such column")(_columnless(_field))


@planter("uncovered-weakness", "a measure left out", "missing-section")
def left_out(written: Written, chance: random.Random) -> Fault | None:
    """A weak point that the document names has no measure."""
    case = written.case
    if written.kind != "analysis+measures" and (written.style != OWN or written.kind != "measures"):
        return None
    plain = [number for number, measure in enumerate(case.measures, 1) if _stands_alone(written, measure.answers[0])]
    if len(case.measures) < 2 or not plain:
        return None
    number = chance.choice(plain)
    node = case.measures[number - 1].answers[0]
    title = case.way.framework.indicators[int(node)].name.th if node.isdigit() else node
    if written.style == OWN:
        kept = tuple(measure for place, measure in enumerate(case.measures, 1) if place != number)
        other = replace(case, way=replace(case.way, results=replace(case.results, measures=kept)))
        return Fault(written_from(other, written).marked, (title,), (node,))
    return Fault(without_measure(written.marked, number), (title,), (node,))


def _stands_alone(written: Written, node: str) -> bool:
    """Whether no other measure could be said to answer the node: neither its indicator's, nor its items'."""
    case, framework = written.case, written.case.way.framework
    others = {answer for measure in case.measures for answer in measure.answers} - {node}
    if node.isdigit():
        return not any(framework.indicator_of(other) == int(node) for other in others)
    return str(framework.indicator_of(node)) not in others


@planter("vague-owner", "everyone is responsible")
def everyone(written: Written, chance: random.Random) -> Fault | None:
    """The owner of one measure is everyone."""
    places = _addresses(written, "responsible")
    if not places:
        return None
    place, word = chance.choice(places), chance.choice(_EVERYONE)
    return Fault(with_cells(written.marked, lambda one, old: lines(one, word) if one == place else old), (word,))


@planter("vague-period", "the whole year for all")
def whole_year(written: Written, chance: random.Random) -> Fault | None:
    """Every measure has the whole year."""
    plan = written.case.plan
    if not _plans(written) or len({place[1] for place in _addresses(written, "period")}) < 2:
        return None
    words = (
        "ตลอดปีงบประมาณ",
        f"ตลอดปีงบประมาณ พ.ศ. {plan}",
        f"ต.ค. {(plan - 1) % 100} - ก.ย. {plan % 100}",
        f"1 ตุลาคม {plan - 1} - 30 กันยายน {plan}",
        f"ปีงบประมาณ {plan}",
        f"ตุลาคม {plan - 1} – กันยายน {plan}",
    )
    word = chance.choice(words)
    return Fault(with_cells(written.marked, lambda one, old: lines(one, word) if one[0] == "period" else old))


@planter("result-is-wish", "a wish as the outcome", "no-evidence")
def wished_outcome(written: Written, chance: random.Random) -> Fault | None:
    """The outcome says what should be."""
    return _wish(written, chance, "outcome")


@planter("result-is-wish", "a wish as what was done", "no-evidence")
def wished_deed(written: Written, chance: random.Random) -> Fault | None:
    """What was done says what should be done."""
    return _wish(written, chance, "done")


def _wish(written: Written, chance: random.Random, field: str) -> Fault | None:
    places = _addresses(written, field)
    if not places:
        return None
    place, wish = chance.choice(places), chance.choice(_WISHES)
    return Fault(with_cells(written.marked, lambda one, old: lines(one, wish) if one == place else old), (wish, *_named(written, place[1])))


@planter("no-evidence", "an empty cell")
def no_evidence(written: Written, chance: random.Random) -> Fault | None:
    """One row of progress points to no evidence."""
    places = _addresses(written, "evidence")
    if len(places) < 2:
        return None
    place, nothing = chance.choice(places), chance.choice(_EMPTY)
    return Fault(with_cells(written.marked, lambda one, old: lines(one, nothing) if one == place else old), _named(written, place[1]))


@planter("no-evidence", "no such column")
def no_evidence_column(written: Written, _: random.Random) -> Fault | None:
    """No row of progress points to evidence."""
    if not _addresses(written, "evidence"):
        return None
    return Fault(without_field(written.marked, "evidence"))


@planter("copied-row", "the steps of another measure")
def copied_steps(written: Written, chance: random.Random) -> Fault | None:
    """A measure has the steps of another one."""
    return _copied(written, chance, ("steps",)) if _plans(written) else None


@planter("copied-row", "the progress of another measure")
def copied_progress(written: Written, chance: random.Random) -> Fault | None:
    """A measure reports what another one did and reached."""
    return _copied(written, chance, ("done", "outcome"))


def _copied(written: Written, chance: random.Random, fields: tuple[str, ...]) -> Fault | None:
    held = cells(written.marked)
    numbers = sorted({number for field, number in held if field == fields[0]})
    if len(numbers) < 2 or any((field, number) not in held for field in fields for number in numbers):
        return None
    source, target = chance.sample(numbers, 2)

    def change(place: Address, old: Cell) -> Cell:
        if place[1] != target or place[0] not in fields:
            return old
        return lines(place, *(line for line in said(held[(place[0], source)]).split("\n")))

    texts = tuple(line for line in said(held[(fields[0], source)]).split("\n") if len(line) > 12)
    return Fault(with_cells(written.marked, change), (*texts, *_named(written, source), *_named(written, target)))


@planter("cell-misplaced", "owner and period in each other's column", "measure-owner", "measure-period")
def swapped(written: Written, chance: random.Random) -> Fault | None:
    """The owner stands in the column of periods, and the period in that of owners."""
    held = cells(written.marked)
    both = [number for field, number in held if field == "responsible" and ("period", number) in held]
    if not both or "+progress" in written.kind:
        return None
    number = chance.choice(both)
    owner, period = said(held[("responsible", number)]), said(held[("period", number)])
    new = {("responsible", number): period, ("period", number): owner}
    return Fault(with_cells(written.marked, lambda one, old: lines(one, new[one]) if one in new else old), (owner, period, *_named(written, number)))


@planter("cell-misplaced", "the owner inside the steps", "measure-owner")
def owner_in_steps(written: Written, chance: random.Random) -> Fault | None:
    """The owner stands at the end of the steps, and the column of owners is empty."""
    held = cells(written.marked)
    both = [number for field, number in held if field == "responsible" and ("steps", number) in held]
    if not both or "+progress" in written.kind:
        return None
    number = chance.choice(both)
    owner, word = said(held[("responsible", number)]), chance.choice(("ผู้รับผิดชอบ: ", "ผู้รับผิดชอบ ", "ผู้รับผิดชอบ : "))
    new = {("steps", number): (*said(held[("steps", number)]).split("\n"), word + owner), ("responsible", number): ("",)}
    document = with_cells(written.marked, lambda one, old: lines(one, *new[one]) if one in new else old)
    return Fault(document, (owner, *_named(written, number)))

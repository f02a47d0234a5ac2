"""Weak points: items without points, scores below the target or the agency's own mean, largest falls, the assessor's notes."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from prongsai.analysis.change import Change
from prongsai.scoring import Node, Sheet, mean, rounded
from prongsai.words import Words

Why = Literal["no_points", "below_target", "assessor_note", "below_own_mean", "largest_fall"]
_FALLS = 3


@dataclass(frozen=True, slots=True)
class Gap:
    """One weak point. `score` is None where the item has none; `because` says it in a sentence."""

    node: str
    name: Words
    score: Decimal | None
    why: Why
    because: Words


def gaps(sheet: Sheet, changed: tuple[Change, ...], notes: dict[str, str]) -> tuple[Gap, ...]:
    """Every weak point with its reason, the gravest kind first; a node may stand there for more than one reason."""
    return (*_without_points(sheet), *_below_target(sheet), *_noted(sheet, notes), *_below_mean(sheet), *_falls(changed))


def target_of(sheet: Sheet) -> Decimal | None:
    """The year's pass mark, the target of every score; None where unknown."""
    return sheet.framework.levels.pass_mark.value if sheet.framework.levels else None


def weak_nodes(found: tuple[Gap, ...]) -> tuple[str, ...]:
    """The nodes that measures must answer: without points, below the target, or named by the assessor."""
    return tuple(dict.fromkeys(gap.node for gap in found if gap.why in ("no_points", "below_target", "assessor_note")))


def name_of(sheet: Sheet, node: str) -> Words:
    """The name of a node, also of an item that the sheet does not hold by itself (EIT-1/e7 of a part)."""
    if node in sheet.nodes:
        return sheet.nodes[node].name
    item = sheet.framework.item(node)
    return Words(item.title, item.title) if item and item.title else Words(f"ข้อ {node}", f"Item {node}")


def _without_points(sheet: Sheet) -> Iterator[Gap]:
    lost = list(sheet.scores.no_points or ())
    lost += [code for code, score in sheet.scores.items.items() if code.startswith("o") and score == 0 and code not in lost]
    for code in lost:
        yield Gap(code, name_of(sheet, code), Decimal(0), "no_points", Words("ไม่ได้คะแนน", "got no points"))


def _below_target(sheet: Sheet) -> Iterator[Gap]:
    target = target_of(sheet)
    if target is None:
        return
    for node in _scored(sheet):
        if node.shown is not None and node.shown < target and not (node.id.startswith("o") and node.shown == 0):
            because = Words(f"{node.shown} ต่ำกว่าค่าเป้าหมาย {target}", f"{node.shown} is below the target of {target}")
            yield Gap(node.id, node.name, node.shown, "below_target", because)


def _noted(sheet: Sheet, notes: dict[str, str]) -> Iterator[Gap]:
    for code, text in notes.items():
        node = sheet.nodes.get(code)
        yield Gap(code, name_of(sheet, code), node.shown if node else None, "assessor_note", Words(text, text))


def _below_mean(sheet: Sheet) -> Iterator[Gap]:
    """Indicators below the mean of the agency's own indicators."""
    scored = [node for node in sheet.indicators if node.score is not None]
    if len(scored) < 2:
        return
    own = mean([node.score for node in scored if node.score is not None])
    for node in scored:
        if node.score is not None and node.score < own:
            because = Words(f"{node.shown} ต่ำกว่าค่าเฉลี่ยของหน่วยงานเอง {rounded(own)}", f"{node.shown} is below the agency's own mean of {rounded(own)}")
            yield Gap(node.id, node.name, node.shown, "below_own_mean", because)


def _falls(changed: tuple[Change, ...]) -> Iterator[Gap]:
    fell = sorted((one for one in changed if one.node.isdigit() and one.difference < 0), key=lambda one: one.difference)
    for one in fell[:_FALLS]:
        because = Words(f"ลดลง {-one.difference} จาก {one.before}", f"fell by {-one.difference} from {one.before}")
        yield Gap(one.node, one.name, one.after, "largest_fall", because)


def _scored(sheet: Sheet) -> Iterator[Node]:
    """Indicators and items with a score; sub-indicators and instruments only sum them up."""
    yield from (node for node in sheet.total.walk() if node.score is not None and node.kind in ("indicator", "item") and "/" not in node.id)
    yield from (node for node in sheet.total.walk() if node.score is not None and node.kind == "item" and "/" in node.id)

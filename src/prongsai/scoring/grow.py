"""Growing the tree: from the rules of the year down to the items, then the scores from below to the top."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from prongsai.framework import DisclosureItem, Framework, Indicator, Instrument, Item
from prongsai.results import Scores
from prongsai.scoring.node import Basis, Kind, Node
from prongsai.scoring.rounding import mean, rounded
from prongsai.words import Words, same

_TOTAL = Words("คะแนนรวม", "Total")
_NOT_GIVEN = Words("ไม่มีคะแนนนี้ในข้อมูลที่ให้มา", "this score is not in the data given")
_NEEDS = Words("ต้องมีคะแนน {} ก่อนจึงจะคำนวณได้", "cannot be computed without {}")
_SHARE_UNKNOWN = Words("ไม่ทราบน้ำหนักของข้อนี้ในคะแนนรวม", "its weight in the total is unknown")

Share = tuple[Fraction | None, Words | None]


def grow(framework: Framework, scores: Scores) -> Node:
    """The root of the tree for one agency's year."""
    instruments = tuple(_instrument(framework, scores, instrument) for instrument in framework.rules.instruments)
    computed, reason = _total(framework, instruments)
    given = scores.published_total
    score = computed if computed is not None else _exact(given)
    basis: Basis | None = "computed" if computed is not None else "published" if given is not None else None
    return Node("total", "total", _TOTAL, score, basis, None if score is not None else reason, given, computed, Fraction(1), None, instruments)


def _total(framework: Framework, instruments: tuple[Node, ...]) -> tuple[Fraction | None, Words | None]:
    total = Fraction(0)
    for rule, node in zip(framework.rules.instruments, instruments, strict=True):
        if rule.weight.value is None:
            return None, rule.weight.reason.words if rule.weight.reason else _NOT_GIVEN
        if node.score is not None:
            total += Fraction(rule.weight.value) * node.score / 100
    lacking = [node.id for node in instruments if node.score is None]
    return (None, _needs(lacking)) if lacking else (total, None)


def _instrument(framework: Framework, scores: Scores, rule: Instrument) -> Node:
    weight = rule.weight
    share: Share = (Fraction(weight.value) / 100, None) if weight.value is not None else (None, weight.reason.words if weight.reason else None)
    rules = [indicator for indicator in framework.rules.indicators if indicator.instrument == rule.code]
    below = _divided(share, len(rules)) if rule.combine.value else (None, rule.combine.reason.words if rule.combine.reason else _SHARE_UNKNOWN)
    indicators = tuple(_indicator(framework, scores, indicator, below) for indicator in rules)
    parts = tuple(_part(framework, scores, rule, code, share) for code in (part.code for part in rule.parts))
    computed, reason = _mean(indicators) if rule.combine.value else (None, rule.combine.reason.words if rule.combine.reason else None)
    if computed is None and parts:
        from_parts = _weighted_parts(rule, parts)
        computed, reason = (from_parts, None) if from_parts is not None else (None, reason)
    return _node(rule.code, "instrument", rule.name.words, scores.instruments.get(rule.code), computed, reason, share, (*indicators, *parts))


def _part(framework: Framework, scores: Scores, rule: Instrument, code: str, share: Share) -> Node:
    part = framework.parts[code]
    if part.weight.value is not None and share[0] is not None:
        own: Share = (share[0] * Fraction(part.weight.value) / 100, None)
    else:
        own = (None, part.weight.reason.words if part.weight.reason else share[1])
    indicators = [indicator for indicator in framework.rules.indicators if indicator.instrument == rule.code]
    groups = tuple(_part_indicator(framework, scores, indicator, code, _divided(own, len(indicators))) for indicator in indicators)
    computed, reason = _mean(groups) if groups else (None, _NOT_GIVEN)
    return _node(code, "part", part.name.words, scores.parts.get(code), computed, reason, own, groups)


def _part_indicator(framework: Framework, scores: Scores, indicator: Indicator, part: str, share: Share) -> Node:
    items = _items(
        framework, scores, framework.items_of(indicator.number), share if indicator.combine.value == "mean_of_items" else (None, _SHARE_UNKNOWN), part
    )
    computed, reason = _items_mean(framework, indicator, items)
    return _node(f"{part}/{indicator.number}", "indicator", indicator.name.words, None, computed, reason, share, items)


def _indicator(framework: Framework, scores: Scores, rule: Indicator, share: Share) -> Node:
    way = rule.combine.value
    known = framework.items_of(rule.number)
    in_parts = bool(framework.instruments[rule.instrument].parts)
    unknown = rule.combine.reason.words if rule.combine.reason else _SHARE_UNKNOWN
    children: tuple[Node, ...]
    if way == "mean_of_sub_indicators":
        children = tuple(_sub_indicator(framework, scores, sub.code, sub.name.words, _divided(share, len(rule.sub_indicators))) for sub in rule.sub_indicators)
        computed, reason = _mean(children)
    elif way == "weighted_items":
        children = _items(framework, scores, known, share, weighted=True)
        computed, reason = _weighted_items(known, children)
    elif in_parts:
        children = ()
        computed, reason = _from_parts(framework, scores, rule)
    else:
        children = _items(framework, scores, known, share if way else (None, unknown))
        computed, reason = _items_mean(framework, rule, children) if way else (None, unknown)
    return _node(str(rule.number), "indicator", rule.name.words, scores.indicators.get(rule.number), computed, reason, share, children)


def _from_parts(framework: Framework, scores: Scores, rule: Indicator) -> tuple[Fraction | None, Words | None]:
    """An indicator whose items are asked in several parts: known only where the weights of the parts are."""
    total = Fraction(0)
    for part in framework.instruments[rule.instrument].parts:
        if part.weight.value is None:
            return None, part.weight.reason.words if part.weight.reason else _NOT_GIVEN
        group = _part_indicator(framework, scores, rule, part.code, (None, None))
        if group.score is None:
            return None, group.reason
        total += Fraction(part.weight.value) * group.score / 100
    return total, None


def _weighted_parts(rule: Instrument, parts: tuple[Node, ...]) -> Fraction | None:
    total = Fraction(0)
    for part, node in zip(rule.parts, parts, strict=True):
        if part.weight.value is None or node.score is None:
            return None
        total += Fraction(part.weight.value) * node.score / 100
    return total


def _sub_indicator(framework: Framework, scores: Scores, code: str, name: Words, share: Share) -> Node:
    items = _items(framework, scores, framework.items_under(code), share)
    computed, reason = _mean(items) if items else (None, _NOT_GIVEN)
    return _node(code, "sub_indicator", name, None, computed, reason, share, items)


def _items(framework: Framework, scores: Scores, items: Sequence[Item], share: Share, part: str | None = None, *, weighted: bool = False) -> tuple[Node, ...]:
    complete = all(framework.list_is_complete(item.instrument) for item in items)
    even = _divided(share, len(items)) if complete else (None, _SHARE_UNKNOWN)
    return tuple(_item(framework, scores, item, _weight_of(item, share) if weighted else even, part) for item in items)


def _item(framework: Framework, scores: Scores, item: Item, share: Share, part: str | None) -> Node:
    code = f"{part}/{item.code}" if part else item.code
    name = same(item.title) if item.title else Words(f"ข้อ {item.code}", f"Item {item.code}")
    given = scores.items.get(code)
    if given is None and item.instrument == "OIT" and scores.no_points is not None:
        given = _verdict(framework, item, code in scores.no_points)
    return _node(code, "item", name, given, None, _NOT_GIVEN, share, ())


def _verdict(framework: Framework, item: Item, lost: bool) -> Decimal | None:
    """The points of a disclosure item from the list of those without points; None where the year's points are unknown."""
    own = item.detail.points if isinstance(item.detail, DisclosureItem) else None
    points = (own or framework.rules.disclosure_points).value
    if lost:
        return Decimal(0)
    return Decimal(max(points)) if points else None


def _weight_of(item: Item, share: Share) -> Share:
    weight = item.detail.weight if isinstance(item.detail, DisclosureItem) else None
    if weight is None or weight.value is None or share[0] is None:
        return None, _SHARE_UNKNOWN
    return share[0] * Fraction(weight.value) / 100, None


def _weighted_items(items: Sequence[Item], nodes: tuple[Node, ...]) -> tuple[Fraction | None, Words | None]:
    weights = [item.detail.weight.value if isinstance(item.detail, DisclosureItem) and item.detail.weight else None for item in items]
    lacking = [node.id for node, weight in zip(nodes, weights, strict=True) if node.score is None or weight is None]
    if lacking or not nodes:
        return None, _needs(lacking)
    return sum((Fraction(weight or 0) * (node.score or 0) / 100 for node, weight in zip(nodes, weights, strict=True)), Fraction(0)), None


def _items_mean(framework: Framework, rule: Indicator, items: tuple[Node, ...]) -> tuple[Fraction | None, Words | None]:
    if not items or not framework.list_is_complete(rule.instrument):
        return None, _NOT_GIVEN
    return _mean(items)


def _mean(nodes: tuple[Node, ...]) -> tuple[Fraction | None, Words | None]:
    lacking = [node.id for node in nodes if node.score is None]
    if not nodes or len(lacking) == len(nodes):
        return None, _NOT_GIVEN
    return (None, _needs(lacking)) if lacking else (mean([node.score for node in nodes if node.score is not None]), None)


def _node(
    id: str, kind: Kind, name: Words, given: Decimal | None, computed: Fraction | None, reason: Words | None, share: Share, children: tuple[Node, ...]
) -> Node:
    """A published score is taken as it stands, unless it is the rounded form of a more exact one from below."""
    exact = computed is not None and (given is None or rounded(computed) == given)
    score = computed if exact else _exact(given)
    basis: Basis | None = None if score is None else "computed" if exact else "published"
    return Node(id, kind, name, score, basis, None if score is not None else reason, given, computed, *share, children)


def _divided(share: Share, parts: int) -> Share:
    return (share[0] / parts, None) if share[0] is not None and parts else share


def _exact(value: Decimal | None) -> Fraction | None:
    return None if value is None else Fraction(value)


def _needs(nodes: list[str]) -> Words:
    names = ", ".join(nodes)
    return Words(_NEEDS.th.format(names), _NEEDS.en.format(names))

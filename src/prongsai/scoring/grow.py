"""Growing the tree: from the rules of the year down to the items, then the scores from below to the top."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from prongsai.framework import DisclosureItem, Fact, Framework, Indicator, Instrument, Item, Part, SubIndicator
from prongsai.results import Scores
from prongsai.scoring.node import Basis, Kind, Node
from prongsai.scoring.rounding import mean, rounded
from prongsai.words import Words, same

_TOTAL = Words("คะแนนรวม", "Total")
_NOT_GIVEN = Words("ไม่มีคะแนนนี้ในข้อมูลที่ให้มา", "this score is not in the data given")
_SHARE_UNKNOWN = Words("ไม่ทราบน้ำหนักของข้อนี้ในคะแนนรวม", "its weight in the total is unknown")


class _Found(NamedTuple):
    """A value that was worked out, or the reason why it was not."""

    value: Fraction | None
    reason: Words | None = None


def grow(framework: Framework, scores: Scores) -> Node:
    """The root of the tree for one agency's year."""
    return _Grower(framework, scores).total()


class _Grower:
    """Grows nodes; `share` is always what the total gains when that node gains one point."""

    def __init__(self, framework: Framework, scores: Scores) -> None:
        self._framework, self._scores = framework, scores

    def total(self) -> Node:
        """Instruments by their weights; a published total stands in only where they do not give one."""
        rules = self._framework.rules.instruments
        instruments = tuple(self._instrument(rule) for rule in rules)
        computed = _weighted([rule.weight for rule in rules], instruments)
        given = self._scores.published_total
        score = computed.value if computed.value is not None else _exact(given)
        basis: Basis | None = "computed" if computed.value is not None else "published" if given is not None else None
        reason = None if score is not None else computed.reason
        return Node("total", "total", _TOTAL, score, basis, reason, given, computed.value, Fraction(1), None, instruments)

    def _instrument(self, rule: Instrument) -> Node:
        share = _Found(Fraction(rule.weight.value) / 100) if rule.weight.value is not None else _Found(None, rule.weight.why)
        rules = self._indicators_of(rule)
        below = _divided(share, len(rules)) if rule.combine.value else _Found(None, rule.combine.why)
        indicators = tuple(self._indicator(indicator, below) for indicator in rules)
        parts = tuple(self._part(rule, part, share) for part in rule.parts)
        computed = _mean(indicators) if rule.combine.value else _Found(None, rule.combine.why)
        if computed.value is None and parts:
            from_parts = _weighted([part.weight for part in rule.parts], parts)
            known = any(part.score is not None for part in parts)
            computed = from_parts if from_parts.value is not None or known else computed
        given = self._scores.instruments.get(rule.code)
        return _node(rule.code, "instrument", rule.name.words, given=given, computed=computed, share=share, children=(*indicators, *parts))

    def _part(self, rule: Instrument, part: Part, share: _Found) -> Node:
        own = _Found(None, part.weight.why if part.weight.value is None else share.reason)
        if part.weight.value is not None and share.value is not None:
            own = _Found(share.value * Fraction(part.weight.value) / 100)
        rules = self._indicators_of(rule)
        groups = tuple(self._part_indicator(indicator, part, _divided(own, len(rules))) for indicator in rules)
        return _node(part.code, "part", part.name.words, given=self._scores.parts.get(part.code), computed=_mean(groups), share=own, children=groups)

    def _part_indicator(self, rule: Indicator, part: Part, share: _Found) -> Node:
        even = share if rule.combine.value == "mean_of_items" else _Found(None, _SHARE_UNKNOWN)
        items = self._even_items(self._framework.items_of(rule.number), even, part.code)
        return _node(f"{part.code}/{rule.number}", "indicator", rule.name.words, computed=self._items_mean(rule, items), share=share, children=items)

    def _indicator(self, rule: Indicator, share: _Found) -> Node:
        items = self._framework.items_of(rule.number)
        parts = self._framework.instruments[rule.instrument].parts
        children: tuple[Node, ...] = ()
        if rule.combine.value == "mean_of_sub_indicators":
            children = tuple(self._sub_indicator(sub, _divided(share, len(rule.sub_indicators))) for sub in rule.sub_indicators)
            computed = _mean(children)
        elif rule.combine.value == "weighted_items":
            children = tuple(self._item(item, _weighted_share(item, share)) for item in items)
            computed = _weighted([_weight(item) for item in items], children)
        elif parts:
            groups = tuple(self._part_indicator(rule, part, _Found(None)) for part in parts)
            known = any(group.score is not None for group in groups)
            computed = _weighted([part.weight for part in parts], groups) if known else _Found(None, _NOT_GIVEN)
        elif rule.combine.value == "mean_of_items":
            children = self._even_items(items, share)
            computed = self._items_mean(rule, children)
        else:
            children = self._even_items(items, _Found(None, rule.combine.why))
            computed = _Found(None, rule.combine.why)
        given = self._scores.indicators.get(rule.number)
        return _node(str(rule.number), "indicator", rule.name.words, given=given, computed=computed, share=share, children=children)

    def _sub_indicator(self, rule: SubIndicator, share: _Found) -> Node:
        items = self._even_items(self._framework.items_under(rule.code), share)
        return _node(rule.code, "sub_indicator", rule.name.words, computed=_mean(items), share=share, children=items)

    def _even_items(self, items: Sequence[Item], share: _Found, part: str | None = None) -> tuple[Node, ...]:
        """Items that weigh alike; where the list is incomplete nobody knows how much."""
        complete = all(self._framework.list_is_complete(item.instrument) for item in items)
        even = _divided(share, len(items)) if complete else _Found(None, _SHARE_UNKNOWN)
        return tuple(self._item(item, even, part) for item in items)

    def _item(self, item: Item, share: _Found, part: str | None = None) -> Node:
        code = f"{part}/{item.code}" if part else item.code
        name = same(item.title) if item.title else Words(f"ข้อ {item.code}", f"Item {item.code}")
        given = self._scores.items.get(code)
        if given is None and item.instrument == "OIT" and self._scores.no_points is not None:
            given = self._verdict(item, lost=code in self._scores.no_points)
        return _node(code, "item", name, given=given, computed=_Found(None, _NOT_GIVEN), share=share)

    def _verdict(self, item: Item, *, lost: bool) -> Decimal | None:
        """The points of a disclosure item from the list of those without points; None where the year's points are unknown."""
        own = item.detail.points if isinstance(item.detail, DisclosureItem) else None
        points = (own or self._framework.rules.disclosure_points).value
        if lost:
            return Decimal(0)
        return Decimal(max(points)) if points else None

    def _items_mean(self, rule: Indicator, items: tuple[Node, ...]) -> _Found:
        return _mean(items) if self._framework.list_is_complete(rule.instrument) else _Found(None, _NOT_GIVEN)

    def _indicators_of(self, rule: Instrument) -> list[Indicator]:
        return [indicator for indicator in self._framework.rules.indicators if indicator.instrument == rule.code]


def _node(
    id: str,
    kind: Kind,
    name: Words,
    *,
    given: Decimal | None = None,
    computed: _Found,
    share: _Found,
    children: tuple[Node, ...] = (),
) -> Node:
    """A published score is taken as it stands, unless it is the rounded form of a more exact one from below."""
    exact = computed.value is not None and (given is None or rounded(computed.value) == given)
    score = computed.value if exact else _exact(given)
    basis: Basis | None = None if score is None else "computed" if exact else "published"
    reason = None if score is not None else computed.reason
    return Node(id, kind, name, score, basis, reason, given, computed.value, share.value, share.reason, children)


def _mean(nodes: tuple[Node, ...]) -> _Found:
    lacking = [node.id for node in nodes if node.score is None]
    if len(lacking) == len(nodes):
        return _Found(None, _NOT_GIVEN)
    return _Found(None, _needs(lacking)) if lacking else _Found(mean([node.score for node in nodes if node.score is not None]))


def _weighted(weights: Sequence[Fact[Decimal] | None], nodes: tuple[Node, ...]) -> _Found:
    """The sum of scores by weights in percent."""
    total = Fraction(0)
    for weight, node in zip(weights, nodes, strict=True):
        if weight is None or weight.value is None:
            return _Found(None, weight.why if weight else _SHARE_UNKNOWN)
        total += Fraction(weight.value) * (node.score or 0) / 100
    lacking = [node.id for node in nodes if node.score is None]
    if lacking or not nodes:
        return _Found(None, _needs(lacking) if lacking else _NOT_GIVEN)
    return _Found(total)


def _weight(item: Item) -> Fact[Decimal] | None:
    return item.detail.weight if isinstance(item.detail, DisclosureItem) else None


def _weighted_share(item: Item, share: _Found) -> _Found:
    weight = _weight(item)
    if weight is None or weight.value is None or share.value is None:
        return _Found(None, _SHARE_UNKNOWN)
    return _Found(share.value * Fraction(weight.value) / 100)


def _divided(share: _Found, parts: int) -> _Found:
    return _Found(share.value / parts) if share.value is not None and parts else share


def _exact(value: Decimal | None) -> Fraction | None:
    return None if value is None else Fraction(value)


def _needs(nodes: list[str]) -> Words:
    names = ", ".join(nodes)
    return Words(f"ต้องมีคะแนน {names} ก่อนจึงจะคำนวณได้", f"cannot be computed without {names}")

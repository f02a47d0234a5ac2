"""The rule about weights: as the year has them, and 100 together."""

from collections.abc import Iterator
from decimal import Decimal

from prongsai.checker.fact import WeightFact
from prongsai.checker.rules.rule import Finding, Inquiry
from prongsai.checker.rules.wording import named, of_year
from prongsai.framework import Framework
from prongsai.thai import format_number
from prongsai.words import Words

_HUNDRED = Decimal(100)
_SLACK = Decimal("0.5")
_CENT = Decimal("0.01")


def weight_mismatch(inquiry: Inquiry) -> Iterator[Finding]:
    """Printed weights that differ from the year's, or weights of the instruments that are not 100 together."""
    framework = inquiry.framework
    if framework is None:
        return
    wrong = [fact for fact in inquiry.facts.weights if _differs(fact, framework) and not any(_agrees(fact, other) for other in inquiry.others)]
    yield from (_wrong(fact, framework) for fact in wrong)
    if not wrong:
        yield from _sum(inquiry.facts.weights, framework)


def _weight_of(node: str, framework: Framework) -> Decimal | None:
    if node in framework.instruments:
        return framework.instruments[node].weight.value
    return framework.parts[node].weight.value if node in framework.parts else None


def _differs(fact: WeightFact, framework: Framework) -> bool:
    right = _weight_of(fact.node, framework)
    return right is not None and abs(fact.value - right) > _CENT


def _agrees(fact: WeightFact, framework: Framework) -> bool:
    right = _weight_of(fact.node, framework)
    return right is not None and abs(fact.value - right) <= _CENT


def _wrong(fact: WeightFact, framework: Framework) -> Finding:
    right, printed = _plain(_weight_of(fact.node, framework) or Decimal(0)), _plain(fact.value)
    name, year = named(fact.node, framework), of_year(framework.year)
    return Finding(
        fact,
        Words(
            f"น้ำหนักของ{name.th} พิมพ์ว่าร้อยละ {printed} แต่น้ำหนัก{year.th} คือร้อยละ {right}",
            f"the weight of {name.en} is printed as {printed}%, but the weight{year.en} is {right}%",
        ),
        Words(f"แก้เป็นร้อยละ {right}", f"print {right}%"),
    )


def _sum(weights: tuple[WeightFact, ...], framework: Framework) -> Iterator[Finding]:
    """The instruments, each with the first weight printed for it; indicators, where all of them are printed, may add up to 100 once or in each instrument."""
    first = {fact.node: fact for fact in reversed(weights)}
    instruments = [first[code] for code in framework.instruments if code in first]
    if len(instruments) == len(framework.instruments):
        total = sum((fact.value for fact in instruments), Decimal(0))
        if abs(total - _HUNDRED) > _CENT:
            yield _not_hundred(instruments, total, Words("เครื่องมือทั้งหมด", "the instruments"))
        return
    indicators = [first[str(number)] for number in framework.indicators if str(number) in first]
    total = sum((fact.value for fact in indicators), Decimal(0))
    if len(indicators) == len(framework.indicators) and not any(abs(total - _HUNDRED * times) <= _SLACK for times in (1, len(framework.instruments))):
        yield _not_hundred(indicators, total, Words("ตัวชี้วัดทั้งหมด", "the indicators"))


def _not_hundred(facts: list[WeightFact], total: Decimal, name: Words) -> Finding:
    each = " + ".join(_plain(fact.value) for fact in facts)
    return Finding(
        facts[-1],
        Words(f"น้ำหนักของ{name.th}รวมกันได้ {_plain(total)} ({each}) ไม่ใช่ 100", f"the weights of {name.en} add up to {_plain(total)} ({each}), not 100"),
        Words("ตรวจน้ำหนักกับหลักเกณฑ์ของปี แล้วแก้ให้รวมได้ 100", "compare the weights with the year's rules and let them add up to 100"),
    )


def _plain(value: Decimal) -> str:
    """A weight as it is printed: 30, 33.33."""
    return format_number(value, 0 if value == value.to_integral_value() else 2)

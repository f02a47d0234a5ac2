"""What every rule of the checker looks like: a function from an inquiry to findings."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from prongsai.checker.fact import Fact, Facts
from prongsai.checker.rules.figures import Figures, figures_of
from prongsai.framework import Framework
from prongsai.plan import Severity
from prongsai.results import Results
from prongsai.words import Words


@dataclass(frozen=True)
class Inquiry:
    """What the rules look at: the facts, the rules of the year assessed (None where the year is not known), and the agency's own results where given.

    `others` are the rules of the other fiscal years that the document names: what is right by one of them is no error where the document leaves it open.
    """

    facts: Facts
    framework: Framework | None = None
    others: tuple[Framework, ...] = ()
    results: Results | None = None

    @cached_property
    def figures(self) -> dict[int | None, Figures]:
        """The printed scores by fiscal year."""
        return figures_of(self.facts)

    def rules_of(self, year: int | None) -> Framework | None:
        """The rules of a year that the document names; None where they are not known."""
        known = (self.framework, *self.others) if self.framework else self.others
        return next((one for one in known if one.year == year), None)


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found: the fact it is about, what is wrong and how to mend it.

    `severity` None takes the rule's own; `weight` 0..1 lowers the confidence; `misread` says which fault of a scan would explain it.
    """

    about: Fact
    message: Words
    mend: Words
    severity: Severity | None = None
    weight: float = 1.0
    misread: Words | None = None


@dataclass(frozen=True)
class Rule:
    """A rule: its stable name in the contract, its severity, what it is about in a line, and the function that applies it."""

    name: str
    severity: Severity
    about: Words
    apply: Callable[[Inquiry], Iterator[Finding]]

"""What many trials say together: recall and false alarms, by rule and by form."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from corpus.planting import Form
from corpus.trial import Trial


@dataclass
class Share:
    """How many of how many."""

    part: int = 0
    whole: int = 0

    def add(self, hit: bool) -> None:
        """One more, hit or missed."""
        self.part += hit
        self.whole += 1

    @property
    def text(self) -> str:
        """As 19/20 (95 %)."""
        return f"{self.part}/{self.whole} ({100 * self.part / self.whole:.0f} %)" if self.whole else "–"

    @property
    def value(self) -> float | None:
        """As 0.95, None where there was nothing."""
        return self.part / self.whole if self.whole else None


@dataclass
class Tally:
    """The sums of a measurement."""

    recall: dict[str, Share] = field(default_factory=dict)
    by_form: dict[tuple[str, Form], Share] = field(default_factory=dict)
    by_way: dict[tuple[str, str], Share] = field(default_factory=dict)
    clean: dict[Form, int] = field(default_factory=Counter)
    clean_with_error: dict[Form, int] = field(default_factory=Counter)
    clean_alarms: Counter[tuple[str, str]] = field(default_factory=Counter)
    planted: int = 0
    planted_alarms: Counter[tuple[str, str]] = field(default_factory=Counter)

    @property
    def clean_documents(self) -> int:
        """How many clean documents were checked."""
        return sum(self.clean.values())

    @property
    def with_error(self) -> int:
        """How many clean documents got at least one error."""
        return sum(self.clean_with_error.values())


def tally(trials: Iterable[Trial]) -> Tally:
    """The sums of the trials."""
    sums = Tally()
    for trial in trials:
        alarms = [(alarm.rule, alarm.severity) for alarm in trial.alarms]
        if trial.rule is None:
            sums.clean[trial.form] += 1
            sums.clean_with_error[trial.form] += any(severity == "error" for _, severity in alarms)
            sums.clean_alarms.update(alarms)
            continue
        sums.planted += 1
        sums.planted_alarms.update(alarms)
        sums.recall.setdefault(trial.rule, Share()).add(trial.found)
        sums.by_form.setdefault((trial.rule, trial.form), Share()).add(trial.found)
        sums.by_way.setdefault((trial.rule, trial.how), Share()).add(trial.found)
    return sums


def misses(trials: Sequence[Trial]) -> list[Trial]:
    """The trials whose fault was not found."""
    return [trial for trial in trials if trial.rule is not None and not trial.found]

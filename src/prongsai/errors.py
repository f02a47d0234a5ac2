"""Every error the core raises, as one tree.

    ProngsaiError
    ├── InputError                what a user gave cannot be used (exit code 2)
    │   ├── UnreadableNumber      not a number in Thai or Arabic digits
    │   ├── UnreadableDate        not a date as people write it
    │   ├── UnreadableCode        not an item, indicator or sub-indicator code
    │   ├── UnreadableFile        missing, empty, or not of the kind it says
    │   └── InvalidResults        a results file that contradicts its year or itself
    ├── FrameworkError            the rules of a year cannot be used (exit code 2)
    │   ├── UnknownYear           no rules for that fiscal year
    │   └── InvalidFramework      a folder of rules with faults, all of them named
    └── OutputError               an answer cannot be written where it should go (exit code 2)

A finding about somebody's content is a remark, never an exception.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from prongsai.words import Language, Words

_NOTHING = Words("", "")
_WHY = Words("สาเหตุ", "why")
_MEND = Words("วิธีแก้", "how to mend")
_COUNT = Words("พบข้อผิดพลาด {} แห่ง", "{} faults found")


@dataclass(frozen=True)
class Problem:
    """One fault: what is wrong, where, why, and how to mend it.

    `code` is a stable English name that scripts and searches can rely on; `where` is a file, a row, a key.
    """

    code: str
    what: Words
    where: str = ""
    why: Words = _NOTHING
    mend: Words = _NOTHING

    def to(self, language: Language) -> str:
        """The fault as one message in the language of the reader."""
        head = f"{self.where}: " if self.where else ""
        lines = [f"{head}{self.what.to(language)} [{self.code}]"]
        lines += [f"  {label.to(language)}: {text.to(language)}" for label, text in ((_WHY, self.why), (_MEND, self.mend)) if text.th]
        return "\n".join(lines)

    def at(self, where: str) -> "Problem":
        """The same fault with its place put in front of the place it already has."""
        place = f"{where} › {self.where}" if self.where else where
        return Problem(self.code, self.what, place, self.why, self.mend)


class ProngsaiError(Exception):
    """Carries one fault or many: whoever mends a file wants to see all of them at once."""

    def __init__(self, problems: Problem | Iterable[Problem]) -> None:
        self.problems = (problems,) if isinstance(problems, Problem) else tuple(problems)
        super().__init__(self.to("en"))

    def __reduce__(self) -> tuple[type["ProngsaiError"], tuple[tuple[Problem, ...]]]:
        """Another process gets the faults, not their text."""
        return type(self), (self.problems,)

    def to(self, language: Language) -> str:
        """All faults, one below the other."""
        texts = [problem.to(language) for problem in self.problems]
        if len(texts) > 1:
            texts.insert(0, _COUNT.to(language).format(len(texts)))
        return "\n".join(texts)


class InputError(ProngsaiError):
    """What a user gave cannot be used."""


class UnreadableNumber(InputError):
    """Not a number in Thai or Arabic digits."""


class UnreadableDate(InputError):
    """Not a date as people write it."""


class UnreadableCode(InputError):
    """Not an item, indicator or sub-indicator code."""


class UnreadableFile(InputError):
    """Missing, empty, or not of the kind it says."""


class InvalidResults(InputError):
    """A results file that contradicts its year or itself."""


class FrameworkError(ProngsaiError):
    """The rules of a year cannot be used."""


class UnknownYear(FrameworkError):
    """No rules for that fiscal year."""


class InvalidFramework(FrameworkError):
    """A folder of rules with faults, all of them named."""


class OutputError(ProngsaiError):
    """An answer cannot be written where it should go."""

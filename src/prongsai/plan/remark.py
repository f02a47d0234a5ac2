"""A finding about somebody's content: what, where, how to mend. Never an exception."""

from dataclasses import dataclass
from typing import Literal

from prongsai.words import Words

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Remark:
    """One finding; `rule` is its stable name in the contract, `where` the measure or node it is about."""

    rule: str
    severity: Severity
    where: str
    message: Words
    mend: Words

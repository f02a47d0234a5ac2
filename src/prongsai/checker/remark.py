"""A finding about a passage of somebody's document: what contradicts what, where, and how to mend it."""

from dataclasses import dataclass

from prongsai.document import Place
from prongsai.plan import Severity
from prongsai.words import Words


@dataclass(frozen=True, slots=True)
class DocumentRemark:
    """One finding; `rule` is its stable name in the contract, `text` the passage or the part of it that is meant, `confidence` 0..1."""

    rule: str
    severity: Severity
    place: Place
    text: str
    message: Words
    mend: Words
    confidence: float = 1.0

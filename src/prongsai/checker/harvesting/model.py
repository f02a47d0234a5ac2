"""What was taken out of a document for a results file: each figure with its place and how surely it was read."""

from dataclasses import dataclass
from typing import Any

from prongsai.document import Place
from prongsai.results import Results
from prongsai.words import Words

Key = tuple[str | int, ...]
SURE = 0.8
_NOTHING = Words("", "")


@dataclass(frozen=True, slots=True)
class Statement:
    """A value as one passage states it."""

    value: Any
    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class Taken:
    """A value of the results file: its keys from the top, where it was read, how surely (0..1), what else the document says, and why it is in doubt."""

    key: Key
    value: Any
    place: Place
    text: str
    confidence: float = 1.0
    others: tuple[Statement, ...] = ()
    note: Words = _NOTHING

    @property
    def doubtful(self) -> bool:
        """Whether somebody should look at it: not surely read, or contradicted."""
        return self.confidence < SURE or bool(self.others)


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """Something that was seen and is not in the results, and why."""

    text: str
    place: Place
    reason: Words


@dataclass(frozen=True)
class Harvest:
    """Results out of a document; `taken` says of each value where it stands, in the order of the file."""

    results: Results
    taken: tuple[Taken, ...] = ()
    not_understood: tuple[NotUnderstood, ...] = ()

    @property
    def doubtful(self) -> tuple[Taken, ...]:
        """The values that somebody should look at."""
        return tuple(one for one in self.taken if one.doubtful)

    @property
    def notes(self) -> tuple[Words, ...]:
        """How much was taken, and how much needs a look, in a sentence each."""
        figures, doubtful, left = len(self.taken), len(self.doubtful), len(self.not_understood)
        notes = [Words(f"อ่านได้ {figures} ค่า", f"{figures} values were read")]
        if doubtful:
            notes.append(Words(f"ควรตรวจ {doubtful} ค่า (ทำเครื่องหมาย “ตรวจ!” ไว้)", f"{doubtful} values should be looked at (marked “check!”)"))
        if left:
            notes.append(Words(f"พบแต่ไม่ได้นำมาใช้ {left} รายการ", f"{left} entries were seen and not used"))
        return tuple(notes)

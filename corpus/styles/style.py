"""The styles by name, and a document of one of them with the hand it is written in."""

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal, get_args

from corpus.agencies import Case
from corpus.marks import unmarked
from corpus.pen import Pen, Period
from corpus.styles import letter, office, organisation, own, register
from prongsai.document import Block, Document, PageBreak, Section, in_digits, paragraph
from prongsai.report import KINDS as REPORT_KINDS

Kind = Literal["analysis", "measures", "progress", "analysis+measures", "measures+progress"]
DigitStyle = Literal["arabic", "thai", "mixed"]
Part = Callable[[Pen], list[Block]]
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True)
class Style:
    """A way of writing: how the first page reads, the blocks of each part, and what hands it is written in."""

    title: Callable[[Pen, str], tuple[str, ...]]
    parts: dict[str, Part]
    letters: tuple[str, ...] = ("o",)
    periods: tuple[Period, ...] = ("month",)
    digits: tuple[DigitStyle, ...] = ("arabic",)
    years: tuple[str, ...] = ("ปีงบประมาณ พ.ศ. ", "ปีงบประมาณ ", "ปีงบประมาณ พ.ศ.")


STYLES = {
    "office": Style(
        office.title,
        {"analysis": office.analysis, "measures": office.measures, "progress": office.progress},
        ("o", "๐", "O"),
        ("month", "within", "short"),
        ("arabic", "mixed", "thai"),
    ),
    "organisation": Style(
        organisation.title,
        {"analysis": organisation.analysis, "measures": organisation.measures, "progress": organisation.progress},
        ("๐", "o"),
        ("quarter", "short", "day"),
        ("thai", "thai", "mixed"),
    ),
    "letter": Style(
        letter.title,
        {"analysis": letter.analysis, "measures": letter.measures, "progress": letter.progress},
        ("o", "O"),
        ("short", "day"),
        ("thai", "arabic"),
    ),
    "register": Style(
        register.title,
        {"analysis": register.analysis, "measures": register.measures, "progress": register.progress},
        ("O", "o", "๐"),
        ("short", "month", "quarter"),
        ("arabic", "mixed"),
    ),
}
OWN = "own"
NAMES = (*STYLES, OWN)


@dataclass(frozen=True)
class Written:
    """A document of a style, with its marks and the digits it is to be written in."""

    case: Case
    style: str
    kind: Kind
    marked: Document
    digits: DigitStyle

    @property
    def name(self) -> str:
        """A name for its file."""
        return f"{self.case.number:03}-{self.style}-{self.kind}"

    def finished(self) -> Document:
        """The document without marks, in its digits."""
        document = unmarked(self.marked)
        if self.digits == "mixed":
            return _mixed(document)
        return in_digits(document, "thai") if self.digits == "thai" else document


def written(case: Case, style: str, kind: Kind) -> Written:
    """The document of a case in a style; the same arguments give the same document."""
    chance = random.Random(f"{case.number}-{case.year}-{style}-{kind}")
    if style == OWN:
        document = own.report(case, next(one for one in REPORT_KINDS if one == kind), case.number)
        return Written(case, style, kind, document, chance.choice(("arabic", "thai")))
    manner = STYLES[style]
    pen = Pen(case, chance, chance.choice(manner.letters), chance.choice(manner.periods), chance.choice(manner.years))
    blocks = [block for part in kind.split("+") for block in [*manner.parts[part](pen), PageBreak()]]
    lines = manner.title(pen, kind)
    cover = Section(tuple(paragraph(line, "title" if not place else "cover") for place, line in enumerate(lines)), kind="cover")
    header = pen.agency() if chance.random() < 0.3 else ""
    wide: Literal["portrait", "landscape"] = "portrait" if kind == "analysis" else "landscape"
    return Written(case, style, kind, Document(lines[0], (cover, Section(tuple(blocks[:-1]), wide)), header=header), chance.choice(manner.digits))


def written_from(case: Case, other: Written) -> Written:
    """The document of a case like another one."""
    return replace(written(case, other.style, other.kind), digits=other.digits)


def kinds_of(style: str) -> tuple[Kind, ...]:
    """The kinds of documents that a style is asked for: our own reports are never combined."""
    return tuple(kind for kind in KINDS if "+" not in kind) if style == OWN else KINDS


def _mixed(document: Document) -> Document:
    """Every second block in Thai digits, as where two hands wrote."""
    sections = []
    for section in document.sections:
        blocks = [_in_thai(block) if place % 2 else block for place, block in enumerate(section.blocks)]
        sections.append(replace(section, blocks=tuple(blocks)))
    return replace(document, sections=tuple(sections))


def _in_thai(block: Block) -> Block:
    document = in_digits(Document("", (Section((block,)),)), "thai")
    return document.sections[0].blocks[0]

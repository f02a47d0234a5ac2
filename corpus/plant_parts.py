"""Parts that a document must have, absent or empty."""

import random

from corpus.marks import marks, marks_in, with_blocks
from corpus.planting import Fault, planter
from corpus.styles import OWN, Written
from prongsai.document import Block, Document, Heading, Table

_NEEDED = {"analysis": ("scores", "weaknesses"), "measures": ("measures",), "progress": ("progress",)}
_ALONG = ("uncovered-weakness", "extreme-mismatch", "total-mismatch")
_STRONG_AND_WEAK = {"strengths", "weaknesses", "lost", "advice"}


@planter("missing-section", "a heading with nothing under it", *_ALONG)
def empty(written: Written, chance: random.Random) -> Fault | None:
    """The heading of a needed part is there, and nothing stands under it."""
    if written.style == OWN or "+" in written.kind:
        return None
    part = chance.choice(_NEEDED[written.kind])
    document = with_blocks(written.marked, lambda blocks: _cut(blocks, {part}, keep_heading=True))
    return Fault(document) if _is_empty(document, part) else None


@planter("missing-section", "no strong and weak points", *_ALONG)
def no_points(written: Written, _: random.Random) -> Fault | None:
    """An analysis says nowhere what is strong and what is weak."""
    if written.style == OWN or written.kind != "analysis":
        return None
    fault = Fault(with_blocks(written.marked, lambda blocks: _cut(blocks, _STRONG_AND_WEAK, keep_heading=False)))
    left = {one.kind for one in marks(fault.document)}
    return None if left & {"high", "low", "high-value", "low-value", "lost"} else fault


@planter("missing-section", "no measures or no progress", *_ALONG)
def no_table(written: Written, _: random.Random) -> Fault | None:
    """What the document is about is not in it."""
    if written.style == OWN or written.kind not in ("measures", "progress"):
        return None
    return Fault(with_blocks(written.marked, lambda blocks: [block for block in blocks if not _is_of_measures(block)]))


def _is_of_measures(block: Block) -> bool:
    if isinstance(block, Heading):
        return block.level == _MEASURE_HEADING
    return isinstance(block, Table) and any(one.kind == "cell" for one in marks_in(block))


_MEASURE_HEADING = 3


def _is_empty(document: Document, part: str) -> bool:
    """Whether the part's heading is followed by another of its rank, or by nothing."""
    for section in document.sections:
        for block, following in zip(section.blocks, (*section.blocks[1:], None), strict=True):
            if isinstance(block, Heading) and _part(block) == part:
                return following is None or (isinstance(following, Heading) and following.level <= block.level)
    return False


def _cut(blocks: list[Block], names: set[str], *, keep_heading: bool) -> list[Block]:
    """The blocks without what stands under the headings of these parts."""
    kept: list[Block] = []
    inside = False
    for block in blocks:
        part = _part(block)
        inside = part in names if part is not None else inside
        if not inside or (part is not None and keep_heading):
            kept.append(block)
    return kept


def _part(block: Block) -> str | None:
    if not isinstance(block, Heading):
        return None
    return next((one.about[0] for one in marks_in(block) if one.kind == "part"), None)

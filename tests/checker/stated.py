"""What made-up sentences and tables state about scores, in a short notation that a test can show."""

from decimal import Decimal

from prongsai.checker.fact import ChangeFact, ExtremeFact, ScoreFact
from prongsai.checker.facts.scores.score_facts import ScoreFacts, score_facts
from prongsai.checker.outline import outline_of
from prongsai.document import Block, Cell, Column, Document, Heading, Section, Table, cell, paragraph

ASSESSED = 2568
SURE = 0.5


def stated(*blocks: Block | str, assessed: int | None = ASSESSED) -> ScoreFacts:
    """The facts about scores in a document of these blocks; a text is a paragraph, one that begins with # a heading."""
    made = tuple(_block(block) if isinstance(block, str) else block for block in blocks)
    return score_facts(outline_of(Document("", (Section(made),))), assessed)


def table(*rows: tuple[str | Cell, ...], head: int = 1) -> Table:
    """A table whose first `head` rows are its head."""
    made = tuple(tuple(cell(entry) if isinstance(entry, str) else entry for entry in row) for row in rows)
    width = max(sum(entry.columns for entry in row) for row in made)
    return Table((Column(),) * width, made[:head], made[head:])


def scores(*blocks: Block | str, assessed: int | None = ASSESSED) -> list[str]:
    """The sure scores as "4=93.38 2568"; a score without a year ends with its value."""
    return [_score(fact) for fact in stated(*blocks, assessed=assessed).scores if fact.confidence >= SURE]


def changes(*blocks: Block | str, assessed: int | None = ASSESSED) -> list[str]:
    """The sure differences as "4:+25.97 2567-2568"."""
    return [_change(fact) for fact in stated(*blocks, assessed=assessed).changes if fact.confidence >= SURE]


def extremes(*blocks: Block | str, least: float = SURE) -> list[str]:
    """The claims as "highest 3=99.31 in IIT", with what is not stated left out."""
    return [_extreme(fact) for fact in stated(*blocks).extremes if fact.confidence >= least]


def marked(*blocks: Block | str) -> list[str]:
    """What the spans of all facts point at."""
    found = stated(*blocks)
    facts = (*found.scores, *found.changes, *found.levels, *found.weights, *found.targets)
    return [fact.passage.text[slice(*fact.span)] for fact in facts if fact.span]


def number(value: Decimal | None) -> str:
    """A value as it is printed; empty for none."""
    return "" if value is None else str(value)


def _block(text: str) -> Block:
    return Heading(text.lstrip("# "), text.count("#", 0, 4)) if text.startswith("#") else paragraph(text)


def _score(fact: ScoreFact) -> str:
    return f"{fact.node}={fact.value} {fact.year or ''}".strip()


def _change(fact: ChangeFact) -> str:
    return f"{fact.node}:{fact.value:+} {fact.since}-{fact.year}"


def _extreme(fact: ExtremeFact) -> str:
    value = f"={fact.value}" if fact.value is not None else ""
    return f"{fact.end} {fact.node or ''}{value}{f' in {fact.among}' if fact.among else ''}"

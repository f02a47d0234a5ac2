"""Topics: what an item is about, whatever its code this year, and how to mend it."""

from typing import Annotated, Literal

from pydantic import Field

from prongsai.files import Strict
from prongsai.framework.fact import Bilingual, Sourced

Month = Annotated[int, Field(ge=1, le=12)]


class Link(Sourced):
    """A disclosure topic that a survey topic leans on."""

    topic: str


class Topic(Strict):
    """Advice on one matter, in our own words: what a weak result means, what mends it, who does it, what proves it."""

    id: str
    kind: Literal["disclosure", "perception", "indicator", "sub-indicator"]
    name: Bilingual
    bundle: str | None = None
    weakness: Bilingual
    measure: Bilingual
    steps: Annotated[tuple[Bilingual, ...], Field(min_length=1)]
    unit: Bilingual
    proof: tuple[Bilingual, ...]
    follow_up: Bilingual
    success: Bilingual
    months: tuple[Month, Month]
    keep: Bilingual | None = None
    leans_on: tuple[Link, ...] = ()


class Bundle(Strict):
    """Topics that one measure mends together, with the step that opens and the step that closes it."""

    id: str
    measure: Bilingual
    first: Bilingual
    last: Bilingual
    unit: Bilingual
    follow_up: Bilingual
    success: Bilingual

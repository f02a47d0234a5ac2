"""A remark on a paragraph of a document."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Comment:
    """A remark of one or more lines at a paragraph; `anchor` is that of its Place, empty where it is about the whole document."""

    anchor: str
    text: str

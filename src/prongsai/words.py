"""A text in Thai and in English: what every message, name and sentence of the program is made of."""

from typing import Literal, NamedTuple

Language = Literal["th", "en"]


class Words(NamedTuple):
    """The same text twice; Thai comes first because most readers read Thai."""

    th: str
    en: str

    def to(self, language: Language) -> str:
        """The text in one language."""
        return self.th if language == "th" else self.en

    def __str__(self) -> str:
        return self.th


def same(text: str) -> Words:
    """A text that reads alike in both languages: a code, a file name, a figure."""
    return Words(text, text)

"""Which paragraphs of a PDF are headings: by the size of their letters and by being bold."""

from collections import Counter
from collections.abc import Iterable, Sequence

from prongsai.document.reading.pdf.paragraphs import Passage, listed

_LARGER = 1.1
_LONGEST, _LONGEST_BOLD = 220, 120
_MOST_LINES = 4
_DEEPEST = 4
_MOSTLY = 0.4


class HeadingSizes:
    """The size of running text in a document, and the sizes above it, each with the level of heading that it means."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        letters: Counter[float] = Counter()
        bold = 0
        for passage in passages:
            length = sum(len(line.text) for line in passage.lines)
            letters[_rounded(passage.size)] += length
            bold += length * passage.bold
        self._body = letters.most_common(1)[0][0] if letters else 0.0
        self._bold_counts = bold < _MOSTLY * max(1, letters.total())
        larger = sorted({_rounded(passage.size) for passage in passages if self._is_large(passage)}, reverse=True)
        self._levels = {size: min(level, _DEEPEST) for level, size in enumerate(_grouped(larger), 1)}

    def level(self, passage: Passage) -> int | None:
        """The level of heading, 1 to 4; None for running text and whatever is in doubt."""
        if self._is_large(passage):
            return self._near(passage.size)
        text = passage.text
        short = len(passage.lines) <= 2 and 1 < len(text) <= _LONGEST_BOLD
        if self._bold_counts and passage.bold and short and listed(text)[0] != "bullet" and passage.size >= 0.97 * self._body:
            return min(_DEEPEST, len(set(self._levels.values())) + 1)
        return None

    def _is_large(self, passage: Passage) -> bool:
        return (
            passage.size > _LARGER * self._body
            and len(passage.lines) <= _MOST_LINES
            and any(char.isalpha() for char in passage.text)
            and len(passage.text) <= _LONGEST
            and listed(passage.text)[0] != "bullet"
        )

    def _near(self, size: float) -> int:
        return self._levels[min(self._levels, key=lambda other: abs(other - size))]


def _rounded(size: float) -> float:
    return round(size * 2) / 2


def _grouped(sizes: Iterable[float]) -> list[float]:
    """Sizes from large to small without those that hardly differ from the one before."""
    kept: list[float] = []
    for size in sizes:
        if not kept or size < kept[-1] - 0.75:
            kept.append(size)
    return kept

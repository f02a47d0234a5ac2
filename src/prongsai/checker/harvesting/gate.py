"""What a results file accepts: every value is tried by the reader of results itself, so that the file made of them can be read."""

from functools import cache
from pathlib import Path
from typing import Any

from prongsai.errors import InputError
from prongsai.framework import load_framework
from prongsai.results import results_from
from prongsai.words import Words


class Gate:
    """Tries entries of a results file of one fiscal year (B.E.); raises UnknownYear where the year has no rules."""

    def __init__(self, year: int, overlay: Path | None = None) -> None:
        self.year, self._overlay = year, overlay
        self._framework = load_framework(year, overlay)
        self._answer = cache(self._try_answer)

    def refusal(self, **entries: Any) -> Words | None:
        """Why a file with these entries could not be read; None where it could."""
        try:
            results_from(self._file() | entries, "read", self._overlay)
        except InputError as error:
            return error.problems[0].what
        return None

    def level(self, text: str) -> str:
        """The level's code where the text is its English name; else the text, which the reader of results knows or refuses."""
        steps = self._framework.levels.steps if self._framework.levels is not None else ()
        return next((step.code for step in steps if step.name.en and step.name.en.casefold() == text.strip().casefold()), text)

    def answer(self, node: str) -> Words | None:
        """Why no measure can answer a node; None where one can."""
        return self._answer(node)

    def _try_answer(self, node: str) -> Words | None:
        return self.refusal(measures=[{"title": "-", "answers": [node]}])

    def _file(self) -> dict[str, Any]:
        return {"agency": {"name": "-"}, "year": self.year}

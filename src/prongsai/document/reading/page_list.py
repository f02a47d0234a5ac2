"""Page numbers as people write them."""

from collections.abc import Iterable
from itertools import groupby


def page_list(pages: Iterable[int]) -> str:
    """The pages in order, runs as ranges: 1–3, 7."""
    runs = [[number for _, number in run] for _, run in groupby(enumerate(sorted(set(pages))), key=lambda placed: placed[1] - placed[0])]
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)

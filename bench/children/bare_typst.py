"""Bare Typst: FOLDER... each compiled once; prints the seconds of each."""

import json
import sys
import time
from pathlib import Path

from typst_settings import compiled, fonts, inputs


def main() -> None:
    """The first folder is compiled before the clock runs: fonts are searched and the template is read once a process."""
    known = fonts()
    first, *others = map(Path, sys.argv[1:])
    compiled(*inputs(first), known)
    walls, processor = [], time.process_time()
    for folder in others:
        files, moment = inputs(folder)
        begun = time.perf_counter()
        compiled(files, moment, known)
        walls.append(time.perf_counter() - begun)
    print(json.dumps({"seconds": walls, "cpu": (time.process_time() - processor) / max(len(others), 1)}))


if __name__ == "__main__":
    main()

"""Bare Typst: FOLDER... each compiled once; prints the seconds of each, on the clock and on the processor."""

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
    walls, processor = [], []
    for folder in others:
        files, moment = inputs(folder)
        begun, used = time.perf_counter(), time.process_time()
        compiled(files, moment, known)
        walls.append(time.perf_counter() - begun)
        processor.append(time.process_time() - used)
    print(json.dumps({"seconds": walls, "cpu": processor}))


if __name__ == "__main__":
    main()

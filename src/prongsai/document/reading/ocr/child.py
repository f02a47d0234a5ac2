"""The process that recognises pages of a stranger's file from pictures."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from prongsai.document.reading.confined.child import serve, tell_progress
from prongsai.document.reading.file_kind import find_kind
from prongsai.document.reading.ocr.recognise import Scan, recognise
from prongsai.document.reading.wire import Answer, encode


def answer(arguments: Sequence[str]) -> bytes:
    """The file, the pages to recognise (`1,2,5`) and the seconds for each, as an encoded Answer; raises UnreadableFile."""
    path, pages, seconds = arguments
    found = find_kind(Path(path))
    scan = Scan(Path(path), found.kind == "pdf", frozenset(int(page) for page in pages.split(",")), float(seconds))
    reading = recognise(scan, tell_progress)
    return encode(Answer(replace(reading, notes=(*found.notes, *reading.notes))))


if __name__ == "__main__":
    serve(answer)

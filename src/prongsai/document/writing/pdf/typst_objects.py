"""A PDF as Typst writes it, taken apart into its objects and put together again."""

import re
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass

_TABLE = re.compile(rb"xref\n0 (\d+)\n")
_STREAM = re.compile(rb"/Length (\d+)[^>]*>>\nstream\n")
_END = b"startxref"
# Level 2 takes a third of the time of level 6 and makes reports a tenth larger.
_SPEED = 2


@dataclass(frozen=True, slots=True)
class PdfFile:
    """What stands before the objects, the objects by number in their order, and the trailer."""

    start: bytes
    objects: Mapping[int, bytes]
    trailer: bytes


def split(pdf: bytes) -> PdfFile:
    """The parts of a PDF with one plain table of objects; raises ValueError for any other."""
    at = int(pdf[pdf.rindex(_END) + len(_END) :].split()[0])
    head = _TABLE.match(pdf, at)
    if head is None:
        raise ValueError("no plain table of objects")
    rows = (pdf[head.end() + 20 * number : head.end() + 20 * (number + 1)] for number in range(int(head.group(1))))
    offsets = {number: int(row[:10]) for number, row in enumerate(rows) if row[17:18] == b"n"}
    order = sorted(offsets, key=offsets.__getitem__)
    ends = [*(offsets[number] for number in order[1:]), at]
    objects = {number: pdf[offsets[number] : end] for number, end in zip(order, ends, strict=True)}
    return PdfFile(pdf[: offsets[order[0]]], objects, pdf[pdf.index(b"trailer", at) : pdf.rindex(_END)])


def join(file: PdfFile) -> bytes:
    """The PDF of the parts, with a new table of objects."""
    places: dict[int, int] = {}
    position = len(file.start)
    for number, content in file.objects.items():
        places[number] = position
        position += len(content)
    count = max(places) + 1
    rows = (b"%010d 00000 n\r\n" % places[number] if number in places else b"0000000000 65535 f\r\n" for number in range(count))
    table = b"xref\n0 %d\n%s%s%s\n%d\n%%%%EOF" % (count, b"".join(rows), file.trailer, _END, position)
    return b"".join([file.start, *file.objects.values(), table])


def unpacked(content: bytes) -> bytes:
    """The data of a compressed stream object; raises ValueError for another object."""
    head = _stream_head(content)
    return zlib.decompress(content[head.end() : head.end() + int(head.group(1))])


def rewritten(content: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """The stream object with its data changed."""
    head = _stream_head(content)
    data = zlib.compress(change(unpacked(content)), _SPEED)
    length = b"/Length %d" % len(data)
    start = content[: head.start()] + length + content[head.end(1) : head.end()]
    return start + data + content[head.end() + int(head.group(1)) :]


def _stream_head(content: bytes) -> re.Match[bytes]:
    head = _STREAM.search(content)
    if head is None or b"/FlateDecode" not in content[: head.end()]:
        raise ValueError("no compressed stream")
    return head

"""The cells of a ruled table below each other: a recogniser that reads line by line would else read across them."""

from collections.abc import Sequence
from typing import NamedTuple

from prongsai.document.reading.ocr.engine import Word
from prongsai.document.reading.ocr.picture import Picture

_MARGIN = 60
_BETWEEN = 30
_INK = 128


class Cut(NamedTuple):
    """A part of a picture in pixels."""

    left: int
    top: int
    right: int
    bottom: int


class Shelf(NamedTuple):
    """A cut that stands in a stacked picture from row `first` to before `end`."""

    cut: Cut
    first: int
    end: int


class Stack(NamedTuple):
    """A picture of cuts below each other, and where each stands in it."""

    picture: Picture
    shelves: tuple[Shelf, ...]

    def back(self, words: Sequence[Word]) -> list[Word]:
        """Words of the stacked picture where they stand on the page; each cell has lines of its own."""
        found = []
        for word in words:
            middle = (word.top + word.bottom) / 2
            place = next((number for number, shelf in enumerate(self.shelves) if shelf.first <= middle < shelf.end), None)
            if place is not None:
                found.append(_moved(word, place, self.shelves[place]))
        return found


def stacked(picture: Picture, cuts: Sequence[Cut]) -> Stack:
    """The inked rows of the cuts below each other, on paper as wide as the widest."""
    width = max((cut.right - cut.left for cut in cuts), default=0) + 2 * _MARGIN
    blank = bytes([picture.paper]) * width
    rows = [blank] * _BETWEEN
    shelves = []
    for cut in cuts:
        inked = _inked(picture, cut)
        if inked is None:
            continue
        first = len(rows)
        rows += [blank[:_MARGIN] + _row(picture, y, inked) + blank[_MARGIN + inked.right - inked.left :] for y in range(inked.top, inked.bottom)]
        shelves.append(Shelf(inked, first - _BETWEEN // 2, len(rows) + _BETWEEN // 2))
        rows += [blank] * _BETWEEN
    return Stack(Picture(width, len(rows), b"".join(rows), picture.dpi), tuple(shelves))


def blanked(picture: Picture, cuts: Sequence[Cut]) -> Picture:
    """The picture with paper in place of the cuts."""
    grey = bytearray(picture.grey)
    for cut in cuts:
        paper = bytes([picture.paper]) * (cut.right - cut.left)
        for y in range(cut.top, cut.bottom):
            grey[y * picture.width + cut.left : y * picture.width + cut.right] = paper
    return Picture(picture.width, picture.height, bytes(grey), picture.dpi)


def _inked(picture: Picture, cut: Cut) -> Cut | None:
    """The cut without empty rows above and below; None where nothing is written in it."""
    inked = [y for y in range(cut.top, cut.bottom) if min(_row(picture, y, cut), default=255) < _INK]
    return cut._replace(top=max(cut.top, inked[0] - 2), bottom=min(cut.bottom, inked[-1] + 3)) if inked else None


def _row(picture: Picture, y: int, cut: Cut) -> bytes:
    return picture.grey[y * picture.width + cut.left : y * picture.width + cut.right]


def _moved(word: Word, place: int, shelf: Shelf) -> Word:
    right, down = shelf.cut.left - _MARGIN, shelf.cut.top - (shelf.first + _BETWEEN // 2)
    return word._replace(line=(place, *word.line), left=word.left + right, right=word.right + right, top=word.top + down, bottom=word.bottom + down)

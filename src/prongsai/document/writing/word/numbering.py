"""Bullets and numbers of a Word document; every numbered list counts from one."""

from lxml import etree

from prongsai.document.model import Digits
from prongsai.document.writing.word.elements import w

_LEVELS = 9
_BULLETS = ("•", "–")
_BULLET_STEP = 340
_TABLE_STEP = 200
_BULLET, _NUMBER, _TABLE_BULLET, _TABLE_NUMBER = range(1, 5)


class Numbering:
    """Fills the numbering part of one document."""

    def __init__(self, part: etree._Element, digits: Digits) -> None:
        self._part = part
        self._lists = 0
        for child in list(part):
            part.remove(child)
        form = "thaiNumbers" if digits == "thai" else "decimal"
        part.append(_abstract(_BULLET, "bullet", _BULLET_STEP))
        part.append(_abstract(_NUMBER, form, _BULLET_STEP))
        part.append(_abstract(_TABLE_BULLET, "bullet", _TABLE_STEP))
        part.append(_abstract(_TABLE_NUMBER, form, _TABLE_STEP))
        self._bullets = {False: self._new(_BULLET, restart=False), True: self._new(_TABLE_BULLET, restart=False)}

    def bullets(self, *, in_table: bool) -> int:
        """The list of all bullets."""
        return self._bullets[in_table]

    def new_numbers(self, *, in_table: bool) -> int:
        """A list that starts at one."""
        return self._new(_TABLE_NUMBER if in_table else _NUMBER, restart=True)

    def _new(self, abstract: int, *, restart: bool) -> int:
        self._lists += 1
        number = w("num", w("abstractNumId", val=abstract), numId=self._lists)
        if restart:
            number.extend(w("lvlOverride", w("startOverride", val=1), ilvl=level) for level in range(_LEVELS))
        self._part.append(number)
        return self._lists


def list_property(number: int, level: int) -> etree._Element:
    """Makes a paragraph an entry of a list."""
    return w("numPr", w("ilvl", val=min(level, _LEVELS - 1)), w("numId", val=number))


def _abstract(identity: int, form: str, step: int) -> etree._Element:
    levels = [_level(level, form, step) for level in range(_LEVELS)]
    return w("abstractNum", w("multiLevelType", val="multilevel"), *levels, abstractNumId=identity)


def _level(level: int, form: str, step: int) -> etree._Element:
    bullet = form == "bullet"
    number = ".".join(f"%{place}" for place in range(1, level + 2)) + ("" if level else ".")
    text = _BULLETS[level % len(_BULLETS)] if bullet else number
    hanging = step if bullet else step + 60 + step * level // 2
    left = step * (level + 1) if bullet else sum(step + 60 + step * above // 2 for above in range(level + 1))
    shown = (w("start", val=1), w("numFmt", val=form), w("lvlText", val=text), w("lvlJc", val="left"))
    return w("lvl", *shown, w("pPr", w("ind", left=left, hanging=hanging)), ilvl=level)

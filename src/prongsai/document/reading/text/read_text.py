"""Plain text and Markdown as a document: what machine readers and people write down without a word processor."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

from prongsai.document.model import Block, Document, Heading, Paragraph, Place, Reading, Role, Section, Table
from prongsai.document.reading.text.inline import BLOCK_TAG, blocks_of, paragraphs_of
from prongsai.document.reading.text.lines import Line, joined, lines_of, table_ends, whole_line
from prongsai.document.reading.text.tables import Found, find_table
from prongsai.document.reading.text_decoding import Beyond, decode, read_bytes, refused
from prongsai.thai import cluster_length, thai_ratio
from prongsai.words import Language

_HEADING = re.compile(r" {0,3}(#{1,6})\s+(\S.*)")
_CLOSING_MARKS = re.compile(r"\s#+\Z")
_BULLET = re.compile(r"(\s*)[-*+•●○▪◦]\s+(?=\S)")
_NUMBER = re.compile(r"(\s*)([0-9๐-๙]{1,3})[.)]\s+(?=\S)")
_RULER = re.compile(r"\s*(?:-\s*){3,}|\s*(?:\*\s*){3,}|\s*(?:_\s*){3,}|\s*={3,}\s*")
_FENCE = re.compile(r"\s*(?:`{3,}|~{3,})\s*[\w-]*\s*")
_OWN_START = re.compile(
    r"\s*(?:[-*+•●○▪◦☐☑☒□]\s*\S|\(?[0-9๐-๙]{1,3}(?:\.[0-9๐-๙]{1,3})*[.)]\s*\S|[0-9๐-๙]{1,3}(?:\.[0-9๐-๙]{1,3})+\s"
    r"|(?:หน้า|page)\s*(?:ที่\s*)?[0-9๐-๙]+\s*$|-\s*[0-9๐-๙]+\s*-\s*$)",
    re.IGNORECASE,
)
_MARKDOWN = re.compile(r"^ {0,3}#{1,6}[ \t]++\S|^[ \t]*+\|?[ \t]*+:?-{2,}+:?[ \t]*+\|[-:| \t]*+$", re.MULTILINE)
_PAGE = re.compile(r"\s*(?:<!doctype\s+html|<html[\s>])", re.IGNORECASE)
_SAMPLE, _LEAST_THAI = 100_000, 0.3
_WIDEST_WRAP = 160
_FEW_LINES = 4
_SHORT = 0.6
_ALIKE = 5
_LONGEST_TITLE = 200


def read_text(path: Path) -> Reading:
    """The document in a text file: paragraphs, marked headings, lists and tables, each at its `line:N`; form feeds begin pages.

    A text that is a page of the web is read as one. Raises UnreadableFile: missing, empty, over 20 MB or 200,000 cells, no text, or in an encoding that cannot
    be told.
    """
    found = decode(read_bytes(path), path)
    if _PAGE.match(found.text):
        from prongsai.document.reading.html.read_html import read_html

        return read_html(path)
    try:
        lines = lines_of(found.text)
        blocks = _Scanner(lines, markdown=path.suffix.lower() in {".md", ".markdown"} or _MARKDOWN.search(found.text) is not None).blocks()
    except Beyond as error:
        raise refused(path, error.code, error.texts) from error
    language: Language = "th" if thai_ratio(found.text[:_SAMPLE]) >= _LEAST_THAI else "en"
    document = Document(_title(blocks), (Section(tuple(blocks)),), language, created=date.fromtimestamp(path.stat().st_mtime))
    return Reading(document, "text", lines[-1].page, found.quality, notes=found.notes)


class _Scanner:
    """Goes down the lines and takes what starts at each."""

    def __init__(self, lines: list[Line], *, markdown: bool) -> None:
        self._lines = lines
        self._markdown = markdown
        self._blocks: list[Block] = []
        self._tables = 0
        self._at = 0
        self._table_ends = table_ends(lines)
        self._looked: tuple[int, Found] = (-1, (None, 0))

    def blocks(self) -> list[Block]:
        while self._at < len(self._lines):
            if self._skips():
                self._at += 1
            elif not (self._table() or self._markup() or self._heading() or self._entries()):
                self._passage()
        return self._blocks

    def _skips(self) -> bool:
        text = self._lines[self._at].text
        return not text.strip() or _FENCE.fullmatch(text) is not None or _RULER.fullmatch(text) is not None

    def _table(self) -> bool:
        table, end = self._look()
        if table is None:
            return False
        self._tables += 1
        self._blocks.append(table)
        self._at = end
        return True

    def _look(self) -> Found:
        """The table at the line; looked for once, and not again in lines that are known to hold none."""
        start, (table, end) = self._looked
        if self._at != start and (table or self._at >= end):
            self._looked = self._at, find_table(self._lines, self._at, self._tables + 1)
        return self._looked[1]

    def _markup(self) -> bool:
        line = self._lines[self._at]
        if "<table" in line.text.lower():
            text, end = joined(self._lines, self._at, self._table_ends.get(self._at))
        elif BLOCK_TAG.match(line.text.lstrip()):
            text, end = whole_line(self._lines, self._at)
        else:
            return False
        blocks = blocks_of(text, Place(line.page, self._tables, anchor=f"line:{line.number}"))
        self._tables += sum(isinstance(block, Table) for block in blocks)
        self._blocks += blocks
        self._at = end
        return True

    def _heading(self) -> bool:
        line = self._lines[self._at]
        match = _HEADING.fullmatch(line.text)
        if match is None:
            return False
        marked = _CLOSING_MARKS.sub("", match[2].rstrip())
        text = " ".join(paragraph.text for paragraph in paragraphs_of(marked, line.place)).replace("\n", " ")
        if text:
            self._blocks.append(Heading(text, min(len(match[1]), 4), line.place))
        self._at += 1
        return True

    def _entries(self) -> bool:
        """Entries of a list; numbered ones only where they are marked up and count from one, else their number is part of the text."""
        line = self._lines[self._at]
        if bullet := _BULLET.match(line.text):
            self._entry(line, bullet, "bullet")
            return True
        numbered = self._numbered() if self._markdown else []
        for each, match in numbered:
            self._entry(each, match, "number")
        return bool(numbered)

    def _numbered(self) -> list[tuple[Line, re.Match[str]]]:
        found: list[tuple[Line, re.Match[str]]] = []
        for place in range(self._at, len(self._lines)):
            line = self._lines[place]
            match = _NUMBER.match(line.text)
            if match is None or int(match[2]) != len(found) + 1:
                break
            found.append((line, match))
        return found if len(found) > 1 else []

    def _entry(self, line: Line, match: re.Match[str], role: Role) -> None:
        level = min(len(match[1].expandtabs(4)) // 2, 3)
        for each in paragraphs_of(line.text[match.end() :], line.place):
            self._blocks.append(replace(each, role=role, level=level))
        self._at += 1

    def _passage(self) -> None:
        """The lines of running text up to what is none."""
        start = self._at
        text, self._at = whole_line(self._lines, start)
        parts = [(text, self._lines[start])]
        while self._at < len(self._lines) and not self._breaks():
            line = self._lines[self._at]
            text, self._at = whole_line(self._lines, self._at)
            parts.append((text, line))
        for group in _paragraphs(parts):
            joined = "\n".join(_unwrapped(each) for each, _ in group)
            self._blocks += paragraphs_of(joined, group[0][1].place)

    def _breaks(self) -> bool:
        """Whether something other than running text starts at the line."""
        text = self._lines[self._at].text
        if self._skips() or _HEADING.fullmatch(text) or _BULLET.match(text) or BLOCK_TAG.match(text.lstrip()) or "<table" in text.lower():
            return True
        return self._look()[0] is not None


def _paragraphs(parts: list[tuple[str, Line]]) -> list[list[tuple[str, Line]]]:
    """Which lines are one paragraph: those that a page's width or a hard break tore apart."""
    widths = [cluster_length(text.strip()) for text, _ in parts]
    widest = max(widths)
    groups = [[parts[0]]]
    for before, width, part in zip(parts, widths, parts[1:], strict=False):
        short = len(parts) > _FEW_LINES and width < _SHORT * widest
        hard = before[0].endswith(("  ", "\\"))
        if not hard and (widest > _WIDEST_WRAP or short or _starts_own(part[0], before[0])):
            groups.append([part])
        else:
            groups[-1].append(part)
    return groups


def _starts_own(text: str, before: str) -> bool:
    start = text.strip()[:_ALIKE]
    return _OWN_START.match(text) is not None or (len(start) == _ALIKE and before.strip().startswith(start))


def _unwrapped(text: str) -> str:
    return text.strip().removesuffix("\\").replace("\t", " ")


def _title(blocks: list[Block]) -> str:
    texts = (block.text for kind in (Heading, Paragraph) for block in blocks if isinstance(block, kind))
    return " ".join(next(texts, "").split())[:_LONGEST_TITLE]

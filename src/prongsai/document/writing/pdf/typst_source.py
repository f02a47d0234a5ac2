"""A document as Typst source; the look is in `report.typ` beside it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from prongsai.document.model import Block, Contents, Document, Figure, Heading, PageBreak, Paragraph, Section, Table
from prongsai.document.writing.pdf.typst_paragraphs import paragraphs
from prongsai.document.writing.pdf.typst_pictures import picture, pictures, seeds
from prongsai.document.writing.pdf.typst_table import Space, table_source
from prongsai.document.writing.pdf.typst_text import clean, literal, literals

# A4 less the margins of report.typ.
_PORTRAIT = Space(467.0, 712.0)
_LANDSCAPE = Space(714.0, 464.0)
_PLACE = "\x00"


@dataclass(frozen=True, slots=True)
class TypstSource:
    """The text of `main.typ` and the pictures that it names."""

    text: str
    files: Mapping[str, bytes]


def typst_source(document: Document) -> TypstSource:
    """The document as calls of the template, a block a line; every text is a string literal.

    A document without any block still has one empty page.
    """
    writer = _Writer(seeds(pictures(document)))
    sections: list[str] = []
    for index, section in enumerate(document.sections):
        sections += writer.section(section, after_cover=_after_cover(document, index))
    lines = ['#import "report.typ": *', f"#show: report.with({_options(document)})", "#{", *(sections or ['p("")']), "}"]
    return TypstSource("\n".join(lines), writer.files)


def _after_cover(document: Document, index: int) -> bool:
    return index > 0 and document.sections[index].kind == "body" and document.sections[index - 1].kind == "cover"


def _options(document: Document) -> str:
    before, place, after = document.page_label.format(_PLACE).partition(_PLACE)
    options = {
        "title": literal(document.title or " "),
        "author": literals([document.author] if document.author else []),
        "keywords": literals([document.subject] if document.subject else []),
        "subject": literal(document.subject) if document.subject else "none",
        "date": f"datetime(year:{document.created.year},month:{document.created.month},day:{document.created.day})",
        "lang": literal(document.language),
        "header": literal(document.header),
        "label": literals([before, after]) if place else "none",
        "thai": "true" if document.digits == "thai" else "false",
    }
    return ",".join(f"{name}:{value}" for name, value in options.items())


class _Writer:
    """Writes sections one after the other; remembers what stands first, the pictures and the level of the heading before."""

    def __init__(self, first: str) -> None:
        self._first = first
        self.files: dict[str, bytes] = {}
        self._level = 0

    def section(self, section: Section, *, after_cover: bool) -> Iterator[str]:
        flipped = f"flipped:{'true' if section.orientation == 'landscape' else 'false'}"
        space = _LANDSCAPE if section.orientation == "landscape" else _PORTRAIT
        restart = f"restart:{'true' if after_cover else 'false'}"
        yield f"cover({flipped},{{" if section.kind == "cover" else f"sheet({flipped},{restart},{{"
        if self._first:
            yield self._first
            self._first = ""
        yield from self._cover(section.blocks, space) if section.kind == "cover" else self._blocks(section.blocks, space)
        yield "})"

    def _cover(self, blocks: Sequence[Block], space: Space) -> Iterator[str]:
        """Titles, a rule, subtitles; from the first line of the cover on, everything stands lower."""
        titles = [block for block in blocks if _role(block) == "title"]
        lower = next((index for index, block in enumerate(blocks) if _role(block) == "cover"), len(blocks))
        for index, block in enumerate(blocks):
            if index == lower:
                yield "to-foot()"
            yield from self._blocks([block], space)
            if titles and block is titles[-1]:
                yield "under-name()"
        if lower == len(blocks):
            yield "to-foot()"

    def _blocks(self, blocks: Sequence[Block], space: Space) -> Iterator[str]:
        for texts, group in groupby(blocks, lambda block: isinstance(block, Paragraph)):
            if texts:
                yield from paragraphs([block for block in group if isinstance(block, Paragraph)])
            else:
                yield from (self._block(block, space) for block in group)

    def _block(self, block: Block, space: Space) -> str:
        match block:
            case Heading():
                return self._heading(block)
            case Table():
                return table_source(block, space)
            case Figure():
                return self._picture(block)
            case Contents():
                self._level = max(self._level, 1) if block.title else self._level
                return f"contents({literal(block.title)},{max(block.depth, 1)})"
            case Paragraph():
                return next(paragraphs([block]))
            case PageBreak():
                return "pagebreak(weak:true)"

    def _heading(self, heading: Heading) -> str:
        """The heading at a level that follows on the one before, as PDF/UA asks; nothing for an empty one, which it forbids."""
        if not clean(heading.text).strip():
            return ""
        self._level = min(max(heading.level, 1), self._level + 1)
        return f"h({self._level},{literal(heading.text)})"

    def _picture(self, figure: Figure) -> str:
        name = f"figure-{len(self.files) + 1}.svg"
        self.files[name] = picture(figure.svg).encode()
        share = min(max(figure.width, 0.05), 1.0)
        return f"picture({literal(name)},{literal(figure.alt or figure.caption or ' ')},{literal(figure.caption)},{share:.3f})"


def _role(block: Block) -> str:
    return block.role if isinstance(block, Paragraph) else ""

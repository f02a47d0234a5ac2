"""Headers, footers and notes of a Word file: what stands outside its text, each once."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from lxml import etree

from prongsai.document.model import Paragraph
from prongsai.document.reading.word.names import RELATION, switch, tag, value
from prongsai.document.reading.word.package import WordPackage
from prongsai.document.reading.word.story import Shared, Story, flattened

_REFERENCES = (tag("headerReference"), tag("footerReference"))
_NOTES = {"footnotes": tag("footnote"), "endnotes": tag("endnote")}


def read_margins(package: WordPackage, body: etree._Element, shared: Shared) -> tuple[Paragraph, ...]:
    """The paragraphs of the headers and footers that are printed, then those of the notes."""
    found: dict[str, Paragraph] = {}
    for name, roots in (*_edges(package, body), *_notes(package)):
        for paragraph in _read(package, name, roots, shared):
            found.setdefault(paragraph.text.strip(), paragraph)
    return tuple(found.values())


def _read(package: WordPackage, name: str, parts: list[etree._Element], shared: Shared) -> Iterator[Paragraph]:
    if parts:
        story = Story(PurePosixPath(name).stem, parts[0].getroottree().getroot(), shared, relations=package.relations(name))
        for part in parts:
            yield from flattened(story.blocks(part))


def _edges(package: WordPackage, body: etree._Element) -> Iterator[tuple[str, list[etree._Element]]]:
    """Headers and footers in use: of the first page only where a section wants one, of even pages only where the document does."""
    relations = package.relations(package.main)
    even = switch(package.related("settings"), "evenAndOddHeaders") is True
    seen: set[str] = set()
    for section in body.iter(tag("sectPr")):
        first = switch(section, "titlePg") is True
        for reference in section.iterchildren(*_REFERENCES):
            kind = value(reference, "type")
            relation = relations.get(reference.get(RELATION, ""))
            if relation is None or relation.target in seen or (kind == "first" and not first) or (kind == "even" and not even):
                continue
            seen.add(relation.target)
            root = package.tree(relation.target)
            if root is not None:
                yield relation.target, [root]


def _notes(package: WordPackage) -> Iterator[tuple[str, list[etree._Element]]]:
    """Footnotes and endnotes; those with a type are the lines between them and the text."""
    for relation in package.relations(package.main).values():
        root = package.tree(relation.target) if relation.kind in _NOTES else None
        if root is not None:
            yield relation.target, [note for note in root.findall(_NOTES[relation.kind]) if value(note, "type") in (None, "normal")]

"""A Word file with remarks as Word's own comments at their paragraphs; everything else in it stays as it was."""

import posixpath
import shutil
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from lxml import etree

from prongsai.document.comment import Comment
from prongsai.document.reading.word.package import WordPackage, broken, open_word
from prongsai.document.safe import printable
from prongsai.files import whole_file

_AUTHOR, _INITIALS = "Prongsai", "PS"
# Every Windows and macOS with Office has this font, with Thai letters.
_FONT, _HALF_POINTS = "Tahoma", "20"
_TYPES = "[Content_Types].xml"
_OVERRIDE = "{http://schemas.openxmlformats.org/package/2006/content-types}Override"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_RELATIONS = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_USUAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
_OUTSIDE = {"header": "ที่หัวกระดาษ", "footer": "ที่ท้ายกระดาษ", "footnotes": "ที่เชิงอรรถ", "endnotes": "ที่หมายเหตุท้ายเรื่อง"}
_WHOLE = "ทั้งเอกสาร"


def comment_docx(source: Path, target: Path, comments: Sequence[Comment]) -> None:
    """Write `source` with the comments to `target`, which may be the same file; the same input gives the same bytes.

    Comments on headers, footers, notes and the whole document hang on the first paragraph of the text and say so.
    Raises UnreadableFile for what is no Word file and OutputError where `target` cannot be written.
    """
    with open_word(source) as package:
        changed = _changed_parts(package, comments) if comments else {}
        with whole_file(target) as scratch, zipfile.ZipFile(scratch, "w", zipfile.ZIP_DEFLATED) as new:
            _copy(package, new, changed)


def _changed_parts(package: WordPackage, comments: Sequence[Comment]) -> dict[str, bytes]:
    """The parts that differ, by name."""
    root = package.original(package.main)
    names = _Names(str(etree.QName(root).namespace))
    found = [each.target for each in package.relations(package.main).values() if each.kind == "comments" and package.has(each.target)]
    remarks = package.original(found[0]) if found else etree.Element(names.of("comments"), nsmap={"w": names.space})
    paper = _Paper(package, root, names)
    for number, comment in enumerate(comments, _first_free(remarks, names)):
        paragraph, place = paper.find(comment.anchor)
        _mark(paragraph, str(number), names)
        remarks.append(_remark(f"({place}) {comment.text}" if place else comment.text, str(number), names))
    name = found[0] if found else _free_name(package)
    changed = {package.main: root, name: remarks, **({} if found else _registered(package, names, name))}
    return {name: _bytes(part) for name, part in changed.items()}


class _Names:
    """Names of the main namespace, which a strict file calls differently."""

    def __init__(self, space: str) -> None:
        self.space = space

    def of(self, name: str) -> str:
        return f"{{{self.space}}}{name}"

    def element(self, name: str, *children: etree._Element, **attributes: str) -> etree._Element:
        element = etree.Element(self.of(name))
        for key, value in attributes.items():
            element.set(self.of(key), value)
        element.extend(children)
        return element


class _Paper:
    """Finds the paragraphs of the text by their anchors."""

    def __init__(self, package: WordPackage, root: etree._Element, names: _Names) -> None:
        body = root.find(names.of("body"))
        if body is None:
            raise broken(package.path)
        self._names = names
        self._paragraphs = list(body.iter(names.of("p")))
        if not self._paragraphs:
            self._paragraphs = [names.element("p")]
            body.insert(0, self._paragraphs[0])

    def find(self, anchor: str) -> tuple[etree._Element, str]:
        """The paragraph to hang a comment on, and where it belongs if not there; no comment may stand inside a text box."""
        part, _, count = anchor.partition(":")
        if part == "body" and count.isascii() and count.isdigit() and 0 < int(count) <= len(self._paragraphs):
            paragraph = self._paragraphs[int(count) - 1]
            return next(reversed(list(paragraph.iterancestors(self._names.of("p")))), paragraph), ""
        return self._paragraphs[0], next((words for name, words in _OUTSIDE.items() if part.startswith(name)), _WHOLE)


def _mark(paragraph: etree._Element, number: str, names: _Names) -> None:
    """Lay the range of a comment around the whole paragraph."""
    first = 1 if len(paragraph) and paragraph[0].tag == names.of("pPr") else 0
    paragraph.insert(first, names.element("commentRangeStart", id=number))
    paragraph.append(names.element("commentRangeEnd", id=number))
    paragraph.append(names.element("r", names.element("commentReference", id=number)))


def _remark(text: str, number: str, names: _Names) -> etree._Element:
    comment = names.element("comment", id=number, author=_AUTHOR, initials=_INITIALS)
    for line in printable(text).splitlines() or [""]:
        words = names.element("t")
        words.text = line
        words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        reference = [] if len(comment) else [names.element("r", names.element("annotationRef"))]
        comment.append(names.element("p", *reference, names.element("r", _look(names), words)))
    return comment


def _look(names: _Names) -> etree._Element:
    """Thai takes its font and size from what Word calls complex script."""
    return names.element(
        "rPr",
        names.element("rFonts", ascii=_FONT, hAnsi=_FONT, cs=_FONT),
        names.element("sz", val=_HALF_POINTS),
        names.element("szCs", val=_HALF_POINTS),
        names.element("lang", bidi="th-TH"),
    )


def _first_free(remarks: etree._Element, names: _Names) -> int:
    numbers = [each.get(names.of("id"), "") for each in remarks.iter(names.of("comment"))]
    return max((int(number) for number in numbers if number.isascii() and number.isdigit() and len(number) < 9), default=-1) + 1


def _free_name(package: WordPackage) -> str:
    folder = posixpath.dirname(package.main)
    names = (posixpath.join(folder, f"comments{number or ''}.xml") for number in range(10_000))
    return next(name for name in names if not package.has(name))


def _registered(package: WordPackage, names: _Names, added: str) -> dict[str, etree._Element]:
    """The list of content types and the relations of the text, with the new part in them."""
    folder, base = posixpath.split(package.main)
    name = posixpath.join(folder, "_rels", f"{base}.rels")
    relations = package.original(name) if package.has(name) else etree.fromstring(_RELATIONS)
    used = {each.get("Id") for each in relations.iter(_RELATION)}
    free = next(key for number in range(len(used) + 1) if (key := f"rIdRemarks{number or ''}") not in used)
    kind = _STRICT if names.space.startswith("http://purl.oclc.org/") else _USUAL
    etree.SubElement(relations, _RELATION, Id=free, Type=kind, Target=posixpath.basename(added))
    types = package.original(_TYPES)
    etree.SubElement(types, _OVERRIDE, PartName=f"/{added}", ContentType=_CONTENT_TYPE)
    return {_TYPES: types, name: relations}


def _bytes(root: etree._Element) -> bytes:
    return bytes(etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True))


def _copy(package: WordPackage, new: zipfile.ZipFile, changed: Mapping[str, bytes]) -> None:
    """Every part in its order, then the new ones."""
    for part in package.parts():
        with package.open(part) as old, new.open(_fresh(part), "w") as copy:
            if part.filename in changed:
                copy.write(changed[part.filename])
            else:
                shutil.copyfileobj(old, copy)
    for name, data in changed.items():
        if not package.has(name):
            new.writestr(_fresh(zipfile.ZipInfo(name)), data)


def _fresh(part: zipfile.ZipInfo) -> zipfile.ZipInfo:
    """The entry of a part without what the old file says about its length."""
    fresh = zipfile.ZipInfo(part.filename, part.date_time)
    fresh.compress_type = zipfile.ZIP_STORED if part.compress_type == zipfile.ZIP_STORED and part.file_size else zipfile.ZIP_DEFLATED
    fresh.create_system = 0
    return fresh

"""The parts of a Word package as XML trees, read with care."""

import posixpath
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, NamedTuple

from lxml import etree

from prongsai.document.archive import LARGEST, PACKAGE_FAULTS, WITH_PICTURES, check_package
from prongsai.document.reading.word.names import transitional
from prongsai.errors import Problem, UnreadableFile
from prongsai.words import Words

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


class Relation(NamedTuple):
    """What a part refers to: the last word of the kind, the part's name or an outside address."""

    kind: str
    target: str
    outside: bool


class WordPackage:
    """The parts of one file that passed `check_package`; `main` names the part with the text."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._zip = zipfile.ZipFile(path)
        self._names = set(self._zip.namelist())
        starts = [each.target for each in self.relations("").values() if each.kind == "officeDocument"]
        self.main = starts[0] if starts else "word/document.xml"

    def close(self) -> None:
        """Let go of the file."""
        self._zip.close()

    def has(self, name: str) -> bool:
        """Whether the package holds the part."""
        return name in self._names

    def data(self, name: str) -> bytes:
        """The bytes of a part."""
        if self._zip.getinfo(name).file_size > LARGEST:
            raise refused(self.path, "file-too-large", _LARGE)
        return self._zip.read(name)

    def tree(self, name: str) -> etree._Element | None:
        """The root of a part in the usual namespaces, None where the package does not hold it."""
        return parse_part(transitional(self.data(name)), self.path) if name in self._names else None

    def original(self, name: str) -> etree._Element:
        """The root of a part with all that stands in it, to be written back."""
        return parse_part(self.data(name), self.path, whole=True)

    def parts(self) -> tuple[zipfile.ZipInfo, ...]:
        """The entries of all parts; of two with one name the later counts."""
        return tuple({part.filename: part for part in self._zip.infolist()}.values())

    def open(self, part: zipfile.ZipInfo) -> IO[bytes]:
        """A part as it stands in the file, unpacked."""
        return self._zip.open(part)

    def relations(self, name: str) -> dict[str, Relation]:
        """What a part refers to, by key; the package itself has the name ""."""
        folder, base = posixpath.split(name)
        root = self.tree(posixpath.join(folder, "_rels", f"{base}.rels"))
        found = root.iter(_RELATION) if root is not None else ()
        return {each.get("Id", ""): _relation(each, folder) for each in found}

    def related(self, kind: str) -> etree._Element | None:
        """The root of the part of a kind that the main part refers to."""
        names = [each.target for each in self.relations(self.main).values() if each.kind == kind and not each.outside]
        return self.tree(names[0]) if names else None


@contextmanager
def open_word(path: Path) -> Iterator[WordPackage]:
    """The package of a Word file; whatever is wrong with it while it is read ends in UnreadableFile."""
    check_package(path, member="[Content_Types].xml", most=WITH_PICTURES)
    package = None
    try:
        package = WordPackage(path)
        if not package.has(package.main):
            raise refused(path, "wrong-kind", _OTHER)
        yield package
    except RecursionError as error:
        raise refused(path, "too-deep", _DEEP) from error
    except PACKAGE_FAULTS as error:
        raise broken(path) from error
    finally:
        if package is not None:
            package.close()


def parse_part(data: bytes, path: Path, *, whole: bool = False) -> etree._Element:
    """The root of an XML part, with comments and instructions if `whole`; raises UnreadableFile where it is broken, nests too deep or declares entities."""
    try:
        root = etree.fromstring(
            data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, remove_comments=not whole, remove_pis=not whole)
        )
    except etree.XMLSyntaxError as error:
        raise refused(path, *(("too-deep", _DEEP) if "depth" in str(error) else ("broken-file", _BROKEN))) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise refused(path, "xml-entities", _ENTITIES)
    return root


def refused(path: Path, code: str, texts: tuple[Words, Words]) -> UnreadableFile:
    """The error for a file that cannot be read."""
    return UnreadableFile(Problem(code, texts[0], path.name, mend=texts[1]))


def broken(path: Path) -> UnreadableFile:
    """The error for a file whose parts do not make a document."""
    return refused(path, "broken-file", _BROKEN)


def _relation(element: etree._Element, folder: str) -> Relation:
    target = element.get("Target", "")
    outside = element.get("TargetMode") == "External"
    if not outside:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return Relation(element.get("Type", "").rpartition("/")[2], target, outside)


_RESAVE = Words("เปิดด้วย Word หรือ LibreOffice แล้วบันทึกใหม่เป็น .docx", "open it in Word or LibreOffice and save it again as .docx")
_BROKEN = (Words("ไฟล์ Word เสียหาย อ่านไม่ได้", "the Word file is broken and cannot be read"), _RESAVE)
_OTHER = (Words("ไฟล์ไม่ใช่เอกสาร Word (.docx)", "the file is no Word document (.docx)"), _RESAVE)
_DEEP = (Words("โครงสร้างในไฟล์ Word ซ้อนกันลึกเกินไป", "the contents of the Word file are nested too deep"), _RESAVE)
_ENTITIES = (Words("ไฟล์มีคำสั่ง XML ที่ไม่ปลอดภัย", "the file holds unsafe XML declarations"), _RESAVE)
_LARGE = (
    Words("ข้อความในไฟล์ Word มากเกินไป", "the Word file holds too much text"),
    Words("แบ่งเอกสารเป็นหลายไฟล์", "split the document into several files"),
)

"""The Word file around the text: settings, embedded font, properties, the same bytes for the same document."""

import io
from datetime import datetime, time

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from lxml import etree

from prongsai.document.archive import steady_zip
from prongsai.document.model import Document
from prongsai.document.safe import printable
from prongsai.document.writing.fonts import FALLBACK, FAMILY, Weight, font_data
from prongsai.document.writing.word.elements import linked, w
from prongsai.document.writing.word.styles import styles

_OBFUSCATED = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
# Any key will do: it only hides the font from casual copying, and Sarabun's licence lets anyone copy it.
_KEYS: dict[Weight, str] = {"regular": "5A2A6F10-0B6E-4C11-9D3A-6A1F0C5E7A01", "bold": "5A2A6F10-0B6E-4C11-9D3A-6A1F0C5E7A02"}
_KEPT = {
    RELATIONSHIP_TYPE.CORE_PROPERTIES,
    RELATIONSHIP_TYPE.NUMBERING,
    RELATIONSHIP_TYPE.OFFICE_DOCUMENT,
    RELATIONSHIP_TYPE.SETTINGS,
    RELATIONSHIP_TYPE.STYLES,
}
_COMPATIBILITY = {
    "compatibilityMode": 15,
    "overrideTableStyleFontSizeAndJustification": 1,
    "enableOpenTypeFeatures": 1,
    "doNotFlipMirrorIndents": 1,
}


def new_package(document: Document) -> WordDocument:
    """An empty Word document with our styles, settings, font and properties, and nothing of the library's template."""
    package = docx.Document()
    part = package.part
    for relations in (part.rels, part.package.rels):
        for key in [key for key, value in relations.items() if value.reltype not in _KEPT]:
            del relations[key]
    _refill(package.styles.element, styles(document.language))
    _refill(package.settings.element, _settings())
    _refill(package.element.body, [])
    _embed_font(part)
    _describe(package, document)
    return package


def package_bytes(package: WordDocument, document: Document) -> bytes:
    """The finished file."""
    target = io.BytesIO()
    package.save(target)
    return steady_zip(target.getvalue(), document.created)


def _refill(root: etree._Element, children: list[etree._Element]) -> None:
    for child in list(root):
        root.remove(child)
    root.extend(children)


def _settings() -> list[etree._Element]:
    address = "http://schemas.microsoft.com/office/word"
    compatibility = w("compat", *(w("compatSetting", name=name, uri=address, val=value) for name, value in _COMPATIBILITY.items()))
    return [
        w("zoom", percent=100),
        w("embedTrueTypeFonts"),
        w("defaultTabStop", val=720),
        w("characterSpacingControl", val="doNotCompress"),
        compatibility,
        w("themeFontLang", val="en-US", bidi="th-TH"),
        w("decimalSymbol", val="."),
        w("listSeparator", val=","),
    ]


def _embed_font(part: Part) -> None:
    """Carry Sarabun along, so that the document looks alike where it is not installed; its stand-in is TH Sarabun New."""
    entry = w("font", w("altName", val=FALLBACK), w("charset", val="DE"), w("family", val="auto"), w("pitch", val="variable"), name=FAMILY)
    table = XmlPart(PackURI("/word/fontTable.xml"), CONTENT_TYPE.WML_FONT_TABLE, w("fonts", entry), part.package)
    part.relate_to(table, RELATIONSHIP_TYPE.FONT_TABLE)
    for number, weight in enumerate(_KEYS, 1):
        font = Part(PackURI(f"/word/fonts/font{number}.odttf"), _OBFUSCATED, _hide(font_data(weight), _KEYS[weight]), part.package)
        relation = table.relate_to(font, RELATIONSHIP_TYPE.FONT)
        entry.append(linked(f"embed{weight.capitalize()}", relation=relation, fontKey=f"{{{_KEYS[weight]}}}"))


def _hide(font: bytes, key: str) -> bytes:
    """The font as ECMA-376 part 4 wants it embedded: its first 32 bytes mixed with the key, last byte of the key first."""
    mask = bytes.fromhex(key.replace("-", ""))[::-1] * 2
    return bytes(byte ^ other for byte, other in zip(font[:32], mask, strict=True)) + font[32:]


def _describe(package: WordDocument, document: Document) -> None:
    properties = package.core_properties
    moment = datetime.combine(document.created, time())
    properties.title = printable(document.title)[:255]
    properties.author = properties.last_modified_by = printable(document.author)[:255]
    properties.subject = printable(document.subject)[:255]
    properties.language = "th-TH" if document.language == "th" else "en-GB"
    properties.created = properties.modified = moment
    properties.revision = 1
    properties.comments = properties.keywords = ""

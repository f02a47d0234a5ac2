"""Word files written by hand, part by part, as other programs write them."""

import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from prongsai.document.model import Block, Heading, Paragraph, Reading, Table
from prongsai.document.reading.word.names import MAIN, RELATIONS
from prongsai.document.reading.word.read_docx import read_docx

_SPACES = {
    "w": MAIN,
    "r": RELATIONS,
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
}
_DECLARED = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in _SPACES.items())
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KINDS = {"styles": "styles", "numbering": "numbering", "settings": "settings", "comments": "comments", "footnotes": "footnotes"}
Parts = Mapping[str, str]


def word_file(folder: Path, body: str, parts: Parts | None = None, *, strict: bool = False, name: str = "เอกสาร.docx") -> Path:
    """A file with this in its body; `parts` are the contents of further parts by their bare names, such as styles or header1."""
    parts = parts or {}
    relations = "".join(_relation(each) for each in parts)
    files = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="{_PACKAGE}.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{"".join(_type(each) for each in ("document", *parts))}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="a" Type="{RELATIONS}/officeDocument" Target="word/document.xml"/>'
        "</Relationships>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}'
        f'<Relationship Id="link" Type="{RELATIONS}/hyperlink" Target="https://example.go.th/ita" TargetMode="External"/></Relationships>',
        "word/document.xml": f"<w:document {_DECLARED}><w:body>{body}</w:body></w:document>",
        **{f"word/{each}.xml": _root(each, content) for each, content in parts.items()},
    }
    path = folder / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for part, content in files.items():
            package.writestr(part, _as_strict(content) if strict else content)
    return path


def read_body(folder: Path, body: str, parts: Parts | None = None, *, strict: bool = False) -> Reading:
    return read_docx(word_file(folder, body, parts, strict=strict))


def p(*runs: str, properties: str = "") -> str:
    """A paragraph; a run that is no element is plain text."""
    inner = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r>{f"<w:rPr>{properties}</w:rPr>" if properties else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'


def listed(text: str, number: int = 1, level: int = 0) -> str:
    return p(text, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def tbl(*rows: str, columns: int = 2) -> str:
    grid = '<w:gridCol w:w="100"/>' * columns
    return f"<w:tbl><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def tr(*cells: str, properties: str = "") -> str:
    inner = "".join(cell if cell.startswith("<w:") else tc(cell) for cell in cells)
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{inner}</w:tr>"


def tc(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{text if text.startswith('<') else p(text)}</w:tc>"


def field(instruction: str, result: str) -> str:
    character = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return (
        character.format("begin") + f"<w:r><w:instrText> {instruction} </w:instrText></w:r>" + character.format("separate") + result + character.format("end")
    )


def texts(reading: Reading) -> list[str]:
    """What the blocks say, in their order."""
    return list(_texts(block for section in reading.document.sections for block in section.blocks))


def tables(reading: Reading) -> list[Table]:
    return [block for section in reading.document.sections for block in section.blocks if isinstance(block, Table)]


def _texts(blocks: Iterable[Block]) -> Iterable[str]:
    for block in blocks:
        if isinstance(block, Heading | Paragraph):
            yield block.text
        elif isinstance(block, Table):
            yield "\n".join(" | ".join(cell.text for cell in row) for row in (*block.head, *block.rows))


def _type(name: str) -> str:
    kind = "document.main" if name == "document" else name.rstrip("0123456789")
    return f'<Override PartName="/word/{name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"/>'


def _relation(name: str) -> str:
    kind = _KINDS.get(name) or name.rstrip("0123456789")
    return f'<Relationship Id="{name}" Type="{RELATIONS}/{kind}" Target="{name}.xml"/>'


def _root(name: str, content: str) -> str:
    root = {"header": "hdr", "footer": "ftr"}.get(name.rstrip("0123456789"), name)
    return f"<w:{root} {_DECLARED}>{content}</w:{root}>"


def _as_strict(content: str) -> str:
    return content.replace(MAIN, "http://purl.oclc.org/ooxml/wordprocessingml/main").replace(
        RELATIONS, "http://purl.oclc.org/ooxml/officeDocument/relationships"
    )

"""Thai that can be copied and searched: the text behind the glyphs of a PDF from Typst, mended.

Typst 0.15 gives every glyph of a Thai syllable the text of the whole syllable (typst issue 8767, krilla issue 411), so that most readers
see ทั้ twice or thrice. Here each Thai glyph gets its own character, and the replacement texts that become needless go. Places to break
that were put into addresses go, too.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache, partial
from struct import unpack_from

from prongsai.document.writing.pdf.typst_objects import join, rewritten, split, unpacked

_REFERENCE = r"%s\s*\[?(\d+) 0 R"
_UNICODE_MAP = re.compile((_REFERENCE % "/ToUnicode").encode())
_DESCENDANT = re.compile((_REFERENCE % "/DescendantFonts").encode())
_DESCRIPTOR = re.compile((_REFERENCE % "/FontDescriptor").encode())
_FONT_FILE = re.compile((_REFERENCE % "/FontFile2").encode())
_CONTENTS = re.compile((_REFERENCE % "/Contents").encode())
_ENTRY = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]+)>")
# A Thai letter by itself: its glyph already says what it is.
_LETTER = re.compile(rb"/Span<</ActualText<FEFF0E(?!33)[0-9A-F]{2}>>>BDC(.*?T[jJ])\nEMC", re.DOTALL)
_REPLACEMENT = re.compile(rb"/Span<</ActualText<FEFF([0-9A-F]*)>>>BDC(.*?Tm)(.*?T[jJ])\nEMC", re.DOTALL)
_EMPTY = re.compile(rb"/Span<</ActualText\(\)>>BDC(.*?T[jJ])\nEMC", re.DOTALL)
_SEEDS = re.compile(rb"/Artifact BMC\n(?:q [^\n]*/c\d+ cs 0\.996\d* 0\.992\d* 0\.984\d* scn\nBT.*?\nET\nQ\n)+EMC", re.DOTALL)
_THAI_NAME = re.compile(r"uni((?:0E[0-9A-F]{2})+)(?:\.\w+)?")
_THAI_BY_NAME = {"yoYingthai": "ญ", "doChadathai": "ฎ", "toPatakthai": "ฏ", "thoThanthai": "ฐ", "loChulathai": "ฬ"}
_STANDARD_NAMES = 258
_SARA_AM, _NIKHAHIT = "\u0e33", "\u0e4d"
_THAI = re.compile("[\u0e00-\u0e7f]+")
_TONES = re.compile("[\u0e48-\u0e4b]")
_STRING = re.compile(rb"\(((?:\\.|[^\\)])*)\)", re.DOTALL)
_ESCAPED = re.compile(rb"\\(?:[0-7]{1,3}|.)", re.DOTALL)
_HEX_STRING = re.compile(rb"<([0-9A-Fa-f]+)>")
_STRAY_MARKS = re.compile("(?<=[^\u0e00-\u0e7f])[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]+")


def mended_text_layer(pdf: bytes) -> bytes:
    """The same pages with the right text behind them; `pdf` is a file as Typst writes it, with one plain table of objects."""
    file = split(pdf)
    changed = dict(_mended_maps(file.objects)) | dict(_mended_pages(file.objects))
    return join(replace(file, objects={**file.objects, **changed}))


def _mended_maps(objects: Mapping[int, bytes]) -> Iterator[tuple[int, bytes]]:
    for font in objects.values():
        unicode_map = _UNICODE_MAP.search(font) if b"/Type0" in font else None
        if unicode_map:
            names = _glyph_names(objects, font)
            number = int(unicode_map.group(1))
            yield number, rewritten(objects[number], partial(_ENTRY.sub, partial(_mended_entry, names)))


def _mended_entry(names: Mapping[int, str], entry: re.Match[bytes]) -> bytes:
    name = names.get(int(entry[1], 16), "")
    text = _thai(name) or _STRAY_MARKS.sub("", _plain(_decoded(entry[2]))) or "\u200b"
    return b"<%s> <%s>" % (entry[1], _encoded(text))


def _thai(name: str) -> str:
    """The characters of a Thai glyph by its name; a joined nikhahit goes last, next to the sara aa that it makes a sara am with."""
    found = _THAI_NAME.fullmatch(name)
    if found is None:
        return _THAI_BY_NAME.get(name.partition(".")[0], "")
    text = bytes.fromhex(found.group(1)).decode("utf-16-be")
    return text.replace(_NIKHAHIT, "") + _NIKHAHIT if _NIKHAHIT in text else text


def _glyph_names(objects: Mapping[int, bytes], font: bytes) -> dict[int, str]:
    """Names by glyph of the TrueType file behind a font; none for a font of another kind."""
    content = font
    for link in (_DESCENDANT, _DESCRIPTOR, _FONT_FILE):
        found = link.search(content)
        if found is None:
            return {}
        content = objects[int(found.group(1))]
    return _post_names(unpacked(content))


def _post_names(font: bytes) -> dict[int, str]:
    """Names from a `post` table of version 2, but for the 258 standard ones, none of which is Thai."""
    tables = {font[at : at + 4]: unpack_from(">LL", font, at + 8) for at in range(12, 12 + 16 * unpack_from(">H", font, 4)[0], 16)}
    start, length = tables.get(b"post", (0, 0))
    if length < 34 or font[start : start + 4] != b"\0\2\0\0":
        return {}
    count = unpack_from(">H", font, start + 32)[0]
    indices = unpack_from(f">{count}H", font, start + 34)
    strings: list[str] = []
    at = start + 34 + 2 * count
    while at < start + length:
        strings.append(font[at + 1 : at + 1 + font[at]].decode("latin-1"))
        at += 1 + font[at]
    return {glyph: strings[index - _STANDARD_NAMES] for glyph, index in enumerate(indices) if 0 <= index - _STANDARD_NAMES < len(strings)}


def _mended_pages(objects: Mapping[int, bytes]) -> Iterator[tuple[int, bytes]]:
    pages = {int(found.group(1)) for content in objects.values() if (found := _CONTENTS.search(content[:4000]))}
    forms = {number for number, content in objects.items() if b"/Subtype/Form" in content[:4000]}
    for number in sorted(pages | forms):
        yield number, rewritten(objects[number], _mended_page)


def _mended_page(data: bytes) -> bytes:
    if b" 0.996" in data:
        data = _SEEDS.sub(b"\n", data)
    if b"/ActualText()" in data:
        data = _EMPTY.sub(rb"\1", data)
    return _REPLACEMENT.sub(_mended_replacement, _LETTER.sub(rb"\1", data))


def _mended_replacement(found: re.Match[bytes]) -> bytes:
    code, place, shown = found.groups()
    kept = _kept_replacement(code, shown)
    return b"/Span<</ActualText<FEFF%s>>>BDC%s%s\nEMC" % (kept, place, shown) if kept else place + shown


@lru_cache(maxsize=16384)
def _kept_replacement(code: bytes, shown: bytes) -> bytes:
    """A whole syllable keeps its text, which some readers need for the order of its marks; a part of one must not claim the whole."""
    kept, expected = _replacement(code)
    return b"" if expected and (expected == 1 or _glyph_count(shown) != expected) else kept


@lru_cache(maxsize=8192)
def _replacement(code: bytes) -> tuple[bytes, int]:
    """The text to stand there, as hexadecimal code units, and of how many glyphs a Thai syllable is drawn (0 for other text).

    A glyph a character; sara am is drawn as two, the first of which joins a tone mark before it.
    """
    text = _plain(_decoded(code))
    expected = len(text) + (_SARA_AM in text and not _TONES.search(text)) if _THAI.fullmatch(text) else 0
    return _encoded(text), expected


def _glyph_count(shown: bytes) -> int:
    """How many glyphs, of two bytes each, the strings of a show operator hold."""
    plain = sum(len(_ESCAPED.sub(b"x", string)) for string in _STRING.findall(shown))
    return plain // 2 + sum(len(string) for string in _HEX_STRING.findall(shown)) // 4


def _plain(text: str) -> str:
    return text.replace("\u200b", "").replace("\u00a0", " ")


def _decoded(code: bytes) -> str:
    return bytes.fromhex(code.decode()).decode("utf-16-be")


def _encoded(text: str) -> bytes:
    return text.encode("utf-16-be").hex().upper().encode()

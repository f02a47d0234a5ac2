"""Marks inside a line of text: tags and entities of the web, bold, italics and links of Markdown."""

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape

from prongsai.document.model import Block, Cell, Heading, Paragraph, Place, Run, Table
from prongsai.document.reading.html.flow import Flow
from prongsai.document.reading.html.tree import tree_of
from prongsai.document.reading.text_decoding import visible
from prongsai.document.reading.text_runs import tidy
from prongsai.document.safe import safe_link

_NAMES = (
    "a|abbr|article|b|big|blockquote|body|br|caption|center|code|col|colgroup|dd|del|details|div|dl|dt|em|figcaption|figure|font|footer|h[1-6]|header|hr|html|i|img"
    "|input|ins|kbd|label|li|main|mark|ol|p|page_number|pre|s|section|signature|small|span|strike|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|tr|tt|u|ul|watermark"
)
TAG = re.compile(rf"<(/?)({_NAMES})(?=[\s/>])((?:[^<>\"']|\"[^\"<>]*\"|'[^'<>]*')*?)(/?)>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});", re.IGNORECASE)
_LONE_AND = re.compile(r"&(?!(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});)", re.IGNORECASE)
_MARK = re.compile(
    r"(?P<image>!\[[^\[\]\n]{0,300}\]\([^()\s]{1,2000}\))"
    r"|\[(?P<text>[^\[\]\n]{1,500})\]\((?P<href>[^()\s]{1,2000})\)"
    r"|\*{2,3}(?P<bold>(?=[^\s*])[^*\n]{0,2000}[^\s*])\*{2,3}"
    r"|(?<![\w*\\])\*(?P<italic>(?=[^\s*])[^*\n]{0,2000}[^\s*])\*(?![\w*])"
    r"|(?<!`)`(?P<code>[^`\n]{1,500})`(?!`)"
    r"|\\(?P<sign>[*_#|\[\]`~<>])"
)
BLOCK_TAG = re.compile(r"</?(?:p|div|ul|ol|li|h[1-6]|table|tr|td|th|hr|dl|dt|dd|blockquote|pre|figure|section)[\s/>]", re.IGNORECASE)


def has_tags(text: str) -> bool:
    """Whether the text holds tags of the web, not only signs that look like them."""
    return "<" in text and TAG.search(text) is not None


def blocks_of(text: str, place: Place) -> tuple[Block, ...]:
    """A piece of text with tags as blocks; tables are counted on from `place.table`, and all stands at `place.anchor`."""
    markup = _only_tags(text)
    if not BLOCK_TAG.search(markup):
        markup = markup.replace("\n", "<br>")
    root = tree_of(f"<html><body>{markup}</body></html>")
    flow = Flow(place)
    if root is not None:
        flow.walk(root, lambda element: False)
    return tuple(_marked_block(block) for block in flow.blocks)


def paragraphs_of(text: str, place: Place) -> tuple[Paragraph, ...]:
    """A cell or a passage as paragraphs at that place; a line break stays one inside its paragraph, unless tags say otherwise."""
    if has_tags(text):
        inside = Place(place.page, anchor=place.anchor)
        return tuple(placed for block in blocks_of(text, inside) for placed in _flat(block, place))
    runs = tidy(_marked(Run(plain_text(text))))
    return (Paragraph(runs, place=place),) if runs else ()


def plain_text(text: str) -> str:
    """The text with its entities as the signs they stand for."""
    return visible(_ENTITY.sub(lambda match: unescape(match[0]), text)) if "&" in text else text


def _only_tags(text: str) -> str:
    """Markup in which every sign that belongs to no tag is escaped."""
    parts: list[str] = []
    end = 0
    for match in TAG.finditer(text):
        parts += [_escaped(text[end : match.start()]), match[0]]
        end = match.end()
    return "".join([*parts, _escaped(text[end:])])


def _escaped(text: str) -> str:
    return _LONE_AND.sub("&amp;", text).replace("<", "&lt;").replace(">", "&gt;")


def _flat(block: Block, place: Place) -> Iterator[Paragraph]:
    """The block as paragraphs of a cell: a heading is bold, the row of a table a line."""
    if isinstance(block, Paragraph):
        yield Paragraph(block.runs, block.role, block.level, place)
    elif isinstance(block, Heading):
        yield Paragraph((Run(block.text, bold=True),), place=place)
    elif isinstance(block, Table):
        for row in (*block.head, *block.rows):
            yield Paragraph((Run(" ".join(cell.text for cell in row if cell.text)),), place=place)


def _marked_block(block: Block) -> Block:
    """The block with the marks of Markdown inside it read."""
    if isinstance(block, Paragraph):
        return _marked_paragraph(block)
    if isinstance(block, Table):
        head, rows = (tuple(tuple(map(_marked_cell, row)) for row in part) for part in (block.head, block.rows))
        return replace(block, head=head, rows=rows)
    return block


def _marked_cell(cell: Cell) -> Cell:
    return replace(cell, paragraphs=tuple(map(_marked_paragraph, cell.paragraphs)))


def _marked_paragraph(paragraph: Paragraph) -> Paragraph:
    return replace(paragraph, runs=tidy(piece for run in paragraph.runs for piece in _marked(run)))


def _marked(run: Run) -> Iterator[Run]:
    end = 0
    for match in _MARK.finditer(run.text):
        yield replace(run, text=run.text[end : match.start()])
        yield from _piece(run, match)
        end = match.end()
    yield replace(run, text=run.text[end:])


def _piece(run: Run, match: re.Match[str]) -> Iterator[Run]:
    found = match.groupdict()
    if found["bold"]:
        yield from _marked(replace(run, text=found["bold"], bold=True))
    elif found["italic"]:
        yield from _marked(replace(run, text=found["italic"], italic=True))
    elif found["text"]:
        yield replace(run, text=found["text"], href=safe_link(found["href"]) or run.href)
    else:
        yield replace(run, text=found["code"] or found["sign"] or "")

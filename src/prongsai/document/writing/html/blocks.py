"""Blocks of a document as HTML: paragraphs, lists, headings, tables, figures and contents."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby

from prongsai.document.grid import Spot, laid_out
from prongsai.document.model import Block, Cell, Contents, Document, Figure, Heading, PageBreak, Paragraph, Row, Run, Table
from prongsai.document.safe import printable, safe_link
from prongsai.document.writing.html.svg import inline_svg
from prongsai.words import Words

_TABLE = Words("ตาราง (เลื่อนดูได้)", "Table (scrollable)")


@dataclass(frozen=True, slots=True)
class Anchor:
    """A heading and the name that links to it."""

    name: str
    heading: Heading


class Page:
    """Writes the blocks of one document in their order, counting headings, tables and figures."""

    def __init__(self, document: Document) -> None:
        self._language = document.language
        headings = [block for section in document.sections for block in section.blocks if isinstance(block, Heading)]
        self._anchors = [Anchor(f"h-{number}", heading) for number, heading in enumerate(headings, 1)]
        self._next_heading = iter(self._anchors)
        self._tables = 0
        self._figures = 0
        self._titles = 0

    def blocks(self, blocks: Sequence[Block]) -> Iterable[str]:
        """The markup of the blocks; neighbouring list entries share a list, neighbouring callouts a box."""
        for role, group in groupby(blocks, _group):
            members = list(group)
            paragraphs = [block for block in members if isinstance(block, Paragraph)]
            if role == "list":
                yield list_markup(paragraphs)
            elif role in {"callout", "signature"}:
                yield f'<div class="{role}">{"".join(f"<p>{runs(each.runs)}</p>" for each in paragraphs)}</div>'
            else:
                yield from map(self._block, members)

    def _block(self, block: Block) -> str:
        match block:
            case Heading():
                return self._heading(next(self._next_heading))
            case Paragraph():
                return self._paragraph(block)
            case Table():
                return self._table(block)
            case Figure():
                return self._figure(block)
            case Contents():
                return self._contents(block)
            case PageBreak():
                return '<div class="page-break"></div>'

    def _heading(self, anchor: Anchor) -> str:
        tag = f"h{anchor.heading.level + 1}"
        return f'<{tag} id="{anchor.name}">{_text(anchor.heading.text)}</{tag}>'

    def _paragraph(self, paragraph: Paragraph) -> str:
        if paragraph.role == "title":
            self._titles += 1
            tag = "h1" if self._titles == 1 else "p"
            return f'<{tag} class="title">{runs(paragraph.runs)}</{tag}>'
        name = "" if paragraph.role == "body" else f' class="{paragraph.role}"'
        return f"<p{name}>{runs(paragraph.runs)}</p>"

    def _table(self, table: Table) -> str:
        self._tables += 1
        name = f"t-{self._tables}"
        caption = f'<caption id="{name}"><span>{_text(table.caption)}</span></caption>' if table.caption else ""
        label = f'aria-labelledby="{name}"' if table.caption else f'aria-label="{_TABLE.to(self._language)} {self._tables}"'
        total = sum(column.width for column in table.columns)
        columns = "".join(f'<col style="width:{column.width / total:.2%}">' for column in table.columns)
        head = f"<thead>{_rows(table, table.head, head=True)}</thead>" if table.head else ""
        return (
            f'<div class="scroll" role="region" {label} tabindex="0"><table style="--columns:{len(table.columns)}">'
            f"{caption}<colgroup>{columns}</colgroup>{head}<tbody>{_rows(table, table.rows, head=False)}</tbody></table></div>"
        )

    def _figure(self, figure: Figure) -> str:
        self._figures += 1
        caption = f"<figcaption>{_text(figure.caption)}</figcaption>" if figure.caption else ""
        picture = inline_svg(figure.svg, figure.alt, f"f-{self._figures}")
        return f'<figure><div class="card" style="--share:{figure.width:.2%}">{picture}</div>{caption}</figure>'

    def _contents(self, contents: Contents) -> str:
        entries = "".join(
            f'<li class="level-{anchor.heading.level}"><a href="#{anchor.name}">{_text(anchor.heading.text)}</a></li>'
            for anchor in self._anchors
            if anchor.heading.level <= contents.depth
        )
        return f'<nav aria-labelledby="contents"><h2 id="contents" class="contents">{_text(contents.title)}</h2><ol>{entries}</ol></nav>'


def _group(block: Block) -> str | int:
    """Blocks with the same answer stand together; an own number keeps every other block apart from its neighbours."""
    role = block.role if isinstance(block, Paragraph) else ""
    if role in {"bullet", "number"}:
        return "list"
    return role if role in {"callout", "signature"} else id(block)


def list_markup(entries: Sequence[Paragraph]) -> str:
    """Neighbouring list entries as nested lists; another kind of entry on the same level starts another list."""
    parts: list[str] = []
    open_lists: list[str] = []
    for entry in entries:
        tag = "ol" if entry.role == "number" else "ul"
        depth = min(entry.level, len(open_lists)) + 1
        while len(open_lists) > depth or (len(open_lists) == depth and open_lists[-1] != tag):
            parts.append(f"</li></{open_lists.pop()}>")
        if len(open_lists) == depth:
            parts.append("</li>")
        else:
            open_lists.append(tag)
            parts.append(f"<{tag}>")
        parts.append(f"<li>{runs(entry.runs)}")
    parts += [f"</li></{tag}>" for tag in reversed(open_lists)]
    return "".join(parts)


def runs(members: Iterable[Run]) -> str:
    """The runs as markup; only web and e-mail addresses become links."""
    return "".join(map(_run, members))


def _run(run: Run) -> str:
    markup = _text(run.text).replace("\n", "<br>")
    if run.italic:
        markup = f"<em>{markup}</em>"
    if run.bold:
        markup = f"<strong>{markup}</strong>"
    link = safe_link(run.href)
    return f'<a href="{escape(link)}" rel="noopener noreferrer">{markup}</a>' if link else markup


def _rows(table: Table, rows: tuple[Row, ...], *, head: bool) -> str:
    lines: list[str] = []
    for placed in laid_out(rows, len(table.columns)):
        cells = [_placed(spot, table, head=head) for spot in placed if spot.first]
        lines.append(f"<tr>{''.join(cells)}</tr>")
    return "".join(lines)


def _placed(spot: Spot, table: Table, *, head: bool) -> str:
    align = spot.cell.align or table.columns[spot.column].align
    return _cell(spot.cell, align, _scope(spot.cell, spot.column, head=head))


def _scope(cell: Cell, column: int, *, head: bool) -> str:
    if head:
        return "colgroup" if cell.columns > 1 else "col"
    if cell.tone != "head" or column > 0 or not cell.text:
        return ""
    return "rowgroup" if cell.rows > 1 else "row"


def _cell(cell: Cell, align: str, scope: str) -> str:
    tag = "th" if scope else "td"
    names = " ".join(name for name in (cell.tone if cell.tone != "plain" else "", align if align != "left" else "") if name)
    attributes = [
        f' scope="{scope}"' if scope else "",
        f' colspan="{cell.columns}"' if cell.columns > 1 else "",
        f' rowspan="{cell.rows}"' if cell.rows > 1 else "",
        f' class="{names}"' if names else "",
    ]
    return f"<{tag}{''.join(attributes)}>{_inside(cell.paragraphs)}</{tag}>"


def _inside(paragraphs: tuple[Paragraph, ...]) -> str:
    if len(paragraphs) == 1 and paragraphs[0].role == "body":
        return runs(paragraphs[0].runs)
    parts: list[str] = []
    for role, group in groupby(paragraphs, _group):
        members = list(group)
        parts.append(list_markup(members) if role == "list" else "".join(map(_cell_paragraph, members)))
    return "".join(parts)


def _cell_paragraph(paragraph: Paragraph) -> str:
    name = ' class="note"' if paragraph.role == "note" else ""
    return f"<p{name}>{runs(paragraph.runs)}</p>"


def _text(text: str) -> str:
    return escape(printable(text))

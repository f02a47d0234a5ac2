"""Paragraphs as Typst code: lists nested by level, callouts and signatures together, the rest by role."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from prongsai.document.model import Paragraph, Role
from prongsai.document.writing.pdf.typst_text import BODY_LIMIT, inline

_LISTS: dict[Role, str] = {"bullet": "bullets", "number": "numbers"}
_TOGETHER = {"callout", "signature"}
_CALLS: dict[Role, str] = {
    "body": "p",
    "note": "note",
    "title": "name",
    "subtitle": "subtitle",
    "cover": "cover-line",
}


def paragraphs(run: Sequence[Paragraph]) -> Iterator[str]:
    """One call of the template for each paragraph, list, frame or group of signers, in order."""
    for kind, group in groupby(run, _kind):
        members = list(group)
        if kind == "list":
            yield from _lists(members, BODY_LIMIT)
        elif kind in _TOGETHER:
            yield f"{kind}({','.join(inline(member.runs) for member in members)})"
        else:
            yield from (f"{_CALLS[member.role]}({inline(member.runs)})" for member in members)


def in_cell(content: Sequence[Paragraph], limit: int) -> str:
    """The paragraphs of a cell as one expression; roles other than lists do not matter there."""
    if len(content) == 1 and content[0].role not in _LISTS:
        return inline(content[0].runs, limit)
    parts: list[str] = []
    for kind, group in groupby(content, _kind):
        members = list(group)
        parts += _lists(members, limit) if kind == "list" else [f"par({inline(member.runs, limit)})" for member in members]
    return "{" + ";".join(parts) + "}"


def _kind(paragraph: Paragraph) -> str:
    if paragraph.role in _LISTS:
        return "list"
    return paragraph.role if paragraph.role in _TOGETHER else "other"


def _lists(entries: Sequence[Paragraph], limit: int) -> Iterator[str]:
    """Lists of entries; what is deeper than an entry before it stands inside that entry."""
    items = list(_items(entries))
    for role, group in groupby(items, lambda item: item[0].role):
        bodies = (_item(head, inner, limit) for head, inner in group)
        yield f"{_LISTS[role]}({','.join(bodies)})"


def _items(entries: Sequence[Paragraph]) -> Iterator[tuple[Paragraph, Sequence[Paragraph]]]:
    start = 0
    while start < len(entries):
        end = start + 1
        while end < len(entries) and entries[end].level > entries[start].level:
            end += 1
        yield entries[start], entries[start + 1 : end]
        start = end


def _item(head: Paragraph, inner: Sequence[Paragraph], limit: int) -> str:
    body = inline(head.runs, limit)
    return "{" + ";".join([body, *_lists(inner, limit)]) + "}" if inner else body

"""Paragraphs of a Word document: runs, links and list entries."""

from collections.abc import Iterable

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from lxml import etree

from prongsai.document.model import Align, Paragraph, Run, Tone
from prongsai.document.safe import safe_link
from prongsai.document.writing.word.elements import linked, paragraph_element, run_element, w
from prongsai.document.writing.word.numbering import Numbering, list_property
from prongsai.document.writing.word.styles import QUIET, STYLE_OF_ROLE


class Text:
    """Turns paragraphs into elements and knows which numbered list is open."""

    def __init__(self, part: Part, numbering: Numbering) -> None:
        self._part = part
        self._numbering = numbering
        self._open: int | None = None

    def end_list(self) -> None:
        """The next numbered entry starts a new list."""
        self._open = None

    def paragraph(self, given: Paragraph) -> etree._Element:
        """A paragraph of the running text."""
        return paragraph_element(STYLE_OF_ROLE[given.role], *self.runs(given.runs), properties=self._list(given, in_table=False))

    def in_cell(self, given: Paragraph, *, tone: Tone, align: Align) -> etree._Element:
        """A paragraph within a table."""
        style = "TableHead" if tone == "head" else "TableNote" if given.role == "note" else "TableText"
        alignment = () if align == "left" else (w("jc", val=align),)
        runs = self.runs(given.runs, QUIET if tone == "quiet" else "")
        return paragraph_element(style, *runs, properties=(*self._list(given, in_table=True), *alignment))

    def runs(self, members: Iterable[Run], color: str = "") -> list[etree._Element]:
        """The runs; only web and e-mail addresses become links."""
        return [self._run(run, color) for run in members if run.text]

    def _run(self, run: Run, color: str) -> etree._Element:
        link = safe_link(run.href)
        if link is None:
            return run_element(run.text, bold=run.bold, italic=run.italic, color=color)
        relation = self._part.relate_to(link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        return linked("hyperlink", run_element(run.text, bold=run.bold, italic=run.italic, style="Hyperlink"), relation=relation)

    def _list(self, given: Paragraph, *, in_table: bool) -> tuple[etree._Element, ...]:
        if given.role == "bullet":
            if given.level == 0:
                self.end_list()
            return (list_property(self._numbering.bullets(in_table=in_table), given.level),)
        if given.role != "number":
            self.end_list()
            return ()
        if self._open is None:
            self._open = self._numbering.new_numbers(in_table=in_table)
        return (list_property(self._open, given.level),)

"""Remarks put into a Word file as comments; the writer is loaded when it is first needed."""

from collections.abc import Sequence
from pathlib import Path

from prongsai.document.comment import Comment


def write_comments(source: Path, target: Path, comments: Sequence[Comment]) -> None:
    """Writes a Word file with the comments at their paragraphs to `target`, everything else as it was.

    Raises UnreadableFile where the source is no Word file, OutputError where the target cannot be written.
    """
    from prongsai.document.writing.word.comment_docx import comment_docx

    comment_docx(source, target, comments)

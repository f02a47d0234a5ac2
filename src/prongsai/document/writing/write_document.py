"""A document as a file: the ending of the path says the format, each writer is loaded when it is first needed."""

from pathlib import Path

from prongsai.document.model import Document
from prongsai.errors import OutputError, Problem
from prongsai.words import Words


def write_document(document: Document, path: Path) -> None:
    """Writes .docx, .pdf or .html as one whole file; raises OutputError with the reason."""
    from prongsai.files import whole_file, write_whole

    suffix = path.suffix.lower()
    if suffix == ".docx":
        from prongsai.document.writing.word.write_docx import write_docx

        with whole_file(path) as scratch:
            write_docx(document, scratch)
    elif suffix == ".pdf":
        from prongsai.document.writing.pdf.write_pdf import write_pdf

        write_whole(path, write_pdf(document))
    elif suffix in (".html", ".htm"):
        from prongsai.document.writing.html.write_html import write_html

        write_whole(path, write_html(document))
    else:
        what = Words(f"เขียนไฟล์ชนิด “{suffix}” ไม่ได้", f"files of kind '{suffix}' cannot be written")
        raise OutputError(Problem("unknown-format", what, str(path), mend=Words("ใช้ .docx .pdf หรือ .html", "use .docx, .pdf or .html")))

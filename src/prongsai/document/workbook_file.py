"""Workbooks as files; the spreadsheet library is loaded when it is first needed."""

from pathlib import Path

from prongsai.document.workbook import Workbook


def write_workbook(workbook: Workbook, path: Path) -> None:
    """Writes .xlsx as one whole file; raises OutputError with the reason."""
    from prongsai.document.writing.write_xlsx import write_xlsx
    from prongsai.files import whole_file

    with whole_file(path) as scratch:
        write_xlsx(workbook, scratch)


def read_workbook(path: Path) -> Workbook:
    """The visible sheets of an .xlsx as plain values; raises UnreadableFile."""
    from prongsai.document.reading.excel.read_xlsx import read_xlsx

    return read_xlsx(path)

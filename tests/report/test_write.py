"""Which kinds the data allow, and the files that an office hands in."""

import io
import re
from pathlib import Path

import docx
import pypdf
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from prongsai.document import Contents, Heading, Table
from prongsai.errors import OutputError
from prongsai.report import FORMATS, KINDS, possible_kinds, write_report
from prongsai.thai import repair
from report.made_up import NAMES, built, measure, way, way_of
from report.reading import all_of, figures, text

_SCORES = {"95.24", "95.83", "99.31", "93.38", "93.82", "96.03", "95.47", "95.48", "69.00", "80.00"}


@pytest.fixture(scope="module")
def word(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_report(built("mae-sot-2568", "analysis"), tmp_path_factory.mktemp("word") / "analysis.docx")


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> pypdf.PdfReader:
    path = write_report(built("mae-sot-2568", "analysis"), tmp_path_factory.mktemp("printed") / "analysis.pdf")
    return pypdf.PdfReader(io.BytesIO(path.read_bytes()))


@pytest.mark.parametrize(
    ("data", "kinds"),
    [
        ({}, ()),
        ({"no_points": []}, ("analysis",)),
        ({"published": {"total": 0}}, ("analysis",)),
        ({"parts": {"EIT-1": 0}}, ("analysis",)),
        ({"assessor_notes": {"o9": "ยังไม่ครบ"}}, ()),
        ({"measures": [measure()]}, ("measures", "progress")),
        ({"items": {"i1": 90}, "measures": [measure()]}, ("analysis", "measures", "progress")),
    ],
)
def test_the_analysis_needs_a_score_or_a_list_and_the_others_need_measures(data: dict[str, object], kinds: tuple[str, ...]) -> None:
    assert possible_kinds(way_of(**data)) == kinds


def test_kinds_and_formats_are_those_of_the_contract() -> None:
    assert KINDS == ("analysis", "measures", "progress")
    assert FORMATS == ("docx", "pdf", "html")


def test_the_word_file_shows_total_level_and_all_ten_scores(word: Path) -> None:
    file = docx.Document(str(word))

    shown = "\n".join([*(entry.text for entry in file.paragraphs), *(cell.text for table in file.tables for row in table.rows for cell in row.cells)])

    assert figures(shown) >= _SCORES | {"87.15", "74.50"}
    assert "คะแนนรวม 87.15 คะแนน ระดับผ่าน" in shown


def test_the_word_file_has_true_headings_and_the_tables_of_the_document(word: Path) -> None:
    file, document = docx.Document(str(word)), built("mae-sot-2568", "analysis")

    headings = [entry.text for entry in file.paragraphs if entry.style is not None and str(entry.style.name).startswith("Heading")]

    assert headings == [heading.text for heading in all_of(document, Heading)]
    assert len(file.tables) == len(all_of(document, Table))


def test_the_tables_of_the_word_file_repeat_their_heads(word: Path) -> None:
    tables = docx.Document(str(word)).tables

    repeating = sum(1 for table in tables if next(table._tbl.iter(qn("w:tblHeader")), None) is not None)

    assert repeating == sum(1 for table in all_of(built("mae-sot-2568", "analysis"), Table) if table.head)


@pytest.mark.parametrize("kind", ["measures", "progress"])
def test_the_wide_table_of_the_word_file_stands_on_landscape_pages(kind: str, tmp_path: Path) -> None:
    document = built("mae-sot-2568", "measures" if kind == "measures" else "progress")

    sections = docx.Document(str(write_report(document, tmp_path / "wide.docx"))).sections

    assert [section.orientation for section in sections] == [WD_ORIENT.PORTRAIT, WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE]
    assert (sections[-1].page_width or 0) > (sections[-1].page_height or 0)


def test_the_pdf_is_as_long_as_a_report_and_shows_total_level_and_all_ten_scores(printed: pypdf.PdfReader) -> None:
    shown = "\n".join(page.extract_text() for page in printed.pages)

    assert 12 <= len(printed.pages) <= 40
    assert figures(shown) >= _SCORES | {"87.15", "74.50", "92.07"}
    assert "ระดับผ่าน" in repair(shown)


def test_every_chapter_of_the_pdf_is_a_bookmark(printed: pypdf.PdfReader) -> None:
    document = built("mae-sot-2568", "analysis")

    bookmarks = [str(entry.title) for entry in printed.outline if not isinstance(entry, list)]

    chapters = [heading.text for heading in all_of(document, Heading) if heading.level == 1]
    assert [title for title in bookmarks if title in chapters] == chapters
    assert all_of(document, Contents)[0].title in bookmarks


def test_a_pdf_in_thai_digits_shows_the_same_figures(tmp_path: Path) -> None:
    path = write_report(built("mae-sot-2568", "progress", "th", "thai"), tmp_path / "progress.pdf")

    shown = "".join(page.extract_text() for page in pypdf.PdfReader(path).pages)

    assert "๒๕๖๙" in shown
    assert not re.search("[0-9]", shown)


@pytest.mark.parametrize("name", ["signs with a meaning", "very long texts", "thirty measures"])
@pytest.mark.parametrize("form", ["pdf", "docx", "html"])
def test_odd_texts_are_written_in_every_format(name: str, form: str, tmp_path: Path) -> None:
    path = write_report(built(name, "measures"), tmp_path / f"measures.{form}")

    assert path.stat().st_size > 10_000
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("name", NAMES)
def test_every_report_is_written_as_one_page_that_holds_its_texts(name: str, tmp_path: Path) -> None:
    kind = possible_kinds(way(name))[-1]
    document = built(name, kind)

    page = write_report(document, tmp_path / "report.html").read_text(encoding="utf-8")

    assert figures(text(document)) <= figures(page)
    assert "<script" not in page


def test_an_unknown_ending_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"files of kind '\.odt' cannot be written"):
        write_report(built("mae-sot-2568", "progress"), tmp_path / "progress.odt")

    assert not list(tmp_path.iterdir())

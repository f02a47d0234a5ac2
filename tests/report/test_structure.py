"""Every report of every agency, whole or with gaps, is a sound document."""

import itertools
from dataclasses import replace

import pytest

from prongsai.document import Block, Contents, Digits, Document, Heading, Orientation, PageBreak, Section, Table
from prongsai.report import KINDS, build, possible_kinds
from prongsai.words import Language
from report.made_up import EXAMPLES, NAMES, documents, way
from report.reading import all_of, text, texts

BOTH: tuple[tuple[Language, Digits], ...] = (("th", "arabic"), ("th", "thai"), ("en", "arabic"), ("en", "thai"))


def _in_all_forms(name: str) -> list[Document]:
    return [document for language, digits in BOTH for document in documents(name, language, digits)]


@pytest.mark.parametrize("name", NAMES)
def test_every_kind_that_the_data_allow_builds_in_both_languages_and_both_digit_systems(name: str) -> None:
    kinds = possible_kinds(way(name))

    found = _in_all_forms(name)

    assert kinds
    assert len(found) == len(kinds) * len(BOTH)
    for document in found:
        assert document.author == way(name).results.agency.name
        assert "\n" not in document.title
        assert document.page_label.count("{}") == 1


@pytest.mark.parametrize("name", NAMES)
def test_a_report_has_a_cover_then_its_contents_then_numbered_chapters(name: str) -> None:
    for document in documents(name):
        cover, *rest = document.sections

        assert cover.kind == "cover"
        assert all(section.kind == "body" for section in rest)
        assert len(all_of(document, Contents)) == 1
        chapters = [heading.text for heading in all_of(document, Heading) if heading.level == 1 and heading.text[0].isdigit()]
        assert [int(chapter.partition(".")[0]) for chapter in chapters] == list(range(1, len(chapters) + 1))


@pytest.mark.parametrize("name", NAMES)
def test_headings_never_skip_a_level(name: str) -> None:
    for document in _in_all_forms(name):
        levels = [heading.level for heading in all_of(document, Heading)]

        assert levels[0] == 1
        assert all(later <= earlier + 1 for earlier, later in itertools.pairwise(levels))


@pytest.mark.parametrize("name", NAMES)
def test_something_stands_below_every_heading(name: str) -> None:
    for document in _in_all_forms(name):
        for section in document.sections:
            for block, after in _with_next(section):
                if isinstance(block, Heading):
                    assert after is not None, block
                    assert not isinstance(after, PageBreak), block
                    assert not isinstance(after, Heading) or after.level > block.level, block


@pytest.mark.parametrize("name", NAMES)
def test_the_cells_of_every_row_fill_its_table_exactly(name: str) -> None:
    for document in _in_all_forms(name):
        for table in all_of(document, Table):
            assert table.columns
            assert table.rows
            for row in (*table.head, *table.rows):
                assert sum(cell.columns for cell in row) == len(table.columns)
                assert all(cell.rows == 1 for cell in row)


@pytest.mark.parametrize("name", NAMES)
def test_no_heading_and_no_paragraph_is_blank_and_nothing_of_the_program_shows(name: str) -> None:
    for document in _in_all_forms(name):
        assert all(heading.text.strip() for heading in all_of(document, Heading))
        shown = text(document).replace(document.page_label, "")
        assert not [line for line in shown.splitlines() if any(sign in line for sign in ("None", "Decimal", "Words(", "Fraction", "{}"))]


@pytest.mark.parametrize("name", EXAMPLES)
def test_words_are_joined_by_single_spaces_and_sentences_end_once(name: str) -> None:
    for document in _in_all_forms(name):
        for piece in texts(document):
            assert "  " not in piece
            assert " :" not in piece
            assert ".." not in piece or "....." in piece
            assert piece == piece.strip()


def test_wide_tables_stand_on_landscape_pages() -> None:
    orientations: dict[str, set[Orientation]] = {kind: set() for kind in KINDS}

    for kind, document in zip(KINDS, documents("mae-sot-2568"), strict=True):
        orientations[kind] = {section.orientation for section in document.sections}

    assert orientations == {"analysis": {"portrait"}, "measures": {"portrait", "landscape"}, "progress": {"portrait", "landscape"}}


@pytest.mark.parametrize("name", NAMES)
def test_the_same_data_give_the_same_document(name: str) -> None:
    fresh = replace(way(name))

    again = [build(fresh, kind) for kind in possible_kinds(fresh)]

    assert again == documents(name)


def _with_next(section: Section) -> list[tuple[Block, Block | None]]:
    return list(zip(section.blocks, (*section.blocks[1:], None), strict=True))

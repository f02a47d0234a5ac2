"""Text of a PDF comes back in the order people read it: paragraphs, headings, lists, columns, margins, each with its place."""

from pathlib import Path

import pypdf
import pytest
from pdf_by_hand import blocks, prose, raw_pdf, read_typst, stream, tables, texts, typst_pdf
from samples import rich_document

from prongsai.document import Document, Heading, Paragraph, Section, Table, paragraph, write_document
from prongsai.document.reading.pdf.margins import _NUMBER
from prongsai.document.reading.pdf.read_pdf import PdfText, read_pdf_text

SENTENCE = "รายงานผลการประเมินคุณธรรมและความโปร่งใสของเทศบาลตำบลตัวอย่าง ประจำปีงบประมาณ พ.ศ. 2568"

_FONT = "<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"
LONG = (
    "เทศบาลตำบลตัวอย่างจัดทำรายงานนี้เพื่อสรุปผลการดำเนินงานด้านคุณธรรมและความโปร่งใสในรอบปีที่ผ่านมา โดยรวบรวมข้อมูลจากทุกกอง"
    "แล้วเสนอผู้บริหารเพื่อใช้วางแผนในปีถัดไป ทั้งนี้ให้กองวิชาการติดตามผลอย่างต่อเนื่อง และแจ้งให้ที่ประชุมทราบทุกไตรมาส"
)


@pytest.fixture(scope="module")
def rich(tmp_path_factory: pytest.TempPathFactory) -> PdfText:
    path = tmp_path_factory.mktemp("pdf") / "รายงาน.pdf"
    write_document(rich_document(), path)
    return read_pdf_text(path)


def test_a_paragraph_over_several_lines_is_one_text_without_spaces_inside_words(tmp_path: Path) -> None:
    reading = read_typst(LONG, tmp_path).reading

    assert prose(reading) == [LONG]


def test_paragraphs_stay_apart(tmp_path: Path) -> None:
    source = f"#set par(first-line-indent: (amount: 2em, all: true), spacing: 0.65em)\n{LONG}\n\nวรรคที่สอง {LONG}\n\nวรรคที่สาม"

    reading = read_typst(source, tmp_path).reading

    assert prose(reading) == [LONG, f"วรรคที่สอง {LONG}", "วรรคที่สาม"]


def test_entries_of_a_list_stay_apart_and_lose_only_their_bullets(tmp_path: Path) -> None:
    source = f"- ข้อแรกของรายการ\n- {LONG}\n\n๑) ขั้นตอนที่หนึ่ง\n\n๒) ขั้นตอนที่สอง"

    found = [(block.role, block.text) for block in blocks(read_typst(source, tmp_path).reading) if isinstance(block, Paragraph)]

    assert found == [("bullet", "ข้อแรกของรายการ"), ("bullet", LONG), ("number", "๑) ขั้นตอนที่หนึ่ง"), ("number", "๒) ขั้นตอนที่สอง")]


def test_a_range_of_figures_broken_at_its_dash_is_no_list(tmp_path: Path) -> None:
    reading = read_typst("#block(width: 5cm)[ระหว่าง 1 ตุลาคม 2567 \\\n– 30 กันยายน 2568]", tmp_path).reading

    assert prose(reading) == ["ระหว่าง 1 ตุลาคม 2567 – 30 กันยายน 2568"]


def test_headings_have_levels_by_their_size_and_bold_short_lines_are_the_lowest(tmp_path: Path) -> None:
    source = f"#text(20pt)[บทที่ ๑ ผลการประเมิน]\n\n#text(16pt)[๑.๑ ภาพรวม]\n\n{LONG}\n\n*จุดที่ต้องแก้ไข*\n\n{LONG}"

    found = [(block.level, block.text) for block in blocks(read_typst(source, tmp_path).reading) if isinstance(block, Heading)]

    assert found == [(1, "บทที่ ๑ ผลการประเมิน"), (2, "๑.๑ ภาพรวม"), (3, "จุดที่ต้องแก้ไข")]


def test_a_paragraph_that_goes_on_over_the_page_is_one(tmp_path: Path) -> None:
    reading = read_typst(f"#v(24.3cm)\n{LONG}", tmp_path).reading

    assert reading.pages == 2
    assert prose(reading) == [LONG]


def test_two_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    words = "".join(f"ย่อหน้านี้กล่าวถึงเรื่องที่ {number} ของการประเมินซึ่งมีรายละเอียดอยู่ในเอกสารแนบ " for number in range(1, 25))

    reading = read_typst(f"#set par(justify: true)\n#columns(2, gutter: 1cm)[{words}]", tmp_path).reading

    together = "".join(prose(reading))
    found = [together.find(f"เรื่องที่ {number} ของ") for number in range(1, 25)]
    assert -1 not in found
    assert found == sorted(found)
    assert not tables(reading)


def test_headers_and_footers_stand_once_beside_the_text_and_page_numbers_not_at_all(tmp_path: Path) -> None:
    source = (
        '#set page(header: [รายงานของเทศบาลตัวอย่าง], numbering: "1", footer: context [หน้า #counter(page).display() จาก 4])\n'
        "หน้าแรก\n#pagebreak()\nหน้าสอง\n#pagebreak()\nหน้าสาม\n#pagebreak()\nหน้าสุดท้าย"
    )

    reading = read_typst(source, tmp_path).reading

    assert [margin.text for margin in reading.margins] == ["รายงานของเทศบาลตัวอย่าง"]
    assert prose(reading) == ["หน้าแรก", "หน้าสอง", "หน้าสาม", "หน้าสุดท้าย"]


def test_words_inside_a_chart_are_notes_and_its_lines_no_table(rich: PdfText) -> None:
    notes = [block.text for block in blocks(rich.reading) if isinstance(block, Paragraph) and block.role == "note"]

    assert "1. การปฏิบัติหน้าที่ 95.24" in notes
    assert len(tables(rich.reading)) == 6


def test_marks_of_a_chart_stand_on_their_own_letters(rich: PdfText) -> None:
    assert "4. การใช้ทรัพย์สินของทางราชการ 93.38" in prose(rich.reading)


def test_everything_has_its_page_and_an_anchor(rich: PdfText) -> None:
    placed = [block.place for block in blocks(rich.reading)]

    assert all(place is not None and place.page and place.anchor.startswith(f"p{place.page}:y") for place in placed)
    assert [place.page for place in placed if place] == sorted(place.page or 0 for place in placed if place)


def test_the_cells_of_a_table_know_where_they_stand(rich: PdfText) -> None:
    wide = tables(rich.reading)[1]

    assert wide.place is not None
    assert (wide.place.page, wide.place.table) == (6, 2)
    assert [(cell.place.table, cell.place.row, cell.place.column) for cell in wide.rows[2] if cell.place] == [(2, 3, column) for column in range(3, 11)]


def test_the_title_of_the_file_is_the_title_of_the_document(rich: PdfText) -> None:
    assert rich.reading.document.title == rich_document().title
    assert rich.reading.document.language == "th"
    assert rich.reading.form == "pdf"


def test_a_document_in_english_is_said_to_be_english(tmp_path: Path) -> None:
    reading = read_typst("The assessment covers three instruments and ten indicators.", tmp_path).reading

    assert reading.document.language == "en"


def test_a_page_shown_turned_reads_as_it_is_shown(tmp_path: Path) -> None:
    source = typst_pdf(f"{LONG}\n\n#table(columns: 2, [ตัวชี้วัด], [คะแนน], [การใช้อำนาจ], [99.31])", tmp_path / "ตรง.pdf")
    expected = read_pdf_text(source).reading
    for quarters in (1, 2, 3):
        writer = pypdf.PdfWriter(clone_from=source)
        writer.pages[0].rotate(90 * quarters)
        _turn_content(writer.pages[0], quarters)
        turned = tmp_path / f"หมุน{quarters}.pdf"
        writer.write(turned)

        reading = read_pdf_text(turned).reading

        assert prose(reading) == prose(expected)
        assert [texts(table) for table in tables(reading)] == [texts(table) for table in tables(expected)]


def test_turned_text_is_kept_after_the_rest_and_inside_its_cell(tmp_path: Path) -> None:
    source = (
        "#rotate(-90deg, reflow: true)[ข้อความแนวตั้ง]\nข้อความแนวนอน\n"
        "#table(columns: 2, [#rotate(-90deg, reflow: true)[ลำดับที่]], [#rotate(90deg, reflow: true)[ผู้รับผิดชอบ]], [1], [กองคลัง])"
    )

    reading = read_typst(source, tmp_path).reading

    assert prose(reading) == ["ข้อความแนวนอน", "ข้อความแนวตั้ง"]
    assert texts(tables(reading)[0]) == [["ลำดับที่", "ผู้รับผิดชอบ"], ["1", "กองคลัง"]]


def test_a_form_says_what_was_filled_in(tmp_path: Path) -> None:
    path = raw_pdf(
        (
            "<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[5 0 R 6 0 R 7 0 R]>>>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 300]/Contents 4 0 R/Annots[5 0 R 6 0 R 7 0 R]/Resources{_FONT}>>",
            stream("BT /F 12 Tf 20 200 Td (Name:) Tj 0 -40 Td (Done) Tj 0 -40 Td (Open) Tj ET"),
            "<</Type/Annot/Subtype/Widget/FT/Tx/T(name)/V(Somchai)/Rect[80 195 300 212]/P 3 0 R>>",
            "<</Type/Annot/Subtype/Widget/FT/Btn/T(done)/V/Yes/AS/Yes/Rect[80 158 92 170]/AP<</N<</Yes 8 0 R/Off 8 0 R>>>>/P 3 0 R>>",
            "<</Type/Annot/Subtype/Widget/FT/Btn/T(open)/V/Off/AS/Off/Rect[80 118 92 130]/AP<</N<</Yes 8 0 R/Off 8 0 R>>>>/P 3 0 R>>",
            "<</Type/XObject/Subtype/Form/BBox[0 0 12 12]/Length 0>>\nstream\n\nendstream",
        ),
        tmp_path / "แบบ.pdf",
    )

    reading = read_pdf_text(path).reading

    assert [texts(table) for table in tables(reading)] == [[["Name:", "Somchai"], ["Done", "☑"], ["Open", "☐"]]]


def test_bold_made_by_printing_twice_is_read_once(tmp_path: Path) -> None:
    path = _plain_pdf("BT /F 12 Tf 20 200 Td (Total 87.15) Tj 0.3 0 Td (Total 87.15) Tj ET", tmp_path)

    reading = read_pdf_text(path).reading

    assert prose(reading) == ["Total 87.15"]


def test_a_word_spaced_by_places_alone_is_parted_where_the_gap_is(tmp_path: Path) -> None:
    path = _plain_pdf("BT /F 12 Tf 20 200 Td (Score) Tj 40 0 Td (87.15) Tj ET", tmp_path)

    reading = read_pdf_text(path).reading

    assert prose(reading) == ["Score 87.15"]


def test_nothing_but_empty_pages_reads_as_nothing(tmp_path: Path) -> None:
    path = tmp_path / "ว่าง.pdf"
    write_document(Document("ว่าง", (Section((paragraph(" "),)),)), path)

    found = read_pdf_text(path)

    assert [text for text in prose(found.reading) if text] == []
    assert (found.image_pages, found.unmapped) == ((), 0.0)
    assert not any(isinstance(block, Table) for block in blocks(found.reading))


def _plain_pdf(content: str, folder: Path) -> Path:
    return raw_pdf(
        (
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 300]/Contents 4 0 R/Resources{_FONT}>>",
            stream(content),
        ),
        folder / "ด้วยมือ.pdf",
    )


def _turn_content(page: pypdf.PageObject, quarters: int) -> None:
    """Turns what is drawn against the turn of the page, so that it is shown upright."""
    width, height = float(page.mediabox.width), float(page.mediabox.height)
    sideways = quarters % 2 == 1
    shift = {1: (height, 0.0), 2: (width, height), 3: (0.0, width)}[quarters]
    page.add_transformation(pypdf.Transformation().rotate(90 * quarters).translate(*shift))
    if sideways:
        page.mediabox.upper_right = (height, width)
        page.cropbox = page.mediabox


@pytest.mark.parametrize("counted", ["ก", "ฮ", "iv", "๑๒"])
def test_page_numbers_in_letters_are_no_text(counted: str, tmp_path: Path) -> None:
    source = f'#set page(header: align(center, "- {counted} -"))\n' + "\n#pagebreak()\n".join(["ข้อความของหน้า", "ข้อความต่อไป"])

    found = read_typst(source, tmp_path).reading

    assert prose(found) == ["ข้อความของหน้า", "ข้อความต่อไป"]
    assert found.margins == ()


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_page_that_came_in_sideways_is_read_upright(quarters: int, tmp_path: Path) -> None:
    table = "#table(columns: 2, [ตัวชี้วัด], [คะแนน], [การปฏิบัติหน้าที่], [95.20], [การใช้อำนาจ], [97.05])"
    upright = typst_pdf(f"{SENTENCE}\n\n{table}", tmp_path / "ตรง.pdf")
    writer = pypdf.PdfWriter(clone_from=upright)
    writer.pages[0].rotate(90 * quarters)
    writer.write(tmp_path / "ตะแคง.pdf")

    found = read_pdf_text(tmp_path / "ตะแคง.pdf").reading

    assert prose(found) == [SENTENCE]
    assert texts(tables(found)[0]) == [["ตัวชี้วัด", "คะแนน"], ["การปฏิบัติหน้าที่", "95.20"], ["การใช้อำนาจ", "97.05"]]


def test_a_list_of_items_by_their_codes_has_an_entry_a_line(tmp_path: Path) -> None:
    entries = ["o12 รายงานการกำกับติดตาม", "๐๑๓ รายงานผลประจำปี", "o14 คู่มือการปฏิบัติงาน"]
    cell = " \\ ".join(entries)

    found = read_typst(f"#table(columns: (4cm, 4cm), [{cell}], [ข้อ o7])", tmp_path).reading

    assert texts(tables(found)[0]) == [["\n".join(entries), "ข้อ o7"]]


def test_a_code_that_a_sentence_cites_begins_no_entry(tmp_path: Path) -> None:
    cell = "เผยแพร่ให้ครบถ้วนตามข้อ \\ o12 รายงานการกำกับติดตาม"

    found = read_typst(f"#table(columns: (4cm, 4cm), [{cell}], [ก])", tmp_path).reading

    assert texts(tables(found)[0])[0][0] == "เผยแพร่ให้ครบถ้วนตามข้อ o12 รายงานการกำกับติดตาม"


def test_a_year_that_ends_a_heading_at_the_top_of_a_page_is_no_page_number() -> None:
    assert not any(_NUMBER.fullmatch(text) for text in ("2564", "๒๕๖๘", "ปีงบประมาณ 2564"))
    assert all(_NUMBER.fullmatch(text) for text in ("7", "๑๒", "- 25 -", "หน้า 3", "24", "254", "1024", "ก", "iv", "3/12"))

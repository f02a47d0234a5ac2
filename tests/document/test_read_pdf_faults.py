"""PDFs that cannot be read, or not trusted: each ends in a clear error, or says what the recogniser must do."""

from pathlib import Path

import pypdf
import pytest
from pdf_by_hand import prose, raw_pdf, read_typst, stream, typst_pdf

from prongsai.document.reading.pdf.file import render
from prongsai.document.reading.pdf.read_pdf import read_pdf_text
from prongsai.errors import UnreadableFile

PAGE = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 300]"
CATALOG = "<</Type/Catalog/Pages 2 0 R>>"
PICTURE = (
    '#image(bytes("<svg xmlns=\\"http://www.w3.org/2000/svg\\" viewBox=\\"0 0 9 9\\"><rect width=\\"9\\" height=\\"9\\"/></svg>"), alt: "ตรา", width: 2cm)'
)


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    assert _refusal(tmp_path / "ไม่มี.pdf") == "missing-file"


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\n", b"%PDF-1.7\n" + bytes(range(256)) * 40, "ข้อความธรรมดา".encode()])
def test_what_is_no_pdf_is_broken(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "เสีย.pdf"
    path.write_bytes(content)

    assert _refusal(path) == "broken-file"


def test_a_file_cut_short_is_broken_or_read_as_far_as_it_goes(tmp_path: Path) -> None:
    whole = typst_pdf("ข้อความหนึ่งหน้า", tmp_path / "เต็ม.pdf").read_bytes()
    path = tmp_path / "ขาด.pdf"
    for share in (0.02, 0.1):
        path.write_bytes(whole[: int(len(whole) * share)])

        assert _refusal(path) == "broken-file"


def test_a_password_is_asked_for_by_name(tmp_path: Path) -> None:
    path = _encrypted("ความลับ", tmp_path)

    with pytest.raises(UnreadableFile) as caught:
        read_pdf_text(path)

    assert caught.value.problems[0].code == "encrypted-file"
    assert "รหัสผ่าน" in caught.value.problems[0].mend.th


def test_a_file_that_is_only_protected_from_changes_reads_as_any_other(tmp_path: Path) -> None:
    path = _encrypted("", tmp_path)

    reading = read_pdf_text(path).reading

    assert prose(reading) == ["ข้อความที่เปิดอ่านได้"]


def test_more_pages_than_allowed_are_refused_with_the_advice_to_split(tmp_path: Path) -> None:
    path = typst_pdf("ก\n#pagebreak()\nข\n#pagebreak()\nค", tmp_path / "ยาว.pdf")

    with pytest.raises(UnreadableFile) as caught:
        read_pdf_text(path, most_pages=2)

    assert caught.value.problems[0].code == "too-many-pages"
    assert "3" in caught.value.problems[0].what.en


def test_a_page_tree_that_bites_its_tail_ends(tmp_path: Path) -> None:
    path = raw_pdf((CATALOG, "<</Type/Pages/Kids[2 0 R 3 0 R 2 0 R]/Count 3>>", f"{PAGE}>>"), tmp_path / "วน.pdf")

    found = read_pdf_text(path)

    assert found.reading.pages == 3
    assert found.reading.notes


def test_a_form_of_adobe_alone_is_refused(tmp_path: Path) -> None:
    forms = "<</Type/Catalog/Pages 2 0 R/AcroForm<</XFA 4 0 R/Fields[]>>/NeedsRendering true>>"
    pages = "<</Type/Pages/Kids[3 0 R]/Count 1>>"
    path = raw_pdf((forms, pages, f"{PAGE}>>", stream("<xdp:xdp xmlns:xdp='http://ns.adobe.com/xdp/'></xdp:xdp>")), tmp_path / "แบบ.pdf")

    assert _refusal(path) == "form-only"


@pytest.mark.parametrize("box", ["0 0 1e9 1e9", "0 0 0 0", "-5000 -5000 5000 5000"])
def test_a_page_of_absurd_size_is_read_and_rendered_small(box: str, tmp_path: Path) -> None:
    font = "<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"
    page = f"<</Type/Page/Parent 2 0 R/MediaBox[{box}]/Contents 4 0 R/Resources{font}>>"
    path = raw_pdf((CATALOG, "<</Type/Pages/Kids[3 0 R]/Count 1>>", page, stream("BT /F 12 Tf 20 200 Td (Total) Tj ET")), tmp_path / "ใหญ่.pdf")

    width, height, grey = render(path, 1, 300)

    assert read_pdf_text(path).reading.pages == 1
    assert len(grey) == width * height < 50_000_000


def test_pages_that_are_pictures_are_named_and_raise_nothing(tmp_path: Path) -> None:
    path = _scan(tmp_path)

    found = read_pdf_text(path)

    assert found.image_pages == (2,)
    assert prose(found.reading) == ["หน้าที่มีข้อความ"]


def test_a_small_picture_beside_text_makes_no_picture_page(tmp_path: Path) -> None:
    found = read_typst(f"{PICTURE}\nหนังสือราชการ", tmp_path)

    assert found.image_pages == ()


@pytest.mark.parametrize(("side", "notes"), [(60, []), (400, ["text in pictures was not read on pages 1"])])
def test_a_large_picture_beside_text_is_said_to_be_left_out(side: int, notes: list[str], tmp_path: Path) -> None:
    writer = pypdf.PdfWriter(clone_from=typst_pdf("หนังสือราชการของเทศบาลตำบลตัวอย่าง " * 4, tmp_path / "ข้อความ.pdf"))
    writer.pages[0].merge_page(pypdf.PdfReader(_picture(f"{side} 0 0 {side} 50 50", tmp_path)).pages[0])
    writer.write(tmp_path / "ตัวอย่าง.pdf")

    found = read_pdf_text(tmp_path / "ตัวอย่าง.pdf")

    assert [note.en for note in found.reading.notes] == notes
    assert found.image_pages == ()


def test_a_page_is_rendered_in_grey_dot_by_dot(tmp_path: Path) -> None:
    path = _scan(tmp_path)

    width, height, grey = render(path, 2, 72)

    assert (width, height) == (595, 842)
    assert len(grey) == width * height
    assert grey[0] == 255
    assert grey[300 * width + 300] < 30


def test_rendering_a_page_that_is_not_there_says_so(tmp_path: Path) -> None:
    path = _scan(tmp_path)

    with pytest.raises(UnreadableFile) as caught:
        render(path, 9, 72)

    assert caught.value.problems[0].code == "broken-page"


def test_letters_without_a_meaning_are_counted(tmp_path: Path) -> None:
    writer = pypdf.PdfWriter(clone_from=typst_pdf("ข้อความที่ไม่มีใครรู้ความหมาย", tmp_path / "ก่อน.pdf"))
    for page in writer.pages:
        for font in page["/Resources"]["/Font"].values():
            del font.get_object()["/ToUnicode"]
    path = tmp_path / "ไม่มีความหมาย.pdf"
    writer.write(path)

    found = read_pdf_text(path)

    assert found.unmapped > 0.4
    assert "\ufffd" in "".join(prose(found.reading))
    assert read_pdf_text(tmp_path / "ก่อน.pdf").unmapped == 0.0


def test_letters_of_western_europe_in_place_of_thai_are_counted(tmp_path: Path) -> None:
    font = "<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>>>>>"
    text = "ÊÓ¹Ñ¡§Ò¹à·ÈºÒÅ"
    path = raw_pdf(
        (CATALOG, "<</Type/Pages/Kids[3 0 R]/Count 1>>", f"{PAGE}/Contents 4 0 R/Resources{font}>>", stream(f"BT /F 12 Tf 20 200 Td ({text}) Tj ET")),
        tmp_path / "ฟอนต์เก่า.pdf",
    )

    assert read_pdf_text(path).unmapped > 0.4


def _refusal(path: Path) -> str:
    with pytest.raises(UnreadableFile) as caught:
        read_pdf_text(path)
    problem = caught.value.problems[0]
    assert problem.where == path.name
    assert problem.mend.th
    assert problem.mend.en
    return problem.code


def _encrypted(password: str, folder: Path) -> Path:
    writer = pypdf.PdfWriter(clone_from=typst_pdf("ข้อความที่เปิดอ่านได้", folder / "เปิด.pdf"))
    writer.encrypt(password, "เจ้าของ", algorithm="RC4-128")
    path = folder / "ล็อก.pdf"
    writer.write(path)
    return path


def _scan(folder: Path) -> Path:
    """A page of text and one that is a black picture within white edges."""
    writer = pypdf.PdfWriter(clone_from=typst_pdf("หน้าที่มีข้อความ", folder / "ข้อความ.pdf"))
    writer.append(_picture("495 0 0 742 50 50", folder))
    path = folder / "สแกน.pdf"
    writer.write(path)
    return path


def _picture(matrix: str, folder: Path) -> Path:
    """A page that is a black picture in that place."""
    black = "<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>\nstream\n\0\nendstream"
    page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>"
    return raw_pdf((CATALOG, "<</Type/Pages/Kids[3 0 R]/Count 1>>", page, stream(f"q {matrix} cm /I Do Q"), black), folder / "ภาพ.pdf")


def test_hidden_text_over_a_scan_is_read_and_said_to_be_of_a_recogniser(tmp_path: Path) -> None:
    text = "หนังสือราชการของเทศบาลตำบลตัวอย่าง " * 4

    found = read_pdf_text(_with_hidden_text(text, "", tmp_path))

    assert found.reading.scanned
    assert "".join(prose(found.reading)).replace(" ", "") == text.replace(" ", "")
    assert [note.en for note in found.reading.notes] == ["pages 1 are scans with hidden text of another recogniser, which was read"]


def test_hidden_text_over_the_same_text_is_read_once(tmp_path: Path) -> None:
    text = "หนังสือราชการของเทศบาลตำบลตัวอย่าง " * 4

    found = read_pdf_text(_with_hidden_text(text, text, tmp_path))

    assert not found.reading.scanned
    assert "".join(prose(found.reading)).replace(" ", "") == text.replace(" ", "")


def _with_hidden_text(hidden: str, shown: str, folder: Path) -> Path:
    """A page with text that is not drawn, laid over one with text that is."""
    above = pypdf.PdfWriter(clone_from=typst_pdf(hidden, folder / "ซ่อน.pdf"))
    content = above.pages[0].get_contents()
    assert content is not None
    content.set_data(content.get_data().replace(b"0 Tr", b"3 Tr"))
    above.pages[0][pypdf.generic.NameObject("/Contents")] = above._add_object(content)
    below = pypdf.PdfWriter(clone_from=typst_pdf(shown or "#hide[ก]", folder / "เห็น.pdf"))
    below.pages[0].merge_page(above.pages[0])
    below.write(folder / "สองชั้น.pdf")
    return folder / "สองชั้น.pdf"

"""Whose document it is."""

import pytest

from prongsai.checker.facts.identity import Identity, identity_of
from prongsai.checker.outline import outline_of
from prongsai.document import Document, Heading, Section, paragraph

_OWN = "เทศบาลตำบลตัวอย่าง"


def _identity(*texts: str, title: str = "") -> Identity:
    blocks = [Heading(title)] if title else []
    return identity_of(outline_of(Document("", (Section((*blocks, *(paragraph(text) for text in texts))),))))


@pytest.mark.parametrize(
    "texts",
    [
        (f"มาตรการของ{_OWN}", f"{_OWN}ได้ดำเนินการตามมาตรการ", f"คณะทำงานของ{_OWN} ประชุมแล้ว"),
        (f"{_OWN} อำเภอสมมติ จังหวัดสมมติ", f"บุคลากรของ{_OWN}ทุกคน"),
        ("เทศบาลตำบล\nตัวอย่าง", f"จากผลการประเมินของ{_OWN} พบว่า"),
        ("ทต.ตัวอย่าง รายงานผล", "ทต.ตัวอย่าง ได้คะแนน 90.00"),
    ],
)
def test_the_agency_is_found_although_thai_sets_no_blanks(texts: tuple[str, ...]) -> None:
    identity = _identity(*texts)

    assert identity.agency is not None
    assert identity.agency.full == _OWN
    assert all(fact.own for fact in identity.agencies)


def test_another_agency_left_in_a_sentence_is_told_apart() -> None:
    identity = _identity(f"รายงานของ{_OWN}", f"{_OWN}ได้ประกาศ", f"{_OWN} มีคำสั่ง", "บุคลากรของเทศบาลตำบลสมมติได้รับการอบรม")

    others = [(fact.name.full, fact.passage.text[slice(*fact.span)] if fact.span else "") for fact in identity.agencies if not fact.own]

    assert others == [("เทศบาลตำบลสมมติ", "เทศบาลตำบลสมมติ")]


def test_a_word_of_type_without_a_name_stands_for_the_agency() -> None:
    identity = _identity("รายงานขององค์การบริหารส่วนตำบลตัวอย่าง", "เว็บไซต์ขององค์การบริหารส่วนตำบล", "กิจกรรมของเทศบาลฯ ในปีนี้")

    assert [fact.type for fact in identity.types] == ["องค์การบริหารส่วนตำบล", "เทศบาล"]


def test_names_of_laws_name_no_agency() -> None:
    identity = _identity("รายงานขององค์การบริหารส่วนตำบลตัวอย่าง", "พระราชบัญญัติเทศบาล พ.ศ. 2496", "ตามพระราชบัญญัติสภาตำบลและองค์การบริหารส่วนตำบล พ.ศ. 2537")

    assert identity.types == ()


def test_district_and_province_are_those_of_the_address() -> None:
    thai = _identity(f"{_OWN} อำเภอสมมติ จังหวัดตัวอย่าง", "ส่งเรื่องให้จังหวัดทราบ")
    english = _identity(_OWN, "สมมติ district, ตัวอย่าง province")

    assert (thai.district, thai.province) == ("สมมติ", "ตัวอย่าง")
    assert (english.district, english.province) == ("สมมติ", "ตัวอย่าง")
    assert len(thai.places) == 2


def test_a_document_without_an_agency_has_none() -> None:
    identity = _identity("คะแนนรวม 87.15")

    assert (identity.agency, identity.agencies, identity.district) == (None, (), None)


def test_a_short_form_that_runs_on_stands_for_the_agency() -> None:
    identity = _identity(f"รายงานของ{_OWN}", "ซึ่งอบต.จะนำไปกำหนดมาตรการ", "อบต.สูงกว่าค่าเป้าหมาย", "คะแนนรวมของเทศบาลสูงกว่าเกณฑ์")

    assert [fact.type for fact in identity.types] == ["องค์การบริหารส่วนตำบล", "องค์การบริหารส่วนตำบล", "เทศบาล"]
    assert all(fact.own for fact in identity.agencies)


def test_the_name_on_the_cover_is_the_documents_whatever_sentences_compare_with() -> None:
    identity = _identity("เทศบาลตำบลทรายทอง", "เทศบาลตำบลสมมติ ได้คะแนนสูงกว่า", "เทศบาลตำบลสมมติ มีมาตรการหลายเรื่อง", "เทศบาลมุ่งมั่นพัฒนา", "เทศบาลตั้งเป้าหมายคะแนน")

    assert identity.agency is not None
    assert identity.agency.full == "เทศบาลตำบลทรายทอง"
    assert [fact.type for fact in identity.types] == ["เทศบาล", "เทศบาล"]


@pytest.mark.parametrize("text", ["ก" * 20_000, "เทศบาลตำบล" * 2_000, "จังหวัด อำเภอ " * 1_500, "ตำบลก " * 3_000 + "district"])
def test_a_passage_that_nobody_would_write_costs_little(text: str) -> None:
    """Fails by taking minutes where a pattern goes back over what it has seen."""
    assert _identity("เทศบาลตำบลทรายทอง", text).agency is not None

"""Years, names, types, places, titles and codes."""

from typing import Literal

import pytest

from checker.facts_by_hand import AGENCY, agency, cited, found, passage, scores, severities, title
from prongsai.checker.fact import PlaceFact, TypeFact, YearFact, YearRole
from prongsai.thai import parse_agency


def _year(year: int, role: YearRole, text: str) -> YearFact:
    start = text.index(str(year))
    return YearFact(passage(text), year, role, span=(start, start + 4))


_OWN_YEARS = (_year(2568, "assessed", "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2568"), _year(2569, "plan", "มาตรการ ประจำปีงบประมาณ พ.ศ. 2569"))


@pytest.mark.parametrize(
    ("year", "role", "text"),
    [
        (2567, "assessed", "จากผลการประเมินคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. 2567 พบว่า"),
        (2567, "plan", "มาตรการส่งเสริมคุณธรรม ประจำปีงบประมาณ พ.ศ. 2567"),
    ],
)
def test_a_year_that_changes_is_an_error(year: int, role: YearRole, text: str) -> None:
    findings = found("year-mismatch", years=(*_OWN_YEARS, _year(year, role, text)))

    assert len(findings) == 1
    assert str(year) in findings[0].message.th


@pytest.mark.parametrize(
    ("year", "role", "text"),
    [
        (2567, "assessed", "เมื่อเทียบกับผลการประเมิน ประจำปีงบประมาณ พ.ศ. 2567"),
        (2567, "previous", "ผลการประเมิน ประจำปีงบประมาณ พ.ศ. 2567"),
        (2567, "assessed", "คะแนนรวมของปี 2567 คำนวณจากตัวชี้วัด"),
        (2567, "assessed", "ผลการประเมิน ประจำปีงบประมาณ พ.ศ. 2567 และประจำปีงบประมาณ พ.ศ. 2568"),
        (2567, "assessed", "คะแนนข้อ o7 รายงานผลการดำเนินงานประจำปี พ.ศ. 2567"),
        (2570, "plan", "มาตรการเหล่านี้เพื่อยกระดับคะแนนในปีงบประมาณ พ.ศ. 2570"),
    ],
    ids=["compared", "the year before", "said by the way", "with the other", "another paper's title", "a hope"],
)
def test_another_year_with_a_reason_is_none(year: int, role: YearRole, text: str) -> None:
    assert found("year-mismatch", years=(*_OWN_YEARS, _year(year, role, text))) == []


def test_a_year_whose_scores_are_printed_is_none() -> None:
    years = (*_OWN_YEARS, _year(2567, "assessed", "ผลการประเมิน ประจำปีงบประมาณ พ.ศ. 2567"))

    assert found("year-mismatch", years=years, scores=scores({4: "67.41"}, 2567)) == []


def test_another_agency_where_the_own_one_should_stand_is_an_error() -> None:
    findings = found("agency-mismatch", agencies=(agency("เทศบาลตำบลอื่น"), agency("เทศบาลตำบลอื่น", "จากผลของเทศบาลตำบลอื่น พบว่า")))

    assert len(findings) == 1
    assert "2 แห่ง" in findings[0].message.th
    assert severities("agency-mismatch", findings) == ["error"]


def test_a_name_one_letter_away_is_a_fault_of_typing() -> None:
    findings = found("agency-mismatch", agencies=(agency("เทศบาลตำบลตัวอยาง"),))

    assert severities("agency-mismatch", findings) == ["warning"]
    assert findings[0].misread is not None


@pytest.mark.parametrize(
    ("name", "text", "chapter"),
    [
        ("เทศบาลตำบลตัวอย่าง", "", ""),
        ("เทศบาลตำบลอื่น", "ศึกษาดูงาน ณ เทศบาลตำบลอื่น", ""),
        ("เทศบาลตำบลอื่น", "จัดกิจกรรมร่วมกับเทศบาลตำบลอื่น", ""),
        ("เทศบาลตำบลอื่น", "M69: เทศบาลตำบลอื่น มาตรการปี 2569", "ภาคผนวก"),
        ("เทศบาลตำบลอื่น", "เทศบาลตำบลอื่น รายงานปี 2568", "แหล่งอ้างอิง"),
        ("กรมตัวอย่าง", "ตามหนังสือของ กรมตัวอย่าง", ""),
    ],
    ids=["its own", "a visit", "a partner", "a numbered source", "a list of sources", "a department"],
)
def test_another_agency_with_a_reason_is_none(name: str, text: str, chapter: str) -> None:
    assert found("agency-mismatch", agencies=(agency(name, text, chapter),)) == []


def _type(kind: str, text: str, confidence: float = 0.9) -> TypeFact:
    start = text.index(kind)
    return TypeFact(passage(text), kind, span=(start, start + len(kind) + text[start + len(kind) :].startswith("ฯ")), confidence=confidence)


_SAO = parse_agency("องค์การบริหารส่วนตำบลตัวอย่าง")


@pytest.mark.parametrize("text", ["กิจกรรมของเทศบาลฯ", "ให้เทศบาลดำเนินการ", "เทศบาลฯจะทบทวนขั้นตอนร่วมกับผู้รับบริการ"])
def test_the_wrong_type_is_a_warning(text: str) -> None:
    findings = found("agency-type", agency=_SAO, types=(_type("เทศบาล", text),))

    assert severities("agency-type", findings) == ["warning"]


@pytest.mark.parametrize(
    ("own", "kind", "text", "confidence"),
    [
        (AGENCY, "เทศบาล", "พนักงานเทศบาล", 0.9),
        (_SAO, "องค์การบริหารส่วนตำบล", "องค์การบริหารส่วนตำบลดำเนินการ", 0.9),
        (_SAO, "เทศบาล", "จัดอบรมร่วมกับเทศบาล", 0.9),
        (_SAO, "เทศบาล", "ตามพระราชบัญญัติเทศบาล พ.ศ. 2496", 0.9),
        (_SAO, "เทศบาล", "องค์กรปกครองส่วนท้องถิ่น ได้แก่ เทศบาล", 0.9),
        (_SAO, "เทศบาล", "เทศบาล และองค์การบริหารส่วนตำบล", 0.4),
    ],
    ids=["its family", "its own", "a partner", "a law", "local bodies in general", "a list of types"],
)
def test_a_type_that_fits_or_is_general_is_none(own: object, kind: str, text: str, confidence: float) -> None:
    assert found("agency-type", agency=own, types=(_type(kind, text, confidence),)) == []


def _places(kind: Literal["district", "province"], *names: str, before: str = "อำเภอ") -> tuple[PlaceFact, ...]:
    return tuple(PlaceFact(passage(f"{before}{name}", page=number), kind, name) for number, name in enumerate(names, 1))


@pytest.mark.parametrize(("kind", "name", "severity"), [("district", "อื่น", "error"), ("province", "อื่น", "error"), ("district", "เมืองตัวอยาง", "warning")])
def test_a_place_that_changes_is_reported(kind: Literal["district", "province"], name: str, severity: str) -> None:
    places = _places(kind, "เมืองตัวอย่าง", "เมืองตัวอย่าง", name)

    findings = found("place-mismatch", places=places, **{kind: "เมืองตัวอย่าง"})

    assert severities("place-mismatch", findings) == [severity]


@pytest.mark.parametrize(
    ("name", "before"), [("เมืองตัวอย่าง", "อำเภอ"), ("เมือง", "อำเภอ"), ("อื่น", "อาณาเขตทิศเหนือติดต่อกับอำเภอ")], ids=["same", "shortened", "neighbour"]
)
def test_a_place_with_a_reason_is_none(name: str, before: str) -> None:
    places = (*_places("district", "เมืองตัวอย่าง"), *_places("district", name, before=before))

    assert found("place-mismatch", places=places, district="เมืองตัวอย่าง") == []


@pytest.mark.parametrize(
    ("number", "text", "right"), [("2", "การปรับปรุงระบบการทำงาน", "8"), ("10", "การเปิดเผยข้อมูล", "9"), ("5", "การใช้ ทรัพย์สินของทางราชการ", "4")]
)
def test_the_title_of_another_indicator_is_an_error(number: str, text: str, right: str) -> None:
    findings = found("indicator-title", titles=(title(number, text),))

    assert f"ตัวชี้วัดที่ {right}" in findings[0].message.th


@pytest.mark.parametrize(
    ("number", "text", "chapter"),
    [
        ("8", "การปรับปรุงระบบการทำงาน", ""),
        ("8", "การปรับปรุงการทำงาน", ""),
        ("4", "การใช้ทรัพย์สินของทางราชการ", ""),
        ("5", "การแก้ปัญหาการทุจริต", ""),
        ("10", "การป้องกันการทุจริต ประจำปี 2568", ""),
        ("3", "จำนวนผู้เข้ารับการอบรม", ""),
        ("1", "คุณภาพการดำเนินงาน", "แบบวัด EIT"),
    ],
    ids=["older name", "newer name", "a small word", "a word left out", "with a year", "no title", "counted within EIT"],
)
def test_a_title_in_another_wording_is_none(number: str, text: str, chapter: str) -> None:
    assert found("indicator-title", titles=(title(number, text, chapter),)) == []


def test_a_code_that_the_year_does_not_have_is_an_error() -> None:
    findings = found("item-code", cited=cited("o8", "o35", "i16"))

    assert [finding.about.passage.text for finding in findings] == ["อ้างอิงจาก o35", "อ้างอิงจาก i16"]


@pytest.mark.parametrize(("code", "text", "right"), [("o9", "ข่าวประชาสัมพันธ์", "o4"), ("o16", "การเปิดโอกาสให้เกิดการมีส่วนร่วม", "o20")])
def test_a_code_with_the_title_of_another_item_is_an_error(code: str, text: str, right: str) -> None:
    findings = found("item-code", titles=(title(code, text),))

    assert right in findings[0].message.th


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("o9", "คู่มือหรือแนวทางการขอรับบริการ"),
        ("o7", "รายงานผลการดำเนินงานประจำปี พ.ศ. 2566"),
        ("o12", "รายการจัดซื้อจัดจ้างหรือการจัดหาพัสดุ"),
        ("i4", "หน่วยงานใช้จ่ายงบประมาณคุ้มค่า"),
        ("o25", "แผนป้องกันการทุจริต"),
    ],
)
def test_a_code_with_its_title_in_other_words_is_none(code: str, text: str) -> None:
    assert found("item-code", titles=(title(code, text),)) == []


def test_a_code_of_another_year_that_the_document_names_is_none() -> None:
    assert found("item-code", others=(2566,), titles=(title("o4", "แผนยุทธศาสตร์หรือแผนพัฒนาหน่วยงาน"),), cited=cited("o35")) == []


def test_a_year_without_a_whole_list_refuses_no_code() -> None:
    assert found("item-code", assessed=2567, cited=cited("o35")) == []


def test_an_earlier_year_of_which_nobody_knows_the_list_excuses_no_code() -> None:
    assert len(found("item-code", others=(2563,), assessed=2564, cited=cited("o61"))) == 1
    assert found("item-code", others=(2563,), assessed=2564, cited=cited("o43")) == []


def test_a_sentence_that_draws_the_measures_from_another_years_result_is_an_error() -> None:
    text = "จากผลการประเมินในปีงบประมาณ พ.ศ. 2566 จึงกำหนดมาตรการ ประจำปีงบประมาณ พ.ศ. 2569"
    place = passage(text)
    years = tuple(YearFact(place, year, role, span=(text.index(str(year)), text.index(str(year)) + 4)) for year, role in _DRAWN)

    assert len(found("year-mismatch", years=(*_OWN_YEARS, *years))) == 1


_DRAWN: tuple[tuple[int, YearRole], ...] = ((2566, "assessed"), (2569, "plan"))


def test_codes_that_are_another_years_throughout_are_one_warning() -> None:
    titles = (title("o4", "แผนยุทธศาสตร์หรือแผนพัฒนาหน่วยงาน"), title("o9", "Social Network ของหน่วยงาน"), title("o5", "ข้อมูลการติดต่อ"), title("o7", "ข่าวประชาสัมพันธ์"))

    findings = found("item-code", titles=titles)

    assert severities("item-code", findings) == ["warning"]

"""Which fiscal years a document is about."""

import pytest

from prongsai.checker.fact import Kind
from prongsai.checker.facts.years import Years, is_about_ita, stated_kind, years_of
from prongsai.checker.outline import outline_of
from prongsai.document import Document, Heading, Paragraph, Section, paragraph


def _years(*texts: str, kind: Kind = "analysis") -> Years:
    return years_of(outline_of(Document("", (Section(tuple(paragraph(text) for text in texts)),))), kind)


def _kind(*blocks: Heading | Paragraph) -> Kind:
    return stated_kind(outline_of(Document("", (Section(blocks),))))


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("ผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงาน ประจำปีงบประมาณ พ.ศ. ๒๕๖๘", "assessed"),
        ("ผลคะแนนปี 2568", "assessed"),
        ("มาตรการส่งเสริมคุณธรรมและความโปร่งใส\nประจำปีงบประมาณ พ.ศ.2569", "plan"),
        ("การนำผลการประเมิน ITA ไปสู่การพัฒนาองค์กร ประจำปีงบประมาณ พ.ศ. 2569", "plan"),
        ("เพื่อยกระดับคะแนนในปีงบประมาณ พ.ศ. 2569", "plan"),
        ("เปรียบเทียบกับปี 2567", "previous"),
        ("ข้อ ๐7 รายงานผลการดำเนินงานประจำปี พ.ศ. 2567", "unclear"),
        ("o43 การดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส ปีงบประมาณ พ.ศ. 2567", "unclear"),
        ("จากผล o43 จึงกำหนดมาตรการ ประจำปีงบประมาณ พ.ศ. 2569", "plan"),
        ("ประกาศผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2568", "assessed"),
        ("เกณฑ์ที่ใช้ในปีงบประมาณ พ.ศ. 2568", "assessed"),
        ("ผลคะแนนของเทศบาลนครตัวอย่างพัฒนา ปีงบประมาณ 2568", "assessed"),
        ("แนวทางการพัฒนาหน่วยงาน ปีงบประมาณ 2569", "plan"),
        ("ความก้าวหน้าและผลการดำเนินการ ปีงบประมาณ พ.ศ. 2569", "plan"),
        ("ประจำปีงบประมาณ พ.ศ. 2568", "assessed"),
        ("องค์การบริหารส่วนตำบลตัวอย่าง ปีงบประมาณ พ.ศ.2568", "assessed"),
        ("เทศบาลตำบลตัวอย่างใช้จ่ายเงินในปีงบประมาณ พ.ศ.2568", "unclear"),
        ("รายการจัดซื้อจัดจ้างประจำปี พ.ศ. 2568", "unclear"),
        ("the result of fiscal year 2025", "assessed"),
    ],
)
def test_the_words_before_a_year_say_what_it_is_the_year_of(text: str, role: str) -> None:
    assert [fact.role for fact in _years(text).years] == [role]


def test_an_earlier_year_that_is_only_compared_gives_way_to_the_one_before_the_plan() -> None:
    compared = [f"ตัวชี้วัดที่ {number} ผลการประเมินปี 2567 ได้ 90.00 คะแนน" for number in range(1, 6)]
    plan = "มาตรการส่งเสริมคุณธรรม ปีงบประมาณ พ.ศ. 2569"

    assert _years(plan, *compared, "จากผลการประเมินปี 2568", kind="measures").assessed == 2568
    assert _years(plan, *compared, kind="measures").assessed == 2567
    assert _years(plan, "1. ผลการประเมิน ITA ปีงบประมาณ 2567", *compared, "จากผลการประเมินปี 2568", kind="measures").assessed == 2567


def test_an_analysis_has_no_measures_of_the_year_that_it_is_about() -> None:
    assert _years("ผลการประเมิน ITA ปีงบประมาณ 2568", "แนวทางการพัฒนา ปีงบประมาณ 2568").plan is None
    assert _years("ผลการประเมิน ITA ปีงบประมาณ 2568", "แนวทางการพัฒนา ปีงบประมาณ 2569").plan == 2569


@pytest.mark.parametrize(
    "text", ["พระราชบัญญัติมาตรฐานทางจริยธรรม พ.ศ. ๒๕๖๒", "เดือนตุลาคม 2568 – เดือนกันยายน 2569", "ระเบียบกระทรวงการคลัง พ.ศ. 2560", "วันที่ 5 มีนาคม พ.ศ. 2569"]
)
def test_years_of_laws_and_dates_are_no_fiscal_years(text: str) -> None:
    assert _years(text).years == ()


def test_the_year_assessed_is_the_one_before_the_plan_where_mentions_contradict() -> None:
    found = _years(
        "มาตรการส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. 2566",
        "จากการวิเคราะห์ผลการประเมิน ประจำปีงบประมาณ พ.ศ. 2566",
        "ตามผลการประเมิน ประจำปีงบประมาณ พ.ศ. 2565",
        kind="measures",
    )

    assert (found.assessed, found.plan) == (2565, 2566)


def test_one_year_gives_the_other() -> None:
    assert _years("มาตรการ ปีงบประมาณ พ.ศ. 2569", kind="measures").assessed == 2568
    assert _years("ไม่มีปี").assessed is None


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("รายงานการวิเคราะห์ผลการประเมิน ITA", "analysis"),
        ("มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน", "measures"),
        ("รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรม", "progress"),
        ("รายงานการประชุมสภา", "unknown"),
    ],
)
def test_the_title_tells_the_kind(title: str, kind: Kind) -> None:
    assert _kind(paragraph(title, "title"), paragraph("มาตรการอื่น")) == kind


def test_a_document_that_never_names_the_ita_is_not_about_it() -> None:
    assert not is_about_ita(outline_of(Document("", (Section((paragraph("แผนพัฒนาท้องถิ่น พ.ศ. 2568"),)),))))
    assert is_about_ita(outline_of(Document("", (Section((paragraph("ผลการประเมิน ITA"),)),))))


@pytest.mark.parametrize("text", ["เป้าหมายภายในปี 2570 ร้อยละ 95 ของหน่วยงานผ่าน", "ผลการประเมินจะสูงขึ้นภายในปีงบประมาณ 2580"])
def test_a_year_until_which_something_is_to_be_reached_is_not_the_documents(text: str) -> None:
    assert _years("ผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2568", text).assessed == 2568


@pytest.mark.parametrize("text", ["ปี 2568 " * 2_500, "ปีงบประมาณ พ.ศ. 2568 ผลการประเมิน " * 600, "1" * 20_000])
def test_a_passage_full_of_years_costs_little(text: str) -> None:
    """Fails by taking minutes where a pattern goes back over what it has seen."""
    assert _years("ผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2567", text).assessed in (2567, 2568)

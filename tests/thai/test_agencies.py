"""Names of agencies are told apart by type and place, in full and shortened."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.thai import AGENCY_TYPES, AgencyType, agency_type, find_type, parse_agency, short_form, type_of

_WITH_PLACE = [kind for kind in AGENCY_TYPES if kind.before_place]


@pytest.mark.parametrize(
    ("text", "type_name", "place", "full"),
    [
        ("ทน.แม่สอด", "เทศบาลนคร", "แม่สอด", "เทศบาลนครแม่สอด"),
        ("เทศบาลนครแม่สอด", "เทศบาลนคร", "แม่สอด", "เทศบาลนครแม่สอด"),
        ("สำนักงานเทศบาลนครแม่สอด", "เทศบาลนคร", "แม่สอด", "เทศบาลนครแม่สอด"),
        ("เทศบาลนครแม่สอด อำเภอแม่สอด จังหวัดตาก", "เทศบาลนคร", "แม่สอด", "เทศบาลนครแม่สอด"),
        ("เทศบาลนครนครปฐม", "เทศบาลนคร", "นครปฐม", "เทศบาลนครนครปฐม"),
        ("เทศบาลเมืองเมืองพล", "เทศบาลเมือง", "เมืองพล", "เทศบาลเมืองเมืองพล"),
        ("ทต.บ้านกลาง อ.เมือง", "เทศบาลตำบล", "บ้านกลาง", "เทศบาลตำบลบ้านกลาง"),
        ("เทศบาลแม่สอด", "เทศบาล", "แม่สอด", "เทศบาลแม่สอด"),
        ("อบต. ชุมแสง", "องค์การบริหารส่วนตำบล", "ชุมแสง", "องค์การบริหารส่วนตำบลชุมแสง"),
        ("อ.บ.ต.ชุมแสง", "องค์การบริหารส่วนตำบล", "ชุมแสง", "องค์การบริหารส่วนตำบลชุมแสง"),
        ("อบต ชุมแสง", "องค์การบริหารส่วนตำบล", "ชุมแสง", "องค์การบริหารส่วนตำบลชุมแสง"),
        ("องค์การบริหารส่วนตำบลชุมแสง", "องค์การบริหารส่วนตำบล", "ชุมแสง", "องค์การบริหารส่วนตำบลชุมแสง"),
        ("องค์การบริหารส่วนตำบล  \n ชุมแสง", "องค์การบริหารส่วนตำบล", "ชุมแสง", "องค์การบริหารส่วนตำบลชุมแสง"),
        ("ที่ทำการ อบต.ชุมแสง", "องค์การบริหารส่วนตำบล", "ชุมแสง", "องค์การบริหารส่วนตำบลชุมแสง"),
        ("อบจ.ตาก", "องค์การบริหารส่วนจังหวัด", "ตาก", "องค์การบริหารส่วนจังหวัดตาก"),
        ("จ.ตาก", "จังหวัด", "ตาก", "จังหวัดตาก"),
        ("กทม.", "กรุงเทพมหานคร", "", "กรุงเทพมหานคร"),
        ("เมืองพัทยา", "เมืองพัทยา", "", "เมืองพัทยา"),
        ("กรมบัญชีกลาง", "กรม", "บัญชีกลาง", "กรมบัญชีกลาง"),
        ("สำนักงานปลัดกระทรวงมหาดไทย", "สำนักงานปลัดกระทรวง", "มหาดไทย", "สำนักงานปลัดกระทรวงมหาดไทย"),
        ("กระทรวงมหาดไทย", "กระทรวง", "มหาดไทย", "กระทรวงมหาดไทย"),
        ("มหาวิทยาลัยพะเยา", "มหาวิทยาลัย", "พะเยา", "มหาวิทยาลัยพะเยา"),
        ("หอภาพยนตร์(องค์การมหาชน)", "องค์การมหาชน", "หอภาพยนตร์", "หอภาพยนตร์(องค์การมหาชน)"),
    ],
)
def test_a_name_tells_type_and_place(text: str, type_name: str, place: str, full: str) -> None:
    agency = parse_agency(text)

    assert agency.type is not None
    assert (agency.type.name.th, agency.place, agency.full) == (type_name, place, full)


@pytest.mark.parametrize("text", ["การไฟฟ้านครหลวง", "ทนายความ", "โรงเรียนบ้านกลาง จังหวัดตาก"])
def test_a_name_of_no_known_type_stays_whole(text: str) -> None:
    agency = parse_agency(text)

    assert agency.type is None
    assert agency.full == text


def test_a_given_type_completes_a_name_that_tells_none() -> None:
    assert parse_agency("แม่สอด", "ทน.").full == "เทศบาลนครแม่สอด"
    assert parse_agency("ชุมแสง อำเภอสตึก", "อบต").full == "องค์การบริหารส่วนตำบลชุมแสง"


def test_a_given_type_makes_the_word_for_several_types_exact() -> None:
    assert parse_agency("เทศบาลแม่สอด", "เทศบาลนคร").full == "เทศบาลนครแม่สอด"


def test_a_name_that_tells_its_type_is_not_changed_by_another() -> None:
    assert parse_agency("เทศบาลตำบลแม่สอด", "อบต.").full == "เทศบาลตำบลแม่สอด"


def test_a_type_that_is_no_part_of_names_leaves_the_name_alone() -> None:
    agency = parse_agency("การไฟฟ้านครหลวง", "รัฐวิสาหกิจ")

    assert agency.full == "การไฟฟ้านครหลวง"
    assert agency.type == agency_type("รัฐวิสาหกิจ")


def test_a_type_is_not_put_before_a_name_that_has_it_inside() -> None:
    assert parse_agency("สำนักงานจังหวัดตาก", "จังหวัด").full == "สำนักงานจังหวัดตาก"


def test_an_unknown_given_type_counts_for_nothing() -> None:
    assert parse_agency("แม่สอด", "สมาคม").type is None


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("เทศบาลนครแม่สอด", "ทน.แม่สอด"),
        ("องค์การบริหารส่วนตำบลชุมแสง", "อบต.ชุมแสง"),
        ("กรมบัญชีกลาง", "กรมบัญชีกลาง"),
        ("การไฟฟ้านครหลวง", "การไฟฟ้านครหลวง"),
    ],
)
def test_names_are_shortened_as_offices_do(text: str, short: str) -> None:
    assert short_form(text) == short
    assert short_form(parse_agency(text)) == short


def test_the_type_of_a_name_is_told() -> None:
    assert type_of("ทน.แม่สอด") == type_of(parse_agency("เทศบาลนครแม่สอด")) == agency_type("เทศบาลนคร")
    assert type_of("การไฟฟ้านครหลวง") is None


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("มาตรการของอบต.ชุมแสง อำเภอสตึก จังหวัดบุรีรัมย์", "อบต."),
        ("นายก อบจ ตาก", "อบจ."),
        ("ผู้บริหารเทศบาลนครแม่สอดและเทศบาลตำบล", "เทศบาลนคร"),
        ("ประชาชนในเขตเทศบาล", "เทศบาล"),
        ("บุคลากรขององค์การบริหารส่วนจังหวัดตาก", "อบจ."),
        ("นิสิตของมหาวิทยาลัย", "มหาวิทยาลัย"),
        ("กรมบัญชีกลางแจ้งเทศบาลตำบล", "กรม"),
    ],
)
def test_the_type_that_a_text_speaks_of_is_found(text: str, word: str) -> None:
    assert find_type(text) == agency_type(word)


@pytest.mark.parametrize("text", ["รับผิดชอบต่อหน้าที่", "ตอบตามจริง รอบตัว มอบจ่าย สอบจาก", "อดทน. อาจ. โปรแกรม", "อำเภอสตึก จังหวัดบุรีรัมย์", ""])
def test_letters_inside_other_words_are_no_type(text: str) -> None:
    assert find_type(text) is None


def test_elected_members_stand_beside_the_officials_of_local_governments_only() -> None:
    political = {kind.name.th for kind in AGENCY_TYPES if kind.political_side}

    assert political == {
        "เทศบาลตำบล",
        "เทศบาลเมือง",
        "เทศบาลนคร",
        "เทศบาล",
        "องค์การบริหารส่วนตำบล",
        "องค์การบริหารส่วนจังหวัด",
        "เมืองพัทยา",
        "กรุงเทพมหานคร",
    }
    assert [kind.name.th for kind in AGENCY_TYPES if kind.unspecific] == ["เทศบาล"]


@pytest.mark.parametrize("kind", AGENCY_TYPES, ids=lambda kind: str(kind.name.en))
def test_every_type_is_known_by_its_name(kind: AgencyType) -> None:
    assert agency_type(kind.name.th) == kind
    assert not kind.short or agency_type(kind.short) == kind


@given(st.sampled_from(_WITH_PLACE), st.sampled_from(["แม่สอด", "ชุมแสง", "เชียงใหม่", "บ้านกลาง", "พระนครศรีอยุธยา"]))
def test_full_and_short_names_are_the_same_agency(kind: AgencyType, place: str) -> None:
    agency = parse_agency(kind.name.th + place)

    assert agency.type == kind
    assert parse_agency(short_form(agency)) == agency

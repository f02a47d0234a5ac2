"""The page of remarks: what it says first, how its parts lead to each other, and that nobody's text becomes markup."""

import re
from collections import Counter
from time import perf_counter
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from checker.page_by_hand import checked, heading, line, page, reading, remark, table, words
from prongsai.checker import RULES, remark_page
from prongsai.document import Place, Reading
from prongsai.plan import Severity
from prongsai.words import Words

ROWS = (("ตัวชี้วัด", "คะแนน"), ("1 การปฏิบัติหน้าที่", "95.24"), ("2 การใช้งบประมาณ", "95.83"), ("3 การใช้อำนาจ", "99.31"))
CELL = Place(table=1, row=2, column=2)
SEVERITIES: tuple[Severity, ...] = get_args(Severity)


def sample() -> Reading:
    return reading(heading("ผลการประเมิน", 1), line("ได้ 87.15 คะแนน", 2), table(1, ROWS), line("ท้ายเรื่อง", 9), line("ลงชื่อ", 10))


def at(number: int) -> Place:
    return Place(anchor=f"line:{number}")


def ids(tree: html.HtmlElement) -> list[str]:
    return [str(found) for found in tree.xpath("//@id")]


def one(tree: html.HtmlElement, path: str) -> html.HtmlElement:
    found = tree.xpath(path)
    assert len(found) == 1, f"{path}: {len(found)}"
    return found[0]


def test_remarks_are_numbered_as_shown_errors_first_and_then_by_place() -> None:
    tree = page(sample(), remark(at(2), "note"), remark(CELL, "error"), remark(at(9), "warning"), remark(at(10), "error"))

    assert [entry.get("id") for entry in tree.xpath("//ol/li")] == ["item-1", "item-2", "item-3", "item-4"]
    assert [words(group) for group in tree.xpath("//h3[@class='severity']")] == ["ต้องแก้ 2 แห่ง", "ควรตรวจ 1 แห่ง", "ข้อแนะนำ 1 แห่ง"]
    assert [card.get("id") for card in tree.xpath("//section[contains(@class, 'card')]")] == ["remark-4", "remark-1", "remark-3", "remark-2"]


def test_the_errors_are_counted_by_rule_with_links_to_the_first() -> None:
    tree = page(sample(), remark(at(2), rule="total-mismatch"), remark(CELL, rule="item-code"), remark(at(9), rule="item-code"), remark(at(10), "note"))

    assert "ต้องแก้ก่อนเผยแพร่ 3 แห่ง" in words(tree)
    assert [(words(entry), entry.find("a").get("href")) for entry in tree.xpath("//ul[contains(@class, 'summary')]/li")] == [
        (f"{RULES['item-code'].about.th} 2 แห่ง", "#remark-2"),
        (f"{RULES['total-mismatch'].about.th} 1 แห่ง", "#remark-1"),
    ]


def test_a_card_says_severity_and_subject_first_and_the_code_last() -> None:
    tree = page(sample(), remark(at(2), "warning"))

    card = words(one(tree, "//section[@id='remark-1']"))

    assert card.startswith(f"1. ควรตรวจ {RULES['total-mismatch'].about.th} คะแนนไม่ตรง วิธีแก้: แก้คะแนน")
    assert card.endswith("total-mismatch")


def test_confidence_is_said_only_where_it_is_low() -> None:
    tree = page(sample(), remark(at(2), sure=0.59), remark(CELL, sure=0.6))

    assert "ความเชื่อมั่นต่ำ โปรดดูต้นฉบับ" in words(one(tree, "//section[@id='remark-1']"))
    assert "ความเชื่อมั่น" not in words(one(tree, "//section[@id='remark-2']"))
    assert "%" not in words(tree.find("body"))


def test_clearness_is_told_of_pdfs_and_pictures_and_of_what_was_read_badly() -> None:
    told = [words(page(reading(line("ก", 1), form=form, quality=quality))) for form, quality in (("pdf", 1.0), ("image", 1.0), ("docx", 0.8), ("docx", 0.95))]

    assert ["ความชัดของข้อความ" in text for text in told] == [True, True, True, False]


def test_a_document_that_was_not_checked_is_never_said_to_be_without_remarks() -> None:
    source = sample()
    why = Words("ไม่ใช่รายงานที่รู้จัก", "no report that is known")

    text = words(html.document_fromstring(remark_page("ตัวอย่าง.docx", source, checked(source, known=False, notes=(why,)))))

    assert "ยังไม่ได้ตรวจ" in text
    assert "ไม่ใช่รายงานที่รู้จัก" in text
    assert "ไม่พบข้อสังเกต" not in text


def test_a_document_without_remarks_says_so() -> None:
    assert "ไม่พบข้อสังเกตในเอกสารนี้" in words(page(sample()))


def test_headings_go_down_by_one_and_the_documents_own_begin_at_the_third_level() -> None:
    tree = page(reading(heading("บท", 1, 1), heading("ตอน", 2, 2), heading("ข้อ", 3, 4)), remark(at(1)))

    levels = [(element.tag, words(element).split(" ")[0]) for element in tree.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]

    assert levels == [("h1", "ตัวอย่าง.docx"), ("h2", "ข้อสังเกต"), ("h3", "ต้องแก้"), ("h2", "เอกสาร"), ("h3", "บท"), ("h4", "ตอน"), ("h6", "ข้อ")]


@given(st.lists(st.tuples(st.sampled_from([Place(), CELL, Place(page=9), *map(at, (1, 2, 9, 10))]), st.sampled_from(SEVERITIES)), max_size=12))
@settings(max_examples=30, deadline=None)
def test_every_remark_is_linked_both_ways_and_no_id_stands_twice(found: list[tuple[Place, Severity]]) -> None:
    tree = page(sample(), *(remark(place, severity) for place, severity in found))

    assert max(Counter(ids(tree)).values()) == 1
    assert {target.removeprefix("#") for target in tree.xpath("//a/@href | //*/@aria-labelledby")} <= set(ids(tree))
    for number in range(1, len(found) + 1):
        card = one(tree, f"//section[@id='remark-{number}']")
        listed = one(tree, f"//li[@id='item-{number}']/a/@href").removeprefix("#")
        ways = card.xpath(".//p[@class='ways']/a/@href")
        assert f"#item-{number}" in ways
        assert (f"#remark-{number + 1}" in ways) == (number < len(found))
        if listed != f"remark-{number}":
            passage = one(tree, f"//*[@id='{listed}']")
            assert f"#{listed}" in ways
            assert passage.xpath(f".//a[@href='#remark-{number}']")


def test_a_remark_without_a_passage_stands_before_the_document() -> None:
    tree = page(sample(), remark(Place(), rule="missing-section"))

    first = one(tree, "//div[@class='paper']")[0]

    assert words(first).startswith(f"ทั้งเอกสาร 1. ต้องแก้ {RULES['missing-section'].about.th}")
    assert one(tree, "//li[@id='item-1']/a").get("href") == "#remark-1"


def test_two_passages_at_one_place_carry_a_remark_once() -> None:
    tree = page(reading(line("บรรทัดแรก", 1), line("บรรทัดที่สอง", 1)), remark(at(1)))

    assert len(tree.xpath("//section[@id='remark-1']")) == 1
    assert len(tree.xpath("//a[@href='#remark-1' and contains(@class, 'badge')]")) == 1


def test_badges_name_their_remark_for_those_who_cannot_see_the_colour() -> None:
    tree = page(sample(), remark(at(2)), remark(CELL, "warning"))

    assert tree.xpath("//a[contains(@class, 'badge')]/@aria-label") == ["ข้อสังเกตที่ 1 ต้องแก้", "ข้อสังเกตที่ 2 ควรตรวจ"]


def test_a_table_has_heads_with_a_scope_and_a_number_for_screen_readers() -> None:
    tree = page(sample(), remark(CELL))

    assert [(words(head), head.get("scope")) for head in tree.xpath("//thead//th")] == [("ตัวชี้วัด", "col"), ("คะแนน", "col")]
    assert words(one(tree, "//table/caption")) == "ตาราง 1"


def test_heads_that_only_the_checker_recognised_are_heads() -> None:
    rows = (("มาตรการ", "ระยะเวลา", "ผู้รับผิดชอบ"), ("จัดทำคู่มือ", "ต.ค. 68", "สำนักปลัด"))

    tree = page(reading(table(1, rows, head=0), table(2, (rows[0], ("อบรม", "ม.ค. 69", "กองคลัง")), head=0)))

    assert len(tree.xpath("//thead")) == 2
    assert len(tree.xpath("//th[@scope='col']")) == 6


def test_the_cards_of_a_row_stand_right_under_it_over_the_whole_width() -> None:
    tree = page(sample(), remark(CELL))

    below = one(tree, "//td[@id='passage-1']/../following-sibling::tr[1]")

    assert below.get("class") == "cards"
    assert below[0].get("colspan") == "2"
    assert below.xpath(".//section/@id") == ["remark-1"]


def test_no_row_of_cards_cuts_through_a_cell_that_spans_rows() -> None:
    tree = page(reading(table(1, ROWS, tall=2)), remark(CELL))

    body = one(tree, "//tr[@class='cards']/..")

    assert [row.get("class") for row in body] == [None, None, "cards"]
    assert body.xpath(".//td/@rowspan") == ["2"]


def test_only_passages_with_remarks_and_their_neighbours_are_printed() -> None:
    tree = page(reading(*(line(f"บรรทัด {number}", number) for number in range(1, 7))), remark(at(3)))

    near = [words(element) for element in one(tree, "//div[@class='paper']") if "near" in element.get("class", "")]

    assert [text[:8] for text in near] == ["บรรทัด 2", "บรรทัด 3", "บรรทัด 4"]
    assert tree.xpath("//input[@id='whole']/@type") == ["checkbox"]


def test_a_long_table_prints_its_head_and_the_rows_with_remarks() -> None:
    tree = page(reading(table(1, ROWS)), remark(Place(table=1, row=3, column=1)))

    assert [body.get("class") for body in tree.xpath("//tbody")] == [None, "near", None]


def test_a_filter_without_remarks_is_disabled_and_every_passage_names_its_severities() -> None:
    tree = page(sample(), remark(at(2), "note"), remark(at(2), "warning"))

    assert tree.xpath("//input[@disabled]/@id") == ["show-error"]
    assert tree.xpath("//input[@checked]/@id") == ["show-warning", "show-note"]
    assert one(tree, "//*[@id='passage-1']").get("class") == "said warning note"


def test_margins_are_shown_after_the_text_with_their_remarks() -> None:
    tree = page(reading(line("เนื้อความ", 1), margins=(line("หัวกระดาษของที่อื่น", 50),)), remark(at(50)))

    last = one(tree, "//div[@class='paper']")[-1]

    assert words(last).startswith("หัวกระดาษของที่อื่น 1")
    assert "หัวกระดาษ ท้ายกระดาษ" in words(last.getprevious())


@given(st.text(alphabet="<>&\"' aก=/\x00\x1b\ud800", min_size=1, max_size=20))
@settings(max_examples=40, deadline=None)
def test_nobodys_text_becomes_markup(text: str) -> None:
    evil = f'"><script>alert(1)</script><img onerror=x {text}'
    source = reading(heading(evil, 1), line(evil, 2), table(1, (("หัว", evil), (evil, "ข"))), margins=(line(evil, 7),))
    remarks = [remark(place, rule=evil, message=evil) for place in (at(1), at(2), CELL, at(7), Place(anchor=evil))]

    tree = html.document_fromstring(remark_page(evil, source, checked(source, *remarks)).encode())

    assert not tree.xpath("//script | //img | //@onerror | //iframe | //object | //link")
    assert all(re.fullmatch(r"[a-z]+(-\d+|-error|-warning|-note)?", name) for name in ids(tree))
    assert all(re.fullmatch(r"#[a-z]+(-\d+)?", target) for target in tree.xpath("//a/@href"))


def test_the_page_needs_nothing_from_elsewhere_and_no_script() -> None:
    text = remark_page("ตัวอย่าง.docx", sample(), checked(sample(), remark(CELL)))

    assert not re.search(r"https?:|//|url\(|@import|<script|<link|src=|javascript", text)


def test_the_page_says_who_made_it_so_that_the_program_knows_its_own() -> None:
    assert page(sample()).xpath("//meta[@name='generator']/@content") == ["Prongsai check"]


def test_an_english_page_has_english_words() -> None:
    tree = page(sample(), remark(at(2)), language="en")

    assert tree.get("lang") == "en"
    assert words(one(tree, "//section[@id='remark-1']")).startswith("1. to mend")


@pytest.mark.parametrize("mode", [0, 1], ids=["light", "dark"])
def test_every_text_stands_out_from_what_is_behind_it(mode: int) -> None:
    style = str(page(sample()).xpath("//style/text()")[0])
    colours = dict(re.findall(r"--([\w-]+): (#\w+)", re.findall(r":root \{.*?\}", style)[mode]))
    texts = ("ink", "quiet", "link", *SEVERITIES)
    pairs = [(text, behind) for text in texts for behind in ("paper", "desk")]
    pairs += [("ink", f"on-{severity}") for severity in SEVERITIES] + [("paper", severity) for severity in SEVERITIES]

    faint = {pair: round(contrast(colours[pair[0]], colours[pair[1]]), 2) for pair in pairs if contrast(colours[pair[0]], colours[pair[1]]) < 4.5}

    assert not faint


def contrast(first: str, second: str) -> float:
    """The ratio of WCAG 2, 1 to 21."""
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    plain = colour[1:] if len(colour) == 7 else "".join(sign * 2 for sign in colour[1:])
    shares = [int(plain[start : start + 2], 16) / 255 for start in (0, 2, 4)]
    red, green, blue = (share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_sixty_pages_are_built_quickly_and_stay_small() -> None:
    text = "หน่วยงานจัดทำรายงานผลการประเมินคุณธรรมและความโปร่งใสตามขั้นตอนที่กำหนดไว้ " * 3
    lines = [line(f"{number} {text}", number, 1 + number // 25) for number in range(1500)]
    source = reading(*lines, table(1, [(f"{number}", text, "95.00") for number in range(300)]))
    check = checked(source, *(remark(entry.place or Place()) for entry in lines[::10]))

    started = perf_counter()
    size = len(remark_page("ตัวอย่าง.docx", source, check).encode())

    assert perf_counter() - started < 2
    assert size < 2_000_000

"""A web page of ours stands alone, reads well to everyone and runs nothing."""

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html
from samples import rich_document

from prongsai.document.digits import in_digits
from prongsai.document.model import Document, Figure, Paragraph, Run, Section, paragraph
from prongsai.document.writing.html.blocks import list_markup
from prongsai.document.writing.html.svg import inline_svg
from prongsai.document.writing.html.write_html import write_html

_SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="20" height="10">{}</svg>'


@pytest.fixture(scope="module")
def page() -> etree._Element:
    return html.document_fromstring(write_html(rich_document()))


def test_the_page_says_its_language_and_title(page: etree._Element) -> None:
    assert page.get("lang") == "th"
    assert page.findtext(".//title") == "รายงานการวิเคราะห์ผลการประเมิน ITA ปี 2568"
    assert write_html(rich_document()).startswith("<!doctype html>")


def test_headings_start_with_one_title_and_skip_no_level(page: etree._Element) -> None:
    levels = [int(node.tag[1]) for node in page.iter("h1", "h2", "h3", "h4", "h5")]

    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_a_document_without_a_cover_has_its_title_all_the_same() -> None:
    page = html.document_fromstring(write_html(Document("บันทึก", (Section((paragraph("เนื้อหา"),)),))))

    assert [node.text for node in page.iter("h1")] == ["บันทึก"]


def test_every_link_within_the_page_has_its_target_and_ids_are_unique(page: etree._Element) -> None:
    ids = Counter(page.xpath("//@id"))

    targets = {link[1:] for link in page.xpath("//a/@href") if link.startswith("#")}

    assert targets <= set(ids)
    assert len(page.xpath("//nav//a")) == 6
    assert set(ids.values()) == {1}
    assert set(" ".join(page.xpath("//@aria-labelledby")).split()) <= set(ids)


def test_tables_have_captions_heads_with_scope_and_a_region_to_scroll(page: etree._Element) -> None:
    regions = page.xpath("//div[@role='region' and @tabindex='0']")

    assert len(regions) == 2
    for region in regions:
        assert region.find("table/caption").text_content().startswith("ตารางที่")
        heads = region.findall("table/thead//th")
        assert heads
        assert all(head.get("scope") in {"col", "colgroup"} for head in heads)
    assert page.xpath("//tbody//th[@scope='row' and @colspan='2']")
    assert len(page.xpath("//tbody/tr/td[@rowspan='2']")) == 16


def test_figures_tell_what_they_show(page: etree._Element) -> None:
    figure = page.find(".//figure")
    picture = figure.find(".//svg")

    assert picture.get("role") == "img"
    assert picture.findtext("title").startswith("แผนภูมิแท่งคะแนน")
    assert figure.findtext("figcaption").startswith("ภาพที่ 1")


def test_nothing_runs_and_nothing_is_fetched() -> None:
    text = write_html(rich_document())
    page = html.document_fromstring(text)

    loads = page.xpath("//@src | //link/@href | //@srcset | //@action")
    styles = re.sub(r"url\(data:font/ttf;base64,[A-Za-z0-9+/=]+\)", "", "".join(page.xpath("//style/text()")))

    assert not loads
    assert not page.xpath("//script | //iframe | //object | //embed | //form")
    assert "url(" not in styles
    assert "@import" not in styles
    assert set(page.xpath("//a/@href[not(starts-with(., '#'))]")) == {
        "https://example.go.th/ita/2568?หน้า=1&x=2",
        "mailto:saraban2@example.go.th",
    }


@pytest.mark.parametrize("target", ["javascript:alert(1)", " JaVaScRiPt:alert(1)", "data:text/html,x", "/etc/passwd", "vbscript:x", "https:///x"])
def test_only_web_and_mail_addresses_become_links(target: str) -> None:
    text = write_html(Document("ก", (Section((Paragraph((Run("ที่นี่", href=target),)),)),)))

    assert html.document_fromstring(text).xpath("//p//text()") == ["ที่นี่"]
    assert not html.document_fromstring(text).xpath("//p/a")


@given(st.text())
def test_any_text_comes_back_as_it_was(text: str) -> None:
    shown = "".join(char for char in text if char.isprintable() or char in " ")

    page = html.document_fromstring(write_html(Document(shown, (Section((paragraph("ก" + shown + "ข"),)),), header=shown, page_label=shown)))

    assert page.xpath("//main//p")[0].text_content() == "ก" + shown + "ข"
    assert len(page.xpath("//style")) == 1


def test_thai_digits_number_lists_and_pages() -> None:
    text = write_html(in_digits(rich_document(), "thai"))

    assert 'class="thai"' in text
    assert "counter(page, thai)" in text
    assert "๘๗.๑๕" in text
    assert 'href="https://example.go.th/ita/2568?' in text


def test_lists_nest_as_their_levels_say() -> None:
    entries = [
        paragraph("1", "number"),
        paragraph("1.1", "number", 1),
        paragraph("1.2", "number", 3),
        paragraph("2", "number"),
        paragraph("•", "bullet", 1),
        paragraph("•", "bullet"),
    ]

    assert list_markup(entries) == ("<ol><li>1<ol><li>1.1<ol><li>1.2</li></ol></li></ol></li><li>2<ul><li>•</li></ul></li></ol><ul><li>•</li></ul>")


def test_a_picture_loses_what_runs_or_loads() -> None:
    inside = (
        '<script>alert(1)</script><style>@import url("http://x.example/a.css"); rect{fill:url(http://x.example/b)}</style>'
        '<image xlink:href="http://x.example/c.png"/><a xlink:href="javascript:alert(1)"><rect onclick="alert(1)" fill="url(http://x.example/d)"/></a>'
    )

    markup = inline_svg(_SVG.format(inside), "คำอธิบาย <1>", "f-1")

    assert not re.search(r"script|onclick|x\.example|@import|<image", markup)
    assert '<title id="f-1-title">คำอธิบาย &lt;1&gt;</title>' in markup
    assert 'viewBox="0 0 20 10"' in markup


def test_two_pictures_do_not_share_names() -> None:
    drawing = _SVG.format('<defs><clipPath id="a"><rect/></clipPath></defs><g clip-path="url(#a)"><use xlink:href="#a"/></g>')
    figure = Figure(drawing, "ภาพ")

    page = html.document_fromstring(write_html(Document("ก", (Section((figure, figure)),))))

    assert page.xpath("//clippath/@id | //clipPath/@id") == ["f-1-a", "f-2-a"]
    assert page.xpath("//g/@clip-path") == ["url(#f-1-a)", "url(#f-2-a)"]


def test_the_same_document_gives_the_same_page() -> None:
    assert write_html(rich_document()) == write_html(replace(rich_document()))

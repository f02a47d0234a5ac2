"""The canvas writes one sound picture whatever the texts hold."""

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from prongsai.report.svg import Canvas

_PRINTABLE = st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"))


@given(_PRINTABLE)
def test_a_text_is_read_back_as_it_was_given(text: str) -> None:
    canvas = Canvas(100, 50)

    canvas.text(1, 2, text)

    root = etree.fromstring(canvas.svg().encode())
    assert "".join(root[0].itertext()) == text


def test_a_bar_of_less_than_nothing_is_empty() -> None:
    canvas = Canvas(100, 50)

    canvas.bar(5, 5, -3, 10)

    assert etree.fromstring(canvas.svg().encode())[0].get("width") == "0.0"


def test_the_picture_says_its_size_and_its_font() -> None:
    root = etree.fromstring(Canvas(680, 120).svg().encode())

    assert root.get("viewBox") == "0 0 680 120"
    assert root.get("font-family").startswith("Sarabun")

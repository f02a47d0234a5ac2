"""A report speaks one language and counts in one kind of digits."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from prongsai.document import Digits, Document, Figure
from prongsai.framework import load_sources
from prongsai.pipeline import Way
from prongsai.report import KINDS
from prongsai.results import data_of
from prongsai.thai import to_arabic_digits, to_thai_digits
from prongsai.words import Language
from report.made_up import NAMES, PARTIAL, documents, way
from report.reading import all_of, text, texts

_THAI = re.compile(r"[\u0e01-\u0e5b]+")
_ENGLISH_SENTENCE = re.compile(r"(?:\b[A-Za-z][a-z]+[ ,;]+){3,}[a-z]+")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|(?:[\w-]+\.)+(?:th|com|org|net|io)\b\S*", re.ASCII)
_THAI_DIGIT, _ARABIC_DIGIT = re.compile("[๐-๙]"), re.compile("[0-9]")
_LANGUAGES: tuple[Language, ...] = ("th", "en")


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        value = [*value.keys(), *value.values()]
    if isinstance(value, list):
        for entry in value:
            yield from _strings(entry)
    elif isinstance(value, str):
        yield from (value, *value.split("\n"))


def _official(way: Way) -> list[str]:
    """What no report translates: the texts that were given, the official titles, the codes of levels, the names of sources."""
    given = list(_strings(data_of(way.results)))
    if way.earlier:
        given += [item.title for item in way.earlier.framework.items.values() if item.title]
    given += [text for item in way.framework.items.values() for text in (item.title, *(item.elements or ())) if text]
    given += [step.code for step in way.framework.levels.steps] if way.framework.levels else []
    given += [f"{source.what} ({source.where})" for source in load_sources()]
    return sorted({text.strip() for text in given if text.strip()}, key=len, reverse=True)


def _own_words(way: Way, document: Document) -> Iterator[str]:
    """The texts of a report without what was given to it."""
    official = [entry for entry in _official(way) if len(entry) > 1]
    for piece in texts(document):
        for entry in official:
            piece = piece.replace(entry, "")
        yield piece


@pytest.mark.parametrize("name", NAMES)
def test_an_english_report_has_thai_only_in_official_titles_names_and_given_texts(name: str) -> None:
    for document in documents(name, "en"):
        assert not [piece for piece in _own_words(way(name, "en"), document) if _THAI.search(piece)]


@pytest.mark.parametrize("name", NAMES)
def test_a_thai_report_has_no_english_sentence_of_its_own(name: str) -> None:
    for document in documents(name, "th"):
        assert not [piece for piece in _own_words(way(name), document) if _ENGLISH_SENTENCE.search(piece)]


@pytest.mark.parametrize("language", _LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_a_report_in_thai_digits_shows_arabic_ones_only_in_addresses(name: str, language: Language) -> None:
    for document in documents(name, language, "thai"):
        assert document.digits == "thai"
        assert not [piece for piece in texts(document) if _ARABIC_DIGIT.search(_ADDRESS.sub("", piece))]


@pytest.mark.parametrize("language", _LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_a_report_in_arabic_digits_shows_no_thai_ones(name: str, language: Language) -> None:
    for document in documents(name, language, "arabic"):
        assert document.digits == "arabic"
        assert not [piece for piece in texts(document) if _THAI_DIGIT.search(_ADDRESS.sub("", piece))]


@pytest.mark.parametrize("name", NAMES)
def test_both_digit_systems_tell_the_same(name: str) -> None:
    for thai, arabic in zip(documents(name, "th", "thai"), documents(name, "th", "arabic"), strict=True):
        assert to_arabic_digits(text(thai)) == to_arabic_digits(text(arabic))


def test_digits_change_in_pictures_too_and_leave_links_alone() -> None:
    name = "measures with progress"

    reports = dict(zip(KINDS, documents(name, "th", "thai"), strict=True))

    assert "๙๕.๒๔" in next(figure for figure in all_of(reports["analysis"], Figure)).svg
    assert "https://example.go.th/1" in text(reports["progress"])
    assert "บันทึก ๑๒/๒๕๖๙" in text(reports["progress"])


@pytest.mark.parametrize("digits", ["thai", "arabic"])
def test_given_texts_follow_the_digits_of_the_report(digits: Digits) -> None:
    translate = to_thai_digits if digits == "thai" else to_arabic_digits

    reports = documents("measures with progress", "th", digits)

    assert translate(PARTIAL["measures with progress"]["measures"][1]["title"]) in text(reports[1])

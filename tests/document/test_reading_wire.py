"""A reading travels whole between processes, and nothing else is taken for one."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.document.model import Cell, Column, Contents, Document, Figure, Heading, PageBreak, Paragraph, Place, Reading, Run, Section, Table
from prongsai.document.reading.wire import Answer, BrokenAnswer, Refusal, decode, encode
from prongsai.errors import Problem
from prongsai.words import Words

_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
_NUMBER = st.none() | st.integers(1, 99)
_PLACES = st.none() | st.builds(Place, _NUMBER, _NUMBER, _NUMBER, _NUMBER, _TEXT)
_RUNS = st.builds(Run, _TEXT, st.booleans(), st.booleans(), st.none() | _TEXT)
_PARAGRAPHS = st.builds(Paragraph, st.lists(_RUNS, max_size=2).map(tuple), st.sampled_from(["body", "bullet"]), st.integers(0, 3), place=_PLACES)
_CELLS = st.builds(Cell, st.lists(_PARAGRAPHS, max_size=2).map(tuple), st.sampled_from([None, "left"]), st.integers(1, 3), place=_PLACES)
_ROWS = st.lists(st.lists(_CELLS, max_size=2).map(tuple), max_size=2).map(tuple)
_TABLES = st.builds(Table, st.lists(st.builds(Column, st.floats(0, 9)), max_size=2).map(tuple), _ROWS, _ROWS, _TEXT, place=_PLACES)
_OTHERS = st.sampled_from([PageBreak(), Contents("สารบัญ"), Figure("<svg/>", "ภาพ")])
_BLOCKS = st.lists(_PARAGRAPHS | _TABLES | st.builds(Heading, _TEXT, st.integers(1, 4), place=_PLACES) | _OTHERS, max_size=4).map(tuple)
_NOTES = st.lists(st.builds(Words, _TEXT, _TEXT), max_size=2).map(tuple)
_READINGS = st.builds(
    Reading, st.builds(Document, _TEXT, st.tuples(st.builds(Section, _BLOCKS))), st.sampled_from(["pdf", "docx"]), _NUMBER, st.floats(0, 1), notes=_NOTES
)


@given(st.builds(Answer, _READINGS, st.lists(st.integers(1, 9)).map(tuple), st.floats(0, 1)))
def test_a_reading_arrives_with_all_its_places(answer: Answer) -> None:
    arrived = decode(encode(answer), Answer)

    assert repr(arrived) == repr(answer)
    assert places(arrived) == places(answer)


def test_faults_arrive_as_faults() -> None:
    refusal = Refusal((Problem("code", Words("อะไร", "what"), "ที่ไหน", Words("ทำไม", "why"), Words("แก้", "mend")),))

    assert decode(encode(refusal), Refusal) == refusal


def test_half_a_character_becomes_a_question_mark() -> None:
    refusal = Refusal((Problem("code", Words("\ud800", "what")),))

    assert decode(encode(refusal), Refusal).problems[0].what.th == "?"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff",
        b"null",
        b"{}",
        b"[]",
        b'["Problem"]',
        b'["Refusal"]',
        b'["Refusal",[["Problem",1,["a","b"],"",["",""],["",""]]]]',
        b'["Refusal",[["Problem","code",["a"],"",["",""],["",""]]]]',
        b'["Refusal",[["Problem","code",["a","b"],"",["",""],["",""],"more"]]]',
        b'["Refusal",[["Run","code",false,false,null]]]',
        b'["Refusal","text"]',
        b"[" * 100_000,
    ],
)
def test_what_is_no_refusal_is_not_taken_for_one(data: bytes) -> None:
    with pytest.raises(BrokenAnswer):
        decode(data, Refusal)


@given(st.data())
def test_a_reading_with_one_value_of_another_type_is_not_taken(data: st.DataObject) -> None:
    plain = json.loads(encode(Answer(Reading(Document("ก", (Section((Paragraph((Run("ข"),)),)),)), "pdf", 1))))
    owner, key = data.draw(st.sampled_from(list(inner_values(plain))))

    owner[key] = {"another": "type"}

    with pytest.raises(BrokenAnswer):
        decode(json.dumps(plain).encode(), Answer)


def inner_values(value: list[object]) -> list[tuple[list[object], int]]:
    """Every value of nested lists, as the list that holds it and its index."""
    found = [(value, key) for key in range(len(value))]
    return found + [inner for entry in value if isinstance(entry, list) for inner in inner_values(entry)]


def places(answer: Answer) -> list[Place | None]:
    blocks = answer.reading.document.sections[0].blocks
    found = [block.place for block in blocks if isinstance(block, Paragraph | Heading | Table)]
    return found + [cell.place for block in blocks if isinstance(block, Table) for row in (*block.head, *block.rows) for cell in row]

"""YAML and JSON as people write them."""

from contextlib import suppress
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from prongsai.errors import UnreadableFile
from prongsai.files import parse_yaml, read_json, read_text, read_yaml


def _fault(path: Path, data: bytes, suffix: str = ".yaml") -> UnreadableFile:
    file = path / f"file{suffix}"
    file.write_bytes(data)
    with pytest.raises(UnreadableFile) as caught:
        (read_json if suffix == ".json" else read_yaml)(file)
    assert str(file) in caught.value.problems[0].where
    assert caught.value.problems[0].mend.th
    return caught.value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("95.24", Decimal("95.24")),
        ("69.00", Decimal("69.00")),
        ("100", 100),
        ("-1", -1),
        ("012", "012"),
        ("1e5", "1e5"),
        ("0x1F", "0x1F"),
        (".inf", ".inf"),
        ("95,24", "95,24"),
        ("๙๕.๒๔", "๙๕.๒๔"),
        ("yes", "yes"),
        ("true", True),
        ("null", None),
        ("~", None),
        ("", None),
        ("2568-10-01", "2568-10-01"),
        ("2568-02-30", "2568-02-30"),
        ("R&D *ok", "R&D *ok"),
    ],
)
def test_a_value_is_read_as_it_is_written(text: str, value: object) -> None:
    read = parse_yaml(f"key: {text}", "file.yaml")["key"]

    assert read == value
    assert type(read) is type(value)
    assert str(read) == str(value)


@given(st.decimals(0, 100, places=2))
def test_a_decimal_keeps_every_digit(score: Decimal) -> None:
    assert str(parse_yaml(f"- {score}", "file.yaml")[0]) == str(score)


def test_keys_may_be_numbers() -> None:
    assert parse_yaml("{1: a, 9.1: b, o8: c}", "file.yaml") == {1: "a", Decimal("9.1"): "b", "o8": "c"}


def test_a_key_that_stands_twice_is_named_with_its_line() -> None:
    with pytest.raises(UnreadableFile) as caught:
        parse_yaml("year: 2568\nitems:\n  o8: 1\n  o9: 2\n  o8: 3\n", "file.yaml")

    problem = caught.value.problems[0]
    assert (problem.code, problem.where) == ("key-twice", "file.yaml:5")
    assert "o8" in problem.what.th


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: &x [1]\nb: *x", "yaml-structure"),
        ("&a [*a]", "yaml-structure"),
        ("- " * 100_000, "yaml-structure"),
        ("[" * 30_000, "yaml-structure"),
        ("a: " + "[" * 5_000 + "]" * 5_000, "yaml-structure"),
        ("a: [1", "bad-yaml"),
        ("a: 'b", "bad-yaml"),
        ("a:\n\t- b", "bad-yaml"),
        ("a: 1\n---\nb: 2", "bad-yaml"),
        ("? [a]\n: 1", "bad-yaml"),
        ("a: !!python/name:os.system", "bad-yaml"),
        ("a: !!int ten", "bad-yaml"),
        ("a: !!float ten", "bad-yaml"),
        ("a: !!bool maybe", "bad-yaml"),
        ("a: !!timestamp 2568-02-30", "bad-yaml"),
        ("a: \0", "bad-yaml"),
    ],
)
def test_what_is_no_plain_yaml_is_refused(text: str, code: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        parse_yaml(text, "file.yaml")

    assert caught.value.problems[0].code == code
    assert caught.value.problems[0].where.startswith("file.yaml")


def test_a_broken_line_is_named() -> None:
    with pytest.raises(UnreadableFile) as caught:
        parse_yaml("a: 1\nb: [1\nc: 2\n", "file.yaml")

    assert caught.value.problems[0].where.startswith("file.yaml:")


@given(st.text(max_size=60))
@example("*")
@example("!!set {a}")
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(UnreadableFile):
        parse_yaml(text, "file.yaml")


@pytest.mark.parametrize("suffix", [".yaml", ".json"])
@pytest.mark.parametrize(
    ("data", "code"),
    [(b"", "empty-file"), (b" \n\n", "empty-file"), (b"\xef\xbb\xbf", "empty-file"), (b"\xa1\xff", "not-text"), ("ปี".encode("cp874"), "not-text")],
)
def test_a_file_without_readable_text_is_refused(tmp_path: Path, suffix: str, data: bytes, code: str) -> None:
    assert _fault(tmp_path, data, suffix).problems[0].code == code


def test_a_mark_at_the_start_of_the_file_is_no_part_of_the_text(tmp_path: Path) -> None:
    file = tmp_path / "file.yaml"
    file.write_bytes(b"\xef\xbb\xbf" + b"year: 2568")

    assert read_yaml(file) == {"year": 2568}


def test_a_missing_file_a_folder_and_a_huge_file_are_refused(tmp_path: Path) -> None:
    huge = tmp_path / "huge.yaml"
    huge.write_bytes(b"#" * 4_000_001)

    for path, code in ((tmp_path / "none.yaml", "file-missing"), (tmp_path, "is-a-folder"), (huge, "file-too-large")):
        with pytest.raises(UnreadableFile) as caught:
            read_text(path)
        assert caught.value.problems[0].code == code


def test_json_is_read_with_exact_decimals(tmp_path: Path) -> None:
    file = tmp_path / "file.json"
    file.write_text('{"1": 95.10, "2": 100, "3": null, "4": "๙๕", "5": 1e5, "6": NaN}', encoding="utf-8")

    read = read_json(file)

    assert read == {"1": Decimal("95.10"), "2": 100, "3": None, "4": "๙๕", "5": "1e5", "6": "NaN"}
    assert str(read["1"]) == "95.10"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('{"a": 1, "a": 2}', "key-twice"),
        ('{"a": 1', "bad-json"),
        ("{'a': 1}", "bad-json"),
        ('{"a": 1} x', "bad-json"),
        ("[" * 100_000, "yaml-structure"),
        ("[" * 200 + "]" * 200, "yaml-structure"),
        ('{"a": "\\ud800"}', "not-text"),
    ],
)
def test_what_is_no_plain_json_is_refused(tmp_path: Path, text: str, code: str) -> None:
    assert _fault(tmp_path, text.encode(), ".json").problems[0].code == code


@pytest.mark.parametrize("suffix", [".yaml", ".json"])
def test_a_number_with_thousands_of_digits_stays_text(tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"file{suffix}"
    file.write_text('{"a": ' + "1" * 5_000 + "}", encoding="utf-8")

    read = (read_json if suffix == ".json" else read_yaml)(file)

    assert read == {"a": "1" * 5_000}

"""docs/checker-rules.md: an entry for every rule, a rule for every entry, each said in full."""

import re
from pathlib import Path

from corpus.page import put_between, rules_table

from prongsai.checker import RULES

PAGE = Path(__file__).parents[2] / "docs" / "checker-rules.md"
_ENTRY = re.compile(r"^### `([a-z-]+)` (.+)\n((?:(?!^#).*\n)*)", re.MULTILINE)
_PARTS = ("**What.**", "**Why.**", "**Example.**", "**How to mend.**")


def entries() -> dict[str, tuple[str, str]]:
    return {name: (title, text) for name, title, text in _ENTRY.findall(PAGE.read_text(encoding="utf-8"))}


def test_every_rule_has_an_entry_and_every_entry_a_rule() -> None:
    written = set(entries())

    assert written == set(RULES)


def test_an_entry_has_the_thai_name_of_its_rule() -> None:
    other = {name: title for name, (title, _) in entries().items() if title != RULES[name].about.th}

    assert not other


def test_an_entry_says_what_why_an_example_and_how_to_mend() -> None:
    incomplete = [name for name, (_, text) in entries().items() if any(part not in text for part in _PARTS)]

    assert not incomplete


def test_the_table_of_rules_is_current() -> None:
    text = PAGE.read_text(encoding="utf-8")

    made = put_between(text, "rules", rules_table(RULES))

    assert made == text, "run `python -m corpus docs --no-measure`"


def test_the_page_holds_a_measurement_of_every_rule() -> None:
    measured = PAGE.read_text(encoding="utf-8").partition("<!-- measured:")[2]

    missing = [name for name in RULES if f"| `{name}` |" not in measured]

    assert not missing, "run `make corpus`"

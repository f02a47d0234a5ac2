"""Our own reports pass the checker: every kind, layout, language and digits, of the examples and of made-up results."""

import pytest

from prongsai.checker.check import check
from prongsai.document import Digits
from prongsai.report import possible_kinds
from prongsai.words import Language
from report.made_up import NAMES, built, way

# What the measures of a real agency are told about in its own report too: its words are in the example as it published them.
_TRUE = {"chum-saeng-2566": {"vague-owner", "vague-period", "uncovered-weakness", "copied-row", "no-evidence"}, "signs with a meaning": {"no-evidence"}}
_WAYS: tuple[tuple[Language, Digits, str], ...] = (
    ("th", "arabic", "own"),
    ("th", "thai", "own"),
    ("en", "arabic", "own"),
    ("th", "arabic", "mae-sot"),
    ("th", "thai", "chum-saeng"),
    ("en", "arabic", "chum-saeng"),
)


@pytest.mark.parametrize("way_written", _WAYS, ids=" ".join)
@pytest.mark.parametrize("name", NAMES)
def test_a_report_of_ours_gets_no_remark_above_a_note(name: str, way_written: tuple[Language, Digits, str]) -> None:
    language, digits, layout = way_written

    for kind in possible_kinds(way(name, language)):
        remarks = check(built(name, kind, language, digits, layout)).remarks
        above = [(remark.rule, remark.message.th) for remark in remarks if remark.severity != "note"]
        assert [told for told in above if told[0] not in _TRUE.get(name, set())] == []

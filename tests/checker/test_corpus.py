"""Planted faults: each rule's is found in Word, PDF and text, and the clean twins get no error."""

from functools import cache

import pytest
from corpus.faults import RULES as PLANTED_RULES
from corpus.faults import clean, planted
from corpus.planting import Planted
from corpus.trial import Form, try_clean, try_planted

from prongsai.checker import RULES

SEED, AGENCIES = 2569, 5


@cache
def one_of_each() -> dict[str, Planted]:
    return {fault.rule: fault for fault in planted(clean(SEED, AGENCIES), SEED, 1)}


def test_every_rule_is_planted() -> None:
    rules = set(RULES)

    assert set(PLANTED_RULES) == rules


@pytest.mark.parametrize("form", ["docx", "pdf", "txt"])
@pytest.mark.parametrize("rule", PLANTED_RULES)
def test_a_planted_fault_is_found(rule: str, form: Form) -> None:
    fault = one_of_each()[rule]

    trial = try_planted(fault, form)

    assert trial.found, f"{trial.document}: {fault.how}: {fault.texts or fault.nodes}"


@pytest.mark.parametrize("form", ["docx", "pdf", "txt"])
def test_a_clean_twin_gets_no_error(form: Form) -> None:
    twins = clean(SEED, 1)[::2]

    errors = [alarm for written in twins for alarm in try_clean(written, form).alarms if alarm.severity == "error"]

    assert not errors


def test_the_same_seed_plants_the_same_faults() -> None:
    first, second = (planted(clean(SEED, 2), SEED, 1) for _ in range(2))

    assert [fault.written.finished().sections for fault in first] == [fault.written.finished().sections for fault in second]


def test_a_planted_document_differs_from_its_clean_twin() -> None:
    twins = {written.name: written for written in clean(SEED, AGENCIES)}

    same = [fault.rule for fault in one_of_each().values() if fault.results is None and fault.written.finished() == twins[fault.written.name].finished()]

    assert not same

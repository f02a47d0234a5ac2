"""Results written to a file are read back as they were."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folders import ROOT
from prongsai.errors import OutputError
from prongsai.files import parse_yaml
from prongsai.results import Agency, Measure, Progress, Results, Scores, data_of, read_results, results_from, write_results
from prongsai.thai import repair

_EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))
_SCORE = st.decimals(0, 100, places=2)
_TEXT = st.text(st.characters(codec="utf-8", categories=["L", "M", "N", "P", "Zs", "S"]), max_size=30).map(lambda text: repair(text).strip())
_PROGRESS = st.builds(
    Progress,
    st.dates(date(2025, 10, 1), date(2026, 9, 30)),
    st.sampled_from(["not_started", "in_progress", "done", "cancelled"]),
    done=_TEXT,
    outcome=_TEXT,
    evidence=st.lists(_TEXT, max_size=2).map(tuple),
    obstacles=_TEXT,
)
_MEASURE = st.builds(
    Measure,
    _TEXT.filter(bool),
    st.just(("o9", "4", "9.1", "EIT-1/e4")),
    st.lists(_TEXT, max_size=3).map(tuple),
    _TEXT,
    budget=st.none() | st.decimals(0, 10**7, places=2),
    progress=st.lists(_PROGRESS, max_size=2).map(tuple),
)
_SCORES = st.builds(
    Scores,
    st.just(2568),
    indicators=st.dictionaries(st.integers(1, 10), _SCORE, max_size=3),
    parts=st.dictionaries(st.sampled_from(["EIT-1", "EIT-2"]), _SCORE),
    instruments=st.dictionaries(st.sampled_from(["IIT", "OIT"]), _SCORE),
    items=st.dictionaries(st.sampled_from(["i1", "EIT-2/e3"]), _SCORE),
    no_points=st.none() | st.just(()) | st.just(("o1", "o28")),
    published_total=st.none() | _SCORE,
)
_RESULTS = st.builds(
    Results,
    st.just(Agency("หน่วยงานทดสอบ", province="ตาก")),
    _SCORES,
    assessor_notes=st.dictionaries(st.sampled_from(["o9", "EIT-1/e7", "4"]), _TEXT.filter(bool)),
    measures=st.lists(_MEASURE, max_size=2).map(tuple),
    plan=st.none() | st.just(2570),
)


@pytest.mark.parametrize("suffix", [".yaml", ".yml", ".json"])
@pytest.mark.parametrize("example", _EXAMPLES, ids=lambda path: path.stem)
def test_an_example_is_read_back_as_it_was(example: Path, suffix: str, tmp_path: Path) -> None:
    results = read_results(example)

    write_results(results, tmp_path / f"results{suffix}")

    assert read_results(tmp_path / f"results{suffix}") == results


@given(results=_RESULTS)
def test_any_results_are_read_back_from_plain_values(results: Results) -> None:
    assert results_from(data_of(results), "results.yaml") == results


@pytest.mark.parametrize("suffix", [".yaml", ".json"])
@given(results=_RESULTS)
def test_any_results_are_read_back_from_a_file(tmp_path_factory: pytest.TempPathFactory, suffix: str, results: Results) -> None:
    path = tmp_path_factory.mktemp("written") / f"results{suffix}"

    write_results(results, path)

    assert read_results(path) == results


def test_figures_stand_in_the_file_as_they_were_written(tmp_path: Path) -> None:
    results = read_results(ROOT / "examples" / "mae-sot-2568.yaml")
    whole = replace(results, scores=replace(results.scores, indicators={1: Decimal("69.00"), 2: Decimal(100)}))

    write_results(whole, tmp_path / "results.yaml")

    text = (tmp_path / "results.yaml").read_text(encoding="utf-8")
    assert "1: 69.00\n" in text
    assert "2: 100\n" in text
    assert "!!" not in text
    assert "เทศบาลนครแม่สอด" in text
    assert str(parse_yaml(text, "results.yaml")["indicators"][1]) == "69.00"


def test_what_is_empty_is_left_out() -> None:
    assert data_of(Results(Agency("x"), Scores(2568))) == {"agency": {"name": "x"}, "year": 2568}


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OutputError) as caught:
        write_results(Results(Agency("x"), Scores(2568)), tmp_path / "results.txt")

    assert caught.value.problems[0].code == "unknown-format"
    assert list(tmp_path.iterdir()) == []

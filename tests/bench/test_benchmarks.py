"""The benchmarks run, and what they make up is accepted and marked."""

import json
import os
import subprocess
import sys
from pathlib import Path

from bench.agencies import write_agencies
from bench.memory import MemoryCurve

from prongsai.pipeline import start

_ROOT = Path(__file__).parents[2]


def test_a_benchmark_prints_one_json_object_with_ours_peer_limit_and_bound() -> None:
    command = [sys.executable, "-m", "bench", "start", "--quick"]

    done = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, check=False, env=os.environ | {"PYTHONPATH": "src"})

    answer = json.loads(done.stdout)
    assert {"ours", "peer", "limit", "bounds", "machine"} <= answer.keys()
    assert all(answer[side]["seconds"] > 0 for side in ("ours", "peer", "limit"))
    assert done.returncode == (0 if all(bound["pass"] for bound in answer["bounds"]) else 1)


def test_made_up_agencies_are_marked_and_are_valid_results_that_differ(tmp_path: Path) -> None:
    paths = write_agencies(tmp_path, 20)

    ways = [start(path) for path in paths]

    assert all("สมมติ" in way.results.agency.name and "made up" in (way.results.source or "") for way in ways)
    assert len({way.sheet.total.shown for way in ways}) > 10
    assert len({way.results.scores.no_points for way in ways}) > 10


def test_the_same_seed_makes_the_same_agencies(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir()
    second.mkdir()

    texts = [[path.read_text(encoding="utf-8") for path in write_agencies(folder, 3)] for folder in (first, second)]

    assert texts[0] == texts[1]


def test_flat_memory_has_no_slope_and_growing_memory_has_one() -> None:
    flat = MemoryCurve(rss=[(moment / 10, 400.0) for moment in range(101)])
    growing = MemoryCurve(rss=[(moment / 10, 400.0 + moment) for moment in range(101)])

    assert flat.figures(1000)["slope_mb_per_1000"] == 0
    assert growing.figures(1000)["slope_mb_per_1000"] > 90
    assert growing.figures(1000)["peak_mb"] == 500

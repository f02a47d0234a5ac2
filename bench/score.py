"""How long `prongsai score FILE --json` takes, and which imports it spends the time on."""

import sys
from collections import defaultdict
from typing import Any

from bench.installed import EXAMPLE, Installed
from bench.process import bound, figures, in_turn, run

_LIMIT = "import yaml, pydantic\nfrom pydantic import BaseModel"
_PEER = """
import json, sys, typer, yaml
from pathlib import Path
from pydantic import BaseModel, create_model
create_model("Results", agency=(dict, ...), year=(int, ...))
def score(path: Path) -> None:
    data = yaml.load(path.read_text(), yaml.CSafeLoader)
    scores = list(data["indicators"].values())
    print(json.dumps({"total": sum(scores) / len(scores)}))
app = typer.Typer()
app.command()(score)
app()
"""
_SECONDS = 0.6
_TOP = 5


def measure(program: Installed, *, times: int) -> dict[str, Any]:
    """Ours, a plain script with the same libraries, and bare Python that imports yaml and pydantic."""
    commands = {
        "ours": program.command("score", EXAMPLE, "--json"),
        "peer": [sys.executable, "-c", _PEER, str(EXAMPLE)],
        "limit": [sys.executable, "-c", _LIMIT],
    }
    found = {name: figures(runs) for name, runs in in_turn(commands, program.environment, times=times).items()}
    return {
        **found,
        "what": {
            "ours": "prongsai score examples/mae-sot-2568.yaml --json",
            "peer": "a script with typer, pydantic and yaml that reads the file and prints a mean",
            "limit": "python that imports yaml and pydantic",
        },
        "imports": _imports(program),
        "bounds": [bound("seconds", found["ours"]["seconds"], _SECONDS)],
    }


def _imports(program: Installed) -> dict[str, Any]:
    """Milliseconds of importing: by distribution (own time) and by module (with what it imports), the five largest; with the clock's cost on top."""
    command = program.command("score", EXAMPLE, "--json")
    told = run([command[0], "-X", "importtime", *command[1:]], program.environment).errors
    own: dict[str, float] = defaultdict(float)
    whole: dict[str, float] = {}
    for line in told.splitlines():
        parts = line.removeprefix("import time:").split("|")
        if len(parts) == 3 and parts[0].strip().isdigit():
            module = parts[2].strip()
            name = module.split(".")[0]
            own["the standard library" if name.lstrip("_") in sys.stdlib_module_names or name in sys.stdlib_module_names else name] += int(parts[0]) / 1000
            whole[module] = int(parts[1]) / 1000
    return {"own_ms_by_distribution": _largest(own), "whole_ms_by_module": _largest(whole), "sum_ms": round(sum(own.values()))}


def _largest(times: dict[str, float]) -> dict[str, int]:
    return {name: round(times[name]) for name in sorted(times, key=times.__getitem__, reverse=True)[:_TOP]}

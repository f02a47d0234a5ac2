"""How long `prongsai --version` takes beside an interpreter that does nothing."""

import sys
from typing import Any

from bench.installed import Installed
from bench.process import bound, figures, in_turn

_TYPER = "import typer\napp = typer.Typer()\napp.command()(lambda: print('1.0'))\napp(standalone_mode=False)"


def measure(program: Installed, *, times: int) -> dict[str, Any]:
    """Ours, the least Typer program that prints a version, and bare Python."""
    commands = {
        "ours": program.command("--version"),
        "peer": [sys.executable, "-c", _TYPER],
        "limit": [sys.executable, "-c", "pass"],
    }
    found = {name: figures(runs) for name, runs in in_turn(commands, program.environment, times=times).items()}
    most = 3 * found["limit"]["seconds"] + 0.1
    return {
        **found,
        "what": {"ours": "prongsai --version", "peer": "a Typer program that prints a version", "limit": "python -c pass"},
        "bounds": [bound("seconds, 3 x limit + 0.1", found["ours"]["seconds"], most)],
    }

"""How long it takes to read and check sixty pages of Word and of PDF, and how much memory."""

from typing import Any

from bench.installed import EXAMPLE, Installed
from bench.process import bound, child, figures, in_turn, run

_PAGES = 60
_SECONDS = {"docx": 2.0, "pdf": 6.0}
_MEGABYTES = 500
# The command and the reader below it: no more together than twice the larger one.
_PROCESSES = 2


def measure(program: Installed, *, times: int) -> dict[str, Any]:
    """For each format: ours, reading and checking; the bare parser taking all text out (the limit); for PDF also pypdf (a peer)."""
    folder = program.scratch("long")
    run(program.script(child("take_long"), folder, str(_PAGES), EXAMPLE), program.environment)
    commands: dict[str, list[str]] = {}
    for form in _SECONDS:
        document = folder / f"long.{form}"
        commands[form] = program.command("check", document, "--json")
        commands[f"{form}_limit"] = program.script(child("bare_parsers"), form, document)
    commands["pdf_peer"] = program.script(child("bare_parsers"), "pypdf", folder / "long.pdf")
    found = {name: figures(runs) for name, runs in in_turn(commands, program.environment, times=times).items()}
    peaks = {form: _PROCESSES * run(commands[form], program.environment).peak_mb for form in _SECONDS}
    return {
        **{form: {**found[form], "peak_mb_at_most": round(peaks[form]), "ratio_to_limit": _ratio(found, form, "limit")} for form in _SECONDS},
        "limit": {form: found[f"{form}_limit"] for form in _SECONDS},
        "peer": {"pdf": found["pdf_peer"], "ratio": _ratio(found, "pdf", "peer")},
        "what": {
            "ours": f"prongsai check on {_PAGES} pages (a real report over and over), whole process: reading in a limited process, facts, rules",
            "limit": "python-docx: every paragraph and cell; pypdfium2: the text of every page; whole process",
            "peer": "pypdf: the text of every page, whole process",
        },
        "bounds": [bound(f"{form}_seconds", found[form]["seconds"], _SECONDS[form]) for form in _SECONDS]
        + [bound(f"{form}_peak_mb", peaks[form], _MEGABYTES) for form in _SECONDS],
    }


def _ratio(found: dict[str, dict[str, Any]], form: str, other: str) -> float:
    return round(float(found[form]["seconds"]) / float(found[f"{form}_{other}"]["seconds"]), 2)

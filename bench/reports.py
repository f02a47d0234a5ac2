"""How long one agency's three reports in three formats take."""

from typing import Any

from bench.installed import EXAMPLE, Installed
from bench.process import bound, child, figures, in_turn, run

_SECONDS = 3.0


def measure(program: Installed, *, times: int) -> dict[str, Any]:
    """Ours; the same texts through bare python-docx and bare Typst; the same pages through WeasyPrint."""
    folder = program.scratch("reports")
    run(program.script(child("take_sources"), folder, "analysis,measures,progress", EXAMPLE), program.environment)
    out = program.scratch("out")
    commands = {
        "ours": program.command("report", EXAMPLE, "--out", out),
        "peer": program.script(child("weasyprint_loop"), "a-2a", folder),
        "limit": program.script(child("bare_writers"), folder),
    }
    found = {name: figures(runs) for name, runs in in_turn(commands, program.environment, times=times).items()}
    return {
        **found,
        "ratio_to_limit": round(found["ours"]["seconds"] / found["limit"]["seconds"], 2),
        "ratio_to_peer": round(found["ours"]["seconds"] / found["peer"]["seconds"], 2),
        "what": {
            "ours": "prongsai report examples/mae-sot-2568.yaml: 3 reports, each as docx, pdf and html, whole process",
            "peer": "WeasyPrint on our 3 pages, to 3 PDF/A-2a only",
            "limit": "python-docx with the same texts, tables and charts but no styles, Typst on our 3 sources, the 3 pages written as they are",
        },
        "bounds": [bound("seconds", found["ours"]["seconds"], _SECONDS)],
    }

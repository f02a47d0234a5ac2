"""`python -m corpus measure | write | docs`: what the checker finds of planted faults, the documents themselves, the table in docs/checker-rules.md."""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from corpus.faults import RULES, clean, planted
from corpus.measuring import AGENCIES, EACH, FILES, SEED, Plan, measured
from corpus.page import put_between, rules_table
from corpus.tables import alarm_table, markdown, recall_table, way_table
from corpus.tally import misses, tally
from corpus.trial import FORMS, Trial, put
from prongsai.checker import RULES as CHECKER_RULES

PAGE = Path(__file__).parents[1] / "docs" / "checker-rules.md"
_ERRORS, _OUT = Console(stderr=True), Console()


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one of the commands."""
    options = _parser().parse_args(arguments)
    plan = Plan(options.seed, options.agencies, options.documents, options.rules, ("model",) if options.model else options.formats, not options.no_clean)
    commands = {"measure": _measure, "write": _write, "docs": _docs}
    commands[options.command](plan, options)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m corpus", description=__doc__)
    parser.add_argument("command", choices=("measure", "write", "docs"))
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--agencies", type=int, default=AGENCIES, help="made-up agencies whose documents are used")
    parser.add_argument("--documents", type=int, default=EACH, help="documents with a fault of each rule")
    parser.add_argument("--rules", type=_names(RULES), default=RULES, help="rules between commas; all unless told")
    parser.add_argument("--formats", type=_names(FORMS), default=FILES, help="docx,pdf,txt,html or model")
    parser.add_argument("--model", action="store_true", help="check the documents as they are built, without writing and reading: quick")
    parser.add_argument("--no-clean", action="store_true", help="leave out the clean documents")
    parser.add_argument("--no-measure", action="store_true", help="docs: only the table of rules")
    parser.add_argument("-o", "--out", type=Path, help="measure: a JSON file of every miss and false alarm; write: the folder")
    return parser


def _names(known: Sequence[str]) -> Callable[[str], tuple[str, ...]]:
    def parsed(text: str) -> tuple[str, ...]:
        names = tuple(text.split(","))
        unknown = [name for name in names if name not in known]
        if unknown:
            raise argparse.ArgumentTypeError(f"unknown {', '.join(unknown)}; there are {', '.join(known)}")
        return names

    return parsed


def _measure(plan: Plan, options: argparse.Namespace) -> None:
    trials = _trials(plan)
    sums = tally(trials)
    for table in (recall_table(sums, plan.forms), way_table(sums), alarm_table(sums)):
        _OUT.print(table)
    _OUT.print(f"{sums.with_error} of {sums.clean_documents} clean documents got an error")
    if options.out:
        told = {"misses": [asdict(trial) for trial in misses(trials)], "alarms": [asdict(alarm) for trial in trials for alarm in trial.alarms]}
        options.out.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _docs(plan: Plan, options: argparse.Namespace) -> None:
    """Writes the table of rules, and the measured one unless told not to."""
    text = put_between(PAGE.read_text(encoding="utf-8"), "rules", rules_table(CHECKER_RULES))
    if not options.no_measure:
        text = put_between(text, "measured", markdown(tally(_trials(plan)), plan))
    PAGE.write_text(text, encoding="utf-8")


def _write(plan: Plan, options: argparse.Namespace) -> None:
    """One folder for the clean documents, one a rule for the others."""
    documents = clean(plan.seed, plan.agencies)
    faults = planted(documents, plan.seed, plan.each, plan.rules)
    listed = [("clean", written) for written in documents] + [(f"{fault.rule}/{number:03}", fault.written) for number, fault in enumerate(faults)]
    for name, written in listed:
        folder = (options.out or Path("out") / "corpus") / name
        folder.mkdir(parents=True, exist_ok=True)
        for form in plan.forms:
            put(written, form, folder)


def _trials(plan: Plan) -> list[Trial]:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=_ERRORS) as bar:
        task = bar.add_task("documents", total=None)
        return measured(plan, lambda done, whole: bar.update(task, completed=done, total=whole))


if __name__ == "__main__":
    sys.exit(main())

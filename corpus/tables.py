"""The measured figures as tables: for the terminal and for docs/checker-rules.md."""

from collections.abc import Sequence

from rich.table import Table

from corpus.measuring import Plan
from corpus.planting import Form
from corpus.tally import Share, Tally

_NONE = Share()


def recall_table(sums: Tally, forms: Sequence[Form]) -> Table:
    """Recall by rule and form."""
    table = Table("rule", "found", *forms, title="Planted faults found")
    for rule, share in sums.recall.items():
        table.add_row(rule, share.text, *(sums.by_form.get((rule, form), _NONE).text for form in forms))
    return table


def way_table(sums: Tally) -> Table:
    """Recall by way of planting, the worst first."""
    table = Table("rule", "planted", "found", title="By way of planting")
    for (rule, how), share in sorted(sums.by_way.items(), key=lambda entry: entry[1].value or 0):
        table.add_row(rule, how, share.text)
    return table


def alarm_table(sums: Tally) -> Table:
    """Remarks that nothing planted explains, by rule and severity."""
    table = Table("rule", "severity", "in clean documents", "a clean document", "in planted documents", title="False alarms")
    for rule, severity in sorted({*sums.clean_alarms, *sums.planted_alarms}):
        count = sums.clean_alarms[(rule, severity)]
        rate = f"{count / sums.clean_documents:.3f}" if sums.clean_documents else "–"
        table.add_row(rule, severity, str(count), rate, str(sums.planted_alarms[(rule, severity)]))
    return table


def markdown(sums: Tally, plan: Plan) -> str:
    """Everything measured as Markdown, without a date."""
    forms = plan.forms
    heads = ["rule", "planted", *(f".{form}" for form in forms), "recall", "false alarms a clean document"]
    lines = [_row(heads), _row(["---"] * len(heads))]
    for rule, share in sums.recall.items():
        cells = [_percent(sums.by_form.get((rule, form), _NONE)) for form in forms]
        lines.append(_row([f"`{rule}`", str(share.whole), *cells, _percent(share), _alarms(sums, rule)]))
    return "\n".join([_sentence(sums, plan), "", *lines])


def _sentence(sums: Tally, plan: Plan) -> str:
    errors = f"{sums.with_error} of {sums.clean_documents} clean documents got an error" if sums.clean_documents else "no clean documents were checked"
    found = sum(share.part for share in sums.recall.values())
    return (
        f"Seed {plan.seed}, {plan.agencies} made-up agencies; {sums.planted} documents with one fault each, {found} faults found "
        f"({100 * found / max(1, sums.planted):.1f} %); {errors}. Documents count once in each format."
    )


def _alarms(sums: Tally, rule: str) -> str:
    found = [f"{sums.clean_alarms[(rule, level)] / sums.clean_documents:.3f} {level}" for level in ("error", "warning") if sums.clean_alarms[(rule, level)]]
    return ", ".join(found) or "0"


def _percent(share: Share) -> str:
    return f"{100 * share.part / share.whole:.0f} %" if share.whole else "–"


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"

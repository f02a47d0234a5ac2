"""The page of the rules: what stands between its markers is made by programs."""

from collections.abc import Mapping

from prongsai.checker import Rule
from prongsai.errors import OutputError, Problem
from prongsai.words import Words


def put_between(text: str, name: str, made: str) -> str:
    """The text with what stands between <!-- name: … --> and <!-- end of name --> replaced; raises OutputError where there are no such markers."""
    opened = text.find(f"<!-- {name}:")
    start, end = text.find("-->", opened), text.find(f"<!-- end of {name} -->")
    if opened < 0 or start < 0 or end < start:
        raise OutputError(Problem("no-markers", Words(f"ไม่พบเครื่องหมาย {name}", f"there are no markers named {name}")))
    return f"{text[: start + 3]}\n\n{made}\n\n{text[end:]}"


def rules_table(rules: Mapping[str, Rule]) -> str:
    """The rules with their severities, each with a link to its entry."""
    rows = [f"| [`{name}`](#{_anchor(name, rule)}) | {rule.severity} | {rule.about.th} | {rule.about.en} |" for name, rule in rules.items()]
    return "\n".join(["| rule | severity | เรื่อง | about |", "|---|---|---|---|", *rows])


def _anchor(name: str, rule: Rule) -> str:
    return f"{name} {rule.about.th}".replace(" ", "-")

"""Many documents checked: one table for the terminal, and the same as a page and as CSV for the desk."""

import csv
import io
from collections import Counter
from html import escape
from pathlib import Path
from typing import NamedTuple

from prongsai.checker import RULES, SHORT_KIND_NAMES
from prongsai.cli.check_jobs import Checked
from prongsai.cli.language import LANGUAGE, of, say
from prongsai.files import write_whole
from prongsai.thai import short_form

_CLEAR = 0.9
_COMMONEST = 5
_STYLE = (
    "body{font:1rem/1.6 'Sarabun','Noto Sans Thai',system-ui,sans-serif;margin:1rem auto;max-width:80rem;padding:0 1rem;color-scheme:light dark}"
    "table{border-collapse:collapse;width:100%}th,td{border:1px solid #8888;padding:.4rem .6rem;text-align:start;vertical-align:top}"
    "td.n{text-align:end}div{overflow-x:auto}a{display:inline-block;min-height:1.75rem}"
)


class Row(NamedTuple):
    """One document in the table."""

    name: str
    kind: str
    agency: str
    year: str
    errors: str
    warnings: str
    notes: str
    told: str


def heads() -> Row:
    """The words over the columns."""
    return Row(
        say("เอกสาร", "Document"),
        say("ชนิด", "Kind"),
        say("หน่วยงาน", "Agency"),
        say("ผลปี", "Year"),
        say("ต้องแก้", "To mend"),
        say("ควรตรวจ", "To look at"),
        say("ข้อแนะนำ", "Notes"),
        say("หมายเหตุ", "Remark"),
    )


def ranked(found: list[Checked]) -> list[Checked]:
    """What needs a look first: what could not be read or checked, then by errors and warnings."""
    return sorted(found, key=lambda one: (one.check is not None and one.check.checked, -one.count("error"), -one.count("warning")))


def row_of(one: Checked) -> Row:
    """A document with its counts; dashes where nothing was checked."""
    name = str(one.source.name)
    if one.check is None:
        return Row(name, "-", "-", "-", "-", "-", "-", say("อ่านไม่ได้", "not readable"))
    facts, check = one.check.facts, one.check
    kind, year = of(SHORT_KIND_NAMES[facts.kind]), str(facts.assessed or "-")
    agency = short_form(facts.agency) if facts.agency else "-"
    if not check.checked:
        return Row(name, kind, agency, year, "-", "-", "-", say("ยังไม่ได้ตรวจ", "not checked"))
    told = say(f"อ่านได้ชัด {check.quality:.0%}", f"read {check.quality:.0%} cleanly") if check.quality < _CLEAR else ""
    return Row(name, kind, agency, year, str(one.count("error")), str(one.count("warning")), str(one.count("note")), told)


def totals(found: list[Checked], skipped: list[Path]) -> list[str]:
    """The whole in a few lines: how many of what, the commonest causes, what was not looked at."""
    checked = [one for one in found if one.check is not None and one.check.checked]
    wrong, open_ = sum(one.count("error") > 0 for one in checked), len(found) - len(checked)
    lines = [
        say(
            f"{len(found)} ฉบับ: ต้องแก้ {wrong}  ไม่พบสิ่งที่ต้องแก้ {len(checked) - wrong}  ยังไม่ได้ตรวจ {open_}",
            f"{len(found)} documents: {wrong} to mend, {len(checked) - wrong} without errors, {open_} not checked",
        )
    ]
    causes = Counter(rule for one in checked if one.check for rule in {remark.rule for remark in one.check.remarks if remark.severity == "error"})
    if causes:
        named = ", ".join(f"{of(RULES[rule].about)} ({count})" for rule, count in causes.most_common(_COMMONEST))
        lines.append(say(f"ที่พบบ่อย (จำนวนฉบับ): {named}", f"commonest (documents): {named}"))
    if skipped:
        lines.append(say(f"ข้าม {len(skipped)} ไฟล์ที่ไม่ใช่เอกสาร: ", f"skipped {len(skipped)} files that are no documents: ") + ", ".join(map(str, skipped)))
    return lines


def write_overview(out: Path, found: list[Checked], skipped: list[Path]) -> tuple[Path, Path]:
    """index.html with a link to every page, and index.csv."""
    rows = [(one, row_of(one)) for one in ranked(found)]
    table = io.StringIO()
    csv.writer(table).writerows([heads(), *(_safe(row) for _, row in rows)])
    page, sheet = out / "index.html", out / "index.csv"
    write_whole(sheet, table.getvalue().encode("utf-8-sig"))
    write_whole(page, _page(out, rows, totals(found, skipped)))
    return page, sheet


def _safe(row: Row) -> list[str]:
    """A spreadsheet must not take a file's name for a formula."""
    return [f"'{cell}" if cell.startswith(("=", "+", "@", "\t")) else cell for cell in row]


def _page(out: Path, rows: list[tuple[Checked, Row]], lines: list[str]) -> str:
    title = say("ผลการตรวจเอกสาร", "Documents checked")
    head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in heads())
    body = "".join(_line(out, one, row) for one, row in rows)
    told = "".join(f"<p>{escape(line)}</p>" for line in lines)
    return (
        f'<!doctype html>\n<html lang="{LANGUAGE}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta name="generator" content="Prongsai check"><title>{title}</title><style>{_STYLE}</style></head>'
        f"<body><main><h1>{title}</h1>{told}<div><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div></main></body></html>\n"
    )


def _line(out: Path, one: Checked, row: Row) -> str:
    target = next((file.relative_to(out).as_posix() for file in one.files if file.suffix == ".html"), None)
    name = f'<a href="{escape(target)}">{escape(row.name)}</a>' if target else escape(row.name)
    cells = "".join(f'<td class="{"n" if cell.isdigit() else ""}">{escape(cell)}</td>' for cell in row[1:])
    return f"<tr><td>{name}</td>{cells}</tr>"

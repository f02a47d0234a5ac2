"""`prongsai framework`: the years that ship, one year's rules, its cases, what changed between two."""

from typing import Annotated, Any

import typer

from prongsai.answers import framework_answer, step_answer
from prongsai.cli.language import LANGUAGE, of, say
from prongsai.cli.options import Json, Lang, Overlay
from prongsai.cli.output import print_json, print_line, print_table
from prongsai.errors import Problem, ProngsaiError, UnreadableNumber
from prongsai.framework import CONFIDENCE_NAMES, Framework, crosswalk, known_years, load_advice, load_framework, topics_missing
from prongsai.scoring import run_cases
from prongsai.thai import parse_number
from prongsai.words import Words

framework_app = typer.Typer(
    no_args_is_help=True, rich_markup_mode=None, help=say("หลักเกณฑ์ของแต่ละปี: ดู ตรวจ เปรียบเทียบ", "The rules of each year: list, show, check, compare")
)


def year_of(text: str) -> int:
    """A year in Thai or Arabic digits; raises UnreadableNumber."""
    year = parse_number(text, "YEAR")
    if year != int(year):
        what = Words(f"“{text}” ไม่ใช่ปี", f"'{text}' is no year")
        raise UnreadableNumber(Problem("unreadable-year", what, "YEAR", mend=Words("เขียนปีงบประมาณ พ.ศ. เช่น 2568", "write a fiscal year, B.E., such as 2568")))
    return int(year)


Year = Annotated[int, typer.Argument(metavar="YEAR", parser=year_of, help=say("ปีงบประมาณ พ.ศ.", "fiscal year, B.E."), show_default=False)]
_FATES = {
    "stays": ("คงเดิม", "stays"), "moves": ("เปลี่ยนรหัส", "moves"), "merges": ("รวมเข้ากับ", "merges"), "splits": ("แยกเป็น", "splits"),
    "appears": ("ข้อใหม่", "appears"), "ends": ("สิ้นสุด", "ends"), "unknown": ("ไม่ทราบ", "unknown"),
}  # fmt: skip


@framework_app.command("list", help=say("ปีที่มีหลักเกณฑ์ สิ่งที่ทราบและไม่ทราบ", "The years there are, with what is known and unknown"))
def list_years(json: Json = False, lang: Lang = LANGUAGE, framework: Overlay = None) -> None:
    """One line a year."""
    years = [load_framework(year, framework) for year in known_years(framework)]
    rows = [_row(year) for year in years]
    if json:
        print_json(
            [{**row, "unknown": [{"what": place, "reason": of(reason)} for place, reason in year.unknowns()]} for row, year in zip(rows, years, strict=True)]
        )
        return
    heads = [say("ปี", "Year"), say("ความเชื่อมั่น", "Confidence"), say("น้ำหนัก", "Weights"), "IIT", "EIT", "OIT", say("ระดับ", "Levels"), say("สิ่งที่ไม่ทราบ", "Unknown")]
    table = [
        [
            str(row["year"]),
            of(CONFIDENCE_NAMES[year.rules.confidence]),
            _yes(row["weights"]),
            *(f"{row['items'][code]}" for code in ("IIT", "EIT", "OIT")),
            _yes(row["levels"]),
            str(len(list(year.unknowns()))),
        ]
        for row, year in zip(rows, years, strict=True)
    ]
    print_table(say("หลักเกณฑ์ที่มี", "Rules there are"), heads, table)
    print_line(say("ดูรายละเอียด: prongsai framework show ปี", "More: prongsai framework show YEAR"))


@framework_app.command("show", help=say("หลักเกณฑ์ของปีหนึ่ง", "One year's rules"))
def show_year(year: Year, json: Json = False, lang: Lang = LANGUAGE, framework: Overlay = None) -> None:
    """Instruments, indicators, items, levels and what is not known."""
    rules = load_framework(year, framework)
    if json:
        print_json(framework_answer(rules, LANGUAGE))
        return
    _show(rules)


@framework_app.command("check", help=say("ตรวจหลักเกณฑ์และคำนวณกรณีตัวอย่างของปีซ้ำ", "Check the rules and recompute the year's cases"))
def check_years(
    year: Annotated[
        int | None, typer.Argument(metavar="[YEAR]", parser=year_of, help=say("ปี (เว้นไว้ = ทุกปี)", "year (all if left out)"), show_default=False)
    ] = None,
    json: Json = False,
    lang: Lang = LANGUAGE,
    framework: Overlay = None,
) -> None:
    """Exit 1 where a folder has faults or a case fails."""
    found: list[dict[str, Any]] = []
    for one in [year] if year else known_years(framework):
        try:
            rules = load_framework(one, framework)
            faults = [problem.to(LANGUAGE) for problem in topics_missing(rules, load_advice(framework))]
            outcomes = run_cases(rules, framework)
        except ProngsaiError as error:
            if year and year not in known_years(framework):
                raise
            found.append({"year": one, "faults": [problem.to(LANGUAGE) for problem in error.problems], "cases": []})
            continue
        cases = [{"name": outcome.case.name, "holds": outcome.holds, "differences": [list(row) for row in outcome.differences]} for outcome in outcomes]
        found.append({"year": one, "faults": faults, "cases": cases})
    if json:
        print_json(found)
    else:
        _print_checks(found)
    if any(entry["faults"] or not all(case["holds"] for case in entry["cases"]) for entry in found):
        raise typer.Exit(1)


@framework_app.command("diff", help=say("ข้อที่คงเดิม เปลี่ยนรหัส เกิดใหม่ หรือสิ้นสุด ระหว่างสองปี", "Which items stay, move, appear or end between two years"))
def diff_years(earlier: Year, later: Year, json: Json = False, lang: Lang = LANGUAGE, framework: Overlay = None) -> None:
    """The crosswalk that follows from the topics."""
    before, after = load_framework(earlier, framework), load_framework(later, framework)
    steps = crosswalk(before, after)
    if json:
        print_json({"from": earlier, "to": later, "steps": [step_answer(step) for step in steps]})
        return

    def titles(rules: Framework, codes: tuple[str, ...]) -> str:
        return "\n".join(f"{code} {rules.items[code].title or ''}" for code in codes) or "-"

    rows = [[say(*_FATES[step.fate]), titles(before, step.before), titles(after, step.after)] for step in steps]
    print_table(say(f"ปี {earlier} → {later}", f"{earlier} → {later}"), [say("ผล", "Fate"), str(earlier), str(later)], rows)


def _row(rules: Framework) -> dict[str, Any]:
    items = {code: f"{sum(item.instrument == code for item in rules.items.values())}/{rules.count_of(code).value or '?'}" for code in ("IIT", "EIT", "OIT")}
    return {"year": rules.year, "confidence": rules.rules.confidence, "weights": rules.weights_known, "levels": rules.levels is not None, "items": items}


def _yes(known: object) -> str:
    return say("ทราบ", "known") if known else say("ไม่ทราบ", "unknown")


def _show(rules: Framework) -> None:
    print_line(say(f"หลักเกณฑ์ ITA ปีงบประมาณ พ.ศ. {rules.year}", f"ITA rules of fiscal year {rules.year}"), "bold")
    rows = []
    for instrument in rules.rules.instruments:
        weight = instrument.weight
        rows.append(
            [
                instrument.code,
                of(instrument.name.words),
                f"{weight.value}" if weight.value is not None else "?",
                ", ".join(weight.reference),
                weight.confidence or "",
            ]
        )
    heads = [say("รหัส", "Code"), say("เครื่องมือ", "Instrument"), say("น้ำหนัก", "Weight"), say("แหล่ง", "Source"), say("ความเชื่อมั่น", "Confidence")]
    print_table(say("เครื่องมือ", "Instruments"), heads, rows)
    items = [
        [item.code, str(item.indicator or "?"), item.sub_indicator or "", item.title or say("(ไม่พบ)", "(not found)"), ", ".join(item.topics)]
        for item in rules.items.values()
    ]
    print_table(say("ข้อ", "Items"), [say("รหัส", "Code"), say("ตัวชี้วัด", "Indicator"), say("ย่อย", "Sub"), say("ชื่อ", "Title"), say("เรื่อง", "Topics")], items)
    if rules.levels:
        steps = [[step.code, f"{step.total_from}", f"{step.each_from or ''}", say("ผ่าน", "pass") if step.passed else ""] for step in rules.levels.steps]
        print_table(say("ระดับ", "Levels"), [say("ระดับ", "Level"), say("คะแนนรวมตั้งแต่", "Total from"), say("ทุกคะแนนตั้งแต่", "Each from"), ""], steps)
    unknown = [[place, of(reason)] for place, reason in rules.unknowns()]
    if unknown:
        print_table(say("สิ่งที่ยังไม่ทราบ", "What is not known"), [say("เรื่อง", "What"), say("เหตุผล", "Reason")], unknown)


def _print_checks(found: list[dict[str, Any]]) -> None:
    for entry in found:
        cases, faults = entry["cases"], entry["faults"]
        held = sum(case["holds"] for case in cases)
        good = not faults and held == len(cases)
        print_line(say(f"{entry['year']}: กรณีตัวอย่างตรง {held}/{len(cases)}", f"{entry['year']}: {held}/{len(cases)} cases hold"), "green" if good else "red")
        for fault in faults:
            print_line(f"  {fault}")
        for case in cases:
            for place, wanted, got in case["differences"]:
                print_line(say(f"  {case['name']}: {place} ควรเป็น {wanted} แต่ได้ {got}", f"  {case['name']}: {place} should be {wanted}, is {got}"))

"""`prongsai template`: the Excel file of a year to fill in."""

from pathlib import Path
from typing import Annotated

import typer

from prongsai.cli.framework_commands import Year
from prongsai.cli.language import LANGUAGE, say
from prongsai.cli.options import Json, Lang, Overlay
from prongsai.cli.output import print_json, print_line
from prongsai.document import write_workbook
from prongsai.errors import InputError, Problem
from prongsai.framework import load_framework
from prongsai.results import template
from prongsai.words import Words


def template_command(
    year: Year,
    output: Annotated[Path, typer.Option("-o", "--output", metavar="FILE.xlsx", help=say("ไฟล์ที่จะเขียน", "the file to write"), show_default=False)],
    json: Json = False,
    lang: Lang = LANGUAGE,
    framework: Overlay = None,
) -> None:
    """With drop-downs and notes; the same file is read back as results."""
    if output.suffix.lower() != ".xlsx":
        what = Words(f"“{output.name}” ไม่ลงท้ายด้วย .xlsx", f"'{output.name}' does not end in .xlsx")
        raise InputError(Problem("not-xlsx", what, "--output", mend=Words("ตั้งชื่อไฟล์ให้ลงท้ายด้วย .xlsx", "give a name that ends in .xlsx")))
    write_workbook(template(load_framework(year, framework)), output)
    if json:
        print_json({"year": year, "file": str(output)})
    else:
        print_line(say(f"เขียนแบบฟอร์มปี {year} แล้ว: {output}", f"template of {year} written: {output}"), "green")
        print_line(say(f"กรอกแล้วใช้: prongsai report {output}", f"fill it in, then: prongsai report {output}"))

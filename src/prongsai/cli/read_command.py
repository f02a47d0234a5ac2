"""`prongsai read`: what a document says as results and measures, so that nobody types them again."""

from pathlib import Path
from typing import Annotated

import typer

from prongsai.checker import answer_of, read_figures, write_harvest, yaml_of
from prongsai.cli.documents import Ocr, Year, buddhist_year, recognise
from prongsai.cli.language import LANGUAGE, of, say
from prongsai.cli.options import Json, Lang, Overlay
from prongsai.cli.output import console, print_json, print_line


def read_command(
    document: Annotated[
        Path,
        typer.Argument(
            metavar="DOCUMENT",
            help=say("เอกสาร .docx .pdf .html .xlsx .txt .md หรือภาพสแกน", "a document: .docx, .pdf, .html, .xlsx, .txt, .md or a scan"),
            show_default=False,
        ),
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", metavar="RESULTS", help=say("ไฟล์ผลการประเมินที่จะเขียน (.yaml .json)", "the results file to write (.yaml, .json)"), show_default=False
        ),
    ] = None,
    year: Year = None,
    ocr: Ocr = "auto",
    json: Json = False,
    lang: Lang = LANGUAGE,
    framework: Overlay = None,
) -> None:
    """Every figure with its place and how sure the reading is; what is doubtful is marked, what was not understood is listed."""
    harvest = read_figures(document, year=buddhist_year(year), overlay=framework, ocr=recognise(ocr))
    if output is not None:
        write_harvest(harvest, output, LANGUAGE)
    if json:
        print_json(answer_of(harvest, LANGUAGE))
    elif output is None:
        print(yaml_of(harvest, LANGUAGE), end="")
    else:
        print_line(say(f"เขียน {output}", f"wrote {output}"), "green")
    for note in harvest.notes:
        console(errors=True).print(of(note), markup=False, soft_wrap=True)

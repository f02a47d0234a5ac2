"""Arguments and options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

from prongsai.cli.language import say

ResultsFile = Annotated[
    Path,
    typer.Argument(
        metavar="RESULTS", help=say("ไฟล์ผลการประเมิน (.yaml .json หรือแบบฟอร์ม .xlsx)", "results file (.yaml, .json or the .xlsx template)"), show_default=False
    ),
]
Json = Annotated[bool, typer.Option("--json", help=say("ตอบเป็น JSON", "answer as JSON"))]
Lang = Annotated[str, typer.Option("--lang", metavar="th|en", help=say("ภาษาของคำตอบ", "language of the answer"))]
Overlay = Annotated[
    Path | None,
    typer.Option(
        "--framework",
        metavar="DIR",
        help=say("โฟลเดอร์หลักเกณฑ์ของท่านเอง วางทับปีที่มากับโปรแกรม", "a folder of your own laid over the years that ship"),
        show_default=False,
    ),
]

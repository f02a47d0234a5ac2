"""The commands put together, and how a run ends: 0 done, 1 something is wrong with the content, 2 the input cannot be used."""

import os
import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any, NamedTuple

import typer

from prongsai.cli.language import LANGUAGE, asked_language, say
from prongsai.cli.output import print_error
from prongsai.errors import InputError, OutputError, Problem, ProngsaiError
from prongsai.words import Words


class _Command(NamedTuple):
    """Where a command stands; its module is loaded when it is asked for, so that the others cost no time."""

    module: str
    function: str
    help: str

    def load(self) -> Any:
        return getattr(import_module(f"prongsai.cli.{self.module}"), self.function)


_COMMANDS = {
    "framework": _Command("framework_commands", "framework_app", ""),
    "template": _Command("template_command", "template_command", say("สร้างแบบฟอร์ม Excel ของปีให้กรอกผลการประเมิน", "Make the year's Excel template to fill in")),
    "score": _Command("score_command", "score_command", say("คำนวณคะแนนและระดับ พร้อมตรวจกับที่ประกาศ", "Scores and level, held against what was published")),
    "analyse": _Command(
        "analyse_command", "analyse_command", say("จุดแข็ง จุดอ่อน การเปลี่ยนแปลง และคะแนนที่ยังเพิ่มได้", "Strong and weak points, change, points at stake")
    ),
    "target": _Command(
        "analyse_command", "target_command", say("สิ่งที่ต้องเปลี่ยนน้อยที่สุดเพื่อให้ถึงระดับหรือคะแนนที่ต้องการ", "The least that must change to reach a level or total")
    ),
    "plan": _Command("plan_command", "plan_command", say("ข้อเสนอมาตรการ และความครอบคลุมจุดอ่อน", "Proposed measures and the coverage of weak points")),
    "read": _Command("read_command", "read_command", say("อ่านคะแนนและมาตรการออกจากเอกสารที่มีอยู่", "Take scores and measures out of an existing document")),
    "check": _Command(
        "check_command",
        "check_command",
        say("ตรวจรายงาน Word PDF ของใครก็ได้ บอกสิ่งที่ขัดกันและวิธีแก้", "Check anybody's report: what is wrong and how to mend it"),
    ),
    "report": _Command("report_command", "report_command", say("เขียนรายงานราชการเป็น Word PDF และ HTML", "Write the official reports in Word, PDF and HTML")),
}


def application(arguments: list[str]) -> typer.Typer:
    """The command line for these arguments: with the one command they name, or with all where they name none."""
    app = typer.Typer(
        name="prongsai",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        help=say("โปร่งใส: จากผลประเมิน ITA สู่บทวิเคราะห์ มาตรการ และรายงานราชการ", "Prongsai: from an ITA result to its analysis, measures and official reports"),
        epilog=say("เลือกภาษาด้วย --lang en หรือ PRONGSAI_LANG=en", "Choose the language with --lang th or PRONGSAI_LANG=th"),
    )
    app.callback()(_root)
    asked = [name for name in arguments if name in _COMMANDS][:1]
    for name in asked or _COMMANDS:
        command = _COMMANDS[name]
        if name == "framework":
            app.add_typer(command.load(), name=name)
        else:
            loaded: Callable[..., None] = command.load()
            app.command(name, help=command.help)(loaded)
    return app


def _root(lang: str = typer.Option(LANGUAGE, "--lang", metavar="th|en", help=say("ภาษาของคำตอบและคำอธิบาย", "language of answers and help"))) -> None:
    """The language is read before the arguments are parsed (cli.language)."""


def run(arguments: list[str]) -> int:
    """Runs a command line; returns the exit code."""
    asked = asked_language(arguments)
    if not asked.startswith(("th", "en")):
        what = Words(f"ไม่มีภาษา “{asked}”", f"there is no language '{asked}'")
        print_error(InputError(Problem("unknown-language", what, "--lang", mend=Words("ใช้ th หรือ en", "use th or en"))))
        return 2
    try:
        code = _run(arguments)
        sys.stdout.flush()
    except ProngsaiError as error:
        print_error(error)
        return 2
    except BrokenPipeError:
        # Whoever read the answer has read enough; what is left in the buffer must not raise again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        why = Words(str(error.strerror or error), str(error.strerror or error))
        what = Words("เขียนคำตอบออกไม่ได้", "the answer cannot be written")
        mend = Words("ตรวจเนื้อที่และปลายทางของคำตอบ", "check the space and where the answer goes")
        print_error(OutputError(Problem("cannot-write", what, "stdout", why, mend)))
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 2
    return code


def _run(arguments: list[str]) -> int:
    try:
        application(arguments)(args=arguments, prog_name="prongsai")
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 0
    return 0

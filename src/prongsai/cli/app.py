"""The commands put together, and how a run ends: 0 done, 1 something is wrong with the content, 2 the input cannot be used."""

import typer
from click.exceptions import Abort, ClickException, Exit

from prongsai.cli.analyse_command import analyse_command, target_command
from prongsai.cli.framework_commands import framework_app
from prongsai.cli.language import LANGUAGE, say
from prongsai.cli.output import print_error, print_line
from prongsai.cli.plan_command import plan_command
from prongsai.cli.report_command import report_command
from prongsai.cli.score_command import score_command
from prongsai.cli.template_command import template_command
from prongsai.errors import ProngsaiError

app = typer.Typer(
    name="prongsai",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help=say("โปร่งใส: จากผลประเมิน ITA สู่บทวิเคราะห์ มาตรการ และรายงานราชการ", "Prongsai: from an ITA result to its analysis, measures and official reports"),
    epilog=say("เลือกภาษาด้วย --lang en หรือ PRONGSAI_LANG=en", "Choose the language with --lang th or PRONGSAI_LANG=th"),
)
app.add_typer(framework_app, name="framework")
app.command("template", help=say("สร้างแบบฟอร์ม Excel ของปีให้กรอกผลการประเมิน", "Make the year's Excel template to fill in"))(template_command)
app.command("score", help=say("คำนวณคะแนนและระดับ พร้อมตรวจกับที่ประกาศ", "Work out scores and level, and hold them against what was published"))(score_command)
app.command("analyse", help=say("จุดแข็ง จุดอ่อน การเปลี่ยนแปลง และคะแนนที่ยังเพิ่มได้", "Strong and weak points, change, points at stake"))(analyse_command)
app.command("target", help=say("สิ่งที่ต้องเปลี่ยนน้อยที่สุดเพื่อให้ถึงระดับหรือคะแนนที่ต้องการ", "The least that must change to reach a level or total"))(target_command)
app.command("plan", help=say("ข้อเสนอมาตรการ และความครอบคลุมจุดอ่อน", "Proposed measures and the coverage of weak points"))(plan_command)
app.command("report", help=say("เขียนรายงานราชการเป็น Word PDF และ HTML", "Write the official reports in Word, PDF and HTML"))(report_command)


@app.callback()
def _root(lang: str = typer.Option(LANGUAGE, "--lang", metavar="th|en", help=say("ภาษาของคำตอบและคำอธิบาย", "language of answers and help"))) -> None:
    """The language is read before the arguments are parsed (cli.language)."""


def run(arguments: list[str]) -> int:
    """Runs a command line; returns the exit code."""
    try:
        ended = app(args=arguments, prog_name="prongsai", standalone_mode=False)
    except ProngsaiError as error:
        print_error(error)
        return 2
    except Exit as error:
        return error.exit_code
    except ClickException as error:
        error.show()
        return 2
    except (Abort, KeyboardInterrupt):
        print_line(say("ยกเลิกแล้ว ไม่มีไฟล์ค้าง", "stopped; no file is left half-written"))
        return 130
    return ended if isinstance(ended, int) else 0

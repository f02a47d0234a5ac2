"""One document before the checker: written, read back, checked, and what the remarks hit or invent."""

import re
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.planting import Form, Planted
from corpus.styles import Written
from corpus.text_file import as_text
from prongsai.checker import DocumentRemark, check
from prongsai.document import Document, Reading, read_document, write_document
from prongsai.errors import UnreadableFile
from prongsai.results import Results
from prongsai.thai import repair, to_arabic_digits

FORMS: tuple[Form, ...] = ("docx", "pdf", "txt", "html", "model")
_SHORT = 8
_QUOTED = 28


@dataclass(frozen=True, slots=True)
class Alarm:
    """A remark that no planted fault explains."""

    document: str
    form: Form
    rule: str
    severity: str
    text: str
    message: str


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of one document in one form; `rule` is None for a clean one, `found` whether its fault was."""

    document: str
    form: Form
    rule: str | None
    how: str
    found: bool
    elsewhere: bool
    alarms: tuple[Alarm, ...]
    texts: tuple[str, ...] = ()


def try_clean(written: Written, form: Form) -> Trial:
    """A document without fault: every remark above a note is an alarm."""
    try:
        alarms = _alarms(written.name, form, _remarks(written, form, None), frozenset())
    except UnreadableFile as error:
        alarms = (_unread(written, form, error),)
    return Trial(written.name, form, None, "", found=False, elsewhere=False, alarms=alarms)


def try_planted(planted: Planted, form: Form) -> Trial:
    """A document with a fault: whether a remark of its rule touches it, and which remarks have nothing to do with it."""
    told = (*planted.texts, *planted.nodes)
    try:
        remarks = _remarks(planted.written, form, planted.results)
    except UnreadableFile as error:
        alarm = _unread(planted.written, form, error)
        return Trial(planted.written.name, form, planted.rule, planted.how, found=False, elsewhere=False, alarms=(alarm,), texts=told)
    mine = [remark for remark in remarks if remark.rule == planted.rule]
    found = any(_touches(remark, planted) for remark in mine)
    alarms = _alarms(planted.written.name, form, remarks, planted.allowed | {planted.rule})
    return Trial(planted.written.name, form, planted.rule, planted.how, found, bool(mine) and not found, alarms, told)


def _unread(written: Written, form: Form, error: UnreadableFile) -> Alarm:
    """A document that we wrote and cannot read is a fault of the program, and counts as a false error."""
    return Alarm(written.name, form, "unreadable", "error", "", error.to("th"))


def put(written: Written, form: Form, folder: Path) -> Path:
    """Writes the finished document into the folder in a form that is a file."""
    path = folder / f"{written.name}.{form}"
    if form == "txt":
        path.write_text(as_text(written.finished(), tags=written.case.number % 2 == 0), encoding="utf-8")
    else:
        write_document(written.finished(), path)
    return path


def _remarks(written: Written, form: Form, results: Results | None) -> Sequence[DocumentRemark]:
    return check(_source(written, form), results=results).remarks


def _source(written: Written, form: Form) -> Document | Reading:
    if form == "model":
        return written.finished()
    with tempfile.TemporaryDirectory() as folder:
        return read_document(put(written, form, Path(folder)), ocr="never")


def _touches(remark: DocumentRemark, planted: Planted) -> bool:
    if not planted.texts and not planted.nodes:
        return True
    passage, said = _folded(remark.text), _folded(f"{remark.message.th} {remark.mend.th}")
    texts = [_folded(text)[:_QUOTED] for text in planted.texts]
    if any(text and (text in passage or text in said or (len(passage) > _SHORT and passage in text)) for text in texts):
        return True
    return any(re.search(rf"(?<![0-9.])(?:o|ตัวชี้วัดที่)?{re.escape(node)}(?![0-9.]*[0-9])", f"{passage} {said}") for node in planted.nodes)


def _folded(text: str) -> str:
    return re.sub(r"\s+", "", to_arabic_digits(repair(text)))


def _alarms(name: str, form: Form, remarks: Sequence[DocumentRemark], explained: frozenset[str]) -> tuple[Alarm, ...]:
    return tuple(
        Alarm(name, form, remark.rule, remark.severity, remark.text[:200], remark.message.th[:300])
        for remark in remarks
        if remark.rule not in explained and remark.severity != "note"
    )

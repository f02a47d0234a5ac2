"""Names of levels as documents print them, in Thai, in English and as letters."""

import re

_END = r"(?=$|[^ก-๎]|และ|ซึ่ง|โดย|แต่|ดังนี้|เพราะ|เนื่องจาก|คือ)"
_THAI = rf"(?:ผ่าน ?ดี ?เยี่ยม|ผ่าน ?ดี|ไม่ผ่าน|ผ่าน|ต้อง(?:ได้รับการ)?ปรับปรุง ?(?:โดย)?(?:เร่ง)?ด่วน|ต้อง(?:ได้รับการ)?ปรับปรุง){_END}"
_ENGLISH = r"Passed(?:, (?:excellent|good))?|To be improved(?: urgently)?|Not passed|Failed"
_LETTERS = r"(?<![A-Za-z])(?:AA|[A-F])(?![A-Za-z.]|-?\d)"
LEVEL = rf"(?:{_THAI}|(?i:{_ENGLISH})|{_LETTERS})"
_ALONE = re.compile(rf"(?:ระดับ|เกรด|(?i:level|grade|rating))?\s*:?\s*[\"“'‘]?(?P<level>{LEVEL})[\"”'’]?\s*(?:\([^)]*\))?")


def level_named(text: str) -> str | None:
    """The level that a cell is, as printed, without the word for level or a remark in brackets; None for anything else."""
    match = _ALONE.fullmatch(text.strip())
    return match["level"] if match else None

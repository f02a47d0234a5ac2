"""What may go into a file: characters that XML allows, and links that are safe to follow."""

import re

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_LINK = re.compile(r"(?:https?://[^\s/?#]+|mailto:[^\s@]+@)[^\s]*", re.IGNORECASE)
_DOMAIN = r"(?:[A-Za-z0-9-]+\.)+(?:th|com|org|net|info|io)\b"
_ADDRESS = re.compile(rf"(?:https?://|www\.)[!#-;=?-~]+|[\w.+-]+@{_DOMAIN}|{_DOMAIN}(?:[/:?#][!#-;=?-~]*)?", re.IGNORECASE | re.ASCII)


def printable(text: str) -> str:
    """The text without the characters that no XML file may hold, however escaped."""
    return _FORBIDDEN.sub("", text)


def safe_link(target: str | None) -> str | None:
    """The target where it is a web or e-mail address, None for everything else (script, file, data and relative links)."""
    plain = printable(target or "").strip()
    return plain if _LINK.fullmatch(plain) else None


def split_addresses(text: str) -> list[tuple[str, bool]]:
    """The text in pieces, each with whether it is a web or e-mail address; joined they are the text again."""
    pieces: list[tuple[str, bool]] = []
    end = 0
    for match in _ADDRESS.finditer(text):
        pieces += [(text[end : match.start()], False), (match.group(), True)]
        end = match.end()
    return [*pieces, (text[end:], False)]

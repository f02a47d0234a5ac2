"""Signs that Word files draw with symbol fonts, as the characters that mean the same."""

CHECK_MARKS = frozenset("☐☑☒")
_FAMILIES: dict[str, dict[int, str]] = {
    "wingdings": {
        0x6C: "●",
        0x6E: "■",
        0x6F: "☐",
        0x70: "☐",
        0x71: "☐",
        0x72: "☐",
        0x76: "❖",
        0x78: "☒",
        0xA1: "○",
        0xA7: "▪",
        0xA8: "☐",
        0xD8: "➢",
        0xE0: "→",
        0xE8: "➔",
        0xF0: "⇨",
        0xFB: "✗",
        0xFC: "✓",
        0xFD: "☒",
        0xFE: "☑",
    },
    "wingdings 2": {0x2A: "☐", 0x30: "☐", 0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "☐"},
    "webdings": {0x61: "✓", 0x63: "☐", 0x67: "■", 0x72: "✗"},
    "symbol": {0x2D: "−", 0xA3: "≤", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xD6: "√"},
}
_PRIVATE = range(0xF000, 0xF100)


def from_symbol_font(text: str, font: str | None) -> str:
    """The text as its font shows it; private characters that mean nothing known are left out, other fonts change nothing."""
    signs = _FAMILIES.get((font or "").strip().lower())
    if signs is None:
        return text
    return "".join(signs.get(ord(letter) & 0xFF, "" if ord(letter) in _PRIVATE else letter) if _is_code(letter) else letter for letter in text)


def symbol(code: str | None, font: str | None) -> str:
    """The character of a w:sym, whose code is hexadecimal; empty where it is none."""
    try:
        number = int(code or "", 16)
    except ValueError:
        return ""
    if (font or "").strip().lower() in _FAMILIES:
        return from_symbol_font(chr(0xF000 | number & 0xFF), font)
    letter = chr(number - _PRIVATE.start if number in _PRIVATE else number) if 0x20 <= number < 0xD800 or number in _PRIVATE else ""
    return letter if letter.isprintable() else ""


def _is_code(letter: str) -> bool:
    return ord(letter) <= 0xFF or ord(letter) in _PRIVATE

"""A number of a list as Word prints it: in digits, letters, Roman numerals or Thai."""

from prongsai.thai import to_thai_digits

# The letters in the order of ECMA-376, part 1, 17.18.59: without ฃ, ฅ, ฤ and ฦ.
_THAI = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_WORDS = ("", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า")
_TENS = ("", "สิบ", "ยี่สิบ")
_LARGEST, _MOST_LETTERS = 32_767, 20
_CIRCLES = 0x2460


def in_format(count: int, form: str) -> str:
    """The count in one of Word's number formats; one not known here, or out of its range, is in plain digits."""
    if form in ("none", "bullet"):
        return ""
    if form == "thaiNumbers":
        return to_thai_digits(str(count))
    if form == "decimalZero":
        return f"{count:02}"
    if not 0 < count <= _LARGEST:
        return str(count)
    return _in_letters(count, form) or str(count)


def _in_letters(count: int, form: str) -> str:
    letters = {"thaiLetters": _THAI, "lowerLetter": _LATIN, "upperLetter": _LATIN.upper()}.get(form)
    if letters:
        again, place = divmod(count - 1, len(letters))
        return letters[place] * (again + 1) if again < _MOST_LETTERS else ""
    if form in ("lowerRoman", "upperRoman"):
        return _roman(count).upper() if form == "upperRoman" else _roman(count)
    if form == "thaiCounting" and count < 100:
        return _counted(count)
    return chr(_CIRCLES + count - 1) if form == "decimalEnclosedCircle" and count <= 20 else ""


def _roman(count: int) -> str:
    text = ""
    for worth, letters in _ROMAN:
        times, count = divmod(count, worth)
        text += letters * times
    return text


def _counted(count: int) -> str:
    tens, ones = divmod(count, 10)
    ten = _TENS[tens] if tens < len(_TENS) else _WORDS[tens] + "สิบ"
    return ten + ("เอ็ด" if tens and ones == 1 else _WORDS[ones])

"""Values of Excel as it shows them: plain numbers, decimals and per cent by their format, dates in ISO."""

import re
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal

_DECIMALS = re.compile(r"^(?:[#,]*0|[#,]+)(?:\.(0+))?( ?%)?(?:_\)|;.*)?$")
_ENOUGH_DIGITS = 15
_CARRIAGE = "_x000D_"


def shown(value: object, number_format: str = "General") -> str:
    """The value as text; empty for what shows nothing."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float | Decimal):
        return _number(value, number_format)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time | timedelta):
        return str(value)
    return value.replace(_CARRIAGE, "").replace("\r\n", "\n").replace("\r", "\n").strip() if isinstance(value, str) else ""


def _number(value: int | float | Decimal, number_format: str) -> str:
    """With the decimals and the per cent sign of its format; without one of these, at most fifteen digits as Excel keeps them."""
    exact = Decimal(f"{value:.{_ENOUGH_DIGITS}g}")
    match = _DECIMALS.match(number_format)
    if match is None or not exact.is_finite() or exact.adjusted() >= _ENOUGH_DIGITS:
        return _plain(exact)
    decimals = len(match[1] or "")
    scaled = exact.scaleb(2) if match[2] else exact
    text = f"{scaled.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP):{',' if ',' in number_format else ''}f}"
    return text + (match[2] or "")


def _plain(exact: Decimal) -> str:
    if not exact.is_finite() or not -_ENOUGH_DIGITS < exact.adjusted() < _ENOUGH_DIGITS:
        return str(exact)
    text = f"{exact:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text

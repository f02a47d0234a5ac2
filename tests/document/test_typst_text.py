"""Texts as Typst code: nothing can be read as Typst, and months stay whole."""

import pytest

from prongsai.document.model import Run
from prongsai.document.writing.pdf.typst_text import inline


@pytest.mark.parametrize("month", ["มีนาคม", "พฤษภาคม", "พฤศจิกายน"])
def test_a_month_is_never_parted(month: str) -> None:
    code = inline((Run(f"ภายในเดือน{month} 2569"),))

    assert f'box("{month}")' in code
    assert code.replace('";box("', "").replace('");"', "").replace("\u00a0", " ") == '{"ภายในเดือน' + month + ' 2569"}'


def test_a_text_without_a_month_is_one_string() -> None:
    assert inline((Run('เขาพูดว่า "ดี" #let'),)) == '"เขาพูดว่า \\"ดี\\" #let"'

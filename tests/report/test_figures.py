"""Every figure of a report is one of the score sheet's, and none of the sheet's is left out."""

import pytest

from prongsai.words import Language
from report.made_up import NAMES, built, documents, way
from report.reading import figures, table_texts, table_with, text
from report.sheet_figures import allowed_figures

_SCORES = {"95.24", "95.83", "99.31", "93.38", "93.82", "96.03", "95.47", "95.48", "69.00", "80.00"}
_BEFORE = {"99.95", "99.70", "100.00", "67.41", "97.98", "95.69", "89.70", "78.57"}
_DIFFERENCES = ["-4.71", "-3.87", "-0.69", "+25.97", "-6.18", "-1.95", "-0.22", "+5.78", "-9.57", "-20.00"]


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_every_figure_of_a_report_is_one_of_the_score_sheet(name: str, language: Language) -> None:
    for document in documents(name, language):
        assert figures(text(document)) <= allowed_figures(way(name))


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_the_analysis_leaves_out_no_score_that_was_given(name: str, language: Language) -> None:
    scores = way(name).results.scores
    given = {f"{score:.2f}" for score in (*scores.indicators.values(), *scores.instruments.values(), *scores.parts.values())}

    shown = figures(text(documents(name, language)[0]))

    assert given <= shown
    if scores.published_total is not None:
        assert f"{scores.published_total:.2f}" in shown


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_analysis_of_mae_sot_shows_its_scores_of_both_years_total_and_instruments(language: Language) -> None:
    shown = figures(text(built("mae-sot-2568", "analysis", language)))

    assert shown >= _SCORES | _BEFORE | {"87.15", "92.07", "95.52", "95.66", "74.50"}


def test_the_analysis_of_mae_sot_has_the_ten_differences_of_its_own_report() -> None:
    rows = table_texts(table_with(built("mae-sot-2568", "analysis"), "ผลต่าง"))

    assert [row[3] for row in rows[1:11]] == _DIFFERENCES
    assert [row[0].split()[1] for row in rows[1:11]] == [str(number) for number in range(1, 11)]


def test_four_points_are_at_stake_at_indicator_ten_of_mae_sot() -> None:
    rows = table_texts(table_with(built("mae-sot-2568", "analysis"), "คะแนนรวมที่เพิ่มได้"))

    stakes = {row[0].split()[1]: row[2] for row in rows if row[0].startswith("ตัวชี้วัดที่ ")}

    assert stakes["10"] == "4.00"
    assert stakes["9"] == "6.20"
    assert [float(row[2]) for row in rows[1:]] == sorted((float(row[2]) for row in rows[1:]), reverse=True)

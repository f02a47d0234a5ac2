"""Pictures are sound SVG, say in words what they show, and never speak by colour alone."""

from datetime import date

import pytest
from lxml import etree

from prongsai.document import Figure
from prongsai.plan import standing
from prongsai.report.charts import change_chart, score_chart, status_chart, timeline
from prongsai.report.voice import Voice
from prongsai.words import Language
from report.made_up import HOSTILE, NAMES, built, documents, measure, report, way, way_of
from report.reading import all_of, figures, svg_texts

_SVG = "{http://www.w3.org/2000/svg}"
_TARGET_MARK = {"85.00"}


def _marks(figure: Figure, shape: str, **attributes: str) -> list[etree._Element]:
    found = etree.fromstring(figure.svg.encode()).iter(f"{_SVG}{shape}")
    return [node for node in found if all(node.get(key.replace("_", "-")) == value for key, value in attributes.items())]


def _voice(name: str, language: Language = "th") -> Voice:
    return Voice(language, way(name).framework)


def _alone(text: str) -> etree._Element:
    return etree.fromstring(text.encode())


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_every_picture_is_well_formed_and_has_a_caption_and_an_alternative(name: str, language: Language) -> None:
    for document in documents(name, language):
        for figure in all_of(document, Figure):
            root = etree.fromstring(figure.svg.encode())
            assert root.tag == f"{_SVG}svg"
            assert root.get("viewBox") == f"0 0 {root.get('width')} {root.get('height')}"
            assert figure.caption.strip()
            assert figure.alt.strip()


@pytest.mark.parametrize("name", NAMES)
def test_the_alternative_names_every_figure_of_the_picture(name: str) -> None:
    for document in documents(name):
        for figure in all_of(document, Figure):
            assert figures(" ".join(svg_texts(figure))) <= figures(figure.alt) | _TARGET_MARK


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_drawn_outside_the_picture(name: str) -> None:
    for document in documents(name):
        for figure in all_of(document, Figure):
            root = etree.fromstring(figure.svg.encode())
            width, height = float(root.get("width")), float(root.get("height"))
            for node in root.iter(f"{_SVG}rect"):
                assert 0 <= float(node.get("x")) <= float(node.get("x")) + float(node.get("width")) <= width
                assert 0 <= float(node.get("y")) <= float(node.get("y")) + float(node.get("height")) <= height
            for node in root.iter(f"{_SVG}text"):
                assert 0 <= float(node.get("x")) <= width
                assert 0 < float(node.get("y")) <= height


def test_the_score_chart_has_a_bar_a_name_and_a_figure_for_each_indicator() -> None:
    mae_sot = way("mae-sot-2568")

    figure = score_chart(_voice("mae-sot-2568"), mae_sot.sheet, None, None)

    shown = svg_texts(figure)
    assert len(_marks(figure, "rect")) == 10
    assert [entry for entry in shown if entry in {"95.24", "69.00", "80.00"}] == ["95.24", "69.00", "80.00"]
    assert "9. การเปิดเผยข้อมูล" in shown


def test_a_bar_is_as_long_as_its_score() -> None:
    scores = way_of(indicators={1: 0, 2: 50, 3: 100})

    figure = score_chart(Voice("th", scores.framework), scores.sheet, None, None)

    empty, half, full = [float(node.get("width")) for node in _marks(figure, "rect")]
    assert (empty, half) == (0, full / 2)


def test_last_years_scores_are_marks_across_the_bars_and_the_legend_names_the_year() -> None:
    mae_sot = way("mae-sot-2568")

    figure = score_chart(_voice("mae-sot-2568"), mae_sot.sheet, mae_sot.earlier, None)

    assert len(_marks(figure, "line", stroke_width="2.5")) == 10 + 1
    assert svg_texts(figure)[-1] == "ขีดดำ = คะแนนปี 2567"


def test_a_score_below_the_target_says_so_in_words() -> None:
    figure = next(iter(all_of(built("mae-sot-2568", "analysis"), Figure)))

    shown = svg_texts(figure)

    assert shown.count("ต่ำกว่าเป้า") == 2
    assert "ค่าเป้าหมาย 85.00" in shown or "ค่าเป้าหมาย 85" in shown


def test_the_change_chart_joins_both_years_for_every_indicator_and_signs_the_difference() -> None:
    mae_sot = way("mae-sot-2568")

    figure = change_chart(_voice("mae-sot-2568"), mae_sot.analysis.changes, (2567, 2568))

    assert len(_marks(figure, "circle")) == 2 * 10 + 2
    assert {"+25.97", "-20.00", "-0.22"} <= set(svg_texts(figure))
    assert "4 67.41 → 93.38 (+25.97)" in figure.alt


def test_the_timeline_has_twelve_months_and_a_bar_for_each_measure_with_a_period() -> None:
    measures = way("measures with progress").results.measures

    figure = timeline(_voice("measures with progress"), measures, 2569)

    shown = svg_texts(figure)
    months = [entry for entry in shown if "." in entry]
    assert (len(months), months[0], months[-1]) == (12, "ต.ค.", "ก.ย.")
    assert {"2568", "2569", "มาตรการที่ 1", "มาตรการที่ 3"} <= set(shown)
    whole, opened, edge = _marks(figure, "rect")
    assert float(opened.get("x")) == float(whole.get("x"))
    assert float(edge.get("width")) == 4


def test_a_period_of_the_whole_year_fills_the_timeline_and_one_outside_stays_inside_the_picture() -> None:
    year = way_of(measures=[measure(1, start="ต.ค. 68", end="ก.ย. 69"), measure(2, start="ต.ค. 60", end="ก.ย. 75"), measure(3, start="ต.ค. 75", end="ก.ย. 76")])

    figure = timeline(Voice("th", year.framework), year.results.measures, 2569)

    whole, longer, outside = [float(node.get("width")) for node in _marks(figure, "rect")]
    assert whole == longer == 12 * 62
    assert outside == 0


def test_the_status_chart_counts_every_status_once() -> None:
    reported = [measure(1, progress=[report("2569-03-31", "done")]), measure(2, progress=[report("2569-03-01", "done")]), measure(3)]
    year = way_of(measures=reported)

    figure = status_chart(Voice("th", year.framework), standing(year.results.measures, date(2026, 3, 31)))

    assert [entry for entry in svg_texts(figure) if entry.endswith(" มาตรการ")] == ["2 มาตรการ", "0 มาตรการ", "0 มาตรการ", "0 มาตรการ", "1 มาตรการ"]
    assert "แล้วเสร็จ 2" in figure.alt
    assert "31 มีนาคม 2569" in figure.caption


def test_signs_with_a_meaning_in_xml_are_texts_of_the_picture() -> None:
    year = way_of(measures=[measure(1, title=HOSTILE)])

    figure = timeline(Voice("th", year.framework), year.results.measures, 2569)

    assert HOSTILE in figure.alt
    assert not list(_alone(figure.svg).iter(f"{_SVG}b"))

"""`prongsai report`: files where the contract says, and a clear end where the data or the folder do not allow them."""

import os
import stat
from pathlib import Path

import pytest

from cli.running import CHUM_SAENG, MAE_SOT, Command, Saved, tree

INDICATORS = {"9": 69, "10": 80}
_ALL = [f"{kind}.{form}" for kind in ("analysis", "measures", "progress") for form in ("docx", "html", "pdf")]


def test_one_agency_gets_three_reports_in_three_formats(command: Command, tmp_path: Path) -> None:
    ran = command("report", MAE_SOT, "--out", str(tmp_path))

    assert ran.code == 0
    assert tree(tmp_path) == [f"mae-sot-2568/{name}" for name in _ALL]
    assert "คะแนนรวม 87.15 ระดับ ผ่าน" in ran.out
    assert str(tmp_path / "mae-sot-2568" / "analysis.pdf") in ran.out.replace("\n", "") or "analysis" in ran.out


def test_the_answer_names_every_file_in_the_order_given(command: Command, tmp_path: Path) -> None:
    ran = command("report", CHUM_SAENG, MAE_SOT, "--format", "html", "--out", str(tmp_path), "--json")

    assert [list(entry) for entry in ran.json] == [["source", "files", "remarks", "problems"]] * 2
    assert [entry["source"] for entry in ran.json] == [CHUM_SAENG, MAE_SOT]
    assert [Path(file).name for file in ran.json[0]["files"]] == ["measures.html", "progress.html"]
    assert all(Path(file).is_file() for entry in ran.json for file in entry["files"])
    assert [entry["problems"] for entry in ran.json] == [[], []]


def test_kinds_and_formats_are_chosen_once_each_whatever_the_spaces(command: Command, tmp_path: Path) -> None:
    ran = command("report", MAE_SOT, "--kind", "progress, measures,progress", "--format", "html,html", "--out", str(tmp_path), "--json")

    assert [Path(file).name for file in ran.json[0]["files"]] == ["progress.html", "measures.html"]
    assert tree(tmp_path) == ["mae-sot-2568/measures.html", "mae-sot-2568/progress.html"]


def test_digits_and_layout_are_those_that_were_asked_for(command: Command, tmp_path: Path) -> None:
    command("report", MAE_SOT, "--kind", "measures", "--format", "html", "--digits", "thai", "--layout", "mae-sot", "--out", str(tmp_path))

    page = (tmp_path / "mae-sot-2568" / "measures.html").read_text(encoding="utf-8")

    assert "๒๕๖๙" in page
    assert "ผลการวิเคราะห์ตามตัวชี้วัด" in page


def test_reports_written_before_are_replaced(command: Command, tmp_path: Path) -> None:
    old = tmp_path / "mae-sot-2568" / "progress.html"
    old.parent.mkdir()
    old.write_text("เก่า", encoding="utf-8")

    command("report", MAE_SOT, "--kind", "progress", "--format", "html", "--out", str(tmp_path))

    assert "87.15" not in old.read_text(encoding="utf-8")
    assert "รายงานผลการดำเนินการ" in old.read_text(encoding="utf-8")


def test_a_report_may_be_read_by_others_as_the_mask_allows(command: Command, tmp_path: Path) -> None:
    mask = os.umask(0o022)
    try:
        command("report", MAE_SOT, "--kind", "progress", "--format", "html", "--out", str(tmp_path))
    finally:
        os.umask(mask)

    assert stat.S_IMODE((tmp_path / "mae-sot-2568" / "progress.html").stat().st_mode) == 0o644


@pytest.mark.parametrize(
    ("options", "place", "choice"),
    [
        (("--kind", "summary"), "--kind", "analysis, measures, progress"),
        (("--kind", "analysis,summary"), "--kind", "analysis, measures, progress"),
        (("--kind", ","), "--kind", "analysis, measures, progress"),
        (("--format", "odt"), "--format", "docx, pdf, html"),
        (("--format", ""), "--format", "docx, pdf, html"),
        (("--digits", "roman"), "--digits", "thai, arabic"),
        (("--layout", "school"), "--layout", "chum-saeng, mae-sot, own"),
    ],
)
def test_an_unknown_choice_is_refused_with_those_there_are(command: Command, tmp_path: Path, options: tuple[str, ...], place: str, choice: str) -> None:
    ran = command("report", MAE_SOT, "--out", str(tmp_path), *options)

    assert ran.code == 2
    assert ran.err.startswith(f"{place}: ")
    assert "[unknown-choice]" in ran.err
    assert choice in ran.err
    assert tree(tmp_path) == []


def test_a_kind_that_the_data_do_not_allow_is_refused_with_what_it_needs(command: Command, tmp_path: Path) -> None:
    ran = command("report", CHUM_SAENG, "--kind", "measures,analysis", "--out", str(tmp_path))

    assert ran.code == 2
    assert "[not-enough-data]" in ran.err
    assert "analysis ต้องมีคะแนน" in ran.err
    assert tree(tmp_path) == []


def test_results_that_allow_no_report_at_all_are_refused(command: Command, saved: Saved, tmp_path: Path) -> None:
    ran = command("report", saved(), "--out", str(tmp_path / "out"))

    assert ran.code == 2
    assert "[not-enough-data]" in ran.err
    assert not (tmp_path / "out").exists()


def test_one_bad_file_does_not_stop_the_good_ones(command: Command, saved: Saved, tmp_path: Path) -> None:
    good, bad, also_good = saved("good.json", indicators=INDICATORS), saved("bad.json", indicators={"11": 90}), saved("also-good.json", indicators=INDICATORS)

    ran = command("report", good, bad, also_good, "--format", "html", "--out", str(tmp_path / "out"), "--json")

    assert ran.code == 2
    assert tree(tmp_path / "out") == ["also-good/analysis.html", "good/analysis.html"]
    assert [[problem["code"] for problem in entry["problems"]] for entry in ran.json] == [[], ["unknown-indicator"], []]
    assert "bad.json › indicators.11: " in ran.err
    assert "good.json" not in ran.err.replace("bad.json", "")


def test_two_files_of_the_same_stem_are_refused_before_anything_is_written(command: Command, saved: Saved, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    first, second = saved("agency.json", indicators=INDICATORS), saved("other/agency.json", indicators=INDICATORS)

    ran = command("report", first, second, "--out", str(tmp_path / "out"))

    assert ran.code == 2
    assert "[same-name]" in ran.err
    assert not (tmp_path / "out").exists()


def test_a_folder_that_cannot_be_made_is_told_and_nothing_is_left(command: Command, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("ไฟล์ ไม่ใช่โฟลเดอร์", encoding="utf-8")

    ran = command("report", MAE_SOT, "--format", "html", "--out", str(tmp_path / "out"))

    assert ran.code == 2
    assert "[cannot-write]" in ran.err
    assert str(tmp_path / "out") in ran.err
    assert "วิธีแก้" in ran.err
    assert tree(tmp_path) == ["out"]


def test_a_folder_that_stands_where_a_report_should_is_told_and_kept(command: Command, tmp_path: Path) -> None:
    place = tmp_path / "mae-sot-2568" / "progress.html"
    place.mkdir(parents=True)

    ran = command("report", MAE_SOT, "--kind", "progress", "--format", "html", "--out", str(tmp_path))

    assert ran.code == 2
    assert place.is_dir()
    assert tree(tmp_path) == []


def test_a_missing_file_and_a_folder_are_told_by_their_names(command: Command, tmp_path: Path) -> None:
    ran = command("report", str(tmp_path / "nowhere.yaml"), str(tmp_path), "--out", str(tmp_path / "out"), "--json")

    assert ran.code == 2
    assert [entry["problems"][0]["code"] for entry in ran.json] == ["file-missing", "unknown-file-kind"]
    assert "nowhere.yaml" in ran.err

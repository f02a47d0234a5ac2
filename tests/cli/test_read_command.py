"""`prongsai read`: results out of a document, with the place of every figure."""

from decimal import Decimal
from pathlib import Path

import pytest

from cli.running import MAE_SOT, Command
from folders import SHARED
from prongsai.results import read_results

_REPORT = """รายงานการวิเคราะห์ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2568

เทศบาลตำบลตัวอย่าง อำเภอสมมติ จังหวัดสมมติ

ตัวชี้วัดที่\tคะแนนปี 2568
ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล\t๖๙.๐๐
ตัวชี้วัดที่ 10 การป้องกันการทุจริต\t๘๐.๐๐
"""


@pytest.fixture
def document(tmp_path: Path) -> Path:
    """A short report with two scores."""
    path = tmp_path / "รายงาน.txt"
    path.write_text(_REPORT, encoding="utf-8")
    return path


def test_the_results_file_that_is_written_can_be_used_and_tells_the_places(command: Command, document: Path, tmp_path: Path) -> None:
    ran = command("read", str(document), "-o", str(tmp_path / "ผล.yaml"))

    results, text = read_results(tmp_path / "ผล.yaml"), (tmp_path / "ผล.yaml").read_text(encoding="utf-8")
    assert ran.code == 0
    assert results.scores.indicators == {9: Decimal("69.00"), 10: Decimal("80.00")}
    assert results.agency.name == "เทศบาลตำบลตัวอย่าง"
    assert "ตาราง 1 แถว 2" in text


def test_without_a_file_the_results_are_printed(command: Command, document: Path) -> None:
    ran = command("read", str(document))

    assert "9: 69.00" in ran.out


def test_the_answer_tells_place_and_confidence_of_each_figure(command: Command, document: Path) -> None:
    ran = command("read", str(document), "--json")

    assert "69" in ran.out
    assert "confidence" in ran.out
    assert isinstance(ran.json, dict)


def test_a_report_that_we_wrote_reads_back(command: Command, tmp_path: Path) -> None:
    command("report", MAE_SOT, "--kind", "analysis", "--format", "pdf", "--out", str(tmp_path))

    command("read", str(tmp_path / "mae-sot-2568" / "analysis.pdf"), "-o", str(tmp_path / "back.json"))

    assert read_results(tmp_path / "back.json").scores.indicators == read_results(Path(MAE_SOT)).scores.indicators


@pytest.mark.parametrize(("text", "code"), [("ผลการประเมิน ITA ของเทศบาลตำบลตัวอย่าง", "no-year"), ("ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2568", "no-agency")])
def test_a_document_without_agency_or_year_says_which_is_lacking(command: Command, tmp_path: Path, text: str, code: str) -> None:
    path = tmp_path / "สั้น.txt"
    path.write_text(text, encoding="utf-8")

    ran = command("read", str(path), "-o", str(tmp_path / "ผล.yaml"))

    assert ran.code == 2
    assert f"[{code}]" in ran.err
    assert not (tmp_path / "ผล.yaml").exists()


@pytest.mark.skipif(not SHARED.is_dir(), reason="the real reports are not beside the repository")
def test_the_real_reports_give_their_scores_and_measures(command: Command, tmp_path: Path) -> None:
    for name in ("mae-sot-2569", "chum-saeng-2566"):
        command("read", str(SHARED / "cases" / f"{name}.txt"), "-o", str(tmp_path / f"{name}.yaml"))

    first, second = read_results(tmp_path / "mae-sot-2569.yaml"), read_results(tmp_path / "chum-saeng-2566.yaml")
    assert len(first.scores.indicators) == 10
    assert first.previous is not None
    assert len(first.previous.indicators) == 10
    assert [measure.answers for measure in first.measures] == [("o9",), ("o16",), ("o27",)]
    assert [measure.answers[0] for measure in second.measures] == ["2", "3", "4", "5", "6", "8", "9"]
    assert all(measure.progress for measure in second.measures)

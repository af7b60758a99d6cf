"""``report --freeze`` and ``verify`` as they are typed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from data import commands, report_queries
from tests.ui.cli.tools import Run

REPORT = ("--kind", "self_assessment", "--set", "1300-QD-BYT", "--period", "2024")


@pytest.fixture(scope="module")
def frozen(written_example: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A station file with a frozen report, and its PDF."""
    from tests.reports.freezing_builders import frozen_now

    folder = tmp_path_factory.mktemp("frozen")
    file, pdf = folder / "tram.sotram", folder / "bao-cao.pdf"
    shutil.copyfile(written_example, file)
    with commands.open_station(file, writing=True) as store:
        pdf.write_bytes(frozen_now(store).pdf)
    return file, pdf


def test_freezing_writes_the_pdf_and_says_its_code(run: Run, example: Path, tmp_path: Path) -> None:
    first, again = tmp_path / "1.pdf", tmp_path / "2.pdf"
    done = run("report", example, *REPORT, "--out", first, "--freeze", "--number")
    assert done.status == 0
    assert "Đã chốt báo cáo, mã" in done.out
    done = run("report", example, *REPORT, "--out", again, "--freeze")
    assert "không có gì thay đổi" in done.out
    assert first.read_bytes() == again.read_bytes()


def test_what_says_something_of_freezing_needs_it(run: Run, example: Path, tmp_path: Path) -> None:
    done = run("report", example, *REPORT, "--out", tmp_path / "1.pdf", "--number")
    assert done.status == 2
    done = run("report", example, *REPORT, "--out", tmp_path / "1.pdf", "--reason", "x")
    assert done.status == 2


def test_a_changed_figure_is_refused_by_name(run: Run, frozen: tuple[Path, Path], tmp_path: Path) -> None:
    file = Path(shutil.copyfile(frozen[0], tmp_path / "tram.sotram"))
    figures = tmp_path / "f.csv"
    figures.write_text(
        "dataElement,period,orgUnit,categoryOptionCombo,attributeOptionCombo,value,storedBy,timestamp,comment,followUp\n"
        "criteria_zone,2024,TYT_TA_PHOI,default,,2,,,,\n",
        encoding="utf-8",
    )
    assert run("import", file, figures).status == 0
    done = run("report", file, *REPORT, "--out", tmp_path / "1.pdf", "--freeze")
    assert done.status == 1
    assert "(criteria_zone), kỳ 2024" in done.err
    assert not (tmp_path / "1.pdf").exists()
    done = run("report", file, *REPORT, "--out", tmp_path / "1.pdf", "--freeze", "--reason", "vùng ghi nhầm")
    assert done.status == 0


def test_verify_proves_the_frozen_pdf(run: Run, frozen: tuple[Path, Path]) -> None:
    done = run("verify", frozen[1], "--file", frozen[0])
    assert done.status == 0
    assert "Nguyên vẹn" in done.out
    assert "đã chốt" in done.out


def test_verify_tells_a_changed_pdf(run: Run, frozen: tuple[Path, Path], tmp_path: Path) -> None:
    changed = tmp_path / "x.pdf"
    changed.write_bytes(frozen[1].read_bytes() + b"x")
    done = run("verify", changed, "--file", frozen[0], "--format", "json")
    told = json.loads(done.out)
    assert (done.status, told["outcome"], told["proven"]) == (1, "changed", False)


def test_verify_without_a_file_needs_signatures(run: Run, frozen: tuple[Path, Path]) -> None:
    done = run("verify", frozen[1])
    assert done.status == 1
    assert "Không có chữ ký số nào" in done.out
    assert "Mã in trên trang" in done.out


def test_verify_of_an_unknown_pdf(run: Run, frozen: tuple[Path, Path], tmp_path: Path) -> None:
    other = tmp_path / "x.pdf"
    other.write_bytes(b"%PDF-1.4\n")
    assert run("verify", other, "--file", frozen[0]).status == 1


@pytest.mark.parametrize(("words", "status"), [((), 2), (("thiếu.pdf",), 1), (("thiếu.pdf", "--format", "xml"), 2)])
def test_verify_refusals(run: Run, words: tuple[str, ...], status: int) -> None:
    assert run("verify", *words).status == status


def test_roots_must_be_a_folder(run: Run, frozen: tuple[Path, Path], tmp_path: Path) -> None:
    done = run("verify", frozen[1], "--roots", tmp_path / "không có")
    assert done.status == 1
    assert "thư mục" in done.err
    assert run("verify", frozen[1], "--file", frozen[0], "--roots", tmp_path).status == 0


# --- what stands against freezing ----------------------------------------------------------------------------------


def test_whoever_freezes_while_another_program_writes_is_refused(run: Run, station: Path, tmp_path: Path) -> None:
    with commands.open_station(station, writing=True):
        done = run("report", station, *REPORT, "--out", tmp_path / "1.pdf", "--freeze", "--reason", "thử")
    assert (done.status, done.out) == (1, "")
    assert "Xin đóng nơi đó rồi làm lại." in done.err
    assert not (tmp_path / "1.pdf").exists()
    done = run("report", station, *REPORT, "--out", tmp_path / "1.pdf", "--freeze", "--reason", "thử")
    assert done.status == 0


def test_a_frozen_pdf_that_could_not_be_written_is_had_again(run: Run, station: Path, tmp_path: Path) -> None:
    done = run("report", station, *REPORT, "--out", "/dev/full", "--freeze", "--reason", "thử")
    assert (done.status, done.out) == (1, "")
    kept, refused = done.err.splitlines()
    assert kept.startswith("Báo cáo đã được chốt trong tệp số liệu, mã ")
    assert refused.startswith("Ổ đĩa đã đầy")
    done = run("report", station, *REPORT, "--out", tmp_path / "1.pdf", "--freeze")
    assert "không có gì thay đổi" in done.out
    assert run("verify", tmp_path / "1.pdf", "--file", station).status == 0


def test_a_folder_that_takes_nothing_is_said_before_anything_is_frozen(run: Run, station: Path, tmp_path: Path) -> None:
    (tmp_path / "khoa").mkdir(mode=0o555)
    done = run("report", station, *REPORT, "--out", tmp_path / "khoa" / "1.pdf", "--freeze", "--reason", "thử")
    assert (done.status, len(done.err.splitlines())) == (1, 1)
    assert "không cho ghi" in done.err
    with commands.open_station(station, writing=False) as store:
        assert report_queries.frozen_reports(store) == ()


def test_a_contradiction_is_told_in_its_own_words(run: Run, example: Path, tmp_path: Path) -> None:
    lines = (
        "dataElement,period,orgUnit,categoryOptionCombo,attributeOptionCombo,value,storedBy,timestamp,comment,followUp"
    )
    figures = tmp_path / "f.csv"
    figures.write_text(f"{lines}\nlive_births_female,202407,TYT_TA_PHOI,default,,77,,,,\n", encoding="utf-8")
    assert run("import", example, figures).status == 0
    plan = ("--kind", "plan_progress", "--plan", "lao-cai-2024", "--period", "2024Q3")
    done = run("report", example, *plan, "--out", tmp_path / "1.pdf", "--freeze")
    assert (done.status, done.out) == (1, "")
    assert "Trẻ đẻ ra sống" in done.err
    assert "77" in done.err
    assert len(set(done.err.splitlines())) == len(done.err.splitlines())


def test_what_a_number_is_printed_without_is_told(run: Run, station: Path, tmp_path: Path) -> None:
    done = run("report", station, *REPORT, "--out", tmp_path / "1.pdf", "--freeze", "--number", "--reason", "thử")
    assert done.status == 0
    assert "ký hiệu văn bản" in done.err


def test_paper_numbering_stays_and_is_said(run: Run, frozen: tuple[Path, Path], tmp_path: Path) -> None:
    file = Path(shutil.copyfile(frozen[0], tmp_path / "tram.sotram"))
    done = run("report", file, *REPORT, "--out", tmp_path / "1.pdf", "--freeze", "--number")
    assert done.status == 0
    assert "không có số" in done.err

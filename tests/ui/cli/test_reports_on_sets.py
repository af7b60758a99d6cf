"""``report`` for a criteria set: what each kind asks for, its periods, and how it is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reports.pdf_reading import whole_text
from tests.ui.cli.tools import Run

SCORED = ("--kind", "self_assessment", "--set", "1300-QD-BYT", "--period", "2024")
PROGRESS = ("--kind", "criteria_progress", "--set", "1300-QD-BYT", "--period", "2024Q3")


@pytest.mark.parametrize("words", [SCORED, PROGRESS], ids=["self_assessment", "criteria_progress"])
def test_a_report_on_a_set_is_a_pdf_and_the_same_twice(
    words: tuple[str, ...], run: Run, example: Path, tmp_path: Path
) -> None:
    for name in ("a.pdf", "b.pdf"):
        answer = run("report", example, *words, "--out", tmp_path / name)
        assert (answer.status, answer.out, answer.err) == (0, "", "")
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_points_saved_by_assess_stand_on_paper(run: Run, example: Path, tmp_path: Path) -> None:
    points = ("14", "10", "12", "9", "19", "12", "6", "11", "3", "4")
    lines = [f"{number},tu_cham,{point}," for number, point in enumerate(points, start=1)]
    answers = tmp_path / "a.csv"
    answers.write_text("\n".join(["item,layer,answer,reason", *lines, ""]), encoding="utf-8")
    assess = ("assess", example, "--year", "2024", "--set", "1300-QD-BYT")
    assert run(*assess, "--answers", answers, "--save").status == 0
    assert run("report", example, *SCORED, "--out", tmp_path / "F.pdf").status == 0
    text = whole_text((tmp_path / "F.pdf").read_bytes())
    assert "Tổng điểm tự chấm: 100/100 điểm." in text
    assert "Chưa đủ căn cứ: chưa kiểm tra điểm liệt – bảng điểm chi tiết chưa được nhập" in text
    assert "Đạt" not in text


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ((*SCORED, "--period", "202412"), "Báo cáo self_assessment lập cho cả năm, không lập cho kỳ 202412."),
        ((*SCORED, "--period", "2024Q4"), "Báo cáo self_assessment lập cho cả năm"),
        ((*PROGRESS, "--period", "202409"), "Báo cáo criteria_progress lập theo quý"),
        ((*PROGRESS, "--period", "2024"), "Báo cáo criteria_progress lập theo quý"),
        ((*SCORED, "--set", "none"), "Không có bộ tiêu chí “none”."),
        ((*SCORED, "--set", "4667-QD-BYT", "--period", "2022"), "Bộ tiêu chí 4667-QD-BYT không ghi điểm"),
        ((*SCORED, "--period", "2022"), "Bộ tiêu chí 1300-QD-BYT không có hiệu lực vào ngày 31/12/2022"),
        ((*PROGRESS, "--period", "2031Q1"), "Bộ tiêu chí 1300-QD-BYT không có hiệu lực vào ngày 31/12/2031"),
        ((*SCORED, "--plan", "lao-cai-2024"), "Báo cáo self_assessment không lập theo kế hoạch (--plan)."),
        ((*SCORED, "--plan", "none"), "Không có kế hoạch “none”."),
    ],
)
def test_what_does_not_fit_is_refused_in_a_sentence(
    words: tuple[str, ...], sentence: str, run: Run, example: Path, tmp_path: Path
) -> None:
    answer = run("report", example, *words, "--out", tmp_path / "F.pdf")
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.startswith(sentence)
    assert not (tmp_path / "F.pdf").exists()


@pytest.mark.parametrize("kind", ["self_assessment", "criteria_progress", "new_rural_health"])
def test_a_report_without_its_set_is_wrong_usage(kind: str, run: Run, example: Path) -> None:
    answer = run("report", example, "--kind", kind, "--period", "2024", "--out", "F.pdf")
    assert answer.status == 2
    assert answer.err.startswith("Còn thiếu --set.")

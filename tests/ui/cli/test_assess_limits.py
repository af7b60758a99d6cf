"""``assess``: printed points and limits never say anything else than the verdict, however odd the per cent."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.data.assessment.table_builders import criterion, leaf, tree
from tests.ui.cli.test_assess import DESCRIPTION, answers_file, keep
from tests.ui.cli.tools import Run

PARTS = (
    criterion(1, "6", leaf("1.1", "proportional", "6", target="100000")),
    criterion(2, "4", leaf("2.1", "proportional", "4", target="100000")),
)
ODD = tree(*PARTS, total_min_percent="66.67", each_criterion_min_percent="33.33")


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (("100000", "33329"), "Tiêu chí 2: 1,33 điểm, thấp hơn mức phải có là 1,3332"),
        (("33329", "100000"), "Tiêu chí 1: 1,9997 điểm, thấp hơn mức phải có là 1,9998"),
        (("44449", "99999"), "Tổng điểm 6,6669 thấp hơn mức phải có là 6,667"),
    ],
)
def test_the_limit_is_printed_exactly(
    run: Run, station: Path, tmp_path: Path, given: tuple[str, str], words: str
) -> None:
    keep(station, ODD)
    answers = answers_file(tmp_path, f"1.1,,{given[0]},", f"2.1,,{given[1]},")
    assert words in run("assess", station, *DESCRIPTION, "--answers", answers).out


def test_points_on_their_limit_are_enough(run: Run, station: Path, tmp_path: Path) -> None:
    keep(station, ODD)
    text = run("assess", station, *DESCRIPTION, "--answers", answers_file(tmp_path, "1.1,,33330,", "2.1,,100000,")).out
    assert "1,9998" in text
    assert "phải có" not in text.partition("Kết luận")[0]

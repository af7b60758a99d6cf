"""``catalogue``: new-rural sets are listed with the others, and a station's own one is imported whole or not at all."""

from __future__ import annotations

from pathlib import Path

from data.paths import asset
from tests.ui.cli.tools import Run

SHIPPED = asset("catalogue", "rural", "318-QD-TTG-NTM.toml").read_text("utf-8")
OWN = SHIPPED.replace('id = "318-QD-TTG-NTM"', 'id = "TINH"').replace('level = "90"', 'level = "97"')


def write(folder: Path, text: str) -> Path:
    path = folder / "tinh.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_an_own_set_is_kept_and_printed_as_the_station_s_own(run: Run, example: Path, tmp_path: Path) -> None:
    answer = run("catalogue", "import", example, write(tmp_path, OWN))
    assert (answer.status, answer.err) == (0, "")
    assert answer.out.startswith("Đã nhập bộ tiêu chí nông thôn mới TINH")
    assert "do đơn vị nhập" in answer.out
    words = ("--kind", "new_rural_health", "--set", "TINH", "--period", "2024", "--out", tmp_path / "x.pdf")
    assert run("report", example, *words).status == 0
    again = run("catalogue", "import", example, write(tmp_path, OWN))
    assert (again.status, "không có gì thay đổi" in again.out) == (0, True)


def test_a_faulty_set_is_refused_and_nothing_is_kept(run: Run, example: Path, tmp_path: Path) -> None:
    answer = run("catalogue", "import", example, write(tmp_path, OWN.replace('"16.5"', '"16,5"')))
    assert (answer.status, answer.out) == (1, "")
    assert "tinh.toml: indicator[3] 15.3: “16,5” không phải là số thập phân." in answer.err
    words = ("--kind", "new_rural_health", "--set", "TINH", "--period", "2024", "--out", tmp_path / "x.pdf")
    refused = run("report", example, *words)
    assert refused.status == 1
    assert "TINH" in refused.err


def test_check_and_list_name_the_shipped_sets_with_their_certainty(run: Run) -> None:
    assert "rural_set\t51-2025-QD-TTG\t" in run("catalogue", "list").out
    assert "894-QD-UBND-LAO-CAI" in run("catalogue", "check").out

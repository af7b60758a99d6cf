"""Files with something wrong inside: every command ends in a sentence."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from data import queries, safety
from tests.conftest import LogFail
from tests.data.store.files import harm
from tests.ui.cli.tools import Run


@pytest.mark.parametrize("harmful", ["DELETE FROM _sqlite_migrations WHERE id = 2", "DROP TABLE _sqlite_migrations"])
def test_a_file_without_its_record_of_steps_is_named_by_check_and_backed_up(
    harmful: str, run: Run, station: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    harm(station, harmful)
    checked = run("check", station)
    assert (checked.status, checked.err, len(checked.out.splitlines())) == (1, "", 1)
    assert "_sqlite_migrations" in checked.out
    made = run("backup", station, "--out", tmp_path / "kho")
    assert (made.status, made.err[:6]) == (0, "Lưu ý:")
    restored = run("restore", made.out.strip(), "--out", tmp_path / "b.sotram")
    assert (restored.status, restored.err[:6]) == (0, "Lưu ý:")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"population_end,2024Q3,default,7\n")))
    assert run("enter", station).out == "ok 1\n"


def test_the_search_for_damage_after_a_fault_of_ours_cannot_fail_itself(
    run: Run, station: Path, monkeypatch: pytest.MonkeyPatch, log_fail: LogFail
) -> None:
    log_fail.expect("a fault of ours in: check")
    log_fail.expect("the file could not be checked after a fault")

    def fail(path: Path) -> None:
        raise ValueError(path)

    monkeypatch.setattr(safety, "check_file", fail)
    monkeypatch.setattr(queries, "check_file", fail)
    answer = run("check", station)
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.startswith("Chương trình gặp lỗi ngoài dự kiến.")
    assert len(answer.err.splitlines()) == 1

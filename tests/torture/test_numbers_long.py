"""The long proof of one register under two processes."""

from __future__ import annotations

from pathlib import Path

from tests.data.documents.test_two_processes import reserve_together

ROUNDS = 50


def test_two_processes_reserve_many_numbers(tmp_path: Path) -> None:
    reserve_together(tmp_path / "tram.sotram", ROUNDS)

"""A sample of the torture in every run of the tests: kills, power cuts, failing calls, damaged files."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.data.store.files import ask, make_station_file
from tests.torture.judging import IN_DOUBT
from tests.torture.strace import ROOT, Command, can_trace, start_whole

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes are forked, and killed by SIGKILL")

SECONDS = 240
"""A limit for the worst; the sample itself begins nothing new after half a minute."""


def tried(part: str, words: str) -> int:
    """How often a part of the torture came to what it wanted."""
    found = re.search(rf"^{part}.*?^together +\d+ +(\d+)", words, re.DOTALL | re.MULTILINE)
    return int(found[1]) if found else 0


def test_a_sample_of_the_torture_loses_nothing() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.torture", "--short"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    assert tried("Killed", done.stdout) >= 1, done.stdout
    assert tried("Damaged", done.stdout) >= 1, done.stdout
    if not can_trace():
        pytest.skip("strace is absent or forbidden: killed at random moments only, and no calls made to fail")
    assert tried("Crash images", done.stdout) >= 1, done.stdout
    assert tried("The n-th call", done.stdout) >= 1, done.stdout


def enter_while_syncs_fail(folder: Path, which: str, *more: str) -> str:
    """Enter a line while some syncs fail; the answer."""
    if not can_trace():
        pytest.skip("strace is absent or forbidden: no sync can be made to fail")
    folder.mkdir()
    make_station_file(folder / "tram.sotram")
    failing = ("-e", "trace=fdatasync,ftruncate", "-e", f"inject=fdatasync:error=EIO:when={which}", *more)
    return start_whole(Command(("enter", "tram.sotram"), folder, "population_end,2024Q1,default,4127\n"), *failing).out


def test_a_change_whose_sync_failed_is_taken_back(tmp_path: Path) -> None:
    """It was written, and would be found in the ``-wal`` after a kill while the file is closed."""
    answers = []
    for which in ("2", "3"):
        answer = enter_while_syncs_fail(tmp_path / which, which, "-e", "inject=ftruncate:signal=KILL:when=3")
        found = ask(tmp_path / which / "tram.sotram", "SELECT period FROM data_value")
        assert (found == [("2024Q1",)]) == answer.startswith("ok ")
        answers.append(answer)
    assert any(answer.startswith("no ") and IN_DOUBT not in answer for answer in answers)


def test_a_change_that_cannot_be_taken_back_is_said_to_be_in_doubt(tmp_path: Path) -> None:
    assert IN_DOUBT in enter_while_syncs_fail(tmp_path / "tram", "1+")

"""A sample of the torture in every run of the tests: kills, power cuts, failing calls, damaged files."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from tests.torture.strace import ROOT, can_trace

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes are forked, and killed by SIGKILL")

SECONDS = 240
"""A limit for the worst; the sample itself begins nothing new after 50 seconds."""


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

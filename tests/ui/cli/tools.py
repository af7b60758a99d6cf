"""What the tests of the command line share: run the program in this process, with a clock that stands still."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

import pytest

from data.exchange.csv_rows import HEADER
from main import main

ROOT = Path(__file__).resolve().parents[3]
HEAD = ",".join(HEADER) + "\n"
NOW = datetime(2025, 9, 20, 2, 0, tzinfo=UTC)
CODE = "TYT_TA_PHOI"
NAME, PLACE = "Trạm Y tế xã Tả Phời", "xã Tả Phời"
STATION = ("--code", CODE, "--name", NAME, "--place", PLACE)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a call gave."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> list[dict[str, Any]]:
        """The result, read as JSON."""
        entries: list[dict[str, Any]] = json.loads(self.out)
        return entries


Run = Callable[..., Answer]


def runner(capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a function that runs one call of the program."""

    def run(*words: object, now: datetime = NOW) -> Answer:
        status = main([str(word) for word in words], lambda: now)
        captured = capsys.readouterr()
        return Answer(status, captured.out, captured.err)

    return run


def row(element: str, period: str, value: str, category: str = "default", comment: str = "") -> str:
    """One line of a file of figures."""
    return f"{element},{period},{CODE},{category},,{value},,,{comment},\n"


def child(
    *words: object,
    env: dict[str, str] | None = None,
    before: Callable[[], None] | None = None,
    stdout: int | BinaryIO = subprocess.PIPE,
) -> subprocess.CompletedProcess[str]:
    """Run the program in a process of its own; its words are caught. ``before`` runs in the child first."""
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *map(str, words)],
        env=env,
        preexec_fn=before,
        stdout=stdout,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )


def without_coverage() -> dict[str, str]:
    """The environment for a child that may not write large files, as those of a measurement are."""
    return {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}

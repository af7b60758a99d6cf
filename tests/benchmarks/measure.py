"""Measuring by ratios: variants taken in turn, so that a busy machine slows all of them alike."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 120.0
"""A process that takes longer, in seconds, is broken."""

Times = dict[str, list[float]]


class NotMeasured(Exception):
    """Something needed for a figure is not there; the text says what."""


class Reading(NamedTuple):
    """One figure of the table; ``within`` is None for a figure without a budget of its own."""

    text: str
    within: bool | None = None


def in_turn(variants: Mapping[str, Callable[[], object]], rounds: int) -> Times:
    """Seconds of each variant, round by round; every round begins with another variant."""
    times: Times = {name: [] for name in variants}
    names = list(variants)
    for number in range(rounds):
        start = number % len(names)
        for name in names[start:] + names[:start]:
            begun = perf_counter()
            variants[name]()
            times[name].append(perf_counter() - begun)
    return times


def ratio(times: Times, name: str, yardstick: str) -> float:
    """The middle one of the ratios of all rounds."""
    return median(time / other for time, other in zip(times[name], times[yardstick], strict=True))


def ratio_reading(times: Times, name: str, yardstick: str, most: float) -> Reading:
    """A ratio with the two times behind it."""
    found = ratio(times, name, yardstick)
    ours, plain = median(times[name]) * 1000, median(times[yardstick]) * 1000
    return Reading(f"{found:.2f} × ({_ms(ours)} / {_ms(plain)} ms)", found <= most)


def time_reading(milliseconds: float, most: float) -> Reading:
    """A time that has a budget of its own."""
    return Reading(f"{_ms(milliseconds)} ms", milliseconds <= most)


def size_reading(size: float, most: float | None) -> Reading:
    """A size in megabytes (a million bytes)."""
    return Reading(f"{size / 1e6:.1f} MB", None if most is None else size <= most * 1e6)


def run(command: Sequence[str | Path], environment: Mapping[str, str]) -> str:
    """Run Python, or another program, from the root of the repository; its standard output.

    Raises:
        NotMeasured: The process failed.
    """
    words = [str(word) for word in command]
    try:
        done = subprocess.run(
            words, cwd=ROOT, env=dict(environment), capture_output=True, text=True, timeout=PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NotMeasured(f"{Path(words[0]).name}: {type(error).__name__}") from error
    if done.returncode != 0:
        raise NotMeasured(_reason(done))
    return done.stdout


def _reason(done: subprocess.CompletedProcess[str]) -> str:
    """The error's own line; of a crash, where it happened (when ``faulthandler`` was on)."""
    lines = [line.strip() for line in done.stderr.splitlines()]
    errors = [line for line in lines if "Error" in line]
    places = [line.rpartition("/")[2] for line in lines if line.startswith("File ")]
    return (errors or [" ".join([f"exit status {done.returncode}", *places[:1]])])[0][:70]


def python(*words: str | Path) -> list[str | Path]:
    """A command line for this Python."""
    return [sys.executable, *words]


def _ms(milliseconds: float) -> str:
    return f"{milliseconds:.{2 if milliseconds < 10 else 0}f}"

"""``python -m tests.torture``: kills, crash images, failing calls and damaged files, by a seed; 1 when one failed."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
import time
from collections.abc import Sequence

from tests.torture import strace, work
from tests.torture.report import failures, table
from tests.torture.scenarios import Stage, set_stage
from tests.torture.work import Limits

PARTS = {
    "kills": "Killed at the n-th system call",
    "images": "Crash images: writes without a sync dropped, reordered, torn",
    "faults": "The n-th call fails; full, read-only and vanishing folders",
    "damage": "Damaged files",
}
SEED = 20250715
MINUTES = 10
SHORT_SECONDS = {"kills": 4, "images": 14, "faults": 10, "damage": 5}
"""After so long nothing new is begun in a part."""


def main(arguments: Sequence[str]) -> int:
    """Run the parts that are asked for; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.torture", description=__doc__)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--part", choices=tuple(PARTS), action="append")
    parser.add_argument("--only", help="one command: enter, import, migration, recovery …")
    parser.add_argument("--short", action="store_true", help="a sample of everything in half a minute")
    parser.add_argument("--workers", type=int, default=min(2, os.cpu_count() or 1))
    parser.add_argument("--minutes", type=float, default=MINUTES, help="nothing new is begun in a part after so long")
    asked = parser.parse_args(arguments)
    begun = time.monotonic()
    means = "strace" if strace.can_trace() else "kills at random moments, since strace is absent or forbidden"
    print(f"Torture with seed {asked.seed}, {asked.workers} processes, {means}\n", flush=True)
    work.preload()
    with work.workroom() as room:
        stage = set_stage(room, asked.only, is_short=asked.short)
        failed = sum(_run(part, stage, asked) for part in asked.part or PARTS)
    print(f"{failed} failures in {time.monotonic() - begun:.0f} s")
    return 1 if failed else 0


def _run(part: str, stage: Stage, asked: argparse.Namespace) -> int:
    begun = time.monotonic()
    seconds = SHORT_SECONDS[part] if asked.short else 60 * asked.minutes
    limits = Limits(asked.seed, asked.workers, begun + seconds, asked.short)
    outcomes = importlib.import_module(f"tests.torture.{part}").run(stage, limits)
    print(table(PARTS[part], outcomes, time.monotonic() - begun), flush=True)
    return len(failures(outcomes))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

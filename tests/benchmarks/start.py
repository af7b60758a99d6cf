"""How fast the window is there, beside a window with nothing in it; whole processes."""

from __future__ import annotations

from pathlib import Path

from tests.benchmarks.measure import ROOT, Reading, in_turn, python, ratio_reading, run
from tests.benchmarks.workshop import Workshop

ROUNDS = 13
PAINTED, READY = 1.5, 2.5

ROWS = (
    ("first paint / bare QMainWindow", f"≤ {PAINTED} ×"),
    ("grid filled and focused / bare QMainWindow", f"≤ {READY} ×"),
)


def measure(workshop: Workshop, path: Path) -> list[Reading]:
    """First paint, and the first unfinished form's grid taking keys."""

    def start(*words: str | Path) -> None:
        run(python(*words), workshop.environment)

    variants = {
        "bare": lambda: start(Path(__file__).with_name("bare_window.py")),
        "painted": lambda: start(ROOT / "main.py", path, "--exit-when", "painted"),
        "ready": lambda: start(ROOT / "main.py", path, "--exit-when", "ready"),
    }
    in_turn(variants, 1)
    times = in_turn(variants, ROUNDS)
    return [ratio_reading(times, "painted", "bare", PAINTED), ratio_reading(times, "ready", "bare", READY)]

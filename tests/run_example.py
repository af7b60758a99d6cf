"""Open the window on an example station: `make run`.

Without a screen it says so and prints the example's reports to PDF instead.
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "vi-du"

# Plan and period of each report that is printed when there is no screen.
REPORTS = (
    ("lao-cai-2024", "2024"),
    ("lao-cai-2024", "2024Q3"),
    ("lao-cai-2023-ntm", "2023"),
)


def main() -> int:
    """Make the example unless it is there, then show it; return the exit status."""
    if not station_files():
        print(f"Writing an example station to {EXAMPLE}", flush=True)
        status = run_program("example", str(EXAMPLE))
        if status != 0:
            return status
    station = station_files()[0]
    if has_screen():
        return run_program(str(station))
    print("There is no screen here: printing the example's reports instead.", flush=True)
    return max(print_report(station, plan, period) for plan, period in REPORTS)


def station_files() -> list[Path]:
    """Return the example's station files, by name."""
    return sorted(EXAMPLE.glob("*.sotram"))


def has_screen() -> bool:
    """Tell whether a window can be shown; only Linux goes without a screen."""
    if sys.platform != "linux":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def print_report(station: Path, plan: str, period: str) -> int:
    """Write one progress report and say where it lies; return the exit status."""
    out = EXAMPLE / f"{plan}-{period}.pdf"
    asked = ("--kind", "plan_progress", "--plan", plan, "--period", period, "--out", str(out))
    status = run_program("report", str(station), *asked)
    if status == 0:
        print(out, flush=True)
    return status


def run_program(*arguments: str) -> int:
    """Run the program as a user would; return its exit status."""
    command = [sys.executable, str(ROOT / "main.py"), *arguments]
    return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())

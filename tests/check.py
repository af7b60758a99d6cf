"""Run every check there is, offline, and stop with non-zero if one failed: `make test`.

Each step runs even when an earlier one failed; its own words are shown only when it fails.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
COVERAGE_FILE = ROOT / "coverage.json"
SECONDS_PER_STEP = 540

# The least coverage in percent, lines and branches together; a longer path counts for itself.
# The house's goals: data 100, data/store and data/exchange 95, reports 95, ui 80.
FLOORS = {
    "data": 100,
    "data/exchange": 95,
    "data/store": 95,
    "reports": 95,
    "ui": 80,
}

# A worker takes whole files, so that what a file prepares is made once, and in the end some of another's. Three of them
# keep two cores busy while one waits for the disk.
PYTEST = ("-m", "pytest", "-q", "-n", "3", "--dist", "worksteal", "--cov", "--cov-config=setup.cfg", "--cov-report=")
WITHOUT_QT = ("-p", "no:pytest-qt", "--no-qt", "tests/data", "tests/reports")
WITH_QT = ("--cov-append", "tests", "--ignore=tests/data", "--ignore=tests/reports")
NOT_LAYERS = ("--ignore=tests/test_layers.py",)

# What is run: name and arguments for the Python of the environment. Groups one after another, the steps of a group
# beside each other, since the type checker keeps one core busy and the layers the other.
GROUPS = (
    (
        ("form", ("-m", "ruff", "format", "--check", "--quiet", ".")),
        ("lint", ("-m", "ruff", "check", "--quiet", "--output-format=concise", ".")),
        ("types", ("-m", "mypy", "--no-error-summary")),
        ("layers", ("-m", "pytest", "-q", "tests/test_layers.py")),
    ),
    (("tests without Qt", (*PYTEST, *WITHOUT_QT)),),
    (("tests with Qt", (*PYTEST, *WITH_QT, *NOT_LAYERS)),),
)


def main() -> int:
    """Run all steps and measure coverage; return the exit status."""
    results = [passed for group in GROUPS for passed in run_group(group)]
    results.append(run_step("coverage", check_coverage))
    return 0 if all(results) else 1


def run_group(steps: Sequence[tuple[str, Sequence[str]]]) -> list[bool]:
    """Run steps beside each other; return which of them passed."""
    with ThreadPoolExecutor(len(steps)) as threads:
        running = [threads.submit(run_step, name, partial(run_python, *arguments)) for name, arguments in steps]
        return [each.result() for each in running]


def run_step(name: str, check: Callable[[], tuple[bool, str]]) -> bool:
    """Run one step and print a line on it; return whether it passed."""
    begun = time.monotonic()
    has_passed, words = check()
    seconds = time.monotonic() - begun
    summary = words.strip().rpartition("\n")[2] if has_passed else ""
    mark = "ok" if has_passed else "FAILED"
    line = f"{mark:7}{name:18}{seconds:6.1f} s  {summary}".rstrip()
    print(line if has_passed else f"{words}\n{line}", flush=True)
    return has_passed


def run_python(*arguments: str) -> tuple[bool, str]:
    """Run a tool of the environment; return whether it passed, and its words."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # or every process that a test starts compiles us anew
    try:
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            timeout=SECONDS_PER_STEP,
            check=False,
        )
    except subprocess.TimeoutExpired as fault:
        words = (fault.stdout or b"").decode("utf-8", "replace")
        return False, f"{words}\nno end after {SECONDS_PER_STEP} s"
    return done.returncode == 0, done.stdout


def check_coverage() -> tuple[bool, str]:
    """Compare what the tests just ran with the floors; one package per line."""
    COVERAGE_FILE.unlink(missing_ok=True)
    has_passed, words = run_python("-m", "coverage", "json", "--quiet", "-o", str(COVERAGE_FILE))
    if not has_passed:
        return False, words
    report = json.loads(COVERAGE_FILE.read_text(encoding="utf-8"))
    if not report["meta"]["branch_coverage"]:
        return False, "no branches were measured: did any test run our code?"
    covered = coverage_by_package(report["files"])
    low = [package for package, percent in covered.items() if percent < FLOORS[package]]
    lines = [
        f"{package}: {percent:.1f} % covered, floor {FLOORS[package]} %"
        for package, percent in covered.items()
        if package in low
    ]
    summary = ", ".join(f"{package} {percent:.1f} %" for package, percent in covered.items())
    return not low, "\n".join([*lines, summary])


def coverage_by_package(files: dict[str, Any]) -> dict[str, float]:
    """Return the percentage covered for every package of `FLOORS` that has code."""
    done = dict.fromkeys(FLOORS, 0)
    wanted = dict.fromkeys(FLOORS, 0)
    for path, entry in files.items():
        package = package_of(path)
        summary = entry["summary"]
        done[package] += summary["covered_lines"] + summary["covered_branches"]
        wanted[package] += summary["num_statements"] + summary["num_branches"]
    return {name: 100 * done[name] / wanted[name] for name in FLOORS if wanted[name]}


def package_of(path: str) -> str:
    """Return the longest entry of `FLOORS` that this file lies in."""
    place = Path(path).as_posix()
    return max((name for name in FLOORS if place.startswith(name + "/")), key=len)


if __name__ == "__main__":
    sys.exit(main())

"""Work shared out among processes: each is forked from this one, takes its share, and hands its results back."""

from __future__ import annotations

import importlib
import os
import pickle
import pkgutil
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, TypeVar

_MEMORY = Path("/dev/shm")
_LIBRARIES = (
    "encodings.mac_roman",
    "encodings.utf_16_be",
    "encodings.utf_8_sig",
    "matplotlib.figure",
    "reportlab.pdfbase.ttfonts",
    "reportlab.pdfgen.canvas",
    "logging.handlers",
    "sqlite_utils",
    "yaml",
    "ui.figure_files",
    "ui.messages",
    "ui.output_files",
    "ui.criteria_words",
    "ui.rule_words",
)

Job = TypeVar("Job")
Result = TypeVar("Result")


class Outcome(NamedTuple):
    """What one interruption came to.

    Attributes:
        row: Row of the table that it counts in.
        what: The interruption, so that it can be repeated.
        is_reached: Whether it took place; a run that is a call shorter ends before.
        complaints: What must not be.
    """

    row: str
    what: str
    is_reached: bool
    complaints: tuple[str, ...]


class Limits(NamedTuple):
    """How much is done.

    Attributes:
        seed: Chooses what is done.
        workers: Processes at once.
        until: Moment of the monotonic clock after which nothing new is begun.
        is_short: Whether this is the sample of the daily tests.
    """

    seed: int
    workers: int
    until: float
    is_short: bool


def spread(function: Callable[[Job], Result], jobs: Sequence[Job], limits: Limits) -> list[Result]:
    """Results of a function for all jobs that are begun in time; the order is not kept."""
    with tempfile.TemporaryDirectory(prefix="so-tram-torture-") as folder:
        files = [Path(folder) / str(number) for number in range(limits.workers)]
        children = [_start(function, jobs[n :: limits.workers], file, limits.until) for n, file in enumerate(files)]
        statuses = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
        if any(statuses):
            raise RuntimeError(f"a worker ended with {statuses}")
        results = [result for file in files for result in pickle.loads(file.read_bytes())]
    if len(results) < len(jobs):
        print(f"Only {len(results)} of {len(jobs)} were begun in the time given.")
    return results


def _start(function: Callable[[Job], Result], jobs: Sequence[Job], file: Path, until: float) -> int:
    child = os.fork()
    if child:
        return child
    status = 1
    try:
        results = []
        for job in jobs:
            if time.monotonic() > until:
                break
            results.append(function(job))
        file.write_bytes(pickle.dumps(results))
        status = 0
    except BaseException:  # noqa: BLE001 - the trace is shown, and the status tells
        import traceback

        traceback.print_exc()
    finally:
        os._exit(status)


def preload() -> None:
    """Import all that a command may import, so that a forked command begins with its own work."""
    for package in ("data", "reports"):
        for module in pkgutil.walk_packages(importlib.import_module(package).__path__, f"{package}."):
            if not module.name.endswith("__main__"):
                importlib.import_module(module.name)
    importlib.import_module("main")
    for name in _LIBRARIES:
        importlib.import_module(name)
    for path in sorted(Path(importlib.import_module("ui").__path__[0]).glob("cli*.py")):
        importlib.import_module(f"ui.{path.stem}")


@contextmanager
def workroom() -> Iterator[Path]:
    """A scratch folder, in memory where that is possible; nothing of it stays."""
    parent = _MEMORY if os.access(_MEMORY, os.W_OK) else None
    folder = Path(tempfile.mkdtemp(prefix="so-tram-torture-", dir=parent))
    folder.chmod(0o755)
    before, tempfile.tempdir = tempfile.tempdir, str(folder)
    try:
        yield folder
    finally:
        tempfile.tempdir = before
        shutil.rmtree(folder, ignore_errors=True)


def name_of(row: str, number: int) -> str:
    """Name of the folder of one job."""
    return f"{row.replace(' ', '-')}-{number}"

"""Sổ Trạm: figures, indicators and reports of a commune health station. This docstring is the map of the repository.

What comes in goes one way, and imports never go back: ``ui`` -> ``reports`` -> ``data``.

``data/``      what is true; no Qt, no drawing
    ``model.py``, ``definitions.py``, ``plan_definitions.py``   the words, as named tuples
    ``numbers.py``, ``periods.py``, ``errors.py``, ``paths.py``  figures, periods, error codes, folders
    ``catalogue/``     what figures, indicators and plans mean: reader, integrity, formulas
    ``figures.py``, ``aggregation.py`` -> ``calculation.py`` -> ``targets.py``   cells -> indicator -> verdict, exactly
    ``validation.py``, ``contradictions.py``, ``trace.py``    what contradicts what; where a result comes from
    ``plausibility.py``, ``slips.py``    what can hardly be, and the slip that was probably made
    ``completeness.py``, ``cumulative.py``, ``year_opening.py``    complete forms, sums since January, a new year
    ``printing.py``, ``entries.py``    figures as printed, and as other programs read them
    ``assessment/``    the yearly self-assessment: criteria sets -> points -> verdict, dry run, evidence
    ``documents/``     papers that leave the station: states, short code, register, changes after freezing
    ``narrative/``     sentences proposed from figures, and figures in free text held against the tables
    ``store/``         the station file: SQLite, and the only SQL; its chained log, backups, recovery
    ``commands.py``, ``queries.py``   everything that changes a station file; everything that is asked of it
    ``assessment_commands.py``, ``assessment_queries.py``   the same for assessments
    ``report_commands.py``, ``report_queries.py``   the same for frozen reports and the register
    ``safety.py``, ``handover.py``    backups and recovery; a file on its way to another computer
    ``exchange/``      figures in and out (CSV, spreadsheets, lines); ``example/``: a station that never was
``reports/``   what is printed; no Qt
    ``definitions/``   one report for each file: queries -> ``document.py``
    ``charts.py``, ``pdf``   the drawn chart, the PDF
    ``freezing.py``, ``verifying.py``, ``signing/``   snapshot and its PDF, the proof of a PDF, digital signatures
    ``signing/``       digital signatures: made with a key in a file or on a token, and read again
``ui/``        what is seen
    ``cli.py``, ``cli_*.py``, ``messages.py``   the command line, and the sentence for every error code; no Qt
    ``app.py``, ``main_window.py``, ``screens/``, ``models/``, ``widgets/``   the window
``assets/``    catalogue, sentences, fonts, icons, translations
``tests/``     mirrors the source; ``tests/check.py`` runs every check

This module takes the words of the command line apart, starts the log, and hands over to the window or to a command. The
clock enters the program here and nowhere else.
"""

from __future__ import annotations

import signal

if __name__ == "__main__":  # Ctrl+C while the program is still being read: it ends without a word
    signal.signal(signal.SIGINT, signal.SIG_DFL)

import logging
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from data.paths import log_folder
from ui.cli_arguments import WINDOW, UsageFault, option_fault, parse

if TYPE_CHECKING:
    from ui.cli_arguments import Asked

LOG_NAME = "so-tram.log"
LOG_BYTES = 1_000_000
LOG_FILES = 3

Clock = Callable[[], datetime]


class LogFile(logging.Handler):
    """A rotating file that is made, with its folder, when the first line is written."""

    def __init__(self) -> None:
        """Take lines from INFO upwards."""
        super().__init__(logging.INFO)
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Write one line; a log that cannot be written never stops the work."""
        try:
            if self._file is None:
                self._file = self._open()
            self._file.emit(record)
        except OSError:
            self.setLevel(logging.CRITICAL + 1)

    def close(self) -> None:
        """Close the file, if it was ever made."""
        if self._file is not None:
            with suppress(OSError):  # what could not be written goes with it
                self._file.close()
        super().close()

    def _open(self) -> logging.Handler:
        from logging.handlers import RotatingFileHandler  # slow to import, and rarely needed

        class LoudFile(RotatingFileHandler):
            """Lets a failed write be seen above, where it is passed over; logging itself would print it on stderr."""

            def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's own name
                raise

        path = log_path()
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = LoudFile(path, maxBytes=LOG_BYTES, backupCount=LOG_FILES, encoding="utf-8", errors="backslashreplace")
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        return handler


def main(arguments: Sequence[str] | None = None, clock: Clock | None = None) -> int:
    """Run the program.

    Args:
        arguments: The words after ``main.py``; those of the command line when absent.
        clock: Gives the present moment with its time zone; the system's clock when absent.

    Returns:
        The exit status: 0 done, 1 refused or faults found, 2 wrong usage.
    """
    words = sys.argv[1:] if arguments is None else list(arguments)
    now = clock or system_clock
    with logging_to_file():
        asked = window_request(words)
        if asked is not None:
            from ui import app

            hear_interrupts()
            return app.run(asked, clock=now, log=log_path())
        from ui import cli

        try:
            hear_interrupts()
            return cli.run(words, now(), log_path())
        except KeyboardInterrupt:  # just before the first command, or just after the last
            return 1


def hear_interrupts() -> None:
    """From now on Ctrl+C is told in a sentence."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_DFL:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def window_request(words: Sequence[str]) -> Asked | None:
    """What is asked of the window; None for a command, and for what the command line has to refuse."""
    try:
        asked = parse(words)
    except UsageFault:
        return None
    return asked if asked.command == WINDOW and has_screen() and option_fault(asked) is None else None


def has_screen() -> bool:
    """Whether a window can be shown; only Linux goes without a screen."""
    if sys.platform != "linux":
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def system_clock() -> datetime:
    """The present moment, in UTC."""
    return datetime.now(UTC)


def log_path() -> Path:
    """The log file in use; older ones lie beside it with a number."""
    return log_folder() / LOG_NAME


@contextmanager
def logging_to_file() -> Iterator[None]:
    """Let everything that is logged go to the file while the program runs."""
    root, handler = logging.getLogger(), LogFile()
    level = root.level
    root.addHandler(handler)
    root.setLevel(min(level, logging.INFO))
    try:
        yield
    finally:
        root.setLevel(level)
        root.removeHandler(handler)
        handler.close()


if __name__ == "__main__":
    sys.exit(main())

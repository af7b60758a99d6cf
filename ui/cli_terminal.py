"""Where the commands speak: results on stdout, refusals on stderr, both UTF-8 with LF on every system."""

from __future__ import annotations

import io
import os
import re
import sys
from typing import TextIO

from data.errors import EnvironmentFault

_NO_LETTER = re.compile(r"[\ud800-\udfff]")


class ReaderGone(Exception):
    """Whoever read stdout has gone, as ``head`` does; there is nobody left to tell."""


class Terminal:
    """stdout and stderr of one run."""

    def __init__(self) -> None:
        """Let both streams speak UTF-8."""
        self._out = _prepared(sys.stdout)
        self._err = _prepared(sys.stderr)

    def line(self, text: str) -> None:
        """One line of the result.

        Raises:
            ReaderGone: Nobody reads any more.
            EnvironmentFault: ``output_failed`` or ``output_closed``.
        """
        self.write(f"{text}\n")

    def write(self, text: str) -> None:
        """A piece of the result, as it stands; raises as ``line``."""
        if self._out is None:
            raise EnvironmentFault("output_closed")
        try:
            self._out.write(_printable(text))
        except (OSError, ValueError) as error:
            raise self._fault(error) from error

    def flush(self) -> None:
        """Hand everything to the system; raises as ``line``."""
        if self._out is None:
            return
        try:
            self._out.flush()
        except (OSError, ValueError) as error:
            raise self._fault(error) from error

    def say(self, text: str) -> None:
        """One line beside the result; when even stderr is closed, the exit status has to speak."""
        if self._err is None:
            return
        try:
            self._err.write(f"{_printable(text)}\n")
            self._err.flush()
        except (OSError, ValueError):
            _silence(self._err)
            self._err = None

    def _fault(self, error: Exception) -> Exception:
        """What a failed write means; afterwards the stream goes nowhere, so that leaving cannot fail again."""
        if self._out is not None:
            _silence(self._out)
            self._out = None
        if isinstance(error, BrokenPipeError):
            return ReaderGone()
        if isinstance(error, OSError):
            return EnvironmentFault("output_failed", reason=error.strerror or type(error).__name__)
        return EnvironmentFault("output_closed")


def _printable(text: str) -> str:
    """The text with a sign in place of what is no letter: bytes of a file name that are no UTF-8."""
    return text if text.isascii() else _NO_LETTER.sub("\ufffd", text)


def _prepared(stream: TextIO | None) -> TextIO | None:
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    return stream


def _silence(stream: TextIO) -> None:
    try:
        number = stream.fileno()
    except (OSError, ValueError):
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, number)
    os.close(nowhere)

"""``enter``: figures from stdin, a line each; every line is answered once it is on disk."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from datetime import timedelta
from typing import BinaryIO

from data import commands, queries
from data.catalogue import load_catalogue
from data.commands import Store
from data.errors import EnvironmentFault, Fault, SoTramError
from data.exchange.enter_lines import Line, LineReader, read_lines
from data.model import CellState, DataValue
from data.reasons import is_sum
from ui.cli_backup import say_upgrade
from ui.cli_call import Call
from ui.cli_refusals import in_a_terminal


def run(call: Call) -> int:
    """Read lines until the input ends; 1 when a line was refused.

    The file is locked for the whole run, so that no other copy of the program writes in between.
    """
    source = _input()
    reader, began = LineReader(load_catalogue(), call.today), time.monotonic()
    refused = 0
    with commands.open_station(call.path("file"), writing=True) as store:
        say_upgrade(store, call)
        for line in _lines(source):
            passed = timedelta(seconds=time.monotonic() - began)  # a run may last for hours
            answer = _enter(store, reader, line, call, passed)
            refused += answer != ""
            call.terminal.line(f"no {line.number}: {answer}" if answer else f"ok {line.number}")
            call.terminal.flush()
    return 1 if refused else 0


def _enter(store: Store, reader: LineReader, line: Line, call: Call, passed: timedelta) -> str:
    """Bring one line to disk; why not, or nothing."""
    value = reader.read(line)
    if isinstance(value, Fault):
        return call.messages.fault(value)
    try:
        commands.save_data_values(store, [_commented(store, value)], call.by._replace(now=call.now + passed))
    except SoTramError as error:
        return call.messages.error(in_a_terminal(error))
    return ""


def _commented(store: Store, value: DataValue) -> DataValue:
    """The value with the comment that stands beside the cell, as in the window; "not reported" takes it away."""
    if value.state is CellState.NOT_REPORTED:
        return value
    comment = queries.comment_of(store, value.data_element, value.period, value.category)
    return value if is_sum(comment) else value._replace(comment=comment)


def _input() -> BinaryIO:
    if sys.stdin is None:
        raise EnvironmentFault("input_closed")
    return sys.stdin.buffer


def _lines(source: BinaryIO) -> Iterator[Line]:
    try:
        yield from read_lines(source)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise EnvironmentFault("input_failed", reason=reason) from error

"""What the window does and no command: type with rests, keep papers, recover."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path

from data import commands, report_commands
from data.documents.records import DocumentNumber, NumberState, ReportStep, StepKind
from data.errors import SoTramError
from data.model import Attribution, Category, CellState, DataValue
from data.store.recovery import recover as recover_file
from data.store.recovery import survey
from tests.torture.strace import NOW
from ui.cli_terminal import Terminal
from ui.messages import Messages, load_messages

STATION = "tram.sotram"
DAMAGED = "tram.hong"
SERIES = "BC"

_BY = Attribution(user="Lan", now=NOW)
_RESTS = 4
"""So many cells are typed between two rests."""


def _saying(act: Callable[[Terminal, Messages], int]) -> Callable[[], int]:
    """End as the command line does: with a status and, when something was refused, with a sentence."""

    @wraps(act)
    def say() -> int:
        terminal = Terminal()
        try:
            messages = load_messages("vi")
        except OSError as error:
            terminal.say(f"Không đọc được tệp của chương trình: {error.filename}.")
            return 1
        try:
            status = act(terminal, messages)
            terminal.flush()
        except SoTramError as error:
            terminal.say(messages.error(error))
        except OSError as error:
            terminal.say(f"Máy báo lỗi khi đọc hoặc ghi: {error}")
        else:
            return status
        return 1

    return say


@_saying
def type_with_rests(terminal: Terminal, messages: Messages) -> int:
    """Save cell after cell; now and then the typing rests, and the journal is brought into the file."""
    refused = 0
    with commands.open_station(Path(STATION), writing=True) as store:
        for number, line in enumerate(sys.stdin, 1):
            element, period, category, figure = line.rstrip("\n").split(",")
            value = DataValue(element, period, Category(category), CellState.FIGURE, figure)
            try:
                commands.save_data_values(store, [value], _BY)
                terminal.line(f"ok {number}")
            except SoTramError as error:
                refused += 1
                terminal.line(f"no {number}: {messages.error(error)}")
            terminal.flush()
            if number % _RESTS == 0:
                commands.checkpoint(store)
    return 1 if refused else 0


@_saying
def keep_papers(terminal: Terminal, messages: Messages) -> int:
    """Record step after step and number after number of frozen reports, until one is refused."""
    with commands.open_station(Path(STATION), writing=True) as store:
        for number, line in enumerate(sys.stdin, 1):
            try:
                _record(store, *line.rstrip("\n").split(","))
                terminal.line(f"ok {number}")
            except SoTramError as error:
                terminal.line(f"no {number}: {messages.error(error)}")
                return 1
            terminal.flush()
    return 0


def _record(store: commands.Store, what: str, number: str, kind: str, state: str, party: str) -> None:
    """What a line says, as it stands afterwards: a step of a report, or a number with its report or without one."""
    if what.startswith("report "):
        code = what.removeprefix("report ")
        step = ReportStep(report=code, number=0, kind=StepKind(kind), day=NOW.date(), party=party)
        report_commands.add_step(store, step, _BY)
    else:
        line = DocumentNumber(
            year=int(number), series=SERIES, number=0, state=NumberState(state), report=kind, reason="thử"
        )
        report_commands.give_number(store, line, _BY)


@_saying
def recover(terminal: Terminal, _: Messages) -> int:
    """Bring back what can be had of the damaged file, by the way that loses least."""
    options = survey(Path(DAMAGED), [Path("Sao lưu")]).options
    recover_file(options[0], Path("again.sotram"), _BY)
    terminal.line("again.sotram")
    return 0

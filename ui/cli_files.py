"""Commands about station files as such: ``new``, ``example``, ``check``."""

from __future__ import annotations

import logging

from data import commands, safety
from data.example.writing import write_example
from data.model import NewStation
from ui.cli_call import Call
from ui.cli_refusals import wal_hint

log = logging.getLogger(__name__)

_DAMAGE = frozenset({"check_integrity", "check_schema", "file_damaged"})


def run(call: Call) -> int:
    """Run one of the commands of this module; return the exit status."""
    match call.asked.command:
        case "new":
            return make_station(call)
        case "example":
            return make_example(call)
        case _:
            return check_file(call)


def make_station(call: Call) -> int:
    """``new``: a station file without figures; an existing file is never overwritten."""
    path = call.path("file")
    new = NewStation(code=call.value("--code"), name=call.value("--name"), place=call.value("--place"))
    commands.create_station(path, new, call.now, call.by.user)
    call.terminal.line(call.text("files", "made", file=path))
    return 0


def make_example(call: Call) -> int:
    """``example``: a believable station with figures of 2022 to 2025, in a folder that is made when needed."""
    path = write_example(call.path("folder"), call.now)
    call.terminal.line(call.text("files", "made", file=path))
    return 0


def check_file(call: Call) -> int:
    """``check``: what is wrong with a station file or a backup, a line each; SQLite's own words go to the log."""
    path = call.path("file")
    faults = safety.check_file(path)
    for fault in faults:
        if "finding" in fault.parameters:
            log.info("SQLite found: %s", fault.parameters["finding"])
    for sentence in dict.fromkeys(map(call.messages.fault, faults)):
        call.terminal.line(sentence)
    if any(fault.code in _DAMAGE for fault in faults):
        for hint in wal_hint(path, call.messages):
            call.terminal.say(hint)
    if not faults:
        call.terminal.line(call.text("files", "sound", file=path))
    return 1 if faults else 0

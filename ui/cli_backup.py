"""``backup`` and ``restore``: a proven backup, and a station file out of one."""

from __future__ import annotations

from pathlib import Path

from data import commands, safety
from data.commands import Store
from data.errors import EnvironmentFault
from ui.cli_call import Call


def run(call: Call) -> int:
    """Run one of the commands of this module; return the exit status."""
    return _backup(call) if call.asked.command == "backup" else _restore(call)


def backup_before(store: Store, call: Call, why: str) -> None:
    """Make a backup before something large happens to a file; where that fails, say so and go on."""
    try:
        safety.make_backup(store, safety.backup_folder(store.path), call.now, why)
    except EnvironmentFault as fault:
        call.terminal.say(call.text("files", "no_backup", reason=call.messages.error(fault)))


def say_upgrade(store: Store, call: Call) -> None:
    """Say where the backup before an upgrade lies, when it is not in its folder."""
    if store.upgrade_backup is not None:
        call.terminal.say(call.text("files", "backup_beside", file=store.upgrade_backup))


def _backup(call: Call) -> int:
    """``backup``: the path of the new backup, alone on the last line."""
    folder = call.path("--out")
    with commands.open_station(call.path("file"), writing=False) as store:
        backup = safety.make_backup(store, folder, call.now, "command")
    _say_findings(call, backup.findings, backup.path)
    call.terminal.line(str(backup.path))
    return 0


def _restore(call: Call) -> int:
    """``restore``: a new station file; an existing one is never overwritten. Its path alone on the last line."""
    target = call.path("--out")
    proof = safety.restore_backup(call.path("backup"), target)
    _say_findings(call, len(proof.findings), target)
    call.terminal.line(str(target))
    return 0


def _say_findings(call: Call, count: int, path: Path) -> None:
    if count:
        call.terminal.say(call.text("files", "with_findings", count=count, file=path))

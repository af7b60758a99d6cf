"""``import`` and ``export``: figures in and out as a DHIS2 data-value CSV."""

from __future__ import annotations

import gc
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager

from data import commands
from data.catalogue import load_catalogue
from data.periods import parse_period
from ui.cli_backup import backup_before, say_upgrade
from ui.cli_call import Call
from ui.figure_files import Checked, Source, check_figures, export_figures, would_change


def run(call: Call) -> int:
    """Run one of the commands of this module; return the exit status."""
    if call.asked.command == "export":
        return _export(call)
    with _without_collection():
        return _import(call)


def _import(call: Call) -> int:
    """``import``: all figures of a file or none; the protocol on stdout."""
    is_rehearsal = "--dry-run" in call.asked.flags
    path = call.path("figures")
    source = Source(path=path, name=str(path), today=call.today, catalogue=load_catalogue())
    with commands.open_station(call.path("file"), writing=not is_rehearsal) as store:
        say_upgrade(store, call)
        checked = check_figures(store, source)
        if is_rehearsal:
            changed: Collection[Sequence[str]] = would_change(store, checked)
        else:
            backup_before(store, call, "import")
            changed = commands.save_data_values(store, checked.values, call.by).keys
    title = "dry_run" if is_rehearsal else "done"
    call.terminal.line(call.text("import", title, file=path, count=len(checked.values)))
    _print_protocol(call, checked, changed)
    return 0


def _export(call: Call) -> int:
    """``export``: every figure whose own period lies inside the asked one."""
    period, out = parse_period(call.value("--period")), call.out_path()
    with commands.open_station(call.path("file"), writing=False) as store:
        left_out = export_figures(store, period, out).left_out(call.messages)
    if left_out:
        call.terminal.say(left_out)
    return 0


@contextmanager
def _without_collection() -> Iterator[None]:
    """Do not search for garbage while many small objects are made, none of them garbage; saves a tenth of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _print_protocol(call: Call, checked: Checked, changed: Collection[Sequence[str]]) -> None:
    counts = checked.counts(changed)
    for key, count in (
        ("new", counts.new),
        ("changed", counts.changed),
        ("unchanged", counts.unchanged),
        ("contradictions", len(checked.contradictions)),
    ):
        call.terminal.line(call.text("import", key, count=count))
    for sentence in checked.sentences(call.messages):
        call.terminal.line(call.text("import", "contradiction", sentence=sentence))
    if checked.more:
        call.terminal.line(call.text("import", "more_contradictions", count=checked.more))

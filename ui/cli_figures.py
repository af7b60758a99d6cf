"""``import`` and ``export``: figures in and out as a DHIS2 data-value CSV."""

from __future__ import annotations

import gc
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager

from data import commands, queries
from data.catalogue import load_catalogue
from data.exchange.csv_export import figures_csv, periods_inside
from data.exchange.csv_figures import ImportFile, read_figures
from data.exchange.csv_rows import read_file
from data.exchange.files import replace_file
from data.exchange.protocol import CellCounts, contradictions_of, count_cells, differing_keys, years_needed
from data.model import CellState, RuleResult
from data.periods import parse_period
from ui.cli_call import Call

CONTRADICTIONS_SHOWN = 200


def run(call: Call) -> int:
    """Run one of the commands of this module; return the exit status."""
    if call.asked.command == "export":
        return export_figures(call)
    with _without_collection():
        return import_figures(call)


def import_figures(call: Call) -> int:
    """``import``: all figures of a file or none; the protocol on stdout."""
    is_rehearsal = "--dry-run" in call.asked.flags
    source = call.path("figures")
    catalogue = load_catalogue()
    with commands.open_station(call.path("file"), writing=not is_rehearsal) as store:
        org_unit = queries.station_code(store)
        file = ImportFile(name=str(source), station=org_unit, today=call.today, catalogue=catalogue)
        values = read_figures(read_file(source), file)
        before = queries.load_figures(store, years=years_needed(values))
        contradictions = contradictions_of(catalogue, values, before)
        if is_rehearsal:
            there = queries.data_values(store, {value.period for value in values})
            changed: Collection[Sequence[str]] = differing_keys(values, there)
        else:
            changed = commands.save_data_values(store, values, call.by).keys
    title = "dry_run" if is_rehearsal else "done"
    call.terminal.line(call.text("import", title, file=source, count=len(values)))
    _print_protocol(call, count_cells(values, before, changed), contradictions)
    return 0


def export_figures(call: Call) -> int:
    """``export``: every figure whose own period lies inside the asked one."""
    period, out = parse_period(call.value("--period")), call.out_path()
    with commands.open_station(call.path("file"), writing=False) as store:
        org_unit = queries.station_code(store)
        values = queries.data_values(store, periods_inside(period))
    replace_file(out, figures_csv(values, org_unit))
    states = [value.state for value in values]
    dashes, drafts = states.count(CellState.NOT_APPLICABLE), states.count(CellState.DRAFT)
    if dashes or drafts:
        call.terminal.say(call.text("export", "left_out", not_applicable=dashes, draft=drafts))
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


def _print_protocol(call: Call, counts: CellCounts, contradictions: Sequence[RuleResult]) -> None:
    for key, count in (
        ("new", counts.new),
        ("changed", counts.changed),
        ("unchanged", counts.unchanged),
        ("contradictions", len(contradictions)),
    ):
        call.terminal.line(call.text("import", key, count=count))
    catalogue = load_catalogue()
    for result in contradictions[:CONTRADICTIONS_SHOWN]:
        sentence = call.messages.rule(result, catalogue)
        call.terminal.line(call.text("import", "contradiction", sentence=sentence))
    more = len(contradictions) - CONTRADICTIONS_SHOWN
    if more > 0:
        call.terminal.line(call.text("import", "more_contradictions", count=more))

"""``catalogue import``: a criteria set from a file into a station file, with what it changes of the version before."""

from __future__ import annotations

from pathlib import Path

from data import assessment_commands, assessment_queries, commands
from data.assessment import writer
from data.assessment.changes import SetChange, set_changes
from data.assessment.definitions import CriteriaSet, leaves
from data.assessment.records import StoredSet
from data.catalogue import load_catalogue
from data.exchange.criteria_files import ReadSet, parse_file, read_criteria_file
from data.exchange.rural_files import is_rural, read_rural_file
from data.rural_queries import RURAL_SET
from ui.cli_backup import say_upgrade
from ui.cli_call import Call
from ui.criteria_words import change_sentence

MOST_CHANGES = 200
"""So many changes are listed, then the count of the rest."""


def import_set(call: Call) -> int:
    """Keep a set in the station file, whole or not at all; the preview, the warnings and the version on stdout."""
    path = call.path("criteria")
    if is_rural(parse_file(path)):
        return _import_rural(call, path)
    read = read_criteria_file(path, load_catalogue())
    found = read.criteria_set
    with commands.open_station(call.path("file"), writing=True) as store:
        say_upgrade(store, call)
        newest = {each.id: each for each in assessment_queries.criteria_sets(store)}.get(found.id)
        if newest is not None and newest.version == found.version:
            call.terminal.line(call.text("criteria", "unchanged", set=found.id, version=found.version))
            return 0
        stored = writer.stored(found, path.name)
        assessment_commands.save_definition(store, stored, call.by)
        begun = assessment_queries.assessments(store)
    _say_done(call, read, newest)
    years = [str(each.year) for each in begun if each.criteria_set == found.id and each.version != found.version]
    if years:
        call.terminal.line(call.text("criteria", "years_stay", years=", ".join(years)))
    return 0


def _import_rural(call: Call, path: Path) -> int:
    """Keep a new-rural set, whole or not at all."""
    read = read_rural_file(path, load_catalogue())
    found = read.rural_set
    with commands.open_station(call.path("file"), writing=True) as store:
        say_upgrade(store, call)
        own = assessment_queries.stored_sets(store, RURAL_SET, found.id)
        if own and own[-1].version == found.version:
            call.terminal.line(call.text("criteria", "unchanged", set=found.id, version=found.version))
            return 0
        stored = StoredSet(found.id, found.version, read.content, path.name, RURAL_SET)
        assessment_commands.save_definition(store, stored, call.by)
    counts = {"indicators": len(found.indicators), "version": found.version}
    call.terminal.line(call.text("criteria", "rural_done", set=found.id, title=found.title_vi, **counts))
    call.terminal.line(call.text("criteria", "own", certainty=found.certainty))
    return 0


def _say_done(call: Call, read: ReadSet, before: CriteriaSet | None) -> None:
    found, line = read.criteria_set, call.terminal.line
    counts = {"criteria": len(found.criteria), "items": sum(1 for _ in leaves(found))}
    line(call.text("criteria", "done", set=found.id, title=found.title_vi, version=found.version, **counts))
    line(call.text("criteria", "own", certainty=found.certainty))
    for warning in read.warnings:
        line(call.text("criteria", "warning", sentence=call.messages.fault(warning)))
    if before is not None:
        _say_changes(call, set_changes(before, found), before.version)


def _say_changes(call: Call, changes: tuple[SetChange, ...], version: str) -> None:
    if not changes:
        call.terminal.line(call.text("criteria", "changes_unlisted", version=version))
        return
    call.terminal.line(call.text("criteria", "changes", count=len(changes), version=version))
    for change in changes[:MOST_CHANGES]:
        call.terminal.line(f"  {change_sentence(change, call.messages)}")
    if len(changes) > MOST_CHANGES:
        call.terminal.line(call.text("criteria", "more_changes", count=len(changes) - MOST_CHANGES))

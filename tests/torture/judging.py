"""What may be left after an interruption: the state before or after, every acknowledged cell, and no half file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from data import commands, queries, report_queries, safety
from data.errors import SoTramError
from tests.torture.papers import SIGNED, comparable
from tests.torture.scenarios import BACKUP, Cells, Key, Ready, Scenario, cells_of, found_files, is_side_file, let_rest
from tests.torture.strace import Ended

IN_DOUBT = "có thể đã hoặc chưa vào tệp"
"""Said of a line that the disk refused after it was written."""


def complaints(ready: Ready, folder: Path, ended: Ended) -> list[str]:
    """Everything about a folder that must not be, one sentence each; empty when all is well.

    Each station file is opened as the next start of the program opens it, so what was left unfinished is finished here.
    """
    try:
        found = list(_about_stations(ready, folder, ended))
        found += _about_backups(ready, folder, ended)
        found += _about_files(ready, folder, ended)
        found += _about_papers(folder)
    except Exception as error:  # noqa: BLE001 - what the program does not foresee is a complaint like any other
        found = [f"raised {error!r}"]
    if ended.status is not None and ended.status >= 0:
        found += [f"left behind: {path.name}" for path in found_files(folder) if is_side_file(path)]
    return found


def reopen(path: Path) -> list[str]:
    """Check a file as it was left, open it for writing as the next session does, and check it again."""
    let_rest(path.parent)
    faults = [f"{path.name} as left: {fault.code} {dict(fault.parameters)}" for fault in queries.check_file(path)]
    try:
        with commands.open_station(path, writing=True) as store:
            commands.prepare(store)
    except SoTramError as error:
        return [*faults, f"{path.name} does not open: {error.code}"]
    let_rest(path.parent)
    return faults + [f"{path.name} reopened: {fault.code}" for fault in queries.check_file(path)]


def _about_stations(ready: Ready, folder: Path, ended: Ended) -> Iterator[str]:
    before, after = ready.before.stations, ready.after.stations
    names = {path.relative_to(folder).as_posix() for path in found_files(folder) if path.suffix == ".sotram"}
    for name in sorted(names | before.keys()):
        if name not in names:
            yield f"{name} is gone"
            continue
        try:
            yield from reopen(folder / name)
            cells = cells_of(folder / name)
        except (SoTramError, OSError) as error:
            yield f"{name}: {error}"
            continue
        if name not in before and name not in after:
            yield from _about_copy(name, cells, ready)
        elif ready.scenario.is_by_line:
            yield from _about_lines(cells, ready, ended)
        else:
            yield from _about_whole(name, cells, ready, ended)
    if _must_be_done(ready.scenario, ended):
        yield from (f"{name} was promised" for name in after if name not in names)


def _about_copy(name: str, cells: Cells, ready: Ready) -> Iterator[str]:
    """A copy under a name that differs from run to run holds what some file held before."""
    if cells not in ready.before.stations.values():
        yield f"{name} is no copy of what was there"


def _about_whole(name: str, cells: Cells, ready: Ready, ended: Ended) -> Iterator[str]:
    before, after = ready.before.stations.get(name), ready.after.stations.get(name)
    if cells != after and (_must_be_done(ready.scenario, ended) or cells != before):
        yield f"{name} holds {len(cells)} cells, neither those before nor those after"


def _about_lines(cells: Cells, ready: Ready, ended: Ended) -> Iterator[str]:
    """Every acknowledged line is there; of the others only one without an answer yet may be, and those in doubt."""
    answers = [line for line in whole_lines(ended.out) if line.startswith(("ok ", "no "))]
    acknowledged = [_typed(ready, line) for line in answers if line.startswith("ok ")]
    doubtful = [_typed(ready, line) for line in answers if line.startswith("no ") and IN_DOUBT in line]
    expected = {**next(iter(ready.before.stations.values())), **dict(acknowledged)}
    lost = [key for key, value in expected.items() if cells.get(key) != value]
    more = [(key, value) for key, value in cells.items() if expected.get(key) != value]
    unexpected = [cell for cell in more if cell not in doubtful]
    if lost:
        yield f"lost {len(lost)} acknowledged cells, first {lost[0]}"
    if unexpected not in ([], list(ready.typed[len(answers) : len(answers) + 1])):
        yield f"{len(unexpected)} cells that nobody was told of, first {unexpected[0]}"


def _typed(ready: Ready, answer: str) -> tuple[Key, tuple[str, str]]:
    """The cell that an answer is about."""
    return ready.typed[int(answer.split()[1].rstrip(":")) - 1]


def whole_lines(text: str) -> list[str]:
    """Lines that have their end; half a line tells nobody anything."""
    return text.rpartition("\n")[0].split("\n")


def _must_be_done(scenario: Scenario, ended: Ended) -> bool:
    """Whether somebody was told that the command is done."""
    return ended.status == 0 or (not scenario.is_by_line and "\n" in ended.out)


def _about_backups(ready: Ready, folder: Path, ended: Ended) -> Iterator[str]:
    """Every backup can be restored, and holds what some station file held before or after."""
    known = (*ready.before.stations.values(), *ready.after.stations.values())
    for path in found_files(folder):
        there = ready.before.backups.get(path.relative_to(folder).as_posix())
        if path.suffix == BACKUP and there != path.read_bytes():
            if there is not None:
                yield f"{path.name} was changed"
            restored = folder / "torture-tmp" / f"{path.name}-restored.sotram"
            restored.parent.mkdir(exist_ok=True)
            safety.restore_backup(path, restored)
            yield from reopen(restored)
            if cells_of(restored) not in known:
                yield f"{path.name} holds something else"
    if ready.scenario.words[:1] == ("backup",) and _must_be_done(ready.scenario, ended):
        place = folder / ended.out.splitlines()[-1]
        if not place.is_file():
            yield f"{place.name} was promised"


def _about_papers(folder: Path) -> Iterator[str]:
    """Numbers without gaps; a signed PDF that lies there is the one that the station file keeps."""
    for path in (path for path in found_files(folder) if path.suffix == ".sotram"):
        with commands.open_station(path, writing=False) as store:
            lines = report_queries.numbers(store)
            reports = report_queries.frozen_reports(store)
            kept = [report_queries.signed_pdf(store, report) for report in reports]
        taken = sorted(line.number for line in lines)
        if taken != list(range(1, len(taken) + 1)):
            yield f"numbers are {taken}"
        signed = folder / SIGNED
        content = signed.read_bytes() if signed.exists() else b""
        if comparable(content) != content and content not in kept:
            yield f"{SIGNED} is not what the station file keeps"


def _about_files(ready: Ready, folder: Path, ended: Ended) -> Iterator[str]:
    before, after = ready.before.files, ready.after.files
    others = (path for path in found_files(folder) if path.suffix not in (".sotram", BACKUP) and not is_side_file(path))
    names = {path.relative_to(folder).as_posix(): path for path in others}
    for name, path in names.items():
        content = comparable(path.read_bytes())
        if name not in before and name not in after:
            yield f"a file nobody knows: {name}"
        elif content not in (before.get(name), after.get(name)):
            yield f"{name} is half written, {len(content)} bytes"
        elif _must_be_done(ready.scenario, ended) and content != after.get(name):
            yield f"{name} is the old one"
    yield from (f"{name} is gone" for name in before if name not in names and name in after)

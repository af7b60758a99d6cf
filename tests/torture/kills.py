"""Real processes killed by SIGKILL as they begin their n-th system call; afterwards the file is opened again."""

from __future__ import annotations

import random
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tests.torture import strace
from tests.torture.acts import STATION
from tests.torture.judging import complaints
from tests.torture.scenarios import Ready, Stage
from tests.torture.strace import CALLS, Entry
from tests.torture.work import Limits, Outcome, name_of, spread

KILLS = 2000
SHORT_KILLS = 25
_SHARES = {
    "enter": 22,
    "typing": 12,
    "import": 14,
    "migration": 12,
    "backup": 10,
    "restore": 8,
    "recovery": 8,
    "report": 5,
    "new": 6,
}
_SMALLEST_SHARE = 3
_WHOLE = 10
"""One kill of so many is of a process that began with the interpreter, as a person starts it."""


class Kill(NamedTuple):
    """One kill: at a call, or after a time where calls cannot be seen; ``is_whole``: of the whole program."""

    ready: Ready
    folder: Path
    entry: Entry | None
    seconds: float
    is_whole: bool


def run(stage: Stage, limits: Limits) -> list[Outcome]:
    """Kill the commands as often as is wanted."""
    total = SHORT_KILLS if limits.is_short else KILLS
    chance = random.Random(limits.seed)
    weights = [_SHARES.get(ready.scenario.name, _SMALLEST_SHARE) for ready, _ in stage.ready]
    jobs: list[Kill] = []
    for (ready, entries), weight in zip(stage.ready, weights, strict=True):
        count = max(1, round(total * weight / sum(weights)))
        places = _places(entries, count, chance) if entries else [None] * count
        own = [Kill(ready, stage.room, place, chance.uniform(0, 0.3), is_whole=False) for place in places]
        if entries and ready.scenario.function is None and not limits.is_short:
            whole = _whole_entries(ready, stage.room)
            own[::_WHOLE] = [job._replace(entry=chance.choice(whole), is_whole=True) for job in own[::_WHOLE]]
        jobs += own
    chance.shuffle(jobs)
    return spread(_kill, [job._replace(folder=stage.room / name_of("kill", n)) for n, job in enumerate(jobs)], limits)


def _places(entries: Sequence[Entry], count: int, chance: random.Random) -> list[Entry | None]:
    """So many calls, every call once before any comes twice."""
    places: list[Entry | None] = []
    while len(places) < count:
        chosen = chance.sample(entries, min(len(entries), count - len(places)))
        places += [entry._replace(arguments=b"") for entry in chosen]
    return places


def _whole_entries(ready: Ready, room: Path) -> list[Entry]:
    """The calls of the whole program from the first one that has to do with a station file on."""
    folder = room / f"{ready.scenario.name}-from-the-start"
    strace.start_whole(ready.command(folder), "-e", f"trace={strace.listed(CALLS)}")
    entries = strace.entries(folder)
    first = next(
        n for n, entry in enumerate(entries) if b".sotram" in entry.arguments or STATION.encode() in entry.arguments
    )
    return [entry._replace(arguments=b"") for entry in entries[first:]]


def _kill(job: Kill) -> Outcome:
    command = job.ready.command(job.folder)
    if job.entry is None:
        ended = strace.run_and_kill_after(command, job.seconds)
        what = f"after {job.seconds:.3f} s"
    elif job.is_whole:
        ended = strace.start_whole(command, *strace.kill_at(job.entry))
        what = f"whole program, {job.entry.name} {job.entry.nth}"
    else:
        ended = strace.run(command, *strace.kill_at(job.entry))
        what = f"{job.entry.name} {job.entry.nth}"
    is_killed = ended.status is not None and ended.status < 0
    found = complaints(job.ready, job.folder, ended)
    if not is_killed and ended.status != 0:
        found.append(f"ended with {ended.status}: {ended.err[-300:]}")
    shutil.rmtree(job.folder)
    return Outcome(job.ready.scenario.name, what, is_killed, tuple(found))

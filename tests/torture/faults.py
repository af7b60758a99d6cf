"""The n-th open, write, sync or rename of every command fails, once or for good; then disks and folders go away."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.torture import conditions, strace
from tests.torture.judging import complaints
from tests.torture.scenarios import Ready, Stage, get_ready, make_short_entry
from tests.torture.strace import FAILING, NAMES, OPENS, ROOT, Ended, Entry
from tests.torture.work import Limits, Outcome, name_of, spread

SHORT_FAULTS = 3
"""So many of each command."""
LONG = 300
"""A command of more calls fails at so many of them, chosen by the seed, and each time in one way."""

_TYPING = ("enter", "typing")
"""Commands that type a few lines only here."""

ERRORS = ("EIO", "ENOSPC", "EROFS", "EACCES")
_DISK_ERRORS = ERRORS[:2]
_ON_DISK = tuple(name for name in FAILING if name not in ("write", "sendfile", "copy_file_range"))
_LASTING = 25
"""So many places of each command from which on the disk is gone or full."""

OUR_FAULT = "ngoài dự kiến"
_MOST_SENTENCES = 2


class Failure(NamedTuple):
    """One failure: strace's options for it, and where it comes."""

    ready: Ready
    folder: Path
    entry: Entry
    what: str
    options: tuple[str, ...]


def run(stage: Stage, limits: Limits) -> list[Outcome]:
    """Let calls fail where strace can do so, and take disks and folders away."""
    chance = random.Random(limits.seed)
    jobs: list[Failure] = []
    readies: dict[str, Ready] = {}
    for ready, entries in stage.ready:
        if ready.scenario.is_by_line and ready.scenario.name in _TYPING:
            brief = ready.scenario._replace(name=f"{ready.scenario.name} briefly", make=make_short_entry)
            ready, entries = get_ready(brief, stage.base, stage.room)
        readies[ready.scenario.words[0] if ready.scenario.words else ready.scenario.name] = ready
        failing = [entry for entry in entries if entry.name in FAILING]
        own = [*_single(ready, stage.room, failing, chance), *_lasting(ready, stage.room, entries, chance)]
        jobs += chance.sample(own, min(len(own), SHORT_FAULTS)) if limits.is_short else own
    chance.shuffle(jobs)
    jobs = [job._replace(folder=stage.room / name_of("fault", number)) for number, job in enumerate(jobs)]
    conditioned = conditions.run(readies, stage.room, limits)
    return conditioned + spread(_fail, jobs, limits)


def _single(ready: Ready, room: Path, entries: Sequence[Entry], chance: random.Random) -> Iterator[Failure]:
    turn = chance.randrange(len(ERRORS))
    is_long = len(entries) > LONG
    for place, entry in enumerate(chance.sample(entries, LONG) if is_long else entries):
        errors: Sequence[str] = ERRORS if entry.name in (*OPENS, *NAMES) else _DISK_ERRORS
        if is_long:
            errors = (errors[(place + turn) % len(errors)],)
        for error in errors:
            what = f"{entry.name} {entry.nth} {error}"
            yield Failure(ready, room, entry, what, strace.fail_at(entry, error))


def _lasting(ready: Ready, room: Path, entries: Sequence[Entry], chance: random.Random) -> Iterator[Failure]:
    """From one call on, everything that goes to the disk fails; only words on stdout and stderr still arrive."""
    first = next((n for n, entry in enumerate(entries) if b".sotram" in entry.arguments), len(entries))
    places = range(first, len(entries))
    for place in sorted(chance.sample(places, min(_LASTING, len(places)))):
        error = chance.choice(_DISK_ERRORS)
        entry = entries[place]
        what = f"{error} from {entry.name} {entry.nth} on"
        yield Failure(ready, room, entry, what, strace.fail_from(entries, place, _ON_DISK, error))


def _fail(job: Failure) -> Outcome:
    ended = strace.run(job.ready.command(job.folder), *job.options)
    is_reached = b"(INJECTED)" in (job.folder / "torture-trace").read_bytes()
    found = complaints(job.ready, job.folder, ended)
    if job.entry.name.startswith("unlink") or " on" in job.what:
        found = [words for words in found if not words.startswith("left behind")]
    is_heard = not job.entry.arguments.startswith(b"2,")
    found += about_words(ended, is_heard=is_heard, is_broken=_is_ours(job.entry))
    log = job.folder / "torture-home" / "log" / "so-tram.log"
    if found and log.exists():
        found.append(f"the log ends with {log.read_text(encoding='utf-8').splitlines()[-1]}")
    shutil.rmtree(job.folder)
    return Outcome(job.ready.scenario.name, job.what, is_reached, tuple(found))


def _is_ours(entry: Entry) -> bool:
    """Whether a file of the program itself cannot be opened, which no sentence can help."""
    return entry.name in OPENS and bytes(ROOT) in entry.arguments


def about_words(ended: Ended, *, is_heard: bool = True, is_broken: bool = False) -> Iterator[str]:
    """What is wrong with how a command ended: a status of its own, and a sentence that a nurse understands."""
    lines = [line for line in ended.err.splitlines() if line.strip()]
    answers = [line for line in ended.out.splitlines() if line.startswith("no ")]
    words = " ".join((*lines, *answers)) or ended.out
    if ended.status not in (0, 1):
        yield f"ended with {ended.status}"
    if "Traceback" in words or (OUR_FAULT in words and not is_broken) or ended.status not in (0, 1):
        yield f"said: {words[-300:]}"
    if ended.status == 1 and is_heard and (not words or words.isascii() or len(lines) > _MOST_SENTENCES):
        yield f"said {len(lines)} sentences: {words[:300]}"

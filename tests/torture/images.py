"""Crash images: what a power cut may leave of a recorded run must open as a state that somebody was in."""

from __future__ import annotations

import random
import shutil
from pathlib import Path
from typing import NamedTuple

from tests.torture import strace
from tests.torture.disk import OPTIONS, Recorder, Recording, image
from tests.torture.judging import complaints
from tests.torture.scenarios import Ready, Stage, found_files
from tests.torture.strace import Ended
from tests.torture.work import Limits, Outcome, name_of, spread

IMAGES = 10000
SHORT_IMAGES = 150
_SHARES = {"enter": 24, "typing": 24, "import": 14, "migration": 10, "backup": 8, "restore": 8, "recovery": 6, "new": 6}
_SMALLEST_SHARE = 2
_SLOW = frozenset({"report"})


class Cut(NamedTuple):
    """One power cut: before which event, and the seed of what it leaves."""

    ready: Ready
    recording: Recording
    folder: Path
    end: int
    seed: int


def run(stage: Stage, limits: Limits) -> list[Outcome]:
    """Cut the power as often as is wanted; without strace nothing can be recorded."""
    if not strace.can_trace():
        return []
    total = SHORT_IMAGES if limits.is_short else IMAGES
    chance = random.Random(limits.seed)
    chosen = [ready for ready, _ in stage.ready if not (limits.is_short and ready.scenario.name in _SLOW)]
    weights = [_SHARES.get(ready.scenario.name, _SMALLEST_SHARE) for ready in chosen]
    jobs: list[Cut] = []
    for ready, weight in zip(chosen, weights, strict=True):
        recording = record(ready, stage.room / f"{ready.scenario.name}-recorded")
        for _ in range(max(1, round(total * weight / sum(weights)))):
            end = (
                chance.choice(_turns(recording)) if chance.random() < 0.5 else chance.randint(0, len(recording.events))
            )
            jobs.append(Cut(ready, recording, stage.room / name_of("cut", len(jobs)), end, chance.getrandbits(32)))
    chance.shuffle(jobs)
    return spread(_cut, jobs, limits)


def record(ready: Ready, folder: Path) -> Recording:
    """Let a command run to its end and write down what it did to the disk."""
    command = ready.command(folder)
    start = {path.relative_to(folder).as_posix(): path.read_bytes() for path in found_files(folder)}
    ended = strace.run(command, *OPTIONS)
    if ended.status != 0:
        raise RuntimeError(f"{ready.scenario.name} while recorded: {ended}")
    recorder = Recorder(folder, start)
    recorder.read((folder / "torture-trace").read_bytes())
    return Recording(start, tuple(recorder.events))


def _turns(recording: Recording) -> list[int]:
    """Places just after a name changed, something became certain, or somebody was told."""
    return [n for n, event in enumerate(recording.events, 1) if event.kind not in ("write", "truncate")]


def _cut(job: Cut) -> Outcome:
    chance = random.Random(job.seed)
    files, said = image(job.recording, job.end, chance)
    job.folder.mkdir()
    for name, content in files.items():
        if not name.startswith("torture-") and not name.endswith("-shm"):
            path = job.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            if name.endswith("-wal") and chance.random() < 0.5:
                path.with_name(f"{path.name.removesuffix('-wal')}-shm").write_bytes(chance.randbytes(32768))
    found = complaints(job.ready, job.folder, Ended(None, said))
    shutil.rmtree(job.folder)
    what = f"before event {job.end} of {len(job.recording.events)}, seed {job.seed}"
    return Outcome(job.ready.scenario.name, what, is_reached=True, complaints=tuple(found))

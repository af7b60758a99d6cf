"""A full disk, a folder that takes nothing, a folder renamed, a file deleted, a stick pulled: for real."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from tests.torture import faults, strace
from tests.torture.acts import STATION
from tests.torture.judging import complaints
from tests.torture.scenarios import Ready
from tests.torture.strace import Command, Ended
from tests.torture.work import Limits, Outcome, name_of, spread

FREE_KILOBYTES = (0, 4, 16, 40, 64, 100, 160, 240, 400)
SHORT_FREE_KILOBYTES = (0, 40)
SHORT_TRIALS = 12
_DISK = 6 * 1024 * 1024
_NOBODY = 65534
_READING = frozenset({"check", "indicators"})
_SECONDS = 20


class Trial(NamedTuple):
    """One condition for one command."""

    ready: Ready
    folder: Path
    what: str
    function: Callable[[Ready, Path, int], list[str]]
    amount: int = 0


def run(readies: Mapping[str, Ready], room: Path, limits: Limits) -> list[Outcome]:
    """Try all conditions on all commands they concern."""
    trials = []
    for ready in readies.values():
        if _can_mount(room):
            for free in SHORT_FREE_KILOBYTES if limits.is_short else FREE_KILOBYTES:
                trials.append(Trial(ready, room, f"{free} KB free", _on_full_disk, free))
        trials.append(Trial(ready, room, "read-only folder", _in_read_only_folder))
    for after in range(0, 5, 4 if limits.is_short else 1) if "enter" in readies else ():
        trials.append(Trial(readies["enter"], room, f"folder renamed after {after} lines", _renaming, after))
        trials.append(Trial(readies["enter"], room, f"file deleted after {after} lines", _deleting, after))
        if _can_mount(room):
            trials.append(Trial(readies["enter"], room, f"stick pulled after {after} lines", _pulling, after))
    if limits.is_short:
        trials = random.Random(limits.seed).sample(trials, SHORT_TRIALS)
    trials = [trial._replace(folder=room / name_of("trial", number)) for number, trial in enumerate(trials)]
    return spread(_try, trials, limits)


def _try(trial: Trial) -> Outcome:
    found = trial.function(trial.ready, trial.folder, trial.amount)
    shutil.rmtree(trial.folder, ignore_errors=True)
    return Outcome("conditions", f"{trial.ready.scenario.name}, {trial.what}", is_reached=True, complaints=tuple(found))


def _can_mount(room: Path) -> bool:
    """Whether we may make a small disk of our own."""
    try:
        with _disk(room / f"trial-disk-{os.getpid()}"):
            return True
    except (OSError, subprocess.CalledProcessError):
        return False


@contextmanager
def _disk(place: Path) -> Iterator[None]:
    place.mkdir()
    try:
        options = f"size={_DISK}"
        subprocess.run(
            ["mount", "-t", "tmpfs", "-o", options, "none", str(place)],
            check=True,
            capture_output=True,
            timeout=_SECONDS,
        )
        try:
            yield
        finally:
            subprocess.run(["umount", "-l", str(place)], check=False, capture_output=True, timeout=_SECONDS)
    finally:
        with suppress(OSError):
            place.rmdir()


def _on_full_disk(ready: Ready, folder: Path, free: int) -> list[str]:
    folder.mkdir()
    disk = folder / "stick"
    with _disk(disk):
        command = _inside(ready, folder, disk / "tram")
        left = os.statvfs(disk)
        (disk / "full").write_bytes(bytes(max(0, left.f_bavail * left.f_frsize - free * 1024)))
        ended = strace.run(command)
        (disk / "full").unlink()
        return [*complaints(ready, disk / "tram", ended), *faults.about_words(ended)]


def _inside(ready: Ready, folder: Path, place: Path) -> Command:
    """The command in a place below a folder; what is ours stays outside."""
    return ready.command(place)._replace(folder=folder, place=place)


def _in_read_only_folder(ready: Ready, folder: Path, _: int) -> list[str]:
    folder.mkdir()
    place = folder / "tram"
    command = _inside(ready, folder, place)
    _permit(place, 0o444, 0o555)
    ended = strace.run(command._replace(user=_NOBODY if os.geteuid() == 0 else None))
    _permit(place, 0o644, 0o755)
    found = [*complaints(ready, place, ended), *faults.about_words(ended)]
    expected = 0 if ready.scenario.name in _READING else 1
    return found if ended.status == expected else [*found, f"ended with {ended.status} where nothing can be written"]


def _permit(place: Path, for_files: int, for_folder: int) -> None:
    for path in place.iterdir():
        if path.is_file():
            path.chmod(for_files)
    place.chmod(for_folder)


def _renaming(ready: Ready, folder: Path, after: int) -> list[str]:
    folder.mkdir()
    place, away = folder / "tram", folder / "away"
    ended = _while_entering(_inside(ready, folder, place), after, lambda: place.rename(away))
    return [*complaints(ready, away, ended), *_about_refusals(ended, after)]


def _deleting(ready: Ready, folder: Path, after: int) -> list[str]:
    """What was deleted cannot be there; but nobody may be told that it is."""
    folder.mkdir()
    place = folder / "tram"
    ended = _while_entering(_inside(ready, folder, place), after, lambda: (place / STATION).unlink())
    return list(_about_refusals(ended, after))


def _pulling(ready: Ready, folder: Path, after: int) -> list[str]:
    """From one moment on, nothing is where the stick was; what lies on it is looked at somewhere else."""
    folder.mkdir()
    stick, disk = folder / "stick", folder / "disk"
    stick.mkdir()
    with _disk(disk):
        subprocess.run(["mount", "--bind", str(disk), str(stick)], check=True, capture_output=True, timeout=_SECONDS)

        def pull() -> None:
            subprocess.run(["umount", "-l", str(stick)], check=True, capture_output=True, timeout=_SECONDS)

        ended = _while_entering(_inside(ready, folder, stick / "tram"), after, pull)
        return [*complaints(ready, disk / "tram", ended), *_about_refusals(ended, after)]


def _while_entering(command: Command, after: int, happen: Callable[[], object]) -> Ended:
    """Enter some lines, wait until they are acknowledged, let something happen, enter the rest."""
    lines = command.stdin.splitlines(keepends=True)
    typed, typing = os.pipe()

    def carry_on() -> None:
        os.write(typing, "".join(lines[:after]).encode())
        _await_answers(command, after)
        happen()
        os.write(typing, "".join(lines[after:]).encode())
        os.close(typing)

    try:
        return strace.run_meanwhile(command._replace(pipe=typed), typing, carry_on)
    finally:
        os.close(typed)


def _await_answers(command: Command, count: int) -> None:
    """Wait until so many lines are answered; before the first one, until the file is open."""
    lock = (command.place or command.folder) / f"{STATION}-lock"
    until = time.monotonic() + _SECONDS
    while time.monotonic() < until:
        if (count or lock.exists()) and strace.said(command.folder).count("\n") >= count:
            return
        time.sleep(0.01)
    raise TimeoutError("no answer")


def _about_refusals(ended: Ended, after: int) -> Iterator[str]:
    acknowledged = [line for line in ended.out.splitlines() if line.startswith("ok ")]
    yield from faults.about_words(ended)
    if len(acknowledged) != after:
        yield f"{len(acknowledged)} lines acknowledged, though the file was gone after {after}"

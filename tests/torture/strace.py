"""A command of the program as a real process of its own, whose system calls strace counts, kills, fails or writes down.

The process is forked from this one, where all modules are loaded already, then waits until strace holds it: what is
counted is the command's own work. ``start_whole`` begins with the interpreter instead, as a person does.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tests.reports.signing.authority import PASSWORD

ROOT = Path(__file__).resolve().parent.parent.parent
NOW = datetime(2025, 7, 15, 3, 0, 0, tzinfo=UTC)
PASSWORD_NAME = "SO_TRAM_TORTURE_PASSWORD"
"""Variable of the environment that opens the key files of the tests."""
SECONDS = 60
"""After so long a command counts as hanging; the system ends it."""

OPENS = ("openat",)
WRITES = ("write", "pwrite64", "ftruncate", "fallocate", "sendfile", "copy_file_range")
SYNCS = ("fsync", "fdatasync")
NAMES = ("rename", "renameat", "renameat2", "link", "linkat", "unlink", "unlinkat", "mkdir", "mkdirat", "rmdir")
OTHERS = ("flock", "chmod", "fchmod", "utimensat", "dup2")
FAILING = (*OPENS, *WRITES, *SYNCS, *NAMES)
CALLS = (*FAILING, *OTHERS)

_STDOUT, _STDERR = "torture-stdout", "torture-stderr"
OWN_FOLDERS = frozenset({"torture-home", "torture-tmp"})
OWN_FILES = frozenset({_STDOUT, _STDERR, "torture-trace"})
_ENTRY = re.compile(rb"^(\d+) +(\w+)\((.*)")
_CRASHED = 99


class Command(NamedTuple):
    """One call of the program.

    Attributes:
        words: After ``main.py``.
        folder: Where it runs; paths in ``words`` count from here.
        stdin: What is typed.
        function: Run instead of ``main.main``, for what has no command.
        user: Number of the user it runs as; None for our own.
        pipe: Read as stdin in place of ``stdin``.
        place: Where it runs in place of ``folder``, which then holds only what is ours.
    """

    words: tuple[str, ...]
    folder: Path
    stdin: str = ""
    function: Callable[[], int] | None = None
    user: int | None = None
    pipe: int | None = None
    place: Path | None = None


class Ended(NamedTuple):
    """How a process ended.

    Attributes:
        status: Exit status, negative for a signal; None when only a picture of the disk is judged.
        out: What it had said on stdout.
        err: What it had said on stderr.
    """

    status: int | None
    out: str
    err: str = ""


class Entry(NamedTuple):
    """A system call as it was begun: its name, the how manieth of this name, and its arguments as printed."""

    name: str
    nth: int
    arguments: bytes


@cache
def can_trace() -> bool:
    """Whether strace is here and may hold a process."""
    if sys.platform != "linux" or shutil.which("strace") is None:
        return False
    done = subprocess.run(
        ["strace", "-e", "inject=write:error=EIO", "-o", os.devnull, "true"],
        capture_output=True,
        timeout=SECONDS,
        check=False,
    )
    return done.returncode == 0


def run(command: Command, *options: str) -> Ended:
    """Run a command to its end under strace with these options; without options as it is."""
    child, opener = _fork(command)
    tracer = _attach(child, command.folder, options) if options else None
    os.close(opener)
    return _await(child, tracer, command.folder)


def run_and_kill_after(command: Command, seconds: float) -> Ended:
    """Run a command and kill it after so many seconds, for machines without strace."""
    child, opener = _fork(command)
    os.close(opener)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    return _await(child, None, command.folder)


def run_meanwhile(command: Command, spare: int, carry_on: Callable[[], None]) -> Ended:
    """Run a command and do something meanwhile; ``spare`` is a handle it must not hold, or its input never ended."""
    child, opener = _fork(command, spare)
    os.close(opener)
    try:
        carry_on()
    except BaseException:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        raise
    return _await(child, None, command.folder)


def said(folder: Path) -> str:
    """What a command has said on stdout by now."""
    return (folder / _STDOUT).read_bytes().decode("utf-8", "replace")


def start_whole(command: Command, *options: str) -> Ended:
    """Run ``python main.py`` from its very beginning under strace."""
    _make_own_folders(command.folder)
    trace = ["strace", "-f", "-o", str(command.folder / "torture-trace"), *options]
    with _streams(command) as (typed, out, err):
        done = subprocess.Popen(
            [*trace, sys.executable, str(ROOT / "main.py"), *command.words],
            cwd=command.folder,
            env=_environment(command.folder),
            stdin=typed,
            stdout=out,
            stderr=err,
        )
        try:
            status = done.wait(2 * SECONDS)
        except subprocess.TimeoutExpired:
            done.kill()
            status = done.wait()
    return Ended(status, *_words(command.folder))


def listed(names: Sequence[str]) -> str:
    """Names of calls as strace wants them; a name that this machine does not have is passed over."""
    return ",".join(f"?{name}" for name in names)


def entries(folder: Path) -> list[Entry]:
    """The calls of the last traced run in a folder, in the order in which they were begun."""
    counts: dict[tuple[bytes, str], int] = {}
    found = []
    for line in (folder / "torture-trace").read_bytes().splitlines():
        match = _ENTRY.match(line)
        if match:
            name = match[2].decode()
            counts[match[1], name] = counts.get((match[1], name), 0) + 1
            found.append(Entry(name, counts[match[1], name], match[3]))
    return found


def kill_at(entry: Entry) -> tuple[str, ...]:
    """Options that kill a process as it begins this call."""
    return "-e", f"trace={entry.name}", "-e", f"inject={entry.name}:signal=KILL:when={entry.nth}"


def fail_at(entry: Entry, error: str) -> tuple[str, ...]:
    """Options that let this call fail."""
    return "-e", f"trace={entry.name}", "-e", f"inject={entry.name}:error={error}:when={entry.nth}"


def fail_from(entries: Sequence[Entry], place: int, names: Sequence[str], error: str) -> tuple[str, ...]:
    """Options that let all calls of some names fail from one place on, as on a disk that is gone."""
    options = ["-e", f"trace={listed(names)}"]
    for name in names:
        before = sum(entry.name == name for entry in entries[:place])
        options += ["-e", f"inject=?{name}:error={error}:when={before + 1}+"]
    return tuple(options)


def _fork(command: Command, spare: int | None = None) -> tuple[int, int]:
    """A process that stands ready to be the command, and the handle whose closing lets it go."""
    gate, opener = os.pipe()
    ready, said = os.pipe()
    child = os.fork()
    if child == 0:
        for handle in (opener, ready, spare):
            if handle is not None:
                os.close(handle)
        _become(command, gate, said)
    os.close(gate)
    os.close(said)
    os.read(ready, 1)
    os.close(ready)
    return child, opener


def _attach(child: int, folder: Path, options: Sequence[str]) -> subprocess.Popen[bytes]:
    tracer = subprocess.Popen(
        ["strace", "-f", "-o", str(folder / "torture-trace"), *options, "-p", str(child)],
        stderr=subprocess.PIPE,
    )
    assert tracer.stderr is not None
    if b"attached" not in tracer.stderr.readline():
        os.kill(child, signal.SIGKILL)
        raise RuntimeError("strace could not hold the process")
    return tracer


def _await(child: int, tracer: subprocess.Popen[bytes] | None, folder: Path) -> Ended:
    _, status = os.waitpid(child, 0)
    if tracer is not None:
        tracer.wait(SECONDS)
        assert tracer.stderr is not None
        tracer.stderr.close()
    return Ended(os.waitstatus_to_exitcode(status), *_words(folder))


def _words(folder: Path) -> tuple[str, str]:
    out, err = ((folder / name).read_bytes().decode("utf-8", "replace") for name in (_STDOUT, _STDERR))
    return out, err


@contextlib.contextmanager
def _streams(command: Command) -> Iterator[tuple[int, int, int]]:
    """stdin, stdout and stderr of a command as open descriptors."""
    typed = command.folder / "torture-stdin"
    typed.write_text(command.stdin, encoding="utf-8")
    handles = [os.open(typed, os.O_RDONLY) if command.pipe is None else os.dup(command.pipe)]
    typed.unlink()
    for name in (_STDOUT, _STDERR):
        handles.append(os.open(command.folder / name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_APPEND, 0o666))
    try:
        yield handles[0], handles[1], handles[2]
    finally:
        for handle in handles:
            os.close(handle)


def _make_own_folders(folder: Path) -> None:
    for name in OWN_FOLDERS:
        (folder / name).mkdir(exist_ok=True)
        (folder / name).chmod(0o777)


def _environment(folder: Path) -> dict[str, str]:
    own = {
        "SO_TRAM_USER_FOLDER": str(folder / "torture-home"),
        "TMPDIR": str(folder / "torture-tmp"),
        "PYTHONDONTWRITEBYTECODE": "1",
        PASSWORD_NAME: PASSWORD,
    }
    return {**{name: value for name, value in os.environ.items() if name not in ("DISPLAY", "QT_QPA_PLATFORM")}, **own}


def _become(command: Command, gate: int, said: int) -> None:
    """Be the command; never returns."""
    status = _CRASHED
    try:
        signal.alarm(SECONDS)
        _take_place(command)
        os.close(said)
        os.read(gate, 1)
        status = _act(command)
        sys.stdout.flush()
    except BaseException:  # noqa: BLE001 - nothing may leave this process but its exit status
        import traceback

        with contextlib.suppress(OSError):
            os.write(2, traceback.format_exc().encode())
    finally:
        os._exit(status)


def _act(command: Command) -> int:
    if command.function is not None:
        return command.function()
    import main

    return main.main(command.words, clock=lambda: NOW)


def _take_place(command: Command) -> None:
    _make_own_folders(command.folder)
    os.environ.clear()
    os.environ.update(_environment(command.folder))
    tempfile.tempdir = str(command.folder / "torture-tmp")
    with _streams(command) as streams:
        for place, handle in enumerate(streams):
            os.dup2(handle, place)
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 - a descriptor, for the whole process
    sys.stdout = io.TextIOWrapper(io.BufferedWriter(io.FileIO(1, "wb", closefd=False)), encoding="utf-8")
    sys.stderr = io.TextIOWrapper(
        io.BufferedWriter(io.FileIO(2, "wb", closefd=False)), encoding="utf-8", line_buffering=True
    )
    os.chdir(command.place or command.folder)
    if command.user is not None:
        os.setgroups([])
        os.setresgid(command.user, command.user, command.user)
        os.setresuid(command.user, command.user, command.user)

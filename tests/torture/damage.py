"""Damaged files: a sentence for each, nothing wrong passes for sound, and recovery names what is lost."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from data import commands, queries
from data.errors import SoTramError
from data.model import Attribution, Category, CellState, DataValue
from data.store import recovery
from tests.torture import strace
from tests.torture.acts import STATION
from tests.torture.faults import OUR_FAULT, about_words
from tests.torture.scenarios import LINES, PAGE, Cells, Stage, cells_of, let_rest
from tests.torture.strace import Command
from tests.torture.work import Limits, Outcome, name_of, spread

TRIES = 30
SHORT_TRIES = 1

_BACKUPS = "Sao lưu"
_KINDS_OF_COMMAND = (
    ("check", STATION),
    ("export", STATION, "--period", "2023", "--out", "so-lieu.csv"),
    ("import", STATION, "figures.csv"),
    ("enter", STATION),
)
_TYPED = 20

Harm = Callable[[Path, random.Random], None]


class Whole(NamedTuple):
    """A folder with a sound station, its backup, and what is newer than the backup; cells after each change."""

    folder: Path
    states: tuple[Cells, ...]
    lines: str


class Damage(NamedTuple):
    """One damage of one kind."""

    whole: Whole
    folder: Path
    kind: str
    seed: int
    is_hot: bool


def run(stage: Stage, limits: Limits) -> list[Outcome]:
    """Damage files in every way, several times."""
    room = stage.room
    wholes = {is_hot: _make_whole(stage.base, room / f"whole-{is_hot}", is_hot=is_hot) for is_hot in (False, True)}
    chance = random.Random(limits.seed)
    jobs = [
        Damage(wholes[kind in _HOT], room, kind, chance.getrandbits(32), kind in _HOT)
        for kind in HARMS
        for _ in range(SHORT_TRIES if limits.is_short else TRIES)
    ]
    chance.shuffle(jobs)
    return spread(_try, [job._replace(folder=room / name_of("harm", n)) for n, job in enumerate(jobs)], limits)


def _make_whole(base: Path, folder: Path, *, is_hot: bool) -> Whole:
    """A station with a backup, then more cells; hot: as a killed writer leaves it, the new cells in the ``-wal``."""
    folder.mkdir()
    shutil.copy(base / "small.sotram", folder / STATION)
    shutil.copy(base / "quarter.csv", folder / "figures.csv")
    ended = strace.run(Command(("backup", STATION, "--out", _BACKUPS), folder))
    if ended.status != 0:
        raise RuntimeError(f"no backup: {ended}")
    rows = [row.split(",") for row in (base / "year.csv").read_text(encoding="utf-8").splitlines()[1:]]
    states = [cells_of(folder / STATION)]
    with commands.open_station(folder / STATION, writing=True) as store:
        for row in rows[:_TYPED]:
            cell = (row[0], row[1], row[3])
            value = DataValue(row[0], row[1], Category(row[3]), CellState.FIGURE, row[5])
            commands.save_data_values(store, [value], Attribution(user="Lan", now=strace.NOW))
            states.append({**states[-1], cell: ("figure", row[5])})
        if is_hot:
            for suffix in ("", "-wal", "-shm"):
                shutil.copy(folder / (STATION + suffix), folder / f"hot{suffix}")
    if is_hot:
        for suffix in ("", "-wal", "-shm"):
            (folder / f"hot{suffix}").replace(folder / (STATION + suffix))
    lines = "".join(f"{row[0]},{row[1]},{row[3]},{row[5]}\n" for row in rows[_TYPED : 2 * _TYPED])
    for name in (*strace.OWN_FILES, LINES):
        (folder / name).unlink(missing_ok=True)
    for name in strace.OWN_FOLDERS:
        shutil.rmtree(folder / name, ignore_errors=True)
    return Whole(folder, tuple(states), lines)


def _try(job: Damage) -> Outcome:
    found: list[str] = []
    damaged = job.folder / "damaged"
    shutil.copytree(job.whole.folder, damaged)
    HARMS[job.kind](damaged / STATION, random.Random(job.seed))
    let_rest(damaged)
    try:
        for words in _KINDS_OF_COMMAND:
            found += _about_command(job, damaged, words)
        found += _about_recovery(job, damaged)
    except Exception as error:  # noqa: BLE001 - what the program does not foresee is a complaint like any other
        found.append(f"raised {error!r}")
    shutil.rmtree(job.folder)
    return Outcome(job.kind, f"seed {job.seed}", is_reached=True, complaints=tuple(found))


def _about_command(job: Damage, damaged: Path, words: tuple[str, ...]) -> Iterator[str]:
    """A command ends in a sentence; what the check then calls sound holds nothing that nobody typed."""
    folder = job.folder / words[0]
    shutil.copytree(damaged, folder)
    let_rest(folder)
    ended = strace.run(Command(words, folder, job.whole.lines if words[0] == "enter" else ""))
    if words[0] != "check" or ended.status != 1:
        yield from (f"{words[0]}: {complaint}" for complaint in about_words(ended))
    elif not ended.out.strip() and not ended.err.strip():
        yield "check: found faults and named none"
    log = folder / "torture-home" / "log" / "so-tram.log"
    if OUR_FAULT in ended.err and log.exists():
        yield f"{words[0]}: the log ends with {log.read_text(encoding='utf-8').splitlines()[-1]}"
    let_rest(folder)
    station = folder / STATION
    if _is_sound(station):
        yield from (f"after {words[0]}: {words_}" for words_ in _about_cells(job, station))
    shutil.rmtree(folder)


def _is_sound(path: Path) -> bool:
    """Whether the check has nothing to say."""
    return path.is_file() and not queries.check_file(path)


def _about_cells(job: Damage, station: Path) -> Iterator[str]:
    """Cells of a file that is called sound: those of some moment, and what the commands themselves add."""
    with commands.open_station(station, writing=True):
        pass
    cells = cells_of(station)
    added = dict(_cells_of_lines(job.whole.lines))
    own = {key: value for key, value in cells.items() if added.get(key) != value}
    if own not in job.whole.states:
        yield f"called sound with {len(own)} cells that were never there together"


def _cells_of_lines(lines: str) -> Iterator[tuple[tuple[str, str, str], tuple[str, str]]]:
    for line in lines.splitlines():
        element, period, category, value = line.split(",")
        yield (element, period, category), ("figure", value)


def _about_recovery(job: Damage, damaged: Path) -> Iterator[str]:
    """A way back is offered and gives a sound file; what it lacks of all that was typed was named before."""
    station = damaged / STATION
    if job.kind in _NOT_TO_RECOVER or _is_sound(station):
        return
    before = station.read_bytes() if station.exists() else None
    survey = recovery.survey(station, [damaged / _BACKUPS])
    if not survey.options:
        yield "recovery offers nothing"
    for option in survey.options:
        target = job.folder / f"again-{option.kind}-{option.cells}.sotram"
        if target.exists():
            continue
        try:
            recovery.recover(option, target, Attribution(user="Lan", now=strace.NOW))
        except SoTramError as error:
            yield f"recovery {option.kind} ends with {error.code}"
            continue
        faults = queries.check_file(target)
        if faults:
            yield f"recovered by {option.kind}: {[fault.code for fault in faults][:3]}"
        cells = cells_of(target)
        truth = job.whole.states[-1]
        missing = sum(cells.get(key) != value for key, value in truth.items())
        named = option.loss.cells + option.loss.unknown + (len(truth) - survey.cells)
        if missing > named:
            yield f"lost {missing} cells by {option.kind}, named {named}"
        invented = [key for key, value in cells.items() if truth.get(key) != value and key not in truth]
        if invented:
            yield f"recovered by {option.kind} {len(invented)} cells that nobody typed"
    if before is not None and station.read_bytes() != before:
        yield "the damaged file was changed"


def _cut(path: Path, length: int) -> None:
    with path.open("r+b") as file:
        file.truncate(max(0, length))


def _put(path: Path, place: int, data: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(place)
        file.write(data)


def _flip(path: Path, first: int, last: int, chance: random.Random) -> None:
    content = bytearray(path.read_bytes())
    content[chance.randrange(first, min(last, len(content)))] ^= 1 << chance.randrange(8)
    path.write_bytes(content)


def _pages(path: Path, kinds: bytes) -> list[int]:
    """Pages by their first byte: 2 and 5 inside of an index and a table, 10 and 13 their leaves."""
    content = path.read_bytes()
    return [place for place in range(PAGE, len(content), PAGE) if content[place] in kinds]


def _cut_anywhere(path: Path, chance: random.Random) -> None:
    _cut(path, chance.randrange(1, path.stat().st_size))


def _cut_at_page(path: Path, chance: random.Random) -> None:
    _cut(path, PAGE * chance.randrange(1, path.stat().st_size // PAGE))


def _cut_to_header(path: Path, chance: random.Random) -> None:
    _cut(path, chance.choice((1, 15, 16, 99, 100, 511, 512)))


def _zero_page(path: Path, chance: random.Random) -> None:
    _put(path, PAGE * chance.randrange(path.stat().st_size // PAGE), bytes(PAGE))


def _flip_header(path: Path, chance: random.Random) -> None:
    _flip(path, 0, 100, chance)


def _flip_index(path: Path, chance: random.Random) -> None:
    place = chance.choice(_pages(path, b"\x02\x0a\x05"))
    _flip(path, place, place + PAGE, chance)


def _flip_leaf(path: Path, chance: random.Random) -> None:
    place = chance.choice(_pages(path, b"\x0d"))
    _flip(path, place, place + PAGE, chance)


def _garble_header(path: Path, chance: random.Random) -> None:
    _put(path, 0, chance.randbytes(100))


def _move_page(path: Path, chance: random.Random) -> None:
    """A page that landed in another one's place."""
    content = path.read_bytes()
    source, target = chance.sample(range(PAGE, len(content), PAGE), 2)
    _put(path, target, content[source : source + PAGE])


def _foreign_file(path: Path, chance: random.Random) -> None:
    path.unlink()
    if chance.random() < 0.5:
        path.write_bytes(chance.choice((b"%PDF-1.4\n", b"PK\x03\x04", b"text\n")) * 1000)
        return
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE station (code TEXT)")
        connection.commit()


def _empty_file(path: Path, chance: random.Random) -> None:
    _cut(path, 0)


def _missing_file(path: Path, chance: random.Random) -> None:
    path.unlink()


def _other_application(path: Path, chance: random.Random) -> None:
    _put(path, 68, chance.randbytes(4))


def _newer_version(path: Path, chance: random.Random) -> None:
    _put(path, 60, chance.randrange(90, 9999).to_bytes(4, "big"))


def _missing_wal(path: Path, chance: random.Random) -> None:
    path.with_name(path.name + "-wal").unlink()


def _foreign_wal(path: Path, chance: random.Random) -> None:
    """The ``-wal`` of another file, or an older one of this file."""
    other = path.with_name("other.sotram")
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE t (a)")
        for number in range(chance.randrange(1, 40)):
            connection.execute("INSERT INTO t VALUES (?)", (chance.randbytes(200 * (number % 7)),))
            connection.commit()
        shutil.copy(f"{other}-wal", f"{path}-wal")
    other.unlink()


def _garbled_wal(path: Path, chance: random.Random) -> None:
    wal = path.with_name(path.name + "-wal")
    match chance.randrange(3):
        case 0:
            wal.write_bytes(chance.randbytes(chance.randrange(1, 100_000)))
        case 1:
            _flip(wal, 0, wal.stat().st_size, chance)
        case _:
            _cut(wal, chance.randrange(wal.stat().st_size))


def _stale_shm(path: Path, chance: random.Random) -> None:
    path.with_name(path.name + "-shm").write_bytes(chance.randbytes(32768))


HARMS: dict[str, Harm] = {
    "truncated anywhere": _cut_anywhere,
    "truncated at a page": _cut_at_page,
    "truncated to the header": _cut_to_header,
    "zero page": _zero_page,
    "flipped bit in the header": _flip_header,
    "flipped bit in an index": _flip_index,
    "flipped bit in a leaf": _flip_leaf,
    "garbage header": _garble_header,
    "page in a wrong place": _move_page,
    "foreign file": _foreign_file,
    "empty file": _empty_file,
    "missing file": _missing_file,
    "wrong application_id": _other_application,
    "newer version": _newer_version,
    "missing -wal": _missing_wal,
    "foreign -wal": _foreign_wal,
    "garbage in the -wal": _garbled_wal,
    "stale -shm": _stale_shm,
}
_HOT = frozenset({"missing -wal", "foreign -wal", "garbage in the -wal", "stale -shm"})
_NOT_TO_RECOVER = frozenset({"newer version"})

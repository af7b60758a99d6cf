"""What is interrupted: the commands of the program, each in a folder prepared for it, with what it may leave there."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from tests.torture import strace
from tests.torture.acts import DAMAGED, STATION, keep_papers, recover, type_with_rests
from tests.torture.old_file import make_old_station
from tests.torture.papers import OLD_PDF, SIGN, comparable, make_papers, make_sign, paper_of
from tests.torture.strace import CALLS, Command, Ended, Entry
from ui.cli_arguments import COMMANDS

BACKUP = ".sotram-backup"
PAGE = 4096
LINES = "torture-lines"
LONG_AGO = 1_000_000_000
REPORT = ("--kind", "plan_progress", "--plan", "lao-cai-2024", "--period", "2024Q3", "--out", "bao-cao.pdf")
SET_REPORT = ("--kind", "self_assessment", "--set", "1300-QD-BYT", "--period", "2024", "--out", "bao-cao.pdf")
FREEZING = ("--freeze", "--number", "--reason", "thử")
ASSESSMENT = ("--year", "2024", "--set", "1300-QD-BYT", "--answers", "answers.csv", "--save")
TABLE = Path(__file__).resolve().parents[1] / "golden" / "criteria" / "vectors.yaml"
IMPORTED, TYPED, TYPED_BRIEFLY = 100, 60, 6

_SLOW = frozenset({"sign"})
_LEAF_OF_TABLE = 13

_CELLS = """
    SELECT data_element, period, category_option_combo, state, value FROM data_value WHERE state <> 'not_reported'
"""
_ANSWERS = "SELECT criteria_set || ' ' || item, year, layer, 'answer', answer || reason FROM assessment_answer"
_SETS = "SELECT code, version, kind, 'set', sha256 FROM definition"
_PAPERS = """
    SELECT 'report ' || report, number, kind, 'step', party FROM report_step
    UNION ALL SELECT 'number ' || series || number, year, report, state, title FROM document_number
    UNION ALL SELECT 'file ' || sha256, '', packing, 'file', length(content) FROM report_file
    WHERE sha256 NOT IN (SELECT file FROM report_step)
    UNION ALL SELECT 'signature ' || report, number, '', 'file', count(sha256)
    FROM report_step LEFT JOIN report_file ON sha256 = file WHERE file <> '' GROUP BY report, number
"""
"""Papers; of signatures, no two of which are alike, only whether they are there."""
_HAS_PAPERS = "SELECT 1 FROM sqlite_schema WHERE name = 'report_step'"
_HAS_ASSESSMENTS = "SELECT 1 FROM sqlite_schema WHERE name = 'assessment_answer'"  # not in files of older schemas

Key = tuple[str, str, str]
Cells = dict[Key, tuple[str, str]]
"""What is not empty in a station file: state and value of each cell."""


def _cell_of(line: str) -> tuple[Key, tuple[str, str]]:
    element, period, category, value = line.split(",")
    return (element, period, category), ("figure", value)


class Scenario(NamedTuple):
    """One command that is interrupted.

    Attributes:
        name: In the tables.
        words: The command.
        make: Fills a folder, from the folder of the common files.
        is_by_line: Whether each line of its input is acknowledged on its own.
        function: Run instead of the command, for what has none.
        cell_of: What a line adds to a station file.
    """

    name: str
    words: tuple[str, ...]
    make: Callable[[Path, Path], None]
    is_by_line: bool = False
    function: Callable[[], int] | None = None
    cell_of: Callable[[str], tuple[Key, tuple[str, str]]] = _cell_of

    @property
    def exists(self) -> bool:
        """Whether the program has the command."""
        return self.function is not None or self.words[0] in COMMANDS


class Picture(NamedTuple):
    """What lies in a folder, by name: cells of its station files, bytes of its backups and of all else."""

    stations: dict[str, Cells]
    backups: dict[str, bytes]
    files: dict[str, bytes]


class Ready(NamedTuple):
    """A scenario whose folder is made, and that ran to its end once."""

    scenario: Scenario
    template: Path
    before: Picture
    after: Picture
    typed: tuple[tuple[Key, tuple[str, str]], ...]
    ended: Ended

    def command(self, folder: Path) -> Command:
        """The command, in a fresh copy of its folder."""
        shutil.copytree(self.template, folder)
        let_rest(folder)
        lines = folder / LINES
        typed = lines.read_text(encoding="utf-8") if lines.exists() else ""
        lines.unlink(missing_ok=True)
        return Command(self.scenario.words, folder, typed, self.scenario.function)


class Stage(NamedTuple):
    """What all parts begin with.

    Attributes:
        room: Scratch.
        base: The common files.
        ready: The scenarios, with the calls that each makes.
    """

    room: Path
    base: Path
    ready: tuple[tuple[Ready, list[Entry]], ...]


def set_stage(room: Path, only: str | None = None, *, is_short: bool = False) -> Stage:
    """Make the common files, and let every command run once, or only one of them; the slowest only in a long run."""
    base = room / "base"
    make_base(base)
    chosen = [each for each in scenarios() if only in (None, each.name) and not (is_short and each.name in _SLOW)]
    return Stage(room, base, tuple(get_ready(scenario, base, room) for scenario in chosen))


def get_ready(scenario: Scenario, base: Path, room: Path) -> tuple[Ready, list[Entry]]:
    """Make a scenario's folder, let it run once to its end, and return what it did with the calls it made."""
    template, folder = room / f"{scenario.name}-template", room / f"{scenario.name}-whole"
    template.mkdir()
    scenario.make(base, template)
    lines = template / LINES
    typed = lines.read_text(encoding="utf-8").splitlines() if lines.exists() else []
    empty = Picture({}, {}, {})
    ready = Ready(scenario, template, empty, empty, tuple(map(scenario.cell_of, typed)), Ended(None, ""))
    command = ready.command(folder)
    shutil.copytree(folder, room / f"{scenario.name}-before")
    before = picture_of(room / f"{scenario.name}-before")
    ended = strace.run(command, "-e", f"trace={strace.listed(CALLS)}") if strace.can_trace() else strace.run(command)
    if ended.status != 0:
        raise RuntimeError(f"{scenario.name} without any harm: {ended}")
    entries = strace.entries(folder) if strace.can_trace() else []
    return ready._replace(before=before, after=picture_of(folder), ended=ended), entries


def picture_of(folder: Path) -> Picture:
    """What lies in a folder, apart from our own files and what SQLite and the lock lay beside a station file."""
    stations, backups, files = {}, {}, {}
    for path in found_files(folder):
        name = path.relative_to(folder).as_posix()
        if path.suffix == ".sotram":
            stations[name] = cells_of(path)
        elif path.suffix == BACKUP:
            backups[name] = path.read_bytes()
        elif not is_side_file(path):
            files[name] = comparable(path.read_bytes())
    return Picture(stations, backups, files)


def found_files(folder: Path) -> list[Path]:
    """All files below a folder but those of the harness, sorted."""
    own = strace.OWN_FILES | strace.OWN_FOLDERS | {LINES}
    found = (path for path in folder.rglob("*") if path.is_file())
    return sorted(path for path in found if path.relative_to(folder).parts[0] not in own)


def let_rest(folder: Path) -> None:
    """Make files look old, as they are when somebody comes back to them; a fresh file is read twice."""
    for path in folder.rglob("*"):
        if path.is_file():
            os.utime(path, (LONG_AGO, LONG_AGO))


def is_side_file(path: Path) -> bool:
    """Whether a file belongs to an open station file or to the scratch of a killed writer; none is a final name."""
    is_draft = "-new-" in path.name or (path.name.startswith(".so-tram-") and path.suffix == ".tmp")
    return is_draft or path.name.endswith(("-wal", "-shm", "-journal", "-lock"))


def cells_of(path: Path) -> Cells:
    """All cells of a station file that are not empty; its answers, its own sets and its papers stand among them."""
    address = f"file:{quote(str(path))}?mode=ro&immutable=1"
    with closing(sqlite3.connect(address, uri=True)) as connection:
        rows = connection.execute(_CELLS).fetchall()
        if connection.execute(_HAS_ASSESSMENTS).fetchone():
            rows += connection.execute(_ANSWERS).fetchall() + connection.execute(_SETS).fetchall()
        if connection.execute(_HAS_PAPERS).fetchone():
            rows += connection.execute(_PAPERS).fetchall()
    return {(element, period, category): (state, value) for element, period, category, state, value in rows}


def make_base(folder: Path) -> None:
    """The common files: the example station, its figures of a year, a small station that holds those of a quarter."""
    folder.mkdir()
    calls: tuple[tuple[str, ...], ...] = (
        ("example", "."),
        ("export", "TYT_TA_PHOI.sotram", "--period", "2023", "--out", "year.csv"),
        ("export", "TYT_TA_PHOI.sotram", "--period", "2024Q1", "--out", "quarter.csv"),
        ("new", "small.sotram", "--code", "TYT_TA_PHOI", "--name", "Trạm Y tế xã Tả Phời", "--place", "xã Tả Phời"),
        ("import", "small.sotram", "quarter.csv"),
    )
    for words in calls:
        if words[0] == "import":
            _shorten(folder / words[2])
        ended = strace.run(Command(words, folder))
        if ended.status != 0:
            raise RuntimeError(f"{words}: {ended}")


def scenarios() -> tuple[Scenario, ...]:
    """All scenarios of commands that the program has."""
    new = ("new", STATION, "--code", "TYT_TA_PHOI", "--name", "Trạm Y tế xã Tả Phời", "--place", "xã Tả Phời")
    everything = (
        Scenario("enter", ("enter", STATION), _make_entry, is_by_line=True),
        Scenario("typing", (), _make_entry, is_by_line=True, function=type_with_rests),
        Scenario("import", ("import", STATION, "figures.csv"), _make_import),
        Scenario("new", new, _make_nothing),
        Scenario("export", ("export", STATION, "--period", "2024", "--out", "so-lieu.csv"), _make_export),
        Scenario("check", ("check", STATION), _make_small),
        Scenario("indicators", ("indicators", STATION, "--period", "2024Q1", "--format", "json"), _make_small),
        Scenario("example", ("example", "mau"), _make_nothing),
        Scenario("report", ("report", STATION, *REPORT), _make_report),
        Scenario("freeze", ("report", STATION, *SET_REPORT, *FREEZING), _make_small_report),
        Scenario("sign", SIGN, make_sign),
        Scenario("papers", (), make_papers, is_by_line=True, function=keep_papers, cell_of=paper_of),
        Scenario("migration", ("import", STATION, "figures.csv"), _make_old_file),
        Scenario("backup", ("backup", STATION, "--out", "stick"), _make_small),
        Scenario("restore", ("restore", "backup", "--out", "again.sotram"), _make_backup),
        Scenario("recovery", (), _make_damaged, function=recover),
        Scenario("assess", ("assess", STATION, *ASSESSMENT), _make_answers),
        Scenario("catalogue", ("catalogue", "import", STATION, "bang.yaml"), _make_table),
    )
    return tuple(scenario for scenario in everything if scenario.exists)


def _make_nothing(base: Path, folder: Path) -> None:
    """An empty folder."""


def _make_small(base: Path, folder: Path) -> None:
    shutil.copy(base / "small.sotram", folder / STATION)


def make_short_entry(base: Path, folder: Path) -> None:
    """A few lines, for what is tried at every single call."""
    _make_entry(base, folder, TYPED_BRIEFLY)


def _make_entry(base: Path, folder: Path, count: int = TYPED) -> None:
    _make_small(base, folder)
    rows = _rows(base / "year.csv")[:count]
    lines = (f"{row[0]},{row[1]},{row[3]},{row[5]}\n" for row in rows)
    (folder / LINES).write_text("".join(lines), encoding="utf-8")


def _make_import(base: Path, folder: Path) -> None:
    """A file of which some figures are new, some change what is there, some say what is there already."""
    _make_small(base, folder)
    quarter = _rows(base / "quarter.csv")[:IMPORTED]
    changed = ([*row[:5], str(int(row[5]) + 1) if row[5].isdigit() else row[5], *row[6:]] for row in quarter)
    _write_rows(base, folder, (*changed, *_rows(base / "year.csv")[:IMPORTED]))


def _make_export(base: Path, folder: Path) -> None:
    _make_small(base, folder)
    (folder / "so-lieu.csv").write_text("cũ", encoding="utf-8")


def _make_report(base: Path, folder: Path) -> None:
    shutil.copy(base / "TYT_TA_PHOI.sotram", folder / STATION)
    (folder / "bao-cao.pdf").write_bytes(OLD_PDF)


def _make_small_report(base: Path, folder: Path) -> None:
    _make_small(base, folder)
    (folder / "bao-cao.pdf").write_bytes(OLD_PDF)


def _make_old_file(base: Path, folder: Path) -> None:
    make_old_station(folder / STATION, _rows(base / "quarter.csv"))
    _write_rows(base, folder, _rows(base / "year.csv")[:IMPORTED])


def _make_backup(base: Path, folder: Path) -> None:
    """A backup, made by the program itself."""
    _make_small(base, folder)
    ended = strace.run(Command(("backup", STATION, "--out", "stick"), folder))
    if ended.status != 0:
        raise RuntimeError(f"no backup: {ended}")
    shutil.move(folder / ended.out.splitlines()[-1], folder / "backup")
    shutil.rmtree(folder / "stick")
    (folder / STATION).unlink()
    _remove_own(folder)


def _make_answers(base: Path, folder: Path) -> None:
    """Points of all criteria by two layers, some of which stand there already."""
    shutil.copy(base / "small.sotram", folder / STATION)
    head, tail = (
        "item,layer,answer,reason\n",
        [f"{number},tu_cham,1,\n{number},Sở Y tế,0.5,\n" for number in range(1, 11)],
    )
    answers = folder / "answers.csv"
    answers.write_text(head + "1,tu_cham,2,\n", encoding="utf-8")
    ended = strace.run(Command(("assess", STATION, *ASSESSMENT), folder))
    if ended.status != 0:
        raise RuntimeError(f"no answers: {ended}")
    answers.write_text(head + "".join(tail), encoding="utf-8")
    _remove_own(folder)


def _make_table(base: Path, folder: Path) -> None:
    """A score table of the station's own."""
    _make_small(base, folder)
    shutil.copy(TABLE, folder / "bang.yaml")


def _make_damaged(base: Path, folder: Path) -> None:
    """A station whose backup is older than the file, and one page of which is gone."""
    _make_small(base, folder)
    _make_import(base, folder)
    for words in (("backup", STATION, "--out", "Sao lưu"), ("import", STATION, "figures.csv")):
        ended = strace.run(Command(words, folder))
        if ended.status != 0:
            raise RuntimeError(f"{words}: {ended}")
    content = bytearray((folder / STATION).read_bytes())
    place = next(place for place in range(4 * PAGE, len(content), PAGE) if content[place] == _LEAF_OF_TABLE)
    content[place : place + PAGE] = bytes(PAGE)
    (folder / DAMAGED).write_bytes(content)
    (folder / STATION).unlink()
    (folder / "figures.csv").unlink()
    _remove_own(folder)


def _remove_own(folder: Path) -> None:
    for name in strace.OWN_FILES:
        (folder / name).unlink(missing_ok=True)
    for name in strace.OWN_FOLDERS:
        shutil.rmtree(folder / name, ignore_errors=True)


def _rows(csv: Path) -> list[list[str]]:
    return [line.split(",") for line in csv.read_text(encoding="utf-8").splitlines()[1:]]


def _shorten(csv: Path) -> None:
    """Keep some figures only: what is tried ten thousand times is small."""
    lines = csv.read_text(encoding="utf-8").splitlines(keepends=True)
    csv.write_text("".join(lines[: IMPORTED + 1]), encoding="utf-8")


def _write_rows(base: Path, folder: Path, rows: Iterable[Sequence[str]]) -> None:
    head = (base / "year.csv").read_text(encoding="utf-8").splitlines()[0]
    text = "\n".join([head, *(",".join(row) for row in rows), ""])
    (folder / "figures.csv").write_text(text, encoding="utf-8")

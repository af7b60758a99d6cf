"""Two processes that take numbers from one register at the same time: no number twice, and none left out."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from data import report_queries
from data.commands import create_station, open_station
from data.model import NewStation

ROOT = Path(__file__).resolve().parents[3]
NOW = datetime(2025, 7, 15, 3, tzinfo=UTC)
ROUNDS, SECONDS = 12, 120
NAMES = ("Lan", "Hoa")
PROGRAM = """
import sys, time
from datetime import UTC, datetime
from pathlib import Path
from data import report_commands
from data.commands import open_station
from data.documents.records import DocumentNumber, NumberState
from data.errors import SoTramError
from data.model import Attribution
by = Attribution(user=sys.argv[2], now=datetime(2025, 7, 15, 3, tzinfo=UTC))
line = DocumentNumber(year=2025, series="BC", number=0, state=NumberState.RESERVED, reason=sys.argv[2])
done = 0
while done < int(sys.argv[3]):
    try:
        with open_station(Path(sys.argv[1]), writing=True) as store:
            print(report_commands.give_number(store, line, by).number)
            done += 1
    except SoTramError as error:
        if error.code not in ("file_held", "file_in_use"):
            raise
        time.sleep(0.001)
"""


def test_two_processes_reserve_numbers_without_gaps_or_doubles(tmp_path: Path) -> None:
    reserve_together(tmp_path / "tram.sotram", ROUNDS)


def reserve_together(path: Path, rounds: int) -> None:
    """Let two processes take so many numbers each, and hold what they were told against the register."""
    create_station(path, NewStation(code="TYT", name="Trạm Y tế", place="xã Tả Phời"), NOW)
    told = [[int(line) for line in lines] for lines in both(path, rounds)]
    assert sorted(told[0] + told[1]) == list(range(1, 2 * rounds + 1))
    with open_station(path, writing=False) as store:
        kept = {line.number: line.reason for line in report_queries.numbers(store, 2025)}
    assert kept == {number: who for who, numbers in zip(NAMES, told, strict=True) for number in numbers}


def both(path: Path, rounds: int) -> Iterator[list[str]]:
    """What the processes said, one for each name."""
    words = ([sys.executable, "-c", PROGRAM, str(path), name, str(rounds)] for name in NAMES)
    begun = [subprocess.Popen(each, cwd=ROOT, stdout=subprocess.PIPE, text=True) for each in words]
    for process in begun:
        out, _ = process.communicate(timeout=SECONDS)
        assert process.returncode == 0
        yield out.splitlines()

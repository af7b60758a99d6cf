"""``enter``: every line is answered once it is on disk."""

from __future__ import annotations

import io
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from data import commands, queries
from data.store import lock
from tests.ui.cli.tools import ROOT, Answer, Run


def entered(run: Run, path: Path, text: str | bytes, monkeypatch: pytest.MonkeyPatch, *words: str) -> Answer:
    content = text if isinstance(text, bytes) else text.encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
    return run("enter", path, *words)


def cells(path: Path) -> dict[tuple[str, ...], tuple[str, str]]:
    with commands.open_station(path, writing=False) as store:
        values = queries.data_values(store, None)
    return {(v.data_element, v.period, v.category.value): (v.state.value, v.value) for v in values}


def enter_process(path: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), "enter", str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def test_each_line_is_answered(run: Run, station: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "population_end,2024Q3,default,4127\nnone,2024Q3,default,1\npopulation_end,2024Q2,default,-\n"
    answer = entered(run, station, text, monkeypatch)
    assert answer.status == 1
    assert answer.out.splitlines() == ["ok 1", "no 2: Không có trường số liệu “none” trong bộ danh mục.", "ok 3"]
    assert answer.err == ""
    assert cells(station) == {
        ("population_end", "2024Q3", "default"): ("figure", "4127"),
        ("population_end", "2024Q2", "default"): ("not_applicable", ""),
    }


def test_all_lines_taken_is_exit_0(run: Run, station: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "population_end,2024Q3,default,1\npopulation_end,2024Q3,default,2\npopulation_end,2024Q3,default,"
    answer = entered(run, station, text, monkeypatch)
    assert (answer.status, answer.out, answer.err) == (0, "ok 1\nok 2\nok 3\n", "")
    assert cells(station) == {}


def test_nothing_entered_is_exit_0(run: Run, station: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = entered(run, station, b"", monkeypatch)
    assert (answer.status, answer.out, answer.err) == (0, "", "")


def test_bytes_that_are_no_text_are_one_no(run: Run, station: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = entered(run, station, b"\xff\xfe\x00\npopulation_end,2024Q3,default,7\n", monkeypatch)
    assert [line[:4] for line in answer.out.splitlines()] == ["no 1", "ok 2"]


def test_figures_are_stored_under_the_name_given(run: Run, station: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    entered(run, station, "population_end,2024Q3,default,7\n", monkeypatch, "--user", "Chị Lan")
    with commands.open_station(station, writing=False) as store:
        (entry,) = queries.history(store, "population_end", "2024Q3")
    assert entry.who == "Chị Lan"


def test_line_that_the_disk_refuses_is_one_no(run: Run, station: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def read_and_remove() -> bytes:
        station.unlink()
        return b"population_end,2024Q3,default,7\n"

    source = io.BytesIO(b"population_end,2024Q3,default,6\n")
    first = source.readline
    answers = iter([lambda: first(1000), read_and_remove, lambda: b""])
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(source))
    monkeypatch.setattr("ui.cli_enter._input", lambda: Slow(answers))
    answer = run("enter", station)
    assert answer.status == 1
    assert answer.out.startswith("ok 1\nno 2: ")
    assert "không còn ở chỗ cũ" in answer.out


class Slow:
    """An input that does something before each line comes."""

    def __init__(self, answers: object) -> None:
        self.answers = answers

    def readline(self, _limit: int) -> bytes:
        content: bytes = next(self.answers)()  # type: ignore[call-overload]
        return content


def test_input_that_is_closed_is_said(run: Run, station: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    answer = run("enter", station)
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.startswith("Đầu vào (stdin) đã đóng")


def test_input_that_cannot_be_read_is_said(station: Path) -> None:
    done = subprocess.run(
        ["sh", "-c", '"$0" "$1" enter "$2" < /', sys.executable, str(ROOT / "main.py"), str(station)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert done.stderr


def test_answered_lines_survive_a_kill_and_the_file_is_locked_meanwhile(run: Run, station: Path) -> None:
    process = enter_process(station)
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stderr is not None
    for number in range(1, 6):
        process.stdin.write(f"population_end,2024Q3,default,{number}\n".encode())
        process.stdin.flush()
        assert process.stdout.readline() == f"ok {number}\n".encode()
    assert lock.is_locked(station)
    assert "đang được một cửa sổ hoặc lệnh khác ghi" in run("import", station, station).err
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert cells(station) == {("population_end", "2024Q3", "default"): ("figure", "5")}
    assert run("check", station).status == 0


def test_interrupt_is_one_sentence(station: Path) -> None:
    process = enter_process(station)
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdin.write(b"population_end,2024Q3,default,1\n")
    process.stdin.flush()
    assert process.stdout.readline() == b"ok 1\n"
    process.send_signal(signal.SIGINT)
    _, said = process.communicate()
    assert (process.returncode, said.decode()) == (1, "Đã dừng theo yêu cầu.\n")
    assert not lock.is_locked(station)


def test_reader_that_leaves_is_calm(station: Path) -> None:
    process = enter_process(station)
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    process.stdin.write(b"population_end,2024Q3,default,1\npopulation_end,2024Q3,default,2\n")
    process.stdin.close()
    said = process.stderr.read()
    process.stderr.close()
    assert (process.wait(), said) == (1, b"")
    assert cells(station) == {("population_end", "2024Q3", "default"): ("figure", "1")}

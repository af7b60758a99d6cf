"""Where the words go: UTF-8 everywhere, broken and full outputs, faults of ours."""

import errno
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import LogFail
from tests.ui.cli.tools import ROOT, Run, child


def test_output_is_utf8_whatever_the_system_says(example: Path) -> None:
    environment = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = child("indicators", example, "--period", "2024", env=environment)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Chỉ tiêu")
    refused = child("check", "không có.sotram", env=environment)
    assert refused.stderr.startswith("Không tìm thấy tệp")


def test_a_reader_that_leaves_is_no_trace(example: Path) -> None:
    command = [sys.executable, str(ROOT / "main.py"), "indicators", str(example), "--period", "2024"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 1


def test_a_full_output_is_said(example: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = child("indicators", example, "--period", "2024", stdout=full)
    assert done.returncode == 1
    assert done.stderr.startswith("Không ghi được kết quả ra thiết bị xuất (")


def test_a_closed_output_is_said(example: Path) -> None:
    done = child("indicators", example, "--period", "2024", before=lambda: os.close(1))
    assert done.returncode == 1
    assert done.stderr.startswith("Thiết bị xuất (stdout) đã đóng")


def test_a_closed_stderr_leaves_the_status(tmp_path: Path) -> None:
    done = child("check", tmp_path / "none.sotram", before=lambda: os.close(2))
    assert (done.returncode, done.stdout) == (1, "")


def test_a_fault_of_ours_names_the_log_and_keeps_the_trace_there(
    run: Run, example: Path, user_folder: Path, monkeypatch: pytest.MonkeyPatch, log_fail: LogFail
) -> None:
    def fail(*_: object) -> None:
        raise LookupError("broken")

    monkeypatch.setattr("ui.figure_files.figures_csv", fail)
    log_fail.expect("a fault of ours in: export")
    answer = run("export", example, "--period", "2024", "--out", example.parent / "F.csv")
    log = user_folder / "log" / "so-tram.log"
    assert (answer.status, answer.out) == (1, "")
    assert answer.err == f"Chương trình gặp lỗi ngoài dự kiến. Chi tiết ở tệp nhật ký {log}.\n"
    assert "LookupError: broken" in log.read_text("utf-8")


def test_rows_that_are_none_of_ours_are_damage(
    run: Run, example: Path, monkeypatch: pytest.MonkeyPatch, log_fail: LogFail
) -> None:
    """A page that landed in another one's place gives rows of another table, at which anything may stumble."""
    with closing(sqlite3.connect(example)) as connection:
        connection.execute("UPDATE data_value SET value = '9' WHERE data_element = 'population_end'")
        connection.commit()
    monkeypatch.setattr("ui.figure_files.figures_csv", lambda *_: date.fromisoformat("no day"))
    log_fail.expect("a fault of ours in: export")
    answer = run("export", example, "--period", "2024", "--out", example.parent / "F.csv")
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.startswith(f"Tệp {example} bị hỏng")


def test_a_log_that_cannot_be_written_stops_nothing(
    run: Run, example: Path, user_folder: Path, monkeypatch: pytest.MonkeyPatch, log_fail: LogFail
) -> None:
    (user_folder / "log").write_text("a file, no folder", "utf-8")
    monkeypatch.setattr("ui.figure_files.figures_csv", lambda *_: 1 / 0)
    log_fail.expect("a fault of ours in: export")
    answer = run("export", example, "--period", "2024", "--out", example.parent / "F.csv")
    assert (answer.status, len(answer.err.splitlines())) == (1, 1)


def test_the_log_is_not_made_without_need(run: Run, example: Path, user_folder: Path) -> None:
    run("check", example)
    assert list(user_folder.iterdir()) == []


def test_an_interruption_is_a_sentence(run: Run, example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("ui.figure_files.figures_csv", interrupt)
    answer = run("export", example, "--period", "2024", "--out", example.parent / "F.csv")
    assert (answer.status, answer.err) == (1, "Đã dừng theo yêu cầu.\n")


@pytest.mark.parametrize("module", ["argparse", "PySide6", "reportlab", "matplotlib", "tomllib", "sqlite3"])
def test_the_way_to_the_window_is_light(module: str) -> None:
    """Before ui.app is imported, main.py has brought in nothing heavy."""
    program = (
        "import sys; before = set(sys.modules); import main; main.window_request(['a.sotram'])\n"
        f"sys.exit({module!r} in set(sys.modules) - before)"
    )
    assert subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False).returncode == 0


@pytest.mark.parametrize("name", ["so-lieu.tmp", None])
def test_what_the_machine_refuses_is_a_sentence(
    run: Run, example: Path, monkeypatch: pytest.MonkeyPatch, log_fail: LogFail, name: str | None
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error", name)

    monkeypatch.setattr("ui.figure_files.figures_csv", refuse)
    log_fail.expect("the machine refused: export")
    answer = run("export", example, "--period", "2024", "--out", example.parent / "F.csv")
    reason = "Input/output error: so-lieu.tmp" if name else "Input/output error"
    assert (answer.status, answer.err.partition(". ")[0]) == (1, f"Máy báo lỗi khi đọc hoặc ghi ({reason})")


def test_without_its_sentences_the_program_has_one_left(
    run: Run, example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: str) -> None:
        raise OSError(errno.EIO, "Input/output error", "messages_vi.toml")

    monkeypatch.setattr("ui.cli.load_messages", refuse)
    answer = run("check", example)
    assert answer.status == 1
    assert answer.err == "Không đọc được tệp của chương trình: messages_vi.toml. Xin cài đặt lại Sổ Trạm.\n"


def test_a_full_disk_under_the_log_is_passed_over(
    run: Run, example: Path, monkeypatch: pytest.MonkeyPatch, log_fail: LogFail
) -> None:
    monkeypatch.setattr("main.log_path", lambda: Path("/dev/full"))
    monkeypatch.setattr("ui.figure_files.figures_csv", lambda *_: 1 / 0)
    log_fail.expect("a fault of ours in: export")
    answer = run("export", example, "--period", "2024", "--out", example.parent / "F.csv")
    assert (answer.status, len(answer.err.splitlines())) == (1, 1)

"""What the command line refuses, and that it gives the right reason."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from data import commands, queries, safety
from data.model import Completion
from tests.data.store.files import BY, guarded_folder, harm, make_value, plain_user, save
from tests.torture.old_file import make_old_station
from tests.ui.cli.test_files import digest
from tests.ui.cli.tools import HEAD, ROOT, STATION, Answer, Run, row

CELL = "population_end,2024Q3,default"


def entered(run: Run, path: Path, text: str, monkeypatch: pytest.MonkeyPatch, *words: str) -> Answer:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    return run("enter", path, *words)


def comment_of(path: Path) -> list[tuple[str, str]]:
    with commands.open_station(path, writing=False) as store:
        return [(value.value, value.comment) for value in queries.data_values(store)]


@pytest.mark.parametrize("command", ["new", "example"])
def test_no_file_is_made_beside_what_an_earlier_one_left(command: str, run: Run, tmp_path: Path) -> None:
    side = tmp_path / "TYT_TA_PHOI.sotram-wal"
    side.write_bytes(b"x")
    words = ("new", tmp_path / "TYT_TA_PHOI.sotram", *STATION) if command == "new" else ("example", tmp_path)
    answer = run(*words)
    assert (answer.status, answer.out) == (1, "")
    assert str(side) in answer.err
    assert [file.name for file in tmp_path.iterdir()] == [side.name]


@pytest.mark.parametrize("ending", [".sotram-backup", ".sotram-backup.hong", ".sotram-wal", ".SOTRAM-BACKUP"])
def test_no_result_is_written_over_a_backup(ending: str, run: Run, station: Path, tmp_path: Path) -> None:
    out = tmp_path / f"x{ending}"
    out.write_bytes(b"kept")
    answer = run("export", station, "--period", "2024", "--out", out)
    assert (answer.status, out.read_bytes()) == (1, b"kept")
    assert "không ghi kết quả đè lên đó" in answer.err


def test_check_proves_a_backup(run: Run, station: Path, tmp_path: Path) -> None:
    backup = Path(run("backup", station, "--out", tmp_path / "kho").out.strip())
    assert run("check", backup).out == f"Tệp nguyên vẹn: {backup}\n"
    backup.write_bytes(backup.read_bytes()[:-40])
    answer = run("check", backup)
    assert (answer.status, answer.err) == (1, "")
    assert answer.out.startswith(f"Bản sao lưu {backup} bị hỏng")


def test_the_findings_after_a_backup_are_what_check_says_of_it(run: Run, station: Path, tmp_path: Path) -> None:
    harm(station, "DROP TRIGGER action_keeps_entries", "UPDATE action SET who = 'x'")
    made = run("backup", station, "--out", tmp_path / "kho")
    backup = made.out.strip()
    assert f"main.py check {backup}" in made.err
    assert len(run("check", backup).out.splitlines()) > 0


def test_a_closed_folder_is_named_whatever_is_made_there(run: Run) -> None:
    with guarded_folder() as folder:
        station, closed = folder / "tram.sotram", folder / "closed"
        closed.mkdir(mode=0o555)
        assert run("new", station, *STATION).status == 0
        backup = run("backup", station, "--out", folder / "kho").out.strip()
        for words in (
            ("new", closed / "z.sotram", *STATION),
            ("example", closed),
            ("backup", station, "--out", closed / "kho"),
            ("restore", backup, "--out", closed / "y.sotram"),
        ):
            with plain_user():
                answer = run(*words)
            assert (answer.status, answer.out) == (1, "")
            assert answer.err.startswith(f"Thư mục {closed} không cho ghi")
            assert answer.err.endswith("Xin chọn thư mục khác.\n")


def test_a_file_in_the_way_of_a_folder_is_named(run: Run, station: Path, tmp_path: Path) -> None:
    file = tmp_path / "afile"
    file.write_bytes(b"")
    for words in (
        ("new", file / "z.sotram", *STATION),
        ("example", file / "sub"),
        ("backup", station, "--out", file / "sub"),
        ("restore", station, "--out", file / "y.sotram"),
        ("export", station, "--period", "2024", "--out", file / "x.csv"),
    ):
        assert run(*words).err == f"{file} là một tệp, không phải thư mục. Xin chọn thư mục khác.\n"


def test_a_name_that_is_too_long_is_said_to_be(run: Run, tmp_path: Path) -> None:
    answer = run("new", tmp_path / ("a" * 300 + ".sotram"), *STATION)
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.endswith("quá dài. Xin chọn tên ngắn hơn.\n")


def test_a_file_renamed_while_lines_come_is_no_matter_of_windows(
    run: Run, station: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Moving(io.BytesIO):
        def readline(self, size: int | None = -1, /) -> bytes:
            line = super().readline(size)
            if line and station.exists():
                station.rename(station.with_name("other.sotram"))
            return line

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Moving(f"{CELL},7\n".encode())))
    answer = run("enter", station)
    assert answer.out.startswith(f"no 1: Tệp {station} không còn ở chỗ cũ")
    assert "cửa sổ" not in answer.out + answer.err


@pytest.mark.parametrize("name", ["a\x07b", "Trạm\u202eA", "a\u200bb", "L" * 101, "x\udcff", "a\u2028b"])
def test_names_that_cannot_be_seen_are_refused(name: str, run: Run, station: Path, tmp_path: Path) -> None:
    new = ("new", tmp_path / "x.sotram", "--code", "TYT_X")
    for words in (
        ("enter", station, "--user", name),
        (*new, "--name", name, "--place", "xã A"),
        (*new, "--name", "Trạm", "--place", f"xã {name}"),
        (*new, "--name", "Trạm", "--place", "xã A", "--user", name),
    ):
        answer = run(*words)
        assert (answer.status, answer.out) == (1, "")
        assert answer.err.startswith("Tên không hợp lệ:")
    assert not (tmp_path / "x.sotram").exists()


def test_a_name_is_kept_in_one_form(run: Run, station: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    apart = unicodedata.normalize("NFD", "Chị Hồng")
    entered(run, station, f"{CELL},7\n", monkeypatch, "--user", apart)
    with commands.open_station(station, writing=True) as store:
        commands.save_data_values(store, [make_value(value="8")], BY._replace(user=apart, reason=apart))
        assert {entry.who for entry in queries.history(store, "population_end", "2024Q3")} == {"Chị Hồng"}
        assert queries.undo_step(store, "Chị Hồng") is not None


def test_a_figure_entered_anew_keeps_the_comment(run: Run, station: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save(station, make_value(value="1", comment="sổ khám bệnh"))
    assert entered(run, station, f"{CELL},2\n", monkeypatch).out == "ok 1\n"
    assert comment_of(station) == [("2", "sổ khám bệnh")]
    entered(run, station, f"{CELL},\n", monkeypatch)
    assert comment_of(station) == []


def test_the_terms_of_a_sum_go_with_their_figure(run: Run, station: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save(station, make_value(value="28", comment="12+7+9"))
    entered(run, station, f"{CELL},29\n", monkeypatch)
    assert comment_of(station) == [("29", "")]


def test_a_completed_form_is_called_by_its_name(run: Run, station: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done = Completion("population.quarter", "2024Q3", ("population_end",), "", "", None)
    with commands.open_station(station, writing=True) as store:
        commands.complete(store, [done], BY)
    answer = entered(run, station, f"{CELL},7\n", monkeypatch)
    assert answer.out.startswith("no 1: Phiếu “Dân số (quý)” kỳ 2024Q3 đã hoàn thành")


@pytest.mark.parametrize(
    ("value", "sentence"),
    [(" 12 ", "“ 12 ” có dấu cách"), ("--", "“--” không phải là số"), ("--A1", "“--A1” là công thức")],
)
def test_the_cause_of_a_refused_value_is_seen(
    value: str, sentence: str, run: Run, station: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert entered(run, station, f"{CELL},{value}\n", monkeypatch).out.startswith(f"no 1: {sentence}")


def test_what_is_kept_of_a_damaged_file_is_named(run: Run, station: Path, tmp_path: Path) -> None:
    save(station, make_value())
    harm(station, "PRAGMA ignore_check_constraints = ON", "UPDATE data_value SET state = 'unknown'")
    answer = run("backup", station, "--out", tmp_path / "kho")
    (left,) = (tmp_path / "kho").iterdir()
    assert (answer.status, answer.out) == (1, "")
    assert str(left) in answer.err
    assert "Traceback" not in answer.err


@pytest.mark.parametrize("command", ["import", "enter"])
def test_an_old_file_is_backed_up_beside_itself_where_the_folder_cannot_be(
    command: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, figures = tmp_path / "old.sotram", tmp_path / "f.csv"
    make_old_station(old, [])
    safety.backup_folder(old).write_bytes(b"")
    figures.write_text(HEAD + row("population_end", "2024Q3", "4127"), encoding="utf-8")
    is_import = command == "import"
    answer = run("import", old, figures) if is_import else entered(run, old, f"{CELL},7\n", monkeypatch)
    assert answer.status == 0
    (backup,) = safety.list_backups(tmp_path)
    assert backup.manifest.why == "migration"
    assert answer.err.splitlines()[0].endswith(f"nằm ở {backup.path}")


def test_a_wal_beside_a_damaged_file_is_pointed_out(run: Run, example: Path) -> None:
    content = bytearray(example.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 20_000] = b"x" * 20_000
    example.write_bytes(content)
    assert run("check", example).err == ""
    wal = example.with_name(f"{example.name}-wal")
    wal.write_bytes(b"x" * 100)
    answer = run("check", example)
    assert str(wal) in answer.err
    before = digest(example)
    refused = run("enter", example)
    assert (refused.status, digest(example)) == (1, before)
    assert str(wal) in refused.err


def test_a_path_that_is_no_text_is_printed_with_a_sign(run: Run, tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/nh\xff.sotram"))
    assert "nh\ufffd.sotram" in run("check", path).err
    assert "nh\ufffd.sotram" in run("new", path, *STATION).out


def test_an_empty_place_is_called_by_its_option(run: Run, station: Path) -> None:
    assert "(--out)" in run("export", station, "--period", "2024", "--out", "").err


@pytest.mark.parametrize("name", ["logging", "data.paths", "ui.cli_call"])
def test_an_interruption_while_the_program_is_read_prints_no_trace(name: str, tmp_path: Path) -> None:
    """Interrupts itself when a module is imported, early or late."""
    (tmp_path / "sitecustomize.py").write_text(
        "import os, signal, sys\n"
        "class Finder:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        f"        if name == {name!r}:\n"
        "            os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.meta_path.insert(0, Finder())\n"
    )
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "check", str(tmp_path / "none.sotram")],
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        stderr=subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode in (1, -signal.SIGINT)
    assert "Traceback" not in done.stderr

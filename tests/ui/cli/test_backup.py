"""``backup`` and ``restore``, and the backup before an import."""

from __future__ import annotations

from pathlib import Path

import pytest

from data import commands, safety
from data.catalogue import load_catalogue
from data.model import Attribution
from tests.ui.cli.test_files import digest
from tests.ui.cli.tools import HEAD, NOW, STATION, Run, child, row, without_coverage
from ui.figure_files import Source, check_figures, write_figures


@pytest.fixture
def figures(tmp_path: Path) -> Path:
    """Return a file of one figure."""
    path = tmp_path / "f.csv"
    path.write_text(HEAD + row("population_end", "2024Q3", "4127"), encoding="utf-8")
    return path


def test_backup_and_restore_print_their_paths_and_are_the_same_station(run: Run, example: Path, tmp_path: Path) -> None:
    before, beside = digest(example), sorted(example.parent.iterdir())
    made = run("backup", example, "--out", tmp_path.parent / "kho" / "một")
    assert (made.status, made.err) == (0, "")
    backup = Path(made.out.splitlines()[-1])
    assert backup.parent == tmp_path.parent / "kho" / "một"
    assert (digest(example), sorted(example.parent.iterdir())) == (before, beside)
    target = tmp_path / "lại.sotram"
    restored = run("restore", backup, "--out", target)
    assert (restored.status, restored.err, restored.out) == (0, "", f"{target}\n")
    assert run("check", target).status == 0
    period = ("--period", "2024", "--format", "json")
    assert run("indicators", target, *period).out == run("indicators", example, *period).out


def test_backup_while_a_window_has_the_file_open(run: Run, station: Path, tmp_path: Path) -> None:
    with commands.open_station(station, writing=True):
        assert run("backup", station, "--out", tmp_path / "kho").status == 0


def test_restore_never_overwrites(run: Run, station: Path, tmp_path: Path) -> None:
    backup = run("backup", station, "--out", tmp_path / "kho").out.strip()
    before = digest(station)
    answer = run("restore", backup, "--out", station)
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.startswith(f"Đã có tệp {station}")
    assert digest(station) == before


def test_plain_copies_are_restored_as_well(run: Run, station: Path, tmp_path: Path) -> None:
    copy = tmp_path / "tram.truoc-nang-cap-1.sotram"
    copy.write_bytes(station.read_bytes())
    assert run("restore", copy, "--out", tmp_path / "b.sotram").status == 0


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "là tệp rỗng"),
        (b"hello\n", "không phải là tệp số liệu"),
        (b"SO-TRAM-BACKUP 1\nx\n", "bị hỏng, không dùng được"),
    ],
)
def test_restore_of_something_else_is_one_sentence(content: bytes, sentence: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(content)
    answer = run("restore", tmp_path / "x", "--out", tmp_path / "b.sotram")
    assert (answer.status, answer.out) == (1, "")
    assert sentence in answer.err
    assert len(answer.err.splitlines()) == 1
    assert not (tmp_path / "b.sotram").exists()


def test_backup_into_a_file_is_refused(run: Run, station: Path) -> None:
    answer = run("backup", station, "--out", station)
    assert (answer.status, answer.out) == (1, "")
    assert "là một tệp, không phải thư mục" in answer.err


@pytest.mark.parametrize("words", [("backup", "F.sotram"), ("restore", "B"), ("restore", "--out", "F"), ("backup",)])
def test_missing_words_are_wrong_usage(words: tuple[str, ...], run: Run) -> None:
    assert run(*words).status == 2


def test_file_with_a_tampered_log_is_backed_up_and_this_is_said(run: Run, station: Path, tmp_path: Path) -> None:
    with commands.open_station(station, writing=True) as store:
        store.connection.execute("DROP TRIGGER action_keeps_entries")
        store.connection.execute("UPDATE action SET who = 'x'")
    for words in (("backup", station, "--out", tmp_path / "a"), ("restore", station, "--out", tmp_path / "b.sotram")):
        answer = run(*words)
        assert answer.status == 0
        assert answer.err.startswith("Lưu ý: phép kiểm tra thấy ")
        assert len(answer.out.splitlines()) == 1


def test_import_backs_up_before(run: Run, station: Path, figures: Path, tmp_path: Path) -> None:
    assert run("import", station, figures, "--dry-run").status == 0
    assert not safety.backup_folder(station).exists()
    assert run("import", station, figures).status == 0
    (backup,) = safety.list_backups(safety.backup_folder(station))
    assert (backup.manifest.why, backup.manifest.counts["data_value"]) == ("import", 0)


def test_import_goes_on_without_a_backup_and_says_so(run: Run, station: Path, figures: Path) -> None:
    safety.backup_folder(station).write_bytes(b"")
    answer = run("import", station, figures)
    assert answer.status == 0
    assert answer.err.startswith("Chưa sao lưu được trước khi làm: ")
    assert "Đã nhập" in answer.out


def test_full_disk_leaves_no_half_backup(station: Path, tmp_path: Path) -> None:
    import resource

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000))

    done = child("backup", station, "--out", tmp_path / "kho", env=without_coverage(), before=limit)
    assert (done.returncode, done.stdout) == (1, "")
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert list((tmp_path / "kho").glob("*")) == []


def test_other_station_keeps_its_own_backups(run: Run, station: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.sotram"
    run("new", other, *STATION)
    for path in (station, other):
        assert run("backup", path, "--out", tmp_path / "kho").status == 0
    assert len({backup.manifest.file_id for backup in safety.list_backups(tmp_path / "kho")}) == 2


@pytest.mark.parametrize("is_folder_free", [True, False])
def test_import_of_the_window_backs_up_before_and_goes_on_without(
    is_folder_free: bool, station: Path, figures: Path
) -> None:
    folder = safety.backup_folder(station)
    if not is_folder_free:
        folder.write_bytes(b"")
    source = Source(path=figures, name="f.csv", today=NOW.date(), catalogue=load_catalogue())
    with commands.open_station(station, writing=True) as store:
        checked = check_figures(store, source)
        changes = write_figures(store, checked, Attribution(user="Lan", now=NOW))
    assert len(changes.keys) == 1
    assert [backup.manifest.why for backup in safety.list_backups(folder)] == ["import"] * is_folder_free

"""A file is replaced whole or not at all."""

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from data.errors import EnvironmentFault, SoTramError, UserError
from data.exchange.files import check_replaceable, output_fault, replace_file

ROOT = Path(__file__).resolve().parents[3]


def code_of(path: Path, content: bytes = b"new") -> str:
    with pytest.raises(SoTramError) as caught:
        replace_file(path, content)
    return caught.value.code


def test_a_new_file_gets_the_usual_mode(tmp_path: Path) -> None:
    replace_file(tmp_path / "F", b"new")
    (tmp_path / "usual").write_bytes(b"")
    assert (tmp_path / "F").read_bytes() == b"new"
    assert (tmp_path / "F").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_an_old_file_keeps_its_mode(tmp_path: Path) -> None:
    (tmp_path / "F").write_bytes(b"old")
    (tmp_path / "F").chmod(0o640)
    replace_file(tmp_path / "F", b"new")
    assert (tmp_path / "F").read_bytes() == b"new"
    assert (tmp_path / "F").stat().st_mode & 0o777 == 0o640


def test_nothing_stays_beside_the_file(tmp_path: Path) -> None:
    replace_file(tmp_path / "F", b"new")
    assert os.listdir(tmp_path) == ["F"]  # noqa: PTH208 - names are what is compared


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "F")
    replace_file(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "F").read_bytes() == b"new"


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert code_of(tmp_path) == "out_is_folder"


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    assert code_of(tmp_path / "none" / "F") == "out_folder_missing"
    with pytest.raises(UserError):
        check_replaceable(tmp_path / "none" / "F")


def test_a_folder_that_nobody_may_write_to_is_refused_even_for_the_administrator(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    try:
        assert code_of(tmp_path / "F") == "out_not_allowed"
    finally:
        tmp_path.chmod(0o755)


def test_a_full_device_says_so_and_stays_a_device() -> None:
    assert code_of(Path("/dev/full")) == "disk_full"
    assert Path("/dev/full").is_char_device()


def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    """In a child, whose files may not grow beyond a thousand bytes."""
    (tmp_path / "F").write_bytes(b"old")
    program = (
        "from pathlib import Path; from data.errors import SoTramError; from data.exchange.files import replace_file\n"
        "try: replace_file(Path('F'), b'x' * 5000)\n"
        "except SoTramError as error: print(error.code)"
    )
    # What measures coverage would write more than that.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env={**environment, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000)),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "disk_full"
    assert (tmp_path / "F").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["F"]


def test_a_file_that_another_program_holds_open_is_named_and_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As Windows refuses it: the folder takes new files, the old one cannot be replaced."""
    (tmp_path / "F").write_bytes(b"old")

    def refuse(path: Path, target: Path) -> Path:
        raise PermissionError(13, "Access is denied", str(path), None, str(target))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", refuse)
        assert code_of(tmp_path / "F") == "out_in_use"
        assert code_of(tmp_path / "none") == "out_not_allowed"
    assert (tmp_path / "F").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["F"]


def test_what_a_killed_program_left_is_cleared_away_after_a_day(tmp_path: Path) -> None:
    left, fresh, other = (
        tmp_path / f".so-tram-{name}.tmp" for name in ("0123456789abcdef", "fedcba9876543210", "ghi-chu")
    )
    for path in (left, fresh, other):
        path.write_bytes(b"%PDF")
    for path in (left, other):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    replace_file(tmp_path / "F", b"new")
    assert (left.exists(), fresh.exists(), other.exists()) == (False, True, True)


def test_any_other_fault_names_its_reason() -> None:
    fault = output_fault(OSError(5, "Input/output error"), Path("F"))
    assert isinstance(fault, EnvironmentFault)
    assert (fault.code, fault.parameters["reason"]) == ("out_failed", "Input/output error")

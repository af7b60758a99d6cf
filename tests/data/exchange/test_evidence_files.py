"""Files of evidence: size and SHA-256, and what became of them since."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from data.assessment.evidence import FileState
from data.assessment.records import Evidence
from data.errors import EnvironmentFault, UserError
from data.exchange.evidence_files import CHUNK_BYTES, glance, is_away, look, state_of


def make_paper(path: Path) -> Evidence:
    seen = look(path)
    return Evidence(2024, "THU", "1.1", "Biên bản", number=1, path=str(path), size=seen.size, sha256=seen.sha256)


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    """A scanned paper with a Vietnamese name, larger than one chunk."""
    path = tmp_path / "Biên bản họp.pdf"
    path.write_bytes(b"x" * (CHUNK_BYTES + 10))
    return path


def test_a_file_is_read_in_chunks_to_its_end(scan: Path) -> None:
    told: list[tuple[int, int]] = []
    seen = look(scan, lambda done, whole: told.append((done, whole)))
    assert seen.size == CHUNK_BYTES + 10
    assert seen.sha256 == hashlib.sha256(scan.read_bytes()).hexdigest()
    assert told == [(CHUNK_BYTES, CHUNK_BYTES + 10), (CHUNK_BYTES + 10, CHUNK_BYTES + 10)]


def test_reading_ends_when_progress_raises(scan: Path) -> None:
    def stop(_done: int, _whole: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        look(scan, stop)


def test_a_file_that_stayed_is_the_same(scan: Path) -> None:
    assert state_of(make_paper(scan)) is FileState.SAME


@pytest.mark.parametrize("content", [b"short", b"y" * (CHUNK_BYTES + 10)])
def test_a_file_with_other_bytes_has_changed(scan: Path, content: bytes) -> None:
    paper = make_paper(scan)
    scan.write_bytes(content)
    assert state_of(paper) is FileState.CHANGED


def test_a_file_that_was_taken_away_is_gone(scan: Path) -> None:
    paper = make_paper(scan)
    scan.unlink()
    assert state_of(paper) is FileState.GONE
    with pytest.raises(EnvironmentFault, match="evidence_gone"):
        look(scan / "below a file")


def test_a_paper_without_a_file_has_no_state() -> None:
    assert state_of(Evidence(2024, "THU", "1.1", "Biên bản")) is None


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="evidence_is_folder"):
        look(tmp_path)
    assert state_of(Evidence(2024, "THU", "1.1", "Thư mục", path=str(tmp_path))) is FileState.UNREADABLE


def test_a_file_that_cannot_be_read_says_so(scan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paper = make_paper(scan)

    def refuse(*_arguments: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert state_of(paper) is FileState.UNREADABLE
    with pytest.raises(EnvironmentFault, match="evidence_unreadable"):
        look(scan)


def test_a_name_that_no_file_can_have_is_refused() -> None:
    with pytest.raises(EnvironmentFault, match="evidence_unreadable"):
        look(Path("a\0b"))


@pytest.mark.skipif(os.name == "nt", reason="sticks have drive letters there")
@pytest.mark.parametrize("path", ["/mnt/no-stick/a.pdf", "/run/media/nobody/no-stick/a.pdf"])
def test_a_stick_that_is_not_there_is_told_from_a_lost_file(path: str) -> None:
    paper = Evidence(2024, "THU", "1.1", "Biên bản", path=path, size=1, sha256="0" * 64)
    assert state_of(paper) is FileState.AWAY


def test_a_path_below_the_working_folder_is_no_stick(tmp_path: Path) -> None:
    assert not is_away(Path("a.pdf"))
    assert not is_away(tmp_path / "a.pdf")


def test_a_glance_sees_what_shows_without_reading(tmp_path: Path) -> None:
    scan = tmp_path / "qd.pdf"
    scan.write_bytes(b"scan")
    paper = Evidence(2024, "THU", "1", "Quyết định", path=str(scan), size=4)
    assert glance(paper) is None
    assert glance(paper._replace(path="")) is None
    assert glance(paper._replace(size=5)) is FileState.CHANGED
    assert glance(paper._replace(path=str(tmp_path))) is FileState.UNREADABLE
    assert glance(paper._replace(path="a\0b")) is FileState.UNREADABLE
    assert glance(paper._replace(path=str(tmp_path / "không có.pdf"))) is FileState.GONE
    assert glance(paper._replace(path="/media/usb-nào-đó/a.pdf")) is FileState.AWAY

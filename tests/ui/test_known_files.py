"""What this computer remembers of station files, and how an open file is held against it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ui.known_files import (
    MOST_FILES,
    Finding,
    HasHead,
    Kinship,
    KnownFile,
    KnownFiles,
    Loan,
    Opened,
    SeenHead,
    compare,
    seen,
)

NOW = datetime(2026, 11, 20, 7, 5, tzinfo=UTC)
HERE, THERE = Path("/so/tram.sotram"), Path("/usb/tram.sotram")


def head(number: int, branch: str = "a") -> SeenHead:
    """A point of a history; branches differ in their seals."""
    return SeenHead(number, f"{branch}{number}", NOW + timedelta(minutes=number))


def goes_through(*heads: SeenHead) -> HasHead:
    """A history that contains just these points."""
    points = {(each.action_id, each.seal) for each in heads}
    return lambda number, seal: (number, seal) in points


def opened(*heads: SeenHead, path: Path = HERE) -> Opened:
    """A file whose history contains these points, the last one its newest."""
    return Opened(file_id="f", path=path, generation=1, head=heads[-1], has_head=goes_through(*heads))


def known(*heads: SeenHead, path: Path = HERE, file_id: str = "f", at: datetime = NOW) -> KnownFile:
    """A file as it was seen."""
    return KnownFile(file_id=file_id, path=path, generation=1, heads=heads, seen=at)


def test_a_file_never_seen_is_new() -> None:
    assert compare(None, opened(head(1))) == Finding(Kinship.NEW)


def test_a_file_that_grew_at_its_place_is_the_same() -> None:
    assert compare(known(head(1)), opened(head(1), head(2))).kinship is Kinship.SAME


def test_a_file_at_another_place_was_moved_or_copied(tmp_path: Path) -> None:
    there = tmp_path / "tram.sotram"
    assert compare(known(head(1), path=there), opened(head(1))).kinship is Kinship.MOVED
    there.touch()
    assert compare(known(head(1), path=there), opened(head(1))).kinship is Kinship.COPIED


def test_a_shorter_history_is_an_older_copy() -> None:
    finding = compare(known(head(1), head(5)), opened(head(1), head(3)))
    assert finding.kinship is Kinship.OLDER


def test_a_shorter_history_of_its_own_is_another_branch_when_the_other_file_says_so() -> None:
    finding = compare(known(head(1), head(5)), opened(head(1), head(3, "b")), goes_through(head(1), head(3), head(5)))
    assert finding.kinship is Kinship.DIVERGED
    assert finding.common == head(1)


def test_a_point_once_seen_makes_it_older_whatever_the_other_file_says() -> None:
    finding = compare(known(head(1), head(5)), opened(head(1)), goes_through())
    assert finding.kinship is Kinship.OLDER


@pytest.mark.parametrize("number", [5, 7])
def test_as_many_changes_or_more_without_the_point_seen_is_another_branch(number: int) -> None:
    assert compare(known(head(1), head(5)), opened(head(1), head(number, "b"))).kinship is Kinship.DIVERGED


def test_what_is_remembered_keeps_the_points_of_the_same_branch() -> None:
    after = seen(known(head(1), head(5)), opened(head(1), head(7, "b"), path=THERE), NOW)
    assert after.heads == (head(1), head(7, "b"))
    assert after.path == THERE


def test_files_answers_and_loans_come_back_as_they_were_kept(tmp_path: Path) -> None:
    files = KnownFiles(tmp_path / "known.json")
    files.keep(known(head(1), SeenHead(2, "x", None)))
    files.keep_answer(THERE, "place", "stay")
    files.keep_answer(HERE, "place", "stay")
    files.keep_answer(HERE, "place", "")
    files.keep_loan(Loan(HERE, THERE, head(1)))
    again = KnownFiles(tmp_path / "known.json")
    assert again.find("f") == known(head(1), SeenHead(2, "x", None))
    assert again.find("g") is None
    assert (again.answer(THERE, "place"), again.answer(HERE, "place")) == ("stay", "")
    assert again.loan_of(HERE) == Loan(HERE, THERE, head(1))


def test_the_files_seen_longest_ago_are_forgotten(tmp_path: Path) -> None:
    files = KnownFiles(tmp_path / "known.json")
    for number in range(MOST_FILES + 1):
        files.keep(known(head(1), file_id=str(number), at=NOW + timedelta(hours=number)))
    assert files.find("0") is None
    assert files.find("1") is not None


@pytest.mark.parametrize(
    "content",
    ["", "[]", "{", '{"files": [{"file_id": 1}], "loans": [3]}', '{"files": [{"file_id": "f", "heads": []}]}'],
)
def test_a_list_that_cannot_be_read_is_empty(tmp_path: Path, content: str) -> None:
    path = tmp_path / "known.json"
    path.write_text(content, encoding="utf-8")
    assert KnownFiles(path).find("f") is None
    assert KnownFiles(path).loan_of(HERE) is None


def test_a_list_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    files = KnownFiles(tmp_path / "file" / "known.json")
    files.keep(known(head(1)))
    assert files.find("f") is None

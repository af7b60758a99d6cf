"""The example as a file: complete, marked, never over another file."""

from __future__ import annotations

import errno
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from data import commands, queries
from data.errors import EnvironmentFault, UserError
from data.example import ExampleStation, write_example, write_station

NOW = datetime(2025, 9, 20, 2, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example's file in a folder of its own."""
    return write_example(tmp_path_factory.mktemp("example") / "made" / "here", NOW)


def test_it_stands_in_the_folder_alone(path: Path) -> None:
    assert [each.name for each in path.parent.glob("*.sotram")] == ["TYT_TA_PHOI.sotram"]


def test_it_is_marked_as_an_example(path: Path) -> None:
    with commands.open_station(path, writing=False) as store:
        station = queries.station_on(store, NOW.date())
    assert station.is_example
    assert (station.code, station.place) == ("TYT_TA_PHOI", "xã Tả Phời")


def test_it_holds_what_was_generated(path: Path, example: ExampleStation) -> None:
    with commands.open_station(path, writing=False) as store:
        assert len(queries.load_figures(store).cells) == len(example.values)
        assert queries.bound_plans(store) == example.plans
        assert len(queries.decisions(store)) == len(example.decisions)


def test_the_parent_body_changes_with_its_date(path: Path) -> None:
    with commands.open_station(path, writing=False) as store:
        before = queries.profile_on(store, NOW.date().replace(month=6))
        after = queries.profile_on(store, NOW.date())
    assert before.parent_body != after.parent_body


def test_it_is_never_written_over(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(EnvironmentFault) as caught:
        write_example(path.parent, NOW)
    assert caught.value.code == "file_exists"
    assert path.read_bytes() == before


def test_a_file_where_the_folder_should_be_is_refused(tmp_path: Path) -> None:
    place = tmp_path / "a-file"
    place.write_text("kept", encoding="utf-8")
    with pytest.raises(EnvironmentFault) as caught:
        write_example(place, NOW)
    assert caught.value.code == "folder_is_file"
    assert place.read_text(encoding="utf-8") == "kept"


def test_a_folder_that_may_not_be_made_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, **_: object) -> None:
        raise PermissionError(errno.EACCES, "refused", str(self))

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(EnvironmentFault) as caught:
        write_example(tmp_path / "closed", NOW)
    assert (caught.value.code, caught.value.parameters["folder"]) == ("folder_not_writable", str(tmp_path))


def test_a_file_that_could_not_be_finished_is_taken_away(tmp_path: Path, example: ExampleStation) -> None:
    nameless = example.decisions[0]._replace(decided_by="")
    with pytest.raises(UserError):
        write_station(tmp_path / "broken.sotram", replace(example, decisions=(nameless,)), NOW)
    assert list(tmp_path.glob("*.sotram")) == []

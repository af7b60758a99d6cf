"""Cells and their change log."""

from __future__ import annotations

import unicodedata
from datetime import UTC, datetime
from pathlib import Path

import pytest

from data import commands, queries
from data.model import Attribution, Category, CellState, Changes
from tests.data.store.files import BY, NOW, ask, make_value, save

KEY = ("population_end", "2024Q3", "default")


def test_saved_cell_is_read_again(station_file: Path) -> None:
    value = make_value(value="28", comment="12+7+9")
    save(station_file, value)
    with commands.open_station(station_file, writing=False) as store:
        assert queries.data_values(store) == [value]
        assert queries.load_figures(store).cells == {KEY: ("figure", "28")}


def test_changes_name_the_cells(station_file: Path) -> None:
    with commands.open_station(station_file, writing=True) as store:
        assert commands.save_data_values(store, [make_value()], BY) == Changes(kind="data_value", keys=(KEY,))
        assert commands.save_data_values(store, [make_value()], BY) == Changes(kind="data_value", keys=())


def test_history_says_who_when_what_and_why(station_file: Path) -> None:
    later = Attribution(user="Hoa", now=datetime(2024, 11, 1, tzinfo=UTC), reason="đếm lại")
    with commands.open_station(station_file, writing=True) as store:
        commands.save_data_values(store, [make_value(value="1", comment="sổ A1")], BY)
        commands.save_data_values(store, [make_value(value="0")], later)
        newest, oldest = queries.history(store, "population_end", "2024Q3")
    assert (newest.who, newest.why, newest.at) == ("Hoa", "đếm lại", later.now)
    assert (newest.old_value, newest.old_comment, newest.new_value, newest.new_comment) == ("1", "sổ A1", "0", "")
    assert (oldest.who, oldest.at, oldest.old_state, oldest.new_value) == ("Lan", NOW, CellState.NOT_REPORTED, "1")


def test_history_of_an_untouched_cell_is_empty(station_file: Path) -> None:
    with commands.open_station(station_file, writing=False) as store:
        assert queries.history(store, "population_end", "2024Q3", Category.MALE) == ()


def test_emptied_cell_counts_for_nothing_and_keeps_its_history(station_file: Path) -> None:
    empty = make_value(value="", state=CellState.NOT_REPORTED)
    with commands.open_station(station_file, writing=True) as store:
        assert commands.save_data_values(store, [empty], BY).keys == ()
        commands.save_data_values(store, [make_value()], BY)
        assert commands.save_data_values(store, [empty], BY).keys == (KEY,)
        assert queries.load_figures(store).cells == {}
        assert queries.data_values(store) == []
        assert [entry.new_value for entry in queries.history(store, "population_end", "2024Q3")] == ["", "4127"]


def test_comment_beside_an_empty_cell_is_kept(station_file: Path) -> None:
    noted = make_value(value="", state=CellState.NOT_REPORTED, comment="sổ bị thất lạc")
    save(station_file, noted)
    with commands.open_station(station_file, writing=False) as store:
        assert queries.data_values(store) == [noted]


@pytest.mark.parametrize(("state", "text"), [(CellState.DRAFT, "12,5x"), (CellState.NOT_APPLICABLE, "")])
def test_other_states_are_kept(station_file: Path, state: CellState, text: str) -> None:
    save(station_file, make_value(value=text, state=state))
    with commands.open_station(station_file, writing=False) as store:
        assert queries.load_figures(store).cells == {KEY: (state.value, text)}


def test_unknown_codes_are_kept(station_file: Path) -> None:
    value = make_value("element_of_a_newer_catalogue", "2024S1")
    save(station_file, value)
    with commands.open_station(station_file, writing=False) as store:
        assert queries.data_values(store) == [value]


def test_of_two_values_for_one_cell_the_later_stays(station_file: Path) -> None:
    save(station_file, make_value(value="1"), make_value(value="2"))
    with commands.open_station(station_file, writing=False) as store:
        assert queries.load_figures(store).cells == {KEY: ("figure", "2")}
        assert len(queries.history(store, "population_end", "2024Q3")) == 2
    assert queries.check_file(station_file) == ()


@pytest.mark.parametrize("count", [3, 500])
def test_only_real_changes_are_logged(station_file: Path, count: int) -> None:
    values = [make_value(f"element_{number}", "2024", str(number)) for number in range(count)]
    save(station_file, *values)
    with commands.open_station(station_file, writing=True) as store:
        changes = commands.save_data_values(store, [*values[1:], make_value("element_0", "2024", "7")], BY)
    assert changes.keys == (("element_0", "2024", "default"),)
    assert ask(station_file, "SELECT count(*) FROM data_value_changelog") == [(count + 1,)]
    assert ask(station_file, "SELECT count(*) FROM action") == [(3,)]
    assert queries.check_file(station_file) == ()


def test_text_is_kept_in_nfc(station_file: Path) -> None:
    save(station_file, make_value(comment=unicodedata.normalize("NFD", "sổ khám")))
    assert ask(station_file, "SELECT comment FROM data_value") == [("sổ khám",)]


def test_figures_are_loaded_by_element_and_year(station_file: Path) -> None:
    save(
        station_file,
        *(make_value(element, period) for element in ("a", "b") for period in ("2022", "202312", "2023Q4", "2024S2")),
    )
    with commands.open_station(station_file, writing=False) as store:

        def periods(elements: list[str] | None, years: range | None) -> list[tuple[str, str]]:
            return sorted(key[:2] for key in queries.load_figures(store, elements, years).cells)

        assert periods(["b", "unknown"], range(2023, 2024)) == [("b", "202312"), ("b", "2023Q4")]
        assert periods(None, range(2024, 2030)) == [("a", "2024S2"), ("b", "2024S2")]
        assert len(periods(["a"], None)) == 4
        assert periods([], None) == []
        assert periods(None, range(2024, 2024)) == []


def test_data_values_are_chosen_by_period_and_element(station_file: Path) -> None:
    save(station_file, make_value("b", "2024"), make_value("a", "2024"), make_value("a", "2023"))
    with commands.open_station(station_file, writing=False) as store:
        chosen = [
            [(value.data_element, value.period) for value in queries.data_values(store, periods, elements)]
            for periods, elements in ((["2024"], None), (None, ["a"]), (["2023"], ["b"]))
        ]
    assert chosen == [[("a", "2024"), ("b", "2024")], [("a", "2023"), ("a", "2024")], []]


def test_five_years_stay_small(station_file: Path) -> None:
    """The largest form of every cell, all changed once: far below 10 MB (CONTRACT R1)."""
    first = [
        make_value(f"element_with_quite_a_long_name_{number}", f"{year}{month:02d}", "123456")
        for number in range(30)
        for year in range(2020, 2025)
        for month in range(1, 13)
    ]
    empty = station_file.stat().st_size
    save(station_file, *first)
    save(station_file, *(make_value(value.data_element, value.period, "654321") for value in first))
    assert (station_file.stat().st_size - empty) / len(first) < 400
